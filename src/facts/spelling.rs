//! One name, spelt in two ways.
//!
//! Two capitalised words that differ by a letter or two are one name where the same name, title or given name stands
//! beside them (*Latonya Brown*, *Latoya Brown*), or where neither is a word or a name that anybody knows. Words that
//! one outlet uses both, each by itself, are two names.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Disagreement, Event, Place, Reading};
use crate::lexicon::{grammar, names, wordnet};
use crate::model::DivergenceKind;
use crate::text::{Token, stem};

/// Names with fewer letters differ too easily.
const SHORTEST: usize = 4;
/// From so many letters on two may differ.
const LONG: usize = 8;
/// Forms that share all but a letter or two are looked at up to this many at once.
const MOST_ALIKE: usize = 40;

/// Where one form of a name stands, and what stands beside it.
#[derive(Default)]
struct Form {
    places: Vec<Place>,
    outlets: BTreeSet<usize>,
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
        if capitals_tell_nothing(text, tokens) {
            continue;
        }
        for (index, token) in tokens.iter().enumerate() {
            let name = bare(&token.folded);
            if !is_name(text, tokens, index) || name.chars().count() < SHORTEST {
                continue;
            }
            let form = forms.entry(name.to_owned()).or_default();
            form.places.push(Place { mention: at, span: token.span });
            form.outlets.insert(mention.outlet);
            form.documents.insert(mention.document);
            form.before.extend(neighbour(text, tokens, index, index.checked_sub(1)));
            form.behind.extend(neighbour(text, tokens, index, Some(index + 1)));
        }
    }
    forms
}

fn bare(folded: &str) -> &str {
    folded.trim_end_matches("'s").trim_end_matches("’s").trim_end_matches(['\'', '’'])
}

fn capitals_tell_nothing(text: &str, tokens: &[Token]) -> bool {
    let longer = tokens.iter().filter(|token| token.span.len() > 3 && !token.is_numeric());
    let capital = longer.clone().filter(|token| token.is_capitalised(text)).count();
    capital * 10 >= longer.count() * 7
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
    let owner = tokens[first].folded.ends_with("'s") || tokens[first].folded.ends_with("’s");
    let token = &tokens[other];
    let close = matches!(gap, " " | ". " | "-") && !owner && token.is_capitalised(text);
    (close && token.folded.chars().count() > 1 && !names::is_never(&token.folded))
        .then(|| bare(&token.folded).to_owned())
}

/// Pairs of forms that differ by few letters, found by what is left when letters are left out (SymSpell's deletions).
fn alike(forms: &BTreeMap<String, Form>) -> BTreeSet<(&str, &str)> {
    let mut by_rest: HashMap<String, Vec<&str>> = HashMap::new();
    for form in forms.keys() {
        for rest in rests(form) {
            by_rest.entry(rest).or_default().push(form);
        }
    }
    let mut pairs = BTreeSet::new();
    for group in by_rest.values().filter(|group| group.len() <= MOST_ALIKE) {
        for (at, &x) in group.iter().enumerate() {
            pairs.extend(
                group[at + 1..].iter().filter(|&&y| differ_little(x, y)).map(|&y| (x.min(y), x.max(y))),
            );
        }
    }
    pairs
}

/// The form itself, and without each letter; of a long one without each two.
fn rests(form: &str) -> BTreeSet<String> {
    let shorter = |form: &str| -> Vec<String> {
        form.char_indices().map(|(at, c)| [&form[..at], &form[at + c.len_utf8()..]].concat()).collect()
    };
    let mut all: BTreeSet<String> = shorter(form).into_iter().collect();
    if (LONG..=20).contains(&form.chars().count()) {
        let more: Vec<String> = all.iter().flat_map(|form| shorter(form)).collect();
        all.extend(more);
    }
    all.insert(form.to_owned());
    all
}

fn differ_little(x: &str, y: &str) -> bool {
    let shorter = x.chars().count().min(y.chars().count());
    let most = if shorter >= LONG { 2 } else { 1 };
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
    if word(x) && word(y) || american(x) == american(y) {
        return None;
    }
    // *Holm* and *Holms* are no two spellings, nor are *Holn* and *Holms*.
    let singular = |name: &str| name.trim_end_matches('s').to_owned();
    if x.ends_with('s') != y.ends_with('s') && strsim::osa_distance(&singular(x), &singular(y)) <= 1 {
        return None;
    }
    let family = shares(&one.behind, &other.behind);
    let beside = family || shares(&one.before, &other.before);
    let long = x.chars().count().min(y.chars().count()) >= 6;
    match (known(x), known(y)) {
        (true, true) => family.then_some(0.7),
        _ if beside => Some(0.9),
        (false, false) => long.then_some(0.75),
        _ => None,
    }
}

/// *Technicolour* as American outlets write it.
fn american(name: &str) -> String {
    name.replace("our", "or")
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
        rule: "two spellings of a name with the same name or title beside it",
        a: reading(one),
        b: reading(other),
    }
}

fn bare_text(word: &str) -> &str {
    word.trim_end_matches("'s").trim_end_matches("’s")
}
