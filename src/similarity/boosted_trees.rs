//! One score from many features: small trees whose worths add up to a logit.
//!
//! ```text
//!   logit(score) = bias + Σ tree(features)
//!
//!   words-least<0.31 information<0.5 -0.02 0.01 names<0.7 0.03 0.06      one row of blend.tsv, one tree:
//!   └ if below ────┘ └─ then this subtree ────┘ └─ else this one ─┘
//! ```
//!
//! Every feature pulls one way only (see [`super::Feature::rises`]): more of it can never turn a higher score into a
//! lower one, whatever the others are. `explain` shows what each feature added. A sum of one curve a feature was
//! tried before: easier to read, and clearly worse at telling paraphrases from near copies with other details,
//! because what a phrase in common is worth depends on how much else is in common.

use std::sync::LazyLock;

use super::FEATURES;
use crate::lexicon::rows;

static TABLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/blend.tsv"));

static SHIPPED: LazyLock<Blend> = LazyLock::new(|| Blend::parse(TABLE).expect("blend.tsv is well formed"));

/// A tree of questions about features, with what the answers are worth in logits.
#[derive(Clone, Debug, PartialEq)]
pub enum Tree {
    Leaf(f64),
    /// Boxed: feature, value from which the second subtree speaks, the two subtrees, the middle of what is below.
    Split(Box<(usize, f64, Tree, Tree, f64)>),
}

impl Tree {
    pub fn split(feature: usize, cut: f64, below: Tree, above: Tree) -> Tree {
        let middle = (below.middle() + above.middle()) / 2.0;
        Tree::Split(Box::new((feature, cut, below, above, middle)))
    }

    /// What the tree adds to the logit.
    pub fn worth(&self, values: &[f64]) -> f64 {
        let mut tree = self;
        loop {
            match tree {
                Tree::Leaf(worth) => return *worth,
                Tree::Split(split) => tree = if values[split.0] < split.1 { &split.2 } else { &split.3 },
            }
        }
    }

    /// Halfway between its two sides: what one would expect of it before any question is asked.
    fn middle(&self) -> f64 {
        match self {
            Tree::Leaf(worth) => *worth,
            Tree::Split(split) => split.4,
        }
    }

    /// Moves the expectation step by step to the worth, and books each step to the feature that was asked.
    fn account(&self, values: &[f64], booked: &mut [f64]) {
        let mut tree = self;
        while let Tree::Split(split) = tree {
            let next = if values[split.0] < split.1 { &split.2 } else { &split.3 };
            booked[split.0] += next.middle() - tree.middle();
            tree = next;
        }
    }

    /// Whether it asks a feature that costs much.
    fn asks_dear(&self) -> bool {
        match self {
            Tree::Leaf(_) => false,
            Tree::Split(split) => FEATURES[split.0].is_dear() || split.2.asks_dear() || split.3.asks_dear(),
        }
    }

    /// As in a row of `blend.tsv`.
    pub fn write(&self) -> String {
        match self {
            Tree::Leaf(worth) => worth.to_string(),
            Tree::Split(split) => {
                let (feature, cut, below, above, _) = &**split;
                format!("{}<{cut} {} {}", FEATURES[*feature].name(), below.write(), above.write())
            }
        }
    }

    fn parse<'a>(words: &mut impl Iterator<Item = &'a str>) -> Option<Tree> {
        let word = words.next()?;
        let Some((name, cut)) = word.split_once('<') else { return word.parse().ok().map(Tree::Leaf) };
        let feature = FEATURES.iter().position(|feature| feature.name() == name)?;
        let cut = cut.parse().ok()?;
        let below = Tree::parse(words)?;
        Some(Tree::split(feature, cut, below, Tree::parse(words)?))
    }
}

/// The fitted mix.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Blend {
    pub bias: f64,
    pub trees: Vec<Tree>,
    /// The same trees as they are asked of every pair: those that ask cheap features only, and the rest.
    cheap: Forest,
    dear: Forest,
}

/// All trees at once, feature by feature, without a branch a question (QuickScorer: Lucchese et al. 2015).
///
/// ```text
///   leaves of a tree, left to right       0 1 2 3 4
///   a value at or above a cut rules out   ×  ×            what lies below it
///   the tree's worth                          2           the first leaf left
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
struct Forest {
    /// By feature, each list by cut.
    questions: Vec<Vec<Question>>,
    /// Where the leaves of each tree begin.
    trees: Vec<u32>,
    worths: Vec<f64>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Question {
    cut: f64,
    tree: u32,
    /// A bit for each leaf of the tree that is still possible from the cut on.
    left: u64,
}

impl Forest {
    fn new<'t>(trees: impl Iterator<Item = &'t Tree>) -> Self {
        let mut forest = Forest { questions: vec![Vec::new(); FEATURES.len()], ..Forest::default() };
        for tree in trees {
            let first = forest.worths.len();
            forest.trees.push(first as u32);
            forest.add(tree, first);
            assert!(forest.worths.len() - first <= u64::BITS as usize, "the trees of the mix are small");
        }
        forest.questions.iter_mut().for_each(|asked| asked.sort_by(|x, y| x.cut.total_cmp(&y.cut)));
        forest
    }

    fn add(&mut self, tree: &Tree, first: usize) {
        match tree {
            Tree::Leaf(worth) => self.worths.push(*worth),
            Tree::Split(split) => {
                let (feature, cut, below, above, _) = &**split;
                let from = self.worths.len() - first;
                self.add(below, first);
                let ruled_out = self.worths.len() - first - from;
                self.add(above, first);
                let tree = self.trees.len() as u32 - 1;
                self.questions[*feature].push(Question { cut: *cut, tree, left: !(ones(ruled_out) << from) });
            }
        }
    }

    fn sum(&self, values: &[f64]) -> f64 {
        let mut left = vec![u64::MAX; self.trees.len()];
        for (asked, value) in self.questions.iter().zip(values) {
            for question in asked.iter().take_while(|question| question.cut <= *value) {
                left[question.tree as usize] &= question.left;
            }
        }
        let worth =
            |(first, left): (&u32, &u64)| self.worths[*first as usize + left.trailing_zeros() as usize];
        self.trees.iter().zip(&left).map(worth).sum()
    }
}

/// So many low bits.
fn ones(count: usize) -> u64 {
    u64::MAX >> (u64::BITS as usize - count)
}

/// The mix that ships with the program.
pub fn blend() -> &'static Blend {
    &SHIPPED
}

impl Blend {
    /// 0 to 1, never quite either; `shift` is added to the logit.
    pub fn score(&self, values: &[f64], shift: f64) -> f64 {
        self.rescore(values, shift, self.of_cheap(values))
    }

    /// What the trees add that ask no dear feature.
    pub fn of_cheap(&self, values: &[f64]) -> f64 {
        self.cheap.sum(values)
    }

    /// The score where that is known.
    pub fn rescore(&self, values: &[f64], shift: f64, of_cheap: f64) -> f64 {
        let logit = shift + self.bias + (of_cheap + self.dear.sum(values));
        1.0 / (1.0 + (-logit).exp())
    }

    /// What each feature adds to the logit, in the order of [`FEATURES`], and where every pair begins.
    pub fn contributions(&self, values: &[f64]) -> (Vec<f64>, f64) {
        let mut booked = vec![0.0; FEATURES.len()];
        self.trees.iter().for_each(|tree| tree.account(values, &mut booked));
        (booked, self.bias + self.trees.iter().map(Tree::middle).sum::<f64>())
    }

    /// Reads a `bias` row and `tree` rows.
    fn parse(table: &'static str) -> Option<Self> {
        let mut blend = Blend::default();
        for row in rows(table) {
            match row[..] {
                ["bias", bias] => blend.bias = bias.parse().ok()?,
                ["tree", tree] => blend.trees.push(Tree::parse(&mut tree.split(' '))?),
                _ => return None,
            }
        }
        blend.cheap = Forest::new(blend.trees.iter().filter(|tree| !tree.asks_dear()));
        blend.dear = Forest::new(blend.trees.iter().filter(|tree| tree.asks_dear()));
        Some(blend)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Many points of the unit cube, always the same ones.
    fn points() -> impl Iterator<Item = Vec<f64>> {
        let mut state = 1_u64;
        let mut next = move || {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (state >> 40) as f64 / (1 << 24) as f64
        };
        (0..400).map(move |_| (0..FEATURES.len()).map(|_| next()).collect())
    }

    #[test]
    fn more_of_a_feature_only_ever_pulls_its_own_way() {
        for values in points() {
            let before = blend().score(&values, 0.0);
            for (index, feature) in FEATURES.iter().enumerate() {
                let mut more = values.clone();
                more[index] = (more[index] + 0.4).min(1.0);
                let after = blend().score(&more, 0.0);
                let right = if feature.rises() { after >= before - 1e-12 } else { after <= before + 1e-12 };
                assert!(right, "{}: {before} became {after}", feature.name());
            }
        }
    }

    #[test]
    fn trees_asked_together_say_what_each_says() {
        for values in points() {
            let trees = || blend().trees.iter();
            let one_by_one: f64 = trees().map(|tree| tree.worth(&values)).sum();
            assert_eq!(Forest::new(trees()).sum(&values), one_by_one);
        }
        let tree = Tree::split(0, 0.5, Tree::Leaf(1.0), Tree::Leaf(2.0));
        for (value, worth) in [(0.4, 1.0), (0.5, 2.0), (1.0, 2.0)] {
            assert_eq!(Forest::new([&tree].into_iter()).sum(&[value]), worth, "{value}");
        }
    }

    #[test]
    fn contributions_add_up_to_the_logit() {
        for values in points().take(50) {
            let (booked, start) = blend().contributions(&values);
            let logit = start + booked.iter().sum::<f64>();
            assert!((1.0 / (1.0 + (-logit).exp()) - blend().score(&values, 0.0)).abs() < 1e-9);
        }
    }

    #[test]
    fn a_tree_survives_writing_and_reading() {
        let tree =
            Tree::split(1, 0.25, Tree::Leaf(-0.5), Tree::split(0, 0.5, Tree::Leaf(0.0), Tree::Leaf(1.5)));
        assert_eq!(Tree::parse(&mut tree.write().split(' ')), Some(tree));
    }
}
