//! The same quotation, worded differently.
//!
//! A quotation that is only shorter, or leaves something out, is no divergence; typography never is. What counts is
//! a word that stands where another stood, between words that both sides give alike.

use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices};

use super::meaning::{content, same_letters, written_alike};
use super::word_alignment::{Slot, Tokens};
use super::{Detector, Pair, Report, Side, words};
use crate::lexicon::{frequency, near};
use crate::model::{DivergenceKind, Finding, Span};
use crate::part::Part;

/// Quotations with fewer words are too short to be recognised.
const SHORTEST: usize = 5;
/// More quotations in one sentence are not compared, each with each.
const MOST: usize = 12;
/// Share of the shorter quotation's words that must stand in the other for the two to be one.
const SAME: f64 = 0.7;

/// Words lighter than this (*a*, *any*, *would*) are exchanged without anybody noticing.
const TELLING: f64 = 4.2;

pub struct Quotes;

impl Part for Quotes {
    fn name(&self) -> &'static str {
        "quote"
    }

    fn about(&self) -> &'static str {
        "The same quotation with other words in it"
    }
}

impl Detector for Quotes {
    fn kind(&self) -> DivergenceKind {
        DivergenceKind::Quote
    }

    fn detect(&self, pair: &Pair, report: &mut Report) {
        let (quotations, others) = (quotations(&pair.a), quotations(&pair.b));
        if quotations.is_empty() || others.is_empty() {
            report.idle(self.kind(), "no quotation of some length on one side or both");
        }
        for quotation in quotations {
            let best = others
                .iter()
                .filter_map(|other| same(pair, quotation, *other))
                .max_by(|x, y| x.0.total_cmp(&y.0));
            if let Some((kept, changed)) = best {
                changed.into_iter().for_each(|(a, b)| {
                    report.found(Finding {
                        kind: self.kind(),
                        a: words(&pair.a, a),
                        b: words(&pair.b, b),
                        about: "quotation".to_owned(),
                        confidence: kept,
                        rule: "one quotation in both, with other words between words that are the same",
                    });
                });
            }
        }
    }
}

/// Stretches of tokens between quotation marks, as token indices.
fn quotations(side: &Side) -> Vec<Tokens> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for (at, c) in side.text.char_indices() {
        match (c, open) {
            ('“' | '"' | '«', None) => open = Some(at + c.len_utf8()),
            ('”' | '"' | '»', Some(start)) => {
                found.push(Span::new(start, at));
                open = None;
            }
            _ => {}
        }
    }
    // A quotation that goes on in the next sentence is not closed here.
    found.extend(open.map(|start| Span::new(start, side.text.len())));
    let tokens = |span: &Span| {
        let from = side.tokens.partition_point(|token| token.span.start < span.start);
        let to = side.tokens.partition_point(|token| token.span.end <= span.end);
        (from, to)
    };
    found.iter().map(tokens).filter(|(from, to)| from + SHORTEST <= *to).take(MOST).collect()
}

/// How much of the shorter is in the other, and the places where words were exchanged; `None` for other quotations.
fn same(pair: &Pair, a: Tokens, b: Tokens) -> Option<(f64, Vec<(Tokens, Tokens)>)> {
    let folded = |side: &Side, tokens: Tokens| -> Vec<String> {
        side.tokens[tokens.0..tokens.1].iter().map(|token| token.folded.to_string()).collect()
    };
    let (x, y) = (folded(&pair.a, a), folded(&pair.b, b));
    let ops = capture_diff_slices(Algorithm::Myers, &x, &y);
    let equal: usize =
        ops.iter().filter(|op| op.tag() == DiffTag::Equal).map(|op| op.old_range().len()).sum();
    let kept = equal as f64 / x.len().min(y.len()) as f64;
    if kept < SAME {
        return None;
    }
    let inner = ops
        .iter()
        .enumerate()
        .filter(|(index, op)| op.tag() == DiffTag::Replace && between_equal(&ops, *index));
    let changed = inner.map(|(_, op)| {
        let (old, new) = (op.old_range(), op.new_range());
        ((a.0 + old.start, a.0 + old.end), (b.0 + new.start, b.0 + new.end))
    });
    Some((kept, changed.filter(|(a, b)| matters(pair, *a, *b)).collect()))
}

/// An exchange at the quotation's end may be where one of them was cut.
fn between_equal(ops: &[DiffOp], at: usize) -> bool {
    let equal = |op: Option<&DiffOp>| op.is_some_and(|op| op.tag() == DiffTag::Equal);
    equal(at.checked_sub(1).and_then(|before| ops.get(before))) && equal(ops.get(at + 1))
}

/// Small verbs that a quotation can be wrong about.
const VERBS: &[&str] = &["am", "is", "are", "was", "were", "be", "been", "has", "have", "had"];

/// Nothing of content, and no form of *to be* or *to have*: *was on course* says another thing than *held her course*.
fn only_small_words(side: &Side, tokens: Tokens) -> bool {
    let verb = |index: usize| VERBS.contains(&side.tokens[index].folded.as_str());
    content(side, tokens).is_empty() && !(tokens.0..tokens.1).any(verb)
}

/// A telling word is exchanged for others; spellings of one word are not (`won't`, `will not`), and where one side has
/// only small words, the other says more.
fn matters(pair: &Pair, a: Tokens, b: Tokens) -> bool {
    let telling = |side: &Side, tokens: Tokens| {
        content(side, tokens).iter().any(|index| frequency::weight(&side.tokens[*index].stem) >= TELLING)
    };
    let spelling = a.1 - a.0 == 1 && b.1 - b.0 == 1 && {
        let (x, y) = (&pair.a.tokens[a.0], &pair.b.tokens[b.0]);
        x.stem == y.stem || near::related(&x.stem, &y.stem) && strsim::levenshtein(&x.folded, &y.folded) <= 2
    };
    let typed =
        same_letters(pair, &Slot { a, b }) || written_alike(pair, &Slot { a, b }) || clipped(pair, a, b);
    let more = only_small_words(&pair.a, a) || only_small_words(&pair.b, b);
    !spelling && !typed && !more && (telling(&pair.a, a) || telling(&pair.b, b))
}

/// *Gen.* for *General*, on either side.
fn clipped(pair: &Pair, a: Tokens, b: Tokens) -> bool {
    let one = |side: &Side, tokens: Tokens| {
        (tokens.1 - tokens.0 == 1).then(|| side.tokens[tokens.0].folded.clone())
    };
    let point = |side: &Side, at: usize| side.text[side.tokens[at].span.end..].starts_with('.');
    match (one(&pair.a, a), one(&pair.b, b)) {
        (Some(x), Some(y)) => {
            x.starts_with(y.as_str()) && point(&pair.b, b.0)
                || y.starts_with(x.as_str()) && point(&pair.a, a.0)
        }
        _ => false,
    }
}
