//! What alignment knows of the mentions: what each can be found by, kept small for all of them, and a full profile of
//! those that some pair asks for.
//!
//! ```text
//!   words ─units (rayon)─► stems ─interned in document order─► numbers ─► pages (rayon) ─► grounds
//!                                                                            └─► the stems of each document
//! ```
//!
//! Of a million mentions few have a partner, and a profile takes some kilobytes: it is made when first asked for.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use rayon::prelude::*;

use super::Voice;
use crate::score::{self, Grounds, Page, Profile, StemId, Unit, Vocabulary, units};
use crate::text::{self, Token};

/// Documents whose words are held at once while their stems are numbered.
const AT_ONCE: usize = 2048;

/// A mention as this stage sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    pub document: usize,
    pub outlet: usize,
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
        let mut pages = Vec::with_capacity(documents.len());
        for some in documents.chunks(AT_ONCE) {
            pages.extend(read(some, texts, &mut vocabulary));
        }
        vocabulary.weigh(|entry| score::event_weight(entry, items.len()));
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

    /// Whether two mentions may be aligned at all: they must come from different documents or different voices.
    pub fn apart(&self, a: usize, b: usize) -> bool {
        self.items[a].voice() != self.items[b].voice()
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
/// the same in every run. What comes before and after it is done side by side.
fn read(documents: &[Range<usize>], texts: &dyn Texts, vocabulary: &mut Vocabulary) -> Vec<Page> {
    let drafts: Vec<Draft> =
        documents.par_iter().map(|mentions| Draft::new(mentions.clone(), texts)).collect();
    let numbers: Vec<Vec<StemId>> = drafts
        .iter()
        .map(|draft| draft.distinct.iter().map(|stem| vocabulary.intern(stem)).collect())
        .collect();
    let known: &Vocabulary = vocabulary;
    let pages: Vec<Page> = drafts
        .into_par_iter()
        .zip(numbers)
        .map(|(draft, numbers)| draft.page(&numbers, texts, known))
        .collect();
    for page in &pages {
        (0..page.len()).for_each(|mention| vocabulary.count_unit(page.stems(mention)));
    }
    pages
}

/// A document whose stems have no numbers yet but those among themselves.
struct Draft<'a> {
    mentions: Range<usize>,
    tokens: Vec<Cow<'a, [Token]>>,
    units: Vec<Vec<Unit>>,
    /// For each unit of each mention, its place in `distinct`.
    places: Vec<Vec<u32>>,
    /// In the order of the text.
    distinct: Vec<String>,
}

impl<'a> Draft<'a> {
    fn new(mentions: Range<usize>, texts: &'a dyn Texts) -> Self {
        let tokens: Vec<_> = mentions.clone().map(|mention| texts.tokens(mention)).collect();
        let cut = |(mention, tokens): (usize, &Cow<[Token]>)| units(texts.text(mention), tokens);
        let units: Vec<Vec<Unit>> = mentions.clone().zip(&tokens).map(cut).collect();
        let (places, distinct) = numbered(&units);
        Draft { mentions, tokens, units, places, distinct }
    }

    fn page(self, numbers: &[StemId], texts: &dyn Texts, known: &Vocabulary) -> Page {
        let mut page = Page::default();
        for (at, mention) in self.mentions.enumerate() {
            let stems: Vec<StemId> = self.places[at].iter().map(|place| numbers[*place as usize]).collect();
            page.add(texts.text(mention), &self.tokens[at], &self.units[at], &stems, known);
        }
        page
    }
}

fn numbered(units: &[Vec<Unit>]) -> (Vec<Vec<u32>>, Vec<String>) {
    let mut seen: HashMap<&str, u32> = HashMap::new();
    let mut distinct = Vec::new();
    let mut places = Vec::with_capacity(units.len());
    for mention in units {
        let mut of = Vec::with_capacity(mention.len());
        for unit in mention {
            let place = *seen.entry(&unit.key).or_insert_with(|| {
                distinct.push(unit.key.clone());
                distinct.len() as u32 - 1
            });
            of.push(place);
        }
        places.push(of);
    }
    (places, distinct)
}

fn distinct(page: &Page) -> Vec<StemId> {
    let mut stems: Vec<StemId> = (0..page.len()).flat_map(|mention| page.stems(mention)).copied().collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}
