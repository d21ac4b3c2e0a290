//! Lines that name their outlet: `Harbour Gazette: Port shut after fire`.
//!
//! A label counts as an outlet when it is on the list of outlets, is called one in the text, or is
//! followed by a headline and stands in a run of such lines. `Who was there:` never does.

use super::voice::{Voices, sounds_like_outlet};
use super::{Claim, Page, inside};
use crate::annotate::segment::markup::Prefix;
use crate::annotate::segment::paragraphs::Block;
use crate::lexicon::outlets::canonical;
use crate::model::{Sentence, Span};

/// A label at a block's beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label<'a> {
    pub name: &'a str,
    /// How long the label is with its separator; the rest of the block is the headline.
    pub length: usize,
    /// The whole block is a heading that names an outlet: what follows is its coverage.
    pub heading: bool,
}

const SEPARATORS: [&str; 6] = [": ", " — ", " – ", " | ", " - ", " -- "];

/// The label at the beginning of a line, by its looks alone.
pub fn part(line: &str) -> Option<Label<'_>> {
    let (at, separator) = SEPARATORS
        .iter()
        .filter_map(|sign| head(line).find(sign).map(|at| (at, *sign)))
        .min_by_key(|(at, _)| *at)?;
    let end = at + separator.len();
    let length = end + line[end..].len() - line[end..].trim_start_matches([' ', '*', '_']).len();
    let name = clean(&line[..at]);
    let rest = &line[length..];
    let opens = rest.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || "“‘\"'«„[$€£".contains(c));
    (is_name(name) && opens).then_some(Label { name, length, heading: false })
}

/// The labels that count, one place a block.
pub fn labels<'a>(text: &'a str, blocks: &[Block], voices: &Voices) -> Vec<Option<Label<'a>>> {
    let mut labels: Vec<_> = blocks.iter().map(|block| looks(text, block)).collect();
    let runs = runs(text, blocks, &labels);
    for (index, label) in labels.iter_mut().enumerate() {
        let known = label.is_some_and(|label| is_known(label, &blocks[index], text, voices));
        if !known && !runs[index] {
            *label = None;
        }
    }
    labels
}

/// The labelled lines, and what stands below headings that name an outlet.
pub fn claims(page: &Page, sentences: &[Sentence], voices: &Voices) -> Vec<Claim> {
    let mut claims = Vec::new();
    for (index, (block, label)) in page.blocks.iter().zip(page.labels).enumerate() {
        let Some(label) = label else { continue };
        let end = if label.heading { section_end(page, index) } else { block.span.end };
        let (first, end) = inside(sentences, Span::new(block.span.start, end.max(block.span.start)));
        let voice = voices.likely(label.name).unwrap_or_else(|| super::voice::shown(label.name));
        claims.push(Claim { voice, first, end, lead: None });
    }
    claims
}

/// A heading's section ends at the next heading; without headings in Markdown, at the next label.
fn section_end(page: &Page, index: usize) -> usize {
    let later = page.blocks[index + 1..].iter().zip(&page.labels[index + 1..]);
    let mut inner = later
        .take_while(|(block, label)| block.prefix != Prefix::Heading && !label.is_some_and(|l| l.heading));
    inner.by_ref().last().map_or(page.blocks[index].span.end, |(block, _)| block.span.end)
}

fn looks<'a>(text: &'a str, block: &Block) -> Option<Label<'a>> {
    let line = block.span.of(text);
    let whole = line.trim_end_matches(['*', '_', '#', ':', ' ']);
    let bold = line.ends_with("**") || line.ends_with("**:");
    match block.prefix == Prefix::Heading || bold {
        true if part(line).is_none() && is_name(whole) => {
            Some(Label { name: clean(whole), length: line.len(), heading: true })
        }
        _ => part(line),
    }
}

fn is_known(label: Label, block: &Block, text: &str, voices: &Voices) -> bool {
    let rest = &block.span.of(text)[label.length..];
    let known = voices.outlet(label.name).is_some();
    match label.heading {
        true => known || sounds_like_outlet(label.name),
        false => known && rest.split_whitespace().count() >= 3,
    }
}

/// Which blocks stand in a run of at least two labelled headlines, one of them at least named like an
/// outlet, or of at least three.
fn runs(text: &str, blocks: &[Block], labels: &[Option<Label>]) -> Vec<bool> {
    let mut runs = vec![false; blocks.len()];
    let mut start = 0;
    while start < blocks.len() {
        let headlines = labels[start..].iter().zip(&blocks[start..]);
        let length = headlines
            .take_while(|(label, block)| label.is_some_and(|label| has_headline(text, block, label)))
            .count();
        let names = || labels[start..start + length].iter().flatten().map(|label| label.name);
        let outlets = names().filter(|name| sounds_like_outlet(name)).count();
        if (length >= 2 && outlets >= 1 || length >= 3) && !is_interview(names()) {
            runs[start..start + length].fill(true);
        }
        start += length.max(1);
    }
    runs
}

/// The same speakers over and over.
fn is_interview<'a>(names: impl Iterator<Item = &'a str>) -> bool {
    let names: Vec<_> = names.collect();
    let mut distinct = names.clone();
    distinct.sort_unstable();
    distinct.dedup();
    distinct.len() * 3 <= names.len() * 2
}

/// What follows the label reads like a headline: one line of some words, no full stop.
fn has_headline(text: &str, block: &Block, label: Label) -> bool {
    let rest = block.span.of(text)[label.length..].trim_end_matches(['*', '_', ' ', '”', '"', '’', '\'']);
    let commas = rest.matches(", ").count();
    (4..=30).contains(&rest.split_whitespace().count())
        && !rest.ends_with(['.', ';', ':'])
        && commas <= 2
        && !label.heading
}

/// Some words that all look like parts of a name.
fn is_name(name: &str) -> bool {
    const SMALL: [&str; 9] = ["of", "the", "and", "de", "la", "le", "for", "in", "&"];
    let name = clean(name);
    let first = name.split_whitespace().next().unwrap_or("").to_lowercase();
    let word = |word: &str| {
        word.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
            || SMALL.contains(&word)
            || word.contains(".")
    };
    let words = name.split_whitespace().count();
    (1..=6).contains(&words)
        && name.chars().any(char::is_alphabetic)
        && !name.ends_with(['.', '?', '!', ','])
        && (!is_dated(name) || canonical(name).is_some())
        && !name.contains(['“', '”', '"'])
        && !LEADS.contains(&first.as_str())
        && name.split_whitespace().all(word)
}

/// `June 9`, `Path 2`, `Part A`: places in a list, not names; an address or a channel has its own look.
fn is_dated(name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or(name);
    name.contains(' ')
        && (last.chars().count() == 1 || last.chars().all(|c| c.is_ascii_digit()) && last.len() <= 2)
}

/// Words that open a question or a fact box.
const LEADS: [&str; 44] = [
    "who",
    "what",
    "when",
    "where",
    "why",
    "how",
    "which",
    "date",
    "time",
    "place",
    "venue",
    "location",
    "cost",
    "price",
    "tickets",
    "phone",
    "email",
    "address",
    "photo",
    "image",
    "video",
    "picture",
    "caption",
    "credit",
    "source",
    "note",
    "update",
    "updated",
    "correction",
    "published",
    "posted",
    "read",
    "related",
    "more",
    "watch",
    "listen",
    "see",
    "also",
    "killed",
    "injured",
    "q",
    "a",
    "breaking",
    "live",
];

fn clean(name: &str) -> &str {
    let name = name.trim_matches(|c: char| matches!(c, '*' | '_' | '[' | ']' | '#' | ' ' | ':' | '('));
    let name = name.split_once("](").map_or(name, |(name, _)| name);
    ["From ", "Via ", "Per "].iter().find_map(|lead| name.strip_prefix(lead)).unwrap_or(name).trim()
}

/// Labels are short: no further is looked.
fn head(line: &str) -> &str {
    let end = (0..=80.min(line.len())).rev().find(|&at| line.is_char_boundary(at));
    &line[..end.unwrap_or(0)]
}
