//! Who says it: source, cue and content (the terms of the PARC and PolNeAR corpora).

use super::Span;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AttributionKind {
    /// The content stands inside quotation marks.
    Direct,
    /// In the reporter's words.
    Indirect,
    /// Partly quoted.
    Mixed,
}

impl AttributionKind {
    pub fn name(self) -> &'static str {
        match self {
            AttributionKind::Direct => "direct",
            AttributionKind::Indirect => "indirect",
            AttributionKind::Mixed => "mixed",
        }
    }
}

/// *The Post* (source) *writes* (cue) *that …* (content); places in the document's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attribution {
    pub kind: AttributionKind,
    pub source: Option<Span>,
    pub cue: Option<Span>,
    pub content: Span,
}
