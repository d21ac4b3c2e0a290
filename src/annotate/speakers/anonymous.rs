//! Sources that are kept back: *a senior official who was not authorised to speak*.

use super::document_context::Page;
use super::naming::{Group, Naming, Pronoun};
use super::phrase::{Mark, Word, folded, shown};
use super::source_phrase::article;

/// The source asked not to be named, or the writer does not name it.
pub(super) fn is_hidden(words: &[Word], tail: &str) -> bool {
    const PHRASES: &[&str] = &[
        "familiar with",
        "not to be named",
        "not to be identified",
        "not be named",
        "not be identified",
        "anonym",
        "not authorised",
        "not authorized",
        "n't authorised",
        "n't authorized",
        "unauthorised to",
        "unauthorized to",
        "declined to be",
        "unnamed",
        "unidentified",
        "close to the",
        "with knowledge of",
        "with direct knowledge",
        "briefed on",
        "on background",
    ];
    let text = folded(words).join(" ");
    let behind = tail.split(['.', ';', '”']).next().unwrap_or_default().to_lowercase();
    let attached = behind.trim_start().starts_with([','])
        || ["who", "familiar", "close", "with", "speaking", "briefed", "on condition"]
            .iter()
            .any(|lead| behind.trim_start().starts_with(lead));
    PHRASES.iter().any(|phrase| text.contains(phrase) || attached && behind.contains(phrase))
}

/// A name or a body that is named is no secret.
pub(super) fn kept_back(naming: Naming, words: &[Word], page: &Page) -> Naming {
    let single = matches!(naming, Naming::Post(_) | Naming::Group(Group { single: true, .. }));
    match naming {
        Naming::Post(_) | Naming::Group(_) | Naming::Pronoun(Pronoun::They) => {
            Naming::Group(Group { shown: hidden_name(words, page), single, hidden: true })
        }
        named => named,
    }
}

fn hidden_name(words: &[Word], page: &Page) -> String {
    let (_, words) = article(words);
    let end = words.iter().skip(1).position(|word| word.mark != Mark::Joined).map(|at| at + 1);
    shown(page.text, &words[..end.unwrap_or(words.len())])
}
