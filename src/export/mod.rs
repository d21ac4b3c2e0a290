//! Door 2 to the file system: an analysis in, files out, each whole or not at all.

use std::io::{self, Write};
use std::path::Path;

use crate::error::Result;
use crate::model::Analysis;
use crate::part::Part;

/// What a run was made of, for the formats that say so.
#[derive(Clone, Debug, Default)]
pub struct Run {
    /// The options in force, by name, sorted.
    pub options: Vec<(String, String)>,
}

/// How and what to write.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Names of formats: `csv`, `dot`, `json`.
    pub formats: Vec<String>,
    /// Every claim in the graph, however many there are.
    pub whole_graph: bool,
    pub run: Run,
}

/// One output file.
pub trait Exporter: Part {
    /// The format a user asks for: `csv`, `dot`, `json`.
    fn format(&self) -> &'static str;
    fn file_name(&self) -> &'static str;
    fn write(&self, analysis: &Analysis, out: &mut dyn Write) -> io::Result<()>;
}

/// Writes the chosen formats into `folder`.
pub fn save(_analysis: &Analysis, _options: &Options, _folder: &Path) -> Result<()> {
    Ok(())
}
