//! `claims.csv`: a row is a claim.

use super::View;
use super::table::*;
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

impl Table for Claims {
    fn file(&self) -> &'static str {
        "claims.csv"
    }

    fn header(&self, _: &View) -> Vec<String> {
        names(HEADER)
    }

    fn rows(&self, view: &View) -> usize {
        view.claims.len()
    }

    fn row<'v>(&self, view: &'v View, at: usize) -> Vec<Cell<'v>> {
        let row = &view.claims[at];
        vec![
            text(&row.claim_id),
            text(row.status),
            text(&row.claim),
            count(row.outlets),
            list(&row.outlet_names),
            known(row.origins),
            count(row.mentions),
            maybe(row.first_outlet),
            date(row.first_published),
            count(row.divergences),
            list(&row.divergence_kinds),
            score(row.weakest_link),
            known(row.after_copies),
            known(row.after_publishers),
            count(row.origins_least),
            count(row.origins_most),
            list(&row.sources),
        ]
    }
}
