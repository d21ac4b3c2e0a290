//! Phrases that are page furniture wherever they stand.

use std::sync::LazyLock;

use super::rows;

const TABLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/furniture.tsv"));

/// Where in a sentence a pattern must stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Starts,
    Contains,
    /// It is the whole sentence.
    Whole,
}

#[derive(Clone, Debug)]
pub struct Pattern {
    pub place: Place,
    /// Folded by [`fold`].
    pub text: String,
}

/// Every pattern, in the table's order.
pub fn patterns() -> &'static [Pattern] {
    &PATTERNS
}

/// Lower case, single spaces, plain apostrophes, no mark at the end.
pub fn fold(text: &str) -> String {
    let low = text.to_lowercase().replace(['’', '‘'], "'");
    let words: Vec<_> = low.split_whitespace().collect();
    words.join(" ").trim_matches(|c: char| ".!…[]()*_»«>→".contains(c)).trim().to_owned()
}

static PATTERNS: LazyLock<Vec<Pattern>> =
    LazyLock::new(|| rows(TABLE).filter_map(|row| pattern(&row)).collect());

fn pattern(row: &[&str]) -> Option<Pattern> {
    let place = match row.first()?.trim() {
        "starts" => Place::Starts,
        "contains" => Place::Contains,
        "whole" => Place::Whole,
        _ => return None,
    };
    Some(Pattern { place, text: fold(row.get(1)?) }).filter(|pattern| !pattern.text.is_empty())
}
