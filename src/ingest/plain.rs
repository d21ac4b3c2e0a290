//! Text and Markdown, with or without front matter.
//!
//! ```text
//!   ---
//!   outlet: Coast Radio
//!   published: 2026-03-05
//!   ---
//!   A first line followed by a blank one is the title
//!
//!   The body.
//! ```

use serde_json::{Map, Value};

use super::field_names::Record;
use super::fields::{Fields, has_words};
use super::input::{Format, Input, Loaded, Place};
use super::web::fragment;

/// A first line longer than this is a paragraph, not a title.
const LONGEST_TITLE: usize = 250;

pub(super) const TEXT: Format = Format::of(&["txt", "text", "md", "markdown"], read);

fn read(input: &Input, loaded: &mut Loaded) {
    let (values, body) = front_matter(input.text);
    let given = Record::of(&values).fields();
    let title = given.title.or_else(|| title(body).map(str::to_owned));
    let text = Some(fragment::unmarked(without_mark(body)));
    let fields = Fields { title, text, ..given };
    loaded.take(input, Place::Whole, fields, "the document is empty: it holds no words");
}

/// The `key: value` lines between two `---` lines at the top, and what follows them.
fn front_matter(text: &str) -> (Map<String, Value>, &str) {
    let none = (Map::new(), text);
    let Some(rest) =
        text.strip_prefix("---").and_then(|rest| rest.trim_start_matches([' ', '\r']).strip_prefix('\n'))
    else {
        return none;
    };
    let mut values = Map::new();
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        at += line.len();
        match line.trim() {
            "---" | "..." => return (values, &rest[at..]),
            "" => {}
            entry => match entry.split_once(':') {
                Some((key, value)) => {
                    drop(values.insert(key.trim().to_lowercase(), Value::from(unquoted(value))))
                }
                None if entry.starts_with('#') || entry.starts_with('-') => {}
                None => return none,
            },
        }
    }
    none
}

fn unquoted(value: &str) -> &str {
    let value = value.trim();
    let inner = |mark: char| value.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
    inner('"').or_else(|| inner('\'')).unwrap_or(value)
}

/// The first line, where a blank one (or nothing) follows; in Markdown, the leading heading.
fn title(body: &str) -> Option<&str> {
    let mut lines = body.lines().skip_while(|line| line.trim().is_empty());
    let first = lines.next()?.trim();
    let heading = first.strip_prefix("# ").map(str::trim);
    let parted = lines.next().is_some_and(|line| line.trim().is_empty()) && lines.next().is_some();
    let short = first.chars().count() <= LONGEST_TITLE;
    heading.or((parted && short).then_some(first)).filter(|title| has_words(title))
}

/// A leading Markdown heading loses its mark, so that the text opens with the title itself.
fn without_mark(body: &str) -> &str {
    let start = body.trim_start();
    start.strip_prefix("# ").map_or(body, str::trim_start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Document;

    fn read(text: &str) -> Document {
        TEXT.read_text(text).documents.remove(0)
    }

    #[test]
    fn front_matter_names_the_outlet_and_the_rest_is_text() {
        let document = read(
            "---\noutlet: \"Coast Radio\"\ntitle: Fire: what we know\nmood: grim\n---\n\nIt burned.\n\nAll night.\n",
        );
        assert_eq!(document.outlet, "Coast Radio");
        assert_eq!(document.title.as_deref(), Some("Fire: what we know"));
        assert!(document.text.ends_with("It burned.\n\nAll night.\n"));
    }

    #[test]
    fn the_first_line_before_a_blank_one_is_the_title() {
        let document = read("Fire at the port\r\n\r\nIt burned.\r\n");
        assert_eq!(document.title.as_deref(), Some("Fire at the port"));
        assert_eq!(document.outlet, "stem");
        assert_eq!(read("It burned.\nAll night.\n").title, None);
        assert_eq!(read("Only a line").title, None);
        assert_eq!(read("# Fire\nIt burned.\n").text, "Fire\nIt burned.\n");
        assert_eq!(read("Fire  at\tport\n\nIt burned.\n").text, "Fire  at\tport\n\nIt burned.\n");
    }

    #[test]
    fn a_rule_that_is_no_front_matter_is_text() {
        for text in ["---\nNot a field\n---\nIt burned.", "---\noutlet: open end\n\nIt burned."] {
            assert_eq!(read(text).text, text);
        }
    }
}
