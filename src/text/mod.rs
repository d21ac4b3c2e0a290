//! Pure functions on text: folding, words, sentences. No state, no files; every result keeps its place.

pub mod normalize;
pub mod sentence;
pub mod token;

pub use normalize::{fold, stem};
pub use sentence::sentences;
pub use token::{Token, tokens};
