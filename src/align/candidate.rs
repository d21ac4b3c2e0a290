//! Which pairs are worth scoring: those that share ground enough (see [`score::Ground`]).
//!
//! An inverted index over the keys finds the pairs that share any; what they share is then weighed. Every pair that
//! comparing all with all would keep has a key in common, so nothing is lost.

use std::collections::HashMap;

use super::{Item, apart};
use crate::score::{Ground, Key, Vocabulary};

/// Key → the mentions that hold it, ascending.
pub struct Candidates {
    grounds: Vec<Ground>,
    holders: HashMap<Key, Vec<u32>>,
}

impl Candidates {
    pub fn new(items: &[Item], vocabulary: &Vocabulary) -> Self {
        let grounds: Vec<Ground> = items.iter().map(|item| Ground::new(&item.profile, vocabulary)).collect();
        let mut holders: HashMap<Key, Vec<u32>> = HashMap::new();
        for (index, ground) in grounds.iter().enumerate() {
            ground.keys().for_each(|key| holders.entry(key).or_default().push(index as u32));
        }
        Candidates { grounds, holders }
    }

    /// The mentions after `a` that share ground enough with it, ascending.
    pub fn after(&self, a: usize, items: &[Item]) -> Vec<usize> {
        let mut found: Vec<u32> = Vec::new();
        for key in self.grounds[a].keys() {
            let holders = self.holders.get(&key).map_or(&[][..], Vec::as_slice);
            found.extend(&holders[holders.partition_point(|holder| *holder as usize <= a)..]);
        }
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|b| b as usize).filter(|&b| self.is_worth(a, b, items)).collect()
    }

    /// By definition, not by the index: what comparing all with all would keep.
    pub fn is_worth(&self, a: usize, b: usize, items: &[Item]) -> bool {
        apart(&items[a], &items[b]) && self.grounds[a].is_shared(&self.grounds[b])
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::score::{self, Profile};
    use crate::text;

    const WORDS: &[&str] = &[
        "the",
        "ferry",
        "ran",
        "aground",
        "police",
        "police officers",
        "bailout",
        "bail-out",
        "mayor",
        "denied",
        "twelve",
        "12",
        "hurt",
        "injured",
        "harbour",
        "on Monday",
        "seized",
        "arrested",
        "said",
        "that",
        "Ida Holm",
        "horse meat",
        "horsemeat",
        "fog",
        "captain",
        "inquiry",
        "will",
        "open",
        "火事",
    ];

    fn items(sentences: &[String]) -> (Vec<Item>, Vocabulary) {
        let mut vocabulary = Vocabulary::default();
        let profile = |sentence: &String, vocabulary: &mut Vocabulary| {
            let profile = Profile::new(sentence, &text::tokens(sentence), vocabulary);
            vocabulary.count_unit(&profile.stems());
            profile
        };
        let profiles: Vec<Profile> = sentences.iter().map(|one| profile(one, &mut vocabulary)).collect();
        let units = profiles.len();
        let item = |(at, mut profile): (usize, Profile)| {
            profile.weigh(&vocabulary, |entry| score::event_weight(entry, units));
            Item { document: at % 5, outlet: at % 3, place: at / 5, profile }
        };
        (profiles.into_iter().enumerate().map(item).collect(), vocabulary)
    }

    proptest! {
        #[test]
        fn the_index_finds_what_comparing_all_with_all_finds(
            sentences in prop::collection::vec(prop::collection::vec(prop::sample::select(WORDS), 0..9), 2..40)
        ) {
            let sentences: Vec<String> = sentences.iter().map(|words| words.join(" ")).collect();
            let (items, vocabulary) = items(&sentences);
            let candidates = Candidates::new(&items, &vocabulary);
            for (a, sentence) in sentences.iter().enumerate() {
                let all: Vec<usize> = (a + 1..items.len()).filter(|&b| candidates.is_worth(a, b, &items)).collect();
                prop_assert_eq!(candidates.after(a, &items), all, "{}", sentence);
                for b in a + 1..items.len() {
                    let (one, other) = (&candidates.grounds[a], &candidates.grounds[b]);
                    prop_assert_eq!(one.shared(other), other.shared(one));
                }
            }
        }
    }
}
