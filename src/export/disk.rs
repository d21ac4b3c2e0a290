//! Bytes → files that appear whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use rayon::prelude::*;
use tempfile::{Builder, NamedTempFile, TempDir};

use crate::error::{Error, Result};

/// What the names of files and folders begin with until they are whole.
const UNFINISHED: &str = ".crosswire-";

/// A file to be written: its content goes straight to the disk, never whole through memory.
pub(super) struct NewFile<'a> {
    pub name: &'a str,
    pub content: Content<'a>,
}

pub(super) type Content<'a> = Box<dyn Fn(&mut dyn Write) -> io::Result<()> + Sync + 'a>;

impl<'a> NewFile<'a> {
    /// One whose content is there.
    pub fn of(name: &'a str, bytes: &'a [u8]) -> Self {
        NewFile { name, content: Box::new(|out| out.write_all(bytes)) }
    }

    fn write(&self, file: &mut File) -> io::Result<u64> {
        let mut out = Counted { out: BufWriter::new(file), bytes: 0 };
        (self.content)(&mut out)?;
        out.flush()?;
        Ok(out.bytes)
    }
}

/// Counts what goes through.
struct Counted<W> {
    out: W,
    bytes: u64,
}

impl<W: Write> Write for Counted<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Writes every file beside its final place first, then puts all of them in place; gives their sizes.
pub(super) fn write_all(folder: &Path, files: &[NewFile]) -> Result<Vec<u64>> {
    make_folder(folder)?;
    for file in files {
        no_folder_in_the_way(&folder.join(file.name))?;
    }
    let staged =
        |file: &NewFile| staged(folder, file).map_err(|source| Error::write(&folder.join(file.name), source));
    let ready: Vec<_> = files.par_iter().map(staged).collect::<Result<_>>()?;
    let place = |(file, (ready, size)): (&NewFile, (NamedTempFile, u64))| {
        let path = folder.join(file.name);
        ready.persist(&path).map(|_| size).map_err(|failed| Error::write(&path, failed.error))
    };
    files.iter().zip(ready).map(place).collect()
}

/// Writes a folder, whole or not at all: a new one appears with everything in it. The mark is made of the files' sizes.
///
/// In one that is there, the user may keep files of other formats: it stays, loses its mark first and gets it back last.
pub(super) fn write_folder(
    folder: &Path,
    files: &[NewFile],
    name: &str,
    mark: impl FnOnce(Vec<u64>) -> Vec<u8>,
) -> Result<()> {
    if folder.exists() {
        clear(folder);
        drop(fs::remove_file(folder.join(name)));
        let mark = mark(write_all(folder, files)?);
        return write_all(folder, &[NewFile::of(name, &mark)]).map(drop);
    }
    let failed = |source| Error::write(folder, source);
    let parent = folder.parent().unwrap_or(Path::new("."));
    let beside = new_folder(parent).map_err(failed)?;
    let write = |file: &NewFile| file.write(&mut File::create(beside.path().join(file.name))?);
    let sizes = files.par_iter().map(write).collect::<io::Result<_>>().map_err(failed)?;
    fs::write(beside.path().join(name), mark(sizes)).map_err(failed)?;
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
    let name = path.display().to_string();
    let staged = staged(folder, &NewFile::of(&name, bytes));
    let (file, _) = staged.map_err(|source| Error::write(path, source))?;
    file.persist(path).map_err(|failed| Error::write(path, failed.error))?;
    Ok(())
}

fn no_folder_in_the_way(path: &Path) -> Result<()> {
    match path.is_dir() {
        true => Err(Error::write(path, io::Error::from(io::ErrorKind::IsADirectory))),
        false => Ok(()),
    }
}

fn staged(folder: &Path, new: &NewFile) -> io::Result<(NamedTempFile, u64)> {
    // The library's own message would name a file that nobody asked for.
    let mut file = new_file(folder).map_err(|error| io::Error::from(error.kind()))?;
    let size = new.write(file.as_file_mut())?;
    Ok((file, size))
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
