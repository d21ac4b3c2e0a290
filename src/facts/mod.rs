//! Facts of one event compared over all its documents, whether or not their sentences are aligned.
//!
//! ```text
//!   mentions ─quotation─► one utterance in several wordings ─┐
//!            ─spelling──► one name in several spellings      ├─► disagreements, each with all places of both readings
//!            ─count─────► one thing counted differently ─────┘
//! ```
//!
//! On real coverage two accounts rarely part by one word in two equal sentences; they state the same fact in sentences
//! that differ otherwise. So each comparison looks for the *slot* first (which utterance, whose name, what is counted)
//! and reports two readings of it that cannot both hold. A comparison that is unsure reports nothing.

mod count;
pub mod guard;
mod quotation;
mod spelling;

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::model::{DivergenceKind, Mention, Segmented, Span};
use crate::text::Token;

/// What the comparisons look at: the mentions of one event with their words.
#[derive(Clone, Copy)]
pub struct Event<'a> {
    /// The text of each document.
    pub texts: &'a [&'a str],
    /// The sentences of each document.
    pub segmented: &'a [Segmented],
    /// In document order, then by place.
    pub mentions: &'a [Mention],
    /// The words of each mention; their places count from the mention's start.
    pub tokens: &'a [Vec<Token>],
}

impl<'a> Event<'a> {
    fn text(&self, mention: usize) -> &'a str {
        let mention = &self.mentions[mention];
        mention.span.of(self.texts[mention.document])
    }

    fn outlet(&self, place: &Place) -> usize {
        self.mentions[place.mention].outlet
    }
}

/// A stretch of a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Index into the event's mentions.
    pub mention: usize,
    /// Bytes, counted from the mention's start.
    pub span: Span,
}

/// One of two readings of a slot, as the text has it, and everywhere it is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    pub value: String,
    /// Ascending, at least one.
    pub places: Vec<Place>,
}

/// Two readings of one slot that cannot both hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Disagreement {
    pub kind: DivergenceKind,
    /// What the readings are about, for people; empty where unknown.
    pub about: String,
    /// 0 to 1.
    pub confidence: f64,
    pub a: Reading,
    pub b: Reading,
}

/// Every disagreement between two outlets, ordered by kind, then by place.
pub fn compare(event: &Event) -> Vec<Disagreement> {
    let comparisons: [fn(&Event) -> Vec<Disagreement>; 3] =
        [quotation::compare, spelling::compare, count::compare];
    let mut all: Vec<Disagreement> =
        comparisons.into_par_iter().flat_map_iter(|compare| compare(event)).collect();
    all.retain(|one| between_outlets(event, one));
    all.sort_by(|x, y| (x.kind, &x.a.places, &x.b.places).cmp(&(y.kind, &y.a.places, &y.b.places)));
    all
}

/// The outlets that give the one reading are not those that give the other.
fn between_outlets(event: &Event, one: &Disagreement) -> bool {
    let outlets = |reading: &Reading| -> BTreeSet<usize> {
        reading.places.iter().map(|place| event.outlet(place)).collect()
    };
    outlets(&one.a) != outlets(&one.b)
}
