//! Writes coverage made for measuring: JSON lines for crosswire, a sentence a line for others, and what was planted.
//!
//! `cargo run --release --example coverage -- --sentences 10000 --out news.jsonl --planted planted.tsv`
//!
//! With `--tokenise FILE` nothing is written: the file is read, cut into sentences and tokenised once, and the time of
//! each step is printed: that is the least that any comparison has to do. With `--align FILE` it is aligned as well, and
//! nothing after: the time and the memory of the alignment stage without those of the tables.

#[path = "../benches/coverage/mod.rs"]
mod coverage;

#[cfg(test)]
#[path = "../benches/coverage/tests.rs"]
mod tests;

use std::error::Error;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use clap::Parser;
use coverage::{Coverage, Plan, Planted, mentions::Mentions};
use crosswire::align::Field;
use crosswire::annotate::segment;
use crosswire::model::Document;
use crosswire::{align, ingest, pipeline, text};
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
    /// How many documents tell one story; with 1, copies may come from any document of the event
    #[arg(long, default_value_t = 10)]
    of_one_story: usize,
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
    /// Read and align this file instead, and print the seconds
    #[arg(long, conflicts_with = "tokenise")]
    align: Option<PathBuf>,
    /// File for what --align found: document and sentence, twice a line
    #[arg(long, requires = "align")]
    links: Option<PathBuf>,
    /// Threads for --tokenise and --align [default: one a core]
    #[arg(long, default_value_t = 0)]
    jobs: usize,
}

fn main() -> Result<(), Box<dyn Error>> {
    let cli = Cli::parse();
    rayon::ThreadPoolBuilder::new().num_threads(cli.jobs).build_global()?;
    match (&cli.tokenise, &cli.align) {
        (Some(file), _) => tokenise(file),
        (_, Some(file)) => align(file, cli.links.as_deref()),
        _ => write(&cli),
    }
}

fn plan(cli: &Cli) -> Plan {
    let events = cli.events.max(1);
    let documents = match cli.documents_per_event {
        Some(documents) => events * documents,
        None => cli.sentences.div_ceil(cli.per_document.max(1)),
    };
    Plan {
        sentences: cli.sentences,
        documents: documents.max(events),
        events,
        seed: cli.seed,
        of_one_story: cli.of_one_story,
        edited: cli.edited,
    }
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

fn tokenise(path: &Path) -> Result<(), Box<dyn Error>> {
    warm_up();
    let start = Instant::now();
    let documents = read_all(path)?;
    step("read", start.elapsed());
    let begun = Instant::now();
    let segmented: Vec<_> = documents.par_iter().map(segment::segment).collect();
    step("segment", begun.elapsed());
    let begun = Instant::now();
    let words: usize = documents
        .par_iter()
        .zip(&segmented)
        .flat_map_iter(|(document, cut)| cut.sentences.iter().map(|one| one.span.of(&document.text)))
        .map(|sentence| text::tokens(sentence).len())
        .sum();
    step("tokens", begun.elapsed());
    step("total", start.elapsed());
    eprintln!("{} documents, {words} words", documents.len());
    Ok(())
}

fn align(path: &Path, links: Option<&Path>) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    pipeline::load_lists();
    step("lists", start.elapsed());
    let begun = Instant::now();
    let documents = read_all(path)?;
    step("read", begun.elapsed());
    let begun = Instant::now();
    let mentions = Mentions::new(&documents);
    step("segment", begun.elapsed());
    let begun = Instant::now();
    let field = Field::new(mentions.items.clone(), &mentions);
    step("profile", begun.elapsed());
    let begun = Instant::now();
    let aligned = align::align(&field, &align::Options::default());
    step("align", begun.elapsed());
    step("total", start.elapsed());
    eprintln!("{} mentions, {} alignments", mentions.items.len(), aligned.links.len());
    let Some(mut out) = links.map(file).transpose()? else { return Ok(()) };
    for link in &aligned.links {
        if let [Some((a, at_a)), Some((b, at_b))] = [link.a, link.b].map(|at| mentions.place(at)) {
            writeln!(out, "{a}\t{at_a}\t{b}\t{at_b}")?;
        }
    }
    Ok(out.flush()?)
}

fn read_all(path: &Path) -> Result<Vec<Document>, Box<dyn Error>> {
    Ok(ingest::load(&[path.to_owned()], &mut io::empty(), &ingest::Options::default())?.documents)
}

/// The word lists that cutting needs are loaded before the clock starts.
fn warm_up() {
    let document = Document::default().with_text(Some("Ferry burns"), "“No,” said Ada Venn.\n\nBy Ada Venn");
    text::tokens(&document.text);
    segment::segment(&document);
}

/// A line as `compare --timings` prints it.
fn step(name: &str, spent: Duration) {
    eprintln!("  {name:<8} {:>10.4} s", spent.as_secs_f64());
}
