//! Short forms that end in a period, and what a period behind them means.

use std::sync::LazyLock;

use super::Map;
use super::rows;

const TABLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/abbreviations.tsv"));

/// What a short form does to the sentence around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Stands before a name: `Mr.`, `St.`
    Title,
    /// Stands before a day: `Jan.`
    Month,
    /// May end a sentence: `Inc.`, `U.S.`, `p.m.`
    Ambiguous,
    /// Stands inside sentences only: `vs.`, `e.g.`
    Inner,
}

/// What `word` is, given without its last period; a form listed with a capital needs one.
pub fn class(word: &str) -> Option<Class> {
    let (form, class) = CLASSES.get(word.to_lowercase().as_str())?;
    let needs_capital = form.starts_with(char::is_uppercase);
    (!needs_capital || word.starts_with(char::is_uppercase)).then_some(*class)
}

static CLASSES: LazyLock<Map<String, (&'static str, Class)>> =
    LazyLock::new(|| rows(TABLE).filter_map(|row| entry(&row)).collect());

fn entry(row: &[&'static str]) -> Option<(String, (&'static str, Class))> {
    let form = row.first()?.trim().trim_end_matches('.');
    let class = match row.get(1)?.trim() {
        "title" => Class::Title,
        "month" => Class::Month,
        "ambiguous" => Class::Ambiguous,
        "inner" => Class::Inner,
        _ => return None,
    };
    Some((form.to_lowercase(), (form, class)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_class() {
        for row in rows(TABLE).filter(|row| row[0] != "abbreviation") {
            assert!(entry(&row).is_some(), "{row:?}");
        }
    }

    #[test]
    fn capitals_tell_short_forms_from_words() {
        assert_eq!(class("Mr"), Some(Class::Title));
        assert_eq!(class("U.S"), Some(Class::Ambiguous));
        assert_eq!(class("Jan"), Some(Class::Month));
        assert_eq!(class("jan"), None);
    }
}
