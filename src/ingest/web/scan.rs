//! HTML → tags and texts, in one pass that never looks back: time and memory go with the page's length, whatever is in it.

use std::borrow::Cow;

use compact_str::CompactString;

use crate::ingest::entity::{decoded, decoded_value};

/// What is kept of a tag: nothing else says what an element is for.
const KEPT: &[&str] = &[
    "aria-hidden",
    "charset",
    "class",
    "content",
    "data-component",
    "data-module",
    "data-testid",
    "datetime",
    "hidden",
    "href",
    "http-equiv",
    "id",
    "itemprop",
    "itemtype",
    "lang",
    "name",
    "property",
    "rel",
    "role",
    "style",
    "type",
    "xml:lang",
];
/// Their content is text up to their own end tag, whatever it looks like.
const RAW: &[&str] =
    &["script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp", "plaintext"];
/// Names and values of attributes that matter are shorter; what is longer is data.
const LONGEST: usize = 4096;

pub(super) type Attributes = Vec<(CompactString, String)>;

/// A piece of a page.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Entities are decoded.
    Text(Cow<'a, str>),
    /// What a script, a style or a title holds, where no tags are; entities are decoded except in scripts and styles.
    Raw(Cow<'a, str>),
    Open {
        name: CompactString,
        attributes: Attributes,
    },
    Close(CompactString),
}

/// The pieces of a page, one after the other.
pub(super) struct Scanner<'a> {
    html: &'a str,
    at: usize,
    /// The element whose raw content comes next.
    raw: Option<CompactString>,
    /// In XHTML an element may close itself.
    as_xml: bool,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(html: &'a str) -> Self {
        Scanner { html, at: 0, raw: None, as_xml: html.trim_start().starts_with("<?xml") }
    }

    /// A fragment does not say that it is XHTML.
    pub(super) fn of_fragment(html: &'a str) -> Self {
        Scanner { as_xml: true, ..Scanner::new(html) }
    }

    fn rest(&self) -> &'a str {
        &self.html[self.at..]
    }

    fn take(&mut self, length: usize) -> &'a str {
        let taken = &self.rest()[..length];
        self.at += length;
        taken
    }

    /// Up to and over `end`, or all that is left.
    fn skip_over(&mut self, end: &str) {
        self.at = self.rest().find(end).map_or(self.html.len(), |found| self.at + found + end.len());
    }

    fn raw(&mut self, name: &str) -> Piece<'a> {
        let text = self.take(end_of_raw(self.rest(), name));
        let plain = matches!(name, "script" | "style");
        Piece::Raw(if plain { Cow::Borrowed(text) } else { decoded(text) })
    }

    fn text(&mut self) -> Piece<'a> {
        let rest = self.rest();
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let length = rest[first..].find('<').map_or(rest.len(), |found| first + found);
        Piece::Text(decoded(self.take(length)))
    }

    fn close(&mut self) -> Piece<'a> {
        self.at += 2;
        let name = self.name();
        self.skip_over(">");
        Piece::Close(name)
    }

    /// `None` for a tag that the page ends in.
    fn open(&mut self) -> Option<Piece<'a>> {
        self.at += 1;
        let name = self.name();
        let mut attributes = Attributes::new();
        loop {
            self.spaces();
            match self.rest().as_bytes().first()? {
                b'>' => break self.at += 1,
                _ => self.attribute(&mut attributes),
            }
        }
        let closed = self.as_xml && self.html[..self.at].ends_with("/>");
        self.raw = RAW.contains(&name.as_str()).then(|| name.clone()).filter(|_| !closed);
        Some(Piece::Open { name, attributes })
    }

    fn name(&mut self) -> CompactString {
        let length = self.rest().find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'));
        lower(self.take(length.unwrap_or(self.rest().len())))
    }

    fn spaces(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/').len();
    }

    fn attribute(&mut self, attributes: &mut Attributes) {
        let rest = self.rest();
        let end = |c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>' | '=');
        // The first character belongs to the name, whatever it is.
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let length = rest[first..].find(end).map_or(rest.len(), |found| first + found);
        let name = lower(self.take(length));
        self.blanks();
        let value = if self.rest().starts_with('=') { self.value() } else { "" };
        let fresh = attributes.iter().all(|(other, _)| *other != name);
        if fresh && value.len() <= LONGEST && KEPT.contains(&name.as_str()) {
            attributes.push((name, decoded_value(value).into_owned()));
        }
    }

    fn blanks(&mut self) {
        self.at += self.rest().len() - self.rest().trim_ascii_start().len();
    }

    fn value(&mut self) -> &'a str {
        self.at += 1;
        self.blanks();
        let rest = self.rest();
        match rest.chars().next() {
            Some(mark @ ('"' | '\'')) => {
                let length = rest[1..].find(mark).unwrap_or(rest.len() - 1);
                self.at = (self.at + length + 2).min(self.html.len());
                &rest[1..=length]
            }
            _ => self.take(rest.find(|c: char| c.is_ascii_whitespace() || c == '>').unwrap_or(rest.len())),
        }
    }
}

impl<'a> Iterator for Scanner<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        if let Some(name) = self.raw.take() {
            return Some(self.raw(&name));
        }
        loop {
            let rest = self.rest().as_bytes();
            match (rest.first()?, rest.get(1).copied().unwrap_or_default()) {
                (b'<', b'/') if rest.get(2).is_some_and(u8::is_ascii_alphabetic) => {
                    return Some(self.close());
                }
                (b'<', b'!') if rest.starts_with(b"<!--") => self.skip_over("-->"),
                (b'<', b'!' | b'?' | b'/') => self.skip_over(">"),
                (b'<', letter) if letter.is_ascii_alphabetic() => return self.open(),
                _ => return Some(self.text()),
            }
        }
    }
}

/// Where the end tag of a raw element stands; the end of the page where there is none.
fn end_of_raw(rest: &str, name: &str) -> usize {
    let ends = |at: &usize| {
        let tag = rest.as_bytes().get(at + 2..at + 2 + name.len());
        tag.is_some_and(|tag| tag.eq_ignore_ascii_case(name.as_bytes()))
    };
    rest.match_indices("</").map(|(at, _)| at).find(ends).unwrap_or(rest.len())
}

fn lower(name: &str) -> CompactString {
    let name = if name.len() > LONGEST { "" } else { name };
    name.chars().map(|c| c.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PARTS: [&str; 17] = [
        "<",
        ">",
        "</",
        "<p",
        "<!--",
        "-->",
        "=",
        "'",
        "\"",
        "&amp;",
        "&#x",
        "<script>",
        "é",
        "\u{100000}",
        "\0",
        " ",
        "a",
    ];

    proptest! {
        #[test]
        fn no_page_is_too_odd(parts in prop::collection::vec(prop::sample::select(&PARTS[..]), 0..40)) {
            let html = parts.concat();
            prop_assert!(Scanner::new(&html).count() <= html.len());
        }
    }

    fn pieces(html: &str) -> Vec<String> {
        let shown = |piece| match piece {
            Piece::Text(text) | Piece::Raw(text) => text.into_owned(),
            Piece::Open { name, attributes } => {
                let attributes = attributes.iter().map(|(name, value)| format!(" {name}={value}"));
                format!("<{name}{}>", attributes.collect::<String>())
            }
            Piece::Close(name) => format!("</{name}>"),
        };
        Scanner::new(html).map(shown).collect()
    }

    #[test]
    fn tags_and_texts() {
        for (html, expected) in [
            ("a<b>c</B >d", vec!["a", "<b>", "c", "</b>", "d"]),
            ("<p class=x ID='y z' onclick=\"a>b\" hidden>", vec!["<p class=x id=y z hidden=>"]),
            ("<a href = /x/y/ >", vec!["<a href=/x/y/>"]),
            ("1 < 2 &lt; 3", vec!["1 ", "< 2 < 3"]),
            ("caf&eacute; &#8217;&#146; &nope;", vec!["café ’’ &nope;"]),
            ("<!-- <p> -->x<!doctype html><?xml?>y", vec!["x", "y"]),
            ("<script>a</b>&amp;</SCRIPT>z", vec!["<script>", "a</b>&amp;", "</script>", "z"]),
            ("<title>A &amp; B</title>", vec!["<title>", "A & B", "</title>"]),
            ("x<p class='open", vec!["x"]),
            ("x<!-- open", vec!["x"]),
            ("é<", vec!["é", "<"]),
            ("<p =x>", vec!["<p>"]),
            ("<p é=x \u{100000}>y", vec!["<p>", "y"]),
        ] {
            assert_eq!(pieces(html), expected, "{html}");
        }
    }
}
