//! Everything one comparison found, plain; graphs and tables are derived from it.

use super::{
    Alignment, Claim, Copy, Credit, Divergence, Document, Mention, NamedSource, Origin, Reuse, Saying,
    Segmented, Span,
};

/// A publisher of coverage, and how it takes part in this comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlet {
    pub name: String,
    /// A news agency, as far as the outlet list knows.
    pub agency: bool,
    /// It published a document of its own here; otherwise it is reached only through others'.
    pub present: bool,
}

/// One event compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Analysis {
    pub event: Option<String>,
    /// Sorted by name.
    pub outlets: Vec<Outlet>,
    /// In an order that does not depend on the order of the inputs.
    pub documents: Vec<Document>,
    /// One for each document.
    pub segmented: Vec<Segmented>,
    /// In document order, then by place.
    pub mentions: Vec<Mention>,
    /// Whom the documents name as their sources, sorted by name.
    pub sources: Vec<NamedSource>,
    /// Every attribution of every document, in document order, then by place.
    pub sayings: Vec<Saying>,
    /// Sorted by `(a, b)`; only those inside a claim.
    pub alignments: Vec<Alignment>,
    /// Text that outlets share, in the order of the documents.
    pub copies: Vec<Copy>,
    /// How much of its text each outlet shares; one for each outlet.
    pub reuse: Vec<Reuse>,
    /// The agencies that documents credit, in the order of the documents.
    pub credits: Vec<Credit>,
    /// The most telling first.
    pub claims: Vec<Claim>,
    /// Sorted by claim, then the most telling first.
    pub divergences: Vec<Divergence>,
    /// Sorted by claim, then the origin of most outlets first.
    pub origins: Vec<Origin>,
}

impl Analysis {
    pub fn text(&self, mention: usize) -> &str {
        let mention = &self.mentions[mention];
        mention.span.of(&self.documents[mention.document].text)
    }

    pub fn outlet_of(&self, mention: usize) -> &str {
        &self.outlets[self.mentions[mention].outlet].name
    }

    /// All divergences, the most telling first.
    pub fn divergences_by_weight(&self) -> Vec<usize> {
        self.by_weight(0..self.divergences.len())
    }

    /// Some divergences, the most telling first.
    pub fn by_weight(&self, divergences: impl IntoIterator<Item = usize>) -> Vec<usize> {
        let mut ranked: Vec<usize> = divergences.into_iter().collect();
        ranked.sort_by(|&x, &y| self.divergences[x].by_weight(&self.divergences[y]));
        ranked
    }

    pub fn between_outlets(&self, alignment: &Alignment) -> bool {
        self.mentions[alignment.a].outlet != self.mentions[alignment.b].outlet
    }

    /// A place inside a mention, seen from its document's text.
    pub fn in_document(&self, mention: usize, inside: Span) -> Span {
        inside.shifted(self.mentions[mention].span.start)
    }
}
