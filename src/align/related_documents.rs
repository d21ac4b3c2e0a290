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

use crate::similarity::StemId;

/// The distinct words of a document, ascending, and the length of their vector of weights.
#[derive(Clone, Copy, Debug)]
pub struct Story<'a> {
    stems: &'a [StemId],
    length: f64,
}

/// What a document's words weigh: by stem.
pub type Weights = [f64];

impl<'a> Story<'a> {
    pub fn new(stems: &'a [StemId], weights: &Weights) -> Self {
        let squares = stems.iter().map(|stem| weights[*stem as usize] * weights[*stem as usize]);
        Story { stems, length: squares.sum::<f64>().sqrt() }
    }

    /// Distinct words.
    pub fn len(&self) -> usize {
        self.stems.len()
    }

    fn likeness(&self, other: &Story, weights: &Weights) -> f64 {
        let (mut i, mut j, mut product) = (0, 0, 0.0);
        while let (Some(x), Some(y)) = (self.stems.get(i), other.stems.get(j)) {
            match x.cmp(y) {
                Ordering::Less => i += 1,
                Ordering::Greater => j += 1,
                Ordering::Equal => {
                    product += weights[*x as usize] * weights[*x as usize];
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
pub fn alike(stories: &[Story], weights: &Weights, bound: f64) -> Vec<Vec<(u32, f64)>> {
    let search = Search { stories, weights, bound };
    both_ways(match stories.len() <= FEW {
        true => (0..stories.len()).map(|a| search.verified(a, a + 1..stories.len())).collect(),
        false => search.later(),
    })
}

#[derive(Clone, Copy)]
struct Search<'a> {
    stories: &'a [Story<'a>],
    weights: &'a Weights,
    bound: f64,
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

impl Search<'_> {
    /// Those of some stories that are alike.
    fn verified(&self, a: usize, others: impl Iterator<Item = usize>) -> Vec<(u32, f64)> {
        let with = |b: usize| (b as u32, self.stories[a].likeness(&self.stories[b], self.weights));
        others.map(with).filter(|(_, likeness)| *likeness > self.bound).collect()
    }

    /// The later stories that are alike, of each.
    fn later(self) -> Vec<Vec<(u32, f64)>> {
        let index = Index::new(self);
        let sums = || (vec![0.0_f32; self.stories.len()], Vec::new());
        let of = |(sums, touched): &mut (Vec<f32>, Vec<u32>), a: usize| {
            let mut found = index.candidates(a, sums, touched);
            found.sort_unstable();
            found.dedup();
            self.verified(a, found.into_iter())
        };
        (0..self.stories.len()).into_par_iter().map_init(sums, of).collect()
    }

    fn holders(&self) -> Vec<u32> {
        let mut holders = vec![0; self.weights.len()];
        self.stories.iter().flat_map(|story| story.stems).for_each(|stem| holders[*stem as usize] += 1);
        holders
    }

    /// The share of a story's length that lies in words of more than `cut` stories.
    fn common(&self, story: &Story, holders: &[u32], cut: u32) -> f64 {
        let of = story.stems.iter().map(|stem| *stem as usize).filter(|stem| holders[*stem] > cut);
        let squares: f64 = of.map(|stem| self.weights[stem] * self.weights[stem]).sum();
        if story.length > 0.0 { squares.sqrt() / story.length } else { 0.0 }
    }

    /// Two stories that have less than this of their length in common words cannot reach the bound by them alone.
    fn open_from(&self) -> f64 {
        (self.bound - 2.0 * SLACK).max(0.0).sqrt()
    }

    /// In how many stories a word may stand to be indexed: as few as leave hardly a story open.
    fn cut(&self, holders: &[u32]) -> u32 {
        let mut cut = self.stories.len() as u32;
        while cut > 8 {
            let lower = cut / 2;
            let open = |story: &&Story| self.common(story, holders, lower) >= self.open_from();
            if self.stories.par_iter().filter(open).count() * 100 > self.stories.len() {
                break;
            }
            cut = lower;
        }
        cut
    }
}

/// Word → the stories that hold it, where it is rare enough.
struct Index<'a> {
    search: Search<'a>,
    /// For each story, the share of its length that lies in common words.
    common: Vec<f32>,
    /// Stories of which so much lies in common words that the bound could be reached by them alone: compared with all.
    open: Vec<usize>,
    starts: Vec<u32>,
    /// Story, and the word's weight as a share of its length; ascending by story.
    postings: Vec<(u32, f32)>,
}

impl<'a> Index<'a> {
    fn new(search: Search<'a>) -> Self {
        let Search { stories, weights, .. } = search;
        let holders = search.holders();
        let cut = search.cut(&holders);
        let rare = |stem: usize| holders[stem] <= cut && holders[stem] > 1;
        let common: Vec<f32> =
            stories.par_iter().map(|story| search.common(story, &holders, cut) as f32).collect();
        let mut starts = vec![0_u32; holders.len() + 1];
        for stem in 0..holders.len() {
            starts[stem + 1] = starts[stem] + if rare(stem) { holders[stem] } else { 0 };
        }
        let mut next = starts.clone();
        let mut postings = vec![(0, 0.0); starts[holders.len()] as usize];
        for (at, story) in stories.iter().enumerate() {
            for stem in story.stems.iter().map(|stem| *stem as usize).filter(|stem| rare(*stem)) {
                postings[next[stem] as usize] = (at as u32, (weights[stem] / story.length) as f32);
                next[stem] += 1;
            }
        }
        let is_open = |at: &usize| f64::from(common[*at]) >= search.open_from();
        let open = (0..stories.len()).filter(is_open).collect();
        Index { search, common, open, starts, postings }
    }

    /// The later stories that may be alike.
    fn candidates(&self, a: usize, sums: &mut [f32], touched: &mut Vec<u32>) -> Vec<usize> {
        let Search { stories, weights, bound } = self.search;
        if self.open.binary_search(&a).is_ok() {
            return (a + 1..stories.len()).collect();
        }
        for stem in stories[a].stems {
            let weight = (weights[*stem as usize] / stories[a].length) as f32;
            for (b, other) in self.behind(*stem as usize, a) {
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
    fn behind(&self, stem: usize, a: usize) -> &[(u32, f32)] {
        let list = &self.postings[self.starts[stem] as usize..self.starts[stem + 1] as usize];
        &list[list.partition_point(|(story, _)| *story as usize <= a)..]
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sorted(words: Vec<(u32, u32)>) -> Vec<StemId> {
        // The lesser of two numbers: low ones are frequent, as words are.
        let mut words: Vec<StemId> = words.into_iter().map(|(x, y)| x.min(y)).collect();
        words.sort_unstable();
        words.dedup();
        words
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn the_index_finds_what_comparing_all_with_all_finds(
            words in prop::collection::vec(prop::collection::vec((0_u32..60, 0_u32..60), 0..30), 50..90),
            bound in 0.05_f64..0.6,
        ) {
            let words: Vec<Vec<StemId>> = words.into_iter().map(sorted).collect();
            let weights: Vec<f64> = (0..60).map(|stem| 2.0 + f64::from(stem % 9)).collect();
            let stories: Vec<Story> = words.iter().map(|stems| Story::new(stems, &weights)).collect();
            let search = Search { stories: &stories, weights: &weights, bound };
            let all = |a: usize| search.verified(a, (0..stories.len()).filter(|b| *b != a));
            let brute: Vec<Vec<u32>> =
                (0..stories.len()).map(|a| all(a).into_iter().map(|(b, _)| b).collect()).collect();
            let found: Vec<Vec<u32>> =
                alike(&stories, &weights, bound).into_iter().map(|list| list.into_iter().map(|(b, _)| b).collect()).collect();
            prop_assert_eq!(found, brute);
        }
    }
}
