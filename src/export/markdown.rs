//! `summary.md`: the comparison on a page, for a story's folder or an issue tracker.
//!
//! It shows the most telling of everything and says where the rest is. Words from outside are escaped: they are shown,
//! and do nothing.

use std::io::{self, Write};

use super::escape::markdown as safe;
use super::rows::{DivergenceRow, OriginRow};
use super::view::View;
use super::words::{behind, counted};
use super::wrap::clip;
use super::{Exporter, markdown_parts as parts};
use crate::model::Status;
use crate::part::Part;

pub(super) struct Markdown;

/// Shown of each; the rest are counted.
const DOCUMENTS: usize = 40;
const CLAIMS: usize = 12;
const DIVERGENCES: usize = 20;
const OUTLETS: usize = 20;
const OF_OUTLET: usize = 3;
/// Outlets named in a row.
const NAMES: usize = 8;
/// Columns of a sentence.
const WIDTH: usize = 240;

const LIMITS: &str = "\
- It compares what was written, not what happened: coverage is not truth, absence is not omission, and a divergence is a \
fact with two places, not a verdict on either.
- Sentences are aligned by rules. Some alignments are wrong, and the same thing told in quite other words stays apart: what \
only one outlet seems to say may stand in another in words of its own. Read the sentences before you cite a count.
- Details are compared only where two aligned sentences fill the same place; what one of them leaves out is no divergence.
- What is not tied is not proven independent: the texts show no tie. Where they do not tell, a count has a least and a most.

Places count characters of a document's text from 0, the end not included; `crosswire inspect` shows these texts.
";

impl Part for Markdown {
    fn name(&self) -> &'static str {
        "summary"
    }

    fn about(&self) -> &'static str {
        "The comparison on a page of Markdown: what several say, where they part, what rests on one origin."
    }
}

impl Exporter for Markdown {
    fn format(&self) -> &'static str {
        "markdown"
    }

    fn file_name(&self) -> &'static str {
        "summary.md"
    }

    fn write(&self, view: &View, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "# {}\n", view.analysis.event.as_deref().map_or("Comparison".into(), safe))?;
        compared(view, out)?;
        most_told(view, out)?;
        parted(view, out)?;
        one_origin(view, out)?;
        only_here(view, out)?;
        write!(out, "## What this cannot tell\n\n{LIMITS}")
    }
}

fn compared(view: &View, out: &mut dyn Write) -> io::Result<()> {
    let (figures, own) =
        (&view.summary, view.analysis.outlets.iter().filter(|outlet| outlet.present).count());
    writeln!(out, "## What was compared\n")?;
    write!(out, "{} of {}", counted(figures.documents, "document"), counted(own, "outlet"))?;
    if figures.outlets > own {
        write!(out, " (and {} reached through them)", counted(figures.outlets - own, "outlet"))?;
    }
    let claims = figures.shared + figures.divergent + figures.single_source;
    writeln!(out, ": {}, {}.\n", counted(figures.mentions, "mention"), counted(claims, "claim"))?;
    writeln!(out, "| claims | |\n|---|---:|")?;
    for (what, count) in [
        ("shared: several outlets, no fact was found to differ", figures.shared),
        ("divergent: several outlets, facts differ", figures.divergent),
        ("single-source: one outlet", figures.single_source),
    ] {
        writeln!(out, "| {what} | {count} |")?;
    }
    writeln!(out, "\n| outlet | title | published |\n|---|---|---|")?;
    for row in view.documents.iter().take(DOCUMENTS) {
        let title = parts::link(row.title.unwrap_or(row.document), row.url);
        writeln!(
            out,
            "| {} | {title} | {} |",
            safe(row.outlet),
            row.published.map(|date| safe(&date.to_string())).unwrap_or_default()
        )?;
    }
    writeln!(out)?;
    parts::more(view, out, view.documents.len(), DOCUMENTS, "documents.csv")
}

/// Claims of several outlets stand in the order of the tables: those of most outlets first.
fn most_told(view: &View, out: &mut dyn Write) -> io::Result<()> {
    let told: Vec<usize> = (0..view.claims.len()).filter(|&at| view.claims[at].outlets > 1).collect();
    writeln!(out, "## What several outlets say\n")?;
    if told.is_empty() {
        return writeln!(out, "Nothing that two of them say was found.\n");
    }
    for &at in told.iter().take(CLAIMS) {
        let row = &view.claims[at];
        writeln!(out, "- **{}** ({}): {}", row.claim_id, behind(row), quoted(view, at))?;
        for origin in origins_of(view, at).take(NAMES) {
            writeln!(out, "  - {}", origin_line(origin))?;
        }
    }
    writeln!(out)?;
    parts::more(view, out, told.len(), CLAIMS, "claims.csv")
}

fn parted(view: &View, out: &mut dyn Write) -> io::Result<()> {
    let (all, ranked) = (&view.analysis.divergences, view.analysis.divergences_by_weight());
    writeln!(out, "## Where they part\n")?;
    if ranked.is_empty() {
        return writeln!(out, "No detail was found to differ.\n");
    }
    writeln!(out, "| claim | what | one reading | the other |\n|---|---|---|---|")?;
    for &at in ranked.iter().take(DIVERGENCES) {
        let row = &view.divergences[at];
        let [a, b] = readings(view, row, at);
        let about = match all[at].about.as_str() {
            "" => String::new(),
            about => format!(": {}", safe(about)),
        };
        writeln!(out, "| {} | {}{about} | {a} | {b} |", row.claim_id, row.kind)?;
    }
    writeln!(out)?;
    parts::more(view, out, ranked.len(), DIVERGENCES, "divergences.csv")
}

/// `**12** (Gazette, Ledger) gazette 120–122`
fn readings(view: &View, row: &DivergenceRow, at: usize) -> [String; 2] {
    let divergence = &view.analysis.divergences[at];
    let document = |mention: usize| {
        let mention = &view.analysis.mentions[mention];
        safe(&view.analysis.documents[mention.document].id)
    };
    let reading = |value: &str, outlets: &[&str], mention: usize, place: (usize, usize)| {
        let who = parts::names(outlets, NAMES);
        format!("**{}** ({who}) {} {}–{}", safe(&clip(value, WIDTH)), document(mention), place.0, place.1)
    };
    [
        reading(row.value_a, &row.outlet_a, divergence.a.mention, (row.start_a, row.end_a)),
        reading(row.value_b, &row.outlet_b, divergence.b.mention, (row.start_b, row.end_b)),
    ]
}

fn one_origin(view: &View, out: &mut dyn Write) -> io::Result<()> {
    let rests = |&at: &usize| view.claims[at].outlets > 1 && view.claims[at].origins_most == 1;
    let resting: Vec<usize> = (0..view.claims.len()).filter(rests).collect();
    writeln!(out, "## What rests on one origin\n")?;
    if resting.is_empty() {
        writeln!(out, "No claim of several outlets was found to rest on one.\n")?;
    }
    for &at in resting.iter().take(CLAIMS) {
        let origin = origins_of(view, at).next().map(origin_line).unwrap_or_default();
        writeln!(out, "- **{}** {}\n  - {origin}", view.claims[at].claim_id, quoted(view, at))?;
    }
    if !resting.is_empty() {
        writeln!(out)?;
    }
    parts::more(view, out, resting.len(), CLAIMS, "origins.csv")?;
    parts::shared_text(view, out, OUTLETS)
}

fn only_here(view: &View, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "## What only one outlet says\n")?;
    let with_own: Vec<_> = view.outlets.iter().filter(|row| row.single_source > 0).collect();
    if with_own.is_empty() {
        return writeln!(out, "Nothing.\n");
    }
    for row in with_own.iter().take(OUTLETS) {
        writeln!(out, "- {}: {}", safe(row.outlet), counted(row.single_source, "claim"))?;
        let of_outlet = |at: &usize| {
            let claim = &view.analysis.claims[*at];
            claim.status == Status::SingleSource
                && view.claims[*at].says.iter().any(|says| says.outlet == row.outlet)
        };
        for at in (0..view.claims.len()).filter(of_outlet).take(OF_OUTLET) {
            writeln!(out, "  - **{}** {}", view.claims[at].claim_id, quoted(view, at))?;
        }
    }
    writeln!(out)?;
    parts::more(view, out, with_own.len(), OUTLETS, "claims.csv")
}

fn origins_of<'v>(view: &'v View, claim: usize) -> impl Iterator<Item = &'v OriginRow<'v>> {
    view.analysis.claims[claim].origins.iter().map(|&origin| &view.origins[origin])
}

/// `the harbour police: Gazette, Post (source)`, or the outlets alone where nothing ties them.
fn origin_line(origin: &OriginRow) -> String {
    let outlets = parts::names(&origin.outlet_names, NAMES);
    match origin.origin {
        Some(name) if !origin.ties.is_empty() => {
            format!("{}: {outlets} ({}, {})", safe(name), origin.layers.join(", "), origin.certainty)
        }
        _ => outlets,
    }
}

/// The sentence that speaks for the claim, and where it stands.
fn quoted(view: &View, claim: usize) -> String {
    let row = &view.mentions[view.analysis.claims[claim].representative];
    let text = safe(&clip(&view.claims[claim].claim, WIDTH));
    format!("{text} [{} {}–{}]", safe(row.document), row.start, row.end)
}
