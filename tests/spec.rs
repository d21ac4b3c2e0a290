//! Cases of divergence as tables in `tests/spec/<kind>.md`; to add one, add a row.
//!
//! The third column is `quiet`, or `value a ≠ value b` for each finding of the file's kind, parted by `;`.

use std::fs;
use std::path::PathBuf;

use crosswire::annotate::extract::{self, Setting, Words};
use crosswire::diverge::{self, Side};
use crosswire::pipeline::said::OfPair;
use crosswire::text;

#[test]
fn every_case_speaks_or_stays_quiet_as_its_table_says() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/spec");
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).expect("the tables").map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    let (mut wrong, mut cases) = (Vec::new(), 0);
    for file in &files {
        let kind = file.file_stem().and_then(|stem| stem.to_str()).expect("a kind").to_owned();
        let table = fs::read_to_string(file).expect("a table");
        for (number, line) in table.lines().enumerate() {
            if let Some([a, b, expected]) = case(line) {
                cases += 1;
                for (a, b, expected) in [(a, b, expected.to_owned()), (b, a, mirrored(expected))] {
                    let found = findings(&kind, a, b);
                    if found != expected {
                        wrong.push(format!(
                            "tests/spec/{kind}.md:{}: expected {expected}, found {found}",
                            number + 1
                        ));
                    }
                }
            }
        }
    }
    assert!(cases >= 100, "only {cases} cases were read");
    assert!(wrong.is_empty(), "{} of {cases} cases:\n{}", wrong.len(), wrong.join("\n"));
}

/// A row of the table; not its header.
fn case(line: &str) -> Option<[&str; 3]> {
    let mut cells = line.strip_prefix('|')?.strip_suffix('|')?.split('|').map(str::trim);
    let row = [cells.next()?, cells.next()?, cells.next()?];
    (row[0] != "one outlet" && !row[0].starts_with("---")).then_some(row)
}

fn findings(kind: &str, a: &str, b: &str) -> String {
    let setting = Setting { published: Some(jiff::civil::date(2026, 3, 6)) };
    let (tokens_a, tokens_b) = (text::tokens(a), text::tokens(b));
    let facts_a = extract::facts(&Words { text: a, tokens: &tokens_a, setting });
    let facts_b = extract::facts(&Words { text: b, tokens: &tokens_b, setting });
    let known = OfPair::new(a, b);
    let (said_a, said_b) = (known.side(0), known.side(1));
    let found = diverge::findings(
        Side { text: a, tokens: &tokens_a, facts: &facts_a, said: &said_a },
        Side { text: b, tokens: &tokens_b, facts: &facts_b, said: &said_b },
    );
    let of_kind = found.iter().filter(|finding| finding.kind.name() == kind);
    let mut shown: Vec<String> =
        of_kind.map(|finding| format!("{} ≠ {}", finding.a.value, finding.b.value)).collect();
    shown.sort();
    if shown.is_empty() { "quiet".to_owned() } else { shown.join("; ") }
}

fn mirrored(expected: &str) -> String {
    let swap = |one: &str| one.split_once(" ≠ ").map_or(one.to_owned(), |(a, b)| format!("{b} ≠ {a}"));
    let mut all: Vec<String> = expected.split("; ").map(swap).collect();
    all.sort();
    all.join("; ")
}
