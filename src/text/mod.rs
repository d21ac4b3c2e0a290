//! Pure functions on text: folding, words, quotations, sentences. No state, no files; every result keeps its place.

pub mod hash;
pub mod language;
pub mod normalize;
pub mod number;
pub mod quotation;
pub mod sentence;
pub mod token;
pub mod web_address;

pub use normalize::{fold, stem};
pub use quotation::quotations;
pub use sentence::sentences;
pub use token::{Token, is_headline_case, tokens};

/// A text on one line, its white space single spaces.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        line.push_str(if line.is_empty() { "" } else { " " });
        line.push_str(word);
    }
    line
}
