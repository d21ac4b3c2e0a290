//! Which kinds of divergence a comparison reports.

use std::collections::BTreeSet;

use crate::model::DivergenceKind;

/// The kinds that are reported.
///
/// By default only those of which, on labelled coverage, most of what is reported is right; the others are there for
/// those who want to look through them (`--kinds all`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kinds(BTreeSet<DivergenceKind>);

/// Reported by default.
pub const DEFAULT: [DivergenceKind; 5] = [
    DivergenceKind::Number,
    DivergenceKind::Time,
    DivergenceKind::Name,
    DivergenceKind::Place,
    DivergenceKind::Quote,
];

/// The word for every kind.
pub const ALL: &str = "all";

/// The names of all kinds, in the order of reporting.
pub fn names() -> impl Iterator<Item = &'static str> {
    DivergenceKind::ALL.into_iter().map(DivergenceKind::name)
}

/// The names of those reported by default.
pub fn default_names() -> Vec<&'static str> {
    DEFAULT.into_iter().map(DivergenceKind::name).collect()
}

impl Default for Kinds {
    fn default() -> Self {
        Kinds(DEFAULT.into_iter().collect())
    }
}

impl FromIterator<DivergenceKind> for Kinds {
    fn from_iter<I: IntoIterator<Item = DivergenceKind>>(kinds: I) -> Self {
        Kinds(kinds.into_iter().collect())
    }
}

impl Kinds {
    /// Of their names, [`ALL`] for every kind; other words are passed over.
    pub fn named(names: &[String]) -> Self {
        let wanted = |kind: &DivergenceKind| names.iter().any(|name| name == ALL || name == kind.name());
        DivergenceKind::ALL.into_iter().filter(wanted).collect()
    }

    pub fn holds(&self, kind: DivergenceKind) -> bool {
        self.0.contains(&kind)
    }
}
