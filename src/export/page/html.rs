//! Small pieces of HTML that several parts of the page are made of.

use std::fmt::Write as _;

use super::super::View;
use super::super::escape::html;
use super::super::view::claim_id;

/// From so many outlets on, their names stand upright to keep columns narrow.
const MANY: usize = 9;

/// Text from outside inside a line of ours: its direction is its own and does not turn what is around it.
pub(super) fn own(text: &str) -> String {
    format!("<bdi>{}</bdi>", html(text))
}

/// Names one after the other, each with its own direction.
pub(super) fn names<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    names.into_iter().map(own).collect::<Vec<_>>().join(", ")
}

/// The language of a mention, for those who have it read to them; the page is in English.
pub(super) fn language_of(view: &View, mention: usize) -> String {
    let document = &view.documents[view.analysis.mentions[mention].document];
    language(document.language.filter(|&code| code != "en"))
}

pub(super) fn language(code: Option<&str>) -> String {
    code.map(|code| format!(" lang=\"{}\"", html(code))).unwrap_or_default()
}

/// `<a href="#C12">C12</a>`
pub(super) fn claim_link(claim: usize) -> String {
    let id = claim_id(claim);
    format!("<a href=\"#{id}\">{id}</a>")
}

pub(super) fn has_many(view: &View) -> bool {
    view.outlets.len() >= MANY
}

/// Neighbouring empty cells as one.
pub(super) fn empty_cells(out: &mut String, columns: usize, class: &str) {
    match columns {
        0 => {}
        1 => drop(write!(out, "<td{class}></td>")),
        _ => drop(write!(out, "<td{class} colspan=\"{columns}\"></td>")),
    }
}

/// The element of a document: ids of documents are the input's, so they are kept apart from the page's own.
pub(super) fn document_anchor(id: &str) -> String {
    format!("doc-{id}")
}

/// The part of an address behind `#`, percent-encoded.
pub(super) fn fragment(id: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~".contains(&b);
    id.bytes().map(|b| if plain(b) { (b as char).to_string() } else { format!("%{b:02X}") }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fragments_hold_any_name() {
        assert_eq!(fragment("a b#\"é"), "a%20b%23%22%C3%A9");
    }
}
