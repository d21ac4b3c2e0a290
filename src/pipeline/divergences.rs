//! Findings of aligned pairs, and disagreements over the whole event → divergences of claims.
//!
//! ```text
//!   Gazette  12 ─┐
//!   Ledger   12 ─┼─ 6 pairs ─┬─ 17 Post          12: Gazette, Ledger, Sentinel
//!   Sentinel 12 ─┘           └─ 17 Radio   ──►   17: Post, Radio
//! ```
//!
//! Findings are made pair by pair, and which mention of a pair comes first is chance. The findings of one claim that
//! are of one kind and give the same two readings are one divergence. What they are about does not part them: the same
//! count is of "people hurt" in one pair and of nothing that can be named in the next.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::kinds::Kinds;
use crate::facts::guard::{self, Given};
use crate::facts::{Disagreement, Place, Reading};
use crate::model::{
    Alignment, Analysis, Camp, Claim, Divergence, DivergenceKind, Evidence, FactKind, Finding, MentionKind,
    Pair, Span, Stated,
};

/// Bytes of a word of a name that is compared letter by letter.
const LONGEST_NAME: usize = 60;

/// Mentions of either reading of a disagreement that are set against each other, one with one.
const MOST_PAIRS: usize = 30;

/// All divergences of these kinds, sorted by claim, then the more telling first.
pub fn divergences(
    analysis: &Analysis,
    claims: &[Claim],
    disagreements: Vec<Disagreement>,
    kinds: &Kinds,
) -> Vec<Divergence> {
    let mut claim_of = vec![0; analysis.mentions.len()];
    for (index, claim) in claims.iter().enumerate() {
        claim.mentions.iter().for_each(|mention| claim_of[*mention] = index);
    }
    let given = Given::new(&analysis.mentions);
    let mut all: Vec<Divergence> = (0..claims.len())
        .flat_map(|claim| of_alignments(analysis, claim, &claims[claim].alignments, kinds, &given))
        .collect();
    let mut told = Told::default();
    all.iter().for_each(|one| told.add(one));
    for one in disagreements.into_iter().filter(|one| kinds.holds(one.kind)) {
        let one = of_disagreement(analysis, &claim_of, one);
        if !told.covers(&one) {
            told.add(&one);
            all.push(one);
        }
    }
    all.sort_by(|x, y| x.claim.cmp(&y.claim).then_with(|| x.by_weight(y)));
    all
}

/// What has been reported: a slot is told once, and so is a place. A number or a name that differs inside a quotation says
/// more than *other words* (the kinds come in that order).
#[derive(Default)]
struct Told {
    readings: BTreeSet<(DivergenceKind, String, String)>,
    places: BTreeMap<(usize, usize), Vec<(Span, Span)>>,
}

impl Told {
    fn add(&mut self, one: &Divergence) {
        self.readings.insert(one.readings());
        for ((x, y), spans) in one.pairs.iter().map(in_order) {
            self.places.entry((x, y)).or_default().push(spans);
        }
    }

    fn covers(&self, one: &Divergence) -> bool {
        let told = |pair: &Pair| {
            let (mentions, (x, y)) = in_order(pair);
            let places = self.places.get(&mentions);
            places.is_some_and(|places| places.iter().any(|(p, q)| p.overlaps(x) && q.overlaps(y)))
        };
        self.readings.contains(&one.readings()) || one.pairs.iter().any(told)
    }
}

/// The mentions of a pair, the earlier first, and the place in each.
fn in_order(pair: &Pair) -> ((usize, usize), (Span, Span)) {
    let (a, b) = if pair.a.mention <= pair.b.mention { (&pair.a, &pair.b) } else { (&pair.b, &pair.a) };
    ((a.mention, b.mention), (a.evidence.span, b.evidence.span))
}

/// What the aligned pairs of a claim differ in; what is looked for over the whole event is left to that.
fn of_alignments(
    analysis: &Analysis,
    claim: usize,
    alignments: &[usize],
    kinds: &Kinds,
    given: &Given,
) -> Vec<Divergence> {
    let mut groups: BTreeMap<Key, Vec<(Pair, &Finding)>> = BTreeMap::new();
    for link in
        alignments.iter().map(|&at| &analysis.alignments[at]).filter(|link| analysis.between_outlets(link))
    {
        for found in link
            .findings
            .iter()
            .filter(|found| kinds.holds(found.kind) && tells(analysis, given, link, found))
        {
            let (key, pair) = keyed(link, found);
            groups.entry(key).or_default().push((pair, found));
        }
    }
    let one = |((kind, ..), found): (Key, Vec<(Pair, &Finding)>)| {
        let findings: Vec<&Finding> = found.iter().map(|(_, finding)| *finding).collect();
        let confidence = findings.iter().map(|found| found.confidence).fold(0.0, f64::max);
        let pairs = found.into_iter().map(|(pair, _)| pair).collect();
        divergence(analysis, claim, kind, (about(&findings), confidence), pairs)
    };
    groups.into_iter().map(one).collect()
}

/// Whether a finding of one aligned pair tells something by itself.
///
/// Quotations are followed over the whole event. Two names in one place of two sentences are often two names for different
/// things; they are one thing's where they share a word (*Ada Holm*, *Ida Holm*) or stand behind one title.
fn tells(analysis: &Analysis, given: &Given, link: &Alignment, found: &Finding) -> bool {
    let (x, y) = (&analysis.mentions[link.a], &analysis.mentions[link.b]);
    let both = |kind| given.both((x.document, &found.a.value), (y.document, &found.b.value), kind);
    match found.kind {
        DivergenceKind::Quote => false,
        DivergenceKind::Name => !found.about.is_empty() || shares_a_word(&found.a.value, &found.b.value),
        DivergenceKind::Number => numbers_part(analysis, given, link, found),
        DivergenceKind::Time => !both(FactKind::Time),
        DivergenceKind::Place => !both(FactKind::Place),
        DivergenceKind::Polarity
        | DivergenceKind::Predicate
        | DivergenceKind::Attribution
        | DivergenceKind::Modality => true,
    }
}

/// Two quantities that one slot could be given with.
fn numbers_part(analysis: &Analysis, given: &Given, link: &Alignment, found: &Finding) -> bool {
    let at = |mention: usize, span| guard::quantity_at(&analysis.mentions[mention], span);
    let (Some(x), Some(y)) = (at(link.a, found.a.span), at(link.b, found.b.span)) else { return true };
    let document = |mention: usize| analysis.mentions[mention].document;
    let table = [link.a, link.b].iter().any(|&mention| guard::is_table(&analysis.mentions[mention]));
    !table
        && guard::is_quantity(analysis.text(link.a), found.a.span, x)
        && guard::is_quantity(analysis.text(link.b), found.b.span, y)
        && guard::conflict(x, y)
        && !given.both_numbers((document(link.a), x), (document(link.b), y))
}

/// Names of as many words, one of them the same or nearly so.
fn shares_a_word(x: &str, y: &str) -> bool {
    let (x, y): (Vec<&str>, Vec<&str>) = (x.split_whitespace().collect(), y.split_whitespace().collect());
    let alike = |x: &str, y: &str| {
        let (shorter, longer) = (x.len().min(y.len()), x.len().max(y.len()));
        x == y || shorter >= 5 && longer <= LONGEST_NAME && strsim::osa_distance(x, y) <= 1
    };
    x.len() == y.len() && x.iter().any(|one| y.iter().any(|other| alike(one, other)))
}

/// A kind and two readings, the lower first.
type Key<'a> = (DivergenceKind, &'a str, &'a str);

/// The key of a finding, and its pair turned so that the lower reading comes first.
fn keyed<'a>(link: &Alignment, found: &'a Finding) -> (Key<'a>, Pair) {
    let said = |mention, evidence: &Evidence| Stated { mention, evidence: evidence.clone() };
    let (a, b) = (said(link.a, &found.a), said(link.b, &found.b));
    match found.a.value <= found.b.value {
        true => ((found.kind, &found.a.value, &found.b.value), Pair { a, b }),
        false => ((found.kind, &found.b.value, &found.a.value), Pair { a: b, b: a }),
    }
}

/// In the claim that holds both readings, if there is one.
fn of_disagreement(analysis: &Analysis, claim_of: &[usize], one: Disagreement) -> Divergence {
    let Disagreement { kind, about, confidence, a, b } = one;
    let pairs = pairs(analysis, &a, &b);
    let common =
        pairs.iter().map(|pair| (claim_of[pair.a.mention], claim_of[pair.b.mention])).find(|(a, b)| a == b);
    let mut found = divergence(analysis, 0, kind, (about, confidence), pairs);
    let (a, b) = if found.a.value == a.value { (a, b) } else { (b, a) };
    widen(analysis, &mut found.a, &a);
    widen(analysis, &mut found.b, &b);
    found.claim = common.map_or(claim_of[found.a.mention], |(claim, _)| claim);
    found
}

/// Every mention that gives a reading is in its camp, also those that no listed pair shows.
fn widen(analysis: &Analysis, camp: &mut Camp, reading: &Reading) {
    let mentions: BTreeSet<usize> = reading.places.iter().map(|place| place.mention).collect();
    let outlets: BTreeSet<usize> =
        mentions.iter().map(|&mention| analysis.mentions[mention].outlet).collect();
    (camp.mentions, camp.outlets) = (mentions.into_iter().collect(), outlets.into_iter().collect());
}

/// Every mention of the one reading against every one of the other, of two outlets, up to a number.
fn pairs(analysis: &Analysis, a: &Reading, b: &Reading) -> Vec<Pair> {
    let said = |reading: &Reading, place: &Place| Stated {
        mention: place.mention,
        evidence: Evidence { span: place.span, value: reading.value.clone() },
    };
    let outlet = |place: &Place| analysis.mentions[place.mention].outlet;
    let both = a.places.iter().flat_map(|x| b.places.iter().map(move |y| (x, y)));
    let apart = both.filter(|(x, y)| outlet(x) != outlet(y)).take(MOST_PAIRS);
    apart.map(|(x, y)| Pair { a: said(a, x), b: said(b, y) }).collect()
}

fn divergence(
    analysis: &Analysis,
    claim: usize,
    kind: DivergenceKind,
    (about, confidence): (String, f64),
    mut pairs: Vec<Pair>,
) -> Divergence {
    let mut a = camp(analysis, pairs.iter().map(|pair| &pair.a));
    let mut b = camp(analysis, pairs.iter().map(|pair| &pair.b));
    if standing(&b) < standing(&a) {
        std::mem::swap(&mut a, &mut b);
        pairs.iter_mut().for_each(|pair| std::mem::swap(&mut pair.a, &mut pair.b));
    }
    Divergence { claim, kind, about, confidence, a, b, pairs }
}

/// More outlets first, then by value, then by place.
fn standing(camp: &Camp) -> (Reverse<usize>, &str, &[usize]) {
    (Reverse(camp.outlets.len()), &camp.value, &camp.mentions)
}

/// A sentence speaks for the camp before a headline, which may be rewritten by others than its author; then the first.
fn camp<'a>(analysis: &Analysis, ends: impl Iterator<Item = &'a Stated>) -> Camp {
    let headline = |mention: usize| analysis.mentions[mention].kind == MentionKind::Headline;
    let places: BTreeSet<_> =
        ends.map(|said| (headline(said.mention), said.mention, &said.evidence)).collect();
    let &(_, mention, said) = places.first().expect("a group has a pair");
    let mentions: BTreeSet<usize> = places.iter().map(|&(_, mention, _)| mention).collect();
    let outlets: BTreeSet<usize> =
        mentions.iter().map(|&mention| analysis.mentions[mention].outlet).collect();
    Camp {
        value: said.value.clone(),
        mentions: mentions.into_iter().collect(),
        outlets: outlets.into_iter().collect(),
        mention,
        span: said.span,
    }
}

/// What most of those say that say anything; of equals the first in the alphabet.
fn about(findings: &[&Finding]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for found in findings.iter().filter(|found| !found.about.is_empty()) {
        *counts.entry(&found.about).or_default() += 1;
    }
    let most = counts.into_iter().max_by_key(|&(about, count)| (count, Reverse(about)));
    most.map(|(about, _)| about.to_owned()).unwrap_or_default()
}
