//! One score from many features: an additive model in logits, each feature with its own curve.
//!
//! ```text
//!   logit(score) = bias + Σ curve_f(value_f)        curve_f: straight pieces between fixed knots
//! ```
//!
//! A curve rises everywhere or falls everywhere (the fit sees to it), so one can read from
//! `data/lexicon/blend.tsv` what a feature is worth at each value, and `explain` shows it.
//! Rejected: boosted trees (a little better, not readable), one weight a feature (no levelling off).

use std::sync::LazyLock;

use super::FEATURES;
use crate::lexicon::rows;

static TABLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/blend.tsv"));

static SHIPPED: LazyLock<Blend> = LazyLock::new(|| Blend::parse(TABLE));

/// Values at which a curve may bend.
pub const KNOTS: [f64; 6] = [0.0, 0.15, 0.3, 0.5, 0.75, 1.0];

/// What a feature adds to the logit, at each of [`KNOTS`].
pub type Curve = [f64; KNOTS.len()];

/// The fitted mix.
#[derive(Clone, Debug, PartialEq)]
pub struct Blend {
    pub bias: f64,
    /// In the order of [`FEATURES`].
    pub curves: Vec<Curve>,
}

/// The mix that ships with the program.
pub fn blend() -> &'static Blend {
    &SHIPPED
}

impl Blend {
    /// 0 to 1, never quite either.
    pub fn score(&self, values: &[f64], shift: f64) -> f64 {
        let logit = shift + self.bias + self.contributions(values).sum::<f64>();
        1.0 / (1.0 + (-logit).exp())
    }

    /// What each feature adds to the logit.
    pub fn contributions<'a>(&'a self, values: &'a [f64]) -> impl Iterator<Item = f64> + 'a {
        self.curves.iter().zip(values).map(|(curve, value)| at(curve, *value))
    }

    /// Reads `feature, value at each knot` rows and a `bias` row. A feature without a row adds nothing.
    fn parse(table: &'static str) -> Self {
        let mut blend = Blend { bias: 0.0, curves: vec![[0.0; KNOTS.len()]; FEATURES.len()] };
        for row in rows(table) {
            let values: Vec<f64> = row[1..].iter().filter_map(|cell| cell.parse().ok()).collect();
            if row[0] == "bias" {
                blend.bias = values.first().copied().unwrap_or_default();
            } else if let Some(index) = FEATURES.iter().position(|feature| feature.name() == row[0]) {
                blend.curves[index].copy_from_slice(&values);
            }
        }
        blend
    }
}

/// How far `value` has come between the knots: what a curve's steps are multiplied with.
pub fn steps(value: f64) -> impl Iterator<Item = f64> {
    KNOTS.windows(2).map(move |knots| ((value - knots[0]) / (knots[1] - knots[0])).clamp(0.0, 1.0))
}

/// The curve's height at `value`, straight between knots.
fn at(curve: &Curve, value: f64) -> f64 {
    let rises = curve.windows(2).map(|ends| ends[1] - ends[0]);
    curve[0] + rises.zip(steps(value)).map(|(rise, step)| rise * step).sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_feature_has_a_curve_that_never_falls() {
        for (feature, curve) in FEATURES.iter().zip(&blend().curves) {
            assert!(curve.windows(2).all(|ends| ends[0] <= ends[1]), "{}", feature.name());
        }
        assert!(blend().bias < 0.0, "nothing in common must mean a low score");
    }

    #[test]
    fn a_curve_is_straight_between_knots() {
        let curve = [0.0, 0.0, 0.0, 1.0, 3.0, 3.0];
        assert_eq!(at(&curve, 0.3), 0.0);
        assert!((at(&curve, 0.4) - 0.5).abs() < 1e-9);
        assert!((at(&curve, 0.625) - 2.0).abs() < 1e-9);
        assert_eq!(at(&curve, 1.0), 3.0);
    }
}
