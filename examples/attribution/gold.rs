//! The articles with their attributions, each brought to the words of a sentence.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use crosswire::annotate::attribution::cue::is_helper;
use crosswire::annotate::segment;
use crosswire::model::{Document, Segmented, Span};
use crosswire::text::tokens;
use serde_json::Value;

/// One article.
pub struct Page {
    pub document: Document,
    pub segmented: Segmented,
    pub attributions: Vec<Said>,
}

/// One attribution, its places in the article's text.
pub struct Said {
    /// The first word of the cue that is no helper.
    pub head: Span,
    pub source: Option<Span>,
    /// From the first word of the content.
    pub content: Option<Span>,
}

pub fn pages(path: &Path) -> Vec<Page> {
    let mut gzip = Command::new("gzip")
        .arg("-dc")
        .arg(path)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| fail(&format!("gzip: {error}")));
    let lines = BufReader::new(gzip.stdout.take().expect("standard output is piped")).lines();
    let pages = lines.map(|line| page(&line.unwrap_or_else(|error| fail(&error.to_string())))).collect();
    gzip.wait().unwrap_or_else(|error| fail(&format!("gzip: {error}")));
    pages
}

fn page(line: &str) -> Page {
    let row: Value = serde_json::from_str(line).unwrap_or_else(|error| fail(&error.to_string()));
    let text = row["text"].as_str().unwrap_or_default();
    let document = Document::default().with_text(None, text);
    assert_eq!(document.text, text, "the text is not changed by reading");
    let segmented = segment::segment(&document);
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let attributions = row["attributions"].as_array().into_iter().flatten();
    let attributions = attributions.filter_map(|one| said(one, text, &bytes)).collect();
    Page { document, segmented, attributions }
}

fn said(row: &Value, text: &str, bytes: &[usize]) -> Option<Said> {
    let span = |name: &str| -> Option<Span> {
        let spans = row[name].as_array()?;
        let place = |value: &Value| Some(bytes[value.as_u64()? as usize]);
        Some(Span::new(place(&spans.first()?[0])?, place(&spans.last()?[1])?))
    };
    let cue = span("cue_spans")?;
    let words = tokens(cue.of(text));
    let head =
        words.iter().find(|word| !is_helper(&word.folded) && !is_rest(&word.folded)).or(words.last())?;
    Some(Said {
        head: head.span.shifted(cue.start),
        source: span("source_spans"),
        content: span("content_spans"),
    })
}

/// What a cut contraction leaves: *he|’s saying*.
fn is_rest(folded: &str) -> bool {
    ["s", "d", "m", "ll", "re", "ve", "t", "'s", "'d", "'m", "'ll", "'re", "'ve"].contains(&folded)
}

/// Stems seen at least so often as the head of a cue, and in so large a share of their places, may be cues.
const OFTEN: usize = 3;
const SHARE: f64 = 0.04;

pub fn stems(pages: &[Page]) -> BTreeSet<String> {
    let (mut all, mut heads) = (BTreeMap::new(), BTreeMap::new());
    for page in pages {
        for word in tokens(&page.document.text) {
            *all.entry(word.stem).or_insert(0_usize) += 1;
        }
        for said in &page.attributions {
            for word in tokens(said.head.of(&page.document.text)) {
                *heads.entry(word.stem).or_insert(0_usize) += 1;
            }
        }
    }
    let often = |stem: &str, count: usize| {
        count >= OFTEN && count as f64 >= SHARE * all.get(stem).copied().unwrap_or(0) as f64
    };
    heads.into_iter().filter(|(stem, count)| often(stem, *count)).map(|(stem, _)| stem.into()).collect()
}

/// As the program knows them, with the stems of this run.
pub fn knows(known: &BTreeSet<String>, token: &crosswire::text::Token) -> bool {
    known.contains(token.stem.as_str()) || crosswire::lexicon::cues::is_cue(&token.folded)
}

pub fn fail(message: &str) -> ! {
    eprintln!("{message}");
    std::process::exit(2);
}
