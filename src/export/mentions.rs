//! `mentions.csv`: a row is a mention.

use super::View;
use super::table::*;
use crate::part::Part;

pub(super) struct Mentions;

const HEADER: &[&str] = &[
    "mention_id",
    "claim_id",
    "outlet",
    "document",
    "title",
    "published",
    "url",
    "kind",
    "chain",
    "start",
    "end",
    "text",
    "source",
    "source_kind",
    "source_start",
    "source_end",
];

impl Part for Mentions {
    fn name(&self) -> &'static str {
        "mentions"
    }

    fn about(&self) -> &'static str {
        "A row for each mention, with its place in its document."
    }
}

impl Table for Mentions {
    fn file(&self) -> &'static str {
        "mentions.csv"
    }

    fn header(&self, _: &View) -> Vec<String> {
        names(HEADER)
    }

    fn rows(&self, view: &View) -> usize {
        view.mentions.len()
    }

    fn row<'v>(&self, view: &'v View, at: usize) -> Vec<Cell<'v>> {
        let row = &view.mentions[at];
        vec![
            text(&row.mention_id),
            maybe(row.claim_id.as_deref()),
            text(row.outlet),
            text(row.document),
            maybe(row.title),
            date(row.published),
            maybe(row.url),
            text(row.kind),
            chain(&row.chain),
            count(row.start),
            count(row.end),
            text(row.text),
            maybe(row.source),
            maybe(row.source_kind),
            known(row.source_start),
            known(row.source_end),
        ]
    }
}
