//! What stands behind a claim: text that documents share, and the origins that remain when it is counted once.

use std::collections::BTreeSet;

use super::Span;

/// An independent root of a claim, as far as the texts show.
#[derive(Clone, Debug, PartialEq)]
pub struct Origin {
    /// Index into [`Analysis::claims`](super::Analysis::claims).
    pub claim: usize,
    /// Who or what stands behind these outlets; `None` where it is one origin, but not which.
    pub name: Option<String>,
    /// Indices into [`Analysis::outlets`](super::Analysis::outlets), ascending.
    pub outlets: Vec<usize>,
    /// Their mentions of the claim, ascending.
    pub mentions: Vec<usize>,
    /// What makes them one, in the order of the layers; none where an outlet stands alone.
    pub ties: Vec<Tie>,
    /// What may tie it to another origin of the claim: if it does, there is one less.
    pub open: Vec<Tie>,
}

impl Origin {
    /// The layers of its ties, each once.
    pub fn layers(&self) -> BTreeSet<Layer> {
        self.ties.iter().map(|tie| tie.layer).collect()
    }

    /// As sure as its least sure tie; nothing to be sure of without one.
    pub fn sureness(&self) -> Option<Sureness> {
        let open = (!self.open.is_empty()).then_some(Sureness::CannotTell);
        open.or_else(|| self.ties.iter().map(|tie| tie.sureness).max())
    }
}

/// Why two outlets are not independent of each other in a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Tie {
    pub layer: Layer,
    /// Indices into [`Analysis::outlets`](super::Analysis::outlets); one outlet twice where it is tied to something
    /// outside the claim, such as an agency that it credits.
    pub a: usize,
    pub b: usize,
    /// What both rest on, where it has a name.
    pub root: Option<String>,
    pub sureness: Sureness,
    /// In words.
    pub why: String,
    /// The evidence: documents and places in their texts.
    pub places: Vec<(usize, Span)>,
}

/// Where a tie comes from, in the order in which origins are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// One reached us through the other, or both through a third: passages of a roundup.
    Carried,
    /// They share text, or credit one agency.
    Text,
    /// One publisher owns both.
    Publisher,
    /// Both name the same source.
    Source,
}

impl Layer {
    pub fn name(self) -> &'static str {
        match self {
            Layer::Carried => "carried",
            Layer::Text => "text",
            Layer::Publisher => "publisher",
            Layer::Source => "source",
        }
    }
}

/// How sure a tie is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sureness {
    Sure,
    Likely,
    CannotTell,
}

impl Sureness {
    pub fn name(self) -> &'static str {
        match self {
            Sureness::Sure => "sure",
            Sureness::Likely => "likely",
            Sureness::CannotTell => "cannot tell",
        }
    }
}

/// How many origins stand behind a claim, layer by layer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OriginCount {
    /// When shared text (and what a roundup carries) counts once.
    pub after_copies: Range,
    /// When outlets of one publisher count once, too.
    pub after_publishers: Range,
    /// When outlets that name the same source count once, too.
    pub after_sources: Range,
}

/// From the fewest, should every open tie hold, to the most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Range {
    pub least: usize,
    pub most: usize,
}

impl Range {
    /// The number, where the texts tell it.
    pub fn known(self) -> Option<usize> {
        (self.least == self.most).then_some(self.most)
    }
}

/// Text that two voices share: too much of one wording to be chance.
#[derive(Clone, Debug, PartialEq)]
pub struct Copy {
    /// The voice that comes first in the order of documents.
    pub a: CopyEnd,
    pub b: CopyEnd,
    /// In the order of `a`'s text.
    pub passages: Vec<SharedPassage>,
    /// Which mentions stand in the shared text, and how much of them: sorted by passage, then by `(a, b)`.
    pub mentions: Vec<SharedMention>,
    pub direction: Direction,
    /// Why the direction is what it is, in words; why it is open, where it is unknown.
    pub basis: &'static str,
}

/// One voice's part in shared text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CopyEnd {
    pub document: usize,
    pub outlet: usize,
    /// Words of this voice in this document, furniture left out.
    pub words: usize,
    /// Of these, the words that are the same on the other side, in passages of [`PassageKind::Text`].
    pub shared: usize,
    /// Words from the voice's first to the last of these.
    pub reach: usize,
}

impl CopyEnd {
    /// The share of the voice's words that is shared, 0 to 1.
    pub fn share(&self) -> f64 {
        self.shared as f64 / self.words.max(1) as f64
    }
}

/// What a shared passage tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PassageKind {
    /// So much of one wording that one text has it from the other, or both from a third.
    Text,
    /// Most of it stands in quotation marks: two who heard the same words print the same words.
    Quotation,
    /// The same words, too few to tell.
    Short,
}

impl PassageKind {
    pub fn name(self) -> &'static str {
        match self {
            PassageKind::Text => "text",
            PassageKind::Quotation => "quotation",
            PassageKind::Short => "short",
        }
    }
}

/// A stretch of both texts that is the same, but for a few words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SharedPassage {
    pub kind: PassageKind,
    /// Place in the document of [`Copy::a`].
    pub a: Span,
    pub b: Span,
    /// Words that are the same on both sides, in the same order.
    pub words: usize,
    /// The share of the longer side's words that are the same.
    pub kept: f64,
}

/// Two mentions that stand in one shared passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SharedMention {
    /// Index into [`Copy::passages`].
    pub passage: usize,
    pub a: usize,
    pub b: usize,
    /// Words they have in common there.
    pub words: usize,
}

/// Who has the text from whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    FromA,
    FromB,
    /// The texts do not say.
    Unknown,
}

/// A document says that its text, or part of it, is an agency's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credit {
    pub document: usize,
    /// The agency's name: an outlet of the comparison where it is one, else as the outlet list or the document has it.
    pub agency: String,
    /// All of the text is the agency's; otherwise it took part, and which sentences are its is not said.
    pub whole: bool,
    /// Where the text says so; `None` where the input's author field does.
    pub place: Option<Span>,
}

/// How much of what an outlet published here it shares with others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reuse {
    /// Words of its mentions.
    pub words: usize,
    /// Of these, words that stand in text shared with another outlet.
    pub shared: usize,
    /// With whom.
    pub with: BTreeSet<usize>,
    /// Of the shared words, those that it has from the other, as far as can be told.
    pub taken: usize,
    /// From whom.
    pub from: BTreeSet<usize>,
}
