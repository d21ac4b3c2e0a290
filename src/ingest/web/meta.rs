//! What a page says about its article: title, outlet, author, date, address, language.
//!
//! Each is asked of linked data first, then of OpenGraph and meta tags, then of the page itself.

use super::headline;
use super::linked::{self, Thing};
use super::tree::{Id, Node, Tree};
use crate::ingest::date;
use crate::ingest::fields::{Fields, has_words};
use crate::text::one_line;
use crate::text::web_address::{host, is_http};

/// Longer lines are no names of authors and no dates.
const LONGEST: usize = 120;
/// A byline without mark-up of its own is one of a few words.
const LONGEST_BYLINE: usize = 60;
/// A longer line is no headline.
const LONGEST_TITLE: usize = 300;
/// Elements whose text the page does not show.
const HEAD: &[&str] = &["title", "script", "style"];
/// What publishing systems write where they know no author.
const NOBODY: &[&str] = &["admin", "administrator", "author", "editor", "staff", "webmaster", "by"];
/// Pages that list authors have hundreds.
const MOST_BYLINES: usize = 500;
/// A site's name with fewer letters is a section's.
const SHORTEST_SITE: usize = 3;
/// An earlier date stands for none.
const EARLIEST: i16 = 1900;
const TITLES: &[&str] =
    &["og:title", "twitter:title", "dc.title", "dcterms.title", "sailthru.title", "parsely-title"];
const OUTLETS: &[&str] =
    &["og:site_name", "application-name", "dc.publisher", "publisher", "apple-mobile-web-app-title"];
const AUTHORS: &[&str] = &[
    "author",
    "article:author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "sailthru.author",
    "parsely-author",
];
const DATES: &[&str] = &[
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "article.published",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.created",
    "dcterms.date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "article:published",
    "originalpublicationdate",
    "lastmodified-original",
];

/// What is known of an article besides its text, as the page writes it.
pub(super) struct Meta {
    pub fields: Fields,
    /// The text that linked data gives, often on one line.
    pub body: Option<String>,
}

pub(super) fn meta(tree: &Tree) -> Meta {
    let things = linked::things(tree);
    let url = address(tree);
    let page = Page { tree, article: linked::article(&things, url.as_deref()), things: &things };
    let url = url.or_else(|| page.own_address());
    let host = url.as_deref().and_then(host);
    let outlet = page.outlet(host.as_deref());
    let fields = Fields {
        title: page.title(outlet.as_deref(), host.as_deref()),
        author: page.author(),
        published: page.published(),
        modified: page.modified(),
        language: page.language(),
        outlet,
        url,
        ..Fields::default()
    };
    Meta { fields, body: page.article.and_then(|article| linked::text(article, "articleBody")) }
}

/// Headings that are looked at, and bytes that a headline may have.
const MOST_HEADINGS: usize = 50;
const LONGEST_HEADING: usize = 2000;

struct Page<'a> {
    tree: &'a Tree,
    article: Option<&'a Thing>,
    things: &'a [Thing],
}

impl Page<'_> {
    fn field(&self, name: &str) -> Option<String> {
        linked::line(self.article?, name, self.things)
    }

    fn own_address(&self) -> Option<String> {
        let article = self.article?;
        let own = ["url", "mainEntityOfPage"].iter().find_map(|name| linked::address(article.get(*name)?));
        own.filter(|own| is_address(own))
    }

    /// Of the publisher and the site's name the one that the address bears: agencies are called publishers of what others
    /// print. A site's name of a few letters is a section's.
    fn outlet(&self, host: Option<&str>) -> Option<String> {
        let name = |name: &String| !is_address(name) && has_words(name);
        let publisher = self.field("publisher").filter(name);
        let site = tagged(self.tree, OUTLETS).filter(name);
        let borne = |name: &&String| host.is_some_and(|host| is_borne(name, host));
        let own = publisher.iter().find(borne).or_else(|| site.iter().find(borne));
        let site = site.iter().find(|site| headline::fold(site).chars().count() >= SHORTEST_SITE);
        own.or(site).or(publisher.as_ref()).map(|name| without_slogan(name).to_owned())
    }

    /// The headline that the page shows, where the metadata has it too; else the metadata's, without the outlet.
    fn title(&self, outlet: Option<&str>, host: Option<&str>) -> Option<String> {
        let given = self.field("headline").into_iter().chain(tagged(self.tree, TITLES));
        let written = self.tree.named("title").map(|(id, _)| self.tree.line(id)).next();
        let short = |title: &String| has_words(title) && title.len() <= LONGEST_HEADING;
        let given: Vec<String> = given.chain(written).filter(short).collect();
        let site = tagged(self.tree, OUTLETS);
        let names: Vec<&str> = [outlet, site.as_deref(), host].into_iter().flatten().collect();
        let shown = self.shown(&given, &names);
        let title = shown.as_ref().or(given.first())?;
        Some(headline::alone(title, &names, shown.as_deref()))
    }

    /// The large heading that says the same as a title that is given; the only one, if none is given.
    fn shown(&self, given: &[String], names: &[&str]) -> Option<String> {
        let headings = self.tree.named("h1").take(MOST_HEADINGS).map(|(id, _)| self.tree.line(id));
        let headings = headings.filter(|heading| heading.len() <= LONGEST_HEADING);
        let names: Vec<String> = names
            .iter()
            .filter(|name| name.len() <= LONGEST_HEADING)
            .map(|name| headline::fold(name))
            .collect();
        let is_name = |heading: &String| names.contains(&headline::fold(heading));
        let headings: Vec<String> =
            headings.filter(|heading| has_words(heading) && !is_name(heading)).collect();
        let folded: Vec<String> = given.iter().map(|title| headline::fold(title)).collect();
        let same = |heading: &&String| {
            let heading = headline::fold(heading);
            folded.iter().any(|title| title.contains(&heading) && 2 * heading.len() > title.len())
        };
        let alone = (given.is_empty() && headings.len() == 1).then(|| &headings[0]);
        headings.iter().find(same).or(alone).cloned().or_else(|| self.shown_plainly(given))
    }

    /// On a page without headings: a line that is the title but for its first or last part.
    fn shown_plainly(&self, given: &[String]) -> Option<String> {
        let parts: Vec<String> = given.iter().flat_map(|title| headline::parts(title)).collect();
        let headed = self.tree.named("h1").next().is_some();
        let texts = self.tree.elements().filter(|(_, node)| !HEAD.contains(&node.name.as_str()));
        let texts = texts.flat_map(|(_, node)| &node.children).map(|id| self.tree.nodes[*id].text.trim());
        let short = |text: &&str| (1..=LONGEST_TITLE).contains(&text.len());
        let mut lines = texts.filter(short).filter(|text| parts.contains(&headline::fold(text)));
        lines.next().filter(|_| !headed).map(one_line)
    }

    fn author(&self) -> Option<String> {
        let name = |name: &String| {
            !is_address(name)
                && has_words(name)
                && name.len() <= LONGEST
                && !NOBODY.contains(&name.to_lowercase().as_str())
        };
        let given = self.field("author").filter(name).or_else(|| tagged(self.tree, AUTHORS).filter(name));
        given.or_else(|| self.byline()).map(|line| without_by(&line).to_owned())
    }

    /// The first line that is marked as the author's and holds no date.
    fn byline(&self) -> Option<String> {
        let marked = |attribute: &str, node: &Node| node.attribute(attribute) == Some("author");
        let is = |node: &Node| marked("rel", node) || marked("itemprop", node) || is_byline(node);
        let name = |line: &String| {
            has_words(without_by(line))
                && !NOBODY.contains(&line.to_lowercase().as_str())
                && line.len() <= LONGEST_BYLINE
                && !line.contains(|c: char| c.is_numeric() || "|:@".contains(c))
        };
        let found = self.tree.elements().filter(|(_, node)| is(node)).map(|(id, _)| id).take(MOST_BYLINES);
        let found = found.filter(|id| !self.in_comments(*id));
        found.map(|id| self.tree.line(id)).find(name)
    }

    fn in_comments(&self, id: Id) -> bool {
        let names =
            |id: Id| ["class", "id"].into_iter().filter_map(move |name| self.tree.nodes[id].attribute(name));
        self.tree.ancestors(id).flat_map(names).any(|name| name.to_ascii_lowercase().contains("comment"))
    }

    /// The first date that can be read; else the first that is given, so that the reader can say it was not.
    fn published(&self) -> Option<String> {
        let marked = |node: &Node| node.attribute("itemprop") == Some("datePublished");
        let given = [self.field("datePublished")]
            .into_iter()
            .chain(DATES.iter().map(|name| tagged(self.tree, &[name])));
        let shown = || [self.dated(marked), self.dated(|node| node.name == "time")];
        let given: Vec<String> = given.chain(shown()).flatten().collect();
        let readable = |date: &&String| date::read(date).is_some_and(|read| read.day().year() >= EARLIEST);
        given.iter().find(readable).or(given.first().filter(|date| date::read(date).is_none())).cloned()
    }

    fn modified(&self) -> Option<String> {
        let tags = ["article:modified_time", "og:updated_time", "datemodified", "dcterms.modified"];
        self.field("dateModified")
            .or_else(|| tagged(self.tree, &tags))
            .filter(|date| date::read(date).is_some())
    }

    fn dated(&self, is: impl Fn(&Node) -> bool) -> Option<String> {
        let (id, node) = self.tree.elements().find(|(_, node)| is(node))?;
        let written = ["datetime", "content"].iter().find_map(|name| node.attribute(name)).map(str::to_owned);
        let line = || Some(self.tree.line(id)).filter(|line| has_words(line) && line.len() <= LONGEST);
        written.filter(|written| has_words(written)).or_else(line)
    }

    fn language(&self) -> Option<String> {
        let root = self.tree.named("html").next().map(|(_, node)| node);
        let lang = root.and_then(|node| node.attribute("lang").or_else(|| node.attribute("xml:lang")));
        let given = lang.map(str::to_owned).or_else(|| self.field("inLanguage"));
        let given = given
            .or_else(|| tagged(self.tree, &["content-language", "og:locale", "language", "dc.language"]));
        given.map(|tag| tag.trim().replace('_', "-")).filter(|tag| is_language(tag))
    }
}

/// The page's own address: the canonical link, or OpenGraph's.
fn address(tree: &Tree) -> Option<String> {
    let links = tree.named("link").filter(|(_, node)| node.attribute("rel") == Some("canonical"));
    let canonical = links.filter_map(|(_, node)| node.attribute("href")).find(|link| is_address(link));
    canonical
        .map(str::to_owned)
        .or_else(|| tagged(tree, &["og:url", "twitter:url"]).filter(|link| is_address(link)))
}

/// The content of the first meta tag of the first of these names that has one.
fn tagged(tree: &Tree, names: &[&str]) -> Option<String> {
    let named = |node: &Node, name: &str| {
        let own = ["property", "name", "itemprop", "http-equiv"].iter().filter_map(|of| node.attribute(of));
        own.into_iter().any(|own| own.eq_ignore_ascii_case(name))
    };
    let content = |name: &str| {
        let mut tags = tree.named("meta").filter(|(_, node)| named(node, name));
        let line = |node: &Node| node.attribute("content").map(one_line);
        tags.find_map(|(_, node)| line(node).filter(|line| has_words(line)))
    };
    names.iter().find_map(|name| content(name))
}

fn is_byline(node: &Node) -> bool {
    let class = node.attribute("class").unwrap_or_default().to_ascii_lowercase();
    class.split(|c: char| !c.is_alphanumeric()).any(|word| matches!(word, "byline" | "author"))
}

fn without_by(line: &str) -> &str {
    let after = |by: &&&str| line.get(..by.len()).is_some_and(|start| start.eq_ignore_ascii_case(by));
    ["written by ", "posted by ", "by "].iter().find(after).map_or(line, |by| &line[by.len()..]).trim()
}

/// Whether an address bears a name: `northernpost.example` the *Northern Post*.
fn is_borne(name: &str, host: &str) -> bool {
    let host: String =
        host.rsplit_once('.').map_or(host, |(host, _)| host).split('.').map(headline::fold).collect();
    let name = headline::fold(without_slogan(name));
    let name = name.strip_prefix("the").unwrap_or(&name);
    !name.is_empty() && (host.contains(name) || name.contains(&host))
}

/// `The Post | News from the north` → `The Post`; `@post` → `post`.
fn without_slogan(name: &str) -> &str {
    let first =
        [" | ", " - ", " – ", " — "].iter().filter_map(|mark| name.split_once(mark)).map(|(first, _)| first);
    first.min_by_key(|first| first.len()).unwrap_or(name).trim().trim_start_matches('@')
}

fn is_address(text: &str) -> bool {
    is_http(text) || text.starts_with("//")
}

/// A language tag: `en`, `en-GB`, `zh-Hans-CN`.
fn is_language(tag: &str) -> bool {
    let parts = || tag.split('-');
    let first = parts().next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && parts()
            .all(|part| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(html: &str) -> Fields {
        meta(&Tree::of(html).expect("few elements")).fields
    }

    #[test]
    fn an_outlet_is_whoever_the_address_bears() {
        let publisher = r#"<script type="application/ld+json">{"@type": "Article", "publisher": {"name": "Wire Agency"}}</script>"#;
        for (site, address, outlet) in [
            ("The Northern Post", "https://www.northernpost.example/1", "The Northern Post"),
            ("Northern Post | News from the north", "https://x.example/1", "Northern Post"),
            ("", "https://wire-agency.example/1", "Wire Agency"),
            ("US", "https://x.example/1", "Wire Agency"),
        ] {
            let html = format!(
                "<link rel=canonical href='{address}'><meta property='og:site_name' content='{site}'>{publisher}"
            );
            assert_eq!(of(&html).outlet.as_deref(), Some(outlet), "{site} {address}");
        }
    }

    #[test]
    fn the_headline_is_the_one_that_is_shown() {
        for (html, title) in [
            ("<title>Fire at port | Post</title><h1>Post</h1><h1>Fire at port</h1>", "Fire at port"),
            ("<title>Fire at port</title><h1>Subscribe</h1>", "Fire at port"),
            ("<h1>Fire at port</h1>", "Fire at port"),
            ("<meta property=og:title content='Fire &amp; smoke'><title>x</title>", "Fire & smoke"),
        ] {
            assert_eq!(of(html).title.as_deref(), Some(title), "{html}");
        }
    }

    #[test]
    fn authors_dates_and_languages_are_what_they_seem() {
        let page =
            of("<html lang=en_GB><meta name=author content=admin><meta name=date content='0001-01-01'>\
             <div class=comment><span class=author>Reader</span></div><p class=byline>5 March 2026</p>\
             <p class=byline>By Ana Holm</p><time datetime='2026-03-05'>");
        assert_eq!(page.author.as_deref(), Some("Ana Holm"));
        assert_eq!(page.published.as_deref(), Some("2026-03-05"));
        assert_eq!(page.language.as_deref(), Some("en-GB"));
        assert_eq!(of("<html lang='a language of ours'>").language, None);
    }
}
