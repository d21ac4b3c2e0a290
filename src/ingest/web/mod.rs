//! Saved web pages: the article, without what stands around it.
//!
//! ```text
//!   bytes ─encoding─► text ─scan─► tags ─tree─► elements ─┬─ meta: title, outlet, author, date, address, language
//!                                                          └─ boilerplate ─► blocks ─► article: paragraphs
//! ```
//!
//! Pages come from anywhere. Every step here takes time and memory in proportion to the page, and none recurses with it.

mod article;
mod blocks;
mod boilerplate;
mod cards;
pub(super) mod fragment;
pub(super) mod headline;
mod linked;
mod meta;
mod mhtml;
mod scan;
mod tree;

use super::encoding;
use super::fields::Filled;
use super::input::{Format, Input, Loaded, Place};
use blocks::Block;
use meta::Meta;
pub(super) use mhtml::ARCHIVE;
use tree::Tree;

/// A page may have one part in so many of what a file may have: 16 MiB, unless the user allows more. News pages have a few
/// hundred KiB, the largest live blogs a few MiB.
const SHARE_OF_FILE: u64 = 64;
/// The text in linked data is taken where the page itself gives less than this share of it.
const SHARE_OF_BODY: f64 = 0.5;
/// A shorter text in linked data is a summary.
const SHORTEST_BODY: usize = 400;

pub(super) const PAGE: Format =
    Format { endings: &["html", "htm", "xhtml"], decode: encoding::decode_page, read };

fn read(input: &Input, loaded: &mut Loaded) {
    match page(input.text, input, None) {
        Ok(filled) => loaded.push(input, Place::Whole, filled),
        Err(message) => loaded.skip(input, Place::Whole, message),
    }
}

/// The document of a page, or why there is none. `saved_from` is its address, where the page does not say.
fn page(html: &str, input: &Input, saved_from: Option<String>) -> Result<Filled, String> {
    let largest = input.largest / SHARE_OF_FILE;
    if html.len() as u64 > largest {
        return Err(format!(
            "the page is larger than {} MiB, too large to be an article; --max-file-size raises this, too",
            largest >> 20
        ));
    }
    let most = tree::MOST_NODES;
    let tree = Tree::of(html)
        .ok_or_else(|| format!("the page has more than {most} elements, too many for an article"))?;
    let Meta { mut fields, body } = meta::meta(&tree);
    fields.url = fields.url.or(saved_from);
    let title = fields.title.as_deref();
    fields.text = Some(text(article::article(&tree, title), title, body));
    fields.document(input.stem).map_err(|_| "no article was found in the page".to_owned())
}

/// The paragraphs; those of the linked data where the page has next to none (scripts would have put them there).
fn text(blocks: Vec<Block>, title: Option<&str>, body: Option<String>) -> String {
    let title = title.map(headline::fold);
    let own = blocks.into_iter().map(|block| block.text);
    let own: Vec<String> = own.filter(|text| Some(headline::fold(text)) != title).collect();
    let own = own.join("\n\n");
    let fuller =
        |body: &String| body.len() >= SHORTEST_BODY && (own.len() as f64) < SHARE_OF_BODY * body.len() as f64;
    body.filter(fuller).unwrap_or(own)
}
