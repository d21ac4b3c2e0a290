//! The one set of figures every format shows: ids, names, places in characters, counts.

use rayon::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::chain;
use super::order::{Dated, First, first};
use super::rows::*;
use super::written::Written;
use super::{Options, Run};
use crate::graph::{ClaimGraph, OutletPair, Voice};
use crate::model::{Analysis, CharOffsets, Claim, Document, Mention, Outlet, Pair, Span, Status};

mod origins;

/// An analysis as the formats show it.
pub struct View<'a> {
    pub analysis: &'a Analysis,
    pub graph: ClaimGraph<'a>,
    pub run: &'a Run,
    /// The files that are written with this view.
    pub(super) written: Written,
    /// Every claim in the graph, however many there are.
    pub whole_graph: bool,
    pub summary: Summary,
    pub documents: Vec<DocumentRow<'a>>,
    pub outlets: Vec<OutletRow<'a>>,
    pub claims: Vec<ClaimRow<'a>>,
    pub mentions: Vec<MentionRow<'a>>,
    pub alignments: Vec<AlignmentRow<'a>>,
    pub divergences: Vec<DivergenceRow<'a>>,
    pub origins: Vec<OriginRow<'a>>,
    pub copies: Vec<CopyRow<'a>>,
    pub pairs: Vec<PairRow<'a>>,
}

impl<'a> View<'a> {
    pub fn new(analysis: &'a Analysis, options: &'a Options) -> Self {
        let graph = ClaimGraph::new(analysis);
        let maker = Maker::new(analysis, &graph);
        View {
            summary: Summary::of(analysis),
            documents: maker.documents(),
            outlets: maker.outlets(),
            claims: (0..analysis.claims.len()).into_par_iter().map(|claim| maker.claim(claim)).collect(),
            mentions: (0..analysis.mentions.len())
                .into_par_iter()
                .map(|mention| maker.mention(mention))
                .collect(),
            alignments: (0..analysis.alignments.len())
                .into_par_iter()
                .map(|at| maker.alignment(at))
                .collect(),
            divergences: (0..analysis.divergences.len())
                .into_par_iter()
                .map(|at| maker.divergence(at))
                .collect(),
            origins: (0..analysis.origins.len()).into_par_iter().map(|at| maker.origin(at)).collect(),
            copies: maker.copies(),
            pairs: maker.pairs(),
            analysis,
            run: &options.run,
            written: Written::of(options),
            whole_graph: options.whole_graph,
            graph,
        }
    }
}

impl Summary {
    pub fn of(analysis: &Analysis) -> Self {
        let count = |status| analysis.claims.iter().filter(|claim| claim.status == status).count();
        Summary {
            outlets: analysis.outlets.len(),
            documents: analysis.documents.len(),
            mentions: analysis.mentions.len(),
            shared: count(Status::Shared),
            divergent: count(Status::Divergent),
            single_source: count(Status::SingleSource),
            divergences: analysis.divergences.len(),
        }
    }
}

pub(super) fn claim_id(claim: usize) -> String {
    format!("C{}", claim + 1)
}

fn mention_id(mention: usize) -> String {
    format!("M{}", mention + 1)
}

fn divergence_id(divergence: usize) -> String {
    format!("D{}", divergence + 1)
}

/// Scores leave with four decimals, in every format.
pub(super) fn rounded(score: f64) -> f64 {
    (score * 1e4).round() / 1e4
}

/// Text on one line, for cells and labels that stand for a claim.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the rows are made from.
struct Maker<'a, 'g> {
    analysis: &'a Analysis,
    graph: &'g ClaimGraph<'a>,
    /// One for each document.
    offsets: Vec<CharOffsets<'a>>,
    /// The claim of each mention.
    claim_of: Vec<Option<usize>>,
}

impl<'a, 'g> Maker<'a, 'g> {
    fn new(analysis: &'a Analysis, graph: &'g ClaimGraph<'a>) -> Self {
        let offsets = analysis.documents.iter().map(|document| CharOffsets::new(&document.text)).collect();
        let mut claim_of = vec![None; analysis.mentions.len()];
        for (at, claim) in analysis.claims.iter().enumerate() {
            claim.mentions.iter().for_each(|&mention| claim_of[mention] = Some(at));
        }
        Maker { analysis, graph, offsets, claim_of }
    }

    fn documents(&self) -> Vec<DocumentRow<'a>> {
        let row = |document: &'a Document| DocumentRow {
            document: &document.id,
            outlet: &document.outlet,
            title: document.title.as_deref(),
            url: document.url.as_deref(),
            published: document.published,
            author: document.author.as_deref(),
            language: document.language.as_deref(),
            words: document.text.unicode_words().count(),
            earlier: document.earlier.iter().map(|version| version.source.to_string()).collect(),
            file: &document.source.file,
            line: document.source.line,
        };
        self.analysis.documents.par_iter().map(row).collect()
    }

    fn outlets(&self) -> Vec<OutletRow<'a>> {
        let mentions = self.graph.mention_counts();
        let [shared, divergent, single] = [Status::Shared, Status::Divergent, Status::SingleSource]
            .map(|status| self.graph.claim_counts(status));
        let documents = self.documents_of_outlets();
        let row = |(at, outlet): (usize, &'a Outlet)| OutletRow {
            outlet: &outlet.name,
            documents: documents[at],
            mentions: mentions[at],
            shared: shared[at],
            divergent: divergent[at],
            single_source: single[at],
            copied_from: self.copied_from(at),
            copied_share: self.copied_share(at),
            shares_text_with: self.shares_text_with(at),
            shared_share: self.shared_share(at),
        };
        self.analysis.outlets.iter().enumerate().map(row).collect()
    }

    /// Documents each outlet published itself; those it is only quoted in do not count.
    fn documents_of_outlets(&self) -> Vec<usize> {
        let count = |name: &str| self.analysis.documents.iter().filter(|d| d.outlet == name).count();
        self.analysis.outlets.iter().map(|outlet| count(&outlet.name)).collect()
    }

    fn claim(&self, at: usize) -> ClaimRow<'a> {
        let claim = &self.analysis.claims[at];
        let first = self.first(claim);
        ClaimRow {
            claim_id: claim_id(at),
            status: claim.status.name(),
            claim: one_line(self.analysis.text(claim.representative)),
            outlets: claim.outlets.len(),
            outlet_names: self.names(&claim.outlets),
            origins: claim.count.after_sources.known(),
            mentions: claim.mentions.len(),
            first_outlet: first.as_ref().and_then(|first| first.outlet).map(|outlet| self.name(outlet)),
            first_published: first.map(|first| first.published),
            divergences: claim.divergences.len(),
            divergence_kinds: self.kinds(claim),
            weakest_link: claim.weakest_link.map(rounded),
            after_copies: claim.count.after_copies.known(),
            after_publishers: claim.count.after_publishers.known(),
            origins_least: claim.count.after_sources.least,
            origins_most: claim.count.after_sources.most,
            sources: self.sources(&claim.mentions),
            mention_ids: claim.mentions.iter().map(|&mention| mention_id(mention)).collect(),
            origin_ids: claim.origins.iter().map(|&origin| origins::origin_id(origin)).collect(),
            divergence_ids: claim.divergences.iter().map(|&found| divergence_id(found)).collect(),
            says: self.graph.voices(at).iter().map(|voice| self.says(voice)).collect(),
        }
    }

    /// Each kind once, in the order of reporting.
    fn kinds(&self, claim: &Claim) -> Vec<&'static str> {
        let mut kinds: Vec<_> =
            claim.divergences.iter().map(|&found| self.analysis.divergences[found].kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds.into_iter().map(|kind| kind.name()).collect()
    }

    /// A document's date speaks for its own outlet only: what it carries of others was there before.
    fn first(&self, claim: &Claim) -> Option<First> {
        let own = |mention: &&Mention| mention.chain.len() <= 1;
        let dated = |mention: &'a Mention| {
            let published = self.analysis.documents[mention.document].published?;
            Some(Dated { outlet: mention.outlet, published })
        };
        let mentions = claim.mentions.iter().map(|&mention| &self.analysis.mentions[mention]);
        first(&mentions.filter(own).filter_map(dated).collect::<Vec<_>>())
    }

    fn says(&self, voice: &Voice) -> Says<'a> {
        let mut texts: Vec<String> = Vec::new();
        for &mention in &voice.mentions {
            let text = one_line(self.analysis.text(mention));
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
        Says { at: voice.outlet, outlet: self.name(voice.outlet), text: texts.join(" / ") }
    }

    fn mention(&self, at: usize) -> MentionRow<'a> {
        let mention = &self.analysis.mentions[at];
        let document = &self.analysis.documents[mention.document];
        let (start, end) = self.place(at, mention.span);
        let innermost = mention.said.last().map(|&saying| &self.analysis.sayings[saying]);
        let source = innermost.and_then(|saying| saying.source).map(|source| &self.analysis.sources[source]);
        let named = innermost.and_then(|saying| saying.attribution.source).map(|span| self.place(at, span));
        MentionRow {
            mention_id: mention_id(at),
            claim_id: self.claim_of[at].map(claim_id),
            outlet: self.name(mention.outlet),
            document: &document.id,
            title: document.title.as_deref(),
            published: document.published,
            url: document.url.as_deref(),
            kind: mention.kind.name(),
            chain: chain::chain(self.analysis, mention),
            start,
            end,
            text: self.analysis.text(at),
            source: source.map(|source| source.name.as_str()),
            source_kind: source.map(|source| source.kind.name()),
            source_start: named.map(|(start, _)| start),
            source_end: named.map(|(_, end)| end),
        }
    }

    fn alignment(&self, at: usize) -> AlignmentRow<'a> {
        let alignment = &self.analysis.alignments[at];
        AlignmentRow {
            claim_id: self.claim_of[alignment.a].map(claim_id),
            mention_a: mention_id(alignment.a),
            outlet_a: self.analysis.outlet_of(alignment.a),
            mention_b: mention_id(alignment.b),
            outlet_b: self.analysis.outlet_of(alignment.b),
            score: rounded(alignment.score),
            relation: alignment.relation.name(),
            verdict: None,
            text_a: self.analysis.text(alignment.a),
            text_b: self.analysis.text(alignment.b),
        }
    }

    fn divergence(&self, at: usize) -> DivergenceRow<'a> {
        let divergence = &self.analysis.divergences[at];
        let (a, b) = (&divergence.a, &divergence.b);
        let (start_a, end_a) = self.inner_place(a.mention, a.span);
        let (start_b, end_b) = self.inner_place(b.mention, b.span);
        DivergenceRow {
            divergence_id: divergence_id(at),
            claim_id: claim_id(divergence.claim),
            kind: divergence.kind.name(),
            outlet_a: self.names(&a.outlets),
            value_a: &a.value,
            outlet_b: self.names(&b.outlets),
            value_b: &b.value,
            mention_a: mention_id(a.mention),
            start_a,
            end_a,
            mention_b: mention_id(b.mention),
            start_b,
            end_b,
            text_a: self.analysis.text(a.mention),
            text_b: self.analysis.text(b.mention),
            pairs: divergence.pairs.len(),
            aligned_pairs: divergence.pairs.iter().map(|pair| self.parting(pair)).collect(),
        }
    }

    fn parting(&self, Pair { a, b }: &'a Pair) -> PartingRow<'a> {
        let (start_a, end_a) = self.inner_place(a.mention, a.evidence.span);
        let (start_b, end_b) = self.inner_place(b.mention, b.evidence.span);
        PartingRow {
            mention_a: mention_id(a.mention),
            start_a,
            end_a,
            value_a: &a.evidence.value,
            mention_b: mention_id(b.mention),
            start_b,
            end_b,
            value_b: &b.evidence.value,
        }
    }

    fn pairs(&self) -> Vec<PairRow<'a>> {
        let row = |pair: &OutletPair| PairRow {
            places: (pair.a, pair.b),
            outlet_a: self.name(pair.a),
            outlet_b: self.name(pair.b),
            shared: pair.shared,
            divergent: pair.divergent,
            same_words: pair.same_words,
            share_text: self.share_text(pair.a, pair.b).is_some(),
            text_direction: self.share_text(pair.a, pair.b),
        };
        self.graph.outlet_pairs().iter().map(row).collect()
    }

    fn name(&self, outlet: usize) -> &'a str {
        &self.analysis.outlets[outlet].name
    }

    fn names(&self, outlets: &[usize]) -> Vec<&'a str> {
        outlets.iter().map(|&outlet| self.name(outlet)).collect()
    }

    fn inner_place(&self, mention: usize, inside: Span) -> (usize, usize) {
        self.place(mention, self.analysis.in_document(mention, inside))
    }

    fn place(&self, mention: usize, span: Span) -> (usize, usize) {
        self.offsets[self.analysis.mentions[mention].document].span(span)
    }
}
