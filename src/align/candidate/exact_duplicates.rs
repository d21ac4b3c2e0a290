//! Pairs of the same words in the same order, however little the words tell.

use rayon::prelude::*;

use super::{Candidate, Search, verbatim};

pub fn find<T: Send>(search: Search, keep: &(impl Fn(Candidate) -> Option<T> + Sync)) -> Vec<T> {
    let mentions = (0..search.field.len())
        .filter_map(|mention| search.field.grounds.words(mention).map(|hash| (hash, mention)));
    let mut mentions: Vec<(u64, usize)> = mentions.collect();
    mentions.par_sort_unstable();
    let same: Vec<&[(u64, usize)]> =
        mentions.chunk_by(|x, y| x.0 == y.0).filter(|same| same.len() > 1).collect();
    let pairs = |same: &'_ [(u64, usize)]| {
        let ends = (0..same.len()).flat_map(|a| (a + 1..same.len()).map(move |b| (a, b)));
        let pairs = ends.map(|(a, b)| (same[a].1, same[b].1)).filter(|(a, b)| search.field.apart(*a, *b));
        pairs.filter_map(|(a, b)| keep(verbatim(a, b))).collect::<Vec<T>>()
    };
    same.into_par_iter().flat_map_iter(pairs).collect()
}
