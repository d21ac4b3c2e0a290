//! A document says of itself what it rests on: *The account comes courtesy of a new book, “The Long Winter”.*
//!
//! It counts for documents that carry passages of that book (report, film): what they retell then has one origin, under
//! its name.

use crate::lexicon::outlets;
use crate::model::{Analysis, SentenceKind, Span};

/// What a document rests on, and the sentence that says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rests {
    pub on: String,
    pub place: Span,
}

/// Words with which a text says what it draws on.
const CUES: &[&str] = &[
    "courtesy of",
    "according to",
    "based on",
    "drawn from",
    "draws on",
    "taken from",
    "excerpt",
    "comes from",
    "come from",
    "as told in",
    "recounted in",
    "detailed in",
    "described in",
    "revealed in",
    "published in",
    "appears in",
    "citing",
    "new book",
    "new report",
    "new documentary",
];

/// For each document: what it says it rests on.
pub(super) fn rests(analysis: &Analysis) -> Vec<Option<Rests>> {
    (0..analysis.documents.len()).map(|document| of_document(analysis, document)).collect()
}

fn of_document(analysis: &Analysis, document: usize) -> Option<Rests> {
    let text = analysis.documents[document].text.as_str();
    let segmented = &analysis.segmented[document];
    let own =
        segmented.sentences.iter().filter(|one| one.passage.is_none() && one.kind != SentenceKind::Furniture);
    let mut works = segmented
        .passages
        .iter()
        .map(|passage| passage.voice.as_str())
        .filter(|voice| is_work(analysis, voice));
    works.find_map(|work| {
        let says = |place: &Span| {
            let sentence = place.of(text);
            let low = sentence.to_lowercase();
            sentence.contains(work) && CUES.iter().any(|cue| low.contains(cue))
        };
        let place = own.clone().map(|sentence| sentence.span).find(says)?;
        Some(Rests { on: work.to_owned(), place })
    })
}

/// Neither an outlet of the list nor one with a document here.
fn is_work(analysis: &Analysis, voice: &str) -> bool {
    let present = analysis.outlets.iter().any(|outlet| outlet.present && outlet.name == voice);
    !present && outlets::canonical(voice).is_none()
}
