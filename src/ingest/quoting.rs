//! What messages quote from inputs: clipped, and bare of anything that would steer a terminal.

/// Longer quotations are clipped: a field may hold a whole page.
const LONGEST: usize = 80;

/// A piece of an input, for a message.
pub(super) fn shown(given: &str) -> String {
    let mut clipped: String = given.chars().take(LONGEST).map(visible).collect();
    if given.chars().nth(LONGEST).is_some() {
        clipped.push('…');
    }
    clipped
}

/// Names of columns or fields, for a message; "nothing" when there is none.
pub(super) fn some(names: &[&str]) -> String {
    if names.is_empty() {
        return "nothing".to_owned();
    }
    names.iter().map(|name| shown(name)).collect::<Vec<_>>().join(", ")
}

/// Control characters and marks that turn the direction of writing become `�`.
fn visible(c: char) -> char {
    match c {
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        _ if c.is_control() => '\u{fffd}',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_are_clipped_and_steer_no_terminal() {
        for (given, expected) in [
            ("next Tuesday", "next Tuesday".to_owned()),
            ("\u{1b}[31mred\u{7}", "\u{fffd}[31mred\u{fffd}".to_owned()),
            ("a\u{202e}b", "a\u{fffd}b".to_owned()),
            (&"é".repeat(81), "é".repeat(80) + "…"),
        ] {
            assert_eq!(shown(given), expected);
        }
        assert_eq!((some(&[]), some(&["a", "b"])), ("nothing".to_owned(), "a, b".to_owned()));
    }
}
