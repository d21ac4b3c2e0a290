//! `reports/quality.md`, section by section.

use std::fmt::Write as _;
use std::path::Path;

use crosswire::pipeline::Options;
use crosswire::similarity::{FEATURES, THRESHOLD, Vocabulary};

use crate::coverage::Corpus;
use crate::figures::{self, Figures};
use crate::gold::{self, Row};
use crate::grouping::{self, METHODS};
use crate::judged::{Coverage, Judgement, Link};
use crate::train;

/// What was read by hand, in our own words.
const ERRORS: &str = include_str!("errors.md");

/// A figure of the issue's table: floor (word Jaccard), a quick mix of fuzzy measures, and what is to be reached.
const REACH: [(&str, &str, &str, &str); 9] = [
    ("ECB+ strong pairs, AP", ".709", ".747", "≥ .78"),
    ("ECB+ strong pairs, AUC", ".838", ".872", "≥ .89"),
    ("ECB+ strong pairs found where 2 % of look-alikes are taken", ".357 (with 2.5 %)", ".38", "≥ .48"),
    ("MSRP, AUC", ".759", ".799", "≥ .83"),
    ("MSRP, accuracy at the threshold learnt from its training part", ".736", ".762", "≥ .78"),
    ("STS headlines 2013, Pearson", ".666", ".765", "≥ .80"),
    ("STS headlines 2014, Pearson", ".635", ".736", "≥ .77"),
    ("STS MSRpar 2012, Pearson", ".564", ".717", "≥ .73"),
    ("NAnCo answers, AUC", ".743", ".766", "≥ .80"),
];

pub fn report(folder: &Path) -> String {
    let rows = gold::rows(folder, Vocabulary::default());
    let all: Vec<usize> = (0..FEATURES.len()).collect();
    let crossed = train::cross_validated(&rows, &all);
    let mut out = String::from(
        "# How well sentences are aligned\n\n\
         Written by `cargo run --release --example quality -- GOLD_FOLDER`; the corpora are not part of this\n\
         repository. All figures are on their development parts. The weights were fitted to the training *and*\n\
         development parts, so *shipped* has seen these rows; *unseen* is the honest figure: each row scored by a\n\
         model that was fitted without its topic, question or sentence.\n",
    );
    pairs(&mut out, &rows, &crossed);
    compare(&mut out, folder);
    claims(&mut out, folder);
    real(&mut out, folder);
    meanings(&mut out, folder, &crossed, &rows);
    features(&mut out, &rows, &crossed);
    out.push_str("\n## The worst errors, in our own words\n\n");
    out.push_str(ERRORS);
    out
}

fn pairs(out: &mut String, rows: &[Row], crossed: &[f64]) {
    let shipped: Vec<f64> = rows.iter().map(|row| row.score).collect();
    let (shipped, unseen) = (Figures::new(rows, &shipped), Figures::new(rows, crossed));
    out.push_str("\n## Two sentences by themselves\n\n");
    out.push_str(
        "| figure | word Jaccard | quick mix | reach | shipped | unseen |\n|---|---|---|---|---|---|\n",
    );
    for (index, (name, floor, mix, reach)) in REACH.iter().enumerate() {
        let (shipped, unseen) = (shipped.values()[index], unseen.values()[index]);
        writeln!(out, "| {name} | {floor} | {mix} | {reach} | {shipped:.3} | {unseen:.3} |").unwrap();
    }
    let share = |corpus: &str, label: f64| {
        let of: Vec<bool> = rows
            .iter()
            .filter(|row| row.dev && row.corpus == corpus && row.label == label)
            .map(|row| row.aligned)
            .collect();
        100.0 * of.iter().filter(|aligned| **aligned).count() as f64 / of.len().max(1) as f64
    };
    writeln!(
        out,
        "\nAt the shipped threshold {THRESHOLD}: {:.1} % of the strong pairs are aligned, and {:.2} % of the look-alikes \
         (sentences of a sibling event; at most 2 % wanted).\n",
        share("ecb+", 1.0),
        share("ecb+ siblings", 0.0)
    )
    .unwrap();
    out.push_str(
        "Rows and mean label by score band, unseen (STS labels are grades; 1 is *the same*):\n\n```text\n",
    );
    out.push_str(&figures::calibration(rows, crossed));
    out.push_str("```\n\nIf the threshold were: strong pairs found, look-alikes taken, MSRP accuracy (%), unseen:\n\n```text\n");
    out.push_str(&figures::curve(rows, crossed));
    out.push_str("```\n");
}

fn compare(out: &mut String, folder: &Path) {
    let figures = Corpus::read(folder).measure(&Options::default());
    let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
    writeln!(
        out,
        "\n## `compare` on the events of ECB+\n\n\
         | figure | |\n|---|---|\n\
         | strong pairs aligned | {:.1} % of {} |\n\
         | strong pairs in one claim | {:.1} % |\n\
         | alignments that share an event (of those judged) | {:.1} % of {} |\n\
         | look-alikes aligned when two sibling events are loaded as one | {:.2} % of {} |\n\
         | alignments from one sibling event to the other, per 100 sentences | {:.1} |\n\n\
         Many of the last are right: reports of the second event recall the first.",
        percent(figures.aligned, figures.strong),
        figures.strong,
        percent(figures.in_one_claim, figures.strong),
        percent(figures.same_event, figures.alignments),
        figures.alignments,
        percent(figures.siblings_aligned, figures.siblings),
        figures.siblings,
        percent(figures.across, figures.sentences),
    )
    .unwrap();
}

fn claims(out: &mut String, folder: &Path) {
    let (questions, corpus) = (grouping::questions(folder), Corpus::read(folder));
    out.push_str(
        "\n## From alignments to claims\n\n\
         B-cubed precision, recall and F of ways to group the same scores: answers of NAnCo (Bagga & Baldwin 1998), and\n\
         sentences of ECB+ events (by pairs, Amigó et al. 2009: precision by a shared event, recall by strong pairs).\n\n\
         | method | NAnCo P | R | F | ECB+ P | R | F |\n|---|---|---|---|---|---|---|\n",
    );
    for method in METHODS {
        let ([p, r, f], [q, s, g]) =
            (grouping::answers(&questions, method).figures(), corpus.grouped(method).figures());
        writeln!(out, "| {} | {p:.3} | {r:.3} | {f:.3} | {q:.3} | {s:.3} | {g:.3} |", method.name).unwrap();
    }
    out.push_str(
        "\nConnected components find most where every event is one thing told by many short texts. In articles they chain\n\
         neighbouring statements of one story into claims of a dozen sentences of one outlet, so they are not used. Average\n\
         link is the best of the others, better still over the best matches only and with a voice's own sentences left out\n\
         of the average.\n\n\
         Splitting coordinated clauses, and quotations from their frames, was tried: the best score of any two clauses\n\
         instead of the sentences' moved ECB+ AP from .812 to .815, MSRP AUC from .843 to .807, judged alignments from .770\n\
         to .776; means of both changed less. Sentences stay whole.\n",
    );
}

fn real(out: &mut String, folder: &Path) {
    let coverage = Coverage::measure(folder, &Options::default());
    let per_100 = |links: usize, sentences: usize| 100.0 * links as f64 / sentences.max(1) as f64;
    writeln!(
        out,
        "\n## `compare` on real coverage\n\n\
         {:.1} alignments per 100 sentences on the triples of BASIL (≥ 25 wanted), {:.3} on triples of unrelated events\n\
         (≤ .05 wanted). Readers judged what we align; judgements are kept by document and sentence, without text.\n\n\
         A hundred drawn by the hash of their places:\n",
        per_100(coverage.links.len(), coverage.sentences),
        per_100(coverage.mixed.0, coverage.mixed.1),
    )
    .unwrap();
    judgements(out, coverage.drawn().into_iter());
    out.push_str("\nAll that were ever judged and are still aligned:\n\n");
    judgements(out, coverage.links.iter());
}

fn judgements<'a>(out: &mut String, links: impl Iterator<Item = &'a Link> + Clone) {
    out.push_str("| score | same | overlapping | wrong | not judged |\n|---|---|---|---|---|\n");
    let mut row = |name: String, links: &mut dyn Iterator<Item = &'a Link>| {
        let mut counts = [0; 4];
        links.for_each(|link| counts[link.judgement.map_or(3, |judgement| judgement as usize)] += 1);
        let [same, overlapping, wrong, unknown] = counts;
        writeln!(out, "| {name} | {same} | {overlapping} | {wrong} | {unknown} |").unwrap();
    };
    for band in 5..10 {
        let (low, high) = (f64::from(band) / 10.0, f64::from(band + 1) / 10.0);
        let inside = |link: &&Link| link.score >= low && (link.score < high || band == 9);
        row(format!("{low:.1}–{high:.1}"), &mut links.clone().filter(inside));
    }
    row("all".to_owned(), &mut links.clone());
    let judged: Vec<Judgement> = links.filter_map(|link| link.judgement).collect();
    let share = |right: &[Judgement]| {
        100.0 * judged.iter().filter(|judgement| right.contains(judgement)).count() as f64
            / judged.len().max(1) as f64
    };
    let (same, right) = (share(&[Judgement::Same]), share(&[Judgement::Same, Judgement::Overlapping]));
    writeln!(out, "\n{same:.0} % the same, {right:.0} % the same or overlapping (70 and 90 wanted).")
        .unwrap();
}

/// The near-meaning table, the sets and the expressions: with and without, each with a model fitted to it.
fn meanings(out: &mut String, folder: &Path, crossed: &[f64], rows: &[Row]) {
    let bare = gold::rows(folder, Vocabulary::bare());
    let all: Vec<usize> = (0..FEATURES.len()).collect();
    let without = Figures::new(&bare, &train::cross_validated(&bare, &all));
    writeln!(
        out,
        "\n## What near meanings are worth\n\n```text\n         {}\nwith     {}\nwithout  {}\n```",
        Figures::HEADER,
        Figures::new(rows, crossed),
        without
    )
    .unwrap();
}

fn features(out: &mut String, rows: &[Row], crossed: &[f64]) {
    let whole = Figures::new(rows, crossed);
    writeln!(
        out,
        "\n## What each feature adds\n\nChange of the unseen figures without it.\n\n```text\n{}",
        Figures::HEADER
    )
    .unwrap();
    for (left_out, feature) in FEATURES.iter().enumerate() {
        let others: Vec<usize> = (0..FEATURES.len()).filter(|other| *other != left_out).collect();
        let figures = Figures::new(rows, &train::cross_validated(rows, &others));
        writeln!(out, "{}  {}", figures.change_from(&whole), feature.name()).unwrap();
    }
    out.push_str("```\n");
}
