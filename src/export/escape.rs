//! Text from outside, made harmless for the format it goes into.

/// A spreadsheet cell: what a spreadsheet would take for a formula gets an apostrophe in front.
///
/// White space before the sign does not help an attacker, and plain numbers stay numbers.
pub(super) fn cell(text: &str) -> String {
    match opens_formula(text) && !is_plain_number(text) {
        true => format!("'{text}"),
        false => text.to_owned(),
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
}
