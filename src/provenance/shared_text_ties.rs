//! Outlets that state a claim in text they share, or that credit one agency for it.

use std::collections::{BTreeMap, BTreeSet};

use super::event_context::{Event, Scene};
use super::groups::Groups;
use crate::model::{
    Copy, Credit, Direction, Layer, MentionKind, PassageKind, SharedMention, SharedPassage, Span, Sureness,
    Tie,
};

/// The share of the shorter mention's words, and of the longer one's, that must stand in the shared passage.
const OF_SHORTER: f64 = 0.6;
const OF_LONGER: f64 = 0.35;
/// A passage of so many words, so little changed, leaves no doubt.
const SURE_WORDS: usize = 12;
const SURE_KEPT: f64 = 0.8;

/// What an event's documents share, looked up claim by claim.
pub(super) struct Shared<'a> {
    /// Passages by the two mentions that stand in them, the lower mention first.
    passages: BTreeMap<(usize, usize), (&'a Copy, SharedMention)>,
    /// A mention, and an outlet that has text of it.
    mentions: BTreeSet<(usize, usize)>,
    /// A document, and an outlet that it shares text with at all.
    documents: BTreeSet<(usize, usize)>,
}

impl<'a> Shared<'a> {
    pub fn new(event: &Event<'a>) -> Self {
        let passages = passages(event);
        let outlet = |mention: usize| event.analysis.mentions[mention].outlet;
        let mentions = passages.keys().flat_map(|&(a, b)| [(a, outlet(b)), (b, outlet(a))]).collect();
        let copies = event.analysis.copies.iter().filter(|copy| copy.a.shared > 0);
        let ends = |copy: &Copy| [(copy.a.document, copy.b.outlet), (copy.b.document, copy.a.outlet)];
        Shared { passages, mentions, documents: copies.flat_map(ends).collect() }
    }

    fn get(&self, a: usize, b: usize) -> Option<(&'a Copy, &'a SharedPassage)> {
        let &(copy, pair) = self.passages.get(&(a.min(b), a.max(b)))?;
        Some((copy, &copy.passages[pair.passage]))
    }
}

/// Of several passages of two mentions the longest.
fn passages<'a>(event: &Event<'a>) -> BTreeMap<(usize, usize), (&'a Copy, SharedMention)> {
    let mut passages: BTreeMap<(usize, usize), (&Copy, SharedMention)> = BTreeMap::new();
    for copy in &event.analysis.copies {
        for &pair in copy.mentions.iter().filter(|pair| is_covered(event, pair)) {
            let key = (pair.a.min(pair.b), pair.a.max(pair.b));
            let best = passages.entry(key).or_insert((copy, pair));
            if pair.words > best.1.words {
                *best = (copy, pair);
            }
        }
    }
    passages
}

fn is_covered(event: &Event, pair: &SharedMention) -> bool {
    let [x, y] = [pair.a, pair.b].map(|mention| event.lengths[mention] as f64);
    let words = pair.words as f64;
    words >= OF_SHORTER * x.min(y) && words >= OF_LONGER * x.max(y)
}

/// Ties, and among them open ones.
pub(super) fn ties(scene: &Scene, shared: &Shared) -> Vec<Tie> {
    let mut ties = copies(scene, shared);
    ties.extend(credits(scene, shared));
    ties
}

/// The ties by shared text that hold the outlets together, the surest first: no more than it takes.
fn copies(scene: &Scene, shared: &Shared) -> Vec<Tie> {
    let mut ties = between_outlets(scene, shared);
    ties.sort_by_key(|tie| (tie.sureness, tie.root.is_none(), tie.a, tie.b));
    let mut groups = Groups::new(scene.voices.keys().copied());
    ties.retain(|tie| {
        let new = groups.of(tie.a) != groups.of(tie.b);
        groups.join(tie.a, tie.b);
        new
    });
    ties
}

/// The surest tie of every two outlets with mentions in shared text.
fn between_outlets(scene: &Scene, shared: &Shared) -> Vec<Tie> {
    let mut best: BTreeMap<(usize, usize), Tie> = BTreeMap::new();
    let mentions = &scene.claim.mentions;
    for (at, &a) in mentions.iter().enumerate() {
        for &b in &mentions[at + 1..] {
            let Some(tie) = shared.get(a, b).and_then(|(copy, passage)| copied(scene, copy, passage, (a, b)))
            else {
                continue;
            };
            let key = (tie.a.min(tie.b), tie.a.max(tie.b));
            match best.get_mut(&key) {
                Some(kept) if kept.sureness <= tie.sureness => {}
                Some(kept) => *kept = tie,
                None => {
                    best.insert(key, tie);
                }
            }
        }
    }
    best.into_values().collect()
}

fn copied(scene: &Scene, copy: &Copy, passage: &SharedPassage, (a, b): (usize, usize)) -> Option<Tie> {
    let headline = |mention: usize| scene.event.analysis.mentions[mention].kind == MentionKind::Headline;
    let sureness = match passage.kind {
        PassageKind::Text if passage.words >= SURE_WORDS && passage.kept >= SURE_KEPT => Sureness::Sure,
        PassageKind::Text => Sureness::Likely,
        PassageKind::Short if !headline(a) && !headline(b) => Sureness::CannotTell,
        PassageKind::Short | PassageKind::Quotation => return None,
    };
    let (from, to) = match copy.direction {
        Direction::FromA | Direction::Unknown => (copy.a, copy.b),
        Direction::FromB => (copy.b, copy.a),
    };
    let known = copy.direction != Direction::Unknown && sureness != Sureness::CannotTell;
    Some(Tie {
        layer: Layer::Text,
        a: from.outlet,
        b: to.outlet,
        root: known.then(|| scene.event.name(from.outlet).to_owned()),
        sureness,
        why: wording(scene, copy, passage),
        places: vec![scene.event.place(a), scene.event.place(b)],
    })
}

fn wording(scene: &Scene, copy: &Copy, passage: &SharedPassage) -> String {
    let [a, b] = [copy.a, copy.b].map(|end| scene.event.name(end.outlet));
    let kept = (passage.kept * 100.0).floor();
    match passage.kind {
        PassageKind::Text => {
            format!("{a} and {b} share text: {} words in one passage, {kept} % the same", passage.words)
        }
        PassageKind::Short | PassageKind::Quotation => {
            format!("{a} and {b} have {} words in a row in common, too few to tell", passage.words)
        }
    }
}

/// Outlets whose text is an agency's, by their own words.
fn credits(scene: &Scene, shared: &Shared) -> Vec<Tie> {
    let mut by_agency: BTreeMap<&str, Vec<(usize, &Credit)>> = BTreeMap::new();
    for (&outlet, mentions) in &scene.voices {
        for credit in credited(scene, shared, outlet, mentions) {
            by_agency.entry(&credit.agency).or_default().push((outlet, credit));
        }
    }
    by_agency.into_iter().flat_map(|(agency, credits)| of_agency(scene, agency, &credits)).collect()
}

/// The credits of the documents in which the outlet itself states the claim. Where the agency's own text is at hand,
/// what is not in it was added by others.
fn credited<'a>(
    scene: &Scene<'a>,
    shared: &'a Shared,
    outlet: usize,
    mentions: &'a [usize],
) -> Vec<&'a Credit> {
    let analysis = scene.event.analysis;
    let documents: BTreeSet<usize> = scene.documents(outlet).collect();
    let agency = |credit: &Credit| analysis.outlets.iter().position(|o| o.name == credit.agency && o.present);
    let holds = |credit: &&Credit| {
        let own = |&&m: &&usize| analysis.mentions[m].document == credit.document && scene.event.is_own(m);
        let mut own = mentions.iter().filter(own);
        match agency(credit) {
            None => own.next().is_some(),
            // Another version of its text than the one at hand.
            Some(agency) if !shared.documents.contains(&(credit.document, agency)) => own.next().is_some(),
            Some(agency) => own.any(|&mention| shared.mentions.contains(&(mention, agency))),
        }
    };
    analysis.credits.iter().filter(|credit| documents.contains(&credit.document)).filter(holds).collect()
}

/// All tied to the first, or to the agency itself where it states the claim.
fn of_agency(scene: &Scene, agency: &str, credits: &[(usize, &Credit)]) -> Vec<Tie> {
    let own = scene.voices.keys().copied().find(|&outlet| scene.event.name(outlet) == agency);
    let (first, lead) = credits[0];
    let hub = own.unwrap_or(first);
    // The first of two or more is in the others' ties.
    let rest = if own.is_none() && credits.len() > 1 { &credits[1..] } else { credits };
    let one = |&(outlet, credit): &(usize, &Credit)| {
        let whole = credit.whole && (own.is_some() || lead.whole);
        let said = if own.is_some() { vec![credit] } else { vec![lead, credit] };
        Tie {
            layer: Layer::Text,
            a: hub,
            b: outlet,
            root: Some(agency.to_owned()),
            sureness: if whole { Sureness::Sure } else { Sureness::CannotTell },
            why: crediting(agency, outlet == hub, whole),
            places: places(&said),
        }
    };
    rest.iter().map(one).collect()
}

fn crediting(agency: &str, alone: bool, whole: bool) -> String {
    match (alone, whole) {
        (true, true) => format!("credits {agency}"),
        (false, true) => format!("{agency}, by credit"),
        (_, false) => format!("credits {agency} for a part, and does not say which"),
    }
}

fn places(credits: &[&Credit]) -> Vec<(usize, Span)> {
    let all: BTreeSet<(usize, Span)> =
        credits.iter().filter_map(|credit| Some((credit.document, credit.place?))).collect();
    all.into_iter().collect()
}
