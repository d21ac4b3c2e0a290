//! The claim graph (petgraph), derived from an analysis, never stored in it.
