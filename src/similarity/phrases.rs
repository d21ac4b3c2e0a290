//! Runs of words that both sentences keep together. Seen alone, they make two sentences more alike; *given* the
//! words in common, they make them less so: words of one phrase (*president-elect Barack Obama*) are not
//! independent evidence, and where long stretches are the same and the rest is not, the rest is what differs. So
//! these features can only lower the score; that the words are in common raised it already.

use super::{Feature, Pairing};
use crate::part::Part;

/// Sørensen–Dice on pairs of neighbouring stems.
pub struct Bigrams;

/// Sørensen–Dice on runs of four stems.
pub struct Phrases;

/// The longest common run, over the words in common.
pub struct LongestRun;

impl Part for Bigrams {
    fn name(&self) -> &'static str {
        "bigrams"
    }

    fn about(&self) -> &'static str {
        "Neighbouring words that both sentences keep together (Dice)"
    }
}

impl Feature for Bigrams {
    fn compare(&self, pair: &Pairing) -> f64 {
        dice(&pair.a.bigrams, &pair.b.bigrams)
    }

    fn rises(&self) -> bool {
        false
    }
}

impl Part for Phrases {
    fn name(&self) -> &'static str {
        "phrases"
    }

    fn about(&self) -> &'static str {
        "Runs of four words that both sentences keep together (Dice)"
    }
}

impl Feature for Phrases {
    fn compare(&self, pair: &Pairing) -> f64 {
        dice(&pair.a.fourgrams, &pair.b.fourgrams)
    }

    fn rises(&self) -> bool {
        false
    }
}

impl Part for LongestRun {
    fn name(&self) -> &'static str {
        "longest-run"
    }

    fn about(&self) -> &'static str {
        "The longest run of words in common, over all words in common"
    }
}

impl Feature for LongestRun {
    fn compare(&self, pair: &Pairing) -> f64 {
        let common = pair.common_words();
        super::ratio(longest_run(&pair.a.order, &pair.b.order) as f64, common as f64)
    }

    fn is_dear(&self) -> bool {
        true
    }

    fn rises(&self) -> bool {
        false
    }
}

fn dice<T: Ord>(a: &[T], b: &[T]) -> f64 {
    super::ratio(2.0 * super::common(a, b) as f64, (a.len() + b.len()) as f64)
}

/// The length of the longest stretch of items that stands in both lists.
fn longest_run<T: PartialEq>(a: &[T], b: &[T]) -> usize {
    let mut ends = vec![0; b.len() + 1];
    let mut longest = 0;
    for x in a {
        // From the right, so that `ends[j]` still belongs to the item before.
        for (j, y) in b.iter().enumerate().rev() {
            ends[j + 1] = if x == y { ends[j] + 1 } else { 0 };
            longest = longest.max(ends[j + 1]);
        }
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_run_is_found_anywhere() {
        assert_eq!(longest_run(&[1, 2, 3, 4], &[9, 2, 3, 4, 1]), 3);
        assert_eq!(longest_run(&[1, 2], &[3, 4]), 0);
        assert_eq!(longest_run::<u8>(&[], &[]), 0);
    }
}
