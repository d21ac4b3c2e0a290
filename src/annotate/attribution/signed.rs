//! Quotations signed with a name: *“We stay.” — Ana Brandt, foreman*.

use crate::model::Span;

/// Words a name has at most, and characters that a signature has with its dash.
const LONGEST: usize = 5;
const REACH: usize = 160;

/// Dash and name behind the quotation's closing mark.
pub(super) fn signature(text: &str, quotation: Span) -> Option<(Span, Span)> {
    let line = start_of_line(&text[quotation.end..])?;
    let rest = line.trim_start_matches(['”', '"', '’', '\'', '»', '“']);
    let (closed, gap) = (rest.len() < line.len(), rest.trim_start());
    let name = gap.trim_start_matches(['—', '–', '―', '-']);
    let dash = &gap[..gap.len() - name.len()];
    let (name, start) = (name.trim(), quotation.end + line.len() - name.trim_start().len());
    let name = name.strip_suffix('.').unwrap_or(name);
    let signed = closed && !dash.is_empty() && is_name(name);
    let cue = quotation.end + line.len() - gap.len();
    signed.then(|| (Span::new(cue, cue + dash.len()), Span::new(start, start + name.len())))
}

/// The rest of the line, if it is short.
fn start_of_line(text: &str) -> Option<&str> {
    let end = text.char_indices().take(REACH).find(|(_, c)| *c == '\n').map(|(at, _)| at);
    let whole = || (text.len() < REACH).then_some(text.len());
    end.or_else(whole).map(|end| &text[..end])
}

/// Capitalised words up to a comma; behind it whatever tells who that is.
fn is_name(signature: &str) -> bool {
    let name = signature.split([',', '(']).next().unwrap_or_default();
    let words: Vec<&str> = name.split_whitespace().collect();
    let particle = |word: &str| ["of", "the", "de", "van", "von", "der", "al", "bin"].contains(&word);
    let capital = |word: &&str| word.starts_with(char::is_uppercase) || particle(word);
    let first = words.first().is_some_and(|word| word.starts_with(char::is_uppercase));
    first && words.len() <= LONGEST && words.iter().all(capital) && !signature.contains(['“', '"', '”'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, name: Option<&str>) {
        let end = text.find('”').expect("a closing mark");
        let found = signature(text, Span::new(0, end)).map(|(_, name)| name.of(text));
        assert_eq!(found, name, "{text}");
    }

    #[test]
    fn a_name_behind_a_dash_signs() {
        check("It burned.” — Ana Brandt", Some("Ana Brandt"));
        check("It burned,”― Peter Holt, a neighbour.\n“So", Some("Peter Holt, a neighbour"));
        check("It burned.” -- the end of it", None);
        check("It burned” — A ruin is left.", None);
        check("It burned.” Ana Brandt", None);
    }
}
