//! How an outlet makes a claim: in words of its own or shared ones, and which reading it gives.

use super::super::View;
use crate::graph::Voice;
use crate::model::{Divergence, Status};

/// One outlet's part in a claim, for the matrix and the picture.
pub(super) struct OutletCell<'v> {
    pub outlet: usize,
    /// Its first mention of the claim.
    pub mention: usize,
    pub wording: Wording,
    /// The side that it takes in the highest-ranked divergence; none where it gives another reading, none, or both.
    pub side: Option<Side>,
    /// Whether a detail of this claim differs at all.
    pub differs: bool,
    /// What it gives wherever a detail differs, each once.
    pub readings: Vec<&'v str>,
}

impl OutletCell<'_> {
    /// The classes of its sign.
    pub fn class(&self) -> String {
        let side = match self.side {
            Some(Side::A) => " a",
            Some(Side::B) => " b",
            None if self.differs => " none",
            None => "",
        };
        format!("{}{side}", self.wording.class())
    }
}

#[derive(PartialEq, Eq)]
pub(super) enum Wording {
    Own,
    /// In text that it shares; whose, in words.
    Shared(String),
    /// Only another outlet quotes it.
    Quoted,
}

impl Wording {
    /// For those who cannot see the sign.
    pub fn words(&self) -> &str {
        match self {
            Wording::Own => "own text",
            Wording::Shared(whose) => whose,
            Wording::Quoted => "quoted by another outlet",
        }
    }

    fn class(&self) -> &'static str {
        match self {
            Wording::Own => "own",
            Wording::Shared(_) => "copy",
            Wording::Quoted => "via",
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    A,
    B,
}

/// Everyone who makes a claim, by outlet.
pub(super) fn outlet_cells<'v>(view: &'v View, claim: usize) -> Vec<OutletCell<'v>> {
    let voices = view.graph.voices(claim);
    let outlets: Vec<usize> = voices.iter().map(|voice| voice.outlet).collect();
    let leads = view.leads(claim, &outlets);
    let divergences: Vec<_> =
        ranked(view, claim).into_iter().map(|at| &view.analysis.divergences[at]).collect();
    let cell = |(voice, (_, lead)): (Voice, (usize, Option<String>))| OutletCell {
        outlet: voice.outlet,
        mention: voice.mentions[0],
        wording: wording(view, &voice, lead),
        side: divergences.first().and_then(|divergence| side(divergence, voice.outlet)),
        readings: readings(&divergences, voice.outlet),
        differs: !divergences.is_empty(),
    };
    voices.into_iter().zip(leads).map(cell).collect()
}

/// The divergences of a claim, the highest-ranked first.
pub(super) fn ranked(view: &View, claim: usize) -> Vec<usize> {
    view.analysis.by_weight(view.analysis.claims[claim].divergences.iter().copied())
}

/// Claims of this status, in their order.
pub(super) fn of_status(view: &View, status: Status) -> Vec<usize> {
    (0..view.claims.len()).filter(|&claim| view.analysis.claims[claim].status == status).collect()
}

fn wording(view: &View, voice: &Voice, lead: Option<String>) -> Wording {
    let quoted = |&mention: &usize| view.analysis.mentions[mention].chain.len() > 1;
    match lead {
        _ if voice.mentions.iter().all(quoted) => Wording::Quoted,
        Some(lead) => Wording::Shared(lead),
        None => Wording::Own,
    }
}

fn side(divergence: &Divergence, outlet: usize) -> Option<Side> {
    match (divergence.a.outlets.contains(&outlet), divergence.b.outlets.contains(&outlet)) {
        (true, false) => Some(Side::A),
        (false, true) => Some(Side::B),
        _ => None,
    }
}

fn readings<'v>(divergences: &[&'v Divergence], outlet: usize) -> Vec<&'v str> {
    let mut readings: Vec<&str> = Vec::new();
    for camp in divergences.iter().flat_map(|divergence| [&divergence.a, &divergence.b]) {
        if camp.outlets.contains(&outlet) && !readings.contains(&camp.value.as_str()) {
            readings.push(&camp.value);
        }
    }
    readings
}
