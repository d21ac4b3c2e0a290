//! Names: runs of capitalised words, with titles and particles; places among them.

use super::extract::{Extractor, Words};
use crate::lexicon::{grammar, names, wordnet};
use crate::model::{Fact, FactKind, Reading};
use crate::part::Part;
use crate::text::Token;

pub struct Names;

impl Part for Names {
    fn name(&self) -> &'static str {
        "name"
    }

    fn about(&self) -> &'static str {
        "Names of people, organisations and places"
    }
}

impl Extractor for Names {
    fn extract(&self, words: &Words, facts: &mut Vec<Fact>) {
        if is_headline_case(words) {
            return;
        }
        let mut at = 0;
        while at < words.tokens.len() {
            let end = run(words, at);
            if end > at {
                facts.extend(name(words, at, end));
            }
            at = end.max(at + 1);
        }
    }
}

/// Where nearly every word has a capital, capitals tell nothing.
fn is_headline_case(words: &Words) -> bool {
    let long = words.tokens.iter().filter(|token| token.span.len() > 3 && !token.is_numeric());
    let (mut all, mut capital) = (0, 0);
    for token in long {
        all += 1;
        capital += usize::from(token.is_capitalised(words.text));
    }
    all >= 4 && capital * 10 >= all * 8
}

/// The end of the run of capitalised words that begins at `at`; `at` itself where none begins.
fn run(words: &Words, at: usize) -> usize {
    let mut end = at;
    while end < words.tokens.len() && starts_name(words, end) && (end == at || joined(words, end)) {
        end += 1;
        // "World War II", "Henrik I": the numeral belongs to the name.
        end += usize::from(is_numeral(words, end));
        // "van der", "de la", "of the": small words inside a name, when a capital follows.
        let particles = (end..end + 2).take_while(|index| is_particle(words, *index)).count();
        if particles > 0
            && end + particles < words.tokens.len()
            && starts_name(words, end + particles)
            && joined(words, end)
        {
            end += particles;
        }
    }
    end
}

/// A Roman numeral behind a name, up to thirty-nine.
fn is_numeral(words: &Words, at: usize) -> bool {
    let numeral = |token: &Token| token.span.of(words.text).chars().all(|c| "IVX".contains(c));
    words.tokens.get(at).is_some_and(numeral) && joined(words, at)
}

fn starts_name(words: &Words, at: usize) -> bool {
    let token = &words.tokens[at];
    is_brand(token.span.of(words.text))
        || token.is_capitalised(words.text)
            && !names::is_never(&token.folded)
            && (!opens_sentence(words, at) || sure_at_start(words, at))
}

/// `iPad`, `eBay`: a small letter, a capital and a word behind it.
fn is_brand(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    matches!(&letters[..], ['i' | 'e', second, rest @ ..]
        if second.is_uppercase() && rest.len() >= 2 && rest.iter().all(|c| c.is_lowercase()))
}

/// At the start of a sentence or quotation every word has a capital.
fn opens_sentence(words: &Words, at: usize) -> bool {
    let before = words.text[..words.tokens[at].span.start].trim_end_matches([' ', '\u{a0}']);
    before.is_empty()
        || before.ends_with(['“', '"', '‘', '.', '!', '?', ':', '—', '–', '-', '(', '\n', '•', '\''])
}

/// A first word is a name when a name goes on behind it, or when it has no other use in lower case.
fn sure_at_start(words: &Words, at: usize) -> bool {
    let next_is_name = words.tokens.get(at + 1).is_some_and(|next| {
        next.is_capitalised(words.text) && !names::is_never(&next.folded) && joined(words, at + 1)
    });
    let letters = words.tokens[at].span.of(words.text);
    let acronym = letters.len() > 1 && letters.chars().all(|c| c.is_uppercase() || c == '.');
    next_is_name || acronym || is_no_word(&words.tokens[at]) && is_english(words, at)
}

/// No word of the language: a known place or given name, or in no dictionary and without the ending of one.
fn is_no_word(token: &Token) -> bool {
    const ENDINGS: &[&str] =
        &["ers", "ors", "ists", "ians", "ants", "ing", "ings", "ed", "ly", "men", "ion", "ions", "ness"];
    let word = token.folded.as_str();
    let ends = ENDINGS.iter().any(|ending| word.ends_with(ending));
    let plain = word.len() > 1 && word.chars().all(char::is_alphabetic);
    let foreign = !wordnet::knows(&token.stem) && !grammar::is_function(word) && !ends;
    plain && (names::is_place(&[word.to_owned()]) || foreign)
}

/// Most of the next words are English: in another language every word looks like a name.
fn is_english(words: &Words, at: usize) -> bool {
    const LOOKED_AT: usize = 10;
    let behind = &words.tokens[at + 1..(at + 1 + LOOKED_AT).min(words.tokens.len())];
    let known =
        behind.iter().filter(|token| grammar::is_function(&token.folded) || wordnet::knows(&token.stem));
    behind.len() >= 2 && known.count() * 2 >= behind.len()
}

fn is_particle(words: &Words, at: usize) -> bool {
    const PARTICLES: &[&str] =
        &["van", "von", "der", "den", "de", "la", "le", "bin", "al", "du", "da", "dos", "of"];
    words.tokens.get(at).is_some_and(|token| PARTICLES.contains(&token.folded.as_str()))
}

/// Only a space, a hyphen, or the period of an initial or title between a word and the one before it.
fn joined(words: &Words, at: usize) -> bool {
    let (before, here) = (&words.tokens[at - 1], &words.tokens[at]);
    let owner =
        before.span.of(words.text).ends_with(['s', 'S']) && before.span.of(words.text).contains(['\'', '’']);
    let gap = &words.text[before.span.end..here.span.start];
    !owner
        && (gap == " "
            || gap == "-"
            || gap == "\u{a0}"
            || gap == " & "
            || gap == ". " && before.span.len() <= 4)
}

fn name(words: &Words, start: usize, end: usize) -> Option<Fact> {
    let run = &words.tokens[start..end];
    let titles = run.iter().take_while(|token| names::is_title(&token.folded)).count();
    let core: Vec<&Token> = run[titles..].iter().collect();
    let letter = core.len() == 1 && core[0].folded.chars().count() == 1;
    if core.is_empty() || letter || core.iter().all(|token| token.is_numeric()) {
        return None;
    }
    let reading: Vec<String> = core.iter().map(|token| token.folded.to_string()).collect();
    let span = core[0].span.joined(core[core.len() - 1].span);
    let kind = if names::is_place(&reading) { FactKind::Place } else { FactKind::Name };
    let value = span.of(words.text).trim_end_matches("'s").trim_end_matches("’s").to_owned();
    Some(Fact { kind, span, tokens: (start + titles, end), value, reading: Reading::Name(reading) })
}
