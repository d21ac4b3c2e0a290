//! `graph.dot`: outlets left, claims right, and where accounts part, the wordings and what differs.
//!
//! ```text
//!   (Gazette) ───────────► [ claim they share ]
//!        ╲                 ┌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┐
//!         ╲───────────────►╎<12 hurt>──╮           ╎
//!   (Post) ───────────────►╎<17 hurt>──┴─ 12 ≠ 17  ╎
//!        ╌╌ + 3 claims only here
//! ```
//!
//! The values stand in a small node of their own on the edge between the wordings: Graphviz draws the
//! label of an edge inside one rank across its line, and nodes never overlap.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::dot::{Dot, colour, counted, title};
use super::rows::ClaimRow;
use super::view::{View, claim_id, one_line};
use super::wrap::{clip, wrap};
use super::{Exporter, legend};
use crate::graph::{Contrast, Side};
use crate::model::{Outlet, Status};
use crate::part::Part;

pub(super) struct Graph;

/// As many claims as can be read on one page.
const CLAIMS_SHOWN: usize = 60;
/// Up to here edges carry their words; above, only their tooltips do.
const CLAIMS_WITH_EDGE_LABELS: usize = 12;
const SIDES_SHOWN: usize = 6;
/// Above, differences are summed up by kind instead of pair by pair.
const CONTRASTS_SHOWN: usize = 3;
const DIFFERENCES_SHOWN: usize = 3;

const CLAIM_WIDTH: usize = 46;
const OUTLET_WIDTH: usize = 24;
const VALUE_WIDTH: usize = 28;

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
struct Drawing<'v> {
    view: &'v View<'v>,
    dot: Dot,
    claims: Vec<usize>,
    left_out: usize,
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
        Drawing { view, dot: Dot::new(true, "comparison"), claims, left_out }
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
        for (at, outlet) in self.view.analysis.outlets.iter().enumerate() {
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
        let names = self.names(&row_outlets(row));
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
        let leads = self.leads(claim, &row_outlets(row));
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
        let leads = self.leads(claim, &row_outlets(row));
        self.says(claim, &claim_node(claim), &leads);
    }

    fn divergent(&mut self, claim: usize) {
        let sides = self.view.graph.sides(claim);
        let contrasts = self.view.graph.contrasts(claim, &sides);
        let row = &self.view.claims[claim];
        self.dot.open_cluster(
            &claim_node(claim),
            &[
                ("label", &heading(row, &contrasts)),
                ("style", "rounded,dashed"),
                ("color", colour::DIVERGENT),
                ("fontcolor", colour::DIVERGENT),
                ("fontsize", "10"),
                ("tooltip", &row.claim),
            ],
        );
        for (at, side) in sides.iter().enumerate().take(SIDES_SHOWN) {
            self.side(claim, at, side);
        }
        self.contrasts(claim, &contrasts);
        self.dot.close_cluster();
        for (at, side) in sides.iter().enumerate().take(SIDES_SHOWN) {
            let leads = self.leads(claim, &side.outlets);
            self.says(claim, &side_node(claim, at), &leads);
        }
        if let Some(more @ 1..) = sides.len().checked_sub(SIDES_SHOWN) {
            self.more_sides(claim, more);
        }
    }

    fn side(&mut self, claim: usize, at: usize, side: &Side) {
        let text = side.mentions.first().map(|&mention| one_line(self.view.analysis.text(mention)));
        let text = text.unwrap_or_default();
        let label = format!("{}{}", wrap(&text, CLAIM_WIDTH, 3), self.names(&side.outlets));
        let parts = !side.readings.is_empty();
        self.dot.node(
            &side_node(claim, at),
            &[
                ("label", &label),
                ("shape", if parts { "octagon" } else { "box" }),
                ("style", if parts { "filled" } else { "filled,dashed" }),
                ("width", "3.2"),
                ("margin", "0.02,0.05"),
                ("color", colour::DIVERGENT),
                ("fillcolor", if parts { colour::DIVERGENT_FILL } else { colour::SINGLE_FILL }),
                ("tooltip", &text),
            ],
        );
    }

    fn more_sides(&mut self, claim: usize, more: usize) {
        let label = format!("… + {} of {}", counted(more, "more wording"), claim_id(claim));
        self.dot.node(
            &format!("{}_more", claim_node(claim)),
            &[("label", &label), ("shape", "plaintext"), ("fontcolor", colour::DIVERGENT)],
        );
    }

    /// What differs, on the edge between the wordings.
    fn contrasts(&mut self, claim: usize, contrasts: &[Contrast]) {
        let shown: Vec<_> = contrasts.iter().filter(|contrast| contrast.b < SIDES_SHOWN).collect();
        if shown.len() > CONTRASTS_SHOWN {
            return self.contrasts_by_kind(claim, &shown);
        }
        for (at, contrast) in shown.iter().enumerate() {
            let lines = contrast.differences.iter().map(|d| (&*d.a, &*d.b));
            let lines: Vec<_> = lines.map(|(a, b)| joined(&[a, b], " ≠ ")).collect();
            self.contrast(&format!("{}_d{at}", claim_node(claim)), claim, &lines, &[contrast.a, contrast.b]);
        }
    }

    fn contrasts_by_kind(&mut self, claim: usize, contrasts: &[&Contrast]) {
        let mut kinds: BTreeMap<_, (Vec<&str>, Vec<usize>)> = BTreeMap::new();
        for contrast in contrasts {
            for difference in &contrast.differences {
                let (values, ends) = kinds.entry(difference.kind).or_default();
                values.extend([&*difference.a, &*difference.b]);
                ends.extend([contrast.a, contrast.b]);
            }
        }
        for (kind, (mut values, mut ends)) in kinds {
            values.sort_unstable_by_key(|value| (value.len(), *value));
            values.dedup();
            ends.sort_unstable();
            ends.dedup();
            let id = format!("{}_{}", claim_node(claim), kind.name());
            self.contrast(&id, claim, &[joined(&values, " / ")], &ends);
        }
    }

    fn contrast(&mut self, id: &str, claim: usize, lines: &[String], sides: &[usize]) {
        let mut label = lines.iter().take(DIFFERENCES_SHOWN).cloned().collect::<Vec<_>>().join("\n");
        if lines.len() > DIFFERENCES_SHOWN {
            label.push_str("\n…");
        }
        self.dot.node(
            id,
            &[
                ("label", &label),
                ("shape", "plaintext"),
                ("height", "0.3"),
                ("fontcolor", colour::DIVERGENT),
                ("tooltip", &lines.join("; ")),
            ],
        );
        for &side in sides {
            let line = [("dir", "none"), ("style", "bold"), ("color", colour::DIVERGENT)];
            self.dot.edge(&side_node(claim, side), id, &line);
        }
    }

    /// Edges from outlets to what they say; `leads` is `(outlet, whose words it uses)`.
    fn says(&mut self, claim: usize, to: &str, leads: &[(usize, Option<usize>)]) {
        let labelled = self.claims.len() <= CLAIMS_WITH_EDGE_LABELS;
        for &(outlet, lead) in leads {
            let tooltip = self.tooltip(claim, outlet);
            let words_of = lead.map(|lead| &self.view.analysis.outlets[lead].name);
            let label = words_of.map(|name| clip(&format!("words as in {name}"), 32));
            let label = label.filter(|_| labelled).unwrap_or_default();
            let mut attributes = vec![("tooltip", tooltip.as_str())];
            if lead.is_some() {
                attributes.push(("style", "dotted"));
                attributes.push(("penwidth", "1.4"));
            }
            if !label.is_empty() {
                attributes.extend([("label", label.as_str()), ("labeltooltip", tooltip.as_str())]);
            }
            self.dot.edge(&outlet_node(outlet), to, &attributes);
        }
    }

    /// In a large graph, where edges are long, who says it stands in the label too.
    fn names(&self, outlets: &[usize]) -> String {
        if self.claims.len() <= CLAIMS_WITH_EDGE_LABELS {
            return String::new();
        }
        let names: Vec<_> =
            outlets.iter().map(|&at| one_line(&self.view.analysis.outlets[at].name)).collect();
        format!("\n{}", wrap(&format!("— {}", names.join(", ")), CLAIM_WIDTH, 2))
    }

    fn tooltip(&self, claim: usize, outlet: usize) -> String {
        let says = self.view.claims[claim].says.iter().find(|says| says.at == outlet);
        says.map(|says| format!("{}: {}", says.outlet, says.text)).unwrap_or_default()
    }

    /// Which of these outlets use the words of another: an agency's, else those of the first by name.
    ///
    /// Who copied whom is not known here, only that the words are the same, or nearly.
    fn leads(&self, claim: usize, outlets: &[usize]) -> Vec<(usize, Option<usize>)> {
        let same_words = self.view.graph.same_words(claim);
        let mut candidates = outlets.to_vec();
        candidates.sort_by_key(|&outlet| (!self.view.analysis.outlets[outlet].agency, outlet));
        let mut lead_of: BTreeMap<usize, usize> = BTreeMap::new();
        for &lead in &candidates {
            let follows = |&&o: &&usize| same_words.contains(&(o.min(lead), o.max(lead)));
            if !lead_of.contains_key(&lead) {
                candidates.iter().filter(follows).for_each(|&outlet| {
                    lead_of.entry(outlet).or_insert(lead);
                });
                lead_of.insert(lead, lead);
            }
        }
        outlets.iter().map(|&o| (o, lead_of.get(&o).copied().filter(|&lead| lead != o))).collect()
    }

    /// What only one outlet says, as a count beside it.
    fn folded(&mut self) {
        for (at, row) in self.view.outlets.iter().enumerate().filter(|(_, row)| row.single_source > 0) {
            let id = format!("s{}", at + 1);
            let label = format!("+ {} only here", counted(row.single_source, "claim"));
            let node = [("label", label.as_str()), ("shape", "plaintext"), ("fontcolor", colour::SINGLE)];
            self.dot.node(&id, &node);
            let edge = [("style", "dashed"), ("color", colour::FAINT), ("arrowhead", "none")];
            self.dot.edge(&outlet_node(at), &id, &edge);
        }
    }
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

fn claim_node(claim: usize) -> String {
    format!("c{}", claim + 1)
}

fn side_node(claim: usize, side: usize) -> String {
    format!("c{}_w{}", claim + 1, side + 1)
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
    let outlets = counted(row.outlets, "outlet");
    let origins = row.origins.map(|origins| format!(", {}", counted(origins, "origin")));
    format!("{} · {outlets}{}", row.claim_id, origins.unwrap_or_default())
}

/// `C3 people hurt · number differs · 4 outlets`
fn heading(row: &ClaimRow, contrasts: &[Contrast]) -> String {
    let differences = contrasts.iter().flat_map(|contrast| &contrast.differences);
    let about = differences.map(|d| d.about.as_str()).find(|about| !about.is_empty());
    let about = about.map(|about| format!(" {}", clip(about, 36))).unwrap_or_default();
    let verb = if row.divergence_kinds.len() == 1 { "differs" } else { "differ" };
    let outlets = counted(row.outlets, "outlet");
    format!("{}{about} · {} {verb} · {outlets}", row.claim_id, row.divergence_kinds.join(", "))
}

/// Values side by side, one under the other where they are long.
fn joined(values: &[&str], sign: &str) -> String {
    let values: Vec<_> = values.iter().map(|value| wrap(value, VALUE_WIDTH, 2)).collect();
    let is_long = values.iter().map(|value| value.len()).sum::<usize>() > 2 * VALUE_WIDTH;
    values.join(if is_long { "\n≠\n" } else { sign })
}
