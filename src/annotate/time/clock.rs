//! Clock times: `7:45 p.m.`, `7 pm`, `19:45`, `noon`, `twenty to midnight`.

use super::{Found, figure, word};
use crate::annotate::extract::Words;
use crate::annotate::quantity;
use crate::model::Time;

const VAGUE: u32 = 15;

pub(super) fn clock(words: &Words, at: usize) -> Option<Found> {
    named(words, at).or_else(|| before_named(words, at)).or_else(|| figures(words, at))
}

/// `noon`, `midnight`: alone, not as in *the midnight train*.
fn named(words: &Words, at: usize) -> Option<Found> {
    let minutes = fixed(word(words, at))?;
    let before = if at > 0 { word(words, at - 1) } else { "" };
    let around = match before {
        "at" | "until" | "by" | "after" | "past" => 0,
        "before" | "around" | "about" | "near" => 30,
        _ => return None,
    };
    Some(Found { time: Time::Clock { minutes, around }, value: word(words, at).to_owned(), end: at + 1 })
}

/// `twenty to midnight`, `ten past noon`.
fn before_named(words: &Words, at: usize) -> Option<Found> {
    let value = quantity::value(words, at).filter(|value| value.value < 60.0)?;
    let minutes = fixed(word(words, value.end + 1))?;
    let shift = value.value as u32;
    let minutes = match word(words, value.end) {
        "to" | "before" => (minutes + 1440 - shift) % 1440,
        "past" | "after" => (minutes + shift) % 1440,
        _ => return None,
    };
    Some(Found { time: Time::Clock { minutes, around: 0 }, value: shown(minutes), end: value.end + 2 })
}

fn fixed(word: &str) -> Option<u32> {
    match word {
        "noon" | "midday" => Some(720),
        "midnight" => Some(0),
        _ => None,
    }
}

/// `7:45 p.m.`, `7.45pm`, `7 a.m.`, `19:45`.
fn figures(words: &Words, at: usize) -> Option<Found> {
    let (hour, minute, mut end, mut half) = hour_and_minute(words, at)?;
    if half.is_none() {
        half = half_of_day(word(words, end));
        end += usize::from(half.is_some());
    }
    let hour = match half {
        Some(_) if hour > 12 || hour == 0 => return None,
        Some(pm) => hour % 12 + if pm { 12 } else { 0 },
        None if minute.is_some() => hour,
        None if word(words, end) == "o'clock" => hour,
        None => return None,
    };
    let minutes = hour * 60 + minute.unwrap_or(0);
    let vague = at > 0
        && ["about", "around", "shortly", "nearly", "almost", "some"].contains(&word(words, at - 1))
        || at > 1 && ["about", "around", "shortly", "before", "after"].contains(&word(words, at - 2));
    let around = if vague { VAGUE } else { 0 };
    (minutes < 1440).then(|| Found { time: Time::Clock { minutes, around }, value: shown(minutes), end })
}

/// The hour, the minute if given, the first token behind, and the half of the day if it stands in the same word.
fn hour_and_minute(words: &Words, at: usize) -> Option<(u32, Option<u32>, usize, Option<bool>)> {
    let token = words.tokens.get(at)?;
    if let Some((hour, minute)) = token.folded.split_once([':', '.']) {
        let digits: String = minute.chars().take_while(char::is_ascii_digit).collect();
        let half = half_of_day(&minute[digits.len()..]);
        let is_time =
            token.folded.contains(':') || half.is_some() || half_of_day(word(words, at + 1)).is_some();
        let (hour, minute) = (hour.parse().ok()?, digits.parse().ok().filter(|_| digits.len() == 2)?);
        return (is_time && hour < 24 && minute < 60).then_some((hour, Some(minute), at + 1, half));
    }
    let digits: String = token.folded.chars().take_while(char::is_ascii_digit).collect();
    let hour: u32 = digits.parse().ok().filter(|hour| *hour < 24)?;
    if digits.len() < token.folded.len() {
        let half = half_of_day(&token.folded[digits.len()..])?;
        return Some((hour, None, at + 1, Some(half)));
    }
    let colon = words.text[token.span.end..].starts_with(':');
    let minute =
        figure(words, at + 1).filter(|minute| colon && *minute < 60 && word(words, at + 1).len() == 2);
    let joined = minute.is_some_and(|_| words.tokens[at + 1].span.start == token.span.end + 1);
    Some(if joined { (hour, minute, at + 2, None) } else { (hour, None, at + 1, None) })
}

/// `true` for the afternoon.
fn half_of_day(word: &str) -> Option<bool> {
    match word.trim_end_matches('.') {
        "a.m" | "am" => Some(false),
        "p.m" | "pm" => Some(true),
        _ => None,
    }
}

fn shown(minutes: u32) -> String {
    let (hour, minute) = (minutes / 60, minutes % 60);
    let half = if hour < 12 { "a.m." } else { "p.m." };
    format!("{}:{minute:02} {half}", if hour.is_multiple_of(12) { 12 } else { hour % 12 })
}
