//! Every event of the inputs into a folder of its own, and `events.csv` over all of them.

use std::path::PathBuf;

use super::ordered_parallel::in_order;
use super::{Done, Options, guarded, only_outlet};
use crate::error::{Error, Problem, Result};
use crate::export::{self, EventFolders, EventRow};
use crate::ingest::{Event, Events, Loaded};
use crate::pipeline;
use crate::timing::Stage;

/// Where to write, and what to do with what is there.
#[derive(Clone, Debug, Default)]
pub struct Folders {
    pub output: PathBuf,
    /// Events whose folder is whole and made from the same documents and options are kept.
    pub resume: bool,
    /// What else the results depend on, as a hash: the user's outlets.
    pub basis: String,
}

/// An event whose folder is there.
#[derive(Debug)]
pub struct Compared {
    pub row: EventRow,
    /// What a user reads first; empty for an event that an earlier run has done.
    pub summary: String,
    /// There is nothing to compare it with.
    pub only_outlet: Option<String>,
    /// Its documents are of several languages.
    pub languages: Option<String>,
}

/// Compares every event; `tell` hears of each, in the order of their names.
pub fn compare(
    events: &Events,
    options: &Options,
    folders: &Folders,
    mut tell: impl FnMut(&Done<Compared>) -> Result<()> + Send,
) -> Result<()> {
    export::make_folder(&folders.output)?;
    if folders.resume {
        export::clear(&folders.output);
    }
    let mut names = EventFolders::default();
    let named = events.list.iter().map(|event| (event, names.name(&event.name)));
    let mut rows = Vec::new();
    let one = |(event, folder): (&Event, String)| one(events, event, &folder, options, folders);
    in_order(named, one, |done| {
        tell(&done)?;
        rows.extend(done.result.ok().map(|compared| compared.row));
        Ok(())
    })?;
    match rows.is_empty() {
        true => Err(Error::Input("none of the events could be compared".into())),
        false => export::save_events(&rows, &folders.output),
    }
}

fn one(events: &Events, event: &Event, folder: &str, options: &Options, folders: &Folders) -> Done<Compared> {
    let mut problems = Vec::new();
    let result = guarded(|| {
        let loaded = options.timings.time(Stage::Read, || events.load(event))?;
        compared(event, loaded, folder, options, folders, &mut problems)
    });
    Done { event: event.name.clone(), documents: event.documents(), problems, result }
}

fn compared(
    event: &Event,
    loaded: Loaded,
    folder: &str,
    options: &Options,
    folders: &Folders,
    problems: &mut Vec<Problem>,
) -> Result<Compared> {
    *problems = loaded.problems;
    let path = folders.output.join(folder);
    let fingerprint = export::fingerprint(&loaded.documents, &options.export, &folders.basis);
    if let Some(summary) = folders.resume.then(|| export::done(&path, &fingerprint)).flatten() {
        let row = EventRow::of(&event.name, folder, summary);
        return Ok(Compared { row, summary: String::new(), only_outlet: None, languages: None });
    }
    let analysis = pipeline::analyze_timed(loaded.documents, &options.pipeline, &options.timings);
    let save = || export::save_event(&analysis, &options.export, &path, &fingerprint);
    options.timings.time(Stage::Export, save)?;
    Ok(Compared {
        row: EventRow::new(&event.name, folder, &analysis),
        summary: export::summary(&analysis, &options.export),
        only_outlet: only_outlet(&analysis).map(str::to_owned),
        languages: pipeline::languages::notice(&analysis.documents),
    })
}
