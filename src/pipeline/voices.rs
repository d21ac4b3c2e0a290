//! Who speaks: the documents' own outlets and those that roundups carry, each under one name.

use std::collections::BTreeMap;

use crate::lexicon::outlets;
use crate::model::{Document, Outlet, Segmented};

/// The outlets of a comparison, and whose every passage is.
#[derive(Clone, Debug, Default)]
pub struct Voices {
    /// Sorted by name.
    pub outlets: Vec<Outlet>,
    /// For each document: the index of its own outlet.
    own: Vec<usize>,
    /// For each document: the index of the outlet of each of its passages.
    passages: Vec<Vec<usize>>,
}

impl Voices {
    pub fn outlet(&self, document: usize, passage: Option<usize>) -> usize {
        passage.map_or(self.own[document], |passage| self.passages[document][passage])
    }

    /// The names through which a mention reached us, outermost first, ending with its own outlet.
    pub fn chain(&self, document: usize, segmented: &Segmented, passage: Option<usize>) -> Vec<String> {
        let mut chain = vec![self.outlets[self.own[document]].name.clone()];
        if let Some(passage) = passage {
            chain.extend(segmented.passages[passage].chain.iter().map(|name| self.name(name)));
        }
        chain
    }

    /// Every document goes by the name of its outlet in this comparison.
    pub fn rename(&self, documents: &mut [Document]) {
        for (document, own) in documents.iter_mut().zip(&self.own) {
            document.outlet.clone_from(&self.outlets[*own].name);
        }
    }

    fn name(&self, name: &str) -> String {
        let key = key(name);
        let known = self.outlets.iter().find(|outlet| self::key(&outlet.name) == key);
        known.map_or_else(|| name.to_owned(), |outlet| outlet.name.clone())
    }
}

/// Collects the outlets of all documents and passages; spellings of one outlet become one.
pub fn voices(documents: &[Document], segmented: &[Segmented]) -> Voices {
    let mut found: BTreeMap<String, Outlet> = BTreeMap::new();
    documents.iter().for_each(|document| note(&mut found, &document.outlet, true));
    for passage in segmented.iter().flat_map(|segmented| &segmented.passages) {
        note(&mut found, &passage.voice, false);
    }
    let mut outlets: Vec<Outlet> = found.into_values().collect();
    outlets.sort_by(|x, y| x.name.cmp(&y.name));
    let index: BTreeMap<String, usize> =
        outlets.iter().enumerate().map(|(index, outlet)| (key(&outlet.name), index)).collect();
    let of = |name: &str| index[&key(name)];
    Voices {
        own: documents.iter().map(|document| of(&document.outlet)).collect(),
        passages: segmented
            .iter()
            .map(|one| one.passages.iter().map(|passage| of(&passage.voice)).collect())
            .collect(),
        outlets,
    }
}

/// A known outlet goes by its listed name; of several spellings of another, the first in the alphabet stands.
fn note(found: &mut BTreeMap<String, Outlet>, name: &str, present: bool) {
    let listed = outlets::canonical(name);
    let display = listed.map_or_else(|| name.trim().to_owned(), |entry| entry.name.to_owned());
    let agency = outlets::is_agency(name);
    let outlet = found.entry(key(name)).or_insert_with(|| Outlet { name: display.clone(), agency, present });
    outlet.present |= present;
    if display < outlet.name {
        outlet.name = display;
    }
}

fn key(name: &str) -> String {
    match outlets::canonical(name) {
        Some(entry) => outlets::same_name_key(entry.name),
        None => outlets::same_name_key(name),
    }
}
