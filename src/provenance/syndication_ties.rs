//! What a roundup carries is no confirmation of the roundup, nor of what else it carries.
//!
//! ```text
//!   Digest ─┬─ Gazette: …        the Gazette has no document here: all that is known of it, the Digest says
//!           └─ From the Post: …  and so of the Post: one origin
//! ```
//!
//! An outlet whose own document says the same stands on that; then it is the roundup that rests on it.

use std::collections::{BTreeMap, BTreeSet};

use super::event_context::Scene;
use crate::model::{Layer, Sureness, Tie};

pub(super) fn ties(scene: &Scene) -> Vec<Tie> {
    let mut ties = reached_through(scene);
    ties.extend(rests_on_carried(scene, &ties));
    ties
}

/// Outlets that only one document speaks for, tied to that document's outlet, or else to each other.
fn reached_through(scene: &Scene) -> Vec<Tie> {
    let mut ties = Vec::new();
    for (document, carried) in only_carried(scene) {
        let host = scene.event.own[document];
        let hub = if scene.voices.contains_key(&host) { host } else { carried[0] };
        for outlet in carried.into_iter().filter(|&outlet| outlet != hub) {
            ties.push(tie(scene, document, (hub, outlet)));
        }
    }
    ties
}

/// By document: the outlets of the claim that have no mention of their own.
fn only_carried(scene: &Scene) -> BTreeMap<usize, Vec<usize>> {
    let mut carried: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (&outlet, mentions) in &scene.voices {
        if !mentions.iter().any(|&mention| scene.event.is_own(mention)) {
            scene.documents(outlet).for_each(|document| {
                carried.entry(document).or_default().insert(outlet);
            });
        }
    }
    carried.into_iter().map(|(document, outlets)| (document, outlets.into_iter().collect())).collect()
}

fn tie(scene: &Scene, document: usize, (hub, outlet): (usize, usize)) -> Tie {
    let host = scene.event.name(scene.event.own[document]);
    let rests = scene.event.rests[document].as_ref();
    let places = [hub, outlet].into_iter().filter_map(|outlet| place(scene, document, outlet));
    Tie {
        layer: Layer::Carried,
        a: hub,
        b: outlet,
        root: Some(rests.map_or(host, |rests| rests.on.as_str()).to_owned()),
        sureness: Sureness::Sure,
        why: match rests {
            None => format!("reached only through {host}"),
            Some(rests) => format!("reached only through {host}, which rests on {}", rests.on),
        },
        places: places.chain(rests.map(|rests| (document, rests.place))).collect(),
    }
}

/// A roundup's own sentence beside the account that it carries rests on that account: on the first, where it carries
/// several, since it adds nothing to any of them.
fn rests_on_carried(scene: &Scene, tied: &[Tie]) -> Vec<Tie> {
    let hosts = scene.voices.keys().filter(|&&host| !tied.iter().any(|tie| tie.a == host || tie.b == host));
    hosts.filter_map(|&host| rests_on(scene, host)).collect()
}

fn rests_on(scene: &Scene, host: usize) -> Option<Tie> {
    let own: BTreeSet<usize> = scene.documents(host).filter(|&at| scene.event.own[at] == host).collect();
    let [document] = own.into_iter().collect::<Vec<_>>()[..] else { return None };
    let carries = |&&outlet: &&usize| outlet != host && scene.documents(outlet).any(|at| at == document);
    let carried = *scene.voices.keys().find(carries)?;
    Some(Tie {
        layer: Layer::Carried,
        a: carried,
        b: host,
        root: Some(scene.event.name(carried).to_owned()),
        sureness: Sureness::Likely,
        why: format!("{} carries the account of {}", scene.event.name(host), scene.event.name(carried)),
        places: [carried, host].into_iter().filter_map(|outlet| place(scene, document, outlet)).collect(),
    })
}

/// Where the document says it for the outlet.
fn place(scene: &Scene, document: usize, outlet: usize) -> Option<(usize, crate::model::Span)> {
    let mentions = scene.voices[&outlet].iter().map(|&mention| scene.event.place(mention));
    mentions.into_iter().find(|&(at, _)| at == document)
}
