//! Groups of mentions → claims, with their status and their links.

use super::divergences;
use crate::align::Groups;
use crate::model::{Analysis, Claim, MentionKind, OriginCount, Status};

/// Fills in claims and divergences; the most telling claims come first.
pub fn settle(analysis: &mut Analysis, groups: Groups) {
    let mut claims: Vec<Claim> =
        groups.members().into_iter().map(|members| claim(analysis, members)).collect();
    let mut claim_of = vec![0; analysis.mentions.len()];
    for (index, claim) in claims.iter().enumerate() {
        claim.mentions.iter().for_each(|mention| claim_of[*mention] = index);
    }
    for (index, alignment) in analysis.alignments.iter().enumerate() {
        claims[claim_of[alignment.a]].alignments.push(index);
    }
    claims.iter_mut().for_each(|claim| judge(analysis, claim));
    claims.sort_by_key(rank);
    analysis.claims = claims;
    divergences::settle(analysis);
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
fn judge(analysis: &Analysis, claim: &mut Claim) {
    let links = claim.alignments.iter().map(|link| &analysis.alignments[*link]);
    claim.weakest_link = links.clone().map(|link| link.score).min_by(f64::total_cmp);
    let parted = links
        .filter(|link| analysis.between_outlets(link))
        .any(|link| link.findings.iter().any(|finding| finding.kind.contradicts()));
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
