//! The names of months and days, English, in their order.

use std::collections::HashSet;
use std::sync::LazyLock;

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

/// Whether a folded word is the name of a day.
pub fn is_day(folded: &str) -> bool {
    DAYS.contains(&folded)
}

/// Whether a stem is that of a day of the week or a month.
pub fn is_day_or_month_stem(stem: &str) -> bool {
    static STEMS: LazyLock<HashSet<String>> =
        LazyLock::new(|| DAYS.iter().chain(MONTHS).map(|name| crate::text::stem(name)).collect());
    STEMS.contains(stem)
}
