//! What two mentions have in common, term by term: found once a pair, read by the features.
//!
//! ```text
//!   navy  arrested  23  pirates        exact   23, pirates
//!   navy  seized    23  pirate         near    arrested ~ seized   (data/lexicon/near.tsv)
//!         Zelensky ~ Zelenskyy         fuzzy   Jaro-Winkler between rare words
//! ```
//!
//! Greedy joining from the closest pair down would depend on the order of ties, so ties are broken by
//! the terms' own numbers, which are the same whichever sentence comes first.

use super::profile::{Profile, Term};
use super::vocabulary::Vocabulary;

/// A near-meaning join is worth this much of the smaller weight.
const NEAR_WORTH: f64 = 0.75;
/// Spellings less alike than this are different words.
const FUZZY_FLOOR: f64 = 0.92;
/// Only rare words are compared by their letters: common ones have their own look-alikes.
const FUZZY_RARITY: f64 = 6.5;
/// Short words look alike by chance.
const FUZZY_LETTERS: usize = 5;

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
    /// Weight of stems that stand on both sides.
    pub exact: f64,
    /// `exact` and what near meanings and spellings add.
    pub soft: f64,
    /// Sum of squared weights of the links.
    pub squared: f64,
    /// Number of stems that stand on both sides.
    pub count: usize,
}

impl Overlap {
    pub fn new(a: &Profile, b: &Profile, vocabulary: &Vocabulary) -> Self {
        let (mut links, rest_a, rest_b) = exact(a, b);
        let count = links.len();
        links.extend(soft(a, b, &rest_a, &rest_b, vocabulary));
        let mut overlap = Overlap { count, ..Overlap::default() };
        for link in &links {
            let weight = a.terms[link.a].weight.min(b.terms[link.b].weight) * link.worth;
            overlap.soft += weight;
            overlap.squared += weight * weight;
            if link.join == Join::Exact {
                overlap.exact += weight;
            }
        }
        overlap.links = links;
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

fn join(a: &Term, b: &Term, vocabulary: &Vocabulary) -> Option<(Join, f64)> {
    let (x, y) = (vocabulary.entry(a.id), vocabulary.entry(b.id));
    if x.near.iter().any(|set| y.near.contains(set)) {
        return Some((Join::Near, NEAR_WORTH));
    }
    let comparable = !a.number && !b.number && x.background.min(y.background) >= FUZZY_RARITY;
    let long = x.text.len().min(y.text.len()) >= FUZZY_LETTERS && x.text.len().max(y.text.len()) <= 40;
    if !(comparable && long && x.text.chars().next() == y.text.chars().next()) {
        return None;
    }
    let likeness = strsim::jaro_winkler(&x.text, &y.text);
    (likeness >= FUZZY_FLOOR).then_some((Join::Fuzzy, likeness))
}
