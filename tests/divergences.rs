//! Findings of pairs become divergences of claims: who stands on which side, and what stands behind it.

#[allow(dead_code)] // the tests of the exporters use the rest of it
#[path = "common/analyses.rs"]
mod analyses;

use analyses::Builder;
use crosswire::model::{Analysis, Camp, Divergence, DivergenceKind, Relation};

/// An outlet, whether it says so in its headline, and the number it gives.
type Account = (&'static str, Place, &'static str);

#[derive(Clone, Copy, PartialEq)]
enum Place {
    Headline,
    Sentence,
}
use Place::{Headline, Sentence};

const THREE_AGAINST_TWO: [Account; 5] = [
    ("Gazette", Sentence, "12"),
    ("Post", Sentence, "17"),
    ("Ledger", Sentence, "12"),
    ("Radio", Sentence, "17"),
    ("Sentinel", Sentence, "12"),
];

/// One claim in which every two accounts are aligned and part where their numbers do; `about` names what a pair is
/// about, by the places of its two accounts.
fn told(accounts: &[Account], about: impl Fn(usize, usize) -> &'static str) -> Analysis {
    let mut outlets: Vec<_> = accounts.iter().map(|(outlet, ..)| (*outlet, false)).collect();
    outlets.sort_unstable();
    outlets.dedup();
    let mut builder = Builder::new("Harbour fire", &outlets);
    let said: Vec<usize> = accounts.iter().map(|account| tell(&mut builder, account)).collect();
    for (x, &a) in said.iter().enumerate() {
        for (y, &b) in said.iter().enumerate().skip(x + 1) {
            let (one, other) = (accounts[x].2, accounts[y].2);
            let found = (one != other)
                .then(|| builder.finding(DivergenceKind::Number, about(x, y), (a, one), (b, other)));
            builder.link(a, b, 0.9, Relation::Paraphrase, found.into_iter().collect());
        }
    }
    builder.claims(&[said])
}

/// The mention with the number; the other of headline and sentence says nothing.
fn tell(builder: &mut Builder, (outlet, place, number): &Account) -> usize {
    let telling = format!("In the fire {number} people were hurt.");
    let (title, body) = match place {
        Headline => (telling.as_str(), "The harbour is closed."),
        Sentence => ("Fire in the harbour", telling.as_str()),
    };
    builder.document(outlet, None, title, &[body])[usize::from(*place == Sentence)]
}

fn people(_: usize, _: usize) -> &'static str {
    "people hurt"
}

fn names<'a>(analysis: &'a Analysis, camp: &Camp) -> Vec<&'a str> {
    camp.outlets.iter().map(|&outlet| analysis.outlets[outlet].name.as_str()).collect()
}

fn only(analysis: &Analysis) -> &Divergence {
    let [divergence] = analysis.divergences.as_slice() else {
        panic!("{} divergences", analysis.divergences.len());
    };
    divergence
}

/// A divergence without its indices: what must not depend on the order of the inputs.
fn shown(analysis: &Analysis) -> Vec<String> {
    let one = |divergence: &Divergence| {
        let [a, b] = [&divergence.a, &divergence.b]
            .map(|camp| format!("{} ({})", camp.value, names(analysis, camp).join(", ")));
        format!("{}: {a} ≠ {b}, {} pairs", divergence.about, divergence.pairs.len())
    };
    analysis.divergences.iter().map(one).collect()
}

#[test]
fn three_outlets_against_two_are_one_divergence_of_six_pairs() {
    let analysis = told(&THREE_AGAINST_TWO, people);
    assert_eq!(shown(&analysis), ["people hurt: 12 (Gazette, Ledger, Sentinel) ≠ 17 (Post, Radio), 6 pairs"]);
    assert_eq!(analysis.claims[0].divergences, [0]);
}

#[test]
fn a_pair_shows_the_side_of_more_outlets_first_whichever_mention_comes_first() {
    let analysis = told(&THREE_AGAINST_TWO, people);
    let pairs = &only(&analysis).pairs;
    assert!(pairs.iter().any(|pair| pair.a.mention < pair.b.mention));
    assert!(pairs.iter().any(|pair| pair.a.mention > pair.b.mention));
    for pair in pairs {
        assert_eq!([&pair.a, &pair.b].map(|stated| stated.evidence.value.as_str()), ["12", "17"]);
    }
}

#[test]
fn more_outlets_come_before_the_lower_value() {
    let analysis =
        told(&[("Gazette", Sentence, "12"), ("Post", Sentence, "17"), ("Radio", Sentence, "17")], people);
    assert_eq!(shown(&analysis), ["people hurt: 17 (Post, Radio) ≠ 12 (Gazette), 2 pairs"]);
}

#[test]
fn as_many_outlets_stand_in_the_order_of_their_values() {
    for numbers in [["12", "17"], ["17", "12"]] {
        let analysis = told(&[("Gazette", Sentence, numbers[0]), ("Post", Sentence, numbers[1])], people);
        assert_eq!([&only(&analysis).a.value, &only(&analysis).b.value], ["12", "17"]);
    }
}

#[test]
fn the_order_of_the_inputs_changes_nothing() {
    let expected = shown(&told(&THREE_AGAINST_TWO, people));
    for turn in 0..THREE_AGAINST_TWO.len() {
        let mut accounts = THREE_AGAINST_TWO;
        accounts.rotate_left(turn);
        assert_eq!(shown(&told(&accounts, people)), expected);
        accounts.reverse();
        assert_eq!(shown(&told(&accounts, people)), expected);
    }
}

#[test]
fn a_third_reading_parts_from_each_of_the_others() {
    let analysis =
        told(&[("Gazette", Sentence, "12"), ("Post", Sentence, "17"), ("Radio", Sentence, "20")], people);
    assert_eq!(analysis.divergences.len(), 3);
}

#[test]
fn what_most_pairs_are_about_names_the_divergence() {
    let among = |first: &'static str, others: &'static str| {
        let analysis = told(&THREE_AGAINST_TWO, |x, y| if (x, y) == (0, 1) { first } else { others });
        only(&analysis).about.clone()
    };
    assert_eq!(among("people", "people hurt"), "people hurt");
    assert_eq!(among("people hurt", ""), "people hurt", "nothing is no answer, however often it is given");
    assert_eq!(among("", ""), "");
}

#[test]
fn a_sentence_speaks_before_a_headline_then_the_first() {
    let accounts = [
        ("Gazette", Headline, "12"),
        ("Post", Sentence, "17"),
        ("Ledger", Sentence, "12"),
        ("Radio", Sentence, "17"),
        ("Sentinel", Sentence, "12"),
    ];
    let analysis = told(&accounts, people);
    let divergence = only(&analysis);
    assert_eq!(analysis.outlet_of(divergence.a.mention), "Ledger");
    assert_eq!(analysis.outlet_of(divergence.b.mention), "Post");
    assert_eq!(divergence.a.span.of(analysis.text(divergence.a.mention)), "12");
}

#[test]
fn a_headline_speaks_where_there_is_no_sentence() {
    let analysis = told(&[("Gazette", Headline, "12"), ("Post", Sentence, "17")], people);
    assert_eq!(analysis.outlet_of(only(&analysis).a.mention), "Gazette");
}

#[test]
fn an_outlet_does_not_part_from_itself() {
    let analysis = told(&[("Gazette", Sentence, "12"), ("Gazette", Sentence, "17")], people);
    assert!(analysis.divergences.is_empty());
}

#[test]
fn an_outlet_that_says_it_twice_is_counted_once() {
    let accounts = [("Gazette", Headline, "12"), ("Gazette", Sentence, "12"), ("Post", Sentence, "17")];
    assert_eq!(shown(&told(&accounts, people)), ["people hurt: 12 (Gazette) ≠ 17 (Post), 2 pairs"]);
}

#[test]
fn one_outlet_more_on_the_smaller_side_tells_more() {
    let weight = |accounts: &[Account]| only(&told(accounts, people)).clone();
    let four_against_one = THREE_AGAINST_TWO
        .map(|(name, place, number)| (name, place, if name == "Post" { "12" } else { number }));
    let [even, lone] = [weight(&THREE_AGAINST_TWO), weight(&four_against_one)];
    assert!(even.by_weight(&lone).is_lt() && lone.by_weight(&even).is_gt());
}

#[test]
fn the_surer_of_two_tells_more_and_a_difference_in_certainty_least() {
    let found = only(&told(&THREE_AGAINST_TWO, people)).clone();
    let surer = Divergence { confidence: 0.99, ..found.clone() };
    let hedged = Divergence { kind: DivergenceKind::Modality, ..surer.clone() };
    assert!(surer.by_weight(&found).is_lt());
    assert!(found.by_weight(&hedged).is_lt());
}
