//! Bytes → files that appear whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use tempfile::{Builder, NamedTempFile, TempDir};

use crate::error::{Error, Result};

/// What the names of files and folders begin with until they are whole.
const UNFINISHED: &str = ".crosswire-";

/// Writes every file beside its final place first, then puts all of them in place.
pub(super) fn write_all(folder: &Path, files: &[(&str, Vec<u8>)]) -> Result<()> {
    make_folder(folder)?;
    for (name, _) in files {
        no_folder_in_the_way(&folder.join(name))?;
    }
    let ready: Vec<_> = files.iter().map(|(_, bytes)| staged(folder, bytes)).collect::<Result<_>>()?;
    for ((name, _), file) in files.iter().zip(ready) {
        let path = folder.join(name);
        file.persist(&path).map_err(|failed| Error::write(&path, failed.error))?;
    }
    Ok(())
}

/// Writes a folder, whole or not at all: a new one appears with everything in it.
///
/// In one that is there, the user may keep files of other formats: it stays, loses its mark first and gets it back last.
pub(super) fn write_folder(folder: &Path, files: &[(&str, Vec<u8>)], mark: (&str, Vec<u8>)) -> Result<()> {
    if folder.exists() {
        clear(folder);
        drop(fs::remove_file(folder.join(mark.0)));
        write_all(folder, files)?;
        return write_all(folder, &[mark]);
    }
    let failed = |source| Error::write(folder, source);
    let parent = folder.parent().unwrap_or(Path::new("."));
    let beside = new_folder(parent).map_err(failed)?;
    for (name, bytes) in files.iter().chain([&mark]) {
        fs::write(beside.path().join(name), bytes).map_err(failed)?;
    }
    fs::rename(beside.path(), folder).map_err(failed)?;
    // It has its final name now, and nothing is left to be cleaned up.
    drop(beside.keep());
    Ok(())
}

/// Makes the folder that many events are written into.
pub fn make_folder(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(|source| Error::write(folder, source))
}

/// Takes away what an interrupted run left unfinished in a folder.
pub fn clear(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
            let path = entry.path();
            // What cannot be taken away disturbs nobody: it is hidden, and never read.
            drop(if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) });
        }
    }
}

/// Writes one file, whole or not at all, into a folder that is there.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<()> {
    no_folder_in_the_way(path)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let file = written(folder, bytes).map_err(|source| Error::write(path, source))?;
    file.persist(path).map_err(|failed| Error::write(path, failed.error))?;
    Ok(())
}

fn no_folder_in_the_way(path: &Path) -> Result<()> {
    match path.is_dir() {
        true => Err(Error::write(path, io::Error::from(io::ErrorKind::IsADirectory))),
        false => Ok(()),
    }
}

fn staged(folder: &Path, bytes: &[u8]) -> Result<NamedTempFile> {
    written(folder, bytes).map_err(|source| Error::write(folder, source))
}

fn written(folder: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    // The library's own message would name a file that nobody asked for.
    let mut file = new_file(folder).map_err(|error| io::Error::from(error.kind()))?;
    file.write_all(bytes)?;
    file.flush()?;
    Ok(file)
}

/// A temporary file with the rights of an ordinary new one (tempfile's own are private).
#[cfg(unix)]
fn new_file(folder: &Path) -> io::Result<NamedTempFile> {
    use std::os::unix::fs::PermissionsExt;
    let ordinary = fs::Permissions::from_mode(0o666);
    Builder::new().prefix(UNFINISHED).permissions(ordinary).tempfile_in(folder)
}

#[cfg(not(unix))]
fn new_file(folder: &Path) -> io::Result<NamedTempFile> {
    Builder::new().prefix(UNFINISHED).tempfile_in(folder)
}

/// The same for a folder.
#[cfg(unix)]
fn new_folder(parent: &Path) -> io::Result<TempDir> {
    use std::os::unix::fs::PermissionsExt;
    let ordinary = fs::Permissions::from_mode(0o777);
    Builder::new().prefix(UNFINISHED).permissions(ordinary).tempdir_in(parent)
}

#[cfg(not(unix))]
fn new_folder(parent: &Path) -> io::Result<TempDir> {
    Builder::new().prefix(UNFINISHED).tempdir_in(parent)
}
