//! Logistic regression over choices, by AdaGrad: one learner for all three tasks.

use crate::instances::{Instance, Stock};

const STEP: f64 = 0.15;

/// A weight a feature.
pub fn learn(stock: &Stock, rounds: usize) -> Vec<f64> {
    let mut weights = vec![0.0; stock.features()];
    let mut squares = vec![1e-3; stock.features()];
    let mut order: Vec<usize> = (0..stock.instances.len()).collect();
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    for _ in 0..rounds {
        shuffle(&mut order, &mut state);
        for at in &order {
            step(&stock.instances[*at], &mut weights, &mut squares);
        }
    }
    weights
}

/// Towards the right choice, away from the others by their probability.
fn step(one: &Instance, weights: &mut [f64], squares: &mut [f64]) {
    let chances = chances(one, weights);
    let mut pull = vec![0.0; one.parts.len()];
    for (index, choice) in one.choices.iter().enumerate() {
        let error = f64::from(u8::from(index == one.right)) - chances[index];
        choice.iter().for_each(|part| pull[*part as usize] += error);
    }
    for (part, pull) in one.parts.iter().zip(pull).filter(|(_, pull)| pull.abs() > 1e-4) {
        for feature in part {
            let at = *feature as usize;
            squares[at] += pull * pull;
            weights[at] += STEP * pull / squares[at].sqrt();
        }
    }
}

fn scores(one: &Instance, weights: &[f64]) -> Vec<f64> {
    let part = |part: &Vec<u32>| part.iter().map(|feature| weights[*feature as usize]).sum::<f64>();
    let parts: Vec<f64> = one.parts.iter().map(part).collect();
    one.choices.iter().map(|choice| choice.iter().map(|part| parts[*part as usize]).sum()).collect()
}

fn chances(one: &Instance, weights: &[f64]) -> Vec<f64> {
    let scores = scores(one, weights);
    let most = scores.iter().copied().fold(f64::MIN, f64::max);
    let raised: Vec<f64> = scores.iter().map(|score| (score - most).exp()).collect();
    let sum: f64 = raised.iter().sum();
    raised.iter().map(|one| one / sum).collect()
}

/// The share of choices that come out right.
pub fn accuracy(stock: &Stock, weights: &[f64]) -> f64 {
    let right = stock.instances.iter().filter(|one| {
        let scores = scores(one, weights);
        scores.iter().enumerate().all(|(index, score)| index == one.right || *score < scores[one.right])
    });
    right.count() as f64 / stock.instances.len().max(1) as f64
}

fn shuffle(order: &mut [usize], state: &mut u64) {
    for at in (1..order.len()).rev() {
        *state ^= *state << 13;
        *state ^= *state >> 7;
        *state ^= *state << 17;
        order.swap(at, (*state % (at as u64 + 1)) as usize);
    }
}
