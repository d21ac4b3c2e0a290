//! The reading of a text, done once: what is boilerplate, the sentences, the passages of a roundup, quantities, times,
//! names, negations, certainty, attributions, and the identities of those who speak.
//!
//! What comes after this layer compares annotations.

pub mod attribution;
mod boilerplate;
pub mod extract;
mod modality;
mod name;
mod negation;
mod quantity;
mod roundup;
pub mod segment;
pub mod speakers;
mod time;

pub use attribution::attributions;
pub use boilerplate::mark_repeated_outlet_lines;
pub use roundup::{Work, sounds_like_outlet, works};
