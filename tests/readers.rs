//! What others read: networkx opens the graphs, openpyxl the workbook (`tests/readers/read.py`).
//!
//! `CROSSWIRE_PYTHON` names a python that has both (`tests/readers/requirements.txt`); `python3` is asked otherwise.
//! Without them the test says so and passes, but never where `CI` is set.

#[allow(dead_code)] // the tests of the exporters use the rest of it
#[path = "common/analyses.rs"]
mod analyses;

use std::path::{Path, PathBuf};
use std::process::Command;

use crosswire::export::{self, Options};
use crosswire::model::Analysis;

#[test]
fn other_programs_read_the_same_figures() {
    let Some(python) = python() else {
        assert!(std::env::var_os("CI").is_none(), "CI must have networkx and openpyxl: see CROSSWIRE_PYTHON");
        eprintln!("SKIPPED: no python with networkx and openpyxl, so no other program has read the files");
        return;
    };
    for (name, analysis) in [
        ("bridge", analyses::bridge()),
        ("synthetic", analyses::synthetic(7, 40)),
        ("nothing", Analysis::default()),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let options = Options { formats: vec![export::ALL.into()], ..Options::default() };
        export::save(&analysis, &options, folder.path()).expect("it saves");
        read(&python, name, folder.path());
    }
}

fn read(python: &Path, name: &str, folder: &Path) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/readers/read.py");
    let run = Command::new(python).arg("-B").arg(script).arg(folder).output().expect("python starts");
    assert!(run.status.success(), "{name}: {}", String::from_utf8_lossy(&run.stderr));
}

/// One that has both.
fn python() -> Option<PathBuf> {
    let python = std::env::var_os("CROSSWIRE_PYTHON").unwrap_or_else(|| "python3".into());
    let found = Command::new(&python).args(["-c", "import networkx, openpyxl"]).output().ok()?;
    found.status.success().then(|| python.into())
}
