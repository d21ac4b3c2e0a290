//! Sentence → facts: what it states in a form that can be compared.

use super::{modality, name, negation, quantity, time};
use crate::model::Fact;
use crate::part::Part;
use crate::text::Token;

/// What surrounds a sentence and helps to read it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Setting {
    /// The day on which the document was published.
    pub published: Option<jiff::civil::Date>,
}

/// A sentence ready for reading facts out of it.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    pub text: &'a str,
    /// All words of `text`, in order.
    pub tokens: &'a [Token],
    pub setting: Setting,
}

/// One kind of fact.
pub trait Extractor: Part {
    /// Pushes what it is sure of; unsure pushes nothing.
    fn extract(&self, words: &Words, facts: &mut Vec<Fact>);
}

/// Every extractor. Times come before numbers, which take what is left.
pub const EXTRACTORS: &[&dyn Extractor] =
    &[&time::Times, &quantity::Numbers, &name::Names, &negation::Polarity, &modality::Modality];

/// The facts of one sentence, by place; spans counted from the sentence's start.
pub fn facts(words: &Words) -> Vec<Fact> {
    let mut facts = Vec::new();
    EXTRACTORS.iter().for_each(|extractor| extractor.extract(words, &mut facts));
    facts.sort_by_key(|fact| (fact.span, fact.kind));
    // There may be a list for each of a million sentences.
    facts.shrink_to_fit();
    facts
}
