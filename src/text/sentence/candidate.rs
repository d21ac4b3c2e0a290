//! Places where a sentence could end: a mark, what closes behind it, and what follows.

use crate::model::Span;

/// How far to either side of a mark the rules look, in bytes: longer than any word they know.
const WINDOW: usize = 96;

/// What kind of mark stands at a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Period,
    /// Several periods, or the character for them.
    Ellipsis,
    /// `!`, `?` and their like.
    Strong,
    /// A full stop of a script that needs no space behind it.
    Full,
    /// A smiley.
    Smiley,
}

/// One place where a sentence could end.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'a> {
    pub text: &'a str,
    /// Where the sentence under way begins.
    pub start: usize,
    pub mark: Mark,
    /// The run of marks.
    pub stop: Span,
    /// Behind the marks and what closes after them.
    pub end: usize,
    /// Where the next word or opening mark begins.
    pub next: usize,
}

impl<'a> Candidate<'a> {
    /// The word before the mark, without opening marks; dots inside it stay: `U.S`.
    pub fn before(&self) -> &'a str {
        word_before(self.text, self.start, self.stop.start)
    }

    /// The word before [`before`](Self::before).
    pub fn before_that(&self) -> &'a str {
        let end = self.stop.start - self.before().len();
        let head = self.text[self.start..end].trim_end_matches([' ', ',', '(']);
        word_before(self.text, self.start, self.start + head.len())
    }

    /// What follows, opening marks skipped, cut off at a bounded length.
    pub fn after(&self) -> &'a str {
        let rest = window(&self.text[self.next..]);
        rest.trim_start_matches(|c: char| OPENING.contains(c))
    }

    /// The first words of what follows.
    pub fn words_after(&self) -> impl Iterator<Item = &'a str> {
        self.after().split_whitespace()
    }

    /// The mark is followed by a closing quotation mark or bracket.
    pub fn is_closed(&self) -> bool {
        self.end > self.stop.end
    }

    /// White space stands between the end and what follows.
    pub fn has_space(&self) -> bool {
        self.next > self.end
    }

    /// Only brackets close behind the mark: `(D-N.Y.)`.
    pub fn is_bracketed(&self) -> bool {
        self.is_closed() && self.text[self.stop.end..self.end].chars().all(|c| matches!(c, ')' | ']'))
    }

    /// How many marks the run has.
    pub fn marks(&self) -> usize {
        self.stop.of(self.text).chars().filter(|c| !c.is_whitespace()).count()
    }
}

const OPENING: &str = "“‘\"'«„‚‹([{「『（*_¿¡";
const CLOSING: &str = "”’\"'»›)]}」』）";
const FULL: &str = "。！？｡।॥۔።";
const STRONG: &str = "!?؟‽⁇⁈⁉";

/// The first candidate at or after `at` for the sentence that begins at `start`.
pub fn next(text: &str, start: usize, at: usize) -> Option<Candidate<'_>> {
    let (found, first) = text[at..].char_indices().find(|&(place, c)| is_mark(text, start, at + place, c))?;
    let begin = at + found;
    let (end_of_marks, mark) = run(text, begin, first);
    let end = end_of_marks + closing(&text[end_of_marks..]);
    let next = text.len() - text[end..].trim_start().len();
    Some(Candidate { text, start, mark, stop: Span::new(begin, end_of_marks), end, next })
}

/// The length of what closes: marks and brackets, a footnote's number, a closing mark behind one space.
fn closing(text: &str) -> usize {
    let tight: usize = text.chars().take_while(|&c| CLOSING.contains(c)).map(char::len_utf8).sum();
    let tight = tight + footnote(&text[tight..]);
    let mut rest = text[tight..].chars();
    match (rest.next(), rest.next()) {
        (Some(space), Some(mark @ ('”' | '»'))) if space.is_whitespace() && space != '\n' => {
            tight + space.len_utf8() + mark.len_utf8()
        }
        _ => tight,
    }
}

/// `[42]` right behind the mark.
fn footnote(text: &str) -> usize {
    let digits = text.bytes().skip(1).take(4).take_while(u8::is_ascii_digit).count();
    let closes = text.as_bytes().get(digits + 1) == Some(&b']');
    if text.starts_with('[') && (1..=3).contains(&digits) && closes { digits + 2 } else { 0 }
}

fn is_mark(text: &str, start: usize, place: usize, c: char) -> bool {
    match c {
        '.' | '…' | '．' => true,
        ')' | '(' | 'D' | 'P' => is_smiley(text, start, place),
        _ => STRONG.contains(c) || FULL.contains(c),
    }
}

/// `:)`, `;-)`, `:D` with white space before and behind.
fn is_smiley(text: &str, start: usize, place: usize) -> bool {
    let head = text[start..place].trim_end_matches('-');
    let eyes = head.strip_suffix([':', ';']);
    eyes.is_some_and(|rest| rest.ends_with(char::is_whitespace))
        && text[place + 1..].starts_with(char::is_whitespace)
}

/// The run of marks that begins at `begin`: where it ends, and what it is.
fn run(text: &str, begin: usize, first: char) -> (usize, Mark) {
    if matches!(first, ')' | '(' | 'D' | 'P') {
        return (begin + 1, Mark::Smiley);
    }
    let tight: usize = text[begin..].chars().take_while(|&c| is_plain_mark(c)).map(char::len_utf8).sum();
    let marks = &text[begin..begin + tight];
    let spaced = if marks.chars().all(|c| c == '.') { spaced_dots(text, begin, begin + tight) } else { 0 };
    let end = begin + tight + spaced;
    (end, kind(&text[begin..end]))
}

fn is_plain_mark(c: char) -> bool {
    matches!(c, '.' | '…' | '．') || STRONG.contains(c) || FULL.contains(c)
}

fn kind(marks: &str) -> Mark {
    let any = |set: &str| marks.chars().any(|c| set.contains(c));
    match marks.chars().filter(|&c| c == '.').count() {
        _ if any(FULL) => Mark::Full,
        _ if any(STRONG) => Mark::Strong,
        0 | 1 if !marks.contains('…') => Mark::Period,
        _ => Mark::Ellipsis,
    }
}

/// The length of ` . . .` behind `from`, when the dots are spaced out.
///
/// In `word. . . . Next` the first dot ends the sentence and the others open the next one.
fn spaced_dots(text: &str, begin: usize, from: usize) -> usize {
    let dots = text[from..].split_inclusive('.').take_while(|&piece| piece == " ." || piece == "\u{a0}.");
    let (count, length) = dots.fold((0, 0), |(count, length), piece| (count + 1, length + piece.len()));
    let attached = !text[..begin].ends_with(char::is_whitespace) && begin > 0;
    match (attached, count) {
        (true, 3..) if text[from + length..].trim_start().starts_with(char::is_alphanumeric) => 0,
        _ => length,
    }
}

fn word_before(text: &str, start: usize, end: usize) -> &str {
    let floor = start.max(end.saturating_sub(WINDOW));
    let floor = (floor..=end).find(|&at| text.is_char_boundary(at)).unwrap_or(end);
    let head = &text[floor..end];
    let cut = |c: char| c.is_whitespace() || OPENING.contains(c) || CLOSING_OR_DASH.contains(c);
    head.rfind(cut).map_or(head, |at| head[at..].trim_start_matches(cut))
}

const CLOSING_OR_DASH: &str = "”»)]}—–/,;:";

fn window(text: &str) -> &str {
    let end = (0..=WINDOW.min(text.len())).rev().find(|&at| text.is_char_boundary(at));
    &text[..end.unwrap_or(0)]
}
