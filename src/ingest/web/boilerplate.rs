//! What a page's markup itself sets apart from the article: menus, captions, share buttons, comments, notices.
//!
//! Words decide nothing here: an element goes by its name, its role and the names its authors gave it. As those are no more
//! than hints (`has-sidebar`, `with-comments`), an element that holds most of the page's running text stays.

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use super::tree::{Id, Node, ROOT, Tree};

/// Elements that are never part of a text.
const NEVER: &[&str] = &[
    "applet",
    "audio",
    "button",
    "canvas",
    "datalist",
    "dialog",
    "embed",
    "figcaption",
    "frameset",
    "head",
    "iframe",
    "input",
    "link",
    "math",
    "menu",
    "meta",
    "nav",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "optgroup",
    "option",
    "script",
    "select",
    "style",
    "svg",
    "template",
    "textarea",
    "title",
    "video",
];
/// Elements that are not, unless most of the page is in them.
const SELDOM: &[&str] = &["aside", "figure", "footer", "form"];
const ROLES: &[&str] = &[
    "alert",
    "alertdialog",
    "banner",
    "complementary",
    "contentinfo",
    "dialog",
    "menu",
    "menubar",
    "navigation",
    "search",
    "tablist",
    "toolbar",
    "tooltip",
];
/// Words in the names of elements.
static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| NAMED_APART.split(' ').collect());
const NAMED_APART: &str = "\
    ad ads advert advertisement advertising adsense addthis alsoread authorbio bio bookmark breadcrumb \
    breadcrumbs byline bylines caption captions carousel comment commentlist comments consent \
    contributors cookie cookies copyright credit credits disclaimer disqus dateline donate donation \
    facebook flyout follow footer footnote gallery gdpr hidden infobox jp masthead menu meta metadata \
    modal mostread nav navbar navigation newsletter newsletters outbrain overlay pager pagination \
    paywall permalink photocaption pinterest poll popular popup postmeta prevnext print printonly promo \
    promos promotion pullquote rating ratings readmore recirc recirculation recommend recommendation \
    recommendations recommended related relatedposts respond screenreader share sharebar sharedaddy \
    sharer sharing shareline sidebar signup skip slideshow social sociable sponsor sponsored sponsors \
    subscribe subscription syndication taboola tagcloud taglist tags teaser teasers timestamp toolbar \
    tooltip trending tweet twitter whatsapp widget widgets";
/// Words that name a thing together with one of those behind them.
const PAIRS: &[(&str, &[&str])] = &[
    ("about", &["author"]),
    ("article", &["footer", "tools"]),
    ("author", &["bio", "box", "card", "info"]),
    ("by", &["line"]),
    ("email", &["form", "signup"]),
    ("entry", &["footer"]),
    ("hide", &["text"]),
    ("image", &["info"]),
    ("img", &["desc"]),
    ("in", &["brief"]),
    ("latest", &["news"]),
    ("media", &["info"]),
    ("more", &["from", "news", "on", "stories"]),
    ("most", &["popular", "read", "viewed"]),
    ("next", &["post"]),
    ("no", &["print"]),
    ("photo", &["info"]),
    ("post", &["author", "date", "footer", "navigation", "tags"]),
    ("prev", &["post"]),
    ("pull", &["quote"]),
    ("read", &["also", "more", "next"]),
    ("see", &["also"]),
    ("sign", &["up"]),
    ("sr", &["only"]),
    ("story", &["tools"]),
    ("top", &["stories"]),
    ("up", &["next"]),
    ("visually", &["hidden"]),
    ("you", &["may"]),
];
/// A shorter text between two tags is no running text.
const SHORTEST: usize = 40;
/// Of the running text of the page, an element with more than this is not set apart by the names it bears.
const MOST_OF_TEXT: f64 = 0.4;
const LONG: &[&str] = &["consent", "cookie", "cookies", "disqus", "gdpr", "modal"];
/// Readers' comments and notices about data may well be longer than the article.
const MOST_OF_COMMENTS: f64 = 0.85;

/// For each element, whether the page's markup sets it apart.
pub(super) fn boilerplate(tree: &Tree) -> Vec<bool> {
    let text = running_text(tree);
    let whole = text[ROOT].max(1) as f64;
    let quotes = quotes(tree);
    let mut gone = vec![false; tree.nodes.len()];
    for (id, node) in tree.elements() {
        let share = text[id] as f64 / whole;
        gone[id] = is_apart(node, share, quotes[id]);
    }
    spare(tree, &text, &mut gone);
    gone
}

/// Paragraphs that bear one set of names and hold most of the text between them are the article, whatever the names are:
/// every paragraph behind a paywall may be marked as such. Of boxes that is not so: teasers of other articles bear one set of
/// names as well.
fn spare(tree: &Tree, text: &[usize], gone: &mut [bool]) {
    let mut held: BTreeMap<&str, (usize, Vec<Id>)> = BTreeMap::new();
    for (id, node) in tree.named("p").filter(|(id, _)| gone[*id]) {
        let of = held.entry(node.attribute("class").unwrap_or_default()).or_default();
        of.0 += text[id];
        of.1.push(id);
    }
    let most = MOST_OF_TEXT * text[ROOT] as f64;
    let spared: Vec<Id> =
        held.into_values().filter(|(held, _)| *held as f64 > most).flat_map(|(_, ids)| ids).collect();
    spared.into_iter().for_each(|id| gone[id] = false);
}

fn is_apart(node: &Node, share: f64, quotes: bool) -> bool {
    let name = node.name.as_str();
    if NEVER.contains(&name) {
        return name != "head" || share < MOST_OF_TEXT;
    }
    if matches!(name, "html" | "body" | "main" | "h1" | "blockquote") {
        return false;
    }
    let words = words(node);
    let long = words.iter().any(|word| word.starts_with("comment") || LONG.contains(&word.as_str()));
    let most = if long { MOST_OF_COMMENTS } else { MOST_OF_TEXT };
    share <= most
        && (SELDOM.contains(&name)
            || is_hidden(node)
            || has_role(node)
            || is_named(&words) && (long || !quotes))
}

/// For each element, whether a block quote is in it: posts in an article are marked as social media, like share buttons.
fn quotes(tree: &Tree) -> Vec<bool> {
    let mut quotes = vec![false; tree.nodes.len()];
    for (id, _) in tree.named("blockquote") {
        tree.ancestors(id).for_each(|above| quotes[above] = true);
    }
    quotes
}

fn is_hidden(node: &Node) -> bool {
    let style = node.attribute("style").unwrap_or_default().to_ascii_lowercase();
    let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
    node.attribute("hidden").is_some()
        || node.attribute("aria-hidden") == Some("true")
        || style.contains("display:none")
        || style.contains("visibility:hidden")
}

fn has_role(node: &Node) -> bool {
    node.attribute("role").is_some_and(|role| ROLES.contains(&role.to_ascii_lowercase().as_str()))
}

fn is_named(words: &[String]) -> bool {
    let one = words.iter().any(|word| WORDS.contains(word.as_str()));
    one || words.windows(2).any(|pair| is_pair(&pair[0], &pair[1]))
}

fn is_pair(first: &str, second: &str) -> bool {
    PAIRS.iter().any(|(one, others)| *one == first && others.contains(&second))
}

/// The words in an element's names: `story-body__shareButtons` → story, body, share, buttons.
pub(super) fn words(node: &Node) -> Vec<String> {
    let mut words = Vec::new();
    for name in ["class", "id", "data-component", "data-module", "data-testid", "itemprop"] {
        split(node.attribute(name).unwrap_or_default(), &mut words);
    }
    words
}

fn split(names: &str, words: &mut Vec<String>) {
    let mut word = String::new();
    let mut small = false;
    for c in names.chars() {
        if (!c.is_alphanumeric() || c.is_uppercase() && small) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        small = c.is_lowercase();
        if c.is_alphanumeric() {
            word.extend(c.to_lowercase());
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
}

/// How many bytes of running text each element holds: what stands in paragraphs, or plainly between blocks, outside links.
fn running_text(tree: &Tree) -> Vec<usize> {
    let mut sums = vec![0; tree.nodes.len()];
    let mut apart = vec![false; tree.nodes.len()];
    for (id, node) in tree.nodes.iter().enumerate() {
        apart[id] = apart[node.parent] || is_no_text(node);
        let length = node.text.trim().len();
        sums[id] = if length >= SHORTEST && !apart[id] { length } else { 0 };
    }
    // A node stands after its parent, so that sums flow up in one pass.
    for id in (1..tree.nodes.len()).rev() {
        sums[tree.nodes[id].parent] += sums[id];
    }
    sums
}

fn is_no_text(node: &Node) -> bool {
    let name = node.name.as_str();
    name == "a" || name != "head" && NEVER.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cut_into_words() {
        let mut words = Vec::new();
        split("story-body__shareButtons RelatedBox a1", &mut words);
        assert_eq!(words, ["story", "body", "share", "buttons", "related", "box", "a1"]);
    }

    #[test]
    fn markup_sets_apart_what_is_no_article() {
        let text = "A sentence that is long enough to be running text of a page. ".repeat(3);
        for (html, kept) in [
            ("<figure><figcaption>x</figcaption></figure>", false),
            ("<div class='share-bar'>x</div>", false),
            ("<div id=cookieConsent>x</div>", false),
            ("<div style='display: none'>x</div>", false),
            ("<section role=complementary>x</section>", false),
            ("<div class='more-from'>x</div>", false),
            ("<div class=moreover>x</div>", true),
            ("<div class=story>x</div>", true),
        ] {
            let tree = Tree::of(&format!("<p>{text}</p>{html}")).expect("few elements");
            let gone = boilerplate(&tree);
            let kept_text = super::super::blocks::blocks(&tree, &gone).iter().any(|block| block.text == "x");
            assert_eq!(kept_text, kept, "{html}");
        }
    }

    #[test]
    fn most_of_the_text_stays_whatever_its_name() {
        let text = "A sentence that is long enough to be running text of a page. ".repeat(3);
        let tree = Tree::of(&format!("<div class='with-sidebar'><p>{text}</p></div>")).expect("few elements");
        assert_eq!(super::super::blocks::blocks(&tree, &boilerplate(&tree)).len(), 1);
    }
}
