//! Versions of one article: an outlet's page saved twice, a report that grew through the day. The latest stands; the
//! earlier ones would otherwise be so many more accounts that agree.
//!
//! ```text
//!   one outlet's documents ─┬─ same address, and the title or some of the text ─┐
//!                           └─ most shingles of four words ─────────────────────┴─► versions ─► the latest stands
//! ```
//!
//! An outlet repeats background from one report to the next: that much in common makes no version.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use petgraph::unionfind::UnionFind;
use unicode_segmentation::UnicodeSegmentation;

use super::input::Loaded;
use crate::error::Problem;
use crate::model::{Document, Version};
use crate::text::hash::mixed;
use crate::text::web_address::page;

/// The share of all shingles of both texts that both have, from which two texts are one article; and the same for texts that
/// have titles or addresses, and other ones: reports of one pattern, and stubs with one notice, have much in common.
const SAME_TEXT: f64 = 0.5;
const SAME_TEXT_ELSEWHERE: f64 = 0.85;
/// A version with less than this of the fullest one's text does not stand for it: a feed's summary, a page behind a wall.
const FULL: f64 = 0.5;
/// The share of the shorter one's shingles, where the titles are the same, and where the addresses are.
const SAME_TITLE: f64 = 0.6;
const SAME_ADDRESS: f64 = 0.2;
/// Words in a shingle.
const SHINGLE: usize = 4;
/// One shingle in so many is looked up to find texts that may be alike.
const SAMPLED: u64 = 4;
/// A shingle that more documents have tells nothing: it is the outlet's own small print.
const MOST_HOLDERS: usize = 24;
/// Sampled shingles that two texts must have in common to be compared at all.
const FEWEST: u32 = 3;

/// Keeps the latest version of each article; the others are named in it, and to the user.
pub(super) fn keep_latest(loaded: &mut Loaded) {
    let mut dropped = vec![false; loaded.documents.len()];
    for documents in of_outlets(&loaded.documents) {
        for versions in versions(&loaded.documents, &documents) {
            let Some((latest, earlier)) = versions.split_last() else { continue };
            for &one in earlier {
                dropped[one] = true;
                loaded.problems.push(said(&loaded.documents[one], &loaded.documents[*latest]));
            }
            let named: Vec<Version> = earlier.iter().map(|&one| named(&loaded.documents[one])).collect();
            loaded.documents[*latest].earlier = named;
        }
    }
    let mut dropped = dropped.into_iter();
    loaded.documents.retain(|_| !dropped.next().unwrap_or_default());
}

/// The documents of each outlet that has several of one event.
fn of_outlets(documents: &[Document]) -> Vec<Vec<usize>> {
    let mut outlets: BTreeMap<(Option<&str>, String), Vec<usize>> = BTreeMap::new();
    for (at, document) in documents.iter().enumerate().filter(|(_, document)| is_outlet_known(document)) {
        outlets.entry((document.event.as_deref(), document.outlet.to_lowercase())).or_default().push(at);
    }
    outlets.into_values().filter(|documents| documents.len() > 1).collect()
}

/// Where a file of many documents names no outlet, its own name stands for all of theirs.
fn is_outlet_known(document: &Document) -> bool {
    let source = &document.source;
    let stem = std::path::Path::new(&source.file).file_stem().map(|stem| stem.to_string_lossy());
    let by_file =
        source.file == "-" || stem.is_some_and(|stem| stem.split('.').next() == Some(&document.outlet));
    source.line.is_none() || !by_file
}

/// The groups of documents that are one article, each from its first version to its latest.
fn versions(all: &[Document], documents: &[usize]) -> Vec<Vec<usize>> {
    let shingles: Vec<BTreeSet<u64>> =
        documents.iter().map(|&at| shingles(&all[at].text[all[at].body..])).collect();
    let mut sets = UnionFind::new(documents.len());
    for (a, b) in candidate_pairs(all, documents, &shingles) {
        if is_version(&all[documents[a]], &shingles[a], &all[documents[b]], &shingles[b]) {
            sets.union(a, b);
        }
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    documents
        .iter()
        .enumerate()
        .for_each(|(at, &document)| groups.entry(sets.find(at)).or_default().push(document));
    let mut groups: Vec<Vec<usize>> = groups.into_values().filter(|group| group.len() > 1).collect();
    // Documents are sorted already, so that what is equal here keeps an order that depends on what they hold.
    groups.iter_mut().for_each(|group| sort(all, group));
    groups
}

/// From the first version to the latest; where not all are dated, from the shortest to the longest. What is much shorter
/// than the fullest comes first in any case.
fn sort(all: &[Document], group: &mut [usize]) {
    let fullest = group.iter().map(|&at| length(&all[at])).max().unwrap_or_default();
    let dated = group.iter().all(|&at| when(&all[at]).is_some());
    let full = |at: usize| length(&all[at]) as f64 >= FULL * fullest as f64;
    group.sort_by_key(|&at| (full(at), when(&all[at]).filter(|_| dated), length(&all[at])));
}

/// Pairs worth a look: of one address, or with shingles in common.
fn candidate_pairs(
    all: &[Document],
    documents: &[usize],
    shingles: &[BTreeSet<u64>],
) -> BTreeSet<(usize, usize)> {
    let mut addresses: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut holders: HashMap<u64, Vec<usize>> = HashMap::new();
    for (at, &document) in documents.iter().enumerate() {
        let address = all[document].url.as_deref().and_then(page);
        address.into_iter().for_each(|address| addresses.entry(address).or_default().push(at));
        for &shingle in shingles[at].iter().filter(|shingle| **shingle % SAMPLED == 0) {
            holders.entry(shingle).or_default().push(at);
        }
    }
    let mut common: HashMap<(usize, usize), u32> = HashMap::new();
    for list in holders.values().filter(|list| list.len() <= MOST_HOLDERS) {
        pairs(list).for_each(|pair| *common.entry(pair).or_default() += 1);
    }
    let alike = common.into_iter().filter(|(_, common)| *common >= FEWEST).map(|(pair, _)| pair);
    addresses.values().flat_map(|list| list.windows(2).map(|pair| (pair[0], pair[1]))).chain(alike).collect()
}

fn pairs(list: &[usize]) -> impl Iterator<Item = (usize, usize)> {
    list.iter().enumerate().flat_map(|(at, &a)| list[at + 1..].iter().map(move |&b| (a, b)))
}

fn is_version(a: &Document, shingles_a: &BTreeSet<u64>, b: &Document, shingles_b: &BTreeSet<u64>) -> bool {
    let both = shingles_a.intersection(shingles_b).count() as f64;
    let (shorter, either) = (shingles_a.len().min(shingles_b.len()), shingles_a.union(shingles_b).count());
    let of_shorter = both / shorter.max(1) as f64;
    let same_title = a.title.is_some() && a.title == b.title;
    let address = |document: &Document| document.url.as_deref().and_then(page);
    let same_address = address(a).is_some() && address(a) == address(b);
    let differ = |x: &Option<String>, y: &Option<String>| x.is_some() && y.is_some() && x != y;
    let elsewhere = differ(&a.title, &b.title) || differ(&address(a), &address(b));
    both / either.max(1) as f64 >= if elsewhere { SAME_TEXT_ELSEWHERE } else { SAME_TEXT }
        || same_title && of_shorter >= SAME_TITLE
        || same_address && (same_title || of_shorter >= SAME_ADDRESS)
}

/// Hashes of all runs of so many words.
fn shingles(text: &str) -> BTreeSet<u64> {
    let words: Vec<u64> = text.unicode_words().map(|word| mixed(word.to_lowercase().bytes())).collect();
    words.windows(SHINGLE).map(|shingle| mixed(shingle.iter().flat_map(|word| word.to_le_bytes()))).collect()
}

/// When it was changed, or published.
fn when(document: &Document) -> Option<jiff::Timestamp> {
    document.modified.or(document.published).map(|when| when.assumed_utc())
}

fn length(document: &Document) -> usize {
    document.text.len()
}

fn named(document: &Document) -> Version {
    let when = document.modified.or(document.published);
    Version { source: document.source.clone(), when }
}

fn said(earlier: &Document, latest: &Document) -> Problem {
    let why = match (when(earlier), when(latest)) {
        (Some(x), Some(y)) if x < y => "the later one stands",
        _ if (length(earlier) as f64) < FULL * length(latest) as f64 => "the fuller one stands",
        _ => "no date says which is later; the longer one stands",
    };
    let message = format!("a version of the same article as {}; {why}", latest.source);
    Problem::notice_of(&earlier.source, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRE: &str = "A ferry burned off Holm Point on Tuesday evening. Three people died, the harbour master said. Boats of \
                        the coastguard reached the ship within an hour. The fire began in the engine room, she said.";
    const MORE: &str = " Divers will search the wreck on Wednesday. A fourth passenger is missing.";
    const OTHER: &str = "The council voted on the new bridge on Monday. Seven members were for it and two against. Work begins \
                         in spring, the mayor said, and will take two years.";

    fn document(text: &str, url: &str, title: &str, modified: &str) -> Document {
        let given = |given: &str| (!given.is_empty()).then(|| given.to_owned());
        let document = Document {
            outlet: "Post".into(),
            url: given(url),
            modified: modified.parse().ok(),
            source: crate::model::Source { file: format!("{}.txt", text.len()), ..Default::default() },
            ..Document::default()
        };
        document.with_text(given(title).as_deref(), text)
    }

    /// The texts that stand, and how many earlier versions each has.
    fn kept(documents: Vec<Document>) -> Vec<(usize, usize)> {
        let mut loaded = Loaded { documents, problems: Vec::new() };
        keep_latest(&mut loaded);
        loaded.documents.iter().map(|one| (one.text[one.body..].len(), one.earlier.len())).collect()
    }

    #[test]
    fn the_latest_version_stands() {
        let longer = format!("{FIRE}{MORE}");
        let (old, new) = ("2031-03-04T18:00:00Z", "2031-03-04T20:00:00+01:00");
        for (name, documents, expected) in [
            (
                "grown",
                vec![document(FIRE, "", "", old), document(&longer, "", "", new)],
                vec![(longer.len(), 1)],
            ),
            ("cut", vec![document(FIRE, "", "", new), document(&longer, "", "", old)], vec![(FIRE.len(), 1)]),
            (
                "undated",
                vec![document(&longer, "", "", ""), document(FIRE, "", "", "")],
                vec![(longer.len(), 1)],
            ),
            (
                "a summary of later date",
                vec![
                    document(&FIRE[..60], "https://p.example/a", "Fire", new),
                    document(&longer, "https://p.example/a", "Fire", old),
                ],
                vec![(longer.len(), 1)],
            ),
            (
                "one dated, one not",
                vec![document(FIRE, "", "", new), document(&longer, "", "", "")],
                vec![(longer.len(), 1)],
            ),
            (
                "one pattern, two titles",
                vec![document(FIRE, "", "Fire", old), document(&longer, "", "Another fire", new)],
                vec![(FIRE.len(), 0), (longer.len(), 0)],
            ),
            (
                "rewritten under its title and address",
                vec![
                    document(FIRE, "https://p.example/a?utm_source=x", "Fire", old),
                    document(OTHER, "http://www.p.example/a/", "Fire", new),
                ],
                vec![(OTHER.len(), 1)],
            ),
            (
                "two matters",
                vec![
                    document(FIRE, "https://p.example/a", "", old),
                    document(OTHER, "https://p.example/b", "", new),
                ],
                vec![(FIRE.len(), 0), (OTHER.len(), 0)],
            ),
            (
                "the front page for an address",
                vec![
                    document(FIRE, "https://p.example/", "News", old),
                    document(OTHER, "https://p.example/", "News", new),
                ],
                vec![(FIRE.len(), 0), (OTHER.len(), 0)],
            ),
        ] {
            assert_eq!(kept(documents), expected, "{name}");
        }
    }

    #[test]
    fn other_outlets_and_other_events_have_their_own() {
        for change in [
            |one: &mut Document| one.outlet = "Coast".into(),
            |one: &mut Document| one.event = Some("x".into()),
        ] {
            let mut other = document(FIRE, "", "", "");
            change(&mut other);
            assert_eq!(kept(vec![document(FIRE, "", "", ""), other]).len(), 2);
        }
    }

    #[test]
    fn background_makes_no_version() {
        let follow_up = format!("{OTHER} {} {}", OTHER.replace("the", "this"), &FIRE[..110]);
        assert_eq!(kept(vec![document(FIRE, "", "", ""), document(&follow_up, "", "", "")]).len(), 2);
    }
}
