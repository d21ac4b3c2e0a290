//! JSON lines in, grouped by event; one line an event out, in the same order.

use std::io::BufRead;

use super::ordered_parallel::in_order;
use super::{Done, Options, guarded};
use crate::error::Result;
use crate::ingest::{self, Group};
use crate::model::Document;
use crate::timing::Stage;
use crate::{export, pipeline};

/// Compares each event of a stream when it is complete; `tell` gets its line, in the order of the stream.
///
/// The line is empty where bad lines have no event after them.
pub fn stream(
    input: impl BufRead + Send,
    options: &Options,
    tell: impl FnMut(Done<Vec<u8>>) -> Result<()> + Send,
) -> Result<()> {
    in_order(ingest::grouped(input), |group| one(group, options), tell)
}

fn one(group: Group, options: &Options) -> Done<Vec<u8>> {
    let Group { event, loaded } = group;
    let (documents, problems) = (loaded.documents.len(), loaded.problems);
    let result = guarded(|| match documents {
        0 => Ok(Vec::new()),
        _ => Ok(line(loaded.documents, options)),
    });
    Done { event, documents, problems, result }
}

fn line(documents: Vec<Document>, options: &Options) -> Vec<u8> {
    let analysis = pipeline::analyze_timed(documents, &options.pipeline, &options.timings);
    options.timings.time(Stage::Export, || export::line(&analysis, &options.export))
}
