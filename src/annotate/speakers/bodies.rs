//! Which names are one body's: *police*, *Tarnby police*, *the Tarnby Police Department*; *HB* and *Harbour Board*;
//! *the department*.
//!
//! A name that says less is the one body of a fuller name that its document, or else the event, has. A noun that
//! needs a name (*the department*) is the one body that the document has named with it, or nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::name_mentions::Seen;
use super::naming::{Body, Naming, Post};
use super::people::only;
use crate::lexicon::names;

#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    /// Sorted words of the name.
    words: BTreeSet<String>,
    shown: BTreeSet<String>,
    nouns: BTreeSet<&'static str>,
    company: bool,
    /// A body of which this is a short form.
    full: BTreeSet<usize>,
}

impl Known {
    pub fn name(&self) -> String {
        let fullest = self.shown.iter().max_by_key(|name| (name.split(' ').count(), name.chars().count()));
        fullest.cloned().unwrap_or_default()
    }
}

#[derive(Debug, Default)]
pub(super) struct Bodies {
    pub all: Vec<Known>,
    by_words: BTreeMap<BTreeSet<String>, usize>,
    /// For each document, where it first names which body.
    named: Vec<Vec<(usize, usize)>>,
    here: Vec<BTreeSet<usize>>,
}

impl Bodies {
    pub fn new(documents: &[Vec<Seen>]) -> Self {
        let mut bodies = Bodies::default();
        let sure = |seen: &&Seen| seen.sure;
        let all: BTreeSet<Body> =
            documents.iter().flatten().filter(sure).flat_map(|seen| mentioned(&seen.naming)).collect();
        all.iter().filter(|body| !body.general).for_each(|body| bodies.add(body));
        bodies.join_short();
        for seen in documents {
            let of_document = seen.iter().filter(|one| one.sure).flat_map(|one| bodies.places(one));
            let mut here = BTreeSet::new();
            let first: Vec<(usize, usize)> = of_document.filter(|(_, body)| here.insert(*body)).collect();
            bodies.here.push(here);
            bodies.named.push(first);
        }
        bodies
    }

    fn places(&self, seen: &Seen) -> Vec<(usize, usize)> {
        mentioned(&seen.naming).iter().filter_map(|body| Some((seen.at, self.index(&body.name)?))).collect()
    }

    fn add(&mut self, body: &Body) {
        let words: BTreeSet<String> = body.name.iter().cloned().collect();
        let at = *self.by_words.entry(words.clone()).or_insert(self.all.len());
        if at == self.all.len() {
            self.all.push(Known { words, ..Known::default() });
        }
        let known = &mut self.all[at];
        known.shown.insert(body.shown.clone());
        known.nouns.extend(body.noun);
        known.company |= body.company;
    }

    fn index(&self, name: &[String]) -> Option<usize> {
        self.by_words.get(&name.iter().cloned().collect::<BTreeSet<_>>()).copied()
    }

    /// Whether the words are known to name a body.
    pub fn knows(&self, name: &[String]) -> bool {
        self.index(name).is_some()
    }

    /// Every body points to those whose name says more, or whose initials it is.
    fn join_short(&mut self) {
        let mut by_word: BTreeMap<&String, Vec<usize>> = BTreeMap::new();
        for (at, known) in self.all.iter().enumerate() {
            known.words.iter().for_each(|word| by_word.entry(word).or_default().push(at));
        }
        let initials = self.initials();
        let full = |at: usize, known: &Known| -> BTreeSet<usize> {
            let rarest = known.words.iter().filter_map(|word| by_word.get(word)).min_by_key(|all| all.len());
            let longer =
                rarest.into_iter().flatten().copied().filter(|&other| is_short_of(known, &self.all[other]));
            let spelt =
                known.words.first().filter(|_| known.words.len() == 1).and_then(|word| initials.get(word));
            longer.chain(spelt.into_iter().flatten().copied()).filter(|other| *other != at).collect()
        };
        let all: Vec<_> = self.all.iter().enumerate().map(|(at, known)| full(at, known)).collect();
        self.all.iter_mut().zip(all).for_each(|(known, full)| known.full = full);
    }

    /// *Norvik Harbour Board* → `nhb`.
    fn initials(&self) -> BTreeMap<String, Vec<usize>> {
        let mut initials: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, known) in self.all.iter().enumerate() {
            for name in &known.shown {
                let words = name.split(' ').filter(|word| !["of", "the", "and", "for"].contains(word));
                let letters: String = words.filter_map(|word| word.chars().next()).collect();
                if letters.chars().count() > 1 {
                    initials.entry(letters.to_lowercase()).or_default().push(at);
                }
            }
        }
        initials
    }

    /// The one body meant, at this place of this document.
    pub fn find(&self, document: usize, at: usize, body: &Body) -> Option<usize> {
        if body.general {
            return self.of_noun(document, at, body);
        }
        let known = self.index(&body.name)?;
        let full = self.fullest(known);
        let here: BTreeSet<usize> = full.intersection(&self.here[document]).copied().collect();
        match (here.len(), full.len()) {
            (0, 1) | (1, _) => here.first().or(full.first()).copied(),
            (0, _) => Some(known),
            _ => None,
        }
    }

    /// The fullest names of which this one is a short form.
    fn fullest(&self, known: usize) -> BTreeSet<usize> {
        let full = &self.all[known].full;
        full.iter().copied().filter(|&at| self.all[at].full.is_disjoint(full)).collect()
    }

    /// *the department*, *the company*: what the document has named so, before it or else at all.
    fn of_noun(&self, document: usize, at: usize, body: &Body) -> Option<usize> {
        let fits = |known: &Known| {
            body.noun.is_some_and(|noun| known.nouns.contains(noun)) || body.company && known.company
        };
        let nameless = |known: &Known| body.company && known.nouns.is_empty();
        let named = &self.named[document];
        let until = named.partition_point(|(place, _)| *place < at);
        let matching = |until: usize, fits: &dyn Fn(&Known) -> bool| -> BTreeSet<usize> {
            named[..until].iter().map(|(_, known)| *known).filter(|&known| fits(&self.all[known])).collect()
        };
        let tries = [matching(until, &fits), matching(named.len(), &fits), matching(named.len(), &nameless)];
        let all = tries.into_iter().find(|all| !all.is_empty()).unwrap_or_default();
        let longest = |known: &usize| !self.all[*known].full.iter().any(|full| all.contains(full));
        only(all.iter().copied().filter(longest))
    }
}

/// The bodies in a naming: itself, or whom its post is of.
fn mentioned(naming: &Naming) -> Vec<Body> {
    match naming {
        Naming::Body(body) => vec![body.clone()],
        Naming::Person(person) => person.post.iter().filter_map(employer).collect(),
        Naming::Post(post) => employer(post).into_iter().collect(),
        Naming::Work(work) => work.by.iter().flat_map(|by| mentioned(by)).collect(),
        Naming::Place(name, shown) => vec![proper(name, shown)],
        Naming::Outlet(_) | Naming::Group(_) | Naming::Pronoun(_) => Vec::new(),
    }
}

/// The body that an officer speaks for; a lone name there is one: *Nordfrakt's chief executive*.
pub(super) fn employer(post: &Post) -> Option<Body> {
    match post.of.as_deref()? {
        Naming::Body(body) => Some(body.clone()),
        Naming::Person(person) if post.officer && person.name.len() == 1 => {
            Some(proper(&person.name, &person.shown))
        }
        _ => None,
    }
}

/// A name alone as a body's.
pub(super) fn proper(name: &[String], shown: &str) -> Body {
    Body { name: name.to_vec(), shown: shown.to_owned(), noun: None, general: false, company: false }
}

/// The words of one stand among those of the other, its noun or its first word with them.
fn is_short_of(short: &Known, long: &Known) -> bool {
    let place =
        short.words.len() == 1 && short.words.iter().all(|word| names::is_place(std::slice::from_ref(word)));
    short.words.len() < long.words.len()
        && !place
        && short.words.is_subset(&long.words)
        && (short.nouns.is_empty() || short.nouns.iter().any(|noun| long.nouns.contains(noun)))
}
