//! Compares what several outlets say about the same event.
//!
//! ```text
//!  files ─ingest─► documents ─annotate─► mentions with facts and attributions
//!                                            │ similarity, align (rayon)
//!                                            ├─► claims ─diverge, facts─► divergences ─┐
//!                                            └─► provenance ─► origins ────────────────┴─► analysis
//!  tables, graphs, page ◄─export─ graph ◄──────────────────────────────────────────────────┘
//! ```
//!
//! Reading order: [`model`] (the nouns), [`pipeline`] (the stages), then the rooms in the order of
//! the picture. `ARCHITECTURE.md` says which room may use which.

pub mod error;
pub mod model;
pub mod part;
pub mod timing;

pub mod browser;

pub mod lexicon;
pub mod text;

pub mod annotate;
pub mod ingest;
pub mod similarity;

pub mod align;
pub mod diverge;
pub mod facts;
pub mod provenance;

pub mod pipeline;

pub mod graph;

pub mod export;

pub mod batch;

pub mod cli;
