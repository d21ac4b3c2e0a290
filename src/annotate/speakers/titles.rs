//! Posts and who holds them: *police chief Tom Lee*, *the hospital's spokeswoman*.

use super::document_context::Page;
use super::name_shape;
use super::naming::{Group, Naming, Post};
use super::phrase::{Word, folded, shown};
use super::source_phrase::{Tail, segment};
use crate::lexicon::names::{self, Sex};
use crate::lexicon::sources::{self, Noun};

/// *police chief Tom Lee*, *Mayor Holm*, *the harbour master*.
pub(super) fn posted(head: &[Word], definite: bool, page: &Page, of: Tail) -> Option<Naming> {
    let (start, end) = post_at(head)?;
    let name = &head[end..];
    let post = post(head, (start, end), definite, page, of);
    if name.is_empty() {
        return match definite {
            true => Some(Naming::Post(post)),
            false if post.of.is_some() && post.is_mouthpiece() => Some(Naming::Post(post)),
            false => {
                Some(Naming::Group(Group { shown: shown(page.text, head), single: true, hidden: false }))
            }
        };
    }
    let mut person = name_shape::person(name, page)?;
    person.sex = post.sex.or(person.sex);
    person.post = Some(post).filter(|post| !is_courtesy(&post.noun));
    Some(Naming::Person(person))
}

fn is_courtesy(noun: &str) -> bool {
    const COURTESIES: &[&str] =
        &["mr", "mrs", "ms", "miss", "mx", "sir", "dame", "lord", "lady", "dr", "prof"];
    COURTESIES.contains(&noun)
}

/// Where the last noun of a post stands, if everything behind it is a name: `police [chief] Tom Lee`.
fn post_at(head: &[Word]) -> Option<(usize, usize)> {
    let words = folded(head);
    for end in (1..=head.len()).rev() {
        let found = sources::ending(&words[..end], &[Noun::Officer, Noun::Role]).map(|(length, ..)| length);
        let titled = || names::is_title(words[end - 1]).then_some(1);
        if let Some(length) = found.or_else(titled) {
            let start = end - length;
            let behind = &head[end..];
            return (behind.iter().all(|word| name_shape::fits(word)) && !is_surname(head, start, end))
                .then_some((start, end));
        }
        if !name_shape::fits(&head[end - 1]) {
            return None;
        }
    }
    None
}

/// *Tom Baker*, *Ana King*, *Baker*: the last word of a name, though it is a trade elsewhere.
fn is_surname(head: &[Word], start: usize, end: usize) -> bool {
    let given = start > 0
        && head[start].capital
        && names::is_given(&head[start - 1].folded)
        && head[start - 1].capital;
    let alone = head.len() == 1
        && head[0].capital
        && sources::is(Noun::Role, &head[0].folded)
        && !names::is_title(&head[0].folded);
    end == head.len() && end - start == 1 && (given || alone)
}

fn post(head: &[Word], (start, end): (usize, usize), definite: bool, page: &Page, of: Tail) -> Post {
    const PASSING: &[&str] =
        &["retired", "veteran", "senior", "longtime", "then", "local", "newly", "elected", "co", "duty"];
    let from = (0..start)
        .rev()
        .take_while(|&at| sources::is(Noun::Between, &head[at].folded))
        .last()
        .unwrap_or(start);
    let words =
        head[from..end].iter().map(|word| word.folded.as_str()).filter(|word| !PASSING.contains(word));
    let noun = words.collect::<Vec<_>>().join(" ");
    let last = folded(&head[start..end]).join(" ");
    let before = if from > 0 { segment(&head[..from], page) } else { None };
    Post {
        officer: sources::is(Noun::Officer, &last),
        sex: sex(&last),
        of: before.or_else(of).map(Box::new),
        definite,
        shown: shown(page.text, &head[..end]),
        noun,
    }
}

/// What a noun tells of the sex of whoever it names.
pub(super) fn sex(noun: &str) -> Option<Sex> {
    match () {
        () if sources::is(Noun::Female, noun) => Some(Sex::Female),
        () if sources::is(Noun::Male, noun) => Some(Sex::Male),
        () => None,
    }
}

pub(super) fn is_post(word: &Word) -> bool {
    sources::is(Noun::Officer, &word.folded)
        || sources::is(Noun::Role, &word.folded)
        || names::is_title(&word.folded)
}
