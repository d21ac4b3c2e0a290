//! Writing the DOT language: nodes, edges, clusters, every value quoted.
//!
//! By hand and not by `petgraph::dot`, which writes attribute strings raw, knows no clusters and does
//! not promise its output.

use super::words::counted;
use std::fmt::Write;

use super::escape;
pub(super) use super::palette as colour;

/// A value of an attribute: text that is shown, escaped when written.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// A DOT document in the making.
pub(super) struct Dot {
    text: String,
    depth: usize,
    edge: &'static str,
}

impl Dot {
    /// `digraph` or, with `directed` off, `graph`.
    pub fn new(directed: bool, name: &str) -> Self {
        let (kind, edge) = if directed { ("digraph", "->") } else { ("graph", "--") };
        Dot { text: format!("{kind} {name} {{\n"), depth: 1, edge }
    }

    /// Attributes of everything of a kind from here on: `graph`, `node`, `edge`.
    pub fn defaults(&mut self, kind: &str, attributes: Attributes) {
        self.statement(kind, attributes);
    }

    pub fn node(&mut self, id: &str, attributes: Attributes) {
        self.statement(id, attributes);
    }

    pub fn edge(&mut self, from: &str, to: &str, attributes: Attributes) {
        let ends = format!("{from} {} {to}", self.edge);
        self.statement(&ends, attributes);
    }

    pub fn open_cluster(&mut self, id: &str, attributes: Attributes) {
        self.line(&format!("subgraph cluster_{id} {{"));
        self.depth += 1;
        self.statement("graph", attributes);
    }

    pub fn close_cluster(&mut self) {
        self.depth -= 1;
        self.line("}");
    }

    pub fn finish(mut self) -> String {
        self.text.push_str("}\n");
        self.text
    }

    fn statement(&mut self, head: &str, attributes: Attributes) {
        let mut line = head.to_owned();
        for (at, (name, value)) in attributes.iter().enumerate() {
            let before = if at == 0 { " [" } else { ", " };
            // Writing into a String cannot fail.
            let _ = write!(line, "{before}{name}={}", escape::dot(value));
        }
        line.push_str(if attributes.is_empty() { ";" } else { "];" });
        self.line(&line);
    }

    fn line(&mut self, line: &str) {
        (0..self.depth).for_each(|_| self.text.push_str("  "));
        self.text.push_str(line);
        self.text.push('\n');
    }
}

/// The line above a graph.
pub(super) fn title(view: &super::View) -> String {
    let figures = &view.summary;
    let event = view.analysis.event.as_deref().map(str::trim).filter(|event| !event.is_empty());
    format!(
        "{} · {} · {} shared, {} divergent, {} single-source claims",
        super::wrap::clip(event.unwrap_or("Comparison"), 80),
        counted(figures.outlets, "outlet"),
        figures.shared,
        figures.divergent,
        figures.single_source,
    )
}
