//! Web addresses: what is one, whose it is, which page it names.

/// `https://post.example/1`: an address that may be followed, and nothing that could run.
pub fn is_http(address: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| starts_with(address.trim_start(), scheme))
}

/// The same, or `www.post.example`: what running text has for an address.
pub fn begins_address(word: &str) -> bool {
    is_http(word) || starts_with(word, "www.")
}

fn starts_with(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start))
}

/// `post.example`, `Post.example`: one word that could be the name of a host.
pub fn is_host(word: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
    let end = word.rsplit_once('.').map_or("", |(_, end)| end);
    end.len() >= 2 && end.chars().all(char::is_lowercase) && word.chars().all(plain)
}

/// `https://www.post.example/a` → `post.example`; a name without a dot has none.
pub fn host(address: &str) -> Option<String> {
    let low = address.trim().to_lowercase();
    let rest = low.split_once("://").map_or(low.as_str(), |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next()?.rsplit('@').next()?.split(':').next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    host.contains('.').then(|| host.to_owned())
}

/// Whether this is the address of a page, not only of a site.
pub fn is_page(address: &str) -> bool {
    let path = address.trim().split_once("://").and_then(|(_, rest)| rest.split_once('/'));
    path.is_some_and(|(_, path)| !path.is_empty())
}

/// `https://www.post.example/a/?utm_source=x#top` → `post.example/a`: what tells one page from another; none for the
/// front page of a site.
pub fn page(address: &str) -> Option<String> {
    let rest = address.split_once("://")?.1;
    let rest = rest.split('#').next().unwrap_or(rest);
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let place = place.trim_end_matches('/');
    let (host, path) = place.split_once('/').unwrap_or((place, ""));
    let query: Vec<&str> = query.split('&').filter(|part| tells_pages_apart(part)).collect();
    let path = if query.is_empty() { path.to_owned() } else { format!("{path}?{}", query.join("&")) };
    let host = host.to_lowercase();
    (!path.is_empty()).then(|| format!("{}/{path}", host.strip_prefix("www.").unwrap_or(&host)))
}

/// Parts of an address that say how a reader came to the page.
const PASSED_ON: &[&str] = &[
    "fbclid",
    "gclid",
    "mc_cid",
    "mc_eid",
    "cmpid",
    "ref",
    "src",
    "smid",
    "share",
    "sharetype",
    "xtor",
    "amp",
    "outputtype",
];

fn tells_pages_apart(parameter: &str) -> bool {
    let name = parameter.split('=').next().unwrap_or_default().to_lowercase();
    let of_campaign = name.starts_with("utm_") || name.starts_with("at_");
    !name.is_empty() && !of_campaign && !PASSED_ON.contains(&name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_words() {
        for (word, expected) in [
            ("https://a.example", [true, true, false]),
            ("HTTP://a.example", [true, true, false]),
            ("WWW.a.example", [false, true, true]),
            ("tidewater.example", [false, false, true]),
            ("zürich.example", [false, false, true]),
            ("Node.JS", [false, false, false]),
            ("24.7", [false, false, false]),
            ("javascript:alert(1)//https://", [false, false, false]),
            ("http:/x", [false, false, false]),
            ("ééééééé", [false, false, false]),
            ("", [false, false, false]),
            ("//a.example/", [false, false, false]),
            ("data:text/html,x", [false, false, false]),
        ] {
            assert_eq!([is_http(word), begins_address(word), is_host(word)], expected, "{word}");
        }
        assert!(is_page("https://a.example/1") && !is_page("https://a.example/") && !is_page("a.example/1"));
    }

    #[test]
    fn a_host_is_what_an_address_lies_on() {
        for (address, expected) in [
            ("https://www.Post.example/a?b", Some("post.example")),
            (" WWW.post.example ", Some("post.example")),
            ("http://me@post.example:80/", Some("post.example")),
            ("Post", None),
        ] {
            assert_eq!(host(address).as_deref(), expected, "{address}");
        }
    }

    #[test]
    fn an_address_tells_pages_apart() {
        for (address, expected) in [
            ("https://www.Post.example/a/?utm_source=x&id=7#top", Some("post.example/a?id=7")),
            ("http://post.example/A", Some("post.example/A")),
            ("https://post.example/", None),
            ("post", None),
        ] {
            assert_eq!(page(address).as_deref(), expected, "{address}");
        }
    }
}
