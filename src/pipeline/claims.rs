//! Groups of mentions → claims, with their status and their links.

use super::divergences::divergences;
use super::kinds::Kinds;
use crate::align::Groups;
use crate::facts::Disagreement;
use crate::model::{Analysis, Claim, Divergence, MentionKind, OriginCount, Status};

/// The claims, the more telling first, and the divergences, in the order of the claims.
pub(super) fn claims(
    analysis: &Analysis,
    groups: Groups,
    disagreements: Vec<Disagreement>,
    kinds: &Kinds,
) -> (Vec<Claim>, Vec<Divergence>) {
    let mut claims = linked(analysis, groups);
    let mut divergences = divergences(analysis, &claims, disagreements, kinds);
    let parted: Vec<usize> =
        divergences.iter().filter(|one| parts(one, &claims[one.claim])).map(|one| one.claim).collect();
    for (index, claim) in claims.iter_mut().enumerate() {
        judge(analysis, claim, parted.binary_search(&index).is_ok());
    }
    let mut order: Vec<usize> = (0..claims.len()).collect();
    order.sort_by_key(|&at| rank(&claims[at]));
    let mut place = vec![0; claims.len()];
    order.iter().enumerate().for_each(|(new, &old)| place[old] = new);
    claims.sort_by_key(rank);
    divergences.iter_mut().for_each(|one| one.claim = place[one.claim]);
    divergences.sort_by_key(|one| one.claim);
    for (index, one) in divergences.iter().enumerate() {
        claims[one.claim].divergences.push(index);
    }
    (claims, divergences)
}

/// The groups as claims, each with the alignments inside it.
fn linked(analysis: &Analysis, groups: Groups) -> Vec<Claim> {
    let mut claims: Vec<Claim> =
        groups.members().into_iter().map(|members| claim(analysis, members)).collect();
    let mut claim_of = vec![0; analysis.mentions.len()];
    for (index, claim) in claims.iter().enumerate() {
        claim.mentions.iter().for_each(|mention| claim_of[*mention] = index);
    }
    for (index, alignment) in analysis.alignments.iter().enumerate() {
        claims[claim_of[alignment.a]].alignments.push(index);
    }
    claims
}

/// Both readings stand in the claim itself, and cannot both hold.
fn parts(divergence: &Divergence, claim: &Claim) -> bool {
    let inside = |mention: usize| claim.mentions.binary_search(&mention).is_ok();
    divergence.kind.contradicts()
        && divergence.pairs.iter().any(|pair| inside(pair.a.mention) && inside(pair.b.mention))
}

fn claim(analysis: &Analysis, mentions: Vec<usize>) -> Claim {
    let mut outlets: Vec<usize> = mentions.iter().map(|mention| analysis.mentions[*mention].outlet).collect();
    outlets.sort_unstable();
    outlets.dedup();
    Claim {
        status: Status::SingleSource,
        representative: mentions[0],
        mentions,
        alignments: Vec::new(),
        divergences: Vec::new(),
        outlets,
        count: OriginCount::default(),
        origins: Vec::new(),
        weakest_link: None,
    }
}

/// Status, representative and weakest link, once the claim's alignments are known.
fn judge(analysis: &Analysis, claim: &mut Claim, parted: bool) {
    let links = claim.alignments.iter().map(|link| &analysis.alignments[*link]);
    claim.weakest_link = links.map(|link| link.score).min_by(f64::total_cmp);
    claim.status = match (claim.outlets.len(), parted) {
        (0 | 1, _) => Status::SingleSource,
        (_, true) => Status::Divergent,
        (_, false) => Status::Shared,
    };
    claim.representative = representative(analysis, claim);
}

/// The mention closest to the others; a sentence before a headline, then the first.
fn representative(analysis: &Analysis, claim: &Claim) -> usize {
    let closeness = |mention: usize| -> f64 {
        let links = claim.alignments.iter().map(|link| &analysis.alignments[*link]);
        // What a roundup repeats of an outlet says nothing about how well that wording speaks for others.
        let others = links.filter(|link| analysis.between_outlets(link));
        others.filter(|link| link.a == mention || link.b == mention).map(|link| link.score).sum()
    };
    let headline = |mention: usize| analysis.mentions[mention].kind == MentionKind::Headline;
    let best = claim.mentions.iter().copied().min_by(|x, y| {
        let (x_order, y_order) = ((headline(*x), *x), (headline(*y), *y));
        closeness(*y).total_cmp(&closeness(*x)).then_with(|| x_order.cmp(&y_order))
    });
    best.unwrap_or(claim.representative)
}

/// Many outlets first, then divergent before shared, then as the documents come.
fn rank(claim: &Claim) -> (std::cmp::Reverse<usize>, u8, usize) {
    let status = match claim.status {
        Status::Divergent => 0,
        Status::Shared => 1,
        Status::SingleSource => 2,
    };
    (std::cmp::Reverse(claim.outlets.len()), status, claim.mentions[0])
}
