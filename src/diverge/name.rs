//! Another name in the same role: Captain Ekdal here, Captain Lindahl there.
//!
//! Only sure slots: the two names stand in the same place of sentences otherwise alike, and neither occurs on the
//! other side. Surname and full name, initials, acronyms and spellings of one name are one; a place inside another is
//! only told more finely.

use super::pairing::{common_ground, explain_quiet, joined, surroundings, unmatched};
use super::{Detector, Pair, Report, evidence};
use crate::lexicon::{aliases, cues, frequency, names, near, nicknames, places, wordnet};
use crate::model::{DivergenceKind, Fact, FactKind, Finding, Reading};
use crate::part::Part;

/// Spellings at least so alike are one name.
const SPELLING: f64 = 0.9;
/// Bytes of a name that is compared letter by letter.
const LONGEST: usize = 200;
/// A name may be clipped to so many letters: `Alex`, not `Al`.
const SHORTEST_CLIP: usize = 3;

pub struct Names;
pub struct Places;

impl Part for Names {
    fn name(&self) -> &'static str {
        "name"
    }

    fn about(&self) -> &'static str {
        "Another name in the same role"
    }
}

impl Detector for Names {
    fn kind(&self) -> DivergenceKind {
        DivergenceKind::Name
    }

    fn detect(&self, pair: &Pair, report: &mut Report) {
        detect(pair, self.kind(), report);
    }
}

impl Part for Places {
    fn name(&self) -> &'static str {
        "place"
    }

    fn about(&self) -> &'static str {
        "Another place in the same role"
    }
}

impl Detector for Places {
    fn kind(&self) -> DivergenceKind {
        DivergenceKind::Place
    }

    fn detect(&self, pair: &Pair, report: &mut Report) {
        detect(pair, self.kind(), report);
    }
}

fn detect(pair: &Pair, kind: DivergenceKind, report: &mut Report) {
    let (a, b) = (named(pair.a.facts), named(pair.b.facts));
    let all = (a.clone(), b.clone());
    let (a, b) = unmatched(pair, &a, &b, same_name);
    let (a, b): (Vec<&Fact>, Vec<&Fact>) = (
        a.into_iter()
            .filter(|fact| !is_code(fact) && !stands_in(fact, &pair.b, &open(pair, &pair.slots.to_a)))
            .collect(),
        b.into_iter()
            .filter(|fact| !is_code(fact) && !stands_in(fact, &pair.a, &open(pair, &pair.slots.to_b)))
            .collect(),
    );
    let is_place = |fact: &Fact| fact.kind == FactKind::Place;
    for (x, y, confidence) in joined(&a, &b, |x, y| sure(pair, x, y)) {
        let found = if is_place(x) && is_place(y) { DivergenceKind::Place } else { DivergenceKind::Name };
        if found == kind {
            report.found(Finding {
                kind,
                a: evidence(x),
                b: evidence(y),
                about: title(pair, x),
                confidence,
                rule: "two names in the same place of sentences otherwise alike, neither of them on the other side",
            });
        }
    }
    if kind == DivergenceKind::Place && report.findings.iter().all(|finding| finding.kind != kind) {
        venues(pair, &a, &b, report);
    }
    // Names and places are looked at together; it is told once.
    if kind == DivergenceKind::Name {
        explain_quiet(report, kind, (&all.0, &all.1), |x, y| same_name(x, y) || one_inside(x, y));
    }
}

/// *The rally in Norvik* and *the Halvik rally*: one event, however the sentences around it are worded, in two places.
fn venues(pair: &Pair, a: &[&Fact], b: &[&Fact], report: &mut Report) {
    let (a, b) = (held(&pair.a, a), held(&pair.b, b));
    let ([(x, event)], [(y, other)]) = (&a[..], &b[..]) else { return };
    let known = x.kind == FactKind::Place || y.kind == FactKind::Place;
    let one = pair.a.tokens[*event].stem == pair.b.tokens[*other].stem;
    let same = surroundings(pair, x, y).max(common_ground(pair)) >= SAME_EVENT;
    if known && one && same && !same_name(x, y) && !one_inside(x, y) {
        report.found(Finding {
            kind: DivergenceKind::Place,
            a: evidence(x),
            b: evidence(y),
            about: pair.a.tokens[*event].folded.to_string(),
            confidence: 0.6,
            rule: "one event in two places",
        });
    }
}

/// How much of what stands around the two places, or of the shorter sentence, must be the same for the event to be.
const SAME_EVENT: f64 = 0.5;

/// Names that tell where an event was, with the word for it.
fn held<'a>(side: &super::Side, facts: &[&'a Fact]) -> Vec<(&'a Fact, usize)> {
    let is_event = |at: usize| {
        side.tokens.get(at).is_some_and(|token| EVENTS.contains(&token.folded.trim_end_matches("'s")))
    };
    let at = |at: usize| side.tokens.get(at).map(|token| token.folded.as_str()).unwrap_or_default();
    let event = |fact: &Fact| {
        let (from, to) = fact.tokens;
        let within = from >= 2 && ["in", "at", "near"].contains(&at(from - 1)) && is_event(from - 2);
        let before = is_event(to) && fact.kind == FactKind::Place
            || is_event(to) && from >= 1 && ["the", "a", "that", "this"].contains(&at(from - 1));
        if within { Some(from - 2) } else { before.then_some(to) }
    };
    facts.iter().filter_map(|fact| Some((*fact, event(fact)?))).collect()
}

/// Words for what happens in one place at one time.
const EVENTS: &[&str] = &[
    "accident",
    "attack",
    "blast",
    "blaze",
    "bombing",
    "ceremony",
    "collision",
    "concert",
    "conference",
    "crash",
    "debate",
    "demonstration",
    "derailment",
    "event",
    "explosion",
    "fair",
    "festival",
    "fire",
    "fundraiser",
    "funeral",
    "hearing",
    "march",
    "match",
    "meeting",
    "parade",
    "protest",
    "race",
    "raid",
    "rally",
    "riot",
    "robbery",
    "shooting",
    "speech",
    "summit",
    "talks",
    "trial",
    "wedding",
];

fn named(facts: &[Fact]) -> Vec<&Fact> {
    facts.iter().filter(|fact| matches!(fact.reading, Reading::Name(_))).collect()
}

fn words(fact: &Fact) -> &[String] {
    match &fact.reading {
        Reading::Name(words) => words,
        Reading::Number(_) | Reading::Time(_) | Reading::Negation { .. } | Reading::Modality { .. } => &[],
    }
}

/// *Africa* and *Zimbabwe*, *Berlin* and *Germany*.
fn one_inside(x: &Fact, y: &Fact) -> bool {
    places::one_inside(&plain(x).join(" "), &plain(y).join(" "))
}

fn same_name(x: &Fact, y: &Fact) -> bool {
    let place = [x, y].iter().any(|fact| fact.kind == FactKind::Place);
    let (x, y) = (&plain(x)[..], &plain(y)[..]);
    if aliases::same_place(&x.join(" "), &y.join(" ")) || same_rest(x, y) || one_of_both(x, y) {
        return true;
    }
    if !place && halves(x, y) {
        return true;
    }
    if other_person(x, y) || other_numeral(x, y) {
        return false;
    }
    let last = |words: &[String]| words.last().cloned().unwrap_or_default();
    if x.len() > 1 && y.len() > 1 && x.last() != y.last() && !spelt_alike(&last(x), &last(y)) {
        // Two full names with one word in common are two people of one family, or one street and another.
        return acronym(x, y)
            || acronym(y, x)
            || x.iter().all(|word| y.contains(word))
            || y.iter().all(|word| x.contains(word));
    }
    if x.len() > 1 && y.len() > 1 && x.last() == y.last() && x.len() == y.len() {
        return x
            .iter()
            .zip(y)
            .all(|(p, q)| p == q || initial(p, q) || spelt_alike(p, q) || nicknames::same(p, q));
    }
    x.iter().any(|word| y.iter().any(|other| word == other || spelt_alike(word, other)))
        || acronym(x, y)
        || acronym(y, x)
}

/// The words of a name; "F.B.I." is "FBI", and *Corp.* is no part of it.
fn plain(fact: &Fact) -> Vec<String> {
    const FORMS: &[&str] =
        &["corp", "corporation", "inc", "co", "company", "ltd", "plc", "llc", "ag", "jr", "sr"];
    let all: Vec<String> = words(fact).iter().map(|word| word.replace('.', "")).collect();
    let kept =
        all.iter().rposition(|word| !FORMS.contains(&word.as_str())).map_or(all.len(), |last| last + 1);
    all[..kept].to_vec()
}

/// *Norvik Supreme Court* and *Norvik SC*: what is left beside the common words is one.
fn same_rest(x: &[String], y: &[String]) -> bool {
    let rest = |own: &[String], other: &[String]| -> Vec<String> {
        own.iter().filter(|word| !other.contains(word)).cloned().collect()
    };
    let (p, q) = (rest(x, y), rest(y, x));
    acronym(&p, &q) || acronym(&q, &p) || !p.is_empty() && aliases::same_place(&p.join(" "), &q.join(" "))
}

/// *Dana* and *Whitlock* may be one person.
fn halves(x: &[String], y: &[String]) -> bool {
    matches!((x, y), ([p], [q]) if names::is_given(p) != names::is_given(q))
}

/// A capital may stand for its country (*Washington*); and *Latinos* are *Hispanics*.
fn one_of_both(x: &[String], y: &[String]) -> bool {
    let ([p], [q]) = (x, y) else { return nicknames::seat(&x.join(" "), &y.join(" ")) };
    nicknames::seat(p, q) || near::related(&crate::text::stem(p), &crate::text::stem(q))
}

/// *Dana Whitlock* and *Carla Whitlock*: two given names of one family, one of which the list need not know.
fn other_person(x: &[String], y: &[String]) -> bool {
    let ([p, .., last], [q, .., other]) = (x, y) else { return false };
    let given =
        |word: &String| names::is_given(word) || word.len() > 2 && !wordnet::knows(&crate::text::stem(word));
    last == other
        && (names::is_given(p) || names::is_given(q))
        && given(p)
        && given(q)
        && !(spelt_alike(p, q) || nicknames::same(p, q))
        && !(x.contains(q) || y.contains(p))
}

/// *World War I* and *World War II*, *Henrik IV* and *Henrik V*.
fn other_numeral(x: &[String], y: &[String]) -> bool {
    let numeral = |word: &String| word.chars().all(|c| "ivx".contains(c));
    match (x.split_last(), y.split_last()) {
        (Some((p, x)), Some((q, y))) => !x.is_empty() && x == y && p != q && numeral(p) && numeral(q),
        _ => false,
    }
}

/// `Zelensky` and `Zelenskyy`; not `Alder` and `Elder`: a name keeps its first letter.
fn spelt_alike(x: &str, y: &str) -> bool {
    let first = |word: &str| word.chars().next();
    // Comparing letter by letter costs the product of the lengths, and no name is so long.
    let comparable = x.len().abs_diff(y.len()) <= 3 && x.len() <= LONGEST;
    first(x) == first(y)
        && (comparable && strsim::jaro_winkler(x, y) >= SPELLING
            || x.len().min(y.len()) >= SHORTEST_CLIP && (x.starts_with(y) || y.starts_with(x)))
}

fn initial(x: &str, y: &str) -> bool {
    let is_initial = |word: &str| word.trim_end_matches('.').chars().count() == 1;
    (is_initial(x) || is_initial(y)) && x.chars().next() == y.chars().next()
}

/// `un` for `united nations`.
fn acronym(short: &[String], long: &[String]) -> bool {
    let [short] = short else { return false };
    let letters: String = short.chars().filter(|c| c.is_alphanumeric()).collect();
    // A short form inside stays whole: the "US Geological Survey" is the USGS.
    let first = |word: &String| word.chars().take(if word.len() == 2 { 2 } else { 1 }).collect::<String>();
    let large = long.iter().filter(|word| !["of", "the", "and", "for"].contains(&word.as_str()));
    let without_small: String = large.map(first).collect();
    let initials: String = long.iter().filter_map(|word| word.chars().next()).collect();
    long.len() > 1 && (letters == initials || letters == without_small)
}

/// A name that only describes what follows (*Russian interference*, *Senior White House officials*) fills no role of
/// its own.
fn describes(fact: &Fact, side: &super::Side) -> bool {
    let last = fact.tokens.1 - 1;
    let behind = side.tokens.get(last + 1).filter(|next| {
        let gap = &side.text[side.tokens[last].span.end..next.span.start];
        gap == " "
            && !side.tokens[last].span.of(side.text).contains(['\'', '’'])
            && !next.is_capitalised(side.text)
    });
    behind.is_some_and(|next| {
        frequency::weight(&next.stem) >= ATTRIBUTIVE
            && !cues::is_cue(&next.folded)
            && !next.folded.ends_with("ed")
    })
}

/// A code such as *D-N.C.*: several words, none longer than two letters.
fn is_code(fact: &Fact) -> bool {
    let words = words(fact);
    let letters = |word: &String| word.replace('.', "").chars().count();
    // "D-N.C.", "R-Fla."
    let party = words.first().is_some_and(|word| ["r", "d", "i"].contains(&word.as_str()));
    words.len() > 1 && (party || words.iter().all(|word| letters(word) <= 2))
}

/// Rarer words than this behind a name are nouns more often than verbs.
const ATTRIBUTIVE: f64 = 4.5;

/// Tokens that are not the other side's own words in their place, where the place tells.
fn open(pair: &Pair, taken: &[Option<usize>]) -> Vec<bool> {
    taken.iter().map(|partner| !pair.mostly_same || partner.is_none()).collect()
}

/// Some word of the name stands on the other side, in whatever form (an adjective, lower case).
fn stands_in(fact: &Fact, other: &super::Side, open: &[bool]) -> bool {
    let core = words(fact);
    let shares = |word: &String| {
        let stem = crate::text::stem(word);
        other.tokens.iter().zip(open).filter(|(_, open)| **open).any(|(token, _)| {
            token.stem == stem
                || token.folded.len() > 4 && word.len() > 4 && token.folded[..].starts_with(clip(word))
        })
    };
    match core {
        [] => true,
        [only] => shares(only),
        [.., last] => shares(last) && core.iter().filter(|word| shares(word)).count() == core.len(),
    }
}

/// The first letters of a word: `Somal` of `Somalia` and `Somali`.
fn clip(word: &str) -> &str {
    let end = word.char_indices().nth(5).map_or(word.len(), |(index, _)| index);
    &word[..end]
}

/// Neighbours on both sides agree, or the names share a part or a title.
fn sure(pair: &Pair, x: &Fact, y: &Fact) -> Option<f64> {
    if one_inside(x, y) {
        return None;
    }
    let place = pair.slots.neighbours(x.tokens, y.tokens);
    let same_behind = pair.slots.to_b.get(x.tokens.1).copied().flatten() == Some(y.tokens.1);
    if !same_behind && (describes(x, &pair.a) || describes(y, &pair.b)) {
        return None;
    }
    let in_slot =
        pair.slots.replaced.iter().any(|slot| touches(slot.a, x.tokens) && touches(slot.b, y.tokens));
    let (p, q) = (words(x), words(y));
    let family = p.len() > 1 && q.len() > 1 && p.iter().any(|word| q.contains(word));
    let alike_kind = (x.kind == FactKind::Place) == (y.kind == FactKind::Place);
    let score = 0.15 * place as f64
        + if family { 0.3 } else { 0.0 }
        + if in_slot { 0.2 } else { 0.0 }
        + if alike_kind { 0.05 } else { 0.0 };
    // The start of two sentences is a place only where the rest is the same.
    let framed = pair.mostly_same || pair.slots.words_beside(x.tokens, y.tokens) > 0;
    (in_slot && framed && score >= 0.55).then_some(score.min(0.99))
}

fn touches(x: (usize, usize), y: (usize, usize)) -> bool {
    x.0 < y.1 && y.0 < x.1
}

/// The title before the name, for people: `captain`.
fn title(pair: &Pair, fact: &Fact) -> String {
    let before = fact.tokens.0.checked_sub(1).and_then(|index| pair.a.tokens.get(index));
    before
        .filter(|token| names::is_title(&token.folded))
        .map(|token| token.folded.to_string())
        .unwrap_or_default()
}
