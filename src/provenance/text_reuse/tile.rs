//! Seeds → tiles → passages: what exactly two texts share, reordered or not.
//!
//! ```text
//!   a  the ferry ran aground in thick fog off the island on Tuesday morning, hurting 12 people
//!   b  in thick fog off the island on Tuesday, the ferry ran aground, injuring 12 people
//!        └──────── tile ─────────────────┘       └── tile ─────┘
//! ```
//!
//! Greedy string tiling (Wise 1993): the longest common run first, and no word twice. Tiles that follow each other in
//! both texts, with few words between, make one passage; what else is the same between them is found by the longest
//! common subsequence.

use super::shingle::Seed;
use super::stream::Word;

/// A tile of fewer words is left to chance.
const SHORTEST: usize = 3;
/// Tiles with more words between them belong to two passages.
const GAP: usize = 10;
/// Seeds of one pair looked at; more come from a page that repeats one line without end.
const MOST_SEEDS: usize = 50_000;

/// Runs looked at, in words, for each word of both texts; longer ones come from a phrase repeated without end, every
/// repetition of which runs along with every other.
const MOST_WORDS: usize = 64;

/// Places of a word that both texts have, in the order of both.
pub(super) type Match = (usize, usize);

/// Runs of matches, each the matches of one passage; in the order of the first text.
pub(super) fn passages(a: &[Word], b: &[Word], seeds: &[Seed]) -> Vec<Vec<Match>> {
    let tiles = tiles(a, b, &seeds[..seeds.len().min(MOST_SEEDS)]);
    let mut passages: Vec<Vec<Match>> = Vec::new();
    for tile in tiles {
        match passages.last_mut().filter(|passage| follows(passage, &tile)) {
            Some(passage) => {
                let &(i, j) = passage.last().expect("a passage has a match");
                passage.extend(between(a, b, (i + 1, tile.a), (j + 1, tile.b)));
                passage.extend(tile.matches());
            }
            None => passages.push(tile.matches().collect()),
        }
    }
    passages
}

#[derive(Clone, Copy, Debug)]
struct Tile {
    a: usize,
    b: usize,
    words: usize,
}

impl Tile {
    fn matches(self) -> impl Iterator<Item = Match> {
        (0..self.words).map(move |at| (self.a + at, self.b + at))
    }
}

fn follows(passage: &[Match], tile: &Tile) -> bool {
    let near = |end: usize, start: usize| start > end && start - end <= GAP + 1;
    passage.last().is_some_and(|&(i, j)| near(i, tile.a) && near(j, tile.b))
}

/// The longest runs first; each word belongs to one tile at most. Sorted by place.
fn tiles(a: &[Word], b: &[Word], seeds: &[Seed]) -> Vec<Tile> {
    let mut runs = runs(a, b, seeds);
    runs.sort_by_key(|run| (std::cmp::Reverse(run.words), run.a, run.b));
    let (mut used_a, mut used_b) = (vec![false; a.len()], vec![false; b.len()]);
    let mut tiles = Vec::new();
    for run in runs {
        for tile in unused(run, &used_a, &used_b) {
            used_a[tile.a..tile.a + tile.words].fill(true);
            used_b[tile.b..tile.b + tile.words].fill(true);
            tiles.push(tile);
        }
    }
    tiles.sort_by_key(|tile| (tile.a, tile.b));
    tiles
}

/// Each seed extended to the whole run of words that are the same around it, each run once.
fn runs(a: &[Word], b: &[Word], seeds: &[Seed]) -> Vec<Tile> {
    let mut ends: std::collections::HashMap<i64, usize> = std::collections::HashMap::new();
    let mut runs = Vec::new();
    let mut left = MOST_WORDS * (a.len() + b.len());
    for &(i, j) in seeds {
        let (i, j) = (i as usize, j as usize);
        let diagonal = i as i64 - j as i64;
        if ends.get(&diagonal).is_some_and(|&end| i < end) {
            continue;
        }
        let same = |(x, y): &(&Word, &Word)| x.key == y.key;
        let back = a[..i].iter().rev().zip(b[..j].iter().rev()).take_while(same).count();
        let on = a[i..].iter().zip(&b[j..]).take_while(same).count();
        ends.insert(diagonal, i + on);
        runs.push(Tile { a: i - back, b: j - back, words: back + on });
        left = left.saturating_sub(back + on);
        if left == 0 {
            break;
        }
    }
    runs
}

/// The parts of a run that no longer run has taken.
fn unused(run: Tile, used_a: &[bool], used_b: &[bool]) -> Vec<Tile> {
    let free = |at: &usize| !used_a[run.a + at] && !used_b[run.b + at];
    let places: Vec<usize> = (0..run.words).filter(free).collect();
    let parts = places.chunk_by(|x, y| x + 1 == *y).filter(|part| part.len() >= SHORTEST);
    parts.map(|part| Tile { a: run.a + part[0], b: run.b + part[0], words: part.len() }).collect()
}

/// The longest common subsequence of two short gaps.
fn between(a: &[Word], b: &[Word], (i0, i1): (usize, usize), (j0, j1): (usize, usize)) -> Vec<Match> {
    let (rows, columns) = (i1 - i0, j1 - j0);
    let mut longest = vec![vec![0_usize; columns + 1]; rows + 1];
    for i in (0..rows).rev() {
        for j in (0..columns).rev() {
            longest[i][j] = match a[i0 + i].key == b[j0 + j].key {
                true => longest[i + 1][j + 1] + 1,
                false => longest[i + 1][j].max(longest[i][j + 1]),
            };
        }
    }
    let (mut i, mut j, mut found) = (0, 0, Vec::new());
    while i < rows && j < columns {
        if a[i0 + i].key == b[j0 + j].key {
            found.push((i0 + i, j0 + j));
            (i, j) = (i + 1, j + 1);
        } else if longest[i + 1][j] >= longest[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    found
}
