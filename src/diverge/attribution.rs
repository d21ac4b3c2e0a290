//! Another source for the same claim: the police here, the mayor there.
//!
//! ```text
//!   The tank leaked for a week,  police said         ─┐
//!   The tank leaked for a week,  Mayor Ana Holm said ─┴─ two sources that are surely two
//! ```
//!
//! Naming a source less precisely is no divergence: *officials*, the police and their chief, the company and its
//! spokeswoman, an outlet and whom it quotes. Nor is leaving the source out: that is a matter of certainty.

use super::{Detector, Pair, Report, Side};
use crate::lexicon::sources::{self, Noun};
use crate::lexicon::{frequency, near};
use crate::model::{DivergenceKind, Evidence, Finding, NamedSource, SourceKind, Span};
use crate::part::Part;

/// What a side rests on, outermost first.
#[derive(Clone, Copy, Debug)]
pub struct Said<'a> {
    /// The source phrase, counted from the side's start; none where it stands in another sentence.
    pub place: Option<Span>,
    /// What is said, as far as it stands in the side.
    pub content: Span,
    /// The source with its number in the event; none where it is not known whom the phrase means.
    pub source: Option<(usize, &'a NamedSource)>,
    /// The number of whom the source speaks for in the end, or its own.
    pub principal: Option<usize>,
}

/// So much of what the shorter content tells must stand in the other: the same claim, not the same speech.
const SAME_CONTENT: f64 = 0.5;
/// One word in common is a topic.
const FEWEST: usize = 2;
/// Words at least so rare (nats) tell something.
const TELLING: f64 = 3.2;

pub struct Attributions;

impl Part for Attributions {
    fn name(&self) -> &'static str {
        "attribution"
    }

    fn about(&self) -> &'static str {
        "The same claim, given to different sources"
    }
}

impl Detector for Attributions {
    fn kind(&self) -> DivergenceKind {
        DivergenceKind::Attribution
    }

    fn detect(&self, pair: &Pair, report: &mut Report) {
        let (Some(x), Some(y)) = (pair.a.said.last(), pair.b.said.last()) else {
            return report.idle(self.kind(), "one side or both name no source for most of what they say");
        };
        let (Some(place_x), Some(place_y)) = (x.place, y.place) else {
            return report.idle(self.kind(), "a source is named outside the sentence");
        };
        match quiet(pair) {
            Some(reason) => report.passed(self.kind(), (place_x, place_y), reason),
            None => report.found(Finding {
                kind: self.kind(),
                a: evidence(&pair.a, x, place_x),
                b: evidence(&pair.b, y, place_y),
                about: String::new(),
                confidence: 0.6,
                rule: "the same claim, given to two sources that are surely two",
            }),
        }
    }
}

fn evidence(side: &Side, said: &Said, span: Span) -> Evidence {
    let name = said.source.map_or_else(|| span.of(side.text).to_owned(), |(_, source)| source.name.clone());
    Evidence { span, value: name }
}

/// Why two sources are none to tell apart, if they are not.
fn quiet(pair: &Pair) -> Option<&'static str> {
    let (x, y) = (pair.a.said.last()?, pair.b.said.last()?);
    let (Some((_, source_x)), Some((_, source_y))) = (x.source, y.source) else {
        return Some("it is not sure whom a source phrase means");
    };
    if source_x.vague || source_y.vague {
        return Some("a source is left open");
    }
    if meet(pair.a.said, pair.b.said) {
        return Some("one source, or one that speaks for the other");
    }
    if let Some(reason) = may_be_one(source_x, source_y) {
        return Some(reason);
    }
    (!same_content(pair, x, y)).then_some("the sources are not surely given for the same")
}

/// Any source of one side is one of the other's, or they speak for one body.
fn meet(a: &[Said], b: &[Said]) -> bool {
    let one = |x: &Said, y: &Said| {
        let same = |p: Option<usize>, q: Option<usize>| p.is_some() && p == q;
        let number = |said: &Said| said.source.map(|(number, _)| number);
        same(number(x), number(y)) || same(x.principal, y.principal)
    };
    a.iter().any(|x| b.iter().any(|y| one(x, y)))
}

/// Two identities that need not be two.
fn may_be_one(x: &NamedSource, y: &NamedSource) -> Option<&'static str> {
    use SourceKind::{Anonymous, Document, Organisation, Outlet, Person};
    match (x.kind, y.kind) {
        (Anonymous, _) | (_, Anonymous) => Some("a source is left open"),
        (Outlet, Outlet) => None,
        (Outlet, _) | (_, Outlet) => Some("an outlet may be quoting the other's source"),
        (Document, Document) => None,
        (Document, _) | (_, Document) => Some("a document may be the other source's"),
        (Organisation, Organisation) => {
            let general = [x, y].iter().any(|source| is_general(&source.name));
            general.then_some("one body may be part of the other")
        }
        (Person, Organisation) if x.role.is_none() => Some("the person may speak for the body"),
        (Organisation, Person) if y.role.is_none() => Some("the person may speak for the body"),
        (Person, Organisation) => employed(x, y),
        (Organisation, Person) => employed(y, x),
        (Person, Person) => (untitled(x) && post_alone(y) || untitled(y) && post_alone(x))
            .then_some("the person may hold the post"),
    }
}

/// An officer whose body is not named may be this body's.
fn employed(person: &NamedSource, body: &NamedSource) -> Option<&'static str> {
    let role = person.role.as_deref().unwrap_or_default();
    let of_it = role.split(' ').any(|word| body.name.to_lowercase().split(' ').any(|other| word == other));
    let open = person.speaks_for.is_none() && sources::is(Noun::Officer, role);
    (of_it || open || is_general(&body.name)).then_some("the person may speak for the body")
}

/// The government is every ministry, and a state every agency.
fn is_general(body: &str) -> bool {
    const GENERAL: &[&str] =
        &["government", "administration", "state", "city", "military", "army", "campaign"];
    body.to_lowercase().split(' ').any(|word| GENERAL.contains(&word))
}

fn untitled(person: &NamedSource) -> bool {
    person.role.is_none()
}

/// A post whose holder is not named goes by the post.
fn post_alone(person: &NamedSource) -> bool {
    person.role.as_deref().is_some_and(|role| person.name.starts_with(role))
}

/// Most of what the shorter content tells stands in the other, in the same words or near ones.
fn same_content(pair: &Pair, x: &Said, y: &Said) -> bool {
    let (p, q) = (telling(&pair.a, x.content), telling(&pair.b, y.content));
    let (small, large) = if p.len() <= q.len() { (p, q) } else { (q, p) };
    let found = small.iter().filter(|stem| large.iter().any(|other| near::related(stem, other))).count();
    found >= FEWEST.min(small.len()).max(1) && found as f64 >= SAME_CONTENT * small.len() as f64
}

fn telling<'a>(side: &Side<'a>, content: Span) -> Vec<&'a str> {
    let words = side.tokens.iter().filter(|token| content.contains(token.span));
    words.map(|token| token.stem.as_str()).filter(|stem| frequency::weight(stem) >= TELLING).collect()
}
