//! What everything that a user can name has in common: a reader, a feature, a detector, an exporter.
//!
//! Help texts, documentation and tests loop over the lists of parts, so a part that is on its list
//! is in all of them.

/// A named part of the program.
pub trait Part: Sync {
    /// The word a user types or reads: `csv`, `number`, `idf-jaccard`.
    fn name(&self) -> &'static str;
    /// One sentence for help and documentation.
    fn about(&self) -> &'static str;
}
