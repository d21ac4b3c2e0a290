//! Saved pages: what is read of them, page by page, and what hostile ones come to.
//!
//! A page is `tests/web/<name>.html`, what must be read of it `<name>.txt` beside it. `UPDATE_GOLDEN=1 cargo test --test
//! web` writes these anew; read the difference before you commit it. Every outlet, person and event is invented.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crosswire::ingest::{Loaded, Options, load};
use crosswire::model::Document;

/// The time for a hostile page of 5 MB in a development build, on a slow and busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

fn read(path: &Path) -> Loaded {
    load(&[path.to_owned()], &mut std::io::empty(), &Options::default()).expect("loading does not fail")
}

/// What was read, as a person would check it.
fn shown(loaded: &Loaded) -> String {
    let mut shown = String::new();
    for problem in &loaded.problems {
        writeln!(shown, "problem: {}", problem.message).expect("memory");
    }
    loaded.documents.iter().for_each(|document| show(document, &mut shown));
    shown
}

fn show(document: &Document, shown: &mut String) {
    let Document { outlet, title, author, published, url, language, .. } = document;
    let published = published.map(|published| published.to_string());
    let none = String::new();
    for (name, value) in [
        ("outlet", Some(outlet)),
        ("title", title.as_ref()),
        ("author", author.as_ref()),
        ("published", published.as_ref()),
        ("url", url.as_ref()),
        ("language", language.as_ref()),
    ] {
        writeln!(shown, "{name}: {}", value.unwrap_or(&none)).expect("memory");
    }
    writeln!(shown, "\n{}", &document.text[document.body..]).expect("memory");
}

#[test]
fn pages_are_read_as_the_files_beside_them_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/web");
    let mut differences = Vec::new();
    for page in pages(&folder) {
        let (found, golden) = (shown(&read(&page)), page.with_extension("txt"));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&golden, &found).expect("it can be written");
        }
        if fs::read_to_string(&golden).unwrap_or_default() != found {
            differences.push(format!("{} is not what was read:\n{found}", golden.display()));
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

fn pages(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the pages").map(|entry| entry.expect("an entry").path());
    let mut pages: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|ending| ending != "txt")).collect();
    pages.sort();
    assert!(pages.len() >= 8, "the pages are there");
    pages
}

/// Name, page, and what the problem says; nothing where the page is read without one.
fn hostile() -> Vec<(&'static str, Vec<u8>, Option<&'static str>)> {
    let words = "<p>A sentence that is long enough to be read as one, with a full stop at its end.</p>";
    let fill = |piece: &str| piece.repeat((5 << 20) / piece.len());
    let text = |page: String| page.into_bytes();
    vec![
        ("100,000 nested elements", text("<div>".repeat(100_000) + words), None),
        ("a million nested elements", text(fill("<div>") + words), None),
        ("nested lists", text(fill("<ul><li>") + words), None),
        ("nested tables", text(fill("<table><tr><td>") + words), None),
        ("nested links", text(fill("<a href=x>") + words), Some("no article")),
        ("misnested bold", text(fill("<b id=x><p>") + words), None),
        ("end tags that end nothing", text(words.to_owned() + &fill("</div></b></td>")), None),
        ("a tag of a million attributes", text(format!("{words}<p {}>{words}", fill("a=b c "))), None),
        ("a tag that never ends", text(format!("{words}<p {}", fill("a='b' "))), None),
        ("a comment that never ends", text(format!("{words}<!--{}", fill("- -"))), None),
        ("a script that never ends", text(format!("{words}<script>{}", fill("</scrip "))), None),
        ("many titles", text(words.to_owned() + &fill("<title>x")), None),
        ("ampersands", text(format!("{words}<p>{}", fill("&&amp;&#x;&#99999999;"))), None),
        ("angles", text(format!("{words}<p>{}", fill("<<< < "))), None),
        (
            "deep linked data",
            text(format!("{words}<script type=application/ld+json>{}</script>", fill("[{\"a\":"))),
            None,
        ),
        ("more elements than any page has", text(fill("<p>x")), Some("more than 500000 elements")),
        ("50 MB", vec![b'x'; 50 << 20], Some("larger than 16 MiB")),
        ("no body", text("<html><head><title>x</title></head></html>".into()), Some("no article")),
        ("an empty body", text("<html><body>  </body></html>".into()), Some("no article")),
        ("only a script", text("<script>var x = '<p>words</p>';</script>".into()), Some("no article")),
        (
            "deep teasers",
            text(
                "<div>".repeat(150)
                    + &fill(&format!(
                        "<div><a href=x><h3>Another story told elsewhere</h3></a>{words}</div>"
                    )),
            ),
            Some("no article"),
        ),
        (
            "bylines of readers",
            text("<div class=comment>".repeat(150) + &fill("<p class=byline>x</p>") + words),
            None,
        ),
        ("NULs", text(format!("<p>{}\0 a\0b</p>", words.repeat(20))), None),
    ]
}

#[test]
fn hostile_pages_end_soon_with_a_document_or_a_message() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, bytes, problem) in hostile() {
        let page = folder.path().join("page.html");
        fs::write(&page, bytes).expect("a file");
        let start = Instant::now();
        let loaded = read(&page);
        let taken = start.elapsed();
        let said: Vec<&str> = loaded.problems.iter().map(|problem| problem.message.as_str()).collect();
        match problem {
            Some(problem) => assert!(said.iter().any(|said| said.contains(problem)), "{name}: {said:?}"),
            None => assert!(loaded.documents.len() == 1 && said.is_empty(), "{name}: {said:?}"),
        }
        assert!(taken < PATIENCE, "{name} took {taken:?}");
    }
}
