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

use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap};

use petgraph::unionfind::UnionFind;

use super::{Item, Scored, Voice};

/// A group's average score to another must reach this share of the threshold for the two to become one.
const AVERAGE: f64 = 0.6;

/// How often one voice may say one claim: in its headline, in its lead, and once more in full. More are neighbouring
/// statements of one story that a chain of likeness ties together.
const MOST_OF_ONE_VOICE: usize = 3;

/// A partition of the mentions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Groups {
    /// The smallest member of each mention's group.
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
        let mut members: Vec<Vec<usize>> = members.into_values().collect();
        members.sort();
        members
    }
}

/// Groups mentions: only aligned pairs (`chosen`, sorted) start a join, every score counts for its average.
///
/// `score` is asked for what is not aligned, and only where two groups that an alignment ties together need it.
pub fn groups(
    items: &[Item],
    chosen: &[Scored],
    threshold: f64,
    score: impl Fn(usize, usize) -> f64,
) -> Groups {
    let tied = Tied::new(items, chosen, &score);
    let least = threshold * AVERAGE;
    let mut state = State::new(&tied);
    while let Some(next) = state.heap.pop() {
        if next.average >= least && state.is_current(&next) && state.fit(next.a, next.b) {
            state.join(next.a, next.b);
        }
    }
    let grown = state.into_names();
    let settled = settled(&tied, &grown, least);
    tied.groups(items.len(), &tied.linked_parts(&settled))
}

/// The mentions that have an alignment, numbered among themselves: of many mentions they are few.
struct Tied<'a> {
    mentions: Vec<usize>,
    voices: Vec<Voice>,
    /// Alignments, `a < b`.
    links: Vec<(usize, usize, f64)>,
    /// What is known of pairs without an alignment.
    known: RefCell<HashMap<(usize, usize), f64>>,
    score: &'a dyn Fn(usize, usize) -> f64,
}

impl<'a> Tied<'a> {
    fn new(items: &[Item], chosen: &[Scored], score: &'a dyn Fn(usize, usize) -> f64) -> Self {
        let mut mentions: Vec<usize> = chosen.iter().flat_map(|pair| [pair.a, pair.b]).collect();
        mentions.sort_unstable();
        mentions.dedup();
        let number = |mention: usize| mentions.partition_point(|other| *other < mention);
        let links: Vec<_> = chosen.iter().map(|pair| (number(pair.a), number(pair.b), pair.score)).collect();
        let known = links.iter().map(|(a, b, score)| ((*a, *b), *score)).collect();
        let voices = mentions.iter().map(|mention| items[*mention].voice()).collect();
        Tied { mentions, voices, links, known: RefCell::new(known), score }
    }

    fn len(&self) -> usize {
        self.mentions.len()
    }

    fn score(&self, a: usize, b: usize) -> f64 {
        let (a, b) = (a.min(b), a.max(b));
        let known = self.known.borrow().get(&(a, b)).copied();
        known.unwrap_or_else(|| {
            let score = (self.score)(self.mentions[a], self.mentions[b]);
            self.known.borrow_mut().insert((a, b), score);
            score
        })
    }

    /// The sum over all pairs of different voices.
    fn sum(&self, ours: &[usize], theirs: &[usize]) -> f64 {
        let apart = |a: usize, b: usize| self.voices[a] != self.voices[b];
        let with = |a: usize| theirs.iter().filter(move |b| apart(a, **b)).map(move |b| self.score(a, *b));
        ours.iter().flat_map(|a| with(*a)).sum()
    }

    /// Parts of a group that no alignment joins become groups of their own.
    fn linked_parts(&self, names: &[usize]) -> Vec<usize> {
        let mut sets = UnionFind::new(self.len());
        for (a, b, _) in self.links.iter().filter(|(a, b, _)| names[*a] == names[*b]) {
            sets.union(*a, *b);
        }
        (0..self.len()).map(|mention| sets.find(mention)).collect()
    }

    /// From a partition of the tied mentions to one of all, each group by its smallest member.
    fn groups(&self, mentions: usize, names: &[usize]) -> Groups {
        let mut of: Vec<usize> = (0..mentions).collect();
        let mut first: HashMap<usize, usize> = HashMap::new();
        for (mention, name) in self.mentions.iter().zip(names) {
            of[*mention] = *first.entry(*name).or_insert(*mention);
        }
        Groups { of }
    }
}

/// Moves mentions to the group of their best partner; all moves are decided on the grouping as it was.
fn settled(tied: &Tied, before: &[usize], least: f64) -> Vec<usize> {
    let mut members: HashMap<usize, Vec<usize>> = HashMap::new();
    before.iter().enumerate().for_each(|(mention, name)| members.entry(*name).or_default().push(mention));
    let best = best_partners(tied);
    let stays = |mention: usize| before[mention] == before[best[mention]];
    let welcome = |mention: usize, group: &[usize]| {
        let own = |other: &&usize| tied.voices[**other] == tied.voices[mention];
        let (of_own, others) = (group.iter().filter(own).count(), group.len());
        let average = tied.sum(&[mention], group) / (others - of_own).max(1) as f64;
        average >= least && of_own < MOST_OF_ONE_VOICE
    };
    let after = |mention: usize| {
        let to = best[mention];
        let moves = !stays(mention) && stays(to) && welcome(mention, &members[&before[to]]);
        if moves { before[to] } else { before[mention] }
    };
    (0..tied.len()).map(after).collect()
}

/// The best partner of each mention; of equals the first.
fn best_partners(tied: &Tied) -> Vec<usize> {
    let mut best: Vec<(f64, usize)> = vec![(f64::NEG_INFINITY, 0); tied.len()];
    for (a, b, score) in &tied.links {
        for (from, to) in [(*a, *b), (*b, *a)] {
            if *score > best[from].0 {
                best[from] = (*score, to);
            }
        }
    }
    best.into_iter().map(|(_, partner)| partner).collect()
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

/// Groups are named by their first member; `sums[g]` holds, for each group that an alignment ties to `g`, the sum of the
/// scores of all pairs across.
struct State<'a> {
    tied: &'a Tied<'a>,
    members: Vec<Vec<usize>>,
    /// How many members each voice has.
    voices: Vec<BTreeMap<Voice, usize>>,
    sums: Vec<BTreeMap<usize, f64>>,
    heap: BinaryHeap<Candidate>,
}

impl<'a> State<'a> {
    fn new(tied: &'a Tied) -> Self {
        let mut state = State {
            tied,
            members: (0..tied.len()).map(|mention| vec![mention]).collect(),
            voices: tied.voices.iter().map(|voice| BTreeMap::from([(*voice, 1)])).collect(),
            sums: vec![BTreeMap::new(); tied.len()],
            heap: BinaryHeap::new(),
        };
        for (a, b, score) in &tied.links {
            state.tie(*a, *b, *score);
            state.offer(*a, *b);
        }
        state
    }

    fn tie(&mut self, a: usize, b: usize, sum: f64) {
        self.sums[a].insert(b, sum);
        self.sums[b].insert(a, sum);
    }

    fn average(&self, a: usize, b: usize) -> Option<f64> {
        let sum = self.sums[a].get(&b)?;
        let all = self.members[a].len() * self.members[b].len();
        let of_one_voice: usize = self.shared_voices(a, b).map(|(x, y)| x * y).sum();
        Some(sum / (all - of_one_voice).max(1) as f64)
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
        self.sums[keep].remove(&gone);
        self.sums[gone].remove(&keep);
        let (ours, theirs) = (self.sums[keep].clone(), std::mem::take(&mut self.sums[gone]));
        let neighbours: BTreeSet<usize> = ours.keys().chain(theirs.keys()).copied().collect();
        for &neighbour in &neighbours {
            let with = |known: Option<&f64>, group: usize| {
                known
                    .copied()
                    .unwrap_or_else(|| self.tied.sum(&self.members[group], &self.members[neighbour]))
            };
            let sum = with(ours.get(&neighbour), keep) + with(theirs.get(&neighbour), gone);
            self.sums[neighbour].remove(&gone);
            self.tie(keep, neighbour, sum);
        }
        let moved = std::mem::take(&mut self.members[gone]);
        self.members[keep].extend(moved);
        for (voice, count) in std::mem::take(&mut self.voices[gone]) {
            *self.voices[keep].entry(voice).or_default() += count;
        }
        neighbours.into_iter().for_each(|neighbour| self.offer(keep, neighbour));
    }

    /// The name of each mention's group.
    fn into_names(self) -> Vec<usize> {
        let mut names = vec![0; self.members.len()];
        for (name, members) in self.members.iter().enumerate() {
            members.iter().for_each(|member| names[*member] = name);
        }
        names
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_documents(documents: impl Iterator<Item = usize>) -> Vec<Item> {
        documents.map(|document| Item { document, outlet: 0, language: 0, place: 0 }).collect()
    }

    fn grouped(pairs: &[(usize, usize, f64)]) -> Vec<Vec<usize>> {
        let scored: Vec<Scored> = pairs.iter().map(|&(a, b, score)| Scored { a, b, score }).collect();
        let chosen: Vec<Scored> = scored.iter().filter(|pair| pair.score >= 0.5).copied().collect();
        let score = |a: usize, b: usize| {
            scored.iter().find(|pair| (pair.a, pair.b) == (a, b)).map_or(0.0, |pair| pair.score)
        };
        groups(&of_documents(0..4), &chosen, 0.5, score).members()
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
        let items = of_documents((0..6).map(|mention| usize::from(mention > 0)));
        assert_eq!(groups(&items, &scored, 0.5, |_, _| 0.0).members()[0].len(), 4);
    }

    #[test]
    fn mentions_without_links_stay_alone() {
        assert_eq!(grouped(&[]), [vec![0], vec![1], vec![2], vec![3]]);
    }
}
