//! What a document and its event make known: outlets by all their names, works by title.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::annotate::{self, Work};
use crate::lexicon::outlets::{self, same_name_key};
use crate::model::{Document, Segmented};

/// The outlets of an event, by key.
#[derive(Clone, Debug, Default)]
pub(super) struct Outlets {
    names: BTreeMap<String, String>,
    /// Last words of the longer names.
    endings: BTreeMap<String, BTreeSet<String>>,
}

impl Outlets {
    pub fn new(documents: &[Document], segmented: &[Segmented]) -> Self {
        let mut known = Outlets::default();
        documents.iter().for_each(|document| known.learn(&document.outlet));
        let passages = segmented.iter().flat_map(|one| &one.passages);
        passages.for_each(|passage| known.learn(&passage.voice));
        known
    }

    fn learn(&mut self, name: &str) {
        let key = key(name);
        if let Some((_, last)) = key.rsplit_once(' ').filter(|_| annotate::sounds_like_outlet(name)) {
            self.endings.entry(last.to_owned()).or_default().insert(outlet_name(name));
        }
        self.names.entry(key).or_insert_with(|| outlet_name(name));
    }

    fn forget(&mut self, title: &str) {
        self.names.remove(&key(title));
    }

    /// The one name of an outlet in this event.
    pub fn name(&self, name: &str) -> String {
        self.names.get(&key(name)).cloned().unwrap_or_else(|| outlet_name(name))
    }
}

fn key(name: &str) -> String {
    outlets::canonical(name).map_or_else(|| same_name_key(name), |entry| same_name_key(entry.name))
}

fn outlet_name(name: &str) -> String {
    outlets::canonical(name).map_or_else(|| name.trim().to_owned(), |entry| entry.name.to_owned())
}

/// The titles of all works that the documents introduce or that passages speak for.
pub(super) fn titles(documents: &[Document], outlets: &mut Outlets) -> BTreeSet<String> {
    let works = documents.iter().flat_map(|document| annotate::works(&document.text));
    let titles: BTreeSet<String> = works.map(|work| work.title).collect();
    titles.iter().for_each(|title| outlets.forget(title));
    titles
}

/// The words that the documents have in small letters.
pub(super) fn small_words(documents: &[Document]) -> HashSet<&str> {
    let words = documents.iter().flat_map(|document| document.text.split(|c: char| !c.is_alphanumeric()));
    words.filter(|word| word.starts_with(char::is_lowercase)).collect()
}

/// A document among those of its event.
pub(super) struct Page<'a> {
    pub text: &'a str,
    outlets: &'a Outlets,
    /// What the document introduces as books, reports and films.
    pub works: Vec<Work>,
    /// Titles that any document of the event introduces.
    pub titles: &'a BTreeSet<String>,
    /// Outlets that only this document names, by their last word.
    heard: RefCell<BTreeMap<String, BTreeSet<String>>>,
    /// Looking a short name up may take a look through the text.
    listed: RefCell<HashMap<String, Option<String>>>,
    /// Words that the event has in small letters.
    small: &'a HashSet<&'a str>,
}

impl<'a> Page<'a> {
    pub fn new(
        document: &'a Document,
        outlets: &'a Outlets,
        titles: &'a BTreeSet<String>,
        small: &'a HashSet<&'a str>,
    ) -> Self {
        Page {
            text: &document.text,
            outlets,
            works: annotate::works(&document.text),
            titles,
            heard: RefCell::default(),
            listed: RefCell::default(),
            small,
        }
    }

    /// The outlet that a capitalised name means here.
    pub fn outlet(&self, name: &str) -> Option<String> {
        let known = self.outlets.names.get(&key(name)).cloned();
        known.or_else(|| self.listed(name)).or_else(|| self.shortened(name))
    }

    /// An outlet by the look of its name; the document may shorten it from here on.
    pub fn likely(&self, name: &str) -> Option<String> {
        let name = outlets::bare(name);
        if !annotate::sounds_like_outlet(name) {
            return None;
        }
        let last = same_name_key(name).rsplit(' ').next().unwrap_or_default().to_owned();
        self.heard.borrow_mut().entry(last).or_default().insert(name.to_owned());
        Some(name.to_owned())
    }

    /// Whether the word stands in small letters somewhere in the event, and so is a word before it is a name.
    pub fn has_small(&self, word: &str) -> bool {
        self.small.contains(word)
    }

    /// The outlet's name in the event.
    pub fn outlet_name(&self, name: &str) -> String {
        self.outlets.name(name)
    }

    fn listed(&self, name: &str) -> Option<String> {
        let found = || outlets::canonical_in(name, self.text).map(|entry| self.outlets.name(entry.name));
        self.listed.borrow_mut().entry(name.to_owned()).or_insert_with(found).clone()
    }

    /// *the Gazette*, where one outlet alone ends so.
    fn shortened(&self, name: &str) -> Option<String> {
        let last = same_name_key(name);
        let heard = self.heard.borrow();
        let all = heard.get(&last).into_iter().chain(self.outlets.endings.get(&last)).flatten();
        let mut all: Vec<String> = all.cloned().collect();
        all.sort();
        all.dedup();
        all.pop().filter(|_| all.is_empty() && !last.contains(' '))
    }
}
