//! Character references (`&eacute;`, `&#8217;`) as the characters that browsers show for them.

use std::borrow::Cow;

use html_escape::NAMED_ENTITIES;

/// Names that need no semicolon: those of the first versions of HTML.
const WITHOUT_SEMICOLON: &str = "\
    AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml GT Iacute Icirc \
    Igrave Iuml LT Ntilde Oacute Ocirc Ograve Oslash Otilde Ouml QUOT REG THORN Uacute Ucirc Ugrave Uuml Yacute \
    aacute acirc acute aelig agrave amp aring atilde auml brvbar ccedil cedil cent copy curren deg divide eacute \
    ecirc egrave eth euml frac12 frac14 frac34 gt iacute icirc iexcl igrave iquest iuml laquo lt macr micro middot \
    nbsp not ntilde oacute ocirc ograve ordf ordm oslash otilde ouml para plusmn pound quot raquo reg sect shy sup1 \
    sup2 sup3 szlig thorn times uacute ucirc ugrave uml uuml yacute yen yuml";
/// The longest name has 31 letters.
const LONGEST_NAME: usize = 32;

/// A text with the characters that its references stand for; what is no reference stays.
pub(super) fn decoded(text: &str) -> Cow<'_, str> {
    decode(text, false)
}

/// The same for an attribute or an address, where `&copy=1` and `&copyright` are parameters.
pub(super) fn decoded_value(text: &str) -> Cow<'_, str> {
    decode(text, true)
}

fn decode(text: &str, is_value: bool) -> Cow<'_, str> {
    let decoded = if text.contains('&') { Cow::Owned(replaced(text, is_value)) } else { Cow::Borrowed(text) };
    match decoded.contains(is_windows_1252) {
        true => decoded.chars().map(meant).collect(),
        false => decoded,
    }
}

fn replaced(text: &str, is_value: bool) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        decoded.push_str(&rest[..at]);
        rest = &rest[at..];
        let (length, meant) = reference(rest, is_value).unwrap_or((1, Cow::Borrowed("&")));
        decoded.push_str(&meant);
        rest = &rest[length..];
    }
    decoded + rest
}

/// The reference that `text` begins with: its length, and what it stands for.
fn reference(text: &str, is_value: bool) -> Option<(usize, Cow<'static, str>)> {
    let name = text.get(1..)?;
    if let Some(number) = name.strip_prefix('#') {
        let (length, meant) = numbered(number)?;
        return Some((length + 2, meant.to_string().into()));
    }
    let letters = name.bytes().take(LONGEST_NAME).take_while(u8::is_ascii_alphanumeric).count();
    let whole = named(&name[..letters]).filter(|_| name[letters..].starts_with(';'));
    whole.map(|meant| (letters + 2, meant.into())).or_else(|| {
        let short = unfinished(name)?;
        let is_parameter = name[short.len()..].starts_with(|c: char| c == '=' || c.is_ascii_alphanumeric());
        Some((short.len() + 1, named(short)?.into())).filter(|_| !(is_value && is_parameter))
    })
}

fn named(name: &str) -> Option<&'static str> {
    let found = NAMED_ENTITIES.binary_search_by(|(known, _)| known.cmp(&name.as_bytes())).ok()?;
    Some(NAMED_ENTITIES[found].1)
}

/// The longest name without semicolon that `text` begins with.
fn unfinished(text: &str) -> Option<&'static str> {
    WITHOUT_SEMICOLON.split(' ').filter(|name| text.starts_with(name)).max_by_key(|name| name.len())
}

/// The character of a number behind `&#`, and the length of the latter.
fn numbered(text: &str) -> Option<(usize, char)> {
    let (radix, digits) = text.strip_prefix(['x', 'X']).map_or((10, text), |digits| (16, digits));
    let length = digits.bytes().take_while(|byte| char::from(*byte).is_digit(radix)).count();
    let number = u32::from_str_radix(digits.get(..length).filter(|digits| !digits.is_empty())?, radix);
    let whole = text.len() - digits.len() + length + usize::from(digits[length..].starts_with(';'));
    let character = number.ok().and_then(char::from_u32).filter(|c| *c != '\0');
    Some((whole, character.unwrap_or(char::REPLACEMENT_CHARACTER)))
}

/// Control characters that no text has: bytes of windows-1252 that somebody took for characters.
fn is_windows_1252(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{9f}')
}

fn meant(c: char) -> char {
    let byte = [u32::from(c) as u8];
    let read = || encoding_rs::WINDOWS_1252.decode_without_bom_handling(&byte).0.chars().next();
    if is_windows_1252(c) { read().unwrap_or(c) } else { c }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_read_as_browsers_read_them() {
        for (text, expected) in [
            ("caf&eacute; &#233; &#xE9; &#Xe9", "café é é é"),
            ("&#8217;&#146;", "’’"),
            ("R&D, Q&A; &nope; & &", "R&D, Q&A; &nope; & &"),
            ("&amp &ampamp; &copy2 &notit; &notin;", "& &amp; ©2 ¬it; ∉"),
            ("&#; &#x; &#0; &#99999999999;", "&#; &#x; \u{fffd} \u{fffd}"),
        ] {
            assert_eq!(decoded(text), expected);
        }
    }

    #[test]
    fn parameters_of_an_address_stay() {
        for (value, expected) in [
            ("/a?b=1&copy=2&timestamp=3", "/a?b=1&copy=2&timestamp=3"),
            ("/a?b=1&amp;c=2 &copy 3", "/a?b=1&c=2 © 3"),
        ] {
            assert_eq!(decoded_value(value), expected);
        }
    }
}
