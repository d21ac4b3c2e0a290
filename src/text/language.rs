//! The language of a text, by its runs of three letters (Cavnar & Trenkle 1994; crate whatlang), as an ISO 639 code.

use whatlang::Lang;

use crate::lexicon::grammar;

/// A text of fewer letters is too short to tell.
const FEWEST_LETTERS: usize = 120;
/// Characters that are looked at: a language does not change behind them.
const SAMPLE: usize = 2000;
/// Little words of English, as a share of all words, from which a text is English: names and quotations of other languages
/// mislead those who count letters. English news has two in five, no other language one in eight.
const ENGLISH: f64 = 0.2;

/// Codes of three letters and those of two, where ISO 639 has them.
const SHORT: &str = "\
    afr:af aka:ak amh:am ara:ar aze:az bel:be ben:bn bul:bg cat:ca ces:cs cmn:zh cym:cy dan:da deu:de \
    ell:el eng:en epo:eo est:et fin:fi fra:fr guj:gu heb:he hin:hi hrv:hr hun:hu hye:hy ind:id ita:it \
    jav:jv jpn:ja kan:kn kat:ka khm:km kor:ko lat:la lav:lv lit:lt mal:ml mar:mr mkd:mk mya:my nep:ne \
    nld:nl nob:nb ori:or pan:pa pes:fa pol:pl por:pt ron:ro rus:ru sin:si slk:sk slv:sl sna:sn spa:es \
    srp:sr swe:sv tam:ta tel:te tgl:tl tha:th tuk:tk tur:tr ukr:uk urd:ur uzb:uz vie:vi yid:yi zul:zu";

/// Older and wider codes for the same.
const OTHERS: &[(&str, &str)] =
    &[("no", "nb"), ("nor", "nb"), ("iw", "he"), ("in", "id"), ("zho", "zh"), ("fas", "fa")];

/// The language of a text; none where it cannot be told for sure.
pub fn language(text: &str) -> Option<&'static str> {
    let end = text.char_indices().nth(SAMPLE).map_or(text.len(), |(at, _)| at);
    let sample = &text[..end];
    sample.chars().filter(|c| c.is_alphabetic()).nth(FEWEST_LETTERS - 1)?;
    if reads_as_english(sample) {
        return Some("en");
    }
    whatlang::detect(sample).filter(|found| found.is_reliable()).map(|found| code_of(found.lang()))
}

fn reads_as_english(sample: &str) -> bool {
    let words =
        sample.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').filter(|word| !word.is_empty());
    let (mut little, mut all) = (0_u32, 0_u32);
    for word in words {
        all += 1;
        little += u32::from(grammar::is_function(&word.to_lowercase()));
    }
    f64::from(little) >= ENGLISH * f64::from(all)
}

fn code_of(lang: Lang) -> &'static str {
    let short = |pair: &'static str| pair.strip_prefix(lang.code())?.strip_prefix(':');
    SHORT.split(' ').find_map(short).unwrap_or(lang.code())
}

/// The code of a language as inputs name it: `en-GB`, `eng`, `English`; none for what is no language we know of.
pub fn code(given: &str) -> Option<&'static str> {
    let low = given.trim().to_lowercase();
    let base = low.split(['-', '_', ' ']).next().unwrap_or_default();
    let base = OTHERS.iter().find(|(other, _)| *other == base).map_or(base, |(_, code)| code);
    let names = |lang: &&Lang| {
        lang.code() == base || lang.eng_name().to_lowercase() == base || code_of(**lang) == base
    };
    Lang::all().iter().find(names).map(|lang| code_of(*lang))
}

/// The name of a language for people.
pub fn name(code: &str) -> &str {
    Lang::all().iter().find(|lang| code_of(**lang) == code).map_or(code, |lang| lang.eng_name())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_apart() {
        for (text, expected) in [
            (
                "The ferry Marigold burned on Tuesday evening off Holm Point, and three of the people on board died in the \
                 fire before the boats of the coastguard could reach them, the harbour master said.",
                Some("en"),
            ),
            (
                "Die Fähre Marigold brannte am Dienstagabend vor Holm Point, und drei der Menschen an Bord starben in den \
                 Flammen, bevor die Boote der Küstenwache sie erreichen konnten, sagte der Hafenmeister.",
                Some("de"),
            ),
            (
                "Le ferry Marigold a brûlé mardi soir au large de Holm Point, et trois des personnes à bord sont mortes dans \
                 l’incendie avant que les bateaux des garde-côtes ne puissent les atteindre, a dit le capitaine du port.",
                Some("fr"),
            ),
            (
                "Паром «Мариголд» сгорел во вторник вечером у Холм-Пойнта, и трое из находившихся на борту погибли в огне, \
                 прежде чем до них добрались катера береговой охраны, сообщил начальник порта.",
                Some("ru"),
            ),
            ("Three died.", None),
            ("", None),
            ("12 34 56 🚢🚢🚢", None),
        ] {
            assert_eq!(language(text), expected, "{text}");
        }
    }

    #[test]
    fn foreign_names_do_not_make_a_text_foreign() {
        let names = "Grzegorz Brzęczyszczykiewicz and Małgorzata Wójcik of Łękołody were with the people of the town when \
                     it was said that Szczepan Gżegżółka and Żaneta Chrząszcz had been in the boat to Szczebrzeszyn.";
        assert_eq!(language(names), Some("en"));
    }

    #[test]
    fn a_language_has_many_names() {
        for (given, expected) in [
            ("en-GB", Some("en")),
            ("en_US", Some("en")),
            ("eng", Some("en")),
            ("German", Some("de")),
            ("no", Some("nb")),
            ("zh-Hans-CN", Some("zh")),
            ("x", None),
            ("", None),
        ] {
            assert_eq!(code(given), expected, "{given}");
        }
        assert_eq!((name("de"), name("xx")), ("German", "xx"));
    }
}
