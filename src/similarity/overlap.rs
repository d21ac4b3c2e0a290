//! What two mentions have in common, term by term: found once a pair, read by the features.
//!
//! ```text
//!   navy  arrested  23  Somali    pirates        exact      23, pirates
//!   navy  seized    23  Somalian  pirate         near       arrested ~ seized   (a set, or vectors)
//!                                                spelling   Somali ~ Somalian   (runs of three letters)
//! ```
//!
//! Every term has one partner at most. Greedy joining from the closest pair down would depend on the order of
//! ties, so ties are broken by the terms' own numbers, which are the same whichever sentence comes first.

use std::cell::OnceCell;
use std::cmp::Ordering;

use super::changes::changes;
use super::profile::{Profile, Term};
use super::vocabulary::{Entry, StemId, Vocabulary};
use crate::lexicon::opposites;
use crate::lexicon::vectors::Vector;

/// What a join by a hand-made set of near meanings is worth.
const SET_WORTH: f64 = 0.9;
/// Likeness of company and of letters from which two words are joined at all; what lies above is what it is worth.
const COMPANY_FLOOR: f64 = 0.45;
const LETTERS_FLOOR: f64 = 0.3;

/// How two terms were joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Join {
    Exact,
    Near,
    Fuzzy,
}

/// One term of each side that say the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// Indices into the two profiles' terms.
    pub a: usize,
    pub b: usize,
    pub join: Join,
    /// 0 to 1: how much of the weight the join is worth.
    pub worth: f64,
}

/// The common ground of two profiles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overlap {
    pub links: Vec<Link>,
    /// For each term of the first profile, what its join is worth; 0 without a partner.
    pub a: Vec<f64>,
    /// The same for the second.
    pub b: Vec<f64>,
    /// How near the company of each term is to that of the nearest term of the other side, 0 to 1: 1 for a term that
    /// stands there too. Unlike a join, it may lead to a term that has another partner.
    pub company_a: Vec<f64>,
    pub company_b: Vec<f64>,
    /// Words of every change that makes the one sentence the other, once they are asked for: few pairs come so far.
    changes: OnceCell<Vec<usize>>,
}

impl Overlap {
    pub fn new(a: &Profile, b: &Profile, vocabulary: &Vocabulary) -> Self {
        let mut overlap =
            Overlap { a: vec![0.0; a.terms.len()], b: vec![0.0; b.terms.len()], ..Overlap::default() };
        overlap.take(exact(a, b));
        let company = Company::new(a, b, &overlap, vocabulary);
        (overlap.company_a, overlap.company_b) = company.nearest();
        overlap.take(compounds(a, b, &overlap, vocabulary));
        overlap.take(phrases(a, b, &overlap));
        overlap.take(soft(a, b, &overlap, &company, vocabulary));
        overlap
    }

    /// Of the two profiles that the overlap was made of.
    pub fn changes(&self, a: &Profile, b: &Profile) -> &[usize] {
        self.changes.get_or_init(|| changes(a, b))
    }

    fn take(&mut self, links: Vec<Link>) {
        for link in &links {
            self.a[link.a] = self.a[link.a].max(link.worth);
            self.b[link.b] = self.b[link.b].max(link.worth);
        }
        self.links.extend(links);
    }
}

/// How near the company of each term of the one side is to that of each of the other: cosines, found once and read
/// three times.
struct Company {
    /// Terms of the other side.
    width: usize,
    likeness: Vec<f64>,
    /// What stands on both sides keeps its own company.
    same_a: Vec<bool>,
    same_b: Vec<bool>,
}

/// Of a pair of which one has no vector.
const UNKNOWN: f64 = f64::NEG_INFINITY;

impl Company {
    fn new(a: &Profile, b: &Profile, overlap: &Overlap, vocabulary: &Vocabulary) -> Self {
        let vectors = |profile: &Profile| -> Vec<Option<&'static Vector>> {
            profile.terms.iter().map(|term| vocabulary.entry(term.id).vector).collect()
        };
        let same = |worth: &[f64]| worth.iter().map(|worth| *worth > 0.0).collect::<Vec<bool>>();
        let (ours, theirs) = (vectors(a), vectors(b));
        let (same_a, same_b) = (same(&overlap.a), same(&overlap.b));
        let mut likeness = Vec::with_capacity(ours.len() * theirs.len());
        for (x, same_x) in ours.iter().zip(&same_a) {
            for (y, same_y) in theirs.iter().zip(&same_b) {
                likeness.push(match (x, y) {
                    // Nobody asks for these.
                    _ if *same_x && *same_y => UNKNOWN,
                    (Some(x), Some(y)) => x.likeness(y),
                    _ => UNKNOWN,
                });
            }
        }
        Company { width: theirs.len(), likeness, same_a, same_b }
    }

    fn between(&self, a: usize, b: usize) -> Option<f64> {
        Some(self.likeness[a * self.width + b]).filter(|likeness| *likeness > UNKNOWN)
    }

    /// For each term of either side, how near the nearest of the other comes.
    fn nearest(&self) -> (Vec<f64>, Vec<f64>) {
        let (mut near_a, mut near_b) = (vec![0.0_f64; self.same_a.len()], vec![0.0_f64; self.width]);
        for (near_x, row) in near_a.iter_mut().zip(self.likeness.chunks_exact(self.width.max(1))) {
            for (near_y, likeness) in near_b.iter_mut().zip(row) {
                *near_x = near_x.max(*likeness);
                *near_y = near_y.max(*likeness);
            }
        }
        let own = |near: &mut Vec<f64>, same: &[bool]| {
            let one = |(near, same): (&mut f64, &bool)| *near = if *same { 1.0 } else { near.min(1.0) };
            near.iter_mut().zip(same).for_each(one);
        };
        own(&mut near_a, &self.same_a);
        own(&mut near_b, &self.same_b);
        (near_a, near_b)
    }
}

/// The terms without a partner yet.
fn free(worth: &[f64]) -> Vec<usize> {
    (0..worth.len()).filter(|term| worth[*term] == 0.0).collect()
}

/// Stems that stand on both sides.
fn exact(a: &Profile, b: &Profile) -> Vec<Link> {
    let mut links = Vec::new();
    let (mut i, mut j) = (0, 0);
    while let (Some(x), Some(y)) = (a.terms.get(i), b.terms.get(j)) {
        match x.id.cmp(&y.id) {
            Ordering::Less => i += 1,
            Ordering::Greater => j += 1,
            Ordering::Equal => {
                links.push(Link { a: i, b: j, join: Join::Exact, worth: 1.0 });
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    links
}

/// Two members of one set of expressions: what is free in the one is linked with what is free in the other, or, where
/// the other has nothing free (*police*, *police officers*), with its first word.
fn phrases(a: &Profile, b: &Profile, overlap: &Overlap) -> Vec<Link> {
    let mut links = Vec::new();
    for x in &a.phrases {
        for y in b.phrases.iter().filter(|y| y.set == x.set) {
            let (inside_a, inside_b) = (inside(&a.terms, x.tokens), inside(&b.terms, y.tokens));
            let open = |terms: &[usize], worth: &[f64]| -> Vec<usize> {
                terms.iter().copied().filter(|term| worth[*term] == 0.0).collect()
            };
            let (open_a, open_b) = (open(&inside_a, &overlap.a), open(&inside_b, &overlap.b));
            let first = |open: &[usize], inside: &[usize]| open.first().or(inside.first()).copied();
            let (Some(first_a), Some(first_b)) = (first(&open_a, &inside_a), first(&open_b, &inside_b))
            else {
                continue;
            };
            let link = |(a, b)| Link { a, b, join: Join::Near, worth: SET_WORTH };
            links.extend(open_a.iter().map(|term| link((*term, first_b))));
            links.extend(
                open_b
                    .iter()
                    .filter(|term| **term != first_b || open_a.is_empty())
                    .map(|term| link((first_a, *term))),
            );
        }
    }
    links
}

/// The terms whose first place lies within these tokens.
fn inside(terms: &[Term], (from, to): (usize, usize)) -> Vec<usize> {
    (0..terms.len()).filter(|term| from <= terms[*term].tokens.0 && terms[*term].tokens.1 <= to).collect()
}

/// One word here, two there (*bailout*, *bail-out*): the one is linked with both of the two.
fn compounds(a: &Profile, b: &Profile, overlap: &Overlap, vocabulary: &Vocabulary) -> Vec<Link> {
    let (rest_a, rest_b) = (&free(&overlap.a), &free(&overlap.b));
    let split = |whole: &Profile, rest: &[usize], parts: &Profile, other: &[usize]| {
        let mut found: Vec<(usize, usize)> = Vec::new();
        for &term in rest {
            let hash = vocabulary.entry(whole.terms[term].id).hash;
            let start = parts.compounds.partition_point(|compound| compound.0 < hash);
            let Some((_, left, right)) = parts.compounds.get(start).filter(|compound| compound.0 == hash)
            else {
                continue;
            };
            let free = |id: &StemId| other.iter().copied().find(|other| parts.terms[*other].id == *id);
            found.extend([left, right].into_iter().filter_map(free).map(|part| (term, part)));
        }
        found
    };
    let link = |(a, b)| Link { a, b, join: Join::Fuzzy, worth: 1.0 };
    let mut links: Vec<Link> = split(a, rest_a, b, rest_b).into_iter().map(link).collect();
    links.extend(split(b, rest_b, a, rest_a).into_iter().map(|(b, a)| link((a, b))));
    links
}

/// Joins of left-over terms by meaning or spelling, each term at most once, closest first.
fn soft(
    a: &Profile,
    b: &Profile,
    overlap: &Overlap,
    company: &Company,
    vocabulary: &Vocabulary,
) -> Vec<Link> {
    let mut found: Vec<Link> = Vec::new();
    let rest_b = free(&overlap.b);
    for i in free(&overlap.a) {
        for &j in &rest_b {
            let joined = join(&a.terms[i], &b.terms[j], company.between(i, j), vocabulary);
            found.extend(joined.map(|(join, worth)| Link { a: i, b: j, join, worth }));
        }
    }
    let key = |link: &Link| {
        let (x, y) = (a.terms[link.a].id, b.terms[link.b].id);
        (x.min(y), x.max(y))
    };
    found.sort_by(|x, y| y.worth.total_cmp(&x.worth).then_with(|| key(x).cmp(&key(y))));
    let mut links: Vec<Link> = Vec::new();
    for link in found {
        if !links.iter().any(|taken| taken.a == link.a || taken.b == link.b) {
            links.push(link);
        }
    }
    links.sort_by_key(key);
    links
}

/// Numbers are the same or not; names have spellings, no near meanings.
fn join(a: &Term, b: &Term, company: Option<f64>, vocabulary: &Vocabulary) -> Option<(Join, f64)> {
    if a.number || b.number {
        return None;
    }
    let (x, y) = (vocabulary.entry(a.id), vocabulary.entry(b.id));
    let letters = (likeness_of_letters(x, y) - LETTERS_FLOOR) / (1.0 - LETTERS_FLOOR);
    let meaning = if a.name || b.name { 0.0 } else { nearness(x, y, company) };
    match meaning >= letters {
        true if meaning > 0.0 => Some((Join::Near, meaning)),
        false if letters > 0.0 => Some((Join::Fuzzy, letters)),
        _ => None,
    }
}

/// How near in meaning: a set made by hand counts before the company that words keep, and opposites keep company.
fn nearness(x: &Entry, y: &Entry, company: Option<f64>) -> f64 {
    if x.near.iter().any(|set| y.near.contains(set)) {
        return SET_WORTH;
    }
    let worth = (company.unwrap_or(0.0) - COMPANY_FLOOR) / (1.0 - COMPANY_FLOOR);
    if worth > 0.0 && opposites::opposed_stems(&x.text, &y.text) { 0.0 } else { worth.max(0.0) }
}

fn likeness_of_letters(x: &Entry, y: &Entry) -> f64 {
    // Most pairs of words have no run in common, and this says so at once.
    if x.letters & y.letters == 0 {
        return 0.0;
    }
    let common = super::common(&x.grams, &y.grams);
    super::ratio(2.0 * common as f64, (x.grams.len() + y.grams.len()) as f64)
}
