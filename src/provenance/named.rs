//! Outlets that name the same source for a claim rest on that source.
//!
//! ```text
//!   Gazette   12 were hurt, police said      ─┐
//!   Post      12 were hurt, according to the ─┼─► one origin: the police
//!             police chief, Tom Lee          ─┘
//!   Courier   “I will not resign,” she said  ─── heard by both: two origins
//!   Sentinel  “I will not resign,” she said  ───
//! ```
//!
//! What a person said aloud is known to those who heard it. Two outlets that quote the same speech are two witnesses of
//! it, unless their text is one, or one of them says that it was told to the other. A statement, a letter or a report
//! is one source however many quote it.
//!
//! A source that is kept back, or a pronoun that could mean several, may be anybody's source: such a tie is left open.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::event_context::Scene;
use super::groups::Groups;
use crate::lexicon::sources::{self, Noun};
use crate::lexicon::{grammar, names, outlets};
use crate::model::{AttributionKind, Layer, NamedSource, Saying, SourceKind, Span, Sureness, Tie};
use crate::text;

/// Ties by source, and open ones; outlets that are one already count as one.
pub(super) fn ties(scene: &Scene, groups: &Groups) -> Vec<Tie> {
    let namings = namings(scene);
    let mut ties = cited_outlets(scene);
    let groups = groups.clone().tied(&ties);
    ties.extend(same_source(scene, &namings, &groups));
    let groups = groups.tied(&ties);
    ties.extend(by_claim(scene, &namings, &groups));
    let groups = groups.tied(&ties);
    ties.extend(open(scene, &namings, &groups));
    ties
}

/// An outlet names a source for the claim.
struct Naming<'a> {
    outlet: usize,
    saying: &'a Saying,
    /// The source in the end: a spokesman's is the body he speaks for. `None` where the naming could mean several.
    source: Option<usize>,
}

/// Who told it, for every mention: the outermost source that is no outlet. What people say that the inspector warned of
/// rests on the people.
fn namings<'a>(scene: &Scene<'a>) -> Vec<Naming<'a>> {
    let mentions =
        scene.voices.iter().flat_map(|(&outlet, mentions)| mentions.iter().map(move |&m| (outlet, m)));
    mentions
        .filter_map(|(outlet, m)| sayings(scene, outlet, m).find(|naming| !is_outlet(scene, naming)))
        .collect()
}

/// Every source of a mention, outermost first.
fn sayings<'a>(scene: &Scene<'a>, outlet: usize, mention: usize) -> impl Iterator<Item = Naming<'a>> {
    let analysis = scene.event.analysis;
    analysis.mentions[mention].said.iter().map(move |&saying| {
        let saying = &analysis.sayings[saying];
        let source = saying.source.map(|source| in_whose_name(&analysis.sources, source));
        Naming { outlet, saying, source }
    })
}

fn is_outlet(scene: &Scene, naming: &Naming) -> bool {
    naming.source.is_some_and(|source| scene.event.analysis.sources[source].kind == SourceKind::Outlet)
}

/// A spokesman, or the chief of the police, speaks in the name of a body. A senator *of Delaware* does not speak for
/// Delaware, nor an adviser for the council he sits on.
fn in_whose_name(all: &[NamedSource], source: usize) -> usize {
    let one = &all[source];
    let officer = one.role.as_deref().is_some_and(|role| sources::is(Noun::Officer, role));
    let of = one.speaks_for.filter(|&of| officer && all[of].kind == SourceKind::Organisation);
    let is_place = |of: usize| {
        let words: Vec<String> = all[of].name.split_whitespace().map(text::fold).collect();
        names::is_place(&words)
    };
    of.filter(|&of| !is_place(of)).unwrap_or(source)
}

/// An outlet that cites another of the claim, or quotes what was told to it.
fn cited_outlets(scene: &Scene) -> Vec<Tie> {
    let voice = |name: &str| {
        let key = outlets::same_name_key(name);
        scene.voices.keys().copied().find(|&outlet| outlets::same_name_key(scene.event.name(outlet)) == key)
    };
    let mut ties: BTreeMap<(usize, usize), Tie> = BTreeMap::new();
    let mentions =
        scene.voices.iter().flat_map(|(&outlet, mentions)| mentions.iter().map(move |&m| (outlet, m)));
    for naming in mentions.flat_map(|(outlet, mention)| sayings(scene, outlet, mention)) {
        let source = naming.source.map(|source| &scene.event.analysis.sources[source]);
        let cited =
            source.filter(|source| source.kind == SourceKind::Outlet).and_then(|source| voice(&source.name));
        let told = naming.saying.told.as_deref().and_then(voice);
        if let Some(other) = cited.or(told).filter(|&other| other != naming.outlet) {
            let name = scene.event.name(other);
            let why = match cited {
                Some(_) => format!("{} cites {name}", scene.event.name(naming.outlet)),
                None => format!("{} quotes what was told to {name}", scene.event.name(naming.outlet)),
            };
            let tie = Tie {
                layer: Layer::Source,
                a: other,
                b: naming.outlet,
                root: Some(name.to_owned()),
                sureness: Sureness::Likely,
                why,
                places: place(&naming).into_iter().collect(),
            };
            ties.entry((other, naming.outlet)).or_insert(tie);
        }
    }
    ties.into_values().collect()
}

/// The source that most origins share first; each origin rests on one source only, so that an outlet that names two does
/// not make those one.
fn same_source(scene: &Scene, namings: &[Naming], groups: &Groups) -> Vec<Tie> {
    let mut by_source: BTreeMap<usize, Vec<&Naming>> = BTreeMap::new();
    for naming in namings {
        if let Some(source) = naming.source.filter(|&source| is_known(&scene.event.analysis.sources[source]))
        {
            by_source.entry(source).or_default().push(naming);
        }
    }
    let mut left: BTreeSet<usize> = scene.voices.keys().map(|&outlet| groups.of(outlet)).collect();
    let mut ties = Vec::new();
    loop {
        let reach = |namings: &Vec<&Naming>| {
            let reached = namings.iter().map(|naming| groups.of(naming.outlet));
            reached.filter(|group| left.contains(group)).collect::<BTreeSet<usize>>()
        };
        let tied = by_source.iter().filter(|(_, namings)| !is_heard(scene, namings, groups));
        let best = tied.map(|(&source, namings)| (reach(namings), source));
        let Some((reached, source)) = best.max_by_key(|(reached, source)| (reached.len(), Reverse(*source)))
        else {
            return ties;
        };
        if reached.len() < 2 {
            return ties;
        }
        let members = by_source[&source].iter().filter(|naming| reached.contains(&groups.of(naming.outlet)));
        ties.extend(star(scene, source, &members.copied().collect::<Vec<_>>(), groups));
        left.retain(|group| !reached.contains(group));
    }
}

fn is_known(source: &NamedSource) -> bool {
    !source.vague && !matches!(source.kind, SourceKind::Anonymous | SourceKind::Outlet)
}

/// Spoken words that at least two origins quote as they heard them.
fn is_heard(scene: &Scene, namings: &[&Naming], groups: &Groups) -> bool {
    let heard = |naming: &&&Naming| {
        let source = naming.saying.source.map(|source| scene.event.analysis.sources[source].kind);
        source == Some(SourceKind::Person) && is_spoken(naming)
    };
    let witnesses: BTreeSet<usize> =
        namings.iter().filter(heard).map(|naming| groups.of(naming.outlet)).collect();
    witnesses.len() > 1
}

/// A quotation of spoken words.
fn is_spoken(naming: &Naming) -> bool {
    naming.saying.attribution.kind == AttributionKind::Direct && !naming.saying.written
}

/// Each further group tied to the first.
fn star(scene: &Scene, source: usize, namings: &[&Naming], groups: &Groups) -> Vec<Tie> {
    // All quote one spokesman: then it is he who is named, not the body he speaks for.
    let only = namings.iter().map(|naming| naming.saying.source).collect::<BTreeSet<_>>();
    let source = only.first().copied().flatten().filter(|_| only.len() == 1).unwrap_or(source);
    let name = &scene.event.analysis.sources[source].name;
    let mut met = BTreeSet::from([groups.of(namings[0].outlet)]);
    let further = namings.iter().filter(|naming| met.insert(groups.of(naming.outlet)));
    further.map(|naming| tie(scene, name, namings[0], naming)).collect()
}

fn tie(scene: &Scene, name: &str, a: &Naming, b: &Naming) -> Tie {
    let full = [a, b].iter().all(|naming| names_it(scene, naming, name));
    Tie {
        layer: Layer::Source,
        a: a.outlet,
        b: b.outlet,
        root: Some(name.to_owned()),
        sureness: if full { Sureness::Sure } else { Sureness::Likely },
        why: format!("both name {name} as their source"),
        places: [a, b].into_iter().filter_map(place).collect(),
    }
}

/// By its name, not by a title or a pronoun.
fn names_it(scene: &Scene, naming: &Naming, name: &str) -> bool {
    let last = name.split_whitespace().last().unwrap_or(name);
    place(naming).is_some_and(|(document, span)| {
        let said = span.of(&scene.event.analysis.documents[document].text).to_lowercase();
        said.contains(&last.to_lowercase())
    })
}

fn place(naming: &Naming) -> Option<(usize, Span)> {
    Some((naming.saying.document, naming.saying.attribution.source?))
}

/// *She said*, where several women have been named; but another outlet gives the same claim to one of them.
fn by_claim(scene: &Scene, namings: &[Naming], groups: &Groups) -> Vec<Tie> {
    let analysis = scene.event.analysis;
    let mut ties = Vec::new();
    let mut met = BTreeSet::new();
    let is_unclear =
        |naming: &&Naming| naming.source.is_none() && !is_spoken(naming) && is_pronoun(scene, naming);
    for unclear in namings.iter().filter(is_unclear) {
        let known = namings.iter().filter(|other| groups.of(other.outlet) != groups.of(unclear.outlet));
        let fits = |other: &&Naming| {
            let person = other.saying.source.filter(|&at| analysis.sources[at].kind == SourceKind::Person);
            person.is_some_and(|person| scene.event.names.contains(&(unclear.saying.document, person)))
        };
        let Some(other) = known.into_iter().find(fits).filter(|_| met.insert(groups.of(unclear.outlet)))
        else {
            continue;
        };
        let name = &analysis.sources[other.saying.source.unwrap_or_default()].name;
        ties.push(Tie {
            layer: Layer::Source,
            a: other.outlet,
            b: unclear.outlet,
            root: Some(name.clone()),
            sureness: Sureness::Likely,
            why: format!(
                "one gives it to {name}; the other leaves open who is meant, and names {name} as well"
            ),
            places: [other, unclear].into_iter().filter_map(place).collect(),
        });
    }
    ties
}

fn is_pronoun(scene: &Scene, naming: &Naming) -> bool {
    let text = |document: usize| scene.event.analysis.documents[document].text.as_str();
    place(naming).is_some_and(|(document, span)| grammar::is_pronoun(&text::fold(span.of(text(document)))))
}

/// A source that cannot be told, beside another that it could be: one open tie each, to the first. Words that both
/// quote were heard by both, whoever spoke them.
fn open(scene: &Scene, namings: &[Naming], groups: &Groups) -> Vec<Tie> {
    let all = &scene.event.analysis.sources;
    let source = |naming: &Naming| naming.source.map(|source| &all[source]);
    let known = |outlet: usize| {
        let mut own = namings.iter().filter(|naming| groups.of(naming.outlet) == groups.of(outlet));
        own.any(|naming| source(naming).is_some_and(is_known))
    };
    let mut ties = Vec::new();
    let mut met = BTreeSet::new();
    for naming in namings.iter().filter(|naming| !known(naming.outlet)) {
        let group = groups.of(naming.outlet);
        let other = namings.iter().filter(|other| groups.of(other.outlet) != group);
        let mut other = other
            .filter(|other| !(is_spoken(naming) && is_spoken(other)))
            .filter(|other| could_be(source(naming), source(other)));
        let Some(other) = other.next().filter(|_| met.insert(group)) else { continue };
        ties.push(Tie {
            layer: Layer::Source,
            a: other.outlet,
            b: naming.outlet,
            root: None,
            sureness: Sureness::CannotTell,
            why: "may rest on the same source: who it is cannot be told from the words".to_owned(),
            places: [other, naming].into_iter().filter_map(place).collect(),
        });
    }
    ties
}

/// Whether a source that cannot be told could be the other one.
fn could_be(one: Option<&NamedSource>, other: Option<&NamedSource>) -> bool {
    let Some(one) = one else { return true };
    match (one.kind, other) {
        (_, None) => true,
        (SourceKind::Anonymous, Some(other)) => {
            matches!(other.kind, SourceKind::Anonymous | SourceKind::Person | SourceKind::Organisation)
        }
        (_, Some(other)) => other.name == one.name || other.kind == SourceKind::Anonymous,
    }
}
