//! Numbers that cannot both be so: 12 people hurt here, 17 there.
//!
//! Compared are numbers of one measure that count the same thing, or stand in the same place of the sentence.
//! Bounds and rounding agree where they overlap; a number that stands anywhere on the other side is no divergence.

use super::pairing::{explain_quiet, joined, surroundings, unmatched};
use super::{Detector, Pair, Report, evidence};
use crate::lexicon::{near, opposites};
use crate::model::{Bound, DivergenceKind, Fact, Finding, Measure, Quantity, Reading};
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

    fn detect(&self, pair: &Pair, report: &mut Report) {
        let (a, b) = (numbers(pair.a.facts), numbers(pair.b.facts));
        let (left, right) = unmatched(pair, &a, &b, |x, y| compatible(pair, x, y));
        for (x, y, confidence) in joined(&left, &right, |x, y| sure(pair, x, y)) {
            report.found(Finding {
                kind: self.kind(),
                a: evidence(x),
                b: evidence(y),
                about: about(pair, x, y),
                confidence,
                rule: "numbers of one measure, of the same thing or in the same place, whose readings do not meet",
            });
        }
        explain_quiet(report, self.kind(), (&a, &b), |x, y| compatible(pair, x, y));
    }
}

fn numbers(facts: &[Fact]) -> Vec<&Fact> {
    facts.iter().filter(|fact| matches!(fact.reading, Reading::Number(_))).collect()
}

fn quantity(fact: &Fact) -> Option<&Quantity> {
    match &fact.reading {
        Reading::Number(quantity) => Some(quantity),
        Reading::Time(_) | Reading::Name(_) | Reading::Negation { .. } | Reading::Modality { .. } => None,
    }
}

fn compatible(pair: &Pair, one: &Fact, other: &Fact) -> bool {
    let (Some(x), Some(y)) = (quantity(one), quantity(other)) else { return false };
    if opposed_bounds(pair, one, other) {
        return false;
    }
    match (x.measure, y.measure) {
        (Measure::Score(p), Measure::Score(q)) => x.value == y.value && p == q,
        // "At least 12" and "at least 17" could both be so; the accounts part all the same.
        (p, q) if p == q && x.bound == y.bound && one_sided(x.bound) => {
            (x.value - y.value).abs() <= SAME_BOUND * x.value.abs().max(y.value.abs())
        }
        // Units are not always written out: "12" may be "12 dollars".
        (p, q) if p == q || [p, q].contains(&Measure::Count) && !is_unit(p) && !is_unit(q) => {
            let slack = if converted(pair, one, other) { CONVERSION } else { 0.0 };
            x.low * (1.0 - slack) <= y.high * (1.0 + slack) && y.low * (1.0 - slack) <= x.high * (1.0 + slack)
        }
        _ => false,
    }
}

/// *More than 105* and *less than 105*.
fn opposed_bounds(pair: &Pair, x: &Fact, y: &Fact) -> bool {
    let same = |x: &Quantity, y: &Quantity| (x.value - y.value).abs() <= SAME_BOUND * x.value.abs();
    let opposed = (x.tokens.0..x.tokens.1).any(|i| {
        (y.tokens.0..y.tokens.1)
            .any(|j| opposites::opposed(&pair.a.tokens[i].folded, &pair.b.tokens[j].folded))
    });
    opposed && quantity(x).zip(quantity(y)).is_some_and(|(x, y)| same(x, y) && x.bound != y.bound)
}

/// Miles here and kilometres there: one of the two was worked out and rounded.
fn converted(pair: &Pair, x: &Fact, y: &Fact) -> bool {
    let unit = |side: &super::Side, fact: &Fact| side.tokens[fact.tokens.1 - 1].stem.clone();
    let suffix = |unit: &str| unit.trim_start_matches(|c: char| !c.is_alphabetic()).to_owned();
    let (x_unit, y_unit) = (suffix(&unit(&pair.a, x)), suffix(&unit(&pair.b, y)));
    x_unit != y_unit && quantity(x).is_some_and(|quantity| is_unit(quantity.measure))
}

/// Measured in units that convert into one another.
fn is_unit(measure: Measure) -> bool {
    match measure {
        Measure::Length | Measure::Mass | Measure::Volume | Measure::Temperature => true,
        Measure::Count
        | Measure::Percent
        | Measure::Money(_)
        | Measure::Age
        | Measure::Ordinal
        | Measure::Score(_) => false,
    }
}

/// How far a number may be off that was worked out from another unit.
const CONVERSION: f64 = 0.03;

/// Two numbers under the same bound are the same within this share.
const SAME_BOUND: f64 = 0.05;

fn one_sided(bound: Bound) -> bool {
    match bound {
        Bound::About | Bound::AtLeast | Bound::AtMost | Bound::Nearly => true,
        Bound::Exact | Bound::Between => false,
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
    let counted = same_thing(pair, x, y);
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

/// Whether the two numbers count the same thing; `None` where the words do not say.
///
/// *Twelve hurt* and *17 people were injured* do: what one counts stands behind the other. *12 people died* and *17
/// people were hurt* do not, though both count people.
fn same_thing(pair: &Pair, x: &Fact, y: &Fact) -> Option<bool> {
    let (p, q) = (&quantity(x)?.counted, &quantity(y)?.counted);
    let (behind_x, behind_y) = (behind(&pair.a, x), behind(&pair.b, y));
    if fates_differ(&pair.a, x, &pair.b, y) {
        return Some(false);
    }
    if p.is_empty() || q.is_empty() {
        return None;
    }
    let alike = |one: &str, other: &str| near::related(one, other) || person(one) && person(other);
    let meets = |counted: &[String], there: &[&str]| {
        counted.iter().take(1).any(|one| there.iter().any(|other| alike(one, other)))
    };
    let direct = p.iter().any(|one| q.iter().any(|other| alike(one, other)));
    Some(direct || meets(p, &behind_y) || meets(q, &behind_x))
}

/// Stems of the words behind a number, where its noun and verb stand.
fn behind<'a>(side: &super::Side<'a>, fact: &Fact) -> Vec<&'a str> {
    let to = (fact.tokens.1 + 4).min(side.tokens.len());
    side.tokens[fact.tokens.1..to].iter().map(|token| token.stem.as_str()).collect()
}

/// The dead are not the hurt, nor the missing: what happened to those counted, as far as the words around say.
fn fates_differ(a: &super::Side, x: &Fact, b: &super::Side, y: &Fact) -> bool {
    let (x, y) = (fates(a, x), fates(b, y));
    !x.is_empty() && !y.is_empty() && !x.iter().any(|one| y.iter().any(|other| near::related(one, other)))
}

const FATES: &[&str] = &[
    "kill", "dead", "die", "death", "hurt", "injur", "wound", "miss", "arrest", "detain", "rescu", "surviv",
    "surviv", "hospit", "displac", "evacu", "charg", "convict", "releas", "trap", "sick", "infect", "fled",
];

fn fates<'a>(side: &super::Side<'a>, fact: &Fact) -> Vec<&'a str> {
    let from = fact.tokens.0.saturating_sub(2);
    let to = (fact.tokens.1 + 5).min(side.tokens.len());
    // Another number begins another count.
    let stop = (fact.tokens.1..to).find(|index| side.tokens[*index].is_numeric()).unwrap_or(to);
    side.tokens[from..stop]
        .iter()
        .map(|token| token.stem.as_str())
        .filter(|stem| FATES.contains(stem))
        .collect()
}

/// Words for people that news exchanges freely when it counts them.
fn person(stem: &str) -> bool {
    const PEOPLE: &[&str] = &[
        "peopl", "person", "passeng", "man", "men", "woman", "women", "resid", "civilian", "other",
        "soldier", "worker",
    ];
    PEOPLE.contains(&stem)
}

/// The nouns both sides have behind their numbers, as one of them writes them: the same one whichever comes first.
fn about(pair: &Pair, x: &Fact, y: &Fact) -> String {
    let counted = |fact: &Fact| quantity(fact).map(|quantity| quantity.counted.clone()).unwrap_or_default();
    let written = |stem: &String| {
        let tokens = pair.a.tokens.iter().chain(pair.b.tokens);
        tokens
            .filter(|token| token.stem == *stem)
            .map(|token| token.folded.to_string())
            .min()
            .unwrap_or_default()
    };
    let (x, y) = (counted(x), counted(y));
    let both: Vec<String> = x.iter().filter(|stem| y.contains(stem)).map(written).collect();
    both.join(" ")
}
