//! Door 1 to the file system: files in, documents out.
//!
//! ```text
//!   PATH… ─walk─► files, sorted ─unpack, encoding─► text ─Format (by ending)─► fields ─► documents + problems ─dedupe_and_name─►
//! ```
//!
//! A bad file, line or row becomes a [`Problem`](crate::error::Problem) that says where and what to do; the rest is read.
//! To add a format: one file here, and its line in `FORMATS`.

mod date;
mod dedupe_and_name;
mod encoding;
mod entity;
mod event_file;
mod events;
mod feed;
mod field_names;
mod fields;
mod file;
mod index;
mod input;
mod json;
mod json_feed;
mod lines;
mod outlets;
mod pairs;
mod plain;
mod quoting;
mod stream;
mod table;
mod unpack;
mod unsupported_files;
mod versions;
mod walk;
mod web;
mod xml;

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::model::Document;

pub use events::{Event, Events, events};
pub use file::sha256;
use input::Format;
pub use input::Loaded;
pub use outlets::outlets;
pub use pairs::{ADDED, PairRow, PairTable, pairs};
pub use stream::{Group, Grouped, grouped};

/// Larger files are skipped unless the user raises it: nothing that people call a document is that large.
pub const LARGEST: u64 = 1 << 30;
/// The event of documents that name none, with `--events`.
const NO_EVENT: &str = "unnamed";

/// Every input format.
const FORMATS: &[Format] =
    &[plain::TEXT, json::JSON, json::LINES, table::CSV, table::TSV, feed::FEED, web::PAGE, web::ARCHIVE];

/// How to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// A file below a named folder belongs to the event of its sub-folder, unless it names its own.
    pub by_folder: bool,
    /// The folder that will be written to: what an earlier run left there is no coverage.
    pub leave_out: Option<PathBuf>,
    /// In bytes, of a file as it stands and as it is unpacked.
    pub largest: u64,
}

impl Default for Options {
    fn default() -> Self {
        Options { by_folder: false, leave_out: None, largest: LARGEST }
    }
}

/// Reads every path; JSON lines from `stdin` for `-`.
///
/// The result depends on what the files hold, not on the order of `paths`.
pub fn load(paths: &[PathBuf], stdin: &mut dyn Read, options: &Options) -> Result<Loaded> {
    let mut loaded = Loaded::default();
    for path in paths {
        let leave_out = output_of(path, options)?;
        if path.as_os_str() == "-" {
            loaded.extend(file::read_stdin(stdin, options.largest));
            continue;
        }
        for found in walk::files(path, leave_out, &mut loaded.problems) {
            let mut one = file::read(&found, options.largest);
            if options.by_folder {
                found.name_event(&mut one.documents);
            }
            loaded.extend(one);
        }
    }
    dedupe_and_name::finish(&mut loaded);
    Ok(loaded)
}

/// The real path of the output folder; a path that is this very folder cannot be read.
fn output_of(path: &Path, options: &Options) -> Result<Option<PathBuf>> {
    let output = options.leave_out.as_ref().and_then(|folder| fs::canonicalize(folder).ok());
    if output.is_some() && fs::canonicalize(path).ok() == output {
        let message =
            format!("{} would be read and written to; give the output a folder of its own", path.display());
        return Err(Error::Usage(message));
    }
    Ok(output)
}

fn event_of(document: &Document) -> String {
    document.event.clone().unwrap_or_else(|| NO_EVENT.to_owned())
}
