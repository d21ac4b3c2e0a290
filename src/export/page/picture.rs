//! Claims as lanes and outlets as columns: a table with a sign wherever an outlet makes a claim.
//!
//! ```text
//!                         Gazette    Post    Radio
//!   C2 people: 12 ≠ 17       ●━━━━━━━━◆━━━━━━━●     3 outlets, 2 origins
//!   C5 The bridge closed     ○━━━━━━━━●             2 outlets, 1 origin
//! ```
//!
//! The browser lays it out, so texts overlap in no font: columns have a width, and the style sheet cuts longer text; the
//! whole text is shown under the pointer. Rejected: SVG with computed places (its texts are as wide as the reader's font),
//! and outlets left, claims right, with edges between, as in `graph.dot`: above fifty claims the edges hide each other.

use std::fmt::Write as _;

use super::super::View;
use super::super::escape::html;
use super::super::words::{behind, counted};
use super::super::wrap::clip;
use super::html::{empty_cells, has_many, language_of};
use super::outlet_cells::{OutletCell, outlet_cells, ranked};
use super::selection::Selection;

/// Nobody reads more lanes; the table has every claim.
const LANES: usize = 250;
/// Characters of any text; the browser shows as many of them as fit.
const LABEL: usize = 300;

pub(super) fn write(out: &mut String, view: &View, selection: &Selection) {
    out.push_str(
        "<section id=\"picture\" aria-labelledby=\"h-picture\">\n<h2 id=\"h-picture\">Picture</h2>\n",
    );
    let mut claims = view.graph.most_telling();
    let found = claims.len();
    claims.retain(|&claim| selection.claim(claim));
    let left_out = claims.len().saturating_sub(LANES);
    claims.truncate(LANES);
    if claims.is_empty() {
        let none = if found == 0 { "was found" } else { "is on this page" };
        let _ = write!(out, "<p>No claim of several outlets {none}.</p>\n</section>\n");
        return;
    }
    legend(out, left_out);
    out.push_str("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"h-picture\">\n");
    table(out, view, &claims);
    out.push_str("</div>\n</section>\n");
}

fn legend(out: &mut String, left_out: usize) {
    out.push_str(
        "<p class=\"legend\">Each line is a claim of several outlets; those with differences come first. \
         <span><i class=\"dot own\"></i> own text</span> <span><i class=\"dot copy\"></i> shared text</span> \
         <span><i class=\"dot via\"></i> quoted by another</span> \
         <span class=\"divergent\"><i class=\"dot own a\"></i> one version</span> \
         <span class=\"divergent\"><i class=\"dot own b\"></i> the other</span> \
         <span><i class=\"dot own none\"></i> neither or both</span></p>\n",
    );
    if left_out > 0 {
        let _ = writeln!(out, "<p>{} in the table above.</p>", counted(left_out, "more claim"));
    }
}

fn table(out: &mut String, view: &View, claims: &[usize]) {
    let class = if has_many(view) { " class=\"many\"" } else { "" };
    let _ = write!(
        out,
        "<table id=\"lanes\"{class}>\n<colgroup><col><col span=\"{}\"><col></colgroup>\n\
         <thead><tr><th scope=\"col\"><span class=\"unseen\">Claim</span></th>",
        view.outlets.len()
    );
    for row in &view.outlets {
        let name = shown(row.outlet);
        let _ = write!(out, "<th scope=\"col\" title=\"{name}\"><span dir=\"auto\">{name}</span></th>");
    }
    out.push_str(
        "<th scope=\"col\"><span class=\"unseen\">Outlets and origins</span></th></tr></thead>\n<tbody>\n",
    );
    claims.iter().for_each(|&claim| lane(out, view, claim));
    out.push_str("</tbody>\n");
    one_outlet(out, view);
    out.push_str("</table>\n");
}

/// A claim: its words on the left, signs, and the number of outlets and origins on the right.
fn lane(out: &mut String, view: &View, claim: usize) {
    label(out, view, claim);
    let cells = outlet_cells(view, claim);
    let mut next = 0;
    for (at, cell) in cells.iter().enumerate() {
        let class = match at {
            0 => "from",
            _ if at + 1 == cells.len() => "to",
            _ => "rail",
        };
        empty_cells(out, cell.outlet - next, if at > 0 { " class=\"rail\"" } else { "" });
        sign(out, view, cell, class);
        next = cell.outlet + 1;
    }
    empty_cells(out, view.outlets.len() - next, "");
    let _ = writeln!(out, "<td class=\"who\">{}</td></tr>", behind(&view.claims[claim]));
}

/// Opens the lane.
fn label(out: &mut String, view: &View, claim: usize) {
    let row = &view.claims[claim];
    let (id, words) = (&row.claim_id, shown(&row.claim));
    let language = language_of(view, view.analysis.claims[claim].representative);
    let _ = write!(
        out,
        "<tr class=\"{}\" data-claim=\"{id}\"><th scope=\"row\"><a href=\"#{id}\"{language} title=\"{words}\">\
         <b>{id}</b> <span dir=\"auto\">{words}</span></a>",
        row.status,
    );
    differs(out, view, claim);
    out.push_str("</th>");
}

/// `number: 12 ≠ 17` under the claim; nothing where no detail differs.
fn differs(out: &mut String, view: &View, claim: usize) {
    let ranked = ranked(view, claim);
    let Some(&first) = ranked.first() else { return };
    let found = &view.analysis.divergences[first];
    let [a, b] = [&found.a, &found.b].map(|camp| shown(&camp.value));
    let kind = found.kind.name();
    let more = if ranked.len() > 1 { format!(" and {} more", ranked.len() - 1) } else { String::new() };
    let _ = write!(
        out,
        "<span class=\"differs\" title=\"{kind}: {a} ≠ {b}{more}\">{kind}: <bdi>{a}</bdi> ≠ <bdi>{b}</bdi>{more}</span>"
    );
}

fn sign(out: &mut String, view: &View, cell: &OutletCell, class: &str) {
    let (outlet, how) = (shown(view.outlets[cell.outlet].outlet), shown(cell.wording.words()));
    let reading = cell.readings.first().map(|reading| shown(reading));
    let told = reading.as_ref().map(|reading| format!(": {reading}")).unwrap_or_default();
    let _ = write!(
        out,
        "<td class=\"{class}\" title=\"{outlet}{told}\"><i class=\"dot {}\"></i><span class=\"unseen\">{how}</span>",
        cell.class()
    );
    if let (false, Some(reading)) = (has_many(view), reading) {
        let _ = write!(out, "<span class=\"reading\" dir=\"auto\">{reading}</span>");
    }
    out.push_str("</td>");
}

/// How many claims each outlet alone makes, under its column.
fn one_outlet(out: &mut String, view: &View) {
    out.push_str("<tfoot><tr><th scope=\"row\">claims in one outlet only</th>");
    for row in &view.outlets {
        let _ = write!(out, "<td>{}</td>", row.single_source);
    }
    out.push_str("<td></td></tr></tfoot>\n");
}

fn shown(text: &str) -> String {
    html(&clip(text, LABEL))
}
