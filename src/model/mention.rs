//! The units that can carry a claim, and the sentences they are made of.

use super::{Fact, Span};

/// What a stretch of a document's text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SentenceKind {
    Headline,
    Sentence,
    /// Bylines, captions, prompts: part of the page, not of the story.
    Furniture,
}

impl SentenceKind {
    pub fn name(self) -> &'static str {
        match self {
            SentenceKind::Headline => "headline",
            SentenceKind::Sentence => "sentence",
            SentenceKind::Furniture => "furniture",
        }
    }
}

/// A headline, a sentence or a line of furniture; the sentences of a document never overlap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub span: Span,
    pub kind: SentenceKind,
    /// Why it counts as furniture.
    pub reason: Option<&'static str>,
    /// Which paragraph of the document, from 0.
    pub paragraph: usize,
    /// Quotations that begin here, marks not included; one may run past the sentence's end.
    pub quotations: Vec<Span>,
    /// Index into [`Segmented::passages`]: whose coverage this is, when not the document's own.
    pub passage: Option<usize>,
}

/// Coverage of another outlet that a document carries: a roundup's passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    pub span: Span,
    /// The outlet (or book, or report) whose coverage it is, under its canonical name.
    pub voice: String,
    /// From the outermost voice inwards, without the document's own outlet.
    pub chain: Vec<String>,
}

/// A document cut up: what `inspect` shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Segmented {
    pub sentences: Vec<Sentence>,
    pub passages: Vec<Passage>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MentionKind {
    Headline,
    Sentence,
    /// Most of its words stand inside quotation marks.
    Quotation,
}

impl MentionKind {
    pub fn name(self) -> &'static str {
        match self {
            MentionKind::Headline => "headline",
            MentionKind::Sentence => "sentence",
            MentionKind::Quotation => "quotation",
        }
    }
}

/// One unit that can carry a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Index into [`Analysis::documents`](super::Analysis::documents).
    pub document: usize,
    /// Index into [`Analysis::outlets`](super::Analysis::outlets): whose coverage it is.
    pub outlet: usize,
    /// Outlets through which it reached us, outermost first, ending with its own.
    pub chain: Vec<String>,
    pub kind: MentionKind,
    /// Place in the document's text.
    pub span: Span,
    /// Facts found in it; their spans are counted from the mention's own start.
    pub facts: Vec<Fact>,
    /// Indices into [`Analysis::sayings`](super::Analysis::sayings): the attributions whose content is most of what
    /// it says, outermost first.
    pub said: Vec<usize>,
}
