//! What holds for every input.

use crosswire::export::{self, Options};
use crosswire::model::Document;
use crosswire::pipeline::{self, analyze, compare};
use proptest::prelude::*;

/// Parts of invented news that go together in many ways.
const PARTS: &[&str] = &[
    "The mayor of Tarnby",
    "Ida Holm",
    "a spokesman for the mill",
    "said on Monday that",
    "denied that",
    "announced",
    "12 people",
    "17 people",
    "about 1,000 residents",
    "$3.6 million",
    "were injured",
    "were not injured",
    "rose",
    "fell",
    "in the fire",
    "at 6:40 a.m.",
    "at 7:15 a.m.",
    "on 5 March 2026",
    "“We will rebuild it within two years,”",
    "\"We shall rebuild it in two years,\"",
    "according to police",
    "the old mill",
    "near Alder Street",
    "Größe naïve 火事",
];

fn news() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PARTS), 1..9).prop_map(|parts| parts.join(" ") + ".")
}

/// Mostly news, now and then anything that Unicode has.
fn sentence() -> impl Strategy<Value = String> {
    prop_oneof![4 => news(), 1 => any::<String>(), 1 => "\\PC{0,60}"]
}

fn document() -> impl Strategy<Value = Document> {
    let text = prop::collection::vec(sentence(), 0..8)
        .prop_map(|sentences| sentences.join(" ").replace(". 12", ".\n\n12"));
    let title = prop::option::of(sentence());
    (0..5_usize, text, title).prop_map(|(outlet, text, title)| {
        let outlet = ["Courier", "The Gazette", "=Evil()", "Пост", "a\"b\\c"][outlet].to_owned();
        Document { outlet, published: "2026-03-06".parse().ok(), ..Document::default() }
            .with_text(title.as_deref(), &text)
    })
}

fn documents() -> impl Strategy<Value = Vec<Document>> {
    prop::collection::vec(document(), 1..5).prop_map(|mut documents| {
        documents.iter_mut().enumerate().for_each(|(index, document)| document.id = format!("d{index}"));
        documents
    })
}

fn rendered(documents: Vec<Document>) -> Vec<(&'static str, Vec<u8>)> {
    let analysis = analyze(documents, &pipeline::Options::default());
    export::render(&analysis, &Options::default()).expect("it renders")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn comparing_is_symmetric_and_bounded(a in sentence(), b in sentence()) {
        let (there, back) = (compare(&a, &b, 0.2), compare(&b, &a, 0.2));
        prop_assert_eq!(there.score, back.score);
        prop_assert!((0.0..=1.0).contains(&there.score));
        prop_assert_eq!(there.relation, back.relation);
        let key = |finding: &crosswire::model::Finding| (finding.kind, finding.a.clone(), finding.b.clone());
        let mut findings: Vec<_> = there.findings.iter().map(key).collect();
        let mut mirrored: Vec<_> = back.findings.iter().map(|one| (one.kind, one.b.clone(), one.a.clone())).collect();
        findings.sort();
        mirrored.sort();
        prop_assert_eq!(findings, mirrored);
    }

    #[test]
    fn equal_sentences_score_one_and_do_not_part(a in news()) {
        let compared = compare(&a, &a, 0.5);
        prop_assert_eq!(compared.score, 1.0);
        prop_assert!(compared.findings.is_empty());
    }

    #[test]
    fn every_span_is_a_place_in_its_text(documents in documents()) {
        let analysis = analyze(documents, &pipeline::Options::default());
        for (index, mention) in analysis.mentions.iter().enumerate() {
            let text = analysis.text(index);
            prop_assert!(!text.is_empty());
            for fact in &mention.facts {
                prop_assert!(text.get(fact.span.start..fact.span.end).is_some());
            }
        }
        for divergence in &analysis.divergences {
            for camp in [&divergence.a, &divergence.b] {
                prop_assert!(analysis.text(camp.mention).get(camp.span.start..camp.span.end).is_some());
                prop_assert!(camp.mentions.contains(&camp.mention));
            }
            for stated in divergence.pairs.iter().flat_map(|pair| [&pair.a, &pair.b]) {
                let span = stated.evidence.span;
                prop_assert!(analysis.text(stated.mention).get(span.start..span.end).is_some());
            }
        }
    }

    #[test]
    fn every_mention_is_in_one_claim_and_every_link_in_one_too(documents in documents()) {
        let analysis = analyze(documents, &pipeline::Options::default());
        let mut members: Vec<usize> = analysis.claims.iter().flat_map(|claim| claim.mentions.clone()).collect();
        members.sort_unstable();
        prop_assert_eq!(members, (0..analysis.mentions.len()).collect::<Vec<_>>());
        let mut links: Vec<usize> = analysis.claims.iter().flat_map(|claim| claim.alignments.clone()).collect();
        links.sort_unstable();
        prop_assert_eq!(links, (0..analysis.alignments.len()).collect::<Vec<_>>());
    }

    #[test]
    fn tables_read_back_and_json_parses(documents in documents()) {
        for (name, bytes) in rendered(documents) {
            if name.ends_with(".csv") {
                let table = bytes.strip_prefix("\u{feff}".as_bytes()).expect("a mark");
                let mut reader = csv::ReaderBuilder::new().flexible(false).from_reader(table);
                for record in reader.records() {
                    prop_assert!(record.is_ok(), "{}: {:?}", name, record.err());
                }
            }
            if name.ends_with(".json") {
                prop_assert!(serde_json::from_slice::<serde_json::Value>(&bytes).is_ok());
            }
        }
    }

    #[test]
    fn the_same_documents_give_the_same_bytes(documents in documents()) {
        let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a pool");
        let many = rayon::ThreadPoolBuilder::new().num_threads(4).build().expect("a pool");
        let (first, second) = (one.install(|| rendered(documents.clone())), many.install(|| rendered(documents)));
        prop_assert_eq!(first, second);
    }
}
