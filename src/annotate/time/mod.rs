//! Times: dates in news form, clock times, durations.

mod clock;
mod date;
mod duration;

use super::extract::{Extractor, Words};
use crate::model::{Fact, FactKind, Reading, Time};
use crate::part::Part;

pub struct Times;

impl Part for Times {
    fn name(&self) -> &'static str {
        "time"
    }

    fn about(&self) -> &'static str {
        "Dates, weekdays, clock times and durations; weekdays and “yesterday” against the publication date"
    }
}

impl Extractor for Times {
    fn extract(&self, words: &Words, facts: &mut Vec<Fact>) {
        let mut at = 0;
        while at < words.tokens.len() {
            let found = clock::clock(words, at)
                .or_else(|| duration::duration(words, at))
                .or_else(|| date::date(words, at));
            at = match found {
                Some(found) => {
                    let end = found.end;
                    facts.push(fact(words, at, found));
                    end
                }
                None => at + 1,
            };
        }
    }
}

/// A time, what it is for people, and the first token behind it.
struct Found {
    time: Time,
    value: String,
    end: usize,
}

fn fact(words: &Words, at: usize, found: Found) -> Fact {
    let mut span = words.tokens[at].span.joined(words.tokens[found.end - 1].span);
    // The last period of "p.m." belongs to it, wherever the sentence ends.
    let short = span.of(words.text).ends_with(".m") && words.text[span.end..].starts_with('.');
    span.end += usize::from(short);
    Fact {
        kind: FactKind::Time,
        span,
        tokens: (at, found.end),
        value: found.value,
        reading: Reading::Time(found.time),
    }
}

fn word<'a>(words: &'a Words, at: usize) -> &'a str {
    words.tokens.get(at).map(|token| token.folded.trim_end_matches('.')).unwrap_or_default()
}

/// A whole number of figures only.
fn figure(words: &Words, at: usize) -> Option<u32> {
    let word = word(words, at);
    (!word.is_empty() && word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit()))
        .then(|| word.parse().ok())
        .flatten()
}
