//! Sources as identities: small events in `tests/sources/*.md`, with what every source phrase means written into them.
//!
//! A case begins with `## `, a document with `### Outlet`. `{the mayor → Ana Holm}` is a source phrase and whom it
//! means: a person; other kinds, `vague` and `for BODY` follow, parted by ` · `; `?` is nobody for sure. `[told → Coast
//! Radio]` is the cue of the phrase nearest to it, with who heard it, or `written`; `nobody` where neither.

use std::fs;
use std::path::PathBuf;

use crosswire::annotate::{segment, speakers};
use crosswire::model::{Attribution, AttributionKind, Document, NamedSource, Saying, Span};
use crosswire::{export, pipeline};

/// A document without its marks, and what was marked.
#[derive(Clone, Debug, Default)]
struct Marked {
    outlet: String,
    text: String,
    phrases: Vec<(Span, String)>,
    cues: Vec<(Span, Option<String>)>,
}

struct Case {
    name: String,
    documents: Vec<Marked>,
}

#[test]
fn every_source_phrase_means_what_its_case_says() {
    let (mut wrong, mut all) = (Vec::new(), 0);
    let cases = cases();
    for case in &cases {
        let (sources, sayings) = resolved(&case.documents);
        for (document, marked) in case.documents.iter().enumerate() {
            all += marked.phrases.len();
            for (at, expected) in &marked.phrases {
                let phrase = at.of(&marked.text);
                let saying = said(&sayings, document, *at);
                let found = saying.source.map_or_else(|| "?".to_owned(), |index| shown(&sources, index));
                if found != *expected {
                    wrong.push(format!(
                        "{}, {}: {phrase:?} → {found}, not {expected}",
                        case.name, marked.outlet
                    ));
                }
            }
            wrong.extend(heard(case, document, &sayings));
        }
    }
    assert!(cases.len() >= 40, "only {} cases were read", cases.len());
    assert!(wrong.is_empty(), "{} of {all} phrases:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_order_of_the_documents_changes_nothing() {
    for case in cases() {
        let (sources, sayings) = resolved(&case.documents);
        let mut documents = case.documents.clone();
        documents.reverse();
        let (turned, others) = resolved(&documents);
        assert_eq!(sources, turned, "{}", case.name);
        let last = documents.len() - 1;
        for saying in &sayings {
            let same = |other: &&Saying| {
                last - other.document == saying.document && other.attribution == saying.attribution
            };
            assert_eq!(
                others.iter().find(same).map(|other| other.source),
                Some(saying.source),
                "{}",
                case.name
            );
        }
    }
}

#[test]
fn sources_are_sorted_by_name_and_every_one_is_named() {
    for case in cases() {
        let (sources, sayings) = resolved(&case.documents);
        assert!(sources.is_sorted_by_key(|source| &source.name), "{}", case.name);
        for (index, source) in sources.iter().enumerate() {
            let spoken_for = sources.iter().any(|other| other.speaks_for == Some(index));
            let used = sayings.iter().any(|saying| saying.source == Some(index));
            assert!(used || spoken_for, "{}: nobody names {}", case.name, source.name);
            assert_ne!(source.speaks_for, Some(index), "{}", case.name);
            assert!(!source.name.is_empty() && !source.name.contains('\n'), "{}", case.name);
        }
    }
}

#[test]
fn ten_thousand_attributions_are_no_trouble() {
    let mut text = String::from("Mayor Ana Holm and Norvik Harbour Board met.");
    for number in 0..2_500 {
        text.push_str(" {Holm → Ana Holm} [said] it. {She → ?} [said] it. {The mayor → Ana Holm} [said] it. {The board → ?} [said] it.");
        text.push_str(if number % 3 == 0 { "\n\n" } else { "" });
    }
    let document = marked(&format!("Island Post\n{text}"));
    let (sources, sayings) = resolved(&[document]);
    assert_eq!((sources[0].name.as_str(), sayings.len()), ("Ana Holm", 10_000));
}

#[test]
fn hostile_texts_break_nothing() {
    for phrase in [
        "",
        "’s",
        "the",
        "'s 's",
        "А́на Холм",
        "马丁先生",
        "👩‍🚒",
        "of of of",
        "a a a a",
        "Mr.",
        "X.",
        "-",
        "the's",
        "İ",
        "Police's police",
        "who had seen it",
        "Representatives, Democrats they",
    ] {
        let document = marked(&format!(
            "Island Post\n“No,” {{{phrase} → ?}} [said] again. {{{phrase} → ?}} [told] {phrase}."
        ));
        let (sources, sayings) = resolved(&[document.clone(), document]);
        assert!(sayings.iter().all(|one| one.source.is_none_or(|at| at < sources.len())), "{phrase}");
    }
}

/// Wrong hearers of a document.
fn heard(case: &Case, document: usize, sayings: &[Saying]) -> Vec<String> {
    let marked = &case.documents[document];
    let mut wrong = Vec::new();
    for (cue, expected) in marked.cues.iter().filter(|(_, expected)| expected.is_some()) {
        let saying = sayings.iter().find(|one| one.document == document && one.attribution.cue == Some(*cue));
        let saying = saying.expect("a cue with a meaning is nearest to its phrase");
        let written = saying.written.then(|| "written".to_owned());
        let found = [saying.told.clone(), written].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let found = if found.is_empty() { "nobody".to_owned() } else { found };
        if expected.as_ref().is_some_and(|expected| *expected != found) {
            wrong.push(format!(
                "{}: {:?} heard by {found}, not {expected:?}",
                case.name,
                cue.of(&marked.text)
            ));
        }
    }
    wrong
}

fn said(sayings: &[Saying], document: usize, at: Span) -> &Saying {
    let own = |one: &&Saying| one.document == document && one.attribution.source == Some(at);
    sayings.iter().find(own).expect("every phrase has its saying")
}

fn shown(sources: &[NamedSource], index: usize) -> String {
    let source = &sources[index];
    let mut shown = source.name.clone();
    if source.kind.name() != "person" {
        shown.push_str(&format!(" · {}", source.kind.name()));
    }
    if source.vague {
        shown.push_str(" · vague");
    }
    if let Some(of) = source.speaks_for {
        shown.push_str(&format!(" · for {}", sources[of].name));
    }
    shown
}

fn resolved(marked: &[Marked]) -> (Vec<NamedSource>, Vec<Saying>) {
    let document = |one: &Marked| Document {
        outlet: one.outlet.clone(),
        ..Document::default().with_text(None, &one.text)
    };
    let documents: Vec<Document> = marked.iter().map(document).collect();
    let outlets: Vec<&str> = marked.iter().map(|one| one.outlet.as_str()).collect();
    let segmented: Vec<_> = documents.iter().map(|one| segment::segment_among(one, &outlets)).collect();
    let attributions: Vec<_> =
        marked.iter().zip(&segmented).map(|(one, cut)| attributions(one, cut)).collect();
    speakers::resolve(&documents, &segmented, &attributions)
}

/// One attribution a marked phrase, with the cue nearest to it.
fn attributions(marked: &Marked, segmented: &crosswire::model::Segmented) -> Vec<Vec<Attribution>> {
    let of_sentence = |sentence: &crosswire::model::Sentence| {
        let inside = marked.phrases.iter().filter(|(span, _)| sentence.span.contains(*span));
        inside.map(|(source, _)| attribution(marked, *source, sentence.span)).collect()
    };
    segmented.sentences.iter().map(of_sentence).collect()
}

fn attribution(marked: &Marked, source: Span, sentence: Span) -> Attribution {
    let distance = |cue: &Span| cue.start.abs_diff(source.end).min(source.start.abs_diff(cue.end));
    let cues = marked.cues.iter().map(|(span, _)| *span).filter(|cue| sentence.contains(*cue));
    let cue = cues.min_by_key(distance);
    let end = cue.map_or(source.end, |cue| cue.end.max(source.end));
    let content = if end < sentence.end { Span::new(end, sentence.end) } else { sentence };
    Attribution { kind: AttributionKind::Indirect, source: Some(source), cue, content }
}

fn cases() -> Vec<Case> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/sources");
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).expect("the cases").map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files.iter().flat_map(|file| of_file(&fs::read_to_string(file).expect("a file of cases"))).collect()
}

fn of_file(text: &str) -> Vec<Case> {
    let one = |case: &str| {
        let (name, rest) = case.split_once('\n').expect("a case has a text");
        let documents = rest.split("\n### ").skip(1).map(marked).collect();
        Case { name: name.to_owned(), documents }
    };
    text.split("\n## ").skip(1).map(one).collect()
}

fn marked(document: &str) -> Marked {
    let (outlet, mut rest) = document.split_once('\n').expect("a document has a text");
    let mut marked = Marked { outlet: outlet.trim().to_owned(), ..Marked::default() };
    rest = rest.trim();
    while let Some(at) = rest.find(['{', '[']) {
        marked.text.push_str(&rest[..at]);
        let close = if rest[at..].starts_with('{') { '}' } else { ']' };
        let (inner, behind) = rest[at + 1..].split_once(close).expect("a mark is closed");
        let (words, meaning) =
            inner.split_once(" → ").map_or((inner, None), |(words, means)| (words, Some(means)));
        let span = Span::new(marked.text.len(), marked.text.len() + words.len());
        marked.text.push_str(words);
        match close {
            '}' => marked.phrases.push((span, meaning.expect("a phrase has a meaning").to_owned())),
            _ => marked.cues.push((span, meaning.map(str::to_owned))),
        }
        rest = behind;
    }
    marked.text.push_str(rest);
    marked
}

/// Chains and sources of `mentions.csv` for documents by outlet and text: `chain | source | kind`.
fn chains(documents: &[(&str, &str)]) -> Vec<String> {
    let document = |(outlet, text): &(&str, &str)| Document {
        id: outlet.to_lowercase(),
        outlet: (*outlet).to_owned(),
        ..Document::default().with_text(None, text)
    };
    let analysis = pipeline::analyze(documents.iter().map(document).collect(), &pipeline::Options::default());
    let files = export::render(&analysis, &export::Options::default()).expect("it renders");
    let (_, bytes) = files.into_iter().find(|(name, _)| *name == "mentions.csv").expect("mentions");
    let text = String::from_utf8(bytes).expect("UTF-8");
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let rows = reader.records().map(|row| row.expect("a row"));
    rows.map(|row| format!("{} | {} | {}", &row[8], &row[12], &row[13])).collect()
}

#[test]
fn chains_go_on_through_the_sources() {
    for (text, expected) in [
        (
            "Peder Aas told Coast Radio that the pier was safe and dry.",
            "Weekly Ledger > Coast Radio > Peder Aas | Peder Aas | person",
        ),
        (
            "The pier was safe and dry, according to people familiar with the matter.",
            "Weekly Ledger > people familiar with the matter | people familiar with the matter | anonymous",
        ),
        ("The pier was safe and dry, he said.", "Weekly Ledger > he |  | "),
        ("The pier was safe and dry.", "Weekly Ledger |  | "),
        (
            "Police spokesman Tom Lee said that the pier was safe and dry.",
            "Weekly Ledger > Tom Lee | Tom Lee | person",
        ),
    ] {
        assert_eq!(chains(&[("Weekly Ledger", text)]), [expected], "{text}");
    }
}

#[test]
fn a_quotation_that_goes_on_keeps_its_source() {
    let text = "“The pier was safe that night,” said Ana Holm. “It had been mended in the spring.”";
    let chain = "Weekly Ledger > Ana Holm | Ana Holm | person";
    assert_eq!(chains(&[("Weekly Ledger", text)]), [chain, chain]);
}

#[test]
fn a_book_carried_by_a_roundup_is_a_source() {
    let text = "The tale comes from a new book, Saltwater: Inside the Harbour Deal, by Ada Venn. It is out on Friday.\n\n\
        From the book:\n\n“The deal was a disgrace from the first day,” Falk said.\n";
    let rows = chains(&[("Harbour Gazette", text)]);
    let last = rows.last().expect("a mention");
    assert_eq!(last, "Harbour Gazette > Saltwater > Falk | Falk | person");
}
