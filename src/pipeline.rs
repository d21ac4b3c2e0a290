//! The stages in order, without files: documents in, analysis out.

use std::borrow::Cow;

use rayon::prelude::*;

use crate::align::{self, Field, Item, Texts};
use crate::annotate;
use crate::annotate::extract::{self, Setting, Words};
use crate::annotate::segment::{self, Unit};
use crate::diverge::{self, Said, Side};
use crate::facts;
use crate::ingest::PairRow;
use crate::lexicon;
use crate::model::{
    Alignment, Analysis, Attribution, Document, Fact, Finding, Mention, NamedSource, Quiet, Relation,
    Segmented, Sentence,
};
use crate::provenance;
use crate::similarity::{self, Overlap, Pairing, Profile, Vocabulary};
use crate::text::{self, Token};
use crate::timing::{Stage, Timings};

mod claims;
pub mod divergences;
mod evidence;
pub mod kinds;
pub mod languages;
pub mod said;
mod voices;

use said::Sayings;

/// What a user can set, stage by stage.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    pub align: align::Options,
    /// The kinds of divergence that are reported.
    pub kinds: kinds::Kinds,
}

/// Reads the word lists side by side. Without it each stage waits for the list that it happens to need first.
pub fn load_lists() {
    rayon::join(lexicon::load, similarity::blend);
}

/// Compares the documents of one event.
pub fn analyze(documents: Vec<Document>, options: &Options) -> Analysis {
    analyze_timed(documents, options, &Timings::default())
}

/// Compares what the index finds with what comparing all mentions with all would find: how many pairs are worth scoring,
/// or where the two part. Slow: it grows with the square of the mentions.
pub fn check_candidates(mut documents: Vec<Document>, options: &Options) -> Result<usize, String> {
    languages::settle(&mut documents);
    let segmented = segment_all(&documents);
    let voices = voices::voices(&documents, &segmented);
    voices.rename(&mut documents);
    let prepared = prepare(&documents, words_of_all(&documents, &segmented));
    let texts = Units::new(&prepared, &documents);
    align::check(&Field::new(items(&prepared, &voices, &documents), &texts), &options.align)
}

/// The same as [`analyze`], with the time of each stage booked.
pub fn analyze_timed(mut documents: Vec<Document>, options: &Options, timings: &Timings) -> Analysis {
    timings.time(Stage::Segment, || languages::settle(&mut documents));
    let segmented = timings.time(Stage::Segment, || segment_all(&documents));
    let voices = voices::voices(&documents, &segmented);
    voices.rename(&mut documents);
    let words = timings.time(Stage::Tokens, || words_of_all(&documents, &segmented));
    let (prepared, sayings) =
        timings.time(Stage::Extract, || (prepare(&documents, words), sayings(&documents, &segmented)));
    let said = said_of_units(&prepared, &sayings);
    let texts = timings.time(Stage::Profile, || Units::new(&prepared, &documents));
    let mut field =
        timings.time(Stage::Profile, || Field::new(items(&prepared, &voices, &documents), &texts));
    let aligned = timings.time(Stage::Align, || align::align(&field, &options.align));
    let basis = Basis { prepared: &prepared, documents: &documents, sayings: &sayings, said: &said };
    let threshold = options.align.threshold;
    let alignments = timings.time(Stage::Diverge, || alignments(&aligned.links, &field, &basis, threshold));
    let items = std::mem::take(&mut field.items);
    drop(field);
    let (mentions, words) = mentions(prepared, &items, &segmented, &voices, said);
    let mut analysis = Analysis {
        event: event(&documents),
        outlets: voices.outlets,
        documents,
        segmented,
        mentions,
        sources: sayings.sources,
        sayings: sayings.all,
        alignments,
        ..Analysis::default()
    };
    timings.time(Stage::Diverge, || {
        let disagreements = disagreements(&analysis, &words);
        let (claims, divergences) = claims::claims(&analysis, aligned.groups, disagreements, &options.kinds);
        (analysis.claims, analysis.divergences) = (claims, divergences);
    });
    let words: Vec<&[Token]> = words.iter().map(Vec::as_slice).collect();
    timings.time(Stage::Origins, || provenance::settle(&mut analysis, &words));
    analysis
}

/// Where the facts of the whole event disagree; `words` holds the words of each mention.
fn disagreements(analysis: &Analysis, words: &[Vec<Token>]) -> Vec<facts::Disagreement> {
    let texts: Vec<&str> = analysis.documents.iter().map(|document| document.text.as_str()).collect();
    let (segmented, mentions) = (&analysis.segmented, &analysis.mentions);
    facts::compare(&facts::Event { texts: &texts, segmented, mentions, tokens: words })
}

/// The event that all documents name; none where they do not agree.
fn event(documents: &[Document]) -> Option<String> {
    let first = documents.first()?.event.clone();
    first.filter(|first| documents.iter().all(|document| document.event.as_ref() == Some(first)))
}

/// Every document cut up, each in the knowledge of the others' outlets and of the lines that they repeat.
fn segment_all(documents: &[Document]) -> Vec<Segmented> {
    let mut outlets: Vec<&str> = documents.iter().map(|document| document.outlet.as_str()).collect();
    outlets.sort_unstable();
    outlets.dedup();
    let mut segmented: Vec<Segmented> =
        documents.par_iter().map(|document| segment::segment_among(document, &outlets)).collect();
    annotate::mark_repeated_outlet_lines(documents, &mut segmented);
    segmented
}

/// Every attribution with its source, as one identity within these documents.
fn sayings(documents: &[Document], segmented: &[Segmented]) -> Sayings {
    let read = |(document, segmented)| annotate::attributions(document, segmented);
    let attributions: Vec<_> = documents.par_iter().zip(segmented).map(read).collect();
    Sayings::new(documents, segmented, &attributions)
}

fn said_of_units(prepared: &[Prepared], sayings: &Sayings) -> Vec<Vec<usize>> {
    let units: Vec<_> = prepared.iter().map(|one| (one.document, one.unit.span, &one.tokens[..])).collect();
    sayings.of_units(&units)
}

/// A document and everything that was read out of it.
pub struct Inspected {
    pub document: Document,
    pub segmented: Segmented,
    /// One list a sentence; spans counted from the sentence's start.
    pub facts: Vec<Vec<Fact>>,
    /// One list a sentence; places in the document's text.
    pub attributions: Vec<Vec<Attribution>>,
    /// The identity of each attribution's source, known from this document alone: what was read may be of many events.
    pub identities: Vec<Vec<Option<NamedSource>>>,
}

/// Reads facts and attributions out of every document, without comparing.
pub fn inspect(mut documents: Vec<Document>) -> Vec<Inspected> {
    languages::settle(&mut documents);
    let segmented = segment_all(&documents);
    let one = |(document, segmented): (Document, Segmented)| {
        let setting = Setting { published: document.published.map(|published| published.day()) };
        let read = |sentence: &Sentence| read_facts(sentence.span.of(&document.text), setting).1;
        let facts = segmented.sentences.iter().map(read).collect();
        let attributions = annotate::attributions(&document, &segmented);
        let identities = said::identities(&document, &segmented, &attributions);
        Inspected { document, segmented, facts, attributions, identities }
    };
    documents.into_par_iter().zip(segmented).map(one).collect()
}

/// One sentence as the comparing stages want it.
struct Prepared {
    document: usize,
    unit: Unit,
    tokens: Vec<Token>,
    facts: Vec<Fact>,
}

impl Prepared {
    fn text<'a>(&self, documents: &'a [Document]) -> &'a str {
        self.unit.span.of(&documents[self.document].text)
    }
}

/// The units of every document, with their words.
fn words_of_all(documents: &[Document], segmented: &[Segmented]) -> Vec<Vec<(Unit, Vec<Token>)>> {
    let of_document = |(document, segmented): (&Document, &Segmented)| -> Vec<(Unit, Vec<Token>)> {
        let units = segment::units(document, segmented).into_iter();
        units.map(|unit| (unit, text::tokens(unit.span.of(&document.text)))).collect()
    };
    documents.par_iter().zip(segmented).map(of_document).collect()
}

fn prepare(documents: &[Document], words: Vec<Vec<(Unit, Vec<Token>)>>) -> Vec<Prepared> {
    let of_document = |(index, units): (usize, Vec<(Unit, Vec<Token>)>)| -> Vec<Prepared> {
        let document = &documents[index];
        let setting = Setting { published: document.published.map(|published| published.day()) };
        let one = |(unit, tokens): (Unit, Vec<Token>)| {
            let text = unit.span.of(&document.text);
            let facts = extract::facts(&Words { text, tokens: &tokens, setting });
            Prepared { document: index, unit, tokens, facts }
        };
        units.into_iter().map(one).collect()
    };
    let all: Vec<Vec<Prepared>> = words.into_par_iter().enumerate().map(of_document).collect();
    all.into_iter().flatten().collect()
}

fn read_facts(text: &str, setting: Setting) -> (Vec<Token>, Vec<Fact>) {
    let tokens = text::tokens(text);
    let facts = extract::facts(&Words { text, tokens: &tokens, setting });
    (tokens, facts)
}

fn items(prepared: &[Prepared], voices: &voices::Voices, documents: &[Document]) -> Vec<Item> {
    let languages = languages::groups(documents);
    let mut items: Vec<Item> = Vec::with_capacity(prepared.len());
    for one in prepared {
        let outlet = voices.outlet(one.document, one.unit.passage);
        let before = items.last().filter(|item| item.document == one.document);
        let place = before.map_or(0, |item| item.place + 1);
        items.push(Item { document: one.document, outlet, language: languages[one.document], place });
    }
    items
}

/// The words of the units as alignment sees them: a sentence too short to be evidence stays a mention, but has nothing to
/// be compared by.
struct Units<'a> {
    prepared: &'a [Prepared],
    documents: &'a [Document],
    /// Asked of every unit once, and read whenever its words are wanted.
    speaks: Vec<bool>,
}

impl<'a> Units<'a> {
    fn new(prepared: &'a [Prepared], documents: &'a [Document]) -> Self {
        let speaks = prepared.par_iter().map(|one| evidence::speaks(&one.tokens, &one.facts)).collect();
        Units { prepared, documents, speaks }
    }
}

impl Texts for Units<'_> {
    fn text(&self, mention: usize) -> &str {
        if self.speaks[mention] { self.prepared[mention].text(self.documents) } else { "" }
    }

    fn tokens(&self, mention: usize) -> Cow<'_, [Token]> {
        Cow::Borrowed(if self.speaks[mention] { &self.prepared[mention].tokens } else { &[] })
    }
}

/// What the divergences of aligned units are read from.
struct Basis<'a> {
    prepared: &'a [Prepared],
    documents: &'a [Document],
    sayings: &'a Sayings,
    /// One list a unit.
    said: &'a [Vec<usize>],
}

impl Basis<'_> {
    fn findings(&self, a: usize, b: usize) -> Vec<Finding> {
        let said = [a, b].map(|at| self.sayings.of_mention(&self.said[at], self.prepared[at].unit.span));
        diverge::findings(self.side(a, &said[0]), self.side(b, &said[1]))
    }

    fn side<'a>(&'a self, at: usize, said: &'a [Said<'a>]) -> Side<'a> {
        let one = &self.prepared[at];
        Side { text: one.text(self.documents), tokens: &one.tokens, facts: &one.facts, said }
    }
}

fn alignments(links: &[align::Scored], field: &Field, basis: &Basis, threshold: f64) -> Vec<Alignment> {
    let one = |link: &align::Scored| {
        let (a, b) = (link.a, link.b);
        let relation = similarity::relation(field.profile(a), field.profile(b), link.score, threshold);
        let findings = basis.findings(a, b);
        Alignment { a, b, score: link.score, relation, findings }
    };
    links.par_iter().map(one).collect()
}

/// The mentions, and the words of each.
fn mentions(
    prepared: Vec<Prepared>,
    items: &[Item],
    segmented: &[Segmented],
    voices: &voices::Voices,
    said: Vec<Vec<usize>>,
) -> (Vec<Mention>, Vec<Vec<Token>>) {
    let one = |((prepared, item), said): ((Prepared, &Item), Vec<usize>)| {
        let Prepared { document, unit, tokens, facts } = prepared;
        let chain = voices.chain(document, &segmented[document], unit.passage);
        let (kind, span) = (unit.kind, unit.span);
        (Mention { document, outlet: item.outlet, chain, kind, span, facts, said }, tokens)
    };
    prepared.into_iter().zip(items).zip(said).map(one).unzip()
}

/// Two sentences without a document around them, compared: what `pairs` and `explain` show.
#[derive(Clone, Debug)]
pub struct Compared {
    pub score: f64,
    pub relation: Relation,
    pub findings: Vec<Finding>,
    /// Where the rules of divergence looked and kept quiet; nothing where the sentences do not align.
    pub quiet: Vec<Quiet>,
    /// The value of each feature, in the order of [`similarity::FEATURES`]; what they add to the logit is the
    /// blend's matter.
    pub features: Vec<f64>,
    /// Words (or spellings, or near meanings) in common, heaviest first.
    pub common: Vec<CommonWord>,
}

/// A word of each side that say the same, and its weight.
#[derive(Clone, Debug, PartialEq)]
pub struct CommonWord {
    pub a: String,
    pub b: String,
    pub join: similarity::Join,
    pub weight: f64,
}

/// Compares the two sentences of every row, in parallel.
pub fn compare_all(rows: &[PairRow], threshold: f64) -> Vec<Compared> {
    rows.par_iter().map(|row| compare(&row.a, &row.b, threshold)).collect()
}

/// Compares two sentences.
pub fn compare(a: &str, b: &str, threshold: f64) -> Compared {
    let ((tokens_a, facts_a), (tokens_b, facts_b)) =
        (read_facts(a, Setting::default()), read_facts(b, Setting::default()));
    let mut vocabulary = vocabulary_of(&tokens_a, &tokens_b);
    let x = Profile::new(a, &tokens_a, &mut vocabulary);
    let y = Profile::new(b, &tokens_b, &mut vocabulary);
    let overlap = Overlap::new(&x, &y, &vocabulary);
    let pairing = Pairing { a: &x, b: &y, overlap: &overlap };
    let score = if x.same_words(&y) { 1.0 } else { similarity::score_of(&pairing) };
    let relation = similarity::relation(&x, &y, score, threshold);
    let report = match relation {
        Relation::Unrelated => diverge::Report::default(),
        Relation::Verbatim | Relation::NearVerbatim | Relation::Paraphrase => {
            let known = said::OfPair::new(a, b);
            let (said_a, said_b) = (known.side(0), known.side(1));
            let side_a = Side { text: a, tokens: &tokens_a, facts: &facts_a, said: &said_a };
            let side_b = Side { text: b, tokens: &tokens_b, facts: &facts_b, said: &said_b };
            diverge::report(side_a, side_b)
        }
    };
    Compared {
        score,
        findings: report.findings,
        quiet: report.quiet,
        relation,
        features: similarity::features(&pairing),
        common: common_words(&pairing, (a, &tokens_a), (b, &tokens_b)),
    }
}

/// Stems get their numbers in alphabetical order, so that sums do not depend on which sentence comes first.
fn vocabulary_of(a: &[Token], b: &[Token]) -> Vocabulary {
    let mut stems: Vec<&str> = a.iter().chain(b).map(|token| token.stem.as_str()).collect();
    stems.sort_unstable();
    let mut vocabulary = Vocabulary::default();
    stems.into_iter().for_each(|stem| {
        vocabulary.intern(stem);
    });
    vocabulary
}

fn common_words(pair: &Pairing, a: (&str, &[Token]), b: (&str, &[Token])) -> Vec<CommonWord> {
    let word = |(text, tokens): (&str, &[Token]), (from, to): (usize, usize)| {
        tokens[from].span.joined(tokens[to - 1].span).of(text).to_owned()
    };
    let mut words: Vec<CommonWord> = pair
        .overlap
        .links
        .iter()
        .map(|link| {
            let (x, y) = (&pair.a.terms[link.a], &pair.b.terms[link.b]);
            let weight = x.weight.min(y.weight) * link.worth;
            CommonWord { a: word(a, x.tokens), b: word(b, y.tokens), join: link.join, weight }
        })
        .collect();
    words.sort_by(|x, y| y.weight.total_cmp(&x.weight).then_with(|| x.a.cmp(&y.a)));
    words
}
