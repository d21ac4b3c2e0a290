//! How much of what an outlet published here stands in text that it shares.

use std::collections::BTreeMap;

use crate::model::{Analysis, Copy, CopyEnd, Direction, PassageKind, Reuse, SharedPassage, Span};
use crate::text::Token;

/// One for each outlet. `words` holds the words of each mention.
pub(super) fn reuse(analysis: &Analysis, words: &[&[Token]]) -> Vec<Reuse> {
    let mut all: Vec<Reuse> = vec![Reuse::default(); analysis.outlets.len()];
    let (mut shared, mut taken) = (Stretches::default(), Stretches::default());
    for end in analysis.copies.iter().filter(|copy| copy.a.shared > 0).flat_map(ends) {
        let reuse = &mut all[end.of.outlet];
        reuse.with.insert(end.other.outlet);
        shared.add(&end);
        if end.taken {
            reuse.from.insert(end.other.outlet);
            taken.add(&end);
        }
    }
    for (mention, words) in words.iter().enumerate() {
        let of = &analysis.mentions[mention];
        let key = (of.outlet, of.document);
        let inside = |stretches: &Stretches| {
            words.iter().filter(|word| stretches.hold(key, word.span.shifted(of.span.start))).count()
        };
        let reuse = &mut all[of.outlet];
        reuse.words += words.len();
        reuse.shared += inside(&shared);
        reuse.taken += inside(&taken);
    }
    all
}

/// One side of shared text.
struct Side<'a> {
    of: CopyEnd,
    other: CopyEnd,
    /// It has the text from the other side.
    taken: bool,
    passages: &'a [SharedPassage],
    place: fn(&SharedPassage) -> Span,
}

fn ends(copy: &Copy) -> [Side<'_>; 2] {
    let side = |of, other, from, place| Side {
        of,
        other,
        taken: copy.direction == from,
        passages: &copy.passages,
        place,
    };
    [
        side(copy.a, copy.b, Direction::FromB, |passage| passage.a),
        side(copy.b, copy.a, Direction::FromA, |passage| passage.b),
    ]
}

/// Places in documents, by outlet and document.
#[derive(Default)]
struct Stretches(BTreeMap<(usize, usize), Vec<Span>>);

impl Stretches {
    fn add(&mut self, side: &Side) {
        let text = side.passages.iter().filter(|passage| passage.kind == PassageKind::Text);
        let spans = self.0.entry((side.of.outlet, side.of.document)).or_default();
        spans.extend(text.map(side.place));
        *spans = merged(std::mem::take(spans));
    }

    fn hold(&self, key: (usize, usize), place: Span) -> bool {
        self.0.get(&key).is_some_and(|spans| {
            let at = spans.partition_point(|span| span.end < place.end);
            spans.get(at).is_some_and(|span| span.contains(place))
        })
    }
}

/// In order, those that touch as one.
fn merged(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut merged: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match merged.last_mut().filter(|last| last.end >= span.start) {
            Some(last) => *last = last.joined(span),
            None => merged.push(span),
        }
    }
    merged
}
