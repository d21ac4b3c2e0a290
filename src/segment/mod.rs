//! Document → headlines, sentences, furniture; quotations; passages that belong to other outlets.

use crate::model::{Document, Segmented};

/// Cuts a document up. Sentences come in order and never overlap.
pub fn segment(_document: &Document) -> Segmented {
    Segmented::default()
}
