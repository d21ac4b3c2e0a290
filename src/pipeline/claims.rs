//! Groups of mentions → claims, with their status, their links and their divergences.

use crate::align::Groups;
use crate::model::{Analysis, Claim, Divergence, DivergenceKind, MentionKind, Status};

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
    analysis.divergences = divergences(analysis, &mut claims);
    analysis.claims = claims;
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
        origins: None,
        weakest_link: None,
    }
}

/// Status, representative and weakest link, once the claim's alignments are known.
fn judge(analysis: &Analysis, claim: &mut Claim) {
    let links = claim.alignments.iter().map(|link| &analysis.alignments[*link]);
    claim.weakest_link = links.clone().map(|link| link.score).min_by(f64::total_cmp);
    let parted = links
        .filter(|link| between_outlets(analysis, link.a, link.b))
        .any(|link| link.findings.iter().any(|finding| contradicts(finding.kind)));
    claim.status = match (claim.outlets.len(), parted) {
        (0 | 1, _) => Status::SingleSource,
        (_, true) => Status::Divergent,
        (_, false) => Status::Shared,
    };
    claim.representative = representative(analysis, claim);
}

fn between_outlets(analysis: &Analysis, a: usize, b: usize) -> bool {
    analysis.mentions[a].outlet != analysis.mentions[b].outlet
}

/// A difference in certainty or in who is named as the source does not make accounts part on the facts.
fn contradicts(kind: DivergenceKind) -> bool {
    !matches!(kind, DivergenceKind::Modality | DivergenceKind::Attribution)
}

/// The mention closest to the others; a sentence before a headline, then the first.
fn representative(analysis: &Analysis, claim: &Claim) -> usize {
    let closeness = |mention: usize| -> f64 {
        let links = claim.alignments.iter().map(|link| &analysis.alignments[*link]);
        links.filter(|link| link.a == mention || link.b == mention).map(|link| link.score).sum()
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

/// Every finding between two outlets, numbered in the order of the claims.
fn divergences(analysis: &Analysis, claims: &mut [Claim]) -> Vec<Divergence> {
    let mut all = Vec::new();
    for (claim, one) in claims.iter_mut().enumerate() {
        for &alignment in &one.alignments {
            let link = &analysis.alignments[alignment];
            if between_outlets(analysis, link.a, link.b) {
                let findings =
                    (0..link.findings.len()).map(|finding| Divergence { claim, alignment, finding });
                one.divergences.extend(all.len()..all.len() + link.findings.len());
                all.extend(findings);
            }
        }
    }
    all
}
