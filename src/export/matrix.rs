//! `matrix.csv`: a row is a claim, a column an outlet, a cell what that outlet says of it.

use std::collections::BTreeSet;

use super::View;
use super::escape::cell;
use super::table::*;
use crate::part::Part;

pub(super) struct Matrix;

const FIXED: [&str; 3] = ["claim_id", "status", "claim"];

impl Part for Matrix {
    fn name(&self) -> &'static str {
        "matrix"
    }

    fn about(&self) -> &'static str {
        "A row for each claim, a column for each outlet: what it says, side by side."
    }
}

impl Table for Matrix {
    fn file(&self) -> &'static str {
        "matrix.csv"
    }

    fn header(&self, view: &View) -> Vec<String> {
        let outlets: Vec<&str> = view.outlets.iter().map(|row| row.outlet).collect();
        header(&outlets)
    }

    fn rows(&self, view: &View) -> usize {
        view.claims.len()
    }

    fn row<'v>(&self, view: &'v View, at: usize) -> Vec<Cell<'v>> {
        let claim = &view.claims[at];
        let mut cells = vec![text(&claim.claim_id), text(claim.status), text(&claim.claim)];
        cells.resize(FIXED.len() + view.outlets.len(), Cell::Empty);
        for says in &claim.says {
            cells[FIXED.len() + says.at] = text(&says.text);
        }
        cells
    }
}

/// Column names: safe, never empty, and no two alike, so that a table reads back by name.
fn header(outlets: &[&str]) -> Vec<String> {
    let mut header: Vec<String> = FIXED.map(str::to_owned).into();
    let mut taken: BTreeSet<String> = header.iter().cloned().collect();
    for outlet in outlets {
        let column = free_name(&cell(outlet), &taken);
        taken.insert(column.to_lowercase());
        header.push(column);
    }
    header
}

/// `claim` → `claim (outlet)`, then `claim (outlet 2)` and so on.
fn free_name(name: &str, taken: &BTreeSet<String>) -> String {
    let is_free = |name: &String| !name.is_empty() && !taken.contains(&name.to_lowercase());
    let numbered = (2..).map(|number| format!("{name} (outlet {number})"));
    let names = [name.to_owned(), format!("{name} (outlet)").trim_start().to_owned()];
    names.into_iter().chain(numbered).find(is_free).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn column_names_are_safe_and_never_alike() {
        for (outlets, columns) in [
            (vec!["Post", "Radio"], vec!["Post", "Radio"]),
            (vec!["Claim", "status"], vec!["Claim (outlet)", "status (outlet)"]),
            (vec!["'=x", "=x"], vec!["'=x", "'=x (outlet)"]),
            (vec!["claim", "claim (outlet)"], vec!["claim (outlet)", "claim (outlet) (outlet)"]),
            (vec!["", "@post"], vec!["(outlet)", "'@post"]),
        ] {
            assert_eq!(header(&outlets)[3..], columns, "{outlets:?}");
        }
    }
}
