//! Documents in an order that depends on what they are, not on how they were given; their identifiers.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::input::Loaded;
use super::quoting::shown;
use super::versions;
use crate::error::Problem;
use crate::model::{Document, Source, Timestamp};

/// Sorts, drops documents given twice and earlier versions, and gives every document an identifier of its own.
pub(super) fn finish(loaded: &mut Loaded) {
    loaded.documents.sort_by(|x, y| key(x).cmp(&key(y)));
    drop_repeated(loaded);
    versions::keep_latest(loaded);
    name(loaded);
    loaded.problems.sort_by(|x, y| place(x).cmp(&place(y)));
    loaded.problems.dedup();
}

type Key<'a> = (
    &'a Option<String>,
    String,
    &'a Option<Timestamp>,
    &'a str,
    &'a str,
    &'a str,
    &'a Option<String>,
    &'a Source,
);

fn key(document: &Document) -> Key<'_> {
    let Document { event, outlet, published, text, id, url, .. } = document;
    (event, outlet.to_lowercase(), published, text, id, outlet, url, &document.source)
}

fn place(problem: &Problem) -> (&str, Option<u64>, Option<u64>, &str) {
    (&problem.file, problem.line, problem.column, &problem.message)
}

/// The same text of the same outlet or from the same address, given twice, counts once.
fn drop_repeated(loaded: &mut Loaded) {
    // Of texts their hashes: they may be all that there is memory for.
    let mut seen: BTreeMap<(Option<String>, String, [u8; 32]), String> = BTreeMap::new();
    let whole = |url: &&String| url.contains("://");
    let problems = &mut loaded.problems;
    loaded.documents.retain(|document| {
        let text: [u8; 32] = Sha256::digest(&document.text).into();
        let key = |who: &str| (document.event.clone(), who.to_owned(), text);
        let mut keys = vec![key(&document.outlet.to_lowercase())];
        keys.extend(document.url.as_ref().filter(whole).map(|url| key(url)));
        if let Some(first) = keys.iter().find_map(|key| seen.get(key)) {
            problems.push(repeated(document, first));
            return false;
        }
        seen.extend(keys.into_iter().map(|key| (key, document.source.to_string())));
        true
    });
}

fn repeated(document: &Document, first: &str) -> Problem {
    let message = format!("the same text of the same outlet as {first}; counted once");
    Problem::notice_of(&document.source, message)
}

/// The identifier given, or one made from the outlet's name; a number tells the later ones apart.
fn name(loaded: &mut Loaded) {
    let given = loaded.documents.iter().map(|document| document.id.clone()).filter(|id| !id.is_empty());
    let mut names = Names { taken: given.collect(), last: BTreeMap::new() };
    let mut given: BTreeSet<String> = BTreeSet::new();
    for document in &mut loaded.documents {
        if document.id.is_empty() {
            document.id = names.free(&slug(&document.outlet));
        } else if !given.insert(document.id.clone()) {
            let id = names.free(&document.id);
            let message =
                format!("the id “{}” is given twice; this document goes by “{id}”", shown(&document.id));
            loaded.problems.push(Problem::notice(&document.source.file, message));
            document.id = id;
        }
    }
}

struct Names {
    taken: BTreeSet<String>,
    /// The last number tried for each name: thousands of documents of one outlet do not start over.
    last: BTreeMap<String, usize>,
}

impl Names {
    /// The name wished for, or the first free one of `name-2`, `name-3`, …
    fn free(&mut self, wish: &str) -> String {
        if self.taken.insert(wish.to_owned()) {
            return wish.to_owned();
        }
        let last = self.last.entry(wish.to_owned()).or_insert(1);
        loop {
            *last += 1;
            let id = format!("{wish}-{last}");
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}

/// `Coast Radio` → `coast-radio`; letters of any script stay.
fn slug(outlet: &str) -> String {
    let lower = outlet.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "document".to_owned() } else { words.join("-") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document((outlet, id, url, text): (&str, &str, &str, &str)) -> Document {
        let url = (!url.is_empty()).then(|| url.to_owned());
        Document { outlet: outlet.into(), id: id.into(), url, text: text.into(), ..Document::default() }
    }

    fn settled(documents: &[(&str, &str, &str, &str)]) -> Loaded {
        let documents = documents.iter().map(|parts| document(*parts)).collect();
        let mut loaded = Loaded { documents, problems: Vec::new() };
        finish(&mut loaded);
        loaded
    }

    #[test]
    fn identifiers_are_given_or_made_and_never_shared() {
        for (name, documents, expected) in [
            (
                "made from outlets",
                vec![("The Post!", "", "", "a"), ("Ώρα", "", "", "b")],
                vec!["the-post", "ώρα"],
            ),
            (
                "numbered",
                vec![("X", "", "", "a"), ("X", "", "", "b"), ("X", "", "", "c")],
                vec!["x", "x-2", "x-3"],
            ),
            ("a given one is kept", vec![("X", "", "", "a"), ("Y", "x", "", "b")], vec!["x-2", "x"]),
            ("given twice", vec![("X", "7", "", "a"), ("Y", "7", "", "b")], vec!["7", "7-2"]),
            ("no letters", vec![("!", "", "", "a")], vec!["document"]),
        ] {
            let ids: Vec<_> = settled(&documents).documents.into_iter().map(|document| document.id).collect();
            assert_eq!(ids, expected, "{name}");
        }
    }

    #[test]
    fn what_is_given_twice_counts_once() {
        let url = "https://post.example/1";
        for (name, documents, kept) in [
            ("same outlet, same text", vec![("Post", "", "", "a"), ("POST", "", "", "a")], 1),
            ("same address, same text", vec![("Post", "", url, "a"), ("The Post", "", url, "a")], 1),
            ("no address, same text: a copy", vec![("Post", "", "n/a", "a"), ("Coast", "", "n/a", "a")], 2),
            ("same outlet, other text", vec![("Post", "", url, "a"), ("Post", "", url, "b")], 2),
        ] {
            let loaded = settled(&documents);
            assert_eq!(loaded.documents.len(), kept, "{name}");
            assert_eq!(loaded.problems.len(), documents.len() - kept, "{name}");
        }
    }

    #[test]
    fn thousands_of_documents_of_one_outlet_are_named_quickly() {
        let texts: Vec<String> = (0..20_000).map(|number| number.to_string()).collect();
        let documents: Vec<_> = texts.iter().map(|text| ("Post", "", "", text.as_str())).collect();
        assert!(settled(&documents).documents.iter().any(|document| document.id == "post-20000"));
    }
}
