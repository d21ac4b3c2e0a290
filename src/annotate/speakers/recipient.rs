//! Who heard it, and whether anyone could have read it: *told the Island Post*, *in a statement*.

use super::document_context::Page;
use super::phrase::{Mark, Word, shown, words};
use crate::model::{Attribution, Span};

/// The outlet that a saying was said to; `own` is the outlet whose account this is.
pub(super) fn told(attribution: &Attribution, sentence: Span, own: &str, page: &Page) -> Option<String> {
    let cue = attribution.cue?;
    let words = outside(attribution, sentence, page.text);
    let from = words.partition_point(|word| word.span.start < cue.start);
    let direct = words.get(from).filter(|word| is_telling(&word.folded)).map(|_| from + 1);
    let direct = direct.and_then(|at| outlet_at(&words, at, own, page));
    direct.or_else(|| interview(&words, own, page))
}

/// The words of the sentence that are not quoted speech: what stands around cue and source.
fn outside<'a>(attribution: &Attribution, sentence: Span, text: &'a str) -> Vec<Word<'a>> {
    let mut all = words(text, sentence);
    if attribution.kind != crate::model::AttributionKind::Indirect {
        all.retain(|word| !attribution.content.contains(word.span) || is_frame(attribution, word.span));
    }
    all
}

/// The words of cue and source, and those right behind them: content may run from one quotation to the next, with the
/// frame in between, and may hold *in a statement*.
fn is_frame(attribution: &Attribution, word: Span) -> bool {
    const NEAR: usize = 60;
    let parts = [attribution.cue, attribution.source];
    parts.iter().flatten().any(|part| word.start >= part.start && word.start < part.end + NEAR)
}

fn is_telling(folded: &str) -> bool {
    ["told", "tells", "tell", "telling", "informed", "assured"].contains(&folded)
}

/// *in an interview with the Island Post*, *speaking to Coast Radio*.
fn interview(words: &[Word], own: &str, page: &Page) -> Option<String> {
    const OCCASIONS: &[&str] =
        &["interview", "speaking", "spoke", "comments", "remarks", "conversation", "email", "talking"];
    let occasion = |at: &usize| OCCASIONS.contains(&words[*at].folded.as_str());
    (0..words.len()).filter(occasion).find_map(|at| {
        let next =
            words.get(at + 1).filter(|next| ["with", "to", "on", "by"].contains(&next.folded.as_str()))?;
        (next.mark == Mark::Joined).then(|| outlet_at(words, at + 2, own, page)).flatten()
    })
}

/// The outlet named at this word: *us*, *this newspaper*, *the Island Post*.
fn outlet_at(words: &[Word], at: usize, own: &str, page: &Page) -> Option<String> {
    let first = words.get(at)?;
    if ["us", "me"].contains(&first.folded.as_str()) {
        return Some(own.to_owned());
    }
    let next = words.get(at + 1).map_or("", |word| word.folded.as_str());
    if ["this", "our"].contains(&first.folded.as_str()) {
        const OURS: &[&str] =
            &["newspaper", "paper", "website", "reporter", "correspondent", "newsroom", "magazine"];
        return OURS.contains(&next).then(|| own.to_owned());
    }
    let article = usize::from(first.folded == "the" && words.get(at + 1).is_some_and(|word| word.capital));
    let run = &words[at + article..];
    let joined = |&end: &usize| {
        (end == 0 || run[end].mark == Mark::Joined && !run[end - 1].owns) && is_in_name(run, end)
    };
    let length = (0..run.len().min(6)).take_while(joined).count();
    (1..=length).rev().find_map(|length| named(&words[at..at + article + length], page))
}

fn is_in_name(run: &[Word], at: usize) -> bool {
    run[at].capital
        || ["of", "the"].contains(&run[at].folded.as_str())
            && at > 0
            && run.get(at + 1).is_some_and(|word| word.capital)
}

fn named(words: &[Word], page: &Page) -> Option<String> {
    let name = shown(page.text, words);
    page.outlet(&name).or_else(|| page.likely(&name)).map(|name| page.outlet_name(&name))
}

/// A statement, a letter, a post, a report: said where anyone may read it.
pub(super) fn is_written(attribution: &Attribution, sentence: Span, page: &Page) -> bool {
    const CUES: &[&str] = &[
        "wrote",
        "writes",
        "write",
        "written",
        "tweeted",
        "tweets",
        "tweet",
        "posted",
        "posts",
        "published",
    ];
    let words = words(page.text, sentence);
    let cue = |word: &Word| attribution.cue.is_some_and(|cue| cue.contains(word.span));
    let source = |word: &Word| attribution.source.is_some_and(|source| source.contains(word.span));
    let itself = |word: &Word| source(word) && !word.capital && WRITINGS.contains(&word.folded.as_str());
    words.iter().any(|word| cue(word) && CUES.contains(&word.folded.as_str()) || itself(word))
        || (0..words.len()).any(|at| is_frame(attribution, words[at].span) && is_medium(&words, at))
}

/// Nouns of what is written down for others to read.
const WRITINGS: &[&str] = &[
    "statement",
    "letter",
    "tweet",
    "post",
    "release",
    "memo",
    "report",
    "column",
    "op-ed",
    "lawsuit",
    "affidavit",
    "blog",
];
/// Where it can be read.
const PLACES: &[&str] =
    &["twitter", "facebook", "instagram", "telegram", "website", "media", "social", "filing", "petition"];

/// *in a written statement*, *on Facebook*.
fn is_medium(words: &[Word], at: usize) -> bool {
    let word = words[at].folded.as_str();
    let named = WRITINGS.contains(&word) && !words[at].capital || PLACES.contains(&word);
    named
        && (at.saturating_sub(3)..at)
            .any(|lead| ["in", "on", "via", "through"].contains(&words[lead].folded.as_str()))
}
