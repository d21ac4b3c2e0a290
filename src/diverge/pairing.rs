//! Which reading of one sentence answers which of the other: facts of one kind, joined where they fill one role.

use std::collections::BTreeSet;

use super::{Pair, Report};
use crate::lexicon::near;
use crate::model::{DivergenceKind, Fact};

/// Words on either side of a fact that tell its role.
const WINDOW: usize = 5;

/// A sentence with more facts of one kind is a table; comparing them all would cost the square of them, and tell
/// nothing.
const MOST: usize = 40;

/// Facts of both sides that have no compatible partner anywhere on the other side; `compatible` is asked with the
/// fact of `a` first.
///
/// In sentences mostly the same, a fact whose words stand on the other side in their place is its own partner and
/// nobody else's: *in Norvik in 2018, in Norvik now* and *in Halvik in 2018, in Norvik now* part over the first.
pub fn unmatched<'a>(
    pair: &Pair,
    a: &[&'a Fact],
    b: &[&'a Fact],
    compatible: impl Fn(&Fact, &Fact) -> bool,
) -> (Vec<&'a Fact>, Vec<&'a Fact>) {
    if a.len().max(b.len()) > MOST {
        return (Vec::new(), Vec::new());
    }
    let settled = |x: &Fact, y: &Fact| pair.mostly_same && pair.slots.in_place(x.tokens, y.tokens);
    let open_a: Vec<&Fact> = a.iter().copied().filter(|x| !b.iter().any(|y| settled(x, y))).collect();
    let open_b: Vec<&Fact> = b.iter().copied().filter(|y| !a.iter().any(|x| settled(x, y))).collect();
    (
        open_a.iter().copied().filter(|x| !open_b.iter().any(|y| compatible(x, y))).collect(),
        open_b.iter().copied().filter(|y| !open_a.iter().any(|x| compatible(x, y))).collect(),
    )
}

/// Joins facts one to one, the surest first; `sure` gives how sure a join is, `None` for no join.
pub fn joined<'a>(
    a: &[&'a Fact],
    b: &[&'a Fact],
    sure: impl Fn(&Fact, &Fact) -> Option<f64>,
) -> Vec<(&'a Fact, &'a Fact, f64)> {
    let mut all: Vec<(usize, usize, f64)> = Vec::new();
    for (i, x) in a.iter().enumerate().take(MOST) {
        all.extend(b.iter().enumerate().take(MOST).filter_map(|(j, y)| sure(x, y).map(|sure| (i, j, sure))));
    }
    all.sort_by(|x, y| {
        y.2.total_cmp(&x.2).then_with(|| (x.0 + x.1, x.0.abs_diff(x.1)).cmp(&(y.0 + y.1, y.0.abs_diff(y.1))))
    });
    let (mut taken_a, mut taken_b, mut pairs) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
    for (i, j, sure) in all {
        if !taken_a.contains(&i) && !taken_b.contains(&j) {
            taken_a.insert(i);
            taken_b.insert(j);
            pairs.push((a[i], b[j], sure));
        }
    }
    pairs
}

/// Tells why facts of one kind were passed over: readings that meet, and readings that fill no common role.
pub fn explain_quiet(
    report: &mut Report,
    kind: DivergenceKind,
    (a, b): (&[&Fact], &[&Fact]),
    compatible: impl Fn(&Fact, &Fact) -> bool,
) {
    if a.is_empty() || b.is_empty() {
        return report.idle(kind, "one side or both give none; leaving something out is no divergence");
    }
    for x in a.iter().take(MOST) {
        let found = report.findings.iter().any(|finding| finding.kind == kind && finding.a.span == x.span);
        match b.iter().take(MOST).find(|y| compatible(x, y)) {
            _ if found => {}
            Some(y) if x.value == y.value => {}
            Some(y) => report.passed(kind, (x.span, y.span), "the readings can both be so"),
            None => {
                report.passed(kind, (x.span, b[0].span), "not surely of the same thing, or in the same place")
            }
        }
    }
}

/// How much the surroundings of two facts agree, 0 to 1: the share of telling words near one that stand near the
/// other, in the same or a near meaning.
pub fn surroundings(pair: &Pair, a: &Fact, b: &Fact) -> f64 {
    let (near_a, near_b) = (around(&pair.a, a), around(&pair.b, b));
    let fewer = near_a.len().min(near_b.len());
    if fewer == 0 {
        return 0.0;
    }
    let (small, large) = if near_a.len() <= near_b.len() { (&near_a, &near_b) } else { (&near_b, &near_a) };
    let found = small.iter().filter(|stem| large.iter().any(|other| near::related(stem, other))).count();
    found as f64 / fewer as f64
}

/// How much of what the shorter sentence tells stands in the other, 0 to 1.
pub fn common_ground(pair: &Pair) -> f64 {
    let telling = |side: &super::Side| -> BTreeSet<String> {
        side.tokens.iter().map(|token| token.stem.to_string()).filter(|stem| tells(stem)).collect()
    };
    let (a, b) = (telling(&pair.a), telling(&pair.b));
    let (small, large) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    let found = small.iter().filter(|stem| large.iter().any(|other| near::related(stem, other))).count();
    found as f64 / small.len().max(1) as f64
}

fn around<'a>(side: &super::Side<'a>, fact: &Fact) -> Vec<&'a str> {
    let from = fact.tokens.0.saturating_sub(WINDOW);
    let to = (fact.tokens.1 + WINDOW).min(side.tokens.len());
    let outside = (from..to).filter(|index| !(fact.tokens.0..fact.tokens.1).contains(index));
    let stems: BTreeSet<&str> =
        outside.map(|index| side.tokens[index].stem.as_str()).filter(|stem| tells(stem)).collect();
    stems.into_iter().collect()
}

/// A word that says something about the role of a fact.
fn tells(stem: &str) -> bool {
    !stem.starts_with(|c: char| c.is_numeric()) && crate::lexicon::frequency::weight(stem) >= 3.2
}
