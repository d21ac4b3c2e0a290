//! Words before a number that widen or bound it: *about*, *at least*, *up to*, *nearly*.

use crate::annotate::extract::Words;
use crate::model::Bound;
use crate::text::number::Value;

const BEFORE: &[(&[&str], Bound)] = &[
    (&["at", "least"], Bound::AtLeast),
    (&["more", "than"], Bound::AtLeast),
    (&["no", "fewer", "than"], Bound::AtLeast),
    (&["no", "less", "than"], Bound::AtLeast),
    (&["upwards", "of"], Bound::AtLeast),
    (&["minimum", "of"], Bound::AtLeast),
    (&["over"], Bound::AtLeast),
    (&["above"], Bound::AtLeast),
    (&["exceeding"], Bound::AtLeast),
    (&["no", "more", "than"], Bound::AtMost),
    (&["at", "most"], Bound::AtMost),
    (&["up", "to"], Bound::AtMost),
    (&["as", "many", "as"], Bound::AtMost),
    (&["as", "much", "as"], Bound::AtMost),
    (&["fewer", "than"], Bound::AtMost),
    (&["less", "than"], Bound::AtMost),
    (&["under"], Bound::AtMost),
    (&["below"], Bound::AtMost),
    (&["nearly"], Bound::Nearly),
    (&["almost"], Bound::Nearly),
    (&["close", "to"], Bound::About),
    (&["just", "under"], Bound::Nearly),
    (&["just", "over"], Bound::About),
    (&["about"], Bound::About),
    (&["around"], Bound::About),
    (&["roughly"], Bound::About),
    (&["approximately"], Bound::About),
    (&["some"], Bound::About),
    (&["estimated"], Bound::About),
    (&["circa"], Bound::About),
    (&["say"], Bound::About),
];
const AFTER: &[(&[&str], Bound)] = &[
    (&["or", "more"], Bound::AtLeast),
    (&["or", "so"], Bound::About),
    (&["or", "fewer"], Bound::AtMost),
    (&["or", "less"], Bound::AtMost),
];

/// The bound, and the first token of its words (the number's own where there are none).
pub(super) fn bound(words: &Words, start: usize, end: usize) -> (Bound, usize) {
    let spoken = |at: usize, phrase: &[&str]| {
        phrase
            .iter()
            .enumerate()
            .all(|(offset, word)| words.tokens.get(at + offset).is_some_and(|token| token.folded == *word))
    };
    for (phrase, bound) in BEFORE {
        if start >= phrase.len() && spoken(start - phrase.len(), phrase) {
            return (*bound, start - phrase.len());
        }
    }
    let after = AFTER.iter().find(|(phrase, _)| spoken(end, phrase));
    (after.map_or(Bound::Exact, |(_, bound)| *bound), start)
}

/// From and to, as the wording allows.
pub(super) fn reach(value: Value, bound: Bound) -> (f64, f64) {
    let number = value.value;
    match bound {
        Bound::Exact | Bound::Between => (number - value.slack, number + value.slack),
        Bound::About => (number * 0.89, number * 1.12),
        Bound::Nearly => (number * 0.85, number * 1.01),
        // "More than 100" is said of 104 and of 160, hardly of 1,000.
        Bound::AtLeast => (number - value.slack, number * 3.0 + 10.0),
        Bound::AtMost => (number / 3.0 - 10.0, number + value.slack),
    }
}

/// The bound in words, for people.
pub(super) fn in_words(bound: Bound) -> &'static str {
    match bound {
        Bound::Exact | Bound::Between => "",
        Bound::About => "about ",
        Bound::AtLeast => "at least ",
        Bound::AtMost => "at most ",
        Bound::Nearly => "nearly ",
    }
}
