//! `graph.json`: the claim graph in node-link form, as D3 and networkx (`node_link_graph` with `edges="links"`) read it.

use std::io::{self, Write};

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::network::{Edge, Node, Value, edges, nodes};
use super::{Exporter, View};
use crate::part::Part;

pub(super) struct NodeLink;

impl Part for NodeLink {
    fn name(&self) -> &'static str {
        "node-link"
    }

    fn about(&self) -> &'static str {
        "Outlets and claims as JSON nodes and links, for D3 and networkx."
    }
}

impl Exporter for NodeLink {
    fn format(&self) -> &'static str {
        "node-link"
    }

    fn file_name(&self) -> &'static str {
        "graph.json"
    }

    fn write(&self, view: &View, out: &mut dyn Write) -> io::Result<()> {
        let graph = Graph {
            directed: false,
            multigraph: false,
            graph: About { event: view.analysis.event.as_deref(), version: env!("CARGO_PKG_VERSION") },
            nodes: view,
            links: view,
        };
        serde_json::to_writer_pretty(&mut *out, &graph)?;
        out.write_all(b"\n")
    }
}

/// The document; nodes and links are made while they are written.
#[derive(Serialize)]
struct Graph<'v> {
    directed: bool,
    multigraph: bool,
    graph: About<'v>,
    #[serde(serialize_with = "all_nodes")]
    nodes: &'v View<'v>,
    #[serde(serialize_with = "all_links")]
    links: &'v View<'v>,
}

#[derive(Serialize)]
struct About<'v> {
    event: Option<&'v str>,
    version: &'static str,
}

fn all_nodes<S: Serializer>(view: &View, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(nodes(view))
}

fn all_links<S: Serializer>(view: &View, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(edges(view))
}

impl Serialize for Node<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &self.id)?;
        map.serialize_entry("label", &self.label)?;
        map.serialize_entry("color", self.colour)?;
        map.serialize_entry("size", &self.size)?;
        for (name, value) in &self.attributes {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl Serialize for Edge<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("source", &self.outlet)?;
        map.serialize_entry("target", &self.claim)?;
        map.serialize_entry("weight", &self.weight)?;
        for (name, value) in &self.attributes {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Text(text) => serializer.serialize_str(text),
            Value::Count(count) => serializer.serialize_u64(*count as u64),
            Value::Score(score) => serializer.serialize_f64(*score),
            Value::Flag(flag) => serializer.serialize_bool(*flag),
        }
    }
}
