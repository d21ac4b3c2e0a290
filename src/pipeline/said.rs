//! Whose word a mention is: attributions with their sources, and which of them a mention rests on.

use std::collections::HashMap;

use crate::annotate;
use crate::annotate::segment;
use crate::annotate::speakers;
use crate::diverge::Said;
use crate::model::{Attribution, Document, NamedSource, Saying, Segmented, Span};
use crate::text::{self, Token};

/// A mention rests on a saying whose content is at least so much of its words.
const MOST: f64 = 0.5;

/// The sources of an event, and every saying.
#[derive(Clone, Debug, Default)]
pub struct Sayings {
    pub sources: Vec<NamedSource>,
    pub all: Vec<Saying>,
}

impl Sayings {
    pub fn new(
        documents: &[Document],
        segmented: &[Segmented],
        attributions: &[Vec<Vec<Attribution>>],
    ) -> Self {
        let (sources, all) = speakers::resolve(documents, segmented, attributions);
        Sayings { sources, all }
    }

    /// For each unit — its document, its place, its words — the sayings it rests on, outermost first. Units come in
    /// document order and by place, as the sayings do, so each is looked at where it can count.
    pub fn of_units(&self, units: &[(usize, Span, &[Token])]) -> Vec<Vec<usize>> {
        let (mut next, mut open, mut said) = (0, Vec::new(), Vec::with_capacity(units.len()));
        let order = self.by_place();
        for &(document, span, tokens) in units {
            let begins =
                |at: usize| (self.all[at].document, extent(&self.all[at]).start) < (document, span.end);
            while next < order.len() && begins(order[next]) {
                open.push(order[next]);
                next += 1;
            }
            open.retain(|&at| self.all[at].document == document && extent(&self.all[at]).end > span.start);
            said.push(self.resting(span, tokens, &open));
        }
        said
    }

    fn by_place(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.all.len()).collect();
        order.sort_by_key(|&at| (self.all[at].document, extent(&self.all[at]).start, at));
        order
    }

    /// Those of the open sayings whose content is most of the words outside all cues and sources.
    fn resting(&self, span: Span, tokens: &[Token], open: &[usize]) -> Vec<usize> {
        let places: Vec<Span> = tokens.iter().map(|token| token.span.shifted(span.start)).collect();
        let frames: Vec<Span> = open.iter().flat_map(|&at| frame(&self.all[at])).collect();
        let told = |place: &&Span| !frames.iter().any(|frame| frame.contains(**place));
        let words: Vec<&Span> = places.iter().filter(told).collect();
        let covers = |at: &usize| {
            let content = self.all[*at].attribution.content;
            let inside = words.iter().filter(|place| content.contains(***place)).count();
            inside > 0 && inside as f64 >= MOST * words.len() as f64
        };
        let tells = |at: &usize| self.all[*at].reports;
        let mut said: Vec<usize> = open.iter().copied().filter(tells).filter(covers).collect();
        said.sort_by_key(|&at| (std::cmp::Reverse(self.all[at].attribution.content.len()), at));
        said
    }

    /// The sayings of a mention as the rules of divergence want them.
    pub fn of_mention(&self, said: &[usize], mention: Span) -> Vec<Said<'_>> {
        let one = |&at: &usize| {
            let saying = &self.all[at];
            let inside = |span: &Span| mention.contains(*span);
            let place = saying.attribution.source.filter(inside);
            let source = saying.source.map(|index| (index, &self.sources[index]));
            let principal = saying.source.map(|index| NamedSource::principal(&self.sources, index));
            let content = saying.attribution.content;
            let content = Span::new(
                content.start.max(mention.start),
                content.end.min(mention.end).max(content.start.max(mention.start)),
            );
            Said {
                place: place.map(|span| from(mention, span)),
                content: from(mention, content),
                source,
                principal,
            }
        };
        said.iter().map(one).collect()
    }
}

/// A place counted from the mention's start.
fn from(mention: Span, span: Span) -> Span {
    Span::new(span.start - mention.start, span.end.max(span.start) - mention.start)
}

fn frame(saying: &Saying) -> impl Iterator<Item = Span> {
    [saying.attribution.source, saying.attribution.cue].into_iter().flatten()
}

/// The stretch from the first to the last of source, cue and content.
fn extent(saying: &Saying) -> Span {
    frame(saying).fold(saying.attribution.content, Span::joined)
}

/// The source of each attribution of one document, in the attributions' own order.
pub fn identities(
    document: &Document,
    segmented: &Segmented,
    attributions: &[Vec<Attribution>],
) -> Vec<Vec<Option<NamedSource>>> {
    let (documents, segmented) = (std::slice::from_ref(document), std::slice::from_ref(segmented));
    let (sources, sayings) = speakers::resolve(documents, segmented, &[attributions.to_vec()]);
    let key = |one: &Attribution| (one.source, one.cue, one.content);
    let known: HashMap<_, Option<usize>> =
        sayings.iter().map(|saying| (key(&saying.attribution), saying.source)).collect();
    let identity = |one: &Attribution| known.get(&key(one)).copied().flatten().map(|at| sources[at].clone());
    attributions.iter().map(|sentence| sentence.iter().map(identity).collect()).collect()
}

/// Two sentences without a document around them: what each says of its sources, known from the two alone.
pub struct OfPair {
    sayings: Sayings,
    said: Vec<Vec<usize>>,
    spans: [Span; 2],
}

impl OfPair {
    pub fn new(a: &str, b: &str) -> Self {
        let documents = [a, b].map(|text| Document::default().with_text(None, text));
        let segmented = documents.each_ref().map(segment::segment);
        let attributions: Vec<_> =
            documents.iter().zip(&segmented).map(|(one, cut)| annotate::attributions(one, cut)).collect();
        let sayings = Sayings::new(&documents, &segmented, &attributions);
        let tokens = [a, b].map(text::tokens);
        let spans = [a, b].map(|text| Span::new(0, text.len()));
        let said = sayings.of_units(&[(0, spans[0], &tokens[0]), (1, spans[1], &tokens[1])]);
        OfPair { sayings, said, spans }
    }

    /// What the first (0) or the second (1) sentence rests on.
    pub fn side(&self, side: usize) -> Vec<Said<'_>> {
        self.sayings.of_mention(&self.said[side], self.spans[side])
    }
}
