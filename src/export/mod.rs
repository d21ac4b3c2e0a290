//! Door 2 to the file system: an analysis in, files out, each whole or not at all.
//!
//! ```text
//!   Analysis ──► View (the one set of figures) ──► Exporter… (rayon) ──► files beside their places ──► in place
//! ```
//!
//! Exporters are pure: figures in, bytes out. They all read the same [`View`], so that a table, a
//! graph and a document cannot disagree. To add a format: one file here, and two lines below (the
//! module, the entry in [`EXPORTERS`]).

use std::io::{self, Write};
use std::path::Path;

use rayon::prelude::*;

use crate::error::{Error, Result};
use crate::model::Analysis;
use crate::part::Part;

mod chain;
mod disk;
mod done;
mod dot;
mod escape;
mod graph_sides;
mod legend;
mod markdown_parts;
mod network;
mod order;
mod palette;
mod ring;
mod rows;
mod sheet;
mod sheet_links;
mod table;
mod view;
mod words;
mod wrap;
mod written;
mod xml;

mod alignments;
mod claims;
mod comparison;
mod copies;
mod divergences;
mod documents;
mod events;
mod gexf;
mod graph_dot;
mod graphml;
mod markdown;
mod matrix;
mod mentions;
mod node_link;
mod origins;
mod outlets;
mod outlets_dot;
mod page;
mod xlsx;

pub mod explain;
pub mod inspect;
mod overview;
pub mod pairs;
mod summary;

pub use disk::{clear, make_folder, write_file};

use disk::NewFile;
pub use done::{done, fingerprint, save_event};
pub use events::{EventFolders, EventRow, save_events};
pub use overview::overview;
pub use rows::Summary;
pub use summary::summary;
use table::Table;
pub use view::View;
use written::is_asked;

/// What a run was made of, for the formats that say so.
#[derive(Clone, Debug, Default)]
pub struct Run {
    /// The options in force, by name, sorted.
    pub options: Vec<(String, String)>,
}

/// How and what to write.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Names of formats, or [`ALL`]; those of [`default_formats`] when empty.
    pub formats: Vec<String>,
    /// Every claim in the graph, however many there are.
    pub whole_graph: bool,
    pub run: Run,
}

/// One output file.
pub trait Exporter: Part {
    /// The format a user asks for: `csv`, `dot`, `json` …
    fn format(&self) -> &'static str;
    fn file_name(&self) -> &'static str;
    fn write(&self, view: &View, out: &mut dyn Write) -> io::Result<()>;

    /// Itself, where it is a table: the workbook has a sheet of it.
    fn table(&self) -> Option<&dyn Table> {
        None
    }
}

/// Every exporter, in the order in which its file is listed.
pub const EXPORTERS: &[&dyn Exporter] = &[
    &claims::Claims,
    &matrix::Matrix,
    &mentions::Mentions,
    &alignments::Alignments,
    &divergences::Divergences,
    &origins::Origins,
    &copies::Copies,
    &outlets::Outlets,
    &documents::Documents,
    &graph_dot::Graph,
    &outlets_dot::OutletGraph,
    &page::Page,
    &comparison::Comparison,
    &xlsx::Workbook,
    &markdown::Markdown,
    &graphml::GraphMl,
    &gexf::Gexf,
    &node_link::NodeLink,
];

/// What is written where nobody says which: what can be read without another program, and the two graphs.
const BY_DEFAULT: &[&str] = &["csv", "dot", "json", "html"];

/// Asks for every format there is.
pub const ALL: &str = "all";

/// The formats a user can ask for, in the order of [`EXPORTERS`], each once.
pub fn formats() -> Vec<&'static str> {
    let mut formats: Vec<&'static str> = Vec::new();
    for exporter in EXPORTERS {
        if !formats.contains(&exporter.format()) {
            formats.push(exporter.format());
        }
    }
    formats
}

/// The formats written where nobody says which.
pub fn default_formats() -> Vec<&'static str> {
    formats().into_iter().filter(|format| BY_DEFAULT.contains(format)).collect()
}

/// Writes the chosen formats into `folder`, which is made where it does not exist.
///
/// Every file is written beside its place before any is put in place. Files of formats that were not chosen are left as
/// they are.
pub fn save(analysis: &Analysis, options: &Options, folder: &Path) -> Result<()> {
    let view = View::new(analysis, options);
    disk::write_all(folder, &files(&view, options)?).map(drop)
}

/// The chosen files in memory: name and bytes.
pub fn render(analysis: &Analysis, options: &Options) -> Result<Vec<(&'static str, Vec<u8>)>> {
    let view = View::new(analysis, options);
    chosen(options)?.into_par_iter().map(|exporter| rendered(exporter, &view)).collect()
}

/// The chosen files, yet to be written.
fn files<'a>(view: &'a View<'a>, options: &Options) -> Result<Vec<NewFile<'a>>> {
    let file = |exporter: &'static dyn Exporter| NewFile {
        name: exporter.file_name(),
        content: Box::new(|out: &mut dyn Write| exporter.write(view, out)),
    };
    Ok(chosen(options)?.into_iter().map(file).collect())
}

fn chosen(options: &Options) -> Result<Vec<&'static dyn Exporter>> {
    check(&options.formats)?;
    Ok(EXPORTERS.iter().copied().filter(|&exporter| is_asked(options, exporter)).collect())
}

/// The document of `comparison.json` as one line, with its line ending.
///
/// It is the same document without the white space between its parts: indented by two spaces and ended by a line
/// ending, it is `comparison.json` byte for byte.
pub fn line(analysis: &Analysis, options: &Options) -> Vec<u8> {
    comparison::line(&View::new(analysis, options))
}

fn check(chosen: &[String]) -> Result<()> {
    let mut known = formats();
    known.push(ALL);
    match chosen.iter().find(|name| !known.contains(&name.as_str())) {
        None => Ok(()),
        Some(name) => Err(Error::Usage(format!("unknown format `{name}`; there are: {}", known.join(", ")))),
    }
}

fn rendered(exporter: &dyn Exporter, view: &View) -> Result<(&'static str, Vec<u8>)> {
    let mut bytes = Vec::new();
    let name = exporter.file_name();
    exporter.write(view, &mut bytes).map_err(|source| Error::write(Path::new(name), source))?;
    Ok((name, bytes))
}
