//! The program: parse, load, analyze, save. The only place that prints and exits.

use std::collections::BTreeSet;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anstream::{AutoStream, eprint, eprintln};
use clap::Parser;
use indicatif::{ProgressBar, ProgressStyle};

use crosswire::batch::{self, Compared, Done};
use crosswire::cli::{self, Cli, Color, Command, Compare, Explain, Inspect, Pairs};
use crosswire::error::{Error, Problem, Result, Severity};
use crosswire::ingest::Loaded;
use crosswire::timing::{Stage, Timings};
use crosswire::{browser, export, ingest, lexicon, pipeline};

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
        Command::Compare(options) if options.stream => stream(options),
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
        lexicon::outlets::add(ingest::outlets(file)?);
    }
    Ok(())
}

fn compare(cli: &Cli, options: &Compare) -> Result<ExitCode> {
    let page = options.page()?;
    let timings = Timings::default();
    let loaded = timings.time(Stage::Read, || load(&options.paths, &options.read()))?;
    say_if_many(&loaded);
    timings.time(Stage::Lists, pipeline::load_lists);
    if options.check_candidates {
        check_candidates(&loaded, options)?;
    }
    let analysis = pipeline::analyze_timed(loaded.documents, &options.pipeline(), &timings);
    say_if_alone(batch::only_outlet(&analysis));
    say_if_languages(pipeline::languages::notice(&analysis.documents).as_deref());
    timings.time(Stage::Export, || export::save(&analysis, &options.export(), options.output()))?;
    say_timings(options, &timings);
    if !cli.quiet {
        show(export::summary(&analysis, &options.export()).as_bytes())?;
    }
    if let Some(page) = page {
        open(&page);
    }
    Ok(code(&loaded.problems))
}

/// Shows the page in the user's browser; where there is none, everything is written all the same.
fn open(page: &Path) {
    if let Err(error) = browser::open(page) {
        eprintln!("crosswire: {} is written, but could not be opened: {error}", page.display());
    }
}

fn compare_events(cli: &Cli, options: &Compare) -> Result<ExitCode> {
    let mut partly = false;
    let mut heard = |problem: Problem| {
        say(&problem);
        partly |= skips(&problem);
    };
    let many = options.many();
    let stdin = &mut io::stdin().lock();
    let events = many
        .timings
        .time(Stage::Read, || ingest::events(&options.paths, stdin, &options.read(), &mut heard))?;
    if events.list.is_empty() {
        return Err(nothing_read());
    }
    many.timings.time(Stage::Lists, pipeline::load_lists);
    let bar = progress(cli, events.list.len());
    let mut documents = 0;
    bar.set_message("0");
    batch::compare(&events, &many, &options.folders()?, |done| {
        partly |= bar.suspend(|| say_done(done));
        documents += done.documents;
        bar.set_message(documents.to_string());
        bar.inc(1);
        match &done.result {
            Ok(compared) if !cli.quiet => bar.suspend(|| show(compared.summary.as_bytes())).map(drop),
            _ => Ok(()),
        }
    })?;
    bar.finish_and_clear();
    say_timings(options, &many.timings);
    Ok(exit(partly))
}

fn stream(options: &Compare) -> Result<ExitCode> {
    if options.paths.iter().any(|path| path.as_os_str() != "-") {
        return Err(Error::Usage("--stream reads standard input: crosswire compare --stream < FILE".into()));
    }
    let mut partly = false;
    let mut out = io::stdout();
    let many = options.many();
    many.timings.time(Stage::Lists, pipeline::load_lists);
    let streamed = batch::stream(io::BufReader::new(io::stdin()), &many, |done| {
        partly |= say_problems(&done);
        let line = done.result.unwrap_or_default();
        out.write_all(&line).and_then(|()| out.flush()).map_err(stdout_error)
    });
    say_timings(options, &many.timings);
    match streamed {
        // A reader that has seen enough ends the work, and is no error.
        Err(Error::Write { source, .. }) if source.kind() == io::ErrorKind::BrokenPipe => Ok(exit(partly)),
        other => other.map(|()| exit(partly)),
    }
}

fn inspect(options: &Inspect) -> Result<ExitCode> {
    let loaded = load(&options.paths, &options.read())?;
    let inspected = pipeline::inspect(loaded.documents);
    if options.output.is_none() && io::stdout().is_terminal() {
        show(export::overview(&inspected).as_bytes())?;
        return Ok(code(&loaded.problems));
    }
    let mut rows = Vec::new();
    for one in &inspected {
        export::inspect::write(one, &mut rows).map_err(stdout_error)?;
    }
    match &options.output {
        Some(path) => export::write_file(path, &rows)?,
        None => drop(show(&rows)?),
    }
    Ok(code(&loaded.problems))
}

fn pairs(options: &Pairs) -> Result<ExitCode> {
    export::pairs::form(&options.output)?;
    let table = ingest::pairs(&options.file)?;
    table.problems.iter().for_each(say);
    pipeline::load_lists();
    let compared = pipeline::compare_all(&table.rows, options.threshold.value);
    export::pairs::save(&table, &compared, &options.output)?;
    Ok(ExitCode::SUCCESS)
}

fn explain(options: &Explain) -> Result<ExitCode> {
    let compared = pipeline::compare(&options.a, &options.b, options.threshold.value);
    let text = export::explain::explain(&options.a, &options.b, &compared, options.threshold.value);
    show(text.as_bytes())
}

/// Says that the index finds what comparing all with all finds, or fails.
fn check_candidates(loaded: &Loaded, options: &Compare) -> Result<()> {
    let found = pipeline::check_candidates(loaded.documents.clone(), &options.pipeline());
    let found = found.map_err(|parted| Error::Fault(format!("the check of candidates failed: {parted}")))?;
    eprintln!("crosswire: {found} pairs are worth scoring, by the index and by comparing all with all");
    Ok(())
}

/// A bar on standard error, where that is a terminal and there is something to wait for.
fn progress(cli: &Cli, events: usize) -> ProgressBar {
    match events > 1 && !cli.quiet && io::stderr().is_terminal() {
        true => ProgressBar::new(events as u64).with_style(bar_style()),
        false => ProgressBar::hidden(),
    }
}

fn bar_style() -> ProgressStyle {
    let shown = "{wide_bar} {pos}/{len} events, {msg} documents, {eta} left";
    ProgressStyle::with_template(shown).unwrap_or_else(|_| ProgressStyle::default_bar())
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
fn say_if_alone(only: Option<&str>) {
    if let Some(only) = only {
        eprintln!(
            "crosswire: only one outlet, {only}: there is nothing to compare it with; what was read is written"
        );
    }
}

fn say_if_languages(notice: Option<&str>) {
    if let Some(notice) = notice {
        eprintln!("crosswire: {notice}");
    }
}

/// Says what is worth saying of an event; whether anything is missing from the results.
fn say_done(done: &Done<Compared>) -> bool {
    say_if_alone(done.result.as_ref().ok().and_then(|compared| compared.only_outlet.as_deref()));
    say_if_languages(done.result.as_ref().ok().and_then(|compared| compared.languages.as_deref()));
    say_problems(done)
}

fn say_problems<T>(done: &Done<T>) -> bool {
    done.problems.iter().for_each(say);
    if let Err(error) = &done.result {
        eprintln!("crosswire: event “{}” failed, the others go on: {error}", done.event);
    }
    done.result.is_err() || done.problems.iter().any(skips)
}

fn say_timings(options: &Compare, timings: &Timings) {
    if options.timings {
        eprint!("{timings}");
    }
}

fn say(problem: &Problem) {
    eprintln!("crosswire: {problem}");
}

fn skips(problem: &Problem) -> bool {
    problem.severity == Severity::Skipped
}

/// Reads the inputs, says what could not be read, and fails when nothing could.
fn load(paths: &[PathBuf], options: &ingest::Options) -> Result<Loaded> {
    let loaded = ingest::load(paths, &mut io::stdin().lock(), options)?;
    loaded.problems.iter().for_each(say);
    match loaded.documents.is_empty() {
        true => Err(nothing_read()),
        false => Ok(loaded),
    }
}

fn nothing_read() -> Error {
    Error::Input("none of the inputs could be read; nothing was written".into())
}

/// Done, or done but for some inputs.
fn code(problems: &[Problem]) -> ExitCode {
    exit(problems.iter().any(skips))
}

fn exit(partly: bool) -> ExitCode {
    ExitCode::from(if partly { PARTLY } else { 0 })
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
