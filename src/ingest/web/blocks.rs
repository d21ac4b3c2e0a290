//! Elements → blocks of text: what stands together on the page stays together, and nothing else does.
//!
//! A paragraph, a heading, an item of a list and a row of a table are a block each; so is text between two blocks, and what
//! `<br><br>` parts.

use super::tree::{Id, ROOT, Tree, is_block};

/// A cell longer than this is no cell of a row: old pages lay themselves out in tables.
const LONGEST_CELL: usize = 150;
/// Blocks with more of their text in links are lists of links.
const MOST_LINKED: f64 = 0.5;
/// Sentences may have more: the words of a name, or of another report.
const MOST_LINKED_OF_SENTENCES: f64 = 0.85;
/// A text this long (bytes) is running text; a shorter one must end as a sentence does.
const LONG: usize = 80;
const SHORT: usize = 30;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Heading,
    Item,
    Quote,
    Row,
}

/// A piece of a page that is read as one.
#[derive(Debug)]
pub(super) struct Block {
    /// The innermost block element that holds it.
    pub element: Id,
    pub kind: Kind,
    /// On one line.
    pub text: String,
    /// Bytes of `text` in links.
    pub linked: usize,
}

impl Block {
    pub(super) fn is_running(&self) -> bool {
        let long = self.text.len() >= LONG || self.text.len() >= SHORT && ends_as_sentence(&self.text);
        long && !self.is_linked() && !matches!(self.kind, Kind::Heading | Kind::Row)
    }

    pub(super) fn is_linked(&self) -> bool {
        let sentence = self.text.len() >= LONG && ends_as_sentence(&self.text);
        let most = if sentence { MOST_LINKED_OF_SENTENCES } else { MOST_LINKED };
        self.linked as f64 > most * self.text.len() as f64
    }
}

/// Whether a text ends in a mark that ends sentences, perhaps with a closing one after it.
pub(super) fn ends_as_sentence(text: &str) -> bool {
    let end = text.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']', ' ']);
    end.ends_with(['.', '!', '?', '…', ':', '。', '！', '？', '؟', '।', '۔'])
}

/// The blocks of a page in its order, without the elements that are `gone`.
pub(super) fn blocks(tree: &Tree, gone: &[bool]) -> Vec<Block> {
    let mut cutter = Cutter { tree, gone, blocks: Vec::new(), text: String::new(), linked: 0, links: 0 };
    cutter.inside(ROOT, ROOT, Kind::Text);
    cutter.end(ROOT, Kind::Text);
    cutter.blocks
}

struct Cutter<'a> {
    tree: &'a Tree,
    gone: &'a [bool],
    blocks: Vec<Block>,
    /// What was read since the last block ended.
    text: String,
    linked: usize,
    /// How many links we are in.
    links: usize,
}

impl Cutter<'_> {
    fn element(&mut self, id: Id, holder: Id, kind: Kind) {
        let name = self.tree.nodes[id].name.as_str();
        match name {
            "" => self.words(id),
            "br" => self.text.push('\n'),
            "td" | "th" => self.cell(id, kind),
            "a" => self.link(id, holder, kind),
            _ if is_block(name) => self.block(id, holder, kind),
            _ => self.inside(id, holder, kind),
        }
    }

    fn inside(&mut self, id: Id, holder: Id, kind: Kind) {
        for child in &self.tree.nodes[id].children {
            if !self.gone[*child] {
                self.element(*child, holder, kind);
            }
        }
    }

    fn words(&mut self, id: Id) {
        let text = &self.tree.nodes[id].text;
        if self.links > 0 {
            self.linked += text.trim().len();
        }
        // Line ends of the source are spaces; only `<br>` is a line end.
        self.text.extend(text.chars().map(|c| if c == '\n' { ' ' } else { c }));
    }

    fn link(&mut self, id: Id, holder: Id, kind: Kind) {
        self.links += 1;
        self.inside(id, holder, kind);
        self.links -= 1;
    }

    fn block(&mut self, id: Id, holder: Id, kind: Kind) {
        self.end(holder, kind);
        let inner = kind_of(&self.tree.nodes[id].name, kind);
        self.inside(id, id, inner);
        self.end(id, inner);
    }

    /// A short cell goes on in the line of its row; a long one is a text of its own.
    fn cell(&mut self, id: Id, kind: Kind) {
        let before = self.text.len();
        self.inside(id, id, kind);
        if self.text.len() > before + LONGEST_CELL {
            self.end(id, Kind::Text);
        } else if self.text.get(before..).is_some_and(|added| !added.trim().is_empty()) {
            self.text.push_str(" | ");
        }
    }

    /// Ends a block, or several where empty lines part the text.
    fn end(&mut self, element: Id, kind: Kind) {
        let text = std::mem::take(&mut self.text);
        let linked = std::mem::take(&mut self.linked);
        let whole = text.len().max(1);
        for part in paragraphs(&text) {
            // Links are spread evenly over the parts: which part they stood in is not known.
            let linked = linked * part.len() / whole;
            self.blocks.push(Block { element, kind, text: part, linked });
        }
    }
}

fn kind_of(name: &str, outer: Kind) -> Kind {
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Kind::Heading,
        "li" | "dd" | "dt" => Kind::Item,
        "blockquote" => Kind::Quote,
        "tr" => Kind::Row,
        "p" | "div" | "section" if outer != Kind::Row => outer,
        _ => Kind::Text,
    }
}

/// The parts between empty lines, each on one line, without what is not seen.
fn paragraphs(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for line in text.split('\n') {
        let words = line.split_whitespace().map(seen).filter(|word| !word.is_empty());
        let line = words.collect::<Vec<_>>().join(" ");
        match parts.last_mut() {
            Some(part) if !line.is_empty() => {
                if !part.is_empty() {
                    part.push(' ');
                }
                part.push_str(&line);
            }
            Some(part) if !part.is_empty() => parts.push(String::new()),
            _ => {}
        }
    }
    let parts = parts.into_iter().map(|part| part.trim_end_matches([' ', '|']).to_owned());
    parts.filter(|part| !part.is_empty()).collect()
}

/// A word without soft hyphens, marks of no width and NULs.
fn seen(word: &str) -> String {
    word.replace(['\u{ad}', '\u{200b}', '\u{2060}', '\u{feff}', '\0'], "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(html: &str) -> Vec<String> {
        let tree = Tree::of(html).expect("few elements");
        let gone = vec![false; tree.nodes.len()];
        blocks(&tree, &gone).into_iter().map(|block| format!("{:?}: {}", block.kind, block.text)).collect()
    }

    #[test]
    fn what_stands_together_stays_together() {
        for (html, expected) in [
            ("<p>a\n <b>b</b><i>c</i></p><p>d</p>", vec!["Text: a bc", "Text: d"]),
            ("<div>a<p>b</p>c</div>", vec!["Text: a", "Text: b", "Text: c"]),
            ("a<br>b<br><br>c<br> <br>d", vec!["Text: a b", "Text: c", "Text: d"]),
            ("<ul><li>a<li><p>b</p></ul>", vec!["Item: a", "Item: b"]),
            ("<blockquote><p>a</p><p>b</p></blockquote>", vec!["Quote: a", "Quote: b"]),
            ("<table><tr><td>a<td>b<tr><td>c</table>", vec!["Row: a | b", "Row: c"]),
            ("<table><tr><td><p>a</p></table>", vec!["Text: a"]),
            ("<h2>a</h2>b <a href=x>c</a>, d", vec!["Heading: a", "Text: b c, d"]),
            ("co&shy;op&#8203; \0", vec!["Text: coop"]),
        ] {
            assert_eq!(read(html), expected, "{html}");
        }
    }
}
