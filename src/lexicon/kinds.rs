//! Things of one kind that exclude one another: hit in the *arm*, hit in the *leg*.
//!
//! `data/lexicon/kinds.tsv`: a kind a line, its members parted by `|`, the names of one member joined by `=`.

use std::sync::LazyLock;

use super::Map;
use super::rows;
use crate::text::{fold, stem};

static TABLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/kinds.tsv"));

/// Stem → the kinds it stands in, and as which member.
static MEMBERS: LazyLock<Map<String, Vec<Place>>> = LazyLock::new(|| {
    let mut members: Map<String, Vec<Place>> = Map::default();
    for (kind, row) in rows(TABLE).enumerate().filter(|(_, row)| row.len() == 2) {
        for (member, names) in row[1].split('|').enumerate() {
            for name in names.split('=').filter(|name| !name.contains(' ')) {
                members.entry(stem(&fold(name))).or_default().push(Place { kind, member });
            }
        }
    }
    members
});

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    kind: usize,
    member: usize,
}

fn places(stem: &str) -> &'static [Place] {
    MEMBERS.get(stem).map_or(&[], Vec::as_slice)
}

/// The kind of which two stems are different members; none where they are one member of some kind.
pub fn apart(a: &str, b: &str) -> Option<&'static str> {
    let (a, b) = (places(a), places(b));
    if a.iter().any(|place| b.contains(place)) {
        return None;
    }
    let both = a.iter().find(|place| b.iter().any(|other| other.kind == place.kind))?;
    rows(TABLE).filter(|row| row.len() == 2).nth(both.kind).map(|row| row[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_of_one_kind_are_apart_and_two_names_of_one_are_not() {
        let kind = |a: &str, b: &str| apart(&stem(&fold(a)), &stem(&fold(b)));
        assert_eq!(kind("knee", "shoulder"), kind("shoulder", "knee"));
        assert!(kind("knee", "shoulder").is_some() && kind("lorry", "van").is_some());
        assert_eq!(kind("truck", "lorry"), None);
        assert_eq!(kind("knee", "senate"), None);
    }
}
