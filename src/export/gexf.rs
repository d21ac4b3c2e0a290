//! `graph.gexf`: the claim graph for Gephi, with sizes and colours; the colours are those of the drawn graph.
//!
//! Version 1.2: every program that reads GEXF knows it, and 1.3 has nothing that is needed here.

use std::io::{self, Write};

use super::network::{Edge, Node, OF_EDGES, OF_NODES, Type, Value, edges, nodes};
use super::palette;
use super::xml::Xml;
use super::{Exporter, View};
use crate::part::Part;

pub(super) struct Gexf;

const NAMESPACES: &[(&str, &str)] = &[
    ("xmlns", "http://www.gexf.net/1.2draft"),
    ("xmlns:viz", "http://www.gexf.net/1.2draft/viz"),
    ("version", "1.2"),
];

impl Part for Gexf {
    fn name(&self) -> &'static str {
        "gexf"
    }

    fn about(&self) -> &'static str {
        "Outlets and claims for Gephi, with typed attributes, sizes and colours."
    }
}

impl Exporter for Gexf {
    fn format(&self) -> &'static str {
        "gexf"
    }

    fn file_name(&self) -> &'static str {
        "graph.gexf"
    }

    fn write(&self, view: &View, out: &mut dyn Write) -> io::Result<()> {
        let mut xml = Xml::new(out)?;
        xml.open("gexf", NAMESPACES)?;
        about(&mut xml, view)?;
        xml.open("graph", &[("mode", "static"), ("defaultedgetype", "undirected")])?;
        declare(&mut xml, "node", OF_NODES)?;
        declare(&mut xml, "edge", OF_EDGES)?;
        xml.open("nodes", &[])?;
        nodes(view).try_for_each(|shown| node(&mut xml, &shown))?;
        xml.close("nodes")?;
        xml.open("edges", &[])?;
        edges(view).try_for_each(|shown| edge(&mut xml, &shown))?;
        xml.close("edges")?;
        xml.close("graph")?;
        xml.finish("gexf")
    }
}

/// Without a date: the same input gives the same bytes.
fn about(xml: &mut Xml, view: &View) -> io::Result<()> {
    xml.open("meta", &[])?;
    xml.text("creator", &[], concat!("crosswire ", env!("CARGO_PKG_VERSION")))?;
    if let Some(event) = &view.analysis.event {
        xml.text("description", &[], event)?;
    }
    xml.close("meta")
}

fn declare(xml: &mut Xml, class: &str, all: &[(&str, Type)]) -> io::Result<()> {
    xml.open("attributes", &[("class", class)])?;
    for (name, holds) in all {
        xml.empty("attribute", &[("id", name), ("title", name), ("type", type_name(*holds))])?;
    }
    xml.close("attributes")
}

fn node(xml: &mut Xml, node: &Node) -> io::Result<()> {
    xml.open("node", &[("id", &node.id), ("label", &node.label)])?;
    values(xml, &node.attributes)?;
    colour(xml, node.colour)?;
    xml.empty("viz:size", &[("value", &node.size.to_string())])?;
    xml.close("node")
}

fn edge(xml: &mut Xml, edge: &Edge) -> io::Result<()> {
    let (id, weight) = (edge.id.to_string(), edge.weight.to_string());
    let ends =
        [("id", id.as_str()), ("source", &edge.outlet), ("target", &edge.claim), ("weight", weight.as_str())];
    xml.open("edge", &ends)?;
    values(xml, &edge.attributes)?;
    colour(xml, edge.colour)?;
    xml.close("edge")
}

fn values(xml: &mut Xml, attributes: &[(&'static str, Value)]) -> io::Result<()> {
    xml.open("attvalues", &[])?;
    for (name, value) in attributes {
        xml.empty("attvalue", &[("for", name), ("value", &value.shown())])?;
    }
    xml.close("attvalues")
}

fn colour(xml: &mut Xml, colour: &str) -> io::Result<()> {
    let [r, g, b] = palette::parts(colour).map(|part| part.to_string());
    xml.empty("viz:color", &[("r", &r), ("g", &g), ("b", &b)])
}

fn type_name(holds: Type) -> &'static str {
    match holds {
        Type::Text => "string",
        Type::Count => "integer",
        Type::Score => "double",
        Type::Flag => "boolean",
    }
}
