//! Numbers, with their bounds and with what they measure or count.

mod bound;
mod counted;
mod many;

use super::extract::{Extractor, Words};
use crate::model::{Bound, Fact, FactKind, Measure, Quantity, Reading};
use crate::part::Part;
use crate::text::number::{self, Value, currency};

use bound::{bound, in_words, reach};

pub struct Numbers;

impl Part for Numbers {
    fn name(&self) -> &'static str {
        "number"
    }

    fn about(&self) -> &'static str {
        "Numbers in figures and words, with bounds, units and what they count"
    }
}

impl Extractor for Numbers {
    fn extract(&self, words: &Words, facts: &mut Vec<Fact>) {
        let taken =
            |facts: &[Fact], at: usize| facts.iter().any(|fact| fact.tokens.0 <= at && at < fact.tokens.1);
        let mut at = 0;
        while at < words.tokens.len() {
            let found = if taken(facts, at) { None } else { number(words, at) };
            match found {
                Some(fact) if !(fact.tokens.0..fact.tokens.1).any(|token| taken(facts, token)) => {
                    at = fact.tokens.1;
                    facts.push(fact);
                }
                Some(_) | None => at += 1,
            }
        }
    }
}

fn number(words: &Words, at: usize) -> Option<Fact> {
    if let Some(fact) = many::many(words, at) {
        return Some(fact);
    }
    let value = value(words, at)?;
    if is_label(words, at) || is_telephone(words, at) || is_pronoun(words, at, &value) {
        return None;
    }
    if let Some(fact) = score(words, at, &value).or_else(|| range(words, at, &value)) {
        return Some(fact);
    }
    let (measure, factor, end) = measure(words, at, &value);
    let value = rounded(value, measure);
    let (bound, start) = bound(words, at, end);
    let (low, high) = reach(value, bound);
    let scale = |number: f64| converted(measure, number, factor);
    let quantity = Quantity {
        value: scale(value.value),
        low: scale(low),
        high: scale(high),
        bound,
        measure,
        counted: counted::counted(words, end, measure),
    };
    let shown = format!("{}{}", in_words(bound), shown(value.value, measure, words, value.end, end));
    Some(fact(words, (start, end), shown, quantity))
}

/// Shares and degrees are mostly rounded: `61%` is said of 61.4.
fn rounded(value: Value, measure: Measure) -> Value {
    match measure {
        Measure::Percent | Measure::Temperature => {
            Value { slack: value.slack.max(value.place / 2.0), ..value }
        }
        Measure::Count
        | Measure::Money(_)
        | Measure::Length
        | Measure::Mass
        | Measure::Volume
        | Measure::Age
        | Measure::Ordinal
        | Measure::Score(_) => value,
    }
}

fn fact(words: &Words, tokens: (usize, usize), value: String, quantity: Quantity) -> Fact {
    let mut span = words.tokens[tokens.0].span.joined(words.tokens[tokens.1 - 1].span);
    // The sign of a currency or a per cent belongs to the number.
    let before = words.text[..span.start].chars().next_back().filter(|c| currency(*c).is_some());
    span.start -= before.map_or(0, char::len_utf8);
    span.end += usize::from(words.text[span.end..].starts_with('%'));
    Fact { kind: FactKind::Number, span, tokens, value, reading: Reading::Number(quantity) }
}

/// *Boeing 737*, *Route 66*, *No. 10*, *Chapter 11*, *COVID-19*: a name, not a number.
fn is_label(words: &Words, at: usize) -> bool {
    const LABELS: &[&str] = &[
        "no",
        "flight",
        "route",
        "highway",
        "interstate",
        "chapter",
        "article",
        "section",
        "page",
        "channel",
        "group",
        "room",
        "gate",
        "platform",
        "boeing",
        "airbus",
        "covid",
        "unit",
        "pier",
        "warehouse",
        "version",
        "windows",
        "us",
        "title",
        "amendment",
        "proposition",
        "prop",
        "phase",
        "type",
        "class",
        "grade",
        "district",
        "ward",
        "precinct",
    ];
    if at == 0 || !words.tokens[at].is_numeric() {
        return one_in(words, at);
    }
    let before = &words.tokens[at - 1];
    let joined = words.text[before.span.end..words.tokens[at].span.start]
        .chars()
        .all(|c| c == ' ' || c == '-' || c == '.');
    let label = before.is_capitalised(words.text) || before.folded == "no";
    let hyphen = words.text[before.span.end..].starts_with('-') && !before.is_numeric();
    joined && (label && LABELS.contains(&before.folded.as_str()) || hyphen)
}

/// The second number of *one in three*: a share, not three of anything.
fn one_in(words: &Words, at: usize) -> bool {
    let word = |back: usize| at.checked_sub(back).map_or("", |index| words.tokens[index].folded.as_str());
    word(1) == "in" && word(2) == "one"
}

/// The parts of a telephone number: figures joined by a hyphen, the later ones with a leading zero or four long.
fn is_telephone(words: &Words, at: usize) -> bool {
    let token = |index: usize| words.tokens.get(index).filter(|token| token.is_numeric());
    let joined = |left: usize| match (token(left), token(left + 1)) {
        (Some(x), Some(y)) => {
            words.text[x.span.end..y.span.start] == *"-" && x.span.len() == 3 && y.span.len() == 4
        }
        _ => false,
    };
    joined(at) || at > 0 && joined(at - 1)
}

/// *One of them*, *no one*: a word that is a number only by its looks; *second* is mostly a time.
fn is_pronoun(words: &Words, at: usize, value: &Value) -> bool {
    let word = |index: usize| words.tokens.get(index).map(|token| token.folded.as_str()).unwrap_or_default();
    if words.tokens[at].is_numeric() || value.end != at + 1 {
        return false;
    }
    let next = word(at + 1);
    let ends = next.is_empty() || !adjacent(words, at);
    match word(at) {
        "one" => {
            ends || ["of", "another", "who", "that", "is", "was", "can", "has", "in", "would", "day", "thing"]
                .contains(&next)
                || at > 0
                    && ["no", "any", "every", "each", "the", "this", "that", "only"].contains(&word(at - 1))
        }
        "half" => ends && next != "of" || at > 0 && word(at - 1) == "at",
        "second" | "third" | "first" => ends || at == 0 || word(at - 1) == "at",
        _ => false,
    }
}

/// `7-4` and `seven votes to four`.
fn score(words: &Words, at: usize, first: &Value) -> Option<Fact> {
    let next = words.tokens.get(first.end)?;
    let mark = &words.text[words.tokens[first.end - 1].span.end..next.span.start];
    let whole = |number: f64| number.fract() == 0.0 && (0.0..1000.0).contains(&number);
    let votes =
        next.folded == "votes" && words.tokens.get(first.end + 1).is_some_and(|token| token.folded == "to");
    let second_at = match mark {
        "-" | "–" => first.end,
        _ if votes => first.end + 2,
        _ => return None,
    };
    let second = value(words, second_at).filter(|second| !second.ordinal && second.end == second_at + 1)?;
    let is_score = votes || first.value >= second.value || is_vote(words, at);
    if !is_score || !whole(first.value) || !whole(second.value) || first.ordinal {
        return None;
    }
    if words.text[words.tokens[second_at].span.end..].starts_with('-') {
        return None;
    }
    let quantity = Quantity {
        value: first.value,
        low: first.value,
        high: first.value,
        bound: Bound::Exact,
        measure: Measure::Score(second.value as u32),
        counted: Vec::new(),
    };
    Some(fact(words, (at, second.end), format!("{}-{}", first.value, second.value), quantity))
}

fn is_vote(words: &Words, at: usize) -> bool {
    let before = words.tokens[at.saturating_sub(3)..at].iter();
    before
        .map(|token| token.stem.as_str())
        .any(|stem| ["vote", "voted", "ruled", "rule", "lost", "won", "beat"].contains(&stem))
}

/// `10 to 12`, `between 10 and 12`, `10-12 people`.
fn range(words: &Words, at: usize, first: &Value) -> Option<Fact> {
    let next = words.tokens.get(first.end)?;
    let mark = &words.text[words.tokens[first.end - 1].span.end..next.span.start];
    let between = at > 0 && words.tokens[at - 1].folded == "between" && next.folded == "and";
    let second_at = match mark {
        "-" | "–" => first.end,
        " " if next.folded == "to" || between => first.end + 1,
        _ => return None,
    };
    let second = value(words, second_at)?;
    let (measure, factor, end) = measure(words, second_at, &second);
    // "3 to 5 million": the multiplier stands once.
    let low = if first.value * 1000.0 <= second.value { first.value * 1e6 } else { first.value };
    if low >= second.value || first.ordinal || second.ordinal {
        return None;
    }
    let scale = |number: f64| converted(measure, number, factor);
    let quantity = Quantity {
        value: scale(second.value),
        low: scale(low),
        high: scale(second.value),
        bound: Bound::Between,
        measure,
        counted: counted::counted(words, end, measure),
    };
    let text = format!("{} to {}", plain(low), shown(second.value, measure, words, second.end, end));
    Some(fact(words, (at, end), text, quantity))
}

/// What is measured, the factor to its base unit, and the first token behind.
fn measure(words: &Words, at: usize, value: &Value) -> (Measure, f64, usize) {
    let end = value.end;
    if value.ordinal {
        return (Measure::Ordinal, 1.0, end);
    }
    if let Some(code) = currency_before(words, at) {
        return (Measure::Money(code), 1.0, end);
    }
    let after = &words.text[words.tokens[end - 1].span.end..];
    if after.starts_with('%') {
        return (Measure::Percent, 1.0, end);
    }
    if let Some(scale) = after.strip_prefix('°') {
        let letter = scale.trim_start().starts_with(['C', 'F']);
        let factor = if scale.trim_start().starts_with('F') { 0.0 } else { 1.0 };
        return (Measure::Temperature, factor, end + usize::from(letter));
    }
    let word = |index: usize| words.tokens.get(index).map(|token| token.folded.as_str()).unwrap_or_default();
    if value.suffix.is_none() && !adjacent(words, end - 1) {
        return (Measure::Count, 1.0, end);
    }
    let name = value.suffix.unwrap_or_else(|| word(end));
    let past = end + usize::from(value.suffix.is_none());
    match name {
        "percent" | "pct" => (Measure::Percent, 1.0, past),
        "per" if word(end + 1) == "cent" => (Measure::Percent, 1.0, end + 2),
        "percentage" if word(end + 1).starts_with("point") => (Measure::Percent, 1.0, end + 2),
        "degree" | "degrees" => {
            let scale = word(end + 1);
            let named = ["celsius", "fahrenheit", "c", "f"].contains(&scale);
            let factor = if scale.starts_with('f') { 0.0 } else { 1.0 };
            (Measure::Temperature, factor, end + 1 + usize::from(named))
        }
        "year" | "years" if word(end + 1) == "old" => (Measure::Age, 1.0, end + 2),
        _ => unit(name).map_or((Measure::Count, 1.0, end), |(measure, factor)| (measure, factor, past)),
    }
}

/// Units with their factor to the base unit; temperatures convert by their own rule.
fn unit(name: &str) -> Option<(Measure, f64)> {
    let found = match name {
        "dollar" | "dollars" => (Measure::Money("USD"), 1.0),
        "cent" | "cents" => (Measure::Money("USD"), 0.01),
        "euro" | "euros" => (Measure::Money("EUR"), 1.0),
        "pounds" | "lb" | "lbs" => (Measure::Mass, 0.4536),
        "yen" => (Measure::Money("JPY"), 1.0),
        "rupees" => (Measure::Money("INR"), 1.0),
        "km" | "kilometer" | "kilometers" | "kilometre" | "kilometres" => (Measure::Length, 1000.0),
        "mile" | "miles" => (Measure::Length, 1609.344),
        "meter" | "meters" | "metre" | "metres" => (Measure::Length, 1.0),
        "cm" | "centimeter" | "centimeters" | "centimetre" | "centimetres" => (Measure::Length, 0.01),
        "foot" | "feet" | "ft" => (Measure::Length, 0.3048),
        "inch" | "inches" => (Measure::Length, 0.0254),
        "yard" | "yards" => (Measure::Length, 0.9144),
        "g" | "gram" | "grams" => (Measure::Mass, 0.001),
        "kg" | "kilogram" | "kilograms" | "kilo" | "kilos" => (Measure::Mass, 1.0),
        "ton" | "tons" | "tonne" | "tonnes" => (Measure::Mass, 1000.0),
        "liter" | "liters" | "litre" | "litres" => (Measure::Volume, 1.0),
        "gallon" | "gallons" => (Measure::Volume, 3.785),
        "celsius" | "c" => (Measure::Temperature, 1.0),
        "fahrenheit" | "f" => (Measure::Temperature, 0.0),
        _ => return None,
    };
    Some(found)
}

fn converted(measure: Measure, number: f64, factor: f64) -> f64 {
    match measure {
        Measure::Temperature if factor == 0.0 => (number - 32.0) / 1.8,
        _ => number * factor,
    }
}

/// The number that begins at token `at`.
pub(super) fn value(words: &Words, at: usize) -> Option<Value> {
    number::value(words.text, words.tokens, at)
}

fn currency_before(words: &Words, at: usize) -> Option<&'static str> {
    number::currency_before(words.text, words.tokens, at)
}

/// Nothing but a space or a hyphen between a token and the next.
pub(super) fn adjacent(words: &Words, at: usize) -> bool {
    number::adjacent(words.text, words.tokens, at)
}

/// The number for people: figures, sign or unit.
fn shown(value: f64, measure: Measure, words: &Words, from: usize, to: usize) -> String {
    let number = plain(value);
    let unit = || -> String {
        words.tokens[from..to].iter().map(|token| format!(" {}", token.span.of(words.text))).collect()
    };
    match measure {
        Measure::Percent => format!("{number}%"),
        Measure::Money(code) => format!("{number} {code}"),
        Measure::Age => format!("{number} years old"),
        Measure::Ordinal => format!("{number}."),
        Measure::Count
        | Measure::Length
        | Measure::Mass
        | Measure::Volume
        | Measure::Temperature
        | Measure::Score(_) => number + &unit(),
    }
}

/// Figures without an exponent, with at most three decimals, thousands parted.
fn plain(value: f64) -> String {
    let rounded = (value * 1000.0).round() / 1000.0;
    let text = format!("{rounded}");
    let (whole, decimals) =
        text.split_once('.').map_or((text.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    decimals.map_or(grouped.clone(), |decimals| format!("{grouped}.{decimals}"))
}
