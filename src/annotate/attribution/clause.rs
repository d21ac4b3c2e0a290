//! A sentence made ready for reading: its words, what each looks like, and what of it stands in quotation marks.

use crate::lexicon::grammar;
use crate::model::{Sentence, SentenceKind, Span};
use crate::text::{self, Token};

/// A sentence with its words and with what of it stands in quotation marks.
pub struct Clause<'a> {
    pub text: &'a str,
    pub span: Span,
    /// Words, their spans counted in the document's text.
    pub tokens: Vec<Token>,
    /// Parts of the sentence inside quotation marks, in the document's text.
    pub quotations: Vec<Span>,
    pub headline: bool,
    /// The quotations that these are parts of: one may have begun in an earlier sentence, or end in a later.
    whole: Vec<Span>,
    looks: Vec<Look>,
    /// The marks behind the last word.
    closing: &'static str,
}

/// What a word looks like.
struct Look {
    /// Of its kind, where it is not a word of grammar.
    class: Option<&'static str>,
    /// The marks before it.
    marks: &'static str,
    quoted: bool,
    may_cue: bool,
}

impl<'a> Clause<'a> {
    /// `all` are the document's quotations in order; `may_cue` knows the words that may be cues.
    pub fn new(text: &'a str, sentence: &Sentence, all: &[Span], may_cue: &dyn Fn(&Token) -> bool) -> Self {
        let span = sentence.span;
        let mut tokens = text::tokens(span.of(text));
        tokens.iter_mut().for_each(|token| token.span = token.span.shifted(span.start));
        let first = all.partition_point(|quotation| quotation.end <= span.start);
        let whole: Vec<Span> =
            all[first..].iter().take_while(|quotation| quotation.start < span.end).copied().collect();
        let inside = |one: &Span| Span::new(one.start.max(span.start), one.end.min(span.end));
        let quotations = whole.iter().map(inside).collect();
        let headline = sentence.kind == SentenceKind::Headline;
        let mut clause =
            Clause { text, span, tokens, quotations, headline, whole, looks: Vec::new(), closing: "" };
        clause.closing = marks(clause.gap(clause.len()));
        clause.looks = (0..clause.tokens.len()).map(|at| clause.look(at, may_cue)).collect();
        clause
    }

    fn look(&self, at: usize, may_cue: &dyn Fn(&Token) -> bool) -> Look {
        let token = &self.tokens[at];
        let may_cue = may_cue(token);
        let class = if grammar::is_function(&token.folded) {
            None
        } else {
            Some(class(token, token.span.of(self.text), may_cue))
        };
        Look { class, marks: marks(self.gap(at)), quoted: self.quotes(token.span), may_cue }
    }

    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The folded word at a place that may lie outside the sentence.
    pub fn word(&self, at: isize) -> &str {
        match usize::try_from(at) {
            Err(_) => "^",
            Ok(at) => self.tokens.get(at).map_or("$", |token| token.folded.as_str()),
        }
    }

    /// The word itself; a name only by its kind, so that nothing is learned about whoever was in the news.
    pub fn lexeme(&self, at: isize) -> &str {
        let named = at > 0 && ["C", "C's", "9"].contains(&self.class(at));
        if named { self.class(at) } else { self.word(at) }
    }

    /// A word of grammar itself, of any other word its kind.
    pub fn class(&self, at: isize) -> &str {
        let look = usize::try_from(at).ok().and_then(|at| self.looks.get(at));
        look.and_then(|look| look.class).unwrap_or_else(|| self.word(at))
    }

    /// The marks before the word at `at`; at the end of the sentence those behind the last.
    pub fn marks(&self, at: usize) -> &'static str {
        self.looks.get(at).map_or(self.closing, |look| look.marks)
    }

    /// Whether the word at `at` is one that cues are made of.
    pub fn may_cue(&self, at: usize) -> bool {
        self.looks.get(at).is_some_and(|look| look.may_cue)
    }

    pub fn is_quoted(&self, at: usize) -> bool {
        self.looks.get(at).is_some_and(|look| look.quoted)
    }

    /// From the word `start` to the word before `end`.
    pub fn stretch(&self, start: usize, end: usize) -> Span {
        self.tokens[start].span.joined(self.tokens[end - 1].span)
    }

    /// What stands before the word at `at`, back to the word before it.
    pub fn gap(&self, at: usize) -> &'a str {
        let start = at.checked_sub(1).map_or(self.span.start, |left| self.tokens[left].span.end);
        let end = self.tokens.get(at).map_or(self.span.end, |token| token.span.start);
        &self.text[start..end.max(start)]
    }

    /// The whole of what a stretch of the sentence's quotations belongs to.
    pub fn in_full(&self, content: Span) -> Span {
        let first = self.whole.partition_point(|quotation| quotation.end <= content.start);
        let parts = self.whole[first..].iter().take_while(|quotation| quotation.start < content.end);
        parts.fold(content, |content, quotation| content.joined(*quotation))
    }

    /// The quotation that holds a place.
    pub fn quotation(&self, place: Span) -> Option<Span> {
        let at = self.quotations.partition_point(|quotation| quotation.end < place.end);
        self.quotations.get(at).copied().filter(|quotation| quotation.contains(place))
    }

    /// Around a place the words up to the quotations on both sides; nothing where one side has none.
    pub fn between_quotations(&self, place: Span) -> Span {
        let at = self.quotations.partition_point(|quotation| quotation.end <= place.start);
        match (at.checked_sub(1), self.quotations.get(at)) {
            (Some(left), Some(right)) if right.start >= place.end => {
                Span::new(self.quotations[left].end, right.start)
            }
            _ => place,
        }
    }

    /// From the first word to the last.
    pub fn words(&self) -> Span {
        let ends = self.tokens.first().zip(self.tokens.last());
        ends.map_or(Span::new(self.span.start, self.span.start), |(first, last)| first.span.joined(last.span))
    }

    fn quotes(&self, place: Span) -> bool {
        self.quotation(place).is_some()
    }

    /// Nothing but a quotation, or its continuation.
    pub fn is_all_quoted(&self) -> bool {
        let opens = self.span.of(self.text).starts_with(['“', '"', '\'', '‘', '«']);
        self.looks.iter().all(|look| look.quoted) || opens && self.quotations.is_empty()
    }
}

/// The kind of a word that is no word of grammar.
fn class(token: &Token, shown: &str, may_cue: bool) -> &'static str {
    let possessive = shown.ends_with(['\'', '’']) || shown.ends_with("'s") || shown.ends_with("’s");
    let capital = shown.chars().next().is_some_and(char::is_uppercase);
    match (token.is_numeric(), capital, possessive) {
        (true, _, _) => "9",
        (_, true, true) => "C's",
        (_, true, false) => "C",
        (_, _, true) => "x's",
        _ if may_cue => ending(&token.folded, ["Ved", "Ving", "Vs", "V", "V", "V", "V"]),
        _ => ending(&token.folded, ["-ed", "-ing", "-s", "-ly", "-er", "-ion", "x"]),
    }
}

fn ending(folded: &str, [ed, ing, s, ly, er, ion, none]: [&'static str; 7]) -> &'static str {
    let ends = |endings: &[&str]| endings.iter().any(|ending| folded.ends_with(ending));
    match () {
        _ if ends(&["ed", "said", "told", "wrote", "thought", "felt"]) => ed,
        _ if ends(&["ing"]) => ing,
        _ if ends(&["ss"]) => none,
        _ if ends(&["s"]) => s,
        _ if ends(&["ly"]) => ly,
        _ if ends(&["er", "or", "man", "woman", "ist"]) => er,
        _ if ends(&["ion", "ment", "ness", "ity"]) => ion,
        _ => none,
    }
}

/// The marks between two words, summed up: what is strongest, and whether a quotation opens or closes.
fn marks(gap: &str) -> &'static str {
    let has = |signs: &[char]| gap.contains(signs);
    let quote = has(&['“', '”', '"', '«', '»', '„', '‘']) || gap.contains("''") || gap.contains("’’");
    match () {
        _ if gap == " " => " ",
        _ if quote && has(&['.', '?', '!']) => ".\"",
        _ if quote && has(&[',']) => ",\"",
        _ if quote && has(&[':']) => ":\"",
        _ if quote && has(&['—', '–']) => "-\"",
        _ if quote => "\"",
        _ if has(&[':']) => ":",
        _ if has(&[';']) => ";",
        _ if has(&['—', '–']) || gap.contains("--") || gap.contains(" - ") => "-",
        _ if has(&['(', '[']) => "(",
        _ if has(&[')', ']']) => ")",
        _ if has(&['?', '!']) || gap.contains("..") || has(&['…']) => "?",
        _ if has(&[',']) => ",",
        _ if has(&['.']) => ".",
        _ if has(&['-', '/', '&', '$']) => "/",
        _ if gap.is_empty() => "",
        _ => " ",
    }
}
