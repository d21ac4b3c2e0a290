//! Reporting verbs in their forms: the cues of attribution.

use std::sync::LazyLock;

use super::Map;
use super::rows;
use crate::text::fold;

static TABLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/cues.tsv"));

static CUES: LazyLock<Map<String, &'static str>> = LazyLock::new(|| {
    let single = rows(TABLE).filter(|row| row.len() >= 2 && !row[0].contains(' '));
    single.map(|row| (fold(row[0]), row[1])).collect()
});

/// Verbs that need a *that* or a quotation to report anything: *the mayor called the police* reports nothing.
const WEAK: &[&str] = &[
    "add",
    "call",
    "continue",
    "note",
    "reply",
    "respond",
    "describe",
    "question",
    "cry",
    "order",
    "read",
    "post",
    "publish",
    "broadcast",
];

/// Whether a folded word is a form of a reporting verb.
pub fn is_cue(folded: &str) -> bool {
    CUES.contains_key(folded)
}

/// Whether a clause behind the verb is what is reported, without a quotation.
pub fn takes_clause(folded: &str) -> bool {
    CUES.get(folded).is_some_and(|lemma| !WEAK.contains(lemma))
}

/// Verbs whose subject thinks, wants, asks or acts, and tells nobody anything: what they govern rests on nobody's word.
const TELLS_NOTHING: &[&str] = &[
    "agree",
    "ask",
    "assume",
    "believe",
    "consider",
    "decide",
    "declare",
    "demand",
    "determine",
    "disagree",
    "doubt",
    "expect",
    "fear",
    "feel",
    "find",
    "guess",
    "hear",
    "hope",
    "inquire",
    "know",
    "label",
    "laugh",
    "learn",
    "order",
    "point",
    "praise",
    "propose",
    "query",
    "question",
    "read",
    "realize",
    "reckon",
    "recommend",
    "remember",
    "rule",
    "see",
    "speculate",
    "suspect",
    "think",
    "understand",
    "urge",
    "view",
    "want",
    "wish",
    "wonder",
    "worry",
    "dub",
    "snap",
];
/// Nouns with which a text is cited: *in a statement*, *the report's words*.
const CITED: &[&str] = &[
    "according",
    "account",
    "accounts",
    "announcement",
    "claim",
    "claims",
    "report",
    "reports",
    "statement",
    "statements",
    "testimony",
    "words",
];

/// Whether somebody tells something with this word of a cue.
pub fn tells(folded: &str) -> bool {
    CUES.get(folded).map_or_else(|| CITED.contains(&folded), |lemma| !TELLS_NOTHING.contains(lemma))
}
