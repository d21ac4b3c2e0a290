//! Measures the alignment on labelled pairs and real coverage, and writes `reports/quality.md`.
//!
//! ```text
//! cargo run --release --example quality -- GOLD_FOLDER            writes the report (some minutes)
//! cargo run --release --example quality -- GOLD_FOLDER --draw     prints the alignments to be judged, with their text
//! ```

mod coverage;
#[path = "../fit/figures.rs"]
#[allow(dead_code)]
mod figures;
#[path = "../fit/gold.rs"]
mod gold;
mod grouping;
mod judged;
mod report;
#[path = "../fit/train.rs"]
#[allow(dead_code)]
mod train;

use std::path::Path;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let Some(folder) = arguments.next() else {
        eprintln!("usage: quality GOLD_FOLDER [--draw]");
        std::process::exit(2);
    };
    let folder = Path::new(&folder);
    if arguments.next().as_deref() == Some("--draw") {
        return draw(folder);
    }
    let path = "reports/quality.md";
    std::fs::write(path, report::report(folder)).expect("the report can be written");
    println!("wrote {path}");
}

/// A JSON line for each alignment to be judged; for a reader's eyes, not for the repository.
fn draw(folder: &Path) {
    for link in judged::Coverage::measure(folder, &Default::default()).drawn() {
        let ((a, first), (b, second)) = &link.places;
        println!(
            "{}",
            serde_json::json!({
                "document_a": a, "sentence_a": first, "document_b": b, "sentence_b": second, "score": link.score,
                "judgement": link.judgement.map(|judgement| judgement.name()), "a": link.texts.0, "b": link.texts.1,
            })
        );
    }
}
