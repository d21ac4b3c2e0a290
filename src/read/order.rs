//! Documents in an order that depends on what they are, not on how they were given; their identifiers.

use std::collections::{BTreeMap, BTreeSet};

use super::Loaded;
use crate::error::Problem;
use crate::model::Document;

/// Sorts, drops documents given twice, and gives every document an identifier of its own.
pub(super) fn settle(loaded: &mut Loaded) {
    loaded.documents.sort_by(|x, y| key(x).cmp(&key(y)));
    drop_repeated(loaded);
    name(loaded);
    loaded.problems.sort_by(|x, y| place(x).cmp(&place(y)));
    loaded.problems.dedup();
}

type Key<'a> = (
    &'a Option<String>,
    String,
    &'a Option<String>,
    &'a str,
    &'a str,
    &'a str,
    &'a Option<String>,
    &'a super::Source,
);

fn key(document: &Document) -> Key<'_> {
    let Document { event, outlet, published, text, id, url, .. } = document;
    (event, outlet.to_lowercase(), published, text, id, outlet, url, &document.source)
}

fn place(problem: &Problem) -> (&str, Option<u64>, Option<u64>, &str) {
    (&problem.file, problem.line, problem.column, &problem.message)
}

/// The same text of the same outlet, given twice, counts once.
fn drop_repeated(loaded: &mut Loaded) {
    let mut seen: BTreeMap<(Option<String>, String, String), String> = BTreeMap::new();
    let problems = &mut loaded.problems;
    loaded.documents.retain(|document| {
        let key = (document.event.clone(), document.outlet.to_lowercase(), document.text.clone());
        let source = document.source.to_string();
        match seen.get(&key) {
            Some(first) => {
                let message = format!("the same text of the same outlet as {first}; counted once");
                let problem = Problem::notice(&document.source.file, message);
                problems.push(document.source.line.map_or(problem.clone(), |line| problem.at_line(line)));
                false
            }
            None => {
                seen.insert(key, source);
                true
            }
        }
    });
}

/// The identifier given, or one made from the outlet's name; a number tells the later ones apart.
fn name(loaded: &mut Loaded) {
    let mut taken: BTreeSet<String> =
        loaded.documents.iter().map(|document| document.id.clone()).filter(|id| !id.is_empty()).collect();
    let mut given: BTreeSet<String> = BTreeSet::new();
    for document in &mut loaded.documents {
        if document.id.is_empty() {
            document.id = free(&slug(&document.outlet), &taken);
        } else if !given.insert(document.id.clone()) {
            let id = free(&document.id, &taken);
            let message = format!("the id “{}” is given twice; this document goes by “{id}”", document.id);
            loaded.problems.push(Problem::notice(&document.source.file, message));
            document.id = id;
        }
        taken.insert(document.id.clone());
    }
}

fn free(wish: &str, taken: &BTreeSet<String>) -> String {
    if !taken.contains(wish) {
        return wish.to_owned();
    }
    let numbered = (2_usize..).map(|number| format!("{wish}-{number}"));
    numbered.into_iter().find(|id| !taken.contains(id)).unwrap_or_default()
}

/// `Coast Radio` → `coast-radio`; letters of any script stay.
fn slug(outlet: &str) -> String {
    let lower = outlet.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "document".to_owned() } else { words.join("-") }
}
