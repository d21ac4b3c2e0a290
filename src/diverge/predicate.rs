//! Other words in the same place that cannot say the same: *rose* here, *fell* there; hurt in the *arm*, in the *leg*.
//!
//! Three rules, the surer first:
//!
//! 1. *Opposed* words in one place: a list of opposites, WordNet's, and negating prefixes.
//! 2. *Apart*: two things of one kind that exclude one another, where most of the sentences is the same.
//! 3. *Replaced*: the one stretch in which two sentences differ, word for word, holds words that are not near in
//!    meaning. Two outlets that share every other word copied a text, and somebody changed this place.
//!
//! Not so: any two words that are not near, in any sentences. People say the same in other words all the time, and
//! no table knows all of them; only where nothing else changes does a change mean something.

use super::meaning::{Meaning, content, meaning};
use super::word_alignment::{Slot, Tokens};
use super::{Detector, Pair, Report, Side, words};
use crate::lexicon::{calendar, cues, grammar};
use crate::model::{DivergenceKind, FactKind, Finding};
use crate::part::Part;

/// Slots longer than this are rewordings, not replacements.
const LONGEST_SLOT: usize = 3;
/// The one change of a sentence may be a little longer, with this many words that tell something.
const LONGEST_CHANGE: usize = 4;
const MOST_TELLING: usize = 2;
/// So many neighbours that are the same make a place sure in sentences that are otherwise reworded.
const FRAMED: usize = 4;
/// Words that must be the same around the one change: shorter sentences are headlines, written anew each time.
const FEWEST_SAME: usize = 6;

pub struct Predicates;

impl Part for Predicates {
    fn name(&self) -> &'static str {
        "predicate"
    }

    fn about(&self) -> &'static str {
        "Opposed or replaced words in the same place"
    }
}

impl Detector for Predicates {
    fn kind(&self) -> DivergenceKind {
        DivergenceKind::Predicate
    }

    fn detect(&self, pair: &Pair, report: &mut Report) {
        if pair.slots.replaced.is_empty() {
            report.idle(self.kind(), "no words stand where others stand");
        }
        let changes = changes(pair);
        for slot in &pair.slots.replaced {
            match verdict(pair, slot, changes) {
                Ok(spoken) => report.found(Finding {
                    kind: self.kind(),
                    a: words(&pair.a, spoken.at.a),
                    b: words(&pair.b, spoken.at.b),
                    about: spoken.about.to_owned(),
                    confidence: spoken.confidence,
                    rule: spoken.rule,
                }),
                Err(reason) => {
                    let places = (words(&pair.a, slot.a).span, words(&pair.b, slot.b).span);
                    report.passed(self.kind(), places, reason);
                }
            }
        }
    }
}

/// A rule that spoke.
struct Spoken {
    at: Slot,
    about: &'static str,
    confidence: f64,
    rule: &'static str,
}

/// What the three rules say of a slot; the reason where all keep quiet.
fn verdict(pair: &Pair, slot: &Slot, changes: usize) -> Result<Spoken, &'static str> {
    if let Some(reason) = others_business(pair, slot) {
        return Err(reason);
    }
    let meaning = meaning(pair, slot);
    let neighbours = pair.slots.neighbours(slot.a, slot.b);
    let in_place = neighbours >= FRAMED || neighbours >= 2 && pair.mostly_same;
    let short = |tokens: Tokens| tokens.1 - tokens.0 <= LONGEST_SLOT;
    match meaning {
        Meaning::Opposed(i, j) if short(slot.a) && short(slot.b) && in_place => Ok(Spoken {
            at: at(i, j),
            about: "",
            confidence: 0.8,
            rule: "opposed words in the same place of sentences otherwise alike",
        }),
        Meaning::Apart(i, j, kind) if neighbours >= 2 && pair.mostly_same => Ok(Spoken {
            at: at(i, j),
            about: kind,
            confidence: 0.7,
            rule: "two things of one kind in the same place of sentences mostly the same",
        }),
        Meaning::Opposed(..) | Meaning::Apart(..) | Meaning::Other => replaced(pair, slot, changes),
        Meaning::Near(reason) => Err(reason),
    }
}

/// The third rule.
fn replaced(pair: &Pair, slot: &Slot, changes: usize) -> Result<Spoken, &'static str> {
    let long = |side: &Side, tokens: Tokens| {
        tokens.1 - tokens.0 > LONGEST_CHANGE || content(side, tokens).len() > MOST_TELLING
    };
    if long(&pair.a, slot.a) || long(&pair.b, slot.b) {
        return Err("a rewording of many words");
    }
    if pair.slots.unchanged() < FEWEST_SAME || !pair.mostly_same {
        return Err("too few words are the same around it");
    }
    if changes > 1 {
        return Err("not near in meaning, but more is reworded beside it");
    }
    if adverbs(pair, slot) {
        return Err("adverbs are exchanged freely");
    }
    Ok(Spoken {
        at: *slot,
        about: "",
        confidence: 0.6,
        rule: "the one place in which the sentences differ, with words that are not near in meaning",
    })
}

/// Slots that another rule looks at, or that nobody can judge.
fn others_business(pair: &Pair, slot: &Slot) -> Option<&'static str> {
    let has = |kinds: &[FactKind]| (holds(&pair.a, slot.a, kinds), holds(&pair.b, slot.b, kinds));
    let units = |side: &Side, tokens: Tokens| all(side, tokens, calendar::is_unit);
    if has(&[FactKind::Number, FactKind::Time]) != (false, false)
        || units(&pair.a, slot.a) && units(&pair.b, slot.b)
    {
        return Some("a number or time: another rule's business");
    }
    match has(&[FactKind::Name, FactKind::Place]) {
        (true, true) => return Some("two names: another rule's business"),
        (true, false) | (false, true) => return Some("a name and a description may be one"),
        (false, false) => {}
    }
    if stands_for(&pair.a, slot.a) || stands_for(&pair.b, slot.b) {
        return Some("a pronoun stands for whatever was named before");
    }
    if ahead(&pair.a, slot.a) && ahead(&pair.b, slot.b) {
        return Some("both tell what is to come: “will”, “plans to”, “is set to”");
    }
    (says(&pair.a, slot.a) && says(&pair.b, slot.b)).then_some("verbs of saying are exchanged freely")
}

fn holds(side: &Side, tokens: Tokens, kinds: &[FactKind]) -> bool {
    let inside = |fact: &&crate::model::Fact| fact.tokens.0 < tokens.1 && tokens.0 < fact.tokens.1;
    side.facts.iter().filter(inside).any(|fact| kinds.contains(&fact.kind))
}

/// Nothing but a pronoun, as far as words tell.
fn stands_for(side: &Side, tokens: Tokens) -> bool {
    content(side, tokens).is_empty()
        && side.tokens[tokens.0..tokens.1].iter().any(|token| grammar::is_pronoun(&token.folded))
}

fn says(side: &Side, tokens: Tokens) -> bool {
    all(side, tokens, cues::is_cue)
}

/// Nothing but a future or an intention, whoever says so: *said she would*, *intends to*.
fn ahead(side: &Side, tokens: Tokens) -> bool {
    let intends = |at: usize| INTENTIONS.contains(&side.tokens[at].stem.as_str());
    let future = |at: usize| FUTURES.contains(&side.tokens[at].folded.as_str()) || intends(at);
    let opens = side
        .tokens
        .get(tokens.1 - 1..=tokens.1)
        .is_some_and(|two| two[0].folded == "is" && two[1].folded == "to");
    ((tokens.0..tokens.1).any(future) || opens)
        && content(side, tokens).iter().all(|at| intends(*at) || cues::is_cue(&side.tokens[*at].folded))
}

const FUTURES: &[&str] =
    &["will", "would", "shall", "should", "i'll", "he'll", "she'll", "we'll", "they'll", "it'll"];

/// Stems of words for what is meant or bound to happen.
const INTENTIONS: &[&str] = &[
    "will", "would", "plan", "intend", "intent", "aim", "mean", "expect", "schedul", "slate", "set", "due",
    "go", "vow", "pledg", "promis", "commit", "propos", "hope", "want", "wish", "seek", "prepar", "readi",
];

fn adverbs(pair: &Pair, slot: &Slot) -> bool {
    let adverb = |folded: &str| folded.ends_with("ly");
    all(&pair.a, slot.a, adverb) && all(&pair.b, slot.b, adverb)
}

/// The stretch has words that tell something, and each of them is such a one.
fn all(side: &Side, tokens: Tokens, such: impl Fn(&str) -> bool) -> bool {
    let content = content(side, tokens);
    !content.is_empty() && content.iter().all(|index| such(&side.tokens[*index].folded))
}

/// Places in which something is said otherwise, or more. Rewordings count: who rewords one place rewords another, and
/// then no table knows whether it is the same (on development pairs, letting them pass found a tenth more and cried
/// wolf three times as often).
fn changes(pair: &Pair) -> usize {
    let tells = |slot: &&Slot| !content(&pair.a, slot.a).is_empty() || !content(&pair.b, slot.b).is_empty();
    pair.slots.replaced.iter().chain(&pair.slots.added).filter(tells).count()
}

fn at(i: usize, j: usize) -> Slot {
    Slot { a: (i, i + 1), b: (j, j + 1) }
}
