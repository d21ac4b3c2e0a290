//! Asserted here, denied there: *was warned* and *denied that it was warned*.

use super::meaning::near_tokens;
use super::{Detector, Pair, Report, Side, evidence, time};
use crate::lexicon::{grammar, near};
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

    fn detect(&self, pair: &Pair, report: &mut Report) {
        if negations(&pair.a).next().is_none() && negations(&pair.b).next().is_none() {
            return report.idle(self.kind(), "neither side negates or denies");
        }
        if time::other_days(pair) {
            return report.idle(self.kind(), "the sentences tell of different days");
        }
        let mut found: Vec<(Evidence, Evidence)> = Vec::new();
        found.extend(negated(pair, &pair.a, &pair.b));
        found.extend(negated(pair, &pair.b, &pair.a).map(|(b, a)| (a, b)));
        // A negation on either side of the same words is one finding at most; two cancel out.
        if let [(a, b)] = &found[..] {
            report.found(Finding {
                kind: self.kind(),
                a: a.clone(),
                b: b.clone(),
                about: String::new(),
                confidence: 0.75,
                rule: "what one side negates or denies stands on the other without a negation",
            });
        } else {
            report.idle(self.kind(), "what is negated is negated on both sides, or stands in no sure place");
        }
    }
}

/// Negations that are looked at; a sentence with more is no sentence.
const MOST: usize = 20;

/// The first negation of `of` whose words stand in `other` outside any negation.
fn negated(pair: &Pair, of: &Side, other: &Side) -> Option<(Evidence, Evidence)> {
    let word = |side: &Side, fact: &Fact| side.tokens[fact.tokens.0].folded.clone();
    negations(of).take(MOST).find_map(|fact| {
        let target = *scope(fact).first()?;
        let at = counterpart(pair, of, other, fact, target)?;
        let free = !negations(other)
            .any(|negation| reaches(negation, at) || word(other, negation) == word(of, fact));
        let said = free && !is_lost(other, at) && !of_nobody(other, at) && supported(of, other, fact);
        said.then(|| (denied(of, fact, target), asserted(other, at)))
    })
}

/// The word of `other` that answers the first word a negation reaches.
///
/// After a verb of denial any place will do, since what is denied is retold in other words. Elsewhere the two words
/// must stand in the same place of the sentences: far too many words recur for other reasons.
fn counterpart(pair: &Pair, of: &Side, other: &Side, fact: &Fact, target: usize) -> Option<usize> {
    let stem = &of.tokens[target].stem;
    if denies_statement(of, fact, target) {
        return (0..other.tokens.len()).find(|index| near::related(&other.tokens[*index].stem, stem));
    }
    let map = if std::ptr::eq(of.text, pair.a.text) { &pair.slots.to_b } else { &pair.slots.to_a };
    let at = map.get(target).copied().flatten().or_else(|| replaced(pair, of, other, target))?;
    let stands = |index: Option<usize>| index.and_then(|index| map.get(index).copied().flatten());
    let left = |back: usize| stands(fact.tokens.0.checked_sub(back));
    let right = |ahead: usize| stands(Some(target + ahead));
    // The words before the negation and behind its target keep their places; where most of the sentences is the same,
    // something may stand between, on one side of the word.
    let (before, behind) = (left(1).is_some_and(|j| j < at && j + 3 > at), right(1) == Some(at + 1));
    let near = || {
        (1..=NEAR).any(|back| left(back).is_some_and(|j| j < at && at - j <= NEAR + 1))
            || (1..=NEAR).any(|ahead| right(ahead).is_some_and(|j| j > at && j - at <= NEAR))
    };
    // What somebody denies or refuses may be another thing than what is told of it (*answered the report*).
    let plain = grammar::is_function(&of.tokens[fact.tokens.0].folded);
    (before && behind || pair.mostly_same && (before || behind || plain && near())).then_some(at)
}

/// How far the next word may stand that keeps its place.
const NEAR: usize = 2;

/// The near-meaning word that stands where the target stands: *paid* for *failed to pay*.
fn replaced(pair: &Pair, of: &Side, other: &Side, target: usize) -> Option<usize> {
    let of_a = std::ptr::eq(of.text, pair.a.text);
    let slots = pair.slots.replaced.iter().map(|slot| if of_a { (slot.a, slot.b) } else { (slot.b, slot.a) });
    let (_, there) = slots.into_iter().find(|(here, _)| (here.0..here.1).contains(&target))?;
    (there.0..there.1).find(|index| near_tokens(&other.tokens[*index], &of.tokens[target]))
}

/// *Denied that it was warned*, *denies having known*; not *disputed a report*.
fn denies_statement(side: &Side, fact: &Fact, target: usize) -> bool {
    let between = &side.tokens[fact.tokens.1..target];
    let stem = side.tokens[fact.tokens.0].stem.as_str();
    // "Disputes that argument": there the word points at something.
    let opens = between
        .iter()
        .any(|token| OPENINGS.contains(&token.folded.as_str()) && (stem == "deni" || token.folded != "that"));
    DENIALS.contains(&stem) && opens
}

const OPENINGS: &[&str] =
    &["that", "it", "he", "she", "they", "having", "being", "was", "were", "had", "has"];

/// Stems of verbs behind which a whole statement is denied.
const DENIALS: &[&str] = &["deni", "disput", "refut"];

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

/// *No one, not even the mayor, is above the law*: what is said of nobody is denied, however far behind it stands.
fn of_nobody(side: &Side, at: usize) -> bool {
    let before = &side.tokens[..at];
    let nobody = |token: &crate::text::Token| ["nobody", "none", "neither"].contains(&token.folded.as_str());
    before.iter().any(nobody)
        || before.windows(2).any(|pair| pair[0].folded == "no" && pair[1].folded == "one")
}

/// *Lost power* says as much as *without power*.
fn is_lost(side: &Side, at: usize) -> bool {
    let before = &side.tokens[at.saturating_sub(2)..at];
    before.iter().any(|token| ["lose", "lost", "end", "stop", "lack", "cut"].contains(&token.stem.as_str()))
}

fn scope(fact: &Fact) -> &[usize] {
    match &fact.reading {
        Reading::Negation { scope } => scope,
        Reading::Number(_) | Reading::Time(_) | Reading::Name(_) | Reading::Modality { .. } => &[],
    }
}

/// The negation reaches the token, or is the word itself.
fn reaches(fact: &Fact, at: usize) -> bool {
    scope(fact).contains(&at) || !scope(fact).is_empty() && fact.tokens.0 == at
}

/// Nearly all of the negated words stand on the other side.
fn supported(of: &Side, other: &Side, fact: &Fact) -> bool {
    let words = scope(fact);
    let there = |index: &&usize| {
        other.tokens.iter().any(|token| near::related(&token.stem, &of.tokens[**index].stem))
    };
    words.iter().filter(there).count() * 3 >= words.len() * 2
}
