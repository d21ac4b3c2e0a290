//! Numbers that cannot both be so: 12 people hurt here, 17 there.
//!
//! Compared are numbers of one measure that count the same thing, or stand in the same place of the sentence.
//! Bounds and rounding agree where they overlap; a number that stands anywhere on the other side is no divergence.

use super::pairing::{joined, surroundings, unmatched};
use super::{Detector, Pair, evidence};
use crate::lexicon::near;
use crate::model::{DivergenceKind, Fact, Finding, Measure, Quantity, Reading};
use crate::part::Part;

pub struct Numbers;

impl Part for Numbers {
    fn name(&self) -> &'static str {
        "number"
    }

    fn about(&self) -> &'static str {
        "Numbers of the same thing that cannot both be so"
    }
}

impl Detector for Numbers {
    fn kind(&self) -> DivergenceKind {
        DivergenceKind::Number
    }

    fn detect(&self, pair: &Pair, findings: &mut Vec<Finding>) {
        let (a, b) = (numbers(pair.a.facts), numbers(pair.b.facts));
        let (a, b) = unmatched(&a, &b, compatible);
        for (x, y, confidence) in joined(&a, &b, |x, y| sure(pair, x, y)) {
            findings.push(Finding {
                kind: self.kind(),
                a: evidence(x),
                b: evidence(y),
                about: about(x, y),
                confidence,
                rule: "numbers of one measure, of the same thing or in the same place, whose readings do not meet",
            });
        }
    }
}

fn numbers(facts: &[Fact]) -> Vec<&Fact> {
    facts.iter().filter(|fact| matches!(fact.reading, Reading::Number(_))).collect()
}

fn quantity(fact: &Fact) -> Option<&Quantity> {
    match &fact.reading {
        Reading::Number(quantity) => Some(quantity),
        Reading::Time(_) | Reading::Name(_) | Reading::Negation { .. } => None,
    }
}

fn compatible(x: &Fact, y: &Fact) -> bool {
    let (Some(x), Some(y)) = (quantity(x), quantity(y)) else { return false };
    match (x.measure, y.measure) {
        (Measure::Score(p), Measure::Score(q)) => x.value == y.value && p == q,
        // Units are not always written out: "12" may be "12 miles".
        (p, q) if p == q || [p, q].contains(&Measure::Count) => {
            let slack = 0.03
                * f64::from(u8::from(matches!(
                    p,
                    Measure::Length | Measure::Mass | Measure::Volume | Measure::Temperature
                )));
            x.low * (1.0 - slack) <= y.high * (1.0 + slack) && y.low * (1.0 - slack) <= x.high * (1.0 + slack)
        }
        _ => false,
    }
}

/// How sure it is that two numbers fill one role.
fn sure(pair: &Pair, x: &Fact, y: &Fact) -> Option<f64> {
    let (p, q) = (quantity(x)?, quantity(y)?);
    let same_measure =
        p.measure == q.measure || matches!((p.measure, q.measure), (Measure::Score(_), Measure::Score(_)));
    if !same_measure {
        return None;
    }
    let counted = same_thing(&p.counted, &q.counted);
    let place = pair.slots.neighbours(x.tokens, y.tokens);
    let around = surroundings(pair, x, y);
    let score = match counted {
        Some(true) => 0.45 + 0.1 * place as f64 + 0.4 * around,
        // Another noun behind the number: only the very same place of the sentence outweighs it.
        Some(false) if place >= 3 => 0.5,
        Some(false) => 0.0,
        None => 0.15 + 0.15 * place as f64 + 0.4 * around,
    };
    let needed = if p.measure == Measure::Ordinal { 0.75 } else { 0.55 };
    (score >= needed).then_some(score.min(0.99))
}

/// Whether the nouns agree; `None` where one side names none.
fn same_thing(x: &[String], y: &[String]) -> Option<bool> {
    if x.is_empty() || y.is_empty() {
        return None;
    }
    Some(x.iter().any(|one| y.iter().any(|other| near::related(one, other) || person(one) && person(other))))
}

/// Words for people that news exchanges freely when it counts them.
fn person(stem: &str) -> bool {
    const PEOPLE: &[&str] = &[
        "peopl", "person", "passeng", "man", "men", "woman", "women", "resid", "civilian", "other",
        "soldier", "worker",
    ];
    PEOPLE.contains(&stem)
}

/// The nouns both sides have behind their numbers.
fn about(x: &Fact, y: &Fact) -> String {
    let counted = |fact: &Fact| quantity(fact).map(|quantity| quantity.counted.clone()).unwrap_or_default();
    let (x, y) = (counted(x), counted(y));
    let both: Vec<String> = x.into_iter().filter(|stem| y.contains(stem)).collect();
    both.join(" ")
}
