//! Made coverage, carried as far as the alignment stage, through the library's public parts.
//!
//! The pipeline does the same and a little more: it keeps the words, leaves out sentences too short to be evidence, and
//! merges outlets that go by two names. Made coverage has neither short sentences nor such outlets.

use std::borrow::Cow;
use std::collections::HashMap;

use crosswire::align::{Item, Texts};
use crosswire::annotate::segment;
use crosswire::model::{Document, Segmented, Sentence, Span};
use crosswire::text::{self, Token};
use rayon::prelude::*;

/// What the alignment stage wants, and where each mention stands.
pub struct Mentions<'a> {
    documents: &'a [Document],
    pub items: Vec<Item>,
    places: Vec<Place>,
}

/// A span, and the sentence that it is, counted as the generator counts: a title is no sentence.
type Place = (Span, Option<usize>);

impl<'a> Mentions<'a> {
    pub fn new(documents: &'a [Document]) -> Self {
        let cut: Vec<Vec<Place>> = documents.par_iter().map(places).collect();
        let mut outlets: HashMap<&str, usize> = HashMap::new();
        let mut items = Vec::with_capacity(cut.iter().map(Vec::len).sum());
        for (document, (read, places)) in documents.iter().zip(&cut).enumerate() {
            let known = outlets.len();
            let outlet = *outlets.entry(&read.outlet).or_insert(known);
            items.extend((0..places.len()).map(|place| Item { document, outlet, language: 0, place }));
        }
        Mentions { documents, items, places: cut.into_iter().flatten().collect() }
    }

    /// Document and sentence of a mention.
    pub fn place(&self, mention: usize) -> Option<(&'a str, usize)> {
        let sentence = self.places[mention].1?;
        Some((&self.documents[self.items[mention].document].id, sentence))
    }
}

impl Texts for Mentions<'_> {
    fn text(&self, mention: usize) -> &str {
        self.places[mention].0.of(&self.documents[self.items[mention].document].text)
    }

    fn tokens(&self, mention: usize) -> Cow<'_, [Token]> {
        Cow::Owned(text::tokens(self.text(mention)))
    }
}

fn places(document: &Document) -> Vec<Place> {
    let cut = segment::segment(document);
    let units = segment::units(document, &cut).into_iter();
    units.map(|unit| (unit.span, sentence(document, &cut, unit.span))).collect()
}

fn sentence(document: &Document, cut: &Segmented, span: Span) -> Option<usize> {
    let titles = usize::from(document.headline.is_some());
    let until = |sentence: &Sentence| sentence.span.start <= span.start;
    cut.sentences.partition_point(until).checked_sub(1 + titles)
}
