//! A difference in certainty: *stole* here, *allegedly stole* there. Reported apart: it is no contradiction.
//!
//! ```text
//!   The driver  fled            plain    ─┐
//!   The driver  allegedly fled  alleged  ─┴─ one is surer than the other
//! ```
//!
//! Shades keep quiet: what *may* be so is *likely* for another outlet, and what *will* happen here *happens* there,
//! since it is told on another day. A source is as good as an *allegedly*: both leave the claim to somebody.

use super::meaning::near_tokens;
use super::{Detector, Pair, Report, Side};
use crate::lexicon::{cues, grammar};
use crate::model::{Certainty, DivergenceKind, Evidence, Fact, Finding, Reading};
use crate::part::Part;

pub struct Modality;

impl Part for Modality {
    fn name(&self) -> &'static str {
        "modality"
    }

    fn about(&self) -> &'static str {
        "One side is surer than the other: confirmed, alleged, possible, intended"
    }
}

impl Detector for Modality {
    fn kind(&self) -> DivergenceKind {
        DivergenceKind::Modality
    }

    fn detect(&self, pair: &Pair, report: &mut Report) {
        let (a, b) = (markers(&pair.a).count(), markers(&pair.b).count());
        if (a, b) == (0, 0) {
            return report.idle(self.kind(), "neither side says how sure it is");
        }
        for fact in markers(&pair.a) {
            self.judge(pair, fact, false, report);
        }
        for fact in markers(&pair.b) {
            self.judge(pair, fact, true, report);
        }
    }
}

impl Modality {
    /// One marker, and what the other side says in its place. Where both sides have a marker, that of `a` speaks.
    fn judge(&self, pair: &Pair, fact: &Fact, of_b: bool, report: &mut Report) {
        let (of, other) = if of_b { (&pair.b, &pair.a) } else { (&pair.a, &pair.b) };
        let Some(at) = counterpart(pair, fact, of_b) else {
            return report
                .idle(self.kind(), "what one side is unsure of stands in no sure place of the other");
        };
        let answer = markers(other).find(|marker| head(marker) == Some(at));
        if of_b && answer.is_some() {
            return;
        }
        let (x, y) =
            (shown(of, fact), answer.map_or_else(|| plain(other, at), |marker| shown(other, marker)));
        let (a, b) = if of_b { (y, x) } else { (x, y) };
        match quiet(fact, answer, of, other, at) {
            Some(reason) => report.passed(self.kind(), (a.span, b.span), reason),
            None => report.found(Finding {
                kind: self.kind(),
                a,
                b,
                about: String::new(),
                confidence: 0.7,
                rule: "the same said with another certainty",
            }),
        }
    }
}

/// Why a difference in certainty is none, if it is none.
fn quiet(fact: &Fact, answer: Option<&Fact>, of: &Side, other: &Side, at: usize) -> Option<&'static str> {
    let (one, two) = (certainty(fact), answer.map_or(Certainty::Plain, certainty));
    if !parts(one, two) {
        return Some("shades of one certainty");
    }
    if one == Certainty::Alleged && two == Certainty::Plain && attributed(other, at) {
        return Some("one side gives a source where the other says alleged");
    }
    let negated = |side: &Side, at: usize| {
        side.facts.iter().any(|fact| match &fact.reading {
            Reading::Negation { scope } => scope.contains(&at),
            Reading::Number(_) | Reading::Time(_) | Reading::Name(_) | Reading::Modality { .. } => false,
        })
    };
    let denied = head(fact).is_some_and(|head| negated(of, head)) || negated(other, at);
    denied.then_some("a negation is another rule's business")
}

/// Certainties that differ by more than a shade.
fn parts(one: Certainty, other: Certainty) -> bool {
    use Certainty::{Alleged, Confirmed, Expected, Intended, Likely, Plain, Possible};
    let sure = |certainty: Certainty| match certainty {
        Plain | Confirmed => true,
        Alleged | Possible | Likely | Intended | Expected => false,
    };
    match (one, other) {
        (Expected, Possible) | (Possible, Expected) => true,
        (Expected, Confirmed | Plain) | (Confirmed | Plain, Expected) => false,
        _ => sure(one) != sure(other),
    }
}

fn markers<'a>(side: &Side<'a>) -> impl Iterator<Item = &'a Fact> {
    side.facts.iter().filter(|fact| matches!(fact.reading, Reading::Modality { .. }))
}

fn certainty(fact: &Fact) -> Certainty {
    match fact.reading {
        Reading::Modality { certainty, .. } => certainty,
        Reading::Number(_) | Reading::Time(_) | Reading::Name(_) | Reading::Negation { .. } => {
            Certainty::Plain
        }
    }
}

fn head(fact: &Fact) -> Option<usize> {
    match fact.reading {
        Reading::Modality { head, .. } => Some(head),
        Reading::Number(_) | Reading::Time(_) | Reading::Name(_) | Reading::Negation { .. } => None,
    }
}

/// The word of the other side that answers the word a marker is about: the same in the same place, with a neighbour
/// that keeps its place too, in sentences mostly the same. Elsewhere a word recurs for other reasons too often.
fn counterpart(pair: &Pair, fact: &Fact, of_b: bool) -> Option<usize> {
    let head = head(fact)?;
    let map = if of_b { &pair.slots.to_a } else { &pair.slots.to_b };
    let at = map[head].or_else(|| replaced(pair, head, of_b))?;
    let there = |index: Option<usize>| index.and_then(|index| map.get(index).copied().flatten());
    let left = (1..=NEAR)
        .any(|back| there(fact.tokens.0.checked_sub(back)).is_some_and(|j| j < at && j + NEAR >= at));
    let right = there(Some(head + 1)) == Some(at + 1);
    (pair.mostly_same && (left || right)).then_some(at)
}

/// How far a neighbour may stand.
const NEAR: usize = 2;

/// A word near in meaning where the word stands: *stole* for *robbed*.
fn replaced(pair: &Pair, head: usize, of_b: bool) -> Option<usize> {
    let slots = pair.slots.replaced.iter().map(|slot| if of_b { (slot.b, slot.a) } else { (slot.a, slot.b) });
    let (_, there) = slots.into_iter().find(|(here, _)| (here.0..here.1).contains(&head))?;
    let (of, other) = if of_b { (&pair.b, &pair.a) } else { (&pair.a, &pair.b) };
    (there.0..there.1).find(|index| near_tokens(&of.tokens[head], &other.tokens[*index]))
}

/// Somebody is named as the one who says so; the word itself (*knew*, *claimed*) does not count.
fn attributed(side: &Side, at: usize) -> bool {
    side.tokens.iter().enumerate().any(|(index, token)| index != at && cues::is_cue(&token.folded))
}

/// *allegedly … stole*, with the words between.
fn shown(side: &Side, fact: &Fact) -> Evidence {
    let head = head(fact).unwrap_or(fact.tokens.0);
    let words = (fact.tokens.1..=head)
        .filter(|index| *index == head || !grammar::is_function(&side.tokens[*index].folded));
    let rest: Vec<&str> = words.map(|index| side.tokens[index].span.of(side.text)).collect();
    Evidence {
        span: fact.span.joined(side.tokens[head].span),
        value: format!("{} {}", fact.value, rest.join(" ")),
    }
}

fn plain(side: &Side, at: usize) -> Evidence {
    let span = side.tokens[at].span;
    Evidence { span, value: span.of(side.text).to_owned() }
}
