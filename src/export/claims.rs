//! `claims.csv`: a row is a claim.

use std::io::{self, Write};

use super::table::*;
use super::{Exporter, View};
use crate::part::Part;

pub(super) struct Claims;

const HEADER: &[&str] = &[
    "claim_id",
    "status",
    "claim",
    "outlets",
    "outlet_names",
    "origins",
    "mentions",
    "first_outlet",
    "first_published",
    "divergences",
    "divergence_kinds",
    "weakest_link",
    "after_copies",
    "after_publishers",
    "origins_least",
    "origins_most",
    "sources",
];

impl Part for Claims {
    fn name(&self) -> &'static str {
        "claims"
    }

    fn about(&self) -> &'static str {
        "A row for each claim: who says it, how many origins stand behind it, and where accounts part."
    }
}

impl Exporter for Claims {
    fn format(&self) -> &'static str {
        "csv"
    }

    fn file_name(&self) -> &'static str {
        "claims.csv"
    }

    fn write(&self, view: &View, out: &mut dyn Write) -> io::Result<()> {
        write(
            out,
            HEADER,
            view.claims.iter().map(|row| {
                vec![
                    text(&row.claim_id),
                    text(row.status),
                    text(&row.claim),
                    count(row.outlets),
                    list(&row.outlet_names),
                    known(row.origins),
                    count(row.mentions),
                    maybe(row.first_outlet),
                    maybe(row.first_published.as_deref()),
                    count(row.divergences),
                    list(&row.divergence_kinds),
                    score(row.weakest_link),
                    known(row.after_copies),
                    known(row.after_publishers),
                    count(row.origins_least),
                    count(row.origins_most),
                    list(&row.sources),
                ]
            }),
        )
    }
}
