//! Work in parallel, results in order, and never many of them waiting.

use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use crate::error::{Error, Result};

/// How far a worker may be ahead of the slowest: results of so many items a worker wait at most.
const AHEAD: usize = 4;

/// Works on every item, one at a time a worker, and gives the results on in the order of the items.
///
/// Each thread of the pool runs one loop that takes the next item, instead of a task an item: a worker that waits
/// for the inner parallel work of its item helps with that of others, but never begins another item on top.
pub(super) fn in_order<T, R: Send>(
    items: impl Iterator<Item = T> + Send,
    work: impl Fn(T) -> R + Sync,
    give: impl FnMut(R) -> Result<()> + Send,
) -> Result<()> {
    let items = Mutex::new(items.enumerate());
    let out = Out { given: Mutex::new(Given::new(give)), moved: Condvar::new() };
    rayon::broadcast(|worker| {
        while out.may_begin(AHEAD * worker.num_threads()) {
            // The lock is held while the next item is read, not while it is worked on.
            let next = lock(&items).next();
            let Some((number, item)) = next else { break };
            out.put(number, work(item));
        }
    });
    let given = out.given.into_inner().unwrap_or_else(PoisonError::into_inner);
    given.failed.map_or(Ok(()), Err)
}

struct Out<R, G> {
    given: Mutex<Given<R, G>>,
    moved: Condvar,
}

struct Given<R, G> {
    begun: usize,
    given: usize,
    waiting: BTreeMap<usize, R>,
    give: G,
    /// The first failure of `give` ends the work.
    failed: Option<Error>,
}

impl<R, G: FnMut(R) -> Result<()>> Given<R, G> {
    fn new(give: G) -> Self {
        Given { begun: 0, given: 0, waiting: BTreeMap::new(), give, failed: None }
    }

    /// Gives everything whose turn it is.
    fn flush(&mut self) {
        while let Some(result) = self.waiting.remove(&self.given) {
            self.given += 1;
            if self.failed.is_none() {
                self.failed = (self.give)(result).err();
            }
        }
    }
}

impl<R, G: FnMut(R) -> Result<()>> Out<R, G> {
    /// Waits until the slowest item is not too far behind; `false` when the work has ended.
    fn may_begin(&self, ahead: usize) -> bool {
        let far = |given: &mut Given<R, G>| given.begun - given.given >= ahead && given.failed.is_none();
        let waited = self.moved.wait_while(lock(&self.given), far);
        let mut given = waited.unwrap_or_else(PoisonError::into_inner);
        given.begun += 1;
        given.failed.is_none()
    }

    fn put(&self, number: usize, result: R) {
        let mut given = lock(&self.given);
        given.waiting.insert(number, result);
        given.flush();
        drop(given);
        self.moved.notify_all();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    #[test]
    fn results_come_in_order_and_few_wait() {
        let (held, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let work = |number: usize| {
            most.fetch_max(held.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            std::thread::sleep(Duration::from_micros(if number.is_multiple_of(50) { 3000 } else { 1 }));
            number
        };
        let mut seen = Vec::new();
        let done = in_order(0..300, work, |number| {
            held.fetch_sub(1, Ordering::SeqCst);
            seen.push(number);
            Ok(())
        });
        assert!(done.is_ok());
        assert_eq!(seen, (0..300).collect::<Vec<_>>());
        assert!(most.into_inner() <= (AHEAD + 1) * rayon::current_num_threads());
        let mut few = 0;
        let stopped = in_order(
            0..1_000_000_000,
            |number: u64| number,
            |number| {
                few += 1;
                if number < 10 { Ok(()) } else { Err(Error::Input("enough".into())) }
            },
        );
        assert!(stopped.is_err());
        assert_eq!(few, 11);
    }
}
