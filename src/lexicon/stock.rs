//! Stock phrases of reporting (*did not immediately respond to a request for comment*): wording that outlets share
//! without having read each other.

use std::sync::LazyLock;

use super::expressions::Expressions;
use super::rows;
use crate::text::Token;

static TABLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/stock.tsv"));

static PHRASES: LazyLock<Expressions<()>> =
    LazyLock::new(|| Expressions::new(rows(TABLE).map(|row| (row[0], ()))));

/// For each token: whether it stands in a stock phrase.
pub fn inside(text: &str, tokens: &[Token]) -> Vec<bool> {
    let mut inside = vec![false; tokens.len()];
    for at in 0..tokens.len() {
        if let Some((length, ())) = PHRASES.at(text, tokens, at).next() {
            inside[at..at + length].fill(true);
        }
    }
    inside
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    #[test]
    fn a_phrase_is_found_in_its_forms() {
        let text = "The mill declined to comment on Monday.";
        let inside = inside(text, &tokens(text));
        assert_eq!(inside, [false, false, true, true, true, false, false]);
    }
}
