//! The head of the page: its policy, its style, its title.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::super::View;
use super::super::escape::html;
use super::super::palette;
use super::super::wrap::clip;
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
        ("shared", palette::SHARED),
        ("shared-fill", palette::SHARED_FILL),
        ("divergent", palette::DIVERGENT),
        ("divergent-fill", palette::DIVERGENT_FILL),
        ("single", palette::SINGLE),
        ("single-fill", palette::SINGLE_FILL),
        ("outlet", palette::OUTLET),
        ("outlet-fill", palette::OUTLET_FILL),
        ("line", palette::LINE),
        ("text", palette::TEXT),
        ("faint", palette::FAINT),
    ];
    let values: String = named.iter().map(|(name, value)| format!("--{name}:{value};")).collect();
    format!(":root{{{values}}}\n")
}

pub(super) fn title(view: &View) -> String {
    let event = view.analysis.event.as_deref().map(str::trim).filter(|event| !event.is_empty());
    clip(event.unwrap_or("What outlets say about one event"), 120)
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
