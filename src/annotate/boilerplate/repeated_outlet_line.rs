//! House lines: what one outlet prints word for word under several of its documents, known to no list.
//!
//! ```text
//!   Gazette 1   Gazette 2   Gazette 3      Ledger
//!   ─────────   ─────────   ─────────      ──────
//!   two locks   divers      rust           sixty
//!   …           two locks   …              …
//!   ring us     ring us     ring us                   a house line of the Gazette
//! ```
//!
//! An outlet repeats news too: the background of a story stands in every follow-up. So a line must be foreign to
//! its documents as well: what it speaks about is not what they speak about. A line that another outlet has is
//! copy, and stays. Versions of one article repeat everything, so they testify to nothing. All counts are over
//! sets of documents; their order changes none.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::lexicon::{frequency, outlets};
use crate::model::{Document, Segmented, Sentence, SentenceKind};
use crate::text::{self, Token};

/// So many documents with the line make it a house line wherever it stands.
const ANYWHERE: usize = 3;
/// So many are enough where it opens or closes each, and most of the outlet's documents.
const AT_THE_EDGE: usize = 2;
/// A document with this share of repeated sentences is a version of another.
const VERSION: f64 = 0.5;
/// A line with this share of its telling words elsewhere in its documents belongs to their story.
const AT_HOME: f64 = 0.34;
/// Words at least so rare (nats) tell what a line speaks about.
const TELLING: f64 = 4.5;

const REASON: &str = "the outlet prints it under several documents";

/// Marks the house lines of every outlet as furniture.
pub fn mark(documents: &[Document], segmented: &mut [Segmented]) {
    let names: BTreeSet<&str> = documents.iter().map(|document| document.outlet.as_str()).collect();
    if names.len() == documents.len() {
        return;
    }
    let pages: Vec<Page> =
        documents.par_iter().zip(&*segmented).map(|(one, cut)| Page::new(one, cut)).collect();
    let lines = house_lines(&pages);
    for (page, cut) in pages.iter().zip(segmented) {
        for (sentence, line) in cut.sentences.iter_mut().zip(&page.lines) {
            let found =
                line.as_ref().is_some_and(|line| lines.contains(&(page.outlet.clone(), line.clone())));
            if found {
                (sentence.kind, sentence.reason) = (SentenceKind::Furniture, Some(REASON));
            }
        }
    }
}

/// A document as this stage sees it.
struct Page {
    outlet: String,
    /// The words of each sentence, folded; none where it cannot be a house line.
    lines: Vec<Option<String>>,
    /// Stems of the document with the number of sentences that hold them.
    stems: BTreeMap<String, usize>,
}

impl Page {
    fn new(document: &Document, segmented: &Segmented) -> Self {
        let name = outlets::canonical(&document.outlet).map_or(document.outlet.as_str(), |entry| entry.name);
        let mut page =
            Page { outlet: outlets::same_name_key(name), lines: Vec::new(), stems: BTreeMap::new() };
        for sentence in &segmented.sentences {
            page.add(sentence, &text::tokens(sentence.span.of(&document.text)));
        }
        page
    }

    fn add(&mut self, sentence: &Sentence, words: &[Token]) {
        let own = sentence.kind == SentenceKind::Sentence && sentence.passage.is_none();
        self.lines.push(own.then(|| folded(words)).filter(|line| !line.is_empty()));
        if sentence.kind != SentenceKind::Furniture {
            telling(words).into_iter().for_each(|stem| *self.stems.entry(stem.to_owned()).or_default() += 1);
        }
    }

    /// The paragraph-like edge: the first and the last line.
    fn is_edge(&self, line: &str) -> bool {
        let mut own = self.lines.iter().flatten();
        own.next().is_some_and(|first| first == line) || own.next_back().is_some_and(|last| last == line)
    }

    /// The share of the line's telling words that other sentences of the document hold too.
    fn at_home(&self, line: &str) -> f64 {
        let words = text::tokens(line);
        let telling = telling(&words);
        let elsewhere = telling.iter().filter(|stem| self.stems.get(**stem).is_some_and(|count| *count > 1));
        elsewhere.count() as f64 / telling.len().max(1) as f64
    }
}

fn folded(words: &[Token]) -> String {
    words.iter().map(|token| token.folded.as_str()).collect::<Vec<_>>().join(" ")
}

fn telling(words: &[Token]) -> BTreeSet<&str> {
    let stems = words.iter().map(|token| token.stem.as_str());
    stems.filter(|stem| frequency::weight(stem) >= TELLING && stem.chars().count() > 3).collect()
}

/// Outlet and line.
type Line = (String, String);

fn house_lines(pages: &[Page]) -> BTreeSet<Line> {
    let holders = holders(pages);
    let witnesses: Vec<bool> = pages.iter().map(|page| !is_version(page, &holders)).collect();
    let mut documents: BTreeMap<&str, usize> = BTreeMap::new();
    for (page, witness) in pages.iter().zip(&witnesses) {
        *documents.entry(&page.outlet).or_default() += usize::from(*witness);
    }
    let lines = holders.iter().filter(|(_, outlets)| outlets.len() == 1);
    lines
        .flat_map(|(line, outlets)| outlets.iter().map(move |(outlet, at)| (*line, *outlet, at)))
        .filter(|(line, outlet, at)| {
            let sworn: Vec<&Page> = at.iter().filter(|&&at| witnesses[at]).map(|&at| &pages[at]).collect();
            is_house_line(line, &sworn, documents[outlet])
        })
        .map(|(line, outlet, _)| (outlet.to_owned(), line.to_owned()))
        .collect()
}

fn is_house_line(line: &str, pages: &[&Page], of_outlet: usize) -> bool {
    let edge = || pages.iter().all(|page| page.is_edge(line)) && pages.len() * 2 > of_outlet;
    let often = pages.len() >= ANYWHERE || pages.len() >= AT_THE_EDGE && edge();
    often && pages.iter().all(|page| page.at_home(line) < AT_HOME)
}

/// Line → outlet → the documents that hold it.
type Holders<'a> = BTreeMap<&'a str, BTreeMap<&'a str, BTreeSet<usize>>>;

fn holders(pages: &[Page]) -> Holders<'_> {
    let mut holders = Holders::new();
    for (at, page) in pages.iter().enumerate() {
        for line in page.lines.iter().flatten() {
            holders.entry(line).or_default().entry(&page.outlet).or_default().insert(at);
        }
    }
    holders
}

fn is_version(page: &Page, holders: &Holders) -> bool {
    let repeated = |line: &&String| holders[line.as_str()][page.outlet.as_str()].len() > 1;
    let own = page.lines.iter().flatten().count();
    page.lines.iter().flatten().filter(repeated).count() as f64 >= VERSION * own as f64
}
