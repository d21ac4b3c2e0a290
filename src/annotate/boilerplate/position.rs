//! What only its place tells: names above the story, tags below it, links under their heading, the author's own lines.
//!
//! ```text
//!   Ferry burns off Holm Point       headline
//!   Ada Venn                         above the story, and a name        furniture
//!   Shipping                         above the story, and a word        furniture
//!   Three dead, one missing          above the story, and tells         stays
//!   The ferry burned on Tuesday. …   the story begins
//!   Related                          a heading that lists know          furniture already
//!   Divers to search wreck           under it, and no sentence          furniture
//!   “It was a wall of fire,” …       the story goes on
//!   Ada Venn covers shipping.        begins with the author             furniture
//! ```
//!
//! A false alarm loses a claim. So nothing that reads as a sentence goes, but for what is said of the document's own
//! author at its end.

use crate::lexicon::furniture::fold;
use crate::model::{Document, Sentence, SentenceKind};

/// A name or a section has no more words.
const LONGEST_NAME: usize = 3;
/// A link under a heading has no more.
const LONGEST_LINK: usize = 20;
/// A paragraph of fewer words does not open the story.
const SHORTEST_OPENING: usize = 6;
/// Links under one heading; more are a list of the story's own.
const LONGEST_LIST: usize = 11;
/// What is said of the author stands in the last paragraphs.
const LAST: usize = 4;
/// Headings of lists that lead away from the page, folded.
const HEADINGS: &[&str] = &[
    "related",
    "related articles",
    "related content",
    "related links",
    "related news",
    "related stories",
    "related topics",
    "more on this story",
    "more on this topic",
    "more from",
    "more news",
    "more stories",
    "most popular",
    "most read",
    "most viewed",
    "also read",
    "read also",
    "read more",
    "read next",
    "recommended",
    "recommended for you",
    "see also",
    "tags",
    "top stories",
    "topics",
    "trending",
    "up next",
    "you may also like",
    "you might also like",
];
/// What an author's own lines go on with, and the trades that *is* goes on with.
const ABOUT: &[&str] =
    &["covers", "reports", "writes", "edits", "specialises", "specializes", "tweets", "can be reached"];
const TRADES: &[&str] = &[
    "reporter",
    "correspondent",
    "editor",
    "writer",
    "journalist",
    "columnist",
    "producer",
    "freelancer",
    "author of",
];
/// Headings that one link follows, not a list.
const OF_ONE: &[&str] =
    &["read more", "read also", "also read", "read next", "up next", "see also", "related"];

/// Marks what its place tells. Passages of other outlets have layouts of their own and stay as they are.
pub fn mark(document: &Document, sentences: &mut [Sentence]) {
    let text = document.text.as_str();
    let mut paragraphs: Vec<&mut [Sentence]> =
        sentences.chunk_by_mut(|a, b| a.paragraph == b.paragraph).collect();
    let is_story = |paragraph: &[Sentence]| paragraph.iter().any(|one| tells(one, text));
    let Some(first) = paragraphs.iter().position(|paragraph| is_story(paragraph)) else { return };
    let last = paragraphs.iter().rposition(|paragraph| is_story(paragraph)).unwrap_or(first);
    let authors = authors(document, &paragraphs[..first]);
    let mut listed = 0_usize;
    let count = paragraphs.len();
    for (at, paragraph) in paragraphs.iter_mut().enumerate() {
        let reason = match paragraph {
            [one] if at < first && is_name(one, text) => Some("a name or a section above the story"),
            [one] if at > last && is_name(one, text) => Some("a name or a tag below the story"),
            [one] if listed > 0 && is_link(one, text) => Some("a link under a heading of links"),
            _ if at > first && at + LAST >= count && is_about(paragraph, text, &authors) => {
                Some("about the author")
            }
            _ => None,
        };
        listed = match heading(paragraph, text) {
            Some(heading) => 1 + usize::from(!OF_ONE.contains(&heading)) * LONGEST_LIST,
            None if is_story(paragraph) || is_heading(paragraph) => 0,
            None => listed.saturating_sub(1),
        };
        for sentence in paragraph.iter_mut().filter(|one| is_open(one) && reason.is_some()) {
            (sentence.kind, sentence.reason) = (SentenceKind::Furniture, reason);
        }
    }
}

/// What a rule may still speak about.
fn is_open(sentence: &Sentence) -> bool {
    sentence.kind == SentenceKind::Sentence && sentence.passage.is_none()
}

/// A sentence of the story or of what it carries: it ends as sentences do.
fn tells(sentence: &Sentence, text: &str) -> bool {
    let line = sentence.span.of(text);
    let telling = sentence.passage.is_some() || line.split_whitespace().nth(SHORTEST_OPENING - 1).is_some();
    sentence.kind == SentenceKind::Sentence && telling && ends(line)
}

fn ends(line: &str) -> bool {
    line.trim_end()
        .ends_with(['.', '!', '?', '…', '”', '"', '’', '»', ')', '。', '！', '？', '」', '।', '؟', '։'])
}

/// Few words, each of which begins as names do.
fn is_name(sentence: &Sentence, text: &str) -> bool {
    let line = sentence.span.of(text);
    let mut words = line.split_whitespace();
    let capital = |word: &str| {
        word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || ".-’'&".contains(c))
    };
    is_open(sentence) && !ends(line) && words.clone().count() <= LONGEST_NAME && words.all(capital)
        || is_open(sentence) && is_reading_time(line)
}

/// `3 min read`, `5 minute read`.
fn is_reading_time(line: &str) -> bool {
    let words: Vec<String> = line
        .split(|c: char| !c.is_alphanumeric())
        .map(str::to_lowercase)
        .filter(|word| !word.is_empty())
        .collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    matches!(words[..], [number, "min" | "mins" | "minute" | "minutes", "read"] if number.bytes().all(|byte| byte.is_ascii_digit()))
}

fn is_link(sentence: &Sentence, text: &str) -> bool {
    let line = sentence.span.of(text);
    is_open(sentence) && !ends(line) && line.split_whitespace().nth(LONGEST_LINK).is_none()
}

/// The heading of a list that leads away from the page.
fn heading(paragraph: &[Sentence], text: &str) -> Option<&'static str> {
    let [one] = paragraph else { return None };
    let line = fold(one.span.of(text));
    let line = line.trim_end_matches(':');
    let found = HEADINGS.iter().find(|heading| **heading == line);
    found.copied().filter(|_| one.kind != SentenceKind::Headline)
}

fn is_heading(paragraph: &[Sentence]) -> bool {
    paragraph.iter().any(|one| one.kind == SentenceKind::Headline)
}

/// The authors that the input names, or a byline above the story.
fn authors(document: &Document, above: &[&mut [Sentence]]) -> Vec<String> {
    let text = document.text.as_str();
    let named = document
        .author
        .iter()
        .flat_map(|author| author.split([',', ';', '|', '&']))
        .flat_map(|part| part.split(" and "));
    let above = above.iter().flat_map(|paragraph| paragraph.iter());
    let bylines = above.filter(|one| one.reason == Some("byline")).map(|one| one.span.of(text));
    let bare = |name: &str| name.trim().trim_start_matches("By ").trim_start_matches("by ").trim().to_owned();
    let full = |name: &String| (2..=LONGEST_NAME).contains(&name.split_whitespace().count());
    named.chain(bylines).map(bare).filter(full).collect()
}

fn is_about(paragraph: &[Sentence], text: &str, authors: &[String]) -> bool {
    let tells = |rest: &str| {
        let rest = rest.trim_start();
        let opens = |word: &str| rest.strip_prefix(word).is_some_and(|after| after.starts_with([' ', ',']));
        let trade = opens("is") && TRADES.iter().any(|trade| rest.contains(trade));
        trade || ABOUT.iter().any(|word| opens(word))
    };
    let opens = |line: &str, author: &String| {
        line.strip_prefix(author.as_str()).is_some_and(|rest| rest.starts_with(' ') && tells(rest))
    };
    let first = paragraph.first().filter(|one| is_open(one)).map(|one| one.span.of(text));
    first.is_some_and(|line| authors.iter().any(|author| opens(line, author)))
}

#[cfg(test)]
mod tests {
    use crate::annotate::segment::segment;
    use crate::model::Document;

    fn stories(body: &str) -> Vec<String> {
        let document = Document::default().with_text(Some("Ferry burns off Holm Point"), body);
        let sentences = segment(&document).sentences.into_iter().filter(|one| one.kind.name() == "sentence");
        sentences.map(|one| one.span.of(&document.text).to_owned()).collect()
    }

    const OPENS: &str = "The ferry burned on Tuesday off Holm Point.";

    #[test]
    fn what_stands_where_bylines_and_links_stand_is_furniture() {
        for (body, kept) in [
            (format!("Ada Venn\n\nShipping\n\n3 min read\n\n{OPENS}"), vec![OPENS]),
            (format!("Three dead, one missing\n\n{OPENS}"), vec!["Three dead, one missing", OPENS]),
            (
                format!(
                    "{OPENS}\n\nRelated\n\nDivers to search wreck\n\n“It was fire,” said Tom Holt on the quay."
                ),
                vec![OPENS, "“It was fire,” said Tom Holt on the quay."],
            ),
            (
                format!("{OPENS}\n\nMost read\n\n1. Council votes on bridge\n\n2. Sixty homes dark"),
                vec![OPENS],
            ),
            (format!("{OPENS}\n\nFerries\n\nHolm Point"), vec![OPENS]),
            (
                format!("By Ada Venn\n\n{OPENS}\n\nAda Venn covers shipping. She lives in Tarnby."),
                vec![OPENS],
            ),
            (
                format!("By Ada Venn\n\n{OPENS}\n\nTom Holt was on board the ferry."),
                vec![OPENS, "Tom Holt was on board the ferry."],
            ),
            (
                "Three dead\nOne missing\nNobody held".to_owned(),
                vec!["Three dead", "One missing", "Nobody held"],
            ),
        ] {
            assert_eq!(stories(&body), kept, "{body}");
        }
    }
}
