//! Fits the blend of the score's features.
//!
//! ```text
//! cargo run --release --example fit -- GOLD_FOLDER                    prints figures, writes data/lexicon/blend.tsv
//! cargo run --release --example fit -- GOLD_FOLDER --check            prints figures only
//! cargo run --release --example fit -- GOLD_FOLDER --leave-one-out    also what each feature adds (minutes)
//! ```
//!
//! Learns from ECB+ (same event: two or more shared event chains, or none), look-alike sentences of sibling events of
//! ECB+ (never the same claim), MSRP, STS news (graded) and NAnCo answers. The same gold gives the same file. Figures
//! are cross-validated: each row is scored by a model that has not seen its topic, question or sentence.

mod figures;
mod gold;
mod train;

use std::fmt::Write as _;
use std::path::Path;

use crosswire::similarity::{FEATURES, Vocabulary};
use figures::Figures;
use gold::Row;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let Some(folder) = arguments.next() else {
        eprintln!("usage: fit GOLD_FOLDER [--check | --leave-one-out]");
        std::process::exit(2);
    };
    let option = arguments.next();
    let rows = gold::rows(Path::new(&folder), Vocabulary::default());
    println!("{} rows from {folder}", rows.len());
    let all: Vec<usize> = (0..FEATURES.len()).collect();
    let scores = train::cross_validated(&rows, &all);
    report(&rows, &scores);
    match option.as_deref() {
        Some("--check") => {}
        Some("--leave-one-out") => leave_one_out(&rows, &scores),
        _ => write(&rows, &all),
    }
}

/// Cross-validated figures.
fn report(rows: &[Row], scores: &[f64]) {
    println!("\n{}", Figures::HEADER);
    println!("{}", Figures::new(rows, scores));
    println!("\nscore band: rows and mean label by corpus (development rows)");
    print!("{}", figures::calibration(rows, scores));
    println!("\nif the threshold were: strong pairs found, look-alikes taken, MSRP accuracy (%)");
    print!("{}", figures::curve(rows, scores));
}

/// What the figures lose without each feature.
fn leave_one_out(rows: &[Row], scores: &[f64]) {
    let whole = Figures::new(rows, scores);
    println!("\nwithout (change)\n{}", Figures::HEADER);
    for (left_out, feature) in FEATURES.iter().enumerate() {
        let others: Vec<usize> = (0..FEATURES.len()).filter(|other| *other != left_out).collect();
        let figures = Figures::new(rows, &train::cross_validated(rows, &others));
        println!("{}  {}", figures.change_from(&whole), feature.name());
    }
}

fn write(rows: &[Row], features: &[usize]) {
    let path = "data/lexicon/blend.tsv";
    let model = train::fit(rows, features, |_| true);
    let scores: Vec<f64> = rows.iter().map(|row| model.score(&row.values)).collect();
    println!("\non the rows it was fitted to\n{}\n{}", Figures::HEADER, Figures::new(rows, &scores));
    std::fs::write(path, table(&model, rows.len())).expect("the table can be written");
    println!("wrote {path}");
}

fn table(model: &train::Model, rows: usize) -> String {
    let mut out = format!(
        "# What the features of the score are worth in logits: a bias, and small trees whose worths add up.\n\
         # A tree: feature<cut, then the subtree of the values below the cut, then the subtree of the others.\n\
         # Made by examples/fit (gradient boosting, monotone) from {rows} labelled pairs of ECB+ (CC BY 3.0), the\n\
         # Microsoft Research Paraphrase Corpus, STS news and NAnCo; only weights are kept, no text.\n\
         # Licence of this file: CC0-1.0. Do not edit by hand: cargo run --release --example fit -- GOLD_FOLDER\n"
    );
    writeln!(out, "bias\t{}", train::BIAS).unwrap();
    model.trees.iter().for_each(|tree| writeln!(out, "tree\t{}", tree.write()).unwrap());
    out
}
