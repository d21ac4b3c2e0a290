//! `events.csv`: a row is an event of a run over many.

use std::path::Path;

use super::rows::Summary;
use super::{disk, table};
use crate::error::{Error, Result};
use crate::model::Analysis;

const FILE: &str = "events.csv";

const HEADER: &[&str] = &[
    "event",
    "folder",
    "documents",
    "outlets",
    "mentions",
    "shared",
    "divergent",
    "single_source",
    "divergences",
];

/// One event: its name, the folder its files are in, its numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventRow {
    pub event: String,
    pub folder: String,
    pub summary: Summary,
}

impl EventRow {
    pub fn new(event: &str, folder: &str, analysis: &Analysis) -> Self {
        EventRow { event: event.to_owned(), folder: folder.to_owned(), summary: Summary::of(analysis) }
    }
}

/// Writes `events.csv` into `folder`, in the order of the rows.
pub fn save_events(rows: &[EventRow], folder: &Path) -> Result<()> {
    let mut bytes = Vec::new();
    table::write(&mut bytes, HEADER, rows.iter().map(cells))
        .map_err(|source| Error::write(&folder.join(FILE), source))?;
    disk::write_all(folder, &[(FILE, bytes)])
}

fn cells(row: &EventRow) -> Vec<String> {
    let figures = &row.summary;
    let counts = [
        figures.documents,
        figures.outlets,
        figures.mentions,
        figures.shared,
        figures.divergent,
        figures.single_source,
        figures.divergences,
    ];
    [table::text(&row.event), table::text(&row.folder)].into_iter().chain(counts.map(table::count)).collect()
}
