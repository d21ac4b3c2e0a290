//! Text from outside, made harmless for the format it goes into.

use std::borrow::Cow;

/// A spreadsheet cell: what a spreadsheet would take for a formula gets an apostrophe in front.
///
/// White space before the sign does not help an attacker, and plain numbers stay numbers.
pub(super) fn cell(text: &str) -> Cow<'_, str> {
    match opens_formula(text) && !is_plain_number(text) {
        true => Cow::Owned(format!("'{text}")),
        false => Cow::Borrowed(text),
    }
}

fn opens_formula(text: &str) -> bool {
    const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    let is_blank = |c: char| c.is_whitespace() || c.is_control() || is_invisible(c);
    text.starts_with(['\t', '\r', '\n']) || text.trim_start_matches(is_blank).starts_with(SIGNS)
}

/// Zero-width marks that would hide a sign from us and not from a spreadsheet.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// `-5`, `+3.25`.
fn is_plain_number(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    match unsigned.split_once('.') {
        None => digits(unsigned),
        Some((whole, fraction)) => digits(whole) && digits(fraction),
    }
}

/// A quoted string of the DOT language that Graphviz shows exactly as `text`, line breaks included.
///
/// A backslash would start one of Graphviz's own escapes, an ampersand an HTML entity; control
/// characters have no place in the SVG that Graphviz makes of it.
pub(super) fn dot(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '&' if opens_entity(&text[at + 1..]) => quoted.push_str("&amp;"),
            '\t' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' => quoted.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => quoted.push('\u{fffd}'),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// Whether `&` before this text would be read as an entity.
fn opens_entity(after: &str) -> bool {
    const LONGEST: usize = 32;
    let name = after.bytes().take(LONGEST).take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
    name > 0 && after.as_bytes().get(name) == Some(&b';')
}

/// Text without the characters that XML 1.0 has no way to write, not even escaped.
pub(super) fn xml(text: &str) -> Cow<'_, str> {
    match text.contains(is_no_xml) {
        true => Cow::Owned(text.replace(is_no_xml, "\u{fffd}")),
        false => Cow::Borrowed(text),
    }
}

fn is_no_xml(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// The same for a workbook, where `_x0041_` would be read as an escaped `A`.
pub(super) fn workbook(text: &str) -> Cow<'_, str> {
    let text = xml(text);
    let opens = |at: usize| {
        let code = text.as_bytes().get(at + 2..at + 7);
        code.is_some_and(|code| code[..4].iter().all(u8::is_ascii_hexdigit) && code[4] == b'_')
    };
    let escapes: Vec<usize> = text.match_indices("_x").map(|(at, _)| at).filter(|&at| opens(at)).collect();
    if escapes.is_empty() {
        return text;
    }
    let mut safe = String::with_capacity(text.len() + 7 * escapes.len());
    let mut from = 0;
    for at in escapes {
        safe.push_str(&text[from..at]);
        safe.push_str("_x005F");
        from = at;
    }
    safe.push_str(&text[from..]);
    Cow::Owned(safe)
}

/// Words inside Markdown that show as they are: no mark-up, no HTML, no link, nobody called by an `@`.
///
/// Sites turn `@name`, `#12` and bare addresses into links after the mark-up is gone, so no backslash helps: an
/// invisible joiner breaks them.
pub(super) fn markdown(text: &str) -> String {
    let line = terminal(text);
    let mut safe = String::with_capacity(line.len() + 16);
    let opens = opens_list(&line);
    for (at, c) in line.char_indices() {
        match c {
            c if opens == Some(at) => safe.extend(['\\', c]),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' | '!' => safe.extend(['\\', c]),
            '@' => safe.extend([c, JOINER]),
            '#' => safe.extend(['\\', c, JOINER]),
            ':' if line[at..].starts_with("://") => safe.extend([c, JOINER]),
            '.' if ends_with_www(&line[..at]) => safe.extend([JOINER, c]),
            c => safe.push(c),
        }
    }
    safe
}

/// Where a mark stands that would begin a list: `- x`, `1. x`.
fn opens_list(line: &str) -> Option<usize> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let marks: &[char] = if digits > 0 { &['.', ')'] } else { &['-', '+'] };
    line[digits..].starts_with(marks).then_some(digits)
}

/// Takes no room, and no line may break at it.
const JOINER: char = '\u{2060}';

fn ends_with_www(before: &str) -> bool {
    before.len() >= 3
        && before.is_char_boundary(before.len() - 3)
        && before[before.len() - 3..].eq_ignore_ascii_case("www")
}

/// Text for HTML, between tags and in quoted attributes.
///
/// A carriage return is written as a reference, since a browser would make a line feed of it and characters would no
/// longer stand where our offsets say; what HTML cannot hold becomes the sign for that.
pub(super) fn html(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + text.len() / 16);
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\r' => safe.push_str("&#13;"),
            '\0' => safe.push('\u{fffd}'),
            c => safe.push(c),
        }
    }
    safe
}

/// JSON for a `<script>` element: nothing in it can end the element or open a comment.
///
/// These characters stand in JSON only inside strings, where their escapes mean the same.
pub(super) fn json_in_html(json: &str) -> String {
    let mut safe = String::with_capacity(json.len() + json.len() / 16);
    for c in json.chars() {
        match c {
            '<' => safe.push_str("\\u003c"),
            '>' => safe.push_str("\\u003e"),
            '&' => safe.push_str("\\u0026"),
            '\u{2028}' => safe.push_str("\\u2028"),
            '\u{2029}' => safe.push_str("\\u2029"),
            c => safe.push(c),
        }
    }
    safe
}

/// Text that cannot move the cursor or change colours: control characters become spaces.
pub(super) fn terminal(text: &str) -> String {
    let hostile = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.split(|c: char| hostile(c) || c.is_whitespace())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_no_formulas() {
        for (text, safe) in [
            ("=1+1", "'=1+1"),
            ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
            ("+49 30 1234", "'+49 30 1234"),
            ("-not so, he said", "'-not so, he said"),
            ("@user", "'@user"),
            ("\tx", "'\tx"),
            ("\rx", "'\rx"),
            ("＝1+1", "'＝1+1"),
            ("＠user", "'＠user"),
            ("  =1+1", "'  =1+1"),
            ("\u{200b}=1+1", "'\u{200b}=1+1"),
            ("\u{202e}=1+1", "'\u{202e}=1+1"),
            ("-5", "-5"),
            ("+3.25", "+3.25"),
            ("-5.", "'-5."),
            ("--5", "'--5"),
            ("12 were hurt", "12 were hurt"),
            ("a=b", "a=b"),
            ("– he said", "– he said"),
            ("", ""),
        ] {
            assert_eq!(cell(text), safe, "{text:?}");
        }
    }

    #[test]
    fn html_shows_what_was_said() {
        for (text, safe) in [
            ("</script><b>", "&lt;/script&gt;&lt;b&gt;"),
            ("\" onload='x'", "&quot; onload=&#39;x&#39;"),
            ("R&amp;B", "R&amp;amp;B"),
            ("a\r\nb\0", "a&#13;\nb\u{fffd}"),
            ("שלום 🏠", "שלום 🏠"),
        ] {
            assert_eq!(html(text), safe, "{text:?}");
        }
    }

    #[test]
    fn json_cannot_leave_its_element() {
        let text = "</script><!-- & \u{2028}\u{2029}";
        let safe = json_in_html(&serde_json::to_string(text).expect("it is JSON"));
        assert!(!safe.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{safe}");
        assert_eq!(serde_json::from_str::<String>(&safe).expect("it is still JSON"), text);
    }

    #[test]
    fn dot_strings_show_what_was_said() {
        for (text, quoted) in [
            (r#"he said "no""#, r#""he said \"no\"""#),
            (r"C:\Name\", r#""C:\\Name\\""#),
            (r#"\""#, r#""\\\"""#),
            ("two\nlines\r", "\"two\\nlines \""),
            ("nul\0bell\u{7}", "\"nul\u{fffd}bell\u{fffd}\""),
            ("R&B &lt; &#38; AT&T; &", "\"R&B &amp;lt; &amp;#38; AT&amp;T; &\""),
            ("</script><b>", "\"</script><b>\""),
            ("שלום \u{202e}🏠 नमस्ते", "\"שלום \u{202e}🏠 नमस्ते\""),
            ("", "\"\""),
        ] {
            assert_eq!(dot(text), quoted, "{text:?}");
        }
    }

    #[test]
    fn xml_holds_what_it_can() {
        assert_eq!(xml("tab\tline\n\u{1}\0\u{fffe}🏠"), "tab\tline\n\u{fffd}\u{fffd}\u{fffd}🏠");
        assert_eq!(workbook("a _x0041_ _x00_ _xZZZZ_ \0"), "a _x005F_x0041_ _x00_ _xZZZZ_ \u{fffd}");
    }

    #[test]
    fn markdown_shows_and_does_nothing() {
        for (text, safe) in [
            ("a | b\n`c`", "a \\| b \\`c\\`"),
            ("<img src=x> &lt;", "&lt;img src=x&gt; &amp;lt;"),
            ("[x](javascript:1) ![y](z)", "\\[x\\](javascript:1) \\!\\[y\\](z)"),
            ("@team #12 a@b.org", "@\u{2060}team \\#\u{2060}12 a@\u{2060}b.org"),
            ("https://a.b and WWW.a.b", "https:\u{2060}//a.b and WWW\u{2060}.a.b"),
            ("**bold** _it_ ~~no~~ $x$ \\", "\\*\\*bold\\*\\* \\_it\\_ \\~\\~no\\~\\~ \\$x\\$ \\\\"),
            ("\u{202e}live\0", "live"),
            ("- a - b", "\\- a - b"),
            ("12. May 1. June", "12\\. May 1. June"),
        ] {
            assert_eq!(markdown(text), safe, "{text:?}");
        }
    }
}
