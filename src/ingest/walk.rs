//! From the paths a user names to the files to read, in an order that does not depend on how they were named.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::Problem;
use crate::model::Document;

/// A file to read, and the sub-folder of the named folder in which it lies.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Found {
    pub path: PathBuf,
    /// The first folder below the named one: an event, with `--events`.
    pub folder: Option<String>,
}

impl Found {
    /// Documents that name no event belong to that of their folder.
    pub fn name_event(&self, documents: &mut [Document]) {
        for document in documents.iter_mut().filter(|document| document.event.is_none()) {
            document.event = self.folder.clone().or_else(|| Some(super::NO_EVENT.to_owned()));
        }
    }
}

/// All files at or below a path, sorted; hidden ones and the folder `leave_out` (its real path) are not among them.
pub(super) fn files(path: &Path, leave_out: Option<PathBuf>, problems: &mut Vec<Problem>) -> Vec<Found> {
    let name = path.display().to_string();
    match fs::metadata(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            problems.push(Problem::skipped(&name, "no such file or folder"));
            Vec::new()
        }
        Err(error) => {
            problems.push(Problem::skipped(&name, format!("cannot be read: {error}")));
            Vec::new()
        }
        Ok(found) if found.is_dir() => {
            let mut walk =
                Walk { root: path, seen: leave_out.into_iter().collect(), found: Vec::new(), problems };
            walk.folder(path);
            walk.found.sort();
            walk.found
        }
        Ok(_) => vec![Found { path: path.to_owned(), folder: None }],
    }
}

struct Walk<'a> {
    root: &'a Path,
    /// Folders entered or to be left out, by their real path: a link to a parent ends here.
    seen: BTreeSet<PathBuf>,
    found: Vec<Found>,
    problems: &'a mut Vec<Problem>,
}

impl Walk<'_> {
    fn folder(&mut self, folder: &Path) {
        let real = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
        if !self.seen.insert(real) {
            return;
        }
        match fs::read_dir(folder) {
            Ok(entries) => {
                let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
                paths.sort();
                let left_out = |path: &PathBuf| is_hidden(path) || belongs_to_page(path);
                paths.iter().filter(|path| !left_out(path)).for_each(|path| self.entry(path));
            }
            Err(error) => {
                let problem =
                    Problem::skipped(&folder.display().to_string(), format!("cannot be read: {error}"));
                self.problems.push(problem);
            }
        }
    }

    fn entry(&mut self, path: &Path) {
        if path.is_dir() {
            return self.folder(path);
        }
        // A pipe or a device would keep the program waiting; a broken link is reported when it is opened.
        if fs::metadata(path).is_ok_and(|entry| !entry.is_file()) {
            let problem = Problem::skipped(&path.display().to_string(), "not a regular file");
            return self.problems.push(problem);
        }
        let inside = path.strip_prefix(self.root).unwrap_or(path);
        let first = inside.components().next().map(|part| part.as_os_str().to_string_lossy().into_owned());
        let folder = first.filter(|_| inside.components().count() > 1);
        self.found.push(Found { path: path.to_owned(), folder });
    }
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

/// What browsers put behind the name of a saved page's folder, in the languages that they speak.
const BESIDE: &[&str] = &[
    "_files",
    ".files",
    "-files",
    "_file",
    "-Dateien",
    "_Dateien",
    "_fichiers",
    "-fichiers",
    "_archivos",
    "_arquivos",
    "_ficheiros",
    "_bestanden",
    "-bestanden",
    "-filer",
    "_filer",
    "_pliki",
    "_soubory",
    "_elemei",
    "_dosyalar",
];

/// Whether this is the folder of pictures and scripts that a browser saves beside a page.
fn belongs_to_page(path: &Path) -> bool {
    let Some(name) = path.file_name().map(|name| name.to_string_lossy()) else { return false };
    let page = BESIDE.iter().find_map(|ending| name.strip_suffix(ending));
    let there = |page: &str| {
        let endings = ["html", "htm", "xhtml"];
        endings.iter().any(|ending| path.with_file_name(format!("{page}.{ending}")).is_file())
    };
    page.is_some_and(there) && path.is_dir()
}
