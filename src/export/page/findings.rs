//! The comparison in a few sentences: where outlets part, what they share, what rests on one origin, what one says.

use std::fmt::Write as _;

use super::super::View;
use super::super::dot::counted;
use super::super::escape::html;
use super::super::graph_dot::behind;
use super::super::rows::{DivergenceRow, OutletRow};
use super::html::{claim_link, names, own};
use super::tells::{by_weight, of_status};
use crate::model::{Divergence, Status};

/// Shown at once of each list; the rest is folded or counted.
const SHOWN: usize = 6;
/// Claims listed under an outlet that alone makes them.
const ALONE: usize = 5;

pub(super) fn write(out: &mut String, view: &View) {
    out.push_str(
        "<section id=\"findings\" aria-labelledby=\"h-findings\">\n<h2 id=\"h-findings\">In short</h2>\n",
    );
    parted(out, view);
    out.push_str("<div class=\"columns\">\n");
    told(out, view);
    rests(out, view);
    out.push_str("</div>\n");
    alone(out, view);
    out.push_str("</section>\n");
}

/// Where accounts part: each finding with both readings, who gives them, and one sentence for either.
fn parted(out: &mut String, view: &View) {
    let ranked = by_weight(view, (0..view.divergences.len()).collect());
    out.push_str("<h3>Where they part, and how</h3>\n");
    if ranked.is_empty() {
        out.push_str("<p>No detail was found to differ between sentences that say the same.</p>\n");
        return;
    }
    let shown = ranked.len().min(SHOWN);
    list(out, "parted", ranked[..shown].iter().map(|&at| parting(view, at)));
    if ranked.len() > shown {
        let _ = writeln!(out, "<details><summary>{} more</summary>", ranked.len() - shown);
        list(out, "parted", ranked[shown..].iter().map(|&at| parting(view, at)));
        out.push_str("</details>\n");
    }
}

fn list(out: &mut String, class: &str, items: impl Iterator<Item = String>) {
    let _ = writeln!(out, "<ul class=\"{class}\">");
    items.for_each(|item| out.push_str(&item));
    out.push_str("</ul>\n");
}

fn parting(view: &View, at: usize) -> String {
    let (row, found) = (&view.divergences[at], &view.analysis.divergences[at]);
    let [a, b] = [
        (&row.value_a, &row.outlet_a, &row.text_a, &found.a),
        (&row.value_b, &row.outlet_b, &row.text_b, &found.b),
    ]
    .map(|(value, outlets, text, camp)| {
        let (before, rest) = text.split_at(camp.span.start);
        let (evidence, after) = rest.split_at(camp.span.end - camp.span.start);
        format!(
            "<div class=\"side\"><p><b class=\"value\">{}</b> <span class=\"who\">{}</span></p>\
             <blockquote dir=\"auto\">{}<mark>{}</mark>{} <a href=\"#M{}\">in the text</a></blockquote></div>",
            own(value),
            names(outlets.iter().copied()),
            html(before),
            html(evidence),
            html(after),
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

/// `number differs (people)`
fn differs(row: &DivergenceRow, found: &Divergence) -> String {
    let about = match found.about.is_empty() {
        true => String::new(),
        false => format!(" ({})", own(&found.about)),
    };
    format!("<b class=\"divergent\">{} differs</b>{about}", row.kind)
}

/// What they share: claims of several outlets in which no fact differs, most outlets first.
fn told(out: &mut String, view: &View) {
    out.push_str("<div>\n<h3>What they share, most outlets first</h3>\n");
    let shared: Vec<usize> = of_status(view, Status::Shared);
    if shared.is_empty() {
        out.push_str("<p>No claim of several outlets was found in which no fact differs.</p>\n");
    }
    list(out, "told", shared.iter().take(SHOWN).map(|&claim| telling(view, claim)));
    more(out, shared.len(), SHOWN, "claims");
    out.push_str("</div>\n");
}

fn telling(view: &View, claim: usize) -> String {
    let row = &view.claims[claim];
    let who = match row.outlets > 1 {
        true => format!(" <span class=\"who\">{}</span>", behind(row)),
        false => String::new(),
    };
    format!(
        "<li>{}{who} <span dir=\"auto\" class=\"clamp\">{}</span></li>\n",
        claim_link(claim),
        html(&row.claim)
    )
}

/// Claims of several outlets behind which one origin was found, and who has text from whom.
fn rests(out: &mut String, view: &View) {
    out.push_str("<div>\n<h3>What rests on one origin</h3>\n");
    let one: Vec<usize> = (0..view.claims.len())
        .filter(|&claim| view.claims[claim].outlets > 1 && view.claims[claim].origins == Some(1))
        .collect();
    if one.is_empty() {
        out.push_str("<p>No claim of several outlets was found to rest on one origin.</p>\n");
    }
    list(out, "told", one.iter().take(SHOWN).map(|&claim| resting(view, claim)));
    more(out, one.len(), SHOWN, "claims");
    let reuse: Vec<String> = view.outlets.iter().filter_map(reuse).collect();
    if !reuse.is_empty() {
        out.push_str("<p>Text that outlets share:</p>\n");
        list(out, "told", reuse.into_iter());
    }
    out.push_str("</div>\n");
}

fn resting(view: &View, claim: usize) -> String {
    let row = &view.claims[claim];
    let origin = view.analysis.claims[claim].origins.first().map(|&origin| &view.origins[origin]);
    let name = origin.and_then(|origin| origin.origin).map(|name| format!(": {}", own(name)));
    format!(
        "<li>{} <span class=\"who\">{}{}</span> <span dir=\"auto\" class=\"clamp\">{}</span></li>\n",
        claim_link(claim),
        behind(row),
        name.unwrap_or_default(),
        html(&row.claim)
    )
}

/// Nothing for outlets that share no text.
fn reuse(row: &OutletRow) -> Option<String> {
    let (share, how, others) = match (row.copied_share, row.copied_from.is_empty()) {
        (Some(share), false) => (share, "in text that it has from", &row.copied_from),
        _ => (row.shared_share?, "in text that it shares with", &row.shares_text_with),
    };
    let percent = 100.0 * share;
    (!others.is_empty()).then(|| {
        let others = names(others.iter().copied());
        format!("<li>{}: {percent:.0} % of its words stand {how} {others}</li>\n", own(row.outlet))
    })
}

/// What one outlet alone says, folded by outlet.
fn alone(out: &mut String, view: &View) {
    out.push_str("<h3>What only one of them says</h3>\n<div class=\"alone\">\n");
    let single = of_status(view, Status::SingleSource);
    for (at, row) in view.outlets.iter().enumerate().filter(|(_, row)| row.single_source > 0) {
        let _ = writeln!(
            out,
            "<details><summary>{}: {}</summary>",
            own(row.outlet),
            counted(row.single_source, "claim")
        );
        let own: Vec<usize> =
            single.iter().copied().filter(|&claim| view.analysis.claims[claim].outlets == [at]).collect();
        list(out, "told", own.iter().take(ALONE).map(|&claim| telling(view, claim)));
        more(out, own.len(), ALONE, "claims");
        out.push_str("</details>\n");
    }
    out.push_str("</div>\n");
}

fn more(out: &mut String, all: usize, shown: usize, what: &str) {
    if all > shown {
        let _ =
            writeln!(out, "<p class=\"more\">and {} more <a href=\"#claims\">{what}</a></p>", all - shown);
    }
}
