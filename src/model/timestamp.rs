//! When something was published or changed, as precisely as the source says: a day, a clock time, a moment.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, DateTime, Time};
use jiff::fmt::temporal::{Pieces, PiecesOffset};
use jiff::tz::Offset;

/// A date, perhaps with a clock time, perhaps with the latter's zone; written in ISO 8601 as it was given. Sorted by
/// what is written, for an order of documents; whether one comes before another, [`Timestamp::order`] says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp {
    day: Date,
    clock: Option<(Time, Option<Zone>)>,
}

/// `Z`, or the distance from it: `+01:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Zone {
    Offset(Offset),
    Utc,
}

impl Timestamp {
    /// A clock time without a zone could be anywhere on earth.
    pub fn new(local: DateTime, zone: Option<Zone>) -> Self {
        Timestamp { day: local.date(), clock: Some((local.time(), zone)) }
    }

    /// The day as written, in whatever zone.
    pub fn day(&self) -> Date {
        self.day
    }

    pub fn has_clock(&self) -> bool {
        self.clock.is_some()
    }

    /// Which comes first; `None` where the two cannot be ordered: a date holds a whole day, and a clock time without a
    /// zone could be anywhere on earth.
    pub fn order(&self, other: &Timestamp) -> Option<Ordering> {
        let precision = |of: &Timestamp| of.clock.map(|(_, zone)| zone.is_some());
        match precision(self) == precision(other) {
            true => Some(self.assumed_utc().cmp(&other.assumed_utc())),
            false => Some(self.day.cmp(&other.day)).filter(|order| order.is_ne()),
        }
    }

    /// The moment; a clock time without a zone counts as UTC, a day as its beginning.
    pub fn assumed_utc(&self) -> jiff::Timestamp {
        let (time, zone) = self.clock.unwrap_or_default();
        let offset = match zone {
            Some(Zone::Offset(offset)) => offset,
            Some(Zone::Utc) | None => Offset::UTC,
        };
        offset.to_timestamp(self.day.to_datetime(time)).unwrap_or(jiff::Timestamp::MAX)
    }
}

impl From<Date> for Timestamp {
    fn from(day: Date) -> Self {
        Timestamp { day, clock: None }
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = Pieces::from(self.day);
        let written = match self.clock {
            None => day,
            Some((time, None)) => day.with_time(time),
            Some((time, Some(Zone::Utc))) => day.with_time(time).with_offset(PiecesOffset::Zulu),
            Some((time, Some(Zone::Offset(offset)))) => day.with_time(time).with_offset(offset),
        };
        written.fmt(f)
    }
}

impl FromStr for Timestamp {
    type Err = jiff::Error;

    fn from_str(text: &str) -> Result<Self, jiff::Error> {
        let pieces = Pieces::parse(text)?;
        let zone = pieces.offset().map(|offset| match offset {
            PiecesOffset::Zulu => Zone::Utc,
            other => Zone::Offset(other.to_numeric_offset()),
        });
        Ok(Timestamp { day: pieces.date(), clock: pieces.time().map(|time| (time, zone)) })
    }
}

impl serde::Serialize for Timestamp {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Timestamp {
        text.parse().expect("a date")
    }

    #[test]
    fn what_is_written_is_kept() {
        for text in [
            "2026-03-05",
            "2026-03-05T07:40:00",
            "2026-03-05T07:40:00Z",
            "2026-03-05T07:40:00+00:00",
            "2026-03-05T07:40:00.25-05:30",
        ] {
            assert_eq!(read(text).to_string(), text);
        }
        assert!("yesterday".parse::<Timestamp>().is_err());
    }

    #[test]
    fn some_cannot_be_ordered() {
        for (a, b, expected) in [
            ("2026-03-04", "2026-03-05", Some(Ordering::Less)),
            ("2026-03-04", "2026-03-04", Some(Ordering::Equal)),
            ("2026-03-04", "2026-03-04T10:00:00Z", None),
            ("2026-03-04", "2026-03-05T10:00:00Z", Some(Ordering::Less)),
            ("2026-03-04T10:00:00", "2026-03-04T09:00:00", Some(Ordering::Greater)),
            ("2026-03-04T10:00:00", "2026-03-04T09:00:00Z", None),
            ("2026-03-04T10:00:00+02:00", "2026-03-04T09:00:00Z", Some(Ordering::Less)),
        ] {
            assert_eq!(read(a).order(&read(b)), expected, "{a} {b}");
            assert_eq!(read(b).order(&read(a)), expected.map(Ordering::reverse), "{b} {a}");
        }
    }
}
