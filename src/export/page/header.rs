//! What was compared: how much, whose, and when.

use std::fmt::Write as _;

use super::super::View;
use super::super::words::counted;
use super::documents::on_page;
use super::extent::Extent;
use super::head::title;
use super::html::{document_anchor, fragment, names, own};

/// More outlets than this are not named in the first lines.
const NAMED: usize = 12;

pub(super) fn write(out: &mut String, view: &View, extent: &Extent) {
    let figures = &view.summary;
    let _ = write!(
        out,
        "<a class=\"skip\" href=\"#claims\">Skip to the claims</a>\n<header>\n<h1>{}</h1>\n\
         <p>{} of {}{}, compared sentence by sentence: <b class=\"shared\">{}</b> that several outlets make alike, \
         <b class=\"divergent\">{}</b> in which a detail differs, <b class=\"single\">{}</b> that one outlet makes \
         alone.</p>\n",
        own(&title(view)),
        counted(figures.documents, "document"),
        present(view),
        period(view),
        counted(figures.shared, "claim"),
        figures.divergent,
        figures.single_source,
    );
    contents(out, view, extent);
    cut(out, view, extent);
    out.push_str(PARTS);
}

/// What is not on the page, and where it is.
fn cut(out: &mut String, view: &View, extent: &Extent) {
    let (shown, all) = extent.claims();
    if extent.whole {
        return;
    }
    let all_in = match view.written.holds("claims.csv") {
        true => " All claims stand in claims.csv beside this page.",
        false => "",
    };
    let _ = writeln!(
        out,
        "<p class=\"cut\">There is more than a browser can show: this page has {shown} of {all} claims, first those where \
         accounts part, then those of most outlets, but none of very long or very many sentences; and of the documents \
         the sentences of these claims.{all_in}</p>"
    );
}

const PARTS: &str = "<nav aria-label=\"Parts of the page\"><a href=\"#findings\">In short</a> \
    <a href=\"#claims\">Claims</a> <a href=\"#picture\">Picture</a> <a href=\"#documents\">Documents</a> \
    <a href=\"#limits\">What this cannot tell</a></nav>\n</header>\n";

/// `5 outlets (and 1 outlet reached through them)`: those that a roundup carries gave no document.
fn present(view: &View) -> String {
    let own = view.analysis.outlets.iter().filter(|outlet| outlet.present).count();
    match view.outlets.len() - own {
        0 => counted(own, "outlet"),
        others => {
            format!("{} (and {} reached through them)", counted(own, "outlet"), counted(others, "outlet"))
        }
    }
}

/// The documents as a table, folded behind the names of their outlets.
fn contents(out: &mut String, view: &View, extent: &Extent) {
    let who = match view.outlets.len() <= NAMED {
        true => names(view.outlets.iter().filter(|row| row.documents > 0).map(|row| row.outlet)),
        false => present(view),
    };
    let _ = writeln!(
        out,
        "<details class=\"compared\"><summary>Compared: {who} (crosswire {})</summary>\n\
         <div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"What was compared\">\
         <table class=\"plain\"><thead><tr><th scope=\"col\">Outlet</th><th scope=\"col\">Document</th>\
         <th scope=\"col\">Published</th><th scope=\"col\">Words</th></tr></thead><tbody>",
        env!("CARGO_PKG_VERSION")
    );
    for (row, on_page) in view.documents.iter().zip(on_page(view, extent)) {
        let title = own(row.title.unwrap_or(row.document));
        let link = match on_page {
            true => format!("<a href=\"#{}\">{title}</a>", fragment(&document_anchor(row.document))),
            false => title,
        };
        let _ = writeln!(
            out,
            "<tr><td>{}</td><td>{link}</td><td>{}</td><td>{}</td></tr>",
            own(row.outlet),
            own(&row.published.map(|date| date.to_string()).unwrap_or_default()),
            row.words
        );
    }
    out.push_str("</tbody></table></div>\n</details>\n");
}

/// `, published 2026-03-10 to 2026-03-12`: the days as the documents have them.
fn period(view: &View) -> String {
    let days = || view.documents.iter().filter_map(|row| Some(row.published?.day()));
    match (days().min(), days().max()) {
        (Some(first), Some(last)) if first == last => format!(", published {first}"),
        (Some(first), Some(last)) => format!(", published {first} to {last}"),
        _ => String::new(),
    }
}
