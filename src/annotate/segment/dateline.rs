//! Datelines: `HOLM POINT, March 4 (Reuters) — ` before a story's first sentence.
//!
//! They say where and when the story was filed and who filed it, not what happened. Two outlets that print one
//! sentence behind different datelines print the same sentence; two that share a dateline share nothing yet. So
//! a mention begins behind it; the sentence that `inspect` shows keeps it.

use crate::lexicon::{names, outlets};
use crate::model::Span;
use crate::text::fold;

/// No dateline is longer, in bytes.
const LONGEST: usize = 90;

/// The length of the dateline that the sentence opens with, white space behind it included; 0 without one.
pub fn length(sentence: &str) -> usize {
    let places = sentence.char_indices().map(|(at, _)| at).take_while(|&at| at <= LONGEST);
    let mut ends = places.filter_map(|at| Some((at, at + dash(&sentence[..at], &sentence[at..])?)));
    let dashed = ends.next().filter(|&(at, end)| is_head(&sentence[..at]) && opens(&sentence[end..]));
    dashed.map(|(_, end)| end).or_else(|| bracketed(sentence)).unwrap_or(0)
}

/// The agency that the dateline names: `HOLM POINT (Reuters) —`; its place in the sentence.
pub fn credit(sentence: &str) -> Option<Span> {
    let head = &sentence[..length(sentence)];
    let (open, close) = (head.find(['(', '（'])?, head.find([')', '）'])?);
    let inside = open + head[open..].chars().next().map_or(1, char::len_utf8);
    (inside < close).then(|| Span::new(inside, close).trimmed(sentence))
}

/// The length of a dash and the space around it, where `rest` begins with one that parts.
fn dash(head: &str, rest: &str) -> Option<usize> {
    let behind = rest.trim_start();
    let spaced = behind.len() < rest.len() || head.ends_with([')', '）', '.']);
    let parts =
        behind.starts_with(['—', '–']) || behind.starts_with("--") || behind.starts_with('-') && spaced;
    let body = behind.trim_start_matches(|c: char| matches!(c, '—' | '–' | '-') || c.is_whitespace());
    parts.then_some(rest.len() - body.len())
}

/// What follows is a sentence of its own.
fn opens(rest: &str) -> bool {
    let first = rest.chars().find(|c| c.is_alphanumeric());
    first.is_some_and(|first| !first.is_lowercase())
}

/// A place with an agency, a place in capitals, or a known place.
fn is_head(head: &str) -> bool {
    let head = head.trim_end_matches(['.', ' ', '\u{a0}']);
    match agency(head) {
        Some((place, agency)) if is_outlet(agency) => is_place(place) || place.is_empty(),
        Some((place, agency)) => {
            agency.split_whitespace().count() <= 2 && is_capitals(place) && is_place(place)
        }
        None => {
            let town = head.split(',').next().unwrap_or(head).trim();
            is_place(head)
                && (is_capitals(town) && has_case(town) && town.len() >= SHORTEST || is_known(town))
        }
    }
}

/// Shorter words in capitals are short forms, not towns.
const SHORTEST: usize = 4;

/// `Washington (CNN)Text`: an agency in brackets needs no dash.
fn bracketed(sentence: &str) -> Option<usize> {
    let close = sentence.find(')').filter(|&close| close <= LONGEST)? + 1;
    let (place, agency) = agency(&sentence[..close])?;
    let rest = sentence[close..].trim_start();
    let fits = is_outlet(agency) && !place.is_empty() && is_place(place) && opens(rest);
    fits.then_some(sentence.len() - rest.len())
}

/// `HOLM POINT (Reuters)` → the place and what stands in the brackets at its end.
fn agency(head: &str) -> Option<(&str, &str)> {
    let (place, inside) = head.strip_suffix([')', '）'])?.split_once(['(', '（'])?;
    Some((place.trim(), inside.trim())).filter(|(_, inside)| !inside.is_empty())
}

fn is_outlet(name: &str) -> bool {
    let short = name.chars().count() <= 6 && name.chars().all(char::is_uppercase);
    short || name.split(['/', '-']).any(|part| outlets::canonical(part.trim()).is_some())
}

/// A few words, none in small letters but for the month behind the comma: `Paris, 4 mars`.
fn is_place(place: &str) -> bool {
    let (town, rest) = place.split_once(',').unwrap_or((place, ""));
    let high = |word: &str| !word.starts_with(char::is_lowercase);
    let dated = rest.split_whitespace().all(|word| high(word) || word.chars().count() <= 9)
        && (rest.chars().any(|c| c.is_ascii_digit()) || rest.split_whitespace().all(high));
    let words = town.split_whitespace().count();
    (1..=4).contains(&words)
        && town.split_whitespace().all(high)
        && rest.split_whitespace().count() <= 5
        && dated
}

fn is_capitals(place: &str) -> bool {
    let town = place.split(',').next().unwrap_or(place);
    !town.contains(char::is_lowercase) && town.contains(char::is_alphabetic)
}

fn has_case(town: &str) -> bool {
    town.contains(char::is_uppercase)
}

fn is_known(town: &str) -> bool {
    names::is_place(&town.split_whitespace().map(fold).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines_end_where_the_sentence_begins() {
        for (dateline, rest) in [
            ("HOLM POINT (Reuters) — ", "The ferry burned."),
            ("HOLM POINT, March 4 (AP) - ", "The ferry burned."),
            ("Holm Point (AFP) – ", "The ferry burned."),
            ("Holm Point (CNN)", "The ferry burned."),
            ("(Reuters) - ", "The ferry burned."),
            ("OSTER, Ky. –- ", "The ferry burned."),
            ("BRINDLE—", "The ferry burned."),
            ("BRINDLE -- ", "“The ferry burned,” she said."),
            ("London – ", "The ferry burned."),
            ("Berlin (dpa) - ", "Die Fähre brannte."),
            ("PARIS, 4 mars (AFP) - ", "Le ferry a brûlé."),
            ("МОСКВА — ", "Паром сгорел."),
            ("القاهرة (رويترز) - ", "احترقت العبارة."),
        ] {
            let sentence = format!("{dateline}{rest}");
            assert_eq!(&sentence[length(&sentence)..], rest, "{sentence}");
        }
    }

    #[test]
    fn sentences_that_open_alike_are_left_whole() {
        for sentence in [
            "NATO — the alliance — has hired the quay.",
            "Holm Point — known for its seals — has two tugs.",
            "Ada Venn (Labour) – once a minister – lost her seat.",
            "Ada Venn (right) said that the ferry burned.",
            "The mayor - Otto Lund - resigned.",
            "A ferry – The Marigold – burned.",
            "The first lock failed — Skippers saw it.",
            "",
        ] {
            assert_eq!(length(sentence), 0, "{sentence}");
        }
    }
}
