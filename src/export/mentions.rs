//! `mentions.csv`: a row is a mention.

use std::io::{self, Write};

use super::table::*;
use super::{Exporter, View};
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

impl Exporter for Mentions {
    fn format(&self) -> &'static str {
        "csv"
    }

    fn file_name(&self) -> &'static str {
        "mentions.csv"
    }

    fn write(&self, view: &View, out: &mut dyn Write) -> io::Result<()> {
        write(
            out,
            HEADER,
            view.mentions.iter().map(|row| {
                vec![
                    text(&row.mention_id),
                    maybe(row.claim_id.as_deref()),
                    text(row.outlet),
                    text(row.document),
                    maybe(row.title),
                    maybe(row.published),
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
            }),
        )
    }
}
