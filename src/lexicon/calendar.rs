//! The names of months and days, English, in their order.

use std::collections::HashSet;
use std::sync::LazyLock;

use foldhash::fast::RandomState;

pub const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

pub const DAYS: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

const UNITS: &[&str] = &[
    "second",
    "minute",
    "hour",
    "day",
    "week",
    "fortnight",
    "month",
    "year",
    "decade",
    "century",
    "centuries",
];

/// Whether a folded word is a unit of time, in the singular or plural.
pub fn is_unit(folded: &str) -> bool {
    UNITS.contains(&folded) || folded.strip_suffix('s').is_some_and(|one| UNITS.contains(&one))
}

/// Whether a folded word is the name of a day.
pub fn is_day(folded: &str) -> bool {
    DAYS.contains(&folded)
}

/// Whether a stem is that of a day of the week or a month.
pub fn is_day_or_month_stem(stem: &str) -> bool {
    static STEMS: LazyLock<HashSet<String, RandomState>> =
        LazyLock::new(|| DAYS.iter().chain(MONTHS).map(|name| crate::text::stem(name)).collect());
    STEMS.contains(stem)
}
