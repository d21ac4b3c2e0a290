//! Publication dates in the forms that pages and feeds use, as ISO 8601.
//!
//! The precision given is kept: a day stays a day, a clock time without a zone gets none.

use jiff::civil::{Date, DateTime};
use jiff::fmt::rfc2822;
use jiff::{Timestamp, ZonedDateTime};

/// Forms without a zone. `%B` reads full and short names of months alike.
const WITH_CLOCK: &[&str] = &[
    "%Y-%m-%d %H:%M:%S%.f",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%dT%H:%M",
    "%Y/%m/%d %H:%M:%S",
    "%Y/%m/%d %H:%M",
    "%B %d, %Y %I:%M %p",
    "%B %d, %Y at %I:%M %p",
    "%B %d, %Y, %I:%M %p",
    "%d %B %Y %H:%M",
    "%d %B %Y, %H:%M",
    "%b %d, %Y %I:%M %p",
    "%b %d, %Y at %I:%M %p",
    "%b %d, %Y, %I:%M %p",
    "%d %b %Y %H:%M",
    "%d %b %Y, %H:%M",
];
const DAYS: &[&str] = &[
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%Y%m%d",
    "%B %d, %Y",
    "%B %d %Y",
    "%d %B %Y",
    "%b %d, %Y",
    "%b %d %Y",
    "%d %b %Y",
    "%d.%m.%Y",
    "%A, %B %d, %Y",
    "%A, %d %B %Y",
    "%a, %b %d, %Y",
    "%a, %d %b %Y",
];

/// The date in ISO 8601, or `None` when it cannot be read for sure.
pub(super) fn iso(given: &str) -> Option<String> {
    let tidy = tidy(given);
    zoned(&tidy).or_else(|| with_clock(&tidy)).or_else(|| day(&tidy)).or_else(|| unix(&tidy))
}

/// Single spaces, `a.m.` as `AM`, no periods after short months, `Sept` as `Sep`.
fn tidy(given: &str) -> String {
    let words = given.split_whitespace().map(|word| match word.to_lowercase().as_str() {
        "a.m." | "am" | "a.m" => "AM".to_owned(),
        "p.m." | "pm" | "p.m" => "PM".to_owned(),
        "sept" | "sept." => "Sep".to_owned(),
        _ => match word.strip_suffix('.') {
            Some(month) if month.len() == 3 && month.chars().all(char::is_alphabetic) => month.to_owned(),
            _ => word.to_owned(),
        },
    });
    words.collect::<Vec<_>>().join(" ")
}

fn zoned(text: &str) -> Option<String> {
    let with_t = text.replacen(' ', "T", 1);
    if text.len() >= 16 && text.as_bytes().first().is_some_and(u8::is_ascii_digit) {
        for candidate in [text, with_t.as_str()] {
            // Parsing checks it; what was given stands, since it already is ISO 8601.
            if candidate.contains('T')
                && (candidate.parse::<Timestamp>().is_ok() || candidate.parse::<ZonedDateTime>().is_ok())
            {
                return Some(candidate.to_owned());
            }
        }
    }
    let mail = rfc2822::DateTimeParser::new().parse_zoned_datetime(text).ok()?;
    Some(mail.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string())
}

fn with_clock(text: &str) -> Option<String> {
    let plain = text.parse::<DateTime>().ok().filter(|_| text.contains([':', 'T']));
    let read = plain.or_else(|| WITH_CLOCK.iter().find_map(|form| DateTime::strptime(form, text).ok()))?;
    Some(read.strftime("%Y-%m-%dT%H:%M:%S").to_string())
}

fn day(text: &str) -> Option<String> {
    let read = DAYS.iter().find_map(|form| Date::strptime(form, text).ok())?;
    (1000..=2200).contains(&read.year()).then(|| read.to_string())
}

/// Seconds or milliseconds since 1970.
fn unix(text: &str) -> Option<String> {
    let number: i64 = text.parse().ok()?;
    let seconds = match text.len() {
        9 | 10 => number,
        12 | 13 => number / 1000,
        _ => return None,
    };
    Timestamp::from_second(seconds).ok().map(|time| time.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_any_usual_form() {
        for (given, expected) in [
            ("2026-03-05", "2026-03-05"),
            ("2026-03-05T07:40:00+01:00", "2026-03-05T07:40:00+01:00"),
            ("2026-03-05T07:40:00Z", "2026-03-05T07:40:00Z"),
            ("2026-03-05 07:40:00+01:00", "2026-03-05T07:40:00+01:00"),
            ("2026-03-05 07:40:00", "2026-03-05T07:40:00"),
            ("2026-03-05T07:40", "2026-03-05T07:40:00"),
            ("Thu, 05 Mar 2026 07:40:00 +0100", "2026-03-05T07:40:00+01:00"),
            ("Thu, 05 Mar 2026 07:40:00 GMT", "2026-03-05T07:40:00+00:00"),
            ("March 5, 2026", "2026-03-05"),
            ("Mar. 5, 2026", "2026-03-05"),
            ("Sept. 5, 2026", "2026-09-05"),
            ("5 March 2026", "2026-03-05"),
            ("Mar. 5, 2026 7:40 p.m.", "2026-03-05T19:40:00"),
            ("Thursday, March 5, 2026", "2026-03-05"),
            ("20260305", "2026-03-05"),
            ("2026/03/05", "2026-03-05"),
            ("05.03.2026", "2026-03-05"),
            ("1772692800", "2026-03-05T06:40:00Z"),
            ("1772692800000", "2026-03-05T06:40:00Z"),
        ] {
            assert_eq!(iso(given).as_deref(), Some(expected), "{given}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for given in ["", "yesterday", "03/05/2026", "2026-13-45", "12", "n/a", "٢٠٢٦"] {
            assert_eq!(iso(given), None, "{given}");
        }
    }
}
