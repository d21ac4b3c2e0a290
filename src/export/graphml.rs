//! `graph.graphml`: the claim graph for yEd, Cytoscape, igraph, networkx and Gephi.
//!
//! Gephi takes a node's place on the screen from `size`, `r`, `g` and `b`, Cytoscape its colour from `color`.

use std::io::{self, Write};

use super::network::{Attributes, Edge, Node, OF_EDGES, OF_NODES, Type, Value, edges, nodes};
use super::palette;
use super::xml::Xml;
use super::{Exporter, View};
use crate::part::Part;

pub(super) struct GraphMl;

const NAMESPACES: &[(&str, &str)] = &[
    ("xmlns", "http://graphml.graphdrawing.org/xmlns"),
    ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    (
        "xsi:schemaLocation",
        "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd",
    ),
];

/// How a node is shown.
const LOOKS: &[(&str, Type)] = &[
    ("label", Type::Text),
    ("color", Type::Text),
    ("size", Type::Score),
    ("r", Type::Count),
    ("g", Type::Count),
    ("b", Type::Count),
];

const WEIGHT: &[(&str, Type)] = &[("weight", Type::Count)];

impl Part for GraphMl {
    fn name(&self) -> &'static str {
        "graphml"
    }

    fn about(&self) -> &'static str {
        "Outlets and claims as GraphML, with typed attributes, for network programs."
    }
}

impl Exporter for GraphMl {
    fn format(&self) -> &'static str {
        "graphml"
    }

    fn file_name(&self) -> &'static str {
        "graph.graphml"
    }

    fn write(&self, view: &View, out: &mut dyn Write) -> io::Result<()> {
        let mut xml = Xml::new(out)?;
        xml.open("graphml", NAMESPACES)?;
        keys(&mut xml, "graph", &[("event", Type::Text)])?;
        keys(&mut xml, "node", LOOKS)?;
        keys(&mut xml, "node", OF_NODES)?;
        keys(&mut xml, "edge", WEIGHT)?;
        keys(&mut xml, "edge", OF_EDGES)?;
        xml.open("graph", &[("id", "comparison"), ("edgedefault", "undirected")])?;
        if let Some(event) = &view.analysis.event {
            xml.text("data", &[("key", "graph-event")], event)?;
        }
        nodes(view).try_for_each(|shown| node(&mut xml, &shown))?;
        edges(view).try_for_each(|shown| edge(&mut xml, &shown))?;
        xml.close("graph")?;
        xml.finish("graphml")
    }
}

/// Declares attributes; a node's and an edge's may have one name, but never one key.
fn keys(xml: &mut Xml, of: &str, all: &[(&str, Type)]) -> io::Result<()> {
    for (name, holds) in all {
        let key = key(of, name);
        let declared =
            [("id", key.as_str()), ("for", of), ("attr.name", name), ("attr.type", type_name(*holds))];
        xml.empty("key", &declared)?;
    }
    Ok(())
}

fn node(xml: &mut Xml, node: &Node) -> io::Result<()> {
    xml.open("node", &[("id", &node.id)])?;
    let [r, g, b] = palette::parts(node.colour).map(|part| Value::Count(part.into()));
    let looks: Attributes = vec![
        ("label", Value::Text(node.label.as_str().into())),
        ("color", Value::Text(node.colour.into())),
        ("size", Value::Score(node.size)),
        ("r", r),
        ("g", g),
        ("b", b),
    ];
    data(xml, "node", &looks)?;
    data(xml, "node", &node.attributes)?;
    xml.close("node")
}

fn edge(xml: &mut Xml, edge: &Edge) -> io::Result<()> {
    let id = format!("e{}", edge.id);
    xml.open("edge", &[("id", &id), ("source", &edge.outlet), ("target", &edge.claim)])?;
    data(xml, "edge", &[("weight", Value::Count(edge.weight))])?;
    data(xml, "edge", &edge.attributes)?;
    xml.close("edge")
}

fn data(xml: &mut Xml, of: &str, attributes: &[(&'static str, Value)]) -> io::Result<()> {
    attributes
        .iter()
        .try_for_each(|(name, value)| xml.text("data", &[("key", &key(of, name))], &value.shown()))
}

fn key(of: &str, name: &str) -> String {
    format!("{of}-{name}")
}

fn type_name(holds: Type) -> &'static str {
    match holds {
        Type::Text => "string",
        Type::Count => "int",
        Type::Score => "double",
        Type::Flag => "boolean",
    }
}
