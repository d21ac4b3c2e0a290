//! `report.html`: the whole comparison on one page that needs nothing but a browser.
//!
//! ```text
//!   findings in words ──► claims by outlets ──► a claim, its wordings side by side
//!                           ▲        │                      │
//!                      the picture   └──► documents, every mention in its place
//! ```
//!
//! The page is written out whole, so that it reads and prints without scripts; the script adds filters and the
//! view of one claim, which it makes when asked from one block of JSON. Of coverage larger than a browser could show,
//! the page has the highest-ranked claims, and says so: [`selection`]. Rejected: a page that the script builds
//! (nothing without it), and all pairs of wordings written out (they grow with the square of the documents).
//!
//! Nothing of the input can run: text is escaped here, set as text by the script, and the page's own policy
//! allows this one script and this one style sheet by their hashes.

use std::io::{self, Write};

use super::{Exporter, View};
use crate::part::Part;

mod data;
mod documents;
mod findings;
mod head;
mod header;
mod html;
mod matrix;
mod notes;
mod outlet_cells;
mod picture;
mod selection;

use selection::Selection;

pub(super) struct Page;

const STYLE: &str = include_str!("report.css");
const SCRIPT: &str = include_str!("report.js");

impl Part for Page {
    fn name(&self) -> &'static str {
        "page"
    }

    fn about(&self) -> &'static str {
        "The whole comparison as one page for a browser: findings, claims by outlets, a picture, the documents."
    }
}

impl Exporter for Page {
    fn format(&self) -> &'static str {
        "html"
    }

    fn file_name(&self) -> &'static str {
        "report.html"
    }

    fn write(&self, view: &View, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(page(view).as_bytes())
    }
}

fn page(view: &View) -> String {
    let mut out = String::new();
    let selection = Selection::of(view);
    head::open(&mut out, view);
    header::write(&mut out, view, &selection);
    out.push_str("<main>\n");
    findings::write(&mut out, view, &selection);
    matrix::write(&mut out, view, &selection);
    picture::write(&mut out, view, &selection);
    documents::write(&mut out, view, &selection);
    notes::write(&mut out, view);
    out.push_str("</main>\n");
    out.push_str(CLAIM_VIEW);
    out.push_str("<script type=\"application/json\" id=\"data\">");
    out.push_str(&data::json(view, &selection));
    out.push_str("</script>\n<script>");
    out.push_str(SCRIPT);
    out.push_str("</script>\n</body>\n</html>\n");
    out
}

/// Where the script shows one claim; closed, and so unseen, without it.
const CLAIM_VIEW: &str = "<dialog id=\"one\" aria-labelledby=\"one-name\">\n\
    <div class=\"bar\"><h2 id=\"one-name\" tabindex=\"-1\"></h2>\
    <button type=\"button\" id=\"previous\">Previous</button>\
    <button type=\"button\" id=\"next\">Next</button>\
    <button type=\"button\" id=\"close\">Close</button></div>\n\
    <div id=\"one-body\"></div>\n</dialog>\n";
