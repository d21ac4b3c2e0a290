//! What the figures rest on: the same seed gives the same bytes, and the planted pairs are what they say.

use std::collections::BTreeSet;

use crate::coverage::{Coverage, Document, Place, Plan, Planted, edit};
use crosswire::annotate::segment;
use crosswire::model::{Sentence, SentenceKind};

fn plan(sentences: usize, documents: usize, events: usize) -> Plan {
    Plan { sentences, documents, events, seed: 7, of_one_story: 10, edited: 0.2 }
}

fn made(plan: &Plan) -> Vec<Document> {
    Coverage::new(plan.clone()).documents().collect()
}

fn words(sentence: &str) -> Vec<String> {
    let bare = |word: &str| word.trim_matches(['“', '”', ',', '.']).to_lowercase();
    sentence.split(' ').map(bare).collect()
}

/// Words to replace, leave out or put in.
fn distance(a: &[String], b: &[String]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let best = (diagonal + usize::from(x != y)).min(row[j] + 1).min(row[j + 1] + 1);
            diagonal = row[j + 1];
            row[j + 1] = best;
        }
    }
    row[b.len()]
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let json = |plan: &Plan| made(plan).iter().map(Document::json).collect::<Vec<_>>();
    let first = plan(300, 20, 2);
    assert_eq!(json(&first), json(&first));
    assert_ne!(json(&first), json(&Plan { seed: 8, ..first.clone() }));
}

#[test]
fn there_is_as_much_as_was_asked_for() {
    let documents = made(&plan(1000, 70, 4));
    assert_eq!(documents.len(), 70);
    assert_eq!(documents.iter().map(|document| document.sentences.len()).sum::<usize>(), 1000);
    assert_eq!(documents.iter().map(|document| &document.event).collect::<BTreeSet<_>>().len(), 4);
}

#[test]
fn sentences_are_as_long_as_in_news() {
    let lengths: Vec<f64> = made(&plan(3000, 200, 1))
        .iter()
        .flat_map(|document| document.sentences.iter().map(|sentence| words(sentence).len() as f64))
        .collect();
    let mean = lengths.iter().sum::<f64>() / lengths.len() as f64;
    let spread =
        (lengths.iter().map(|length| (length - mean).powi(2)).sum::<f64>() / lengths.len() as f64).sqrt();
    assert!((21.0..23.0).contains(&mean) && (8.0..12.0).contains(&spread), "{mean} ± {spread}");
}

#[test]
fn copies_are_of_other_documents_of_the_event_and_edited_as_claimed() {
    let documents = made(&plan(6000, 400, 3));
    let (mut claimed, mut measured) = (0.0, 0.0);
    let planted: Vec<&Planted> = documents.iter().flat_map(|document| &document.planted).collect();
    let copies: BTreeSet<Place> = planted.iter().map(|planted| planted.copy).collect();
    assert!((1100..1300).contains(&planted.len()), "{}", planted.len());
    for planted in planted {
        let of = |place: Place| &documents[place.document];
        let [copy, original] =
            [planted.copy, planted.original].map(|place| &of(place).sentences[place.sentence]);
        assert_ne!(planted.copy.document, planted.original.document);
        assert_eq!(of(planted.copy).event, of(planted.original).event);
        assert!(!copies.contains(&planted.original), "a copy of a copy");
        assert!(edit::RATES.contains(&planted.rate), "{}", planted.rate);
        let (copy, original) = (words(copy), words(original));
        let edits = (planted.rate * original.len() as f64).round();
        let found = distance(&original, &copy) as f64;
        assert!(found <= edits, "{original:?}\n{copy:?}");
        (claimed, measured) = (claimed + edits, measured + found);
    }
    assert!(measured > 0.97 * claimed, "{measured} of {claimed}");
}

#[test]
fn crosswire_finds_the_same_sentences() {
    let (mut other, mut all) = (0, 0);
    for document in made(&plan(6000, 400, 1)) {
        let read = document.document();
        let cut = segment::segment(&read);
        let found: Vec<&str> = cut.sentences.iter().map(|sentence| sentence.span.of(&read.text)).collect();
        assert_eq!(found[0], document.title);
        assert_eq!(found[1..], document.sentences);
        let is_other = |one: &&Sentence| one.kind == SentenceKind::Furniture || one.passage.is_some();
        other += cut.sentences.iter().filter(is_other).count();
        all += found.len();
    }
    assert!(other * 1000 < all, "{other} of {all} sentences are taken for furniture or another outlet's");
}
