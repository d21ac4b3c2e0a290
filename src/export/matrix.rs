//! `matrix.csv`: a row is a claim, a column an outlet, a cell what that outlet says of it.

use std::collections::BTreeSet;
use std::io::{self, Write};

use super::rows::ClaimRow;
use super::table::{text, write};
use super::{Exporter, View};
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

impl Exporter for Matrix {
    fn format(&self) -> &'static str {
        "csv"
    }

    fn file_name(&self) -> &'static str {
        "matrix.csv"
    }

    fn write(&self, view: &View, out: &mut dyn Write) -> io::Result<()> {
        let outlets: Vec<&str> = view.outlets.iter().map(|row| row.outlet).collect();
        let header = header(&outlets);
        write(out, &header, view.claims.iter().map(|claim| row(claim, outlets.len())))
    }
}

/// Column names: safe, never empty, and no two alike, so that a table reads back by name.
fn header(outlets: &[&str]) -> Vec<String> {
    let mut header: Vec<String> = FIXED.map(str::to_owned).into();
    let mut taken: BTreeSet<String> = header.iter().cloned().collect();
    for outlet in outlets {
        let column = free_name(&text(outlet), &taken);
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

fn row(claim: &ClaimRow, outlets: usize) -> Vec<String> {
    let mut cells = vec![text(&claim.claim_id), text(claim.status), text(&claim.claim)];
    let fixed = cells.len();
    cells.resize(fixed + outlets, String::new());
    for says in &claim.says {
        cells[fixed + says.at] = text(&says.text);
    }
    cells
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
