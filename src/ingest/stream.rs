//! JSON lines grouped by event, one event in memory at a time.
//!
//! The contract is that the lines of one event stand together. An event that comes back is said to, and given again
//! as what it then is: a second group of the same name.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash as _, Hasher};
use std::io::BufRead;

use sha2::{Digest, Sha256};

use super::input::{Input, Loaded};
use super::lines::{Line, Lines};
use super::{dedupe_and_name, event_of, json};

use crate::error::Problem;
use crate::model::Document;
use crate::text::hash::hexadecimal;

/// The name of standard input, and the outlet of documents that name none.
pub(super) const STDIN: (&str, &str) = ("-", "stdin");

/// The documents of adjacent lines of one event.
#[derive(Debug, Default)]
pub struct Group {
    pub event: String,
    /// Their problems include those of bad lines met on the way.
    pub loaded: Loaded,
}

/// The events of a stream, in its order.
pub struct Grouped<R> {
    lines: Lines<R>,
    /// The first line of the next event.
    ahead: Option<(Line, Document)>,
    /// Of bad lines, and of documents that have no group yet.
    problems: Vec<Problem>,
    /// Hashes of the names of events that are closed: eight bytes an event is all that grows.
    closed: HashSet<u64>,
    broken: bool,
}

/// Groups the lines of a stream by event.
pub fn grouped<R: BufRead>(from: R) -> Grouped<R> {
    let lines = Lines::new(from);
    Grouped { lines, ahead: None, problems: Vec::new(), closed: HashSet::new(), broken: false }
}

impl<R: BufRead> Iterator for Grouped<R> {
    type Item = Group;

    fn next(&mut self) -> Option<Group> {
        let Some((line, first)) = self.ahead.take().or_else(|| self.document()) else {
            return self.last_words();
        };
        let event = event_of(&first);
        self.say_if_back(&event, &line);
        let (mut documents, mut hash) = (vec![first], Sha256::new());
        hash.update(&line.bytes);
        while let Some((line, document)) = self.document() {
            if event_of(&document) != event {
                self.ahead = Some((line, document));
                break;
            }
            hash.update(&line.bytes);
            documents.push(document);
        }
        Some(self.close(event, documents, hash))
    }
}

impl<R: BufRead> Grouped<R> {
    /// The next line that holds a document; bad ones are kept as problems.
    fn document(&mut self) -> Option<(Line, Document)> {
        while !self.broken {
            match self.lines.next()? {
                Ok(line) => {
                    let mut loaded = line_of(&line);
                    self.problems.append(&mut loaded.problems);
                    if let Some(document) = loaded.documents.pop() {
                        return Some((line, document));
                    }
                }
                Err(error) => {
                    self.broken = true;
                    self.problems.push(Problem::skipped(STDIN.0, format!("cannot be read: {error}")));
                }
            }
        }
        None
    }

    fn close(&mut self, event: String, mut documents: Vec<Document>, hash: Sha256) -> Group {
        let sha256 = hexadecimal(&hash.finalize());
        documents.iter_mut().for_each(|document| document.source.sha256.clone_from(&sha256));
        let mut loaded = Loaded { documents, problems: std::mem::take(&mut self.problems) };
        dedupe_and_name::finish(&mut loaded);
        Group { event, loaded }
    }

    fn say_if_back(&mut self, event: &str, line: &Line) {
        let mut hasher = DefaultHasher::new();
        event.hash(&mut hasher);
        if !self.closed.insert(hasher.finish()) {
            let message = format!(
                "event “{event}” comes back after another one; these lines are compared apart; sort the stream by event"
            );
            self.problems.push(Problem::skipped(STDIN.0, message).at_line(line.number));
        }
    }

    /// Problems after the last document: a group without documents.
    fn last_words(&mut self) -> Option<Group> {
        let problems = std::mem::take(&mut self.problems);
        let loaded = Loaded { documents: Vec::new(), problems };
        (!loaded.problems.is_empty()).then(|| Group { event: String::new(), loaded })
    }
}

fn line_of(line: &Line) -> Loaded {
    let input = Input::of(STDIN.0, STDIN.1, "");
    let mut loaded = Loaded::default();
    match line.text() {
        Some(text) => json::line(&input, line.number, text, &mut loaded),
        None => {
            let problem = Problem::skipped(STDIN.0, "not valid UTF-8; convert the line to UTF-8");
            loaded.problems.push(problem.at_line(line.number));
        }
    }
    loaded
}
