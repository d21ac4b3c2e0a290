//! What a page says about its article: title, outlet, author, date, address, language.
//!
//! Each is asked of linked data first, then of OpenGraph and meta tags, then of the page itself.

use super::headline;
use super::linked::{self, Thing};
use super::tree::{Id, Node, Tree};

/// A byline or a date line longer than this is text.
const LONGEST: usize = 120;
const TITLES: &[&str] = &["og:title", "twitter:title", "dc.title", "dcterms.title", "sailthru.title", "parsely-title"];
const OUTLETS: &[&str] = &["og:site_name", "application-name", "dc.publisher", "publisher", "apple-mobile-web-app-title"];
const AUTHORS: &[&str] = &["author", "article:author", "byl", "dc.creator", "dcterms.creator", "sailthru.author", "parsely-author"];
const DATES: &[&str] = &[
    "article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date",
    "publish_date", "article.published", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.created", "dcterms.date",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "article:published", "originalpublicationdate",
    "lastmodified-original",
];

/// What is known of an article besides its text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Meta {
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub author: Option<String>,
    /// As the page writes it.
    pub published: Option<String>,
    pub url: Option<String>,
    pub language: Option<String>,
    /// The text that linked data gives, often on one line.
    pub body: Option<String>,
}

pub(super) fn meta(tree: &Tree) -> Meta {
    let things = linked::things(tree);
    let url = address(tree);
    let page = Page { tree, article: linked::article(&things, url.as_deref()), things: &things };
    let url = url.or_else(|| page.own_address());
    let outlet = page.outlet();
    Meta {
        title: page.title(outlet.as_deref(), url.as_deref()),
        author: page.author(),
        published: page.published(),
        language: page.language(),
        body: page.field("articleBody"),
        outlet,
        url,
    }
}

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

    fn outlet(&self) -> Option<String> {
        let name = |name: &String| !is_address(name);
        self.field("publisher").filter(name).or_else(|| tagged(self.tree, OUTLETS).filter(name))
    }

    /// The headline that the page shows, where the metadata has it too; else the metadata's, without the outlet.
    fn title(&self, outlet: Option<&str>, url: Option<&str>) -> Option<String> {
        let given = self.field("headline").into_iter().chain(tagged(self.tree, TITLES));
        let written = self.tree.named("title").map(|(id, _)| self.tree.line(id)).next();
        let given: Vec<String> = given.chain(written).filter(|title| has_words(title)).collect();
        let shown = self.shown(&given);
        let site = tagged(self.tree, OUTLETS);
        let host = url.and_then(super::host);
        let names: Vec<&str> = [outlet, site.as_deref(), host.as_deref()].into_iter().flatten().collect();
        let title = shown.as_ref().or(given.first())?;
        Some(headline::alone(title, &names, shown.as_deref()))
    }

    /// The large heading that says the same as a title that is given; the only one, if none is given.
    fn shown(&self, given: &[String]) -> Option<String> {
        let headings = self.tree.named("h1").map(|(id, _)| self.tree.line(id));
        let headings: Vec<String> = headings.filter(|heading| has_words(heading)).collect();
        let same = |heading: &&String| given.iter().any(|title| headline::fold(title).contains(&headline::fold(heading)));
        let alone = (given.is_empty() && headings.len() == 1).then(|| &headings[0]);
        let several = |heading: &&String| heading.split_whitespace().count() > 2;
        headings.iter().filter(several).find(same).or(alone).cloned()
    }

    fn author(&self) -> Option<String> {
        let name = |name: &String| !is_address(name) && name.len() <= LONGEST;
        let given = self.field("author").or_else(|| tagged(self.tree, AUTHORS).filter(name));
        given.filter(name).or_else(|| self.byline()).map(|line| without_by(&line).to_owned())
    }

    fn byline(&self) -> Option<String> {
        let is = |node: &Node| {
            node.attribute("rel") == Some("author") || node.attribute("itemprop") == Some("author") || is_byline(node)
        };
        let short = |line: &String| has_words(line) && line.len() <= LONGEST;
        self.lines(is).find(short)
    }

    fn published(&self) -> Option<String> {
        let given = self.field("datePublished").or_else(|| tagged(self.tree, DATES));
        given.or_else(|| self.dated(|node| node.attribute("itemprop") == Some("datePublished"))).or_else(|| {
            self.dated(|node| node.name == "time")
        })
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
        let given = given.or_else(|| tagged(self.tree, &["content-language", "og:locale", "language", "dc.language"]));
        given.map(|tag| tag.trim().replace('_', "-")).filter(|tag| is_language(tag))
    }

    fn lines(&self, is: impl Fn(&Node) -> bool) -> impl Iterator<Item = String> {
        let found: Vec<Id> = self.tree.elements().filter(|(_, node)| is(node)).map(|(id, _)| id).collect();
        found.into_iter().map(|id| self.tree.line(id))
    }
}

/// The page's own address: the canonical link, or OpenGraph's.
fn address(tree: &Tree) -> Option<String> {
    let links = tree.named("link").filter(|(_, node)| node.attribute("rel") == Some("canonical"));
    let canonical = links.filter_map(|(_, node)| node.attribute("href")).find(|link| is_address(link));
    canonical.map(str::to_owned).or_else(|| tagged(tree, &["og:url", "twitter:url"]).filter(|link| is_address(link)))
}

/// The content of the first meta tag of the first of these names that has one.
fn tagged(tree: &Tree, names: &[&str]) -> Option<String> {
    let named = |node: &Node, name: &str| {
        let own = ["property", "name", "itemprop", "http-equiv"].iter().filter_map(|of| node.attribute(of));
        own.into_iter().any(|own| own.eq_ignore_ascii_case(name))
    };
    let content = |name: &str| {
        let mut tags = tree.named("meta").filter(|(_, node)| named(node, name));
        let line = |node: &Node| node.attribute("content").map(|it| it.split_whitespace().collect::<Vec<_>>().join(" "));
        tags.find_map(|(_, node)| line(node).filter(|line| has_words(line)))
    };
    names.iter().find_map(|name| content(name))
}

fn is_byline(node: &Node) -> bool {
    let class = node.attribute("class").unwrap_or_default().to_ascii_lowercase();
    class.split(|c: char| !c.is_alphanumeric()).any(|word| matches!(word, "byline" | "author"))
}

fn without_by(line: &str) -> &str {
    let by = line.get(..3).filter(|by| by.eq_ignore_ascii_case("by "));
    by.map_or(line, |by| &line[by.len()..]).trim()
}

fn is_address(text: &str) -> bool {
    text.starts_with("http://") || text.starts_with("https://") || text.starts_with("//")
}

fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// A language tag: `en`, `en-GB`, `zh-Hans-CN`.
fn is_language(tag: &str) -> bool {
    let parts = || tag.split('-');
    let first = parts().next().unwrap_or_default();
    (2..=3).contains(&first.len()) && parts().all(|part| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric()))
}
