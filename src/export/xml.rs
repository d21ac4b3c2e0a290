//! Writing XML: elements and attributes, with nothing in them that XML forbids.

use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::escape;

/// An XML document in the making, written as it grows.
pub(super) struct Xml<'o> {
    writer: Writer<&'o mut dyn Write>,
}

pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

impl<'o> Xml<'o> {
    pub fn new(out: &'o mut dyn Write) -> io::Result<Self> {
        let mut writer = Writer::new_with_indent(out, b' ', 1);
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        Ok(Xml { writer })
    }

    pub fn open(&mut self, name: &str, attributes: Attributes) -> io::Result<()> {
        self.writer.write_event(Event::Start(start(name, attributes)))
    }

    pub fn close(&mut self, name: &str) -> io::Result<()> {
        self.writer.write_event(Event::End(BytesEnd::new(name)))
    }

    pub fn empty(&mut self, name: &str, attributes: Attributes) -> io::Result<()> {
        self.writer.write_event(Event::Empty(start(name, attributes)))
    }

    /// An element that holds nothing but text.
    pub fn text(&mut self, name: &str, attributes: Attributes, text: &str) -> io::Result<()> {
        self.open(name, attributes)?;
        self.writer.write_event(Event::Text(BytesText::new(&escape::xml(text))))?;
        self.close(name)
    }

    /// Closes the outermost element; the file ends with a line ending.
    pub fn finish(mut self, name: &str) -> io::Result<()> {
        self.close(name)?;
        self.writer.get_mut().write_all(b"\n")
    }
}

fn start<'a>(name: &'a str, attributes: Attributes) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (name, value) in attributes {
        start.push_attribute((*name, &*escape::xml(value)));
    }
    start
}
