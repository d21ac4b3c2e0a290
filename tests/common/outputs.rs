//! What `compare` wrote, read by the readers of its formats.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// Every table, graph and document in a folder is accepted by a reader of its format.
pub fn can_be_read(folder: &Path) {
    for entry in fs::read_dir(folder).expect("the output") {
        let path = entry.expect("an entry").path();
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("csv") => drop(table(&path)),
            Some("json") => {
                let text = fs::read_to_string(&path).expect("UTF-8");
                serde_json::from_str::<serde_json::Value>(&text)
                    .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            }
            Some("dot") if has_dot() => renders(&path),
            _ => {}
        }
    }
}

/// Some claim is of exactly these outlets.
pub fn has_shared_claim(folder: &Path, outlets: &str) {
    let rows = table(&folder.join("claims.csv"));
    assert!(rows.iter().any(|row| &row[4] == outlets), "{}: no claim of {outlets}", folder.display());
}

fn table(path: &Path) -> Vec<csv::StringRecord> {
    let text = fs::read_to_string(path).expect("UTF-8");
    let text = text.strip_prefix('\u{feff}').expect("a byte-order mark");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.records().collect::<Result<_, _>>().unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn renders(path: &Path) {
    let done = Command::new("dot").arg("-Tsvg").arg(path).output().expect("dot runs");
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(done.status.success() && said.is_empty(), "{}: {said}", path.display());
}

/// Whether Graphviz is there; on CI it must be.
fn has_dot() -> bool {
    static FOUND: OnceLock<bool> = OnceLock::new();
    *FOUND.get_or_init(|| {
        let found = Command::new("dot").arg("-V").stderr(Stdio::null()).status().is_ok();
        assert!(
            found || std::env::var_os("CI").is_none(),
            "CI must have Graphviz: the graphs were not rendered"
        );
        if !found {
            eprintln!("SKIPPED: Graphviz (`dot`) is not installed, so the graphs were not rendered");
        }
        found
    })
}
