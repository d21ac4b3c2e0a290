//! Where claims and mentions stand in the workbook, so that one leads to the other.
//!
//! In the sheet of mentions those of a claim stand together: one link shows them all.

use super::View;

const MENTIONS: &str = "mentions";
const CLAIMS: &str = "claims";

pub(super) struct Links {
    /// The mention in each row, from 0.
    order: Vec<usize>,
    /// The row of each mention.
    rows: Vec<usize>,
    /// The first row of each claim's mentions, and how many there are.
    of_claims: Vec<(usize, usize)>,
}

impl Links {
    pub fn of(view: &View) -> Self {
        let (claims, mentions) = (&view.analysis.claims, view.mentions.len());
        let mut order: Vec<usize> = claims.iter().flat_map(|claim| claim.mentions.iter().copied()).collect();
        let mut rows = vec![usize::MAX; mentions];
        order.iter().enumerate().for_each(|(row, &mention)| rows[mention] = row);
        for (mention, row) in rows.iter_mut().enumerate().filter(|(_, row)| **row == usize::MAX) {
            *row = order.len();
            order.push(mention);
        }
        let mut next = 0;
        let of_claim = |count: usize| {
            next += count;
            (next - count, count)
        };
        let of_claims = claims.iter().map(|claim| claim.mentions.len()).map(of_claim).collect();
        Links { order, rows, of_claims }
    }

    /// Which row of the table stands in a row of its sheet.
    pub fn row_of(&self, table: &str, at: usize) -> usize {
        if table == MENTIONS { self.order[at] } else { at }
    }

    /// Where a cell leads.
    pub fn target(&self, table: &str, column: &str, text: &str) -> Option<String> {
        let number = || text.get(1..)?.parse::<usize>().ok()?.checked_sub(1);
        match column {
            "claim_id" if table == CLAIMS => self.mentions(number()?),
            "claim_id" => Some(place(CLAIMS, number()?)),
            "mention_a" | "mention_b" => Some(place(MENTIONS, *self.rows.get(number()?)?)),
            _ => None,
        }
    }

    fn mentions(&self, claim: usize) -> Option<String> {
        let (first, count) = *self.of_claims.get(claim)?;
        // Row 1 is the header.
        Some(format!("internal:{MENTIONS}!A{}:A{}", first + 2, first + 1 + count.max(1)))
    }
}

fn place(sheet: &str, row: usize) -> String {
    format!("internal:{sheet}!A{}", row + 2)
}
