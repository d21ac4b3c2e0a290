//! What two aligned sentences differ in: one file a kind.
//!
//! ```text
//!   Pair { two sentences with their facts, laid side by side (slots) } ─► Detector… ─► findings
//! ```
//!
//! A detector that is unsure finds nothing: a finding must be a fact with two places. To add a kind: one file here,
//! two lines below, a variant in `model/divergence.rs`, cases in `tests/spec`.

mod attribution;
mod event_anchor;
mod meaning;
mod modality;
mod name;
mod number;
mod pairing;
mod polarity;
mod predicate;
mod quote;
mod report;
mod time;
mod word_alignment;

pub use attribution::Said;
pub use report::Report;
pub use word_alignment::{Slot, Slots};

use crate::model::{DivergenceKind, Evidence, Fact, Finding};
use crate::part::Part;
use crate::text::Token;

/// Share of the longer sentence's words that must be the same for the place of a word to tell its role.
const MOSTLY_SAME: f64 = 0.6;

/// One of two aligned sentences.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
    pub facts: &'a [Fact],
    /// The sayings that most of it rests on, outermost first.
    pub said: &'a [Said<'a>],
}

/// Two aligned sentences, laid side by side.
#[derive(Clone, Debug)]
pub struct Pair<'a> {
    pub a: Side<'a>,
    pub b: Side<'a>,
    pub slots: Slots,
    /// Most words of the longer sentence stand in the other, in their order.
    pub mostly_same: bool,
}

impl<'a> Pair<'a> {
    pub fn new(a: Side<'a>, b: Side<'a>) -> Self {
        let slots = Slots::new(&a, &b);
        let longer = a.tokens.len().max(b.tokens.len());
        let mostly_same = slots.unchanged() as f64 >= MOSTLY_SAME * longer as f64;
        Pair { a, b, slots, mostly_same }
    }
}

/// One kind of divergence.
pub trait Detector: Part {
    fn kind(&self) -> DivergenceKind;
    /// Reports what it is sure of, and why it kept quiet where it looked; unsure finds nothing.
    fn detect(&self, pair: &Pair, report: &mut Report);
}

/// Every detector, in the order of reporting.
pub const DETECTORS: &[&dyn Detector] = &[
    &number::Numbers,
    &time::Times,
    &name::Names,
    &name::Places,
    &polarity::Polarity,
    &predicate::Predicates,
    &quote::Quotes,
    &attribution::Attributions,
    &modality::Modality,
];

/// Where two sentences part, in the order of the kinds, then by place; nowhere when they are the same words.
pub fn findings(a: Side, b: Side) -> Vec<Finding> {
    report(a, b).findings
}

/// Where two sentences part, and where the rules looked and kept quiet.
///
/// Symmetric: swapping the two swaps the sides of everything and changes nothing else. The sentences are laid side by
/// side in one fixed order, since a diff may break ties either way.
pub fn report(a: Side, b: Side) -> Report {
    if same_words(&a, &b) {
        return Report::default();
    }
    let mut report = Report::default();
    let swapped = b.text < a.text;
    let pair = if swapped { Pair::new(b, a) } else { Pair::new(a, b) };
    DETECTORS.iter().for_each(|detector| detector.detect(&pair, &mut report));
    drop_covered(&mut report.findings);
    let mut report = if swapped { report.mirrored() } else { report };
    report.findings.sort_by(|x, y| (x.kind, &x.a, &x.b).cmp(&(y.kind, &y.a, &y.b)));
    report.quiet.sort();
    report
}

/// One place is told once. Inside a quotation a number or a name may differ: that says more than *other words*; but
/// *other words* of a quotation say more than other words anywhere.
fn drop_covered(findings: &mut Vec<Finding>) {
    let all = findings.clone();
    findings.retain(|one| {
        let covered = |by: &Finding| {
            outranks(by.kind, one.kind) && by.a.span.overlaps(one.a.span) && by.b.span.overlaps(one.b.span)
        };
        !all.iter().any(covered)
    });
}

fn outranks(by: DivergenceKind, one: DivergenceKind) -> bool {
    use DivergenceKind::{Attribution, Modality, Name, Number, Place, Polarity, Predicate, Quote, Time};
    match one {
        Quote => match by {
            Number | Time | Name | Place | Polarity => true,
            Predicate | Quote | Attribution | Modality => false,
        },
        Predicate => by == Quote,
        Number | Time | Name | Place | Polarity | Attribution | Modality => false,
    }
}

fn same_words(a: &Side, b: &Side) -> bool {
    a.tokens.len() == b.tokens.len() && a.tokens.iter().zip(b.tokens).all(|(x, y)| x.folded == y.folded)
}

/// A fact as one side of a finding.
fn evidence(fact: &Fact) -> Evidence {
    Evidence { span: fact.span, value: fact.value.clone() }
}

/// A stretch of words as one side of a finding.
fn words(side: &Side, tokens: word_alignment::Tokens) -> Evidence {
    let span = side.tokens[tokens.0].span.joined(side.tokens[tokens.1 - 1].span);
    Evidence { span, value: span.of(side.text).to_owned() }
}
