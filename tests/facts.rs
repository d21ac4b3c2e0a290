//! Facts of one event compared over all its documents: two outlets, two texts, and what is reported.

use crosswire::model::{Analysis, Document};
use crosswire::pipeline::{Options, analyze};

fn compared(a: &str, b: &str) -> Analysis {
    let document = |outlet: &str, text: &str| {
        let id = outlet.to_owned();
        Document { id: id.clone(), outlet: id, ..Document::default() }.with_text(None, text)
    };
    analyze(vec![document("Gazette", a), document("Ledger", b)], &Options::default())
}

/// Kind and both values of everything that is reported, the values of each in the order of the alphabet.
fn reported(a: &str, b: &str) -> Vec<String> {
    let analysis = compared(a, b);
    let one = |found: &crosswire::model::Divergence| {
        let mut values = [found.a.value.as_str(), found.b.value.as_str()];
        values.sort_unstable();
        format!("{}: {} ≠ {}", found.kind.name(), values[0], values[1])
    };
    analysis.divergences.iter().map(one).collect()
}

#[track_caller]
fn check(a: &str, b: &str, expected: &[&str]) {
    assert_eq!(reported(a, b), expected);
}

#[test]
fn a_word_changed_in_a_quotation_is_found_in_sentences_that_differ_otherwise() {
    check(
        "Ana Holm was angry. “We shall never again sell a single acre of this forest,” she told the council on Monday.",
        "Speaking to a full hall, the mayor promised: “We shall never again lease a single acre of this forest.”",
        &["quote: lease ≠ sell"],
    );
}

#[test]
fn a_word_put_into_a_quotation_is_shown_between_its_neighbours() {
    check(
        "Ana Holm said at the quay: “We never promised a bridge to the people of this island.”",
        "In the hall the mayor said: “We never promised a new bridge to the people of this island.”",
        &["quote: a bridge ≠ a new bridge"],
    );
}

#[test]
fn a_number_that_differs_inside_a_quotation_is_told_as_a_number_alone() {
    let found = reported(
        "“We lost 12 boats in the storm that night,” said Ana Holm, the mayor of Norvik.",
        "“We lost 17 boats in the storm that night,” said Ana Holm, the mayor of Norvik.",
    );
    assert_eq!(found, ["number: 12 ≠ 17"]);
}

#[test]
fn cuts_brackets_contractions_and_fillers_change_no_quotation() {
    for other in [
        "He said: “We don't know who opened the valve … or why the alarm stayed silent that night.”",
        "He said: “We do not know who opened the valve, or why the alarm stayed silent [on Monday] that night.”",
        "He promised to tell the U.S. envoy, adding: “We don't know who opened the valve or why the alarm stayed silent that night.”",
        "He said: “And we don't know who opened the valve or why the alarm stayed silent that night.”",
    ] {
        check(
            "Berg added: “We don't know who opened the valve or why the alarm stayed silent that night.”",
            other,
            &[],
        );
    }
}

#[test]
fn a_name_spelt_in_two_ways_beside_the_same_given_name_is_found() {
    check(
        "The harbour was closed at noon by Jonna Velmarsen after the spill had reached the quay.",
        "Divers went down twice, said Jonna Velmarson, who leads the rescue service of the district.",
        &["name: Velmarsen ≠ Velmarson"],
    );
}

#[test]
fn plurals_possessives_and_british_spellings_are_no_other_names() {
    for (a, b) in [
        ("The match was won by the Velmars in the end.", "In the end it was Velmar who took the cup home."),
        ("It was seen from Harbourgate Terrace by a nurse.", "A nurse saw it from Harborgate Terrace."),
        ("They met at Ada Velmar's house in the hills.", "In the hills they met at the house of Ada Velmar."),
    ] {
        check(a, b, &[]);
    }
}

#[test]
fn one_thing_counted_differently_is_found_across_the_event() {
    check(
        "At least 12 passengers were killed when the ferry Marigold burned off Holm Point late on Tuesday.",
        "Help came late: on the burning ferry Marigold at least 17 passengers were killed, officials in the capital said.",
        &["number: at least 12 ≠ at least 17"],
    );
}

#[test]
fn numbers_of_other_things_are_no_divergence() {
    for (a, b) in [
        (
            "Six people were killed in the flood at Norvik.",
            "In Norvik 9,000 people were fed after the flood.",
        ),
        (
            "Call the police in Norvik on 0555 010 3344 about the fire.",
            "Call the police in Norvik on 0555 010 5566 about the fire.",
        ),
        (
            "The ballot in Norvik ended at 0700 UTC on Sunday.",
            "The ballot in Norvik ended at 0900 UTC on Sunday.",
        ),
    ] {
        let numbers: Vec<String> =
            reported(a, b).into_iter().filter(|one| one.starts_with("number")).collect();
        assert_eq!(numbers, Vec::<String>::new());
    }
}

#[test]
fn every_outlet_that_gives_a_reading_is_on_its_side() {
    let document = |outlet: String, name: &str| {
        let text =
            format!("Divers went down twice, said Jonna {name}. Nobody knew why Jonna {name} had left.");
        Document { id: outlet.clone(), outlet, ..Document::default() }.with_text(None, &text)
    };
    let many = (0..40).map(|at| document(format!("Outlet {at:02}"), "Velmarsen"));
    let analysis =
        analyze(many.chain([document("Ledger".to_owned(), "Velmarson")]).collect(), &Options::default());
    let found = analysis.divergences.iter().find(|found| found.a.value == "Velmarsen").expect("it is found");
    assert_eq!((found.a.outlets.len(), found.b.outlets.len()), (40, 1));
}

#[test]
fn words_of_a_hundred_thousand_letters_take_no_time_away() {
    let long = |end: &str| format!("Q{}{end}", "b".repeat(100_000));
    let name = |end: &str| format!("Divers saw Ada {} in the town of Norvik on Monday.", long(end));
    let quotation =
        |end: &str| format!("He said: “We saw the {} in the town on a cold wet Monday.”", long(end));
    compared(&name("a"), &name("o"));
    compared(&quotation("a"), &quotation("o"));
}
