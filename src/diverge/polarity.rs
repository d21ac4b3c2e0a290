//! Asserted here, denied there: *was warned* and *denied that it was warned*.

use super::{Detector, Pair, Side, evidence};
use crate::lexicon::near;
use crate::model::{DivergenceKind, Evidence, Fact, Finding, Reading};
use crate::part::Part;

pub struct Polarity;

impl Part for Polarity {
    fn name(&self) -> &'static str {
        "polarity"
    }

    fn about(&self) -> &'static str {
        "Asserted on one side, negated or denied on the other"
    }
}

impl Detector for Polarity {
    fn kind(&self) -> DivergenceKind {
        DivergenceKind::Polarity
    }

    fn detect(&self, pair: &Pair, findings: &mut Vec<Finding>) {
        let mut found: Vec<(Evidence, Evidence)> = Vec::new();
        found.extend(negated(&pair.a, &pair.b));
        found.extend(negated(&pair.b, &pair.a).map(|(b, a)| (a, b)));
        // A negation on either side of the same words is one finding at most; two cancel out.
        if let [(a, b)] = &found[..] {
            findings.push(Finding {
                kind: self.kind(),
                a: a.clone(),
                b: b.clone(),
                about: String::new(),
                confidence: 0.75,
                rule: "what one side negates or denies stands on the other without a negation",
            });
        }
    }
}

/// The first negation of `of` whose words stand in `other` outside any negation.
fn negated(of: &Side, other: &Side) -> Option<(Evidence, Evidence)> {
    negations(of).find_map(|fact| {
        let target = *scope(fact).first()?;
        let stem = &of.tokens[target].stem;
        let at = (0..other.tokens.len()).find(|index| near::related(&other.tokens[*index].stem, stem))?;
        let free = !negations(other).any(|negation| reaches(negation, at) || negation.value == fact.value);
        let said = free && !is_lost(other, at) && supported(of, other, fact);
        said.then(|| (denied(of, fact, target), asserted(other, at)))
    })
}

fn negations<'a>(side: &Side<'a>) -> impl Iterator<Item = &'a Fact> {
    side.facts.iter().filter(|fact| matches!(fact.reading, Reading::Negation { .. }))
}

/// *not … warned*: the word that negates and the first word it reaches.
fn denied(side: &Side, fact: &Fact, target: usize) -> Evidence {
    let word = side.tokens[target].span.of(side.text);
    let gap = if target == fact.tokens.1 { " " } else { " … " };
    Evidence { value: format!("{}{gap}{word}", fact.value), ..evidence(fact) }
}

fn asserted(side: &Side, at: usize) -> Evidence {
    let span = side.tokens[at].span;
    Evidence { span, value: span.of(side.text).to_owned() }
}

/// *Lost power* says as much as *without power*.
fn is_lost(side: &Side, at: usize) -> bool {
    let before = &side.tokens[at.saturating_sub(2)..at];
    before.iter().any(|token| ["lose", "lost", "end", "stop", "lack", "cut"].contains(&token.stem.as_str()))
}

fn scope(fact: &Fact) -> &[usize] {
    match &fact.reading {
        Reading::Negation { scope } => scope,
        Reading::Number(_) | Reading::Time(_) | Reading::Name(_) => &[],
    }
}

/// The negation reaches the token, or is the word itself.
fn reaches(fact: &Fact, at: usize) -> bool {
    scope(fact).contains(&at) || !scope(fact).is_empty() && fact.tokens.0 == at
}

/// At least half of the negated words stand on the other side.
fn supported(of: &Side, other: &Side, fact: &Fact) -> bool {
    let words = scope(fact);
    let there = |index: &&usize| {
        other.tokens.iter().any(|token| near::related(&token.stem, &of.tokens[**index].stem))
    };
    words.iter().filter(there).count() * 2 >= words.len()
}
