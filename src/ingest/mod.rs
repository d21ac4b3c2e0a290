//! Door 1 to the file system: files in, documents out.
//!
//! ```text
//!   PATH… ─walk─► files, sorted ─unpack, encoding─► text ─Reader (by ending)─► fields ─► documents + problems ─order─►
//! ```
//!
//! A bad file, line or row becomes a [`Problem`] that says where and what to do; the rest is read. To add a
//! format: one file here, and two lines below (the module, the entry in [`READERS`]).

mod date;
mod encoding;
mod entity;
mod events;
mod feed;
mod fields;
mod foreign;
mod index;
mod json;
mod lines;
mod message;
mod order;
mod outlets;
mod pairs;
mod plain;
mod revision;
mod shapes;
mod stream;
mod table;
mod unpack;
mod walk;
mod web;
mod xml;

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::error::{Error, Problem, Result};
use crate::model::{Document, Source};
use crate::part::Part;

pub use events::{Event, Events, events};
pub use outlets::outlets;
pub use pairs::{ADDED, PairRow, PairTable, pairs};
pub use stream::{Group, Grouped, grouped};
use walk::Found;

/// Larger files are skipped unless the user raises it: nothing that people call a document is that large.
pub const LARGEST: u64 = 1 << 30;
/// The event of documents that name none, with `--events`.
const NO_EVENT: &str = "unnamed";

/// One file, decoded.
pub struct Input<'a> {
    /// As the user named it; `-` for standard input.
    pub file: &'a str,
    /// The file's name without its ending: the outlet where nothing better is known.
    pub stem: &'a str,
    pub text: &'a str,
    /// The same as it stands in the file: some formats say their encoding themselves.
    pub bytes: &'a [u8],
    /// Of the file's bytes, in hexadecimal.
    pub sha256: &'a str,
    /// Bytes that a file may have.
    pub largest: u64,
}

impl<'a> Input<'a> {
    /// A text that is no whole file, or of which no more is known.
    pub fn of(file: &'a str, stem: &'a str, text: &'a str) -> Self {
        Input { file, stem, text, bytes: text.as_bytes(), sha256: "", largest: u64::MAX }
    }
}

/// What reading gave: what could be read, and what could not.
#[derive(Debug, Default)]
pub struct Loaded {
    pub documents: Vec<Document>,
    pub problems: Vec<Problem>,
}

/// Where in its file a document stands.
#[derive(Clone, Copy)]
enum Place {
    /// The file is the document.
    Whole,
    Line(u64),
    /// The n-th of a list; its line is not known.
    Item(u64),
}

impl Place {
    fn number(self) -> Option<u64> {
        match self {
            Place::Whole => None,
            Place::Line(number) | Place::Item(number) => Some(number),
        }
    }

    fn mark(self, problem: Problem) -> Problem {
        match self {
            Place::Whole => problem,
            Place::Line(line) => problem.at_line(line),
            Place::Item(number) => {
                Problem { message: format!("document {number}: {}", problem.message), ..problem }
            }
        }
    }
}

impl Loaded {
    fn push(&mut self, input: &Input, place: Place, filled: fields::Filled) {
        let (file, sha256) = (input.file.to_owned(), input.sha256.to_owned());
        let source = Source { file, line: place.number(), sha256 };
        self.documents.push(Document { source, ..filled.document });
        let notices = filled.notices.into_iter();
        self.problems.extend(notices.map(|message| place.mark(Problem::notice(input.file, message))));
    }

    fn skip(&mut self, input: &Input, place: Place, message: impl Into<String>) {
        self.problems.push(place.mark(Problem::skipped(input.file, message)));
    }

    fn extend(&mut self, other: Loaded) {
        self.documents.extend(other.documents);
        self.problems.extend(other.problems);
    }
}

/// One input format.
pub trait Reader: Part {
    /// File endings, lower case, without the dot.
    fn extensions(&self) -> &'static [&'static str];
    /// Bytes → text; `None` for bytes that are none.
    fn decode(&self, bytes: &[u8]) -> Option<encoding::Decoded> {
        encoding::decode(bytes)
    }
    fn read(&self, input: &Input) -> Loaded;
}

/// Every input format.
pub const READERS: &[&dyn Reader] = &[
    &plain::Plain,
    &json::Json,
    &json::JsonLines,
    &table::Csv,
    &table::Tsv,
    &feed::Feed,
    &web::Web,
    &web::Mhtml,
];

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
            loaded.extend(standard_input(stdin, options.largest));
            continue;
        }
        for found in walk::files(path, leave_out, &mut loaded.problems) {
            let mut one = file(&found, options.largest);
            if options.by_folder {
                one.documents.iter_mut().filter(|document| document.event.is_none()).for_each(|document| {
                    document.event = found.folder.clone().or_else(|| Some(NO_EVENT.to_owned()));
                });
            }
            loaded.extend(one);
        }
    }
    order::settle(&mut loaded);
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

/// The documents of each event, events by name.
pub fn by_event(documents: Vec<Document>) -> Vec<(String, Vec<Document>)> {
    let mut events: BTreeMap<String, Vec<Document>> = BTreeMap::new();
    for document in documents {
        events.entry(event_of(&document)).or_default().push(document);
    }
    events.into_iter().collect()
}

fn event_of(document: &Document) -> String {
    document.event.clone().unwrap_or_else(|| NO_EVENT.to_owned())
}

fn standard_input(stdin: &mut dyn Read, largest: u64) -> Loaded {
    let mut bytes = Vec::new();
    match stdin.take(largest.saturating_add(1)).read_to_end(&mut bytes) {
        Ok(_) if bytes.len() as u64 > largest => skipped("-", too_large(largest)),
        Ok(_) => unpacked("-", "stdin", &bytes, &json::JsonLines, largest),
        Err(error) => skipped("-", format!("cannot be read: {error}")),
    }
}

fn file(found: &Found, largest: u64) -> Loaded {
    let name = found.path.display().to_string();
    let Some(reader) = reader(&found.path) else {
        return skipped(&name, foreign::message(&found.path));
    };
    if fs::metadata(&found.path).is_ok_and(|file| file.len() > largest) {
        return skipped(&name, too_large(largest));
    }
    match fs::read(&found.path) {
        Ok(bytes) => unpacked(&name, &stem(&found.path), &bytes, reader, largest),
        Err(error) => skipped(&name, format!("cannot be read: {error}")),
    }
}

/// The file's name without its endings.
fn stem(path: &Path) -> String {
    let inner = unpack::inner(path);
    inner.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The hash of a file's bytes, in hexadecimal.
pub fn sha256(path: &Path) -> Result<String> {
    let mut hash = lines::Hash::default();
    hash.add(&fs::read(path).map_err(|source| Error::read(path, source))?);
    Ok(hash.hex())
}

fn too_large(largest: u64) -> String {
    format!("larger than {} MiB; split it, or raise --max-file-size", largest >> 20)
}

fn reader(path: &Path) -> Option<&'static dyn Reader> {
    let ending = unpack::inner(path).extension()?.to_str()?.to_lowercase();
    READERS.iter().copied().find(|reader| reader.extensions().contains(&ending.as_str()))
}

/// Reads bytes as they stand in a file, packed or not; the hash is theirs.
fn unpacked(file: &str, stem: &str, bytes: &[u8], reader: &dyn Reader, largest: u64) -> Loaded {
    let mut hash = lines::Hash::default();
    hash.add(bytes);
    let sha256 = hash.hex();
    let input = |bytes| Input { file, stem, text: "", bytes, sha256: &sha256, largest };
    match unpack::unpack(bytes, largest) {
        None => decoded(&input(bytes), reader),
        Some(Ok(bytes)) => decoded(&input(&bytes), reader),
        Some(Err(reason)) => skipped(file, reason),
    }
}

/// `input` has no text yet.
fn decoded(input: &Input, reader: &dyn Reader) -> Loaded {
    if input.bytes.iter().all(u8::is_ascii_whitespace) {
        return skipped(input.file, "the file is empty");
    }
    let Some(decoded) = reader.decode(input.bytes) else {
        return skipped(input.file, "no text: the file holds binary data");
    };
    let mut loaded = reader.read(&Input { text: &decoded.text, ..*input });
    loaded.problems.extend(decoded.note.map(|note| Problem::notice(input.file, note)));
    loaded
}

fn skipped(file: &str, message: impl Into<String>) -> Loaded {
    Loaded { documents: Vec::new(), problems: vec![Problem::skipped(file, message)] }
}
