//! The word lists that are compiled in; each file under `data/lexicon` names its origin and licence.

pub mod abbreviations;
pub mod aliases;
pub mod calendar;
pub mod cues;
pub mod expressions;
pub mod frames;
pub mod frequency;
pub mod furniture;
pub mod grammar;
pub mod kinds;
pub mod names;
pub mod near;
pub mod nicknames;
pub mod numerals;
pub mod opposites;
pub mod outlets;
pub mod phrases;
pub mod places;
pub mod sources;
pub mod speakers;
pub mod stock;
pub mod vectors;
pub mod wordnet;

/// The rows of a TSV table, comment lines and blank lines left out.
pub fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with("# ") && *line != "#")
        .map(|line| line.split('\t').collect())
}
