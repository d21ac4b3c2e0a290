//! `origins.csv`: a row is an origin of a claim.

use super::View;
use super::rows::TieRow;
use super::table::*;
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
    "sources",
];

impl Part for Origins {
    fn name(&self) -> &'static str {
        "origins"
    }

    fn about(&self) -> &'static str {
        "A row for each claim and origin: which outlets are one, in which layer, how sure, and the evidence."
    }
}

impl Table for Origins {
    fn file(&self) -> &'static str {
        "origins.csv"
    }

    fn header(&self, _: &View) -> Vec<String> {
        names(HEADER)
    }

    fn rows(&self, view: &View) -> usize {
        view.origins.len()
    }

    fn row<'v>(&self, view: &'v View, at: usize) -> Vec<Cell<'v>> {
        let row = &view.origins[at];
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
            list(&row.sources),
        ]
    }
}

/// A cell holds so many; `comparison.json` has all of them. (A spreadsheet cuts a cell after 32,767 characters.)
const SHOWN: usize = 40;

fn evidence(ties: &[TieRow]) -> Vec<String> {
    distinct(ties.iter().map(|tie| format!("{} ({})", tie.why, tie.certainty)))
}

/// `document:start-end`, in characters of the document's text.
fn places(ties: &[TieRow]) -> Vec<String> {
    let places = ties.iter().flat_map(|tie| &tie.places);
    distinct(places.map(|place| format!("{}:{}-{}", place.document, place.start, place.end)))
}

fn distinct(all: impl Iterator<Item = String>) -> Vec<String> {
    let mut shown: Vec<String> = Vec::new();
    let mut left_out = 0;
    for one in all {
        match shown.len() < SHOWN {
            true if shown.contains(&one) => {}
            true => shown.push(one),
            false => left_out += 1,
        }
    }
    if left_out > 0 {
        shown.push(format!("… and {left_out} more in comparison.json"));
    }
    shown
}
