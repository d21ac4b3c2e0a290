//! Times that cannot both be so: Tuesday here, Friday there; 6:40 a.m. and 7:15 a.m.
//!
//! A coarser time agrees with a finer one inside it; where one side leaves a part open, nothing parts. Two times answer
//! one another only where they date one act (`act.rs`).

use jiff::civil;

use super::event_anchor::{ends_apart, same_act};
use super::meaning::content;
use super::pairing::{common_ground, explain_quiet, joined, surroundings, unmatched};
use super::word_alignment::Tokens;
use super::{Detector, Pair, Report, Side, evidence, words};
use crate::lexicon::calendar;
use crate::model::{Bound, Date, DivergenceKind, Fact, FactKind, Finding, Reading, Time};
use crate::part::Part;

pub struct Times;

impl Part for Times {
    fn name(&self) -> &'static str {
        "time"
    }

    fn about(&self) -> &'static str {
        "Dates, clock times and durations that cannot both be so"
    }
}

impl Detector for Times {
    fn kind(&self) -> DivergenceKind {
        DivergenceKind::Time
    }

    fn detect(&self, pair: &Pair, report: &mut Report) {
        for class in [Class::Date, Class::Clock, Class::Duration] {
            let (a, b) = (times(pair.a.facts, class), times(pair.b.facts, class));
            let (left, right) = unmatched(pair, &a, &b, compatible);
            let counts = (left.len(), right.len());
            for (x, y, confidence) in joined(&left, &right, |x, y| sure(pair, x, y, counts)) {
                report.found(Finding {
                    kind: self.kind(),
                    a: evidence(x),
                    b: evidence(y),
                    about: class.about().to_owned(),
                    confidence,
                    rule: "times of one sort for the same thing that no reading makes agree",
                });
            }
            if !(a.is_empty() && b.is_empty()) {
                explain_quiet(report, self.kind(), (&a, &b), compatible);
            }
        }
        units(pair, report);
    }
}

/// *Last week* here and *last month* there: another unit in the same place, with no number before it.
fn units(pair: &Pair, report: &mut Report) {
    for slot in pair.slots.replaced.iter().filter(|_| pair.mostly_same) {
        let unit = |side: &Side, tokens: Tokens| match content(side, tokens)[..] {
            [only] if calendar::is_unit(&side.tokens[only].folded) => Some(only),
            _ => None,
        };
        let (Some(i), Some(j)) = (unit(&pair.a, slot.a), unit(&pair.b, slot.b)) else { continue };
        let counted = |side: &Side, at: usize| {
            side.facts
                .iter()
                .any(|fact| fact.kind == FactKind::Time && (fact.tokens.0..fact.tokens.1).contains(&at))
        };
        if pair.slots.neighbours(slot.a, slot.b) >= 2 && !counted(&pair.a, i) && !counted(&pair.b, j) {
            report.found(Finding {
                kind: DivergenceKind::Time,
                a: words(&pair.a, (i, i + 1)),
                b: words(&pair.b, (j, j + 1)),
                about: "unit of time".to_owned(),
                confidence: 0.6,
                rule: "another unit of time in the same place of sentences mostly the same",
            });
        }
    }
}

/// A sentence with more days is a calendar.
const FEW_DAYS: usize = 5;

/// Both sentences name days, and none of them is the other's.
pub fn other_days(pair: &Pair) -> bool {
    let (a, b) = (times(pair.a.facts, Class::Date), times(pair.b.facts, Class::Date));
    let few = |facts: &[&Fact]| (1..=FEW_DAYS).contains(&facts.len());
    few(&a) && few(&b) && !a.iter().any(|x| b.iter().any(|y| compatible(x, y)))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Date,
    Clock,
    Duration,
}

impl Class {
    fn about(self) -> &'static str {
        match self {
            Class::Date => "date",
            Class::Clock => "time of day",
            Class::Duration => "duration",
        }
    }
}

fn time(fact: &Fact) -> Option<&Time> {
    match &fact.reading {
        Reading::Time(time) => Some(time),
        Reading::Number(_) | Reading::Name(_) | Reading::Negation { .. } | Reading::Modality { .. } => None,
    }
}

fn class(time: &Time) -> Class {
    match time {
        Time::Date(_) => Class::Date,
        Time::Clock { .. } => Class::Clock,
        Time::Duration { .. } => Class::Duration,
    }
}

fn times(facts: &[Fact], wanted: Class) -> Vec<&Fact> {
    facts.iter().filter(|fact| time(fact).is_some_and(|time| class(time) == wanted)).collect()
}

fn compatible(x: &Fact, y: &Fact) -> bool {
    match (time(x), time(y)) {
        (Some(Time::Date(x)), Some(Time::Date(y))) => same_date(x, y),
        (Some(Time::Clock { minutes: x, around: p }), Some(Time::Clock { minutes: y, around: q })) => {
            let apart = x.abs_diff(*y);
            apart.min(1440 - apart) <= p + q
        }
        // "Less than an hour" and "less than ten minutes" could both be so; the accounts part all the same.
        (
            Some(Time::Duration { low: a, high: b, bound: p }),
            Some(Time::Duration { low: c, high: d, bound: q }),
        ) if p == q && [Bound::AtLeast, Bound::AtMost].contains(p) => {
            (a - c).abs() <= SAME_BOUND * a.max(*c) && (b - d).abs() <= SAME_BOUND * b.max(*d)
        }
        (
            Some(Time::Duration { low: a, high: b, bound: _ }),
            Some(Time::Duration { low: c, high: d, bound: _ }),
        ) => a <= d && c <= b,
        _ => false,
    }
}

/// Two durations under the same bound are the same within this share.
const SAME_BOUND: f64 = 0.05;

/// What both sides give must be equal. A date that was worked out from a weekday may be a week off, since news also
/// tells what will be: against another worked-out date only the weekdays count.
fn same_date(x: &Date, y: &Date) -> bool {
    fn agree<T: PartialEq>(x: Option<T>, y: Option<T>) -> bool {
        x.is_none() || y.is_none() || x == y
    }
    if !agree(x.weekday, y.weekday) {
        return false;
    }
    // A weekday of that week says nothing against a year told beside it.
    let year_only = |date: &Date| date.month.is_none() && date.weekday.is_none();
    if x.resolved != y.resolved && (year_only(x) || year_only(y)) {
        return true;
    }
    if x.resolved && y.resolved && x.weekday.is_some() && y.weekday.is_some() {
        return true;
    }
    if x.resolved != y.resolved
        && x.month.is_some()
        && y.month.is_some()
        && x.day.is_some()
        && y.day.is_some()
    {
        return weeks_apart(x, y);
    }
    agree(x.year, y.year) && agree(x.month, y.month) && agree(x.day, y.day)
}

/// The same weekday, one of them worked out: the given date falls on it.
fn weeks_apart(x: &Date, y: &Date) -> bool {
    let year = x.year.or(y.year);
    let day = |date: &Date| civil::Date::new(date.year.or(year)?, date.month?, date.day?).ok();
    match (day(x), day(y)) {
        (Some(x), Some(y)) => [0, 7, 14, 21].contains(&(x - y).get_days().abs()),
        _ => true,
    }
}

/// A weekday here and a date there are often two matters: the place of the sentence must tell.
fn unlike(x: &Fact, y: &Fact) -> bool {
    let has_weekday = |fact: &Fact| matches!(time(fact), Some(Time::Date(date)) if date.weekday.is_some());
    has_weekday(x) != has_weekday(y)
}

/// One time on either side of otherwise like sentences is a role of its own; else the place must tell.
fn sure(pair: &Pair, x: &Fact, y: &Fact, counts: (usize, usize)) -> Option<f64> {
    let place = pair.slots.neighbours(x.tokens, y.tokens);
    // The only time of its sort on either side is about what the whole sentence is about.
    let (only, around) = match counts {
        (1, 1) => (0.2, surroundings(pair, x, y).max(common_ground(pair))),
        _ => (0.0, surroundings(pair, x, y)),
    };
    if unlike(x, y) && place < 2 || ends_apart(pair, x, y) {
        return None;
    }
    // Where the words beside it are the same, and most others too, so is the act.
    let in_place = pair.mostly_same && place > 0;
    if !in_place && !same_act(pair, x, y) {
        return None;
    }
    let score = 0.1 + only + 0.15 * place as f64 + 0.4 * around;
    // With no neighbour in common, nearly all that the shorter sentence tells must stand in the other.
    let needed = if place > 0 { 0.5 } else { 0.6 };
    (score >= needed).then_some(score.min(0.99))
}
