//! Places under several names, with the adjectives made of them: *U.S.*, *United States*, *American*.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::rows;
use crate::text::fold;

static TABLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/aliases.tsv"));

static PLACES: LazyLock<HashMap<String, usize>> = LazyLock::new(|| {
    let rows = rows(TABLE).enumerate();
    rows.flat_map(|(row, cells)| {
        cells[0].split('|').map(move |name| (key(&fold(name)), row)).collect::<Vec<_>>()
    })
    .collect()
});

/// Whether two folded names stand in one row.
pub fn same_place(x: &str, y: &str) -> bool {
    let row = |name: &str| PLACES.get(&key(name));
    row(x).is_some() && row(x) == row(y)
}

fn key(name: &str) -> String {
    name.replace('.', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_place_has_many_names() {
        assert!(same_place("u.s", "american") && same_place("united kingdom", "british"));
        assert!(!same_place("france", "german") && !same_place("tarnby", "tarnby hill"));
    }
}
