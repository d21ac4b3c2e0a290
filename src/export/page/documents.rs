//! Each document as it was read, with its mentions marked and linked to their claims.

use std::fmt::Write as _;

use super::super::View;
use super::super::escape::html;
use super::super::words::counted;
use super::html::{document_anchor, language, own};
use super::selection::Selection;
use crate::model::Document;
use crate::text::web_address::is_http;

/// Documents are folded if there are more than this.
const OPEN: usize = 12;

const WHOLE: &str = "Each text as it was read. The number after a sentence is its claim; datelines, bylines and the \
    like have none.";
const EXCERPTS: &str = "The sentences of the claims on this page. The number after a sentence is its claim.";

/// Which documents have anything on the page.
pub(super) fn on_page(view: &View, selection: &Selection) -> Vec<bool> {
    let mut on_page = vec![selection.whole; view.documents.len()];
    for (at, mention) in view.analysis.mentions.iter().enumerate() {
        on_page[mention.document] |= selection.mention(at);
    }
    on_page
}

pub(super) fn write(out: &mut String, view: &View, selection: &Selection) {
    let told = if selection.whole { WHOLE } else { EXCERPTS };
    let _ = write!(
        out,
        "<section id=\"documents\" aria-labelledby=\"h-documents\">\n<h2 id=\"h-documents\">Documents</h2>\n\
         <p>{told}</p>\n"
    );
    let (marks, statuses) = (marks(view), statuses(view));
    let shown = on_page(view, selection);
    for (at, document) in view.analysis.documents.iter().enumerate().filter(|(at, _)| shown[*at]) {
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
        match selection.whole {
            true => text(out, view, document, &marks[at], &statuses),
            false => excerpts(out, view, selection, &marks[at], &statuses),
        }
        out.push_str("</div>\n</details>\n");
    }
    out.push_str("</section>\n");
}

/// Not the file it came from: the page is made to be passed on, and paths tell of the machine.
fn about(view: &View, at: usize) -> String {
    let row = &view.documents[at];
    let mut parts = vec![own(row.document)];
    parts.extend(row.published.map(|date| own(&date.to_string())));
    parts.extend(row.author.map(own));
    parts.extend(row.language.map(own));
    parts.push(counted(row.words, "word"));
    parts.extend(row.url.map(address));
    parts.join(" · ")
}

/// Only the web's own addresses become links.
fn address(url: &str) -> String {
    match is_http(url) {
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

/// The sentences on the page, each a paragraph.
fn excerpts(
    out: &mut String,
    view: &View,
    selection: &Selection,
    mentions: &[usize],
    statuses: &[Option<&str>],
) {
    for &at in mentions.iter().filter(|&&at| selection.mention(at)) {
        out.push_str("<p dir=\"auto\">");
        mention(out, view, at, statuses[at]);
        out.push_str("</p>");
    }
}

/// Text between mentions: blank lines separate paragraphs.
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
