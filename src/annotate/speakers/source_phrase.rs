//! A source phrase taken apart.
//!
//! ```text
//!   Tarnby police chief Tom Lee          of: Tarnby police · post: chief · name: Tom Lee
//!   Tom Lee, a spokesman for the port    name · post: spokesman · of: port
//!   the hospital's spokeswoman           of: hospital · post: spokeswoman
//!   two people familiar with the matter  nobody in particular
//! ```
//!
//! Commas part the phrase; the nouns of `data/lexicon/sources.tsv` tell what its parts are. What is not understood is
//! no source.

use super::anonymous::{is_hidden, kept_back};
use super::document_context::Page;
use super::generic_groups::{counted, document, titled};
use super::name_shape;
use super::naming::{Body, Naming, Person, Post, Pronoun, Work};
use super::people::only;
use super::phrase::{Word, segments, shown};
use super::titles::{is_post, posted};
use crate::lexicon::names;
use crate::lexicon::outlets;
use crate::lexicon::sources::{self, Noun};

/// Reads what stands behind a head's preposition, when it is asked for.
pub(super) type Tail<'t> = &'t dyn Fn() -> Option<Naming>;

/// What the words of a source phrase name; `tail` is what follows them in the sentence.
pub(super) fn read(words: &[Word], tail: &str, page: &Page) -> Option<Naming> {
    let words = own_words(words);
    let parts = segments(words);
    let (at, main) =
        parts.iter().enumerate().find_map(|(at, part)| segment(part, page).map(|read| (at, read)))?;
    let naming = parts[at + 1..].iter().fold(main, |naming, part| apposed(naming, part, page));
    Some(if is_hidden(words, tail) { kept_back(naming, words, page) } else { naming })
}

/// Without the relative clause behind the name, and without a verb that slipped in.
fn own_words<'w, 'a>(words: &'w [Word<'a>]) -> &'w [Word<'a>] {
    const ENDS: &[&str] = &[
        "who", "whom", "whose", "which", "where", "when", "has", "have", "had", "is", "was", "were", "are",
        "said", "says", "will", "would", "told", "could", "can", "may", "might", "should", "does", "did",
        "do",
    ];
    let end = words.iter().position(|word| ENDS.contains(&word.folded.as_str()));
    &words[..end.unwrap_or(words.len())]
}

/// One stretch without a comma.
pub(super) fn segment(words: &[Word], page: &Page) -> Option<Naming> {
    // *who had seen it*: a phrase may be nothing but a relative clause.
    let first = words.first()?;
    if let [only] = words
        && let Some(pronoun) = Pronoun::read(&only.folded)
    {
        return Some(Naming::Pronoun(pronoun));
    }
    if let Some(naming) = named_thing(words, page).or_else(|| the_work(words, page)) {
        return Some(naming);
    }
    let (definite, rest) = article(words);
    let owner = cut(rest).0.iter().position(|word| word.owns).filter(|at| at + 1 < rest.len());
    match owner {
        Some(at) => owned(rest, at + 1, page),
        None if first.folded == "the" => {
            plain(rest, definite, page).map(|naming| the_body(naming, rest, page))
        }
        None => plain(rest, definite, page),
    }
}

/// *the Kremlin*, *the Nordic Line*: people have no article.
fn the_body(naming: Naming, words: &[Word], page: &Page) -> Naming {
    let bare = |person: &Person| person.post.is_none() && person.name.len() == words.len();
    match naming {
        Naming::Person(person) if bare(&person) => Naming::Body(name_shape::proper_body(words, page)),
        other => other,
    }
}

/// An outlet or a work by its own name.
fn named_thing(words: &[Word], page: &Page) -> Option<Naming> {
    let name = shown(page.text, words);
    let capital = words.iter().find(|word| word.folded != "the")?.capital;
    if !capital {
        return None;
    }
    let title = page.titles.get(outlets::bare(&name));
    if let Some(title) = title {
        return Some(Naming::Work(titled(title, page)));
    }
    page.outlet(&name).map(Naming::Outlet)
}

/// *the book*, though a verb may have slipped in behind it: *the book sidesteps an answer*.
fn the_work(words: &[Word], page: &Page) -> Option<Naming> {
    let [the, noun, ..] = words else { return None };
    let kind = sources::key(Noun::Work, &noun.folded).filter(|_| the.folded == "the" && !noun.capital)?;
    let of_kind = page.works.iter().filter(|work| sources::key(Noun::Work, work.kind) == Some(kind));
    let title = only(of_kind.map(|work| work.title.as_str()))?;
    let more = words.get(2).is_some_and(|next| next.capital || next.folded == "by" || next.folded == "of");
    (!more).then(|| Naming::Work(titled(title, page)))
}

/// Without the article or number in front; whether they leave no doubt which one is meant.
pub(super) fn article<'w, 'a>(words: &'w [Word<'a>]) -> (bool, &'w [Word<'a>]) {
    const DEFINITE: &[&str] =
        &["the", "this", "that", "his", "her", "their", "its", "our", "these", "those", "both"];
    const OPEN: &[&str] = &[
        "a", "an", "one", "another", "two", "three", "four", "five", "six", "several", "some", "many", "any",
        "other",
    ];
    let mut definite = true;
    let mut at = 0;
    while at + 1 < words.len() {
        let word = words[at].folded.as_str();
        let open = OPEN.contains(&word) || word.starts_with(|c: char| c.is_ascii_digit());
        if !open && !DEFINITE.contains(&word) {
            break;
        }
        definite &= !open;
        at += 1;
    }
    (definite, &words[at..])
}

/// *the hospital's spokeswoman*, *the council's report*, *Norvik's mayor Ana Holm*.
fn owned(words: &[Word], at: usize, page: &Page) -> Option<Naming> {
    let of = segment(&words[..at], page);
    let (definite, rest) = article(&words[at..]);
    match plain(rest, definite, page)? {
        Naming::Post(post) => Some(Naming::Post(Post { of: post.of.or(of.map(Box::new)), ..post })),
        Naming::Person(mut person) => {
            person.post.iter_mut().for_each(|post| post.of = post.of.take().or(of.clone().map(Box::new)));
            Some(Naming::Person(person))
        }
        Naming::Body(body) => Some(Naming::Body(body_of(&words[..at], body, shown(page.text, words)))),
        Naming::Work(work) if sources::is(Noun::Post, work.noun) => of,
        Naming::Work(work) => Some(Naming::Work(Work { by: of.map(Box::new), ..work })),
        other => Some(other),
    }
}

/// *Tarnby's council* is the Tarnby council.
fn body_of(owner: &[Word], body: Body, shown: String) -> Body {
    let mut name: Vec<String> = owner.iter().map(|word| word.folded.clone()).collect();
    name.extend(body.name);
    Body { name, shown, general: body.general && !owner.iter().any(|word| word.capital), ..body }
}

/// A noun phrase without an owner: a head, and what a preposition adds.
fn plain(words: &[Word], definite: bool, page: &Page) -> Option<Naming> {
    let (head, tail) = cut(words);
    let of = || tail.and_then(|tail| segment(tail, page));
    if head.is_empty() || head.iter().any(|word| ["and", "or"].contains(&word.folded.as_str())) {
        return name_shape::body(head, page).map(Naming::Body);
    }
    posted(head, definite, page, &of)
        .or_else(|| counted(head, words, page, &of))
        .or_else(|| name_shape::outlet(head, page).map(Naming::Outlet))
        .or_else(|| document(head, definite, page, &of))
        .or_else(|| name_shape::name(head, page))
}

/// The head, and what stands behind the first preposition that is no part of a name.
fn cut<'w, 'a>(words: &'w [Word<'a>]) -> (&'w [Word<'a>], Option<&'w [Word<'a>]>) {
    const PREPOSITIONS: &[&str] = &[
        "of", "for", "at", "from", "with", "in", "by", "on", "near", "inside", "within", "to", "about",
        "into",
    ];
    // *Bank of Tarnby* is one name; *Senator Ada Venn of Delaware* is hers and a place.
    let is_person = |before: &[Word]| {
        before.iter().any(is_post) || before.iter().any(|word| names::is_given(&word.folded))
    };
    let within_name = |at: usize| {
        words[at].folded == "of"
            && at > 0
            && words[at - 1].capital
            && !is_person(&words[..at])
            && words.get(at + 1).is_some_and(|next| next.capital)
    };
    let at = (1..words.len()).find(|&at| {
        PREPOSITIONS.contains(&words[at].folded.as_str()) && !words[at].capital && !within_name(at)
    });
    at.map_or((words, None), |at| (&words[..at], Some(&words[at + 1..])))
}

/// What stands behind the comma: *Ana Holm, the mayor* and *the mayor, Ana Holm*.
fn apposed(naming: Naming, part: &[Word], page: &Page) -> Naming {
    let Some(other) = segment(part, page) else { return naming };
    match (naming, other) {
        (Naming::Person(person), Naming::Post(post)) => Naming::Person(with_post(person, post)),
        (Naming::Person(person), Naming::Group(group)) if group.single => {
            Naming::Person(described(person, part, page))
        }
        (Naming::Post(post), Naming::Person(person)) => Naming::Person(with_post(person, post)),
        (Naming::Group(group), Naming::Person(person)) if group.single => Naming::Person(person),
        (Naming::Body(body), Naming::Body(other)) if body.general && !other.general => {
            Naming::Body(Body { company: body.company || other.company, ..other })
        }
        (Naming::Work(work), Naming::Work(other)) if work.title.is_none() => Naming::Work(other),
        (naming, _) => naming,
    }
}

fn with_post(person: Person, post: Post) -> Person {
    Person { sex: post.sex.or(person.sex), post: person.post.or(Some(post)), ..person }
}

/// *Otto Lund, a fisherman*: whoever has a name has the post for sure.
fn described(person: Person, part: &[Word], page: &Page) -> Person {
    let (_, words) = article(part);
    match plain(words, true, page) {
        Some(Naming::Post(post)) => with_post(person, post),
        _ => person,
    }
}
