//! `copies.csv`: a row is a stretch of text that two documents share.

use super::View;
use super::table::*;
use crate::part::Part;

pub(super) struct Copies;

const HEADER: &[&str] = &[
    "copy_id",
    "kind",
    "outlet_a",
    "document_a",
    "outlet_b",
    "document_b",
    "words",
    "kept",
    "share_a",
    "share_b",
    "direction",
    "basis",
    "start_a",
    "end_a",
    "start_b",
    "end_b",
    "text_a",
    "text_b",
];

impl Part for Copies {
    fn name(&self) -> &'static str {
        "copies"
    }

    fn about(&self) -> &'static str {
        "A row for each stretch of text that two documents share: both places, how much, and who has it from whom."
    }
}

impl Table for Copies {
    fn file(&self) -> &'static str {
        "copies.csv"
    }

    fn header(&self, _: &View) -> Vec<String> {
        names(HEADER)
    }

    fn rows(&self, view: &View) -> usize {
        view.copies.len()
    }

    fn row<'v>(&self, view: &'v View, at: usize) -> Vec<Cell<'v>> {
        let row = &view.copies[at];
        vec![
            text(&row.copy_id),
            text(row.kind),
            text(row.outlet_a),
            text(row.document_a),
            text(row.outlet_b),
            text(row.document_b),
            count(row.words),
            score(Some(row.kept)),
            score(Some(row.share_a)),
            score(Some(row.share_b)),
            maybe(row.direction),
            maybe(row.basis),
            count(row.start_a),
            count(row.end_a),
            count(row.start_b),
            count(row.end_b),
            text(row.text_a),
            text(row.text_b),
        ]
    }
}
