//! The floor under every alignment: how much ground a pair must share to be scored at all.
//!
//! Scoring a pair takes a thousand times as long as seeing what it shares, and what it shares bounds what it can score.
//! Of half a million pairs of real coverage, one in a thousand had a score from its words alone above `CEILING`. So an
//! alignment is *by definition* a pair that shares at least [`LEAST`] of its weight, and enough for the ceiling over it,
//! moved by its surroundings, to reach the threshold. An index can then find all of them and no others (see `align`).

/// The share of two mentions' weight that any pair must have in common.
pub const LEAST: f64 = 0.05;

/// Ground shared, and the most that the words of such a pair come to, in logits; straight lines between.
const CEILING: &[(f64, f64)] = &[
    (0.05, -1.5),
    (0.07, -1.2),
    (0.09, -0.8),
    (0.11, -0.45),
    (0.14, -0.05),
    (0.17, 0.3),
    (0.2, 0.6),
    (0.25, 0.9),
    (0.3, 1.1),
    (0.4, 1.5),
    (0.5, 1.9),
    (0.6, 2.5),
    (0.8, 6.0),
];

/// Surroundings speak against a pair in full up to the first share of common ground, and not at all from the second: that
/// strangers share a few words is chance, that they share a wording is not.
const CHANCE: f64 = 0.3;
const WORDING: f64 = 0.45;

/// What is left of the surroundings' say: less and less against a pair, the more of its wording is shared.
pub fn tempered(shift: f64, ground: f64) -> f64 {
    let chance = ((WORDING - ground) / (WORDING - CHANCE)).clamp(0.0, 1.0);
    if shift < 0.0 { shift * chance } else { shift }
}

/// What a pair must reach, as the logit of the threshold.
pub fn logit(threshold: f64) -> f64 {
    (threshold / (1.0 - threshold)).ln()
}

/// Whether a pair of so much common ground, in such surroundings, can reach what it must.
pub fn is_worth(ground: f64, shift: f64, must: f64) -> bool {
    ground >= LEAST && ceiling(ground) + tempered(shift, ground) >= must
}

/// The least common ground that [`is_worth`] in such surroundings; 1 where none is.
pub fn needed(shift: f64, must: f64) -> f64 {
    // It never falls with the ground, so halving finds the place; the last step that is not enough is given.
    let (mut below, mut above) = (LEAST, 1.0);
    if is_worth(LEAST, shift, must) {
        return LEAST;
    }
    for _ in 0..24 {
        let middle = (below + above) / 2.0;
        if is_worth(middle, shift, must) { above = middle } else { below = middle }
    }
    below
}

/// Beyond the last point anything can be.
fn ceiling(ground: f64) -> f64 {
    let above = CEILING.partition_point(|(at, _)| *at <= ground);
    match (above.checked_sub(1).map(|at| CEILING[at]), CEILING.get(above)) {
        (Some((x, y)), Some((next_x, next_y))) => y + (ground - x) / (next_x - x) * (next_y - y),
        (Some(_), None) => f64::INFINITY,
        (None, _) => f64::NEG_INFINITY,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_ground_never_makes_a_pair_less_worth_scoring() {
        let must = logit(0.585);
        for shift in [-3.0, -1.2, 0.0, 0.6, 3.2] {
            let least = needed(shift, must);
            for step in 0..=1000 {
                let ground = f64::from(step) / 1000.0;
                assert_eq!(
                    is_worth(ground, shift, must),
                    ground > least || ground >= LEAST && least == LEAST,
                    "{shift} {ground}"
                );
            }
        }
    }

    #[test]
    fn surroundings_that_speak_against_a_pair_ask_for_more() {
        let must = logit(0.585);
        let grounds: Vec<f64> = [3.2, 1.3, 0.0, -1.0, -3.0].map(|shift| needed(shift, must)).to_vec();
        assert!(grounds.is_sorted(), "{grounds:?}");
        assert!(grounds[4] < WORDING);
    }

    #[test]
    fn a_threshold_of_all_asks_for_the_same_words_and_none_for_the_least() {
        assert!(!is_worth(0.75, 0.0, logit(1.0)));
        assert!(is_worth(LEAST, -3.0, logit(0.0)));
    }
}
