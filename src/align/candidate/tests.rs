use proptest::prelude::*;

use super::*;
use crate::align::Item;

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

/// Documents of a few sentences; every third sentence of every second document is another outlet's.
fn items(sentences: usize, per_document: usize) -> Vec<Item> {
    let item = |at: usize| {
        let (document, place) = (at / per_document, at % per_document);
        let outlet = if document % 2 == 0 && place % 3 == 2 { usize::MAX } else { document };
        Item { document, outlet, language: u32::from(document % 5 == 4), place }
    };
    (0..sentences).map(item).collect()
}

fn sentence(words: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(WORDS), words).prop_map(|words| words.join(" "))
}

/// Long documents of rare words, of which some repeat a sentence of another with a word changed.
fn news() -> impl Strategy<Value = Vec<String>> {
    let words = prop::collection::vec(prop::collection::vec(0_u32..4000, 12), 60..140);
    (words, prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 0..30))
        .prop_map(|(words, copies)| {
            let text = |numbers: &Vec<u32>| -> String {
                // The lesser of the number and its square's: some words are frequent, as words are.
                numbers.iter().map(|n| format!("word{} ", u64::from(*n) * u64::from(*n) / 4000)).collect()
            };
            let mut sentences: Vec<String> = words.iter().map(text).collect();
            for (from, to) in copies {
                let mut copy = words[from.index(words.len())].clone();
                copy[3] = 17;
                let to = to.index(sentences.len());
                sentences[to] = text(&copy);
            }
            sentences
        })
}

fn holds(sentences: Vec<String>, per_document: usize, threshold: f64) -> Result<usize, String> {
    let field = Field::new(items(sentences.len(), per_document), &sentences);
    let context = Context::new(&field);
    check(Search { field: &field, context: &context, must: score_bound::logit(threshold) })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_index_finds_what_comparing_all_with_all_finds(
        sentences in prop::collection::vec(sentence(0..9), 2..60),
        per_document in 1_usize..12,
        threshold in prop::sample::select(&[0.0, 0.1, 0.4, 0.585, 0.8, 0.95, 1.0][..]),
    ) {
        let found = holds(sentences, per_document, threshold);
        prop_assert!(found.is_ok(), "{found:?}");
    }

    #[test]
    fn so_it_does_among_strangers(
        sentences in news(),
        per_document in prop::sample::select(&[1_usize, 4, 12, 20][..]),
        threshold in prop::sample::select(&[0.1, 0.585, 0.9][..]),
    ) {
        let found = holds(sentences, per_document, threshold);
        prop_assert!(found.is_ok(), "{found:?}");
    }
}

#[test]
fn what_all_share_ties_nothing_and_a_copied_sentence_does() {
    let strangers = |other: &str| -> Vec<String> {
        let document =
            |name: &str| (0..80).map(|n| format!("{name}{n}a {name}{n}b {name}{n}c.")).collect::<Vec<_>>();
        let mut sentences = document("one");
        sentences.extend(document("two"));
        sentences[40] = "The harbour master of Vell blames a broken rudder for the collision.".into();
        sentences[120] = other.into();
        sentences
    };
    let copied = "The harbour master of Vell blames a broken rudder for yesterday's collision.";
    assert_eq!(holds(strangers(copied), 80, 0.585), Ok(1));
    assert_eq!(
        holds(strangers("A harbour master of Vell likes to fish for herring in his boat."), 80, 0.585),
        Ok(0)
    );
}
