//! The short table that a run of `compare` ends with: what was compared, and the most telling divergences.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};

use crate::model::{Analysis, CharOffsets, DivergenceKind, Evidence, Status};

/// Divergences shown; the rest are counted.
const SHOWN: usize = 8;
/// Characters of a sentence shown on a line.
const WIDTH: usize = 150;

const HEAD: Style = Style::new().bold();
const PART: Style = Style::new().bold().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Yellow)));

/// The summary as text with colour codes.
pub fn summary(analysis: &Analysis) -> String {
    let mut out = String::new();
    counts(&mut out, analysis);
    let sides = sides(analysis);
    if !sides.is_empty() {
        let _ = writeln!(out, "\n{HEAD}Where they part{HEAD:#} (most outlets first)");
        sides.iter().take(SHOWN).for_each(|side| divergence(&mut out, analysis, side));
        if sides.len() > SHOWN {
            let _ = writeln!(out, "  … and {} more in divergences.csv", sides.len() - SHOWN);
        }
    }
    out
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
        let _ = writeln!(out, "{HEAD}{}{HEAD:#}", plain(event));
    }
    for (name, value) in rows {
        let _ = writeln!(out, "  {name:<21} {value}");
    }
}

/// One divergence as people see it: the pairs that give the same two readings are one.
struct Sides {
    claim: usize,
    kind: DivergenceKind,
    about: String,
    /// Reading → where it stands (mention, evidence); two of them.
    readings: [(String, BTreeSet<(usize, Evidence)>); 2],
    confidence: f64,
}

impl Sides {
    fn outlets(&self, analysis: &Analysis) -> usize {
        let mentions =
            self.readings.iter().flat_map(|(_, places)| places.iter().map(|(mention, _)| *mention));
        mentions.map(|mention| analysis.mentions[mention].outlet).collect::<BTreeSet<_>>().len()
    }
}

/// Contradictions before differences in certainty; then most outlets, then surest.
fn sides(analysis: &Analysis) -> Vec<Sides> {
    let mut found: BTreeMap<(usize, DivergenceKind, String, String), Sides> = BTreeMap::new();
    for (index, divergence) in analysis.divergences.iter().enumerate() {
        let (alignment, finding) = analysis.finding(index);
        let mut ends = [(alignment.a, &finding.a), (alignment.b, &finding.b)];
        ends.sort_by(|x, y| x.1.value.cmp(&y.1.value));
        let [(first, low), (second, high)] = ends;
        let key = (divergence.claim, finding.kind, low.value.clone(), high.value.clone());
        let entry = found.entry(key).or_insert_with(|| Sides {
            claim: divergence.claim,
            kind: finding.kind,
            about: finding.about.clone(),
            readings: [(low.value.clone(), BTreeSet::new()), (high.value.clone(), BTreeSet::new())],
            confidence: 0.0,
        });
        entry.readings[0].1.insert((first, low.clone()));
        entry.readings[1].1.insert((second, high.clone()));
        entry.confidence = entry.confidence.max(finding.confidence);
    }
    let mut sides: Vec<Sides> = found.into_values().collect();
    sides.sort_by(|x, y| {
        let certainty = |sides: &Sides| sides.kind == DivergenceKind::Modality;
        let order = |sides: &Sides| (certainty(sides), std::cmp::Reverse(sides.outlets(analysis)));
        order(x)
            .cmp(&order(y))
            .then_with(|| y.confidence.total_cmp(&x.confidence))
            .then_with(|| x.claim.cmp(&y.claim))
    });
    sides
}

fn divergence(out: &mut String, analysis: &Analysis, sides: &Sides) {
    let about = if sides.about.is_empty() { String::new() } else { format!(" {}", plain(&sides.about)) };
    let [(low, _), (high, _)] = &sides.readings;
    let _ = writeln!(
        out,
        "  C{} {PART}{}{PART:#}{about}: {} ≠ {}",
        sides.claim + 1,
        sides.kind.name(),
        plain(low),
        plain(high)
    );
    for (reading, places) in &sides.readings {
        let outlets: BTreeSet<&str> =
            places.iter().map(|(mention, _)| analysis.outlet_of(*mention)).collect();
        let names: Vec<String> = outlets.into_iter().map(plain).collect();
        let _ = writeln!(out, "    {}: {}", plain(reading), names.join(", "));
        if let Some((mention, evidence)) = places.first() {
            let _ = writeln!(out, "      {}", place(analysis, *mention, evidence));
        }
    }
}

/// `harbour-gazette 120–134: … 12 people were hurt …`
fn place(analysis: &Analysis, mention: usize, evidence: &Evidence) -> String {
    let document = &analysis.documents[analysis.mentions[mention].document];
    let offsets = CharOffsets::new(&document.text);
    let (start, end) = offsets.span(analysis.in_document(mention, evidence.span));
    format!("{} {start}–{end}: {}", plain(&document.id), around(analysis.text(mention), evidence))
}

/// The sentence, cut to what fits around the evidence.
fn around(text: &str, evidence: &Evidence) -> String {
    let before: Vec<char> = text[..evidence.span.start].chars().collect();
    let after: Vec<char> = text[evidence.span.start..].chars().collect();
    if before.len() + after.len() <= WIDTH {
        return plain(text);
    }
    let keep_before = before.len().min(WIDTH / 2);
    let keep_after = after.len().min(WIDTH - keep_before);
    let head = if keep_before < before.len() { "…" } else { "" };
    let tail = if keep_after < after.len() { "…" } else { "" };
    let middle: String = before[before.len() - keep_before..].iter().chain(&after[..keep_after]).collect();
    format!("{head}{}{tail}", plain(&middle))
}

/// Text that cannot move the cursor or change colours: control characters become spaces.
fn plain(text: &str) -> String {
    let hostile = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.split(|c: char| hostile(c) || c.is_whitespace())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
