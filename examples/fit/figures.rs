//! The figures of `evaluate.py`, from scores of the development rows.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

use crate::gold::Row;
use crate::train::CORPORA;

const ECB: &str = "ecb+";
const SIBLINGS: &str = "ecb+ siblings";
const MSRP: &str = "msrp";
const HEADLINES: [&str; 2] = ["sts headlines 2013", "sts headlines 2014"];
const MSRPAR: &str = "sts msrpar";
const NANCO: &str = "nanco";
/// Share of look-alikes that may be taken for the same claim.
const LOOKALIKES: f64 = 0.02;

/// A score and what people say.
type Judged = (f64, f64);

pub struct Figures([f64; 9]);

impl Figures {
    pub const HEADER: &str = "ecb+ AP  AUC   recall @2 %  msrp AUC  accuracy  2013  2014  MSRpar  nanco AUC";

    pub fn new(rows: &[Row], scores: &[f64]) -> Self {
        let of = |corpus: &str| judged(rows, scores, |row| row.dev && row.corpus == corpus);
        let (strong, siblings) = (of(ECB), of(SIBLINGS));
        let threshold = quantile(&siblings, 1.0 - LOOKALIKES);
        let together: Vec<Judged> = strong.iter().chain(&siblings).copied().collect();
        let msrp = of(MSRP);
        let learnt = best_threshold(&judged(rows, scores, |row| !row.dev && row.corpus == MSRP));
        Figures([
            average_precision(&together),
            auc(&together),
            recall(&strong, threshold),
            auc(&msrp),
            accuracy(&msrp, learnt),
            pearson(&of(HEADLINES[0])),
            pearson(&of(HEADLINES[1])),
            pearson(&of(MSRPAR)),
            nanco(rows, scores),
        ])
    }

    /// In the order of the header (`quality` reads these).
    #[allow(dead_code)]
    pub fn values(&self) -> &[f64; 9] {
        &self.0
    }

    pub fn change_from(&self, other: &Figures) -> String {
        let change = |index: usize| format!("{:+.3}", self.0[index] - other.0[index]);
        (0..self.0.len()).map(change).collect::<Vec<String>>().join("  ")
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let [ap, auc, recall, msrp, accuracy, first, second, par, nanco] = self.0;
        write!(f, "{ap:.3}    {auc:.3} {recall:.3}        {msrp:.3}     {accuracy:.3}     ")?;
        write!(f, "{first:.3} {second:.3} {par:.3}   {nanco:.3}")
    }
}

fn judged(rows: &[Row], scores: &[f64], take: impl Fn(&Row) -> bool) -> Vec<Judged> {
    rows.iter().zip(scores).filter(|(row, _)| take(row)).map(|(row, score)| (*score, row.label)).collect()
}

/// Mean over the questions.
fn nanco(rows: &[Row], scores: &[f64]) -> f64 {
    let mut questions: BTreeMap<&str, Vec<Judged>> = BTreeMap::new();
    for (row, score) in rows.iter().zip(scores).filter(|(row, _)| row.corpus == NANCO) {
        questions.entry(&row.group).or_default().push((*score, row.label));
    }
    mean(questions.values().map(|question| auc(question)))
}

/// Rows and mean label of every tenth of the score, by corpus.
pub fn calibration(rows: &[Row], scores: &[f64]) -> String {
    let mut out = String::from("band   ");
    CORPORA.iter().for_each(|(corpus, ..)| write!(out, "{corpus:>20}").unwrap());
    for band in 0..10 {
        let (low, high) = (f64::from(band) / 10.0, f64::from(band + 1) / 10.0);
        write!(out, "\n{low:.1}–{high:.1}").unwrap();
        for (corpus, ..) in CORPORA {
            let of = judged(rows, scores, |row| row.dev && row.corpus == *corpus);
            let inside: Vec<f64> =
                of.iter().filter(|(score, _)| (low..high).contains(score)).map(|(_, label)| *label).collect();
            match inside.is_empty() {
                true => write!(out, "{:>20}", "–").unwrap(),
                false => write!(out, "{:>14} {:.3}", inside.len(), mean(inside.iter().copied())).unwrap(),
            }
        }
    }
    out.push('\n');
    out
}

/// What each threshold would find and take.
pub fn curve(rows: &[Row], scores: &[f64]) -> String {
    let of = |corpus: &str| judged(rows, scores, |row| row.dev && row.corpus == corpus);
    let (strong, siblings, msrp) = (of(ECB), of(SIBLINGS), of(MSRP));
    let mut out = String::new();
    for step in 4..=16 {
        let threshold = f64::from(step) * 0.05;
        let taken = share(siblings.iter().map(|(score, _)| *score >= threshold));
        let (found, right) = (recall(&strong, threshold), accuracy(&msrp, threshold));
        writeln!(out, "{threshold:.2}  {:5.1} {:6.2} {:5.1}", 100.0 * found, 100.0 * taken, 100.0 * right)
            .unwrap();
    }
    out
}

fn recall(of: &[Judged], threshold: f64) -> f64 {
    share(of.iter().filter(|(_, label)| *label == 1.0).map(|(score, _)| *score >= threshold))
}

fn accuracy(of: &[Judged], threshold: f64) -> f64 {
    share(of.iter().map(|(score, label)| (*score >= threshold) == (*label == 1.0)))
}

fn best_threshold(of: &[Judged]) -> f64 {
    let accuracy = |threshold: &f64| accuracy(of, *threshold);
    let candidates = (1..200).map(|step| f64::from(step) / 200.0);
    candidates.max_by(|x, y| accuracy(x).total_cmp(&accuracy(y))).expect("there are candidates")
}

/// The least score that leaves this share of the rows below it.
fn quantile(of: &[Judged], share: f64) -> f64 {
    let mut scores: Vec<f64> = of.iter().map(|(score, _)| *score).collect();
    scores.sort_by(f64::total_cmp);
    scores.get((share * scores.len() as f64).ceil() as usize).copied().unwrap_or(1.0)
}

/// The mean of the precision at every positive row, highest score first; rows of one score count as one step.
fn average_precision(of: &[Judged]) -> f64 {
    let steps = steps(of);
    let positives: f64 = steps.iter().map(|(positive, _)| positive).sum();
    let (mut found, mut seen, mut sum) = (0.0, 0.0, 0.0);
    for (positive, rows) in steps {
        (found, seen) = (found + positive, seen + rows);
        sum += positive / positives * found / seen;
    }
    sum
}

/// The chance that a positive row scores higher than a negative one; ties count half.
fn auc(of: &[Judged]) -> f64 {
    let steps = steps(of);
    let positives: f64 = steps.iter().map(|(positive, _)| positive).sum();
    let negatives = of.len() as f64 - positives;
    let (mut above, mut sum) = (0.0, 0.0);
    for (positive, rows) in steps {
        sum += (rows - positive) * (above + positive / 2.0);
        above += positive;
    }
    sum / (positives * negatives).max(1.0)
}

/// Positive rows and all rows of every distinct score, highest first.
fn steps(of: &[Judged]) -> Vec<(f64, f64)> {
    let mut sorted = of.to_vec();
    sorted.sort_by(|x, y| y.0.total_cmp(&x.0));
    let equal = sorted.chunk_by(|x, y| x.0 == y.0);
    equal.map(|rows| (rows.iter().map(|(_, label)| label).sum(), rows.len() as f64)).collect()
}

fn pearson(of: &[Judged]) -> f64 {
    let (x, y) = (mean(of.iter().map(|row| row.0)), mean(of.iter().map(|row| row.1)));
    let sum = |value: fn(f64, f64) -> f64| of.iter().map(|row| value(row.0 - x, row.1 - y)).sum::<f64>();
    sum(|x, y| x * y) / (sum(|x, _| x * x) * sum(|_, y| y * y)).sqrt()
}

fn share(of: impl Iterator<Item = bool>) -> f64 {
    mean(of.map(|yes| if yes { 1.0 } else { 0.0 }))
}

fn mean(of: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = of.fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    if count > 0.0 { sum / count } else { 0.0 }
}
