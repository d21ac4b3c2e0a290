//! Whom a pronoun means: only where one candidate is left.
//!
//! Candidates are those named in the same paragraph before it; where nobody is, those of the paragraph before, and of
//! the one before that. A *she* is nobody whom a title or a given name makes a man. Two that fit are nobody.

use std::collections::BTreeSet;

use super::identity::{Id, Register};
use super::name_mentions::Seen;
use super::naming::{Naming, Pronoun};
use super::titles;
use crate::lexicon::names::Sex;

/// How many paragraphs are looked at.
const PARAGRAPHS: usize = 3;
/// What was named further back, in however long a paragraph, is out of mind.
const FAR: usize = 80;

/// The source meant by the pronoun at `seen[index]`; `ids` holds what the namings before it mean.
pub(super) fn antecedent(seen: &[Seen], ids: &[Option<Id>], index: usize, register: &Register) -> Option<Id> {
    let Naming::Pronoun(pronoun) = seen[index].naming else { return None };
    let first = seen[index].paragraph.saturating_sub(PARAGRAPHS - 1);
    for paragraph in (first..=seen[index].paragraph).rev() {
        let start =
            seen[..index].partition_point(|one| one.paragraph < paragraph).max(index.saturating_sub(FAR));
        let end = seen[..index].partition_point(|one| one.paragraph <= paragraph).max(start);
        let named = (start..end).filter(|&at| is_candidate(&seen[at].naming, pronoun));
        let named: Vec<(usize, Option<&Id>)> = named.map(|at| (at, ids[at].as_ref())).collect();
        let unclear = named.iter().any(|&(at, id)| id.is_none() && seen[at].sure);
        let fitting: BTreeSet<&Id> =
            named.iter().filter_map(|(_, id)| *id).filter(|id| fits(id, pronoun, register)).collect();
        if unclear || fitting.len() > 1 {
            return None;
        }
        if let Some(only) = fitting.first() {
            return Some((*only).clone());
        }
    }
    None
}

/// A naming that a pronoun could take up at all; a name of unknown sort may be a person's.
fn is_candidate(naming: &Naming, pronoun: Pronoun) -> bool {
    match pronoun {
        Pronoun::He | Pronoun::She => {
            matches!(naming, Naming::Person(_) | Naming::Post(_) | Naming::Group(_))
        }
        Pronoun::It | Pronoun::They => {
            matches!(
                naming,
                Naming::Body(_) | Naming::Outlet(_) | Naming::Work(_) | Naming::Group(_) | Naming::Post(_)
            )
        }
    }
}

fn fits(id: &Id, pronoun: Pronoun, register: &Register) -> bool {
    match pronoun {
        Pronoun::She => is_person(id) && sex(id, register) != Some(Sex::Male),
        Pronoun::He => is_person(id) && sex(id, register) != Some(Sex::Female),
        Pronoun::It => matches!(id, Id::Body(_) | Id::Outlet(_) | Id::Work(_)),
        Pronoun::They => matches!(id, Id::Body(_) | Id::Group { single: false, .. }),
    }
}

fn is_person(id: &Id) -> bool {
    matches!(id, Id::Human(_) | Id::Post(..) | Id::Group { single: true, .. })
}

fn sex(id: &Id, register: &Register) -> Option<Sex> {
    match id {
        Id::Human(human) => register.people.all[*human].sex(),
        Id::Post(noun, _) => titles::sex(noun),
        Id::Group { shown, .. } => shown.split(' ').rev().find_map(titles::sex),
        Id::Body(_) | Id::Work(_) | Id::Outlet(_) => None,
    }
}
