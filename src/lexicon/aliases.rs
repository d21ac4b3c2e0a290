//! Places under several names, with the adjectives made of them: *U.S.*, *United States*, *American*; parties and
//! unions likewise.

use std::sync::LazyLock;

use super::Map;
use super::expressions::{Expressions, form};
use super::rows;
use crate::text::{Token, fold, tokens};

/// Sets of names, a set a line.
static SETS: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/aliases.tsv"));
/// Other name, place.
static PAIRS: [&str; 2] = [
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/demonyms.tsv")),
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/place_aliases.tsv")),
];

/// Name → the names it may stand for; each name stands for itself.
static MEANS: LazyLock<Map<String, Vec<String>>> = LazyLock::new(|| {
    let mut means: Map<String, Vec<String>> = Map::default();
    for (name, place) in pairs() {
        means.entry(key(&fold(name))).or_default().push(key(&fold(place)));
    }
    means
});

static NAMES: LazyLock<Expressions<String>> =
    LazyLock::new(|| Expressions::new(pairs().map(|(name, place)| (name, stems(place)))));

pub(super) fn load() {
    LazyLock::force(&MEANS);
    LazyLock::force(&NAMES);
}

/// Every name with the place it stands for, as the tables write them; a place stands for itself.
pub fn pairs() -> impl Iterator<Item = (&'static str, &'static str)> {
    let sets = rows(SETS).flat_map(|row| {
        let place = row[0].split('|').next().unwrap_or_default();
        row[0].split('|').map(move |name| (name, place))
    });
    let tables = PAIRS.iter().flat_map(|table| rows(table));
    let listed = tables
        .filter(|row| row.len() == 2 && !is_postal(row[0]))
        .flat_map(|row| [(row[0], row[1]), (row[1], row[1])]);
    sets.chain(listed)
}

/// The one name of a place (a people, a party) that is written at token `at` with a capital, as stems, and how many
/// tokens it takes.
pub fn name_at(text: &str, tokens: &[Token], at: usize) -> Option<(usize, &'static str)> {
    let names: &'static Expressions<String> = &NAMES;
    if !tokens[at].is_capitalised(text) {
        return None;
    }
    names.at(text, tokens, at).next().map(|(length, name)| (length, name.as_str()))
}

fn stems(name: &str) -> String {
    tokens(name).iter().map(form).collect::<Vec<_>>().join(" ")
}

/// Two letters without periods: `OR`, `IN`; but for the few that news writes in running text.
fn is_postal(name: &str) -> bool {
    name.len() == 2
        && name.bytes().all(|b| b.is_ascii_uppercase())
        && !["US", "UK", "UN", "EU", "DC", "LA"].contains(&name)
}

/// Whether two folded names mean one place (party, union).
pub fn same_place(x: &str, y: &str) -> bool {
    let (x, y) = (meanings(x), meanings(y));
    x.iter().any(|one| y.contains(one))
}

/// What a name may stand for; a plural stands for what its singular does.
pub fn meanings(name: &str) -> Vec<String> {
    let name = key(name);
    let found = MEANS.get(&name).or_else(|| MEANS.get(name.strip_suffix('s')?));
    let mut all = found.cloned().unwrap_or_default();
    all.push(name);
    all
}

pub fn key(name: &str) -> String {
    name.replace('.', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_place_has_many_names() {
        assert!(same_place("u.s", "american") && same_place("united kingdom", "british"));
        assert!(same_place("calif", "california") && same_place("afghans", "afghanistan"));
        assert!(!same_place("france", "german") && !same_place("tarnby", "tarnby hill"));
    }
}
