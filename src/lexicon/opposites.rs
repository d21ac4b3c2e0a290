//! Words that cannot both be so: *rose* and *fell*, *approved* and *rejected*.

use std::sync::LazyLock;

use super::Map;
use super::rows;
use crate::text::{fold, stem};

static TABLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/opposites.tsv"));

/// Word → the rows it stands in, and whether on the left.
type Sides = Map<String, Vec<(usize, bool)>>;

static WORDS: LazyLock<Sides> = LazyLock::new(|| sides(fold));
static STEMS: LazyLock<Sides> = LazyLock::new(|| sides(|word| stem(&fold(word))));

pub(super) fn load() {
    LazyLock::force(&WORDS);
    LazyLock::force(&STEMS);
}

fn sides(key: impl Fn(&str) -> String) -> Sides {
    let mut sides = Sides::default();
    for (row, cells) in rows(TABLE).enumerate().filter(|(_, cells)| cells.len() == 2) {
        for (cell, left) in [(cells[0], true), (cells[1], false)] {
            for word in cell.split('|') {
                sides.entry(key(word)).or_default().push((row, left));
            }
        }
    }
    sides
}

/// Whether two folded words stand on opposite sides of one row.
pub fn opposed(a: &str, b: &str) -> bool {
    across(&WORDS, a, b)
}

/// The same for stems, which know less: `lead` may be `led` or the metal.
pub fn opposed_stems(a: &str, b: &str) -> bool {
    across(&STEMS, a, b)
}

/// Whether two folded words stand on one side of a row: *approved* and *passed* are both opposed to *rejected*.
pub fn allied(a: &str, b: &str) -> bool {
    let (Some(a), Some(b)) = (WORDS.get(a), WORDS.get(b)) else { return false };
    a.iter().any(|place| b.contains(place))
}

fn across(sides: &Sides, a: &str, b: &str) -> bool {
    let (Some(a), Some(b)) = (sides.get(a), sides.get(b)) else { return false };
    a.iter().any(|(row, left)| b.contains(&(*row, !left)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opposites_work_both_ways() {
        assert!(opposed("rose", "fell") && opposed("fell", "rose"));
        assert!(!opposed("rose", "climbed") && allied("rose", "climbed") && !allied("rose", "fell"));
    }
}
