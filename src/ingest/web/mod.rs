//! Saved web pages: the article, without what stands around it.
//!
//! ```text
//!   bytes ─encoding─► text ─scan─► tags ─tree─► elements ─┬─ meta: title, outlet, author, date, address, language
//!                                                          └─ furniture ─► blocks ─► article: paragraphs
//! ```
//!
//! Pages come from anywhere. Every step here takes time and memory in proportion to the page, and none recurses with it.

mod article;
mod blocks;
mod cards;
pub(super) mod fragment;
mod furniture;
mod headline;
mod linked;
mod meta;
mod mhtml;
mod scan;
mod tree;

use serde_json::{Map, Value};

use super::encoding::{self, Decoded};
use super::fields::{self, Lacking};
use super::{Input, Loaded, Place, Reader};
use crate::part::Part;
use blocks::Block;
use meta::Meta;
pub(super) use mhtml::Mhtml;
use tree::Tree;

/// A page may have one part in so many of what a file may have: 16 MiB, unless the user allows more. News pages have a few
/// hundred KiB, the largest live blogs a few MiB.
const SHARE_OF_FILE: u64 = 64;
/// The text in linked data is taken where the page itself gives less than this share of it.
const SHARE_OF_BODY: f64 = 0.5;
/// A shorter text in linked data is a summary.
const SHORTEST_BODY: usize = 400;

pub(super) struct Web;

impl Part for Web {
    fn name(&self) -> &'static str {
        "web"
    }

    fn about(&self) -> &'static str {
        "Saved web pages: the article, with title, outlet, author and date from the page's metadata"
    }
}

impl Reader for Web {
    fn extensions(&self) -> &'static [&'static str] {
        &["html", "htm", "xhtml"]
    }

    fn decode(&self, bytes: &[u8]) -> Option<Decoded> {
        encoding::decode_page(bytes)
    }

    fn read(&self, input: &Input) -> Loaded {
        let mut loaded = Loaded::default();
        match page(input.text, input, None) {
            Ok(filled) => loaded.push(input, Place::Whole, filled),
            Err(message) => loaded.skip(input, Place::Whole, message),
        }
        loaded
    }
}

/// The document of a page, or why there is none. `saved_from` is its address, where the page does not say.
fn page(html: &str, input: &Input, saved_from: Option<String>) -> Result<fields::Filled, String> {
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
    let mut meta = meta::meta(&tree);
    meta.url = meta.url.or(saved_from);
    let text = text(article::article(&tree, meta.title.as_deref()), &meta);
    fields::document(&values(meta, text), input.stem).map_err(|lacking| match lacking {
        Lacking::Text | Lacking::Words => "no article was found in the page".to_owned(),
    })
}

/// The paragraphs; those of the linked data where the page has next to none (scripts would have put them there).
fn text(blocks: Vec<Block>, meta: &Meta) -> String {
    let title = meta.title.as_deref().map(headline::fold);
    let own = blocks.into_iter().map(|block| block.text);
    let own: Vec<String> = own.filter(|text| Some(headline::fold(text)) != title).collect();
    let own = own.join("\n\n");
    match &meta.body {
        Some(body)
            if body.len() >= SHORTEST_BODY && (own.len() as f64) < SHARE_OF_BODY * body.len() as f64 =>
        {
            body.clone()
        }
        _ => own,
    }
}

/// As any other input would give them.
fn values(meta: Meta, text: String) -> Map<String, Value> {
    let Meta { title, outlet, author, published, modified, url, language, body: _ } = meta;
    let fields = [
        ("title", title),
        ("outlet", outlet),
        ("author", author),
        ("published", published),
        ("modified", modified),
        ("url", url),
        ("language", language),
        ("text", Some(text)),
    ];
    let given = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), Value::from(value?))));
    given.collect()
}
