//! The labelled pairs, with the values of their features.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use crosswire::model::Relation;
use crosswire::similarity::{Overlap, Pairing, Profile, THRESHOLD, Vocabulary, features, relation, score};
use crosswire::text::tokens;
use serde_json::Value;

/// One pair: which corpus, which group (for folds), what people say (0 to 1), and the features.
pub struct Row {
    pub corpus: &'static str,
    /// From a file that `evaluate.py` measures on.
    pub dev: bool,
    pub group: String,
    pub label: f64,
    pub values: Vec<f64>,
    /// What the program makes of it as it ships: the score, and whether the two are aligned (`quality` reads these).
    #[allow(dead_code)]
    pub score: f64,
    #[allow(dead_code)]
    pub aligned: bool,
}

/// A pair before its features are known.
struct Pair {
    corpus: &'static str,
    dev: bool,
    group: String,
    label: f64,
    a: String,
    b: String,
}

/// Every row of the training parts, in the order of the files.
pub fn rows(folder: &Path, vocabulary: Vocabulary) -> Vec<Row> {
    let mut pairs = Vec::new();
    for part in ["ecbplus/pairs.train.jsonl.gz", "ecbplus/pairs.dev.jsonl"] {
        pairs.extend(ecb(&folder.join(part)));
    }
    pairs.extend(siblings(&folder.join("ecbplus/docs.train.jsonl")));
    pairs.extend(labelled(
        &folder.join("ecbplus/hardneg.dev.jsonl"),
        |_| "ecb+ siblings",
        |row| text(row, "topic"),
        |row| row["label"].as_f64(),
    ));
    for part in ["msrp/train.jsonl", "msrp/dev.jsonl"] {
        pairs.extend(labelled(&folder.join(part), |_| "msrp", first, |row| row["label"].as_f64()));
    }
    // 1 of 5 means "not the same, but about the same topic"; 5 "the same".
    let graded = |row: &Value| row["score"].as_f64().map(|score| ((score - 1.0) / 4.0).clamp(0.0, 1.0));
    pairs.extend(labelled(&folder.join("sts_news/dev.jsonl"), sts, first, graded));
    pairs.extend(nanco(&folder.join("nanco/dev.jsonl")));
    measure(pairs, vocabulary)
}

/// Same event: "strong" when two or more event chains are shared, at least 40 % of all in the two.
fn ecb(path: &Path) -> Vec<Pair> {
    let strong = |row: &Value| row["n_shared"].as_f64() >= Some(2.0) && row["jaccard"].as_f64() >= Some(0.4);
    labelled(
        path,
        |_| "ecb+",
        topic,
        |row| match (strong(row), row["label"].as_f64() == Some(0.0)) {
            (true, _) => Some(1.0),
            (false, true) => Some(0.0),
            (false, false) => None,
        },
    )
}

/// Sentences of two events of one topic that share words: look-alikes that are never the same claim.
fn siblings(path: &Path) -> Vec<Pair> {
    let mut events: BTreeMap<String, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for document in json_lines(path) {
        let (event, topic) = (text(&document, "event_id"), topic(&document));
        let sentences = document["sentences"].as_array().cloned().unwrap_or_default();
        let annotated = sentences.iter().filter(|sentence| sentence["annotated"].as_bool() == Some(true));
        let texts = annotated.filter_map(|sentence| sentence["text"].as_str().map(str::to_owned));
        events.entry(topic).or_default().entry(event).or_default().extend(texts);
    }
    let mut pairs = Vec::new();
    for (topic, events) in events {
        let sides: Vec<&BTreeSet<String>> = events.values().collect();
        if let [first, second] = sides[..] {
            let all = first.iter().flat_map(|a| second.iter().map(move |b| (a, b)));
            pairs.extend(all.filter(|(a, b)| alike(a, b)).map(|(a, b)| Pair {
                corpus: "ecb+ siblings",
                dev: false,
                group: topic.clone(),
                label: 0.0,
                a: a.clone(),
                b: b.clone(),
            }));
        }
    }
    pairs
}

/// Enough words in common to be mistaken for one another.
fn alike(a: &str, b: &str) -> bool {
    let words = |text: &str| tokens(text).into_iter().map(|token| token.stem).collect::<BTreeSet<_>>();
    let (a, b) = (words(a), words(b));
    a.intersection(&b).count() as f64 >= 0.12 * a.union(&b).count() as f64
}

fn sts(row: &Value) -> &'static str {
    match row["set"].as_str() {
        Some("2012-MSRpar-train") => "sts msrpar",
        Some("2013-headlines") => "sts headlines 2013",
        _ => "sts headlines 2014",
    }
}

/// Answers of outlets to one question: the same answer or not.
fn nanco(path: &Path) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for question in json_lines(path) {
        let answers = question["answers"].as_array().cloned().unwrap_or_default();
        for (index, a) in answers.iter().enumerate() {
            for b in &answers[..index] {
                let label = if a["cluster"] == b["cluster"] { 1.0 } else { 0.0 };
                let group = text(&question, "question");
                pairs.push(Pair {
                    corpus: "nanco",
                    dev: true,
                    group,
                    label,
                    a: text(a, "answer"),
                    b: text(b, "answer"),
                });
            }
        }
    }
    pairs
}

fn labelled(
    path: &Path,
    corpus: impl Fn(&Value) -> &'static str,
    group: impl Fn(&Value) -> String,
    label: impl Fn(&Value) -> Option<f64>,
) -> Vec<Pair> {
    let dev = path.to_string_lossy().contains("dev");
    json_lines(path)
        .iter()
        .filter_map(|row| {
            Some(Pair {
                corpus: corpus(row),
                dev,
                group: group(row),
                label: label(row)?,
                a: text(row, "a"),
                b: text(row, "b"),
            })
        })
        .collect()
}

pub fn text(row: &Value, key: &str) -> String {
    row[key].as_str().unwrap_or_default().to_owned()
}

/// `12_ecb` and `12_ecbplus` are two events of one topic.
fn topic(row: &Value) -> String {
    text(row, "event_id").split('_').next().unwrap_or_default().to_owned()
}

/// Rows about one sentence stay together.
fn first(row: &Value) -> String {
    text(row, "a")
}

fn measure(pairs: Vec<Pair>, mut vocabulary: Vocabulary) -> Vec<Row> {
    let mut profile = |text: &str| Profile::new(text, &tokens(text), &mut vocabulary);
    let profiles: Vec<(Profile, Profile)> =
        pairs.iter().map(|pair| (profile(&pair.a), profile(&pair.b))).collect();
    let row = |(pair, (a, b)): (Pair, &(Profile, Profile))| {
        let overlap = Overlap::new(a, b, &vocabulary);
        let values = features(&Pairing { a, b, overlap: &overlap });
        let words = || score(a, b, &vocabulary, 0.0, 0.0).unwrap_or_default();
        let score = if a.same_words(b) { 1.0 } else { words() };
        let aligned = relation(a, b, score, THRESHOLD) != Relation::Unrelated;
        Row {
            corpus: pair.corpus,
            dev: pair.dev,
            group: pair.group,
            label: pair.label,
            values,
            score,
            aligned,
        }
    };
    pairs.into_iter().zip(&profiles).map(row).collect()
}

pub fn json_lines(path: &Path) -> Vec<Value> {
    let fail = |what: &str| -> ! {
        eprintln!("{}: {what}", path.display());
        std::process::exit(1)
    };
    let reader: Box<dyn BufRead> = match path.extension().is_some_and(|ending| ending == "gz") {
        true => match Command::new("gzip").arg("-dc").arg(path).stdout(Stdio::piped()).spawn() {
            Ok(child) => Box::new(BufReader::new(child.stdout.expect("standard output is piped"))),
            Err(error) => fail(&format!("gzip: {error}")),
        },
        false => match std::fs::File::open(path) {
            Ok(file) => Box::new(BufReader::new(file)),
            Err(error) => fail(&error.to_string()),
        },
    };
    let lines = reader.lines().map(|line| line.unwrap_or_else(|error| fail(&error.to_string())));
    lines
        .filter(|line| !line.trim().is_empty())
        .map(|line| serde_json::from_str(&line).unwrap_or_else(|error| fail(&error.to_string())))
        .collect()
}
