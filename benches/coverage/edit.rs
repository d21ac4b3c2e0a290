//! Near-duplicates: a sentence with a known share of its words replaced, left out, put in or swapped.

use std::ops::RangeInclusive;

use super::random::Random;
use super::sentence::{self, Kind, Sentence, Word};
use super::words::{self, Words};

/// The share of words that an editor changes.
pub const RATES: RangeInclusive<f64> = 0.05..=0.30;

/// What happens to one word.
#[derive(Clone, Copy, PartialEq)]
enum Edit {
    Replace,
    Delete,
    InsertBehind,
    /// With the next word; both count as edited.
    Swap,
}

/// An edited copy, and how many words were edited; the rate is drawn evenly from [`RATES`].
pub fn edited(original: &Sentence, words: &Words, random: &mut Random) -> (Sentence, usize) {
    let length = original.words.len() as f64;
    let rate = RATES.start() + random.share() * (RATES.end() - RATES.start());
    let (least, most) = ((RATES.start() * length).ceil(), (RATES.end() * length + 1e-9).floor());
    let budget = (rate * length).round().clamp(least, most) as usize;
    let (edits, spent) = planned(&original.words, budget, random);
    (Sentence { words: carried_out(&original.words, &edits, words, random) }, spent)
}

/// One edit a word at most, at places drawn by chance.
fn planned(words: &[Word], budget: usize, random: &mut Random) -> (Vec<Option<Edit>>, usize) {
    let mut edits = vec![None; words.len()];
    let mut taken: Vec<bool> = words.iter().map(|word| word.kind == Kind::Frame).collect();
    let mut spent = 0;
    for at in shuffled(words.len(), random) {
        if taken[at] || spent == budget {
            continue;
        }
        let can_swap =
            spent + 2 <= budget && is_loose(words, at) && is_loose(words, at + 1) && !taken[at + 1];
        let edit = match random.below(10) {
            0..2 if is_loose(words, at) => Edit::Delete,
            2..4 if at + 1 < words.len() && words[at].after.is_empty() => Edit::InsertBehind,
            4..5 if can_swap && words[at].text != words[at + 1].text => Edit::Swap,
            _ => Edit::Replace,
        };
        (edits[at], taken[at]) = (Some(edit), true);
        if edit == Edit::Swap {
            taken[at + 1] = true;
        }
        spent += if edit == Edit::Swap { 2 } else { 1 };
    }
    (edits, spent)
}

/// A plain word in the middle, without a mark: its place can change.
fn is_loose(words: &[Word], at: usize) -> bool {
    at > 0 && at + 1 < words.len() && words[at].kind == Kind::Plain && words[at].is_bare()
}

fn carried_out(original: &[Word], edits: &[Option<Edit>], words: &Words, random: &mut Random) -> Vec<Word> {
    let mut copy = Vec::with_capacity(original.len() + 4);
    let mut at = 0;
    while at < original.len() {
        let (word, is_last) = (&original[at], at + 1 == original.len());
        match edits[at] {
            None => copy.push(word.clone()),
            Some(Edit::Delete) => {}
            Some(Edit::Replace) => copy.push(replaced(word, is_last, words, random)),
            Some(Edit::InsertBehind) => {
                copy.push(word.clone());
                copy.push(Word::new(Kind::Plain, words.any(random).0));
            }
            Some(Edit::Swap) => {
                copy.extend([original[at + 1].clone(), word.clone()]);
                at += 1;
            }
        }
        at += 1;
    }
    copy
}

/// Another word of the same kind, between the same marks.
fn replaced(word: &Word, is_last: bool, words: &Words, random: &mut Random) -> Word {
    loop {
        let text = match word.kind {
            Kind::Name => words::name(random).into(),
            Kind::Number => sentence::number(random).into(),
            Kind::Plain | Kind::Frame if is_last => words.ending(random).into(),
            Kind::Plain | Kind::Frame => words.any(random).0.into(),
        };
        if text != word.text {
            return Word { text, ..word.clone() };
        }
    }
}

fn shuffled(length: usize, random: &mut Random) -> Vec<usize> {
    let mut places: Vec<usize> = (0..length).collect();
    for at in (1..length).rev() {
        places.swap(at, random.below(at as u64 + 1) as usize);
    }
    places
}
