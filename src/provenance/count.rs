//! Ties → origins: who is one with whom, counted layer by layer.
//!
//! ```text
//!   5 outlets ─ shared text ─► 3 ─ publishers ─► 3 ─ named sources ─► 2 origins
//! ```
//!
//! A tie that we cannot be sure of is left open: the count then has a least (it holds) and a most (it does not), and is
//! no single number. Nothing is guessed in between.

use std::collections::BTreeSet;

use super::event_context::{Event, Scene};
use super::groups::Groups;
use super::shared_text_ties::Shared;
use super::{named, publisher, shared_text_ties, syndication_ties};
use crate::model::{Claim, Layer, Origin, OriginCount, Range, Sureness, Tie};

/// The origins of a claim, that of most outlets first, and how many they are.
pub(super) fn origins(
    event: &Event,
    shared: &Shared,
    claim: usize,
    of: &Claim,
) -> (Vec<Origin>, OriginCount) {
    let scene = Scene::new(event, of);
    let mut tally = Tally::new(&scene);
    tally.add(syndication_ties::ties(&scene));
    let after_copies = tally.add(shared_text_ties::ties(&scene, shared));
    let after_publishers = tally.add(publisher::ties(&scene));
    let after_sources = tally.add(named::ties(&scene, &tally.groups));
    let count = OriginCount { after_copies, after_publishers, after_sources };
    (tally.origins(&scene, claim), count)
}

/// The ties so far.
struct Tally {
    groups: Groups,
    ties: Vec<Tie>,
    open: Vec<Tie>,
}

impl Tally {
    fn new(scene: &Scene) -> Self {
        Tally { groups: Groups::new(scene.voices.keys().copied()), ties: Vec::new(), open: Vec::new() }
    }

    /// Adds a layer; says how many origins are left.
    fn add(&mut self, ties: Vec<Tie>) -> Range {
        let (open, sure): (Vec<Tie>, Vec<Tie>) =
            ties.into_iter().partition(|tie| tie.sureness == Sureness::CannotTell);
        self.groups = self.groups.clone().tied(&sure);
        self.ties.extend(sure);
        self.open.extend(open);
        Range { least: self.groups.clone().tied(&self.open).count(), most: self.groups.count() }
    }

    fn origins(self, scene: &Scene, claim: usize) -> Vec<Origin> {
        let mut origins: Vec<Origin> =
            self.groups.sets().into_iter().map(|outlets| self.origin(scene, claim, outlets)).collect();
        origins.sort_by_key(|origin| (std::cmp::Reverse(origin.outlets.len()), origin.mentions[0]));
        origins
    }

    fn origin(&self, scene: &Scene, claim: usize, outlets: Vec<usize>) -> Origin {
        let inside = |tie: &&Tie| outlets.contains(&tie.a) && outlets.contains(&tie.b);
        let across = |tie: &&Tie| outlets.contains(&tie.a) != outlets.contains(&tie.b);
        let ties: Vec<Tie> = self.ties.iter().filter(inside).cloned().collect();
        let mut mentions: Vec<usize> =
            outlets.iter().flat_map(|outlet| scene.voices[outlet].clone()).collect();
        mentions.sort_unstable();
        Origin {
            claim,
            name: name(scene, &outlets, &ties),
            open: self.open.iter().filter(across).cloned().collect(),
            outlets,
            mentions,
            ties,
        }
    }
}

/// What stands behind these outlets: the deepest layer that names it.
fn name(scene: &Scene, outlets: &[usize], ties: &[Tie]) -> Option<String> {
    let of = |layer: Layer| ties.iter().filter(move |tie| tie.layer == layer);
    let one_of = |layer: Layer| {
        let roots: BTreeSet<&String> = of(layer).filter_map(|tie| tie.root.as_ref()).collect();
        roots.into_iter().next().cloned()
    };
    let alone = || match outlets {
        [only] => Some(scene.event.name(*only).to_owned()),
        _ => None,
    };
    let has_text = of(Layer::Text).next().is_some();
    one_of(Layer::Source)
        .or_else(|| text_root(scene, ties))
        .or_else(|| one_of(Layer::Publisher))
        .or_else(|| one_of(Layer::Carried).filter(|_| !has_text))
        .or_else(alone)
}

/// The one outlet or agency that others have the text from and that has it from nobody.
fn text_root(scene: &Scene, ties: &[Tie]) -> Option<String> {
    let text = || ties.iter().filter(|tie| tie.layer == Layer::Text);
    let roots: BTreeSet<&str> = text().filter_map(|tie| tie.root.as_deref()).collect();
    let takes = |name: &str| {
        text().any(|tie| {
            let ends = [tie.a, tie.b].map(|outlet| scene.event.name(outlet));
            ends.contains(&name) && tie.root.as_deref().is_some_and(|root| root != name)
        })
    };
    let mut heads = roots.into_iter().filter(|name| !takes(name));
    heads.next().filter(|_| heads.next().is_none()).map(str::to_owned)
}
