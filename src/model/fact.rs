//! What a sentence states in a form that can be compared: numbers, times, names, negations.

use super::Span;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FactKind {
    Number,
    Time,
    Name,
    Place,
    Polarity,
    Modality,
}

impl FactKind {
    pub fn name(self) -> &'static str {
        match self {
            FactKind::Number => "number",
            FactKind::Time => "time",
            FactKind::Name => "name",
            FactKind::Place => "place",
            FactKind::Polarity => "polarity",
            FactKind::Modality => "modality",
        }
    }
}

/// One fact, with its place and its reading.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    pub kind: FactKind,
    /// Counted from the start of the sentence or mention it was found in.
    pub span: Span,
    /// The tokens it covers, as indices, end-exclusive.
    pub tokens: (usize, usize),
    /// The reading for people: `12`, `at least 100`, `2026-03-04`, `7:45 p.m.`.
    pub value: String,
    pub reading: Reading,
}

/// The reading for comparing, one form for each kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    Number(Quantity),
    Time(Time),
    /// Folded words of a name, titles left out.
    Name(Vec<String>),
    /// A negation, and the tokens (indices) over which it reaches.
    Negation {
        scope: Vec<usize>,
    },
    /// How sure the sentence is of something, and the token (index) that says of what.
    Modality {
        certainty: Certainty,
        head: usize,
    },
}

/// How sure a sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// Said as it is.
    Plain,
    Confirmed,
    /// Left to others: *allegedly*, *reportedly*.
    Alleged,
    /// *May*, *could*.
    Possible,
    Likely,
    /// Planned, hoped, tried.
    Intended,
    /// *Will*, *is expected to*.
    Expected,
}

/// A number with its bounds and what it measures or counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The number itself, before bounds and rounding.
    pub value: f64,
    /// What the wording allows: `about 1,000` reaches from 900 to 1,100, `at least 100` has no upper end.
    pub low: f64,
    pub high: f64,
    /// How the wording bounds it.
    pub bound: Bound,
    pub measure: Measure,
    /// Stems of the words that say what is counted, in order: `people`, `serious injuri`.
    pub counted: Vec<String>,
}

/// How a wording bounds a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bound {
    Exact,
    About,
    AtLeast,
    AtMost,
    Nearly,
    /// From one number to another.
    Between,
}

/// What a number measures; numbers of different measures are never compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// Things or people.
    Count,
    Percent,
    /// Money, by ISO 4217 code; values of different currencies are not compared.
    Money(&'static str),
    /// Metres.
    Length,
    /// Kilograms.
    Mass,
    /// Litres.
    Volume,
    /// Degrees Celsius.
    Temperature,
    /// Years that somebody or something is old.
    Age,
    /// First, second, …
    Ordinal,
    /// Two numbers of a score or a vote, the second kept as well.
    Score(u32),
}

/// A time as far as the words give it.
#[derive(Clone, Debug, PartialEq)]
pub enum Time {
    Date(Date),
    /// Minutes after midnight, and how far the wording reaches on either side.
    Clock {
        minutes: u32,
        around: u32,
    },
    /// Seconds, from and to.
    Duration {
        low: f64,
        high: f64,
        bound: Bound,
    },
}

/// What is known of a date; `None` where the words leave it open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Date {
    pub year: Option<i16>,
    pub month: Option<i8>,
    pub day: Option<i8>,
    /// Monday is 1, Sunday 7.
    pub weekday: Option<i8>,
    /// The words say so themselves; otherwise year, month or day were worked out from the publication date.
    pub resolved: bool,
}
