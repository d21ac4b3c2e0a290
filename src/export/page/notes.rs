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
        out.push_str(
            " The same figures, with every place in characters, are in the tables beside this page.",
        );
    }
    out.push_str("</p>\n</section>\n");
}

const NOTES: &[&str] = &[
    "Who is right. A difference is two readings with two places in two texts. How many outlets say something is how \
     widely it is told, not whether it is true.",
    "What was left out. An empty cell means that no sentence was found that says the same in words near enough. The \
     outlet may say it in other words, elsewhere, or in a text that was not given.",
    "That outlets are independent. Origins count once what these texts tie together: shared text, one publisher, one \
     named source. What remains untied is not proven apart. Where the texts leave it open, the count is a range.",
    "Everything that differs. Only details that both sides state in sentences that were aligned are compared; a \
     figure in another sentence is not.",
    "What a sentence means. Sentences are aligned by rules and word lists, made for English first. Read both \
     sentences before you cite a count.",
];
