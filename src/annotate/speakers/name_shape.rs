//! Names of people and of bodies: which of the two a run of capitals is.

use super::document_context::Page;
use super::naming::{Body, Naming, Person};
use super::phrase::{Word, folded, shown};
use crate::lexicon::sources::{self, Noun};
use crate::lexicon::{frequency, grammar, names, wordnet};
use crate::text;

const BODIES: &[Noun] = &[Noun::Body, Noun::General, Noun::Company];

/// Whether a word can stand in a name: a capital, a particle, an initial.
pub(super) fn fits(word: &Word) -> bool {
    word.capital || is_particle(&word.folded)
}

fn is_particle(folded: &str) -> bool {
    const PARTICLES: &[&str] = &[
        "van", "von", "der", "den", "de", "la", "le", "bin", "al", "du", "da", "dos", "del", "el", "di",
        "ter",
    ];
    PARTICLES.contains(&folded)
}

/// What a head without a post is: a body, a place, an outlet, a person.
pub(super) fn name(head: &[Word], page: &Page) -> Option<Naming> {
    if let Some(body) = body(head, page) {
        return Some(Naming::Body(body));
    }
    let run = capitals(head);
    let name: Vec<String> = folded(run).iter().map(|word| (*word).to_owned()).collect();
    match (run.len(), head.len() - run.len()) {
        (0, _) => None,
        _ if names::is_place(&name) => Some(Naming::Place(name, shown(page.text, run))),
        (_, 0) => one(run, page),
        // *lifelong islander Otto Lund*
        (2.., _) => person(run, page).map(Naming::Person),
        _ => None,
    }
}

/// An outlet by the look of its name.
pub(super) fn outlet(head: &[Word], page: &Page) -> Option<String> {
    let capital = head.len() > 1 && head.iter().all(|word| word.capital || word.folded == "of");
    page.likely(&shown(page.text, head)).filter(|_| capital)
}

/// A person, unless the words look like those of a body.
fn one(run: &[Word], page: &Page) -> Option<Naming> {
    let body = is_acronym(run) || run.len() > 1 && is_common(run);
    match body {
        true => Some(Naming::Body(proper_body(run, page))),
        false => person(run, page).map(Naming::Person),
    }
}

/// Also *NordFrakt*: a capital inside.
fn is_acronym(run: &[Word]) -> bool {
    let [only] = run else { return false };
    let letters = only.text.trim_end_matches("'s").trim_end_matches("’s");
    let capitals = letters.chars().filter(|c| c.is_uppercase()).count();
    let inner = capitals > 1 && !SURNAMES.iter().any(|start| letters.starts_with(start));
    letters.chars().count() > 1 && (inner || letters.chars().all(|c| c.is_uppercase() || c == '.'))
}

/// Surnames with a capital inside.
const SURNAMES: &[&str] =
    &["Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Von", "Fitz", "O'", "O’", "D'", "D’", "St"];

/// No given name among them, and every word in the dictionary: *Blue Whale Tours*.
fn is_common(run: &[Word]) -> bool {
    let given = run.iter().any(|word| names::is_given(&word.folded));
    !given
        && run
            .iter()
            .all(|word| wordnet::knows(&text::stem(&word.folded)) || grammar::is_function(&word.folded))
}

/// The capitals at the end of the words.
fn capitals<'w, 'a>(head: &'w [Word<'a>]) -> &'w [Word<'a>] {
    let start = (0..head.len()).rev().take_while(|&at| fits(&head[at])).last().unwrap_or(head.len());
    let skipped = head[start..].iter().take_while(|word| !word.capital).count();
    &head[start + skipped..]
}

/// A person's name; titles in front of it are no part of it.
pub(super) fn person(run: &[Word], page: &Page) -> Option<Person> {
    const SUFFIXES: &[&str] = &["jr", "sr", "ii", "iii", "iv", "phd", "md", "obe", "mp"];
    let titles = run.iter().take_while(|word| names::is_title(&word.folded)).count();
    let run = if titles < run.len() { &run[titles..] } else { run };
    let run = from_given(run);
    let end = run.iter().rposition(|word| !SUFFIXES.contains(&word.folded.as_str()))? + 1;
    let run = &run[..end];
    let sound = run.len() <= 6
        && run.iter().all(fits)
        && run.iter().all(|word| !names::is_never(&word.folded))
        && !grammar::is_function(&run[0].folded)
        && run[..end - 1].iter().all(|word| !word.owns);
    let name: Vec<String> = folded(run).iter().map(|word| (*word).to_owned()).collect();
    let sex = name.first().filter(|_| name.len() > 1).and_then(|given| names::sex(given));
    let letters = run.iter().any(|word| word.folded.chars().count() > 1);
    (sound && letters).then(|| Person { sex, shown: shown(page.text, run), post: None, name })
}

/// *Town Clerk Ines Vargas*, *Inside Ana Holm*: words of the dictionary in front of a given name are no part of it.
fn from_given<'w, 'a>(run: &'w [Word<'a>]) -> &'w [Word<'a>] {
    let given = run.iter().position(|word| names::is_given(&word.folded)).filter(|at| at + 1 < run.len());
    let common = |word: &Word| {
        let stem = text::stem(&word.folded);
        wordnet::knows(&stem) || frequency::weight(&stem) < RARE
    };
    given.filter(|&at| run[..at].iter().all(common)).map_or(run, |at| &run[at..])
}

/// A word more common (nats) is a word before it is a name.
pub(super) const RARE: f64 = 6.0;

/// A body by its noun (*the Harbour Board*, *Ministry of Health*, *shipping company Nordfrakt*).
pub(super) fn body(head: &[Word], page: &Page) -> Option<Body> {
    let words = folded(head);
    if let Some((length, kind, key)) = sources::ending(&words, BODIES) {
        return Some(with_noun(head, length, kind, key, page));
    }
    if let Some(of) = words.iter().position(|word| *word == "of").filter(|&at| at > 0 && head[at - 1].capital)
    {
        let (_, kind, key) = sources::ending(&words[..of], BODIES)?;
        let name = words
            .iter()
            .filter(|word| !["of", "the"].contains(word))
            .map(|word| (*word).to_owned())
            .collect();
        let company = kind == Noun::Company;
        return Some(Body { name, shown: shown(page.text, head), noun: Some(key), general: false, company });
    }
    let run = capitals(head);
    let (_, kind, key) =
        sources::ending(&words[..head.len() - run.len()], BODIES).filter(|_| !run.is_empty())?;
    Some(Body { noun: Some(key), company: kind == Noun::Company, ..proper_body(run, page) })
}

fn with_noun(head: &[Word], length: usize, kind: Noun, key: &'static str, page: &Page) -> Body {
    let before = &head[..head.len() - length];
    let tells = |word: &Word| word.capital && !grammar::is_function(&word.folded);
    let field = |word: &Word| kind == Noun::General && sources::is(Noun::Between, &word.folded);
    let named = before.iter().any(|word| tells(word) || field(word));
    let mut name: Vec<String> = folded(before).iter().map(|word| (*word).to_owned()).collect();
    name.extend(key.split(' ').map(str::to_owned));
    let general = match kind {
        Noun::General | Noun::Company => !named,
        _ => false,
    };
    let shown = if length == head.len() { common(head, key, page) } else { shown(page.text, head) };
    Body { name, shown, noun: Some(key), general, company: kind == Noun::Company }
}

/// *Police* at the head of a sentence is *police*.
fn common(head: &[Word], key: &str, page: &Page) -> String {
    const NAMES: &[&str] =
        &["white house", "kremlin", "pentagon", "congress", "senate", "parliament", "house"];
    let shown = shown(page.text, head);
    let before = page.text[..head[0].span.start].trim_end().trim_end_matches("The").trim_end();
    let opens = before.is_empty() || before.ends_with(|c: char| !c.is_alphanumeric() && c != ',');
    let lower = head.iter().skip(1).all(|word| !word.capital) && opens && !NAMES.contains(&key);
    if lower { shown.to_lowercase() } else { shown }
}

/// A body whose name does not say what it is: *Nordfrakt*.
pub(super) fn proper_body(run: &[Word], page: &Page) -> Body {
    let name = folded(run).iter().map(|word| (*word).replace('.', "")).collect();
    Body { name, shown: shown(page.text, run), noun: None, general: false, company: false }
}
