//! One file: found by its ending, unpacked, decoded, read.

use std::fs;
use std::io::Read;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::encoding::{self, Decoded};
use super::input::{Format, Input, Loaded};
use super::walk::Found;
use super::{FORMATS, json, unpack, unsupported_files};
use crate::error::{Error, Problem, Result};
use crate::text::hash::hexadecimal;

const BINARY: &str = "no text: the file holds binary data";

/// Everything that a file holds.
pub(super) fn read(found: &Found, largest: u64) -> Loaded {
    let name = found.path.display().to_string();
    let Some(format) = format(&found.path) else {
        return Loaded::skipped(&name, unsupported_files::message(&found.path));
    };
    if fs::metadata(&found.path).is_ok_and(|file| file.len() > largest) {
        return Loaded::skipped(&name, unpack::too_large(largest));
    }
    match fs::read(&found.path) {
        Ok(bytes) => unpacked(&name, &stem(&found.path), &bytes, format, largest),
        Err(error) => Loaded::skipped(&name, format!("cannot be read: {error}")),
    }
}

/// JSON lines from a stream.
pub(super) fn read_stdin(stdin: &mut dyn Read, largest: u64) -> Loaded {
    let mut bytes = Vec::new();
    match stdin.take(largest.saturating_add(1)).read_to_end(&mut bytes) {
        Ok(_) if bytes.len() as u64 > largest => Loaded::skipped("-", unpack::too_large(largest)),
        Ok(_) => unpacked("-", "stdin", &bytes, &json::LINES, largest),
        Err(error) => Loaded::skipped("-", format!("cannot be read: {error}")),
    }
}

/// The format of a file, by its ending.
pub(super) fn format(path: &Path) -> Option<&'static Format> {
    let ending = unpack::inner(path).extension()?.to_str()?.to_lowercase();
    FORMATS.iter().find(|format| format.endings.contains(&ending.as_str()))
}

/// The file's name without its endings.
pub(super) fn stem(path: &Path) -> String {
    let inner = unpack::inner(path);
    inner.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The hash of a file's bytes, in hexadecimal.
pub fn sha256(path: &Path) -> Result<String> {
    Ok(hexadecimal(&Sha256::digest(fs::read(path).map_err(|source| Error::read(path, source))?)))
}

/// The name and the text of a table that is read whole or not at all, and what the user should know of its bytes.
pub(super) fn table(path: &Path) -> Result<(String, Decoded)> {
    let name = path.display().to_string();
    let bytes = fs::read(path).map_err(|source| Error::read(path, source))?;
    let decoded = encoding::decode(&bytes);
    decoded.map(|decoded| (name.clone(), decoded)).ok_or(Error::Input(format!("{name}: {BINARY}")))
}

/// Reads bytes as they stand in a file, packed or not; the hash is theirs.
fn unpacked(file: &str, stem: &str, bytes: &[u8], format: &Format, largest: u64) -> Loaded {
    let sha256 = hexadecimal(&Sha256::digest(bytes));
    let input = |bytes| Input { file, stem, text: "", bytes, sha256: &sha256, largest };
    match unpack::unpack(bytes, largest) {
        None => decoded(&input(bytes), format),
        Some(Ok(bytes)) => decoded(&input(&bytes), format),
        Some(Err(reason)) => Loaded::skipped(file, reason),
    }
}

/// `input` has no text yet.
fn decoded(input: &Input, format: &Format) -> Loaded {
    if input.bytes.iter().all(u8::is_ascii_whitespace) {
        return Loaded::skipped(input.file, "the file is empty");
    }
    let Some(decoded) = (format.decode)(input.bytes) else {
        return Loaded::skipped(input.file, BINARY);
    };
    let mut loaded = Loaded::default();
    (format.read)(&Input { text: &decoded.text, ..*input }, &mut loaded);
    loaded.problems.extend(decoded.note.map(|note| Problem::notice(input.file, note)));
    loaded
}
