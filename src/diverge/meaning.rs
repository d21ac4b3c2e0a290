//! Whether the words that stand in one place of two sentences can say the same.
//!
//! ```text
//!   Police   arrested   the driver          detained: near        → nothing parts
//!   Police   released   the driver          opposed, apart, other → what the rule `predicate` looks at
//! ```
//!
//! *Near* is decided generously, from the hand-made tables and from WordNet's senses: which sense a text means is not
//! known here, and a false alarm costs more than a finding missed. The vectors of company have the last say, and only
//! after opposites and kinds have spoken: *rose* keeps the company of *fell*.

use super::word_alignment::{Slot, Tokens};
use super::{Pair, Side};
use crate::lexicon::phrases::{Phrase, loose, phrases};
use crate::lexicon::{aliases, grammar, kinds, near, opposites, vectors, wordnet};
use crate::text::Token;

/// What the words of a slot are to one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// They can say the same, or one side only says more; why.
    Near(&'static str),
    /// Two words (token of `a`, token of `b`) that cannot both be so.
    Opposed(usize, usize),
    /// Two different things of one kind.
    Apart(usize, usize, &'static str),
    /// Not near as far as the tables know.
    Other,
}

/// Longer stretches are rewordings; nobody can tell what in them answers what.
const LONGEST: usize = 8;

/// Judges the words of one slot.
pub fn meaning(pair: &Pair, slot: &Slot) -> Meaning {
    let (a, b) = (content(&pair.a, slot.a), content(&pair.b, slot.b));
    if slot.a.1 - slot.a.0 > LONGEST || slot.b.1 - slot.b.0 > LONGEST {
        return Meaning::Near("a rewording of many words");
    }
    if same_letters(pair, slot) {
        return Meaning::Near("written together or apart");
    }
    if let Some((i, j)) = opposed(pair, slot) {
        return Meaning::Opposed(i, j);
    }
    if a.is_empty() || b.is_empty() {
        return Meaning::Near("only small words are exchanged, or one side says more");
    }
    if one_expression(pair, slot) {
        return Meaning::Near("listed as expressions of one meaning");
    }
    let alone =
        |side: &Side, own: &[usize], tokens: Tokens, other: &Side, others: &[usize], there: Tokens| {
            own.iter()
                .copied()
                .filter(|i| !others.iter().any(|j| near_words((side, tokens, *i), (other, there, *j))))
                .collect::<Vec<usize>>()
        };
    let left = alone(&pair.a, &a, slot.a, &pair.b, &b, slot.b);
    let right = alone(&pair.b, &b, slot.b, &pair.a, &a, slot.a);
    match (&left[..], &right[..]) {
        ([], _) | (_, []) => Meaning::Near("near in meaning, word by word"),
        ([i], [j]) => kind_apart(&pair.a.tokens[*i], &pair.b.tokens[*j])
            .map_or(Meaning::Other, |kind| Meaning::Apart(*i, *j, kind)),
        _ => Meaning::Other,
    }
}

/// *Multi-party* and *multiparty*, *non-appropriated* and *nonappropriated*; a first part may stand outside the slot,
/// where a diff finds it in both.
pub fn same_letters(pair: &Pair, slot: &Slot) -> bool {
    let letters = |side: &Side, from: usize, to: usize| -> String {
        side.tokens[from..to]
            .iter()
            .flat_map(|token| token.folded.chars())
            .filter(|c| c.is_alphanumeric())
            .collect()
    };
    let starts = |from: usize| [from, from.saturating_sub(1)];
    starts(slot.a.0).iter().any(|i| {
        starts(slot.b.0).iter().any(|j| letters(&pair.a, *i, slot.a.1) == letters(&pair.b, *j, slot.b.1))
    })
}

/// The words of a stretch that tell something.
pub fn content(side: &Side, tokens: Tokens) -> Vec<usize> {
    (tokens.0..tokens.1).filter(|index| !grammar::is_function(&side.tokens[*index].folded)).collect()
}

/// Two words of a slot that are opposites.
fn opposed(pair: &Pair, slot: &Slot) -> Option<(usize, usize)> {
    let all = (slot.a.0..slot.a.1).flat_map(|i| (slot.b.0..slot.b.1).map(move |j| (i, j)));
    // Of two phrasal verbs (*turned down*, *took up*) the small words do not speak alone.
    let phrasal = !content(&pair.a, slot.a).is_empty() && !content(&pair.b, slot.b).is_empty();
    let small = |side: &Side, at: usize| phrasal && grammar::is_function(&side.tokens[at].folded);
    let mut all = all.filter(|(i, j)| !small(&pair.a, *i) && !small(&pair.b, *j));
    all.find(|(i, j)| are_opposed(&pair.a.tokens[*i], &pair.b.tokens[*j]))
}

fn are_opposed(x: &Token, y: &Token) -> bool {
    opposites::opposed(&x.folded, &y.folded)
        || !grammar::is_function(&x.folded)
            && !grammar::is_function(&y.folded)
            && (wordnet::opposed(&x.stem, &y.stem) || negated(&x.folded, &y.folded))
            && !near::related(&x.stem, &y.stem)
}

/// *Legally* and *illegally*, *controlled* and *uncontrolled*.
fn negated(x: &str, y: &str) -> bool {
    const PREFIXES: &[&str] = &["un", "in", "im", "il", "ir", "dis", "non", "non-", "anti-"];
    let (short, long) = if x.len() < y.len() { (x, y) } else { (y, x) };
    short.len() >= 4 && PREFIXES.iter().any(|prefix| long.strip_prefix(prefix) == Some(short))
}

/// Both sides use an expression of one set in this place: *stepped down*, *resigned*.
pub fn one_expression(pair: &Pair, slot: &Slot) -> bool {
    let meet = |list: fn(&str, &[Token]) -> Vec<Phrase>| {
        let (a, b) = (expressions(list, &pair.a, slot.a), expressions(list, &pair.b, slot.b));
        a.iter().any(|x| b.iter().any(|y| x.set == y.set))
    };
    meet(phrases) || meet(loose)
}

/// Words of an expression that may stand outside the slot, since both sides have them.
const AROUND: usize = 3;

fn expressions(list: fn(&str, &[Token]) -> Vec<Phrase>, side: &Side, tokens: Tokens) -> Vec<Phrase> {
    let from = tokens.0.saturating_sub(AROUND);
    let to = (tokens.1 + AROUND).min(side.tokens.len());
    let within = |phrase: &Phrase| from + phrase.tokens.0 < tokens.1 && tokens.0 < from + phrase.tokens.1;
    list(side.text, &side.tokens[from..to]).into_iter().filter(within).collect()
}

type Word<'a> = (&'a Side<'a>, Tokens, usize);

fn near_words(x: Word, y: Word) -> bool {
    let (one, other) = (&x.0.tokens[x.2], &y.0.tokens[y.2]);
    if kinds::apart(&one.stem, &other.stem).is_some() {
        return false;
    }
    near_tokens(one, other)
        || opposites::allied(&one.folded, &other.folded)
        || general(x)
        || general(y)
        || keys(x).iter().any(|p| keys(y).iter().any(|q| near::related(p, q) || wordnet::near(p, q)))
        || in_company(one, other)
}

/// Company so close is mostly meaning (*smog*, *pollution*), where the two are neither opposed nor two things of one
/// kind, which keep each other's company too.
const COMPANY: f64 = 0.55;

fn in_company(x: &Token, y: &Token) -> bool {
    let likeness = vectors::vector(&x.stem).zip(vectors::vector(&y.stem)).map(|(x, y)| x.likeness(y));
    likeness.is_some_and(|likeness| likeness >= COMPANY) && !wordnet::apart(&x.stem, &y.stem)
}

/// A general noun that is all its side says: *accident*, not *takes place*.
fn general((side, tokens, at): Word) -> bool {
    grammar::is_general(&side.tokens[at].folded) && content(side, tokens).len() == 1
}

/// A word by itself, and with the small word behind it: *carried*, *carried out*.
fn keys((side, tokens, at): Word) -> Vec<String> {
    let stem = side.tokens[at].stem.to_string();
    match side.tokens.get(at + 1).filter(|next| at + 1 < tokens.1 && grammar::is_function(&next.folded)) {
        Some(next) => vec![format!("{stem} {}", next.stem), stem],
        None => vec![stem],
    }
}

/// Whether the words of one stretch stand in the other, but for spelling and other names of one thing.
pub fn written_alike(pair: &Pair, slot: &Slot) -> bool {
    let (a, b) = (content(&pair.a, slot.a), content(&pair.b, slot.b));
    let found = |i: &usize, others: &[usize], swap: bool| {
        others.iter().any(|j| match swap {
            false => alike(&pair.a.tokens[*i], &pair.b.tokens[*j]),
            true => alike(&pair.a.tokens[*j], &pair.b.tokens[*i]),
        })
    };
    !a.is_empty()
        && !b.is_empty()
        && (a.iter().all(|i| found(i, &b, false)) || b.iter().all(|j| found(j, &a, true)))
}

/// Whether two words can say the same, wherever they stand.
pub fn near_tokens(x: &Token, y: &Token) -> bool {
    alike(x, y) || near::related(&x.stem, &y.stem) || wordnet::near(&x.stem, &y.stem)
}

/// Forms, spellings and names of one thing.
fn alike(x: &Token, y: &Token) -> bool {
    x.stem == y.stem
        || aliases::same_place(&x.folded, &y.folded)
        || x.folded.replace('-', "") == y.folded.replace('-', "")
        || spelt_alike(&x.folded, &y.folded)
}

/// *Fuelling* and *fueling*, *protest* and *protesters*; not *mine* and *mineral*.
fn spelt_alike(x: &str, y: &str) -> bool {
    let shared = x.chars().zip(y.chars()).take_while(|(p, q)| p == q).count();
    let (short, long) = (x.chars().count().min(y.chars().count()), x.chars().count().max(y.chars().count()));
    short >= 5 && (shared >= 5 && shared * 10 >= long * 7 && long - shared <= 3)
        || short >= 6 && strsim::levenshtein(x, y) <= 1
}

fn kind_apart(x: &Token, y: &Token) -> Option<&'static str> {
    kinds::apart(&x.stem, &y.stem)
        .or_else(|| wordnet::apart(&x.stem, &y.stem).then_some("two things of one kind"))
}
