//! What words are near in meaning by the company they keep: *detained* and *arrested*.
//!
//! `data/lexicon/vectors.bin`: a vector a word, made by `make_vectors.py` from GloVe (Pennington, Socher & Manning
//! 2014), 4 bits a direction. Company is not meaning: *rose* keeps the company of *fell*, and names of one kind
//! keep each other's. So what this table joins counts less than the same word, and the list of opposites and the
//! capital letters of names have the last word (see `similarity/overlap.rs`).

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::RandomState;

use crate::text::stem;

static TABLE: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/vectors.bin"));

const DIRECTIONS: usize = 64;
/// The step that stands for zero.
const ZERO: i16 = 8;

/// Where a word stands among the others.
#[derive(Debug, PartialEq)]
pub struct Vector {
    steps: [i16; DIRECTIONS],
    /// One over its length.
    scale: f64,
}

impl Vector {
    /// Cosine of the angle between two words: 1 for the same company, about 0 for words picked at random.
    pub fn likeness(&self, other: &Vector) -> f64 {
        let products = self.steps.iter().zip(&other.steps).map(|(x, y)| i32::from(*x) * i32::from(*y));
        f64::from(products.sum::<i32>()) * (self.scale * other.scale)
    }
}

/// The mean of vectors by weight, scaled to length 1; empty where there is none.
pub fn mean<'a>(weighed: impl Iterator<Item = (&'a Vector, f64)>) -> Vec<f32> {
    let mut sum = [0.0; DIRECTIONS];
    for (vector, weight) in weighed {
        let step_worth = weight * vector.scale;
        sum.iter_mut().zip(&vector.steps).for_each(|(sum, step)| *sum += step_worth * f64::from(*step));
    }
    let length = sum.iter().map(|x| x * x).sum::<f64>().sqrt();
    if length > 0.0 { sum.iter().map(|x| (x / length) as f32).collect() } else { Vec::new() }
}

/// By stem; the most frequent word of a stem speaks for it.
static STEMS: LazyLock<HashMap<String, Vector, RandomState>> = LazyLock::new(|| {
    let (words, steps) = parts(TABLE);
    let mut stems: HashMap<String, Vector, RandomState> = HashMap::default();
    for (word, bytes) in words.lines().zip(steps.chunks_exact(DIRECTIONS / 2)) {
        stems.entry(stem(word)).or_insert_with(|| unpacked(bytes));
    }
    stems
});

pub(super) fn load() {
    LazyLock::force(&STEMS);
}

/// The vector of a stem; none for names, rare words and other languages.
pub fn vector(stem: &str) -> Option<&'static Vector> {
    STEMS.get(stem)
}

/// The lines of words and the bytes behind them: header, words and bytes are parted by empty lines.
fn parts(table: &'static [u8]) -> (&'static str, &'static [u8]) {
    let behind = |from: usize| {
        let gap =
            table[from..].windows(2).position(|pair| pair == b"\n\n").expect("an empty line parts the table");
        from + gap + 2
    };
    let words = behind(0);
    let steps = behind(words);
    (std::str::from_utf8(&table[words..steps - 2]).expect("words are plain letters"), &table[steps..])
}

fn unpacked(bytes: &[u8]) -> Vector {
    let mut steps = [0; DIRECTIONS];
    for (index, byte) in bytes.iter().enumerate() {
        steps[2 * index] = i16::from(byte & 15) - ZERO;
        steps[2 * index + 1] = i16::from(byte >> 4) - ZERO;
    }
    let squares: i32 = steps.iter().map(|step| i32::from(*step).pow(2)).sum();
    Vector { steps, scale: 1.0 / f64::from(squares).sqrt() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness(a: &str, b: &str) -> f64 {
        vector(&stem(a)).expect("a is known").likeness(vector(&stem(b)).expect("b is known"))
    }

    #[test]
    fn words_of_one_meaning_are_nearer_than_others() {
        for (a, b, other) in [
            ("detained", "arrested", "painted"),
            ("hospital", "clinic", "senate"),
            ("killed", "dead", "elected"),
        ] {
            assert!(likeness(a, b) > 0.45, "{a} {b} {}", likeness(a, b));
            assert!(likeness(a, other) < 0.3, "{a} {other} {}", likeness(a, other));
        }
    }

    #[test]
    fn a_word_is_most_like_itself_and_every_word_of_the_table_has_its_bytes() {
        assert!((likeness("fire", "fire") - 1.0).abs() < 1e-9);
        let (words, steps) = parts(TABLE);
        assert_eq!(words.lines().count() * DIRECTIONS / 2, steps.len());
    }
}
