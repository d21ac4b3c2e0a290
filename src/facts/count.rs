//! One thing counted or measured, with two numbers.
//!
//! The slot of a number is what it measures, what it counts (head noun), what happened to those counted (killed, hurt,
//! arrested …), and the telling words around it. Numbers of one slot in two documents disagree where they cannot both
//! hold and no guard speaks against it.

use std::collections::{BTreeMap, BTreeSet};

use super::guard::{self, Given};
use super::{Disagreement, Event, Place, Reading};
use crate::lexicon::{frequency, near};
use crate::model::{DivergenceKind, FactKind, Measure, Quantity, Reading as Read, Time};

/// Words on either side of a number that may tell its slot.
const WINDOW: usize = 8;
/// A word that more than a few sentences in a thousand hold tells nothing (nats).
const TELLING: f64 = 4.0;
/// Numbers of one thing are compared up to this many, each with each.
const MOST: usize = 1000;

/// A number with everything that tells what it is a number of.
struct Count<'a> {
    place: Place,
    document: usize,
    outlet: usize,
    value: &'a str,
    quantity: &'a Quantity,
    /// What happened to those counted.
    fates: BTreeSet<&'static str>,
    /// Stems of the telling words around, without those of the number itself.
    around: BTreeSet<&'a str>,
    /// Capitalised words directly before: whose age.
    owner: BTreeSet<&'a str>,
    /// The years, months and days that its sentence names.
    dates: BTreeSet<(Option<i16>, Option<i8>)>,
}

pub(super) fn compare(event: &Event) -> Vec<Disagreement> {
    let given = Given::new(event.mentions);
    let mut by_slot: BTreeMap<Slot, Vec<Count>> = BTreeMap::new();
    for count in counts(event) {
        by_slot.entry(slot(&count)).or_default().push(count);
    }
    let groups = by_slot.into_iter().filter(|(_, counts)| counts.len() <= MOST);
    groups.flat_map(|((_, noun, _), counts)| of_slot(event, &noun, &counts, &given)).collect()
}

/// What numbers must have in common to be compared at all: the measure, the noun counted (people being one noun), and
/// what happened to those counted.
type Slot = (Measure, String, BTreeSet<&'static str>);

fn slot(count: &Count) -> Slot {
    let measure = match count.quantity.measure {
        Measure::Score(_) => Measure::Score(0),
        other => other,
    };
    let noun = match count.quantity.counted.last() {
        Some(noun) if PEOPLE.contains(&noun.as_str()) => "people".to_owned(),
        Some(noun) => noun.clone(),
        None => String::new(),
    };
    (measure, noun, count.fates.clone())
}

/// The numbers of one slot, each with each; those that give the same two values are one disagreement.
fn of_slot(event: &Event, noun: &str, counts: &[Count], given: &Given) -> Vec<Disagreement> {
    let mut found: BTreeMap<(&str, &str), [BTreeSet<Place>; 2]> = BTreeMap::new();
    for (at, x) in counts.iter().enumerate() {
        for y in counts[at + 1..].iter().filter(|y| disagree(x, y, given)) {
            let (x, y) = if x.value <= y.value { (x, y) } else { (y, x) };
            let [a, b] = found.entry((x.value, y.value)).or_default();
            a.insert(x.place);
            b.insert(y.place);
        }
    }
    let one = |((x, y), [a, b]): ((&str, &str), [BTreeSet<Place>; 2])| {
        let about = a.first().map(|place| written(event, place, noun)).unwrap_or_default();
        disagreement(about, (x.to_owned(), a), (y.to_owned(), b))
    };
    found.into_iter().map(one).collect()
}

/// The noun as a mention writes it, from its stem.
fn written(event: &Event, place: &Place, noun: &str) -> String {
    let tokens = event.tokens[place.mention].iter();
    let found = tokens.filter(|token| token.stem == noun).map(|token| token.folded.to_string()).min();
    found.unwrap_or_else(|| if noun == "people" { noun.to_owned() } else { String::new() })
}

fn disagreement(about: String, a: (String, BTreeSet<Place>), b: (String, BTreeSet<Place>)) -> Disagreement {
    let reading =
        |(value, places): (String, BTreeSet<Place>)| Reading { value, places: places.into_iter().collect() };
    Disagreement { kind: DivergenceKind::Number, about, confidence: 0.7, a: reading(a), b: reading(b) }
}

/// Stems of words for people that news exchanges when it counts them.
const PEOPLE: &[&str] =
    &["peopl", "person", "man", "men", "woman", "women", "other", "victim", "civilian", "individu", "dead"];

/// What may happen to those counted, and the stems that say so.
const FATES: &[(&str, &[&str])] = &[
    ("killed", &["kill", "dead", "die", "death", "died", "fatal", "slain", "toll", "murder"]),
    ("hurt", &["hurt", "injur", "wound", "injuri"]),
    ("missing", &["miss", "unaccount"]),
    ("arrested", &["arrest", "detain", "custodi", "apprehend"]),
    ("rescued", &["rescu", "surviv", "save"]),
    ("displaced", &["displac", "evacu", "homeless", "flee", "fled"]),
    ("charged", &["charg", "indict", "accus"]),
    ("convicted", &["convict", "guilti", "sentenc"]),
    ("infected", &["infect", "sick", "ill", "case"]),
];

fn counts<'a>(event: &Event<'a>) -> Vec<Count<'a>> {
    let mut all = Vec::new();
    for (at, mention) in event.mentions.iter().enumerate() {
        if guard::is_table(mention) {
            continue;
        }
        for fact in mention.facts.iter().filter(|fact| fact.kind == FactKind::Number) {
            let quantity =
                guard::quantity(fact).filter(|one| guard::is_quantity(event.text(at), fact.span, one));
            all.extend(
                quantity.map(|quantity| {
                    count(event, at, (fact.span, fact.tokens, fact.value.as_str()), quantity)
                }),
            );
        }
    }
    all
}

type Number<'a> = (crate::model::Span, (usize, usize), &'a str);

fn count<'a>(
    event: &Event<'a>,
    at: usize,
    (span, own, value): Number<'a>,
    quantity: &'a Quantity,
) -> Count<'a> {
    let (mention, text, tokens) = (&event.mentions[at], event.text(at), &event.tokens[at]);
    let from = own.0.saturating_sub(WINDOW);
    let to = (own.1 + WINDOW).min(tokens.len());
    let outside = (from..to).filter(|index| !(own.0..own.1).contains(index));
    let around = outside.map(|index| &tokens[index]).filter(|token| {
        !token.is_numeric()
            && !quantity.counted.contains(&token.stem.to_string())
            && frequency::weight(&token.stem) >= TELLING
    });
    // What happened stands near: another number begins another count.
    let stop =
        (own.1..to.min(own.1 + 5)).find(|&index| tokens[index].is_numeric()).unwrap_or(to.min(own.1 + 5));
    let near = tokens[own.0.saturating_sub(4)..stop].iter().map(|token| token.stem.as_str());
    let near: BTreeSet<&str> = near.collect();
    let fates = FATES.iter().filter(|(_, stems)| stems.iter().any(|stem| near.contains(stem)));
    let owner = tokens[own.0.saturating_sub(3)..own.0].iter().filter(|token| token.is_capitalised(text));
    let dates = mention.facts.iter().filter_map(|fact| match &fact.reading {
        Read::Time(Time::Date(date)) => Some((date.year, date.month)),
        _ => None,
    });
    Count {
        place: Place { mention: at, span },
        document: mention.document,
        outlet: mention.outlet,
        value,
        quantity,
        fates: fates.map(|(fate, _)| *fate).collect(),
        around: around.map(|token| token.stem.as_str()).collect(),
        owner: owner.map(|token| token.stem.as_str()).collect(),
        dates: dates.collect(),
    }
}

fn disagree(x: &Count, y: &Count, given: &Given) -> bool {
    x.outlet != y.outlet
        && guard::conflict(x.quantity, y.quantity)
        && same_slot(x, y)
        && !given.both_numbers((x.document, x.quantity), (y.document, y.quantity))
        && (x.dates.is_empty() || y.dates.is_empty() || x.dates.intersection(&y.dates).next().is_some())
}

fn same_slot(x: &Count, y: &Count) -> bool {
    let shared = x.around.iter().filter(|one| y.around.iter().any(|other| near::related(one, other))).count();
    let fewer = x.around.len().min(y.around.len()).max(1);
    match x.quantity.measure {
        Measure::Age => x.owner.intersection(&y.owner).next().is_some(),
        Measure::Count if !x.quantity.counted.is_empty() && !x.fates.is_empty() => shared >= 2,
        Measure::Count if !x.quantity.counted.is_empty() => shared >= 3 && 2 * shared >= fewer,
        Measure::Ordinal | Measure::Score(_) => false,
        _ => shared >= 3 && 2 * shared >= fewer,
    }
}
