//! Door 1 to the file system: files in, documents out.
//!
//! ```text
//!   PATH… ──► files, sorted ──► bytes ──► Reader (by extension) ──► documents + problems
//! ```

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

/// Reads every path; standard input for `-`.
pub fn load(_paths: &[PathBuf]) -> Result<Loaded> {
    Ok(Loaded::default())
}
