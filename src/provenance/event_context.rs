//! What the layers look at: one claim, who says it, and where.

use std::collections::{BTreeMap, BTreeSet};

use super::declared_source::{Rests, rests};
use crate::model::{Analysis, Claim, Span};

/// What is the same for every claim of an event.
pub(super) struct Event<'a> {
    pub analysis: &'a Analysis,
    /// The outlet of each document.
    pub own: Vec<usize>,
    /// What each document says it rests on.
    pub rests: Vec<Option<Rests>>,
    /// A document, and a source that it names.
    pub names: BTreeSet<(usize, usize)>,
    /// The number of words of each mention.
    pub lengths: Vec<usize>,
}

impl<'a> Event<'a> {
    pub fn new(analysis: &'a Analysis, lengths: Vec<usize>) -> Self {
        let outlet = |name: &str| analysis.outlets.partition_point(|outlet| outlet.name.as_str() < name);
        let own = analysis.documents.iter().map(|document| outlet(&document.outlet)).collect();
        let named = analysis.sayings.iter().filter_map(|saying| Some((saying.document, saying.source?)));
        Event { analysis, own, rests: rests(analysis), names: named.collect(), lengths }
    }

    /// The mention is its outlet's own, not carried by another's document.
    pub fn is_own(&self, mention: usize) -> bool {
        let mention = &self.analysis.mentions[mention];
        self.own[mention.document] == mention.outlet
    }

    pub fn place(&self, mention: usize) -> (usize, Span) {
        let mention = &self.analysis.mentions[mention];
        (mention.document, mention.span)
    }

    pub fn name(&self, outlet: usize) -> &'a str {
        &self.analysis.outlets[outlet].name
    }
}

/// One claim, by who says it.
pub(super) struct Scene<'a> {
    pub event: &'a Event<'a>,
    pub claim: &'a Claim,
    /// The mentions of each outlet of the claim, ascending.
    pub voices: BTreeMap<usize, Vec<usize>>,
}

impl<'a> Scene<'a> {
    pub fn new(event: &'a Event<'a>, claim: &'a Claim) -> Self {
        let mut voices: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for &mention in &claim.mentions {
            voices.entry(event.analysis.mentions[mention].outlet).or_default().push(mention);
        }
        Scene { event, claim, voices }
    }

    /// The documents in which an outlet's mentions of the claim stand.
    pub fn documents(&self, outlet: usize) -> impl Iterator<Item = usize> {
        self.voices[&outlet].iter().map(|&mention| self.event.analysis.mentions[mention].document)
    }
}
