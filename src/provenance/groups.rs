//! Which outlets are one origin: disjoint sets.

use std::collections::BTreeMap;

use crate::model::Tie;

/// Outlets, tied together step by step; the lowest of a set stands for it.
#[derive(Clone, Debug)]
pub(super) struct Groups(BTreeMap<usize, usize>);

impl Groups {
    /// Every outlet by itself.
    pub fn new(outlets: impl Iterator<Item = usize>) -> Self {
        Groups(outlets.map(|outlet| (outlet, outlet)).collect())
    }

    pub fn of(&self, outlet: usize) -> usize {
        let up = self.0[&outlet];
        if up == outlet { outlet } else { self.of(up) }
    }

    pub fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.of(a), self.of(b));
        self.0.insert(a.max(b), a.min(b));
    }

    pub fn tied(mut self, ties: &[Tie]) -> Self {
        ties.iter().for_each(|tie| self.join(tie.a, tie.b));
        self
    }

    pub fn count(&self) -> usize {
        self.0.iter().filter(|(outlet, up)| outlet == up).count()
    }

    /// The members of every set, ascending.
    pub fn sets(&self) -> Vec<Vec<usize>> {
        let mut sets: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        self.0.keys().for_each(|&outlet| sets.entry(self.of(outlet)).or_default().push(outlet));
        sets.into_values().collect()
    }
}
