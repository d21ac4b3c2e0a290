//! A divergent claim in `graph.dot`: a frame, a node for each side, and what differs between them.
//!
//! The values stand in a small node of their own on the edge between the wordings: Graphviz draws the
//! label of an edge inside one rank across its line, and nodes never overlap.

use std::collections::{BTreeMap, BTreeSet};

use super::dot::colour;
use super::graph_dot::{CLAIM_WIDTH, Drawing, claim_node};
use super::rows::ClaimRow;
use super::view::{claim_id, one_line};
use super::words::{behind, counted};
use super::wrap::{clip, wrap};
use crate::graph::{Contrast, Side};
use crate::model::Divergence;

const SIDES_SHOWN: usize = 6;
/// Above, differences are summed up by kind instead of pair by pair.
const CONTRASTS_SHOWN: usize = 3;
const DIFFERENCES_SHOWN: usize = 3;
const VALUE_WIDTH: usize = 28;
const ABOUT_WIDTH: usize = 36;

impl Drawing<'_> {
    pub fn divergent(&mut self, claim: usize) {
        let sides = self.view.graph.sides(claim);
        let contrasts = self.view.graph.contrasts(claim, &sides);
        let row = &self.view.claims[claim];
        let label = heading(row, self.divergences(&self.view.analysis.claims[claim].divergences).first());
        self.dot.open_cluster(
            &claim_node(claim),
            &[
                ("label", &label),
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
            let leads = self.view.leads(claim, &side.outlets);
            self.says(claim, &side_node(claim, at), &leads);
        }
        self.further_voices(claim, &sides);
    }

    fn side(&mut self, claim: usize, at: usize, side: &Side) {
        let text = side.mentions.first().map(|&mention| one_line(self.view.analysis.text(mention)));
        let text = text.unwrap_or_default();
        let label = format!("{}{}", wrap(&text, CLAIM_WIDTH, 3), self.names(claim, &side.outlets));
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
            let lines: Vec<_> = self.divergences(&contrast.divergences).into_iter().map(line).collect();
            self.contrast(&format!("{}_d{at}", claim_node(claim)), claim, &lines, &[contrast.a, contrast.b]);
        }
    }

    fn contrasts_by_kind(&mut self, claim: usize, contrasts: &[&Contrast]) {
        let mut kinds: BTreeMap<_, (BTreeSet<usize>, BTreeSet<usize>)> = BTreeMap::new();
        for contrast in contrasts {
            for &one in &contrast.divergences {
                let (divergences, ends) = kinds.entry(self.view.analysis.divergences[one].kind).or_default();
                divergences.insert(one);
                ends.extend([contrast.a, contrast.b]);
            }
        }
        for (kind, (divergences, ends)) in kinds {
            let label = line_of_all(&self.divergences(&divergences));
            let id = format!("{}_{}", claim_node(claim), kind.name());
            let ends: Vec<_> = ends.into_iter().collect();
            self.contrast(&id, claim, &[label], &ends);
        }
    }

    fn divergences<'i>(&self, indices: impl IntoIterator<Item = &'i usize>) -> Vec<&Divergence> {
        indices.into_iter().map(|&one| &self.view.analysis.divergences[one]).collect()
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

/// `C3 people hurt: 12 ≠ 17 · number differs · 4 outlets, 2 origins`, by the most telling divergence.
fn heading(row: &ClaimRow, divergence: Option<&&Divergence>) -> String {
    let what = match divergence {
        Some(divergence) if divergence.about.is_empty() => format!(" · {}", short_line(divergence)),
        Some(divergence) => format!(" {}", short_line(divergence)),
        None => String::new(),
    };
    let verb = if row.divergence_kinds.len() == 1 { "differs" } else { "differ" };
    format!("{}{what} · {} {verb} · {}", row.claim_id, row.divergence_kinds.join(", "), behind(row))
}

/// `people hurt: 12 ≠ 17`, on one line however long the values are.
fn short_line(divergence: &Divergence) -> String {
    let [a, b] = [&divergence.a, &divergence.b].map(|camp| clip(&camp.value, VALUE_WIDTH));
    about(&divergence.about, format!("{a} ≠ {b}"))
}

/// The same with long values under one another.
fn line(divergence: &Divergence) -> String {
    about(&divergence.about, joined(&[&divergence.a.value, &divergence.b.value], " ≠ "))
}

/// `people hurt: 12 / 15 / 17`; what it is about only where all agree on that.
fn line_of_all(divergences: &[&Divergence]) -> String {
    let camps = divergences.iter().flat_map(|one| [&one.a, &one.b]);
    let mut values: Vec<_> = camps.map(|camp| camp.value.as_str()).collect();
    values.sort_unstable_by_key(|value| (value.len(), *value));
    values.dedup();
    let abouts: BTreeSet<_> = divergences.iter().map(|one| one.about.as_str()).collect();
    let shared = abouts.first().filter(|_| abouts.len() == 1).copied().unwrap_or_default();
    about(shared, joined(&values, " / "))
}

/// What differs, with what it is about in front where that is known; on a line of its own above several lines.
fn about(about: &str, differs: String) -> String {
    let gap = if differs.contains('\n') { '\n' } else { ' ' };
    if about.is_empty() { differs } else { format!("{}:{gap}{differs}", clip(about, ABOUT_WIDTH)) }
}

/// Values side by side, one under the other where they are long.
fn joined(values: &[&str], sign: &str) -> String {
    let values: Vec<_> = values.iter().map(|value| wrap(value, VALUE_WIDTH, 2)).collect();
    let is_long = values.iter().map(|value| value.len()).sum::<usize>() > 2 * VALUE_WIDTH;
    values.join(if is_long { "\n≠\n" } else { sign })
}
