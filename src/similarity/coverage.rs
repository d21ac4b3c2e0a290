//! How much of each sentence the other one says too: the share of its words, by weight, that have a partner.
//!
//! ```text
//!   a  navy  seized  23  pirates  Saturday       4 of 5 words have a partner: .8
//!   b  Indian navy captured 23 Somali pirates    4 of 6: .67     least .67, mean .73, most .8
//! ```
//!
//! The *least* share falls when either side adds a claim of its own; the *most* is high where one sentence says
//! all the other does and more (the overlap coefficient); the *mean* is Dice's. One family, since the four ways
//! to weigh a word see different things: plain news words tell nearly as much as rare ones (`plain`), long words
//! are rarely shared by chance (`long`), names and rare words are (`rare`: IDF, Spärck Jones 1972), and near
//! meanings count only outside `exact`.

use super::profile::Term;
use super::{Feature, Pairing};
use crate::part::Part;

/// How words are weighed.
#[derive(Clone, Copy, Debug)]
pub enum Weighing {
    Plain,
    Exact,
    Long,
    Rare,
    Squared,
    /// Plain, of words that are neither names nor numbers.
    Deeds,
}

/// Which of the two shares is asked for.
#[derive(Clone, Copy, Debug)]
pub enum Share {
    Least,
    Most,
    Mean,
}

pub struct Coverage {
    name: &'static str,
    about: &'static str,
    weighing: Weighing,
    share: Share,
}

const fn coverage(name: &'static str, weighing: Weighing, share: Share, about: &'static str) -> Coverage {
    Coverage { name, about, weighing, share }
}

pub static PLAIN_LEAST: Coverage =
    coverage("words-least", Weighing::Plain, Share::Least, "Share of the words in common, where it is less");
pub static PLAIN_MOST: Coverage =
    coverage("words-most", Weighing::Plain, Share::Most, "Share of the words in common, where it is more");
pub static PLAIN_MEAN: Coverage =
    coverage("words-mean", Weighing::Plain, Share::Mean, "Share of the words in common, mean of both sides");
pub static EXACT_LEAST: Coverage =
    coverage("same-words", Weighing::Exact, Share::Least, "Share of the very same words, where it is less");
pub static LONG_LEAST: Coverage = coverage(
    "long-least",
    Weighing::Long,
    Share::Least,
    "The same with long words counting more, where it is less",
);
pub static LONG_MEAN: Coverage = coverage(
    "long-mean",
    Weighing::Long,
    Share::Mean,
    "The same with long words counting more, mean of both sides",
);
pub static RARE_LEAST: Coverage = coverage(
    "rare-least",
    Weighing::Rare,
    Share::Least,
    "The same with rare words counting more, where it is less",
);
pub static RARE_MOST: Coverage = coverage(
    "rare-most",
    Weighing::Rare,
    Share::Most,
    "The same with rare words counting more, where it is more",
);
pub static RARE_MEAN: Coverage = coverage(
    "rare-mean",
    Weighing::Rare,
    Share::Mean,
    "The same with rare words counting more, mean of both sides",
);
pub static SQUARED_MEAN: Coverage = coverage(
    "rarest-mean",
    Weighing::Squared,
    Share::Mean,
    "The same with rare words counting by their square, mean of both sides",
);
pub static DEEDS_LEAST: Coverage = coverage(
    "deeds-least",
    Weighing::Deeds,
    Share::Least,
    "Share in common of the words that are neither names nor numbers, where it is less",
);
pub static DEEDS_MEAN: Coverage = coverage(
    "deeds-mean",
    Weighing::Deeds,
    Share::Mean,
    "Share in common of the words that are neither names nor numbers, mean of both sides",
);

impl Part for Coverage {
    fn name(&self) -> &'static str {
        self.name
    }

    fn about(&self) -> &'static str {
        self.about
    }
}

impl Feature for Coverage {
    /// Half where a side has no word to weigh: nothing is known then.
    fn compare(&self, pair: &Pairing) -> f64 {
        let a = self.covered(&pair.a.terms, &pair.overlap.a);
        let b = self.covered(&pair.b.terms, &pair.overlap.b);
        match (a, b, self.share) {
            (Some(a), Some(b), Share::Least) => a.min(b),
            (Some(a), Some(b), Share::Most) => a.max(b),
            (Some(a), Some(b), Share::Mean) => (a + b) / 2.0,
            _ => 0.5,
        }
    }
}

impl Coverage {
    fn covered(&self, terms: &[Term], worth: &[f64]) -> Option<f64> {
        let (mut covered, mut whole) = (0.0, 0.0);
        for (term, worth) in terms.iter().zip(worth) {
            let weight = self.weight(term);
            whole += weight;
            covered += weight * self.counted(*worth);
        }
        (whole > 0.0).then(|| (covered / whole).min(1.0))
    }

    fn weight(&self, term: &Term) -> f64 {
        match self.weighing {
            Weighing::Plain | Weighing::Exact => term.plain(),
            Weighing::Long => term.long,
            Weighing::Rare => term.weight,
            Weighing::Squared => term.weight * term.weight,
            Weighing::Deeds if term.name || term.number => 0.0,
            Weighing::Deeds => term.plain(),
        }
    }

    fn counted(&self, worth: f64) -> f64 {
        match self.weighing {
            Weighing::Exact if worth < 1.0 => 0.0,
            _ => worth,
        }
    }
}
