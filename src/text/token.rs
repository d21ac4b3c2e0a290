//! Words with their places, by Unicode's word boundaries (UAX #29).

use unicode_segmentation::UnicodeSegmentation;

use super::{fold, stem};
use crate::model::Span;

/// One word (or number) of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub span: Span,
    /// Folded for comparing words.
    pub folded: String,
    /// Stemmed for comparing meanings.
    pub stem: String,
}

impl Token {
    /// Starts with a capital letter in the text.
    pub fn is_capitalised(&self, text: &str) -> bool {
        self.span.of(text).chars().next().is_some_and(char::is_uppercase)
    }

    /// Starts with a digit in the text.
    pub fn is_numeric(&self) -> bool {
        self.folded.starts_with(|c: char| c.is_numeric())
    }
}

/// The words of `text`, in order; punctuation and spaces are left out.
pub fn tokens(text: &str) -> Vec<Token> {
    text.unicode_word_indices().map(|(start, word)| token(start, word)).collect()
}

fn token(start: usize, word: &str) -> Token {
    let folded = fold(word);
    let stem = stem(&folded);
    Token { span: Span::new(start, start + word.len()), folded, stem }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_places() {
        let text = "At 7:45 p.m., “it’s” 1,200 U.S. troops";
        let words: Vec<_> = tokens(text).iter().map(|t| t.span.of(text).to_owned()).collect();
        assert_eq!(words, ["At", "7", "45", "p.m", "it’s", "1,200", "U.S", "troops"]);
    }
}
