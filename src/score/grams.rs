//! Runs of letters and hashes: the same on every machine and in every run.

/// Longer words are cut: hostile input may be one word of a million letters.
const LONGEST: usize = 64;

/// Hashes of the runs of `size` characters of a word with a space on either side; of a shorter one, the whole.
pub fn of_word(word: &str, size: usize) -> impl Iterator<Item = u32> {
    let mut chars = [' '; LONGEST + 2];
    let mut length = 1;
    for c in word.chars().take(LONGEST) {
        chars[length] = c;
        length += 1;
    }
    length += 1;
    let runs = (length + 1).saturating_sub(size).max(1);
    (0..runs).map(move |start| mixed(&chars[start..length.min(start + size)]))
}

/// A hash of few characters: multiplied and turned for each of them, as FxHash does.
fn mixed(run: &[char]) -> u32 {
    let step = |hash: u64, c: &char| {
        (hash.rotate_left(5) ^ u64::from(*c as u32)).wrapping_mul(0x517c_c1b7_2722_0a95)
    };
    (run.iter().fold(0, step) >> 32) as u32
}

/// FNV-1a (Fowler, Noll & Vo).
pub fn hash(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
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
    fn a_word_has_a_run_for_each_place_and_a_short_one_is_its_own_run() {
        assert_eq!(of_word("fire", 4).count(), 3);
        assert_eq!(of_word("a", 4).count(), 1);
        assert_eq!(of_word(&"x".repeat(1_000_000), 4).count(), 63);
    }
}
