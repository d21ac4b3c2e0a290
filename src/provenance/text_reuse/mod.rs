//! Text that two outlets share: copied, cut, reordered, lightly rewritten, under other headlines.
//!
//! ```text
//!   mentions ─► streams (the words of a voice) ─shingle─► seeds ─tile─► passages ─weigh─► copies ─► direction
//! ```
//!
//! Winnowed shingles find where to look, tiles and the words between them delimit the passage, and a passage counts
//! when enough of what it shares could have been worded otherwise. Names and numbers of the event, quotations that
//! both heard, and stock phrases of the trade are shared by outlets that never read each other.
//!
//! *Shares text with* is all it says: who took it from whom needs a credit, dates or the like (`direction`).

mod direction;
mod shingle;
mod stream;
mod tile;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::model::{Analysis, Copy, CopyEnd, Direction, PassageKind, SharedMention, SharedPassage, Span};
use crate::text::Token;
use stream::{Stream, Word};
use tile::Match;

/// What a passage must tell at least, to show by itself that two texts are not independent: a dozen words of prose in one
/// run.
pub const ENOUGH: f64 = 10.0;
/// A passage that tells less than this is not worth a word.
const WORTH_A_WORD: f64 = 5.0;
/// A quotation of fewer words may be a name or a turn of phrase.
const FEWEST_QUOTED: usize = 5;
/// What the words around a shared quotation tell when they are the same, too: *he told reporters on the quay*.
const FRAME: f64 = 3.0;
/// Words that a passage must have of a sentence at its end.
const FEWEST_OF_SENTENCE: usize = 3;
/// The share of a passage's words, on the longer side, that must be the same.
const KEPT: f64 = 0.5;

/// Every two voices of different outlets that share text, in the order of the documents. `words` holds the words of
/// each mention.
pub fn find(analysis: &Analysis, words: &[&[Token]]) -> Vec<Copy> {
    let streams = stream::streams(analysis, words);
    let seeds: Vec<_> = shingle::seeds(&streams).into_iter().collect();
    let copies = seeds.into_par_iter().filter_map(|((a, b), seeds)| copy(&streams[a], &streams[b], &seeds));
    let mut copies: Vec<Copy> = copies.collect();
    direction::settle(analysis, &mut copies);
    copies
}

fn copy(a: &Stream, b: &Stream, seeds: &[shingle::Seed]) -> Option<Copy> {
    let found = tile::passages(&a.words, &b.words, seeds).into_iter();
    let found = found.map(|matches| trimmed(&a.words, &b.words, matches));
    let mut passages: Vec<(PassageKind, Vec<Match>)> =
        found.filter_map(|matches| Some((kind(&a.words, &b.words, &matches)?, matches))).collect();
    believe(&a.words, &b.words, &mut passages);
    let text: Vec<Match> = passages
        .iter()
        .filter(|(kind, _)| *kind == PassageKind::Text)
        .flat_map(|(_, matches)| matches.iter().copied())
        .collect();
    let end = |stream: &Stream, place: fn(&Match) -> usize| CopyEnd {
        document: stream.document,
        outlet: stream.outlet,
        words: stream.words.len(),
        shared: text.len(),
        reach: text.iter().map(|found| place(found) + 1).max().unwrap_or(0),
    };
    (!passages.is_empty()).then(|| Copy {
        a: end(a, |found| found.0),
        b: end(b, |found| found.1),
        mentions: passages
            .iter()
            .enumerate()
            .flat_map(|(at, (_, matches))| mentions(a, b, at, matches))
            .collect(),
        passages: passages
            .iter()
            .map(|(kind, matches)| passage(&a.words, &b.words, *kind, matches))
            .collect(),
        direction: Direction::Unknown,
        basis: "",
    })
}

/// Without a word or two at either end that the passage has of the sentences around it.
fn trimmed(a: &[Word], b: &[Word], mut matches: Vec<Match>) -> Vec<Match> {
    let place = |at: &Match| (a[at.0].mention, b[at.1].mention);
    let edge = |matches: &mut dyn Iterator<Item = &Match>| {
        let mut places = matches.map(place);
        let first = places.next();
        1 + places.take_while(|place| Some(*place) == first).count()
    };
    let head = edge(&mut matches.iter());
    if head < FEWEST_OF_SENTENCE && head < matches.len() {
        matches.drain(..head);
    }
    let tail = edge(&mut matches.iter().rev());
    if tail < FEWEST_OF_SENTENCE && tail < matches.len() {
        matches.truncate(matches.len() - tail);
    }
    matches
}

/// Two texts that share one passage share the shorter ones as well, and a quotation with the words around it.
fn believe(a: &[Word], b: &[Word], passages: &mut [(PassageKind, Vec<Match>)]) {
    if passages.iter().any(|(kind, _)| *kind == PassageKind::Text) {
        for (kind, matches) in passages {
            if *kind == PassageKind::Short || told(a, b, matches) >= FRAME {
                *kind = PassageKind::Text;
            }
        }
    }
}

/// What the passage tells; `None` where it is not worth a word.
fn kind(a: &[Word], b: &[Word], matches: &[Match]) -> Option<PassageKind> {
    let quoted = matches.iter().filter(|(i, j)| a[*i].quoted || b[*j].quoted).count();
    let told = told(a, b, matches);
    if kept(matches) < KEPT {
        None
    } else if told >= ENOUGH {
        Some(PassageKind::Text)
    } else if quoted * 2 > matches.len() {
        (matches.len() >= FEWEST_QUOTED).then_some(PassageKind::Quotation)
    } else {
        (told >= WORTH_A_WORD || whole(a, b, matches)).then_some(PassageKind::Short)
    }
}

/// The passage is a sentence of both, from end to end.
fn whole(a: &[Word], b: &[Word], matches: &[Match]) -> bool {
    let (first, last) = (matches[0], matches[matches.len() - 1]);
    matches.len() >= shingle::SHORTEST_SENTENCE
        && is_whole(a, first.0, last.0)
        && is_whole(b, first.1, last.1)
}

fn is_whole(words: &[Word], first: usize, last: usize) -> bool {
    let opens = first == 0 || words[first - 1].mention != words[first].mention;
    let closes = words.get(last + 1).is_none_or(|next| next.mention != words[last].mention);
    opens && closes
}

/// The share of the longer side that is the same.
fn kept(matches: &[Match]) -> f64 {
    let (Some(first), Some(last)) = (matches.first(), matches.last()) else { return 0.0 };
    let longest = (last.0 - first.0).max(last.1 - first.1) + 1;
    matches.len() as f64 / longest as f64
}

/// What the words tell that follow the same word on both sides: wording is what comes after what.
fn told(a: &[Word], b: &[Word], matches: &[Match]) -> f64 {
    let follows = |pair: &&[Match]| pair[1].0 == pair[0].0 + 1 && pair[1].1 == pair[0].1 + 1;
    let pairs = matches.windows(2).filter(follows);
    pairs.map(|pair| a[pair[1].0].tells().min(b[pair[1].1].tells())).sum()
}

fn passage(a: &[Word], b: &[Word], kind: PassageKind, matches: &[Match]) -> SharedPassage {
    let (first, last) = (matches[0], matches[matches.len() - 1]);
    let span = |from: &Word, to: &Word| Span::new(from.span.start, to.span.end);
    SharedPassage {
        kind,
        a: span(&a[first.0], &a[last.0]),
        b: span(&b[first.1], &b[last.1]),
        words: matches.len(),
        kept: kept(matches),
    }
}

/// How many words every two mentions have in common in one passage.
fn mentions(a: &Stream, b: &Stream, passage: usize, matches: &[Match]) -> Vec<SharedMention> {
    let mut words: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for &(i, j) in matches {
        *words.entry((a.words[i].mention, b.words[j].mention)).or_default() += 1;
    }
    words.into_iter().map(|((a, b), words)| SharedMention { passage, a, b, words }).collect()
}
