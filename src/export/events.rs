//! `events.csv`: a row is an event of a run over many.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::disk;
use super::rows::Summary;
use super::table::{self, Cell};
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
        EventRow::of(event, folder, Summary::of(analysis))
    }

    pub fn of(event: &str, folder: &str, summary: Summary) -> Self {
        EventRow { event: event.to_owned(), folder: folder.to_owned(), summary }
    }
}

/// Folder names for events: one plain name, whatever the event is called, and one that no other event has.
///
/// Letters and digits of any script stay; everything else becomes a dash, so that no name can leave the output
/// folder or hide in it. Ask in the order of the events' names: a number tells the later ones apart.
#[derive(Debug, Default)]
pub struct EventFolders {
    taken: BTreeSet<String>,
    /// The last number tried for each name: thousands of events of one name do not start over.
    last: BTreeMap<String, usize>,
}

impl EventFolders {
    pub fn name(&mut self, event: &str) -> String {
        let name = plain(event);
        if self.taken.insert(name.clone()) {
            return name;
        }
        let last = self.last.entry(name.clone()).or_insert(1);
        loop {
            *last += 1;
            let numbered = format!("{name}-{last}");
            if self.taken.insert(numbered.clone()) {
                return numbered;
            }
        }
    }
}

fn plain(event: &str) -> String {
    let lower = event.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let name: String = words.join("-").chars().take(LONGEST_FOLDER).collect();
    if name.is_empty() { "event".to_owned() } else { name }
}

/// Characters of a folder's name; file systems take 255 bytes.
const LONGEST_FOLDER: usize = 60;

/// Writes `events.csv` into `folder`, in the order of the rows.
pub fn save_events(rows: &[EventRow], folder: &Path) -> Result<()> {
    let mut bytes = Vec::new();
    table::write(&mut bytes, HEADER, rows.iter().map(cells))
        .map_err(|source| Error::write(&folder.join(FILE), source))?;
    disk::write_all(folder, &[disk::NewFile::of(FILE, &bytes)]).map(drop)
}

fn cells(row: &EventRow) -> Vec<Cell<'_>> {
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
            assert_eq!(EventFolders::default().name(event), folder, "{event}");
        }
        let mut folders = EventFolders::default();
        let names = ["FIRE", "Fire", "Fire 3", "fire"].map(|event| folders.name(event));
        assert_eq!(names, ["fire", "fire-2", "fire-3", "fire-4"]);
    }
}
