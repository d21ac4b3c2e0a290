//! Bytes → text: byte-order marks, UTF-8, and what else the web has left behind.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

/// Text, and the encoding that had to be guessed.
pub(super) struct Decoded {
    pub text: String,
    /// Set when the bytes were no valid UTF-8 and bore no mark.
    pub guessed: Option<&'static str>,
}

/// Decodes; `None` for bytes that are no text (many of them NUL).
pub(super) fn decode(bytes: &[u8]) -> Option<Decoded> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return Some(Decoded { text: text.into_owned(), guessed: None });
    }
    if is_binary(bytes) {
        return None;
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(Decoded { text: text.to_owned(), guessed: None });
    }
    let encoding = guess(bytes);
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    Some(Decoded { text: text.into_owned(), guessed: Some(encoding.name()) })
}

/// A NUL among every hundred bytes: pictures and archives have them, texts do not.
fn is_binary(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(8192)];
    sample.iter().filter(|byte| **byte == 0).count() * 100 > sample.len()
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

    fn read(bytes: &[u8]) -> (String, Option<&'static str>) {
        let decoded = decode(bytes).expect("text");
        (decoded.text, decoded.guessed)
    }

    #[test]
    fn marks_and_guesses() {
        assert_eq!(read("\u{feff}naïve".as_bytes()), ("naïve".into(), None));
        assert_eq!(read(&[0xff, 0xfe, b'h', 0, b'i', 0]), ("hi".into(), None));
        assert_eq!(read(&[0xfe, 0xff, 0, b'h', 0, b'i']), ("hi".into(), None));
        let (text, guessed) = read(b"The caf\xe9 said \x93no\x94, and the na\xefve mayor agreed.");
        assert_eq!(text, "The café said “no”, and the naïve mayor agreed.");
        assert_eq!(guessed, Some("windows-1252"));
        let (text, guessed) = read("Größe, café, naïve, \u{201c}so\u{201d}".as_bytes());
        assert_eq!((text.as_str(), guessed), ("Größe, café, naïve, “so”", None));
    }

    #[test]
    fn one_stray_byte_leaves_the_rest_as_it_is() {
        let mut bytes = "Größe, café, naïve, über, “so”".as_bytes().to_vec();
        bytes.push(0xff);
        assert_eq!(read(&bytes).0, "Größe, café, naïve, über, “so”\u{fffd}");
    }

    #[test]
    fn pictures_are_no_text() {
        assert!(decode(&[0x89, b'P', b'N', b'G', 0, 0, 0, 13, 0, 0]).is_none());
    }
}
