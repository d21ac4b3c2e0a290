//! Whether a name is an outlet's, and which one's.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::lexicon::outlets::{self, Entry, same_name_key};
use crate::text::web_address::is_host;

/// The outlets that a document may mean.
pub struct Voices<'a> {
    text: &'a str,
    /// Names that the document labels or calls outlets, by key.
    learnt: HashMap<String, String>,
    /// The last words of learnt names; `None` where several names share one.
    endings: HashMap<String, Option<String>>,
    /// What the outlet list says, by key: a short name costs a look through the text only once.
    listed: RefCell<HashMap<String, Option<&'static Entry>>>,
}

impl<'a> Voices<'a> {
    pub fn new(text: &'a str) -> Self {
        let mut voices = Voices {
            text,
            learnt: HashMap::new(),
            endings: HashMap::new(),
            listed: RefCell::new(HashMap::new()),
        };
        called(text).iter().for_each(|name| voices.learn(name));
        voices
    }

    /// From here on `name` is an outlet.
    pub fn learn(&mut self, name: &str) {
        let key = same_name_key(name);
        if self.listed(name, &key).is_some() || self.learnt.contains_key(&key) {
            return;
        }
        if let Some((_, last)) = key.rsplit_once(' ') {
            let full = shown(name);
            self.endings.entry(last.to_owned()).and_modify(|known| *known = None).or_insert(Some(full));
        }
        self.learnt.insert(key, shown(name));
    }

    /// The canonical name of the outlet that `name` means; `None` where it means none.
    pub fn outlet(&self, name: &str) -> Option<String> {
        let key = same_name_key(name);
        let listed = self.listed(name, &key).map(|entry| entry.name.to_owned());
        listed.or_else(|| self.learnt.get(&key).cloned()).or_else(|| self.shortened(&key))
    }

    /// Like [`outlet`](Self::outlet), but a name that looks like an outlet's is enough.
    pub fn likely(&self, name: &str) -> Option<String> {
        self.outlet(name).or_else(|| sounds_like_outlet(name).then(|| shown(name)))
    }

    fn listed(&self, name: &str, key: &str) -> Option<&'static Entry> {
        let mut listed = self.listed.borrow_mut();
        *listed.entry(key.to_owned()).or_insert_with(|| outlets::canonical_in(name, self.text))
    }

    /// “the Gazette” after “Harbour Gazette”, when only one learnt outlet ends that way.
    fn shortened(&self, key: &str) -> Option<String> {
        self.endings.get(key).filter(|_| is_outlet_word(key)).cloned().flatten()
    }
}

/// A name that nobody lists, as it is shown.
pub fn shown(name: &str) -> String {
    outlets::bare(name.trim()).to_owned()
}

/// `Harbour Gazette`, `Radio North`, `tidewater.example`: capitalised, with a newspaper word at an end.
pub fn sounds_like_outlet(name: &str) -> bool {
    let bare = outlets::bare(name.trim());
    let words: Vec<&str> = bare.split_whitespace().collect();
    let small = |word: &str| matches!(word, "of" | "the" | "and" | "&");
    let high = words
        .iter()
        .all(|word| small(word) || word.starts_with(|c: char| c.is_uppercase() || c.is_numeric()));
    let ends =
        [words.first(), words.last()].into_iter().flatten().any(|word| is_outlet_word(&word.to_lowercase()));
    words.len() == 1 && is_host(words[0]) || high && ends && (2..=6).contains(&words.len())
}

fn is_outlet_word(word: &str) -> bool {
    OUTLET_WORDS.binary_search(&word).is_ok()
}

/// Sorted.
const OUTLET_WORDS: &[&str] = &[
    "advertiser",
    "advocate",
    "argus",
    "beacon",
    "blog",
    "broadcasting",
    "bulletin",
    "chronicle",
    "citizen",
    "courant",
    "courier",
    "daily",
    "dispatch",
    "echo",
    "enquirer",
    "examiner",
    "express",
    "fm",
    "gazette",
    "globe",
    "guardian",
    "herald",
    "independent",
    "inquirer",
    "journal",
    "ledger",
    "magazine",
    "mail",
    "mercury",
    "mirror",
    "monitor",
    "news",
    "newspaper",
    "newswire",
    "observer",
    "post",
    "press",
    "radio",
    "record",
    "recorder",
    "register",
    "review",
    "sentinel",
    "standard",
    "star",
    "sun",
    "telegram",
    "telegraph",
    "times",
    "today",
    "tribune",
    "tv",
    "weekly",
    "wire",
];

/// Names that the text calls outlets: `the newspaper Northlight`, `Northlight, a local broadcaster`.
fn called(text: &str) -> Vec<String> {
    const CALLS: [&str; 9] = [
        "newspaper",
        "outlet",
        "broadcaster",
        "agency",
        "newsroom",
        "tabloid",
        "newswire",
        "website",
        "daily",
    ];
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut found = Vec::new();
    for (index, word) in words.iter().enumerate() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if !CALLS.contains(&bare) {
            continue;
        }
        let after = words[index + 1..].iter().take(5).take_while(|word| word.starts_with(char::is_uppercase));
        let ahead = if word.ends_with(bare) { name(after.copied()) } else { None };
        found.extend(ahead.into_iter().chain(apposed(&words[..index])));
    }
    found
}

/// `Northlight, a local broadcaster`: the capitalised words before the comma.
fn apposed(before: &[&str]) -> Option<String> {
    let near = before.len().saturating_sub(5);
    let comma = near + before[near..].iter().rposition(|word| word.ends_with(','))?;
    before.get(comma + 1).filter(|word| matches!(**word, "a" | "an" | "the" | "another"))?;
    let capital = |word: &&&str| word.starts_with(char::is_uppercase);
    let inner = |word: &&&str| !word.ends_with([',', '.']);
    let (last, head) = before[..=comma].split_last().filter(|(last, _)| capital(last))?;
    let first =
        head.len() - head.iter().rev().take(5).take_while(|word| capital(word) && inner(word)).count();
    name(head[first..].iter().chain([last]).copied())
}

fn name<'a>(words: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut name = Vec::new();
    for word in words {
        name.push(word.trim_matches(|c: char| !c.is_alphanumeric()));
        if word.ends_with(|c: char| !c.is_alphanumeric()) {
            break;
        }
    }
    let name = name.join(" ");
    (name.len() > 2).then(|| shown(&name))
}
