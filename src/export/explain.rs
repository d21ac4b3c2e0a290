//! Why two sentences align, or do not, and where they part: for people, on a terminal.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};

use crate::model::{Evidence, Finding, Relation};
use crate::pipeline::Compared;
use crate::similarity::{FEATURES, Join, blend};

const HEAD: Style = Style::new().bold();
const PART: Style = Style::new().bold().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Yellow)));

/// The explanation as text with colour codes.
pub fn explain(a: &str, b: &str, compared: &Compared, threshold: f64) -> String {
    let mut out = String::new();
    let verdict = if compared.score >= threshold { "aligned" } else { "not aligned" };
    let _ = writeln!(
        out,
        "{HEAD}{}{HEAD:#}: score {:.3}, {verdict} (threshold {threshold})\n",
        compared.relation.name(),
        compared.score
    );
    features(&mut out, compared);
    words(&mut out, compared);
    parting(&mut out, a, b, compared);
    out
}

fn features(out: &mut String, compared: &Compared) {
    let _ = writeln!(out, "{HEAD}Features{HEAD:#} (value 0 to 1, and what it adds to the score's logit)");
    let (adds, start) = blend().contributions(&compared.features);
    for ((feature, value), adds) in FEATURES.iter().zip(&compared.features).zip(adds) {
        let _ = writeln!(out, "  {:<16} {value:>5.2}  {adds:>+6.2}  {}", feature.name(), feature.about());
    }
    let _ = writeln!(out, "  {:<16} {:>5}  {start:>+6.2}  Where every pair begins\n", "start", "");
}

fn words(out: &mut String, compared: &Compared) {
    let _ = writeln!(out, "{HEAD}Words in common{HEAD:#} (weight in nats: rare words tell more)");
    for word in &compared.common {
        let how = match word.join {
            Join::Exact => "",
            Join::Near => "  near in meaning",
            Join::Fuzzy => "  spelt alike",
        };
        let both = if word.a == word.b { word.a.clone() } else { format!("{} ~ {}", word.a, word.b) };
        let _ = writeln!(out, "  {:>5.2}  {both}{how}", word.weight);
    }
    if compared.common.is_empty() {
        out.push_str("  none\n");
    }
    out.push('\n');
}

fn parting(out: &mut String, a: &str, b: &str, compared: &Compared) {
    let _ = writeln!(out, "{HEAD}Where they part{HEAD:#}");
    if compared.relation == Relation::Unrelated {
        out.push_str("  not looked for, since the sentences do not align\n");
        return;
    }
    for finding in &compared.findings {
        line(out, a, b, finding);
    }
    if compared.findings.is_empty() {
        out.push_str("  nowhere that the rules are sure of\n");
    }
    quiet(out, a, b, compared);
}

/// The rules that looked and kept quiet, with the places they looked at.
fn quiet(out: &mut String, a: &str, b: &str, compared: &Compared) {
    if compared.quiet.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n{HEAD}Rules that kept quiet{HEAD:#}");
    for one in &compared.quiet {
        let places = one.places.map_or(String::new(), |(x, y)| format!("“{}” and “{}”: ", x.of(a), y.of(b)));
        let _ = writeln!(out, "  {:<10} {places}{}", one.kind.name(), one.reason);
    }
}

fn line(out: &mut String, a: &str, b: &str, finding: &Finding) {
    let side = |evidence: &Evidence, text: &str| {
        let words = evidence.span.of(text);
        if words == evidence.value {
            format!("“{words}”")
        } else {
            format!("“{words}” ({})", evidence.value)
        }
    };
    let about = if finding.about.is_empty() { String::new() } else { format!(" [{}]", finding.about) };
    let _ = writeln!(
        out,
        "  {PART}{}{PART:#}{about}: {} ≠ {}\n    {} (sure: {:.2})",
        finding.kind.name(),
        side(&finding.a, a),
        side(&finding.b, b),
        finding.rule,
        finding.confidence
    );
}
