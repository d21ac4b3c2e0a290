//! What a format is, what it reads, and what reading gives.

use super::encoding::{self, Decoded};
use super::fields::{Fields, Filled};
use crate::error::Problem;
use crate::model::{Document, Source};

/// One input format.
pub(super) struct Format {
    /// File endings, lower case, without the dot.
    pub endings: &'static [&'static str],
    /// Bytes → text; `None` for bytes that are none.
    pub decode: fn(&[u8]) -> Option<Decoded>,
    pub read: fn(&Input, &mut Loaded),
}

impl Format {
    /// A format of plain text.
    pub const fn of(endings: &'static [&'static str], read: fn(&Input, &mut Loaded)) -> Self {
        Format { endings, decode: encoding::decode, read }
    }

    /// What is read of a text in a file `f`.
    #[cfg(test)]
    pub fn read_text(&self, text: &str) -> Loaded {
        let mut loaded = Loaded::default();
        (self.read)(&Input::of("f", "stem", text), &mut loaded);
        loaded
    }
}

/// One file, decoded.
pub(super) struct Input<'a> {
    /// As the user named it; `-` for standard input.
    pub file: &'a str,
    /// The file's name without its ending: the outlet where nothing better is known.
    pub stem: &'a str,
    pub text: &'a str,
    /// The same as it stands in the file: some formats say their encoding themselves.
    pub bytes: &'a [u8],
    /// Of the file's bytes, in hexadecimal.
    pub sha256: &'a str,
    /// Bytes that a file may have.
    pub largest: u64,
}

impl<'a> Input<'a> {
    /// A text that is no whole file, or of which no more is known.
    pub fn of(file: &'a str, stem: &'a str, text: &'a str) -> Self {
        Input { file, stem, text, bytes: text.as_bytes(), sha256: "", largest: u64::MAX }
    }
}

/// What reading gave: what could be read, and what could not.
#[derive(Debug, Default)]
pub struct Loaded {
    pub documents: Vec<Document>,
    pub problems: Vec<Problem>,
}

/// Where in its file a document stands.
#[derive(Clone, Copy)]
pub(super) enum Place {
    /// The file is the document.
    Whole,
    Line(u64),
    /// The n-th of a list; its line is not known.
    Item(u64),
}

impl Place {
    fn number(self) -> Option<u64> {
        match self {
            Place::Whole => None,
            Place::Line(number) | Place::Item(number) => Some(number),
        }
    }

    fn mark(self, problem: Problem) -> Problem {
        match self {
            Place::Whole => problem,
            Place::Line(line) => problem.at_line(line),
            Place::Item(number) => {
                Problem { message: format!("document {number}: {}", problem.message), ..problem }
            }
        }
    }
}

impl Loaded {
    /// A file of which nothing is read.
    pub(super) fn skipped(file: &str, message: impl Into<String>) -> Self {
        Loaded { documents: Vec::new(), problems: vec![Problem::skipped(file, message)] }
    }

    pub(super) fn push(&mut self, input: &Input, place: Place, filled: Filled) {
        let (file, sha256) = (input.file.to_owned(), input.sha256.to_owned());
        let source = Source { file, line: place.number(), sha256 };
        self.documents.push(Document { source, ..filled.document });
        let notices = filled.notices.into_iter();
        self.problems.extend(notices.map(|message| place.mark(Problem::notice(input.file, message))));
    }

    pub(super) fn skip(&mut self, input: &Input, place: Place, message: impl Into<String>) {
        self.problems.push(place.mark(Problem::skipped(input.file, message)));
    }

    /// A document of these fields, or word of what is lacking; whether it is one.
    pub(super) fn take(&mut self, input: &Input, place: Place, fields: Fields, lacking: &str) -> bool {
        match fields.document(input.stem) {
            Ok(filled) => self.push(input, place, filled),
            Err(_) => {
                self.skip(input, place, lacking);
                return false;
            }
        }
        true
    }

    pub(super) fn extend(&mut self, other: Loaded) {
        self.documents.extend(other.documents);
        self.problems.extend(other.problems);
    }
}
