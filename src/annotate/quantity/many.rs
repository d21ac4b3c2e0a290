//! Numbers that give only their size: *dozens*, *hundreds of thousands*.

use super::{counted, fact, unit};
use crate::annotate::extract::Words;
use crate::model::{Bound, Fact, Measure, Quantity};

/// From and to, as newspapers use them.
const SIZES: &[(&str, f64, f64)] = &[
    ("tens", 10.0, 99.0),
    ("dozens", 24.0, 199.0),
    ("hundreds", 200.0, 999.0),
    ("thousands", 1_000.0, 99_999.0),
    ("millions", 1e6, 9.99e8),
    ("billions", 1e9, 9.99e11),
    ("trillions", 1e12, 9.99e14),
];

/// The number that begins at token `at`, if it is one of these.
pub(super) fn many(words: &Words, at: usize) -> Option<Fact> {
    let word = |index: usize| words.tokens.get(index).map(|token| token.folded.as_str()).unwrap_or_default();
    let size = |index: usize| SIZES.iter().find(|(name, ..)| *name == word(index));
    let (name, low, high) = *size(at)?;
    let after = at > 0 && words.tokens[at - 1].is_numeric();
    // "Hundreds of thousands": each size ten times the tens of the one behind.
    let (text, low, high, end) = match size(at + 2).filter(|_| word(at + 1) == "of") {
        Some((behind, unit, _)) => {
            let tens = if name == "tens" { 10.0 } else { 100.0 };
            (format!("{name} of {behind}"), tens * unit, tens * unit * 10.0 - 1.0, at + 3)
        }
        None => (name.to_owned(), low, high, at + 1),
    };
    let of = usize::from(word(end) == "of");
    let (measure, factor, end) = unit(word(end + of))
        .map_or((Measure::Count, 1.0, end), |(measure, factor)| (measure, factor, end + of + 1));
    let quantity = Quantity {
        value: low * factor,
        low: low * factor,
        high: high * factor,
        bound: Bound::Between,
        measure,
        counted: counted::counted(words, end, measure),
    };
    (!after && (name != "tens" || word(at + 1) == "of")).then(|| fact(words, (at, end), text, quantity))
}
