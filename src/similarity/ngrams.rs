//! Runs of letters and hashes: the same on every machine and in every run.

/// Longer words are cut: hostile input may be one word of a million letters.
const LONGEST: usize = 64;

/// Puts into `found` the runs of `size` (at most four) characters of a word with a space on either side, as numbers; of a
/// shorter one, the whole.
pub fn of_word(word: &str, size: usize, found: &mut Vec<u32>) {
    if word.is_ascii() {
        return of_ascii(&word.as_bytes()[..word.len().min(LONGEST)], size, found);
    }
    let mut chars = [' '; LONGEST + 2];
    let mut length = 1;
    for c in word.chars().take(LONGEST) {
        chars[length] = c;
        length += 1;
    }
    length += 1;
    let runs = (length + 1).saturating_sub(size).max(1);
    found.extend((0..runs).map(|start| number(&chars[start..length.min(start + size)])));
}

/// A run is the same number in every word, whatever letters stand beside it.
fn number(run: &[char]) -> u32 {
    let packed = |number: u32, c: &char| number << 8 | *c as u32;
    if run.iter().all(char::is_ascii) { run.iter().fold(0, packed) } else { mixed(run) }
}

/// All of it in ASCII: four bytes are a number as they stand.
fn of_ascii(word: &[u8], size: usize, found: &mut Vec<u32>) {
    let keep = u32::MAX >> (32 - 8 * size);
    let mut run = u32::from(b' ');
    for (length, byte) in (2..).zip(word.iter().chain(b" ")) {
        run = (run << 8 | u32::from(*byte)) & keep;
        if length >= size || length == word.len() + 2 {
            found.push(run);
        }
    }
}

/// A hash of few characters: multiplied and turned for each of them, as FxHash does.
fn mixed(run: &[char]) -> u32 {
    let step = |hash: u64, c: &char| {
        (hash.rotate_left(5) ^ u64::from(*c as u32)).wrapping_mul(0x517c_c1b7_2722_0a95)
    };
    (run.iter().fold(0, step) >> 32) as u32
}

/// One of 64 bits for a number; neighbours get bits that have nothing to do with one another (Fibonacci hashing: Knuth).
pub fn bit(number: u32) -> usize {
    (number.wrapping_mul(0x9E37_79B9) >> 26) as usize
}

/// The same of several words, sorted.
pub fn of_words<'w>(words: impl Iterator<Item = &'w str>, size: usize) -> Vec<u32> {
    let mut found = Vec::new();
    words.for_each(|word| of_word(word, size, &mut found));
    found.sort_unstable();
    found
}

pub fn sorted<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    items.sort_unstable();
    items
}

pub fn distinct<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items = sorted(items);
    items.dedup();
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_share_runs_of_letters_whatever_letters_stand_beside() {
        for (a, b, common) in [
            ("brand", "großbrand", 3),
            ("hauptstrasse", "hauptstraße", 7),
            ("wroclaw", "wrocław", 2),
            ("fire", "fires", 2),
            ("é", "e", 0),
            ("港口局部", "港口局", 1),
        ] {
            let [a, b] = [a, b].map(|word| of_words([word].into_iter(), 4));
            assert_eq!(crate::similarity::common(&a, &b), common, "{a:?} {b:?}");
        }
        let (plain, accented) = ("x".repeat(64), format!("{}é", "x".repeat(64)));
        assert_eq!(of_words([&*plain].into_iter(), 4), of_words([&*accented].into_iter(), 4));
    }

    #[test]
    fn a_word_has_a_run_for_each_place_and_a_short_one_is_its_own_run() {
        let long = |letter: &str| letter.repeat(1_000_000);
        for (word, runs) in [("fire", 3), ("a", 1), ("", 1), ("é", 1), ("feuer-übung", 10)] {
            assert_eq!(of_words([word].into_iter(), 4).len(), runs, "{word}");
        }
        for (word, runs) in [(long("x"), 63), (long("é"), 63)] {
            let word = word.as_str();
            assert_eq!(of_words([word].into_iter(), 4).len(), runs);
        }
    }
}
