//! Where the time of a run goes, stage by stage: what `--timings` prints.

use std::fmt;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// A stage of the work, in the order in which an event passes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The word lists that are compiled in.
    Lists,
    /// Files to documents.
    Read,
    /// Documents to sentences, furniture and roundup passages.
    Segment,
    /// Sentences to words.
    Tokens,
    /// Words to numbers, times, names, negations; attributions and their sources.
    Extract,
    /// What alignment needs to know of each mention.
    Profile,
    /// Candidates, scores, matching, grouping.
    Align,
    /// Alignments to claims and divergences.
    Diverge,
    /// Claims to origins.
    Origins,
    /// Tables and graphs, rendered and written.
    Export,
}

impl Stage {
    const ALL: [Stage; 10] = [
        Stage::Lists,
        Stage::Read,
        Stage::Segment,
        Stage::Tokens,
        Stage::Extract,
        Stage::Profile,
        Stage::Align,
        Stage::Diverge,
        Stage::Origins,
        Stage::Export,
    ];

    fn name(self) -> &'static str {
        match self {
            Stage::Lists => "lists",
            Stage::Read => "read",
            Stage::Segment => "segment",
            Stage::Tokens => "tokens",
            Stage::Extract => "extract",
            Stage::Profile => "profile",
            Stage::Align => "align",
            Stage::Diverge => "diverge",
            Stage::Origins => "origins",
            Stage::Export => "export",
        }
    }
}

/// A stopwatch that several workers may use at once: where events are compared side by side, a stage's time is the sum
/// over the workers, so that the stages may come to more than the whole.
#[derive(Debug)]
pub struct Timings {
    begun: Instant,
    spent: Mutex<[Duration; Stage::ALL.len()]>,
}

impl Default for Timings {
    fn default() -> Self {
        Timings { begun: Instant::now(), spent: Mutex::default() }
    }
}

impl Timings {
    /// Does the work, and books its time to the stage.
    pub fn time<T>(&self, stage: Stage, work: impl FnOnce() -> T) -> T {
        let begun = Instant::now();
        let done = work();
        let mut spent = self.spent.lock().unwrap_or_else(PoisonError::into_inner);
        spent[stage as usize] += begun.elapsed();
        done
    }
}

/// A line a stage, in seconds, and the whole by the clock on the wall.
impl fmt::Display for Timings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let spent = *self.spent.lock().unwrap_or_else(PoisonError::into_inner);
        let line = |f: &mut fmt::Formatter<'_>, name: &str, time: Duration| {
            writeln!(f, "  {name:<8} {:>10.4} s", time.as_secs_f64())
        };
        for stage in Stage::ALL {
            line(f, stage.name(), spent[stage as usize])?;
        }
        line(f, "total", self.begun.elapsed())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stage_has_a_line_and_the_whole_comes_last() {
        let timings = Timings::default();
        assert_eq!(timings.time(Stage::Align, || 7), 7);
        let shown = timings.to_string();
        let names: Vec<_> = shown.lines().filter_map(|line| line.split_whitespace().next()).collect();
        assert_eq!(names.len(), Stage::ALL.len() + 1);
        assert_eq!(names.last(), Some(&"total"));
        assert!(Stage::ALL.iter().enumerate().all(|(at, stage)| *stage as usize == at));
    }
}
