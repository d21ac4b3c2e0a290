//! The program: parse, load, analyze, save. The only place that prints and exits.

use std::collections::BTreeSet;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anstream::{AutoStream, eprintln};
use clap::Parser;
use indicatif::ProgressBar;

use crosswire::cli::{self, Cli, Color, Command, Compare, Explain, Inspect, Pairs};
use crosswire::error::{Error, Problem, Result, Severity};
use crosswire::model::Analysis;
use crosswire::read::Loaded;
use crosswire::{export, lexicon, pipeline, read};

/// Exit codes, as `README.md` lists them.
const FAILED: u8 = 1;
const USAGE: u8 = 2;
const PARTLY: u8 = 3;

fn main() -> ExitCode {
    let cli = Cli::parse();
    match prepare(&cli).and_then(|()| run(&cli)) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("crosswire: {error}");
            ExitCode::from(if matches!(error, Error::Usage(_)) { USAGE } else { FAILED })
        }
    }
}

fn run(cli: &Cli) -> Result<ExitCode> {
    match &cli.command {
        Command::Compare(options) if options.events => compare_events(cli, options),
        Command::Compare(options) => compare(cli, options),
        Command::Inspect(options) => inspect(options),
        Command::Pairs(options) => pairs(options),
        Command::Explain(options) => explain(options),
        Command::Completions { shell } => show(&cli::completions(*shell)),
        Command::Man => show(&cli::man().map_err(stdout_error)?),
    }
}

/// Colour and threads, once for the whole program.
fn prepare(cli: &Cli) -> Result<()> {
    match cli.color {
        Color::Auto => {}
        Color::Always => anstream::ColorChoice::Always.write_global(),
        Color::Never => anstream::ColorChoice::Never.write_global(),
    }
    add_outlets(cli)?;
    let threads = usize::from(cli.jobs.unwrap_or(0));
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build_global();
    pool.map_err(|error| Error::Usage(format!("--jobs {threads}: {error}")))
}

/// The user's outlets, before anything is looked up.
fn add_outlets(cli: &Cli) -> Result<()> {
    let file = match &cli.command {
        Command::Compare(options) => &options.outlets.file,
        Command::Inspect(options) => &options.outlets.file,
        Command::Pairs(_) | Command::Explain(_) | Command::Completions { .. } | Command::Man => &None,
    };
    if let Some(file) = file {
        lexicon::outlets::add(read::outlets(file)?);
    }
    Ok(())
}

fn compare(cli: &Cli, options: &Compare) -> Result<ExitCode> {
    let loaded = load(&options.paths, &options.read())?;
    say_if_many(&loaded);
    let analysis = pipeline::analyze(loaded.documents, &options.pipeline());
    say_if_alone(&analysis);
    export::save(&analysis, &options.export(), &options.output)?;
    if !cli.quiet {
        show(export::summary(&analysis).as_bytes())?;
    }
    Ok(code(&loaded.problems))
}

fn compare_events(cli: &Cli, options: &Compare) -> Result<ExitCode> {
    let loaded = load(&options.paths, &options.read())?;
    let mut rows = Vec::new();
    let events = read::by_event(loaded.documents);
    let bar = progress(cli, events.len());
    for (event, documents) in events {
        let analysis = pipeline::analyze(documents, &options.pipeline());
        let folder = export::event_folder(&event, &rows);
        say_if_alone(&analysis);
        export::save(&analysis, &options.export(), &options.output.join(&folder))?;
        if !cli.quiet {
            bar.suspend(|| show(export::summary(&analysis).as_bytes()))?;
        }
        rows.push(export::EventRow::new(&event, &folder, &analysis));
        bar.inc(1);
    }
    bar.finish_and_clear();
    export::save_events(&rows, &options.output)?;
    Ok(code(&loaded.problems))
}

fn inspect(options: &Inspect) -> Result<ExitCode> {
    let loaded = load(&options.paths, &read::Options::default())?;
    let mut rows = Vec::new();
    for inspected in pipeline::inspect(loaded.documents) {
        export::inspect::write(&inspected, &mut rows).map_err(stdout_error)?;
    }
    match &options.output {
        Some(path) => export::write_file(path, &rows)?,
        None => drop(show(&rows)?),
    }
    Ok(code(&loaded.problems))
}

fn pairs(options: &Pairs) -> Result<ExitCode> {
    export::pairs::form(&options.output)?;
    let table = read::pairs(&options.file)?;
    table.problems.iter().for_each(|problem| eprintln!("crosswire: {problem}"));
    let compared = pipeline::compare_all(&table.rows, options.threshold.value);
    export::pairs::save(&table, &compared, &options.output)?;
    Ok(ExitCode::SUCCESS)
}

fn explain(options: &Explain) -> Result<ExitCode> {
    let compared = pipeline::compare(&options.a, &options.b, options.threshold.value);
    let text = export::explain::explain(&options.a, &options.b, &compared, options.threshold.value);
    show(text.as_bytes())
}

/// A bar on standard error, where that is a terminal and there is something to wait for.
fn progress(cli: &Cli, events: usize) -> ProgressBar {
    match events > 1 && !cli.quiet && io::stderr().is_terminal() {
        true => ProgressBar::new(events as u64),
        false => ProgressBar::hidden(),
    }
}

/// Documents of several events compared as one are most likely a slip.
fn say_if_many(loaded: &Loaded) {
    let events: BTreeSet<&String> =
        loaded.documents.iter().filter_map(|document| document.event.as_ref()).collect();
    if events.len() > 1 {
        eprintln!(
            "crosswire: the documents name {} events and are compared as one; --events keeps them apart",
            events.len()
        );
    }
}

/// One outlet alone can be read, not compared: worth a word, since the tables will look empty.
fn say_if_alone(analysis: &Analysis) {
    if let [only] = &analysis.outlets[..] {
        eprintln!(
            "crosswire: only one outlet, {}: there is nothing to compare it with; what was read is written",
            only.name
        );
    }
}

/// Reads the inputs, says what could not be read, and fails when nothing could.
fn load(paths: &[PathBuf], options: &read::Options) -> Result<Loaded> {
    let loaded = read::load(paths, &mut io::stdin().lock(), options)?;
    for problem in &loaded.problems {
        eprintln!("crosswire: {problem}");
    }
    match loaded.documents.is_empty() {
        true => Err(Error::Input("none of the inputs could be read; nothing was written".into())),
        false => Ok(loaded),
    }
}

/// Done, or done but for some inputs.
fn code(problems: &[Problem]) -> ExitCode {
    let skipped = problems.iter().any(|problem| problem.severity == Severity::Skipped);
    ExitCode::from(if skipped { PARTLY } else { 0 })
}

/// Writes to standard output; a reader that has seen enough (`| head`) is no error.
fn show(text: &[u8]) -> Result<ExitCode> {
    let mut out = AutoStream::auto(io::stdout());
    match out.write_all(text).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(stdout_error(error)),
        _ => Ok(ExitCode::SUCCESS),
    }
}

fn stdout_error(error: io::Error) -> Error {
    Error::write(Path::new("standard output"), error)
}
