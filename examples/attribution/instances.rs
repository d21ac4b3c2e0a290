//! What is to be chosen: cue or not, which source, which side; with the features of every choice.

use std::collections::{BTreeSet, HashMap};

use crosswire::annotate::attribution::boundary::{self, Edge};
use crosswire::annotate::attribution::clause::Clause;
use crosswire::annotate::attribution::linear_model::Sink;
use crosswire::annotate::attribution::source::{self, Stretch};
use crosswire::annotate::attribution::{content_side, cue};
use crosswire::lexicon::frames;
use crosswire::model::Span;

use crate::gold::{Page, Said, knows};

/// Several choices, one of them right. A choice is made of parts, which other choices may share.
pub struct Instance {
    pub parts: Vec<Vec<u32>>,
    pub choices: Vec<Vec<u32>>,
    pub right: usize,
}

/// A feature of yes and no is kept when it was seen so often; one of many choices, in so many right ones, or so many at all.
/// A third of these keeps the table three times as long, and does no better on articles left out.
const SEEN: u32 = 20;
const RIGHT: u32 = 12;
const WRONG: u32 = 500;

/// All instances of a task, and the names of their features.
#[derive(Default)]
pub struct Stock {
    pub instances: Vec<Instance>,
    numbers: HashMap<u64, u32>,
    names: Vec<String>,
}

type Task = fn(&Page, &BTreeSet<String>, &mut Stock);
pub const TASKS: &[(&str, Task)] =
    &[("cues", cues), ("sources", sources), ("sides", sides), ("edges", edges)];

/// Writes features down by their numbers.
struct Pen<'a> {
    stock: &'a mut Stock,
    part: Vec<u32>,
}

impl Sink for Pen<'_> {
    fn add(&mut self, name: &'static str, values: &[&str]) {
        let Stock { numbers, names, .. } = &mut *self.stock;
        let number = numbers.entry(frames::key(name, values)).or_insert_with(|| {
            names.push(frames::name(name, values));
            names.len() as u32 - 1
        });
        self.part.push(*number);
    }
}

impl Stock {
    fn part(&mut self, features: impl FnOnce(&mut Pen)) -> Vec<u32> {
        let mut pen = Pen { stock: self, part: Vec::new() };
        features(&mut pen);
        pen.part
    }

    fn yes_or_no(&mut self, part: Vec<u32>, yes: bool) {
        self.instances.push(Instance {
            parts: vec![part],
            choices: vec![vec![0], vec![]],
            right: usize::from(!yes),
        });
    }

    /// Without the features that are too rare to learn from: seen in few right choices, and not often in wrong ones.
    pub fn prune(&mut self) {
        let mut seen = vec![0_u32; self.names.len()];
        let mut right = vec![0_u32; self.names.len()];
        for one in &self.instances {
            one.parts.iter().flatten().for_each(|feature| seen[*feature as usize] += 1);
            for part in &one.choices[one.right] {
                one.parts[*part as usize].iter().for_each(|feature| right[*feature as usize] += 1);
            }
        }
        let two = self.instances.first().is_some_and(|one| one.parts.len() == 1);
        let keep = |feature: &u32| {
            let (seen, right) = (seen[*feature as usize], right[*feature as usize]);
            if two { seen >= SEEN } else { right >= RIGHT || seen >= WRONG }
        };
        self.instances.iter_mut().flat_map(|one| &mut one.parts).for_each(|part| part.retain(keep));
    }

    pub fn features(&self) -> usize {
        self.names.len()
    }

    /// Names and weights in hundredths, without the lightest.
    pub fn named(&self, weights: &[f64], lightest: i32) -> Vec<(String, i32)> {
        let rounded = self
            .names
            .iter()
            .zip(weights)
            .map(|(name, weight)| (name.clone(), (weight * 100.0).round() as i32));
        rounded.filter(|(_, weight)| weight.abs() >= lightest).collect()
    }
}

fn clauses<'a>(page: &'a Page, known: &BTreeSet<String>) -> Vec<Clause<'a>> {
    let quotations: Vec<Span> =
        page.segmented.sentences.iter().flat_map(|one| one.quotations.clone()).collect();
    let sentences = page.segmented.sentences.iter();
    sentences
        .map(|one| Clause::new(&page.document.text, one, &quotations, &|token| knows(known, token)))
        .collect()
}

/// Every word that may be a cue: is it the head of one?
fn cues(page: &Page, known: &BTreeSet<String>, stock: &mut Stock) {
    for clause in clauses(page, known) {
        for at in (0..clause.len()).filter(|at| clause.may_cue(*at)) {
            let place = clause.tokens[at].span;
            let head = page.attributions.iter().any(|one| one.head == place);
            let part = stock.part(|pen| cue::features(&clause, at, pen));
            stock.yes_or_no(part, head);
        }
    }
}

/// The attributions of a clause with the word of their cue.
fn heads<'a>(page: &'a Page, clause: &'a Clause) -> impl Iterator<Item = (usize, &'a Said)> {
    page.attributions.iter().filter(|one| clause.span.contains(one.head)).filter_map(|one| {
        let at = clause.tokens.partition_point(|token| token.span.end <= one.head.start);
        (at < clause.len()).then_some((at, one))
    })
}

/// The words of a place; none where it lies elsewhere.
fn stretch(clause: &Clause, place: Span) -> Option<Stretch> {
    let start = clause.tokens.partition_point(|token| token.span.end <= place.start);
    let end = clause.tokens.partition_point(|token| token.span.start < place.end);
    (clause.span.contains(place) && start < end).then_some(Stretch { start, end })
}

fn sources(page: &Page, known: &BTreeSet<String>, stock: &mut Stock) {
    for clause in clauses(page, known) {
        for (at, said) in heads(page, &clause) {
            let all = source::candidates(&clause, at);
            let right = match said.source {
                None => Some(all.len()),
                Some(place) => {
                    stretch(&clause, place).and_then(|one| all.iter().position(|other| *other == one))
                }
            };
            if let Some(right) = right {
                let one = choice_of_source(&clause, at, &all, right, stock);
                stock.instances.push(one);
            }
        }
    }
}

fn choice_of_source(
    clause: &Clause,
    cue: usize,
    all: &[Stretch],
    right: usize,
    stock: &mut Stock,
) -> Instance {
    let low = all.iter().map(|one| one.start).min().unwrap_or(0);
    let high = all.iter().map(|one| one.end).max().unwrap_or(0);
    let mut parts = Vec::new();
    for at in low..high {
        parts.push(stock.part(|pen| source::first(clause, cue, at, pen)));
        parts.push(stock.part(|pen| source::last(clause, cue, at + 1, pen)));
    }
    let mut choices = Vec::new();
    for one in all {
        let edges = [2 * (one.start - low) as u32, 2 * (one.end - 1 - low) as u32 + 1, parts.len() as u32];
        parts.push(stock.part(|pen| source::whole(clause, cue, *one, pen)));
        choices.push(edges.to_vec());
    }
    choices.push(vec![parts.len() as u32]);
    parts.push(stock.part(|pen| source::nobody(clause, cue, pen)));
    Instance { parts, choices, right }
}

fn sides(page: &Page, known: &BTreeSet<String>, stock: &mut Stock) {
    for clause in clauses(page, known) {
        for (at, said) in heads(page, &clause) {
            let source = said.source.and_then(|place| stretch(&clause, place));
            let (Some(source), Some(content)) = (source, said.content) else { continue };
            let part = stock.part(|pen| content_side::features(&clause, at, source, pen));
            let first = clause.tokens[at.min(source.start)].span.start;
            stock.yes_or_no(part, content.start < first);
        }
    }
}

fn edges(page: &Page, known: &BTreeSet<String>, stock: &mut Stock) {
    for clause in clauses(page, known) {
        for (at, said) in heads(page, &clause) {
            let source = said.source.and_then(|place| stretch(&clause, place));
            let (Some(source), Some(content)) = (source, said.content) else { continue };
            let (first, end) = (at.min(source.start), source.end.max(at + 1));
            let start = clause.tokens.partition_point(|token| token.span.end <= content.start);
            let last = clause.tokens.partition_point(|token| token.span.start < content.end);
            if start >= end && last > start {
                edge_of(&clause, at, Edge::Begin, (end, clause.len()), start, stock);
                edge_of(&clause, at, Edge::End, (start, clause.len()), last, stock);
            } else if start < first && last <= first {
                edge_of(&clause, at, Edge::Lead, (0, first), start, stock);
            }
        }
    }
}

fn edge_of(clause: &Clause, cue: usize, which: Edge, room: (usize, usize), right: usize, stock: &mut Stock) {
    let places = boundary::places(which, room.0, room.1);
    let Some(right) = places.iter().position(|place| *place == right) else { return };
    let features =
        |place: &usize| stock.part(|pen| boundary::features(clause, cue, which, room, *place, pen));
    let parts: Vec<Vec<u32>> = places.iter().map(features).collect();
    let choices = (0..parts.len() as u32).map(|part| vec![part]).collect();
    stock.instances.push(Instance { parts, choices, right });
}
