//! The hot functions, one by one, on made coverage: `cargo bench`, or `cargo bench -- tokens`.
//!
//! Figures of a stage are of many mentions at once, the others of a hundred documents or a hundred pairs.

// What examples/coverage.rs writes to files is not wanted here.
#[allow(dead_code)]
mod coverage;

use std::hint::black_box;

use coverage::{Coverage, Plan, Planted, mentions::Mentions};
use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use crosswire::align::Field;
use crosswire::annotate::extract::{self, Setting, Words};
use crosswire::annotate::segment;
use crosswire::model::Document;
use crosswire::similarity::{self, Profile, Vocabulary};
use crosswire::text::Token;
use crosswire::{align, pipeline, text};

criterion_group!(hot, tokens, cut, facts, profiles, pairs, alignment, event);
criterion_main!(hot);

const SEED: u64 = 7;

fn tokens(bench: &mut Criterion) {
    let sentences = sentences();
    let mut group = bench.benchmark_group("text");
    group.throughput(Throughput::Elements(sentences.len() as u64));
    group.bench_function("tokens", |bench| {
        bench
            .iter(|| sentences.iter().map(|sentence| text::tokens(black_box(sentence)).len()).sum::<usize>());
    });
    group.finish();
}

fn cut(bench: &mut Criterion) {
    let documents = documents(1500, 100);
    let mut group = bench.benchmark_group("segment");
    group.throughput(Throughput::Elements(documents.len() as u64));
    group.bench_function("document", |bench| {
        bench.iter(|| {
            documents.iter().map(|one| segment::segment(black_box(one)).sentences.len()).sum::<usize>()
        });
    });
    group.finish();
}

/// Sentences with their words.
fn worded() -> Vec<(String, Vec<Token>)> {
    sentences().into_iter().map(|text| (text.clone(), text::tokens(&text))).collect()
}

fn facts(bench: &mut Criterion) {
    let sentences = worded();
    let mut group = bench.benchmark_group("extract");
    group.throughput(Throughput::Elements(sentences.len() as u64));
    group.bench_function("facts", |bench| {
        let setting = Setting::default();
        let read =
            |(text, tokens): &(String, Vec<Token>)| extract::facts(&Words { text, tokens, setting }).len();
        bench.iter(|| sentences.iter().map(read).sum::<usize>());
    });
    group.finish();
}

fn profiles(bench: &mut Criterion) {
    let sentences = worded();
    let mut group = bench.benchmark_group("score");
    group.throughput(Throughput::Elements(sentences.len() as u64));
    group.bench_function("profile", |bench| {
        bench.iter_batched_ref(
            Vocabulary::default,
            |vocabulary| {
                let profiles = sentences.iter().map(|(text, tokens)| Profile::new(text, tokens, vocabulary));
                profiles.map(|profile| profile.terms.len()).sum::<usize>()
            },
            BatchSize::LargeInput,
        );
    });
    group.finish();
}

/// A planted pair and, as often, two sentences that have nothing to do with each other.
fn pairs(bench: &mut Criterion) {
    let made: Vec<coverage::Document> = coverage(1500, 100).documents().collect();
    let mut vocabulary = Vocabulary::default();
    let mut profile = |text: &str| Profile::new(text, &text::tokens(text), &mut vocabulary);
    let mut of = |place: coverage::Place| profile(&made[place.document].sentences[place.sentence]);
    let planted: Vec<&Planted> = made.iter().flat_map(|document| &document.planted).take(100).collect();
    let sides: Vec<[Profile; 2]> = planted.iter().map(|pair| [of(pair.copy), of(pair.original)]).collect();
    let mut group = bench.benchmark_group("score");
    group.throughput(Throughput::Elements(sides.len() as u64));
    for (name, step) in [("planted pair", 0), ("unrelated pair", 1)] {
        group.bench_function(name, |bench| {
            let one = |at: usize| {
                let (a, b) = (&sides[at][0], &sides[(at + step) % sides.len()][1]);
                similarity::score(black_box(a), black_box(b), &vocabulary, 0.0, similarity::THRESHOLD)
                    .unwrap_or_default()
            };
            bench.iter(|| (0..sides.len()).map(one).sum::<f64>());
        });
    }
    group.finish();
}

fn alignment(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("align");
    group.sample_size(10);
    for count in [300, 3000] {
        let documents = documents(count, count / 15);
        let mentions = Mentions::new(&documents);
        let field = || Field::new(mentions.items.clone(), &mentions);
        group.throughput(Throughput::Elements(mentions.items.len() as u64));
        group.bench_function(format!("field of {count} sentences"), |bench| bench.iter(field));
        // A field remembers the profiles that were asked for, so each round gets a new one.
        group.bench_function(format!("{count} sentences"), |bench| {
            let align = |field: &mut Field| align::align(field, &align::Options::default());
            bench.iter_batched_ref(field, align, BatchSize::LargeInput);
        });
    }
    group.finish();
}

/// Three documents with a hundred sentences, from text to claims and origins.
fn event(bench: &mut Criterion) {
    let documents = documents(100, 3);
    let mut group = bench.benchmark_group("pipeline");
    group.sample_size(20);
    group.bench_function("event of three documents", |bench| {
        let options = pipeline::Options::default();
        let analyze = |documents| pipeline::analyze(documents, &options);
        bench.iter_batched(|| documents.clone(), analyze, BatchSize::LargeInput);
    });
    group.finish();
}

fn coverage(sentences: usize, documents: usize) -> Coverage {
    Coverage::new(Plan { sentences, documents, events: 1, seed: SEED, of_one_story: 10, edited: 0.2 })
}

fn sentences() -> Vec<String> {
    coverage(1000, 67).documents().flat_map(|document| document.sentences).collect()
}

fn documents(sentences: usize, documents: usize) -> Vec<Document> {
    coverage(sentences, documents).documents().map(|made| made.document()).collect()
}
