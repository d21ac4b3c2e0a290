//! `divergences.csv`: a row is a difference in detail.

use std::io::{self, Write};

use super::table::*;
use super::{Exporter, View};
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

impl Exporter for Divergences {
    fn format(&self) -> &'static str {
        "csv"
    }

    fn file_name(&self) -> &'static str {
        "divergences.csv"
    }

    fn write(&self, view: &View, out: &mut dyn Write) -> io::Result<()> {
        write(
            out,
            HEADER,
            view.divergences.iter().map(|row| {
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
            }),
        )
    }
}
