//! Phrases that several formats have in common: counts, what stands behind a claim, names as many as fit.

use super::rows::ClaimRow;

/// `1 claim`, `2 claims`.
pub(super) fn counted(count: usize, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}

/// `2 origins`; `1 to 3 origins` where the texts do not tell.
pub(super) fn origins(least: usize, most: usize) -> String {
    if least == most { counted(most, "origin") } else { format!("{least} to {}", counted(most, "origin")) }
}

/// `4 outlets, 2 origins`, `4 outlets, 1 to 3 origins`.
pub(super) fn behind(row: &ClaimRow) -> String {
    format!("{}, {}", counted(row.outlets, "outlet"), origins(row.origins_least, row.origins_most))
}

/// Names one after the other, at most so many; the rest are counted. They come escaped for where they stand.
pub(super) fn listed(mut names: impl Iterator<Item = String>, most: usize) -> String {
    let shown = names.by_ref().take(most).collect::<Vec<_>>().join(", ");
    let more = names.count();
    if more > 0 { format!("{shown} and {more} more") } else { shown }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_names_are_counted() {
        for (names, shown) in [(&["A", "B", "C"][..], "A, B and 1 more"), (&["A", "B"], "A, B"), (&[], "")] {
            assert_eq!(listed(names.iter().map(|name| name.to_string()), 2), shown);
        }
    }
}
