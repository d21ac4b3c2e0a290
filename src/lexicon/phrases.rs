//! Expressions of several words, and short forms, that stand for one thing: *drunken driving* and *DUI*, *took
//! over* and *assumed control*, *United States* and *American*.
//!
//! ```text
//!   phrases.tsv, aliases.tsv      a set a line: its first member names it
//!   demonyms, place_aliases       other name, place: the place names it
//! ```
//!
//! A member written in capitals only (*US*, *WHO*) is found in capitals only. One in two sets belongs to the first.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{aliases, rows};
use crate::text::{Token, stem, tokens};

static PHRASES: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/phrases.tsv"));

/// What a stretch of words stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Meaning {
    /// The stems behind the first one.
    rest: Vec<String>,
    capitals: bool,
    key: String,
    proper: bool,
}

/// By first stem; longest first, then in the order of the lists.
static MEANINGS: LazyLock<HashMap<String, Vec<Meaning>>> = LazyLock::new(|| {
    let mut meanings: HashMap<String, Vec<Meaning>> = HashMap::new();
    for row in rows(PHRASES) {
        let first = row[0].split('|').next().unwrap_or_default();
        row[0].split('|').for_each(|member| note(&mut meanings, member, first, false));
    }
    for (member, place) in aliases::pairs() {
        note(&mut meanings, member, place, true);
    }
    meanings.values_mut().for_each(|list| list.sort_by_key(|meaning| std::cmp::Reverse(meaning.rest.len())));
    meanings
});

fn note(meanings: &mut HashMap<String, Vec<Meaning>>, member: &str, name: &str, proper: bool) {
    let mut stems = tokens(member).iter().map(form).collect::<Vec<_>>().into_iter();
    let Some(first) = stems.next() else { return };
    let rest = stems.collect();
    let capitals = !member.contains(char::is_lowercase) && member.chars().filter(|c| c.is_uppercase()).count() > 1;
    meanings.entry(first).or_default().push(Meaning { rest, capitals, key: key(name), proper });
}

/// The stem, without the periods of an abbreviation.
fn form(token: &Token) -> String {
    match token.folded.contains('.') {
        true => stem(&token.folded.replace('.', "")),
        false => token.stem.clone(),
    }
}

/// The name of a set as a stem, or as several parted by a space.
fn key(name: &str) -> String {
    tokens(name).iter().map(form).collect::<Vec<_>>().join(" ")
}

/// The longest listed expression that begins at token `at`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// How many tokens it takes.
    pub length: usize,
    /// What stands for every member of its set.
    pub key: &'static str,
    /// A name of a place, a people, a body.
    pub proper: bool,
}

/// What stands at token `at`, if the lists know it.
pub fn phrase(text: &str, tokens: &[Token], at: usize) -> Option<Phrase> {
    let found = MEANINGS.get(&form(&tokens[at]))?.iter().find(|meaning| {
        let rest = &tokens[at + 1..];
        meaning.rest.len() <= rest.len()
            && meaning.rest.iter().zip(rest).all(|(stem, token)| *stem == form(token))
            && (!meaning.proper || tokens[at].is_capitalised(text))
            && (!meaning.capitals || (at..=at + meaning.rest.len()).all(|token| in_capitals(text, &tokens[token])))
    })?;
    Some(Phrase { length: 1 + found.rest.len(), key: &found.key, proper: found.proper })
}

fn in_capitals(text: &str, token: &Token) -> bool {
    !token.span.of(text).contains(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key_of(text: &str) -> Option<&'static str> {
        phrase(text, &tokens(text), 0).map(|phrase| phrase.key)
    }

    #[test]
    fn members_of_a_set_have_one_key() {
        for (a, b) in [("drunken driving", "DUI"), ("U.S. troops", "American troops"), ("Chinese", "China's")] {
            assert!(key_of(a).is_some(), "{a}");
            assert_eq!(key_of(a), key_of(b), "{a} {b}");
        }
    }

    #[test]
    fn capitals_count_where_the_list_writes_them() {
        assert_eq!(key_of("us too"), None);
        assert_eq!(key_of("turkey for dinner"), None);
    }
}
