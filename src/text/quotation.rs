//! Quotations: what stands inside quotation marks.
//!
//! One pass over a paragraph with the marks still open on a short stack. A mark that nothing closes,
//! or that closes nothing, is passed over. A quotation that runs over several paragraphs, each opening
//! with a mark and only the last closing it, counts to the end of each paragraph.

use crate::model::Span;

/// The quotations of the paragraphs, marks not included, by place; quotations inside others are left out.
pub fn quotations(text: &str, paragraphs: &[Span]) -> Vec<Span> {
    // All other marks are longer than a byte.
    if !text.bytes().any(|byte| matches!(byte, b'"' | b'\'' | b'`') || !byte.is_ascii()) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let open = in_paragraph(text, *paragraph, &mut found);
        let next = paragraphs.get(index + 1).and_then(|next| next.of(text).chars().next());
        if let Some(mark) = open.filter(|mark| !mark.is_single() && next == Some(mark.sign)) {
            found.push(Span::new(mark.inside, paragraph.end).trimmed(text));
        }
    }
    outermost(found.into_iter().filter(|span| !span.is_empty()).collect())
}

/// An opening mark that waits for its closing one.
#[derive(Clone, Copy, Debug)]
struct Open {
    sign: char,
    /// Where the quotation's words begin.
    inside: usize,
}

impl Open {
    fn is_single(&self) -> bool {
        matches!(self.sign, '‘' | '\'' | '‚' | '‹')
    }

    fn closes_with(&self, c: char) -> bool {
        match self.sign {
            // Many a page mixes curly and straight marks.
            '“' => matches!(c, '”' | '"'),
            '"' => matches!(c, '"' | '”'),
            '„' => matches!(c, '“' | '”'),
            '‘' => c == '’',
            '‚' => matches!(c, '‘' | '’'),
            '«' => c == '»',
            '‹' => c == '›',
            '「' => c == '」',
            '『' => c == '』',
            sign => c == sign,
        }
    }
}

/// Pushes what is closed inside the paragraph; returns the outermost mark left open.
fn in_paragraph(text: &str, paragraph: Span, found: &mut Vec<Span>) -> Option<Open> {
    let mut open: Vec<Open> = Vec::new();
    let mut before = ' ';
    let mut chars = paragraph.of(text).char_indices().peekable();
    while let Some((at, first)) = chars.next() {
        // Two typewriter marks in a row are one double mark: ''We held it.''
        let double = matches!(first, '\'' | '`') && chars.next_if(|&(_, next)| next == first).is_some();
        let (c, length) = if double { ('"', 2) } else { (first, first.len_utf8()) };
        let after = chars.peek().map_or(' ', |&(_, next)| next);
        let (place, next) = (paragraph.start + at, paragraph.start + at + length);
        match open.iter().rposition(|mark| mark.closes_with(c)) {
            Some(depth) if can_close(c, before, after) => {
                found.push(Span::new(open[depth].inside, place));
                open.truncate(depth);
            }
            _ if can_open(c, before, after) => push(&mut open, Open { sign: c, inside: next }),
            _ => {}
        }
        before = c;
    }
    open.into_iter().find(|mark| !mark.is_single())
}

/// A second opening mark of one kind means that the first was never closed.
fn push(open: &mut Vec<Open>, mark: Open) {
    if let Some(depth) = open.iter().position(|other| other.sign == mark.sign) {
        open.truncate(depth);
    }
    open.push(mark);
}

fn can_open(c: char, before: char, after: char) -> bool {
    let starts = !before.is_alphanumeric() && !matches!(before, '.' | ',' | '!' | '?' | ';');
    match c {
        '“' | '„' | '«' | '「' | '『' => true,
        '‘' | '‚' | '‹' => starts && !after.is_whitespace(),
        '"' => starts && !after.is_whitespace(),
        '\'' => starts && after.is_uppercase() || before.is_whitespace() && after.is_alphabetic(),
        _ => false,
    }
}

/// An apostrophe stands between letters; a closing mark does not.
fn can_close(c: char, before: char, after: char) -> bool {
    match c {
        '’' | '\'' => !after.is_alphanumeric() && !before.is_whitespace(),
        '"' => !(before.is_whitespace() && after.is_alphanumeric()),
        _ => true,
    }
}

/// Without those that stand inside another one.
fn outermost(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    let mut end = 0;
    spans.retain(|span| {
        let keep = span.start >= end;
        end = end.max(span.end);
        keep
    });
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let mut start = 0;
        let paragraphs: Vec<_> = text
            .split("\n\n")
            .map(|piece| {
                let span = Span::new(start, start + piece.len());
                start += piece.len() + 2;
                span
            })
            .collect();
        let found: Vec<_> = quotations(text, &paragraphs).iter().map(|span| span.of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn marks_of_many_kinds() {
        check("“Go,” she said. \"Now.\" He 'laughed loudly' at it.", &["Go,", "Now.", "laughed loudly"]);
        check("«Allez», dit-il. „Geh“, sagte er. 「行け」", &["Allez", "Geh", "行け"]);
        check("‘The voters’ anger’ and the dockers’ strike", &["The voters"]);
        check("''We held it,'' he said. ``Then it went.''", &["We held it,", "Then it went."]);
        check("“We held it,\" he said. \"Then it went.”", &["We held it,", "Then it went."]);
    }

    #[test]
    fn inner_quotations_belong_to_the_outer_one() {
        check("“He called it ‘a sham’ today.”", &["He called it ‘a sham’ today."]);
        check("‘He called it “a sham” today.’", &["He called it “a sham” today."]);
    }

    #[test]
    fn stray_and_unclosed_marks_break_nothing() {
        check("a new book,” Harbour: it's the dockers' tale", &[]);
        check("He said: “It never closes. Then “this one” does.", &["this one"]);
        check("5' 11\" tall, the '90s", &[]);
    }

    #[test]
    fn a_quotation_runs_on_over_paragraphs() {
        check("“First part.\n\n“Second part,” he said.", &["First part.", "Second part,"]);
    }
}
