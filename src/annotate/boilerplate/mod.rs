//! Page furniture: bylines, credits, prompts. Part of the page, not of the story.
//!
//! A false alarm here loses a claim, a miss gives a false one in every outlet that prints the same
//! prompt. So a pattern speaks only about short stretches, and rules only about whole blocks.
//!
//! ```text
//!   Should Tarnby ban wood stoves? Vote in our poll.    every sentence a prompt or a question: the block goes
//!   Correction: An earlier version … We regret …        opens as a note on the page: the block goes
//!   The bank is closed. Follow her on Twitter.          the second sentence goes, the first stays
//! ```

mod byline;
mod credit;
mod position;

pub use position::mark as mark_by_position;
pub use repeated_outlet_line::mark as mark_repeated_outlet_lines;

use crate::lexicon::furniture::{self, Pattern, Place};
use crate::text::web_address::begins_address;

/// No pattern speaks about more words than this where it does not stand for its whole block.
const LONGEST: usize = 30;
/// A block that opens as furniture does: a wall of consent, a correction.
const LONGEST_BLOCK: usize = 100;
/// Words without a capital in names of people and outlets.
const SMALL: [&str; 10] = ["and", "of", "for", "in", "the", "de", "van", "von", "with", "und"];

/// The document's own outlet, whose name stands as `{outlet}` in patterns.
pub struct House {
    /// Longest first, folded.
    names: Vec<String>,
}

impl House {
    pub fn new(outlet: &str) -> Self {
        use crate::lexicon::outlets::{canonical, same_name_key};
        let listed = canonical(outlet).map(|entry| same_name_key(entry.name));
        let mut names: Vec<String> = listed.into_iter().chain([same_name_key(outlet)]).collect();
        names.retain(|name| name.len() >= SHORTEST_NAME);
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        House { names }
    }

    /// Folded as the patterns are, with `{outlet}` in the place of the outlet's name.
    fn fold(&self, text: &str) -> String {
        let folded = furniture::fold(text);
        let name = self.names.iter().find(|name| folded.contains(name.as_str()));
        let Some(name) = name else { return folded };
        folded.replace(&format!("the {name}"), "{outlet}").replace(name.as_str(), "{outlet}")
    }
}

/// A shorter name stands inside too many words.
const SHORTEST_NAME: usize = 5;

/// Why a whole block is furniture, given its sentences.
pub fn of_block(block: &str, sentences: &[&str], house: &House) -> Option<&'static str> {
    let words = block.split_whitespace().take(LONGEST_BLOCK + 1).count();
    let ruled = match words {
        0..=14 if byline::is_byline(block) => Some("byline"),
        0..=8 if byline::is_role(block) => Some("byline"),
        0..=14 if is_date(block) => Some("date line"),
        0..=6 if block.split_whitespace().all(is_address) => Some("address"),
        0..=LONGEST if credit::is_credit(block) => Some("credit"),
        0..=10 if credit::is_agency_credit(block) => Some("credit"),
        0..=8 if is_place_line(block) => Some("date line"),
        0..=LONGEST if is_copyright(block) => Some("copyright"),
        _ if words > LONGEST_BLOCK => return None,
        _ if credit::is_caption(block) => Some("caption"),
        _ => None,
    };
    ruled.or_else(|| opens_as_furniture(block, sentences, house)).or_else(|| only_prompts(sentences, house))
}

/// A note on the page: its first words or its first sentence say so.
fn opens_as_furniture(block: &str, sentences: &[&str], house: &House) -> Option<&'static str> {
    let (whole, first) = (house.fold(block), house.fold(sentences.first()?));
    let opens = |pattern: &Pattern| pattern.place == Place::Block && pattern.opens(&whole);
    let closes = |pattern: &Pattern| pattern.place == Place::Ends && pattern.closes(&first);
    let found = furniture::found_in(&whole).any(opens) || furniture::found_in(&first).any(closes);
    found.then_some("note on the page")
}

/// Every sentence is a prompt, or a question that leads to one.
fn only_prompts(sentences: &[&str], house: &House) -> Option<&'static str> {
    let reason = |sentence: &&str| of_sentence(sentence, true, house);
    let last = reason(sentences.last()?);
    let all = || sentences.iter().all(|one| one.ends_with('?') || reason(one).is_some());
    last.filter(|_| all())
}

/// Why a sentence is furniture; `alone` when nothing else stands in its block.
pub fn of_sentence(sentence: &str, alone: bool, house: &House) -> Option<&'static str> {
    let words = sentence.split_whitespace().take(LONGEST_BLOCK + 1).count();
    if words > LONGEST_BLOCK || words > LONGEST && !alone {
        return None;
    }
    if credit::is_embed(sentence) || credit::is_reporting_note(sentence) || credit::is_short_credit(sentence)
    {
        return Some("credit");
    }
    if sentence.starts_with('©') {
        return Some("copyright");
    }
    let folded = house.fold(sentence);
    let hit = |pattern: &Pattern| match pattern.place {
        Place::Starts => alone && pattern.opens(&folded),
        Place::Contains => words <= LONGEST && pattern.stands_in(&folded),
        Place::Whole => folded == pattern.text,
        Place::Block | Place::Ends => false,
    };
    furniture::found_in(&folded).any(hit).then_some("page furniture")
}

/// `© 2031 Harbour Gazette`, `(c) Northlight 2031`.
fn is_copyright(block: &str) -> bool {
    let low = block.to_lowercase();
    let dated = low.contains(|c: char| c.is_ascii_digit());
    low.starts_with(['©', '®']) || dated && (low.starts_with("(c)") || low.starts_with("copyright"))
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
    use crate::lexicon::calendar::{DAYS, MONTHS};
    MONTHS
        .iter()
        .chain(DAYS)
        .any(|name| *name == word || word.len() >= 3 && word.len() <= 4 && name.starts_with(word))
}

fn is_clock(word: &str) -> bool {
    ["a.m", "p.m", "am", "pm", "est", "edt", "et", "gmt", "utc", "pst", "pdt", "bst", "cet"].contains(&word)
}

/// A web or mail address, a handle or a tag.
fn is_address(word: &str) -> bool {
    word.contains("://")
        || begins_address(word)
        || word.starts_with(['@', '#']) && word.len() > 1
        || word.contains('@') && word.contains('.')
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

    fn block(text: &str) -> Option<&'static str> {
        let sentences: Vec<&str> =
            crate::text::sentences(text).into_iter().map(|span| span.of(text)).collect();
        of_block(text, &sentences, &House::new("Harbour Gazette"))
    }

    #[test]
    fn furniture_is_named() {
        for (text, reason) in [
            ("By Ada Venn and Tom Holt, Staff Writers", Some("byline")),
            ("By Ada Venn | Harbour Gazette", Some("byline")),
            ("By Monday the port was open.", None),
            ("Ada Venn, Shipping Correspondent", Some("byline")),
            ("Published 4 March 2031, 6:10 p.m. GMT", Some("date line")),
            ("March 4, 2031", Some("date line")),
            ("May 4 people sailed", None),
            ("Photo: Ada Venn / Harbour Gazette", Some("credit")),
            ("(Reporting by Ada Venn; editing by Tom Holt)", Some("credit")),
            ("Ada Venn/Northlight/Getty Images", Some("credit")),
            ("A boat at the quay. (Ada Venn/Harbour Gazette)", Some("caption")),
            ("The senator (R/Texas) sailed.", None),
            ("He took a photo by the quay at dawn.", None),
            ("HOLM POINT (Reuters) —", Some("date line")),
            ("4:45 p.m.", Some("date line")),
            ("https://harbour.example/fire", Some("address")),
            ("© 2031 Harbour Gazette", Some("copyright")),
            ("Three people died.", None),
            ("Is the ferry safe? Nobody knows.", None),
            ("Is the ferry safe? Tell us what you think.", Some("page furniture")),
            ("Correction: The ship is 31 metres long. We regret the error.", Some("note on the page")),
            ("The Harbour Gazette is published by Harbour Media.", Some("page furniture")),
            ("The Point Ledger is published by Ledger Media.", None),
        ] {
            assert_eq!(block(text), reason, "{text}");
        }
    }

    #[test]
    fn prompts_are_furniture_and_claims_are_not() {
        let furniture =
            |text: &str, alone| of_sentence(text, alone, &House::new("Harbour Gazette")).is_some();
        for prompt in [
            "Sign up for our newsletter to get the news first.",
            "READ MORE: Harbour fire",
            "Follow the Harbour Gazette on Facebook.",
            "— Skerry Wardens (@skerrywardens) March 4, 2031",
            "Ada Venn reported from Holm Point and Tom Holt from Tarnby.",
            "Image: Northlight.",
        ] {
            assert!(furniture(prompt, true), "{prompt}");
        }
        for claim in [
            "Read more slowly, the minister told the court.",
            "The port office will share this ship with the navy.",
            "Two leaks were reported from Skerry Bank.",
            "Shots were reported from Tarnby.",
        ] {
            assert!(!furniture(claim, true), "{claim}");
        }
    }
}
pub(crate) mod repeated_outlet_line;
