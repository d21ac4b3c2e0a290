//! Places for `outlets.dot`: outlets on an ellipse, numbers on the edges where there is room.
//!
//! Graphviz' own ring (circo) puts every number in the middle of its edge, and the middles of a ring
//! meet in its centre. Here each number takes the first free place along its edge; where there is
//! none, it is left to the tooltip.

use std::f64::consts::{FRAC_PI_2, TAU};

/// In inches, as Graphviz counts the places of nodes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    x: f64,
    y: f64,
}

/// The outlets' places, and those the numbers have taken.
pub(super) struct Ring {
    outlets: Vec<Place>,
    figures: Vec<Place>,
}

/// Half of an outlet's box and of a number's, with some air.
const OUTLET: (f64, f64) = (1.1, 0.4);
const FIGURE: (f64, f64) = (0.35, 0.12);

/// Along the edge, the middle first.
const TRIES: [f64; 9] = [0.5, 0.43, 0.57, 0.36, 0.64, 0.29, 0.71, 0.22, 0.78];

impl Ring {
    pub fn new(outlets: usize) -> Self {
        let count = outlets as f64;
        let (wide, high) = ((0.55 * count).max(3.6), (0.4 * count).max(2.6));
        let place = |at| {
            let angle = FRAC_PI_2 - TAU * at as f64 / count;
            Place { x: wide * angle.cos(), y: high * angle.sin() }
        };
        Ring { outlets: (0..outlets).map(place).collect(), figures: Vec::new() }
    }

    pub fn place(&self, outlet: usize) -> Place {
        self.outlets[outlet]
    }

    /// Takes a place for a number on the edge between two outlets, if there is one.
    pub fn free_place(&mut self, a: usize, b: usize) -> Option<Place> {
        let (a, b) = (self.outlets[a], self.outlets[b]);
        let along = |share: f64| Place { x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) };
        let free = TRIES.into_iter().map(along).find(|place| self.is_free(place))?;
        self.figures.push(free);
        Some(free)
    }

    fn is_free(&self, place: &Place) -> bool {
        let beside_outlets = (OUTLET.0 + FIGURE.0, OUTLET.1 + FIGURE.1);
        let beside_figures = (2.0 * FIGURE.0, 2.0 * FIGURE.1);
        !self.outlets.iter().any(|outlet| outlet.is_near(place, beside_outlets))
            && !self.figures.iter().any(|figure| figure.is_near(place, beside_figures))
    }
}

impl Place {
    fn is_near(&self, other: &Place, (x, y): (f64, f64)) -> bool {
        (self.x - other.x).abs() < x && (self.y - other.y).abs() < y
    }

    /// As Graphviz wants it, with the mark that keeps the node there. Zero has no sign.
    pub fn pinned(&self) -> String {
        let tidy = |value: f64| (value * 100.0).round() / 100.0 + 0.0;
        format!("{:.2},{:.2}!", tidy(self.x), tidy(self.y))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_never_cover_each_other_or_an_outlet() {
        for outlets in [1, 2, 3, 7, 16, 40] {
            let mut ring = Ring::new(outlets);
            for a in 0..outlets {
                for b in a + 1..outlets {
                    let place = ring.free_place(a, b);
                    assert!(outlets > 6 || place.is_some(), "{outlets} outlets have room: {a}–{b}");
                }
            }
            for (at, one) in ring.figures.iter().enumerate() {
                let near = |other: &Place| other.is_near(one, FIGURE);
                assert!(!ring.figures[at + 1..].iter().any(near) && !ring.outlets.iter().any(near));
            }
        }
    }
}
