//! What a time dates: the act it hangs on.
//!
//! ```text
//!   Trump tweeted early Tuesday                       tweeted   ─┐
//!   mails released by the State Department on Friday  released  ─┴─ two acts: their days say nothing of one another
//! ```
//!
//! Without a parser, the act is looked for among the nearest telling words of the clause: before the time, past the
//! complements of its verb (*signed in the old hall on Friday*), and behind it, up to the first preposition (*on Friday
//! apologized* for *a post*). The two times date one act when the nearest word of each stands, in the same or a near
//! meaning, among those of the other.

use super::meaning::{near_tokens, one_expression};
use super::pairing::common_ground;
use super::{Pair, Side, Slot};
use crate::lexicon::grammar;
use crate::model::{Fact, FactKind};

/// Telling words looked at before a time, and behind it.
const BEFORE: usize = 4;
const BEHIND: usize = 2;

/// How much of the shorter sentence must stand in the other for two times of saying something to be of one saying.
const SAME_SAYING: f64 = 0.7;

/// Whether two times hang on one act.
///
/// People say many things on many days: when it is a saying that is dated, what is said must be the same too.
pub fn same_act(pair: &Pair, x: &Fact, y: &Fact) -> bool {
    let (near_x, near_y) = (around(&pair.a, x), around(&pair.b, y));
    let meet = |i: usize, j: usize| {
        let (one, other) = (&pair.a.tokens[i], &pair.b.tokens[j]);
        let saying = [one, other].iter().any(|token| SAYINGS.contains(&token.stem.as_str()));
        (near_tokens(one, other) || one_expression(pair, &Slot { a: (i, i + 1), b: (j, j + 1) }))
            && ranked(&pair.a, i) == ranked(&pair.b, j)
            && (!saying || common_ground(pair) >= SAME_SAYING)
    };
    near_x.heads().any(|i| near_y.all().any(|j| meet(i, j)))
        && near_y.heads().any(|j| near_x.all().any(|i| meet(i, j)))
}

/// Stems of words for saying something, and for what is said.
const SAYINGS: &[&str] = &[
    "said",
    "say",
    "tell",
    "told",
    "write",
    "wrote",
    "written",
    "tweet",
    "post",
    "statement",
    "state",
    "comment",
    "remark",
    "spoke",
    "speak",
    "talk",
    "interview",
    "issu",
    "add",
    "note",
    "report",
    "messag",
    "letter",
];

/// The beginning of something here, and its end there: *from 1993*, *to 2007*.
pub fn ends_apart(pair: &Pair, x: &Fact, y: &Fact) -> bool {
    const STARTS: &[&str] = &["from", "since", "after", "starting", "beginning"];
    const ENDS: &[&str] = &["to", "until", "till", "through", "before", "by", "ending"];
    let led = |side: &Side, fact: &Fact, words: &[&str]| {
        fact.tokens.0 > 0 && words.contains(&side.tokens[fact.tokens.0 - 1].folded.as_str())
    };
    led(&pair.a, x, STARTS) && led(&pair.b, y, ENDS) || led(&pair.a, x, ENDS) && led(&pair.b, y, STARTS)
}

/// *Lieutenant governor* is another office than *governor*.
fn ranked(side: &Side, at: usize) -> bool {
    const RANKS: &[&str] =
        &["lieutenant", "vice", "deputy", "assistant", "associate", "acting", "interim", "junior"];
    at > 0 && RANKS.contains(&side.tokens[at - 1].folded.as_str())
}

/// The telling words around a time, the nearest first.
struct Around {
    before: Vec<usize>,
    behind: Vec<usize>,
}

impl Around {
    fn heads(&self) -> impl Iterator<Item = usize> {
        self.before.first().into_iter().chain(self.behind.first()).copied()
    }

    fn all(&self) -> impl Iterator<Item = usize> {
        self.before.iter().chain(&self.behind).copied()
    }
}

/// In its clause; a time that is a clause by itself (*Thursday night, the hospital issued*; *governor, from 1996*) hangs
/// on the one beside it.
fn around(side: &Side, fact: &Fact) -> Around {
    let near = |commas| Around {
        before: before(side, fact.tokens.0, commas),
        behind: behind(side, fact.tokens.1, commas),
    };
    let own = near(0);
    if own.all().next().is_some() { own } else { near(1) }
}

fn before(side: &Side, to: usize, commas: usize) -> Vec<usize> {
    let mut passed = 0;
    let open = |at: &usize| {
        passed += usize::from(breaks(side, *at));
        passed <= commas
    };
    (0..to).rev().take_while(open).filter(|at| tells(side, *at)).take(BEFORE).collect()
}

fn behind(side: &Side, from: usize, commas: usize) -> Vec<usize> {
    let mut passed = 0;
    let open = |at: &usize| {
        passed += usize::from(*at > 0 && breaks(side, *at - 1));
        passed <= commas && !PREPOSITIONS.contains(&side.tokens[*at].folded.as_str())
    };
    (from..side.tokens.len()).take_while(open).filter(|at| tells(side, *at)).take(BEHIND).collect()
}

/// Words behind which something else than the act is told.
const PREPOSITIONS: &[&str] = &[
    "of", "in", "on", "at", "by", "for", "with", "from", "as", "into", "about", "over", "under", "through",
    "during", "after", "before", "against", "that", "which", "who", "when", "where", "while", "because",
    "since", "until", "than",
];

/// A mark that parts clauses stands right behind the word.
fn breaks(side: &Side, at: usize) -> bool {
    let to = side.tokens.get(at + 1).map_or(side.text.len(), |next| next.span.start);
    side.text[side.tokens[at].span.end..to]
        .contains([',', ';', ':', '—', '–', '(', ')', '“', '”', '"', '?', '!'])
}

/// A word of the clause itself: no small word, number, name, other time or part of the day.
fn tells(side: &Side, at: usize) -> bool {
    let token = &side.tokens[at];
    let fact = side.facts.iter().any(|fact| {
        [FactKind::Time, FactKind::Name, FactKind::Place].contains(&fact.kind)
            && (fact.tokens.0..fact.tokens.1).contains(&at)
    });
    !fact
        && !token.is_numeric()
        && !grammar::is_function(&token.folded)
        && !OF_TIMES.contains(&token.folded.as_str())
}

/// Words of a time that are not read as part of it.
const OF_TIMES: &[&str] = &[
    "morning",
    "noon",
    "afternoon",
    "evening",
    "night",
    "early",
    "late",
    "last",
    "next",
    "week",
    "month",
    "year",
    "shortly",
    "around",
    "today",
    "yesterday",
    "tomorrow",
    "weekend",
    "time",
];
