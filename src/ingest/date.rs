//! Publication dates in the forms that pages and feeds use.
//!
//! The precision given is kept: a day stays a day, a clock time without a zone gets none.

use jiff::civil::{Date, DateTime, Time};
use jiff::fmt::rfc2822;
use jiff::tz::Offset;

use crate::model::{Timestamp, Zone};

/// Days as they are written; a weekday in front is taken off before.
const DAYS: &[&str] = &[
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%Y%m%d",
    "%d.%m.%Y",
    "%B %d, %Y",
    "%B %d %Y",
    "%d %B %Y",
    "%b %d, %Y",
    "%b %d %Y",
    "%d %b %Y",
];
/// Clock times after a day and a space.
const CLOCKS: &[&str] =
    &["%H:%M", "%H:%M:%S", "%H:%M:%S%.f", "%I:%M %p", "%I:%M:%S %p", "%I.%M %p", "%I %p", "%H.%M"];
/// Forms that begin with no whole day.
const OTHERS: &[&str] = &["%Y%m%d%H%M%S", "%b %d %H:%M:%S %Y", "%H:%M, %d %B %Y", "%I:%M %p, %B %d, %Y"];
/// What stands for a zone, as RFC 822 defines it. `ET` and the like say no offset and are dropped.
const ZONES: &[(&str, &[&str])] = &[
    ("Z", &["Z", "UTC", "GMT"]),
    ("-04:00", &["EDT"]),
    ("-05:00", &["EST", "CDT"]),
    ("-06:00", &["CST", "MDT"]),
    ("-07:00", &["MST", "PDT"]),
    ("-08:00", &["PST"]),
    ("+01:00", &["BST", "CET"]),
    ("+02:00", &["CEST", "EET"]),
    ("+03:00", &["EEST"]),
    ("+09:00", &["JST"]),
    ("", &["ET", "IST", "CT", "MT", "PT"]),
];
/// Months in other languages of the press, by their first letters, and the English ones.
const MONTHS: &[(&str, &[&str])] = &[
    ("Jan", &["janvier", "januar", "januari", "gennaio", "enero", "janeiro", "jänner", "janv"]),
    ("Feb", &["février", "februar", "februari", "febbraio", "febrero", "fevereiro", "févr", "fév"]),
    ("Mar", &["mars", "märz", "maart", "marzo", "março", "marts", "mrt"]),
    ("Apr", &["avril", "april", "aprile", "abril", "avr", "abr"]),
    ("May", &["mai", "mei", "maj", "maggio", "mayo", "maio"]),
    ("Jun", &["juin", "juni", "giugno", "junio", "junho"]),
    ("Jul", &["juillet", "juli", "luglio", "julio", "julho", "juil"]),
    ("Aug", &["août", "august", "augusti", "augustus", "agosto"]),
    ("Sep", &["septembre", "september", "settembre", "septiembre", "setembro", "sept"]),
    ("Oct", &["octobre", "oktober", "ottobre", "octubre", "outubro", "okt"]),
    ("Nov", &["novembre", "november", "noviembre", "novembro"]),
    ("Dec", &["décembre", "dezember", "december", "dicembre", "diciembre", "dezembro", "déc", "dez"]),
];
/// Words between the parts of a date that tell nothing.
const BETWEEN: &str = "\
    updated published posted updated: published: posted: at | · - – de del den le à um uhr kl. kl às \
    alle ore om uur";
/// Days of the week in those languages.
const WEEKDAYS: &str = "\
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi \
    vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì \
    mercoledì giovedì venerdì sabato domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag";
/// Longer texts are no dates.
const LONGEST: usize = 80;

/// The date, or `None` when it cannot be read for sure.
pub(super) fn read(given: &str) -> Option<Timestamp> {
    if given.len() > LONGEST {
        return None;
    }
    let read = mail(given).or_else(|| {
        let tidy = tidy(given);
        machine(&tidy)
            .or_else(|| with_zone(&tidy))
            .or_else(|| Some(day(&tidy)?.into()))
            .or_else(|| unix(&tidy))
    });
    // Year 1 is what programs write for no date.
    read.filter(|read| read.day().year() >= 1000)
}

/// RFC 2822, as feeds write it.
fn mail(given: &str) -> Option<Timestamp> {
    let read = rfc2822::DateTimeParser::new().parse_zoned_datetime(given.trim()).ok()?;
    Some(Timestamp::new(read.datetime(), Some(Zone::Offset(read.offset()))))
}

/// Single spaces, `a.m.` as `AM`, no periods after short months, `5th` as `5`, no weekday, no `at`.
fn tidy(given: &str) -> String {
    // Chinese and Japanese: 2026年3月5日 07:40.
    let given = given.replace(['年', '月'], "-").replace('日', " ");
    let words = given.split_whitespace().filter(|word| !is_weekday(word)).map(word);
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

fn is_weekday(word: &str) -> bool {
    const SHORT: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let word = word.trim_end_matches([',', '.']).to_lowercase();
    let long = ["mon", "tues", "wednes", "thurs", "fri", "satur", "sun"];
    SHORT.contains(&word.as_str())
        || WEEKDAYS.split(' ').any(|day| day == word)
        || word.strip_suffix("day").is_some_and(|stem| long.contains(&stem))
}

fn word(word: &str) -> String {
    match word.to_lowercase().as_str() {
        lower if BETWEEN.split(' ').any(|word| word == lower) => String::new(),
        "a.m." | "am" | "a.m" => "AM".to_owned(),
        "p.m." | "pm" | "p.m" => "PM".to_owned(),
        "sept" | "sept." => "Sep".to_owned(),
        lower => attached(lower)
            .or_else(|| hours(lower))
            .or_else(|| ordinal(word))
            .or_else(|| foreign_month(lower))
            .unwrap_or_else(|| month(word)),
    }
}

/// `7:40pm` → `7:40 PM`.
fn attached(lower: &str) -> Option<String> {
    let half = |ending: &str| {
        lower.strip_suffix(ending).filter(|clock| clock.ends_with(|c: char| c.is_ascii_digit()))
    };
    let am = half("am").or_else(|| half("a.m.")).map(|clock| format!("{clock} AM"));
    am.or_else(|| half("pm").or_else(|| half("p.m.")).map(|clock| format!("{clock} PM")))
}

/// `07h40` → `07:40`.
fn hours(lower: &str) -> Option<String> {
    let (hour, minute) = lower.split_once('h')?;
    let digits = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    (digits(hour) && digits(minute)).then(|| format!("{hour}:{minute}"))
}

fn foreign_month(lower: &str) -> Option<String> {
    let (name, comma) = lower.strip_suffix(',').map_or((lower, ""), |name| (name, ","));
    let name = name.trim_end_matches('.');
    let found = MONTHS.iter().find(|(_, names)| names.contains(&name))?;
    Some(format!("{}{comma}", found.0))
}

/// `5th` → `5`, `5th,` → `5,`, `5.` → `5`.
fn ordinal(word: &str) -> Option<String> {
    let (stem, comma) = word.strip_suffix(',').map_or((word, ""), |stem| (stem, ","));
    let day = ["st", "nd", "rd", "th", "er", "."].iter().find_map(|ending| stem.strip_suffix(ending))?;
    let digits = (1..=2).contains(&day.len()) && day.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| format!("{day}{comma}"))
}

fn month(word: &str) -> String {
    match word.strip_suffix('.') {
        Some(month) if month.chars().all(char::is_alphabetic) => month.to_owned(),
        _ => word.to_owned(),
    }
}

/// ISO 8601 with a zone, and what comes close: a space for the `T`, a zone without colon, no separators.
fn machine(text: &str) -> Option<Timestamp> {
    let starts = text.as_bytes().first().is_some_and(u8::is_ascii_digit);
    if !starts || text.len() < 16 {
        return None;
    }
    let close = text.replacen(' ', "T", 1).replace(" +", "+").replace(" -", "-").to_uppercase();
    close.parse::<jiff::Timestamp>().ok()?;
    close.parse().ok()
}

/// A day and a clock time, with or without the letters of a zone.
fn with_zone(text: &str) -> Option<Timestamp> {
    let (rest, zone) = text.rsplit_once(' ').unwrap_or((text, ""));
    let letters = zone.trim_matches(['(', ')']).to_uppercase();
    match ZONES.iter().find(|(_, names)| names.contains(&letters.as_str())) {
        Some((zone, _)) => format!("{}{zone}", with_clock(rest)?).parse().ok(),
        None => Some(Timestamp::new(with_clock(text)?, None)),
    }
}

fn with_clock(text: &str) -> Option<DateTime> {
    let plain = text.parse::<DateTime>().ok().filter(|_| text.contains([':', 'T']));
    plain.or_else(|| day_and_clock(text)).or_else(|| other(text))
}

/// The shortest clock time that the day before it leaves: `March 5, 2026 | 7:40 PM`.
fn day_and_clock(text: &str) -> Option<DateTime> {
    let splits = text.match_indices(' ').map(|(at, _)| text.split_at(at));
    let mut read = splits.filter_map(|(day, clock)| {
        let day = self::day(day.trim_end_matches(','))?;
        let clock = clock.trim();
        CLOCKS.iter().find_map(|form| Time::strptime(form, clock).ok()).map(|clock| day.to_datetime(clock))
    });
    read.next()
}

fn other(text: &str) -> Option<DateTime> {
    OTHERS.iter().find_map(|form| DateTime::strptime(form, text).ok())
}

fn day(text: &str) -> Option<Date> {
    let read = DAYS.iter().find_map(|form| Date::strptime(form, text).ok()).or_else(|| slashed(text))?;
    (1000..=2200).contains(&read.year()).then_some(read)
}

/// `25/03/2026` and `03/25/2026`; `03/05/2026` may be either day, and is none.
fn slashed(text: &str) -> Option<Date> {
    let [first, second] = ["%d/%m/%Y", "%m/%d/%Y"].map(|form| Date::strptime(form, text).ok());
    match (first, second) {
        (Some(x), Some(y)) => (x == y).then_some(x),
        (one, other) => one.or(other),
    }
}

/// Seconds or milliseconds since 1970, perhaps with a fraction.
fn unix(text: &str) -> Option<Timestamp> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let number: i64 = whole.parse().ok().filter(|_| digits(whole) && digits(fraction))?;
    let seconds = match whole.len() {
        9 | 10 => number,
        12 | 13 => number / 1000,
        _ => return None,
    };
    let moment = jiff::Timestamp::from_second(seconds).ok()?;
    Some(Timestamp::new(Offset::UTC.to_datetime(moment), Some(Zone::Utc)))
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
            ("1772692800.25", "2026-03-05T06:40:00Z"),
            ("20260305T074000Z", "2026-03-05T07:40:00Z"),
            ("20260305074000", "2026-03-05T07:40:00"),
            ("2026-03-05t07:40z", "2026-03-05T07:40:00Z"),
            ("2026-03-05T07:40:00.250+0100", "2026-03-05T07:40:00.25+01:00"),
            ("2026-03-05 07:40:00 -0500", "2026-03-05T07:40:00-05:00"),
            ("2026-03-05 07:40:00 UTC", "2026-03-05T07:40:00Z"),
            ("2026-03-05 07:40:00.5", "2026-03-05T07:40:00.5"),
            ("2026-03-05T07:40:00+01:00[Europe/Oslo]", "2026-03-05T07:40:00+01:00"),
            ("Thu, 5 Mar 2026 07:40 EST", "2026-03-05T07:40:00-05:00"),
            ("Thursday, March 5, 2026 at 7:40 PM", "2026-03-05T19:40:00"),
            ("Mar. 5, 2026, 7:40 p.m. EDT", "2026-03-05T19:40:00-04:00"),
            ("March 5th, 2026 7:40pm ET", "2026-03-05T19:40:00"),
            ("5 March 2026, 07:40", "2026-03-05T07:40:00"),
            ("07:40, 5 March 2026", "2026-03-05T07:40:00"),
            ("Thu Mar 05 07:40:00 2026", "2026-03-05T07:40:00"),
            ("March 5, 2026 – 7 a.m.", "2026-03-05T07:00:00"),
            ("5 Mar 2026 7.40pm", "2026-03-05T19:40:00"),
            ("5. März 2026 um 07.40 Uhr", "2026-03-05T07:40:00"),
            ("5 March 2026 07:40 CET", "2026-03-05T07:40:00+01:00"),
            ("Updated 5 March 2026", "2026-03-05"),
            ("25/03/2026", "2026-03-25"),
            ("03/25/2026 07:40", "2026-03-25T07:40:00"),
            ("05/05/2026", "2026-05-05"),
            ("Donnerstag, 5. März 2026, 07:40 Uhr", "2026-03-05T07:40:00"),
            ("Jeudi 5 mars 2026 à 07h40", "2026-03-05T07:40:00"),
            ("le 1er août 2026", "2026-08-01"),
            ("5 de marzo de 2026", "2026-03-05"),
            ("5 maart 2026", "2026-03-05"),
            ("2026年3月5日 07:40", "2026-03-05T07:40:00"),
        ] {
            assert_eq!(read(given).map(|read| read.to_string()).as_deref(), Some(expected), "{given}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for given in [
            "",
            "yesterday",
            "03/05/2026",
            "2026-13-45",
            "12",
            "n/a",
            "0001-01-01T00:00:00",
            "٢٠٢٦",
            "-1772692800",
            "Größe T+é",
            "a b T -",
        ] {
            assert_eq!(read(given), None, "{given}");
        }
        assert_eq!(read(&"2026-03-05 ".repeat(100_000)), None);
    }
}
