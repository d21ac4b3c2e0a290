//! `outlets.dot`: who shares claims with whom.
//!
//! Two edges between two outlets at most: what they share, and, in a second colour and broken, the
//! claims in which they part; the width of each is its number of claims.

use std::io::{self, Write};

use super::Exporter;
use super::dot::{Dot, colour, counted, title};
use super::rows::PairRow;
use super::view::{View, one_line};
use super::wrap::wrap;
use crate::part::Part;

pub(super) struct OutletGraph;

/// In points; the widest edge of the graph.
const WIDEST: f64 = 8.0;

impl Part for OutletGraph {
    fn name(&self) -> &'static str {
        "outlet-graph"
    }

    fn about(&self) -> &'static str {
        "Outlets for Graphviz: who shares claims with whom, and who parts from whom."
    }
}

impl Exporter for OutletGraph {
    fn format(&self) -> &'static str {
        "dot"
    }

    fn file_name(&self) -> &'static str {
        "outlets.dot"
    }

    fn write(&self, view: &View, out: &mut dyn Write) -> io::Result<()> {
        let mut dot = Dot::new(false, "outlets");
        defaults(&mut dot, view);
        nodes(&mut dot, view);
        edges(&mut dot, view);
        out.write_all(dot.finish().as_bytes())
    }
}

fn defaults(dot: &mut Dot, view: &View) {
    let key = "solid green: claims two outlets share · dashed orange: claims in which they part · \
               the wider, the more";
    let label = format!("{}\n{key}", title(view));
    let graph = [
        ("layout", "circo"),
        ("fontname", "Helvetica"),
        ("fontsize", "14"),
        ("label", label.as_str()),
        ("labelloc", "t"),
        ("mindist", "1.6"),
    ];
    dot.defaults("graph", &graph);
    let node = [
        ("fontname", "Helvetica"),
        ("fontsize", "10"),
        ("shape", "box"),
        ("color", colour::OUTLET),
        ("fillcolor", colour::OUTLET_FILL),
    ];
    dot.defaults("node", &node);
    dot.defaults("edge", &[("fontname", "Helvetica"), ("fontsize", "10")]);
}

fn nodes(dot: &mut Dot, view: &View) {
    for (at, (outlet, row)) in view.analysis.outlets.iter().zip(&view.outlets).enumerate() {
        let style = if outlet.present { "filled,rounded" } else { "filled,rounded,dashed" };
        let figures =
            format!("{} shared, {} divergent, {} only here", row.shared, row.divergent, row.single_source);
        let label = format!("{}\n{figures}", wrap(row.outlet, 28, 2));
        let tooltip = format!("{}: {figures}", one_line(row.outlet));
        dot.node(&node(at), &[("label", &label), ("style", style), ("tooltip", &tooltip)]);
    }
}

fn edges(dot: &mut Dot, view: &View) {
    let most = view.pairs.iter().map(|pair| pair.shared.max(pair.divergent)).max().unwrap_or(1);
    for pair in &view.pairs {
        edge(dot, pair, pair.shared, most, ("solid", colour::SHARED, "shared"));
        edge(dot, pair, pair.divergent, most, ("dashed", colour::DIVERGENT, "divergent"));
    }
}

fn edge(dot: &mut Dot, pair: &PairRow, claims: usize, most: usize, look: (&str, &str, &str)) {
    if claims == 0 {
        return;
    }
    let (style, colour, word) = look;
    let width = format!("{:.1}", width(claims, most));
    let count = claims.to_string();
    let tooltip = format!(
        "{} – {}: {}",
        one_line(pair.outlet_a),
        one_line(pair.outlet_b),
        counted(claims, &format!("{word} claim"))
    );
    let (a, b) = pair.places;
    let attributes = [
        ("label", count.as_str()),
        ("style", style),
        ("color", colour),
        ("fontcolor", colour),
        ("penwidth", &width),
        ("tooltip", &tooltip),
        ("labeltooltip", &tooltip),
    ];
    dot.edge(&node(a), &node(b), &attributes);
}

/// A point a claim as long as that fits, in proportion above.
fn width(claims: usize, most: usize) -> f64 {
    let scale = (WIDEST / most as f64).min(1.0);
    (claims as f64 * scale).max(0.5)
}

fn node(outlet: usize) -> String {
    format!("o{}", outlet + 1)
}
