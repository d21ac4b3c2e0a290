//! Dates: month and day in either order, years, weekdays, *yesterday*.

use jiff::ToSpan;
use jiff::civil;

use super::{Found, figure, word};
use crate::annotate::extract::Words;
use crate::lexicon::calendar::{DAYS, MONTHS};
use crate::model::{Date, Time};

const YEARS: std::ops::RangeInclusive<u32> = 1500..=2199;

pub(super) fn date(words: &Words, at: usize) -> Option<Found> {
    weekday(words, at)
        .or_else(|| month_first(words, at))
        .or_else(|| day_first(words, at))
        .or_else(|| relative(words, at))
        .or_else(|| year_alone(words, at))
        .or_else(|| iso(words, at))
}

/// `Monday`, `Monday, March 5`.
fn weekday(words: &Words, at: usize) -> Option<Found> {
    let name = word(words, at);
    let short = |day: &str| {
        name.len() >= 3 && name.len() <= 5 && day.starts_with(name) && name != "sun" && name != "sat"
    };
    let found =
        DAYS.iter().position(|day| *day == name || name.strip_suffix('s') == Some(day) || short(day))?;
    if !words.tokens[at].is_capitalised(words.text) {
        return None;
    }
    let weekday = Some(found as i8 + 1);
    if let Some(more) = month_first(words, at + 1).or_else(|| day_first(words, at + 1))
        && let Time::Date(date) = more.time
    {
        return Some(built(Date { weekday, ..date }, more.end));
    }
    let resolved = nearest(words, weekday);
    Some(built(Date { weekday, ..resolved.unwrap_or_default() }, at + 1))
}

/// `March 5, 2026`, `Mar. 5`, `March 2026`, `March`.
fn month_first(words: &Words, at: usize) -> Option<Found> {
    let month = month(words, at)?;
    let day = day(words, at + 1);
    let after = at + 1 + usize::from(day.is_some());
    let comma = day.is_none() || words.text[words.tokens[after - 1].span.end..].trim_start().starts_with(',');
    let year = year(words, after).filter(|_| comma || month_alone(words, after));
    if day.is_none() && year.is_none() && !clearly_month(words, at) {
        return None;
    }
    Some(built(
        Date { month: Some(month), day, year, ..Date::default() },
        after + usize::from(year.is_some()),
    ))
}

fn month_alone(words: &Words, after: usize) -> bool {
    let gap = &words.text[words.tokens[after - 1].span.end..words.tokens[after].span.start];
    gap.trim().is_empty()
}

/// `5 March 2026`, `the 5th of March`.
fn day_first(words: &Words, at: usize) -> Option<Found> {
    let day = day(words, at)?;
    let of = usize::from(word(words, at + 1) == "of");
    let month = month(words, at + 1 + of)?;
    let after = at + 2 + of;
    let year = year(words, after);
    Some(built(
        Date { month: Some(month), day: Some(day), year, ..Date::default() },
        after + usize::from(year.is_some()),
    ))
}

/// `2015`, where nothing is counted by it.
fn year_alone(words: &Words, at: usize) -> Option<Found> {
    let year = year(words, at)?;
    let token = &words.tokens[at];
    let before = words.text[..token.span.start].chars().next_back().unwrap_or(' ');
    let led = at > 0
        && [
            "in", "since", "by", "of", "until", "from", "to", "and", "before", "after", "late", "early",
            "during", "the", "year",
        ]
        .contains(&word(words, at - 1));
    let counted = words
        .tokens
        .get(at + 1)
        .is_some_and(|next| next.folded.ends_with('s') && !led && !next.is_capitalised(words.text));
    let sign = "$£€¥₹-–/.".contains(before) || words.text[token.span.end..].starts_with(['-', '/', '%']);
    (!counted && !sign).then(|| built(Date { year: Some(year), ..Date::default() }, at + 1))
}

/// `2026-03-05` in three tokens or one.
fn iso(words: &Words, at: usize) -> Option<Found> {
    let (year, month, day) = (year(words, at)?, figure(words, at + 1)?, figure(words, at + 2)?);
    let span = words.tokens[at].span.joined(words.tokens[at + 2].span);
    let date = civil::Date::new(year, month as i8, day as i8).ok()?;
    let written = span.of(words.text) == date.to_string();
    written.then(|| built(of(date), at + 3))
}

/// `yesterday`, `today`, `last night`, against the publication date; unknown without one.
fn relative(words: &Words, at: usize) -> Option<Found> {
    let published = words.setting.published?;
    let (days, tokens) = match (word(words, at), word(words, at + 1)) {
        ("yesterday", _) => (-1, 1),
        ("today" | "tonight", _) => (0, 1),
        ("tomorrow", _) => (1, 1),
        ("last", "night") => (-1, 2),
        ("this", "morning" | "afternoon" | "evening") => (0, 2),
        _ => return None,
    };
    let date = published.checked_add(days.days()).ok()?;
    Some(built(
        Date { weekday: Some(date.weekday().to_monday_one_offset()), resolved: true, ..of(date) },
        at + tokens,
    ))
}

/// The date of a weekday: the last one up to the day of publication.
///
/// News tells what has happened; where it tells what will, the weekday itself still agrees.
fn nearest(words: &Words, weekday: Option<i8>) -> Option<Date> {
    let (published, weekday) = (words.setting.published?, weekday?);
    let back = (published.weekday().to_monday_one_offset() - weekday).rem_euclid(7);
    let date = published.checked_sub(i64::from(back).days()).ok()?;
    Some(Date { resolved: true, ..of(date) })
}

fn of(date: civil::Date) -> Date {
    Date {
        year: Some(date.year()),
        month: Some(date.month()),
        day: Some(date.day()),
        weekday: None,
        resolved: false,
    }
}

fn month(words: &Words, at: usize) -> Option<i8> {
    let name = word(words, at);
    let short = |month: &str| {
        (3..=4).contains(&name.len()) && month.starts_with(name) || name == "sept" && month.starts_with("sep")
    };
    let found = MONTHS.iter().position(|month| *month == name || short(month))?;
    words.tokens[at].is_capitalised(words.text).then_some(found as i8 + 1)
}

/// *In May*, *last March*: the word is a month and no name or verb.
fn clearly_month(words: &Words, at: usize) -> bool {
    const LEADS: &[&str] = &[
        "in", "last", "next", "this", "since", "until", "by", "late", "early", "mid", "of", "every", "from",
        "to",
    ];
    at > 0 && LEADS.contains(&word(words, at - 1))
        || !["may", "march", "jan", "mar", "jun"].contains(&word(words, at)) && word(words, at).len() > 4
}

fn day(words: &Words, at: usize) -> Option<i8> {
    let text = word(words, at);
    let digits = text.trim_end_matches(char::is_alphabetic);
    let suffix = &text[digits.len()..];
    let day: i8 = digits.parse().ok().filter(|_| digits.len() <= 2)?;
    let glued = words.text[words.tokens[at].span.end..].starts_with([':', '%', '.'])
        && !words.text[words.tokens[at].span.end..].starts_with(". ");
    ((1..=31).contains(&day)
        && ["", "st", "nd", "rd", "th"].contains(&suffix)
        && !(glued && at + 1 < words.tokens.len() && words.tokens[at + 1].is_numeric()))
    .then_some(day)
}

fn year(words: &Words, at: usize) -> Option<i16> {
    figure(words, at)
        .filter(|year| YEARS.contains(year) && word(words, at).len() == 4)
        .map(|year| year as i16)
}

fn built(date: Date, end: usize) -> Found {
    Found { value: shown(&date), time: Time::Date(date), end }
}

/// ISO 8601 where the year is known, else the month and day by name; a weekday by its name.
fn shown(date: &Date) -> String {
    let name = date.weekday.map(|day| capitalised(DAYS, day));
    let day = match (date.year, date.month, date.day) {
        (Some(year), Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
        (Some(year), Some(month), None) => format!("{year:04}-{month:02}"),
        (Some(year), None, _) => format!("{year:04}"),
        (None, Some(month), Some(day)) => format!("{} {day}", capitalised(MONTHS, month)),
        (None, Some(month), None) => capitalised(MONTHS, month),
        (None, None, _) => return name.unwrap_or_default(),
    };
    name.filter(|_| date.resolved).map_or(day.clone(), |name| format!("{name} ({day})"))
}

/// The name of a month or day by its number, from 1.
fn capitalised(names: &[&str], number: i8) -> String {
    let name = names.get(usize::from(number.unsigned_abs()).saturating_sub(1)).copied().unwrap_or_default();
    name.chars()
        .next()
        .map(|first| first.to_uppercase().chain(name.chars().skip(1)).collect())
        .unwrap_or_default()
}
