//! `graph.dot`: outlets left, claims right, and where accounts part, the wordings and what differs.
//!
//! ```text
//!   (Gazette) ───────────► [ claim they share ]
//!        ╲                 ┌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┐
//!         ╲───────────────►╎<12 hurt>──╮           ╎
//!   (Post) ───────────────►╎<17 hurt>──┴─ 12 ≠ 17  ╎
//!        ╌╌ + 3 claims only here
//! ```

use std::collections::BTreeSet;
use std::io::{self, Write};

use super::dot::{Dot, colour, title};
use super::rows::ClaimRow;
use super::view::{View, one_line};
use super::words::{behind, counted};
use super::wrap::{clip, wrap};
use super::{Exporter, legend};
use crate::model::{Outlet, Status};
use crate::part::Part;

pub(super) struct Graph;

/// As many claims as can be read on one page.
const CLAIMS_SHOWN: usize = 60;
/// Up to here edges carry their words; above, only their tooltips do.
const CLAIMS_WITH_EDGE_LABELS: usize = 12;

pub(super) const CLAIM_WIDTH: usize = 46;
const OUTLET_WIDTH: usize = 24;
/// More outlets than these that state none of the claims shown stand together in one node.
const ALONE_SHOWN: usize = 6;
/// Of these, so many are named.
const ALONE_NAMED: usize = 40;
const ALONE_WIDTH: usize = 36;

impl Part for Graph {
    fn name(&self) -> &'static str {
        "graph"
    }

    fn about(&self) -> &'static str {
        "Outlets and claims for Graphviz: who says what, and which values differ."
    }
}

impl Exporter for Graph {
    fn format(&self) -> &'static str {
        "dot"
    }

    fn file_name(&self) -> &'static str {
        "graph.dot"
    }

    fn write(&self, view: &View, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(Drawing::of(view).draw().as_bytes())
    }
}

/// The graph in the making, and which claims are in it.
pub(super) struct Drawing<'v> {
    pub view: &'v View<'v>,
    pub dot: Dot,
    claims: Vec<usize>,
    left_out: usize,
    /// Outlets that stand together, as they state none of the claims.
    alone: BTreeSet<usize>,
}

impl<'v> Drawing<'v> {
    fn of(view: &'v View<'v>) -> Self {
        let mut claims = view.graph.most_telling();
        let mut left_out = 0;
        if view.whole_graph {
            let single = |&claim: &usize| view.analysis.claims[claim].status == Status::SingleSource;
            claims.extend((0..view.claims.len()).filter(single));
        } else {
            left_out = claims.len().saturating_sub(CLAIMS_SHOWN);
            claims.truncate(CLAIMS_SHOWN);
        }
        let alone = alone(view, &claims);
        Drawing { view, dot: Dot::new(true, "comparison"), claims, left_out, alone }
    }

    fn draw(mut self) -> String {
        self.defaults();
        self.outlets();
        for claim in self.claims.clone() {
            match self.view.analysis.claims[claim].status {
                Status::Shared => self.shared(claim),
                Status::Divergent => self.divergent(claim),
                Status::SingleSource => self.single_source(claim),
            }
        }
        if !self.view.whole_graph {
            self.folded();
        }
        legend::draw(&mut self.dot, self.view.whole_graph);
        self.dot.finish()
    }

    fn defaults(&mut self) {
        let mut title = title(self.view);
        if self.left_out > 0 {
            let (shown, left_out) = (self.claims.len(), self.left_out);
            title.push_str(&format!(
                "\nthe {shown} most telling claims of several outlets; {left_out} left out (--graph all shows everything)"
            ));
        }
        self.dot.defaults(
            "graph",
            &[
                ("rankdir", "LR"),
                ("fontname", "Helvetica"),
                ("fontsize", "14"),
                ("label", &title),
                ("labelloc", "t"),
                ("nodesep", "0.15"),
                ("ranksep", &format!("{:.2}", rank_gap(self.claims.len()))),
                ("splines", "true"),
            ],
        );
        self.dot.defaults("node", &[("fontname", "Helvetica"), ("fontsize", "10"), ("shape", "box")]);
        self.dot.defaults(
            "edge",
            &[("fontname", "Helvetica"), ("fontsize", "9"), ("color", colour::LINE), ("arrowsize", "0.7")],
        );
    }

    fn outlets(&mut self) {
        let outlets = self.view.analysis.outlets.iter().enumerate();
        for (at, outlet) in outlets.filter(|(at, _)| !self.alone.contains(at)) {
            let style = if outlet.present { "filled,rounded" } else { "filled,rounded,dashed" };
            self.dot.node(
                &outlet_node(at),
                &[
                    ("label", &outlet_label(outlet)),
                    ("style", style),
                    ("color", colour::OUTLET),
                    ("fillcolor", colour::OUTLET_FILL),
                    ("tooltip", &outlet_tooltip(outlet)),
                ],
            );
        }
    }

    fn shared(&mut self, claim: usize) {
        let row = &self.view.claims[claim];
        let names = self.names(claim, &row_outlets(row));
        let label = format!("{}\n{}{names}", wrap(&row.claim, CLAIM_WIDTH, 3), standing(row));
        self.dot.node(
            &claim_node(claim),
            &[
                ("label", &label),
                ("style", "filled"),
                ("width", "3.2"),
                ("color", colour::SHARED),
                ("fillcolor", colour::SHARED_FILL),
                ("tooltip", &row.claim),
            ],
        );
        let leads = self.view.leads(claim, &row_outlets(row));
        self.says(claim, &claim_node(claim), &leads);
    }

    fn single_source(&mut self, claim: usize) {
        let row = &self.view.claims[claim];
        let label = format!("{}\n{}", wrap(&row.claim, CLAIM_WIDTH, 3), row.claim_id);
        self.dot.node(
            &claim_node(claim),
            &[
                ("label", &label),
                ("shape", "note"),
                ("style", "filled,dashed"),
                ("width", "3.2"),
                ("color", colour::SINGLE),
                ("fillcolor", colour::SINGLE_FILL),
                ("tooltip", &row.claim),
            ],
        );
        let leads = self.view.leads(claim, &row_outlets(row));
        self.says(claim, &claim_node(claim), &leads);
    }

    /// Edges from outlets to what they say; `leads` is `(outlet, whose text it has)`.
    pub fn says(&mut self, claim: usize, to: &str, leads: &[(usize, Option<String>)]) {
        let labelled = self.claims.len() <= CLAIMS_WITH_EDGE_LABELS;
        for (outlet, lead) in leads {
            let tooltip = self.tooltip(claim, *outlet);
            let label = lead.as_ref().filter(|_| labelled).map(|lead| clip(lead, 32)).unwrap_or_default();
            let mut attributes = vec![("tooltip", tooltip.as_str())];
            if lead.is_some() {
                attributes.push(("style", "dotted"));
                attributes.push(("penwidth", "1.4"));
            }
            if !label.is_empty() {
                attributes.extend([("label", label.as_str()), ("labeltooltip", tooltip.as_str())]);
            }
            self.dot.edge(&outlet_node(*outlet), to, &attributes);
        }
    }

    /// In a large graph, where edges are long, who says it stands in the label too; outlets of one origin with a plus
    /// between them.
    pub fn names(&self, claim: usize, outlets: &[usize]) -> String {
        if self.claims.len() <= CLAIMS_WITH_EDGE_LABELS {
            return String::new();
        }
        let origins = self.view.analysis.claims[claim].origins.iter();
        let groups = origins.map(|&origin| {
            let members = self.view.analysis.origins[origin].outlets.iter();
            members.filter(|outlet| outlets.contains(outlet)).map(|&at| one_line(self.name(at))).collect()
        });
        let groups: Vec<Vec<String>> = groups.filter(|group: &Vec<String>| !group.is_empty()).collect();
        let names: Vec<String> = groups.iter().map(|group| group.join(" + ")).collect();
        format!("\n{}", wrap(&format!("— {}", names.join("; ")), CLAIM_WIDTH, 3))
    }

    fn tooltip(&self, claim: usize, outlet: usize) -> String {
        let says = self.view.claims[claim].says.iter().find(|says| says.at == outlet);
        says.map(|says| format!("{}: {}", says.outlet, says.text)).unwrap_or_default()
    }

    fn name(&self, outlet: usize) -> &str {
        &self.view.analysis.outlets[outlet].name
    }

    /// Outlets of which nothing else is shown, as a list.
    fn together(&mut self) {
        if self.alone.is_empty() {
            return;
        }
        let name = |&at: &usize| {
            let row = &self.view.outlets[at];
            format!("{} ({})", one_line(row.outlet), row.single_source)
        };
        let names: Vec<String> = self.alone.iter().map(name).collect();
        let mut label = format!(
            "{} state none of these claims\n(and how many of their own):\n{}",
            counted(names.len(), "outlet"),
            wrap(&names[..names.len().min(ALONE_NAMED)].join(", "), ALONE_WIDTH, usize::MAX)
        );
        if let Some(more @ 1..) = names.len().checked_sub(ALONE_NAMED) {
            label.push_str(&format!("\nand {more} more"));
        }
        let names = names.join(", ");
        let node = [
            ("label", label.as_str()),
            ("style", "filled,rounded"),
            ("color", colour::FAINT),
            ("fillcolor", colour::OUTLET_FILL),
            ("tooltip", &names),
        ];
        self.dot.node("alone", &node);
    }

    /// What only one outlet says, as a count beside it.
    fn folded(&mut self) {
        self.together();
        let outlets = self.view.outlets.iter().enumerate().filter(|(at, _)| !self.alone.contains(at));
        for (at, row) in outlets.filter(|(_, row)| row.single_source > 0) {
            let id = format!("s{}", at + 1);
            let label = format!("+ {} only here", counted(row.single_source, "claim"));
            let node = [("label", label.as_str()), ("shape", "plaintext"), ("fontcolor", colour::SINGLE)];
            self.dot.node(&id, &node);
            let edge = [("style", "dashed"), ("color", colour::FAINT), ("arrowhead", "none")];
            self.dot.edge(&outlet_node(at), &id, &edge);
        }
    }
}

/// Outlets that state none of these claims, where they are many.
fn alone(view: &View, claims: &[usize]) -> BTreeSet<usize> {
    let mut alone: BTreeSet<usize> = (0..view.outlets.len()).collect();
    for says in claims.iter().flat_map(|&claim| &view.claims[claim].says) {
        alone.remove(&says.at);
    }
    if alone.len() > ALONE_SHOWN { alone } else { BTreeSet::new() }
}

/// Between the columns, in inches: a tall graph needs room for its edges to fan out.
///
/// Rejected: longer edges (`minlen`), which look tidier and take Graphviz 14 times as long.
fn rank_gap(claims: usize) -> f64 {
    (0.9 + 0.03 * claims as f64).min(2.4)
}

fn outlet_node(outlet: usize) -> String {
    format!("o{}", outlet + 1)
}

pub(super) fn claim_node(claim: usize) -> String {
    format!("c{}", claim + 1)
}

fn row_outlets(row: &ClaimRow) -> Vec<usize> {
    row.says.iter().map(|says| says.at).collect()
}

fn outlet_label(outlet: &Outlet) -> String {
    let name = wrap(&outlet.name, OUTLET_WIDTH, 3);
    if outlet.agency { format!("{name}\nnews agency") } else { name }
}

fn outlet_tooltip(outlet: &Outlet) -> String {
    match outlet.present {
        true => one_line(&outlet.name),
        false => format!("{} (reached through others)", one_line(&outlet.name)),
    }
}

/// `C1 · 4 outlets, 2 origins`
fn standing(row: &ClaimRow) -> String {
    format!("{} · {}", row.claim_id, behind(row))
}
