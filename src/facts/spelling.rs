//! One name, spelt in two ways.
//!
//! Two capitalised words that differ by a letter or two are one name where the same name, title or given name stands
//! beside them (*Jonna Velmarsen*, *Jonna Velmarson*), or where neither is a word or a name that the lists know. Two forms
//! that several documents both use are two names.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use super::{Disagreement, Event, Place, Reading};
use crate::lexicon::{grammar, names, wordnet};
use crate::model::DivergenceKind;
use crate::text::{Token, hash, is_headline_case, stem};

/// Names with fewer letters differ too easily; longer ones are no names, and would cost the square of their length.
const LETTERS: RangeInclusive<usize> = 4..=30;
/// From so many letters on two may differ, up to so many that leaving out each two stays cheap.
const LONG: RangeInclusive<usize> = 8..=20;
/// Forms that share all but a letter or two are looked at up to this many at once.
const MOST_ALIKE: usize = 40;

/// Where one form of a name stands, and what stands beside it.
#[derive(Default)]
struct Form {
    places: Vec<Place>,
    documents: BTreeSet<usize>,
    before: BTreeSet<String>,
    behind: BTreeSet<String>,
}

pub(super) fn compare(event: &Event) -> Vec<Disagreement> {
    let forms = forms(event);
    let mut found = Vec::new();
    for (x, y) in alike(&forms) {
        let (one, other) = (&forms[x], &forms[y]);
        if let Some(confidence) = same_name(x, one, y, other) {
            found.push(disagreement(event, one, other, confidence));
        }
    }
    found
}

/// Every capitalised word of the event that is no first word and stands in no line of capitals.
fn forms(event: &Event) -> BTreeMap<String, Form> {
    let mut forms: BTreeMap<String, Form> = BTreeMap::new();
    for (at, mention) in event.mentions.iter().enumerate() {
        let (text, tokens) = (event.text(at), &event.tokens[at]);
        if is_headline_case(text, tokens) {
            continue;
        }
        for (index, token) in tokens.iter().enumerate() {
            if !LETTERS.contains(&token.folded.chars().count()) || !is_name(text, tokens, index) {
                continue;
            }
            let form = forms.entry(token.folded.to_string()).or_default();
            form.places.push(Place { mention: at, span: token.span });
            form.documents.insert(mention.document);
            form.before.extend(neighbour(text, tokens, index, index.checked_sub(1)));
            form.behind.extend(neighbour(text, tokens, index, Some(index + 1)));
        }
    }
    forms
}

fn is_name(text: &str, tokens: &[Token], at: usize) -> bool {
    let word = tokens[at].span.of(text);
    let letters = word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’'));
    let shout = word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let opens = text[..tokens[at].span.start].trim_end_matches([' ', '\u{a0}']);
    let first = opens.is_empty()
        || opens.ends_with(['“', '"', '‘', '.', '!', '?', ':', '—', '–', '(', '\n', '•', '\'']);
    let joined = || neighbour(text, tokens, at, Some(at + 1)).is_some();
    tokens[at].is_capitalised(text) && letters && !shout && (!first || joined())
}

/// The capitalised word directly beside another, title or name.
fn neighbour(text: &str, tokens: &[Token], at: usize, other: Option<usize>) -> Option<String> {
    let other = other.filter(|&other| other < tokens.len())?;
    let (first, second) = (at.min(other), at.max(other));
    let gap = &text[tokens[first].span.end..tokens[second].span.start];
    let owner = ["'s", "’s", "s'", "s’"].iter().any(|&ending| tokens[first].span.of(text).ends_with(ending));
    let token = &tokens[other];
    let close = matches!(gap, " " | ". " | "-") && !owner && token.is_capitalised(text);
    (close && token.folded.chars().count() > 1 && !names::is_never(&token.folded))
        .then(|| token.folded.to_string())
}

/// Pairs of forms that differ by few letters, found by what is left when letters are left out (SymSpell's deletions, as
/// hashes in one sorted list: an event may hold a hundred thousand names).
fn alike(forms: &BTreeMap<String, Form>) -> BTreeSet<(&str, &str)> {
    let mut rests: Vec<(u64, &str)> = forms
        .keys()
        .flat_map(|form| rests(form).into_iter().map(move |rest| (rest, form.as_str())))
        .collect();
    rests.sort_unstable();
    let mut pairs = BTreeSet::new();
    for group in rests.chunk_by(|x, y| x.0 == y.0).filter(|group| group.len() <= MOST_ALIKE) {
        for (at, (_, x)) in group.iter().enumerate() {
            let others = group[at + 1..].iter().filter(|(_, y)| differ_little(x, y));
            pairs.extend(others.map(|&(_, y)| (*x, y)));
        }
    }
    pairs
}

/// Hashes of the form itself, and of it without each letter; of a long one without each two.
fn rests(form: &str) -> BTreeSet<u64> {
    let shorter = |form: &str| -> Vec<String> {
        form.char_indices().map(|(at, c)| [&form[..at], &form[at + c.len_utf8()..]].concat()).collect()
    };
    let mut all = vec![form.to_owned()];
    all.extend(shorter(form));
    if LONG.contains(&form.chars().count()) {
        let more: Vec<String> = all[1..].iter().flat_map(|form| shorter(form)).collect();
        all.extend(more);
    }
    all.iter().map(|rest| hash::fnv1a(rest.bytes())).collect()
}

fn differ_little(x: &str, y: &str) -> bool {
    let shorter = x.chars().count().min(y.chars().count());
    let most = if LONG.contains(&shorter) { 2 } else { 1 };
    x != y && strsim::osa_distance(x, y) <= most
}

/// How sure it is that two forms are spellings of one name; `None` where they may be two.
fn same_name(x: &str, one: &Form, y: &str, other: &Form) -> Option<f64> {
    // One a plural, a people or a feminine of the other: *Angel* and *Angels*, *Russia* and *Russian*.
    if x.starts_with(y) || y.starts_with(x) || both_used(one, other) {
        return None;
    }
    let word =
        |name: &str| grammar::is_function(name) || wordnet::knows(&stem(name)) && !names::is_given(name);
    let known = |name: &str| word(name) || names::is_place(&[name.to_owned()]) || names::is_given(name);
    if word(x) && word(y) || one_spelling(x) == one_spelling(y) {
        return None;
    }
    // *Holn* and *Holms*: the one is the other's plural, misspelt.
    let singular = |name: &str| name.trim_end_matches('s').to_owned();
    if x.ends_with('s') != y.ends_with('s') && strsim::osa_distance(&singular(x), &singular(y)) <= 1 {
        return None;
    }
    let family = shares(&one.behind, &other.behind);
    let beside = family || shares(&one.before, &other.before);
    let long = x.chars().count().min(y.chars().count()) >= 6;
    let close = strsim::osa_distance(x, y) <= 1;
    match (known(x), known(y)) {
        // *Christian* and *Christmas* are two words, whatever stands before them.
        (true, _) | (_, true) if !close && !family => None,
        (true, true) => family.then_some(0.7),
        _ if beside => Some(0.9),
        (false, false) => long.then_some(0.75),
        _ => None,
    }
}

/// A British spelling as American outlets write it, and an umlaut written out as the bare letter.
fn one_spelling(name: &str) -> String {
    name.replace("ue", "u")
        .replace("oe", "o")
        .replace("ae", "a")
        .replace("our", "or")
        .replace("centre", "center")
        .replace("theatre", "theater")
        .replace("isation", "ization")
}

fn shares(x: &BTreeSet<String>, y: &BTreeSet<String>) -> bool {
    x.intersection(y).any(|word| word.chars().count() > 2)
}

/// Several documents use both forms: they know two names.
fn both_used(one: &Form, other: &Form) -> bool {
    let both = one.documents.intersection(&other.documents).count();
    both > 1 && 2 * both >= one.documents.len().min(other.documents.len())
}

fn disagreement(event: &Event, one: &Form, other: &Form, confidence: f64) -> Disagreement {
    let reading = |form: &Form| {
        let first = form.places[0];
        Reading {
            value: bare_text(first.span.of(event.text(first.mention))).to_owned(),
            places: form.places.clone(),
        }
    };
    Disagreement {
        kind: DivergenceKind::Name,
        about: "spelling".to_owned(),
        confidence,
        a: reading(one),
        b: reading(other),
    }
}

fn bare_text(word: &str) -> &str {
    word.trim_end_matches("'s").trim_end_matches("’s")
}
