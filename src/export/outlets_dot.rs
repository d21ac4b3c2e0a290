//! `outlets.dot`: who shares claims with whom.
//!
//! Outlets stand on a ring that we lay out ourselves, so that the numbers on the edges can stand
//! where nothing else does. One edge for two outlets: as wide as the number of claims both state,
//! green for those they share and orange, by proportion, for those in which they part. A dotted line over it says that
//! they share text; its arrow points to the one that has it from the other, where that is known. An agency that is
//! credited, and has no document here, is a hub of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use super::Exporter;
use super::dot::{Dot, colour, title};
use super::ring::Ring;
use super::rows::PairRow;
use super::view::{View, one_line};
use super::words::counted;
use super::wrap::wrap;
use crate::part::Part;

pub(super) struct OutletGraph;

/// In points; the widest edge of the graph.
const WIDEST: f64 = 9.0;
const NAME_WIDTH: usize = 28;

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
        let credited = Credited::of(view);
        let ring = Ring::new(view.outlets.len() + credited.0.len());
        defaults(&mut dot, view);
        nodes(&mut dot, view, &ring);
        credited.nodes(&mut dot, view, &ring);
        edges(&mut dot, view, ring);
        shared_text(&mut dot, view);
        credited.edges(&mut dot);
        out.write_all(dot.finish().as_bytes())
    }
}

fn defaults(dot: &mut Dot, view: &View) {
    let key = "edge: claims that two outlets both state, the wider the more; \
               green (=) where they agree, orange (≠) where details differ;\n\
               dotted: they share text, the arrow points to who has it from the other, where that is known";
    let label = format!("{}\n{key}", title(view));
    let graph = [
        ("layout", "neato"),
        ("fontname", "Helvetica"),
        ("fontsize", "12"),
        ("label", label.as_str()),
        ("labelloc", "t"),
        ("splines", "line"),
        ("outputorder", "edgesfirst"),
        ("notranslate", "true"),
    ];
    dot.defaults("graph", &graph);
    dot.defaults("node", &[("fontname", "Helvetica"), ("fontsize", "10"), ("shape", "box")]);
}

fn nodes(dot: &mut Dot, view: &View, ring: &Ring) {
    for (at, (outlet, row)) in view.analysis.outlets.iter().zip(&view.outlets).enumerate() {
        let style = if outlet.present { "filled,rounded" } else { "filled,rounded,dashed" };
        let figures =
            format!("{} shared, {} divergent,\n{} only here", row.shared, row.divergent, row.single_source);
        let label = format!("{}\n{figures}", wrap(row.outlet, NAME_WIDTH, 2));
        let (place, name) = (ring.place(at).pinned(), one_line(row.outlet));
        let attributes = [
            ("label", label.as_str()),
            ("pos", &place),
            ("style", style),
            ("color", colour::OUTLET),
            ("fillcolor", colour::OUTLET_FILL),
            ("tooltip", &name),
        ];
        dot.node(&node(at), &attributes);
    }
}

fn edges(dot: &mut Dot, view: &View, mut ring: Ring) {
    let most = view.pairs.iter().map(|pair| pair.shared + pair.divergent).max().unwrap_or(1);
    for (at, pair) in view.pairs.iter().enumerate() {
        let (colours, tooltip) = (colours(pair), tooltip(pair));
        let width = format!("{:.1}", width(pair.shared + pair.divergent, most));
        let (a, b) = pair.places;
        let attributes = [
            ("color", colours.as_str()),
            ("style", if pair.shared == 0 { "dashed" } else { "solid" }),
            ("penwidth", &width),
            ("tooltip", &tooltip),
        ];
        dot.edge(&node(a), &node(b), &attributes);
        if let Some(place) = ring.free_place(a, b) {
            figure(dot, &format!("e{}", at + 1), pair, &place.pinned());
        }
    }
}

/// Dotted, on top of the edge of their claims.
fn shared_text(dot: &mut Dot, view: &View) {
    for pair in view.pairs.iter().filter(|pair| pair.share_text) {
        let (a, b) = pair.places;
        let (from, to) = if pair.text_direction == Some("a from b") { (b, a) } else { (a, b) };
        let known = pair.text_direction != Some("unknown");
        let names = [from, to].map(|outlet| one_line(&view.analysis.outlets[outlet].name));
        let tooltip = match known {
            true => format!("{} has text from {}", names[1], names[0]),
            false => format!("{} and {} share text", names[0], names[1]),
        };
        text_edge(dot, &node(from), &node(to), known, &tooltip);
    }
}

fn text_edge(dot: &mut Dot, from: &str, to: &str, known: bool, tooltip: &str) {
    let attributes = [
        ("style", "dotted"),
        ("color", colour::TEXT),
        ("penwidth", "1.6"),
        ("dir", if known { "forward" } else { "none" }),
        ("tooltip", tooltip),
    ];
    dot.edge(from, to, &attributes);
}

/// Agencies that documents credit and that have none here, with the outlets that credit them.
struct Credited(BTreeMap<String, BTreeSet<usize>>);

impl Credited {
    fn of(view: &View) -> Self {
        let outlets = &view.analysis.outlets;
        let place = |name: &str| outlets.iter().position(|outlet| outlet.name == name);
        let mut credited: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for credit in view.analysis.credits.iter().filter(|credit| place(&credit.agency).is_none()) {
            let outlet = place(&view.analysis.documents[credit.document].outlet);
            credited.entry(credit.agency.clone()).or_default().extend(outlet);
        }
        Credited(credited)
    }

    fn nodes(&self, dot: &mut Dot, view: &View, ring: &Ring) {
        for (at, agency) in self.0.keys().enumerate() {
            let place = ring.place(view.outlets.len() + at).pinned();
            let label = format!("{}\ncredited, not among the documents", wrap(agency, NAME_WIDTH, 2));
            let attributes = [
                ("label", label.as_str()),
                ("pos", &place),
                ("shape", "ellipse"),
                ("style", "dashed"),
                ("color", colour::TEXT),
                ("tooltip", agency),
            ];
            dot.node(&hub(at), &attributes);
        }
    }

    fn edges(&self, dot: &mut Dot) {
        for (at, (agency, outlets)) in self.0.iter().enumerate() {
            for &outlet in outlets {
                text_edge(dot, &hub(at), &node(outlet), true, &format!("credits {}", one_line(agency)));
            }
        }
    }
}

fn hub(agency: usize) -> String {
    format!("a{}", agency + 1)
}

/// The numbers on an edge: `12 = 4 ≠`.
fn figure(dot: &mut Dot, id: &str, pair: &PairRow, place: &str) {
    let parts = [(pair.shared, "="), (pair.divergent, "≠")].into_iter().filter(|(count, _)| *count > 0);
    let label = parts.map(|(count, sign)| format!("{count} {sign}")).collect::<Vec<_>>().join("  ");
    let colour = if pair.divergent > 0 { colour::DIVERGENT } else { colour::SHARED };
    let tooltip = tooltip(pair);
    let attributes = [
        ("label", label.as_str()),
        ("pos", place),
        ("style", "filled"),
        ("fillcolor", "white"),
        ("color", "white"),
        ("fontcolor", colour),
        ("fontsize", "9"),
        ("margin", "0.02,0.01"),
        ("width", "0"),
        ("height", "0"),
        ("tooltip", &tooltip),
    ];
    dot.node(id, &attributes);
}

fn tooltip(pair: &PairRow) -> String {
    let (a, b) = (one_line(pair.outlet_a), one_line(pair.outlet_b));
    let (agree, part) = (counted(pair.shared, "claim"), counted(pair.divergent, "claim"));
    format!("{a} – {b}: agree in {agree}, part in {part}")
}

/// One colour, or both by proportion.
fn colours(pair: &PairRow) -> String {
    match (pair.shared, pair.divergent) {
        (_, 0) => colour::SHARED.to_owned(),
        (0, _) => colour::DIVERGENT.to_owned(),
        (shared, divergent) => {
            let share = shared as f64 / (shared + divergent) as f64;
            format!("{};{share:.3}:{}", colour::SHARED, colour::DIVERGENT)
        }
    }
}

/// A point a claim as long as that fits, in proportion above.
fn width(claims: usize, most: usize) -> f64 {
    let scale = (WIDEST / most.max(1) as f64).min(1.0);
    (claims as f64 * scale).max(0.5)
}

fn node(outlet: usize) -> String {
    format!("o{}", outlet + 1)
}
