//! Pairs between documents of which nothing says that they tell one story: most of a wording must be common, so each pair
//! shares one of the rarest keys of both (prefix filtering: Chaudhuri, Ganti & Kaushik 2006; by position and length: Xiao
//! et al. 2008, PPJoin; here with weights).
//!
//! ```text
//!   keys, rarest first     k1 k2 k3 k4 | k5 k6 k7       behind the line lies less weight than a partner must share:
//!                          └ indexed ─┘                 whoever shares enough shares one before it
//!   list of a key          (mention, weight, what lies behind, signature) (…)      by weight
//!                          too light, too heavy? too little behind? signature too poor? else weighed
//! ```
//!
//! A mention looks for partners that weigh no more than itself. Long documents ask strangers for more than short ones, of
//! which nobody knows; so the two have an index each.

use rayon::prelude::*;

use super::{Candidate, Search};
use crate::similarity::{Grounds, Key, bit, score_bound};

/// Sums of single precision may be off by so much.
const SLACK: f64 = 1e-4;

pub fn find<T: Send>(search: Search, keep: &(impl Fn(Candidate) -> Option<T> + Sync)) -> Vec<T> {
    let (any, known) = search.context.highest();
    let field = search.field;
    let is_long = |mention: &usize| search.context.is_known(field.items[*mention].document);
    let mut order: Vec<usize> = (0..field.len()).collect();
    order.par_sort_unstable_by(|x, y| {
        field.grounds.total(*x).total_cmp(&field.grounds.total(*y)).then_with(|| x.cmp(y))
    });
    let long: Vec<usize> = order.iter().copied().filter(is_long).collect();
    // Partners are looked for in the order of the texts: what neighbours read lies together.
    let probes: Vec<usize> = (0..field.len()).filter(is_long).collect();
    let mut found = Index::new(search, &long, known).find(&probes, |_, _| true, keep);
    if long.len() < order.len() {
        let with_short = |a: usize, b: usize| !is_long(&a) || !is_long(&b);
        let probes: Vec<usize> = (0..field.len()).collect();
        found.extend(Index::new(search, &order, any).find(&probes, with_short, keep));
    }
    found
}

/// Mentions whose postings are made side by side before they are put in their lists: what is held is small beside these.
const BLOCK: usize = 1 << 14;
/// Mentions of one task.
const PART: usize = 1 << 9;

/// One entry of the list of a key.
#[derive(Clone, Copy, Default)]
struct Posting {
    mention: u32,
    total: f32,
    /// What this stem of the mention and all more frequent ones weigh.
    behind: f32,
    /// A bit for each of its stems; several may have one bit.
    signature: u64,
}

/// Key → the mentions that have it among their rarest, by their weight.
struct Index<'a> {
    search: Search<'a>,
    /// What a pair must have in common at least, as a share of all that it says.
    shared: f64,
    /// The same as a share of both weights together, to be met on either side.
    least: f64,
    starts: Vec<u32>,
    postings: Vec<Posting>,
}

impl<'a> Index<'a> {
    /// Of mentions sorted by weight, no two of which have a shift above `highest`.
    fn new(search: Search<'a>, mentions: &[usize], highest: f64) -> Self {
        let grounds = &search.field.grounds;
        let shared = score_bound::needed(highest, search.must);
        let least = shared / (1.0 + shared) * (1.0 - SLACK);
        let keys = grounds.keys();
        // A partner weighs no less.
        let enough = |mention: usize| (2.0 * least * grounds.total(mention)) as f32;
        let made = |some: &[usize]| {
            let (mut made, mut row) = (Vec::new(), Vec::new());
            for &mention in some {
                behind(grounds, mention, enough(mention), &mut row);
                let (total, signature) = (grounds.total(mention) as f32, signature(grounds, mention));
                let posting = |behind| Posting { mention: mention as u32, total, behind, signature };
                made.extend(row.iter().map(|&(key, behind)| (key, posting(behind))));
            }
            made
        };
        let block = |block: &[usize]| block.par_chunks(PART).map(made).collect::<Vec<_>>();
        // One block is made once, more of them twice: once to count, and once to put each posting in its place.
        let only = (mentions.len() <= BLOCK).then(|| block(mentions));
        let each = |take: &mut dyn FnMut(Key, Posting)| match &only {
            Some(made) => made.iter().flatten().for_each(|&(key, posting)| take(key, posting)),
            None => mentions.chunks(BLOCK).flat_map(block).flatten().for_each(|(key, one)| take(key, one)),
        };
        let mut starts = vec![0_u32; keys + 1];
        each(&mut |key, _| starts[key as usize + 1] += 1);
        (1..=keys).for_each(|key| starts[key] += starts[key - 1]);
        let mut next = starts.clone();
        let mut postings = vec![Posting::default(); starts[keys] as usize];
        each(&mut |key, posting| {
            let place = &mut next[key as usize];
            postings[*place as usize] = posting;
            *place += 1;
        });
        Index { search, shared, least, starts, postings }
    }

    /// Pairs of documents that are no kin, each once.
    fn find<T: Send>(
        &self,
        probes: &[usize],
        wanted: impl Fn(usize, usize) -> bool + Sync,
        keep: &(impl Fn(Candidate) -> Option<T> + Sync),
    ) -> Vec<T> {
        let found = |(seen, row): &mut (Vec<u32>, Vec<(Key, f32)>), probe: &usize| {
            let mut found = Vec::new();
            behind(&self.search.field.grounds, *probe, 0.0, row);
            self.each(&Probe::new(self.search, *probe), row, seen, |other| {
                let pair = wanted(*probe, other).then(|| self.weigh(*probe, other)).flatten();
                found.extend(pair.and_then(keep));
            });
            found
        };
        // The last probe that met each mention.
        let seen = || (vec![u32::MAX; self.search.field.len()], Vec::new());
        probes.par_iter().map_init(seen, found).flatten_iter().collect()
    }

    /// The mentions that may share enough with the probe and weigh no more; of equal ones, those before it.
    fn each(&self, probe: &Probe, row: &[(Key, f32)], seen: &mut [u32], mut give: impl FnMut(usize)) {
        let grounds = &self.search.field.grounds;
        let (total, least) = (grounds.total(probe.mention) as f32, self.least as f32);
        for &(key, behind) in row.iter().rev() {
            // Heavier ones must share more than lies behind this key.
            let most = (behind / least - total).min(total);
            let list =
                &self.postings[self.starts[key as usize] as usize..self.starts[key as usize + 1] as usize];
            let fitting = &list[..list.partition_point(|one| one.total <= most)];
            for posting in fitting.iter().rev() {
                let must = least * (total + posting.total);
                if posting.total < must {
                    break;
                }
                if posting.behind < must || !probe.can_share(posting.signature, must) {
                    continue;
                }
                let mention = posting.mention as usize;
                let first =
                    std::mem::replace(&mut seen[mention], probe.mention as u32) != probe.mention as u32;
                if first && (posting.total < total || mention < probe.mention) {
                    give(mention);
                }
            }
        }
    }

    fn weigh(&self, a: usize, b: usize) -> Option<Candidate> {
        let (search, field) = (self.search, self.search.field);
        let ground = field.grounds.wording(a, b);
        if ground < self.shared {
            return None;
        }
        let (shift, story) = search.context.shift(field, a, b);
        let elsewhere = story || !field.apart(a, b) || field.grounds.same_wording(a, b);
        if elsewhere { None } else { search.weigh(a.min(b), a.max(b), shift, ground) }
    }
}

/// A mention whose partners are looked for.
struct Probe {
    mention: usize,
    signature: u64,
    /// What the stems of each bit weigh.
    bits: [f32; 64],
}

impl Probe {
    fn new(search: Search, mention: usize) -> Self {
        let grounds = &search.field.grounds;
        let weights = grounds.weights(mention);
        let mut bits = [0.0; 64];
        grounds.stems(mention).for_each(|stem| bits[bit(stem.key)] += weights[stem.term()]);
        Probe { mention, signature: signature(grounds, mention), bits }
    }

    /// Whether what a signature may have in common with the probe's weighs enough.
    fn can_share(&self, signature: u64, must: f32) -> bool {
        let (mut common, mut most) = (self.signature & signature, 0.0);
        while common != 0 {
            most += self.bits[common.trailing_zeros() as usize];
            common &= common - 1;
        }
        most >= must
    }
}

/// Puts into `row` the stems of a mention with what each and all more frequent ones weigh, where that is enough; the rarest
/// come last.
fn behind(grounds: &Grounds, mention: usize, enough: f32, row: &mut Vec<(Key, f32)>) {
    let weights = grounds.weights(mention);
    let mut behind = 0.0;
    row.clear();
    for stem in grounds.stems(mention).rev() {
        behind += weights[stem.term()];
        if behind >= enough {
            row.push((stem.key, behind));
        }
    }
}

fn signature(grounds: &Grounds, mention: usize) -> u64 {
    grounds.stems(mention).fold(0, |signature, stem| signature | 1 << bit(stem.key))
}
