//! `outlets.csv`: a row is an outlet.

use std::io::{self, Write};

use super::table::*;
use super::{Exporter, View};
use crate::part::Part;

pub(super) struct Outlets;

const HEADER: &[&str] = &[
    "outlet",
    "documents",
    "mentions",
    "shared",
    "divergent",
    "single_source",
    "copied_from",
    "copied_share",
    "shares_text_with",
    "shared_share",
];

impl Part for Outlets {
    fn name(&self) -> &'static str {
        "outlets"
    }

    fn about(&self) -> &'static str {
        "A row for each outlet: its documents, the claims it takes part in, and the text it shares."
    }
}

impl Exporter for Outlets {
    fn format(&self) -> &'static str {
        "csv"
    }

    fn file_name(&self) -> &'static str {
        "outlets.csv"
    }

    fn write(&self, view: &View, out: &mut dyn Write) -> io::Result<()> {
        write(
            out,
            HEADER,
            view.outlets.iter().map(|row| {
                vec![
                    text(row.outlet),
                    count(row.documents),
                    count(row.mentions),
                    count(row.shared),
                    count(row.divergent),
                    count(row.single_source),
                    list(&row.copied_from),
                    score(row.copied_share),
                    list(&row.shares_text_with),
                    score(row.shared_share),
                ]
            }),
        )
    }
}
