//! Many events, one at a time a worker: read, compared, written, and the next.
//!
//! ```text
//!   events ─orderly─► a worker each: load ─► analyze ─► folder, or line ─► told in the order of the events
//! ```
//!
//! Nothing here prints: what happened to each event is handed to the caller, in order. An event that fails, even by a
//! fault of the program, is told like the others, and the rest goes on.

mod events;
mod ordered_parallel;
mod stream;

use std::any::Any;
use std::panic::{self, AssertUnwindSafe};

use crate::error::{Error, Problem, Result};
use crate::model::Analysis;
use crate::timing::Timings;
use crate::{export, pipeline};

pub use events::{Compared, Folders, compare};
pub use stream::stream;

/// How events are compared and written, and where the time of it is booked.
#[derive(Debug, Default)]
pub struct Options {
    pub pipeline: pipeline::Options,
    pub export: export::Options,
    pub timings: Timings,
}

/// What happened to one event.
#[derive(Debug)]
pub struct Done<T> {
    pub event: String,
    pub documents: usize,
    /// Of its documents; other inputs went on.
    pub problems: Vec<Problem>,
    pub result: Result<T>,
}

/// The name of the only outlet of an event: there is nothing to compare it with.
pub fn only_outlet(analysis: &Analysis) -> Option<&str> {
    match &analysis.outlets[..] {
        [only] => Some(&only.name),
        _ => None,
    }
}

/// A fault in one event is that event's result, not the end of all.
fn guarded<T>(work: impl FnOnce() -> Result<T>) -> Result<T> {
    // Nothing that the work has touched is looked at again after a fault.
    let caught = panic::catch_unwind(AssertUnwindSafe(work));
    caught.unwrap_or_else(|fault| Err(Error::Fault(said(fault.as_ref()))))
}

fn said(fault: &(dyn Any + Send)) -> String {
    let text = fault.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| fault.downcast_ref::<&str>().copied()).unwrap_or("no message").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_becomes_an_error() {
        assert!(guarded(|| Ok(1)).is_ok_and(|one| one == 1));
        let failed = guarded::<()>(|| panic!("index {} is out of bounds", 3));
        assert!(failed.is_err_and(|error| error.to_string().contains("index 3 is out of bounds")));
    }
}
