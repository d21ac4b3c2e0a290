//! Through whom a mention reached us: `Weekly Ledger > Coast Radio > Peder Aas`.

use super::view::one_line;
use crate::lexicon::outlets::same_name_key;
use crate::model::{Analysis, Mention, Saying};

/// The outlets of a mention, then its sources from the outermost inwards, each behind the outlet that it spoke to.
///
/// A source that is left open, or that could be several, stands as the text has it, if it looks like one.
pub(super) fn chain(analysis: &Analysis, mention: &Mention) -> Vec<String> {
    let mut chain = mention.chain.clone();
    chain.dedup_by(|x, y| same(x, y));
    for saying in mention.said.iter().map(|&saying| &analysis.sayings[saying]) {
        let heard = saying.told.iter().filter(|told| !chain.iter().any(|link| same(link, told)));
        let links: Vec<String> = heard.cloned().chain(shown(analysis, saying)).collect();
        for link in links {
            if !chain.last().is_some_and(|last| same(last, &link)) {
                chain.push(link);
            }
        }
    }
    chain
}

/// A phrase of more words, one that opens with none that a source opens with, or one with a verb has caught something
/// else.
fn looks_like_a_source(phrase: &str) -> bool {
    const LONGEST: usize = 6;
    const OPEN: &[&str] =
        &["he", "she", "it", "they", "the", "a", "an", "his", "her", "its", "their", "one", "two"];
    const VERBS: &[&str] =
        &["is", "was", "are", "were", "has", "have", "had", "will", "would", "said", "says", "don't"];
    let words: Vec<&str> = phrase.split(' ').collect();
    let opens = words[0].starts_with(char::is_uppercase) || OPEN.contains(&words[0]);
    let alone =
        words.len() > 1 || words[0].len() > 3 || OPEN[..4].contains(&words[0].to_lowercase().as_str());
    opens && alone && words.len() <= LONGEST && !words.iter().any(|word| VERBS.contains(word))
}

fn same(x: &str, y: &str) -> bool {
    same_name_key(x) == same_name_key(y)
}

fn shown(analysis: &Analysis, saying: &Saying) -> Option<String> {
    let known = saying.source.map(|source| &analysis.sources[source]);
    let written = saying.attribution.source.map(|span| span.of(&analysis.documents[saying.document].text));
    match known {
        Some(source) if !source.vague || written.is_none() => Some(source.name.clone()),
        Some(_) => written.map(one_line),
        None => written.map(one_line).filter(|phrase| looks_like_a_source(phrase)),
    }
}
