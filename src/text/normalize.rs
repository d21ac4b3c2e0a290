//! Forms of a word for comparing: folded (case, accents, apostrophes) and stemmed.

use frostem::{Algorithm, Stemmer};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Case, width, accents and apostrophes made alike; a possessive ending goes.
///
/// `Größe’s` → `große`, `CAFÉ` → `cafe`. Marks of scripts where they carry the vowels stay.
pub fn fold(word: &str) -> String {
    let lower: String = match word.is_ascii() {
        true => word.to_ascii_lowercase(),
        false => without_accents(word).to_lowercase().replace(['’', '‘', 'ʼ', '＇'], "'"),
    };
    match lower.strip_suffix("'s").or_else(|| lower.strip_suffix("s'").map(|_| &lower[..lower.len() - 1])) {
        Some(owner) if !owner.is_empty() => owner.to_owned(),
        _ => lower,
    }
}

/// Compatibility forms composed, accents of Latin, Greek and Cyrillic letters dropped.
fn without_accents(word: &str) -> String {
    let mut base_is_alphabetic_script = false;
    let kept = word.nfkd().filter(|&c| match is_combining_mark(c) {
        true => !base_is_alphabetic_script,
        false => {
            base_is_alphabetic_script =
                matches!(c, 'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' | '\u{370}'..='\u{52f}');
            true
        }
    });
    kept.nfc().collect()
}

/// The stem of a folded word: English Snowball for words of plain Latin letters, the word itself otherwise.
pub fn stem(folded: &str) -> String {
    match folded.len() > 2 && folded.bytes().all(|b| b.is_ascii_lowercase() || b == b'\'') {
        true => Stemmer::new(Algorithm::English).stem(folded).into_owned(),
        false => folded.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_makes_spellings_alike() {
        for (word, folded) in [
            ("Clinton’s", "clinton"),
            ("voters'", "voters"),
            ("CAFÉ", "cafe"),
            ("Ｆｉｒｅ", "fire"),
            ("won’t", "won't"),
            ("Зеленський", "зеленськии"),
            ("हिन्दी", "हिन्दी"),
            ("'s", "'s"),
        ] {
            assert_eq!(fold(word), folded, "{word}");
        }
    }

    #[test]
    fn stems_join_inflections() {
        assert_eq!(stem("apologized"), stem("apologizes"));
        assert_eq!(stem("größe"), "größe");
    }
}
