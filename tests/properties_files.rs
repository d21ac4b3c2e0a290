//! What holds for every input on the whole way: files in, bytes out.

use std::path::PathBuf;

use crosswire::export::{self, Options};
use crosswire::ingest;
use crosswire::pipeline::{self, analyze, compare};
use proptest::prelude::*;

/// Parts of invented news that go together in many ways.
const PARTS: &[&str] = &[
    "The crane at Marlow quay",
    "Nils Orvik, the harbour master,",
    "4 dockers",
    "9 dockers",
    "fell on Tuesday",
    "fell on Wednesday",
    "were hurt",
    "were not hurt",
    "“It simply gave way,”",
    "said",
    "denied that the crane was old",
    "about 30 tonnes",
    "$2 million",
    "רציף 港口 Größe 🏗",
];

fn sentence() -> impl Strategy<Value = String> {
    let news = prop::collection::vec(prop::sample::select(PARTS), 1..7);
    prop_oneof![5 => news.prop_map(|parts| parts.join(" ") + "."), 1 => "\\PC{0,40}", 1 => any::<String>()]
}

/// One line of JSON: a document with or without an id, of one of few outlets, so that names and texts meet.
fn line() -> impl Strategy<Value = String> {
    let outlet = prop::sample::select(vec!["Gull", "gull", "Post", "=Tide", "Пост", "Reuters"]);
    let id = prop::option::of(prop::sample::select(vec!["1", "2", "gull"]));
    let texts = prop::collection::vec(sentence(), 1..6);
    (outlet, id, prop::option::of(sentence()), texts).prop_map(|(outlet, id, title, text)| {
        serde_json::json!({"outlet": outlet, "id": id, "title": title, "text": text}).to_string()
    })
}

fn loaded(lines: &[String]) -> ingest::Loaded {
    let all = lines.join("\n");
    ingest::load(&[PathBuf::from("-")], &mut all.as_bytes(), &crosswire::ingest::Options::default())
        .expect("loading does not fail")
}

/// Every output that is text, but `comparison.json`, which holds a hash of the input's bytes.
fn rendered(lines: &[String]) -> Vec<(&'static str, String)> {
    let analysis = analyze(loaded(lines).documents, &pipeline::Options::default());
    let formats = export::formats().into_iter().filter(|format| !["json", "xlsx"].contains(format));
    let options = Options { formats: formats.map(str::to_owned).collect(), ..Options::default() };
    let files = export::render(&analysis, &options).expect("it renders");
    let text = |(name, bytes): (&'static str, Vec<u8>)| (name, String::from_utf8(bytes).expect("UTF-8"));
    files.into_iter().map(text).collect()
}

/// The same without the lines on which documents stood in the input.
fn without_lines(lines: &[String]) -> Vec<(&'static str, String)> {
    rendered(lines).into_iter().filter(|(name, _)| *name != "documents.csv").collect()
}

fn rows(table: &str) -> usize {
    let table = table.strip_prefix('\u{feff}').expect("a byte-order mark");
    csv::Reader::from_reader(table.as_bytes()).records().collect::<Result<Vec<_>, _>>().expect("rows").len()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_documents_changes_nothing(
        (given, shuffled) in prop::collection::vec(line(), 1..6)
            .prop_flat_map(|lines| (Just(lines.clone()), Just(lines).prop_shuffle()))
    ) {
        prop_assert_eq!(without_lines(&given), without_lines(&shuffled));
    }

    #[test]
    fn tables_have_a_row_for_each_thing_found(lines in prop::collection::vec(line(), 1..5)) {
        let analysis = analyze(loaded(&lines).documents, &pipeline::Options::default());
        for (name, table) in rendered(&lines).iter().filter(|(name, _)| name.ends_with(".csv")) {
            let expected = match *name {
                "claims.csv" | "matrix.csv" => analysis.claims.len(),
                "mentions.csv" => analysis.mentions.len(),
                "alignments.csv" => analysis.alignments.len(),
                "divergences.csv" => analysis.divergences.len(),
                "origins.csv" => analysis.origins.len(),
                "copies.csv" => analysis.copies.iter().map(|copy| copy.passages.len()).sum(),
                "outlets.csv" => analysis.outlets.len(),
                "documents.csv" => analysis.documents.len(),
                other => panic!("{other} is a table that this test does not know"),
            };
            prop_assert_eq!(rows(table), expected, "{}", name);
        }
    }

    #[test]
    fn origins_part_the_outlets_of_a_claim(lines in prop::collection::vec(line(), 1..5)) {
        let analysis = analyze(loaded(&lines).documents, &pipeline::Options::default());
        for claim in &analysis.claims {
            let origins = claim.origins.iter().map(|&origin| &analysis.origins[origin]);
            let mut outlets: Vec<usize> = origins.flat_map(|origin| origin.outlets.clone()).collect();
            outlets.sort_unstable();
            prop_assert_eq!(&outlets, &claim.outlets, "each outlet in one origin");
            let count = claim.count;
            let steps = [count.after_copies, count.after_publishers, count.after_sources];
            prop_assert!(steps.iter().all(|step| 1 <= step.least && step.least <= step.most));
            prop_assert!(steps.windows(2).all(|two| two[1].most <= two[0].most), "a layer only joins");
            prop_assert_eq!(claim.origins.len(), count.after_sources.most);
        }
        for copy in &analysis.copies {
            prop_assert!(copy.a.outlet != copy.b.outlet && (0.0..=1.0).contains(&copy.a.share()));
            for passage in &copy.passages {
                let text = |document: usize| &analysis.documents[document].text;
                prop_assert!(passage.a.end <= text(copy.a.document).len() && passage.b.end <= text(copy.b.document).len());
            }
        }
    }

    #[test]
    fn a_claim_is_single_source_exactly_when_one_outlet_makes_it(lines in prop::collection::vec(line(), 1..5)) {
        let analysis = analyze(loaded(&lines).documents, &pipeline::Options::default());
        for claim in &analysis.claims {
            let mut outlets: Vec<_> = claim.mentions.iter().map(|&at| analysis.outlet_of(at)).collect();
            outlets.sort_unstable();
            outlets.dedup();
            let alone = claim.status == crosswire::model::Status::SingleSource;
            prop_assert_eq!(alone, outlets.len() == 1, "{:?}", outlets);
        }
        for link in &analysis.alignments {
            prop_assert!(link.a < link.b && (0.0..=1.0).contains(&link.score));
            prop_assert!(analysis.mentions[link.a].document != analysis.mentions[link.b].document);
        }
    }

    #[test]
    fn any_document_can_be_inspected(lines in prop::collection::vec(line(), 1..4)) {
        for inspected in pipeline::inspect(loaded(&lines).documents) {
            let mut out = Vec::new();
            export::inspect::write(&inspected, &mut out).expect("memory takes it");
            let text: Vec<char> = inspected.document.text.chars().collect();
            let mut last = 0;
            for line in out.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).skip(1) {
                let row: serde_json::Value = serde_json::from_slice(line).expect("JSON");
                let (start, end) = (place(&row["start"]), place(&row["end"]));
                prop_assert!(last <= start && start < end, "{}", row);
                let at: String = text[start..end].iter().collect();
                prop_assert_eq!(Some(at.as_str()), row["text"].as_str());
                last = end;
            }
        }
    }

    #[test]
    fn any_two_sentences_can_be_explained(a in sentence(), b in sentence()) {
        let there = compare(&a, &b, 0.3);
        prop_assert!(!export::explain::explain(&a, &b, &there, 0.3).is_empty());
    }

    #[test]
    fn any_text_equals_itself(a in sentence()) {
        prop_assume!(!a.trim().is_empty());
        let same = compare(&a, &a, 0.5);
        prop_assert_eq!(same.score, 1.0);
        prop_assert!(same.findings.is_empty());
    }
}

fn place(value: &serde_json::Value) -> usize {
    value.as_u64().expect("an offset") as usize
}
