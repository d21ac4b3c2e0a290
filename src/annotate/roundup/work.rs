//! Books, reports and films that speak: `a new book, Saltwater: Inside the Harbour Deal`.

use super::{Claim, Page};
use crate::model::Sentence;

const KINDS: [&str; 7] = ["book", "memoir", "biography", "documentary", "report", "novel", "study"];

/// A work that the text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Work {
    /// `book`, `report` …
    pub kind: &'static str,
    /// Without its sub-title.
    pub title: String,
}

/// A document names few works; what comes later is not looked at.
const MOST: usize = 20;

/// The titles that the text introduces as works, short forms, in order: `Saltwater`.
pub fn works(text: &str) -> Vec<Work> {
    let mut works: Vec<Work> = Vec::new();
    for kind in KINDS {
        for (at, _) in text.match_indices(kind) {
            let starts_word = !text[..at].ends_with(char::is_alphanumeric);
            let title = title(&text[at + kind.len()..]).filter(|_| starts_word && is_introduced(&text[..at]));
            let work = title.map(|title| Work { kind, title });
            works.extend(work.filter(|work| works.len() < MOST && !works.contains(work)));
        }
    }
    works
}

/// The work that `the book`, `the new memoir`, `the report` means, when one is named at all.
pub fn called(phrase: &str, works: &[Work]) -> Option<String> {
    let mut words = phrase.split_whitespace();
    let article = words.next().is_some_and(|word| matches!(word, "the" | "The" | "their" | "his" | "her"));
    let kind = words.next_back().filter(|_| article && words.count() <= 1)?;
    works.iter().find(|work| work.kind == kind).map(|work| work.title.clone())
}

/// Sentences that say what the named work says: `The book tells it otherwise.`
pub fn claims(page: &Page, sentences: &[Sentence], works: &[Work]) -> Vec<Claim> {
    let speaks = |sentence: &Sentence| speaker(sentence.span.of(page.text), works);
    let found = sentences.iter().enumerate().filter_map(|(index, sentence)| Some((index, speaks(sentence)?)));
    found.map(|(index, voice)| Claim { voice, first: index, end: index + 1, lead: None }).collect()
}

fn speaker(sentence: &str, works: &[Work]) -> Option<String> {
    const STATES: [&str; 8] = ["is", "was", "has", "does", "comes", "costs", "sells", "appears"];
    let mut words = sentence.split_whitespace();
    let (article, kind, verb) = (words.next()?, words.next()?, words.next()?);
    let speaks = verb.len() > 3
        && verb.ends_with('s')
        && verb.chars().all(char::is_lowercase)
        && !STATES.contains(&verb);
    called(&format!("{article} {kind}"), works).filter(|_| article == "The" && speaks)
}

/// `a new`, `his second`: a work that is only now introduced, and so may be followed by its title.
fn is_introduced(before: &str) -> bool {
    const ARTICLES: [&str; 9] = ["a", "an", "new", "his", "her", "their", "its", "the", "latest"];
    tail(before).split_whitespace().rev().take(3).any(|word| ARTICLES.contains(&word.to_lowercase().as_str()))
}

/// The capitalised words behind the work's kind, up to the sub-title.
fn title(rest: &str) -> Option<String> {
    let rest = head(rest);
    let opened = rest.trim_start_matches([',', '”', '"', '“', ' ', '\u{a0}', '‘', '*', '_', '’', '\'']);
    let marks = &rest[..rest.len() - opened.len()];
    let named =
        ["called ", "titled ", "entitled ", "named "].iter().find_map(|lead| opened.strip_prefix(lead));
    let body = named.unwrap_or(opened).trim_start_matches(['“', '"', '‘', '*', '_']);
    let marked = named.is_some() || marks.contains(['“', '”', '"', '‘', '*', '_']);
    let end = title_end(body);
    let ends_well = marked || body[end..].starts_with(':');
    (ends_well && !marks.is_empty() && end >= 3).then(|| body[..end].to_owned())
}

/// Where the run of capitalised words ends.
fn title_end(body: &str) -> usize {
    const SMALL: [&str; 8] = ["of", "the", "and", "in", "a", "to", "for", "on"];
    let (mut end, mut at) = (0, 0);
    for word in body.split_inclusive(' ').take(8) {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        let high = bare.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
        let small = SMALL.contains(&bare) && bare.len() == word.trim_end().len();
        if !(high || small) {
            break;
        }
        if high {
            end = at + bare.len();
        }
        if bare.len() < word.trim_end().len() {
            break;
        }
        at += word.len();
    }
    end
}

fn tail(text: &str) -> &str {
    let start = (text.len().saturating_sub(60)..=text.len()).find(|&at| text.is_char_boundary(at));
    &text[start.unwrap_or(text.len())..]
}

fn head(text: &str) -> &str {
    let end = (0..=120.min(text.len())).rev().find(|&at| text.is_char_boundary(at));
    &text[..end.unwrap_or(0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_found_where_works_are_introduced() {
        for (text, expected) in [
            ("It comes from a new book, Saltwater: Inside the Harbour Deal, by Ada Venn.", vec!["Saltwater"]),
            ("His memoir, “The Long Quay,” is out.", vec!["The Long Quay"]),
            ("a documentary called Night on the Pier.", vec!["Night on the Pier"]),
            ("In the book, Venn said nothing.", vec![]),
            ("They booked a report by Ada Venn.", vec![]),
        ] {
            let titles: Vec<_> = works(text).into_iter().map(|work| work.title).collect();
            assert_eq!(titles, expected, "{text}");
        }
    }
}
