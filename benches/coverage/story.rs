//! What a document is about: words that it uses again and again, people and places.

use super::random::Random;
use super::sentence::{Kind, Word};
use super::words::{self, Words};

/// Words of the story, and words of one document's own.
const SHARED: usize = 90;
const OWN: usize = 6;
/// How often, in thousandths, a word that tells something is one of these. With that many, two documents of a story are
/// as like each other as real reports of one event are (cosine of their words by weight: half of the pairs above .34).
const LEANING: u64 = 550;
const PEOPLE: usize = 6;
const PLACES: usize = 3;
/// So many people of a story speak by their office as well: `the mayor said`.
const OFFICES: [&str; 8] =
    ["mayor", "spokeswoman", "minister", "director", "prosecutor", "engineer", "governor", "captain"];

#[derive(Clone)]
pub struct Topic {
    words: Vec<&'static str>,
    people: Vec<(&'static str, String)>,
    places: Vec<String>,
    office: &'static str,
}

impl Topic {
    /// What the documents of one story have in common.
    pub fn of_story(words: &Words, random: &mut Random) -> Self {
        Topic {
            words: (0..SHARED).map(|_| words.telling(random)).collect(),
            people: (0..PEOPLE).map(|_| (words.given_name(random), words::name(random))).collect(),
            places: (0..PLACES).map(|_| words::name(random)).collect(),
            office: random.pick(&OFFICES),
        }
    }

    /// The same with words that only one document leans on.
    pub fn of_document(mut self, words: &Words, random: &mut Random) -> Self {
        self.words.extend((0..OWN).map(|_| words.telling(random)));
        self
    }

    /// The next word: small words as often as anywhere, but most others are the story's.
    pub fn running(&self, words: &Words, random: &mut Random) -> &'static str {
        let (word, tells) = words.any(random);
        if tells && random.chance(LEANING) { random.pick(&self.words) } else { word }
    }

    /// A surname or a place.
    pub fn name(&self, random: &mut Random) -> String {
        match random.chance(500) {
            true => random.pick(&self.people).1,
            false => random.pick(&self.places),
        }
    }

    /// A person by both names.
    pub fn person(&self, random: &mut Random) -> Vec<Word> {
        let (given, surname) = random.pick(&self.people);
        vec![Word::new(Kind::Frame, given), Word::new(Kind::Name, surname)]
    }

    /// Whom a sentence names as its source.
    pub fn source(&self, random: &mut Random) -> Vec<Word> {
        match random.below(10) {
            0..5 => self.person(random),
            5..8 => vec![Word::new(Kind::Name, random.pick(&self.people).1)],
            _ => ["the", self.office].map(|word| Word::new(Kind::Frame, word)).to_vec(),
        }
    }
}
