//! Whom a document names, in the order of naming: its sources, and every name in its text.
//!
//! The names in the text tell who *Holm* or *the mayor* is, and whom a *she* could mean besides.

use super::document_context::Page;
use super::name_shape;
use super::naming::Naming;
use super::phrase::{Mark, Word, words};
use super::source_phrase;
use crate::lexicon::{cues, frequency, grammar, names, sources, wordnet};
use crate::model::{Attribution, Segmented, Sentence, SentenceKind};
use crate::text;

/// One naming and its place.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    /// Where it begins in the document's text.
    pub at: usize,
    pub paragraph: usize,
    pub naming: Naming,
    /// Sure to be a name of this kind; a lone capital in the text may be anything.
    pub sure: bool,
    /// The attribution whose source it is: sentence, place in the sentence's list.
    pub source: Option<(usize, usize)>,
}

/// Every naming of a document, by place.
pub(super) fn census(segmented: &Segmented, attributions: &[Vec<Attribution>], page: &Page) -> Vec<Seen> {
    let mut seen = Vec::new();
    for (index, sentence) in segmented.sentences.iter().enumerate() {
        if sentence.kind == SentenceKind::Sentence {
            seen.extend(names_of(sentence, page));
        }
        let own = attributions.get(index).map_or(&[][..], Vec::as_slice);
        seen.extend(sources_of(index, sentence, own, page));
    }
    seen.sort_by_key(|one: &Seen| (one.at, one.source));
    seen
}

fn sources_of(index: usize, sentence: &Sentence, attributions: &[Attribution], page: &Page) -> Vec<Seen> {
    let one = |(at, attribution): (usize, &Attribution)| {
        let span = attribution.source?;
        let end = sentence.span.end.max(span.end);
        let naming = source_phrase::read(&words(page.text, span), &page.text[span.end..end], page)?;
        let source = Some((index, at));
        let sure = is_sure(&naming) || !is_lone_word(&naming, page);
        Some(Seen { at: span.start, paragraph: sentence.paragraph, naming, sure, source })
    };
    attributions.iter().enumerate().filter_map(one).collect()
}

/// The names in a sentence, each with the post in front of it and the apposition behind it.
fn names_of(sentence: &Sentence, page: &Page) -> Vec<Seen> {
    let words = words(page.text, sentence.span);
    let (mut seen, mut at) = (Vec::new(), 0);
    while at < words.len() {
        let end = run(&words, at);
        if end > at {
            let phrase = &words[lead(&words, at)..apposition(&words, end)];
            let naming = source_phrase::read(phrase, "", page);
            let (place, paragraph) = (phrase[0].span.start, sentence.paragraph);
            seen.extend(naming.map(|naming| Seen {
                at: place,
                paragraph,
                sure: is_sure(&naming),
                naming,
                source: None,
            }));
        }
        at = end.max(at + 1);
    }
    seen
}

/// The end of the run of capitals that begins at `at`.
fn run(words: &[Word], at: usize) -> usize {
    let opens = |word: &Word| {
        word.capital
            && !names::is_never(&word.folded)
            && !(grammar::is_function(&word.folded) || cues::is_cue(&word.folded))
    };
    if !opens(&words[at]) {
        return at;
    }
    let mut end = at + 1;
    while end < words.len()
        && words[end].mark == Mark::Joined
        && !words[end - 1].owns
        && (name_shape::fits(&words[end]) && !names::is_never(&words[end].folded) || is_of(words, end))
    {
        end += 1;
    }
    while !words[end - 1].capital {
        end -= 1;
    }
    end
}

/// *Ministry of Health*.
fn is_of(words: &[Word], at: usize) -> bool {
    words[at].folded == "of"
        && words.get(at + 1).is_some_and(|next| next.capital && next.mark == Mark::Joined)
}

/// Nouns of a post or a body, and owners, in front of a name.
fn lead(words: &[Word], at: usize) -> usize {
    const MOST: usize = 5;
    let belongs = |index: usize| {
        words[index].mark == Mark::Joined
            && (sources::is_part(&words[index - 1].folded) || words[index - 1].owns)
    };
    let plain = |index: usize| !grammar::is_function(&words[index - 1].folded);
    (1..=at)
        .rev()
        .take(MOST)
        .take_while(|&index| belongs(index) && plain(index))
        .last()
        .map_or(at, |index| index - 1)
}

/// The end of what stands between commas behind a name, if it can tell a post.
fn apposition(words: &[Word], end: usize) -> usize {
    const MOST: usize = 9;
    let opens = words.get(end).is_some_and(|word| {
        word.mark == Mark::Comma
            && (["the", "a", "an"].contains(&word.folded.as_str()) || sources::is_part(&word.folded))
    });
    if !opens {
        return end;
    }
    let behind = &words[end + 1..words.len().min(end + MOST)];
    end + 1 + behind.iter().take_while(|word| word.mark == Mark::Joined).count()
}

/// One word of the dictionary, or one that the text also has in small letters, may be no name at all: *Together*.
fn is_lone_word(naming: &Naming, page: &Page) -> bool {
    let Naming::Person(person) = naming else { return false };
    person.name.len() == 1
        && (wordnet::knows(&text::stem(&person.name[0]))
            || frequency::weight(&text::stem(&person.name[0])) < name_shape::RARE
            || page.has_small(&person.name[0]))
}

fn is_sure(naming: &Naming) -> bool {
    match naming {
        Naming::Person(person) => person.name.len() > 1 || person.post.is_some() || person.sex.is_some(),
        Naming::Body(body) => body.noun.is_some() || body.name.len() == 1,
        Naming::Outlet(_) | Naming::Work(_) => true,
        Naming::Post(_) | Naming::Group(_) | Naming::Place(..) | Naming::Pronoun(_) => false,
    }
}
