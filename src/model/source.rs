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
}
