//! tmp
use crate::model::{Document, Segmented, Sentence, SentenceKind};
pub fn segment(document: &Document) -> Segmented {
    let sentences = crate::text::sentences(&document.text)
        .into_iter()
        .map(|span| Sentence {
            span,
            kind: SentenceKind::Sentence,
            reason: None,
            paragraph: 0,
            quotations: vec![],
            passage: None,
        })
        .collect();
    Segmented { sentences, passages: vec![] }
}
