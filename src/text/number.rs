//! Reading one number: digits, words, multipliers. What it counts or measures is read elsewhere.

use std::collections::HashSet;
use std::sync::LazyLock;

use foldhash::fast::RandomState;

use super::Token;
use crate::lexicon::numerals::{MULTIPLIERS, ONES, TENS};

/// A number as written, before anything around it is looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Value {
    pub value: f64,
    /// Half of the last place written: `1.2 million` is good to 50,000, `6,000` to a few per cent.
    pub slack: f64,
    /// The last place written: 0.1 for `1.2`, 1 for `12`.
    pub place: f64,
    /// First token behind it.
    pub end: usize,
    pub ordinal: bool,
    /// Letters that follow the digits in the same word: `km`, `m`.
    pub suffix: Option<&'static str>,
}

/// Round numbers may be rounded by this much, no more.
const ROUNDING: f64 = 0.03;

const FRACTIONS: &[(&str, f64)] = &[("half", 0.5), ("third", 1.0 / 3.0), ("quarter", 0.25), ("fifth", 0.2)];
const ORDINALS: &[(&str, f64)] = &[
    ("first", 1.0),
    ("second", 2.0),
    ("third", 3.0),
    ("fourth", 4.0),
    ("fifth", 5.0),
    ("sixth", 6.0),
    ("seventh", 7.0),
    ("eighth", 8.0),
    ("ninth", 9.0),
    ("tenth", 10.0),
    ("eleventh", 11.0),
    ("twelfth", 12.0),
];
const SUFFIXES: &[&str] =
    &["bn", "mn", "tn", "m", "k", "km", "kg", "g", "cm", "mph", "ft", "lb", "lbs", "p", "c", "f"];

/// The number that begins at token `at`.
pub fn value(text: &str, tokens: &[Token], at: usize) -> Option<Value> {
    let token = tokens.get(at)?;
    match token.is_numeric() {
        true => digits(text, tokens, at),
        false if BEGINS.contains(token.folded.as_str()) => spelt(text, tokens, at),
        false => None,
    }
}

/// The words that a spelt number begins with: this is asked of every word.
static BEGINS: LazyLock<HashSet<&str, RandomState>> = LazyLock::new(|| {
    let lists = [FRACTIONS, ORDINALS, ONES, TENS].into_iter().flatten();
    lists.map(|(word, _)| *word).chain(["a", "an"]).collect()
});

fn digits(text: &str, tokens: &[Token], at: usize) -> Option<Value> {
    let word = &tokens[at].folded;
    let split = word.find(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.')).unwrap_or(word.len());
    let (number, rest) = word.split_at(split);
    let plain = plain(number);
    let value: f64 = plain.parse().ok()?;
    let ordinal = matches!(rest, "st" | "nd" | "rd" | "th");
    let suffix = SUFFIXES.iter().copied().find(|suffix| *suffix == rest);
    if !rest.is_empty() && suffix.is_none() && !ordinal {
        return None;
    }
    let place = last_place(&plain);
    let (factor, end) = multiplier(text, tokens, at + 1, suffix);
    let rounded = if factor > 1.0 { place / 2.0 } else { rounding(value) };
    Some(Value {
        value: value * factor,
        slack: rounded * factor,
        place: place * factor,
        end,
        ordinal,
        suffix: suffix.filter(|_| factor == 1.0),
    })
}

/// Without the marks of thousands; `1,2` has a decimal comma.
fn plain(number: &str) -> String {
    let number = number.trim_end_matches(['.', ',']);
    match number.rsplit_once(',') {
        Some((whole, rest)) if rest.len() < 3 && !whole.contains([',', '.']) && !rest.contains('.') => {
            format!("{whole}.{rest}")
        }
        _ => number.replace(',', ""),
    }
}

/// 0.1 for `1.2`, 1 for `12`.
fn last_place(plain: &str) -> f64 {
    match plain.split_once('.') {
        Some((_, decimals)) => 10_f64.powi(-(decimals.len().min(9) as i32)),
        None => 1.0,
    }
}

/// How far a full number may have been rounded: by its closing zeros, and little.
fn rounding(value: f64) -> f64 {
    if value < 100.0 || value.fract() != 0.0 {
        return 0.0;
    }
    let mut place = 1.0;
    while place < value && value % (place * 10.0) == 0.0 {
        place *= 10.0;
    }
    if place < 100.0 { 0.0 } else { (place / 2.0).min(value * ROUNDING) }
}

/// `million` behind a number, or in its suffix: the factor and the first token behind.
fn multiplier(text: &str, tokens: &[Token], at: usize, suffix: Option<&str>) -> (f64, usize) {
    let of = |name: &str| MULTIPLIERS.iter().find(|(word, _)| *word == name).map(|(_, factor)| *factor);
    if let Some(factor) = suffix.filter(|suffix| ["bn", "mn", "tn", "k"].contains(suffix)).and_then(of) {
        return (factor, at);
    }
    let money = at > 0 && currency_before(text, tokens, at - 1).is_some();
    if let Some(factor) = suffix.filter(|suffix| *suffix == "m" && money).and_then(of) {
        return (factor, at);
    }
    let next = tokens.get(at).map(|token| token.folded.trim_end_matches('s'));
    match next.filter(|next| next.len() > 1 && adjacent(text, tokens, at - 1)).and_then(of) {
        Some(factor) => {
            let (more, end) = multiplier(text, tokens, at + 1, None);
            (factor * more, end)
        }
        None => (1.0, at),
    }
}

/// `twenty-one`, `two hundred and five`, `two dozen`, `half a million`, `third` (an ordinal).
fn spelt(text: &str, tokens: &[Token], at: usize) -> Option<Value> {
    let word = |index: usize| tokens.get(index).map(|token| token.folded.as_str()).unwrap_or_default();
    let find = |list: &[(&str, f64)], name: &str| {
        list.iter().find(|(word, _)| *word == name).map(|(_, value)| *value)
    };
    if let Some(value) = find(FRACTIONS, word(at))
        .filter(|_| at > 0 && ["a", "one"].contains(&word(at - 1)) || word(at) == "half")
    {
        let skip = usize::from(word(at + 1) == "a");
        let (factor, end) = multiplier(text, tokens, at + 1 + skip, None);
        let end = if factor > 1.0 { end } else { at + 1 };
        return Some(Value {
            value: value * factor,
            slack: value * factor * 0.02,
            place: 1.0,
            end,
            ordinal: false,
            suffix: None,
        });
    }
    if let Some(value) = find(ORDINALS, word(at)) {
        return Some(Value { value, slack: 0.0, place: 1.0, end: at + 1, ordinal: true, suffix: None });
    }
    let (mut total, mut part, mut end) = (0.0, None::<f64>, at);
    let article =
        ["a", "an"].contains(&word(at)) && find(MULTIPLIERS, word(at + 1)).is_some_and(|factor| factor > 1.0);
    if article && word(at + 1).len() > 1 {
        (part, end) = (Some(1.0), at + 1);
    }
    let mut ordinal = false;
    loop {
        let name = word(end);
        let glued = end == at || adjacent(text, tokens, end - 1);
        if !glued {
            break;
        }
        if let Some(ten) = find(TENS, name).filter(|_| part.is_none_or(|part| part >= 100.0)) {
            part = Some(part.unwrap_or(0.0) + ten);
        } else if let Some(last) = find(ORDINALS, name).filter(|last| {
            *last < 10.0 && part.is_some_and(|part| part % 100.0 >= 20.0 && part % 10.0 == 0.0)
        }) {
            // "twenty-first" ends here.
            (part, ordinal, end) = (Some(part.unwrap_or(0.0) + last), true, end + 1);
            break;
        } else if let Some(one) =
            find(ONES, name).filter(|_| part.is_none_or(|part| part >= 20.0 && part % 10.0 == 0.0))
        {
            part = Some(part.unwrap_or(0.0) + one);
        } else if let Some(factor) =
            find(MULTIPLIERS, name.trim_end_matches('s')).filter(|_| part.is_some() && name.len() > 2)
        {
            let scaled = part.unwrap_or(1.0) * factor;
            if factor >= 1000.0 { (total, part) = (total + scaled, Some(0.0)) } else { part = Some(scaled) }
        } else if !(name == "and"
            && part.is_some_and(|part| part >= 100.0)
            && find(ONES, word(end + 1)).or(find(TENS, word(end + 1))).is_some())
        {
            break;
        }
        end += 1;
    }
    let value = total + part?;
    let slack = if word(end - 1).starts_with("dozen") { value * 0.05 } else { rounding(value) };
    Some(Value { value, slack, place: 1.0, end, ordinal, suffix: None })
}

/// The currency whose sign stands right before the token.
pub fn currency_before(text: &str, tokens: &[Token], at: usize) -> Option<&'static str> {
    text[..tokens[at].span.start].chars().next_back().and_then(currency)
}

pub fn currency(sign: char) -> Option<&'static str> {
    match sign {
        '$' => Some("USD"),
        '£' => Some("GBP"),
        '€' => Some("EUR"),
        '¥' => Some("JPY"),
        '₹' => Some("INR"),
        '₽' => Some("RUB"),
        _ => None,
    }
}

/// Nothing but a space or a hyphen between a token and the next.
pub fn adjacent(text: &str, tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|next| {
        let gap = &text[tokens[at].span.end..next.span.start];
        gap.chars().all(|c| c.is_whitespace() || c == '-')
    })
}
