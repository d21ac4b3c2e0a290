//! Quoted passages with an outlet as speaker: `“It burned,” the Gazette writes. “Long.”`

use super::leadin::{VERBS, named, subject};
use super::voice::Voices;
use super::{Claim, Page};
use crate::annotate::segment::share;
use crate::model::{Sentence, Span};

/// The quotations that an outlet speaks, with the quoted sentences around.
pub fn claims(page: &Page, sentences: &[Sentence], voices: &Voices) -> Vec<Claim> {
    let shares: Vec<f64> =
        sentences.iter().map(|sentence| share::quoted(page.text, sentence.span, page.quotations)).collect();
    let framed = (0..sentences.len()).filter(|&index| shares[index] > 0.0);
    let mut claims = Vec::new();
    for index in framed {
        if let Some(voice) = speaker(page, sentences[index].span, voices).filter(|_| shares[index] >= 0.4) {
            let (first, end) = around(sentences, &shares, index);
            claims.push(Claim { voice, first, end, lead: None });
        }
    }
    claims
}

/// The sentences of the paragraph that are quoted as a whole, on both sides of the framed one.
fn around(sentences: &[Sentence], shares: &[f64], index: usize) -> (usize, usize) {
    const WHOLE: f64 = 0.999;
    let same =
        |other: usize| sentences[other].paragraph == sentences[index].paragraph && shares[other] >= WHOLE;
    let before = (0..index).rev().take_while(|&other| same(other)).count();
    let after = (index + 1..sentences.len()).take_while(|&other| same(other)).count();
    (index - before, index + 1 + after)
}

/// The outlet that speaks in what stands outside the quotation marks.
fn speaker(page: &Page, sentence: Span, voices: &Voices) -> Option<String> {
    outside(page, sentence).into_iter().find_map(|frame| {
        let frame = frame.trim_matches(|c: char| !c.is_alphanumeric());
        let before = subject(frame).map(|(name, _)| name);
        before.or_else(|| inverted(frame)).and_then(|name| named(name, voices))
    })
}

/// `writes the Harbour Gazette`.
fn inverted(frame: &str) -> Option<&str> {
    let (verb, rest) = frame.split_once(' ')?;
    let named = rest.split([',', '.', ':', ';']).next()?;
    (VERBS.contains(&verb) && named.split_whitespace().count() <= 6).then_some(named)
}

/// The stretches of the sentence outside its quotations.
fn outside<'a>(page: &Page<'a>, sentence: Span) -> Vec<&'a str> {
    let mut frames = Vec::new();
    let mut from = sentence.start;
    for quotation in share::touching(page.quotations, sentence) {
        if quotation.start > from {
            frames.push(&page.text[from..quotation.start]);
        }
        from = from.max(quotation.end.min(sentence.end));
    }
    frames.push(&page.text[from..sentence.end]);
    frames
}
