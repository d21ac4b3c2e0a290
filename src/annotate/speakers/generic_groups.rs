//! Groups of nobody in particular, and documents: *officials*, *two witnesses*, *a report by the board*.

use super::document_context::Page;
use super::name_shape;
use super::naming::{Group, Naming, Work};
use super::phrase::{Word, folded, shown};
use super::source_phrase::{Tail, segment};
use crate::lexicon::sources::{self, Noun};

/// *officials*, *two people*; officials *of the ministry* speak for the ministry.
pub(super) fn counted(head: &[Word], all: &[Word], page: &Page, of: Tail) -> Option<Naming> {
    const SPEAK: &[&str] =
        &["officials", "spokesmen", "spokespeople", "spokespersons", "representatives", "officers"];
    const AFTER: usize = 2;
    let words = folded(head);
    let ends =
        (1..=head.len()).rev().take(AFTER).take_while(|&end| head[end..].iter().all(|word| !word.capital));
    let found = |end: usize| sources::ending(&words[..end], &[Noun::Body, Noun::Hidden, Noun::Vague]);
    let (length, kind, _) = ends.clone().find_map(found)?;
    if kind == Noun::Body {
        return None;
    }
    let hidden = kind == Noun::Hidden;
    let acts = head.len() > 1 && head[0].folded.ends_with("ing") && all.len() == head.len();
    if acts && head[0].folded.len() > 5 && !head[0].capital {
        // *allowing doctors* is no group of doctors.
        return None;
    }
    let group = Naming::Group(Group { shown: shown(page.text, all), single: false, hidden });
    if !SPEAK.contains(&head[head.len() - 1].folded.as_str()) {
        return Some(group);
    }
    let before = &head[..head.len() - length];
    let body = if before.is_empty() { of() } else { segment(before, page) };
    Some(body.filter(|body| matches!(body, Naming::Body(_))).unwrap_or(group))
}

/// *the report*, *a study by the institute*; a statement is its author's.
pub(super) fn document(head: &[Word], definite: bool, page: &Page, of: Tail) -> Option<Naming> {
    let names = head.iter().rev().take_while(|word| word.capital).count();
    let (kinds, words) = (&[Noun::Work, Noun::Post][..], folded(head));
    let whole = sources::ending(&words, kinds).map(|found| (head.len(), found));
    let titled =
        || sources::ending(&words[..head.len() - names], kinds).map(|found| (head.len() - names, found));
    let (end, (length, kind, noun)) = whole.or_else(titled)?;
    if kind == Noun::Post {
        return of().or_else(|| Some(Naming::Work(work(noun, head, definite, page))));
    }
    let title = Some(shown(page.text, &head[end..])).filter(|title| !title.is_empty());
    let before = &head[..end - length];
    let by = of().filter(|by| matches!(by, Naming::Body(_) | Naming::Person(_) | Naming::Post(_)));
    let by = by.or_else(|| name_shape::body(before, page).map(Naming::Body));
    let called = page
        .works
        .iter()
        .find(|work| definite && by.is_none() && sources::key(Noun::Work, work.kind) == Some(noun));
    let title = title.or_else(|| called.map(|work| work.title.clone()));
    Some(Naming::Work(Work { title, by: by.map(Box::new), ..work(noun, head, definite, page) }))
}

fn work(noun: &'static str, head: &[Word], definite: bool, page: &Page) -> Work {
    Work { noun, title: None, by: None, definite, shown: shown(page.text, head) }
}

/// A work by its title.
pub(super) fn titled(title: &str, page: &Page) -> Work {
    let kind = page.works.iter().find(|work| work.title == title).map(|work| work.kind);
    let noun = kind.and_then(|kind| sources::key(Noun::Work, kind)).unwrap_or("book");
    Work { noun, title: Some(title.to_owned()), by: None, definite: true, shown: title.to_owned() }
}
