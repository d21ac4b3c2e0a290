//! Whom an account names as its source: every attribution's source, as one identity within the event.
//!
//! ```text
//!   attributions ─read─► namings ─census─► people, bodies ─identity─► sources
//!                           └─────────────── pronoun ───────────────────┘
//! ```
//!
//! Rules and word lists, as everywhere. Where a naming could mean two, the saying has no source: to say nothing is
//! right more often than to guess. Rejected: the nearest name before a pronoun (wrong where accounts name two people
//! of one sex, which news does in every second paragraph).
//!
//! Cost: each text is cut into words once; namings are looked up in maps. Limits: English; *Holm and Brandt said* has
//! two sources and so none; two bodies of one noun in one document leave *the department* open.

mod anonymous;
mod bodies;
mod document_context;
mod generic_groups;
mod identity;
mod name_mentions;
mod name_shape;
mod naming;
mod people;
mod phrase;
mod pronoun;
mod recipient;
mod source_phrase;
mod titles;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::lexicon::cues;
use crate::model::{Attribution, AttributionKind, Document, NamedSource, Passage, Saying, Segmented};

use crate::text;
use document_context::{Outlets, Page};
use identity::{Id, Register};
use name_mentions::Seen;

/// The sources of an event, sorted by name, and every attribution with its own.
///
/// `attributions` has a list for each sentence of each document. What a passage carries of a book or a report is a
/// saying of that work: it has neither source phrase nor cue.
pub fn resolve(
    documents: &[Document],
    segmented: &[Segmented],
    attributions: &[Vec<Vec<Attribution>>],
) -> (Vec<NamedSource>, Vec<Saying>) {
    let mut outlets = Outlets::new(documents, segmented);
    let titles = document_context::titles(documents, &mut outlets);
    let small = document_context::small_words(documents);
    // A page remembers what was asked of it, so each belongs to one thread at a time.
    let mut pages: Vec<Page> =
        documents.par_iter().map(|document| Page::new(document, &outlets, &titles, &small)).collect();
    let of_document = |(document, page): (usize, &mut Page)| {
        name_mentions::census(&segmented[document], &attributions[document], page)
    };
    let seen: Vec<Vec<Seen>> = pages.par_iter_mut().enumerate().map(of_document).collect();
    let register = Register::new(&seen);
    let of_document = |(document, page): (usize, &mut Page)| {
        let ids = ids(document, &seen[document], &register);
        let own = &documents[document].outlet;
        let account = Account { document, page, segmented: &segmented[document], own };
        account.sayings(&attributions[document], &ids, &outlets)
    };
    let sayings = pages.par_iter_mut().enumerate().flat_map_iter(of_document).collect();
    numbered(sayings, &register)
}

/// What each attribution's source means, by sentence and place.
fn ids(document: usize, seen: &[Seen], register: &Register) -> BTreeMap<(usize, usize), Id> {
    let plain = seen.iter().map(|one| register.id(document, one.at, &one.naming));
    let mut ids: Vec<Option<Id>> = plain.collect();
    for index in 0..seen.len() {
        if let Some(id) = pronoun::antecedent(seen, &ids, index, register) {
            ids[index] = Some(id);
        }
    }
    seen.iter().zip(ids).filter_map(|(one, id)| Some((one.source?, id?))).collect()
}

/// One document's account.
struct Account<'a> {
    document: usize,
    page: &'a Page<'a>,
    segmented: &'a Segmented,
    own: &'a str,
}

impl Account<'_> {
    /// Sayings by place, each with its identity.
    fn sayings(
        &self,
        attributions: &[Vec<Attribution>],
        ids: &BTreeMap<(usize, usize), Id>,
        outlets: &Outlets,
    ) -> Vec<(Saying, Option<Id>)> {
        let works = self.segmented.passages.iter().filter_map(|passage| self.of_work(passage));
        let mut all: Vec<(Saying, Option<Id>)> = works.collect();
        for (index, sentence) in self.segmented.sentences.iter().enumerate() {
            let passage = sentence.passage.map(|passage| &self.segmented.passages[passage]);
            let own = outlets.name(passage.map_or(self.own, |passage| &passage.voice));
            for (at, attribution) in attributions.get(index).into_iter().flatten().enumerate() {
                let told = recipient::told(attribution, sentence.span, &own, self.page);
                let written = recipient::is_written(attribution, sentence.span, self.page);
                let saying = Saying {
                    document: self.document,
                    attribution: *attribution,
                    source: None,
                    told,
                    reports: attribution.cue.is_none_or(|cue| reports(cue.of(self.page.text))),
                    written,
                };
                all.push((saying, ids.get(&(index, at)).cloned()));
            }
        }
        all.sort_by_key(|(saying, _)| place(saying));
        all
    }

    /// A passage that a book or a report speaks.
    fn of_work(&self, passage: &Passage) -> Option<(Saying, Option<Id>)> {
        let title = self.page.titles.get(&passage.voice)?;
        let attribution =
            Attribution { kind: AttributionKind::Indirect, source: None, cue: None, content: passage.span };
        let saying = Saying {
            document: self.document,
            attribution,
            source: None,
            told: None,
            reports: true,
            written: true,
        };
        Some((saying, Some(Id::Work(identity::of_title(title, self.page)))))
    }
}

/// A mark alone (a colon, a dash before a name) tells as a verb does.
fn reports(cue: &str) -> bool {
    let words = text::tokens(cue);
    words.is_empty() || words.iter().any(|word| cues::tells(&word.folded))
}

fn place(saying: &Saying) -> (usize, usize) {
    let attribution = &saying.attribution;
    let parts = [attribution.source, attribution.cue, Some(attribution.content)];
    let start = parts.iter().flatten().map(|span| span.start).min();
    (start.unwrap_or_default(), usize::from(attribution.cue.is_some()))
}

/// Sources get their numbers by name; those that only somebody else speaks for count too.
fn numbered(sayings: Vec<(Saying, Option<Id>)>, register: &Register) -> (Vec<NamedSource>, Vec<Saying>) {
    let mut used: BTreeSet<Id> = sayings.iter().filter_map(|(_, id)| id.clone()).collect();
    let mut open: Vec<Id> = used.iter().cloned().collect();
    while let Some(id) = open.pop() {
        let new = register.speaks_for(&id).filter(|of| used.insert(of.clone()));
        open.extend(new);
    }
    let mut all: Vec<(NamedSource, Id)> = used.into_iter().map(|id| (register.source(&id), id)).collect();
    all.sort_by(|(x, p), (y, q)| (&x.name, x.kind, p).cmp(&(&y.name, y.kind, q)));
    let places: BTreeMap<Id, usize> = all.iter().enumerate().map(|(at, (_, id))| (id.clone(), at)).collect();
    let mut sources = Vec::new();
    for (source, id) in all {
        let speaks_for = register.speaks_for(&id).and_then(|of| places.get(&of).copied());
        sources.push(NamedSource { speaks_for, ..source });
    }
    let numbered = sayings.into_iter().map(|(saying, id)| {
        let source = id.and_then(|id| places.get(&id).copied());
        Saying { source, ..saying }
    });
    (sources, numbered.collect())
}
