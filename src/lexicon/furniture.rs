//! Phrases that are page furniture wherever they stand.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::rows;

const TABLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/furniture.tsv"));

/// Where a pattern must stand, and what is furniture then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A sentence that fills its block begins with it.
    Starts,
    /// Anywhere in a sentence.
    Contains,
    /// It is the whole sentence.
    Whole,
    /// A block begins with it; all of the block is furniture.
    Block,
    /// A block's first sentence ends with it; all of the block is furniture.
    Ends,
}

#[derive(Clone, Debug)]
pub struct Pattern {
    pub place: Place,
    /// Folded by [`fold`].
    pub text: String,
    /// What must stand somewhere behind it: `follow … on facebook`.
    pub later: Option<String>,
}

impl Pattern {
    /// Whether the folded text begins with the pattern.
    pub fn opens(&self, folded: &str) -> bool {
        folded.strip_prefix(&self.text).is_some_and(|rest| self.goes_on(rest))
    }

    /// Whether the pattern stands anywhere in the folded text.
    pub fn stands_in(&self, folded: &str) -> bool {
        folded.split_once(&self.text).is_some_and(|(_, rest)| self.goes_on(rest))
    }

    fn goes_on(&self, rest: &str) -> bool {
        self.later.as_ref().is_none_or(|later| rest.contains(later))
    }

    /// Whether the folded text ends with the pattern.
    pub fn closes(&self, folded: &str) -> bool {
        let (first, last) = match &self.later {
            Some(later) => (self.text.as_str(), later),
            None => ("", &self.text),
        };
        folded.strip_suffix(last).is_some_and(|head| head.contains(first))
    }
}

/// The patterns whose words stand somewhere in the folded text; whether they stand where they must is yet to be asked.
pub fn found_in(folded: &str) -> impl Iterator<Item = &'static Pattern> {
    SEARCH.find_overlapping_iter(folded).map(|found| &PATTERNS[found.pattern().as_usize()])
}

/// Lower case, single spaces, plain apostrophes, no mark at the end; a label's `|` counts as a colon.
pub fn fold(text: &str) -> String {
    let low = text.to_lowercase().replace(['’', '‘'], "'");
    let words: Vec<_> = low.split_whitespace().collect();
    let labelled = words.join(" ").replace(" |", ":").replace(" :", ":");
    labelled.trim_matches(|c: char| ".!…[]()*_»«>→".contains(c)).trim().to_owned()
}

static PATTERNS: LazyLock<Vec<Pattern>> =
    LazyLock::new(|| rows(TABLE).filter_map(|row| pattern(&row)).collect());

/// All patterns in one pass (Aho & Corasick 1975): this is asked of every sentence.
static SEARCH: LazyLock<AhoCorasick> = LazyLock::new(|| {
    AhoCorasick::new(PATTERNS.iter().map(|pattern| &pattern.text)).expect("the patterns are few and short")
});

pub(super) fn load() {
    LazyLock::force(&SEARCH);
}

fn pattern(row: &[&str]) -> Option<Pattern> {
    let place = match row.first()?.trim() {
        "starts" => Place::Starts,
        "contains" => Place::Contains,
        "whole" => Place::Whole,
        "block" => Place::Block,
        "ends" => Place::Ends,
        _ => return None,
    };
    let (text, later) = match row.get(1)?.split_once('…') {
        Some((text, later)) => (text, Some(fold(later))),
        None => (*row.get(1)?, None),
    };
    Some(Pattern { place, text: fold(text), later }).filter(|pattern| !pattern.text.is_empty())
}
