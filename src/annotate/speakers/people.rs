//! Which names are one person's: *Holm*, *Ana Holm*, *Mayor Holm*, *Bob* and *Robert Ekdal*.
//!
//! Full names of one surname are one person if the given names can be one. A bare surname is the one person whom its
//! document, or else the event, names in full; where it could be two it is nobody. Names are taken in alphabetical
//! order, so the order of the documents changes nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::name_mentions::Seen;
use super::naming::{Naming, Person, Post};
use crate::lexicon::names::Sex;
use crate::lexicon::nicknames;

/// One person of the event.
#[derive(Clone, Debug, Default)]
pub(super) struct Human {
    names: BTreeSet<Vec<String>>,
    shown: BTreeSet<String>,
    sexes: BTreeSet<Sex>,
    pub posts: BTreeSet<Post>,
}

impl Human {
    /// The fullest name.
    pub fn name(&self) -> String {
        let fullest = self.shown.iter().max_by_key(|name| (name.split(' ').count(), name.chars().count()));
        fullest.cloned().unwrap_or_default()
    }

    /// The post it is most fully described by.
    pub fn role(&self) -> Option<String> {
        let nouns = self.posts.iter().map(|post| &post.noun);
        nouns.max_by_key(|noun| (noun.len(), std::cmp::Reverse((*noun).clone()))).cloned()
    }

    pub fn sex(&self) -> Option<Sex> {
        self.sexes.first().copied().filter(|_| self.sexes.len() == 1)
    }
}

#[derive(Debug, Default)]
pub(super) struct People {
    pub all: Vec<Human>,
    by_name: BTreeMap<Vec<String>, usize>,
    by_surname: BTreeMap<String, BTreeSet<usize>>,
    by_word: BTreeMap<String, BTreeSet<usize>>,
    /// For each document, whom it names in full.
    named: Vec<BTreeSet<usize>>,
}

impl People {
    /// The people of an event; a lone name that `is_body` knows is none.
    pub fn new(documents: &[Vec<Seen>], is_body: &dyn Fn(&[String]) -> bool) -> Self {
        let sure = documents.iter().flatten().filter(|seen| seen.sure).filter_map(person);
        let names: BTreeSet<Vec<String>> = sure.map(|person| person.name.clone()).collect();
        let mut people = People::default();
        names.iter().filter(|name| name.len() > 1).for_each(|name| people.add(name));
        people.join_initials();
        for name in names.iter().filter(|name| name.len() == 1 && !is_body(name)) {
            if !people.by_word.contains_key(&name[0]) {
                people.add(name);
            }
        }
        people.named = documents.iter().map(|seen| people.named_in_full(seen)).collect();
        people.describe(documents);
        people
    }

    /// Joins the name to the first person of the surname whose given names agree.
    fn add(&mut self, name: &[String]) {
        let surname = name[name.len() - 1].clone();
        let known = self.by_surname.get(&surname).into_iter().flatten().copied();
        let mut same = known.filter(|&at| self.all[at].names.iter().all(|other| agree(name, other)));
        let at = same.next().unwrap_or(self.all.len());
        if at == self.all.len() {
            self.all.push(Human::default());
        }
        self.all[at].names.insert(name.to_vec());
        self.by_name.insert(name.to_vec(), at);
        self.by_surname.entry(surname).or_default().insert(at);
        for word in name {
            self.by_word.entry(word.clone()).or_default().insert(at);
        }
    }

    /// *A. Holm* may have met *Ana Holm* before *Arne Holm* came: with two of them it is neither.
    fn join_initials(&mut self) {
        let initials: Vec<Vec<String>> =
            self.by_name.keys().filter(|name| name[0].chars().count() == 1).cloned().collect();
        for name in initials {
            let fits = |at: &&usize| {
                self.all[**at].names.iter().any(|other| agree(&name, other) && other[0].len() > 1)
            };
            let count = self.by_surname[&name[name.len() - 1]].iter().filter(fits).count();
            if count > 1 {
                let at = self.by_name[&name];
                self.all[at].names.remove(&name);
                self.by_name.remove(&name);
            }
        }
    }

    fn named_in_full(&self, seen: &[Seen]) -> BTreeSet<usize> {
        seen.iter().filter_map(person).filter_map(|person| self.by_name.get(&person.name)).copied().collect()
    }

    /// Posts, sexes and spellings, from every naming that can be resolved.
    fn describe(&mut self, documents: &[Vec<Seen>]) {
        for (document, seen) in documents.iter().enumerate() {
            for person in seen.iter().filter_map(person) {
                if let Some(at) = self.find(document, person) {
                    let human = &mut self.all[at];
                    human.shown.insert(person.shown.clone());
                    human.sexes.extend(person.sex);
                    human.posts.extend(person.post.clone());
                }
            }
        }
    }

    /// The one person meant, in this document.
    pub fn find(&self, document: usize, person: &Person) -> Option<usize> {
        if person.name.len() > 1 {
            return self.by_name.get(&person.name).copied();
        }
        let word = &person.name[0];
        let all = self.by_surname.get(word).or_else(|| self.by_word.get(word))?;
        let fits = |at: &usize| self.fits(*at, person);
        let here: Vec<usize> = all.iter().copied().filter(|at| self.named[document].contains(at)).collect();
        match here.len() {
            0 => only(all.iter().copied().filter(fits)),
            1 => here.first().copied().filter(fits),
            _ => only(here.into_iter().filter(fits)),
        }
    }

    /// Neither sex nor post speaks against it; a post that only another holder of the surname has does.
    fn fits(&self, at: usize, person: &Person) -> bool {
        let human = &self.all[at];
        let sex = person.sex.is_none() || human.sex().is_none() || person.sex == human.sex();
        let held = |at: usize, post: &Post| self.all[at].posts.iter().any(|held| same_post(held, post));
        let taken = person.post.as_ref().is_some_and(|post| {
            let others = self.by_surname.get(&person.name[0]).into_iter().flatten();
            !held(at, post) && others.copied().any(|other| other != at && held(other, post))
        });
        sex && !taken
    }

    /// Those of a document (of the event, where the document has none) who hold a post.
    pub fn holders(&self, document: usize, post: &Post) -> BTreeSet<usize> {
        let holds = |at: &usize| self.all[*at].posts.iter().any(|held| same_post(held, post));
        let here: BTreeSet<usize> = self.named[document].iter().copied().filter(holds).collect();
        if here.is_empty() { (0..self.all.len()).filter(holds).collect() } else { here }
    }
}

fn person(seen: &Seen) -> Option<&Person> {
    match &seen.naming {
        Naming::Person(person) => Some(person),
        _ => None,
    }
}

/// The only one there is.
pub(super) fn only<T>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next()?;
    all.next().is_none().then_some(first)
}

/// Two full names of one surname that can be one person's.
fn agree(x: &[String], y: &[String]) -> bool {
    let given = |p: &String, q: &String| nicknames::same(p, q) || initial(p, q);
    let (longer, shorter) = if x.len() >= y.len() { (x, y) } else { (y, x) };
    let (long, short) = (&longer[..longer.len() - 1], &shorter[..shorter.len() - 1]);
    let aligned = long.len() == short.len() && long.iter().zip(short).all(|(p, q)| given(p, q));
    let shortened = long.len() > short.len()
        && (given(&long[0], &short[0]) && short[1..].iter().all(|word| long.contains(word))
            || short.iter().all(|word| long.contains(word)));
    aligned || shortened
}

fn initial(x: &str, y: &str) -> bool {
    let is_initial = |word: &str| word.chars().count() == 1;
    (is_initial(x) || is_initial(y)) && x.chars().next() == y.chars().next()
}

/// One post, told more or less finely: *the chief* and *the police chief*, not *the mayor* and *the deputy mayor*.
pub(super) fn same_post(x: &Post, y: &Post) -> bool {
    const OTHER: &[&str] = &["vice", "deputy", "former", "ex", "assistant", "late", "acting"];
    let (longer, shorter) =
        if x.noun.len() >= y.noun.len() { (&x.noun, &y.noun) } else { (&y.noun, &x.noun) };
    let finer = longer.strip_suffix(shorter.as_str()).filter(|rest| rest.is_empty() || rest.ends_with(' '));
    let same = finer.is_some_and(|rest| !rest.split(' ').any(|word| OTHER.contains(&word)));
    let both_of = x.of.as_deref().zip(y.of.as_deref());
    same && both_of.is_none_or(|(x, y)| overlap(&words(x), &words(y)))
}

/// The words that name whose post it is.
pub(super) fn words(naming: &Naming) -> Vec<String> {
    match naming {
        Naming::Person(person) => person.name.clone(),
        Naming::Body(body) => body.name.clone(),
        Naming::Place(name, _) => name.clone(),
        Naming::Post(post) => vec![post.noun.clone()],
        Naming::Outlet(name) => vec![name.to_lowercase()],
        Naming::Work(_) | Naming::Group(_) | Naming::Pronoun(_) => Vec::new(),
    }
}

fn overlap(x: &[String], y: &[String]) -> bool {
    x.is_empty() || y.is_empty() || x.iter().any(|word| y.contains(word))
}
