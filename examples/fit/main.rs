//! Fits the blend of the score's features.
//!
//! ```text
//! cargo run --release --example fit -- GOLD_FOLDER            prints figures, writes data/lexicon/blend.tsv
//! cargo run --release --example fit -- GOLD_FOLDER --check    prints figures only
//! ```
//!
//! Learns from ECB+ train (same event: two or more shared event chains, or none), sentences of sibling
//! events of ECB+ train (never the same claim), MSRP train and STS news dev (graded). The same gold gives the
//! same file. Figures are cross-validated: each row is scored by a model that has not seen its group.

mod gold;
mod train;

use std::fmt::Write as _;
use std::path::Path;

use crosswire::score::{FEATURES, KNOTS};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let Some(folder) = arguments.next() else {
        eprintln!("usage: fit GOLD_FOLDER [--check]");
        std::process::exit(2);
    };
    let rows = gold::rows(Path::new(&folder));
    println!("{} rows from {folder}", rows.len());
    report(&rows);
    let model = train::fit(&rows);
    if arguments.next().as_deref() != Some("--check") {
        let path = "data/lexicon/blend.tsv";
        std::fs::write(path, table(&model, &rows)).expect("the table can be written");
        println!("wrote {path}");
    }
}

/// Five-fold figures by corpus.
fn report(rows: &[gold::Row]) {
    let scores = train::cross_validated(rows, 5);
    for corpus in gold::CORPORA {
        let of: Vec<(f64, f64)> = rows
            .iter()
            .zip(&scores)
            .filter(|(row, _)| row.corpus == *corpus)
            .map(|(row, score)| (*score, row.label))
            .collect();
        println!(
            "{corpus:<14} {:>6} rows   AUC {:.3}   mean score {:.3} of label {:.3}",
            of.len(),
            train::auc(&of),
            mean(&of, |x| x.0),
            mean(&of, |x| x.1)
        );
    }
    println!("calibration (all corpora): score band, rows, mean label");
    for band in 0..10 {
        let (low, high) = (f64::from(band) / 10.0, f64::from(band + 1) / 10.0);
        let of: Vec<(f64, f64)> = scores
            .iter()
            .zip(rows)
            .filter(|(score, _)| (low..high).contains(*score))
            .map(|(score, row)| (*score, row.label))
            .collect();
        println!("  {low:.1}–{high:.1}  {:>6}  {:.2}", of.len(), mean(&of, |x| x.1));
    }
}

fn mean(of: &[(f64, f64)], value: impl Fn(&(f64, f64)) -> f64) -> f64 {
    of.iter().map(value).sum::<f64>() / of.len().max(1) as f64
}

fn table(model: &train::Model, rows: &[gold::Row]) -> String {
    let mut out = String::new();
    let knots: Vec<String> = KNOTS.iter().map(f64::to_string).collect();
    writeln!(
        out,
        "# What each feature of the score adds to the logit, at the values {}; straight between them.",
        knots.join(", ")
    )
    .unwrap();
    writeln!(
        out,
        "# Made by examples/fit (logistic regression, curves that never fall) from {} labelled pairs of",
        rows.len()
    )
    .unwrap();
    writeln!(out, "# ECB+ (CC BY 3.0), the Microsoft Research Paraphrase Corpus and STS news; only weights are kept, no text.").unwrap();
    writeln!(out, "# Licence of this file: CC0-1.0. Do not edit by hand: run `cargo run --release --example fit -- GOLD_FOLDER`.").unwrap();
    writeln!(out, "# feature\tat each value").unwrap();
    writeln!(out, "bias\t{:.4}", model.bias).unwrap();
    for (feature, curve) in FEATURES.iter().zip(model.curves()) {
        let cells: Vec<String> = curve.iter().map(|height| format!("{height:.4}")).collect();
        writeln!(out, "{}\t{}", feature.name(), cells.join("\t")).unwrap();
    }
    out
}
