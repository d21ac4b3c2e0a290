//! The short table that a run of `compare` ends with: what was compared, and the most telling divergences.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};

use super::Options;
use super::escape::terminal;
use super::view::claim_id;
use super::words::{counted, listed, origins};
use super::written::Written;
use crate::model::{Analysis, Camp, CharOffsets, Divergence, Span, Status};

/// Divergences shown; the rest are counted.
const SHOWN: usize = 8;
/// Origins shown of a claim.
const ORIGINS: usize = 6;
/// Outlets named on a line; the rest are counted.
const NAMES: usize = 8;
/// Claims shown; the rest are counted.
const TOLD: usize = 5;
/// Characters of a sentence shown on a line.
const WIDTH: usize = 150;

const HEAD: Style = Style::new().bold();
const PART: Style = Style::new().bold().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Yellow)));

/// The summary as text with colour codes.
pub fn summary(analysis: &Analysis, options: &Options) -> String {
    let written = Written::of(options);
    let mut out = String::new();
    counts(&mut out, analysis);
    shared_text(&mut out, analysis, &written);
    most_told(&mut out, analysis, &written);
    let ranked = analysis.divergences_by_weight();
    if !ranked.is_empty() {
        let _ = writeln!(out, "\n{HEAD}Where they part{HEAD:#} (most outlets first)");
        ranked.iter().take(SHOWN).for_each(|&at| show(&mut out, analysis, &analysis.divergences[at]));
        if ranked.len() > SHOWN {
            more(&mut out, ranked.len() - SHOWN, "divergences.csv", &written);
        }
    }
    out
}

fn more(out: &mut String, left_out: usize, file: &str, written: &Written) {
    let _ = writeln!(out, "  … and {left_out} more{}", written.also_in(file));
}

fn counts(out: &mut String, analysis: &Analysis) {
    let of = |status: Status| analysis.claims.iter().filter(|claim| claim.status == status).count();
    let own = analysis.outlets.iter().filter(|outlet| outlet.present).count();
    let through = match analysis.outlets.len() - own {
        0 => String::new(),
        others => format!(" (and {others} reached through them)"),
    };
    let rows = [
        ("outlets", format!("{own}{through}")),
        ("documents", analysis.documents.len().to_string()),
        ("mentions", analysis.mentions.len().to_string()),
        ("claims shared", of(Status::Shared).to_string()),
        ("claims divergent", of(Status::Divergent).to_string()),
        ("claims single-source", of(Status::SingleSource).to_string()),
    ];
    if let Some(event) = &analysis.event {
        let _ = writeln!(out, "{HEAD}{}{HEAD:#}", terminal(event));
    }
    for (name, value) in rows {
        let _ = writeln!(out, "  {name:<21} {value}");
    }
}

/// Who has text in common with whom: an outlet that shares no text is not listed.
fn shared_text(out: &mut String, analysis: &Analysis, written: &Written) {
    let mut lines = Vec::new();
    for (outlet, reuse) in analysis.reuse.iter().enumerate().filter(|(_, reuse)| !reuse.with.is_empty()) {
        let taken = !reuse.from.is_empty();
        let (words, others) = if taken { (reuse.taken, &reuse.from) } else { (reuse.shared, &reuse.with) };
        let share = 100.0 * words as f64 / reuse.words.max(1) as f64;
        let others = names(analysis, others);
        let how = if taken { "in text that it has from" } else { "in text that it shares with" };
        lines.push(format!("  {}: {share:.0} % of its words {how} {others}", names(analysis, [&outlet])));
    }
    if !lines.is_empty() {
        let _ = writeln!(out, "\n{HEAD}Text they share{HEAD:#}");
        for line in lines.iter().take(TOLD) {
            let _ = writeln!(out, "{line}");
        }
        if lines.len() > TOLD {
            more(out, lines.len() - TOLD, "outlets.csv", written);
        }
    }
}

/// What several outlets say, and how many origins are behind it.
fn most_told(out: &mut String, analysis: &Analysis, written: &Written) {
    let told: Vec<usize> =
        (0..analysis.claims.len()).filter(|&at| analysis.claims[at].outlets.len() > 1).collect();
    if !told.is_empty() {
        let _ = writeln!(out, "\n{HEAD}What several outlets say{HEAD:#} (most outlets first)");
        told.iter().take(TOLD).for_each(|&claim| tell(out, analysis, claim, written));
        if told.len() > TOLD {
            more(out, told.len() - TOLD, "claims.csv", written);
        }
    }
}

fn tell(out: &mut String, analysis: &Analysis, at: usize, written: &Written) {
    let claim = &analysis.claims[at];
    let count = claim.count.after_sources;
    let (outlets, origins) = (counted(claim.outlets.len(), "outlet"), origins(count.least, count.most));
    let text = around(analysis.text(claim.representative), Span::new(0, 0));
    let _ = writeln!(out, "  {} {PART}{outlets}, {origins}{PART:#}: {text}", claim_id(at));
    if claim.origins.len() > ORIGINS {
        let _ = writeln!(
            out,
            "    the {ORIGINS} of most outlets, of {}{}",
            claim.origins.len(),
            written.also_in("origins.csv")
        );
    }
    for origin in claim.origins.iter().take(ORIGINS).map(|&origin| &analysis.origins[origin]) {
        let outlets = names(analysis, &origin.outlets);
        let layers: Vec<&str> = origin.layers().into_iter().map(|layer| layer.name()).collect();
        if let (false, Some(name)) = (layers.is_empty(), &origin.name) {
            let _ = writeln!(out, "    {}: {outlets} ({})", terminal(name), layers.join(", "));
        } else {
            let _ = writeln!(out, "    {outlets}");
        }
    }
}

fn show(out: &mut String, analysis: &Analysis, divergence: &Divergence) {
    let about = match divergence.about.as_str() {
        "" => String::new(),
        about => format!(" {}", terminal(about)),
    };
    let (claim, kind) = (claim_id(divergence.claim), divergence.kind.name());
    let [a, b] = [&divergence.a, &divergence.b].map(|camp| terminal(&camp.value));
    let _ = writeln!(out, "  {claim} {PART}{kind}{PART:#}{about}: {a} ≠ {b}");
    for camp in [&divergence.a, &divergence.b] {
        let _ = writeln!(out, "    {}: {}", terminal(&camp.value), names(analysis, &camp.outlets));
        let _ = writeln!(out, "      {}", place(analysis, camp));
    }
}

/// The names of outlets, as many as one takes in.
fn names<'o>(analysis: &Analysis, outlets: impl IntoIterator<Item = &'o usize>) -> String {
    listed(outlets.into_iter().map(|&outlet| terminal(&analysis.outlets[outlet].name)), NAMES)
}

/// `harbour-gazette 120–134: … 12 people were hurt …`
fn place(analysis: &Analysis, camp: &Camp) -> String {
    let document = &analysis.documents[analysis.mentions[camp.mention].document];
    let offsets = CharOffsets::new(&document.text);
    let (start, end) = offsets.span(analysis.in_document(camp.mention, camp.span));
    format!("{} {start}–{end}: {}", terminal(&document.id), around(analysis.text(camp.mention), camp.span))
}

/// The sentence, cut to what fits around the evidence.
fn around(text: &str, evidence: Span) -> String {
    let before: Vec<char> = text[..evidence.start].chars().collect();
    let after: Vec<char> = text[evidence.start..].chars().collect();
    if before.len() + after.len() <= WIDTH {
        return terminal(text);
    }
    let keep_before = before.len().min(WIDTH / 2);
    let keep_after = after.len().min(WIDTH - keep_before);
    let head = if keep_before < before.len() { "…" } else { "" };
    let tail = if keep_after < after.len() { "…" } else { "" };
    let middle: String = before[before.len() - keep_before..].iter().chain(&after[..keep_after]).collect();
    format!("{head}{}{tail}", terminal(&middle))
}
