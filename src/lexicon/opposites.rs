//! Words that cannot both be so: *rose* and *fell*, *approved* and *rejected*.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::rows;
use crate::text::fold;

static TABLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/opposites.tsv"));

/// Word → the rows it stands in, and whether on the left.
static SIDES: LazyLock<HashMap<String, Vec<(usize, bool)>>> = LazyLock::new(|| {
    let mut sides: HashMap<String, Vec<(usize, bool)>> = HashMap::new();
    for (row, cells) in rows(TABLE).enumerate().filter(|(_, cells)| cells.len() == 2) {
        for (cell, left) in [(cells[0], true), (cells[1], false)] {
            for word in cell.split('|') {
                sides.entry(fold(word)).or_default().push((row, left));
            }
        }
    }
    sides
});

/// Whether two folded words stand on opposite sides of one row.
pub fn opposed(a: &str, b: &str) -> bool {
    let (Some(a), Some(b)) = (SIDES.get(a), SIDES.get(b)) else { return false };
    a.iter().any(|(row, left)| b.contains(&(*row, !left)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opposites_work_both_ways() {
        assert!(opposed("rose", "fell") && opposed("fell", "rose"));
        assert!(!opposed("rose", "climbed"));
    }
}
