//! Analyses built by hand, for tests of what is made from them. All sentences are invented.

use crosswire::model::*;
use crosswire::pipeline::divergences;
use crosswire::pipeline::kinds::Kinds;
use crosswire::provenance;
use crosswire::text::tokens;

/// Puts an analysis together: documents first, then links, then claims.
pub struct Builder {
    analysis: Analysis,
}

impl Builder {
    /// Outlets by name; `(name, agency)`.
    pub fn new(event: &str, outlets: &[(&str, bool)]) -> Self {
        let mut outlets: Vec<_> = outlets
            .iter()
            .map(|&(name, agency)| Outlet { name: name.to_owned(), agency, present: false })
            .collect();
        outlets.sort_by(|a, b| a.name.cmp(&b.name));
        Builder { analysis: Analysis { event: Some(event.to_owned()), outlets, ..Analysis::default() } }
    }

    /// A document; gives its mentions, the headline first.
    pub fn document(
        &mut self,
        outlet: &str,
        published: Option<&str>,
        title: &str,
        body: &[&str],
    ) -> Vec<usize> {
        let at = self.outlet(outlet);
        self.analysis.outlets[at].present = true;
        let number = self.analysis.documents.len();
        let mut document = Document {
            id: format!("doc-{number}"),
            outlet: outlet.to_owned(),
            url: Some(format!("https://example.org/{number}?a=1&b=2")),
            published: published.map(|published| published.parse().expect("a date")),
            ..Document::default()
        };
        document.source.file = format!("coverage/{number}.txt");
        document.source.sha256 = format!("{number:064x}");
        let document = document.with_text(Some(title), &body.join("\n\n"));
        let headline = document.headline.expect("a title was given");
        let mut spans = vec![(headline, MentionKind::Headline)];
        let mut start = document.body;
        for sentence in body {
            spans.push((Span::new(start, start + sentence.len()), MentionKind::Sentence));
            start += sentence.len() + 2;
        }
        self.analysis.documents.push(document);
        self.analysis.segmented.push(Segmented::default());
        spans.into_iter().map(|(span, kind)| self.mention(number, at, span, kind)).collect()
    }

    fn mention(&mut self, document: usize, outlet: usize, span: Span, kind: MentionKind) -> usize {
        let chain = vec![self.analysis.outlets[outlet].name.clone()];
        self.analysis.mentions.push(Mention {
            document,
            outlet,
            chain,
            kind,
            span,
            facts: Vec::new(),
            said: Vec::new(),
        });
        self.analysis.mentions.len() - 1
    }

    /// The mention is another outlet's coverage that this document carries.
    pub fn carried(&mut self, mention: usize, voice: &str) {
        let outlet = self.outlet(voice);
        self.analysis.mentions[mention].outlet = outlet;
        self.analysis.mentions[mention].chain.push(voice.to_owned());
    }

    pub fn link(&mut self, a: usize, b: usize, score: f64, relation: Relation, findings: Vec<Finding>) {
        assert!(a < b);
        self.analysis.alignments.push(Alignment { a, b, score, relation, findings });
    }

    /// A finding between two mentions: the words of each that differ.
    pub fn finding(&self, kind: DivergenceKind, about: &str, a: (usize, &str), b: (usize, &str)) -> Finding {
        let evidence = |(mention, words): (usize, &str)| {
            let start = self.analysis.text(mention).find(words).expect("the words are in the mention");
            Evidence { span: Span::new(start, start + words.len()), value: words.to_owned() }
        };
        let about = about.to_owned();
        Finding { kind, a: evidence(a), b: evidence(b), about, confidence: 0.9, rule: "by hand" }
    }

    /// Closes: each list of mentions is a claim, and every mention left over one of its own.
    pub fn claims(mut self, claims: &[Vec<usize>]) -> Analysis {
        self.analysis.alignments.sort_by_key(|link| (link.a, link.b));
        let mut left: Vec<usize> = (0..self.analysis.mentions.len()).collect();
        left.retain(|mention| !claims.iter().any(|claim| claim.contains(mention)));
        let alone = left.into_iter().map(|mention| vec![mention]);
        for mentions in claims.iter().cloned().chain(alone) {
            self.claim(mentions);
        }
        let kinds = Kinds::named(&["all".to_owned()]);
        let found = divergences::divergences(&self.analysis, &self.analysis.claims, Vec::new(), &kinds);
        for (index, divergence) in found.iter().enumerate() {
            self.analysis.claims[divergence.claim].divergences.push(index);
        }
        self.analysis.divergences = found;
        self.analysis.claims.iter_mut().for_each(|claim| claim.status = status(claim));
        let words = (0..self.analysis.mentions.len()).map(|mention| tokens(self.analysis.text(mention)));
        let words: Vec<_> = words.collect();
        provenance::settle(&mut self.analysis, &words.iter().map(Vec::as_slice).collect::<Vec<_>>());
        self.analysis
    }

    fn claim(&mut self, mut mentions: Vec<usize>) {
        mentions.sort_unstable();
        let links = self.analysis.alignments.iter().enumerate();
        let inside: Vec<usize> = links.filter(|(_, l)| mentions.contains(&l.a)).map(|(at, _)| at).collect();
        let mut outlets: Vec<_> = mentions.iter().map(|&m| self.analysis.mentions[m].outlet).collect();
        outlets.sort_unstable();
        outlets.dedup();
        let scores = inside.iter().map(|&at| self.analysis.alignments[at].score);
        let weakest_link = scores.min_by(f64::total_cmp);
        self.analysis.claims.push(Claim {
            status: Status::SingleSource,
            representative: mentions[0],
            mentions,
            alignments: inside,
            divergences: Vec::new(),
            outlets,
            count: OriginCount::default(),
            origins: Vec::new(),
            weakest_link,
        });
    }

    fn outlet(&self, name: &str) -> usize {
        self.analysis.outlets.iter().position(|outlet| outlet.name == name).expect("a known outlet")
    }
}

fn status(claim: &Claim) -> Status {
    match (claim.outlets.len(), claim.divergences.is_empty()) {
        (1, _) => Status::SingleSource,
        (_, true) => Status::Shared,
        (_, false) => Status::Divergent,
    }
}

/// A small comparison with one of everything: shared, divergent by number and by name, a chain
/// through a roundup, copied words, hostile text.
pub fn bridge() -> Analysis {
    let outlets = [
        ("Valley Courier", false),
        ("Ridge Herald", false),
        ("Inland Press", true),
        ("Morning Digest", false),
        ("Radio Quarry", false),
        ("=SUM(A1) \"Quoted\\Outlet\" </script>", false),
    ];
    let mut b = Builder::new("Bridge collapse at Aldermere", &outlets);
    let press = b.document(
        "Inland Press",
        Some("2026-05-11T06:10:00Z"),
        "Footbridge falls into the Alder",
        &[
            "The old footbridge at Aldermere fell into the river early on Monday.",
            "Nine people were pulled from the water, the fire service said.",
            "The engineer Mara Lindqvist had asked for repairs in spring.",
        ],
    );
    let valley = b.document(
        "Valley Courier",
        Some("2026-05-11T07:00:00Z"),
        "Footbridge collapses – “naïve” trust in rusty bolts 🏗",
        &[
            "The old footbridge at Aldermere fell into the river early on Monday.",
            "Nine people were pulled from the water, the fire service said.",
            "Mara Lindqvist, an engineer, called for repairs months ago.",
            "The bakery by the bank gave tea to the rescuers.",
        ],
    );
    let ridge = b.document(
        "Ridge Herald",
        Some("2026-05-11"),
        "Bridge down at Aldermere",
        &[
            "Early on Monday the footbridge in Aldermere dropped into the Alder.",
            "Rescuers brought fourteen people out of the water.",
            "Repairs had been demanded in spring by Marta Lindquist, an engineer.",
            "The town has no money for a new bridge, a councillor said.",
        ],
    );
    let digest = b.document(
        "Morning Digest",
        Some("2026-05-12"),
        "What the papers say",
        &["Radio Quarry reports that fourteen people were brought out of the water.", "Rain is coming."],
    );
    b.carried(digest[1], "Radio Quarry");
    let hostile = b.document(
        "=SUM(A1) \"Quoted\\Outlet\" </script>",
        None,
        "=cmd|' /C calc'!A0",
        &[
            "The footbridge \"at\" C:\\Aldermere\\ fell &lt;early&gt;,\nthey said\0 </script>\u{202e}live\u{202c}.",
            "-not a formula, שלום, 橋が落ちた橋が落ちた橋が落ちた橋が落ちた橋が落ちた",
            "@everyone saw it",
        ],
    );
    use DivergenceKind::{Name, Number};
    use Relation::{NearVerbatim, Paraphrase, Verbatim};
    b.link(press[1], valley[1], 1.0, Verbatim, vec![]);
    b.link(press[1], ridge[1], 0.61234567, Paraphrase, vec![]);
    b.link(ridge[1], hostile[1], 0.5, Paraphrase, vec![]);
    b.link(press[2], valley[2], 1.0, NearVerbatim, vec![]);
    for nine in [press[2], valley[2]] {
        for (fourteen, score) in [(ridge[2], 0.58), (digest[1], 0.55)] {
            let found = b.finding(Number, "people pulled out", (nine, "Nine"), (fourteen, "fourteen"));
            b.link(nine, fourteen, score, Paraphrase, vec![found]);
        }
    }
    let found = b.finding(Name, "", (press[3], "Mara Lindqvist"), (ridge[3], "Marta Lindquist"));
    b.link(press[3], ridge[3], 0.7, Paraphrase, vec![found]);
    b.link(press[3], valley[3], 0.8, Paraphrase, vec![]);
    b.claims(&[
        vec![press[2], valley[2], ridge[2], digest[1]],
        vec![press[3], valley[3], ridge[3]],
        vec![press[1], valley[1], ridge[1], hostile[1]],
    ])
}

/// A made-up comparison of any size: every third claim divergent, one outlet of six copies.
pub fn synthetic(outlets: usize, claims: usize) -> Analysis {
    let names: Vec<_> =
        (0..outlets).map(|at| format!("{} {}", TOWNS[at % TOWNS.len()], PAPERS[at % PAPERS.len()])).collect();
    let listed: Vec<_> = names.iter().enumerate().map(|(at, name)| (name.as_str(), at == 0)).collect();
    let mut b = Builder::new("A made-up event of many claims", &listed);
    let says: Vec<Vec<String>> =
        (0..outlets).map(|o| (0..claims).map(|c| sentence(o, c)).collect()).collect();
    let mut mentions = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let body: Vec<_> = says[at].iter().map(String::as_str).collect();
        let published = format!("2026-05-{:02}", 1 + at % 28);
        mentions.push(b.document(name, Some(&published), &format!("Headline of {name}"), &body));
    }
    let mut groups = Vec::new();
    for claim in 0..claims {
        let speakers: Vec<_> = (0..outlets).filter(|outlet| speaks(*outlet, claim)).collect();
        for (place, &x) in speakers.iter().enumerate() {
            for &y in &speakers[place + 1..] {
                let (a, c) = (mentions[x][claim + 1], mentions[y][claim + 1]);
                let (one, other) = (count(x, claim), count(y, claim));
                let found = (one != other).then(|| {
                    b.finding(
                        DivergenceKind::Number,
                        "people",
                        (a, &one.to_string()),
                        (c, &other.to_string()),
                    )
                });
                let relation = if one == other && (x + y) % 3 == 0 {
                    Relation::NearVerbatim
                } else {
                    Relation::Paraphrase
                };
                b.link(a, c, 0.6, relation, found.into_iter().collect());
            }
        }
        if speakers.len() > 1 {
            groups.push(speakers.iter().map(|&outlet| mentions[outlet][claim + 1]).collect());
        }
    }
    b.claims(&groups)
}

fn speaks(outlet: usize, claim: usize) -> bool {
    (outlet * 7 + claim * 5 + outlet * claim) % 5 < 2
}

fn count(outlet: usize, claim: usize) -> usize {
    if claim.is_multiple_of(3) { 10 + (outlet + claim) % 3 } else { 10 }
}

fn sentence(outlet: usize, claim: usize) -> String {
    let (who, what) = (WHO[claim % WHO.len()], WHAT[(claim / WHO.len() + outlet) % WHAT.len()]);
    format!("{who} said that {} people {what} on the day number {claim} of the inquiry", count(outlet, claim))
}

const TOWNS: [&str; 11] =
    ["Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Gorse", "Hazel", "Ivy", "Juniper", "Kauri"];
const PAPERS: [&str; 5] = ["Post", "Evening Chronicle and Advertiser", "Radio", "Times", "Wire"];
const WHO: [&str; 7] = [
    "The mayor",
    "A ranger",
    "Two neighbours",
    "The harbour office",
    "A driver",
    "The clinic",
    "A spokeswoman for the river authority",
];
const WHAT: [&str; 4] =
    ["waited by the gate", "were led along the quay", "had asked for help before the water came", "saw it"];
