//! Features go somewhere: to be summed up when reading, to be written down when learning.

use crate::lexicon::frames;

/// Takes features one by one.
pub trait Sink {
    fn add(&mut self, name: &'static str, values: &[&str]);
}

/// The sum of the weights, in hundredths of a logit.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sum(pub i32);

impl Sink for Sum {
    fn add(&mut self, name: &'static str, values: &[&str]) {
        self.0 += frames::weight(name, values);
    }
}

/// What `features` add up to.
pub fn weigh(features: impl FnOnce(&mut Sum)) -> i32 {
    let mut sum = Sum::default();
    features(&mut sum);
    sum.0
}

/// A number as one of a few sizes.
pub fn size(number: usize) -> &'static str {
    match number {
        0 => "0",
        1 => "1",
        2 => "2",
        3 => "3",
        4..=5 => "4",
        6..=8 => "6",
        9..=14 => "9",
        15..=25 => "15",
        _ => "26",
    }
}

pub fn yes(holds: bool) -> &'static str {
    if holds { "y" } else { "n" }
}
