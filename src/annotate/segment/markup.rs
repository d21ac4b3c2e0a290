//! Marks of plain-text and Markdown layout at a line's beginning: no part of any sentence.

use crate::model::Span;

/// What a line opens with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prefix {
    None,
    Bullet,
    /// `>`, or a tab or four spaces.
    Quote,
    Heading,
}

/// What the line opens with, and the line without it, trimmed; empty where `>` stands alone.
pub fn strip(text: &str, line: Span) -> (Prefix, Span) {
    let trimmed = line.trimmed(text);
    let indented = line.of(text).starts_with("    ") || line.of(text).starts_with('\t');
    let (mut prefix, mut rest) = (if indented { Prefix::Quote } else { Prefix::None }, trimmed);
    while let Some((found, length)) = marker(rest.of(text)) {
        prefix = if prefix == Prefix::None { found.unwrap_or(prefix) } else { prefix };
        rest = Span::new(rest.start + length, rest.end).trimmed(text);
    }
    let only_quotes = trimmed.of(text).chars().all(|c| c == '>' || c.is_whitespace());
    match rest.is_empty() && !only_quotes {
        true => (Prefix::None, trimmed),
        false => (prefix, rest),
    }
}

/// The marker that `line` opens with, and its length.
fn marker(line: &str) -> Option<(Option<Prefix>, usize)> {
    let hashes = line.len() - line.trim_start_matches('#').len();
    let spaced = |at: usize| line[at..].starts_with([' ', '\t']);
    match line.as_bytes() {
        [b'-' | b'+' | b'*', ..] if spaced(1) => Some((Some(Prefix::Bullet), 2)),
        [b'>', ..] => Some((Some(Prefix::Quote), 1)),
        [b'#', ..] if hashes <= 6 && spaced(hashes) => Some((Some(Prefix::Heading), hashes)),
        [b'*', b'*', next, ..] if !next.is_ascii_whitespace() && *next != b'*' => Some((None, 2)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_left_out() {
        for (line, prefix, rest) in [
            ("- The port is shut.", Prefix::Bullet, "The port is shut."),
            ("> > Deeply quoted", Prefix::Quote, "Deeply quoted"),
            ("## **Harbour Gazette**", Prefix::Heading, "Harbour Gazette**"),
            ("    indented", Prefix::Quote, "indented"),
            ("#tagged words", Prefix::None, "#tagged words"),
            ("***", Prefix::None, "***"),
            ("-", Prefix::None, "-"),
            ("> >", Prefix::Quote, ""),
            ("", Prefix::None, ""),
        ] {
            let (found, span) = strip(line, Span::new(0, line.len()));
            assert_eq!((found, span.of(line)), (prefix, rest), "{line:?}");
        }
    }
}
