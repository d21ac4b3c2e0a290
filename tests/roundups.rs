//! Whole roundups: whose coverage each passage is.

use std::path::PathBuf;

use crosswire::annotate::segment::{segment, units};
use crosswire::lexicon::outlets::canonical_in;
use crosswire::model::{Document, Segmented, SentenceKind};

/// A page cut up, with its title taken from the first line when a blank line follows.
struct Page {
    document: Document,
    segmented: Segmented,
}

impl Page {
    fn new(text: &str) -> Self {
        let (title, body) = text.split_once("\n\n").unwrap_or(("", text));
        let document =
            Document { outlet: "roundup".into(), ..Document::default() }.with_text(Some(title), body);
        let segmented = segment(&document);
        Page { document, segmented }
    }

    /// The voices of the rows that hold `words`, in order; `-` is the page's own.
    fn voices(&self, words: &str) -> Vec<String> {
        let rows = self.segmented.sentences.iter().filter(|row| row.kind != SentenceKind::Furniture);
        let rows = rows.filter(|row| row.span.of(&self.document.text).contains(words));
        rows.map(|row| {
            row.passage.map_or("-".to_owned(), |index| self.segmented.passages[index].chain.join(" > "))
        })
        .collect()
    }

    /// How many rows belong to `voice`.
    fn count(&self, voice: &str) -> usize {
        let voice_of = |index: usize| self.segmented.passages[index].voice.as_str();
        self.segmented.sentences.iter().filter(|row| row.passage.map(voice_of) == Some(voice)).count()
    }
}

/// The page that the first real roundup was: not ours to copy, so only key words stand here.
#[test]
fn the_seed_roundup_speaks_with_six_voices() {
    let Some(gold) = std::env::var_os("CROSSWIRE_GOLD").map(PathBuf::from) else {
        return eprintln!("SKIPPED: CROSSWIRE_GOLD is not set, the seed roundup was not read");
    };
    let text = std::fs::read_to_string(gold.join("../../seed/roundup.txt"))
        .expect("the seed stands beside the gold");
    let page = Page::new(&text);
    headlines_blocks_and_quotations_have_their_voices(&page);
    short_and_full_names_are_one_outlet(&page);
    nothing_is_cut_in_the_middle(&page);
    lead_ins_of_the_page_are_its_own(&page);
}

fn headlines_blocks_and_quotations_have_their_voices(page: &Page) {
    for (voice, rows) in
        [("NY Daily News", 1), ("Washington Post", 3), ("The Daily Beast", 3), ("Shattered", 4)]
    {
        assert_eq!(page.count(voice), rows, "{voice}");
    }
    for (words, voice) in
        [("480-page", "The Daily Beast"), ("insufficient", "Washington Post"), ("consolation", "Shattered")]
    {
        assert_eq!(page.voices(words), [voice], "{words}");
    }
}

fn short_and_full_names_are_one_outlet(page: &Page) {
    for (short, name) in [("The Post", "Washington Post"), ("The Daily Beast", "The Daily Beast")] {
        assert_eq!(canonical_in(short, &page.document.text).map(|entry| entry.name), Some(name));
    }
}

fn nothing_is_cut_in_the_middle(page: &Page) {
    for words in
        ["7:45 p.m., when", "President,” Clinton said", "“Congratulations, Donald.”", "new book,” Shattered:"]
    {
        assert_eq!(page.voices(words).len(), 1, "{words}");
    }
    let units = units(&page.document, &page.segmented);
    let tail = units.iter().find(|unit| unit.span.of(&page.document.text).ends_with("sorry.”"));
    assert!(tail.is_some_and(|unit| unit.span.of(&page.document.text).contains("softly")));
}

fn lead_ins_of_the_page_are_its_own(page: &Page) {
    assert_eq!(page.voices("Who wrote the book:"), ["-"]);
    assert_eq!(page.voices("What does it say:"), ["-"]);
}

/// Two invented pages in other layouts; what is expected stands beside them.
#[test]
fn invented_roundups_give_every_passage_its_voice() {
    for page in ["bullets.txt", "digest.md"] {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/roundups");
        let stem = page.split('.').next().unwrap_or_default();
        let expected =
            std::fs::read_to_string(folder.join(format!("{stem}.expected.md"))).expect("the expectation");
        let loaded = crosswire::ingest::load(
            &[folder.join(page)],
            &mut std::io::empty(),
            &crosswire::ingest::Options::default(),
        )
        .expect("a readable page");
        let [document] = &loaded.documents[..] else { panic!("{page} is one document") };
        let segmented = segment(document);
        let read = Page { document: document.clone(), segmented };
        let rows: Vec<(&str, &str)> = expected.lines().filter_map(row).collect();
        assert!(rows.len() > 10, "{page}: the table of expectations was read");
        let wrong: Vec<String> = rows
            .iter()
            .map(|(words, voice)| (words, voice, read.voices(words)))
            .filter(|(_, voice, found)| found[..] != [voice.to_string()])
            .map(|(words, voice, found)| format!("{page}: “{words}” is {voice}'s, not {found:?}"))
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

/// `| words | voice |`, without the header.
fn row(line: &str) -> Option<(&str, &str)> {
    let mut cells = line.strip_prefix('|')?.strip_suffix('|')?.split('|').map(str::trim);
    let (words, voice) = (cells.next()?, cells.next()?);
    (words != "words" && !words.starts_with("---")).then_some((words, voice))
}

/// Points 2 and 3: what several voices say is one claim, whoever carries it.
#[test]
fn the_seed_roundup_shares_its_two_claims() {
    let Some(gold) = std::env::var_os("CROSSWIRE_GOLD").map(PathBuf::from) else {
        return eprintln!("SKIPPED: CROSSWIRE_GOLD is not set, the seed roundup was not compared");
    };
    let loaded = crosswire::ingest::load(
        &[gold.join("../../seed/roundup.txt")],
        &mut std::io::empty(),
        &crosswire::ingest::Options::default(),
    );
    let documents = loaded.expect("the seed stands beside the gold").documents;
    let analysis = crosswire::pipeline::analyze(documents, &crosswire::pipeline::Options::default());
    let voices = |words: &str| {
        let claim = analysis
            .claims
            .iter()
            .find(|claim| claim.mentions.iter().any(|m| analysis.text(*m).contains(words)));
        let outlets = claim.map(|claim| claim.outlets.clone()).unwrap_or_default();
        outlets.into_iter().map(|outlet| analysis.outlets[outlet].name.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(voices("apologized to"), ["NY Daily News", "Shattered", "The Daily Beast", "roundup"]);
    assert_eq!(voices("two words she thought"), ["Washington Post", "roundup"]);
}
