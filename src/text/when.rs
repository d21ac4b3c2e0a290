//! Publication dates, as far as they can be ordered.
//!
//! A date holds a whole day, and a clock time without a zone could be anywhere on earth, so some pairs cannot be
//! ordered.

use std::cmp::Ordering;

use jiff::{Timestamp, civil};

/// When something was published; read from ISO 8601.
#[derive(Clone, Copy, Debug)]
pub enum When {
    Day(civil::Date),
    /// A clock time of an unknown zone.
    Clock(civil::DateTime),
    /// A moment, and the day as written.
    Moment(Timestamp, civil::Date),
}

impl When {
    pub fn read(published: &str) -> Option<Self> {
        let clock = published.parse::<civil::DateTime>();
        let has_time = published.len() > "2026-03-04".len();
        match (published.parse::<Timestamp>(), clock) {
            (Ok(moment), Ok(clock)) => Some(When::Moment(moment, clock.date())),
            (Ok(moment), Err(_)) => Some(When::Moment(moment, published.get(..10)?.parse().ok()?)),
            (Err(_), Ok(clock)) if has_time => Some(When::Clock(clock)),
            (Err(_), _) => published.parse().ok().map(When::Day),
        }
    }

    pub fn day(&self) -> civil::Date {
        match self {
            When::Day(day) | When::Moment(_, day) => *day,
            When::Clock(clock) => clock.date(),
        }
    }

    /// `None` where the two cannot be ordered.
    pub fn order(&self, other: &When) -> Option<Ordering> {
        match (self, other) {
            (When::Moment(a, _), When::Moment(b, _)) => Some(a.cmp(b)),
            (When::Clock(a), When::Clock(b)) => Some(a.cmp(b)),
            (When::Day(a), When::Day(b)) => Some(a.cmp(b)),
            (When::Moment(..) | When::Clock(_) | When::Day(_), _) => {
                Some(self.day().cmp(&other.day())).filter(|order| order.is_ne())
            }
        }
    }
}
