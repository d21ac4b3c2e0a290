//! Whether a sentence ends at a candidate: the mark, the word before it, the word behind it.

use super::candidate::{Candidate, Mark};
use super::short_form::period_ends;
use crate::lexicon::abbreviations::class;
use crate::text::web_address::begins_address;

/// The first rule that knows the case decides; nothing known ends the sentence.
pub fn ends_sentence(candidate: &Candidate) -> bool {
    if candidate.next >= candidate.text.len() {
        return false;
    }
    match candidate.mark {
        Mark::Full => !continues_after_quote(candidate),
        _ if !candidate.has_space() => is_glued_end(candidate),
        _ if starts_low(candidate) => is_careless_end(candidate),
        Mark::Period => period_ends(candidate),
        Mark::Ellipsis => ellipsis_ends(candidate),
        Mark::Strong => !is_spoken(candidate),
        Mark::Smiley => starts_high(candidate),
    }
}

/// `「大変だ。」と彼は`: a closed quotation directly followed by more.
fn continues_after_quote(candidate: &Candidate) -> bool {
    candidate.is_closed() && !candidate.has_space()
}

/// `the end. next`: no capital, but a plain word before the mark, one that is no short form.
///
/// `Yahoo! in …` goes on, for its mark stands behind a name.
fn is_careless_end(candidate: &Candidate) -> bool {
    let before = candidate.before();
    let plain =
        before.chars().count() > 2 && before.chars().all(char::is_lowercase) && class(before).is_none();
    let single = matches!(candidate.mark, Mark::Period | Mark::Strong) && !candidate.is_closed();
    plain && single && candidate.after().starts_with(char::is_lowercase)
}

/// `the end.Next`: a forgotten space, when both sides are plain words.
fn is_glued_end(candidate: &Candidate) -> bool {
    let (before, after) = (candidate.before(), candidate.words_after().next().unwrap_or(""));
    let plain = before.len() > 2 && before.chars().all(char::is_lowercase);
    let opens = after.len() > 1
        && is_high(after)
        && after.chars().skip(1).all(|c| c.is_lowercase() || matches!(c, ',' | '\'' | '’'));
    plain && opens && !candidate.is_closed() && candidate.marks() == 1
}

pub fn starts_high(candidate: &Candidate) -> bool {
    is_high(candidate.after())
}

/// The text goes on in lower case or with a mark that only stands inside sentences.
fn starts_low(candidate: &Candidate) -> bool {
    let after = candidate.after();
    let Some(first) = after.chars().next() else { return false };
    match first {
        '.' if after.starts_with(". .") => false,
        ',' | ';' | ':' | '.' | '?' | '!' | '%' | '&' | '/' => true,
        '-' | '–' | '—' | '―' => {
            !is_high(after.trim_start_matches(['-', '–', '—', '―', ' ', '=', '.']))
        }
        _ => first.is_lowercase() && !is_high(after) && !begins_address(after),
    }
}

/// A capital, a number, or a name such as `eBay`.
fn is_high(word: &str) -> bool {
    let mut chars = word.chars();
    let first = chars.next();
    first.is_some_and(|c| c.is_uppercase() || c.is_numeric())
        || first.is_some_and(char::is_lowercase)
            && chars.take_while(|c| c.is_alphabetic()).any(char::is_uppercase)
}

/// `“Why?” Marlow asked.`: what follows the quotation names its speaker.
fn is_spoken(candidate: &Candidate) -> bool {
    const SPOKEN: [&str; 14] = [
        "said",
        "says",
        "asked",
        "asks",
        "wrote",
        "writes",
        "added",
        "replied",
        "shouted",
        "cried",
        "exclaimed",
        "yelled",
        "wondered",
        "tweeted",
    ];
    let bare = |word: &str| word.trim_end_matches([',', '.', ':', ';']).to_owned();
    let named = candidate
        .words_after()
        .take(4)
        .take_while(|word| is_high(word) || SPOKEN.contains(&bare(word).as_str()));
    candidate.is_closed() && named.skip(1).any(|word| SPOKEN.contains(&bare(word).as_str()))
}

/// Three dots leave something out inside a sentence; four end it.
fn ellipsis_ends(candidate: &Candidate) -> bool {
    let apart = candidate.text[..candidate.stop.start].ends_with(char::is_whitespace);
    let first = candidate.words_after().next().unwrap_or("");
    let is_i = first == "I" || first.starts_with("I'") || first.starts_with("I’");
    let opens = candidate.start == candidate.stop.start;
    !opens && (candidate.marks() >= 4 || !(apart && is_i))
}
