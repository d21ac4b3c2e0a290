//! Which blocks of a page are its article.
//!
//! ```text
//!   page ─► boilerplate by markup goes ─► blocks ─► running text + · links and scraps − ─► the element with the largest sum
//! ```
//!
//! An element is worth the running text in it, less what links and scraps take away; the article is in the element that is
//! worth most. So paragraphs in several containers are found together, and a column beside the article costs more than it
//! brings.

use super::blocks::{Block, Kind, blocks, ends_as_sentence};
use super::boilerplate::boilerplate;
use super::cards::cards;
use super::headline::fold;
use super::tree::{Id, Node, ROOT, Tree};

/// The last sentence of an article may be shorter still.
const SHORTEST: usize = 15;
/// What a scrap takes away: so much for being there, and this share of its length.
const SCRAP: f64 = 10.0;
const SCRAP_SHARE: f64 = 0.3;
/// An element that calls itself the article's body needs this share of the best one's text to be believed.
const BELIEVED: f64 = 0.7;
/// Of the page's running text, this share must follow a headline for the article to begin there.
const AFTER_TITLE: f64 = 0.3;

/// The article's blocks, in order. `title` is its headline, if that is known.
pub(super) fn article(tree: &Tree, title: Option<&str>) -> Vec<Block> {
    let blocks = without_cards(tree, blocks(tree, &boilerplate(tree)));
    let blocks = after_title(blocks, title);
    let worth = worth(tree, &blocks);
    let best = best(tree, &worth);
    let chosen = named_body(tree, &worth, best).unwrap_or(best);
    let inside = blocks.into_iter().filter(|block| tree.ancestors(block.element).any(|id| id == chosen));
    tidy(inside.collect())
}

fn without_cards(tree: &Tree, blocks: Vec<Block>) -> Vec<Block> {
    let cards = cards(tree, &blocks);
    blocks.into_iter().zip(cards).filter(|(_, card)| !card).map(|(block, _)| block).collect()
}

/// What follows the headline, where the page shows it and running text follows.
fn after_title(mut blocks: Vec<Block>, title: Option<&str>) -> Vec<Block> {
    let Some(title) = title.map(fold).filter(|title| !title.is_empty()) else { return blocks };
    let running = |blocks: &[Block]| -> usize {
        blocks.iter().filter(|block| block.is_running()).map(|block| block.text.len()).sum()
    };
    let is_title = |block: &Block| block.text.len() < 1000 && fold(&block.text) == title;
    let mut shown = (0..blocks.len()).filter(|at| is_title(&blocks[*at]));
    let enough = |at: &usize| running(&blocks[at + 1..]) as f64 >= AFTER_TITLE * running(&blocks) as f64;
    // The last of those that no running text stands before, else the first: a player inside the article may bear the
    // headline as well.
    let candidates: Vec<usize> = shown.by_ref().take(5).filter(enough).collect();
    let above = candidates.iter().rfind(|at| running(&blocks[..**at]) == 0);
    if let Some(&at) = above.or(candidates.first()) {
        blocks.drain(..=at);
    }
    blocks
}

/// What an element holds: running text, and what it is worth after what takes away from it.
#[derive(Clone, Copy, Default)]
struct Worth {
    text: f64,
    sum: f64,
}

fn worth(tree: &Tree, blocks: &[Block]) -> Vec<Worth> {
    let mut worth = vec![Worth::default(); tree.nodes.len()];
    for block in blocks {
        let (text, less) = value(block);
        worth[block.element].text += text;
        worth[block.element].sum += text - less;
    }
    for id in (1..tree.nodes.len()).rev() {
        let Worth { text, sum } = worth[id];
        let parent = &mut worth[tree.nodes[id].parent];
        parent.text += text;
        parent.sum += sum;
    }
    worth
}

/// What a block brings, and what it takes away.
fn value(block: &Block) -> (f64, f64) {
    let length = block.text.len() as f64;
    if block.is_running() {
        return (length - block.linked as f64, 0.0);
    }
    match block.kind {
        Kind::Heading if !block.is_linked() => (0.0, 0.0),
        Kind::Text | Kind::Heading | Kind::Item | Kind::Quote | Kind::Row => {
            (0.0, SCRAP + SCRAP_SHARE * length)
        }
    }
}

/// The innermost element of the largest sum.
fn best(tree: &Tree, worth: &[Worth]) -> Id {
    let ids = tree.elements().map(|(id, _)| id);
    ids.fold(ROOT, |best, id| if worth[id].sum >= worth[best].sum { id } else { best })
}

/// The element that its markup calls the article's body, if there is one to believe.
fn named_body(tree: &Tree, worth: &[Worth], best: Id) -> Option<Id> {
    let believed = |id: &Id| worth[*id].text >= BELIEVED * worth[best].text;
    let named = tree.elements().filter(|(_, node)| is_body(node)).map(|(id, _)| id).filter(believed);
    named.max_by(|x, y| worth[*x].sum.total_cmp(&worth[*y].sum))
}

fn is_body(node: &Node) -> bool {
    if node.attribute("itemprop").is_some_and(|name| name.eq_ignore_ascii_case("articleBody")) {
        return true;
    }
    let names = [node.attribute("class"), node.attribute("id")];
    let names = names.into_iter().flatten().flat_map(str::split_whitespace);
    names
        .map(|name| name.to_ascii_lowercase().replace(['-', '_'], ""))
        .any(|name| BODIES.contains(&name.as_str()))
}

/// What sites call the element that holds the article's text, in small letters without hyphens.
const BODIES: &[&str] = &[
    "articlebody",
    "articlecontent",
    "articletext",
    "bodycontent",
    "contentbody",
    "entrycontent",
    "newsbody",
    "newscontent",
    "postbody",
    "postcontent",
    "postentry",
    "storybody",
    "storycontent",
    "storytext",
];

/// Whether a block may be the last of an article: after it come dates, names and buttons.
fn says_something(block: &Block) -> bool {
    block.is_running()
        || matches!(block.kind, Kind::Item | Kind::Row | Kind::Quote)
        || block.kind == Kind::Text && block.text.len() >= SHORTEST && ends_as_sentence(&block.text)
}

/// Without lists of links and scraps, and without headings that nothing is left under.
fn tidy(blocks: Vec<Block>) -> Vec<Block> {
    let mut kept: Vec<Block> = Vec::new();
    for block in blocks.into_iter().filter(|block| !block.is_linked()) {
        let twice = block.kind == Kind::Heading && kept.last().is_some_and(|last| last.kind == Kind::Heading);
        if twice {
            kept.pop();
        }
        kept.push(block);
    }
    let first = kept.iter().position(Block::is_running).unwrap_or(0);
    let last = kept.iter().rposition(says_something).unwrap_or(kept.len().saturating_sub(1));
    kept.truncate(last + 1);
    kept.drain(..first.min(kept.len()));
    kept
}
