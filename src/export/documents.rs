//! `documents.csv`: a row is a document.

use super::View;
use super::table::*;
use crate::part::Part;

pub(super) struct Documents;

const HEADER: &[&str] = &[
    "document",
    "outlet",
    "title",
    "url",
    "published",
    "author",
    "language",
    "words",
    "earlier",
    "file",
    "line",
];

impl Part for Documents {
    fn name(&self) -> &'static str {
        "documents"
    }

    fn about(&self) -> &'static str {
        "A row for each document: what it says of itself, how long it is, and where it was read."
    }
}

impl Table for Documents {
    fn file(&self) -> &'static str {
        "documents.csv"
    }

    fn header(&self, _: &View) -> Vec<String> {
        names(HEADER)
    }

    fn rows(&self, view: &View) -> usize {
        view.documents.len()
    }

    fn row<'v>(&self, view: &'v View, at: usize) -> Vec<Cell<'v>> {
        let row = &view.documents[at];
        vec![
            text(row.document),
            text(row.outlet),
            maybe(row.title),
            maybe(row.url),
            date(row.published),
            maybe(row.author),
            maybe(row.language),
            count(row.words),
            strings(&row.earlier),
            text(row.file),
            known(row.line.and_then(|line| usize::try_from(line).ok())),
        ]
    }
}
