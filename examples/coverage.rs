//! Writes coverage made for measuring: JSON lines for crosswire, a sentence a line for others, and what was planted.
//!
//! `cargo run --release --example coverage -- --sentences 10000 --out news.jsonl --planted planted.tsv`
//!
//! With `--tokenise FILE` nothing is written: the file is read, cut into sentences and tokenised once, and the time of
//! each step is printed. That is the least that any comparison has to do.

#[path = "../benches/coverage/mod.rs"]
mod coverage;

use std::error::Error;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Parser;
use coverage::{Coverage, Plan, Planted};
use crosswire::{read, segment, text};
use rayon::prelude::*;

/// Coverage made for measuring.
#[derive(Parser)]
struct Cli {
    /// How many sentences
    #[arg(long, default_value_t = 10_000)]
    sentences: usize,
    /// How many of them a document has
    #[arg(long, default_value_t = 15)]
    per_document: usize,
    /// How many events
    #[arg(long, default_value_t = 1)]
    events: usize,
    /// So many documents an event, instead of so many sentences a document
    #[arg(long, conflicts_with = "per_document")]
    documents_per_event: Option<usize>,
    /// The same seed gives the same bytes
    #[arg(long, default_value_t = 7)]
    seed: u64,
    /// The share of sentences that are edited copies
    #[arg(long, default_value_t = 0.2)]
    edited: f64,
    /// File for the documents, as JSON lines [default: standard output]
    #[arg(long)]
    out: Option<PathBuf>,
    /// File for the table of planted pairs
    #[arg(long)]
    planted: Option<PathBuf>,
    /// File for the sentences alone, one a line
    #[arg(long)]
    plain: Option<PathBuf>,
    /// Read, cut and tokenise this file instead, and print the seconds
    #[arg(long)]
    tokenise: Option<PathBuf>,
    /// Threads for --tokenise [default: one a core]
    #[arg(long, default_value_t = 0)]
    jobs: usize,
}

fn main() -> Result<(), Box<dyn Error>> {
    let cli = Cli::parse();
    match &cli.tokenise {
        Some(file) => tokenise(file, cli.jobs),
        None => write(&cli),
    }
}

fn plan(cli: &Cli) -> Plan {
    let events = cli.events.max(1);
    let documents = match cli.documents_per_event {
        Some(documents) => events * documents,
        None => cli.sentences.div_ceil(cli.per_document.max(1)),
    };
    let (sentences, seed, edited) = (cli.sentences, cli.seed, cli.edited);
    Plan { sentences, documents: documents.max(events), events, seed, edited }
}

fn write(cli: &Cli) -> Result<(), Box<dyn Error>> {
    let mut documents = match &cli.out {
        Some(path) => file(path)?,
        None => Box::new(BufWriter::new(io::stdout())),
    };
    let mut plain = cli.plain.as_deref().map(file).transpose()?;
    let mut planted = cli.planted.as_deref().map(file).transpose()?;
    if let Some(planted) = &mut planted {
        writeln!(planted, "{}", Planted::HEADER)?;
    }
    for document in Coverage::new(plan(cli)).documents() {
        writeln!(documents, "{}", document.json())?;
        if let Some(plain) = &mut plain {
            document.sentences.iter().try_for_each(|sentence| writeln!(plain, "{sentence}"))?;
        }
        if let Some(planted) = &mut planted {
            document.planted.iter().try_for_each(|pair| writeln!(planted, "{}", pair.row()))?;
        }
    }
    Ok([Some(documents), plain, planted].into_iter().flatten().try_for_each(|mut out| out.flush())?)
}

fn file(path: &Path) -> io::Result<Box<dyn Write>> {
    Ok(Box::new(BufWriter::new(File::create(path)?)))
}

/// The word lists are read before the clock starts: a warm-up sentence asks for them.
fn tokenise(file: &Path, jobs: usize) -> Result<(), Box<dyn Error>> {
    rayon::ThreadPoolBuilder::new().num_threads(jobs).build_global()?;
    let warm = crosswire::model::Document::default().with_text(Some("Ferry burns"), "“No,” said Ada Venn.");
    let words = segment::segment(&warm).sentences.len() + text::tokens(&warm.text).len();

    let start = Instant::now();
    let documents = read::load(&[file.to_owned()], &mut io::empty(), &read::Options::default())?.documents;
    step("read", start);
    let cut = Instant::now();
    let segmented: Vec<_> = documents.par_iter().map(segment::segment).collect();
    step("segment", cut);
    let count = Instant::now();
    let tokens: usize = documents
        .par_iter()
        .zip(&segmented)
        .flat_map_iter(|(document, cut)| cut.sentences.iter().map(|one| one.span.of(&document.text)))
        .map(|sentence| text::tokens(sentence).len())
        .sum();
    step("tokens", count);
    step("total", start);
    let sentences: usize = segmented.iter().map(|cut| cut.sentences.len()).sum();
    eprintln!("{} documents, {sentences} sentences, {} words", documents.len(), tokens.max(words));
    Ok(())
}

/// A line as `compare --timings` prints it.
fn step(name: &str, since: Instant) {
    eprintln!("  {name:<10} {:>9.3} s", since.elapsed().as_secs_f64());
}
