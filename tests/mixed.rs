//! Folders as they are found: packed files, foreign files, pages with their pictures; bounds that can be raised.

#[allow(dead_code)] // a part of it is used here
#[path = "common/events.rs"]
mod events;

use std::fs;
use std::io::Write;
use std::path::Path;

use events::{crosswire, event, folder, said, text};

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packer.write_all(bytes).expect("packed");
    packer.finish().expect("packed")
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
}

fn put(folder: &Path, name: &str, bytes: &[u8]) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    fs::write(path, bytes).expect("a file");
}

/// The lines of two events, which part on a number.
fn lines() -> String {
    ["Mill", "Quay"]
        .iter()
        .zip(1..)
        .flat_map(|(name, number)| event(name, number))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn packed_lines_of_many_events_are_as_good_as_plain_ones() {
    let (input, output) = (folder(), folder());
    let lines = lines();
    for (name, bytes) in [
        ("plain.jsonl", lines.clone().into_bytes()),
        ("gzip.jsonl.gz", gzip(lines.as_bytes())),
        ("zstd.jsonl.zst", zstd(lines.as_bytes())),
        ("hidden.jsonl", gzip(lines.as_bytes())),
    ] {
        put(input.path(), name, &bytes);
        let (from, to) = (input.path().join(name), output.path().join(name));
        crosswire(&["compare", text(&from), "--events", "-q", "-o", text(&to)]).assert().code(0);
        for table in ["mill/claims.csv", "quay/mentions.csv", "events.csv"] {
            let read = |name: &str| fs::read(output.path().join(name).join(table)).expect("a table");
            assert!(read(name) == read("plain.jsonl"), "{name}: {table}");
        }
    }
    let piped = crosswire(&["compare", "-", "--events", "-q", "-o", text(&output.path().join("piped"))])
        .write_stdin(gzip(lines.as_bytes()))
        .assert();
    piped.code(0);
}

#[test]
fn bounds_hold_for_packed_files_and_can_be_raised() {
    let (input, output) = (folder(), folder());
    put(input.path(), "good.jsonl", lines().as_bytes());
    let large = format!("{{\"outlet\": \"Large\", \"text\": \"It burned.\"}}{}", " ".repeat(2 << 20));
    put(input.path(), "large.jsonl.gz", &gzip(large.as_bytes()));
    put(input.path(), "large.json", large.as_bytes());
    for events in [false, true] {
        let many: &[&str] = if events { &["--events"] } else { &[] };
        for (largest, code) in [("1", 3), ("3", 0)] {
            let to = output.path().join(format!("{largest} {events}"));
            let common = ["compare", text(input.path()), "-q", "-o", text(&to), "--max-file-size", largest];
            let done = crosswire(&common).args(many).assert().code(code);
            let said = said(&done);
            assert_eq!(said.contains("large.json: larger than 1 MiB"), code == 3, "{said}");
            assert_eq!(
                said.contains("large.jsonl.gz: unpacked, it is larger than 1 MiB"),
                code == 3,
                "{said}"
            );
        }
    }
}

#[test]
fn foreign_files_are_named_and_the_pictures_of_a_page_are_not() {
    let (input, output) = (folder(), folder());
    put(input.path(), "good.jsonl", lines().as_bytes());
    put(input.path(), "photo.JPG", b"\xff\xd8");
    put(input.path(), "report.pdf", b"%PDF");
    put(input.path(), "report.docx", b"PK");
    put(input.path(), "page.html", b"<p>The mill burned.</p>");
    put(input.path(), "page_files/script.js", b"");
    put(input.path(), "other-Dateien/script.js", b"");
    put(input.path(), "torn.txt.gz", &gzip(b"The mill burned.")[..20]);
    let done = crosswire(&["compare", text(input.path()), "-q", "-o", text(output.path())]).assert().code(3);
    let said = said(&done);
    for part in [
        "photo.JPG: a picture holds no text",
        "report.pdf: PDF is not read; save it as text or HTML",
        "report.docx: documents of word processors are not read; save it as text or HTML",
        "other-Dateien/script.js: unknown format",
        "torn.txt.gz: cannot be unpacked: the file is cut off",
    ] {
        assert!(said.contains(part), "{part} is missing in:\n{said}");
    }
    assert!(!said.contains("page_files"), "{said}");
}

#[test]
fn hostile_xml_is_read_in_time_and_harms_no_neighbour() {
    let (input, output) = (folder(), folder());
    put(input.path(), "good.jsonl", lines().as_bytes());
    let entities: String = (1..30).map(|n| format!("<!ENTITY e{n} \"&e{};&e{};\">", n - 1, n - 1)).collect();
    let bomb = format!(
        "<!DOCTYPE rss [<!ENTITY e0 \"ha\">{entities}]><rss><channel><item><title>&e29;</title></item></channel></rss>"
    );
    let deep = format!(
        "<rss><channel><item><description><![CDATA[{}x]]></description></item></channel></rss>",
        "<div>".repeat(300_000)
    );
    let entries = "<item><title>A crane fell</title></item>".repeat(2000);
    put(input.path(), "bomb.xml", bomb.as_bytes());
    put(input.path(), "deep.xml", "<a>".repeat(1_000_000).as_bytes());
    put(input.path(), "html.rss", deep.as_bytes());
    put(input.path(), "entries.rss", format!("<rss><channel>{entries}</channel></rss>").as_bytes());
    put(input.path(), "torn.atom", b"<feed><entry><title>A crane");
    let done = crosswire(&["compare", text(input.path()), "-q", "-o", text(output.path())])
        .timeout(std::time::Duration::from_secs(120))
        .assert()
        .code(3);
    let said = said(&done);
    assert!(said.contains("deep.xml:1:601: nested more than 200 elements deep"), "{said}");
    assert!(said.contains("torn.atom:1:28: broken XML: the file ends inside <title>"), "{said}");
    let outlets = fs::read_to_string(output.path().join("outlets.csv")).expect("a table");
    assert!(
        outlets.contains("Courier") && outlets.contains("Gazette") && outlets.contains("html"),
        "{outlets}"
    );
}
