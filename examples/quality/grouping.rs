//! Ways to make claims of scored pairs, compared on the same scores: the shipped one and the usual others.

use std::collections::BTreeMap;
use std::path::Path;

use crosswire::align::{Field, Item, Scored, Scores, THRESHOLD, cluster, matching};
use crosswire::similarity;

use crate::gold::{json_lines, text};

/// Which group each mention belongs to.
pub type Partition = Vec<usize>;

/// How a method turns scores into groups.
pub struct Method {
    pub name: &'static str,
    group: fn(&Compared) -> Partition,
}

pub const METHODS: &[Method] = &[
    Method { name: "average link over the best matches, settled (shipped)", group: shipped },
    Method { name: "average link", group: |compared| agglomerate(compared, average) },
    Method { name: "complete link", group: |compared| agglomerate(compared, least) },
    Method { name: "single link (connected components)", group: |compared| agglomerate(compared, most) },
    Method { name: "correlation clustering, greedy pivots (Ailon et al. 2008)", group: pivots },
];

#[derive(Clone, Copy, Default)]
pub struct BCubed {
    precision: f64,
    recall: f64,
    mentions: usize,
}

impl BCubed {
    pub fn figures(&self) -> [f64; 3] {
        let mentions = self.mentions.max(1) as f64;
        let (precision, recall) = (self.precision / mentions, self.recall / mentions);
        [precision, recall, 2.0 * precision * recall / (precision + recall).max(1e-9)]
    }

    pub fn add_mention(&mut self, precision: f64, recall: f64) {
        self.precision += precision;
        self.recall += recall;
        self.mentions += 1;
    }

    /// Bagga & Baldwin 1998: every mention's own precision and recall.
    fn add(&mut self, made: &Partition, right: &Partition) {
        let size = |of: &Partition, group: usize| of.iter().filter(|other| **other == group).count() as f64;
        for mention in 0..made.len() {
            let both = (0..made.len())
                .filter(|other| made[*other] == made[mention] && right[*other] == right[mention])
                .count() as f64;
            self.add_mention(both / size(made, made[mention]), both / size(right, right[mention]));
        }
    }
}

impl Method {
    /// What the method makes of sentences, each somebody's.
    pub fn group(&self, items: Vec<Item>, sentences: &Vec<String>) -> Partition {
        let field = Field::new(items, sentences);
        let scores = Scores::new(&field);
        let scored = scores.above(similarity::FLOOR);
        (self.group)(&Compared { field: &field, scores: &scores, scored })
    }
}

/// Sentences and the scores of their pairs.
struct Compared<'a> {
    field: &'a Field<'a>,
    scores: &'a Scores<'a>,
    scored: Vec<Scored>,
}

impl Compared<'_> {
    fn above(&self) -> Vec<Scored> {
        self.scored.iter().filter(|pair| pair.score >= THRESHOLD).copied().collect()
    }
}

/// The answers to one question of NAnCo.
pub struct Question {
    items: Vec<Item>,
    answers: Vec<String>,
    right: Partition,
}

pub fn questions(folder: &Path) -> Vec<Question> {
    json_lines(&folder.join("nanco/dev.jsonl")).iter().map(question).collect()
}

/// B-cubed of what a method makes of the answers to every question.
pub fn answers(questions: &[Question], method: &Method) -> BCubed {
    let mut figures = BCubed::default();
    for question in questions {
        figures.add(&method.group(question.items.clone(), &question.answers), &question.right);
    }
    figures
}

fn question(row: &serde_json::Value) -> Question {
    let rows = row["answers"].as_array().map_or(&[][..], Vec::as_slice);
    Question {
        items: (0..rows.len())
            .map(|index| Item { document: index, outlet: index, language: 0, place: 0 })
            .collect(),
        answers: rows.iter().map(|answer| text(answer, "answer")).collect(),
        right: rows.iter().map(|answer| answer["cluster"].as_u64().unwrap_or_default() as usize).collect(),
    }
}

fn shipped(compared: &Compared) -> Partition {
    let items = &compared.field.items;
    let chosen = matching::choose(items, &compared.above());
    let groups = cluster::groups(items, &chosen, THRESHOLD, |a, b| compared.scores.of(a, b));
    named(items.len(), &groups.members())
}

type Linkage = fn(&[f64]) -> f64;

fn average(scores: &[f64]) -> f64 {
    scores.iter().sum::<f64>() / scores.len() as f64
}

fn least(scores: &[f64]) -> f64 {
    scores.iter().copied().fold(1.0, f64::min)
}

fn most(scores: &[f64]) -> f64 {
    scores.iter().copied().fold(0.0, f64::max)
}

/// Joins the two closest groups until none are as close as the threshold.
fn agglomerate(compared: &Compared, linkage: Linkage) -> Partition {
    let count = compared.field.len();
    let score: BTreeMap<(usize, usize), f64> =
        compared.scored.iter().map(|pair| ((pair.a, pair.b), pair.score)).collect();
    let mut groups: Vec<Vec<usize>> = (0..count).map(|mention| vec![mention]).collect();
    let between = |x: &[usize], y: &[usize]| {
        let pairs = x.iter().flat_map(|a| y.iter().map(move |b| (*a.min(b), *a.max(b))));
        linkage(&pairs.map(|pair| score.get(&pair).copied().unwrap_or(0.0)).collect::<Vec<f64>>())
    };
    loop {
        let mut best: Option<(f64, usize, usize)> = None;
        for x in 0..groups.len() {
            for y in x + 1..groups.len() {
                let closeness = between(&groups[x], &groups[y]);
                if closeness >= THRESHOLD && best.is_none_or(|best| closeness > best.0) {
                    best = Some((closeness, x, y));
                }
            }
        }
        let Some((_, x, y)) = best else { break };
        let moved = groups.remove(y);
        groups[x].extend(moved);
    }
    named(count, &groups)
}

/// The mention with most partners takes them all along, then the next of those left.
fn pivots(compared: &Compared) -> Partition {
    let count = compared.field.len();
    let mut partners: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for pair in compared.above() {
        partners.entry(pair.a).or_default().push(pair.b);
        partners.entry(pair.b).or_default().push(pair.a);
    }
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|mention| std::cmp::Reverse(partners.get(mention).map_or(0, Vec::len)));
    let mut free = vec![true; count];
    let mut groups = Vec::new();
    for pivot in order {
        if std::mem::replace(&mut free[pivot], false) {
            let mut group = vec![pivot];
            for partner in partners.get(&pivot).into_iter().flatten() {
                if std::mem::replace(&mut free[*partner], false) {
                    group.push(*partner);
                }
            }
            groups.push(group);
        }
    }
    named(count, &groups)
}

fn named(count: usize, groups: &[Vec<usize>]) -> Partition {
    let mut of = vec![0; count];
    for (name, members) in groups.iter().enumerate() {
        members.iter().for_each(|member| of[*member] = name);
    }
    of
}
