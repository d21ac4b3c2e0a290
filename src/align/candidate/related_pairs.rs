//! Pairs between documents that tell one story, or between the voices of one document: little common ground is enough, so
//! nearly every key counts, and the two documents are looked at as wholes.
//!
//! ```text
//!   sheet of A   harbour: 3, 7   ferry: 0, 1, 4   ...     every key of the document, and the mentions that hold it
//!   sheet of B   harbour: 2      ferry: 0, 5      ...     keys in common ─► a small table of what each pair shares
//! ```
//!
//! The table counts a term once for each key that it is met by, so it never says too little; what it lets pass is weighed
//! exactly.

use std::cmp::Ordering;
use std::ops::Range;
use std::sync::OnceLock;

use rayon::prelude::*;

use super::{Candidate, Search};
use crate::align::document_prior;
use crate::align::mention_index::Field;
use crate::similarity::{Key, score_bound};

/// Cells of a table: longer documents are looked at some mentions at a time.
const CELLS: usize = 1 << 20;
/// Sums in the table are of single precision.
const SLACK: f64 = 1e-3;

pub fn find<T: Send>(search: Search, keep: &(impl Fn(Candidate) -> Option<T> + Sync)) -> Vec<T> {
    let documents = search.field.documents().len();
    let sheets: Vec<OnceLock<Sheet>> = (0..documents).map(|_| OnceLock::new()).collect();
    let sheet = |document: usize| sheets[document].get_or_init(|| Sheet::new(search.field, document));
    let of_document = |table: &mut Vec<f32>, a: usize| {
        let mut found = Vec::new();
        let kin = search.context.kin(a);
        let later = &kin[kin.partition_point(|(b, _)| *b as usize <= a)..];
        let own = has_voices(search.field, a).then_some((a as u32, 1.0));
        for (b, together) in own.into_iter().chain(later.iter().copied()) {
            let pair = Tellings { search, a, b: b as usize, together };
            pair.find(sheet(a), sheet(b as usize), table, &mut |pair| found.extend(keep(pair)));
        }
        found
    };
    (0..documents).into_par_iter().map_init(Vec::new, of_document).flatten_iter().collect()
}

fn has_voices(field: &Field, document: usize) -> bool {
    let mentions = &field.items[field.documents()[document].clone()];
    mentions.windows(2).any(|pair| pair[0].outlet != pair[1].outlet)
}

/// Every key of a document with the mentions that hold it (counted from its first), by key.
struct Sheet {
    held: Vec<(Key, u32, f32)>,
}

impl Sheet {
    fn new(field: &Field, document: usize) -> Self {
        let mut held: Vec<(Key, u32, f32)> = Vec::new();
        for (at, mention) in field.documents()[document].clone().enumerate() {
            let weights = field.grounds.weights(mention);
            let first = held.len();
            for one in field.grounds.held(mention) {
                let weight = weights[one.term()];
                match held[first..].last_mut() {
                    Some(last) if last.0 == one.key => last.2 += weight,
                    _ => held.push((one.key, at as u32, weight)),
                }
            }
        }
        held.shrink_to_fit();
        held.sort_unstable_by_key(|(key, at, _)| (*key, *at));
        Sheet { held }
    }
}

/// Two documents that may tell one story, or one document with itself.
struct Tellings<'a> {
    search: Search<'a>,
    a: usize,
    b: usize,
    together: f64,
}

impl Tellings<'_> {
    fn find(&self, ours: &Sheet, theirs: &Sheet, table: &mut Vec<f32>, give: &mut impl FnMut(Candidate)) {
        let field = self.search.field;
        let (rows, columns) = (field.documents()[self.a].clone(), field.documents()[self.b].clone());
        let at_once = (CELLS / columns.len().max(1)).max(1);
        for from in (0..rows.len()).step_by(at_once) {
            let block = from..(from + at_once).min(rows.len());
            table.clear();
            table.resize(block.len() * columns.len(), 0.0);
            fill(table, &block, columns.len(), ours, theirs);
            for (cell, shared) in table.iter().enumerate().filter(|(_, shared)| **shared > 0.0) {
                let a = rows.start + block.start + cell / columns.len();
                let b = columns.start + cell % columns.len();
                if let Some(pair) = self.weigh(a, b, f64::from(*shared)) {
                    give(pair);
                }
            }
        }
    }

    /// `shared` is at least what the first of the two shares.
    fn weigh(&self, a: usize, b: usize, shared: f64) -> Option<Candidate> {
        let field = self.search.field;
        if self.a == self.b && a >= b || !field.apart(a, b) || field.grounds.same_wording(a, b) {
            return None;
        }
        let (ours, theirs) = (field.grounds.total(a), field.grounds.total(b));
        let most = (shared * (1.0 + SLACK)).min(ours).min(theirs);
        let shift = match self.a == self.b {
            true => self.search.context.shift(field, a, b).0,
            false => document_prior::shift(self.together, field.items[a].place + field.items[b].place),
        };
        let possible = score_bound::is_worth(most / (ours + theirs - most) + SLACK, shift, self.search.must);
        possible.then(|| self.search.of_story(a, b, shift)).flatten()
    }
}

/// Adds to every pair of mentions what our terms weigh that have a key in common with theirs.
fn fill(table: &mut [f32], rows: &Range<usize>, columns: usize, ours: &Sheet, theirs: &Sheet) {
    let (mut i, mut j) = (0, 0);
    let (ours, theirs) = (&ours.held, &theirs.held);
    while i < ours.len() && j < theirs.len() {
        let key = ours[i].0;
        match key.cmp(&theirs[j].0) {
            Ordering::Less => i += 1,
            Ordering::Greater => j += 1,
            Ordering::Equal => {
                let first = j;
                while i < ours.len() && ours[i].0 == key {
                    let (_, row, weight) = ours[i];
                    i += 1;
                    if !rows.contains(&(row as usize)) {
                        continue;
                    }
                    let cells = &mut table[(row as usize - rows.start) * columns..][..columns];
                    let holders = theirs[first..].iter().take_while(|(other, ..)| *other == key);
                    holders.for_each(|(_, column, _)| cells[*column as usize] += weight);
                }
                while j < theirs.len() && theirs[j].0 == key {
                    j += 1;
                }
            }
        }
    }
}
