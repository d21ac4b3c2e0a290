//! How many independent origins stand behind a claim.
//!
//! ```text
//!   copies (shared text) · credits ─┐
//!   carried (roundups)              ├─► ties between the outlets of a claim ─► origins, counted layer by layer
//!   publisher (the outlet list)     │
//!   named sources ──────────────────┘
//! ```
//!
//! Five outlets that run one agency's text are one origin; so are three that all rest on one police statement. What
//! remains is what no text here ties together: it is not proof of independence, and no verdict on anybody's work.

mod count;
mod credit;
mod declared_source;
mod event_context;
mod groups;
mod named;
mod publisher;
mod reused_share;
mod shared_text_ties;
mod syndication_ties;
pub mod text_reuse;

use rayon::prelude::*;

use crate::model::Analysis;
use crate::text::Token;

/// Fills in what stands behind the claims. `words` holds the words of each mention.
pub fn settle(analysis: &mut Analysis, words: &[&[Token]]) {
    analysis.credits = credit::credits(analysis);
    analysis.copies = text_reuse::find(analysis, words);
    analysis.reuse = reused_share::reuse(analysis, words);
    let event = event_context::Event::new(analysis, words.iter().map(|words| words.len()).collect());
    let shared = shared_text_ties::Shared::new(&event);
    let claims = analysis.claims.par_iter().enumerate();
    let found: Vec<_> = claims.map(|(at, claim)| count::origins(&event, &shared, at, claim)).collect();
    for (claim, (origins, count)) in found.into_iter().enumerate() {
        let first = analysis.origins.len();
        analysis.claims[claim].count = count;
        analysis.claims[claim].origins = (first..first + origins.len()).collect();
        analysis.origins.extend(origins);
    }
}
