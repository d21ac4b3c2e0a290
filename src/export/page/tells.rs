//! How an outlet tells a claim: in words of its own or shared ones, and which reading it gives.

use super::super::View;
use crate::graph::Voice;
use crate::model::{Divergence, Status};

/// One outlet's part in a claim, for the matrix and the picture.
pub(super) struct Tells<'v> {
    pub outlet: usize,
    /// Its first mention of the claim.
    pub mention: usize,
    pub how: How,
    /// The side that it takes in the most telling divergence; none where it gives another reading, none, or both.
    pub side: Option<Side>,
    /// Whether accounts of this claim part at all.
    pub parts: bool,
    /// What it gives wherever accounts part, each once.
    pub readings: Vec<&'v str>,
}

impl Tells<'_> {
    /// The classes of its sign.
    pub fn class(&self) -> String {
        let side = match self.side {
            Some(Side::A) => " a",
            Some(Side::B) => " b",
            None if self.parts => " none",
            None => "",
        };
        format!("{}{side}", self.how.class())
    }
}

#[derive(PartialEq, Eq)]
pub(super) enum How {
    Own,
    /// In text that it shares; whose, in words.
    Shared(String),
    /// It reached us through another outlet only.
    Carried,
}

impl How {
    /// For those who cannot see the sign.
    pub fn words(&self) -> &str {
        match self {
            How::Own => "own text",
            How::Shared(whose) => whose,
            How::Carried => "quoted by another outlet",
        }
    }

    fn class(&self) -> &'static str {
        match self {
            How::Own => "own",
            How::Shared(_) => "copy",
            How::Carried => "via",
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    A,
    B,
}

/// Everyone who tells a claim, by outlet.
pub(super) fn tells<'v>(view: &'v View, claim: usize) -> Vec<Tells<'v>> {
    let voices = view.graph.voices(claim);
    let outlets: Vec<usize> = voices.iter().map(|voice| voice.outlet).collect();
    let leads = view.leads(claim, &outlets);
    let divergences: Vec<_> =
        ranked(view, claim).into_iter().map(|at| &view.analysis.divergences[at]).collect();
    let tells = |(voice, (_, lead)): (Voice, (usize, Option<String>))| Tells {
        outlet: voice.outlet,
        mention: voice.mentions[0],
        how: how(view, &voice, lead),
        side: divergences.first().and_then(|divergence| side(divergence, voice.outlet)),
        readings: readings(&divergences, voice.outlet),
        parts: !divergences.is_empty(),
    };
    voices.into_iter().zip(leads).map(tells).collect()
}

/// The divergences of a claim, the most telling first.
pub(super) fn ranked(view: &View, claim: usize) -> Vec<usize> {
    view.analysis.by_weight(view.analysis.claims[claim].divergences.iter().copied())
}

/// Claims of this status, in their order.
pub(super) fn of_status(view: &View, status: Status) -> Vec<usize> {
    (0..view.claims.len()).filter(|&claim| view.analysis.claims[claim].status == status).collect()
}

fn how(view: &View, voice: &Voice, lead: Option<String>) -> How {
    let carried = |&mention: &usize| view.analysis.mentions[mention].chain.len() > 1;
    match lead {
        _ if voice.mentions.iter().all(carried) => How::Carried,
        Some(lead) => How::Shared(lead),
        None => How::Own,
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
