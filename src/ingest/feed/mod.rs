//! XML: feeds (RSS, Atom), one document an entry, and articles that scrapers write (trafilatura, TEI).
//!
//! ```text
//!   <item>                                    outlet     <source>, else the feed
//!     <title>Crane falls - Coast Radio</title>   title   without the outlet at its end
//!     <source url="…">Coast Radio</source>       text    the whole text where there is one, else the
//!     <content:encoded>…</content:encoded>               summary, else the title: a notice says so
//!   </item>
//! ```

mod article;
mod atom;
mod rss;

use super::fields::{Fields, has_words};
use super::input::{Format, Input, Loaded, Place};
use super::quoting::shown;
use super::web::fragment;
use super::web::headline::fold;
use super::xml::{self, Element, Fault, LineCounter};
use crate::error::Problem;
use crate::text::one_line;
use crate::text::web_address::host;

pub(super) const FEED: Format = Format::of(&["xml", "rss", "atom", "rdf"], read);

fn read(input: &Input, loaded: &mut Loaded) {
    let parsed = xml::parse(input.text);
    if let Some(root) = &parsed.root {
        document(input, root, parsed.fault.is_some(), loaded);
    }
    loaded.problems.extend(parsed.fault.map(|fault| broken(input, &fault)));
}

fn document(input: &Input, root: &Element, torn: bool, loaded: &mut Loaded) {
    let mut article = |fields| {
        loaded.take(input, Place::Whole, fields, "the article is empty: it holds no paragraphs");
    };
    match root.name.as_str() {
        "rss" | "rdf" | "channel" => entries(input, rss::entries(root), loaded),
        "feed" => entries(input, atom::entries(root), loaded),
        // Half an article would pass for the whole.
        "doc" | "tei" if torn => {}
        "doc" => article(article::doc(root)),
        "tei" => article(article::tei(root)),
        other => {
            let message = format!(
                "no feed (RSS, Atom) and no article (trafilatura, TEI): its outermost element is <{}>",
                shown(other)
            );
            loaded.skip(input, Place::Whole, message);
        }
    }
}

fn broken(input: &Input, fault: &Fault) -> Problem {
    Problem::skipped(input.file, fault.message.clone())
        .at_line(LineCounter::new(input.text).of(fault.at))
        .at_column(xml::column(input.text, fault.at))
}

/// An entry of a feed, still in its own words.
struct Entry {
    /// Where it begins in the feed.
    at: usize,
    fields: Fields,
    summary: Option<String>,
}

/// How much of a story an entry holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    Full,
    Summary,
    Headline,
}

fn entries(input: &Input, entries: Vec<Entry>, loaded: &mut Loaded) {
    if entries.is_empty() {
        loaded.skip(input, Place::Whole, "the feed holds no entries");
    }
    let mut lines = LineCounter::new(input.text);
    let mut extents = Vec::new();
    for entry in entries {
        let place = Place::Line(lines.of(entry.at));
        let (fields, extent) = fields(entry);
        if loaded.take(input, place, fields, "the entry is empty: it holds neither text nor title") {
            extents.push(extent);
        }
    }
    loaded.problems.extend(short(input, &extents));
}

/// What is said of entries that do not hold the whole text.
fn short(input: &Input, extents: &[Extent]) -> impl Iterator<Item = Problem> {
    let said = |(extent, what): (Extent, &str)| {
        let count = extents.iter().filter(|found| **found == extent).count();
        let message = format!(
            "{count} of {} entries hold only {what}; save their pages for the whole text",
            extents.len()
        );
        (count > 0).then(|| Problem::notice(input.file, message))
    };
    [(Extent::Summary, "a summary"), (Extent::Headline, "a headline")].into_iter().filter_map(said)
}

/// The most that there is of an entry.
fn fields(entry: Entry) -> (Fields, Extent) {
    let Entry { fields, summary, .. } = entry;
    let outlet = fields.outlet.as_deref();
    let title = fields.title.as_deref().map(|title| without_outlet(title, outlet).to_owned());
    let whole = fields.text.filter(|text| has_words(text)).map(|text| (text, Extent::Full));
    let found = whole.or_else(|| {
        let tells = |text: &String| has_words(text) && tells_more(text, title.as_deref(), outlet);
        summary.filter(tells).map(|text| (text, Extent::Summary))
    });
    // The line break makes it a title without a body.
    let alone = || title.as_ref().map(|title| (format!("{title}\n"), Extent::Headline));
    let (text, extent) = found.or_else(alone).unzip();
    let text = text.map(|text| fragment::unmarked(&text));
    (Fields { title, text, ..fields }, extent.unwrap_or(Extent::Headline))
}

/// Whether a summary holds more than the title and the outlet's name, as it does not where feeds are searched for.
fn tells_more(summary: &str, title: Option<&str>, outlet: Option<&str>) -> bool {
    let rest = one_line(summary).replacen(title.unwrap_or_default(), "", 1);
    has_words(&rest.replacen(outlet.unwrap_or_default(), "", 1))
}

/// `Crane falls - Coast Radio` → `Crane falls`, where that is the outlet.
fn without_outlet<'a>(title: &'a str, outlet: Option<&str>) -> &'a str {
    let cut = outlet.and_then(|outlet| {
        let at = title.len().checked_sub(outlet.len())?;
        let end = title.get(at..).filter(|end| end.eq_ignore_ascii_case(outlet))?;
        let rest = title.strip_suffix(end)?.trim_end();
        rest.strip_suffix(['-', '–', '—', '|']).map(str::trim_end)
    });
    cut.filter(|cut| !cut.is_empty()).unwrap_or(title)
}

/// Between the parts of a feed's title.
const SEPARATORS: &[&str] = &[" | ", " - ", " – ", " — ", " > ", " » ", ": "];

/// The outlet that a feed is of: of `World news | The Gazette` the part that its address spells.
fn of_feed(title: &str, url: Option<&str>) -> String {
    let host = fold(&url.and_then(host).unwrap_or_default());
    let parts: Vec<&str> = SEPARATORS.iter().fold(vec![title], cut_at);
    let spelt = |part: &&&str| fold(part).len() > 2 && host.contains(&fold(part));
    parts.iter().find(spelt).map_or(title, |part| part.trim()).to_owned()
}

fn cut_at<'a>(parts: Vec<&'a str>, mark: &&str) -> Vec<&'a str> {
    parts.into_iter().flat_map(|part| part.split(*mark)).collect()
}

/// Characters of a title, a name or a date.
const LONGEST_LINE: usize = 2000;

/// The line of text in a child, whether it is marked up or not.
fn line_of(node: &Element, names: &[&str]) -> Option<String> {
    let lines = names.iter().flat_map(|name| node.all(name)).map(|child| fragment::line(&child.text()));
    // What a feed says of itself is kept with each of its entries: it must be no longer than a line.
    lines.into_iter().find(|line| !line.is_empty()).map(|line| line.chars().take(LONGEST_LINE).collect())
}

/// The paragraphs of a child that holds HTML.
fn paragraphs_of(node: &Element, names: &[&str]) -> Option<String> {
    let texts = names.iter().flat_map(|name| node.all(name)).map(|child| fragment::paragraphs(&child.text()));
    texts.into_iter().find(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(loaded: &Loaded) -> Vec<String> {
        loaded.problems.iter().map(Problem::to_string).collect()
    }

    #[test]
    fn the_outlet_at_the_end_of_a_title_goes() {
        for (title, outlet, expected) in [
            ("Crane falls - Coast Radio", "Coast Radio", "Crane falls"),
            ("Crane falls | coast radio", "Coast Radio", "Crane falls"),
            ("Crane falls on Coast Radio", "Coast Radio", "Crane falls on Coast Radio"),
            ("Coast Radio", "Coast Radio", "Coast Radio"),
            ("Crane falls - Coast Radio", "The Gull", "Crane falls - Coast Radio"),
        ] {
            assert_eq!(without_outlet(title, Some(outlet)), expected);
        }
    }

    #[test]
    fn a_feed_is_of_the_outlet_that_its_address_spells() {
        for (title, url, expected) in [
            ("World news | The Gazette", "https://www.thegazette.example/world", "The Gazette"),
            ("Coast Radio - Latest", "https://coast-radio.example", "Coast Radio"),
            ("Coast Radio - Latest", "https://other.example", "Coast Radio - Latest"),
        ] {
            assert_eq!(of_feed(title, Some(url)), expected);
        }
    }

    #[test]
    fn less_than_the_whole_text_is_said() {
        let item = |inside: &str| format!("<item><title>Crane falls</title>{inside}</item>");
        let feed = format!(
            "<rss><channel><title>Gull</title>{}{}{}</channel></rss>",
            item("<description>It was old.</description>"),
            item(
                "<description>&lt;a&gt;Crane falls&lt;/a&gt;&amp;nbsp;&lt;font&gt;Gull&lt;/font&gt;</description>"
            ),
            item("<content:encoded><![CDATA[<p>It was old.</p><p>It fell.</p>]]></content:encoded>"),
        );
        let loaded = FEED.read_text(&feed);
        let texts: Vec<_> = loaded.documents.iter().map(|document| document.text.as_str()).collect();
        let whole = "Crane falls\n\nIt was old.\n\nIt fell.";
        assert_eq!(texts, ["Crane falls\n\nIt was old.", "Crane falls\n", whole]);
        let only =
            |what: &str| format!("f: 1 of 3 entries hold only {what}; save their pages for the whole text");
        assert_eq!(messages(&loaded), [only("a summary"), only("a headline")]);
    }

    #[test]
    fn a_torn_feed_keeps_its_whole_entries() {
        let item = "<item><title>Crane falls</title><content:encoded>It was old.</content:encoded>";
        let loaded = FEED.read_text(&format!("<rss><channel>\n{item}</item>\n{item}"));
        assert_eq!(loaded.documents.len(), 1);
        let said = messages(&loaded);
        assert!(said[0].starts_with("f:3:79: broken XML: the file ends inside <item>"), "{said:?}");
    }

    #[test]
    fn other_xml_is_named_by_its_outermost_element() {
        assert!(messages(&FEED.read_text("<urlset><url/></urlset>"))[0].ends_with("<urlset>"));
        assert_eq!(messages(&FEED.read_text("<rss><channel/></rss>")), ["f: the feed holds no entries"]);
    }
}
