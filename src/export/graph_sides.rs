//! A divergent claim in `graph.dot`: a frame, a node for each side, and what differs between them.
//!
//! The values stand in a small node of their own on the edge between the wordings: Graphviz draws the
//! label of an edge inside one rank across its line, and nodes never overlap.

use std::collections::{BTreeMap, BTreeSet};

use super::dot::{colour, counted};
use super::graph_dot::{CLAIM_WIDTH, Drawing, claim_node};
use super::rows::ClaimRow;
use super::view::{claim_id, one_line};
use super::wrap::{clip, wrap};
use crate::graph::{Contrast, Side};

const SIDES_SHOWN: usize = 6;
/// Above, differences are summed up by kind instead of pair by pair.
const CONTRASTS_SHOWN: usize = 3;
const DIFFERENCES_SHOWN: usize = 3;
const VALUE_WIDTH: usize = 28;

impl Drawing<'_> {
    pub fn divergent(&mut self, claim: usize) {
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
        if let Some(more @ 1..) = sides.len().checked_sub(SIDES_SHOWN) {
            self.more_sides(claim, more);
        }
        self.dot.close_cluster();
        for (at, side) in sides.iter().enumerate().take(SIDES_SHOWN) {
            let leads = self.leads(claim, &side.outlets);
            self.says(claim, &side_node(claim, at), &leads);
        }
        self.further_voices(claim, &sides);
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
        let node = [("label", label.as_str()), ("shape", "plaintext"), ("fontcolor", colour::DIVERGENT)];
        self.dot.node(&more_node(claim), &node);
    }

    /// Those whose wordings are not shown.
    fn further_voices(&mut self, claim: usize, sides: &[Side]) {
        let hidden = sides.iter().skip(SIDES_SHOWN).flat_map(|side| &side.outlets);
        let hidden: BTreeSet<usize> = hidden.copied().collect();
        let leads: Vec<_> = hidden.into_iter().map(|outlet| (outlet, None)).collect();
        self.says(claim, &more_node(claim), &leads);
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
}

fn more_node(claim: usize) -> String {
    format!("{}_more", claim_node(claim))
}

fn side_node(claim: usize, side: usize) -> String {
    format!("c{}_w{}", claim + 1, side + 1)
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
