//! HTML inside feeds and scrapers' fields → paragraphs parted by blank lines.
//!
//! Tokens are enough for that: no tree is built, so neither depth nor unclosed tags cost anything.

use std::borrow::Cow;
use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

/// Elements whose text is no part of the story.
const DROPPED: &[&str] = &[
    "script",
    "style",
    "figure",
    "figcaption",
    "template",
    "svg",
    "math",
    "iframe",
    "head",
    "title",
    "noembed",
    "noframes",
    "object",
    "audio",
    "video",
    "canvas",
    "select",
    "button",
    "textarea",
];
/// Elements that stand in lines of their own.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "aside",
    "nav",
    "address",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "pre",
    "table",
    "caption",
    "tr",
    "hr",
    "form",
    "fieldset",
    "details",
    "summary",
    "body",
    "html",
];
/// What no plain text holds.
const TELLING: &[&str] = &["</p>", "</div>", "<br>", "<br/>", "<br />", "</li>", "</blockquote>"];

/// Longer tags lose their attributes, which are not looked at: the tokenizer compares each with all before it.
const LONGEST_TAG: usize = 4096;

/// Whether a text is marked up rather than plain.
pub(super) fn is_html(text: &str) -> bool {
    text.contains('<') && TELLING.iter().any(|tag| text.contains(tag))
}

/// Everything on one line: a title.
pub(super) fn line(html: &str) -> String {
    one_line(&paragraphs(html))
}

/// Plain text on one line, its white space single spaces.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The paragraphs of a fragment; text without any tag keeps its lines.
pub(super) fn paragraphs(html: &str) -> String {
    let keeps_lines = !html.contains('<');
    let sink = Sink(RefCell::new(Text { keeps_lines, ..Text::default() }));
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from(&*with_short_tags(html)));
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    let mut text = tokenizer.sink.0.into_inner();
    text.flush();
    text.done
}

/// Long tags become bare ones; all else stays as it is.
fn with_short_tags(html: &str) -> Cow<'_, str> {
    let mut short = String::new();
    let mut kept = 0;
    let (mut from, mut end) = (0, 0);
    while let Some(start) = html[from..].find('<').map(|at| from + at) {
        if end < start {
            end = html[start..].find('>').map_or(html.len(), |at| start + at);
        }
        from = start + 1;
        if end - start > LONGEST_TAG && html[from..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            let name = html[from..].find(|c: char| !c.is_ascii_alphanumeric()).map_or(end, |at| from + at);
            short.push_str(&html[kept..name]);
            (kept, from) = (end, end);
        }
    }
    if kept == 0 { Cow::Borrowed(html) } else { Cow::Owned(short + &html[kept..]) }
}

struct Sink(RefCell<Text>);

#[derive(Default)]
struct Text {
    done: String,
    /// The block that is being written.
    block: String,
    /// The element that is left out, and how many of its name are open.
    dropped: Option<(String, usize)>,
    keeps_lines: bool,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut text = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) => return text.tag(&tag),
            Token::CharacterTokens(more) => text.say(&more),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Text {
    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let (name, opens) = (&*tag.name, tag.kind == TagKind::StartTag);
        if let Some((dropped, depth)) = &mut self.dropped {
            match (dropped == name, opens) {
                (true, true) => *depth += 1,
                (true, false) => *depth -= 1,
                _ => {}
            }
            if *depth == 0 {
                self.dropped = None;
            }
        } else if opens && DROPPED.contains(&name) && !tag.self_closing {
            self.dropped = Some((name.to_owned(), 1));
        } else {
            self.element(name, opens);
        }
        raw(name, opens)
    }

    fn element(&mut self, name: &str, opens: bool) {
        match name {
            "br" => self.block.push('\n'),
            "td" | "th" => self.say(" "),
            "q" => self.say(if opens { "“" } else { "”" }),
            _ if BLOCKS.contains(&name) => self.flush(),
            _ => {}
        }
    }

    /// White space is one space, but for the ends of lines that are meant.
    fn say(&mut self, more: &str) {
        if self.dropped.is_some() {
            return;
        }
        for c in more.chars() {
            match c {
                '\n' if self.keeps_lines => self.block.push('\n'),
                c if !c.is_whitespace() => self.block.push(c),
                _ if self.block.is_empty() || self.block.ends_with([' ', '\n']) => {}
                _ => self.block.push(' '),
            }
        }
    }

    /// Ends a block; blank lines in it part paragraphs.
    fn flush(&mut self) {
        let block = std::mem::take(&mut self.block);
        let mut blank = true;
        for line in block.lines().map(str::trim) {
            if line.is_empty() {
                blank = true;
                continue;
            }
            let parted = if blank { "\n\n" } else { "\n" };
            self.done.push_str(if self.done.is_empty() { "" } else { parted });
            self.done.push_str(line);
            blank = false;
        }
    }
}

/// Inside these, `<` begins no tag.
fn raw(name: &str, opens: bool) -> TokenSinkResult<()> {
    match name {
        "script" if opens => TokenSinkResult::RawData(RawKind::ScriptData),
        "style" | "iframe" | "noembed" | "noframes" | "xmp" if opens => {
            TokenSinkResult::RawData(RawKind::Rawtext)
        }
        "title" | "textarea" if opens => TokenSinkResult::RawData(RawKind::Rcdata),
        _ => TokenSinkResult::Continue,
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
        ] {
            assert_eq!(paragraphs(html), expected, "{html}");
        }
    }

    #[test]
    fn depth_and_unclosed_tags_cost_nothing() {
        let deep = format!("{}deep", "<div>".repeat(200_000));
        assert_eq!(paragraphs(&deep), "deep");
        let attributes: String = (0..300_000).map(|number| format!(" a{number}")).collect();
        assert_eq!(paragraphs(&format!("<p>One</p><p{attributes}>two <b")), "One\n\ntwo");
        assert_eq!(paragraphs(&"<".repeat(300_000)).len(), 300_000);
        assert_eq!(line("<b>A\n crane</b> <i>fell"), "A crane fell");
    }
}
