//! One utterance, quoted in other words.
//!
//! Every quotation of an event is followed through all documents: two that share runs of words are laid side by side
//! (Myers' diff), and a place where the words between common words differ is a disagreement about what was said.
//! Cuts, brackets, ellipses, typography, contractions, spellings and little words change nothing of it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices};

use super::{Disagreement, Event, Place, Reading};
use crate::lexicon::{aliases, grammar, wordnet};
use crate::model::{DivergenceKind, Mention, Span};
use crate::text::stem;

/// Utterances with fewer words are too short to be recognised.
const SHORTEST: usize = 5;
/// Two quotations of one document with at most so many words between them are one utterance: *“…,” he said, “…”*.
const BETWEEN: usize = 12;
/// Words of an utterance that are compared at most.
const LONGEST: usize = 400;
/// A run of words that more utterances hold than this tells nothing of which is which.
const COMMON_RUN: usize = 60;
/// Words of the longest run in common, without which two utterances are two.
const ANCHOR: usize = 3;
/// Share of the words around a changed place that both sides have.
const AROUND: f64 = 0.6;
/// Words on either side of a changed place that count as around it.
const WINDOW: usize = 8;
/// Letters of the words of a change that are compared one by one.
const LONGEST_WORDS: usize = 120;
/// A longer stretch that differs is another sentence, or a cut.
const LONGEST_CHANGE: usize = 4;

/// One word of an utterance.
struct Word {
    /// Folded, contractions written out; a stretch outside the quotation marks is a word of its own that equals nothing.
    form: String,
    place: Place,
    /// An ellipsis or a bracket stands beside it: words may be left out or put in here.
    edited: bool,
}

/// What one document quotes in one go.
struct Utterance {
    outlet: usize,
    words: Vec<Word>,
}

pub(super) fn compare(event: &Event) -> Vec<Disagreement> {
    let utterances = utterances(event);
    let forms: Vec<Vec<&str>> =
        utterances.iter().map(|one| one.words.iter().map(|word| word.form.as_str()).collect()).collect();
    let mut found = Found::default();
    for (i, j) in candidates(&utterances, &forms) {
        let changes = changes(&utterances[i], &forms[i], &utterances[j], &forms[j]);
        changes.into_iter().for_each(|change| found.add(event, change));
    }
    found.disagreements()
}

/// The quotations of every document, those of one go joined.
fn utterances(event: &Event) -> Vec<Utterance> {
    let mut found = Vec::new();
    let mut from = 0;
    for (document, segmented) in event.segmented.iter().enumerate() {
        let mentions = from..from + event.mentions[from..].partition_point(|one| one.document == document);
        from = mentions.end;
        let mut quotations: Vec<Span> =
            segmented.sentences.iter().flat_map(|sentence| &sentence.quotations).copied().collect();
        quotations.sort_unstable();
        for go in quotations.chunk_by(|x, y| words_between(event.texts[document], *x, *y) <= BETWEEN) {
            found.extend(utterance(event, mentions.clone(), go));
        }
    }
    found
}

fn words_between(text: &str, one: Span, next: Span) -> usize {
    let gap = text.get(one.end..next.start.max(one.end)).unwrap_or_default();
    if gap.contains("\n\n") && gap.split_whitespace().count() > 1 {
        return usize::MAX;
    }
    gap.split_whitespace().count()
}

fn utterance(event: &Event, mentions: Range<usize>, quotations: &[Span]) -> Option<Utterance> {
    let mut words = Vec::new();
    let first = mentions.start + ends_before(&event.mentions[mentions.clone()], quotations[0].start);
    if first >= mentions.end {
        return None;
    }
    for (at, quotation) in quotations.iter().enumerate() {
        if words.len() >= LONGEST {
            break;
        }
        if at > 0 {
            let place = words
                .last()
                .map_or(Place { mention: first, span: Span::new(0, 0) }, |word: &Word| word.place);
            words.push(Word { form: format!("\u{0}{}", quotation.start), place, edited: true });
        }
        let from = mentions.start + ends_before(&event.mentions[mentions.clone()], quotation.start);
        for mention in (from..mentions.end).take_while(|&at| event.mentions[at].span.start < quotation.end) {
            push_words(event, mention, *quotation, &mut words);
        }
    }
    words.truncate(LONGEST);
    (words.len() >= SHORTEST).then(|| Utterance { outlet: event.mentions[first].outlet, words })
}

/// How many of a document's mentions end before a place.
fn ends_before(mentions: &[Mention], place: usize) -> usize {
    mentions.partition_point(|mention| mention.span.end <= place)
}

/// The words of a mention that stand inside a quotation.
fn push_words(event: &Event, mention: usize, quotation: Span, words: &mut Vec<Word>) {
    let (text, start) = (event.text(mention), event.mentions[mention].span.start);
    for token in &event.tokens[mention] {
        if !quotation.contains(token.span.shifted(start)) {
            continue;
        }
        let edited = is_edited(text, token.span);
        let place = Place { mention, span: token.span };
        words.extend(written_out(&token.folded).into_iter().map(|form| Word { form, place, edited }));
    }
}

/// Beside brackets or dots, with nothing but signs between.
fn is_edited(text: &str, word: Span) -> bool {
    let sign = |c: char| !c.is_alphanumeric();
    let before = text[..word.start].rsplit(|c| !sign(c)).next().unwrap_or_default();
    let after = text[word.end..].split(|c| !sign(c)).next().unwrap_or_default();
    let cut = |signs: &str| {
        signs.contains(['[', ']', '(', ')', '…', '*']) || signs.contains("..") || signs.contains(". .")
    };
    cut(before) || cut(after)
}

/// *don't* is *do not*, *they're* is *they are*, *gonna* is *going to*.
fn written_out(folded: &str) -> Vec<String> {
    let folded = folded.replace('.', "");
    let parts = |parts: &[&str]| parts.iter().map(|&part| part.to_owned()).collect();
    match folded.as_str() {
        "can't" | "cannot" => return parts(&["can", "not"]),
        "won't" => return parts(&["will", "not"]),
        "gonna" => return parts(&["going", "to"]),
        "wanna" => return parts(&["want", "to"]),
        "gotta" => return parts(&["got", "to"]),
        "ok" => return parts(&["okay"]),
        "percent" => return parts(&["per", "cent"]),
        _ => {}
    }
    for (ending, word) in
        [("n't", "not"), ("'re", "are"), ("'m", "am"), ("'ll", "will"), ("'ve", "have"), ("'d", "would")]
    {
        if let Some(stem) = folded.strip_suffix(ending).filter(|stem| !stem.is_empty()) {
            return parts(&[stem, word]);
        }
    }
    let at = |list: &[&str]| list.iter().position(|&word| word == folded);
    let number = at(SMALL).map(|at| at.to_string()).or_else(|| at(ORDINALS).map(|at| format!("{at}th")));
    vec![number.unwrap_or(folded)]
}

const SMALL: &[&str] = &[
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
];

const ORDINALS: &[&str] = &[
    "", "", "", "", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
];

/// Utterances of two outlets that share a run of words.
fn candidates(utterances: &[Utterance], forms: &[Vec<&str>]) -> BTreeSet<(usize, usize)> {
    let mut holders: HashMap<&[&str], Vec<usize>> = HashMap::new();
    for (at, forms) in forms.iter().enumerate() {
        for run in forms.windows(ANCHOR).filter(|run| run.iter().any(|word| !grammar::is_function(word))) {
            let holders = holders.entry(run).or_default();
            if holders.last() != Some(&at) {
                holders.push(at);
            }
        }
    }
    let mut pairs = BTreeSet::new();
    for holders in holders.values().filter(|holders| holders.len() <= COMMON_RUN) {
        for (at, &i) in holders.iter().enumerate() {
            let others = holders[at + 1..].iter().filter(|&&j| utterances[i].outlet != utterances[j].outlet);
            pairs.extend(others.map(|&j| (i, j)));
        }
    }
    pairs
}

/// A place where two wordings differ, and the word before it, which both have.
struct Change {
    before: String,
    a: Side,
    b: Side,
    kept: f64,
}

struct Side {
    forms: Vec<String>,
    place: Place,
}

fn changes(a: &Utterance, x: &[&str], b: &Utterance, y: &[&str]) -> Vec<Change> {
    let ops = capture_diff_slices(Algorithm::Myers, x, y);
    let one = |at: usize| {
        let (old, new) = (ops[at].old_range(), ops[at].new_range());
        let kept = kept_around(&ops, at);
        let fits = old.len().max(new.len()) <= LONGEST_CHANGE && kept >= AROUND && is_anchored(&ops, at);
        let (left, right) = (&a.words[old.clone()], &b.words[new.clone()]);
        // A fragment's first and last word bend to the sentence around it: *to “reverse …”*, *to “reversing …”*.
        let edge = at == 0 || at + 1 == ops.len();
        if !fits
            || edge && same_stems(left, right)
            || is_cut(a, old.clone())
            || is_cut(b, new.clone())
            || !matters(left, right)
        {
            return None;
        }
        let before = old.start.checked_sub(1).map(|before| x[before].to_owned()).unwrap_or_default();
        // A word put in is shown between its neighbours, on both sides: *locks its*, *locks up its*.
        let margin = usize::from(old.is_empty() || new.is_empty());
        Some(Change { before, a: side(a, old, margin)?, b: side(b, new, margin)?, kept })
    };
    (0..ops.len()).filter(|&at| ops[at].tag() != DiffTag::Equal).filter_map(one).collect()
}

/// Common words stand before and behind, enough of them together; where both wordings begin or end with the change, it is
/// short and the words on the other side are many.
fn is_anchored(ops: &[DiffOp], at: usize) -> bool {
    let equal =
        |op: Option<&DiffOp>| op.filter(|op| op.tag() == DiffTag::Equal).map_or(0, |op| op.old_range().len());
    let short =
        ops[at].tag() == DiffTag::Replace && ops[at].old_range().len().max(ops[at].new_range().len()) <= 2;
    match (equal(at.checked_sub(1).and_then(|before| ops.get(before))), equal(ops.get(at + 1))) {
        (0, 0) => false,
        (0, many) | (many, 0) => short && many >= 4,
        (before, behind) => before + behind >= 4,
    }
}

/// The share of common words in a window around an operation.
fn kept_around(ops: &[DiffOp], at: usize) -> f64 {
    let (mut equal, mut other) = (0, 0);
    for direction in [-1_isize, 1] {
        let mut left = WINDOW;
        let mut next = at as isize + direction;
        while let Some(op) = usize::try_from(next).ok().and_then(|next| ops.get(next)).filter(|_| left > 0) {
            let length = op.old_range().len().max(op.new_range().len()).min(left);
            *(if op.tag() == DiffTag::Equal { &mut equal } else { &mut other }) += length;
            (left, next) = (left - length, next + direction);
        }
    }
    equal as f64 / (equal + other).max(1) as f64
}

/// Something was left out or put in beside these words, or they run over the marks.
fn is_cut(utterance: &Utterance, range: Range<usize>) -> bool {
    let outside = |word: &Word| word.edited || word.form.starts_with('\u{0}');
    let around = range.start.saturating_sub(1)..(range.end + 1).min(utterance.words.len());
    match range.is_empty() {
        true => utterance.words[around].iter().any(outside),
        false => utterance.words[range].iter().any(outside),
    }
}

/// The words of one wording, shown with so many words on either side.
fn side(utterance: &Utterance, range: Range<usize>, margin: usize) -> Option<Side> {
    let forms = utterance.words[range.clone()].iter().map(|word| word.form.clone()).collect();
    let shown = range.start.saturating_sub(margin)..(range.end + margin).min(utterance.words.len());
    let words = &utterance.words[shown];
    let mention = words.first()?.place.mention;
    let inside = words.iter().filter(|word| word.place.mention == mention);
    let span = inside.map(|word| word.place.span).reduce(Span::joined)?;
    Some(Side { forms, place: Place { mention, span } })
}

/// Words that a quotation may lose or gain without anybody noticing.
const FILLERS: &[&str] = &[
    "and", "that", "the", "a", "an", "uh", "um", "well", "so", "but", "you", "know", "is", "are", "have",
    "has", "will", "would", "am",
];

fn same_stems(a: &[Word], b: &[Word]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(x, y)| stem(&x.form) == stem(&y.form))
}

/// More than spellings and fillers differ.
fn matters(a: &[Word], b: &[Word]) -> bool {
    let letters = |words: &[Word]| words.iter().map(|word| word.form.as_str()).collect::<String>();
    let kept = |words: &[Word]| words.iter().any(|word| !FILLERS.contains(&word.form.as_str()));
    match (a, b) {
        ([], words) | (words, []) => kept(words),
        (a, b) => {
            let (x, y) = (letters(a), letters(b));
            (kept(a) || kept(b) || a.len() == b.len())
                && !same_letters(&x, &y)
                && !aliases::same_place(&x, &y)
        }
    }
}

/// *sea wall* and *seawall*, *counselor* and *counsellor*, but not *parking* and *barking*. Longer words than there are
/// would cost the square of their length.
fn same_letters(x: &str, y: &str) -> bool {
    if x.len().max(y.len()) > LONGEST_WORDS {
        return x == y;
    }
    let words = wordnet::knows(&stem(x)) && wordnet::knows(&stem(y));
    let allowed = if words || x.chars().count().max(y.chars().count()) < 6 { 0 } else { 1 };
    strsim::levenshtein(x, y) <= allowed
}

/// Changes of the same words behind the same word are one disagreement, wherever they stand.
#[derive(Default)]
struct Found {
    changes: BTreeMap<(String, Vec<String>, Vec<String>), Entry>,
}

#[derive(Default)]
struct Entry {
    a: BTreeSet<Place>,
    b: BTreeSet<Place>,
    values: [String; 2],
    kept: f64,
}

impl Found {
    fn add(&mut self, event: &Event, change: Change) {
        let Change { before, a, b, kept } = change;
        let (a, b) = if a.forms <= b.forms { (a, b) } else { (b, a) };
        let value = |place: Place| place.span.of(event.text(place.mention)).to_owned();
        let entry = self.changes.entry((before, a.forms, b.forms)).or_default();
        entry.values = [value(a.place), value(b.place)];
        entry.kept = entry.kept.max(kept);
        entry.a.insert(a.place);
        entry.b.insert(b.place);
    }

    fn disagreements(self) -> Vec<Disagreement> {
        let one = |entry: Entry| {
            let [x, y] = entry.values;
            Disagreement {
                kind: DivergenceKind::Quote,
                about: "quotation".to_owned(),
                confidence: entry.kept,
                a: Reading { value: x, places: entry.a.into_iter().collect() },
                b: Reading { value: y, places: entry.b.into_iter().collect() },
            }
        };
        self.changes.into_values().map(one).collect()
    }
}
