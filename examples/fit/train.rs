//! Gradient boosting of small trees on the logistic loss (Friedman 2001), each feature allowed to pull one way only.
//!
//! Monotone as in LightGBM's basic method (Ke et al. 2017): a split on a feature that may only raise the score is
//! taken only when its right side is worth more, and everything below either side stays on its side of the middle.
//! No random numbers but a fixed sequence that leaves features out, so the same rows give the same trees.

use std::collections::BTreeMap;

use crosswire::similarity::{FEATURES, Tree};
use rayon::prelude::*;

use crate::gold::Row;

const TREES: usize = 260;
const LEAVES: usize = 8;
const RATE: f64 = 0.05;
/// Where every score begins, in logits, before the first tree.
pub const BIAS: f64 = -2.0;
/// What a leaf must hold to exist, in rows.
const FEWEST: usize = 40;
/// Pulls leaves towards nothing, in rows of average weight.
const RIDGE: f64 = 5.0;
const BINS: usize = 96;
/// Each tree sees this share of the features, so that none of two near twins carries all.
const SEEN: f64 = 0.35;

/// How much each corpus counts, however many rows it has, and how much more readily its people said *the same*
/// than those of ECB+ (in logits): the model learns the order inside such a corpus, not its level.
pub const CORPORA: &[(&str, f64, f64)] = &[
    ("ecb+", 3.0, 0.0),
    ("ecb+ siblings", 2.0, 0.0),
    ("msrp", 8.0, 0.0),
    ("sts headlines 2013", 4.0, 0.0),
    ("sts headlines 2014", 3.0, 0.0),
    ("sts msrpar", 6.0, -0.5),
    ("nanco", 1.0, 0.0),
];

/// Where every score begins, and what each tree adds to it.
pub struct Model {
    pub trees: Vec<Tree>,
}

impl Model {
    pub fn score(&self, values: &[f64]) -> f64 {
        sigmoid(BIAS + self.trees.iter().map(|tree| tree.worth(values)).sum::<f64>())
    }
}

const FOLDS: usize = 5;

/// A score for each row from a model that was fitted without the row's group, from these features only.
pub fn cross_validated(rows: &[Row], features: &[usize]) -> Vec<f64> {
    let models: Vec<Model> =
        (0..FOLDS).into_par_iter().map(|fold| fit(rows, features, |row| fold_of(row) != fold)).collect();
    rows.iter().map(|row| models[fold_of(row)].score(&row.values)).collect()
}

/// Groups stay together, so that a model is never tested on an event it has seen.
fn fold_of(row: &Row) -> usize {
    row.group.bytes().fold(7_usize, |hash, byte| hash.wrapping_mul(31).wrapping_add(byte as usize)) % FOLDS
}

/// The model of the rows that `take` lets in.
pub fn fit(rows: &[Row], features: &[usize], take: impl Fn(&Row) -> bool) -> Model {
    let rows: Vec<&Row> = rows.iter().filter(|row| take(row)).collect();
    let mut booster = Booster::new(&rows);
    let mut dice = Dice(1);
    let trees = (0..TREES)
        .map(|_| {
            let seen: Vec<usize> = features.iter().copied().filter(|_| dice.next() < SEEN).collect();
            booster.grow(if seen.is_empty() { features } else { &seen })
        })
        .collect();
    Model { trees }
}

/// A linear congruential sequence (Knuth's MMIX constants).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }
}

struct Booster<'a> {
    rows: &'a [&'a Row],
    weights: Vec<f64>,
    logits: Vec<f64>,
    /// For each feature, the values between bins, and each row's bin.
    cuts: Vec<Vec<f64>>,
    bins: Vec<Vec<u8>>,
}

/// Sum of gradients, of curvatures, and the rows.
#[derive(Clone, Copy, Default)]
struct Sums {
    gradient: f64,
    curvature: f64,
    rows: usize,
}

impl Sums {
    fn add(&mut self, gradient: f64, curvature: f64, rows: usize) {
        self.gradient += gradient;
        self.curvature += curvature;
        self.rows += rows;
    }

    fn without(self, other: Sums) -> Sums {
        Sums {
            gradient: self.gradient - other.gradient,
            curvature: self.curvature - other.curvature,
            rows: self.rows - other.rows,
        }
    }

    fn worth(self, within: (f64, f64)) -> f64 {
        (-self.gradient / (self.curvature + RIDGE)).clamp(within.0, within.1)
    }

    /// What the loss gains when the rows get this worth.
    fn gain(self, worth: f64) -> f64 {
        -(self.gradient * worth + 0.5 * (self.curvature + RIDGE) * worth * worth)
    }
}

/// A leaf that may still be split.
struct Leaf {
    members: Vec<u32>,
    sums: Sums,
    within: (f64, f64),
    best: Option<Split>,
    /// Its place in the tree under construction.
    node: usize,
}

#[derive(Clone, Copy)]
struct Split {
    gain: f64,
    feature: usize,
    bin: usize,
}

enum Node {
    Leaf(f64),
    Split { feature: usize, cut: f64, left: usize, right: usize },
}

impl<'a> Booster<'a> {
    fn new(rows: &'a [&'a Row]) -> Self {
        let cuts: Vec<Vec<f64>> = (0..FEATURES.len()).map(|feature| cuts(rows, feature)).collect();
        let bin = |feature: usize, row: &Row| {
            cuts[feature].partition_point(|cut| *cut <= row.values[feature]) as u8
        };
        let bins =
            (0..FEATURES.len()).map(|feature| rows.iter().map(|row| bin(feature, row)).collect()).collect();
        let offset = |row: &&Row| corpus(row.corpus).2;
        Booster {
            rows,
            weights: weights(rows),
            logits: rows.iter().map(|row| BIAS + offset(row)).collect(),
            cuts,
            bins,
        }
    }

    /// One more tree, and the logits moved by it.
    fn grow(&mut self, features: &[usize]) -> Tree {
        let slopes: Vec<(f64, f64)> = (0..self.rows.len()).map(|row| self.slope(row)).collect();
        let mut nodes = vec![Node::Leaf(0.0)];
        let members: Vec<u32> = (0..self.rows.len() as u32).collect();
        let mut leaves = vec![self.leaf(members, (-1e9, 1e9), 0, features, &slopes)];
        while leaves.len() < LEAVES {
            let best = (0..leaves.len()).filter(|leaf| leaves[*leaf].best.is_some()).max_by(|x, y| {
                let gain = |leaf: usize| leaves[leaf].best.map_or(0.0, |split| split.gain);
                gain(*x).total_cmp(&gain(*y)).then_with(|| y.cmp(x))
            });
            let Some(index) = best else { break };
            let leaf = leaves.swap_remove(index);
            leaves.extend(self.split(leaf, &mut nodes, features, &slopes));
        }
        for leaf in &leaves {
            let worth = RATE * leaf.sums.worth(leaf.within);
            let worth = (worth * 1e4).round() / 1e4;
            nodes[leaf.node] = Node::Leaf(worth);
            leaf.members.iter().for_each(|row| self.logits[*row as usize] += worth);
        }
        tree(&nodes, 0)
    }

    /// Gradient and curvature of a row's loss.
    fn slope(&self, row: usize) -> (f64, f64) {
        let score = sigmoid(self.logits[row]);
        (
            self.weights[row] * (score - self.rows[row].label),
            self.weights[row] * (score * (1.0 - score)).max(1e-6),
        )
    }

    fn leaf(
        &self,
        members: Vec<u32>,
        within: (f64, f64),
        node: usize,
        features: &[usize],
        slopes: &[(f64, f64)],
    ) -> Leaf {
        let mut sums = Sums::default();
        members.iter().map(|row| slopes[*row as usize]).for_each(|(g, h)| sums.add(g, h, 1));
        let best = self.best_split(&members, sums, within, features, slopes);
        Leaf { members, sums, within, best, node }
    }

    fn best_split(
        &self,
        members: &[u32],
        sums: Sums,
        within: (f64, f64),
        features: &[usize],
        slopes: &[(f64, f64)],
    ) -> Option<Split> {
        let before = sums.gain(sums.worth(within));
        let mut best: Option<Split> = None;
        for &feature in features {
            let mut bins = [Sums::default(); BINS + 1];
            for &row in members {
                let (gradient, curvature) = slopes[row as usize];
                bins[usize::from(self.bins[feature][row as usize])].add(gradient, curvature, 1);
            }
            let mut left = Sums::default();
            for (bin, add) in bins.iter().enumerate().take(self.cuts[feature].len()) {
                left.add(add.gradient, add.curvature, add.rows);
                let right = sums.without(left);
                if left.rows < FEWEST || right.rows < FEWEST {
                    continue;
                }
                let (low, high) = (left.worth(within), right.worth(within));
                let fits = if FEATURES[feature].rises() { low <= high } else { low >= high };
                let gain = left.gain(low) + right.gain(high) - before;
                if fits && gain > best.map_or(1e-9, |split| split.gain) {
                    best = Some(Split { gain, feature, bin });
                }
            }
        }
        best
    }

    fn split(
        &self,
        leaf: Leaf,
        nodes: &mut Vec<Node>,
        features: &[usize],
        slopes: &[(f64, f64)],
    ) -> [Leaf; 2] {
        let split = leaf.best.expect("only leaves with a split are split");
        let below = |row: &u32| usize::from(self.bins[split.feature][*row as usize]) <= split.bin;
        let (left, right): (Vec<u32>, Vec<u32>) = leaf.members.iter().copied().partition(below);
        let worth = |members: &[u32]| {
            let mut sums = Sums::default();
            members.iter().map(|row| slopes[*row as usize]).for_each(|(g, h)| sums.add(g, h, 1));
            sums.worth(leaf.within)
        };
        let middle = (worth(&left) + worth(&right)) / 2.0;
        let (low, high) = ((leaf.within.0, middle), (middle, leaf.within.1));
        let (left_within, right_within) =
            if FEATURES[split.feature].rises() { (low, high) } else { (high, low) };
        let (at_left, at_right) = (nodes.len(), nodes.len() + 1);
        nodes.extend([Node::Leaf(0.0), Node::Leaf(0.0)]);
        let cut = self.cuts[split.feature][split.bin];
        nodes[leaf.node] = Node::Split { feature: split.feature, cut, left: at_left, right: at_right };
        [
            self.leaf(left, left_within, at_left, features, slopes),
            self.leaf(right, right_within, at_right, features, slopes),
        ]
    }
}

fn tree(nodes: &[Node], at: usize) -> Tree {
    match nodes[at] {
        Node::Leaf(worth) => Tree::Leaf(worth),
        Node::Split { feature, cut, left, right } => {
            Tree::split(feature, cut, tree(nodes, left), tree(nodes, right))
        }
    }
}

/// Values of four decimals that part a feature's values into bins of about as many rows each.
fn cuts(rows: &[&Row], feature: usize) -> Vec<f64> {
    let mut values: Vec<f64> = rows.iter().map(|row| row.values[feature]).collect();
    values.sort_by(f64::total_cmp);
    let at = |bin: usize| (values[bin * values.len() / BINS] * 1e4).round() / 1e4;
    let mut cuts: Vec<f64> = (1..BINS).map(at).collect();
    cuts.dedup();
    cuts
}

fn corpus(name: &str) -> (&'static str, f64, f64) {
    *CORPORA.iter().find(|(corpus, ..)| *corpus == name).expect("every corpus has its row")
}

/// Rows of one corpus share its weight; the average weight is 1.
fn weights(rows: &[&Row]) -> Vec<f64> {
    let mut counts: BTreeMap<&str, f64> = BTreeMap::new();
    rows.iter().for_each(|row| *counts.entry(row.corpus).or_default() += 1.0);
    let total: f64 = counts.keys().map(|name| corpus(name).1).sum();
    rows.iter().map(|row| rows.len() as f64 * corpus(row.corpus).1 / total / counts[row.corpus]).collect()
}

fn sigmoid(logit: f64) -> f64 {
    1.0 / (1.0 + (-logit).exp())
}
