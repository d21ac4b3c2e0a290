//! The mark of a finished event: `.done` in its folder, so that a run over many events can be taken up again.
//!
//! A file of its own, and not a field of `comparison.json`: that is not there with `--format csv`, and it must be the
//! same bytes however an event was run. It holds the figures of the event's row in `events.csv`, and the size of each
//! file: one that has become shorter was not written to its end. A longer one has your verdicts in it and is kept.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::rows::Summary;
use super::{Options, View, disk, files};
use crate::error::Result;
use crate::model::{Analysis, Document};
use crate::text::hash::hexadecimal;

const FILE: &str = ".done";

#[derive(Serialize, Deserialize)]
struct Mark {
    /// Of everything that the event's files depend on.
    fingerprint: String,
    summary: Summary,
    files: Vec<(String, u64)>,
}

/// A hash of everything that an event's files depend on: its documents, the options, this version, and `basis`, what
/// else the caller knows of.
pub fn fingerprint(documents: &[Document], options: &Options, basis: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(format!("{:?}", (env!("CARGO_PKG_VERSION"), basis, options)));
    // Debug shows every field, quoted: none can be forgotten, and none runs into the next.
    documents.iter().for_each(|document| hash.update(format!("{document:?}")));
    hexadecimal(&hash.finalize())
}

/// The figures of an event whose folder is whole and was made from the same.
pub fn done(folder: &Path, fingerprint: &str) -> Option<Summary> {
    let mark: Mark = serde_json::from_slice(&fs::read(folder.join(FILE)).ok()?).ok()?;
    let whole = |(name, length): &(String, u64)| {
        fs::metadata(folder.join(name)).is_ok_and(|file| file.is_file() && file.len() >= *length)
    };
    (mark.fingerprint == fingerprint && mark.files.iter().all(whole)).then_some(mark.summary)
}

/// Writes an event's folder, whole or not at all, and its mark.
pub fn save_event(analysis: &Analysis, options: &Options, folder: &Path, fingerprint: &str) -> Result<()> {
    let view = View::new(analysis, options);
    let files = files(&view, options)?;
    let mark = |sizes: Vec<u64>| {
        let names = files.iter().map(|file| file.name.to_owned());
        let files = names.zip(sizes).collect();
        let (fingerprint, summary) = (fingerprint.to_owned(), view.summary);
        serde_json::to_vec(&Mark { fingerprint, summary, files }).expect("names and numbers are JSON")
    };
    disk::write_folder(folder, &files, FILE, mark)
}
