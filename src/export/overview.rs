//! What `inspect` shows on a terminal: each document in a few lines, and what it lacks.
//!
//! ```text
//!   Coast Radio: Ferry burns off Holm Point
//!     2031-03-04T18:10:00Z · English · 412 words · 24 sentences · 5 attributions · coast.txt
//!     furniture: “Sign up for our newsletter.” (page furniture)
//!     missing: author, address
//! ```

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use anstyle::{AnsiColor, Style};
use unicode_segmentation::UnicodeSegmentation;

use super::escape::terminal;
use super::words::counted;
use crate::model::{Document, SentenceKind, Timestamp};
use crate::pipeline::Inspected;
use crate::text::language;

/// Lines of furniture shown of a document; the rest are counted.
const FURNITURE: usize = 4;
/// Characters of a line of furniture.
const WIDTH: usize = 80;

const HEAD: Style = Style::new().bold();
const LACKS: Style = Style::new().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Yellow)));

/// The documents as text with colour codes.
pub fn overview(all: &[Inspected]) -> String {
    let mut out = String::new();
    all.iter().for_each(|one| show(&mut out, one));
    let outlets: BTreeSet<&str> = all.iter().map(|one| one.document.outlet.as_str()).collect();
    let _ = writeln!(out, "{} of {}", counted(all.len(), "document"), counted(outlets.len(), "outlet"));
    out
}

fn show(out: &mut String, one: &Inspected) {
    let document = &one.document;
    let title = document.title.as_deref().map_or_else(|| "(no title)".to_owned(), terminal);
    let _ = writeln!(out, "{HEAD}{}: {title}{HEAD:#}", terminal(&document.outlet));
    let _ = writeln!(out, "  {}", figures(one).join(" · "));
    carried(out, one);
    furniture(out, one);
    for version in &document.earlier {
        let when = version.when.map(|when| format!(" of {when}")).unwrap_or_default();
        let _ =
            writeln!(out, "  stands for an earlier version{when}: {}", terminal(&version.source.to_string()));
    }
    let lacks = lacks(one);
    if !lacks.is_empty() {
        let _ = writeln!(out, "  {LACKS}missing: {}{LACKS:#}", lacks.join(", "));
    }
    let _ = writeln!(out);
}

fn figures(one: &Inspected) -> Vec<String> {
    let document = &one.document;
    let of = |kind: SentenceKind| {
        one.segmented.sentences.iter().filter(move |sentence| sentence.kind == kind).count()
    };
    let mut figures: Vec<String> = document.published.iter().map(Timestamp::to_string).collect();
    figures.extend(document.language.as_deref().map(|code| terminal(language::name(code))));
    figures.push(counted(document.text.unicode_words().count(), "word"));
    figures.push(counted(of(SentenceKind::Sentence), "sentence"));
    let attributions = one.attributions.iter().map(Vec::len).sum();
    figures.push(counted(attributions, "attribution"));
    figures.push(terminal(&document.source.to_string()));
    figures
}

/// Whose coverage the document carries.
fn carried(out: &mut String, one: &Inspected) {
    let voices: BTreeSet<&str> =
        one.segmented.passages.iter().map(|passage| passage.voice.as_str()).collect();
    if !voices.is_empty() {
        let names: Vec<String> = voices.into_iter().map(terminal).collect();
        let _ = writeln!(out, "  carries: {}", names.join(", "));
    }
}

fn furniture(out: &mut String, one: &Inspected) {
    let lines = one.segmented.sentences.iter().filter(|sentence| sentence.kind == SentenceKind::Furniture);
    let count = lines.clone().count();
    for line in lines.take(FURNITURE) {
        let reason = line.reason.unwrap_or_default();
        let _ = writeln!(out, "  furniture: “{}” ({reason})", clipped(line.span.of(&one.document.text)));
    }
    if count > FURNITURE {
        let _ = writeln!(out, "  … and {} more of furniture", count - FURNITURE);
    }
}

fn clipped(text: &str) -> String {
    let line = terminal(text);
    match line.char_indices().nth(WIDTH) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}

/// What a comparison would like to know and the input does not say.
fn lacks(one: &Inspected) -> Vec<&'static str> {
    let document = &one.document;
    let story = one.segmented.sentences.iter().any(|sentence| sentence.kind == SentenceKind::Sentence);
    let lacks = [
        (is_file_name(document), "outlet (taken from the file's name)"),
        (document.title.is_none(), "title"),
        (document.published.is_none(), "date"),
        (document.author.is_none(), "author"),
        (document.url.is_none(), "address"),
        (document.language.is_none(), "language (the text is too short to tell)"),
        (!story, "any sentence of a story"),
    ];
    lacks.into_iter().filter(|(lacks, _)| *lacks).map(|(_, what)| what).collect()
}

fn is_file_name(document: &Document) -> bool {
    let stem = Path::new(&document.source.file).file_stem();
    stem.is_some_and(|stem| stem.to_string_lossy() == document.outlet.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Source, Version};
    use crate::pipeline;

    fn shown(document: Document) -> String {
        anstream::adapter::strip_str(&overview(&pipeline::inspect(vec![document]))).to_string()
    }

    #[test]
    fn a_document_in_a_few_lines() {
        let source = Source { file: "coast.txt".into(), line: Some(3), sha256: String::new() };
        let document = Document {
            outlet: "Coast Radio".into(),
            published: "2031-03-04".parse().ok(),
            earlier: vec![Version { when: "2031-03-03".parse().ok(), source: source.clone() }],
            source,
            ..Document::default()
        };
        let body = "By Ada Venn\n\nThree people died, the harbour master said. The ferry sank.\n\nSign up for our newsletter.";
        assert_eq!(
            shown(document.with_text(Some("Ferry\u{1b}[31m burns"), body)),
            "Coast Radio: Ferry [31m burns\n  \
             2031-03-04 · 21 words · 2 sentences · 1 attribution · coast.txt:3\n  \
             furniture: “By Ada Venn” (byline)\n  \
             furniture: “Sign up for our newsletter.” (page furniture)\n  \
             stands for an earlier version of 2031-03-03: coast.txt:3\n  \
             missing: author, address, language (the text is too short to tell)\n\n\
             1 document of 1 outlet\n"
        );
    }

    #[test]
    fn what_is_missing_is_said() {
        let source = Source { file: "a/post.txt".into(), ..Source::default() };
        let document = Document { outlet: "post".into(), source, ..Document::default() };
        let shown = shown(document.with_text(None, "Advertisement"));
        assert!(
            shown.contains(
                "missing: outlet (taken from the file's name), title, date, author, address, language"
            ) && shown.contains("any sentence of a story"),
            "{shown}"
        );
    }
}
