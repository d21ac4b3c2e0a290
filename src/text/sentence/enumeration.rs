//! Lists that run on in one line: `1) The first gate 2) The second gate`.
//!
//! A paragraph that opens with an enumerator is parted at every later enumerator of the same style
//! that counts on by one; so it is at rows of
//! asterisks or dashes, between two addresses, and before a picture's credit.

use crate::model::Span;
use crate::text::web_address::begins_address;

/// The paragraph parted into list items; the whole of it when it is no list.
pub fn items(paragraph: &str) -> Vec<Span> {
    let mut items = Items { text: paragraph, last: None, starts: vec![0] };
    let mut behind = Span::default();
    for word in words(paragraph) {
        items.take(behind, word);
        behind = word;
    }
    let ends = items.starts.iter().skip(1).copied().chain([paragraph.len()]);
    items.starts.iter().zip(ends).map(|(&start, end)| Span::new(start, end)).collect()
}

/// The items found so far.
struct Items<'a> {
    text: &'a str,
    last: Option<Enumerator<'a>>,
    starts: Vec<usize>,
}

impl Items<'_> {
    /// Looks at the next word, knowing the one behind it.
    fn take(&mut self, behind: Span, word: Span) {
        let found = enumerator(self.text, word);
        let is_first = behind.is_empty();
        let counts_on = matches!((&self.last, &found), (Some(last), Some(found)) if found.follows(last));
        if !is_first && (counts_on || self.is_seam(behind, word)) {
            self.starts.push(word.start);
        }
        if counts_on || is_first {
            self.last = found;
        }
    }

    /// Between two words that belong to different things, whatever the marks.
    fn is_seam(&self, behind: Span, word: Span) -> bool {
        let (behind, word) = (behind.of(self.text), word.of(self.text));
        is_rule(word)
            || is_stars(behind)
            || begins_address(behind) && begins_address(word)
            || is_credit(behind, word)
    }
}

/// A list number or letter with its dress: `1.)`, `a.`, `• 9.`.
struct Enumerator<'a> {
    value: u32,
    is_letter: bool,
    bullet: Option<char>,
    tail: &'a str,
}

impl Enumerator<'_> {
    fn follows(&self, last: &Self) -> bool {
        self.is_letter == last.is_letter
            && self.bullet == last.bullet
            && self.tail == last.tail
            && Some(self.value) == last.value.checked_add(1)
    }
}

fn enumerator(text: &str, word: Span) -> Option<Enumerator<'_>> {
    let is_bullet = |c: char| matches!(c, '•' | '⁃' | '·' | '‣' | '◦' | '▪');
    let bullet = word.of(text).chars().next().filter(|&c| is_bullet(c));
    let body = match word.of(text).trim_start_matches(is_bullet) {
        "" => text[word.end..].split_whitespace().next()?,
        body => body,
    };
    let digits = body.len() - body.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (label, tail) = body.split_at_checked(digits.max(1))?;
    let value = label.parse().ok().or_else(|| letter(label))?;
    let dressed = matches!(tail, "." | ")" | ".)" | "):");
    dressed.then_some(Enumerator { value, is_letter: digits == 0, bullet, tail })
}

fn letter(label: &str) -> Option<u32> {
    label.bytes().next().filter(u8::is_ascii_lowercase).map(u32::from)
}

/// `***`, `-----`: a line drawn in the text.
fn is_rule(word: &str) -> bool {
    is_stars(word) || word.len() >= 5 && word.bytes().all(|b| b"-=_~".contains(&b))
}

fn is_stars(word: &str) -> bool {
    word.len() >= 3 && word.bytes().all(|b| b == b'*')
}

/// `The harbour at dawn Photo: Ada Venn`: a caption's credit.
fn is_credit(behind: &str, word: &str) -> bool {
    let label =
        matches!(word, "Image:" | "Photo:" | "Picture:" | "Photograph:" | "Credit:" | "Video:" | "Source:");
    label && behind.ends_with(|c: char| c.is_alphanumeric() || c == '.')
}

fn words(text: &str) -> impl Iterator<Item = Span> {
    let base = text.as_ptr() as usize;
    text.split_whitespace().map(move |word| {
        let start = word.as_ptr() as usize - base;
        Span::new(start, start + word.len())
    })
}
