//! Credits: a document says that its text is an agency's.
//!
//! ```text
//!   HOLM POINT (Reuters) — The ferry …        dateline     all of it
//!   By the Associated Press                   byline       all of it
//!   Reporting by the Nordlys Press Agency.    credit       all of it
//!   Reuters contributed to this report.       credit       a part, which is not said
//! ```
//!
//! A credit counts even where the agency's own text is not among the documents. Credits of pictures are none.

use rayon::prelude::*;

use crate::annotate::segment::dateline;
use crate::lexicon::outlets;
use crate::model::{Analysis, Credit, Document, SentenceKind, Span};
use crate::text;

/// Longer sentences tell the story; a credit is a line of its own.
const LONGEST: usize = 24;

/// The agencies that each document credits, in the order of the documents, each once; its own outlet left out.
pub(super) fn credits(analysis: &Analysis) -> Vec<Credit> {
    let agencies = Agencies::of(analysis);
    let each_once = |document: usize| {
        let mut own: Vec<Credit> = of_document(analysis, document, &agencies);
        // The fuller credit stands for the agency; of equals the first.
        own.sort_by_key(|credit| (credit.agency.clone(), !credit.whole, credit.place));
        own.dedup_by(|next, kept| next.agency == kept.agency);
        own
    };
    (0..analysis.documents.len()).into_par_iter().flat_map_iter(each_once).collect()
}

fn of_document(analysis: &Analysis, document: usize, agencies: &Agencies) -> Vec<Credit> {
    let of = &analysis.documents[document];
    let text = of.text.as_str();
    let credit =
        |(agency, whole): (String, bool), place: Option<Span>| Credit { document, agency, whole, place };
    let mut found: Vec<Credit> = Vec::new();
    let author = of.author.as_deref().and_then(|author| in_byline(author, agencies));
    found.extend(author.map(|said| credit(said, None)));
    let sentences = &analysis.segmented[document].sentences;
    for (at, sentence) in sentences.iter().enumerate() {
        let line = sentence.span.of(text);
        if let Some(place) = dateline::credit(line).filter(|_| sentence.kind != SentenceKind::Headline) {
            let agency = agencies.in_brackets(place.of(line));
            found.extend(
                agency.map(|agency| credit((agency, true), Some(place.shifted(sentence.span.start)))),
            );
        } else if line.split_whitespace().nth(LONGEST).is_none() {
            let beside = [at.checked_sub(1), Some(at + 1)].map(|at| at.and_then(|at| sentences.get(at)));
            let own_line = beside.iter().flatten().all(|other| other.paragraph != sentence.paragraph);
            let furniture = sentence.kind == SentenceKind::Furniture && own_line;
            let said = in_line(line, furniture, agencies);
            found.extend(said.map(|said| credit(said, Some(sentence.span))));
        }
    }
    found.extend(
        at_end(analysis, document, agencies).map(|(agency, place)| credit((agency, true), Some(place))),
    );
    found.retain(|credit| !same_outlet(&credit.agency, of));
    found
}

/// `… until Friday. (dpa)`: behind the last sentence of the story. Elsewhere it closes a caption.
fn at_end(analysis: &Analysis, document: usize, agencies: &Agencies) -> Option<(String, Span)> {
    let text = analysis.documents[document].text.as_str();
    let sentences = analysis.segmented[document].sentences.iter().rev();
    let last =
        sentences.map(|sentence| sentence.span).find(|span| span.of(text).contains(char::is_alphanumeric))?;
    let line = last.of(text);
    let head = line.trim_end().trim_end_matches('.').strip_suffix([')', '）'])?;
    let open = head.rfind(['(', '（'])?;
    let inside = head[open..].trim_start_matches(['(', '（']);
    let agency = agencies.in_brackets(inside)?;
    let start = last.start + head.len() - inside.len();
    Some((agency, Span::new(start, start + inside.len())))
}

fn same_outlet(agency: &str, document: &Document) -> bool {
    outlets::same_name_key(agency) == outlets::same_name_key(&document.outlet)
}

/// `Associated Press`, `Ada Venn, Reuters`, `Reuters and staff`: the agency, and whether all is its.
fn in_byline(author: &str, agencies: &Agencies) -> Option<(String, bool)> {
    let low = author.to_lowercase();
    let others = low.contains(" and ") || low.contains("staff") && !low.contains("reuters staff");
    let parts = author.split([',', ';', '|', '/', '(', ')', '·']).flat_map(|part| part.split(" and "));
    let bare = |part| without_lead(part).trim_end_matches(" Staff").trim_end_matches(" staff");
    let agency = parts.map(bare).find_map(|part| agencies.named(part))?;
    Some((agency, !others))
}

/// `By the Associated Press` → `Associated Press`.
fn without_lead(part: &str) -> &str {
    let part = part.trim().trim_end_matches('.');
    let lead = ["By ", "by ", "BY ", "From ", "the ", "The "];
    let rest = lead.iter().find_map(|lead| part.strip_prefix(lead));
    rest.map_or(part, without_lead)
}

/// Words that say the agency took part.
const PART: &[&str] =
    &["contributed", "additional reporting", "with reporting", "with files from", "with material"];
/// Words behind which the agency stands whose text it is.
const WHOLE: &[&str] = &[
    "reporting by",
    "reported by",
    "source:",
    "©",
    "copyright",
    "(c)",
    "published by",
    "produced by",
    "written by",
    "provided by",
    "supplied by",
    "text by",
    "story by",
];
/// Lines about pictures, recordings and other pages.
const NO_TEXT: &[&str] = &[
    "photo",
    "image",
    "picture",
    "getty",
    "video",
    "graphic",
    "watch",
    "audio",
    "file",
    "subscribe",
    "follow",
    "read ",
];

/// What a line of its own credits.
fn in_line(line: &str, furniture: bool, agencies: &Agencies) -> Option<(String, bool)> {
    let low = line.to_lowercase();
    let part = PART.iter().any(|words| low.contains(words));
    if !part && NO_TEXT.iter().any(|words| low.contains(words)) {
        return None;
    }
    let agency = agencies.inside(line)?;
    let sign = ["©", "(c)", "copyright"].iter().any(|sign| low.starts_with(sign));
    let behind = sign || furniture && WHOLE.iter().any(|words| low.contains(words));
    let alone = furniture && is_alone(line, &agency.1);
    (part || behind || alone).then_some((agency.0, !part))
}

/// Nothing but the agency: `By the Associated Press`, `(Reuters)`, `— AFP`, `Ada Venn, Reuters`.
fn is_alone(line: &str, named: &str) -> bool {
    let rest = line.replacen(named, "", 1);
    rest.split_whitespace().count() <= 4 && !rest.contains(['/', ':', '.'])
}

/// The agencies that a document may credit: those on the list, and those of the comparison with their initials.
struct Agencies {
    /// What it is called in text, and its name.
    own: Vec<(String, String)>,
}

impl Agencies {
    fn of(analysis: &Analysis) -> Self {
        let names = analysis.outlets.iter().filter(|outlet| outlet.agency).map(|outlet| outlet.name.clone());
        let own =
            names.flat_map(|name| [Some(name.clone()), initials(&name)].map(|called| (called, name.clone())));
        Agencies { own: own.filter_map(|(called, name)| Some((called?, name))).collect() }
    }

    /// The agency of this name.
    fn named(&self, name: &str) -> Option<String> {
        let key = outlets::same_name_key(name);
        let own = self.own.iter().find(|(called, _)| outlets::same_name_key(called) == key);
        let listed =
            || outlets::canonical(name).filter(|entry| entry.agency).map(|entry| entry.name.to_owned());
        own.map(|(_, name)| name.clone()).or_else(listed)
    }

    /// `Reuters`, `dpa/lhe`, `CNN`: whoever sent the story. Abbreviations that no list knows are as often ships, states
    /// and parties.
    fn in_brackets(&self, inside: &str) -> Option<String> {
        let outlet = |name: &str| outlets::canonical(name).map(|entry| entry.name.to_owned());
        let mut parts = std::iter::once(inside).chain(inside.split(['/', '-'])).map(str::trim);
        parts.find_map(|part| self.named(part).or_else(|| outlet(part)))
    }

    /// The first agency named in a line, and how: the longest run of words that is one.
    fn inside(&self, line: &str) -> Option<(String, String)> {
        let words = text::tokens(line);
        let capital = |first: &usize| words[*first].is_capitalised(line);
        (0..words.len()).filter(capital).find_map(|first| {
            let lasts = (first..words.len().min(first + LONGEST_NAME)).rev();
            let mut names = lasts.map(|last| words[first].span.joined(words[last].span).of(line));
            names.find_map(|name| Some((self.named(name)?, name.to_owned())))
        })
    }
}

/// Words in the longest name of an agency.
const LONGEST_NAME: usize = 5;

/// `Nordlys Press Agency` → `NPA`; a name of one word has none.
fn initials(name: &str) -> Option<String> {
    let words = outlets::bare(name).split_whitespace().filter(|word| word.starts_with(char::is_uppercase));
    let letters: String = words.filter_map(|word| word.chars().next()).collect();
    (letters.chars().count() > 1).then_some(letters)
}
