//! `outlets.csv`: a row is an outlet.

use super::View;
use super::table::*;
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

impl Table for Outlets {
    fn file(&self) -> &'static str {
        "outlets.csv"
    }

    fn header(&self, _: &View) -> Vec<String> {
        names(HEADER)
    }

    fn rows(&self, view: &View) -> usize {
        view.outlets.len()
    }

    fn row<'v>(&self, view: &'v View, at: usize) -> Vec<Cell<'v>> {
        let row = &view.outlets[at];
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
    }
}
