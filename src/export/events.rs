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

/// A folder name for an event: one plain name, whatever the event is called, and one that no other row has.
///
/// Letters and digits of any script stay; everything else becomes a dash, so that no name can leave the output
/// folder or hide in it.
pub fn event_folder(event: &str, rows: &[EventRow]) -> String {
    let lower = event.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let name: String = words.join("-").chars().take(LONGEST_FOLDER).collect();
    let name = if name.is_empty() { "event".to_owned() } else { name };
    let taken = |folder: &String| rows.iter().any(|row| row.folder == *folder);
    let numbered = (2_usize..).map(|number| format!("{name}-{number}"));
    std::iter::once(name.clone()).chain(numbered).find(|folder| !taken(folder)).unwrap_or(name)
}

/// Characters of a folder's name; file systems take 255 bytes.
const LONGEST_FOLDER: usize = 60;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_stay_inside_the_output() {
        for (event, folder) in [
            ("Harbour fire", "harbour-fire"),
            ("../../etc", "etc"),
            ("/absolute", "absolute"),
            ("a/b\\c", "a-b-c"),
            ("..", "event"),
            ("", "event"),
            ("Пожар в порту", "пожар-в-порту"),
        ] {
            assert_eq!(event_folder(event, &[]), folder, "{event}");
        }
        let row = EventRow {
            event: "Fire".into(),
            folder: "fire".into(),
            summary: Summary::of(&Analysis::default()),
        };
        assert_eq!(event_folder("FIRE", &[row]), "fire-2");
    }
}
