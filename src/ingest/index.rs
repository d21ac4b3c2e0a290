//! The first pass over the inputs of many events: which event each document belongs to, and where it stands.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, BufRead, BufReader};

use serde_json::{Map, Value};

use super::event_file::{EventFile, Location};
use super::input::Loaded;
use super::lines::{Line, Lines};
use super::{encoding, event_of, file, json};
use crate::error::Problem;

/// What is looked at to see what a file holds.
const SAMPLE: usize = 1 << 16;

pub(super) struct Index<'a> {
    pub events: BTreeMap<String, Vec<Location>>,
    say: &'a mut dyn FnMut(Problem),
    /// One event that comes back is worth a word, a million of them are not.
    said_back: bool,
}

impl<'a> Index<'a> {
    pub fn new(say: &'a mut dyn FnMut(Problem)) -> Self {
        Index { events: BTreeMap::new(), say, said_back: false }
    }

    pub fn say(&mut self, problem: Problem) {
        (self.say)(problem);
    }

    fn put(&mut self, event: String, place: Location) {
        self.events.entry(event).or_default().push(place);
    }

    /// Whether lines of this file belong to the event. Files are added one after the other: the last place tells.
    fn has(&self, event: &str, number: usize) -> bool {
        let last = self.events.get(event).and_then(|places| places.last());
        matches!(last, Some(Location::Line { file, .. }) if *file == number)
    }

    /// Most events are complete when another begins: a million of them keep no room for more.
    fn close(&mut self, event: Option<String>) {
        if let Some(places) = event.and_then(|event| self.events.get_mut(&event)) {
            places.shrink_to_fit();
        }
    }
}

/// Adds the documents of one file.
pub(super) fn add(index: &mut Index, number: usize, entry: &EventFile) {
    if !is_lines(entry) {
        return add_whole(index, number, entry);
    }
    match valid(entry) {
        Ok(true) => add_lines(index, number, entry),
        // Another encoding is told from the whole file.
        _ => add_whole(index, number, entry),
    }
}

/// A file read whole: its events are kept in memory where there are several.
fn add_whole(index: &mut Index, number: usize, entry: &EventFile) {
    let loaded = whole(entry);
    loaded.problems.into_iter().for_each(|problem| index.say(problem));
    let events: BTreeSet<String> = loaded.documents.iter().map(event_of).collect();
    match events.len() {
        0 => {}
        1 => events.into_iter().for_each(|event| index.put(event, Location::File(number))),
        _ => loaded.documents.into_iter().for_each(|document| {
            index.put(event_of(&document), Location::Held(Box::new(document)));
        }),
    }
}

/// Everything that a file holds, its documents in their events.
pub(super) fn whole(entry: &EventFile) -> Loaded {
    if entry.stdin {
        return match File::open(entry.path()) {
            Ok(mut spilled) => file::read_stdin(&mut spilled, entry.largest),
            Err(error) => Loaded::skipped(&entry.name, format!("cannot be read: {error}")),
        };
    }
    let mut loaded = file::read(&entry.found, entry.largest);
    entry.name_event(&mut loaded.documents);
    loaded
}

fn add_lines(index: &mut Index, number: usize, entry: &EventFile) {
    let mut last = None;
    for line in open(entry).into_iter().flat_map(Lines::new) {
        match line {
            Ok(line) => add_line(index, number, entry, &line, &mut last),
            Err(error) => {
                return index.say(Problem::skipped(&entry.name, format!("cannot be read: {error}")));
            }
        }
    }
}

/// `last` is the event of the line before.
fn add_line(index: &mut Index, number: usize, entry: &EventFile, line: &Line, last: &mut Option<String>) {
    let mut loaded = Loaded::default();
    json::line(&entry.input(), line.number, line.text().unwrap_or_default(), &mut loaded);
    entry.name_event(&mut loaded.documents);
    loaded.problems.into_iter().for_each(|problem| index.say(problem));
    for event in loaded.documents.iter().map(event_of) {
        if last.as_ref() != Some(&event) {
            if index.has(&event, number) {
                say_back(index, entry, line, &event);
            }
            index.close(last.replace(event.clone()));
        }
        let (offset, length) = (line.offset, line.bytes.len() as u64);
        index.put(event, Location::Line { file: number, number: line.number, offset, length });
    }
}

fn say_back(index: &mut Index, entry: &EventFile, line: &Line, event: &str) {
    if !std::mem::replace(&mut index.said_back, true) {
        let message = format!(
            "event “{event}” comes back after another one; its documents are compared together, and so are those of other \
             events that come back; a file sorted by event is read faster"
        );
        index.say(Problem::notice(&entry.name, message).at_line(line.number));
    }
}

fn open(entry: &EventFile) -> io::Result<BufReader<File>> {
    Ok(BufReader::with_capacity(SAMPLE, File::open(entry.path())?))
}

/// Whether a file is one document a line, and not one value over several lines, which scrapers write too.
fn is_lines(entry: &EventFile) -> bool {
    let Ok(mut from) = open(entry) else { return false };
    let sample = from.fill_buf().unwrap_or_default();
    let text = encoding::is_text(sample) && sample.iter().any(|byte| !byte.is_ascii_whitespace());
    (entry.stdin || entry.is_named_as_lines()) && text && starts_with_lines(Lines::new(from))
}

fn starts_with_lines(lines: impl Iterator<Item = io::Result<Line>>) -> bool {
    let mut lines = lines.flatten();
    let Some(first) = lines.next() else { return false };
    match first.text().map(serde_json::from_str::<Value>) {
        Some(Ok(value)) => !json::is_list(&value),
        // A broken first line, or the head of a value over several: the second line tells.
        Some(Err(error)) => {
            !error.is_eof() || !opens_list(&first) && lines.next().is_some_and(|line| is_object(&line))
        }
        None => true,
    }
}

fn opens_list(line: &Line) -> bool {
    line.text().is_some_and(|text| text.trim_start().starts_with('['))
}

fn is_object(line: &Line) -> bool {
    line.text().is_some_and(|text| serde_json::from_str::<Map<String, Value>>(text).is_ok())
}

/// Whether every line is UTF-8.
fn valid(entry: &EventFile) -> io::Result<bool> {
    for line in Lines::new(open(entry)?) {
        if line?.text().is_none() {
            return Ok(false);
        }
    }
    Ok(true)
}
