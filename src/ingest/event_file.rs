//! A file of many events, and where the documents of an event stand in it.

use std::path::Path;

use tempfile::TempPath;

use super::input::Input;
use super::stream::STDIN;
use super::walk::Found;
use super::{Options, file, json};
use crate::model::Document;

/// Where documents of an event stand.
pub(super) enum Location {
    /// All that a file holds.
    File(usize),
    Line {
        file: usize,
        number: u64,
        offset: u64,
        length: u64,
    },
    /// In memory: a table or a list of several events cannot be entered in the middle.
    Held(Box<Document>),
}

/// A file to read, under the name that the user knows it by.
pub(super) struct EventFile {
    pub found: Found,
    pub name: String,
    pub stem: String,
    /// Documents without an event belong to that of their folder.
    pub by_folder: bool,
    /// The largest file that is read whole.
    pub largest: u64,
    pub stdin: bool,
    /// Standard input, or a packed file unpacked; gone when this is dropped.
    pub spilled: Option<TempPath>,
}

impl EventFile {
    pub fn file(found: Found, options: &Options) -> Self {
        let (stem, name) = (file::stem(&found.path), found.path.display().to_string());
        let Options { by_folder, largest, .. } = *options;
        EventFile { found, name, stem, by_folder, largest, stdin: false, spilled: None }
    }

    pub fn stdin(spilled: TempPath, options: &Options) -> Self {
        let found = Found { path: spilled.to_path_buf(), folder: None };
        let (name, stem) = (STDIN.0.to_owned(), STDIN.1.to_owned());
        let largest = options.largest;
        EventFile { found, name, stem, by_folder: false, largest, stdin: true, spilled: Some(spilled) }
    }

    /// Where its lines can be entered anywhere.
    pub fn path(&self) -> &Path {
        self.spilled.as_deref().unwrap_or(&self.found.path)
    }

    /// Whether its ending says JSON lines.
    pub fn is_named_as_lines(&self) -> bool {
        file::format(&self.found.path).is_some_and(|format| format.endings == json::LINES.endings)
    }

    /// Documents that name no event belong to that of their folder.
    pub fn name_event(&self, documents: &mut [Document]) {
        if self.by_folder {
            self.found.name_event(documents);
        }
    }

    pub fn input(&self) -> Input<'_> {
        Input::of(&self.name, &self.stem, "")
    }
}
