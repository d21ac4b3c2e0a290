//! Lines of a stream, one at a time, with their number and their place.

use std::io::{self, BufRead};

/// One line that is not blank, as it stands.
pub(super) struct Line {
    /// From 1, blank lines counted.
    pub number: u64,
    /// Where it begins in the stream.
    pub offset: u64,
    /// With its line ending.
    pub bytes: Vec<u8>,
}

impl Line {
    /// Without ending and byte-order mark; `None` where it is not UTF-8.
    pub fn text(&self) -> Option<&str> {
        text(&self.bytes)
    }
}

/// The text of a line's bytes, without ending and byte-order mark.
pub(super) fn text(bytes: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(bytes).ok()?;
    Some(text.trim_start_matches('\u{feff}').trim_end_matches(['\n', '\r']))
}

pub(super) struct Lines<R> {
    from: R,
    number: u64,
    offset: u64,
}

impl<R: BufRead> Lines<R> {
    pub fn new(from: R) -> Self {
        Lines { from, number: 0, offset: 0 }
    }

    /// The next line, blank or not.
    fn any(&mut self) -> io::Result<Option<Line>> {
        let mut bytes = Vec::new();
        let read = self.from.read_until(b'\n', &mut bytes)?;
        let offset = self.offset;
        self.number += 1;
        self.offset += read as u64;
        Ok((read > 0).then_some(Line { number: self.number, offset, bytes }))
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = io::Result<Line>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.any().transpose()? {
                Ok(line) if line.text().is_some_and(|text| text.trim().is_empty()) => {}
                other => return Some(other),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_know_where_they_stand() {
        let all = "\u{feff}one\r\n\n \u{a0}\ntwo";
        let lines: Vec<Line> = Lines::new(all.as_bytes()).map(|line| line.expect("a line")).collect();
        let places: Vec<_> = lines.iter().map(|line| (line.number, line.offset, line.text())).collect();
        assert_eq!(places, [(1, 0, Some("one")), (4, 13, Some("two"))]);
        assert_eq!(&all.as_bytes()[13..], lines[1].bytes);
    }
}
