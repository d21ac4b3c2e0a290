//! Aligned mentions grouped into claims, by average link.
//!
//! ```text
//!   A ─.9─ B ─.6─ C        A–C .1: average of {A,B} to C is .35, so C stays out
//!   A ─.9─ B ─.6─ C        A–C .4: average of {A,B} to C is .50, so C joins
//! ```
//!
//! Closeness is not transitive: connected components drift along chains of weak links, and complete link
//! breaks a claim apart at its one odd wording. Average link joins a mention when it is close to the group as
//! a whole. Groups grow from the closest pair down; ties go by the mentions' own order, so the result depends
//! on nothing else. Cost: the links, times a logarithm.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};

use super::Scored;

/// A group's average score to another must reach this share of the threshold for the two to become one.
const AVERAGE: f64 = 0.75;

/// A partition of the mentions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Groups {
    of: Vec<usize>,
}

impl Groups {
    /// Whether two mentions are in one group.
    pub fn together(&self, a: usize, b: usize) -> bool {
        self.of[a] == self.of[b]
    }

    /// The members of every group, ascending, groups by their first member.
    pub fn members(&self) -> Vec<Vec<usize>> {
        let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (mention, group) in self.of.iter().enumerate() {
            members.entry(*group).or_default().push(mention);
        }
        members.into_values().collect()
    }
}

/// Groups `count` mentions: only aligned pairs (`chosen`) start a join, every score counts for its average.
pub fn groups(count: usize, scored: &[Scored], chosen: &[Scored], threshold: f64) -> Groups {
    let mut state = State::new(count, scored, chosen);
    while let Some(next) = state.heap.pop() {
        if state.is_current(&next) && next.average >= threshold * AVERAGE {
            state.join(next.a, next.b);
        }
    }
    state.into_groups()
}

/// What is known between two groups.
#[derive(Clone, Copy, Debug, Default)]
struct Between {
    /// Sum of the scores of all pairs across.
    sum: f64,
    /// Whether one of these pairs is an alignment.
    aligned: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Candidate {
    average: f64,
    a: usize,
    b: usize,
}

impl Eq for Candidate {}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> Ordering {
        let place = |candidate: &Candidate| (candidate.a, candidate.b);
        self.average.total_cmp(&other.average).then_with(|| place(other).cmp(&place(self)))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Groups are named by their smallest member; `links[g]` holds what lies between `g` and its neighbours.
struct State {
    members: Vec<Vec<usize>>,
    links: Vec<BTreeMap<usize, Between>>,
    heap: BinaryHeap<Candidate>,
}

impl State {
    fn new(count: usize, scored: &[Scored], chosen: &[Scored]) -> Self {
        let mut state = State {
            members: (0..count).map(|mention| vec![mention]).collect(),
            links: vec![BTreeMap::new(); count],
            heap: BinaryHeap::new(),
        };
        for pair in scored {
            state.connect(pair.a, pair.b, Between { sum: pair.score, aligned: false });
        }
        for pair in chosen {
            state.connect(pair.a, pair.b, Between { sum: 0.0, aligned: true });
        }
        chosen.iter().for_each(|pair| state.offer(pair.a, pair.b));
        state
    }

    fn connect(&mut self, a: usize, b: usize, add: Between) {
        for (from, to) in [(a, b), (b, a)] {
            let between = self.links[from].entry(to).or_default();
            between.sum += add.sum;
            between.aligned |= add.aligned;
        }
    }

    fn average(&self, a: usize, b: usize) -> Option<f64> {
        let between = self.links[a].get(&b).filter(|between| between.aligned)?;
        Some(between.sum / (self.members[a].len() * self.members[b].len()) as f64)
    }

    fn offer(&mut self, a: usize, b: usize) {
        if let Some(average) = self.average(a, b) {
            self.heap.push(Candidate { average, a: a.min(b), b: a.max(b) });
        }
    }

    /// False when one of the two has changed since the candidate was offered.
    fn is_current(&self, candidate: &Candidate) -> bool {
        self.average(candidate.a, candidate.b) == Some(candidate.average)
    }

    fn join(&mut self, keep: usize, gone: usize) {
        let moved = std::mem::take(&mut self.members[gone]);
        self.members[keep].extend(moved);
        self.links[keep].remove(&gone);
        for (neighbour, between) in std::mem::take(&mut self.links[gone]) {
            self.links[neighbour].remove(&gone);
            if neighbour != keep {
                self.connect(keep, neighbour, between);
            }
        }
        let neighbours: Vec<usize> = self.links[keep].keys().copied().collect();
        neighbours.into_iter().for_each(|neighbour| self.offer(keep, neighbour));
    }

    fn into_groups(self) -> Groups {
        let mut of = vec![0; self.members.len()];
        for members in self.members {
            let name = members.iter().min().copied().unwrap_or_default();
            members.into_iter().for_each(|member| of[member] = name);
        }
        Groups { of }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grouped(pairs: &[(usize, usize, f64)]) -> Vec<Vec<usize>> {
        let scored: Vec<Scored> = pairs.iter().map(|&(a, b, score)| Scored { a, b, score }).collect();
        let chosen: Vec<Scored> = scored.iter().filter(|pair| pair.score >= 0.5).copied().collect();
        groups(4, &scored, &chosen, 0.5).members()
    }

    #[test]
    fn a_chain_of_weak_links_is_no_claim() {
        assert_eq!(grouped(&[(0, 1, 0.9), (1, 2, 0.6), (2, 3, 0.5)]), [vec![0, 1], vec![2, 3]]);
    }

    #[test]
    fn one_weak_pair_does_not_break_a_claim() {
        let scores = [(0, 1, 0.9), (1, 2, 0.8), (0, 2, 0.3), (0, 3, 0.7), (1, 3, 0.8), (2, 3, 0.6)];
        assert_eq!(grouped(&scores), [vec![0, 1, 2, 3]]);
    }

    #[test]
    fn mentions_without_links_stay_alone() {
        assert_eq!(grouped(&[]), [vec![0], vec![1], vec![2], vec![3]]);
    }
}
