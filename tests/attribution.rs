//! Who says it: cases of attribution as tables in `tests/attribution/*.md`; to add one, add a row.
//!
//! `¶` parts paragraphs, `# ` opens a headline, `^` is a further attribution of the text above, `quiet` is none.

use std::fs;
use std::path::PathBuf;

use crosswire::annotate::attributions;
use crosswire::annotate::segment;
use crosswire::model::{Attribution, Document, Span};

/// Kind, source, cue and content.
type Said = [String; 4];

#[test]
fn every_text_says_what_its_table_says() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/attribution");
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).expect("the tables").map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    let (mut wrong, mut cases) = (Vec::new(), 0);
    for file in &files {
        let name = file.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
        for (number, text, expected) in cases_of(&fs::read_to_string(file).expect("a table")) {
            cases += 1;
            let found = said(&text);
            if found != expected {
                wrong.push(format!("{name}:{number}: {text}\n  expected {expected:?}\n  found    {found:?}"));
            }
        }
    }
    assert!(cases >= 80, "only {cases} cases were read");
    assert!(wrong.is_empty(), "{} of {cases} cases:\n{}", wrong.len(), wrong.join("\n"));
}

/// The texts of a file with their line and what is said in them.
fn cases_of(table: &str) -> Vec<(usize, String, Vec<Said>)> {
    let mut cases: Vec<(usize, String, Vec<Said>)> = Vec::new();
    for (number, line) in table.lines().enumerate() {
        let Some([text, kind, source, cue, content]) = cells(line) else { continue };
        if text != "^" {
            cases.push((number + 1, text.to_owned(), Vec::new()));
        }
        let case = cases.last_mut().expect("a text before its further attributions");
        if kind != "quiet" {
            case.2.push([kind, source, cue, content].map(str::to_owned));
        }
    }
    cases
}

/// A row of the table; not its header.
fn cells(line: &str) -> Option<[&str; 5]> {
    let mut cells = line.strip_prefix('|')?.strip_suffix('|')?.split('|').map(str::trim);
    let row = [cells.next()?, cells.next()?, cells.next()?, cells.next()?, cells.next()?];
    (row[0] != "text" && !row[0].starts_with("---")).then_some(row)
}

fn said(text: &str) -> Vec<Said> {
    let text = text.replace('¶', "\n\n");
    let document = match text.strip_prefix("# ") {
        Some(title) => Document::default().with_text(Some(title), ""),
        None => Document::default().with_text(None, &text),
    };
    let show = |span: Option<Span>| {
        span.map(|span| span.of(&document.text).replace("\n\n", "¶")).unwrap_or_default()
    };
    let row = |one: &Attribution| {
        [one.kind.name().to_owned(), show(one.source), show(one.cue), show(Some(one.content))]
    };
    attributions(&document, &segment::segment(&document)).iter().flatten().map(row).collect()
}

/// Attributions of a text that nobody wrote; only that they come.
fn check_comes_back(text: &str) {
    let document = Document::default().with_text(None, text);
    let found = attributions(&document, &segment::segment(&document));
    for one in found.iter().flatten() {
        assert!(!one.content.of(text).is_empty(), "content is some text");
        assert!(!one.source.expect("a source").of(text).is_empty(), "the source is some text");
    }
}

#[test]
fn a_sentence_of_300_000_characters_takes_no_long_time() {
    check_comes_back(&"the mayor said that ".repeat(15_000));
    check_comes_back(&"said ".repeat(60_000));
    check_comes_back(&format!("He said it{}", "!".repeat(300_000)));
    check_comes_back(&format!("“He said it.” — {}", "Ana ".repeat(75_000)));
    check_comes_back(&"according to ".repeat(23_000));
}

#[test]
fn ten_thousand_quotation_marks_take_no_long_time() {
    check_comes_back(&"“".repeat(10_000));
    check_comes_back(&"\" ".repeat(10_000));
    check_comes_back(&"“We stay,” she said. ".repeat(5_000));
    check_comes_back(&"“a” he said “b” ".repeat(5_000));
    check_comes_back(&"“We stay.\n\n".repeat(5_000));
    check_comes_back(&"“We stay” — Ana ".repeat(5_000));
}

#[test]
fn hostile_marks_break_nothing() {
    for text in [
        "",
        "“",
        "”",
        "said",
        ": said",
        "“said”",
        "' said '",
        "\u{0} said \u{202e}that",
        "she’s said",
        "’s said that it is",
    ] {
        check_comes_back(text);
        check_comes_back(&format!("{text}\n\n{text} said {text}: {text} — {text}"));
    }
}
