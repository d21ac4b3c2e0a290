//! The head of the page: its policy, style and title, and what was compared.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::super::View;
use super::super::dot::{colour, counted};
use super::super::escape::html;
use super::super::wrap::clip;
use super::html::own;
use super::{SCRIPT, STYLE};

pub(super) fn open(out: &mut String, view: &View) {
    let style = format!("{}{STYLE}", colours());
    let _ = write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{}</title>\n<style>{style}</style>\n</head>\n<body>\n",
        policy(&style),
        html(&title(view)),
    );
    header(out, view);
}

/// Nothing is loaded, nothing is sent, and only this script and this style count.
fn policy(style: &str) -> String {
    format!(
        "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; img-src data:; \
         base-uri 'none'; form-action 'none'",
        hash(SCRIPT),
        hash(style)
    )
}

fn hash(text: &str) -> String {
    base64(&Sha256::digest(text.as_bytes()))
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let bits = (0..3).fold(0_usize, |bits, at| bits << 8 | usize::from(*chunk.get(at).unwrap_or(&0)));
        for digit in 0..4 {
            let value = bits >> (18 - 6 * digit) & 63;
            text.push(if digit <= chunk.len() { DIGITS[value] as char } else { '=' });
        }
    }
    text
}

/// The colours of the graphs, by name; the style sheet has their twins for dark screens.
fn colours() -> String {
    let named = [
        ("shared", colour::SHARED),
        ("shared-fill", colour::SHARED_FILL),
        ("divergent", colour::DIVERGENT),
        ("divergent-fill", colour::DIVERGENT_FILL),
        ("single", colour::SINGLE),
        ("single-fill", colour::SINGLE_FILL),
        ("outlet", colour::OUTLET),
        ("outlet-fill", colour::OUTLET_FILL),
        ("line", colour::LINE),
        ("text", colour::TEXT),
        ("faint", colour::FAINT),
    ];
    let values: String = named.iter().map(|(name, value)| format!("--{name}:{value};")).collect();
    format!(":root{{{values}}}\n")
}

fn title(view: &View) -> String {
    let event = view.analysis.event.as_deref().map(str::trim).filter(|event| !event.is_empty());
    clip(event.unwrap_or("What outlets say about one event"), 120)
}

fn header(out: &mut String, view: &View) {
    let figures = &view.summary;
    let _ = write!(
        out,
        "<a class=\"skip\" href=\"#claims\">Skip to the claims</a>\n<header>\n<h1>{}</h1>\n\
         <p>{} of {}{}, compared sentence by sentence: <b class=\"shared\">{}</b> that several outlets make alike, \
         <b class=\"divergent\">{}</b> in which a detail differs, <b class=\"single\">{}</b> that one outlet makes \
         alone.</p>\n<nav aria-label=\"Parts of the page\"><a href=\"#findings\">In short</a> \
         <a href=\"#claims\">Claims</a> <a href=\"#picture\">Picture</a> <a href=\"#documents\">Documents</a> \
         <a href=\"#limits\">What this cannot tell</a></nav>\n</header>\n",
        own(&title(view)),
        counted(figures.documents, "document"),
        counted(figures.outlets, "outlet"),
        period(view),
        counted(figures.shared, "claim"),
        figures.divergent,
        figures.single_source,
    );
}

/// `, published 2026-03-10 to 2026-03-12`: the days as the documents have them.
fn period(view: &View) -> String {
    let mut days: Vec<String> = view
        .documents
        .iter()
        .filter_map(|row| row.published)
        .map(|published| published.chars().take(10).collect())
        .collect();
    days.sort_unstable();
    match (days.first(), days.last()) {
        (Some(first), Some(last)) if first == last => format!(", published {}", html(first)),
        (Some(first), Some(last)) => format!(", published {} to {}", html(first), html(last)),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_fills_up_with_signs() {
        for (plain, coded) in [("", ""), ("M", "TQ=="), ("Ma", "TWE="), ("Man", "TWFu"), ("?>?>", "Pz4/Pg==")]
        {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }
}
