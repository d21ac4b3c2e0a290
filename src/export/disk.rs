//! Bytes → files that appear whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use tempfile::{Builder, NamedTempFile};

use crate::error::{Error, Result};

/// Writes every file beside its final place first, then puts all of them in place.
pub(super) fn write_all(folder: &Path, files: &[(&str, Vec<u8>)]) -> Result<()> {
    fs::create_dir_all(folder).map_err(|source| Error::write(folder, source))?;
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
    Builder::new().prefix(".crosswire-").permissions(ordinary).tempfile_in(folder)
}

#[cfg(not(unix))]
fn new_file(folder: &Path) -> io::Result<NamedTempFile> {
    Builder::new().prefix(".crosswire-").tempfile_in(folder)
}
