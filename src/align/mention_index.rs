//! What alignment knows of the mentions: what each can be found by, kept small for all of them, and a full profile of
//! those that some pair asks for.
//!
//! ```text
//!   words ─units (rayon)─► stems ─interned in document order─► numbers
//!   words ─units (rayon)─► with their numbers ─► pages ─► grounds
//! ```
//!
//! Of a million mentions few have a partner, and a profile takes some kilobytes: it is made when first asked for.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;
use std::sync::OnceLock;

use compact_str::CompactString;
use foldhash::fast::RandomState;
use rayon::prelude::*;

use super::Voice;
use crate::similarity::{self, Grounds, Page, Profile, StemId, Vocabulary, units};
use crate::text::{self, Token};

/// Documents whose words are held at once while their stems are numbered.
const AT_ONCE: usize = 2048;

/// A mention as this stage sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    pub document: usize,
    pub outlet: usize,
    /// A number for the language of its document: other languages are not compared with.
    pub language: u32,
    /// How many mentions of the document stand before it.
    pub place: usize,
}

impl Item {
    pub fn voice(&self) -> Voice {
        (self.document, self.outlet)
    }
}

/// The words of the mentions, wherever they are kept.
pub trait Texts: Sync {
    fn text(&self, mention: usize) -> &str;
    fn tokens(&self, mention: usize) -> Cow<'_, [Token]>;
}

/// Sentences by themselves: cut into words whenever they are asked for.
impl Texts for Vec<String> {
    fn text(&self, mention: usize) -> &str {
        &self[mention]
    }

    fn tokens(&self, mention: usize) -> Cow<'_, [Token]> {
        Cow::Owned(text::tokens(&self[mention]))
    }
}

/// The mentions of one comparison.
pub struct Field<'a> {
    pub items: Vec<Item>,
    pub vocabulary: Vocabulary,
    pub grounds: Grounds,
    /// The mentions of each document.
    documents: Vec<Range<usize>>,
    /// The distinct stems of each document, ascending.
    stems: Vec<Vec<StemId>>,
    texts: &'a dyn Texts,
    profiles: Vec<OnceLock<Box<Profile>>>,
}

impl<'a> Field<'a> {
    /// The mentions come document by document, without gaps in the documents' numbers.
    pub fn new(items: Vec<Item>, texts: &'a dyn Texts) -> Self {
        let documents = ranges(&items);
        let mut vocabulary = Vocabulary::default();
        for some in documents.chunks(AT_ONCE) {
            intern(some, texts, &mut vocabulary);
        }
        let pages = pages(&documents, texts, &vocabulary);
        for page in &pages {
            (0..page.len()).for_each(|mention| vocabulary.count_unit(page.stems(mention)));
        }
        vocabulary.weigh(|entry| similarity::event_weight(entry, items.len()));
        let grounds = Grounds::new(&pages, &vocabulary);
        let stems = pages.par_iter().map(distinct).collect();
        let profiles = items.iter().map(|_| OnceLock::new()).collect();
        Field { items, vocabulary, grounds, documents, stems, texts, profiles }
    }

    pub fn len(&self) -> usize {
        self.items.len()
    }

    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The mentions of each document.
    pub fn documents(&self) -> &[Range<usize>] {
        &self.documents
    }

    /// The distinct telling stems of a document, ascending.
    pub fn stems(&self, document: usize) -> &[StemId] {
        &self.stems[document]
    }

    pub fn profile(&self, mention: usize) -> &Profile {
        self.profiles[mention].get_or_init(|| {
            let (text, tokens) = (self.texts.text(mention), self.texts.tokens(mention));
            Box::new(Profile::known(text, &tokens, &self.vocabulary))
        })
    }

    /// Whether two mentions may be aligned at all: they must come from different documents or different voices, and be of
    /// one language.
    pub fn apart(&self, a: usize, b: usize) -> bool {
        let (a, b) = (&self.items[a], &self.items[b]);
        a.language == b.language && a.voice() != b.voice()
    }
}

fn ranges(items: &[Item]) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        while ranges.len() <= item.document {
            ranges.push(at..at);
        }
        ranges[item.document].end = at + 1;
    }
    ranges
}

/// Interning runs in document order, in one thread, over the distinct stems of each document: the numbers of stems are
/// the same in every run. What comes before it is done side by side.
fn intern(documents: &[Range<usize>], texts: &dyn Texts, vocabulary: &mut Vocabulary) {
    let stems: Vec<Vec<CompactString>> =
        documents.par_iter().map(|mentions| stems_in_order(mentions.clone(), texts)).collect();
    for stem in stems.iter().flatten() {
        vocabulary.intern(stem);
    }
}

/// The distinct stems of some mentions, in the order of the text.
fn stems_in_order(mentions: Range<usize>, texts: &dyn Texts) -> Vec<CompactString> {
    let mut seen: HashSet<CompactString, RandomState> = HashSet::default();
    let mut stems = Vec::new();
    for mention in mentions {
        for unit in units(texts.text(mention), &texts.tokens(mention)) {
            if !seen.contains(&unit.key) {
                seen.insert(unit.key.clone());
                stems.push(unit.key);
            }
        }
    }
    stems
}

fn pages(documents: &[Range<usize>], texts: &dyn Texts, vocabulary: &Vocabulary) -> Vec<Page> {
    let page = |mentions: &Range<usize>| {
        let mut page = Page::default();
        for mention in mentions.clone() {
            page.add(texts.text(mention), &texts.tokens(mention), vocabulary);
        }
        page.shrink();
        page
    };
    documents.par_iter().map(page).collect()
}

fn distinct(page: &Page) -> Vec<StemId> {
    let mut stems: Vec<StemId> = (0..page.len()).flat_map(|mention| page.stems(mention)).copied().collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}
