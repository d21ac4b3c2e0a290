//! Pieces of `summary.md`: names, links, what was left out, who shares text.

use std::io::{self, Write};

use super::escape::markdown as safe;
use super::rows::OutletRow;
use super::view::View;
use super::words::listed;
use crate::text::web_address::is_http;

/// As many names as one takes in.
pub(super) fn names(all: &[&str], most: usize) -> String {
    listed(all.iter().map(|name| safe(name)), most)
}

/// A title that leads to its document, where the address is one of the web's and cannot leave its brackets.
pub(super) fn link(title: &str, url: Option<&str>) -> String {
    match url.filter(|url| is_http(url)) {
        Some(url) => format!("[{}](<{}>)", safe(title), address(url)),
        None => safe(title),
    }
}

/// Everything that could end the address, or the cell it stands in, percent-encoded.
fn address(url: &str) -> String {
    let mut safe = String::with_capacity(url.len());
    for c in url.chars() {
        match c.is_whitespace()
            || c.is_control()
            || matches!(c, '<' | '>' | '|' | '\\' | '`' | '"' | '[' | ']')
        {
            true => {
                c.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| safe.push_str(&format!("%{byte:02X}")))
            }
            false => safe.push(c),
        }
    }
    safe
}

/// Says how many were left out and which table has them, where it is written, and closes the section.
pub(super) fn more(view: &View, out: &mut dyn Write, all: usize, shown: usize, file: &str) -> io::Result<()> {
    match all.checked_sub(shown) {
        Some(more @ 1..) if view.written.holds(file) => writeln!(out, "… and {more} more in `{file}`\n"),
        Some(more @ 1..) => writeln!(out, "… and {more} more\n"),
        _ => Ok(()),
    }
}

/// Who has text in common with whom: an outlet that shares none is not listed.
pub(super) fn shared_text(view: &View, out: &mut dyn Write, most: usize) -> io::Result<()> {
    let sharing: Vec<&OutletRow> =
        view.outlets.iter().filter(|row| !row.shares_text_with.is_empty()).collect();
    if sharing.is_empty() {
        return Ok(());
    }
    writeln!(out, "Text they share:\n")?;
    for row in sharing.iter().take(most) {
        writeln!(out, "- {}", shares(row, most))?;
    }
    writeln!(out)?;
    more(view, out, sharing.len(), most, "outlets.csv")
}

fn shares(row: &OutletRow, most: usize) -> String {
    let percent = |share: Option<f64>| share.map(|share| format!("{:.0} %", 100.0 * share));
    match percent(row.copied_share) {
        Some(share) if !row.copied_from.is_empty() => {
            let from = names(&row.copied_from, most);
            format!("{}: {share} of its words in text that it has from {from}", safe(row.outlet))
        }
        _ => {
            let (share, with) = (percent(row.shared_share), names(&row.shares_text_with, most));
            let share = share.unwrap_or_else(|| "some".to_owned());
            format!("{}: {share} of its words in text that it shares with {with}", safe(row.outlet))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_lead_to_the_web_and_nowhere_else() {
        for (title, url, shown) in [
            ("Fire", Some("https://example.org/a?b=1"), "[Fire](<https://example.org/a?b=1>)"),
            ("Fire", Some("javascript:alert(1)"), "Fire"),
            ("Fire", None, "Fire"),
            ("a](http://b", Some("http://c/ d>|"), "[a\\](http:\u{2060}//b](<http://c/%20d%3E%7C>)"),
        ] {
            assert_eq!(link(title, url), shown);
        }
    }
}
