//! Durations: `two hours and 50 minutes`, `nearly three years`, `a week`.

use super::{Found, word};
use crate::annotate::extract::Words;
use crate::annotate::quantity;
use crate::model::{Bound, Time};

const UNITS: &[(&str, f64)] = &[
    ("second", 1.0),
    ("minute", 60.0),
    ("hour", 3600.0),
    ("day", 86_400.0),
    ("week", 604_800.0),
    ("month", 2_629_800.0),
    ("year", 31_557_600.0),
    ("decade", 315_576_000.0),
];

pub(super) fn duration(words: &Words, at: usize) -> Option<Found> {
    let (first, mut end) = part(words, at)?;
    let mut seconds = first;
    if word(words, end) == "and"
        && let Some((more, behind)) = part(words, end + 1).filter(|(more, _)| *more < first)
    {
        (seconds, end) = (seconds + more, behind);
    }
    // "34 years old" is an age, "two years ago" a date.
    if ["old", "ago", "earlier", "later", "olds"].contains(&word(words, end)) {
        return None;
    }
    let (low, high, bound) = reach(words, at, seconds);
    let span = words.tokens[at].span.joined(words.tokens[end - 1].span);
    Some(Found { time: Time::Duration { low, high, bound }, value: span.of(words.text).to_owned(), end })
}

/// One number with its unit, in seconds, and the first token behind it.
fn part(words: &Words, at: usize) -> Option<(f64, usize)> {
    let value = quantity::value(words, at).filter(|value| !value.ordinal && value.suffix.is_none())?;
    let at_unit = value.end + article(words, value.end, value.value);
    let name = word(words, at_unit);
    let unit =
        UNITS.iter().find(|(unit, _)| name.trim_end_matches('s') == *unit).map(|(_, seconds)| *seconds)?;
    // "a six-year term", "10-day trip": the hyphen joins number and unit.
    quantity::adjacent(words, value.end - 1).then_some((value.value * unit, at_unit + 1))
}

/// Words between a part and its unit: *half an hour*, *a quarter of an hour*.
fn article(words: &Words, at: usize, value: f64) -> usize {
    let small = (at..at + 2).take_while(|index| ["of", "a", "an"].contains(&word(words, *index))).count();
    if value < 1.0 { small } else { 0 }
}

/// From and to, as the words before it allow.
fn reach(words: &Words, at: usize, seconds: f64) -> (f64, f64, Bound) {
    let one = if at > 0 { word(words, at - 1) } else { "" };
    let two = if at > 1 { word(words, at - 2) } else { "" };
    match (two, one) {
        (_, "nearly" | "almost") | ("just", "under") => (seconds * 0.85, seconds * 1.01, Bound::Nearly),
        (_, "about" | "around" | "roughly" | "approximately" | "some") => {
            (seconds * 0.85, seconds * 1.15, Bound::About)
        }
        ("more", "than") | ("at", "least") | (_, "over") => (seconds, seconds * 3.0, Bound::AtLeast),
        ("less", "than") | ("up", "to") | (_, "under" | "within") => (seconds / 3.0, seconds, Bound::AtMost),
        _ => (seconds * 0.97, seconds * 1.03, Bound::Exact),
    }
}
