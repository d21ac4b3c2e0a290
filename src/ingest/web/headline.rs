//! A headline without the name of its outlet: “Fire at the port - The Northern Post”, “The Northern Post | Fire at the port”.
//!
//! A dash may belong to the headline. So a part goes only when it is the outlet's name, or when the rest is the headline
//! that the page shows.

/// What stands between a headline and an outlet's name.
const MARKS: &[&str] =
    &[" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " / ", " ~ ", "｜", "_", " : ", ": "];
/// Shorter names are found everywhere.
const SHORTEST: usize = 3;

/// A name that is only a part of what a title gives must be this long, and the whole no longer than a name is.
const SHORTEST_PART: usize = 8;
const LONGEST_NAME: usize = 40;

/// The headline alone. `names` are what the outlet may be called: names and host.
pub(super) fn alone(title: &str, names: &[&str], shown: Option<&str>) -> String {
    let names: Vec<String> = names.iter().flat_map(|name| forms(name)).collect();
    let mut rest = title.trim();
    while let Some(shorter) = shown_in(rest, shown).or_else(|| without_name(rest, &names)) {
        rest = shorter;
    }
    rest.to_owned()
}

/// The headline that the page shows, where the title is that and more after a mark.
fn shown_in<'a>(title: &'a str, shown: Option<&str>) -> Option<&'a str> {
    let shown = fold(shown?);
    let same = |part: &&str| fold(part) == shown;
    ends(title).chain(starts(title)).map(|(rest, _)| rest).find(same).filter(|_| !shown.is_empty())
}

/// What a title may be without its first or last part, folded; parts of one word are no headlines.
pub(super) fn parts(title: &str) -> Vec<String> {
    let rests = ends(title).chain(starts(title)).map(|(rest, _)| rest);
    rests.filter(|rest| rest.split_whitespace().count() > 1).map(fold).collect()
}

fn without_name<'a>(title: &'a str, names: &[String]) -> Option<&'a str> {
    let named = |part: &str| {
        let part = fold(part);
        let long = |name: &String| name.chars().count() >= SHORTEST_PART && part.contains(name.as_str());
        let short = part.chars().count() <= LONGEST_NAME;
        part.chars().count() >= SHORTEST && (names.contains(&part) || short && names.iter().any(long))
    };
    let last = ends(title).find(|(_, name)| named(name));
    let first = || starts(title).find(|(_, name)| named(name));
    last.or_else(first).map(|(rest, _)| rest).filter(|rest| rest.chars().any(char::is_alphanumeric))
}

/// Every way to take something off the end: what is left, and what went.
fn ends(title: &str) -> impl Iterator<Item = (&str, &str)> {
    let last = |mark: &&str| title.rsplit_once(*mark);
    MARKS.iter().filter(|mark| !mark.starts_with(':')).filter_map(last).map(trimmed)
}

/// The same at the beginning.
fn starts(title: &str) -> impl Iterator<Item = (&str, &str)> {
    MARKS.iter().filter_map(|mark| title.split_once(*mark)).map(|(name, rest)| trimmed((rest, name)))
}

fn trimmed<'a>((rest, name): (&'a str, &'a str)) -> (&'a str, &'a str) {
    (rest.trim(), name.trim())
}

/// What a name may look like in a title: as it is, without *The*, and the host with and without its ending.
fn forms(name: &str) -> Vec<String> {
    let folded = fold(name);
    let bare = folded.strip_prefix("the").map(str::to_owned);
    let with = (!folded.starts_with("the")).then(|| format!("the{folded}"));
    let host = (name.contains('.') && !name.contains(' ')).then(|| name.rsplit_once('.')).flatten();
    let core = host.map(|(core, _)| fold(core.rsplit('.').next().unwrap_or(core)));
    let core = core.filter(|core| core.len() >= SHORTEST);
    [Some(folded), bare, with, core].into_iter().flatten().filter(|form| !form.is_empty()).collect()
}

/// Letters and digits, small.
pub(in crate::ingest) fn fold(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outlets_go_and_dashes_stay() {
        let names = ["The Northern Post", "northernpost.example"];
        for (title, shown, expected) in [
            ("Fire at the port - The Northern Post", None, "Fire at the port"),
            ("Fire at the port | Northern Post", None, "Fire at the port"),
            ("Fire at the port – northernpost.example", None, "Fire at the port"),
            ("The Northern Post: Fire at the port", None, "Fire at the port"),
            ("Fire - all of it - at the port", None, "Fire - all of it - at the port"),
            ("Fire at the port - as it happened", None, "Fire at the port - as it happened"),
            ("Fire at the port | World | The Northern Post", Some("Fire at the port"), "Fire at the port"),
            ("Fire: what we know - The Northern Post", None, "Fire: what we know"),
            ("The Northern Post", None, "The Northern Post"),
            ("Fire – The Northern Post and Mail", None, "Fire"),
            ("- The Northern Post", None, "- The Northern Post"),
        ] {
            assert_eq!(alone(title, &names, shown), expected, "{title}");
        }
    }
}
