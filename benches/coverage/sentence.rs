//! Sentences that are like news in length, in words, in names and numbers, and in who says so; not in sense.

use std::borrow::Cow;
use std::fmt;

use super::random::Random;
use super::story::Topic;
use super::words::Words;

/// Lengths in words, each as likely as the next: 22 on average, a few above forty.
const LENGTHS: [u64; 20] = [7, 8, 10, 12, 13, 15, 16, 17, 19, 20, 21, 23, 24, 26, 27, 29, 31, 34, 38, 48];
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// How often, in thousandths, a place in a sentence holds such a word.
const NAME: u64 = 45;
const NUMBER: u64 = 25;
const DAY: u64 = 10;
const COMMA: u64 = 40;

/// What an editor may do with a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Plain,
    Name,
    Number,
    /// Holds the sentence together (`said`, `according to`): it stays.
    Frame,
}

/// A word and the marks on either side of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    pub text: Cow<'static, str>,
    pub kind: Kind,
    pub before: &'static str,
    pub after: &'static str,
}

impl Word {
    pub fn new(kind: Kind, text: impl Into<Cow<'static, str>>) -> Self {
        Word { text: text.into(), kind, before: "", after: "" }
    }

    pub fn is_bare(&self) -> bool {
        self.before.is_empty() && self.after.is_empty()
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    pub words: Vec<Word>,
}

impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for (at, word) in self.words.iter().enumerate() {
            let gap = if at == 0 { "" } else { " " };
            write!(f, "{gap}{}", word.before)?;
            match word.text.split_at_checked(1).filter(|_| at == 0) {
                Some((first, rest)) => write!(f, "{}{rest}", first.to_uppercase())?,
                None => f.write_str(&word.text)?,
            }
            f.write_str(word.after)?;
        }
        f.write_str(".")
    }
}

/// A new sentence of a document on that topic.
pub fn sentence(words: &Words, topic: &Topic, random: &mut Random) -> Sentence {
    let length = random.pick(&LENGTHS) as usize;
    let source = |random: &mut Random| topic.source(random);
    match random.below(100) {
        0..12 => spoken(body(words, topic, random, length.saturating_sub(3)), source(random), random),
        12..20 => told_before(source(random), body(words, topic, random, length.saturating_sub(4))),
        20..28 => told_behind(body(words, topic, random, length.saturating_sub(4)), source(random), random),
        28..34 => with_fragment(body(words, topic, random, length), random),
        _ => Sentence { words: body(words, topic, random, length) },
    }
}

/// A title: a name and words of the story, without a period.
pub fn title(words: &Words, topic: &Topic, random: &mut Random) -> String {
    let length = 7 + random.below(4) as usize;
    let mut line = vec![Word::new(Kind::Name, topic.name(random))];
    while line.len() < length {
        line.push(Word::new(Kind::Plain, topic.running(words, random)));
    }
    Sentence { words: line }.to_string().trim_end_matches('.').to_owned()
}

pub fn number(random: &mut Random) -> String {
    match random.below(10) {
        0..5 => (2 + random.below(97)).to_string(),
        5..8 => (100 + random.below(900)).to_string(),
        _ => format!("{},{:03}", 1 + random.below(40), random.below(1000)),
    }
}

/// Words and names that end in a plain word; at least six of them.
fn body(words: &Words, topic: &Topic, random: &mut Random, length: usize) -> Vec<Word> {
    let length = length.max(6);
    let mut body: Vec<Word> = Vec::with_capacity(length + 1);
    while body.len() + 1 < length {
        match random.below(1000) {
            at if at < NAME => body.extend(named(topic, random)),
            at if at < NAME + NUMBER => body.push(Word::new(Kind::Number, number(random))),
            at if at < NAME + NUMBER + DAY => body.extend(day(random)),
            _ => body.push(plain(words, topic, random, body.last())),
        }
        if body.len() > 2 && body.len() + 3 < length && random.chance(COMMA) {
            body.last_mut().into_iter().for_each(|word| word.after = ",");
        }
    }
    body.push(Word::new(Kind::Plain, words.ending(random)));
    body
}

/// Not the word before it once more.
fn plain(words: &Words, topic: &Topic, random: &mut Random, before: Option<&Word>) -> Word {
    loop {
        let text = topic.running(words, random);
        if before.is_none_or(|before| before.text != text) {
            return Word::new(Kind::Plain, text);
        }
    }
}

/// A person in full, or a name alone.
fn named(topic: &Topic, random: &mut Random) -> Vec<Word> {
    match random.chance(400) {
        true => topic.person(random),
        false => vec![Word::new(Kind::Name, topic.name(random))],
    }
}

fn day(random: &mut Random) -> [Word; 2] {
    [Word::new(Kind::Frame, "on"), Word::new(Kind::Name, random.pick(&DAYS))]
}

/// `“The body,” said Ada Venn.`
fn spoken(mut body: Vec<Word>, source: Vec<Word>, random: &mut Random) -> Sentence {
    body.first_mut().into_iter().for_each(|word| word.before = "“");
    body.last_mut().into_iter().for_each(|word| word.after = ",”");
    Sentence { words: [body, saying(source, random)].concat() }
}

/// `Ada Venn said that the body.`
fn told_before(source: Vec<Word>, body: Vec<Word>) -> Sentence {
    let cue = ["said", "that"].map(|word| Word::new(Kind::Frame, word)).to_vec();
    Sentence { words: [source, cue, body].concat() }
}

/// `The body, Ada Venn said.`, `The body, according to Ada Venn.`
fn told_behind(mut body: Vec<Word>, source: Vec<Word>, random: &mut Random) -> Sentence {
    body.last_mut().into_iter().for_each(|word| word.after = ",");
    let according = ["according", "to"].map(|word| Word::new(Kind::Frame, word)).to_vec();
    let tail = if random.chance(300) { [according, source].concat() } else { saying(source, random) };
    Sentence { words: [body, tail].concat() }
}

/// `said Ada Venn`, `Ada Venn said`
fn saying(source: Vec<Word>, random: &mut Random) -> Vec<Word> {
    let said = vec![Word::new(Kind::Frame, "said")];
    if random.chance(400) { [said, source].concat() } else { [source, said].concat() }
}

/// Three to six words in the middle stand in quotation marks.
fn with_fragment(mut body: Vec<Word>, random: &mut Random) -> Sentence {
    let length = 3 + random.below(4) as usize;
    if body.len() >= length + 4 {
        let start = 2 + random.below((body.len() - length - 3) as u64) as usize;
        let inside = &mut body[start..start + length];
        inside.iter_mut().for_each(|word| word.after = "");
        inside[0].before = "“";
        inside[length - 1].after = "”";
    }
    Sentence { words: body }
}
