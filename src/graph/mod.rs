//! The claim graph (petgraph), derived from an analysis, never stored in it.
//!
//! ```text
//!   outlet ──says──► wording ──states──► claim
//!                     │    ╲
//!            alignment│     ╲divergence (12 ≠ 17)
//!                     ▼      ▼
//!                  wording  wording
//! ```
//!
//! The tables of an [`Analysis`](crate::model::Analysis) answer "what is in row 7"; the graph answers
//! "who stands next to whom": which outlets share a claim, which use the same words, which side of a
//! divergence each one takes. Every answer comes in a fixed order, so that exporters need not sort.

mod build;
mod query;
mod sides;

pub use build::{ClaimGraph, Link, Node};
pub use query::{OutletPair, Voice};
pub use sides::{Contrast, Side};
