mod coverage;
mod grouping;
mod judged;
#[path = "../fit/gold.rs"]
mod gold;

use std::path::Path;

fn main() {
    let folder = std::env::args().nth(1).unwrap();
    let f = coverage::Corpus::read(Path::new(&folder)).measure(&Default::default());
    println!("strong {} aligned {:.3} in one claim {:.3} | alignments judged {} same event {:.3} | siblings {} aligned {:.2}% | across {} of {} sentences | B3 P {:.3} R {:.3} F {:.3} of {}",
        f.strong, f.aligned as f64 / f.strong as f64, f.in_one_claim as f64 / f.strong as f64, f.alignments, f.same_event as f64 / f.alignments as f64,
        f.siblings, 100.0 * f.siblings_aligned as f64 / f.siblings as f64, f.across, f.sentences,
        f.precision / f.mentions as f64, f.recall / f.mentions as f64, { let (p, r) = (f.precision, f.recall); 2.0 * p * r / (p + r) / f.mentions as f64 }, f.mentions);
    for (name, b) in grouping::nanco(Path::new(&folder)) { println!("{name}: {:.3?}", b.figures()); }
    let j = judged::measure(Path::new(&folder), &Default::default());
    let n: usize = j.paraphrases.iter().map(|b| b.alignments).sum();
    println!("real {:.2} copies {} mixed {:.3}", 100.0 * (n + j.copies) as f64 / j.sentences as f64, j.copies, 100.0 * j.mixed.0 as f64 / j.mixed.1 as f64);
    let (mut ok, mut same) = (j.copies as f64, j.copies as f64);
    for (i, b) in j.paraphrases.iter().enumerate() {
        let t: usize = b.judged.iter().sum();
        if t == 0 { continue; }
        println!(".{i}: {} alignments, judged {:?}: ok {:.2} same {:.2}", b.alignments, b.judged, (b.judged[0] + b.judged[1]) as f64 / t as f64, b.judged[0] as f64 / t as f64);
        ok += b.alignments as f64 * (b.judged[0] + b.judged[1]) as f64 / t as f64; same += b.alignments as f64 * b.judged[0] as f64 / t as f64;
    }
    println!("ok {:.3} same {:.3}", ok / (n + j.copies) as f64, same / (n + j.copies) as f64);
}
