//! Sentence boundaries against labelled development data, when it is there.
//!
//! `CROSSWIRE_GOLD=<folder> cargo test --test segment_gold -- --nocapture` prints the figures; without the
//! variable nothing is measured, and the test says so.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crosswire::annotate::segment::segment;
use crosswire::model::{Document, Span};
use serde_json::Value;

#[test]
fn boundaries_reach_their_floors() {
    let Some(gold) = gold() else {
        return eprintln!("SKIPPED: CROSSWIRE_GOLD is not set, sentence boundaries were not measured");
    };
    let gum = f1(&gold.join("sentseg/gum.dev.jsonl"));
    let ewt = f1(&gold.join("sentseg/ewt.dev.jsonl"));
    let rules = exact(&gold.join("sentseg/golden_rules_en.jsonl"));
    eprintln!("gum.dev f1 {gum:.4}   ewt.dev f1 {ewt:.4}   golden rules {rules} of 48");
    assert!(gum >= 0.975 && ewt >= 0.90 && rules >= 40);
}

fn gold() -> Option<PathBuf> {
    std::env::var_os("CROSSWIRE_GOLD").map(PathBuf::from)
}

/// F1 of sentence ends inside paragraphs; the last end of a paragraph is given and not counted.
fn f1(path: &Path) -> f64 {
    let (mut hits, mut wanted, mut made) = (0, 0, 0);
    for document in rows(path) {
        for paragraph in list(&document["paragraphs"]).iter().filter(|p| !list(&p["sentences"]).is_empty()) {
            let text = paragraph["text"].as_str().unwrap_or_default();
            let (gold, found) = (gold_ends(text, &paragraph["offsets"]), ends(text));
            hits += gold.intersection(&found).count();
            (wanted, made) = (wanted + gold.len(), made + found.len());
            show_misses(text, &gold, &found);
        }
    }
    2.0 * hits as f64 / (wanted + made).max(1) as f64
}

/// Places are counted in characters that are not space.
fn gold_ends(text: &str, offsets: &Value) -> BTreeSet<usize> {
    let chars: Vec<char> = text.chars().collect();
    let ends = list(offsets).iter().rev().skip(1).filter_map(|pair| pair[1].as_u64());
    ends.map(|end| chars[..end as usize].iter().filter(|c| !c.is_whitespace()).count()).collect()
}

fn ends(text: &str) -> BTreeSet<usize> {
    cut(text).iter().rev().skip(1).map(|span| squeezed(&text[..span.end])).collect()
}

fn cut(text: &str) -> Vec<Span> {
    let document = Document::default().with_text(None, text);
    segment(&document).sentences.iter().map(|sentence| sentence.span).collect()
}

fn squeezed(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

fn exact(path: &Path) -> usize {
    rows(path).iter().filter(|rule| is_exact(rule)).count()
}

fn is_exact(rule: &Value) -> bool {
    let text = rule["text"].as_str().unwrap_or_default();
    let found: Vec<_> = cut(text).iter().map(|span| span.of(text)).collect();
    let wanted: Vec<_> = list(&rule["sentences"]).iter().filter_map(|s| s.as_str().map(str::trim)).collect();
    if found != wanted && verbose() {
        eprintln!("rule: {found:?}");
    }
    found == wanted
}

/// With CROSSWIRE_GOLD_SHOW, every boundary missed (-) or made up (+).
fn show_misses(text: &str, gold: &BTreeSet<usize>, found: &BTreeSet<usize>) {
    if verbose() {
        gold.symmetric_difference(found)
            .for_each(|at| eprintln!("{} {}", if gold.contains(at) { "-" } else { "+" }, around(text, *at)));
    }
}

fn verbose() -> bool {
    std::env::var_os("CROSSWIRE_GOLD_SHOW").is_some()
}

fn around(text: &str, at: usize) -> String {
    let mut seen = 0;
    let marked: Vec<char> = text
        .chars()
        .flat_map(|c| {
            seen += usize::from(!c.is_whitespace());
            if seen == at && !c.is_whitespace() { vec![c, '¶'] } else { vec![c] }
        })
        .collect();
    let place = marked.iter().position(|&c| c == '¶').unwrap_or(0);
    marked[place.saturating_sub(40)..(place + 40).min(marked.len())].iter().collect()
}

fn rows(path: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
