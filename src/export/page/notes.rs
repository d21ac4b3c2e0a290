//! What the page cannot tell, and what it was made with.

use std::fmt::Write as _;

use super::super::View;
use super::html::own;

pub(super) fn write(out: &mut String, view: &View) {
    out.push_str("<section id=\"limits\" aria-labelledby=\"h-limits\">\n<h2 id=\"h-limits\">What this cannot tell</h2>\n<ul>\n");
    for note in NOTES {
        let _ = writeln!(out, "<li>{note}</li>");
    }
    out.push_str("</ul>\n");
    let _ = write!(out, "<p class=\"who\">Made by crosswire {}", env!("CARGO_PKG_VERSION"));
    // A file of outlets is a path, and the page is made to be passed on.
    let told = |name: &str| name != "format" && name != "outlets";
    for (name, value) in view.run.options.iter().filter(|(name, _)| told(name)) {
        let _ = write!(out, " · {} {}", own(name), own(value));
    }
    out.push('.');
    if view.written.holds("claims.csv") {
        out.push_str(" The same data, with every place in characters, are in the tables beside this page.");
    }
    out.push_str("</p>\n</section>\n");
}

const NOTES: &[&str] = &[
    "Who is right. A difference shows two versions, not which of them is right. Many outlets saying something does not \
     make it true.",
    "What was left out. An empty cell means that no sentence was found that says the same in similar words. The outlet \
     may say it in other words, elsewhere, or in a text that was not given.",
    "Whether outlets are independent. They count as one origin where these texts show a link: shared text, one \
     publisher, one named source. No link found does not prove independence. Where the texts leave it open, the count is \
     a range.",
    "Everything that differs. Only details that both sides state in matched sentences are compared; a figure in another \
     sentence is not.",
    "What a sentence means. Sentences are matched by rules and word lists, made for English first. Read both sentences \
     before you cite a count.",
];
