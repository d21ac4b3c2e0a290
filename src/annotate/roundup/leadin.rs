//! Lead-ins and the block below: `From the Harbour Gazette:`, `As the Gazette put it:`.
//!
//! The block ends where it is clear that the page speaks again: a set-off block where the setting
//! off ends, a quotation over several paragraphs where it closes, anything else after one paragraph.

use super::voice::Voices;
use super::work::{self, Work};
use super::{Claim, Page, inside};
use crate::annotate::segment::markup::Prefix;
use crate::annotate::segment::paragraphs::Block;
use crate::annotate::segment::share::touching;
use crate::model::{Sentence, Span};

/// A lead-in of more words says something of its own.
const BARE: usize = 8;

/// The blocks that a lead-in gives to a voice.
pub fn claims(page: &Page, sentences: &[Sentence], voices: &Voices, works: &[Work]) -> Vec<Claim> {
    let mut claims = Vec::new();
    for (index, block) in page.blocks.iter().enumerate() {
        let (_, end) = inside(sentences, block.span);
        let Some(last) = end.checked_sub(1) else { continue };
        if let Some(voice) = on_the_line(block.span.of(page.text), voices) {
            let (first, end) = inside(sentences, block.span);
            claims.push(Claim { voice, first, end, lead: None });
            continue;
        }
        let sentence = sentences[last].span.of(page.text);
        let Some(voice) = voice(sentence, voices, works) else { continue };
        if let Some(span) = block_below(page, index) {
            let (first, end) = inside(sentences, span);
            let bare = sentence.split_whitespace().nth(BARE).is_none();
            claims.push(Claim { voice, first, end, lead: bare.then_some(last) });
        }
    }
    claims
}

/// `Gazette reports: The fire …`: an outlet, its verb and a colon at the head of the coverage itself.
fn on_the_line(block: &str, voices: &Voices) -> Option<String> {
    let (lead, rest) = block.split_once(": ")?;
    let (subject, behind) = subject(lead).filter(|_| lead.split_whitespace().count() <= BARE)?;
    let opens = rest.trim_start().starts_with(char::is_uppercase) && behind.is_empty();
    if opens { named(subject, voices) } else { None }
}

/// Whose words a sentence that ends in a colon announces.
fn voice(sentence: &str, voices: &Voices, works: &[Work]) -> Option<String> {
    let marks = |c: char| "*_“”\"".contains(c);
    let lead = sentence.trim_end_matches(marks).strip_suffix(':')?.trim_matches(marks);
    let known =
        |name: &str| work::called(name, works).or_else(|| voices.likely(owner(name).trim_matches(marks)));
    if let Some(rest) =
        after_any(lead, &["From ", "Via ", "Over at ", "More from ", "This from ", "Here's ", "Here is "])
    {
        let spoken = || subject(rest).and_then(|(subject, _)| named(subject, voices));
        return known(rest).or_else(|| long_name(owner(rest))).or_else(spoken);
    }
    if let Some(rest) = after_any(lead, &["In ", "Per ", "According to ", "At "]) {
        return known(rest);
    }
    let (subject, _) = subject(lead)?;
    work::called(subject, works).or_else(|| named(subject, voices))
}

/// The outlet that a subject is, words that only connect left out: `Meanwhile, the Gazette`.
pub fn named(subject: &str, voices: &Voices) -> Option<String> {
    let words: Vec<&str> = subject.split_whitespace().collect();
    let last =
        words.iter().rposition(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric()))?;
    let connects = |word: &&&str| word.ends_with(',') || CONNECTIVES.contains(&word.trim_end_matches(','));
    let first = words[..last].iter().rposition(|word| word.ends_with(',')).map_or(0, |at| at + 1);
    let first = first + words[first..last].iter().take_while(connects).count();
    let name = words[first..=last].join(" ");
    let name = name.trim_matches(|c: char| !c.is_alphanumeric());
    voices.likely(name)
}

const CONNECTIVES: [&str; 19] = [
    "But",
    "And",
    "Meanwhile",
    "However",
    "As",
    "as",
    "While",
    "Later",
    "Then",
    "Yet",
    "Still",
    "Also",
    "Here",
    "So",
    "Or",
    "Elsewhere",
    "how",
    "what",
    "this",
];

/// `the Harbour Gazette's live page`, `the Harbour Gazette, at length` → `the Harbour Gazette`;
/// `Monday's Harbour Gazette` keeps what Monday owns.
fn owner(name: &str) -> &str {
    let name = name.split(", ").next().unwrap_or(name);
    let Some((owner, owned)) = name.split_once("'s ").or_else(|| name.split_once("’s ")) else {
        return name;
    };
    if owned.starts_with(char::is_uppercase) { owned } else { owner }
}

/// `Northlight Coast` after “From”: two capitalised words are enough there, one may be a town.
fn long_name(rest: &str) -> Option<String> {
    let named = crate::lexicon::outlets::bare(rest);
    let words = named.split_whitespace();
    let high = words.clone().all(|word| word.starts_with(char::is_uppercase));
    (high && (2..=5).contains(&words.count())).then(|| super::voice::shown(rest))
}

fn after_any<'a>(text: &'a str, leads: &[&str]) -> Option<&'a str> {
    leads.iter().find_map(|lead| text.strip_prefix(lead))
}

/// The subject in front of a verb of reporting, and what follows the verb.
pub fn subject(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start().trim_start_matches("As ").trim_start_matches("as ");
    let mut from = 0;
    for word in text.split_inclusive(' ').take(9) {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        if from > 0 && VERBS.contains(&bare) {
            return Some((text[..from].trim(), &text[from + word.len()..]));
        }
        from += word.len();
    }
    None
}

/// Verbs with which an outlet speaks.
pub const VERBS: &[&str] = &[
    "writes",
    "wrote",
    "reports",
    "reported",
    "says",
    "said",
    "notes",
    "noted",
    "adds",
    "added",
    "put",
    "puts",
    "has",
    "had",
    "describes",
    "described",
    "explains",
    "explained",
    "tells",
    "told",
    "quotes",
    "quoted",
    "continues",
    "continued",
    "reads",
    "sums",
    "states",
    "stated",
    "concludes",
    "concluded",
    "observes",
    "observed",
    "argues",
    "argued",
    "carries",
    "carried",
    "recounts",
    "recounted",
];

/// No block below a lead-in has more parts than this.
const MOST: usize = 200;

/// The block that follows; `None` where nothing does.
fn block_below(page: &Page, index: usize) -> Option<Span> {
    let unlabelled = page.labels[index + 1..].iter().take(MOST).take_while(|label| label.is_none()).count();
    let below = &page.blocks[index + 1..index + 1 + unlabelled];
    let next = below.first().filter(|block| block.prefix != Prefix::Heading)?;
    let set_off = next.prefix == Prefix::Quote && page.blocks[index].prefix != Prefix::Quote;
    let taken = match set_off {
        true => below.iter().take_while(|block| block.prefix == Prefix::Quote).count(),
        false if opens_quotation(page, next.span) => quoted_paragraphs(page, below),
        false => below.iter().take_while(|block| block.paragraph == next.paragraph).count(),
    };
    below.get(taken.max(1) - 1).map(|last| next.span.joined(last.span))
}

fn opens_quotation(page: &Page, span: Span) -> bool {
    span.of(page.text).starts_with(['“', '"', '«', '„'])
}

/// How many blocks a quotation runs over: while each opens with a mark and is quoted to its end.
fn quoted_paragraphs(page: &Page, below: &[Block]) -> usize {
    let whole = |span: Span| {
        let quotation = touching(page.quotations, span).first();
        quotation.is_some_and(|quotation| quotation.end >= span.end)
    };
    let open =
        below.iter().take_while(|block| opens_quotation(page, block.span) && whole(block.span)).count();
    let closes = below.get(open).is_some_and(|block| opens_quotation(page, block.span));
    open + usize::from(closes)
}
