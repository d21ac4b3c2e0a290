//! Each document as it was read, once, with its mentions marked: from a claim to its place and back.

use std::fmt::Write as _;

use super::super::View;
use super::super::dot::counted;
use super::super::escape::html;
use super::html::{document_anchor, is_web_address, own};
use crate::model::Document;

/// More documents than this are folded up.
const OPEN: usize = 12;

pub(super) fn write(out: &mut String, view: &View) {
    out.push_str(
        "<section id=\"documents\" aria-labelledby=\"h-documents\">\n<h2 id=\"h-documents\">Documents</h2>\n\
         <p>Each text as it was read. The number behind a sentence is its claim; what has none, such as datelines \
         and bylines, is no part of any.</p>\n",
    );
    let (marks, statuses) = (marks(view), statuses(view));
    for (at, document) in view.analysis.documents.iter().enumerate() {
        let open = if view.documents.len() <= OPEN { " open" } else { "" };
        let row = &view.documents[at];
        let _ = write!(
            out,
            "<details class=\"document\" id=\"{}\"{open}><summary><h3>{}{}</h3></summary>\n<p class=\"who\">{}</p>\n",
            html(&document_anchor(row.document)),
            own(row.outlet),
            row.title.map(|title| format!(": {}", own(title))).unwrap_or_default(),
            about(view, at),
        );
        let _ = write!(out, "<div class=\"text\"{}>", language(row.language));
        text(out, view, document, &marks[at], &statuses);
        out.push_str("</div>\n</details>\n");
    }
    out.push_str("</section>\n");
}

/// Not the file it came from: the page is made to be passed on, and paths tell of the machine.
fn about(view: &View, at: usize) -> String {
    let row = &view.documents[at];
    let mut parts = vec![own(row.document)];
    parts.extend(row.published.map(own));
    parts.extend(row.author.map(own));
    parts.extend(row.language.map(own));
    parts.push(counted(row.words, "word"));
    parts.extend(row.url.map(address));
    parts.join(" · ")
}

/// For those who have it read to them.
fn language(code: Option<&str>) -> String {
    code.map(|code| format!(" lang=\"{}\"", html(code))).unwrap_or_default()
}

/// Only the web's own addresses become links.
fn address(url: &str) -> String {
    match is_web_address(url) {
        true => format!("<a href=\"{0}\" rel=\"noopener noreferrer\" dir=\"ltr\">{0}</a>", html(url)),
        false => own(url),
    }
}

/// The mentions of each document, in the order of the text.
pub(super) fn marks(view: &View) -> Vec<Vec<usize>> {
    let mut marks = vec![Vec::new(); view.documents.len()];
    for (at, mention) in view.analysis.mentions.iter().enumerate() {
        marks[mention.document].push(at);
    }
    marks.iter_mut().for_each(|of_one| of_one.sort_by_key(|&at| (view.analysis.mentions[at].span.start, at)));
    marks
}

/// The status of each mention's claim.
fn statuses(view: &View) -> Vec<Option<&'static str>> {
    let mut statuses = vec![None; view.mentions.len()];
    for (claim, row) in view.analysis.claims.iter().zip(&view.claims) {
        claim.mentions.iter().for_each(|&mention| statuses[mention] = Some(row.status));
    }
    statuses
}

fn text(out: &mut String, view: &View, document: &Document, mentions: &[usize], statuses: &[Option<&str>]) {
    out.push_str("<p dir=\"auto\">");
    let mut done = 0;
    for &at in mentions {
        let span = view.analysis.mentions[at].span;
        // Sentences do not overlap; a mention that did would still have its place to link to.
        if span.start < done {
            let _ = write!(out, "<span id=\"M{}\"></span>", at + 1);
            continue;
        }
        between(out, &document.text[done..span.start]);
        mention(out, view, at, statuses[at]);
        done = span.end;
    }
    between(out, &document.text[done..]);
    out.push_str("</p>");
}

/// Text between mentions: blank lines part paragraphs.
fn between(out: &mut String, text: &str) {
    for (at, part) in text.split("\n\n").enumerate() {
        if at > 0 {
            out.push_str("</p><p dir=\"auto\">");
        }
        out.push_str(&html(if at > 0 { part.trim_start_matches('\n') } else { part }));
    }
}

/// The sentence and the way back to its claim.
fn mention(out: &mut String, view: &View, at: usize, status: Option<&str>) {
    let row = &view.mentions[at];
    let status = status.unwrap_or("none");
    let _ = write!(out, "<span class=\"m {status}\" id=\"{}\">{}</span>", row.mention_id, html(row.text));
    if let Some(id) = &row.claim_id {
        let _ = write!(out, "<a class=\"ref\" href=\"#{id}\">{id}</a>");
    }
}
