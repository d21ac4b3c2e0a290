//! `origins.csv`: a row is an origin of a claim.

use std::io::{self, Write};

use super::rows::TieRow;
use super::table::*;
use super::{Exporter, View};
use crate::part::Part;

pub(super) struct Origins;

const HEADER: &[&str] = &[
    "origin_id",
    "claim_id",
    "origin",
    "layers",
    "outlets",
    "outlet_names",
    "mentions",
    "certainty",
    "evidence",
    "places",
    "open",
    "open_places",
];

impl Part for Origins {
    fn name(&self) -> &'static str {
        "origins"
    }

    fn about(&self) -> &'static str {
        "A row for each claim and origin: which outlets are one, in which layer, how sure, and the evidence."
    }
}

impl Exporter for Origins {
    fn format(&self) -> &'static str {
        "csv"
    }

    fn file_name(&self) -> &'static str {
        "origins.csv"
    }

    fn write(&self, view: &View, out: &mut dyn Write) -> io::Result<()> {
        write(
            out,
            HEADER,
            view.origins.iter().map(|row| {
                vec![
                    text(&row.origin_id),
                    text(&row.claim_id),
                    maybe(row.origin),
                    list(&row.layers),
                    count(row.outlets),
                    list(&row.outlet_names),
                    strings(&row.mentions),
                    text(row.certainty),
                    strings(&evidence(&row.ties)),
                    strings(&places(&row.ties)),
                    strings(&evidence(&row.open)),
                    strings(&places(&row.open)),
                ]
            }),
        )
    }
}

fn evidence(ties: &[TieRow]) -> Vec<String> {
    ties.iter().map(|tie| format!("{} ({})", tie.why, tie.certainty)).collect()
}

/// `document:start-end`, in characters of the document's text.
fn places(ties: &[TieRow]) -> Vec<String> {
    let places = ties.iter().flat_map(|tie| &tie.places);
    places.map(|place| format!("{}:{}-{}", place.document, place.start, place.end)).collect()
}
