//! What holds for any text, however hostile: places are right, nothing is lost, nothing takes forever.

use std::time::{Duration, Instant};

use crosswire::annotate::segment::{segment, units};
use crosswire::model::{Document, Segmented, Span};
use crosswire::text::sentences;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_cut_into_places_of_its_own(title in proptest::option::of("\\PC{0,20}"), body in hostile()) {
        let document = Document::default().with_text(title.as_deref(), &body);
        check(&document, &segment(&document));
    }

    #[test]
    fn any_characters_survive(body in any::<String>()) {
        let document = Document::default().with_text(None, &body);
        check(&document, &segment(&document));
    }

    #[test]
    fn sentences_hold_everything_but_space(text in hostile()) {
        let kept: String = sentences(&text).iter().map(|span| span.of(&text)).collect();
        prop_assert_eq!(squeezed(&kept), squeezed(&text));
    }
}

/// Text made of what the rules look at.
fn hostile() -> impl Strategy<Value = String> {
    let pieces = [
        "Mr",
        "p.m",
        "U.S",
        "I",
        "said",
        "The Post",
        "Reuters",
        "Harbour Gazette",
        "writes",
        "From ",
        "From the book:",
        "a new book, ",
        "newspaper ",
        "5",
        "a",
        "é",
        "火事",
        "🏠",
        "\u{301}",
        "\u{a0}",
        ". ",
        ".",
        "...",
        " . . .",
        "!",
        "?",
        "。",
        ":",
        ": ",
        ",",
        ", a ",
        " — ",
        " | ",
        "“",
        "”",
        "\"",
        "‘",
        "’",
        "'",
        "«",
        "「",
        "」",
        "(",
        ")",
        "[",
        "]",
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "- ",
        "* ",
        "> ",
        "# ",
        "**",
        "    ",
        "\t",
        "***",
        "1) ",
        "2) ",
        "http://x.example",
        ":) ",
        "By ",
        "word",
    ];
    proptest::collection::vec(proptest::sample::select(pieces.to_vec()), 0..40)
        .prop_map(|pieces| pieces.concat())
}

fn check(document: &Document, segmented: &Segmented) {
    let text = document.text.as_str();
    let spans: Vec<Span> = segmented.sentences.iter().map(|sentence| sentence.span).collect();
    assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start), "ordered, not overlapping: {text:?}");
    for span in &spans {
        assert!(!span.is_empty() && span.trimmed(text) == *span, "trimmed: {text:?}");
    }
    for (index, sentence) in segmented.sentences.iter().enumerate() {
        let next = spans.get(index + 1).map_or(text.len(), |span| span.start);
        for quotation in &sentence.quotations {
            assert!(quotation.end <= text.len() && !quotation.of(text).is_empty(), "a quotation: {text:?}");
            assert!(
                sentence.span.start <= quotation.start && quotation.start <= next,
                "begins here: {text:?}"
            );
        }
        assert!(
            sentence.passage.is_none_or(|passage| segmented.passages[passage].span.contains(sentence.span))
        );
    }
    let mut rest = text.to_owned();
    spans.iter().rev().for_each(|span| rest.replace_range(span.start..span.end, ""));
    assert!(
        rest.chars().all(|c| c.is_whitespace() || "-+*>#".contains(c)),
        "nothing lost: {rest:?} of {text:?}"
    );
    for unit in units(document, segmented) {
        assert!(unit.span.of(text).contains(char::is_alphanumeric));
    }
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn long_runs_of_anything_are_cut_in_time() {
    for piece in [
        "\"",
        "“",
        "‘",
        "' ",
        "“a",
        "a. ",
        ". ",
        ".",
        "a.a",
        "Mr. ",
        "“No.” ",
        "word ",
        "\n",
        "- a\n",
        "> a\n",
        "A: B c d e\n",
        "1) ",
        "From the Post:\n\n",
        "“A b c,” the Post writes. ",
        "a newspaper A, ",
        "Reuters: A b c d e\n",
        "# A\n",
        "The book says ",
        "a book, A: ",
        "New York Post ",
        "http://a ",
        "( ",
        ":) ",
        "*",
        "**",
        "火。",
        "\u{301}",
        "''",
        "«",
    ] {
        for opening in ["", "(", "“", "> ", "> > "] {
            cut_in_time(opening, piece);
        }
    }
}

fn cut_in_time(opening: &str, piece: &str) {
    let body = opening.repeat(50_000) + &piece.repeat(250_000 / piece.len());
    let document = Document::default().with_text(Some("The Post"), &body);
    let start = Instant::now();
    let segmented = segment(&document);
    units(&document, &segmented);
    let taken = start.elapsed();
    assert!(taken < Duration::from_secs(3), "{opening:?} and {piece:?} took {taken:?}");
}
