//! Lists of teasers: several elements side by side, each a linked heading with a sentence or two under it.
//!
//! A related link between two paragraphs is no teaser: it stands in the same element as they do.

use std::collections::BTreeMap;

use super::blocks::Block;
use super::tree::{Id, Tree};

/// A shorter link is a date, a name, a section.
const SHORTEST_LINK: usize = 20;
/// A teaser tells no more than this many running blocks.
const MOST_TEXTS: usize = 2;
/// A card may stand in wrappings of its own, but no more.
const HIGHEST: usize = 4;
/// Fewer are no list.
const FEWEST: usize = 3;

/// For each block, whether it is in a teaser of a list of them.
pub(super) fn cards(tree: &Tree, blocks: &[Block]) -> Vec<bool> {
    let texts = texts(tree, blocks);
    let cards: Vec<Id> = pairs(blocks)
        .map(|(link, text)| common(tree, link.element, text.element))
        .filter(|card| texts[*card] <= MOST_TEXTS)
        .collect();
    let mut lists: BTreeMap<Id, usize> = BTreeMap::new();
    for card in &cards {
        above(tree, *card).for_each(|list| *lists.entry(list).or_default() += 1);
    }
    let mut listed = vec![false; tree.nodes.len()];
    for card in cards {
        listed[card] |= above(tree, card).any(|list| lists[&list] >= FEWEST);
    }
    blocks.iter().map(|block| tree.ancestors(block.element).any(|id| listed[id])).collect()
}

/// The element around a card, and the one around that: each card may have a wrapping of its own.
fn above(tree: &Tree, card: Id) -> impl Iterator<Item = Id> {
    tree.ancestors(card).skip(1).take(HIGHEST)
}

/// How many running blocks each element holds.
fn texts(tree: &Tree, blocks: &[Block]) -> Vec<usize> {
    let mut texts = vec![0; tree.nodes.len()];
    for block in blocks.iter().filter(|block| block.is_running()) {
        tree.ancestors(block.element).for_each(|id| texts[id] += 1);
    }
    texts
}

/// Each running block with the linked one before it, if no other running block stands between them.
fn pairs(blocks: &[Block]) -> impl Iterator<Item = (&Block, &Block)> {
    let mut link = None;
    blocks.iter().filter_map(move |block| {
        if block.is_running() {
            return link.take().map(|link| (link, block));
        }
        if block.is_linked() && block.text.len() >= SHORTEST_LINK {
            link = Some(block);
        }
        None
    })
}

/// The innermost element that holds both: an element stands after the one it is in.
fn common(tree: &Tree, mut x: Id, mut y: Id) -> Id {
    while x != y {
        let later = if x > y { &mut x } else { &mut y };
        *later = tree.nodes[*later].parent;
    }
    x
}

#[cfg(test)]
mod tests {
    use super::super::blocks::blocks;
    use super::*;

    fn listed(html: &str) -> usize {
        let tree = Tree::of(html).expect("few elements");
        let blocks = blocks(&tree, &vec![false; tree.nodes.len()]);
        cards(&tree, &blocks).into_iter().filter(|card| *card).count()
    }

    #[test]
    fn teasers_side_by_side_are_cards_and_related_links_are_not() {
        let link = "<h3><a href=x>Another story that is told elsewhere</a></h3>";
        let text = "<p>A sentence that is long enough to be running text of a page.</p>";
        let card = format!("<div>{link}{text}</div>");
        assert_eq!(listed(&card.repeat(3)), 6);
        assert_eq!(listed(&card.repeat(2)), 0);
        assert_eq!(listed(&format!("<div>{}</div>", format!("{text}{link}").repeat(5))), 0);
    }
}
