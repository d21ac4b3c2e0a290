//! XML as a tree of elements: as lenient as feeds in the wild need it, and bounded against hostile files.
//!
//! No entity is defined by a file itself, so none can expand without end; an unknown one stands as it is written.
//! What comes before a fault is kept: an element that was not closed says so.

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use super::entity::decoded_value;

/// Deeper elements are no article: the tree is walked by functions that call themselves.
const DEEPEST: usize = 200;

/// An element. Names are in lower case and without the prefix that the outermost element has.
#[derive(Debug, Default)]
pub(super) struct Element<'a> {
    pub name: String,
    attributes: Vec<(String, String)>,
    pub children: Vec<Child<'a>>,
    /// What stands between its tags, as it is written.
    pub inner: &'a str,
    /// Where it begins in the text (bytes).
    pub at: usize,
    /// Its end tag was met.
    pub closed: bool,
}

#[derive(Debug)]
pub(super) enum Child<'a> {
    Text(String),
    Element(Element<'a>),
}

/// What could be read of a text, and what was wrong with it where.
pub(super) struct Parsed<'a> {
    pub root: Option<Element<'a>>,
    pub fault: Option<Fault>,
}

pub(super) struct Fault {
    /// In bytes.
    pub at: usize,
    pub message: String,
}

impl<'a> Element<'a> {
    pub fn elements(&self) -> impl Iterator<Item = &Element<'a>> {
        self.children.iter().filter_map(|part| match part {
            Child::Element(node) => Some(node),
            Child::Text(_) => None,
        })
    }

    /// The children of a name, in their order.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &Element<'a>> {
        self.elements().filter(move |node| node.name == name)
    }

    pub fn child(&self, name: &str) -> Option<&Element<'a>> {
        self.all(name).next()
    }

    /// The first element of a name at any depth.
    pub fn find(&self, name: &str) -> Option<&Element<'a>> {
        self.elements().find_map(|node| if node.name == name { Some(node) } else { node.find(name) })
    }

    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// All text below, as it stands.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.collect(&mut text);
        text
    }

    fn collect(&self, text: &mut String) {
        for part in &self.children {
            match part {
                Child::Text(part) => text.push_str(part),
                Child::Element(node) => node.collect(text),
            }
        }
    }

    fn say(&mut self, more: &str) {
        match self.children.last_mut() {
            Some(Child::Text(text)) => text.push_str(more),
            _ => self.children.push(Child::Text(more.to_owned())),
        }
    }
}

/// Reads as far as the text is XML.
pub(super) fn parse(text: &str) -> Parsed<'_> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().allow_dangling_amp = true;
    let mut tree = Tree { text, open: Vec::new(), root: None, prefix: String::new() };
    loop {
        let start = reader.buffer_position() as usize;
        let event = reader.read_event();
        let (fault, at) = match event {
            Ok(Event::Eof) => (tree.unfinished(), start),
            Ok(event) => match tree.take(event, start, reader.buffer_position() as usize) {
                Ok(()) => continue,
                Err(fault) => (Some(fault), start),
            },
            Err(error) => (Some(format!("broken XML: {error}")), reader.error_position() as usize),
        };
        return Parsed { root: tree.finish(), fault: fault.map(|message| Fault { at, message }) };
    }
}

struct Tree<'a> {
    text: &'a str,
    open: Vec<Element<'a>>,
    root: Option<Element<'a>>,
    prefix: String,
}

impl<'a> Tree<'a> {
    fn take(&mut self, event: Event, start: usize, end: usize) -> Result<(), String> {
        match event {
            Event::Start(_) if self.open.len() >= DEEPEST => {
                return Err(format!("nested more than {DEEPEST} elements deep; no feed or article is"));
            }
            Event::Start(tag) => {
                let node = self.node(&tag, start);
                self.open.push(Element { inner: self.text.get(end..).unwrap_or_default(), ..node });
            }
            Event::Empty(tag) => {
                let node = self.node(&tag, start);
                self.close(Element { closed: true, ..node });
            }
            Event::End(_) => {
                if let Some(mut node) = self.open.pop() {
                    let begin = self.text.len() - node.inner.len();
                    (node.inner, node.closed) = (self.text.get(begin..start).unwrap_or_default(), true);
                    self.close(node);
                }
            }
            Event::Text(text) => self.say(&text.xml10_content()),
            Event::CData(text) => self.say(&text.xml10_content()),
            Event::GeneralRef(entity) => self.say(&resolved(&entity)),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) | Event::Eof => {}
        }
        Ok(())
    }

    fn node(&mut self, tag: &BytesStart, at: usize) -> Element<'a> {
        let name = lower(tag.name().as_ref());
        if self.root.is_none() && self.open.is_empty() {
            self.prefix = name.split_once(':').map(|(prefix, _)| format!("{prefix}:")).unwrap_or_default();
        }
        let bare = name.strip_prefix(&self.prefix).unwrap_or(&name).to_owned();
        Element { name: bare, attributes: attributes(tag), at, ..Element::default() }
    }

    fn say(&mut self, text: &str) {
        if let Some(node) = self.open.last_mut() {
            node.say(text);
        }
    }

    fn close(&mut self, node: Element<'a>) {
        match self.open.last_mut() {
            Some(parent) => parent.children.push(Child::Element(node)),
            None if self.root.is_none() => self.root = Some(node),
            None => {}
        }
    }

    fn unfinished(&self) -> Option<String> {
        match self.open.last() {
            Some(node) => {
                Some(format!("broken XML: the file ends inside <{}>; it may be cut off", node.name))
            }
            None => self.root.is_none().then(|| "broken XML: it holds no element".to_owned()),
        }
    }

    /// The outermost element; what was open stands in it as it is.
    fn finish(mut self) -> Option<Element<'a>> {
        while let Some(node) = self.open.pop() {
            self.close(node);
        }
        self.root
    }
}

fn attributes(tag: &BytesStart) -> Vec<(String, String)> {
    let mut all = tag.attributes();
    let kept = all.with_checks(false).flatten();
    kept.map(|attribute| (lower(attribute.key.as_ref()), decoded_value(&attribute.value).into_owned()))
        .collect()
}

/// The characters that a reference stands for.
fn resolved(reference: &BytesRef) -> String {
    let name: &str = reference;
    decoded_value(&format!("&{name};")).into_owned()
}

fn lower(name: &str) -> String {
    name.to_lowercase()
}

/// Lines by byte offsets that only grow, so that a text is counted through once.
pub(super) struct LineCounter<'a> {
    text: &'a str,
    at: usize,
    line: u64,
}

impl<'a> LineCounter<'a> {
    pub fn new(text: &'a str) -> Self {
        LineCounter { text, at: 0, line: 1 }
    }

    /// From 1.
    pub fn of(&mut self, at: usize) -> u64 {
        let between = self.text.as_bytes().get(self.at..at).unwrap_or_default();
        self.line += between.iter().filter(|byte| **byte == b'\n').count() as u64;
        self.at = self.at.max(at);
        self.line
    }
}

/// The place in its line, in characters from 1.
pub(super) fn column(text: &str, at: usize) -> u64 {
    let before = text.as_bytes().get(..at).unwrap_or(text.as_bytes());
    let line = before.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
    String::from_utf8_lossy(line).chars().count() as u64 + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_of_the_file_are_not_expanded() {
        let bomb =
            "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;\">]><a>&y; &amp; &eacute; &#8211; R&D</a>";
        let root = parse(bomb).root.expect("a root");
        assert_eq!(root.text(), "&y; & é – R&D");
    }

    #[test]
    fn what_comes_before_a_fault_is_kept() {
        let parsed = parse("<x:a><b>One</b><b>Two</x:a>");
        let root = parsed.root.expect("a root");
        let found: Vec<_> = root.all("b").map(|node| (node.inner, node.closed)).collect();
        assert_eq!(found[0], ("One", true));
        assert!(!found[1].1 && parsed.fault.is_some());
    }

    #[test]
    fn depth_is_bounded() {
        let fault = parse(&"<a>".repeat(100_000)).fault.expect("a fault");
        assert_eq!((fault.at, fault.message.contains("200")), (600, true));
    }

    #[test]
    fn places_are_counted_in_lines_and_characters() {
        let text = "é\nöä<x/>\n";
        let at = text.find('<').expect("a tag");
        assert_eq!((LineCounter::new(text).of(at), column(text, at)), (2, 3));
    }
}
