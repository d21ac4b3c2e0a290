//! Door 1 to the file system: files in, documents out.
//!
//! ```text
//!   PATH… ──► files, sorted ──► bytes ──► Reader (by extension) ──► documents + problems
//! ```

mod pairs;

pub use pairs::{PairRow, pairs};

use std::path::PathBuf;

use crate::error::{Problem, Result};
use crate::model::Document;
use crate::part::Part;

/// One file, decoded.
pub struct Input<'a> {
    /// As the user named it.
    pub file: &'a str,
    /// The file's name without its ending: the outlet where nothing better is known.
    pub stem: &'a str,
    pub text: &'a str,
}

/// What reading gave: what could be read, and what could not.
#[derive(Debug, Default)]
pub struct Loaded {
    pub documents: Vec<Document>,
    pub problems: Vec<Problem>,
}

/// One input format.
pub trait Reader: Part {
    /// File endings, lower case, without the dot.
    fn extensions(&self) -> &'static [&'static str];
    fn read(&self, input: &Input) -> Loaded;
}

/// temporary
pub fn load(paths: &[PathBuf], _stdin: &mut dyn std::io::Read, _by_folder: bool) -> Result<Loaded> {
    let mut loaded = Loaded::default();
    for p in paths {
        let text = std::fs::read_to_string(p).map_err(|e| crate::error::Error::read(p, e))?;
        if p.extension().is_some_and(|e| e == "jsonl") {
            for (n, l) in text.lines().enumerate() {
                let v: serde_json::Value = serde_json::from_str(l).unwrap_or_default();
                let s = |k: &str| v[k].as_str().map(str::to_owned);
                let d = Document {
                    id: s("id").unwrap_or(format!("d{n}")),
                    outlet: s("outlet").unwrap_or_default(),
                    url: s("url"),
                    published: s("published").or(s("date")),
                    ..Default::default()
                };
                loaded.documents.push(d.with_text(s("title").as_deref(), &s("text").unwrap_or_default()));
            }
        } else {
            let stem = p.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
            let (t, b) = text.split_once("\n\n").unwrap_or(("", &text));
            let d = Document { id: stem.clone(), outlet: stem, ..Default::default() };
            loaded.documents.push(d.with_text(Some(t), b));
        }
    }
    Ok(loaded)
}
pub fn by_event(documents: Vec<Document>) -> Vec<(String, Vec<Document>)> {
    vec![("x".into(), documents)]
}
