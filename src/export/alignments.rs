//! `alignments.csv`: a row is a scored link between two mentions; `verdict` is for the reader.

use std::io::{self, Write};

use super::table::*;
use super::{Exporter, View};
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

impl Exporter for Alignments {
    fn format(&self) -> &'static str {
        "csv"
    }

    fn file_name(&self) -> &'static str {
        "alignments.csv"
    }

    fn write(&self, view: &View, out: &mut dyn Write) -> io::Result<()> {
        write(
            out,
            HEADER,
            view.alignments.iter().map(|row| {
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
            }),
        )
    }
}
