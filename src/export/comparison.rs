//! `comparison.json`: everything in one document, with the version, the options and the inputs.

use std::collections::BTreeSet;
use std::io::{self, Write};

use serde::{Serialize, Serializer};

use super::rows::*;
use super::{Exporter, View};
use crate::model::Document;
use crate::part::Part;

pub(super) struct Comparison;

impl Part for Comparison {
    fn name(&self) -> &'static str {
        "comparison"
    }

    fn about(&self) -> &'static str {
        "Everything in one document, with the version, the options and a hash of each input."
    }
}

impl Exporter for Comparison {
    fn format(&self) -> &'static str {
        "json"
    }

    fn file_name(&self) -> &'static str {
        "comparison.json"
    }

    fn write(&self, view: &View, out: &mut dyn Write) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut *out, &Whole::of(view))?;
        out.write_all(b"\n")
    }
}

/// The same document on one line.
pub(super) fn line(view: &View) -> Vec<u8> {
    let mut line = serde_json::to_vec(&Whole::of(view)).expect("rows are JSON");
    line.push(b'\n');
    line
}

/// The document; the order of the fields is the order in the file.
#[derive(Serialize)]
struct Whole<'a> {
    version: &'static str,
    #[serde(serialize_with = "as_map")]
    options: &'a [(String, String)],
    inputs: Vec<Input<'a>>,
    event: Option<&'a str>,
    summary: Summary,
    documents: &'a [DocumentRow<'a>],
    outlets: &'a [OutletRow<'a>],
    claims: &'a [ClaimRow<'a>],
    divergences: &'a [DivergenceRow<'a>],
    origins: &'a [OriginRow<'a>],
    copies: &'a [CopyRow<'a>],
    alignments: &'a [AlignmentRow<'a>],
    mentions: &'a [MentionRow<'a>],
    outlet_pairs: &'a [PairRow<'a>],
}

#[derive(Serialize, PartialEq, Eq, PartialOrd, Ord)]
struct Input<'a> {
    file: &'a str,
    sha256: Option<&'a str>,
}

impl<'a> Whole<'a> {
    fn of(view: &'a View<'a>) -> Self {
        Whole {
            version: env!("CARGO_PKG_VERSION"),
            options: &view.run.options,
            inputs: inputs(view),
            event: view.analysis.event.as_deref(),
            summary: view.summary,
            documents: &view.documents,
            outlets: &view.outlets,
            claims: &view.claims,
            divergences: &view.divergences,
            origins: &view.origins,
            copies: &view.copies,
            alignments: &view.alignments,
            mentions: &view.mentions,
            outlet_pairs: &view.pairs,
        }
    }
}

/// Each file once, sorted.
fn inputs<'a>(view: &View<'a>) -> Vec<Input<'a>> {
    let input = |document: &'a Document| Input {
        file: &document.source.file,
        sha256: Some(document.source.sha256.as_str()).filter(|hash| !hash.is_empty()),
    };
    let inputs: BTreeSet<_> = view.analysis.documents.iter().map(input).collect();
    inputs.into_iter().collect()
}

fn as_map<S: Serializer>(options: &[(String, String)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(options.iter().map(|(name, value)| (name, value)))
}
