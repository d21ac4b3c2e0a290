//! Credits: who took the picture, who reported, whose post is embedded. A caption goes with its credit.

use super::SMALL;
use crate::lexicon::outlets;

/// A caption says no more words than this.
const CAPTION: usize = 60;
/// A credit at a caption's end says no more words than this.
const TAIL: usize = 9;
/// What a credit begins with.
const LABELS: [&str; 11] = [
    "photo:",
    "photos:",
    "photo by",
    "photograph:",
    "photograph by",
    "image:",
    "picture:",
    "credit:",
    "credit...",
    "foto:",
    "фото:",
];

/// `Photo: Ada Venn`, `(Reporting by Ada Venn; editing by Tom Holt)`.
pub fn is_credit(block: &str) -> bool {
    const MORE: [&str; 6] =
        ["photo credit", "reporting by", "additional reporting", "editing by", "writing by", "video:"];
    let low = block.trim_start_matches(['(', '[', '*', '_']).to_lowercase();
    LABELS.iter().chain(&MORE).any(|label| low.starts_with(label))
}

/// `Image: Northlight.`, behind other sentences too.
pub fn is_short_credit(sentence: &str) -> bool {
    let tail = LABELS.iter().find_map(|label| sentence.strip_prefix(&capitalised(label)));
    tail.is_some_and(is_named_tail)
}

/// `Ada Venn/Northlight/Getty Images`: a name and a picture agency, no sentence.
pub fn is_agency_credit(block: &str) -> bool {
    !block.ends_with(['.', '!', '?', ':']) && (names_agency(block) || block.contains("Getty Images"))
}

fn names_agency(text: &str) -> bool {
    const AGENCIES: [&str; 13] = [
        "AP Photo",
        "/AP",
        "AP/",
        "/Reuters",
        "/REUTERS",
        "REUTERS/",
        "/AFP",
        "AFP/",
        "via Reuters",
        "via AP",
        "via Getty Images",
        "/Getty",
        "Shutterstock",
    ];
    AGENCIES.iter().any(|agency| text.contains(agency))
}

/// `The crane on the quay. (Ada Venn/Harbour Gazette)`: a caption, which ends in its credit.
pub fn is_caption(block: &str) -> bool {
    let words: Vec<&str> = block.split_whitespace().collect();
    words.len() <= CAPTION && (ends_in_bracket(block) || ends_in_label(block) || ends_in_agency(&words))
}

/// `(Ada Venn/Harbour Gazette)`, `(AP Photo/Ada Venn, File)`.
fn ends_in_bracket(block: &str) -> bool {
    let Some((_, inside)) =
        block.trim_end_matches('.').strip_suffix(')').and_then(|head| head.rsplit_once('('))
    else {
        return false;
    };
    let slashed = inside.split_once('/').is_some_and(|(one, other)| {
        let known = |name: &str| outlets::canonical(name.trim()).is_some();
        is_named(one) && is_named(other) && (inside.contains(' ') || known(one) || known(other))
    });
    inside.split_whitespace().count() <= TAIL && (slashed || names_agency(inside) || is_credit(inside))
}

/// `… Photograph: Ada Venn/Northlight`, `… storm.Credit...Ada Venn for Dockside Radio`.
fn ends_in_label(block: &str) -> bool {
    let tails = LABELS.iter().filter_map(|label| {
        let label = capitalised(label);
        block.rfind(&label).map(|at| &block[at + label.len()..])
    });
    let glued = block.rfind("Credit").map(|at| &block[at + "Credit".len()..]);
    tails.chain(glued.filter(|tail| tail.starts_with(char::is_uppercase))).any(is_named_tail)
}

fn capitalised(label: &str) -> String {
    let mut chars = label.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

fn is_named_tail(tail: &str) -> bool {
    let words = tail.split_whitespace().count();
    (1..=TAIL).contains(&words) && is_named(tail)
}

/// `… March 4, 2031. REUTERS/Ada Venn`.
fn ends_in_agency(words: &[&str]) -> bool {
    let tail = words[words.len().saturating_sub(4)..].join(" ");
    !tail.ends_with(['.', '!', '?', ':', '”', '"']) && names_agency(&tail)
}

/// Names and the small words between them, nothing else.
fn is_named(text: &str) -> bool {
    text.split_whitespace().all(|word| !word.starts_with(char::is_lowercase) || SMALL.contains(&word))
}

/// `Ada Venn reported from Skerry Bank and Tom Holt from Tarnby.`
pub fn is_reporting_note(sentence: &str) -> bool {
    const NOTES: [&str; 4] =
        ["reported from", "contributed from", "contributed reporting", "contributed research"];
    const WORDS: [&str; 16] = [
        "reported",
        "reporting",
        "contributed",
        "from",
        "to",
        "this",
        "report",
        "article",
        "story",
        "research",
        "additional",
        "also",
        "by",
        "on",
        "at",
        "writing",
    ];
    let known = |word: &str| {
        let word = word.trim_end_matches(['.', ',', ';']);
        !word.starts_with(char::is_lowercase) || SMALL.contains(&word) || WORDS.contains(&word)
    };
    NOTES.iter().any(|note| sentence.contains(note))
        && sentence.starts_with(char::is_uppercase)
        && sentence.split_whitespace().all(known)
}

/// `pic.twitter.com/x1 — Skerry Wardens (@skerrywardens) March 4, 2031`: whose post was embedded.
pub fn is_embed(sentence: &str) -> bool {
    let is_link = |word: &&str| super::is_address(word) || word.starts_with("pic.");
    let mut words = sentence.split_whitespace().skip_while(is_link);
    let dashed = words.next().is_some_and(|word| word.starts_with(['—', '–', '-']));
    let Some((name, rest)) = sentence.split_once("(@") else { return false };
    let after = rest.split_once(')').map_or("", |(_, after)| after);
    dashed && name.split_whitespace().count() <= 10 && after.split_whitespace().count() <= 5
}
