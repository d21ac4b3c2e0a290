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

use super::profile::{Profile, Term};
use super::vocabulary::{Entry, StemId, Vocabulary};
use crate::lexicon::opposites;

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
}

impl Overlap {
    pub fn new(a: &Profile, b: &Profile, vocabulary: &Vocabulary) -> Self {
        let (mut links, mut rest_a, mut rest_b) = exact(a, b);
        let compounds = compounds(a, b, &rest_a, &rest_b, vocabulary);
        rest_a.retain(|term| !compounds.iter().any(|link| link.a == *term));
        rest_b.retain(|term| !compounds.iter().any(|link| link.b == *term));
        links.extend(compounds);
        links.extend(soft(a, b, &rest_a, &rest_b, vocabulary));
        let mut overlap = Overlap { a: vec![0.0; a.terms.len()], b: vec![0.0; b.terms.len()], links };
        for link in &overlap.links {
            overlap.a[link.a] = link.worth;
            overlap.b[link.b] = link.worth;
        }
        overlap
    }
}

/// Stems on both sides, and the indices of the terms left over on each.
fn exact(a: &Profile, b: &Profile) -> (Vec<Link>, Vec<usize>, Vec<usize>) {
    let (mut links, mut rest_a, mut rest_b) = (Vec::new(), Vec::new(), Vec::new());
    let (mut i, mut j) = (0, 0);
    while i < a.terms.len() || j < b.terms.len() {
        let order = match (a.terms.get(i), b.terms.get(j)) {
            (Some(x), Some(y)) => x.id.cmp(&y.id),
            (Some(_), None) => std::cmp::Ordering::Less,
            (None, _) => std::cmp::Ordering::Greater,
        };
        match order {
            std::cmp::Ordering::Less => (rest_a.push(i), i += 1).1,
            std::cmp::Ordering::Greater => (rest_b.push(j), j += 1).1,
            std::cmp::Ordering::Equal => {
                links.push(Link { a: i, b: j, join: Join::Exact, worth: 1.0 });
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    (links, rest_a, rest_b)
}

/// One word here, two there (*bailout*, *bail-out*): the one is linked with both of the two.
fn compounds(a: &Profile, b: &Profile, rest_a: &[usize], rest_b: &[usize], vocabulary: &Vocabulary) -> Vec<Link> {
    let split = |whole: &Profile, rest: &[usize], parts: &Profile, other: &[usize]| {
        let mut found: Vec<(usize, usize)> = Vec::new();
        for &term in rest {
            let hash = vocabulary.entry(whole.terms[term].id).hash;
            let start = parts.compounds.partition_point(|compound| compound.0 < hash);
            let Some((_, left, right)) = parts.compounds.get(start).filter(|compound| compound.0 == hash) else {
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
fn soft(a: &Profile, b: &Profile, rest_a: &[usize], rest_b: &[usize], vocabulary: &Vocabulary) -> Vec<Link> {
    let mut found: Vec<Link> = Vec::new();
    for &i in rest_a {
        for &j in rest_b {
            found.extend(join(&a.terms[i], &b.terms[j], vocabulary).map(|(join, worth)| Link {
                a: i,
                b: j,
                join,
                worth,
            }));
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
fn join(a: &Term, b: &Term, vocabulary: &Vocabulary) -> Option<(Join, f64)> {
    if a.number || b.number {
        return None;
    }
    let (x, y) = (vocabulary.entry(a.id), vocabulary.entry(b.id));
    let letters = (likeness_of_letters(x, y) - LETTERS_FLOOR) / (1.0 - LETTERS_FLOOR);
    let meaning = if a.name || b.name { 0.0 } else { nearness(x, y) };
    match meaning >= letters {
        true if meaning > 0.0 => Some((Join::Near, meaning)),
        false if letters > 0.0 => Some((Join::Fuzzy, letters)),
        _ => None,
    }
}

/// How near in meaning: a set made by hand counts before the company that words keep, and opposites keep company.
fn nearness(x: &Entry, y: &Entry) -> f64 {
    if x.near.iter().any(|set| y.near.contains(set)) {
        return SET_WORTH;
    }
    let (Some(one), Some(other)) = (x.vector, y.vector) else { return 0.0 };
    let worth = (one.likeness(other) - COMPANY_FLOOR) / (1.0 - COMPANY_FLOOR);
    if worth > 0.0 && opposites::opposed_stems(&x.text, &y.text) { 0.0 } else { worth.max(0.0) }
}

fn likeness_of_letters(x: &Entry, y: &Entry) -> f64 {
    let common = super::common(&x.grams, &y.grams);
    super::ratio(2.0 * common as f64, (x.grams.len() + y.grams.len()) as f64)
}
