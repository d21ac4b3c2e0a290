mod coverage;
#[path = "../fit/gold.rs"]
#[allow(dead_code)]
mod gold;
mod grouping;
mod judged;

use std::path::Path;

fn main() {
    let folder = std::env::args().nth(1).unwrap();
    let j = judged::Coverage::measure(Path::new(&folder), &Default::default());
    if std::env::args().nth(2).as_deref() == Some("--draw") {
        for l in j.drawn() { println!("{}", serde_json::json!({"a_doc": l.places.0.0, "a_idx": l.places.0.1, "b_doc": l.places.1.0, "b_idx": l.places.1.1, "score": l.score, "relation": format!("{:?}", l.relation), "a": l.texts.0, "b": l.texts.1, "judged": format!("{:?}", l.judgement)})); }
        return;
    }
    println!("real {:.2} mixed {:.3}", 100.0 * j.links.len() as f64 / j.sentences as f64, 100.0 * j.mixed.0 as f64 / j.mixed.1 as f64);
}
