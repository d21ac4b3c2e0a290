//! Words → units: what a word, a number or an expression stands for, so that the same thing said another way is the
//! same unit.
//!
//! ```text
//!   Two   American   sailors   paid   $1.2   million
//!   2     united states   sailor   pay   1200000
//! ```
//!
//! Canonical forms come from the lists of places with their peoples, and from reading numbers; any other word is its
//! stem. Every unit keeps its place among the tokens. Expressions that may or may not mean one another (*stepped down*,
//! *resigned*) are joined pair by pair instead (see `overlap`): here they would hide the words they are made of.

use compact_str::CompactString;

use crate::lexicon::aliases;
use crate::text::{Token, number};

/// One or more tokens that stand for one thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// Canonical stem; of a number its figures, thousands not parted.
    pub key: CompactString,
    /// First token, and how many.
    pub token: usize,
    pub length: usize,
    pub number: bool,
    /// Listed as a name of a place, a people or a body.
    pub proper: bool,
}

/// The units of a text, in order; every token belongs to one.
pub fn units(text: &str, tokens: &[Token]) -> Vec<Unit> {
    let mut units = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let unit = unit(text, tokens, at);
        at += unit.length;
        units.push(unit);
    }
    units
}

fn unit(text: &str, tokens: &[Token], at: usize) -> Unit {
    if let Some((length, name)) = aliases::name_at(text, tokens, at) {
        return Unit { key: name.into(), token: at, length, number: false, proper: true };
    }
    if let Some((key, length)) = figures(text, tokens, at) {
        return Unit { key: key.into(), token: at, length, number: true, proper: false };
    }
    let token = &tokens[at];
    Unit { key: token.stem.clone(), token: at, length: 1, number: token.is_numeric(), proper: false }
}

/// A number in figures or words. *One* by itself is a pronoun too often, and ordinals name things (*first lady*).
fn figures(text: &str, tokens: &[Token], at: usize) -> Option<(String, usize)> {
    let read = number::value(text, tokens, at)?;
    let word = read.end == at + 1 && ["one", "half"].contains(&tokens[at].folded.as_str());
    let plain = read.suffix.is_none() && !read.ordinal && !word && read.value.is_finite();
    plain.then(|| (format!("{}", (read.value * 1000.0).round() / 1000.0), read.end - at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    fn keys(text: &str) -> Vec<CompactString> {
        units(text, &tokens(text)).into_iter().map(|unit| unit.key).collect()
    }

    #[test]
    fn the_same_thing_said_another_way_is_the_same_unit() {
        for (a, b) in [
            ("eleven killed", "11 killed"),
            ("$1.0 bn", "$1 billion"),
            ("1,000 inmates", "1000 inmates"),
            ("twenty-six ships", "26 ships"),
            ("U.S. ships", "American ships"),
        ] {
            assert_eq!(keys(a), keys(b), "{a} | {b}");
        }
    }

    #[test]
    fn other_things_stay_apart() {
        for (a, b) in [("one of them", "1 of them"), ("us too", "US too"), ("first", "1"), ("half", "0.5")] {
            assert_ne!(keys(a), keys(b), "{a} | {b}");
        }
    }
}
