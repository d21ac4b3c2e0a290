//! Words by their real frequency, and names that nobody bears.

use super::random::Random;

const FREQUENCY: &str = include_str!("../../data/lexicon/frequency.tsv");
const NAMES: &str = include_str!("../../data/lexicon/names.tsv");

/// The article that the table leaves out: it leaves out all single letters.
const ARTICLE: (&str, f64) = ("a", 1.45);
/// A story is about words of this rarity (nats): no function words, and none that hardly anybody knows.
const TELLING: std::ops::Range<f64> = 5.5..9.0;

/// Words of less weight are small words, as often in one text as in the next.
const SMALL: f64 = 4.5;

const HEADS: [&str; 24] = [
    "Ar", "Bel", "Cor", "Dal", "Els", "Fen", "Gar", "Hol", "Ing", "Jor", "Kel", "Lor", "Mar", "Nor", "Os",
    "Pell", "Quil", "Ros", "Sel", "Tarn", "Ulv", "Ven", "Wes", "Yar",
];
const MIDDLES: [&str; 12] = ["a", "e", "i", "o", "ande", "ebe", "ima", "ola", "uri", "anta", "ero", "isu"];
const TAILS: [&str; 16] = [
    "berg", "by", "dahl", "dottir", "gren", "holm", "kin", "land", "lund", "mark", "nes", "quist", "rud",
    "stad", "ton", "vik",
];

/// The words of the language, each with how often it is drawn.
pub struct Words {
    forms: Vec<&'static str>,
    /// Up to and with each form, in parts of the last.
    cumulative: Vec<u64>,
    /// Forms that a story can be about.
    telling: Vec<usize>,
    given: Vec<&'static str>,
}

impl Words {
    pub fn new() -> Self {
        let rows: Vec<(&str, f64)> =
            [ARTICLE].into_iter().chain(rows(FREQUENCY).filter_map(weighed)).collect();
        let mut sum = 0;
        let cumulative = rows.iter().map(|(_, weight)| {
            sum += occurrences(*weight);
            sum
        });
        let telling = |(form, weight): &(&str, f64)| TELLING.contains(weight) && form.len() >= 4;
        let given = |(kind, name)| (kind == "given").then_some(name);
        Words {
            cumulative: cumulative.collect(),
            telling: (0..rows.len()).filter(|at| telling(&rows[*at])).collect(),
            forms: rows.into_iter().map(|(form, _)| form).collect(),
            given: rows_of_names().filter_map(given).collect(),
        }
    }

    /// Any word, common ones more often; whether it tells what a text is about.
    pub fn any(&self, random: &mut Random) -> (&'static str, bool) {
        let total = self.cumulative.last().copied().unwrap_or(1);
        let drawn = random.below(total);
        let at = self.cumulative.partition_point(|up_to| *up_to <= drawn);
        let before = at.checked_sub(1).map_or(0, |before| self.cumulative[before]);
        (self.forms[at], self.cumulative[at] - before < occurrences(SMALL))
    }

    /// A word behind which a period can only end the sentence: long enough to be no short form.
    pub fn ending(&self, random: &mut Random) -> &'static str {
        loop {
            let (word, _) = self.any(random);
            if word.len() >= 5 {
                return word;
            }
        }
    }

    /// A word that a story can be about.
    pub fn telling(&self, random: &mut Random) -> &'static str {
        self.forms[random.pick(&self.telling)]
    }

    pub fn given_name(&self, random: &mut Random) -> &'static str {
        random.pick(&self.given)
    }
}

/// A surname or the name of a place.
pub fn name(random: &mut Random) -> String {
    [random.pick(&HEADS), random.pick(&MIDDLES), random.pick(&TAILS)].concat()
}

/// In a thousand million sentences of news, words that stand twice in one sentence counted as if by chance.
fn occurrences(weight: f64) -> u64 {
    (-(1.0 - (-weight).exp()).ln() * 1e9) as u64
}

fn weighed((form, weight): (&'static str, &str)) -> Option<(&'static str, f64)> {
    let plain = form.len() >= 2 && form.bytes().all(|letter| letter.is_ascii_lowercase());
    weight.parse().ok().filter(|_| plain).map(|weight| (form, weight))
}

fn rows_of_names() -> impl Iterator<Item = (&'static str, &'static str)> {
    rows(NAMES).filter(|(_, name)| name.bytes().all(|letter| letter.is_ascii_alphabetic()))
}

fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
}
