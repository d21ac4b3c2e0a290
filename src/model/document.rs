//! One piece of coverage by one outlet, as it was read.

use super::{Span, Timestamp};

/// A document: its text is never changed after reading, and every finding points into it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Unique among the documents of one run: the one given, or made from the outlet's name.
    pub id: String,
    /// The event it belongs to, where the input says so.
    pub event: Option<String>,
    /// The outlet as the input names it.
    pub outlet: String,
    pub title: Option<String>,
    pub url: Option<String>,
    /// `None` where the input gives none or an unreadable one.
    pub published: Option<Timestamp>,
    /// When it was last changed, as far as the input says.
    pub modified: Option<Timestamp>,
    pub author: Option<String>,
    /// The language that the input names (BCP 47).
    pub language: Option<String>,
    /// The title, a blank line and the body; without a title, the body alone.
    pub text: String,
    /// Where the title stands in `text`.
    pub headline: Option<Span>,
    /// Where the body begins in `text` (bytes).
    pub body: usize,
    /// Versions of the same article that were given as well: this one stands for them.
    pub earlier: Vec<Version>,
    /// The file it came from, as the user named it, and the line or row where there are several.
    pub source: Source,
}

/// A version of a document that a later one stands for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Version {
    pub source: Source,
    /// When it was changed or published.
    pub when: Option<Timestamp>,
}

/// Where a document was read from.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Source {
    pub file: String,
    pub line: Option<u64>,
    /// SHA-256 of the file's bytes, in hexadecimal.
    pub sha256: String,
}

impl std::fmt::Display for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}", self.file),
            None => f.write_str(&self.file),
        }
    }
}

impl Document {
    /// Sets title and body as one text, without repeating a title that the body already opens with.
    pub fn with_text(mut self, title: Option<&str>, body: &str) -> Self {
        let title = title.map(str::trim).filter(|title| !title.is_empty());
        let lead = body.len() - body.trim_start().len();
        match title {
            None => (self.text, self.body) = (body.to_owned(), 0),
            Some(title) if opens_with(&body[lead..], title) => {
                self.headline = Some(Span::new(lead, lead + title.len()));
                (self.text, self.body) = (body.to_owned(), lead + title.len());
            }
            Some(title) => {
                self.headline = Some(Span::new(0, title.len()));
                self.text = format!("{title}\n\n{body}");
                self.body = title.len() + 2;
            }
        }
        self.title = title.map(str::to_owned);
        self
    }
}

/// Whether `body` starts with a line that is exactly `title`.
fn opens_with(body: &str, title: &str) -> bool {
    body.strip_prefix(title).is_some_and(|rest| rest.trim_start_matches([' ', '\t', '\r']).starts_with('\n'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_comes_first_and_is_not_repeated() {
        let apart = Document::default().with_text(Some("Fire at port"), "A fire broke out.");
        assert_eq!(apart.text, "Fire at port\n\nA fire broke out.");
        assert_eq!(&apart.text[apart.body..], "A fire broke out.");
        let inside = Document::default().with_text(Some("Fire at port"), "Fire at port\n\nA fire broke out.");
        assert_eq!(inside.text, apart.text);
        assert_eq!(inside.headline, apart.headline);
    }

    #[test]
    fn a_document_without_title_is_its_body() {
        let plain = Document::default().with_text(None, "A fire broke out.");
        assert_eq!((plain.headline, plain.body), (None, 0));
    }
}
