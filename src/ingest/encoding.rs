//! Bytes → text: byte-order marks, UTF-8, and what else the web has left behind.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

/// Where a page declares its encoding, it does so near its beginning.
const DECLARED_WITHIN: usize = 4096;

/// Text, and what the user should know about how it was read.
pub struct Decoded {
    pub text: String,
    /// Set when the bytes were not what they seemed to be.
    pub note: Option<String>,
}

/// Decodes; `None` for bytes that are no text (many of them NUL).
pub(super) fn decode(bytes: &[u8]) -> Option<Decoded> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let decoded = with(encoding, &bytes[mark..]);
        return (!is_binary(decoded.text.as_bytes())).then_some(decoded);
    }
    if is_binary(bytes) {
        return None;
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(Decoded { text: text.to_owned(), note: None });
    }
    if let Some(encoding) = declared_by_xml(bytes) {
        return Some(with(encoding, bytes));
    }
    let encoding = guess(bytes);
    let decoded = with(encoding, bytes);
    let assumed = || format!("not valid UTF-8; read as {}", encoding.name());
    Some(Decoded { note: decoded.note.or_else(|| Some(assumed())), ..decoded })
}

/// A page says its encoding itself: what it says counts, unless its bytes show that it is UTF-8.
pub(super) fn decode_page(bytes: &[u8]) -> Option<Decoded> {
    let said = declared(bytes).filter(|encoding| *encoding != UTF_8);
    let plain = Encoding::for_bom(bytes).is_some() || is_binary(bytes);
    match said {
        Some(encoding) if !plain && !is_foreign_utf_8(bytes) => Some(with(encoding, bytes)),
        _ => decode(bytes),
    }
}

/// Whether there are letters beyond ASCII, all of them in valid UTF-8: in no other encoding is that chance.
fn is_foreign_utf_8(bytes: &[u8]) -> bool {
    !bytes.is_ascii() && std::str::from_utf8(bytes).is_ok()
}

/// The encoding in a page's first meta tags or in its XML declaration.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARED_WITHIN)]).to_ascii_lowercase();
    let in_meta = |at: &usize| head[..*at].rfind('<').is_some_and(|tag| head[tag..].starts_with("<meta"));
    let places = head.match_indices("charset=").map(|(at, _)| at).filter(in_meta).map(|at| at + 8);
    let in_tags = places.into_iter().find_map(|at| {
        let label = head[at..].trim_start_matches(['"', '\'', ' ']);
        let label = label.split(['"', '\'', ' ', '>', ';', '/']).next()?;
        let encoding = Encoding::for_label(label.as_bytes())?;
        // Whoever reads this declaration as ASCII knows that the page is not in UTF-16.
        Some(if [encoding_rs::UTF_16LE, encoding_rs::UTF_16BE].contains(&encoding) {
            UTF_8
        } else {
            encoding
        })
    });
    in_tags.or_else(|| declared_by_xml(bytes))
}

/// Whether the beginning of a file is text in UTF-8, or what may become it.
pub(super) fn is_text(sample: &[u8]) -> bool {
    !is_binary(sample) && Encoding::for_bom(sample).is_none_or(|(encoding, _)| encoding == UTF_8)
}

fn with(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    let lost = || format!("not all of it is valid {}; what could not be read stands as �", encoding.name());
    Decoded { note: damaged.then(lost), text: text.into_owned() }
}

/// The encoding that the first line of an XML file names.
fn declared_by_xml(bytes: &[u8]) -> Option<&'static Encoding> {
    let first = bytes.strip_prefix(b"<?xml")?;
    let first = std::str::from_utf8(first.get(..first.iter().position(|byte| *byte == b'>')?)?).ok()?;
    let value = first.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let mark = value.chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
    // Whoever reads this declaration as ASCII knows that the file is not in UTF-16.
    let utf = |encoding: &&Encoding| [UTF_8, encoding_rs::UTF_16LE, encoding_rs::UTF_16BE].contains(encoding);
    Encoding::for_label(value[1..].split(mark).next()?.as_bytes()).filter(|encoding| !utf(encoding))
}

/// More than one NUL, and one among every hundred bytes: pictures and archives have them, texts do not.
fn is_binary(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(8192)];
    let nuls = sample.iter().filter(|byte| **byte == 0).count();
    nuls > 1 && nuls * 100 > sample.len()
}

/// One stray byte in otherwise valid UTF-8 does not make a file another encoding.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let lossy = String::from_utf8_lossy(bytes);
    let replaced = lossy.matches('\u{fffd}').count();
    let foreign = lossy.chars().filter(|c| !c.is_ascii() && *c != '\u{fffd}').count();
    if replaced * 4 <= foreign {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_guesses() {
        let assumed = Some("not valid UTF-8; read as windows-1252");
        for (bytes, text, note) in [
            ("\u{feff}naïve".as_bytes(), "naïve", None),
            (&[0xff, 0xfe, b'h', 0, b'i', 0], "hi", None),
            (&[0xfe, 0xff, 0, b'h', 0, b'i'], "hi", None),
            ("Größe, café, naïve, “so”".as_bytes(), "Größe, café, naïve, “so”", None),
            ("one \0 inside".as_bytes(), "one \0 inside", None),
            (b"The caf\xe9 said \x93no\x94, he agreed.", "The café said “no”, he agreed.", assumed),
        ] {
            let decoded = decode(bytes).expect("text");
            assert_eq!((decoded.text.as_str(), decoded.note.as_deref()), (text, note));
        }
    }

    #[test]
    fn an_xml_file_names_its_encoding() {
        let bytes = b"<?xml version='1.0' encoding='ISO-8859-2'?><a>\xb1</a>";
        let decoded = decode(bytes).expect("text");
        assert!(decoded.text.ends_with("<a>\u{105}</a>") && decoded.note.is_none(), "{}", decoded.text);
    }

    #[test]
    fn damage_is_said() {
        let stray = ["Größe, café, naïve, über, “so”".as_bytes(), &[0xff]].concat();
        let marked = ["\u{feff}naïve ".as_bytes(), &[0xff]].concat();
        let half: &[u8] = &[0xff, 0xfe, b'h', 0, b'i'];
        for (bytes, text, encoding) in [
            (stray.as_slice(), "Größe, café, naïve, über, “so”\u{fffd}", "UTF-8"),
            (&marked, "naïve \u{fffd}", "UTF-8"),
            (half, "h\u{fffd}", "UTF-16LE"),
        ] {
            let decoded = decode(bytes).expect("text");
            assert_eq!(decoded.text, text);
            assert!(decoded.note.is_some_and(|note| note.contains(encoding)), "{encoding}");
        }
    }

    #[test]
    fn pages_say_their_encoding() {
        let page = |head: &str, body: &[u8]| [head.as_bytes(), body].concat();
        for (head, body, text) in [
            ("<meta charset=windows-1251>", b"\xcf\xee".as_slice(), "По"),
            ("<meta http-equiv=Content-Type content='text/html; charset=GBK'>", b"\xb4\xac", "船"),
            ("<?xml version='1.0' encoding='iso-8859-2'?>", b"\xb3", "ł"),
            ("<meta charset=windows-1252>", "船".as_bytes(), "船"),
            ("<meta charset=utf-16>", "é".as_bytes(), "é"),
            ("<script charset=gbk></script>", "é".as_bytes(), "é"),
        ] {
            let decoded = decode_page(&page(head, body)).expect("text");
            assert_eq!((decoded.text.strip_prefix(head), decoded.note), (Some(text), None), "{head}");
        }
        assert!(decode_page(&page("<meta charset=gbk>", &[0; 100])).is_none());
    }

    #[test]
    fn pictures_are_no_text() {
        assert!(decode(&[0x89, b'P', b'N', b'G', 0, 0, 0, 13, 0, 0]).is_none());
        assert!(decode(&[0xff, 0xfe, 0, 0, b'h', 0, 0, 0, b'i', 0, 0, 0]).is_none());
    }
}
