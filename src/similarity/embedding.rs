//! What sentences are about, by the company their words keep: where no word is shared, *the blaze was put out* and
//! *firefighters doused the flames* still keep the same company. Company is not meaning (*rose* keeps that of
//! *fell*), so these features are some among many, and no pair is scored for its company alone.
//!
//! `company-mean` is the cosine of weighted mean vectors (Arora, Liang & Ma 2017); the others are soft coverage: each
//! word counts by the nearest word on the other side (Kusner et al. 2015, the relaxed word mover's distance).

use super::profile::Term;
use super::{Feature, Pairing};
use crate::part::Part;

/// Of the whole sentences.
pub struct Mean;

/// Of the words without a partner only.
pub struct Left;

/// Soft coverage of one of the two sides.
pub struct Covered {
    name: &'static str,
    about: &'static str,
    choose: fn(f64, f64) -> f64,
}

pub static LEAST: Covered = Covered {
    name: "company-least",
    about: "How near each word's nearest word is in the other sentence, where it is less",
    choose: f64::min,
};

pub static MOST: Covered = Covered {
    name: "company-most",
    about: "How near each word's nearest word is in the other sentence, where it is more",
    choose: f64::max,
};

impl Part for Mean {
    fn name(&self) -> &'static str {
        "company-mean"
    }

    fn about(&self) -> &'static str {
        "How near the sentences are as wholes by the company of their words"
    }
}

impl Feature for Mean {
    fn compare(&self, pair: &Pairing) -> f64 {
        let product: f32 = pair.a.company.iter().zip(&pair.b.company).map(|(x, y)| x * y).sum();
        f64::from(product.clamp(0.0, 1.0))
    }
}

impl Part for Covered {
    fn name(&self) -> &'static str {
        self.name
    }

    fn about(&self) -> &'static str {
        self.about
    }
}

impl Feature for Covered {
    fn compare(&self, pair: &Pairing) -> f64 {
        let a = mean(&pair.a.terms, &pair.overlap.company_a, |_| true);
        let b = mean(&pair.b.terms, &pair.overlap.company_b, |_| true);
        a.zip(b).map_or(0.5, |(a, b)| (self.choose)(a, b))
    }
}

impl Part for Left {
    fn name(&self) -> &'static str {
        "company-left"
    }

    fn about(&self) -> &'static str {
        "The same of the words without a partner only"
    }
}

impl Feature for Left {
    /// 1 where nothing is left over.
    fn compare(&self, pair: &Pairing) -> f64 {
        let overlap = pair.overlap;
        let a = mean(&pair.a.terms, &overlap.company_a, |term| overlap.a[term] == 0.0);
        let b = mean(&pair.b.terms, &overlap.company_b, |term| overlap.b[term] == 0.0);
        (a.unwrap_or(1.0) + b.unwrap_or(1.0)) / 2.0
    }
}

/// The mean of the values of some terms, by weight; none of no terms. Numbers keep no company of their own.
fn mean(terms: &[Term], values: &[f64], take: impl Fn(usize) -> bool) -> Option<f64> {
    let (mut sum, mut whole) = (0.0, 0.0);
    for (index, (term, value)) in terms.iter().zip(values).enumerate() {
        if term.number || !take(index) {
            continue;
        }
        sum += term.weight * value;
        whole += term.weight;
    }
    (whole > 0.0).then(|| (sum / whole).min(1.0))
}
