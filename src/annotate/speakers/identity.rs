//! Which source a naming means, within its document and its event.
//!
//! ```text
//!   Mayor Ana Holm ─┐
//!   Ms Holm        ─┼─► Ana Holm           police ─────────────────┐
//!   the mayor      ─┘                      a police spokesman ─────┼─► police ◄─speaks for─ Tom Lee
//!                                          the Tarnby police force ┘
//! ```
//!
//! An unnamed spokesman *is* the body: there is nobody else to be. A named one stays a person who speaks for it, so
//! that both questions have an answer: whether two outlets heard the same person, and whether they heard one side.

use std::collections::{BTreeMap, BTreeSet};

use super::bodies::{self, Bodies};
use super::document_context::Page;
use super::generic_groups;
use super::name_mentions::Seen;
use super::naming::{Naming, Person, Post, Work};
use super::people::{self, People, only};

use crate::lexicon::{grammar, sources};
use crate::model::{NamedSource, SourceKind};

/// One identity; sorts the same whatever the order of the documents.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Id {
    Human(usize),
    Body(usize),
    /// A post whose holder nobody names, and the words that tell whose it is.
    Post(String, Vec<String>),
    Work(WorkId),
    Outlet(String),
    Group {
        shown: String,
        single: bool,
        hidden: bool,
    },
}

/// *Shattered*; *the report* by somebody; *a report*.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct WorkId {
    noun: &'static str,
    title: Option<String>,
    by: Vec<String>,
    definite: bool,
}

/// Everyone whom the event names.
#[derive(Debug)]
pub(super) struct Register {
    pub people: People,
    pub bodies: Bodies,
    /// Whose each unheld post may be, by noun.
    posts: BTreeMap<String, BTreeSet<Vec<String>>>,
    /// Titles and authors of the works of a noun: in each document, then in the event.
    works: (Vec<BTreeSet<WorkId>>, BTreeSet<WorkId>),
    /// Whom each holder of a post speaks for.
    principals: BTreeMap<Id, BTreeSet<Id>>,
}

impl Register {
    pub fn new(documents: &[Vec<Seen>]) -> Self {
        let bodies = Bodies::new(documents);
        let people = People::new(documents, &|name| bodies.knows(name));
        let works: Vec<BTreeSet<WorkId>> = documents.iter().map(|seen| works(seen)).collect();
        let all = works.iter().flatten().cloned().collect();
        let mut register = Register {
            people,
            bodies,
            posts: BTreeMap::new(),
            works: (works, all),
            principals: BTreeMap::new(),
        };
        register.note_posts(documents);
        register.note_principals(documents);
        register
    }

    fn note_posts(&mut self, documents: &[Vec<Seen>]) {
        for seen in documents.iter().flatten() {
            if let Naming::Post(post) = &seen.naming {
                self.posts.entry(post.noun.clone()).or_default().extend(whose(post));
            }
        }
    }

    fn note_principals(&mut self, documents: &[Vec<Seen>]) {
        for (document, seen) in documents.iter().enumerate() {
            for one in seen {
                let (Naming::Person(Person { post: Some(post), .. }) | Naming::Post(post)) = &one.naming
                else {
                    continue;
                };
                let who = self.id(document, one.at, &one.naming);
                if let Some((who, of)) = who.zip(self.principal(document, one.at, post)) {
                    self.principals.entry(who).or_default().insert(of);
                }
            }
        }
    }

    /// In whose name a source speaks, where the event agrees on it; nobody speaks for itself.
    pub fn speaks_for(&self, id: &Id) -> Option<Id> {
        let others = self.principals.get(id)?.iter().filter(|of| *of != id);
        only(others).filter(|of| matches!(of, Id::Body(_) | Id::Human(_))).cloned()
    }

    /// What is known of a source.
    pub fn source(&self, id: &Id) -> NamedSource {
        let (name, role) = match id {
            Id::Human(human) => (self.people.all[*human].name(), self.people.all[*human].role()),
            Id::Body(body) => (self.bodies.all[*body].name(), None),
            Id::Post(noun, whose) => (post_name(noun, whose), Some(noun.clone())),
            Id::Work(work) => (work.name(), None),
            Id::Outlet(name) => (name.clone(), None),
            Id::Group { shown, .. } => (shown.clone(), None),
        };
        NamedSource { name, kind: id.kind(), vague: id.is_vague(), role, speaks_for: None }
    }

    /// In whose name the holder of a post speaks: a body, or a person who is known.
    pub fn principal(&self, document: usize, at: usize, post: &Post) -> Option<Id> {
        let of = post.of.as_deref().filter(|_| post.officer)?;
        if let Naming::Person(person) = of
            && let Some(human) = self.people.find(document, person)
        {
            return Some(Id::Human(human));
        }
        let body = bodies::employer(post)?;
        self.bodies.find(document, at, &body).map(Id::Body)
    }

    /// The source that a naming means; none where it could mean several. Pronouns are read elsewhere.
    pub fn id(&self, document: usize, at: usize, naming: &Naming) -> Option<Id> {
        match naming {
            Naming::Person(person) => self.person(document, at, person),
            Naming::Post(post) => self.post(document, at, post),
            Naming::Body(body) => self.bodies.find(document, at, body).map(Id::Body),
            Naming::Place(name, shown) => {
                self.bodies.find(document, at, &bodies::proper(name, shown)).map(Id::Body)
            }
            Naming::Work(work) => Some(Id::Work(self.work(document, work))),
            Naming::Outlet(name) => Some(Id::Outlet(name.clone())),
            Naming::Group(group) => {
                Some(Id::Group { shown: in_small(&group.shown), single: group.single, hidden: group.hidden })
            }
            Naming::Pronoun(_) => None,
        }
    }

    /// A lone name may turn out to be a body's: *Nordfrakt*.
    fn person(&self, document: usize, at: usize, person: &Person) -> Option<Id> {
        let body =
            || self.bodies.find(document, at, &bodies::proper(&person.name, &person.shown)).map(Id::Body);
        self.people.find(document, person).map(Id::Human).or_else(body)
    }

    /// *the mayor*: who holds the post, or the post itself.
    fn post(&self, document: usize, at: usize, post: &Post) -> Option<Id> {
        if post.is_mouthpiece() && post.of.is_some() {
            return self.principal(document, at, post);
        }
        let holders = self.people.holders(document, post);
        match holders.len() {
            0 if post.is_mouthpiece() => None,
            0 => Some(Id::Post(post.noun.clone(), self.whose(post))),
            1 => holders.first().copied().map(Id::Human),
            _ => None,
        }
    }

    /// *the mayor* is *the mayor of Tarnby*, if the event knows of no other.
    fn whose(&self, post: &Post) -> Vec<String> {
        let known = self.posts.get(&post.noun);
        let known = whose(post).or_else(|| known.and_then(|all| only(all.iter()).cloned()));
        known.unwrap_or_default()
    }

    fn work(&self, document: usize, work: &Work) -> WorkId {
        let own = work_id(work);
        if own.title.is_some() || !own.by.is_empty() || !own.definite {
            return own;
        }
        let of_noun = |all: &BTreeSet<WorkId>| only(all.iter().filter(|one| one.noun == own.noun)).cloned();
        of_noun(&self.works.0[document]).or_else(|| of_noun(&self.works.1)).unwrap_or(own)
    }
}

/// *Officials* at the head of a sentence are *officials*.
fn in_small(shown: &str) -> String {
    let first = shown.split(' ').next().unwrap_or_default();
    let word = first.to_lowercase();
    let noun = sources::is_part(&word) || grammar::is_function(&word);
    if noun { format!("{word}{}", &shown[first.len()..]) } else { shown.to_owned() }
}

/// *mayor of tarnby*: a post that nobody holds by name.
fn post_name(noun: &str, whose: &[String]) -> String {
    if whose.is_empty() { noun.to_owned() } else { format!("{noun} ({})", whose.join(" ")) }
}

/// The identity of a work that is known by its title.
pub(super) fn of_title(title: &str, page: &Page) -> WorkId {
    work_id(&generic_groups::titled(title, page))
}

fn whose(post: &Post) -> Option<Vec<String>> {
    post.of.as_deref().map(people::words).filter(|words| !words.is_empty())
}

/// The works of a document that have a title or an author.
fn works(seen: &[Seen]) -> BTreeSet<WorkId> {
    let named = seen.iter().filter_map(|one| match &one.naming {
        Naming::Work(work) => Some(work_id(work)),
        _ => None,
    });
    named.filter(|work| work.title.is_some() || !work.by.is_empty()).collect()
}

fn work_id(work: &Work) -> WorkId {
    // A title is enough to know a work by, whatever it is called besides.
    let by = if work.title.is_some() { None } else { work.by.as_deref() };
    WorkId {
        noun: work.noun,
        title: work.title.clone(),
        by: by.map(people::words).unwrap_or_default(),
        definite: work.definite || work.title.is_some() || by.is_some(),
    }
}

impl WorkId {
    pub fn name(&self) -> String {
        match &self.title {
            Some(title) => title.clone(),
            None if self.by.is_empty() => self.noun.to_owned(),
            None => format!("{} {}", self.by.join(" "), self.noun),
        }
    }
}

impl Id {
    pub fn kind(&self) -> SourceKind {
        match self {
            Id::Human(_) | Id::Post(..) => SourceKind::Person,
            Id::Body(_) => SourceKind::Organisation,
            Id::Work(_) => SourceKind::Document,
            Id::Outlet(_) => SourceKind::Outlet,
            Id::Group { single: true, hidden: false, .. } => SourceKind::Person,
            Id::Group { .. } => SourceKind::Anonymous,
        }
    }

    /// Two namings of it need not be the same.
    pub fn is_vague(&self) -> bool {
        match self {
            Id::Group { .. } => true,
            Id::Work(work) => !work.definite,
            Id::Human(_) | Id::Post(..) | Id::Body(_) | Id::Outlet(_) => false,
        }
    }
}
