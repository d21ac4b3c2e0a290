//! What was compared: how much, whose, and when.

use std::fmt::Write as _;

use super::super::View;
use super::super::words::counted;
use super::documents::on_page;
use super::head::title;
use super::html::{document_anchor, fragment, names, own};
use super::selection::Selection;

/// More outlets than this are not named in the first lines.
const NAMED: usize = 12;

pub(super) fn write(out: &mut String, view: &View, selection: &Selection) {
    let figures = &view.summary;
    let _ = write!(
        out,
        "<a class=\"skip\" href=\"#claims\">Skip to the claims</a>\n<header>\n<h1>{}</h1>\n\
         <p>{} from {}{}, compared sentence by sentence: <b>{}</b> in several outlets, \
         <b class=\"divergent\">{}</b> of them with a detail that differs, and <b class=\"single\">{}</b> in one outlet \
         only.</p>\n",
        own(&title(view)),
        counted(figures.documents, "document"),
        present(view),
        period(view),
        counted(figures.shared + figures.divergent, "claim"),
        figures.divergent,
        counted(figures.single_source, "claim"),
    );
    contents(out, view, selection);
    cut(out, view, selection);
    out.push_str(PARTS);
}

/// What is not on the page, and where it is.
fn cut(out: &mut String, view: &View, selection: &Selection) {
    let (shown, all) = selection.claims();
    if selection.whole {
        return;
    }
    let all_in = match view.written.holds("claims.csv") {
        true => " All claims are in claims.csv beside this page.",
        false => "",
    };
    let _ = writeln!(
        out,
        "<p class=\"cut\">This is more than a browser can show. The page has {shown} of {all} claims: first those in which a \
         detail differs, then those of the most outlets, but none of very long or very many sentences. Of the documents, \
         it has the sentences of these claims.{all_in}</p>"
    );
}

const PARTS: &str = "<nav aria-label=\"Parts of the page\"><a href=\"#findings\">In short</a> \
    <a href=\"#claims\">Claims</a> <a href=\"#picture\">Picture</a> <a href=\"#documents\">Documents</a> \
    <a href=\"#limits\">What this cannot tell</a></nav>\n</header>\n";

/// `5 outlets (and 1 outlet quoted in them)`: outlets that only a roundup quotes have no document.
fn present(view: &View) -> String {
    let own = view.analysis.outlets.iter().filter(|outlet| outlet.present).count();
    match view.outlets.len() - own {
        0 => counted(own, "outlet"),
        others => {
            format!("{} (and {} quoted in them)", counted(own, "outlet"), counted(others, "outlet"))
        }
    }
}

/// The documents as a table, folded behind the names of their outlets.
fn contents(out: &mut String, view: &View, selection: &Selection) {
    let who = match view.outlets.len() <= NAMED {
        true => names(view.outlets.iter().filter(|row| row.documents > 0).map(|row| row.outlet)),
        false => present(view),
    };
    let _ = writeln!(
        out,
        "<details class=\"compared\"><summary>Compared: {who}</summary>\n\
         <div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"What was compared\">\
         <table class=\"plain\"><thead><tr><th scope=\"col\">Outlet</th><th scope=\"col\">Document</th>\
         <th scope=\"col\">Published</th><th scope=\"col\">Words</th></tr></thead><tbody>"
    );
    for (row, on_page) in view.documents.iter().zip(on_page(view, selection)) {
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
