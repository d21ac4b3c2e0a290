//! Who wrote it: `By Ada Venn`, `Ada Venn, Shipping Correspondent`.

use super::SMALL;

/// `By Ada Venn and Tom Holt, Staff Writers`, `Von Ada Venn`.
pub fn is_byline(block: &str) -> bool {
    let english = ["By ", "BY ", "Written by "].iter().find_map(|by| block.strip_prefix(by));
    let other = ["Von ", "Par ", "Por ", "Door ", "Di "].iter().find_map(|by| block.strip_prefix(by));
    let other = other.filter(|names| names.split_whitespace().count() <= 5 && !names.contains(','));
    english.or(other).is_some_and(|names| is_open(block) && is_named(names))
}

/// `Ada Venn, Shipping Correspondent`, `Staff Writer`: a name and a post or the post alone, no sentence.
pub fn is_role(block: &str) -> bool {
    const ROLES: [&str; 5] = ["correspondent", "reporter", "writer", "columnist", "editor"];
    let last = block.split_whitespace().last().unwrap_or("").to_lowercase();
    let name = block.split_once([',', '|']).map(|(name, _)| name.split_whitespace().count());
    let fits = name.map_or(block.split_whitespace().count() <= 3, |words| words <= 4);
    fits && is_named(block) && ROLES.contains(&last.as_str())
}

fn is_open(block: &str) -> bool {
    !block.ends_with(['.', '!', '?', '”', '"', ':']) || block.ends_with("Jr.")
}

/// Names, at least two of them, and small words.
fn is_named(names: &str) -> bool {
    let name = |word: &str| {
        word.starts_with(|c: char| c.is_uppercase() || "@|•·-–—(".contains(c)) || SMALL.contains(&word)
    };
    let high = names.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count();
    high >= 2 && names.split_whitespace().all(name)
}
