//! What an input gives of a document, each field by its name; from these, the document.

use super::date;
use super::quoting::shown;
use crate::model::{Document, Timestamp};
use crate::text::web_address::host;
use crate::text::{language, one_line};

/// What is given, as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Fields {
    pub id: Option<String>,
    pub event: Option<String>,
    pub outlet: Option<String>,
    pub title: Option<String>,
    pub url: Option<String>,
    pub published: Option<String>,
    pub modified: Option<String>,
    pub author: Option<String>,
    pub language: Option<String>,
    /// The body, its paragraphs parted by blank lines.
    pub text: Option<String>,
}

/// A document, and what its reader should tell the user about it.
#[derive(Debug)]
pub(super) struct Filled {
    pub document: Document,
    pub notices: Vec<String>,
}

/// The text is missing, or holds nothing that could be compared.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Lacking {
    Text,
    Words,
}

impl Fields {
    /// The document; `stem` is its outlet where nothing better is known.
    pub fn document(self, stem: &str) -> Result<Filled, Lacking> {
        let text = self.text.ok_or(Lacking::Text)?;
        if !has_words(&text) {
            return Err(Lacking::Words);
        }
        let mut notices = Vec::new();
        let text = uncut(text, &mut notices);
        let url = line(self.url);
        let named = line(self.outlet).and_then(host_or_name);
        let document = Document {
            id: line(self.id).unwrap_or_default(),
            event: line(self.event),
            outlet: named.or_else(|| host(url.as_deref()?)).unwrap_or_else(|| stem.to_owned()),
            published: line(self.published).and_then(|given| published(&given, &mut notices)),
            modified: line(self.modified).and_then(|given| date::read(&given)),
            author: line(self.author).filter(|name| name.chars().any(char::is_alphabetic)),
            language: line(self.language).map(code),
            url,
            ..Document::default()
        };
        Ok(Filled { document: document.with_text(title(self.title).as_deref(), &text), notices })
    }
}

/// What is given on one line, where it is not blank.
fn line(given: Option<String>) -> Option<String> {
    given.map(|given| one_line(&given)).filter(|line| !line.is_empty())
}

/// A title on one line. Its spaces stay as they are, so that a body which opens with it is seen to.
fn title(given: Option<String>) -> Option<String> {
    match given {
        Some(title) if title.trim().contains(['\n', '\r']) => line(Some(title)),
        title => title,
    }
}

/// An address says whose page it is of.
pub(super) fn host_or_name(name: String) -> Option<String> {
    if name.contains("://") { host(&name) } else { Some(name) }
}

/// `English`, `eng`, `en-GB` → `en`; what is no language we know of stays as it is.
fn code(given: String) -> String {
    language::code(&given).map_or(given, str::to_owned)
}

/// Something that can be compared: a letter or a digit.
pub(super) fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// Without the mark of a text that was cut off, `… [+1234 chars]`.
fn uncut(text: String, notices: &mut Vec<String>) -> String {
    let Some((rest, count)) = text.trim_end().strip_suffix(" chars]").and_then(|rest| rest.rsplit_once("[+"))
    else {
        return text;
    };
    if count.is_empty() || !count.bytes().all(|byte| byte.is_ascii_digit()) {
        return text;
    }
    let message =
        format!("the text is cut off, {count} characters are missing; save the page for the whole text");
    notices.push(message);
    rest.trim_end().trim_end_matches(['…', '.']).trim_end().to_owned()
}

fn published(given: &str, notices: &mut Vec<String>) -> Option<Timestamp> {
    let read = date::read(given);
    if read.is_none() {
        notices.push(format!(
            "the date “{}” could not be read; write it as 2026-03-05 or 2026-03-05T07:40:00Z",
            shown(given)
        ));
    }
    read
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_was_cut_off_is_said_to_be() {
        let text = Some("A crane fell… [+1234 chars]".to_owned());
        let filled = Fields { text, ..Fields::default() }.document("stem").expect("a document");
        assert_eq!(filled.document.text, "A crane fell");
        assert!(filled.notices[0].contains("1234 characters"), "{:?}", filled.notices);
        assert_eq!(uncut("A [+x chars]".to_owned(), &mut Vec::new()), "A [+x chars]");
    }
}
