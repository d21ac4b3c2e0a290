//! `copies.csv`: a row is a stretch of text that two documents share.

use std::io::{self, Write};

use super::table::*;
use super::{Exporter, View};
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

impl Exporter for Copies {
    fn format(&self) -> &'static str {
        "csv"
    }

    fn file_name(&self) -> &'static str {
        "copies.csv"
    }

    fn write(&self, view: &View, out: &mut dyn Write) -> io::Result<()> {
        write(
            out,
            HEADER,
            view.copies.iter().map(|row| {
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
            }),
        )
    }
}
