//! The comparison in short: what differs, what several outlets say, what has one origin, what one outlet says.

use std::fmt::Write as _;

use super::super::View;
use super::super::escape::html;
use super::super::rows::{DivergenceRow, OutletRow};
use super::super::words::{behind, counted, listed};
use super::html::{claim_link, language_of, names, own};
use super::outlet_cells::of_status;
use super::selection::Selection;
use crate::model::{Divergence, Status};

/// Shown at once of each list; the rest is folded or counted.
const SHOWN: usize = 6;
/// Divergences shown with their sentences; the rest have a line each, with links to them.
const QUOTED: usize = 40;
/// Characters of a sentence shown on either side of what differs.
const AROUND: usize = 400;
/// Divergences shown at all; the rest are counted.
const LISTED: usize = 1000;
/// The tables that have all of them.
const DIVERGENCES: &str = "divergences.csv";
const CLAIMS: &str = "claims.csv";
/// Outlets named on a line.
const NAMED: usize = 12;
/// Claims listed under the only outlet that makes them.
const ONE_OUTLET: usize = 5;

pub(super) fn write(out: &mut String, view: &View, selection: &Selection) {
    out.push_str(
        "<section id=\"findings\" aria-labelledby=\"h-findings\">\n<h2 id=\"h-findings\">In short</h2>\n",
    );
    differences(out, view, selection);
    out.push_str("<div class=\"columns\">\n");
    shared(out, view, selection);
    one_origin(out, view, selection);
    out.push_str("</div>\n");
    one_outlet(out, view, selection);
    out.push_str("</section>\n");
}

/// Each difference with both readings, who gives them, and one sentence for either.
fn differences(out: &mut String, view: &View, selection: &Selection) {
    let mut ranked = view.analysis.divergences_by_weight();
    ranked.retain(|&at| selection.claim(view.analysis.divergences[at].claim));
    out.push_str("<h3>Where they differ</h3>\n");
    if view.divergences.is_empty() {
        out.push_str("<p>No difference was found between sentences that say the same thing.</p>\n");
    }
    let (shown, rest) = ranked.split_at(ranked.len().min(SHOWN));
    list(out, "differences", shown.iter().map(|&at| difference(view, at)));
    let mut unseen = view.divergences.len() - ranked.len();
    if !rest.is_empty() {
        let _ = writeln!(out, "<details><summary>{}</summary>", counted(rest.len(), "more difference"));
        let (quoted, rest) = rest.split_at(rest.len().min(QUOTED - SHOWN));
        let (brief, rest) = rest.split_at(rest.len().min(LISTED - QUOTED));
        list(out, "differences", quoted.iter().map(|&at| difference(view, at)));
        list(out, "items", brief.iter().map(|&at| difference_in_short(view, at)));
        out.push_str("</details>\n");
        unseen += rest.len();
    }
    left_out(out, view, unseen, "difference", DIVERGENCES);
}

/// Says how many are not listed, and which table has them, where it is written.
fn left_out(out: &mut String, view: &View, count: usize, what: &str, file: &str) {
    if count > 0 {
        let (all, table) = (counted(count, what), view.written.also_in(file));
        let _ = writeln!(out, "<p class=\"more\">{all} not listed here{table}</p>");
    }
}

/// Nothing where there are none.
fn list(out: &mut String, class: &str, items: impl Iterator<Item = String>) {
    let mut items = items.peekable();
    if items.peek().is_none() {
        return;
    }
    let _ = writeln!(out, "<ul class=\"{class}\">");
    items.for_each(|item| out.push_str(&item));
    out.push_str("</ul>\n");
}

fn difference(view: &View, at: usize) -> String {
    let (row, found) = (&view.divergences[at], &view.analysis.divergences[at]);
    let [a, b] = [
        (&row.value_a, &row.outlet_a, &row.text_a, &found.a),
        (&row.value_b, &row.outlet_b, &row.text_b, &found.b),
    ]
    .map(|(value, outlets, text, camp)| {
        let (before, rest) = text.split_at(camp.span.start);
        let (evidence, after) = rest.split_at(camp.span.end - camp.span.start);
        let (before, after) = near(before, after);
        format!(
            "<div class=\"side\"><p><b class=\"value\">{}</b> <span class=\"who\">{}</span></p>\
             <blockquote dir=\"auto\"{}>{}<mark>{}</mark>{} <a href=\"#M{}\">show in document</a></blockquote></div>",
            own(value),
            names(outlets.iter().copied()),
            language_of(view, camp.mention),
            html(&before),
            html(evidence),
            html(&after),
            camp.mention + 1,
        )
    });
    format!(
        "<li id=\"{}\"><p class=\"what\">{} {} in {}</p><div class=\"sides\">{a}{b}</div></li>\n",
        row.divergence_id,
        row.divergence_id,
        differs(row, found),
        claim_link(found.claim),
    )
}

/// Of a sentence longer than anyone writes, what is around the evidence.
fn near(before: &str, after: &str) -> (String, String) {
    let start = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    let end = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
    let (head, tail) = (if start > 0 { "…" } else { "" }, if end < after.len() { "…" } else { "" });
    (format!("{head}{}", &before[start..]), format!("{}{tail}", &after[..end]))
}

/// The same on one line, for those who go on reading: the readings are links to their places.
fn difference_in_short(view: &View, at: usize) -> String {
    let (row, found) = (&view.divergences[at], &view.analysis.divergences[at]);
    let [a, b] = [(&row.outlet_a, &found.a), (&row.outlet_b, &found.b)].map(|(outlets, camp)| {
        let mention = camp.mention + 1;
        format!(
            "<a href=\"#M{mention}\">{}</a> <span class=\"who\">{}</span>",
            own(&camp.value),
            listed(outlets.iter().map(|name| own(name)), NAMED)
        )
    });
    format!(
        "<li id=\"{0}\">{0} {1} in {2}: {a} ≠ {b}</li>\n",
        row.divergence_id,
        differs(row, found),
        claim_link(found.claim)
    )
}

/// `number differs (people)`
fn differs(row: &DivergenceRow, found: &Divergence) -> String {
    let about = match found.about.is_empty() {
        true => String::new(),
        false => format!(" ({})", own(&found.about)),
    };
    format!("<b class=\"divergent\">{} differs</b>{about}", row.kind)
}

/// Claims of several outlets without a difference, most outlets first.
fn shared(out: &mut String, view: &View, selection: &Selection) {
    out.push_str("<div>\n<h3>In several outlets, no difference found</h3>\n");
    let shared: Vec<usize> = of_status(view, Status::Shared);
    if shared.is_empty() {
        out.push_str("<p>No claim of several outlets was found without a difference.</p>\n");
    }
    claims(out, view, selection, &shared, SHOWN);
    out.push_str("</div>\n");
}

/// Claims of several outlets that have one origin, and who has text from whom.
fn one_origin(out: &mut String, view: &View, selection: &Selection) {
    out.push_str(
        "<div>\n<h3>Several outlets, one origin</h3>\n\
         <p>An origin is an independent source: outlets that share a text, a publisher or a named source count once.</p>\n",
    );
    let has_one = |&claim: &usize| view.claims[claim].outlets > 1 && view.claims[claim].origins == Some(1);
    let found: Vec<usize> = (0..view.claims.len()).filter(has_one).collect();
    if found.is_empty() {
        out.push_str("<p>No claim of several outlets was found to have one origin only.</p>\n");
    }
    claims(out, view, selection, &found, SHOWN);
    let reuse: Vec<String> = view.outlets.iter().filter_map(reuse).collect();
    if !reuse.is_empty() {
        out.push_str("<p>Shared text:</p>\n");
        list(out, "items", reuse.into_iter());
    }
    out.push_str("</div>\n");
}

/// A claim and, if several outlets make it, how many origins it has; the name, where it has one.
fn claim_item(view: &View, claim: usize) -> String {
    let (row, found) = (&view.claims[claim], &view.analysis.claims[claim]);
    let name = match (row.origins, found.origins.first()) {
        (Some(1), Some(&origin)) => view.origins[origin].origin.map(|name| format!(": {}", own(name))),
        _ => None,
    };
    let who = match row.outlets > 1 {
        true => format!(" <span class=\"who\">{}{}</span>", behind(row), name.unwrap_or_default()),
        false => String::new(),
    };
    format!(
        "<li>{}{who} <span dir=\"auto\" class=\"clamp\"{}>{}</span></li>\n",
        claim_link(claim),
        language_of(view, found.representative),
        html(&row.claim)
    )
}

/// Nothing for outlets that share no text.
fn reuse(row: &OutletRow) -> Option<String> {
    let (share, how, others) = match (row.copied_share, row.copied_from.is_empty()) {
        (Some(share), false) => (share, "are copied from", &row.copied_from),
        _ => (row.shared_share?, "are in text shared with", &row.shares_text_with),
    };
    let percent = 100.0 * share;
    (!others.is_empty()).then(|| {
        let others = names(others.iter().copied());
        format!("<li>{}: {percent:.0} % of its words {how} {others}</li>\n", own(row.outlet))
    })
}

/// Claims of one outlet only, folded by outlet.
fn one_outlet(out: &mut String, view: &View, selection: &Selection) {
    out.push_str("<h3>In one outlet only</h3>\n<div class=\"alone\">\n");
    let mut of_outlet = vec![Vec::new(); view.outlets.len()];
    for claim in of_status(view, Status::SingleSource) {
        view.analysis.claims[claim].outlets.iter().for_each(|&outlet| of_outlet[outlet].push(claim));
    }
    for (row, own_claims) in view.outlets.iter().zip(&of_outlet).filter(|(_, claims)| !claims.is_empty()) {
        let count = counted(own_claims.len(), "claim");
        let _ = writeln!(out, "<details><summary>{}: {count}</summary>", own(row.outlet));
        claims(out, view, selection, own_claims, ONE_OUTLET);
        out.push_str("</details>\n");
    }
    out.push_str("</div>\n");
}

/// The first of these claims that are on the page, and how many more there are.
fn claims(out: &mut String, view: &View, selection: &Selection, all: &[usize], most: usize) {
    let on_page: Vec<usize> = all.iter().copied().filter(|&claim| selection.claim(claim)).collect();
    list(out, "items", on_page.iter().take(most).map(|&claim| claim_item(view, claim)));
    if on_page.len() > most {
        let more = on_page.len() - most;
        let _ = writeln!(out, "<p class=\"more\">and {more} more <a href=\"#claims\">claims</a></p>");
    }
    left_out(out, view, all.len() - on_page.len(), "claim", CLAIMS);
}
