//! Claims by outlets: who says it, how, and which reading each gives.
//!
//! Neighbouring empty cells are one cell, so that outlets which say nothing take no room in the file.

use std::fmt::Write as _;

use super::super::View;
use super::super::escape::html;
use super::super::rows::ClaimRow;
use super::super::words::behind;
use super::super::wrap::clip;
use super::html::{empty_cells, has_many, language_of, own};
use super::outlet_cells::{OutletCell, of_status, outlet_cells};
use super::selection::Selection;
use crate::model::{DivergenceKind, Status};

/// Characters of a reading shown in a cell; the claim's own view has all of it.
const READING: usize = 24;

const GROUPS: [(Status, &str); 3] = [
    (Status::Divergent, "several outlets, a detail differs"),
    (Status::Shared, "several outlets, no difference found"),
    (Status::SingleSource, "one outlet only"),
];

pub(super) fn write(out: &mut String, view: &View, selection: &Selection) {
    out.push_str(
        "<section id=\"claims\" aria-labelledby=\"h-claims\">\n<h2 id=\"h-claims\">Claims by outlet</h2>\n",
    );
    out.push_str(LEGEND);
    filters(out, view, selection);
    let many = if has_many(view) { " class=\"many\"" } else { "" };
    let _ = write!(
        out,
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"h-claims\">\n\
         <table id=\"matrix\"{many}>\n<thead><tr><th scope=\"col\">Claim</th>"
    );
    for row in &view.outlets {
        let _ = write!(out, "<th scope=\"col\"><span>{}</span></th>", own(row.outlet));
    }
    out.push_str("</tr></thead>\n");
    for (status, meaning) in GROUPS {
        group(out, view, selection, status, meaning);
    }
    out.push_str("</table>\n</div>\n</section>\n");
}

const LEGEND: &str = "<p class=\"legend\">Each row is one claim: sentences that say the same thing. \
    <span><i class=\"dot own\"></i> own text</span> \
    <span><i class=\"dot copy\"></i> text shared with another outlet</span> \
    <span><i class=\"dot via\"></i> quoted by another outlet</span> \
    Where outlets differ, the cell shows the value: a circle for one version, a diamond for the other, a grey square \
    for neither or both. An empty cell means that no matching sentence was found; the outlet may say it in other \
    words.</p>\n\
    <noscript><p>Without scripts, a cell links to the sentence in its document; filters and the wordings side by \
    side need scripts.</p></noscript>\n";

fn filters(out: &mut String, view: &View, selection: &Selection) {
    out.push_str("<form id=\"filters\" role=\"search\" aria-label=\"Filter the claims\" hidden>\n");
    let outlets: Vec<_> =
        view.outlets.iter().enumerate().map(|(at, row)| (at.to_string(), row.outlet)).collect();
    choice(out, "f-outlet", "Outlet", outlets.iter().map(|(at, name)| (at.as_str(), *name)));
    let statuses = GROUPS.map(|(status, _)| (status.name(), status.name()));
    choice(out, "f-status", "Status", statuses.into_iter());
    choice(out, "f-kind", "What differs", kinds(view, selection).into_iter().map(|kind| (kind, kind)));
    out.push_str(
        "<label for=\"f-text\">Text <input type=\"search\" id=\"f-text\" autocomplete=\"off\"></label>\n\
         <button type=\"reset\">Show all</button>\n<output id=\"count\" aria-live=\"polite\"></output>\n</form>\n",
    );
}

fn choice<'c>(out: &mut String, id: &str, label: &str, options: impl Iterator<Item = (&'c str, &'c str)>) {
    let _ = write!(out, "<label for=\"{id}\">{label} <select id=\"{id}\"><option value=\"\">all</option>");
    for (value, name) in options {
        let _ = write!(out, "<option value=\"{value}\">{}</option>", html(name));
    }
    out.push_str("</select></label>\n");
}

/// The kinds of divergence there are, in the order of reporting.
fn kinds(view: &View, selection: &Selection) -> Vec<&'static str> {
    let shown = view.analysis.divergences.iter().filter(|found| selection.claim(found.claim));
    let mut kinds: Vec<DivergenceKind> = shown.map(|found| found.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds.into_iter().map(DivergenceKind::name).collect()
}

fn group(out: &mut String, view: &View, selection: &Selection, status: Status, meaning: &str) {
    let mut claims = of_status(view, status);
    let all = claims.len();
    if all == 0 {
        return;
    }
    claims.retain(|&claim| selection.claim(claim));
    let name = status.name();
    let count = if claims.len() < all { format!("{} of {all}", claims.len()) } else { all.to_string() };
    let _ = writeln!(
        out,
        "<tbody class=\"{name}\">\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"{}\">\
         <span>{name}: {meaning} ({count})</span></th></tr>",
        view.outlets.len() + 1,
    );
    claims.iter().for_each(|&claim| row(out, view, claim));
    out.push_str("</tbody>\n");
}

fn row(out: &mut String, view: &View, claim: usize) {
    let row = &view.claims[claim];
    let id = &row.claim_id;
    let _ = write!(
        out,
        "<tr id=\"{id}\" class=\"{}\"><th scope=\"row\"><a href=\"#{id}\">{id}</a> {} \
         <span class=\"claim\" dir=\"auto\"{}>{}</span></th>",
        row.status,
        standing(row),
        language_of(view, view.analysis.claims[claim].representative),
        html(&row.claim)
    );
    let mut next = 0;
    for cell in outlet_cells(view, claim) {
        empty_cells(out, cell.outlet - next, "");
        says(out, &cell);
        next = cell.outlet + 1;
    }
    empty_cells(out, view.outlets.len() - next, "");
    out.push_str("</tr>\n");
}

/// How many outlets and origins it has and what differs; nothing for a claim of one outlet.
fn standing(row: &ClaimRow) -> String {
    let kinds = match row.divergence_kinds.is_empty() {
        true => String::new(),
        false if row.divergence_kinds.len() == 1 => format!(" · {} differs", row.divergence_kinds[0]),
        false => format!(" · {} differ", row.divergence_kinds.join(", ")),
    };
    match row.outlets > 1 {
        true => format!("<span class=\"who\">{}{kinds}</span>", behind(row)),
        false => String::new(),
    }
}

fn says(out: &mut String, cell: &OutletCell) {
    let readings: Vec<String> = cell.readings.iter().map(|reading| own(&clip(reading, READING))).collect();
    let _ = write!(
        out,
        "<td><a href=\"#M{}\"><i class=\"dot {}\"></i><span class=\"unseen\">{}</span>{}</a></td>",
        cell.mention + 1,
        cell.class(),
        html(cell.wording.words()),
        readings.join(" / ")
    );
}
