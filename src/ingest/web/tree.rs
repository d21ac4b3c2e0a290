//! The elements of a page, in a list that points up and down: no matter how deep a page is nested, nothing here recurses
//! deeper than [`DEEPEST`].

use compact_str::CompactString;

use super::scan::{Attributes, Piece, Scanner};
use crate::text::one_line;

/// Elements nested deeper become part of the one they stand in; their text stays. Browsers draw a line, too.
const DEEPEST: usize = 200;
/// No page that people read has more elements and texts.
pub(super) const MOST_NODES: usize = 500_000;
/// The root: no element, above all others.
pub(super) const ROOT: Id = 0;

/// They change how words look, not what belongs together.
const LOOKS: &[&str] = &[
    "abbr", "acronym", "b", "bdi", "bdo", "big", "center", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "mark", "nobr", "q", "ruby", "s", "samp", "small", "strike", "strong", "sub",
    "sup", "tt", "u", "var", "wbr",
];
/// Elements without content.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track"];
/// Elements that stand in a line of text.
const INLINE: &[&str] =
    &["a", "span", "label", "time", "amp-img", "picture", "svg", "object", "map", "bsp-timestamp"];
/// An end tag inside a cell closes nothing outside it.
const WALLS: &[&str] = &["td", "th", "table"];
/// Elements that stand in lines of their own: a paragraph ends where one of these begins.
pub(super) const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "details",
    "dd",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "ul",
];

pub(super) type Id = usize;

/// An element, or a text (which has no name).
#[derive(Debug, Default)]
pub(super) struct Node {
    pub name: CompactString,
    pub text: String,
    pub attributes: Attributes,
    pub parent: Id,
    pub children: Vec<Id>,
}

/// A page.
#[derive(Debug)]
pub(super) struct Tree {
    pub nodes: Vec<Node>,
}

impl Node {
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(of, _)| of == name).map(|(_, value)| value.as_str())
    }

    pub(super) fn is_text(&self) -> bool {
        self.name.is_empty()
    }
}

impl Tree {
    /// `None` for more than [`MOST_NODES`].
    pub(super) fn of(html: &str) -> Option<Tree> {
        let mut builder =
            Builder { tree: Tree { nodes: vec![Node::default()] }, open: vec![ROOT], beyond: 0 };
        for piece in Scanner::new(html) {
            match piece {
                Piece::Text(text) | Piece::Raw(text) => builder.text(&text),
                Piece::Open { name, attributes } => builder.open(name, attributes),
                Piece::Close(name) => builder.close(&name),
            }
            if builder.tree.nodes.len() > MOST_NODES {
                return None;
            }
        }
        Some(builder.tree)
    }

    /// Every element, in the order of the page.
    pub(super) fn elements(&self) -> impl Iterator<Item = (Id, &Node)> {
        self.nodes.iter().enumerate().filter(|(_, node)| !node.is_text())
    }

    pub(super) fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = (Id, &'a Node)> {
        self.elements().filter(move |(_, node)| node.name == name)
    }

    /// The element and all that it stands in, up to the root.
    pub(super) fn ancestors(&self, id: Id) -> impl Iterator<Item = Id> {
        let up = |id: &Id| (*id != ROOT).then(|| self.nodes[*id].parent);
        std::iter::successors(Some(id), up)
    }

    /// The text of an element on one line.
    pub(super) fn line(&self, id: Id) -> String {
        let mut text = String::new();
        self.collect(id, &mut text);
        one_line(&text)
    }

    fn collect(&self, id: Id, text: &mut String) {
        let node = &self.nodes[id];
        if matches!(node.name.as_str(), "script" | "style") {
            return;
        }
        let parts = BLOCKS.contains(&node.name.as_str()) || node.name == "br";
        text.push_str(if parts { " " } else { &node.text });
        node.children.iter().for_each(|child| self.collect(*child, text));
        text.push_str(if parts { " " } else { "" });
    }
}

/// Whether an element parts the text before it from the text after it.
pub(super) fn is_block(name: &str) -> bool {
    !INLINE.contains(&name)
}

struct Builder {
    tree: Tree,
    /// The elements that are open, the root first.
    open: Vec<Id>,
    /// How many are open beyond [`DEEPEST`].
    beyond: usize,
}

impl Builder {
    fn last(&self) -> Id {
        self.open.last().copied().unwrap_or(ROOT)
    }

    fn text(&mut self, text: &str) {
        let parent = self.last();
        let last = self.tree.nodes[parent].children.last().copied();
        match last.filter(|last| self.tree.nodes[*last].is_text()) {
            Some(last) => self.tree.nodes[last].text.push_str(text),
            None => drop(self.add(Node { text: text.to_owned(), ..Node::default() })),
        }
    }

    fn add(&mut self, node: Node) -> Id {
        let (id, parent) = (self.tree.nodes.len(), self.last());
        self.tree.nodes.push(Node { parent, ..node });
        self.tree.nodes[parent].children.push(id);
        id
    }

    fn open(&mut self, name: CompactString, attributes: Attributes) {
        if name.is_empty() || LOOKS.contains(&name.as_str()) {
            return;
        }
        self.end_implied(&name);
        let void = VOID.contains(&name.as_str());
        if !void && self.open.len() >= DEEPEST {
            return self.beyond += 1;
        }
        let id = self.add(Node { name, attributes, ..Node::default() });
        if !void {
            self.open.push(id);
        }
    }

    /// What the beginning of an element ends: `<li>` the item before it, a block the paragraph.
    fn end_implied(&mut self, name: &str) {
        match name {
            "li" => self.end_up_to(&["li"], &["ul", "ol", "menu"]),
            "dt" | "dd" => self.end_up_to(&["dt", "dd"], &["dl"]),
            "tr" => self.end_up_to(&["tr"], &["table"]),
            "td" | "th" => self.end_up_to(&["td", "th"], &["tr", "table"]),
            "tbody" | "thead" | "tfoot" => self.end_up_to(&["tbody", "thead", "tfoot"], &["table"]),
            "option" => self.end_up_to(&["option"], &["select"]),
            "body" => self.end_up_to(&["head"], &[]),
            _ => {}
        }
        if BLOCKS.contains(&name) {
            // No block stands in a paragraph, so that only lines may be open inside it.
            self.end_up_to(&["p"], BLOCKS);
        }
    }

    fn close(&mut self, name: &str) {
        if LOOKS.contains(&name) || VOID.contains(&name) {
            return;
        }
        if self.beyond > 0 {
            return self.beyond -= 1;
        }
        match name {
            "td" | "th" => self.end_up_to(&[name], &["table"]),
            "tr" | "tbody" | "thead" | "tfoot" => self.end_up_to(&[name], &["table"]),
            "table" => self.end_up_to(&[name], &[]),
            "li" => self.end_up_to(&[name], &["ul", "ol", "td", "th"]),
            _ if INLINE.contains(&name) => self.end_up_to(&[name], BLOCKS),
            _ => self.end_up_to(&[name], WALLS),
        }
    }

    /// Closes the innermost of `names`, unless one of `walls` is open inside it.
    fn end_up_to(&mut self, names: &[&str], walls: &[&str]) {
        for at in (1..self.open.len()).rev() {
            let name = self.tree.nodes[self.open[at]].name.as_str();
            if names.contains(&name) {
                return self.open.truncate(at);
            }
            if walls.contains(&name) {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(tree: &Tree, id: Id) -> String {
        let node = &tree.nodes[id];
        let inside: String = node.children.iter().map(|child| shown(tree, *child)).collect();
        if node.text.is_empty() { format!("{}({inside})", node.name) } else { node.text.clone() }
    }

    #[test]
    fn elements_end_where_browsers_end_them() {
        for (html, expected) in [
            ("<p>a<p>b<div>c</div>d", "p(a)p(b)div(c)d"),
            ("<ul><li>a<li>b<ul><li>c</ul></ul>d", "ul(li(a)li(b ul(li(c))))d"),
            ("<table><tr><td>a<td>b</div>c<tr><td>d</table>e", "table(tr(td(a)td(bc))tr(td(d)))e"),
            ("<b>a<p>b</b>c</p>", "ap(bc)"),
            ("<div><span>a</div>b</span>c", "div(span(a))bc"),
            ("a<br>b</p>c", "abr()bc"),
        ] {
            let tree = Tree::of(html).expect("few elements");
            assert_eq!(shown(&tree, ROOT), format!("({expected})").replace(' ', ""), "{html}");
        }
    }

    #[test]
    fn depth_and_number_are_bounded() {
        let deep = format!("{}x{}y", "<div>".repeat(100_000), "</div>".repeat(100_000));
        let tree = Tree::of(&deep).expect("few elements");
        assert!(tree.nodes.len() < 1000);
        assert_eq!(tree.line(ROOT), "x y");
        assert!(Tree::of(&"<br>".repeat(MOST_NODES + 1)).is_none());
    }
}
