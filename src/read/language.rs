//! The names that inputs give to languages, as BCP 47 writes them.

/// English names, and codes of three letters, for the languages that news is gathered in most.
const NAMES: &[(&str, &str, &[&str])] = &[
    ("en", "english", &["eng"]),
    ("de", "german", &["deu", "ger"]),
    ("fr", "french", &["fra", "fre"]),
    ("es", "spanish", &["spa"]),
    ("it", "italian", &["ita"]),
    ("pt", "portuguese", &["por"]),
    ("nl", "dutch", &["nld", "dut"]),
    ("sv", "swedish", &["swe"]),
    ("no", "norwegian", &["nor"]),
    ("da", "danish", &["dan"]),
    ("fi", "finnish", &["fin"]),
    ("pl", "polish", &["pol"]),
    ("cs", "czech", &["ces", "cze"]),
    ("sk", "slovak", &["slk", "slo"]),
    ("hu", "hungarian", &["hun"]),
    ("ro", "romanian", &["ron", "rum"]),
    ("bg", "bulgarian", &["bul"]),
    ("el", "greek", &["ell", "gre"]),
    ("tr", "turkish", &["tur"]),
    ("ru", "russian", &["rus"]),
    ("uk", "ukrainian", &["ukr"]),
    ("sr", "serbian", &["srp"]),
    ("hr", "croatian", &["hrv"]),
    ("sl", "slovenian", &["slv"]),
    ("ar", "arabic", &["ara"]),
    ("he", "hebrew", &["heb"]),
    ("fa", "persian", &["fas", "per"]),
    ("ur", "urdu", &["urd"]),
    ("hi", "hindi", &["hin"]),
    ("id", "indonesian", &["ind"]),
    ("vi", "vietnamese", &["vie"]),
    ("th", "thai", &["tha"]),
    ("zh", "chinese", &["zho", "chi"]),
    ("ja", "japanese", &["jpn"]),
    ("ko", "korean", &["kor"]),
    ("ca", "catalan", &["cat"]),
];

/// `English`, `eng`, `en_GB` → `en`, `en`, `en-GB`; `None` for what names no language.
pub(super) fn tag(given: &str) -> Option<String> {
    let lower = given.trim().to_lowercase();
    if let Some((code, ..)) = NAMES.iter().find(|(_, name, _)| *name == lower) {
        return Some((*code).to_owned());
    }
    let mut parts = lower.split(['-', '_']);
    let first = parts.next().filter(|part| is_code(part))?;
    let code = NAMES.iter().find(|(_, _, codes)| codes.contains(&first)).map_or(first, |(code, ..)| *code);
    let rest = parts.take_while(|part| is_subtag(part)).map(cased);
    Some(std::iter::once(code.to_owned()).chain(rest).collect::<Vec<_>>().join("-"))
}

fn is_code(part: &str) -> bool {
    (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
}

fn is_subtag(part: &str) -> bool {
    (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Regions in capitals, scripts with a capital.
fn cased(part: &str) -> String {
    match part.len() {
        2 => part.to_uppercase(),
        4 if part.bytes().all(|byte| byte.is_ascii_alphabetic()) => part[..1].to_uppercase() + &part[1..],
        _ => part.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_codes_become_tags() {
        for (given, expected) in [
            ("en", Some("en")),
            ("English", Some("en")),
            ("eng", Some("en")),
            ("en_gb.UTF-8", Some("en")),
            ("en_us", Some("en-US")),
            ("zh-hans-cn", Some("zh-Hans-CN")),
            ("frr", Some("frr")),
            ("Great British", None),
            ("", None),
        ] {
            assert_eq!(tag(given).as_deref(), expected, "{given}");
        }
    }
}
