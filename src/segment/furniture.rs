//! Page furniture: bylines, credits, prompts. Part of the page, not of the story.
//!
//! A false alarm here loses a claim, a miss gives a false one in every outlet that prints the same
//! prompt. So a pattern speaks only about short stretches, and rules only about whole blocks.

use crate::lexicon::calendar::{DAYS, MONTHS};
use crate::lexicon::furniture::{self, Place};

/// No pattern speaks about more words than this.
const LONGEST: usize = 30;

/// Why a whole block is furniture.
pub fn of_block(block: &str) -> Option<&'static str> {
    let words = block.split_whitespace().count();
    match words {
        0..=14 if is_byline(block) => Some("byline"),
        0..=14 if is_date(block) => Some("date line"),
        0..=6 if is_address(block) => Some("address"),
        0..=LONGEST if is_credit(block) => Some("credit"),
        0..=10 if is_agency_credit(block) => Some("credit"),
        0..=8 if is_place_line(block) => Some("date line"),
        0..=LONGEST if block.starts_with(['©', '®']) => Some("copyright"),
        _ => None,
    }
}

/// Why a sentence is furniture; `alone` when it is its whole block.
pub fn of_sentence(sentence: &str, alone: bool) -> Option<&'static str> {
    if sentence.split_whitespace().nth(LONGEST).is_some() {
        return None;
    }
    if sentence.starts_with('©') {
        return Some("copyright");
    }
    let folded = furniture::fold(sentence);
    furniture::patterns().iter().find(|pattern| match pattern.place {
        Place::Starts => alone && folded.starts_with(&pattern.text),
        Place::Contains => folded.contains(&pattern.text),
        Place::Whole => folded == pattern.text,
    })?;
    Some("page furniture")
}

/// `By Ada Venn and Tom Holt, Staff Writers`.
fn is_byline(block: &str) -> bool {
    const SMALL: [&str; 9] = ["and", "of", "for", "in", "the", "de", "van", "von", "with"];
    let Some(names) = block.strip_prefix("By ").or_else(|| block.strip_prefix("BY ")) else { return false };
    let name = |word: &str| {
        word.starts_with(|c: char| c.is_uppercase() || "@|•·-–—(".contains(c)) || SMALL.contains(&word)
    };
    let high = names.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count();
    let open = !block.ends_with(['.', '!', '?', '”', '"', ':']) || block.ends_with("Jr.");
    open && high >= 2 && names.split_whitespace().all(name)
}

/// A date and a clock time at most, with labels such as `Published`.
fn is_date(block: &str) -> bool {
    const LABELS: [&str; 8] = ["published", "updated", "posted", "modified", "last", "on", "at", "first"];
    let mut dated = false;
    let known =
        block.split(|c: char| !c.is_alphanumeric() && c != '.').filter(|word| !word.is_empty()).all(|word| {
            let low = word.trim_end_matches('.').to_lowercase();
            let is_number = low.starts_with(|c: char| c.is_ascii_digit()) && low.len() <= 6;
            dated |= is_calendar(&low) || is_clock(&low);
            is_number || is_calendar(&low) || is_clock(&low) || LABELS.contains(&low.as_str())
        });
    known && dated && block.contains(|c: char| c.is_ascii_digit())
}

fn is_calendar(word: &str) -> bool {
    MONTHS
        .iter()
        .chain(DAYS)
        .any(|name| *name == word || word.len() >= 3 && word.len() <= 4 && name.starts_with(word))
}

fn is_clock(word: &str) -> bool {
    ["a.m", "p.m", "am", "pm", "est", "edt", "et", "gmt", "utc", "pst", "pdt", "bst", "cet"].contains(&word)
}

/// Nothing but web or mail addresses, handles and tags.
fn is_address(block: &str) -> bool {
    let address = |word: &str| {
        word.contains("://")
            || word.starts_with("www.")
            || word.starts_with(['@', '#']) && word.len() > 1
            || word.contains('@') && word.contains('.')
    };
    block.split_whitespace().all(address)
}

/// `Photo: Ada Venn`, `(Reporting by Ada Venn; editing by Tom Holt)`.
fn is_credit(block: &str) -> bool {
    const LABELS: [&str; 13] = [
        "photo:",
        "photo by",
        "photo credit",
        "photograph:",
        "photograph by",
        "image:",
        "picture:",
        "credit:",
        "reporting by",
        "additional reporting",
        "editing by",
        "writing by",
        "video:",
    ];
    let low = block.trim_start_matches(['(', '[', '*', '_']).to_lowercase();
    LABELS.iter().any(|label| low.starts_with(label))
}

/// `Ada Venn/Northlight/Getty Images`: a name and a picture agency, no sentence.
fn is_agency_credit(block: &str) -> bool {
    const AGENCIES: [&str; 8] =
        ["Getty Images", "AP Photo", "/AP", "/Reuters", "/REUTERS", "/AFP", "via Reuters", "Shutterstock"];
    !block.ends_with(['.', '!', '?', ':']) && AGENCIES.iter().any(|agency| block.contains(agency))
}

/// `HOLM POINT (Reuters) —` on a line of its own.
fn is_place_line(block: &str) -> bool {
    let first = block.split_whitespace().next().unwrap_or("");
    let capitals =
        first.chars().filter(|c| c.is_alphabetic()).count() >= 3 && !first.contains(char::is_lowercase);
    capitals && block.ends_with(['—', '–', '-'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_is_named() {
        for (block, reason) in [
            ("By Ada Venn and Tom Holt, Staff Writers", Some("byline")),
            ("By Ada Venn | Harbour Gazette", Some("byline")),
            ("By Monday the port was open.", None),
            ("Published 4 March 2031, 6:10 p.m. GMT", Some("date line")),
            ("March 4, 2031", Some("date line")),
            ("May 4 people sailed", None),
            ("Photo: Ada Venn / Harbour Gazette", Some("credit")),
            ("(Reporting by Ada Venn; editing by Tom Holt)", Some("credit")),
            ("Ada Venn/Northlight/Getty Images", Some("credit")),
            ("HOLM POINT (Reuters) —", Some("date line")),
            ("4:45 p.m.", Some("date line")),
            ("https://harbour.example/fire", Some("address")),
            ("© 2031 Harbour Gazette", Some("copyright")),
            ("Three people died.", None),
        ] {
            assert_eq!(of_block(block), reason, "{block}");
        }
    }

    #[test]
    fn prompts_are_furniture_and_claims_are_not() {
        assert!(of_sentence("Sign up for our newsletter to get the news first.", true).is_some());
        assert!(of_sentence("READ MORE: Harbour fire", true).is_some());
        assert!(of_sentence("Read more slowly, the minister told the court.", true).is_none());
        assert!(of_sentence("The port office will share this ship with the navy.", true).is_none());
    }
}
