//! What lies inside what: Zimbabwe in Africa, Munich in Bavaria, in Germany, in Europe.

use std::sync::LazyLock;

use super::{Map, Set};
use super::{aliases, rows};
use crate::text::fold;

/// Whole, parts.
static TABLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/place_parts.tsv"));

/// Part → the wholes it is listed in.
static WHOLES: LazyLock<Map<String, Vec<String>>> = LazyLock::new(|| {
    let mut wholes: Map<String, Vec<String>> = Map::default();
    for row in rows(TABLE).filter(|row| row.len() == 2) {
        for part in row[1].split('|') {
            wholes.entry(aliases::key(&fold(part))).or_default().push(aliases::key(&fold(row[0])));
        }
    }
    wholes
});

/// Whether one of two folded names is of a place inside the other's, in whatever form (*African*, *Zimbabwe*).
pub fn one_inside(x: &str, y: &str) -> bool {
    let (x, y) = (meant(x), meant(y));
    let holds = |part: &String, wholes: &[String]| around(part).iter().any(|whole| wholes.contains(whole));
    x.iter().any(|part| holds(part, &y)) || y.iter().any(|part| holds(part, &x))
}

/// The places a name stands for; one that is listed stands for itself, though it may stand for its country elsewhere
/// (*Berlin*).
fn meant(name: &str) -> Vec<String> {
    let key = aliases::key(name);
    if WHOLES.contains_key(&key) { vec![key] } else { aliases::meanings(name) }
}

/// Everything a place lies in.
fn around(part: &str) -> Set<String> {
    let mut all = Set::default();
    let mut open = vec![part.to_owned()];
    while let Some(place) = open.pop() {
        for whole in WHOLES.get(&place).into_iter().flatten() {
            if all.insert(whole.clone()) {
                open.push(whole.clone());
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_lies_in_every_whole_around_it() {
        assert!(one_inside("africa", "zimbabwe") && one_inside("munich", "european"));
        assert!(one_inside("texas", "us") && one_inside("houston", "american"));
        assert!(!one_inside("munich", "berlin") && !one_inside("zambia", "zimbabwe"));
        assert!(!one_inside("africa", "chile") && !one_inside("europe", "europe"));
    }

    #[test]
    fn every_name_is_in_the_list_of_places() {
        let names =
            rows(TABLE).flat_map(|row| row.iter().flat_map(|cell| cell.split('|')).collect::<Vec<_>>());
        let unknown: Vec<&str> =
            names.filter(|name| !crate::lexicon::names::is_place(&[fold(name)])).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }
}
