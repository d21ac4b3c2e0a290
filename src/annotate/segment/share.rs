//! How much of a stretch of text stands inside quotation marks.

use crate::model::Span;

/// The quotations that touch `span`; `quotations` are sorted and do not overlap.
pub fn touching(quotations: &[Span], span: Span) -> &[Span] {
    let first = quotations.partition_point(|quotation| quotation.end <= span.start);
    let end = quotations.partition_point(|quotation| quotation.start < span.end);
    &quotations[first..end.max(first)]
}

/// The share of the words of `span` inside quotation marks, 0 to 1.
pub fn quoted(text: &str, span: Span, quotations: &[Span]) -> f64 {
    let inner = |quotation: &Span| Span::new(quotation.start.max(span.start), quotation.end.min(span.end));
    let touching = touching(quotations, span);
    if touching.is_empty() {
        return 0.0;
    }
    let quoted: usize = touching.iter().map(|quotation| words(inner(quotation).of(text))).sum();
    quoted as f64 / words(span.of(text)).max(1) as f64
}

/// Words that hold a letter or a digit.
pub fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}
