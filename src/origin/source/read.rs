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

use super::naming::{Body, Group, Naming, Person, Post, Pronoun, Work};
use super::page::Page;
use super::phrase::{Mark, Word, folded, segments, shown};
use super::proper;
use crate::lexicon::names::{self, Sex};
use crate::lexicon::sources::{self, Noun};

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
        "said", "says", "will", "would", "told",
    ];
    let end = words.iter().position(|word| ENDS.contains(&word.folded.as_str()));
    &words[..end.unwrap_or(words.len())]
}

/// One stretch without a comma.
fn segment(words: &[Word], page: &Page) -> Option<Naming> {
    if let [only] = words
        && let Some(pronoun) = Pronoun::read(&only.folded)
    {
        return Some(Naming::Pronoun(pronoun));
    }
    if let Some(naming) = named_thing(words, page) {
        return Some(naming);
    }
    let (definite, rest) = article(words);
    let owner = rest.iter().position(|word| word.owns).filter(|at| at + 1 < rest.len());
    match owner {
        Some(at) => owned(rest, at + 1, page),
        None if words[0].folded == "the" => {
            plain(rest, definite, page).map(|naming| the_body(naming, rest, page))
        }
        None => plain(rest, definite, page),
    }
}

/// *the Kremlin*, *the Nordic Line*: people have no article.
fn the_body(naming: Naming, words: &[Word], page: &Page) -> Naming {
    let bare = |person: &Person| person.post.is_none() && person.name.len() == words.len();
    match naming {
        Naming::Person(person) if bare(&person) => Naming::Body(proper::proper_body(words, page)),
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
    let title = page.titles.get(crate::lexicon::outlets::bare(&name));
    if let Some(title) = title {
        return Some(Naming::Work(titled(title, page)));
    }
    page.outlet(&name).map(Naming::Outlet)
}

/// A work by its title.
pub(super) fn titled(title: &str, page: &Page) -> Work {
    let kind = page.works.iter().find(|work| work.title == title).map(|work| work.kind);
    let noun = kind.and_then(|kind| sources::key(Noun::Work, kind)).unwrap_or("book");
    Work { noun, title: Some(title.to_owned()), by: None, definite: true, shown: title.to_owned() }
}

/// Without the article or number in front; whether they leave no doubt which one is meant.
fn article<'w, 'a>(words: &'w [Word<'a>]) -> (bool, &'w [Word<'a>]) {
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
        return proper::body(head, page).map(Naming::Body);
    }
    posted(head, definite, page, &of)
        .or_else(|| counted(head, words, page, &of))
        .or_else(|| document(head, definite, page, &of))
        .or_else(|| proper::name(head, page))
}

/// The head, and what stands behind the first preposition that is no part of a name.
fn cut<'w, 'a>(words: &'w [Word<'a>]) -> (&'w [Word<'a>], Option<&'w [Word<'a>]>) {
    const PREPOSITIONS: &[&str] = &[
        "of", "for", "at", "from", "with", "in", "by", "on", "near", "inside", "within", "to", "about",
        "into",
    ];
    let within_name = |at: usize| {
        words[at].folded == "of"
            && at > 0
            && words[at - 1].capital
            && !is_post(&words[at - 1])
            && words.get(at + 1).is_some_and(|next| next.capital)
    };
    let at = (1..words.len()).find(|&at| {
        PREPOSITIONS.contains(&words[at].folded.as_str()) && !words[at].capital && !within_name(at)
    });
    at.map_or((words, None), |at| (&words[..at], Some(&words[at + 1..])))
}

fn is_post(word: &Word) -> bool {
    sources::is(Noun::Officer, &word.folded)
        || sources::is(Noun::Role, &word.folded)
        || names::is_title(&word.folded)
}

/// *police chief Tom Lee*, *Mayor Holm*, *the harbour master*.
fn posted(head: &[Word], definite: bool, page: &Page, of: &dyn Fn() -> Option<Naming>) -> Option<Naming> {
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
    let mut person = proper::person(name, page)?;
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
            return (behind.iter().all(|word| proper::fits(word)) && !is_surname(head, start, end))
                .then_some((start, end));
        }
        if !proper::fits(&head[end - 1]) {
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

fn post(
    head: &[Word],
    (start, end): (usize, usize),
    definite: bool,
    page: &Page,
    of: &dyn Fn() -> Option<Naming>,
) -> Post {
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

/// *officials*, *two people*; officials *of the ministry* speak for the ministry.
fn counted(head: &[Word], all: &[Word], page: &Page, of: &dyn Fn() -> Option<Naming>) -> Option<Naming> {
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
    let group = Naming::Group(Group { shown: shown(page.text, all), single: false, hidden });
    if !SPEAK.contains(&head[head.len() - 1].folded.as_str()) {
        return Some(group);
    }
    let before = &head[..head.len() - length];
    let body = if before.is_empty() { of() } else { segment(before, page) };
    Some(body.filter(|body| matches!(body, Naming::Body(_))).unwrap_or(group))
}

/// *the report*, *a study by the institute*; a statement is its author's.
fn document(head: &[Word], definite: bool, page: &Page, of: &dyn Fn() -> Option<Naming>) -> Option<Naming> {
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
    let by = by.or_else(|| proper::body(before, page).map(Naming::Body));
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

/// The source asked not to be named, or the writer does not name it.
fn is_hidden(words: &[Word], tail: &str) -> bool {
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
fn kept_back(naming: Naming, words: &[Word], page: &Page) -> Naming {
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
