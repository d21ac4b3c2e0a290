//! What went wrong: in which file, on which line, and what to do about it.

use std::fmt;
use std::path::Path;

use crate::model::Source;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something could not be read and is missing from the result.
    Skipped,
    /// Read, but the user should know.
    Notice,
}

/// A problem with one input; collecting it does not end the run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub severity: Severity,
    /// The file as the user named it; `-` for standard input.
    pub file: String,
    pub line: Option<u64>,
    pub column: Option<u64>,
    /// What happened and what to do.
    pub message: String,
}

impl Problem {
    pub fn skipped(file: &str, message: impl Into<String>) -> Self {
        Problem {
            severity: Severity::Skipped,
            file: file.to_owned(),
            line: None,
            column: None,
            message: message.into(),
        }
    }

    pub fn notice(file: &str, message: impl Into<String>) -> Self {
        Problem { severity: Severity::Notice, ..Problem::skipped(file, message) }
    }

    /// Of a document that was read.
    pub fn notice_of(source: &Source, message: impl Into<String>) -> Self {
        Problem { line: source.line, ..Problem::notice(&source.file, message) }
    }

    pub fn at_line(mut self, line: u64) -> Self {
        self.line = Some(line);
        self
    }

    pub fn at_column(mut self, column: u64) -> Self {
        self.column = Some(column);
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if let Some(column) = self.column {
            write!(f, ":{column}")?;
        }
        write!(f, ": {}", self.message)
    }
}

/// What ends a run.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("cannot read {path}: {source}")]
    Read { path: String, source: std::io::Error },
    #[error("cannot write {path}: {source}")]
    Write { path: String, source: std::io::Error },
    /// The user asked for something that cannot be.
    #[error("{0}")]
    Usage(String),
    /// The inputs hold nothing to work on.
    #[error("{0}")]
    Input(String),
    /// A fault of the program, caught where other work can go on.
    #[error("a fault of crosswire itself ({0}); please report it with the documents")]
    Fault(String),
}

impl Error {
    pub fn read(path: &Path, source: std::io::Error) -> Self {
        Error::Read { path: path.display().to_string(), source }
    }

    pub fn write(path: &Path, source: std::io::Error) -> Self {
        Error::Write { path: path.display().to_string(), source }
    }
}

pub type Result<T, E = Error> = std::result::Result<T, E>;
