//! What a source phrase calls its source: a person, a post, a body, a document, an outlet, nobody in particular.

use crate::lexicon::names::Sex;

/// A source as one phrase names it; which one that is, [`identity`](super::identity) tells.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Naming {
    Person(Person),
    Post(Post),
    Body(Body),
    Work(Work),
    Outlet(String),
    Group(Group),
    Place(Vec<String>, String),
    Pronoun(Pronoun),
}

/// *Mayor Ana Holm*, *Ms Holm*, *Tom Lee, a spokesman for the police*.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Person {
    /// Folded, the surname last.
    pub name: Vec<String>,
    pub shown: String,
    pub sex: Option<Sex>,
    pub post: Option<Post>,
}

/// *the mayor*, *the hospital's spokeswoman*.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Post {
    /// *mayor*, *deputy mayor*, *chief executive*.
    pub noun: String,
    /// Speaks in the name of the body.
    pub officer: bool,
    pub of: Option<Box<Naming>>,
    /// *the mayor*, not *a mayor*.
    pub definite: bool,
    pub sex: Option<Sex>,
    pub shown: String,
}

impl Post {
    /// Spokesmen and the like say what their body says.
    pub fn is_mouthpiece(&self) -> bool {
        const MOUTHPIECES: &[&str] = &[
            "spokesman",
            "spokeswoman",
            "spokesperson",
            "official",
            "press officer",
            "representative",
            "press secretary",
        ];
        MOUTHPIECES.iter().any(|noun| self.noun.ends_with(noun))
    }
}

/// *Tarnby police*, *the Harbour Board*, *the department*, *Nordfrakt*.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Body {
    /// Folded, without an article; the noun at the end under its key: `[tarnby, police]` for *Tarnby Police Department*.
    pub name: Vec<String>,
    pub shown: String,
    pub noun: Option<&'static str>,
    /// *the department*: only a name says which.
    pub general: bool,
    pub company: bool,
}

/// *the report*, *Shattered*.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Work {
    pub noun: &'static str,
    pub title: Option<String>,
    /// Whose it is: *a report by the Harbour Board*.
    pub by: Option<Box<Naming>>,
    /// *a report*, *reports*: any.
    pub definite: bool,
    pub shown: String,
}

/// *officials*, *two people familiar with the matter*, *a teacher*.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Group {
    pub shown: String,
    /// One person, whom the text does not name.
    pub single: bool,
    /// Kept back: *a source*, *people familiar with the matter*.
    pub hidden: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Pronoun {
    She,
    He,
    It,
    They,
}

impl Pronoun {
    pub fn read(folded: &str) -> Option<Self> {
        match folded {
            "she" | "her" => Some(Pronoun::She),
            "he" | "him" => Some(Pronoun::He),
            "it" => Some(Pronoun::It),
            "they" | "them" => Some(Pronoun::They),
            _ => None,
        }
    }
}
