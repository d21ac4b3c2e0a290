//! `divergences.csv`: a row is a difference in detail.

use super::View;
use super::table::*;
use crate::part::Part;

pub(super) struct Divergences;

const HEADER: &[&str] = &[
    "divergence_id",
    "claim_id",
    "kind",
    "outlet_a",
    "value_a",
    "outlet_b",
    "value_b",
    "mention_a",
    "start_a",
    "end_a",
    "mention_b",
    "start_b",
    "end_b",
    "text_a",
    "text_b",
    "pairs",
];

impl Part for Divergences {
    fn name(&self) -> &'static str {
        "divergences"
    }

    fn about(&self) -> &'static str {
        "A row for each difference in detail: both readings, who gives them, and where."
    }
}

impl Table for Divergences {
    fn file(&self) -> &'static str {
        "divergences.csv"
    }

    fn header(&self, _: &View) -> Vec<String> {
        names(HEADER)
    }

    fn rows(&self, view: &View) -> usize {
        view.divergences.len()
    }

    fn row<'v>(&self, view: &'v View, at: usize) -> Vec<Cell<'v>> {
        let row = &view.divergences[at];
        vec![
            text(&row.divergence_id),
            text(&row.claim_id),
            text(row.kind),
            list(&row.outlet_a),
            text(row.value_a),
            list(&row.outlet_b),
            text(row.value_b),
            text(&row.mention_a),
            count(row.start_a),
            count(row.end_a),
            text(&row.mention_b),
            count(row.start_b),
            count(row.end_b),
            text(row.text_a),
            text(row.text_b),
            count(row.pairs),
        ]
    }
}
