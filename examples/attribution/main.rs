//! Learns what attribution weighs: cues, sources, sides.
//!
//! ```text
//! cargo run --release --example attribution -- GOLD_FOLDER               learns from all, writes data/lexicon/frames.tsv
//! cargo run --release --example attribution -- GOLD_FOLDER --hold-out    leaves out every fifth document
//! ```
//!
//! Reads `docs.train.jsonl.gz` of PolNeAR. The same gold gives the same file.

mod gold;
mod instances;
mod learn;

use std::fmt::Write as _;
use std::path::Path;

use instances::Stock;

/// Rounds over all instances: more learn the articles by heart.
const ROUNDS: usize = 3;
/// Lighter weights are not worth a line, in hundredths.
const LIGHTEST: i32 = 10;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let Some(folder) = arguments.next() else {
        eprintln!("usage: attribution GOLD_FOLDER [--hold-out] [TABLE]");
        std::process::exit(2);
    };
    let rest: Vec<String> = arguments.collect();
    let hold_out = rest.iter().any(|one| one == "--hold-out");
    let path =
        rest.iter().find(|one| !one.starts_with("--")).map_or("data/lexicon/frames.tsv", String::as_str);
    let pages = gold::pages(&Path::new(&folder).join("docs.train.jsonl.gz"));
    let pages: Vec<gold::Page> = pages
        .into_iter()
        .enumerate()
        .filter(|(index, _)| !hold_out || index % 5 != 0)
        .map(|(_, page)| page)
        .collect();
    let known = gold::stems(&pages);
    let mut lines = Vec::new();
    for (name, choose) in instances::TASKS {
        let mut stock = Stock::default();
        pages.iter().for_each(|page| choose(page, &known, &mut stock));
        stock.prune();
        let weights = learn::learn(&stock, ROUNDS);
        println!(
            "{name}: {} choices, right on {:.3}",
            stock.instances.len(),
            learn::accuracy(&stock, &weights)
        );
        lines.extend(stock.named(&weights, LIGHTEST));
    }
    lines.extend(known.iter().map(|stem| (format!("known={stem}"), 0)));
    lines.sort();
    std::fs::write(path, table(&lines, pages.len())).expect("the table can be written");
    println!("wrote {path}: {} lines", lines.len());
}

fn table(lines: &[(String, i32)], pages: usize) -> String {
    let mut out = format!(
        "# What the features of cues (c.), sources (f. l. b. w. n) sides (s.) and edges of contents (e.) weigh, in hundredths of a logit; stems that may be cues.\n\
         # Made by examples/attribution from the attributions of {pages} news articles of PolNeAR 1.0 (Newell et al., LREC 2018);\n\
         # only weights of single words and marks are kept, no text. Licence of this file: CC0-1.0.\n\
         # Do not edit by hand: cargo run --release --example attribution -- GOLD_FOLDER\n"
    );
    lines.iter().for_each(|(name, weight)| writeln!(out, "{name}\t{weight}").unwrap());
    out
}
