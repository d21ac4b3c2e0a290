//! The words of a source phrase, and how they hang together.

use unicode_segmentation::UnicodeSegmentation;

use crate::model::Span;
use crate::text;

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A space, a hyphen, the period of an initial or of a title.
    Joined,
    Comma,
    /// Anything that ends a phrase.
    Break,
}

/// One word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word<'a> {
    pub text: &'a str,
    /// Place in the document's text.
    pub span: Span,
    pub folded: String,
    pub capital: bool,
    /// Ends in a possessive: *Holm's*, *workers'*.
    pub owns: bool,
    pub mark: Mark,
}

/// The words of a stretch of `text`, in order.
pub(super) fn words(text: &str, within: Span) -> Vec<Word<'_>> {
    let mut words: Vec<Word> = Vec::new();
    for (start, word) in within.of(text).unicode_word_indices() {
        let span = Span::new(within.start + start, within.start + start + word.len());
        let before = words.last().map_or(within.start, |last| last.span.end);
        let mark = words.last().map_or(Mark::Break, |last| mark(last, &text[before..span.start]));
        words.push(Word {
            text: word,
            span,
            folded: text::fold(word).trim_end_matches('.').to_owned(),
            capital: word.starts_with(|c: char| c.is_uppercase()),
            owns: owns(word, &text[span.end..within.end]),
            mark,
        });
    }
    words
}

fn mark(last: &Word, gap: &str) -> Mark {
    let inner = gap.trim_matches(|c: char| c.is_whitespace() || "'’*_".contains(c));
    match inner {
        "" if gap.contains("\n\n") => Mark::Break,
        "" | "-" | "&" => Mark::Joined,
        "." if last.capital && last.text.chars().count() <= 4 => Mark::Joined,
        "," => Mark::Comma,
        _ => Mark::Break,
    }
}

/// *Holm's* in one word, or *workers* with an apostrophe and a space behind it.
fn owns(word: &str, rest: &str) -> bool {
    word.ends_with("'s")
        || word.ends_with("’s")
        || word.ends_with('s') && rest.strip_prefix(['\'', '’']).is_some_and(|rest| rest.starts_with(' '))
}

/// The words as they are compared.
pub(super) fn folded<'w>(words: &'w [Word]) -> Vec<&'w str> {
    words.iter().map(|word| word.folded.as_str()).collect()
}

/// The words as the text has them, on one line, without a possessive at the end.
pub(super) fn shown(text: &str, words: &[Word]) -> String {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return String::new() };
    let whole = first.span.joined(last.span).of(text);
    let bare = if last.owns { whole.trim_end_matches("'s").trim_end_matches("’s") } else { whole };
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The stretches that commas and other marks part.
pub(super) fn segments<'w, 'a>(words: &'w [Word<'a>]) -> Vec<&'w [Word<'a>]> {
    words.chunk_by(|_, right| right.mark == Mark::Joined).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_part_and_initials_do_not() {
        let text = "J. K. Holm, the town's mayor; the workers' union";
        let words = words(text, Span::new(0, text.len()));
        let parts: Vec<String> = segments(&words).iter().map(|part| shown(text, part)).collect();
        assert_eq!(parts, ["J. K. Holm", "the town's mayor", "the workers' union"]);
        let owners: Vec<&str> = words.iter().filter(|word| word.owns).map(|word| word.text).collect();
        assert_eq!(owners, ["town's", "workers"]);
    }
}
