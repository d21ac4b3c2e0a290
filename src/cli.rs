//! The command line: clap's picture of it, turned once into each stage's own options.

use std::path::{Path, PathBuf};

use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

use crate::pipeline::kinds;
use crate::{align, batch, error, export, ingest, pipeline, similarity};

/// Compares what several outlets say about the same event: aligns similar sentences, groups them into
/// claims, and shows where the accounts part. Offline and deterministic.
#[derive(Debug, Parser)]
#[command(name = "crosswire", version, propagate_version = true, max_term_width = 100)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
    /// Say only what went wrong
    #[arg(long, short, global = true)]
    pub quiet: bool,
    /// When to use colour
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: Color,
    /// Number of threads [default: one a core]
    #[arg(long, short, global = true, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Compare coverage of one event (or of many, with --events): tables, graphs, a page
    Compare(Compare),
    /// Show what was read: documents, sentences, facts, attributions
    Inspect(Inspect),
    /// Score and explain a table of sentence pairs (columns a and b)
    Pairs(Pairs),
    /// Say why two sentences align, or do not, and where they part
    Explain(Explain),
    /// Print a completion script for a shell
    Completions { shell: clap_complete::Shell },
    /// Print the manual page
    Man,
}

#[derive(Debug, Args)]
pub struct Compare {
    /// Files or folders with coverage; - for JSONL on standard input
    #[arg(required_unless_present = "stream", value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Folder to write to; it is made when it is not there
    #[arg(long, short, value_name = "DIR", required_unless_present = "stream")]
    output: Option<PathBuf>,
    /// Each sub-folder of PATH, or each distinct `event` field, is an event of its own
    #[arg(long)]
    pub events: bool,
    /// Keep the events that an earlier run has finished, where their documents and the options are the same
    #[arg(long, requires = "events")]
    pub resume: bool,
    /// JSONL on standard input, grouped by event; one line of JSON an event on standard output
    #[arg(long, conflicts_with_all = ["events", "output"])]
    pub stream: bool,
    /// Open report.html when it is written
    #[arg(long, conflicts_with_all = ["events", "stream"])]
    pub open: bool,
    /// Say on standard error where the time went, stage by stage
    #[arg(long)]
    pub timings: bool,
    /// Look for alignments by comparing all sentences with all, too, and fail where the index finds others (slow)
    #[arg(long, conflicts_with_all = ["events", "stream"])]
    pub check_candidates: bool,
    #[command(flatten)]
    pub threshold: Threshold,
    #[command(flatten)]
    pub outlets: Outlets,
    #[command(flatten)]
    pub bounds: Bounds,
    /// Formats to write, separated by commas
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = clap::builder::PossibleValuesParser::new(export::formats().into_iter().chain([export::ALL])), default_values = export::default_formats())]
    pub format: Vec<String>,
    /// Kinds of divergence to report, separated by commas, or all; by default those that are mostly right
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = clap::builder::PossibleValuesParser::new(kinds::names().chain([kinds::ALL])), default_values = kinds::default_names())]
    pub kinds: Vec<String>,
    /// Claims in graph.dot: the most telling, or all
    #[arg(long, value_name = "WHICH", default_value = "telling")]
    pub graph: Graph,
}

#[derive(Debug, Args)]
pub struct Inspect {
    /// Files or folders; - for JSONL on standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// File to write to, as JSONL [default: standard output; a readable summary where that is a terminal]
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub outlets: Outlets,
    #[command(flatten)]
    pub bounds: Bounds,
}

#[derive(Debug, Args)]
pub struct Pairs {
    /// A .csv, .tsv or .jsonl file with columns a and b
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// File to write to; its ending says the format
    #[arg(long, short, value_name = "FILE")]
    pub output: PathBuf,
    #[command(flatten)]
    pub threshold: Threshold,
}

#[derive(Debug, Args)]
pub struct Explain {
    #[arg(value_name = "SENTENCE")]
    pub a: String,
    #[arg(value_name = "SENTENCE")]
    pub b: String,
    #[command(flatten)]
    pub threshold: Threshold,
}

#[derive(Clone, Copy, Debug, Args)]
pub struct Threshold {
    /// Score from which two sentences are aligned, 0 to 1
    #[arg(long = "threshold", value_name = "SCORE", default_value_t = similarity::THRESHOLD, value_parser = parse_share)]
    pub value: f64,
}

#[derive(Clone, Debug, Args)]
pub struct Outlets {
    /// Table of outlets of your own, before the shipped list: name, aliases, domains, owner, kind
    #[arg(long = "outlets", value_name = "FILE")]
    pub file: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, Args)]
pub struct Bounds {
    /// The largest file to read, also unpacked, in MiB; larger ones are named and skipped
    #[arg(long, value_name = "MIB", default_value_t = ingest::LARGEST >> 20, value_parser = clap::value_parser!(u64).range(1..=1 << 40))]
    pub max_file_size: u64,
}

impl Bounds {
    fn bytes(self) -> u64 {
        self.max_file_size << 20
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Graph {
    Telling,
    All,
}

fn parse_share(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(share) if (0.0..=1.0).contains(&share) => Ok(share),
        _ => Err("a number from 0 to 1 is needed".into()),
    }
}

impl Compare {
    /// The folder to write to; with --stream there is none.
    pub fn output(&self) -> &Path {
        self.output.as_deref().unwrap_or(Path::new(""))
    }

    /// The page that --open opens.
    pub fn page(&self) -> error::Result<Option<PathBuf>> {
        match self.open {
            false => Ok(None),
            true if self.format.iter().any(|format| format == "html" || format == export::ALL) => {
                Ok(Some(self.output().join("report.html")))
            }
            true => Err(error::Error::Usage("--open opens report.html: --format must name html".into())),
        }
    }

    pub fn read(&self) -> ingest::Options {
        let (by_folder, leave_out) = (self.events, self.output.clone());
        ingest::Options { by_folder, leave_out, largest: self.bounds.bytes() }
    }

    pub fn many(&self) -> batch::Options {
        batch::Options { pipeline: self.pipeline(), export: self.export(), ..batch::Options::default() }
    }

    /// Where events go; the user's outlets count as what they hold, not only as the file's name.
    pub fn folders(&self) -> error::Result<batch::Folders> {
        let outlets = self.outlets.file.as_deref().map(ingest::sha256).transpose()?;
        Ok(batch::Folders {
            output: self.output().to_owned(),
            resume: self.resume,
            basis: outlets.unwrap_or_default(),
        })
    }

    pub fn pipeline(&self) -> pipeline::Options {
        pipeline::Options {
            align: align::Options { threshold: self.threshold.value },
            kinds: kinds::Kinds::named(&self.kinds),
        }
    }

    pub fn export(&self) -> export::Options {
        let options = [
            ("format", self.format.join(",")),
            ("graph", if self.graph == Graph::All { "all" } else { "telling" }.to_owned()),
            (
                "outlets",
                self.outlets.file.as_ref().map(|file| file.display().to_string()).unwrap_or_default(),
            ),
            ("kinds", self.kinds.join(",")),
            ("threshold", self.threshold.value.to_string()),
        ];
        export::Options {
            formats: self.format.clone(),
            whole_graph: self.graph == Graph::All,
            run: export::Run {
                options: options
                    .map(|(name, value)| (name.to_owned(), value))
                    .into_iter()
                    .filter(|(_, value)| !value.is_empty())
                    .collect(),
            },
        }
    }
}

impl Inspect {
    pub fn read(&self) -> ingest::Options {
        ingest::Options { largest: self.bounds.bytes(), ..ingest::Options::default() }
    }
}

/// The completion script of a shell.
pub fn completions(shell: clap_complete::Shell) -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "crosswire", &mut script);
    script
}

/// The manual page, with every command.
pub fn man() -> std::io::Result<Vec<u8>> {
    let mut page = Vec::new();
    let mut command = Cli::command();
    command.build();
    clap_mangen::Man::new(command.clone()).render(&mut page)?;
    for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
        clap_mangen::Man::new(sub.clone()).render(&mut page)?;
    }
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }
}
