//! Which outlet said it first, as far as dates can tell.
//!
//! A date holds a whole day, and a clock time without a zone could be anywhere on earth, so some pairs
//! cannot be ordered; then nobody is first. Undated coverage takes no part. Rejected: taking midnight
//! for a bare date, which would make every outlet that gives no clock time the first one.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::text::When;

/// A mention's outlet and when its document was published, ISO 8601.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dated<'a> {
    pub outlet: usize,
    pub published: &'a str,
}

/// The earliest publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct First {
    /// `None` when several outlets published at that time, or at times that cannot be ordered.
    pub outlet: Option<usize>,
    /// As written; the day alone where only the day is certain.
    pub published: String,
}

/// The earliest of these, if dates can tell.
pub(super) fn first(mentions: &[Dated]) -> Option<First> {
    let dated: BTreeSet<_> = mentions.iter().map(|mention| (mention.outlet, mention.published)).collect();
    let dated: Vec<_> =
        dated.into_iter().filter_map(|(o, published)| Some((o, published, When::read(published)?))).collect();
    let beaten = |when: &When| dated.iter().any(|(_, _, other)| other.order(when) == Some(Ordering::Less));
    let rivals: Vec<_> = dated.iter().filter(|(_, _, when)| !beaten(when)).collect();
    let (outlet, published, when) = rivals.first()?;
    let alone = rivals.iter().all(|(rival, _, _)| rival == outlet);
    let certain = rivals.iter().all(|(_, _, rival)| rival.order(when).is_some());
    let same_day = rivals.iter().all(|(_, _, rival)| rival.day() == when.day());
    let published = match (certain, same_day) {
        (true, _) => (*published).to_owned(),
        (false, true) => when.day().to_string(),
        (false, false) => return None,
    };
    Some(First { outlet: alone.then_some(*outlet), published })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_is_named_only_where_dates_can_tell() {
        let known =
            |outlet: Option<usize>, published: &str| Some(First { outlet, published: published.into() });
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
            (vec!["yesterday"], None),
            (vec![], None),
        ] {
            let mentions: Vec<_> = published
                .iter()
                .enumerate()
                .map(|(outlet, &published)| Dated { outlet, published })
                .collect();
            assert_eq!(first(&mentions), expected, "{published:?}");
        }
    }
}
