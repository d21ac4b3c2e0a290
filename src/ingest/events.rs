//! Many events from inputs of any size: a first pass notes where the documents of each event stand, and each event is
//! then read on its own.
//!
//! ```text
//!   PATH… ─walk─► files ─index─► event → places ┄┄(one event at a time)┄┄► documents ─dedupe_and_name─►
//!                   ▲ standard input and packed files are spilled to a temporary file first
//! ```
//!
//! What an event's documents become depends on nothing outside the event: identifiers are unique within it, and the
//! hash of a file of JSON lines is that of the event's own lines, as they stand in it. So an event compared among a
//! million others, alone, or in a stream gives the same bytes.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use tempfile::{NamedTempFile, TempPath};

use super::event_file::{EventFile, Location};
use super::index::{self, Index};
use super::input::Loaded;
use super::lines;
use super::{Options, dedupe_and_name, json, output_of, unpack, walk};
use crate::error::{Error, Problem, Result};
use crate::model::Document;
use crate::text::hash::hexadecimal;

/// The events of the inputs, by name.
pub struct Events {
    pub list: Vec<Event>,
    files: Vec<EventFile>,
}

/// An event and where its documents stand.
pub struct Event {
    pub name: String,
    places: Vec<Location>,
}

impl Event {
    /// As far as the index knows: a file read whole counts once.
    pub fn documents(&self) -> usize {
        self.places.len()
    }
}

/// Notes where the documents of each event stand. `say` hears what could not be read.
pub fn events(
    paths: &[PathBuf],
    stdin: &mut dyn Read,
    options: &Options,
    say: &mut dyn FnMut(Problem),
) -> Result<Events> {
    let mut index = Index::new(say);
    let mut files = Vec::new();
    for path in paths {
        for mut entry in entries(path, stdin, options, &mut index)? {
            unpack_lines(&mut entry)?;
            index::add(&mut index, files.len(), &entry);
            files.push(entry);
        }
    }
    let event = |(name, places): (String, Vec<Location>)| Event { name, places };
    Ok(Events { list: index.events.into_iter().map(event).collect(), files })
}

fn entries(
    path: &Path,
    stdin: &mut dyn Read,
    options: &Options,
    index: &mut Index,
) -> Result<Vec<EventFile>> {
    let output = output_of(path, options)?;
    if path.as_os_str() == "-" {
        let spilled = spill(BufReader::new(stdin), options.largest);
        return Ok(vec![EventFile::stdin(
            spilled.map_err(|error| unspilled("standard input", error))?,
            options,
        )]);
    }
    let mut problems = Vec::new();
    let found = walk::files(path, output, &mut problems);
    problems.into_iter().for_each(|problem| index.say(problem));
    Ok(found.into_iter().map(|found| EventFile::file(found, options)).collect())
}

/// Packed JSON lines are unpacked once; what cannot be unpacked is said when the file is read whole.
fn unpack_lines(entry: &mut EventFile) -> Result<()> {
    if entry.stdin || !entry.is_named_as_lines() {
        return Ok(());
    }
    let Ok(file) = File::open(&entry.found.path) else { return Ok(()) };
    let mut from = BufReader::new(file);
    if !unpack::is_packed(from.fill_buf().unwrap_or_default()) {
        return Ok(());
    }
    match spill(from, entry.largest) {
        Err(error) if error.kind() == io::ErrorKind::StorageFull => Err(unspilled(&entry.name, error)),
        spilled => {
            entry.spilled = spilled.ok();
            Ok(())
        }
    }
}

/// Unpacked, in a file that can be entered anywhere.
fn spill(from: impl BufRead, largest: u64) -> io::Result<TempPath> {
    let mut file = NamedTempFile::new()?;
    io::copy(&mut unpack::stream(from, largest)?, &mut file)?;
    Ok(file.into_temp_path())
}

fn unspilled(what: &str, source: io::Error) -> Error {
    Error::read(Path::new(&format!("{what} into a temporary file (TMPDIR says where)")), source)
}

impl Events {
    /// The documents of an event, with what is to be said of them beyond what the index has said.
    pub fn load(&self, event: &Event) -> Result<Loaded> {
        let mut loaded = Loaded::default();
        let mut lines: BTreeMap<usize, Vec<(u64, u64, u64)>> = BTreeMap::new();
        for place in &event.places {
            match place {
                Location::File(file) => loaded.documents.extend(self.whole(*file, &event.name)?),
                Location::Line { file, number, offset, length } => {
                    lines.entry(*file).or_default().push((*number, *offset, *length));
                }
                Location::Held(document) => loaded.documents.push(document.as_ref().clone()),
            }
        }
        for (file, lines) in lines {
            loaded.documents.extend(self.lines(file, &lines, &event.name)?);
        }
        dedupe_and_name::finish(&mut loaded);
        Ok(loaded)
    }

    fn whole(&self, file: usize, event: &str) -> Result<Vec<Document>> {
        let entry = &self.files[file];
        unchanged(index::whole(entry).documents, event, entry)
    }

    /// The documents of an event's lines; the hash is that of these lines.
    fn lines(&self, file: usize, lines: &[(u64, u64, u64)], event: &str) -> Result<Vec<Document>> {
        let entry = &self.files[file];
        let failed = |source| Error::read(Path::new(&entry.name), source);
        let mut from = BufReader::new(File::open(entry.path()).map_err(failed)?);
        let (mut read, mut hash) = (Loaded::default(), Sha256::new());
        for (number, offset, length) in lines {
            let bytes = bytes(&mut from, *offset, *length).map_err(failed)?;
            hash.update(&bytes);
            json::line(&entry.input(), *number, lines::text(&bytes).unwrap_or_default(), &mut read);
        }
        let sha256 = hexadecimal(&hash.finalize());
        read.documents.iter_mut().for_each(|document| document.source.sha256.clone_from(&sha256));
        entry.name_event(&mut read.documents);
        match read.documents.len() == lines.len() {
            true => unchanged(read.documents, event, entry),
            false => Err(changed(entry)),
        }
    }
}

fn bytes(from: &mut BufReader<File>, offset: u64, length: u64) -> io::Result<Vec<u8>> {
    // Lines that stand together are read from the buffer; a plain seek would throw it away.
    let here = from.stream_position()?;
    from.seek_relative(offset as i64 - here as i64)?;
    let mut bytes = Vec::new();
    from.by_ref().take(length).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Between the two passes somebody may have written to the file.
fn unchanged(documents: Vec<Document>, event: &str, entry: &EventFile) -> Result<Vec<Document>> {
    let same = !documents.is_empty() && documents.iter().all(|document| super::event_of(document) == event);
    if same { Ok(documents) } else { Err(changed(entry)) }
}

fn changed(entry: &EventFile) -> Error {
    Error::Input(format!("{} was changed while it was read; run it again with --resume", entry.name))
}
