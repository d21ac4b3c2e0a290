//! Where something stands in a text.
//!
//! Inside the program a span counts bytes, so that slicing costs nothing. Whatever leaves the
//! program counts Unicode scalar values (a Python string index): [`CharOffsets`] converts.

/// A half-open range of bytes, `start..end`, on character boundaries of its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span ends before it starts: {start}..{end}");
        Span { start, end }
    }

    pub fn len(self) -> usize {
        self.end - self.start
    }

    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The text at this span.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// The same place, seen from a text that begins `by` bytes earlier.
    pub fn shifted(self, by: usize) -> Self {
        Span::new(self.start + by, self.end + by)
    }

    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    pub fn joined(self, other: Span) -> Self {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The span without the white space at its ends.
    pub fn trimmed(self, text: &str) -> Self {
        let inner = self.of(text);
        let start = self.start + (inner.len() - inner.trim_start().len());
        Span::new(start, start + inner.trim().len())
    }
}

/// Turns byte offsets of one text into counts of Unicode scalar values.
///
/// Keeps the count at every 64th byte, so a look-up reads at most 64 bytes; ASCII texts need none.
#[derive(Clone, Debug)]
pub struct CharOffsets<'a> {
    text: &'a str,
    checkpoints: Vec<usize>,
}

const STRIDE: usize = 64;

impl<'a> CharOffsets<'a> {
    pub fn new(text: &'a str) -> Self {
        let checkpoints = if text.is_ascii() { Vec::new() } else { checkpoints(text) };
        CharOffsets { text, checkpoints }
    }

    /// The number of characters before byte `at`.
    pub fn at(&self, at: usize) -> usize {
        if self.checkpoints.is_empty() {
            return at;
        }
        let block = at / STRIDE;
        self.checkpoints[block] + starts(&self.text.as_bytes()[block * STRIDE..at])
    }

    /// A span in characters: `(start, end)`.
    pub fn span(&self, span: Span) -> (usize, usize) {
        (self.at(span.start), self.at(span.end))
    }
}

fn checkpoints(text: &str) -> Vec<usize> {
    let mut seen = 0;
    let mut counts = vec![0];
    for block in text.as_bytes().chunks(STRIDE) {
        seen += starts(block);
        counts.push(seen);
    }
    counts
}

/// How many characters start in these bytes.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte & 0b1100_0000) != 0b1000_0000).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_characters_not_bytes() {
        let text = "“Größe” 🏠 naïve ".repeat(20);
        let offsets = CharOffsets::new(&text);
        for (count, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(offsets.at(byte), count);
        }
        assert_eq!(offsets.at(text.len()), text.chars().count());
    }

    #[test]
    fn trimming_keeps_the_place() {
        let text = "a \u{a0} b c  ";
        let span = Span::new(1, text.len()).trimmed(text);
        assert_eq!(span.of(text), "b c");
    }
}
