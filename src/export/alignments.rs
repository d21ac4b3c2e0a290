//! `alignments.csv`: a row is a scored link between two mentions; `verdict` is for the reader.

use super::View;
use super::table::*;
use crate::part::Part;

pub(super) struct Alignments;

const HEADER: &[&str] = &[
    "claim_id",
    "mention_a",
    "outlet_a",
    "mention_b",
    "outlet_b",
    "score",
    "relation",
    "verdict",
    "text_a",
    "text_b",
];

impl Part for Alignments {
    fn name(&self) -> &'static str {
        "alignments"
    }

    fn about(&self) -> &'static str {
        "A row for each link between two mentions, with an empty column for your verdict."
    }
}

impl Table for Alignments {
    fn file(&self) -> &'static str {
        "alignments.csv"
    }

    fn header(&self, _: &View) -> Vec<String> {
        names(HEADER)
    }

    fn rows(&self, view: &View) -> usize {
        view.alignments.len()
    }

    fn row<'v>(&self, view: &'v View, at: usize) -> Vec<Cell<'v>> {
        let row = &view.alignments[at];
        vec![
            maybe(row.claim_id.as_deref()),
            text(&row.mention_a),
            text(row.outlet_a),
            text(&row.mention_b),
            text(row.outlet_b),
            score(Some(row.score)),
            text(row.relation),
            maybe(row.verdict),
            text(row.text_a),
            text(row.text_b),
        ]
    }
}
