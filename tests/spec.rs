//! What each kind of divergence must find and what it must leave alone: `tests/spec/<kind>.md`, a row a case.

use std::path::Path;

use crosswire::diverge::{self, Side};
use crosswire::extract::{self, Setting, Words};
use crosswire::model::Fact;
use crosswire::text::{self, Token};

#[test]
fn number() {
    check("number");
}

#[test]
fn time() {
    check("time");
}

#[test]
fn name() {
    check("name");
}

#[test]
fn place() {
    check("place");
}

#[test]
fn polarity() {
    check("polarity");
}

#[test]
fn predicate() {
    check("predicate");
}

#[test]
fn quote() {
    check("quote");
}

/// Every row of the table holds, in both directions; the failing ones are listed together.
fn check(kind: &str) {
    let file = format!("tests/spec/{kind}.md");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(&file);
    let table = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{file}: {error}"));
    let cases = cases(&table);
    assert!(cases.len() >= 10, "{file}: {} rows only", cases.len());
    let failures: Vec<String> = cases.iter().filter_map(|case| case.failure(kind, &file)).collect();
    assert!(failures.is_empty(), "{} of {} rows fail\n{}", failures.len(), cases.len(), failures.join("\n"));
}

/// One row: two sentences, and what parts them.
struct Case {
    line: usize,
    a: String,
    b: String,
    expected: String,
}

impl Case {
    fn failure(&self, kind: &str, file: &str) -> Option<String> {
        let found = shown(kind, &self.a, &self.b, false);
        let swapped = shown(kind, &self.b, &self.a, true);
        let wrong = [found, swapped].into_iter().find(|found| *found != self.expected)?;
        Some(format!(
            "{file}:{}: expected {}, found {wrong}\n    {}\n    {}",
            self.line, self.expected, self.a, self.b
        ))
    }
}

/// The rows of the file's table, without its head.
fn cases(table: &str) -> Vec<Case> {
    let rows = table.lines().enumerate().filter(|(_, line)| line.starts_with('|'));
    rows.skip(2)
        .map(|(index, line)| {
            let cells: Vec<&str> = line.trim().trim_matches('|').split('|').map(str::trim).collect();
            let [a, b, expected] = cells[..] else { panic!("line {}: three cells expected", index + 1) };
            Case { line: index + 1, a: a.into(), b: b.into(), expected: expected.into() }
        })
        .collect()
}

/// The findings of one kind as the tables write them.
fn shown(kind: &str, a: &str, b: &str, swapped: bool) -> String {
    let ((tokens_a, facts_a), (tokens_b, facts_b)) = (read(a), read(b));
    let found = diverge::findings(
        Side { text: a, tokens: &tokens_a, facts: &facts_a },
        Side { text: b, tokens: &tokens_b, facts: &facts_b },
    );
    let of_kind = found.iter().filter(|finding| finding.kind.name() == kind);
    let mut all: Vec<(usize, String)> = of_kind
        .map(|finding| {
            let (x, y) = if swapped { (&finding.b, &finding.a) } else { (&finding.a, &finding.b) };
            (x.span.start, format!("{} ≠ {}", x.value, y.value))
        })
        .collect();
    all.sort();
    let all: Vec<String> = all.into_iter().map(|(_, finding)| finding).collect();
    if all.is_empty() { "quiet".to_owned() } else { all.join("; ") }
}

fn read(text: &str) -> (Vec<Token>, Vec<Fact>) {
    let tokens = text::tokens(text);
    let facts = extract::facts(&Words { text, tokens: &tokens, setting: Setting::default() });
    (tokens, facts)
}
