//! Who has shared text from whom, as far as credits, dates and the texts themselves tell.
//!
//! The strongest sign decides, and a sign against it of the same strength leaves the direction open: an outlet that
//! credits an agency has its text from there, whenever it was published; a newspaper published hours before the agency
//! has not.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::lexicon::outlets;
use crate::model::{Analysis, Copy, CopyEnd, Direction, PassageKind, SharedPassage};

/// Fills in direction and basis of every copy.
pub(super) fn settle(analysis: &Analysis, copies: &mut [Copy]) {
    for copy in copies.iter_mut() {
        let signs = [by_credit, by_mention, by_agency, by_date, by_cut];
        let told = signs.iter().find_map(|sign| sign(analysis, copy));
        (copy.direction, copy.basis) = told.unwrap_or((Direction::Unknown, "neither credits nor dates tell"));
    }
    let known: BTreeSet<(usize, usize)> = copies.iter().filter_map(taken).collect();
    for copy in copies.iter_mut().filter(|copy| copy.basis == EARLIER) {
        let from =
            |end: CopyEnd| known.range((end.outlet, 0)..=(end.outlet, usize::MAX)).map(|&(_, from)| from);
        let third =
            from(copy.a).any(|third| third != copy.b.outlet && known.contains(&(copy.b.outlet, third)));
        if third {
            (copy.direction, copy.basis) = (Direction::Unknown, "both share it with a third");
        }
    }
}

/// Who has text, and from whom.
fn taken(copy: &Copy) -> Option<(usize, usize)> {
    match copy.direction {
        _ if copy.a.shared == 0 => None,
        Direction::FromA => Some((copy.b.outlet, copy.a.outlet)),
        Direction::FromB => Some((copy.a.outlet, copy.b.outlet)),
        Direction::Unknown => None,
    }
}

const EARLIER: &str = "it was published earlier";

/// A direction and why; `None` where the sign is missing.
type Told = Option<(Direction, &'static str)>;

/// One side credits the other; or both an agency, and so neither has it from the other.
fn by_credit(analysis: &Analysis, copy: &Copy) -> Told {
    let credits =
        |end: CopyEnd| analysis.credits.iter().filter(move |credit| credit.document == end.document);
    let names = |end: CopyEnd, other: CopyEnd| {
        credits(end).any(|credit| credit.agency == analysis.outlets[other.outlet].name)
    };
    let both = || credits(copy.a).any(|x| credits(copy.b).any(|y| x.agency == y.agency));
    match (names(copy.a, copy.b), names(copy.b, copy.a)) {
        (true, false) => Some((Direction::FromB, "credits it")),
        (false, true) => Some((Direction::FromA, "credits it")),
        (true, true) => Some((Direction::Unknown, "each credits the other")),
        (false, false) => both().then_some((Direction::Unknown, "both credit one agency")),
    }
}

/// The shared text says that one of the two was told it: *told the Island Post*.
fn by_mention(analysis: &Analysis, copy: &Copy) -> Told {
    let told = |end: CopyEnd| {
        let name = outlets::bare(&analysis.outlets[end.outlet].name);
        [format!("told {name}"), format!("told the {name}"), format!("told The {name}")]
    };
    let both =
        |words: &String| shared_texts(analysis, copy).any(|[a, b]| a.contains(words) && b.contains(words));
    match (told(copy.a).iter().any(both), told(copy.b).iter().any(both)) {
        (true, false) => Some((Direction::FromA, "the shared text says it was told this")),
        (false, true) => Some((Direction::FromB, "the shared text says it was told this")),
        (true, true) | (false, false) => None,
    }
}

/// Both sides of every passage that is evidence.
fn shared_texts<'a>(analysis: &'a Analysis, copy: &'a Copy) -> impl Iterator<Item = [&'a str; 2]> {
    let text = |end: CopyEnd| analysis.documents[end.document].text.as_str();
    let shared = copy.passages.iter().filter(|passage| passage.kind == PassageKind::Text);
    shared.map(move |passage: &SharedPassage| [passage.a.of(text(copy.a)), passage.b.of(text(copy.b))])
}

/// Agencies write for others to print; not when the other was out first.
fn by_agency(analysis: &Analysis, copy: &Copy) -> Told {
    let agency = |end: CopyEnd| analysis.outlets[end.outlet].agency;
    let order = order(analysis, copy);
    match (agency(copy.a), agency(copy.b)) {
        (true, false) if order != Some(Ordering::Greater) => Some((Direction::FromA, "it is a news agency")),
        (false, true) if order != Some(Ordering::Less) => Some((Direction::FromB, "it is a news agency")),
        (true, false) | (false, true) => Some((Direction::Unknown, "the news agency was published later")),
        (true, true) | (false, false) => None,
    }
}

/// Hours tell, days do not: of two papers of one day nobody knows which was out first, and of two successive days both may
/// have the text from a third. What a roundup carries was published at another time than the roundup; and who credits an
/// agency has it from there.
fn by_date(analysis: &Analysis, copy: &Copy) -> Told {
    let credits =
        |end: CopyEnd| analysis.credits.iter().any(|credit| credit.whole && credit.document == end.document);
    if credits(copy.a) || credits(copy.b) {
        return None;
    }
    match order(analysis, copy)? {
        Ordering::Less => Some((Direction::FromA, EARLIER)),
        Ordering::Greater => Some((Direction::FromB, EARLIER)),
        Ordering::Equal => None,
    }
}

fn order(analysis: &Analysis, copy: &Copy) -> Option<Ordering> {
    let when = |end: CopyEnd| {
        let document = &analysis.documents[end.document];
        let own = analysis.outlets[end.outlet].name == document.outlet;
        document.published.filter(|published| own && published.has_clock())
    };
    when(copy.a)?.order(&when(copy.b)?)
}

/// So much of the shorter text is shared that it holds nothing of its own; of the longer one, at most so much.
const ALL: f64 = 0.9;
const PART: f64 = 0.75;

/// A text that is the head of a longer one, in one piece, was cut from it: editors cut from the end.
///
/// The other way round proves nothing: an outlet may put paragraphs of its own around an agency's brief.
fn by_cut(_: &Analysis, copy: &Copy) -> Told {
    let cut = |short: CopyEnd, long: CopyEnd| {
        let head = long.shared as f64 >= ALL * long.reach as f64;
        short.share() >= ALL && long.share() <= PART && head
    };
    match (cut(copy.b, copy.a), cut(copy.a, copy.b)) {
        (true, false) => Some((Direction::FromA, "the other text is its head, cut")),
        (false, true) => Some((Direction::FromB, "the other text is its head, cut")),
        (true, true) | (false, false) => None,
    }
}
