//! What two outlets print alike although they do not say the same: page furniture, datelines, short sentences.
//! The cases are text, `tests/embarrassments/*.md`; its README says how to write one.

use std::fs;
use std::path::{Path, PathBuf};

use crosswire::model::{Analysis, Claim, Document, Relation};
use crosswire::pipeline::{Options, analyze};

#[test]
fn nothing_of_the_page_is_a_shared_claim_and_the_claim_beside_it_is_found() {
    let (mut wrong, mut lines) = (Vec::new(), 0);
    for file in files() {
        let case = Case::read(&file);
        for analysis in [case.analyse(false), case.analyse(true)] {
            let failed = case.expected.iter().filter(|line| !holds(&analysis, line));
            wrong.extend(failed.map(|line| format!("{}: {line}", file.display())));
        }
        assert!(case.expected.iter().any(|line| !line.starts_with("page") && !line.starts_with("apart")));
        lines += case.expected.len();
    }
    assert!(lines >= 100, "only {lines} expectations were read");
    wrong.dedup();
    assert!(wrong.is_empty(), "{} of {lines}:\n{}", wrong.len(), wrong.join("\n"));
}

fn files() -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/embarrassments");
    let entries = fs::read_dir(folder).expect("the cases");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|file| !file.ends_with("README.md"));
    files.sort();
    files
}

/// One file: documents, and what is expected of them.
struct Case {
    documents: Vec<Document>,
    expected: Vec<String>,
}

impl Case {
    fn read(file: &Path) -> Case {
        let text = fs::read_to_string(file).expect("a case");
        let mut case = Case { documents: Vec::new(), expected: Vec::new() };
        for part in text.split("\n## ").skip(1) {
            let (head, body) = part.split_once('\n').expect("a body");
            match head.trim() {
                "expected" => case.expected.extend(expectations(body)),
                head => case.documents.push(document(head, body.trim(), case.documents.len())),
            }
        }
        case
    }

    /// Compared in the order of the file or against it.
    fn analyse(&self, reversed: bool) -> Analysis {
        let mut documents = self.documents.clone();
        if reversed {
            documents.reverse();
        }
        analyze(documents, &Options::default())
    }
}

fn expectations(body: &str) -> impl Iterator<Item = String> {
    body.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned)
}

fn document(head: &str, body: &str, number: usize) -> Document {
    let (outlet, title) = match head.split_once(" | ") {
        Some((outlet, title)) => (outlet, Some(title)),
        None => (head, None),
    };
    let published = "2031-03-05".parse().ok();
    Document { id: format!("d{number}"), outlet: outlet.to_owned(), published, ..Document::default() }
        .with_text(title, body)
}

fn holds(analysis: &Analysis, line: &str) -> bool {
    let (kind, words) = line.split_once(": ").expect("kind: words");
    let pair = || words.split_once(" | ").expect("words | other words");
    let related = |relation| linked(analysis, pair(), relation);
    match kind {
        "page" => !held(analysis, words),
        "kept" => held(analysis, words),
        "apart" => !analysis.claims.iter().any(|claim| of_two(claim) && holding(analysis, claim, words)),
        "shared" => shared(analysis, pair()),
        "verbatim" => shared(analysis, pair()) && related(Relation::Verbatim),
        "edited" => shared(analysis, pair()) && related(Relation::NearVerbatim),
        _ => panic!("no kind of expectation: {kind}"),
    }
}

fn held(analysis: &Analysis, words: &str) -> bool {
    (0..analysis.mentions.len()).any(|mention| analysis.text(mention).contains(words))
}

fn of_two(claim: &Claim) -> bool {
    claim.outlets.len() > 1
}

fn holding(analysis: &Analysis, claim: &Claim, words: &str) -> bool {
    claim.mentions.iter().any(|mention| analysis.text(*mention).contains(words))
}

fn shared(analysis: &Analysis, (one, other): (&str, &str)) -> bool {
    let both = |claim: &&Claim| holding(analysis, claim, one) && holding(analysis, claim, other);
    analysis.claims.iter().filter(|claim| of_two(claim)).any(|claim| both(&claim))
}

/// A pair of mentions with the words, of two outlets and so related.
fn linked(analysis: &Analysis, (one, other): (&str, &str), relation: Relation) -> bool {
    analysis.alignments.iter().any(|link| {
        let (a, b) = (analysis.text(link.a), analysis.text(link.b));
        let two = analysis.mentions[link.a].outlet != analysis.mentions[link.b].outlet;
        let said = a.contains(one) && b.contains(other) || a.contains(other) && b.contains(one);
        two && said && link.relation == relation
    })
}
