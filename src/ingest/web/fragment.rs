//! HTML inside feeds and scrapers' fields → paragraphs parted by blank lines.
//!
//! Tags are enough for that: no tree is built, so neither depth nor unclosed tags cost anything.

use super::scan::{Piece, Scanner};
use super::tree;
use crate::text::one_line;

/// Elements whose text is no part of the story. (Nor is that of scripts and styles, which the scanner tells apart.)
const DROPPED: &[&str] = &[
    "figure",
    "figcaption",
    "template",
    "svg",
    "math",
    "head",
    "object",
    "audio",
    "video",
    "canvas",
    "select",
    "button",
];
/// Of dropped elements inside one another, more than these are looked at as what stands in them.
const DEEPEST: usize = 200;
/// Elements that no plain text has.
const TELLING: &[&str] = &["p", "div", "br", "li", "blockquote"];

/// Whether a text is marked up rather than plain.
fn is_html(text: &str) -> bool {
    let end = text.rfind('>').unwrap_or_default();
    let mut tags = text[..end].match_indices('<').map(|(at, _)| &text[at + 1..=end]);
    tags.any(|tag| {
        let tag = tag.strip_prefix('/').unwrap_or(tag);
        let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        let ends = |c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>');
        TELLING.iter().any(|known| name.eq_ignore_ascii_case(known)) && tag[name.len()..].starts_with(ends)
    })
}

/// A text as it stands, or its paragraphs where it is marked up.
pub(in crate::ingest) fn unmarked(text: &str) -> String {
    if is_html(text) { paragraphs(text) } else { text.trim_start_matches('\u{feff}').to_owned() }
}

/// Everything on one line: a title.
pub(in crate::ingest) fn line(html: &str) -> String {
    one_line(&paragraphs(html))
}

/// The paragraphs of a fragment; text without any tag keeps its lines.
pub(in crate::ingest) fn paragraphs(html: &str) -> String {
    let mut text = Text { keeps_lines: !html.contains('<'), ..Text::default() };
    for piece in Scanner::of_fragment(html.trim_start_matches('\u{feff}')) {
        match piece {
            Piece::Text(more) => text.say(&more),
            Piece::Raw(_) => {}
            Piece::Open { name, .. } => text.open(&name),
            Piece::Close(name) => text.close(&name),
        }
    }
    text.done
}

/// What stands between two words, the lesser before the greater.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    Line,
    Paragraph,
}

#[derive(Default)]
struct Text {
    done: String,
    /// Between `done` and what is said next.
    gap: Gap,
    /// Dropped elements that are open, and how much was done before each. One that never ends drops nothing.
    dropped: Vec<(String, usize, Gap)>,
    keeps_lines: bool,
}

impl Text {
    fn open(&mut self, name: &str) {
        if DROPPED.contains(&name) && self.dropped.len() < DEEPEST {
            self.dropped.push((name.to_owned(), self.done.len(), self.gap));
        }
        match name {
            "br" => self.part(Gap::Line),
            "q" => self.say("“"),
            _ => self.edge(name),
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "br" => self.part(Gap::Line),
            "q" => self.say("”"),
            _ => self.edge(name),
        }
        if let Some(at) = self.dropped.iter().rposition(|(open, ..)| open == name) {
            let (_, length, gap) = self.dropped.swap_remove(at);
            self.dropped.truncate(at);
            self.done.truncate(length);
            self.gap = gap;
        }
    }

    /// The beginning or the end of an element.
    fn edge(&mut self, name: &str) {
        if matches!(name, "td" | "th") {
            self.part(Gap::Space);
        } else if tree::BLOCKS.contains(&name) || matches!(name, "tr" | "caption" | "body" | "html") {
            self.part(Gap::Paragraph);
        }
    }

    /// An empty line parts paragraphs.
    fn part(&mut self, gap: Gap) {
        let is_empty_line = (self.gap, gap) == (Gap::Line, Gap::Line);
        self.gap = if is_empty_line { Gap::Paragraph } else { self.gap.max(gap) };
    }

    /// White space is one space, but for the ends of lines that are meant.
    fn say(&mut self, more: &str) {
        for c in more.chars() {
            match c {
                '\n' if self.keeps_lines => self.part(Gap::Line),
                '\0' => {}
                c if c.is_whitespace() => self.part(Gap::Space),
                c => self.push(c),
            }
        }
    }

    fn push(&mut self, c: char) {
        let gap = match std::mem::take(&mut self.gap) {
            _ if self.done.is_empty() => "",
            Gap::None => "",
            Gap::Space => " ",
            Gap::Line => "\n",
            Gap::Paragraph => "\n\n",
        };
        self.done.push_str(gap);
        self.done.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_become_paragraphs() {
        for (html, expected) in [
            (
                "<p>A crane &amp; a ship.</p><p>Nobody\n was hurt.</p>",
                "A crane & a ship.\n\nNobody was hurt.",
            ),
            ("One<br><br>Two<br/>Three", "One\n\nTwo\nThree"),
            ("<ul><li>One</li><li>Two</ul><blockquote>Three</blockquote>", "One\n\nTwo\n\nThree"),
            ("<figure><img><figcaption>No</figcaption></figure><script>a<b</script><p>Yes", "Yes"),
            ("He said <q>no</q>&nbsp;<b>twice</b>.", "He said “no” twice."),
            ("Plain &lt;text&gt;\nand a line\n\nmore", "Plain <text>\nand a line\n\nmore"),
            ("<div>a<!-- </div> --> b</div>", "a b"),
            ("a<figure><p>b</figure>c", "ac"),
            ("&nbsp;a <script>b</p>", "a"),
        ] {
            assert_eq!(paragraphs(html), expected, "{html}");
        }
    }

    /// `<figure>` without its end, and what closes itself as XML has it.
    #[test]
    fn an_element_that_never_ends_drops_nothing() {
        for (html, expected) in [
            ("<p>One<figure><figcaption>No</figcaption><p>Two<p>Three", "One\n\nTwo\n\nThree"),
            ("<figure><p>One</p><figure>no</figure><p>Two", "One\n\nTwo"),
            ("<head><title>No</title><body>One", "One"),
            ("<p>One</p><iframe src='x'/><script src='y' /><p>Two</p>", "One\n\nTwo"),
        ] {
            assert_eq!(paragraphs(html), expected, "{html}");
        }
    }

    #[test]
    fn tags_in_any_case_open_or_closed_tell_html() {
        for (text, expected) in [
            ("One<p>Two", true),
            ("<P>One</P>", true),
            ("One<BR>Two", true),
            ("<div class=x>One", true),
            ("One</Li >", true),
            ("1 < 2 > 0", false),
            ("a <b>bold</b> word", false),
            ("<person>", false),
            ("One <p", false),
            ("<", false),
        ] {
            assert_eq!(is_html(text), expected, "{text}");
        }
    }

    #[test]
    fn depth_and_unclosed_tags_cost_nothing() {
        let deep = format!("{}deep", "<div>".repeat(200_000));
        assert_eq!(paragraphs(&deep), "deep");
        let attributes: String = (0..300_000).map(|number| format!(" a{number}")).collect();
        assert_eq!(paragraphs(&format!("<p>One</p><p{attributes}>two <b")), "One\n\ntwo");
        assert_eq!(paragraphs(&"<".repeat(300_000)).len(), 300_000);
        let open = "<svg>".repeat(300_000) + &"</math>".repeat(300_000);
        assert_eq!(paragraphs(&format!("{open}x")), "x");
        assert_eq!(line("<b>A\n crane</b> <i>fell"), "A crane fell");
    }
}
