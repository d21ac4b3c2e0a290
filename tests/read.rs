//! Door 1 from outside: folders and standard input in, documents and problems out.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crosswire::error::Severity;
use crosswire::ingest::{Loaded, load};
use tempfile::TempDir;

/// A folder with these files.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a sub-folder");
        fs::write(path, bytes).expect("a file");
    }
    folder
}

fn read(path: &Path) -> Loaded {
    load(&[path.to_owned()], &mut std::io::empty(), &crosswire::ingest::Options::default())
        .expect("loading does not fail")
}

fn piped(bytes: &[u8]) -> Loaded {
    load(&[PathBuf::from("-")], &mut &bytes[..], &crosswire::ingest::Options::default())
        .expect("loading does not fail")
}

/// Problems as the user reads them, without the temporary folder.
fn messages(loaded: &Loaded, root: &Path) -> Vec<String> {
    let root = format!("{}/", root.display());
    loaded.problems.iter().map(|problem| problem.to_string().replace(&root, "")).collect()
}

fn outlets(loaded: &Loaded) -> Vec<&str> {
    loaded.documents.iter().map(|document| document.outlet.as_str()).collect()
}

const MIX: &[(&str, &[u8])] = &[
    ("a/harbour-post.txt", b"Crane falls at the quay\n\nA crane fell on Monday.\n"),
    ("a/notes.md", b"---\noutlet: 'Dock Herald'\npublished: March 5, 2026\nevent: crane\n---\n# A crane fell\n\nNobody was hurt.\n"),
    ("b/feed.jsonl", b"{\"source\": {\"name\": \"Tide FM\"}, \"text\": [\"A crane fell.\", \"It was old.\"], \"id\": 7}\n"),
    ("b/list.json", br#"{"articles": [{"sitename": "Gull", "body": "The crane is gone."}]}"#),
    ("b/table.csv", b"Source_Domain,Content\nquay.example,\"A crane, a big one, fell.\"\n"),
    ("table.tsv", b"link\ttext\nhttps://www.pier.example/1\tThe quay is shut.\n"),
    (".hidden/x.txt", b"Not read."),
    (".draft.txt", b"Not read."),
];

#[test]
fn a_folder_of_any_mix_is_read() {
    let folder = folder(MIX);
    let loaded = read(folder.path());
    assert_eq!(messages(&loaded, folder.path()), Vec::<String>::new());
    let found: BTreeSet<_> = outlets(&loaded).into_iter().collect();
    let expected = ["Dock Herald", "Gull", "Tide FM", "harbour-post", "pier.example", "quay.example"];
    assert_eq!(found, BTreeSet::from(expected));
    let of = |outlet: &str| loaded.documents.iter().find(|document| document.outlet == outlet).expect(outlet);
    assert_eq!(of("Tide FM").id, "7");
    assert_eq!(of("Tide FM").text, "A crane fell.\n\nIt was old.");
    assert_eq!(of("Tide FM").source.line, Some(1));
    assert_eq!(of("Dock Herald").id, "dock-herald");
    assert_eq!(of("Dock Herald").published, "2026-03-05".parse().ok());
    assert_eq!(of("Dock Herald").event.as_deref(), Some("crane"));
    assert_eq!(of("Dock Herald").title.as_deref(), Some("A crane fell"));
    assert_eq!(of("harbour-post").title.as_deref(), Some("Crane falls at the quay"));
    assert!(loaded.documents.iter().all(|document| document.source.sha256.len() == 64));
}

#[test]
fn the_order_of_paths_changes_nothing() {
    let folder = folder(&[
        MIX[0],
        MIX[1],
        ("c.jsonl", b"{\"outlet\": \"Gull\", \"text\": \"One.\"}\nbroken\n{\"outlet\": \"Gull\", \"text\": \"Two.\"}\n"),
        ("d.jsonl", b"{\"outlet\": \"Gull\", \"text\": \"Three.\"}\n{\"outlet\": \"gull\", \"text\": \"Two.\"}\n"),
    ]);
    let mut paths: Vec<_> = ["a/harbour-post.txt", "a/notes.md", "c.jsonl", "d.jsonl", "missing"]
        .map(|name| folder.path().join(name))
        .into();
    let forth = load(&paths, &mut std::io::empty(), &crosswire::ingest::Options::default()).expect("loaded");
    paths.reverse();
    let back = load(&paths, &mut std::io::empty(), &crosswire::ingest::Options::default()).expect("loaded");
    assert_eq!(forth.documents, back.documents);
    assert_eq!(forth.problems, back.problems);
    let ids: Vec<_> = forth.documents.iter().map(|document| document.id.as_str()).collect();
    assert_eq!(ids, ["gull", "gull-2", "gull-3", "harbour-post", "dock-herald"]);
}

#[test]
fn every_failure_names_its_file_and_its_reason() {
    let text = "no text: it needs one of text, body, content, maintext, articlebody, raw_text; it has title";
    let good = ("good.txt", &b"A crane fell."[..]);
    for (name, bytes, expected) in [
        ("picture.png", &b"\x89PNG\0\0\0"[..], "picture.png: a picture holds no text to compare"),
        ("README", b"Hello", "README: unknown format; known endings: txt, text, md,"),
        ("empty.txt", b" \n", "empty.txt: the file is empty"),
        ("marks.md", "… — !\n".as_bytes(), "marks.md: the document is empty: it holds no words"),
        ("front.md", b"---\noutlet: Gull\n---\n", "front.md: the document is empty: it holds no words"),
        ("zip.txt", b"PK\x03\x04\0\0\0\0\0\0", "zip.txt: no text: the file holds binary data"),
        ("broken.json", b"{\n  \"text\": oops\n}", "broken.json:2:11: broken JSON: expected value"),
        (
            "lines.jsonl",
            b"{\"text\": \"A.\"}\n{\"text\" \"B.\"}\n",
            "lines.jsonl:2:9: broken JSON: expected `:`",
        ),
        ("none.json", br#"[{"title": "A crane fell"}]"#, &format!("none.json: document 1: {text}")),
        (
            "none.jsonl",
            b"{\"title\": \"A crane fell\"}\n{\"text\": \"A.\"}",
            &format!("none.jsonl:1: {text}"),
        ),
        (
            "none.csv",
            b"outlet;teaser\nGull;A.\n",
            "none.csv: no text column: it needs one of text, body, content, maintext, articlebody, raw_text; it has outlet, teaser",
        ),
        (
            "rows.csv",
            b"outlet,text\nGull,A, b.\nTide,Yes.\n",
            "rows.csv:2: broken table: the row has 3 cells",
        ),
        (
            "row.csv",
            b"outlet,text\nGull,\nTide,Yes.\n",
            "row.csv:2: the row is empty: its text holds no words",
        ),
        ("date.md", b"---\npublished: last week\n---\nA.", "date.md: the date “last week” could not be read"),
        ("old.txt", b"The caf\xe9 \x93shut\x94 on Monday.", "old.txt: not valid UTF-8; read as windows-1252"),
        (
            "twice.jsonl",
            b"{\"id\":1,\"text\":\"A.\"}\n{\"id\":1,\"text\":\"B.\"}\n",
            "twice.jsonl: the id “1” is given twice; this document goes by “1-2”",
        ),
        ("again.txt", b"A crane fell.", ""),
        (
            "copy.jsonl",
            b"{\"outlet\":\"Gull\",\"text\":\"A.\"}\n{\"outlet\":\"GULL\",\"text\":\"A.\"}\n",
            "copy.jsonl:1: the same text of the same outlet as",
        ),
    ] {
        let folder = folder(&[good, (name, bytes)]);
        let loaded = read(folder.path());
        assert!(outlets(&loaded).contains(&"good"), "{name}: the rest is read");
        match messages(&loaded, folder.path()).as_slice() {
            [] => assert_eq!(expected, "", "{name}"),
            [message] => assert!(message.starts_with(expected) && !expected.is_empty(), "{name}: {message}"),
            more => panic!("{name}: {more:?}"),
        }
    }
}

#[test]
fn a_path_that_is_not_there_is_named_and_the_rest_is_read() {
    let folder = folder(&[("good.txt", b"A crane fell.")]);
    let paths = ["gone.txt", "good.txt"].map(|name| folder.path().join(name));
    let loaded = load(&paths, &mut std::io::empty(), &crosswire::ingest::Options::default()).expect("loaded");
    assert_eq!(messages(&loaded, folder.path()), ["gone.txt: no such file or folder"]);
    assert_eq!(loaded.problems[0].severity, Severity::Skipped);
    assert_eq!(outlets(&loaded), ["good"]);
    assert_eq!(read(&folder.path().join("gone")).documents, []);
}

#[test]
fn standard_input_holds_json_lines_or_one_value() {
    let lines =
        b"{\"outlet\": \"Gull\", \"text\": \"A.\"}\nbroken\n\n{\"outlet\": \"Tide\", \"text\": \"B.\"}\n";
    let loaded = piped(lines);
    assert_eq!(outlets(&loaded), ["Gull", "Tide"]);
    assert_eq!(messages(&loaded, Path::new("/")), ["-:2:1: broken JSON: expected value"]);
    assert_eq!(loaded.documents[1].source.to_string(), "-:4");
    let list =
        b"[\n  {\"outlet\": \"Gull\", \"text\": \"A.\"},\n  {\"outlet\": \"Tide\", \"text\": \"B.\"}\n]\n";
    assert_eq!(outlets(&piped(list)), ["Gull", "Tide"]);
    assert_eq!(piped(b"").problems[0].to_string(), "-: the file is empty");
}

#[test]
fn any_encoding_that_the_web_has_gives_the_same_text() {
    let text = "Größe: naïve “Café” owners said no. Das Café war geöffnet, schön für Gäste.";
    let utf16 = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let western: Vec<u8> = text
        .chars()
        .map(|c| match c {
            '“' => 0x93,
            '”' => 0x94,
            _ => c as u32 as u8,
        })
        .collect();
    for (name, bytes, notices) in [
        ("UTF-8", text.as_bytes().to_vec(), 0),
        ("UTF-8 with a mark", [b"\xef\xbb\xbf", text.as_bytes()].concat(), 0),
        ("UTF-16 little end first", [b"\xff\xfe".to_vec(), utf16(u16::to_le_bytes)].concat(), 0),
        ("UTF-16 big end first", [b"\xfe\xff".to_vec(), utf16(u16::to_be_bytes)].concat(), 0),
        ("windows-1252", western, 1),
    ] {
        let folder = folder(&[("post.txt", &bytes)]);
        let loaded = read(folder.path());
        assert_eq!(loaded.documents[0].text, text, "{name}");
        assert_eq!(loaded.problems.len(), notices, "{name}");
        assert!(loaded.problems.iter().all(|problem| problem.severity == Severity::Notice), "{name}");
    }
}

#[test]
fn any_unicode_survives_every_format() {
    for text in [
        "הרציף סגור היום",
        "رصيف الميناء \u{202e}مغلق\u{202c}",
        "👩🏽‍🚒 at the quay 🏴󠁧󠁢󠁳󠁣󠁴󠁿",
        "zero\u{200b}width\u{200d}join\u{2060}er",
        "港口的起重机倒塌了。",
        "Z̷̢a̸l̵g̶o̷",
        "a NUL \0 inside a long enough line",
        "<script>alert(1)</script> =1+1 '; --",
        "\u{ffff}\u{10ffff} ends",
    ] {
        let value = serde_json::json!({ "outlet": "Gull", "text": text });
        let json = value.to_string();
        let list = format!("[{json}]");
        let csv = format!("outlet,text\nGull,\"{text}\"\n");
        let plain = format!("---\noutlet: Gull\n---\n{text}");
        for (name, bytes) in [("a.txt", &plain), ("a.json", &list), ("a.jsonl", &json), ("a.csv", &csv)] {
            let folder = folder(&[(name, bytes.as_bytes())]);
            let loaded = read(folder.path());
            let texts: Vec<_> = loaded.documents.iter().map(|document| document.text.as_str()).collect();
            assert_eq!(texts, [text], "{name}");
            assert_eq!(loaded.problems, [], "{name}: {text}");
        }
    }
}

#[test]
fn a_sub_folder_is_an_event_unless_the_document_names_its_own() {
    let folder = folder(&[
        ("crane/a.txt", b"A crane fell."),
        ("crane/deep/b.txt", b"It was old."),
        ("ferry/c.md", b"---\nevent: crane\n---\nThe crane blocks the ferry."),
        ("ferry/d.txt", b"The ferry is late."),
        ("loose.txt", b"Fog again."),
    ]);
    let loaded = load(
        &[folder.path().to_owned()],
        &mut std::io::empty(),
        &crosswire::ingest::Options { by_folder: true, ..Default::default() },
    )
    .expect("loaded");
    let found: Vec<_> = loaded
        .documents
        .iter()
        .map(|document| (document.event.as_deref().unwrap_or_default(), document.outlet.as_str()))
        .collect();
    assert_eq!(found, [("crane", "a"), ("crane", "b"), ("crane", "c"), ("ferry", "d"), ("unnamed", "loose")]);
}

#[cfg(unix)]
#[test]
fn links_in_a_circle_pipes_and_broken_links_end() {
    use std::os::unix::fs::symlink;
    let folder = folder(&[("a/post.txt", b"A crane fell.")]);
    symlink(folder.path(), folder.path().join("a/up")).expect("a link");
    symlink(folder.path().join("gone"), folder.path().join("gone.txt")).expect("a link");
    let pipe = std::process::Command::new("mkfifo").arg(folder.path().join("pipe.txt")).status();
    let loaded = read(folder.path());
    assert_eq!(outlets(&loaded), ["post"]);
    let messages = messages(&loaded, folder.path());
    assert!(messages.iter().any(|message| message.starts_with("gone.txt: cannot be read")), "{messages:?}");
    if pipe.is_ok_and(|status| status.success()) {
        assert!(messages.contains(&"pipe.txt: not a regular file".to_owned()), "{messages:?}");
    }
}

#[test]
fn long_hostile_input_is_read_in_time() {
    let quotes = format!("outlet,text\n{}", "\"a\",\"".repeat(200_000));
    let deep = "[".repeat(1_000_000);
    let line = "word ".repeat(400_000);
    let lines = "{\"text\": \"A.\", \"x\": \n".repeat(20_000);
    let files =
        [("a.csv", &quotes), ("b.json", &deep), ("c.txt", &line), ("d.jsonl", &lines), ("e.jsonl", &deep)];
    let files: Vec<_> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let loaded = read(folder(&files).path());
    assert!(outlets(&loaded).contains(&"c"));
    assert!(loaded.problems.len() > 20_000);
}

/// The public collections of hostile files, where `CROSSWIRE_GOLD` says they lie.
#[test]
fn collections_of_hostile_files() {
    let Some(gold) = std::env::var_os("CROSSWIRE_GOLD") else {
        return eprintln!("CROSSWIRE_GOLD is not set: the collections of hostile files are not read");
    };
    let naughty = PathBuf::from(gold).join("naughty");
    for file in files(&naughty.join("JSONTestSuite/test_parsing")) {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let loaded = read(&file);
        let broken = loaded.problems.iter().find(|problem| problem.message.starts_with("broken JSON"));
        match name.get(..2) {
            Some("n_") => refused(&name, &loaded),
            Some("y_") => assert_eq!(broken, None, "{name}"),
            _ => {}
        }
    }
    files(&naughty.join("csv-spectrum/csvs")).iter().for_each(|file| {
        let loaded = read(file);
        assert!(loaded.documents.is_empty() && !loaded.problems.is_empty(), "{}", file.display());
    });
}

/// No document comes of it, and broken JSON is named with its place.
fn refused(name: &str, loaded: &Loaded) {
    assert!(loaded.documents.is_empty(), "{name}");
    let placed = |problem: &crosswire::error::Problem| problem.line.is_some() && problem.column.is_some();
    let bytes = ["the file is empty", "no text: the file holds binary data"];
    let named =
        loaded.problems.iter().any(|problem| placed(problem) || bytes.contains(&problem.message.as_str()));
    assert!(named, "{name}: {:?}", loaded.problems);
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    files
}
