//! Which outlet said it first, as far as dates can tell.
//!
//! A date holds a whole day, and a clock time without a zone could be anywhere on earth, so some pairs
//! cannot be ordered; then nobody is first. Undated coverage takes no part. Rejected: taking midnight
//! for a bare date, which would make every outlet that gives no clock time the first one.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::model::Timestamp;

/// A mention's outlet and when its document was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Dated {
    pub outlet: usize,
    pub published: Timestamp,
}

/// The earliest publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct First {
    /// `None` when several outlets published at that time, or at times that cannot be ordered.
    pub outlet: Option<usize>,
    /// As written; the day alone where only the day is certain.
    pub published: Timestamp,
}

/// The earliest of these, if dates can tell.
pub(super) fn first(mentions: &[Dated]) -> Option<First> {
    let dated: BTreeSet<&Dated> = mentions.iter().collect();
    let is_before = |x: &Dated, y: &Dated| x.published.order(&y.published) == Some(Ordering::Less);
    let beaten = |one: &Dated| dated.iter().any(|other| is_before(other, one));
    let rivals: Vec<_> = dated.iter().filter(|one| !beaten(one)).collect();
    let Dated { outlet, published } = **rivals.first()?;
    let alone = rivals.iter().all(|rival| rival.outlet == *outlet);
    let certain = rivals.iter().all(|rival| rival.published.order(published).is_some());
    let same_day = rivals.iter().all(|rival| rival.published.day() == published.day());
    let published = match (certain, same_day) {
        (true, _) => *published,
        (false, true) => published.day().into(),
        (false, false) => return None,
    };
    Some(First { outlet: alone.then_some(*outlet), published })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_is_named_only_where_dates_can_tell() {
        let known = |outlet: Option<usize>, published: &str| {
            Some(First { outlet, published: published.parse().expect("a date") })
        };
        for (published, expected) in [
            (vec!["2026-03-05", "2026-03-04"], known(Some(1), "2026-03-04")),
            (vec!["2026-03-04", "2026-03-04"], known(None, "2026-03-04")),
            (vec!["2026-03-04", "2026-03-04T10:00:00Z"], known(None, "2026-03-04")),
            (vec!["2026-03-04", "2026-03-05T10:00:00Z"], known(Some(0), "2026-03-04")),
            (vec!["2026-03-04T10:00:00", "2026-03-04T09:00:00"], known(Some(1), "2026-03-04T09:00:00")),
            (
                vec!["2026-03-04T10:00:00+02:00", "2026-03-04T09:00:00Z"],
                known(Some(0), "2026-03-04T10:00:00+02:00"),
            ),
            (vec!["2026-03-04T10:00:00", "2026-03-04T09:00:00Z"], known(None, "2026-03-04")),
            (
                vec!["2026-03-04T20:00:00Z", "2026-03-05T00:30:00+10:00"],
                known(Some(1), "2026-03-05T00:30:00+10:00"),
            ),
            (vec![], None),
        ] {
            let mentions: Vec<_> = published
                .iter()
                .enumerate()
                .map(|(outlet, published)| Dated { outlet, published: published.parse().expect("a date") })
                .collect();
            assert_eq!(first(&mentions), expected, "{published:?}");
        }
    }
}
