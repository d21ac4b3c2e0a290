//! Layouts of roundups, as small pages: which voice says what.

use crate::annotate::segment::segment;
use crate::model::{Document, SentenceKind};

/// Checks the voices of every sentence that is not furniture; `-` is the page's own.
fn check(body: &str, expected: &[(&str, &str)]) {
    let document = Document::default().with_text(None, body);
    let segmented = segment(&document);
    let story = segmented.sentences.iter().filter(|sentence| sentence.kind != SentenceKind::Furniture);
    let found: Vec<(String, &str)> = story
        .map(|sentence| {
            let voice = sentence
                .passage
                .map_or("-".to_owned(), |passage| segmented.passages[passage].chain.join(" > "));
            (voice, sentence.span.of(body))
        })
        .collect();
    let expected: Vec<(String, &str)> =
        expected.iter().map(|(voice, text)| ((*voice).to_owned(), *text)).collect();
    assert_eq!(found, expected);
}

#[test]
fn labelled_lines_of_many_dresses() {
    check(
        "- **Harbour Gazette**: Three dead in ferry blaze, captain held\n\
         - [The Tidewater Post](https://tidewater.example/1) — Ferry company “knew of fault for weeks”\n\
         - Northlight Radio | ‘Nobody checked the extinguishers’",
        &[
            ("Harbour Gazette", "Three dead in ferry blaze, captain held"),
            ("Tidewater Post", "Ferry company “knew of fault for weeks”"),
            ("Northlight Radio", "‘Nobody checked the extinguishers’"),
        ],
    );
}

#[test]
fn a_list_of_dates_or_places_is_no_roundup() {
    check(
        "June 9: Big Hall on Holm Point\nJune 10: Old Pier in Tidewater\nJune 14: The Marina of Northlight",
        &[
            ("-", "June 9: Big Hall on Holm Point"),
            ("-", "June 10: Old Pier in Tidewater"),
            ("-", "June 14: The Marina of Northlight"),
        ],
    );
}

#[test]
fn lead_ins_come_in_many_words() {
    for lead in [
        "As the Harbour Gazette put it:",
        "The Harbour Gazette reports:",
        "Here is how the Harbour Gazette put it:",
        "From Monday's Harbour Gazette:",
        "From the Harbour Gazette, at length:",
        "Meanwhile, the Harbour Gazette has this:",
        "According to the Harbour Gazette:",
    ] {
        check(&format!("{lead}\n\nThe owners knew."), &[("Harbour Gazette", "The owners knew.")]);
    }
    check("Captain Brandt said:\n\nWe came.", &[("-", "Captain Brandt said:"), ("-", "We came.")]);
}

#[test]
fn lead_ins_of_the_page_are_no_outlets() {
    check(
        "Why it matters: The island has no other ferry.\n\nWhat comes next: Nobody on the pier knows yet",
        &[
            ("-", "Why it matters: The island has no other ferry."),
            ("-", "What comes next: Nobody on the pier knows yet"),
        ],
    );
}

#[test]
fn an_interview_is_no_roundup() {
    check(
        "Holm: Nobody told us what to do\nBrandt: The company told us to wait\nHolm: So we waited on the deck\n\
         Brandt: Until the boats came at last",
        &[
            ("-", "Holm: Nobody told us what to do"),
            ("-", "Brandt: The company told us to wait"),
            ("-", "Holm: So we waited on the deck"),
            ("-", "Brandt: Until the boats came at last"),
        ],
    );
}

#[test]
fn a_lead_in_gives_one_paragraph_or_what_is_set_off() {
    check(
        "In the Harbour Gazette:\n\n> Fire broke out at dusk. Two men jumped.\n>\n> One drowned.\n\nThe company is silent.",
        &[
            ("Harbour Gazette", "Fire broke out at dusk."),
            ("Harbour Gazette", "Two men jumped."),
            ("Harbour Gazette", "One drowned."),
            ("-", "The company is silent."),
        ],
    );
    check(
        "From the Tidewater Post:\n\nThe owners knew. They said nothing.\n\nThe inquiry opens in May.",
        &[
            ("Tidewater Post", "The owners knew."),
            ("Tidewater Post", "They said nothing."),
            ("-", "The inquiry opens in May."),
        ],
    );
}

#[test]
fn an_outlet_speaks_in_quotations_and_a_person_does_not() {
    check(
        "“It was a mess,” the Harbour Gazette writes. “Nobody came.” Mayor Holm agrees.\n\n\
         “It was not,” Captain Brandt told the Harbour Gazette. “We came.”",
        &[
            ("Harbour Gazette", "“It was a mess,” the Harbour Gazette writes."),
            ("Harbour Gazette", "“Nobody came.”"),
            ("-", "Mayor Holm agrees."),
            ("-", "“It was not,” Captain Brandt told the Harbour Gazette."),
            ("-", "“We came.”"),
        ],
    );
}

#[test]
fn short_names_follow_the_full_one() {
    check(
        "Harbour Gazette: Three dead in ferry blaze\nTidewater Post: Owners knew of fault for weeks\n\n\
         Meanwhile, the Gazette reports: “Seven remain in hospital. Two are children.”",
        &[
            ("Harbour Gazette", "Three dead in ferry blaze"),
            ("Tidewater Post", "Owners knew of fault for weeks"),
            ("Harbour Gazette", "Meanwhile, the Gazette reports: “Seven remain in hospital."),
            ("Harbour Gazette", "Two are children.”"),
        ],
    );
}

#[test]
fn a_name_counts_when_the_text_calls_it_an_outlet() {
    check(
        "Northlight, a local broadcaster, disagrees. “Nobody warned us,” Northlight reports. “Not once.”",
        &[
            ("-", "Northlight, a local broadcaster, disagrees."),
            ("Northlight", "“Nobody warned us,” Northlight reports."),
            ("Northlight", "“Not once.”"),
        ],
    );
}

#[test]
fn headings_that_name_an_outlet_open_its_section() {
    check(
        "## Harbour Gazette\n\nThree people died. The captain was held.\n\nFrom Burning Water's authors:\n\n\
         ## What we think\n\nThe island needs a ferry.",
        &[
            ("Harbour Gazette", "Three people died."),
            ("Harbour Gazette", "The captain was held."),
            ("Harbour Gazette", "From Burning Water's authors:"),
            ("-", "What we think"),
            ("-", "The island needs a ferry."),
        ],
    );
}

#[test]
fn named_works_speak_and_chains_nest() {
    check(
        "It is all in a new book, “Burning Water,” by Una Holm. The book blames the owners. The report says nothing. From the book:\n\n\
         The ferry had no extinguishers.\n\nIt costs 20 crowns.",
        &[
            ("-", "It is all in a new book, “Burning Water,” by Una Holm."),
            ("Burning Water", "The book blames the owners."),
            ("-", "The report says nothing."),
            ("Burning Water", "The ferry had no extinguishers."),
            ("-", "It costs 20 crowns."),
        ],
    );
    check(
        "**Harbour Gazette**\n\n“Not a drop,” Northlight Radio reports.",
        &[("Harbour Gazette > Northlight Radio", "“Not a drop,” Northlight Radio reports.")],
    );
}
