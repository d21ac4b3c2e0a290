//! Outlets by name, short name and web address: who is meant, who owns it.

use std::sync::{LazyLock, OnceLock};

use super::rows;
use super::{Map, Set};
use crate::text::web_address::host;

const TABLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/outlets.tsv"));

/// A row of a list of outlets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    pub name: String,
    /// Those with a leading `~` count only beside the full name.
    pub aliases: Vec<String>,
    pub domains: Vec<String>,
    pub owner: Option<String>,
    pub kind: String,
}

/// Outlets that the user added; they come before the list's own.
static ADDED: OnceLock<Vec<Listing>> = OnceLock::new();

/// Adds outlets for the whole run. Only the first call counts, and only before any outlet was looked up: the list must
/// not change under a comparison.
pub fn add(listings: Vec<Listing>) -> bool {
    let added = ADDED.set(listings).is_ok();
    LazyLock::force(&TABLES);
    added
}

/// A known outlet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The canonical name.
    pub name: &'static str,
    /// The publisher; outlets of one publisher are not independent of each other.
    pub owner: Option<&'static str>,
    /// `newspaper`, `agency`, `broadcaster` … as the list says.
    pub kind: &'static str,
    /// A news agency: its text is meant to be copied.
    pub agency: bool,
}

/// The outlet that `name` means wherever it stands: by name, unconditional alias or web domain.
///
/// *The Hill* is an outlet, *Hill* a person: a name of one word with an article counts with its article only.
pub fn canonical(name: &str) -> Option<&'static Entry> {
    let key = same_name_key(name);
    let bare = TABLES.with_article.contains(&key) && !name.trim_start().to_lowercase().starts_with("the ");
    let named = TABLES.sure.get(&key).filter(|_| !bare);
    let found = named.or_else(|| TABLES.sure.get(&host(name)?));
    found.map(|&index| &TABLES.entries[index])
}

/// The outlet that `name` means in a document; a short name such as “The Post” counts when the full
/// name of exactly one outlet with that short name stands in the text.
pub fn canonical_in(name: &str, text: &str) -> Option<&'static Entry> {
    canonical(name).or_else(|| {
        let candidates = TABLES.short.get(&same_name_key(name))?;
        let mut named = candidates
            .iter()
            .map(|&index| &TABLES.entries[index])
            .filter(|entry| text.contains(bare(entry.name)));
        named.next().filter(|_| named.next().is_none())
    })
}

/// What agencies call themselves, where the list does not know them.
const AGENCY_WORDS: &[&str] = &[
    "press agency",
    "news agency",
    "news service",
    "press association",
    "newswire",
    "wire service",
    "presseagentur",
];

/// Whether a name is that of a news agency: by the list, else by what it calls itself.
pub fn is_agency(name: &str) -> bool {
    let low = name.to_lowercase();
    canonical(name).map_or_else(|| AGENCY_WORDS.iter().any(|words| low.contains(words)), |entry| entry.agency)
}

/// A key that is equal for spellings of one name: `The Harbour Gazette`, `harbour gazette`.
pub fn same_name_key(name: &str) -> String {
    let low = name.to_lowercase().replace(['’', '‘', '\'', '`'], "");
    let words: Vec<_> = low
        .split(|c: char| !c.is_alphanumeric() && c != '.' && c != '&')
        .filter(|word| !word.is_empty())
        .collect();
    match words.as_slice() {
        ["the", rest @ ..] if !rest.is_empty() => rest.join(" "),
        [] => low,
        words => words.join(" "),
    }
}

/// The name without its article.
pub fn bare(name: &str) -> &str {
    let rest = name.strip_prefix("The ").or_else(|| name.strip_prefix("the "));
    rest.map(str::trim_start).filter(|rest| !rest.is_empty()).unwrap_or(name)
}

/// The list, and where each name leads.
struct Tables {
    entries: Vec<Entry>,
    sure: Map<String, usize>,
    /// Keys of names such as *The Hill*.
    with_article: Set<String>,
    short: Map<String, Vec<usize>>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut tables = Tables {
        entries: Vec::new(),
        sure: Map::default(),
        with_article: Set::default(),
        short: Map::default(),
    };
    ADDED.get().into_iter().flatten().for_each(|listing| tables.add(listing.clone()));
    rows(TABLE).filter(|row| row[0] != "name").for_each(|row| tables.add(listing(&row)));
    tables
});

fn listing(row: &[&str]) -> Listing {
    let cell = |column: usize| row.get(column).map_or("", |cell| cell.trim());
    let parts = |column: usize| {
        let parts = cell(column).split('|').map(str::trim).filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect()
    };
    Listing {
        name: cell(0).to_owned(),
        aliases: parts(1),
        domains: parts(2),
        owner: Some(cell(3).to_owned()).filter(|owner| !owner.is_empty()),
        kind: cell(4).to_owned(),
    }
}

impl Tables {
    fn add(&mut self, listing: Listing) {
        let index = self.entries.len();
        if listing.name.strip_prefix("The ").is_some_and(|rest| !rest.contains(' ')) {
            self.with_article.insert(same_name_key(&listing.name));
        }
        let aliases = listing.aliases.iter().filter(|alias| !alias.starts_with('~'));
        let names = std::iter::once(&listing.name).chain(aliases).map(|name| same_name_key(name));
        for key in names.chain(listing.domains.iter().filter_map(|name| host(name))) {
            self.sure.entry(key).or_insert(index);
        }
        for short in listing.aliases.iter().filter_map(|alias| alias.strip_prefix('~')) {
            let places = self.short.entry(same_name_key(short)).or_default();
            if places.last() != Some(&index) {
                places.push(index);
            }
        }
        let agency = listing.kind == "agency";
        // The list is made once and lives as long as the program.
        let [name, kind] = [listing.name, listing.kind].map(|text| &*text.leak());
        self.entries.push(Entry { name, owner: listing.owner.map(|owner| &*owner.leak()), kind, agency });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_to_their_outlet() {
        for name in [
            "Washington Post",
            "the washington post",
            "washingtonpost.com",
            "https://www.washingtonpost.com/a",
        ] {
            assert_eq!(canonical(name).map(|entry| entry.name), Some("Washington Post"), "{name}");
        }
        assert_eq!(canonical("The Daily Beast").map(|entry| entry.name), Some("The Daily Beast"));
        assert!(canonical("Reuters").is_some_and(|entry| entry.agency));
        assert_eq!(canonical("Harbour Gazette"), None);
        assert_eq!(canonical("The Hill").map(|entry| entry.name), Some("The Hill"));
        for person in ["Hill", "Bloomberg", "Fox", "I", "People", "Time"] {
            assert_eq!(canonical(person), None, "{person}");
        }
    }

    #[test]
    fn a_short_name_needs_the_full_one() {
        let found = |text| canonical_in("The Post", text).map(|entry| entry.name);
        assert_eq!(found("as the Washington Post had it"), Some("Washington Post"));
        assert_eq!(found("nobody is named"), None);
        assert_eq!(found("the Washington Post and the New York Post"), None);
    }

    #[test]
    fn unknown_names_fold_alike() {
        assert_eq!(same_name_key("The Harbour Gazette"), same_name_key("harbour  gazette"));
        assert_ne!(same_name_key("Harbour Gazette"), same_name_key("Harbour Times"));
        assert_eq!(same_name_key("The"), "the");
    }
}
