//! Opposed words in the same place: *rose* here, *fell* there.

use super::{Detector, Pair};
use crate::lexicon::opposites;
use crate::model::{DivergenceKind, Evidence, Finding};
use crate::part::Part;

/// Slots longer than this are rewordings, not replacements.
const LONGEST_SLOT: usize = 3;

pub struct Predicates;

impl Part for Predicates {
    fn name(&self) -> &'static str {
        "predicate"
    }

    fn about(&self) -> &'static str {
        "Opposed verbs or adjectives in the same place"
    }
}

impl Detector for Predicates {
    fn kind(&self) -> DivergenceKind {
        DivergenceKind::Predicate
    }

    fn detect(&self, pair: &Pair, findings: &mut Vec<Finding>) {
        for slot in &pair.slots.replaced {
            if slot.a.1 - slot.a.0 > LONGEST_SLOT || slot.b.1 - slot.b.0 > LONGEST_SLOT {
                continue;
            }
            let all = (slot.a.0..slot.a.1).flat_map(|i| (slot.b.0..slot.b.1).map(move |j| (i, j)));
            let opposed = all
                .into_iter()
                .find(|(i, j)| opposites::opposed(&pair.a.tokens[*i].folded, &pair.b.tokens[*j].folded));
            if let Some((i, j)) = opposed.filter(|_| pair.slots.neighbours(slot.a, slot.b) >= 2) {
                findings.push(Finding {
                    kind: self.kind(),
                    a: word(&pair.a, i),
                    b: word(&pair.b, j),
                    about: String::new(),
                    confidence: 0.8,
                    rule: "opposed words in the same place of sentences otherwise alike",
                });
            }
        }
    }
}

fn word(side: &super::Side, at: usize) -> Evidence {
    let span = side.tokens[at].span;
    Evidence { span, value: span.of(side.text).to_owned() }
}
