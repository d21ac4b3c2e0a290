//! A list of outlets of the user's own: names, short names, web addresses, owners.
//!
//! ```text
//!   name             aliases                domains          owner          kind
//!   Harbour Gazette  The Gazette|HG         harbour.example  Harbour Media  newspaper
//! ```
//!
//! A table as any other, with a header; only `name` is needed. Its rows come before those of the shipped list.

use std::path::Path;

use super::file;
use super::table::delimiter;
use crate::error::{Error, Result};
use crate::lexicon::outlets::Listing;

const COLUMNS: [&str; 5] = ["name", "aliases", "domains", "owner", "kind"];
/// What an outlet can be; an agency's text is meant to be copied.
const KINDS: [&str; 5] = ["agency", "broadcaster", "magazine", "newspaper", "web"];

/// Reads a table separated by commas, semicolons or tabs.
pub fn outlets(path: &Path) -> Result<Vec<Listing>> {
    let (name, decoded) = file::table(path)?;
    listings(&name, &decoded.text)
}

fn listings(file: &str, text: &str) -> Result<Vec<Listing>> {
    let broken = |error: csv::Error| Error::Input(format!("{file}: {error}"));
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(text))
        .comment(Some(b'#'))
        .flexible(true)
        .from_reader(text.as_bytes());
    let header = reader.headers().map_err(broken)?.clone();
    let places =
        COLUMNS.map(|column| header.iter().position(|found| found.trim().eq_ignore_ascii_case(column)));
    let known = |found: &&str| COLUMNS.iter().any(|column| column.eq_ignore_ascii_case(found.trim()));
    if let Some(unknown) = header.iter().find(|found| !known(found)).filter(|_| places[0].is_some()) {
        let columns = COLUMNS.join(", ");
        return Err(Error::Input(format!(
            "{file}:1: unknown column `{}`; columns are: {columns}",
            unknown.trim()
        )));
    }
    if places[0].is_none() {
        let found = header.iter().collect::<Vec<_>>().join(", ");
        let wanted = COLUMNS.join(", ");
        return Err(Error::Input(format!(
            "{file}:1: no column `name`; it has: {found}; columns are: {wanted}"
        )));
    }
    let mut listings = Vec::new();
    for record in reader.records() {
        let record = record.map_err(broken)?;
        let line = record.position().map_or(0, csv::Position::line);
        let cells = places.map(|place| place.and_then(|place| record.get(place)).unwrap_or_default().trim());
        listings.push(listing(cells).map_err(|problem| Error::Input(format!("{file}:{line}: {problem}")))?);
    }
    Ok(listings)
}

fn listing([name, aliases, domains, owner, kind]: [&str; 5]) -> Result<Listing, String> {
    if name.is_empty() {
        return Err("the outlet has no name; fill in the column `name`, or delete the row".to_owned());
    }
    let kind = kind.to_lowercase();
    if !kind.is_empty() && !KINDS.contains(&kind.as_str()) {
        return Err(format!("unknown kind `{kind}`; there are: {}", KINDS.join(", ")));
    }
    let parts = |cell: &str| {
        let parts = cell.split('|').map(str::trim).filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect()
    };
    Ok(Listing {
        name: name.to_owned(),
        aliases: parts(aliases),
        domains: parts(domains),
        owner: Some(owner.to_owned()).filter(|owner| !owner.is_empty()),
        kind,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_name_is_needed_and_columns_come_in_any_order() {
        let read =
            listings("o.csv", "owner,name\nHarbour Media,Harbour Gazette\n,Tarnby Post\n").expect("a list");
        assert_eq!(read[0].owner.as_deref(), Some("Harbour Media"));
        assert_eq!((read[1].name.as_str(), &read[1].owner), ("Tarnby Post", &None));
    }

    #[test]
    fn errors_name_the_line_and_what_to_do() {
        for (text, message) in [
            (
                "name,ownr\nx,y\n",
                "o.csv:1: unknown column `ownr`; columns are: name, aliases, domains, owner, kind",
            ),
            (
                "title\nx\n",
                "o.csv:1: no column `name`; it has: title; columns are: name, aliases, domains, owner, kind",
            ),
            (
                "name,kind\nTarnby Post,blog\n",
                "o.csv:2: unknown kind `blog`; there are: agency, broadcaster, magazine, newspaper, web",
            ),
            (
                "name,kind\n,web\n",
                "o.csv:2: the outlet has no name; fill in the column `name`, or delete the row",
            ),
        ] {
            assert_eq!(listings("o.csv", text).expect_err(text).to_string(), message);
        }
    }
}
