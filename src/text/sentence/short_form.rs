//! A single period: the end of a sentence, or of a short form?

use super::candidate::Candidate;
use super::rule::starts_high;
use crate::lexicon::abbreviations::{Class, class};

/// Whether the period ends a sentence; what follows does not start low.
pub fn period_ends(candidate: &Candidate) -> bool {
    let before = candidate.before();
    let before = before.rsplit('-').next().filter(|part| class(part).is_some()).unwrap_or(before);
    match class(before) {
        _ if is_enumerator(candidate) => false,
        _ if candidate.is_closed() && !candidate.is_bracketed() => true,
        Some(Class::Title) => false,
        Some(Class::Month) => !next_is_number(candidate),
        Some(Class::Inner) => needs_number(before) && !next_is_number(candidate),
        Some(Class::Ambiguous) => ambiguous_ends(candidate, before),
        None if is_initial(before) => initial_ends(candidate, before),
        None if is_acronym(before) => starter_follows(candidate),
        None => true,
    }
}

/// `1.` or `a.` at the sentence's beginning numbers it.
fn is_enumerator(candidate: &Candidate) -> bool {
    let head = &candidate.text[candidate.start..candidate.stop.start];
    if head.len() > 12 {
        return false;
    }
    let head = head.trim_start_matches(|c: char| !c.is_alphanumeric());
    let is_number = head.len() <= 3 && head.bytes().all(|b| b.is_ascii_digit());
    is_number || head.len() == 1 && head.bytes().all(|b| b.is_ascii_lowercase())
}

fn next_is_number(candidate: &Candidate) -> bool {
    candidate.after().starts_with(|c: char| c.is_numeric() || c == '#')
}

/// Short forms that are also words, or ends of sentences, unless a number follows: `No. 10`.
fn needs_number(word: &str) -> bool {
    const NUMBERED: [&str; 12] =
        ["no", "nos", "art", "p", "pp", "fig", "figs", "vol", "ch", "sec", "para", "n°"];
    NUMBERED.contains(&word.to_lowercase().as_str())
}

fn ambiguous_ends(candidate: &Candidate, before: &str) -> bool {
    let low = before.to_lowercase();
    match low.as_str() {
        "a.m" | "p.m" | "am" | "pm" => time_ends(candidate),
        "inc" | "co" | "corp" | "ltd" | "plc" | "etc" | "al" => {
            starter_follows(candidate) || company_ends(candidate)
        }
        _ => starter_follows(candidate),
    }
}

/// `7 p.m. Monday`, `3 p.m. EST` go on; so does a time that opens the sentence: `At 5 a.m. Mr. …`.
fn time_ends(candidate: &Candidate) -> bool {
    const ZONES: [&str; 22] = [
        "EST", "EDT", "ET", "CST", "CDT", "CT", "MST", "MDT", "MT", "PST", "PDT", "PT", "GMT", "UTC", "BST",
        "CET", "CEST", "IST", "Eastern", "Pacific", "Central", "Mountain",
    ];
    let head = &candidate.text[candidate.start..candidate.stop.start];
    let opens = head.len() < 40
        && head.split_whitespace().count() <= 3
        && !head.starts_with(|c: char| c.is_numeric());
    let next = candidate.words_after().next().unwrap_or("").trim_end_matches(|c: char| !c.is_alphanumeric());
    !(opens
        || ZONES.contains(&next)
        || is_day(next)
        || class(next) == Some(Class::Month)
        || next_is_number(candidate))
}

fn is_day(word: &str) -> bool {
    const DAYS: [&str; 26] = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Mon",
        "Tue",
        "Wed",
        "Thu",
        "Fri",
        "Sat",
        "Sun",
    ];
    DAYS.contains(&word.strip_suffix("s").unwrap_or(word)) || DAYS.contains(&word)
}

/// `Tern Inc. Shares fell`: a lower-case word in second place shows a sentence, not a longer name.
fn company_ends(candidate: &Candidate) -> bool {
    starts_high(candidate)
        && candidate.words_after().nth(1).is_some_and(|word| word.starts_with(char::is_lowercase))
}

/// One capital letter: `J`, `J.-P`, `J.K`.
fn is_initial(word: &str) -> bool {
    let last = word.rsplit(['.', '-']).next().unwrap_or(word);
    let mut chars = last.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_none() && !is_acronym(word)
}

fn initial_ends(candidate: &Candidate, before: &str) -> bool {
    let previous = candidate.before_that();
    match before {
        "I" => previous.starts_with(char::is_lowercase),
        _ => starter_follows(candidate) && !previous.is_empty(),
    }
}

/// Letters with dots between: `E.U`, `e.g`, `Ph.D`.
fn is_acronym(word: &str) -> bool {
    let mut parts = word.split('.');
    word.contains('.')
        && parts.all(|part| matches!(part.chars().count(), 1 | 2) && part.chars().all(char::is_alphabetic))
}

/// A word that opens sentences and hardly ever stands inside a name.
fn starter_follows(candidate: &Candidate) -> bool {
    let next = candidate.words_after().next().unwrap_or("").trim_end_matches(',');
    let bare = next.split(['\'', '’']).next().unwrap_or(next);
    is_capital_word(candidate) && STARTERS.contains(&bare) || opens_quotation(candidate)
}

fn is_capital_word(candidate: &Candidate) -> bool {
    candidate.after().starts_with(char::is_uppercase)
}

fn opens_quotation(candidate: &Candidate) -> bool {
    let rest = &candidate.text[candidate.next..];
    rest.starts_with(['“', '"', '«', '„']) && starts_high(candidate)
}

const STARTERS: &[&str] = &[
    "A",
    "About",
    "According",
    "After",
    "Again",
    "All",
    "Also",
    "Although",
    "Among",
    "An",
    "And",
    "Another",
    "Any",
    "Are",
    "As",
    "At",
    "Because",
    "Before",
    "Both",
    "But",
    "By",
    "Can",
    "Did",
    "Do",
    "Does",
    "During",
    "Each",
    "Early",
    "Even",
    "Every",
    "Few",
    "For",
    "From",
    "Had",
    "Has",
    "He",
    "Her",
    "Here",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "Instead",
    "Is",
    "It",
    "Its",
    "Last",
    "Later",
    "Many",
    "Meanwhile",
    "More",
    "Most",
    "Much",
    "My",
    "Neither",
    "Nobody",
    "None",
    "Not",
    "Nothing",
    "Now",
    "On",
    "Once",
    "Only",
    "Or",
    "Other",
    "Others",
    "Our",
    "Police",
    "Several",
    "She",
    "Since",
    "So",
    "Some",
    "Still",
    "Such",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "Though",
    "Through",
    "Thus",
    "To",
    "Today",
    "Under",
    "Until",
    "Was",
    "We",
    "Were",
    "What",
    "When",
    "Where",
    "Whether",
    "Which",
    "While",
    "Who",
    "Why",
    "With",
    "Would",
    "Yes",
    "Yet",
    "You",
    "Your",
];
