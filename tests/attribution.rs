//! Who says it: kind, source and content, sentence by sentence.

use crosswire::extract::attributions;
use crosswire::model::{Attribution, Document};
use crosswire::segment;

/// Kind and source of every attribution of a text.
fn sources(text: &str) -> Vec<(&'static str, String)> {
    let document = Document::default().with_text(None, text);
    let found = attributions(&document, &segment::segment(&document));
    let source =
        |one: &Attribution| one.source.map(|span| span.of(&document.text).to_owned()).unwrap_or_default();
    found.iter().flatten().map(|one| (one.kind.name(), source(one))).collect()
}

#[test]
fn sources_are_found_before_and_behind_the_cue() {
    for (text, kind, source) in [
        ("“The roof went first,” said Ana Brandt, the foreman.", "direct", "Ana Brandt, the foreman"),
        ("“The roof went first,” the foreman told reporters in Tarnby.", "direct", "the foreman"),
        ("The foreman told reporters: “The roof went first.”", "direct", "The foreman"),
        ("The foreman said that the roof went first.", "indirect", "The foreman"),
        ("On Monday, the mayor announced that the mill will be rebuilt.", "indirect", "the mayor"),
        ("According to the foreman, the roof went first.", "indirect", "the foreman"),
        ("The roof went first, according to two people at the scene.", "indirect", "two people"),
        ("The roof went first, the foreman said.", "indirect", "the foreman"),
        ("Holm said the mill was “a ruin and a danger” to the town.", "mixed", "Holm"),
        ("“It burned. It burned all night,” said Peter Holt.", "direct", "Peter Holt"),
    ] {
        assert_eq!(sources(text), [(kind, source.to_owned())], "{text}");
    }
}

#[test]
fn what_nobody_says_has_no_source() {
    for text in ["The roof went first.", "The “Maren” ran aground.", "He read the paper.", "“”", "said", ""]
    {
        assert_eq!(sources(text), [], "{text}");
    }
}

#[test]
fn a_quotation_belongs_whole_to_its_source() {
    let text = "“It burned. It burned all night,” said Peter Holt.";
    let document = Document::default().with_text(None, text);
    let found = attributions(&document, &segment::segment(&document));
    let contents: Vec<&str> = found.iter().flatten().map(|one| one.content.of(text)).collect();
    assert_eq!(contents, ["It burned. It burned all night,"]);
}
