//! Quotations of a whole document: those that run over paragraphs, and those that are signed.

use super::signed::signature;
use crate::model::{Attribution, AttributionKind, Segmented, Span};

/// The quotations in order. Where each paragraph of a speech is opened by a mark and only the last is closed, the
/// paragraphs are one quotation.
pub(super) fn runs(text: &str, segmented: &Segmented) -> Vec<Span> {
    let mut runs: Vec<Span> = Vec::new();
    for quotation in segmented.sentences.iter().flat_map(|one| one.quotations.iter().copied()) {
        match runs.last_mut() {
            Some(last) if runs_on(text, *last, quotation) => *last = last.joined(quotation),
            _ => runs.push(quotation),
        }
    }
    runs
}

/// Between the two stands a new line and an opening mark, but no closing one.
fn runs_on(text: &str, first: Span, second: Span) -> bool {
    if first.end > second.start {
        return false;
    }
    let between = &text[first.end..second.start];
    let opening = between.trim_start();
    between.contains('\n') && opening.len() < between.len() && opening.chars().count() == 1
}

/// Gives every quotation that nobody says yet to the name that signs it.
pub(super) fn sign(text: &str, segmented: &Segmented, quotations: &[Span], found: &mut [Vec<Attribution>]) {
    let taken: Vec<Span> = contents(found);
    for quotation in quotations {
        let at = segmented.sentences.partition_point(|sentence| sentence.span.start <= quotation.start);
        let said = taken.binary_search_by(|one| order(*one, *quotation)).is_ok();
        if let (Some(at), false, Some((cue, source))) = (at.checked_sub(1), said, signature(text, *quotation))
        {
            let kind = AttributionKind::Direct;
            found[at].push(Attribution { kind, source: Some(source), cue: Some(cue), content: *quotation });
        }
    }
}

/// With both marks of a quotation, where the content holds one of them: *the mill was “a ruin* gets its *”*.
pub(super) fn balanced(text: &str, quotations: &[Span], content: Span) -> Span {
    let first = quotations.partition_point(|quotation| quotation.end <= content.start);
    let end = quotations.partition_point(|quotation| quotation.start < content.end);
    let Some((one, last)) = quotations.get(first..end).and_then(|all| Some((*all.first()?, *all.last()?)))
    else {
        return content;
    };
    let mut whole = content;
    let opening = text[..one.start].chars().next_back().filter(|mark| MARKS.contains(mark));
    if one.start == content.start && content.end > one.end {
        whole.start -= opening.map_or(0, char::len_utf8);
    }
    let closing = text[last.end..].chars().next().filter(|mark| MARKS.contains(mark));
    if whole.start < last.start && reaches(text, content.end, last.end) {
        whole.end = last.end + closing.map_or(0, char::len_utf8);
    }
    whole
}

/// From the one place to the other stand only marks.
fn reaches(text: &str, from: usize, to: usize) -> bool {
    from <= to && !text[from..to].contains(char::is_alphanumeric)
}

const MARKS: &[char] = &['“', '”', '"', '‘', '’', '\'', '«', '»', '„'];

/// What is said already in quotation marks, in order, without overlaps.
fn contents(found: &[Vec<Attribution>]) -> Vec<Span> {
    let spoken = found.iter().flatten().filter(|one| one.kind != AttributionKind::Indirect);
    let mut all: Vec<Span> = spoken.map(|one| one.content).collect();
    all.sort();
    let mut merged: Vec<Span> = Vec::new();
    for one in all {
        match merged.last_mut() {
            Some(last) if last.end > one.start => *last = last.joined(one),
            _ => merged.push(one),
        }
    }
    merged
}

fn order(one: Span, other: Span) -> std::cmp::Ordering {
    match one {
        _ if one.overlaps(other) => std::cmp::Ordering::Equal,
        _ => one.start.cmp(&other.start),
    }
}
