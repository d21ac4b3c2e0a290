//! Made coverage, carried as far as the alignment stage, through the library's public parts.
//!
//! The pipeline does the same and a little more: it leaves out sentences too short to be evidence, and merges outlets
//! that go by two names. Made coverage has neither.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use crosswire::align::Item;
use crosswire::model::{Document, Segmented, Sentence};
use crosswire::score::{self, Profile, Vocabulary};
use crosswire::segment::{self, Unit};
use crosswire::text::{self, Token};
use rayon::prelude::*;

/// So many documents are cut up at once; their words are dropped before the next ones come.
const AT_ONCE: usize = 2000;

/// What the alignment stage wants, and where each mention stands.
#[derive(Default)]
pub struct Mentions {
    pub items: Vec<Item>,
    pub vocabulary: Vocabulary,
    /// Document and sentence, counted as the generator counts: a title is no sentence.
    pub places: Vec<(usize, Option<usize>)>,
    /// What it took to cut and to tokenise, and to make profiles.
    pub spent: [Duration; 2],
}

/// A unit, its words, and its sentence.
type Words = (Unit, Vec<Token>, Option<usize>);

pub fn mentions(documents: &[Document]) -> Mentions {
    let mut mentions = Mentions::default();
    let mut outlets: HashMap<&str, usize> = HashMap::new();
    for (chunk, some) in documents.chunks(AT_ONCE).enumerate() {
        let begun = Instant::now();
        let words: Vec<Vec<Words>> = some.par_iter().map(words).collect();
        mentions.spent[0] += begun.elapsed();
        let begun = Instant::now();
        for (at, (document, words)) in some.iter().zip(&words).enumerate() {
            let known = outlets.len();
            let outlet = *outlets.entry(&document.outlet).or_insert(known);
            mentions.add((chunk * AT_ONCE + at, outlet), &document.text, words);
        }
        mentions.spent[1] += begun.elapsed();
    }
    let begun = Instant::now();
    mentions.weigh();
    mentions.spent[1] += begun.elapsed();
    mentions
}

impl Mentions {
    fn add(&mut self, (document, outlet): (usize, usize), text: &str, words: &[Words]) {
        for (place, (unit, tokens, sentence)) in words.iter().enumerate() {
            let profile = Profile::new(unit.span.of(text), tokens, &mut self.vocabulary);
            self.vocabulary.count_unit(&profile.stems());
            self.items.push(Item { document, outlet, place, profile });
            self.places.push((document, *sentence));
        }
    }

    fn weigh(&mut self) {
        let (units, vocabulary) = (self.items.len(), &self.vocabulary);
        let weight = |entry: &score::Entry| score::event_weight(entry, units);
        self.items.par_iter_mut().for_each(|item| item.profile.weigh(vocabulary, weight));
    }
}

fn words(document: &Document) -> Vec<Words> {
    let cut = segment::segment(document);
    let units = segment::units(document, &cut).into_iter();
    units
        .map(|unit| (unit, text::tokens(unit.span.of(&document.text)), sentence(document, &cut, unit)))
        .collect()
}

fn sentence(document: &Document, cut: &Segmented, unit: Unit) -> Option<usize> {
    let titles = usize::from(document.headline.is_some());
    let until = |sentence: &Sentence| sentence.span.start <= unit.span.start;
    cut.sentences.partition_point(until).checked_sub(1 + titles)
}
