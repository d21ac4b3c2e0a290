//! Outlets of one publisher are not independent of each other.

use std::collections::BTreeMap;

use super::event_context::Scene;
use crate::lexicon::outlets;
use crate::model::{Layer, Sureness, Tie};

/// Each outlet of the claim tied to the first of the same owner, as the outlet list has it.
pub(super) fn ties(scene: &Scene) -> Vec<Tie> {
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    let mut ties = Vec::new();
    for &outlet in scene.voices.keys() {
        let Some(owner) = owner(scene.event.name(outlet)) else { continue };
        match first.get(owner) {
            Some(&hub) => ties.push(tie(owner, hub, outlet)),
            None => drop(first.insert(owner, outlet)),
        }
    }
    ties
}

fn owner(outlet: &str) -> Option<&'static str> {
    outlets::canonical(outlet).and_then(|entry| entry.owner)
}

fn tie(owner: &str, a: usize, b: usize) -> Tie {
    Tie {
        layer: Layer::Publisher,
        a,
        b,
        root: Some(owner.to_owned()),
        sureness: Sureness::Sure,
        why: format!("both belong to {owner}, by the list of outlets"),
        places: Vec::new(),
    }
}
