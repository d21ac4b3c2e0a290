//! Logistic regression with curves that never fall, by projected accelerated gradient (FISTA, Beck &
//! Teboulle 2009): convex, so the result does not depend on where one starts.

use std::collections::BTreeMap;

use crosswire::score::{Curve, FEATURES, KNOTS, steps};

use crate::gold::Row;

const STEPS: usize = KNOTS.len() - 1;
/// Weight of the squared size of the steps: keeps curves smooth where data are few.
const RIDGE: f64 = 2e-4;
const ROUNDS: usize = 3000;

/// How much each corpus counts, however many rows it has: ECB+ is the job itself.
const WEIGHTS: &[(&str, f64)] = &[("ecb+", 1.0), ("ecb+ siblings", 0.7), ("msrp", 4.0), ("sts", 0.5)];

pub struct Model {
    pub bias: f64,
    /// The rises between knots, [`STEPS`] a feature.
    rises: Vec<f64>,
}

impl Model {
    pub fn curves(&self) -> impl Iterator<Item = Curve> + '_ {
        self.rises.chunks(STEPS).map(|rises| {
            let mut curve = [0.0; KNOTS.len()];
            (0..STEPS).for_each(|step| curve[step + 1] = curve[step] + rises[step]);
            curve
        })
    }

    fn score(&self, basis: &[f64]) -> f64 {
        sigmoid(self.bias + basis.iter().zip(&self.rises).map(|(x, rise)| x * rise).sum::<f64>())
    }
}

/// The model of all rows.
pub fn fit(rows: &[Row]) -> Model {
    fit_some(&rows.iter().collect::<Vec<_>>())
}

/// A score for each row from a model fitted without the row's group.
pub fn cross_validated(rows: &[Row], folds: usize) -> Vec<f64> {
    let mut scores = vec![0.0; rows.len()];
    for fold in 0..folds {
        let model = fit_some(&rows.iter().filter(|row| fold_of(row, folds) != fold).collect::<Vec<_>>());
        for (index, row) in rows.iter().enumerate().filter(|(_, row)| fold_of(row, folds) == fold) {
            scores[index] = model.score(&basis(row));
        }
    }
    scores
}

/// Groups stay together, so that a model is never tested on an event it has seen.
fn fold_of(row: &Row, folds: usize) -> usize {
    row.group.bytes().fold(7_usize, |hash, byte| hash.wrapping_mul(31).wrapping_add(byte as usize)) % folds
}

fn fit_some(rows: &[&Row]) -> Model {
    let design: Vec<Vec<f64>> = rows.iter().map(|row| basis(row)).collect();
    let weights = weights(rows);
    let size = FEATURES.len() * STEPS + 1;
    let (mut at, mut ahead, mut momentum) = (vec![0.0; size], vec![0.0; size], 1.0_f64);
    let rate = 4.0 / (size as f64);
    for _ in 0..ROUNDS {
        let gradient = gradient(&ahead, &design, rows, &weights);
        let next: Vec<f64> = (0..size).map(|i| project(i, ahead[i] - rate * gradient[i])).collect();
        let grown = (1.0 + (1.0 + 4.0 * momentum * momentum).sqrt()) / 2.0;
        let pull = (momentum - 1.0) / grown;
        ahead = (0..size).map(|i| next[i] + pull * (next[i] - at[i])).collect();
        (at, momentum) = (next, grown);
    }
    Model { bias: at[0], rises: at.split_off(1) }
}

/// Rises are never negative; the bias is free.
fn project(index: usize, value: f64) -> f64 {
    if index == 0 { value } else { value.max(0.0) }
}

fn gradient(at: &[f64], design: &[Vec<f64>], rows: &[&Row], weights: &[f64]) -> Vec<f64> {
    let mut gradient: Vec<f64> = at.iter().map(|value| 2.0 * RIDGE * value).collect();
    gradient[0] = 0.0;
    for ((basis, row), weight) in design.iter().zip(rows).zip(weights) {
        let logit = at[0] + basis.iter().zip(&at[1..]).map(|(x, rise)| x * rise).sum::<f64>();
        let error = weight * (sigmoid(logit) - row.label);
        gradient[0] += error;
        basis.iter().zip(&mut gradient[1..]).for_each(|(x, slot)| *slot += error * x);
    }
    gradient
}

fn basis(row: &Row) -> Vec<f64> {
    row.values.iter().flat_map(|value| steps(*value)).collect()
}

/// Rows of one corpus share its weight; all weights add up to 1.
fn weights(rows: &[&Row]) -> Vec<f64> {
    let mut counts: BTreeMap<&str, f64> = BTreeMap::new();
    rows.iter().for_each(|row| *counts.entry(row.corpus).or_default() += 1.0);
    let total: f64 =
        WEIGHTS.iter().filter(|(corpus, _)| counts.contains_key(corpus)).map(|(_, weight)| weight).sum();
    let of =
        |corpus: &str| WEIGHTS.iter().find(|(name, _)| *name == corpus).map_or(1.0, |(_, weight)| *weight);
    rows.iter().map(|row| of(row.corpus) / total / counts[row.corpus]).collect()
}

fn sigmoid(logit: f64) -> f64 {
    1.0 / (1.0 + (-logit).exp())
}

/// Area under the ROC curve; labels of a half and more count as positive.
pub fn auc(scored: &[(f64, f64)]) -> f64 {
    let mut sorted: Vec<(f64, bool)> = scored.iter().map(|(score, label)| (*score, *label >= 0.5)).collect();
    sorted.sort_by(|x, y| x.0.total_cmp(&y.0));
    let (mut below, mut wins, mut positives) = (0.0, 0.0, 0.0);
    for ties in sorted.chunk_by(|x, y| x.0 == y.0) {
        let hits = ties.iter().filter(|(_, positive)| *positive).count() as f64;
        let misses = ties.len() as f64 - hits;
        wins += hits * (below + misses / 2.0);
        (below, positives) = (below + misses, positives + hits);
    }
    wins / (positives * below)
}
