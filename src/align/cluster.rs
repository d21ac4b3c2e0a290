//! Aligned mentions grouped into claims, by average link.
//!
//! ```text
//!   A ─.9─ B ─.6─ C        A–C .0: average of {A,B} to C is .30, so C stays out
//!   A ─.9─ B ─.6─ C        A–C .3: average of {A,B} to C is .45, so C joins
//! ```
//!
//! Closeness is not transitive: connected components drift along chains of weak links, and complete link breaks a claim
//! apart at its one odd wording. Average link joins a mention when it is close to the group as a whole: to the members
//! it could be aligned with, those of other voices. No voice may say a claim more than three times. Groups grow from the
//! closest pair down; ties go by the mentions' own order, so the result depends on nothing else. Cost: the links, times a
//! logarithm.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};

use petgraph::unionfind::UnionFind;

use super::{Scored, Voice};

/// A group's average score to another must reach this share of the threshold for the two to become one.
const AVERAGE: f64 = 0.6;

/// How often one voice may say one claim: in its headline, in its lead, and once more in full. More are neighbouring
/// statements of one story that a chain of likeness ties together.
const MOST_OF_ONE_VOICE: usize = 3;

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
        let mut members: Vec<Vec<usize>> = self.by_name().into_values().collect();
        members.sort();
        members
    }

    fn by_name(&self) -> BTreeMap<usize, Vec<usize>> {
        let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (mention, group) in self.of.iter().enumerate() {
            members.entry(*group).or_default().push(mention);
        }
        members
    }
}

impl Groups {
    /// Parts of a group that no alignment joins any more become groups of their own.
    fn split_unlinked(&mut self, chosen: &[Scored]) {
        let mut sets = UnionFind::new(self.of.len());
        for pair in chosen.iter().filter(|pair| self.together(pair.a, pair.b)) {
            sets.union(pair.a, pair.b);
        }
        let mut names: BTreeMap<usize, usize> = BTreeMap::new();
        self.of =
            (0..self.of.len()).map(|mention| *names.entry(sets.find(mention)).or_insert(mention)).collect();
    }
}

/// Groups mentions, given whose voice each of them is: only aligned pairs (`chosen`) start a join, every score counts for
/// its average.
pub fn groups(voices: &[Voice], scored: &[Scored], chosen: &[Scored], threshold: f64) -> Groups {
    let mut state = State::new(voices, scored, chosen);
    while let Some(next) = state.heap.pop() {
        let close = next.average >= threshold * AVERAGE;
        if close && state.is_current(&next) && state.fit(next.a, next.b) {
            state.join(next.a, next.b);
        }
    }
    let mut groups = state.into_groups();
    settle(&mut groups, voices, scored, chosen, threshold * AVERAGE);
    groups.split_unlinked(chosen);
    groups
}

/// Moves mentions to the group of their best partner; all moves are decided on the grouping as it was.
fn settle(groups: &mut Groups, voices: &[Voice], scored: &[Scored], chosen: &[Scored], least: f64) {
    let before = groups.clone();
    let members = before.by_name();
    let mut best: BTreeMap<usize, (f64, usize)> = BTreeMap::new();
    for pair in chosen {
        for (from, to) in [(pair.a, pair.b), (pair.b, pair.a)] {
            let entry = best.entry(from).or_insert((pair.score, to));
            if pair.score > entry.0 {
                *entry = (pair.score, to);
            }
        }
    }
    let scores: BTreeMap<(usize, usize), f64> =
        scored.iter().map(|pair| ((pair.a, pair.b), pair.score)).collect();
    let score = |x: usize, y: usize| scores.get(&(x.min(y), x.max(y))).copied().unwrap_or(0.0);
    let stays = |mention: usize| best.get(&mention).is_none_or(|(_, to)| before.together(mention, *to));
    let welcome = |mention: usize, group: &[usize]| {
        let others = || group.iter().filter(|other| voices[**other] != voices[mention]);
        let average =
            others().map(|other| score(mention, *other)).sum::<f64>() / others().count().max(1) as f64;
        average >= least && group.len() - others().count() < MOST_OF_ONE_VOICE
    };
    for (&mention, &(_, to)) in &best {
        let there = members.get(&before.of[to]);
        if !stays(mention) && stays(to) && there.is_some_and(|group| welcome(mention, group)) {
            groups.of[mention] = before.of[to];
        }
    }
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
    /// How many members each voice has.
    voices: Vec<BTreeMap<Voice, usize>>,
    links: Vec<BTreeMap<usize, Between>>,
    heap: BinaryHeap<Candidate>,
}

impl State {
    fn new(voices: &[Voice], scored: &[Scored], chosen: &[Scored]) -> Self {
        let mut state = State {
            members: (0..voices.len()).map(|mention| vec![mention]).collect(),
            voices: voices.iter().map(|voice| BTreeMap::from([(*voice, 1)])).collect(),
            links: vec![BTreeMap::new(); voices.len()],
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
        let all = self.members[a].len() * self.members[b].len();
        let of_one_voice: usize = self.shared_voices(a, b).map(|(x, y)| x * y).sum();
        Some(between.sum / (all - of_one_voice).max(1) as f64)
    }

    /// What each voice that is in both groups has in the one and in the other.
    fn shared_voices(&self, a: usize, b: usize) -> impl Iterator<Item = (usize, usize)> {
        let (few, many) = if self.voices[a].len() <= self.voices[b].len() { (a, b) } else { (b, a) };
        self.voices[few].iter().filter_map(move |(voice, x)| Some((*x, *self.voices[many].get(voice)?)))
    }

    /// Whether no voice would say the joined claim more often than it sensibly can.
    fn fit(&self, a: usize, b: usize) -> bool {
        self.shared_voices(a, b).all(|(x, y)| x + y <= MOST_OF_ONE_VOICE)
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
        for (voice, count) in std::mem::take(&mut self.voices[gone]) {
            *self.voices[keep].entry(voice).or_default() += count;
        }
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
        let voices: Vec<Voice> = (0..4).map(|document| (document, 0)).collect();
        groups(&voices, &scored, &chosen, 0.5).members()
    }

    #[test]
    fn a_chain_of_weak_links_is_no_claim() {
        assert_eq!(grouped(&[(0, 1, 0.9), (1, 2, 0.55), (2, 3, 0.5)]), [vec![0, 1], vec![2, 3]]);
    }

    #[test]
    fn one_weak_pair_does_not_break_a_claim() {
        let scores = [(0, 1, 0.9), (1, 2, 0.8), (0, 2, 0.3), (0, 3, 0.7), (1, 3, 0.8), (2, 3, 0.6)];
        assert_eq!(grouped(&scores), [vec![0, 1, 2, 3]]);
    }

    #[test]
    fn a_mention_goes_where_its_best_link_leads() {
        // 3 says what 0 says, and a little of what 2 says; 1 dilutes the average of the group it belongs to.
        let scores = [(0, 1, 0.9), (0, 3, 0.85), (1, 3, 0.2), (2, 3, 0.84)];
        assert_eq!(grouped(&scores), [vec![0, 1, 3], vec![2]]);
    }

    #[test]
    fn no_voice_says_a_claim_more_than_three_times() {
        let scored: Vec<Scored> = (1..6).map(|b| Scored { a: 0, b, score: 0.9 }).collect();
        let voices: Vec<Voice> = (0..6).map(|mention| (usize::from(mention > 0), 0)).collect();
        assert_eq!(groups(&voices, &scored, &scored, 0.5).members()[0].len(), 4);
    }

    #[test]
    fn mentions_without_links_stay_alone() {
        assert_eq!(grouped(&[]), [vec![0], vec![1], vec![2], vec![3]]);
    }
}
