//! Whom an account names as its source, as one identity within an event.

use super::Attribution;

/// What kind of source an account names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SourceKind {
    Person,
    Organisation,
    /// A report, a statement, a book, a court paper.
    Document,
    Outlet,
    /// Kept back or left open: *a senior official who asked not to be named*, *people familiar with the matter*.
    Anonymous,
}

impl SourceKind {
    pub fn name(self) -> &'static str {
        match self {
            SourceKind::Person => "person",
            SourceKind::Organisation => "organisation",
            SourceKind::Document => "document",
            SourceKind::Outlet => "outlet",
            SourceKind::Anonymous => "anonymous",
        }
    }
}

/// A source under its fullest name: *Otto Lund*, *the mayor* and *Lund* are one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedSource {
    pub name: String,
    pub kind: SourceKind,
    /// Nobody in particular (*officials*, *witnesses*): two namings of it need not be the same people.
    pub vague: bool,
    /// What makes them speak, where the event says so: *mayor*, *police chief*.
    pub role: Option<String>,
    /// Index into [`Analysis::sources`](super::Analysis::sources): the body (or person) in whose name a spokesman, a
    /// chief or a lawyer speaks. The person stays a source of their own, since accounts may part over who of a body
    /// spoke; whoever counts independent voices takes the two for one.
    pub speaks_for: Option<usize>,
}

impl NamedSource {
    /// Whom the source at `index` speaks for in the end: itself, or the last of the line.
    pub fn principal(sources: &[NamedSource], index: usize) -> usize {
        let line = std::iter::successors(Some(index), |&at| sources[at].speaks_for);
        line.take(sources.len() + 1).last().unwrap_or(index)
    }
}

/// An attribution of one of the event's documents, with its source resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saying {
    /// Index into [`Analysis::documents`](super::Analysis::documents).
    pub document: usize,
    pub attribution: Attribution,
    /// Index into [`Analysis::sources`](super::Analysis::sources); `None` where the naming could mean several, as a
    /// pronoun may.
    pub source: Option<usize>,
    /// The outlet that heard it: *told the Island Post*; what is told to *us* is told to the document's own outlet, or
    /// to that of the passage. `None` where nobody, or the press at large, is named.
    pub told: Option<String>,
    /// The source tells it; otherwise it only thinks, wants, asks or does it, and nothing rests on its word.
    pub reports: bool,
    /// A statement, a letter, a post, a report: anyone may have read it.
    pub written: bool,
}
