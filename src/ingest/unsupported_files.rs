//! Files that no reader knows: what can be done with them, in one line.

use std::path::Path;

use super::FORMATS;

/// What files of an ending are, and what to do.
const KINDS: &[(&[&str], &str)] = &[
    (
        &["png", "jpg", "jpeg", "gif", "webp", "heic", "avif", "tif", "tiff", "bmp", "svg", "ico"],
        "a picture holds no text to compare; write its text into a .txt file",
    ),
    (&["pdf"], "PDF is not read; save it as text or HTML"),
    (
        &["doc", "docx", "odt", "rtf", "pages", "epub"],
        "documents of word processors are not read; save it as text or HTML",
    ),
    (&["xls", "xlsx", "ods", "numbers"], "spreadsheets are not read; save it as CSV"),
    (&["zip", "tar", "tgz", "7z", "rar", "bz2", "xz", "warc"], "archives are not read; unpack it"),
    (&["webarchive", "maff"], "web archives are not read; save the page as HTML"),
    (
        &["mp3", "m4a", "wav", "ogg", "mp4", "m4v", "mov", "webm", "avi", "mkv"],
        "sound and film are not read; put the transcript into a .txt file",
    ),
    (&["parquet", "sqlite", "db", "pickle", "pkl"], "databases are not read; export it as CSV or JSON lines"),
];

/// Why a file is skipped.
pub(super) fn message(path: &Path) -> String {
    let inner = super::unpack::inner(path);
    let ending = inner.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let kind = KINDS.iter().find(|(endings, _)| endings.contains(&ending.as_str()));
    kind.map_or_else(unknown, |(_, message)| (*message).to_owned())
}

fn unknown() -> String {
    let known: Vec<&str> = FORMATS.iter().flat_map(|format| format.endings).copied().collect();
    format!("unknown format; known endings: {}", known.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn foreign_files_are_told_apart_and_known_ones_are_not_foreign() {
        assert!(message(Path::new("a/b.PDF")).contains("text or HTML"));
        assert!(message(Path::new("a/README")).contains("known endings: txt"));
        let known = FORMATS.iter().flat_map(|format| format.endings);
        let foreign: Vec<&str> = KINDS.iter().flat_map(|(endings, _)| *endings).copied().collect();
        known.for_each(|ending| assert!(!foreign.contains(ending), "{ending}"));
    }
}
