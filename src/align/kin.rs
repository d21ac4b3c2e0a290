//! Which documents tell one story: every two whose words have a cosine above a bound, found without comparing all with
//! all.
//!
//! ```text
//!   cosine = Σ rare words + Σ common words        a handful of words stand in half of the documents, and their lists
//!            └ found by an index ┘ └ bounded ┘    are nearly all the work: their part is bounded by its length instead
//! ```
//!
//! What the rare words bring, and the most that the common ones can bring (Cauchy and Schwarz), decides which pairs are
//! looked at in full. So the result is that of comparing all with all (after Anastasiu & Karypis 2014, L2AP).

use std::cmp::Ordering;

use rayon::prelude::*;

use crate::score::{StemId, Vocabulary};

/// The words of a document with their weights, by stem, and the vector's length.
#[derive(Clone, Debug, Default)]
pub struct Story {
    weights: Vec<(StemId, f64)>,
    length: f64,
}

impl Story {
    pub fn new(stems: &[StemId], vocabulary: &Vocabulary) -> Self {
        let weights: Vec<_> = stems.iter().map(|stem| (*stem, vocabulary.entry(*stem).background)).collect();
        let length = weights.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt();
        Story { weights, length }
    }

    /// Distinct words.
    pub fn len(&self) -> usize {
        self.weights.len()
    }

    fn likeness(&self, other: &Story) -> f64 {
        let (mut i, mut j, mut product) = (0, 0, 0.0);
        while let (Some(x), Some(y)) = (self.weights.get(i), other.weights.get(j)) {
            match x.0.cmp(&y.0) {
                Ordering::Less => i += 1,
                Ordering::Greater => j += 1,
                Ordering::Equal => {
                    product += x.1 * y.1;
                    (i, j) = (i + 1, j + 1);
                }
            }
        }
        if product == 0.0 { 0.0 } else { product / (self.length * other.length) }
    }
}

/// Fewer stories are compared all with all: the index would cost more.
const FEW: usize = 48;
/// Sums of the index are of single precision: a pair is looked at in full when it comes so near.
const SLACK: f64 = 1e-3;

/// For each story the others that are more alike than the bound, ascending, with their likeness.
pub fn alike(stories: &[Story], bound: f64) -> Vec<Vec<(u32, f64)>> {
    let later: Vec<Vec<(u32, f64)>> = match stories.len() <= FEW {
        true => (0..stories.len()).map(|a| verified(stories, a, a + 1..stories.len(), bound)).collect(),
        false => Index::new(stories, bound).later(stories, bound),
    };
    both_ways(later)
}

fn verified(stories: &[Story], a: usize, others: impl Iterator<Item = usize>, bound: f64) -> Vec<(u32, f64)> {
    let with = |b: usize| (b as u32, stories[a].likeness(&stories[b]));
    others.map(with).filter(|(_, likeness)| *likeness > bound).collect()
}

/// Lists of later partners become lists of all partners.
fn both_ways(later: Vec<Vec<(u32, f64)>>) -> Vec<Vec<(u32, f64)>> {
    let mut all: Vec<Vec<(u32, f64)>> = vec![Vec::new(); later.len()];
    for (a, list) in later.into_iter().enumerate() {
        list.iter().for_each(|(b, likeness)| all[*b as usize].push((a as u32, *likeness)));
        all[a].extend(list);
    }
    all
}

/// Word → the stories that hold it, where it is rare enough.
struct Index {
    /// For each story, the share of its length that lies in common words.
    common: Vec<f32>,
    /// Stories of which so much lies in common words that the bound could be reached by them alone: compared with all.
    open: Vec<usize>,
    starts: Vec<u32>,
    /// Story, and its weight as a share of its length; ascending by story.
    postings: Vec<(u32, f32)>,
}

impl Index {
    fn new(stories: &[Story], bound: f64) -> Self {
        let holders = holders(stories);
        let cut = cut(stories, &holders, bound);
        let rare = |stem: StemId| holders[stem as usize] <= cut && holders[stem as usize] > 1;
        let common: Vec<f32> = stories.iter().map(|story| common(story, &holders, cut) as f32).collect();
        let mut starts = vec![0_u32; holders.len() + 1];
        for stem in 0..holders.len() {
            starts[stem + 1] = starts[stem] + if rare(stem as StemId) { holders[stem] } else { 0 };
        }
        let mut next = starts.clone();
        let mut postings = vec![(0, 0.0); starts[holders.len()] as usize];
        for (at, story) in stories.iter().enumerate() {
            for (stem, weight) in story.weights.iter().filter(|(stem, _)| rare(*stem)) {
                postings[next[*stem as usize] as usize] = (at as u32, (weight / story.length) as f32);
                next[*stem as usize] += 1;
            }
        }
        let is_open = |at: &usize| f64::from(common[*at]) >= open_from(bound);
        let open = (0..stories.len()).filter(is_open).collect();
        Index { common, open, starts, postings }
    }

    fn later(&self, stories: &[Story], bound: f64) -> Vec<Vec<(u32, f64)>> {
        let sums = || (vec![0.0_f32; stories.len()], Vec::new());
        (0..stories.len())
            .into_par_iter()
            .map_init(sums, |(sums, touched), a| {
                let mut found = self.candidates(stories, a, bound, sums, touched);
                found.sort_unstable();
                found.dedup();
                verified(stories, a, found.into_iter(), bound)
            })
            .collect()
    }

    /// The later stories that may be alike.
    fn candidates(
        &self,
        stories: &[Story],
        a: usize,
        bound: f64,
        sums: &mut [f32],
        touched: &mut Vec<u32>,
    ) -> Vec<usize> {
        if self.open.binary_search(&a).is_ok() {
            return (a + 1..stories.len()).collect();
        }
        let story = &stories[a];
        for (stem, weight) in &story.weights {
            let weight = (weight / story.length) as f32;
            for (b, other) in self.behind(*stem, a) {
                let sum = &mut sums[*b as usize];
                if *sum == 0.0 {
                    touched.push(*b);
                }
                *sum += weight * other;
            }
        }
        let mut found: Vec<usize> = Vec::new();
        for b in touched.drain(..) {
            let sum = std::mem::take(&mut sums[b as usize]);
            let most = f64::from(sum) + f64::from(self.common[a]) * f64::from(self.common[b as usize]);
            if most + SLACK > bound {
                found.push(b as usize);
            }
        }
        found.extend(&self.open[self.open.partition_point(|b| *b <= a)..]);
        found
    }

    /// The stories after `a` that hold a word.
    fn behind(&self, stem: StemId, a: usize) -> &[(u32, f32)] {
        let list =
            &self.postings[self.starts[stem as usize] as usize..self.starts[stem as usize + 1] as usize];
        &list[list.partition_point(|(story, _)| *story as usize <= a)..]
    }
}

/// Two stories that have less than this of their length in common words cannot reach the bound by them alone.
fn open_from(bound: f64) -> f64 {
    (bound - 2.0 * SLACK).max(0.0).sqrt()
}

fn holders(stories: &[Story]) -> Vec<u32> {
    let most = stories.iter().flat_map(|story| story.weights.last()).map(|(stem, _)| *stem + 1).max();
    let mut holders = vec![0; most.unwrap_or(0) as usize];
    stories.iter().flat_map(|story| &story.weights).for_each(|(stem, _)| holders[*stem as usize] += 1);
    holders
}

/// The share of a story's length that lies in words of more than `cut` stories.
fn common(story: &Story, holders: &[u32], cut: u32) -> f64 {
    let of = story.weights.iter().filter(|(stem, _)| holders[*stem as usize] > cut);
    let squares: f64 = of.map(|(_, weight)| weight * weight).sum();
    if story.length > 0.0 { squares.sqrt() / story.length } else { 0.0 }
}

/// In how many stories a word may stand to be indexed: as few as leave hardly a story open.
fn cut(stories: &[Story], holders: &[u32], bound: f64) -> u32 {
    let mut cut = stories.len() as u32;
    while cut > 8 {
        let lower = cut / 2;
        let open = |story: &&Story| common(story, holders, lower) >= open_from(bound);
        if stories.iter().filter(open).count() * 100 > stories.len() {
            break;
        }
        cut = lower;
    }
    cut
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn story(words: Vec<u32>) -> Story {
        let mut words = words;
        words.sort_unstable();
        words.dedup();
        let weights: Vec<_> = words.into_iter().map(|stem| (stem, 2.0 + f64::from(stem % 9))).collect();
        let length = weights.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt();
        Story { weights, length }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn the_index_finds_what_comparing_all_with_all_finds(
            words in prop::collection::vec(prop::collection::vec((0_u32..60, 0_u32..60), 0..30), 50..90),
            bound in 0.05_f64..0.6,
        ) {
            // The lesser of two numbers: low ones are frequent, as words are.
            let stories: Vec<Story> =
                words.into_iter().map(|words| story(words.into_iter().map(|(x, y)| x.min(y)).collect())).collect();
            let all = |a: usize| verified(&stories, a, (0..stories.len()).filter(|b| *b != a), bound);
            let brute: Vec<Vec<u32>> =
                (0..stories.len()).map(|a| all(a).into_iter().map(|(b, _)| b).collect()).collect();
            let found: Vec<Vec<u32>> =
                alike(&stories, bound).into_iter().map(|list| list.into_iter().map(|(b, _)| b).collect()).collect();
            prop_assert_eq!(found, brute);
        }
    }
}
