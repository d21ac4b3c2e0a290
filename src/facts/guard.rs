//! What speaks against two numbers, times or names being readings of one slot.
//!
//! Each guard expresses one sense in which different values are no disagreement: a document that gives both values speaks
//! of two things; a number that is no quantity (an ordinal, a part of a telephone number, a clock time); a vague
//! number (*dozens*); one of several (*one man* of *three people*); values so far apart that they count different things.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Bound, Fact, FactKind, Measure, Mention, Quantity, Reading, Span};

/// Numbers of one slot differ by less than this factor.
const FARTHEST: f64 = 10.0;
/// Two numbers under the same bound are the same within this share.
const SAME_BOUND: f64 = 0.05;

/// How far one number may be off another that was worked out from it in another unit.
const CONVERTED: f64 = 0.03;

/// What each document gives: times and places as read, numbers by measure and value, however they are written.
pub struct Given<'a> {
    values: BTreeSet<(usize, FactKind, &'a str)>,
    numbers: BTreeMap<(usize, Measure), Vec<f64>>,
}

impl<'a> Given<'a> {
    pub fn new(mentions: &'a [Mention]) -> Self {
        let mut given = Given { values: BTreeSet::new(), numbers: BTreeMap::new() };
        for mention in mentions {
            for fact in &mention.facts {
                match quantity(fact) {
                    Some(one) => {
                        given.numbers.entry((mention.document, one.measure)).or_default().push(one.value)
                    }
                    None => _ = given.values.insert((mention.document, fact.kind, fact.value.as_str())),
                }
            }
        }
        given.numbers.values_mut().for_each(|values| values.sort_by(f64::total_cmp));
        given
    }

    /// The one document gives the other's value as well.
    pub fn both(&self, one: (usize, &str), other: (usize, &str), kind: FactKind) -> bool {
        self.values.contains(&(one.0, kind, other.1)) || self.values.contains(&(other.0, kind, one.1))
    }

    /// The one document gives the other's number as well, in whatever unit.
    pub fn both_numbers(&self, one: (usize, &Quantity), other: (usize, &Quantity)) -> bool {
        self.has(one.0, other.1) || self.has(other.0, one.1)
    }

    fn has(&self, document: usize, quantity: &Quantity) -> bool {
        let converts = matches!(quantity.measure, Measure::Length | Measure::Mass | Measure::Volume);
        let slack = if converts { CONVERTED * quantity.value.abs() } else { 0.0 };
        let Some(values) = self.numbers.get(&(document, quantity.measure)) else { return false };
        let at = values.partition_point(|value| *value < quantity.value - slack);
        values.get(at).is_some_and(|value| *value <= quantity.value + slack)
    }
}

/// A sentence with more numbers is a table of them: the result of a match, the figures of a player.
const TABLE: usize = 4;

/// So many numbers stand in one sentence that their places tell no longer what each is a number of.
pub fn is_table(mention: &Mention) -> bool {
    mention.facts.iter().filter(|fact| fact.kind == FactKind::Number).count() > TABLE
}

/// The quantity that stands at a place of a mention.
pub fn quantity_at(mention: &Mention, span: Span) -> Option<&Quantity> {
    let fact = mention.facts.iter().find(|fact| fact.span == span && fact.kind == FactKind::Number)?;
    quantity(fact)
}

pub(super) fn quantity(fact: &Fact) -> Option<&Quantity> {
    match &fact.reading {
        Reading::Number(quantity) => Some(quantity),
        Reading::Time(_) | Reading::Name(_) | Reading::Negation { .. } | Reading::Modality { .. } => None,
    }
}

/// A number that measures or counts something, as far as the text around it tells.
pub fn is_quantity(text: &str, span: Span, quantity: &Quantity) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    let (before, behind) = (&text[..span.start], &text[span.end..]);
    let written = span.of(text);
    let grouped = before.ends_with(' ') && before.trim_end().ends_with(digit) && written.starts_with(digit)
        || behind.starts_with(' ') && behind.trim_start().starts_with(digit) && written.ends_with(digit);
    let coded = written.len() > 1 && written.starts_with('0') && !written.contains(['.', ',']);
    let zone =
        ["GMT", "BST", "EST", "EDT", "PST", "UTC"].iter().any(|zone| behind.trim_start().starts_with(zone));
    let clock = behind.starts_with(':') || before.ends_with(':');
    // 3½ written as 31/2, or with a sign that was lost.
    let fraction =
        behind.starts_with('/') || before.ends_with('/') || behind.starts_with(['½', '¼', '¾', '\u{fffd}']);
    // *A$1 million ($660,000)*: the same amount in another currency.
    let converted = matches!(quantity.measure, Measure::Money(_)) && is_bracketed(before);
    let part = quantity.value > 0.0 && quantity.value < 1.0 && !written.contains(digit);
    !(grouped
        || coded
        || zone
        || clock
        || fraction
        || converted
        || part
        || quantity.measure == Measure::Ordinal)
}

/// A bracket opens here, directly behind a number.
fn is_bracketed(before: &str) -> bool {
    let Some(rest) = before.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '(').strip_suffix('(')
    else {
        return false;
    };
    let word = rest.trim_end().rsplit(' ').next().unwrap_or_default();
    word.ends_with(|c: char| c.is_ascii_digit()) || ["million", "billion", "thousand"].contains(&word)
}

/// Two numbers that one slot could be given with and that cannot both hold.
pub fn conflict(x: &Quantity, y: &Quantity) -> bool {
    let (small, large) = (x.value.min(y.value), x.value.max(y.value));
    // Degrees have no zero that they could be times of.
    let near = x.measure == Measure::Temperature || large < FARTHEST * small;
    let one_of_several = x.measure == Measure::Count && small == 1.0;
    let apart = x.low > y.high || y.low > x.high || is_same_bound(x, y);
    let scores = matches!((x.measure, y.measure), (Measure::Score(_), Measure::Score(_)));
    let comparable = x.measure == y.measure || scores;
    comparable && !is_vague(x) && !is_vague(y) && !one_of_several && near && apart
}

/// *At least 12* and *at least 17* could both hold; the accounts part all the same.
fn is_same_bound(x: &Quantity, y: &Quantity) -> bool {
    let bounded = matches!(x.bound, Bound::About | Bound::AtLeast | Bound::AtMost | Bound::Nearly);
    bounded && x.bound == y.bound && (x.value - y.value).abs() > SAME_BOUND * x.value.abs().max(y.value.abs())
}

/// *Dozens*, *hundreds*: from a number up to many times of it.
fn is_vague(quantity: &Quantity) -> bool {
    quantity.high.is_finite() && quantity.high >= 5.0 * quantity.low.max(f64::MIN_POSITIVE)
}
