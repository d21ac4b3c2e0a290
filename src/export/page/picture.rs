//! Outlets and claims as a picture of lanes, laid out here and drawn as SVG.
//!
//! ```text
//!                         Gazette    Post    Radio
//!   C2 people: 12 ≠ 17 ······●━━━━━━━━◆━━━━━━━●······ 3 outlets, 2 origins
//!   C5 The bridge closed ····○━━━━━━━━●·················
//! ```
//!
//! Outlets are columns, claims are lanes, and a sign on a lane is an outlet that says it: no two things can come to
//! lie on one another, with five claims or two hundred. Rejected: outlets left and claims right with edges between,
//! as in `graph.dot`; above fifty claims the edges hide each other, and without Graphviz nobody untangles them.

use std::fmt::Write as _;

use super::super::View;
use super::super::escape::html;
use super::super::words::{behind, counted};
use super::super::wrap::{clip, wrap};
use super::extent::Extent;
use super::html::language_of;
use super::tells::{How, Side, Tells, ranked, tells};

/// More lanes are not read; the table has every claim.
const LANES: usize = 250;
/// The names of the outlets are repeated after so many lanes.
const BLOCK: usize = 25;
/// Up to here names stand level, and readings under the signs.
const FEW: usize = 8;

const LABEL: usize = 350;
const LABEL_CHARACTERS: usize = 54;
const TITLE_CHARACTERS: usize = 300;
const STANDING: usize = 170;
const LANE: usize = 26;
const TALL: usize = 44;
const FOOT: usize = 40;

/// Where things stand, in pixels.
struct Layout {
    outlets: usize,
    column: usize,
    head: usize,
    few: bool,
}

impl Layout {
    fn of(outlets: usize) -> Self {
        let few = outlets <= FEW;
        Layout { outlets, column: if few { 104 } else { 26 }, head: if few { 66 } else { 150 }, few }
    }

    fn x(&self, outlet: usize) -> usize {
        LABEL + outlet * self.column + self.column / 2
    }

    fn width(&self) -> usize {
        LABEL + self.outlets * self.column + STANDING
    }

    /// Readings take a line of their own.
    fn lane(&self, view: &View, claim: usize) -> usize {
        if view.claims[claim].divergences > 0 { TALL } else { LANE }
    }
}

pub(super) fn write(out: &mut String, view: &View, extent: &Extent) {
    out.push_str(
        "<section id=\"picture\" aria-labelledby=\"h-picture\">\n<h2 id=\"h-picture\">Picture</h2>\n",
    );
    let mut claims = view.graph.most_telling();
    let found = claims.len();
    claims.retain(|&claim| extent.claim(claim));
    let left_out = claims.len().saturating_sub(LANES);
    claims.truncate(LANES);
    if claims.is_empty() {
        let none = if found == 0 { "was found" } else { "is on this page" };
        let _ = write!(out, "<p>No claim of several outlets {none}.</p>\n</section>\n");
        return;
    }
    legend(out, left_out);
    out.push_str("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"h-picture\">\n");
    draw(out, view, &claims);
    out.push_str("</div>\n</section>\n");
}

fn legend(out: &mut String, left_out: usize) {
    out.push_str(
        "<p class=\"legend\">Each lane is a claim of several outlets, where they part first. \
         <span><i class=\"dot own\"></i> own text</span> <span><i class=\"dot copy\"></i> shared text</span> \
         <span><i class=\"dot via\"></i> through another</span> \
         <span class=\"divergent\"><i class=\"dot own a\"></i> one reading</span> \
         <span class=\"divergent\"><i class=\"dot own b\"></i> the other</span> \
         <span><i class=\"dot own none\"></i> another, none, or both</span></p>\n",
    );
    if left_out > 0 {
        let _ = writeln!(out, "<p>{} in the table above.</p>", counted(left_out, "more claim"));
    }
}

fn draw(out: &mut String, view: &View, claims: &[usize]) {
    let layout = Layout::of(view.outlets.len());
    let mut parts = String::new();
    let mut y = 0;
    for block in claims.chunks(BLOCK) {
        names(&mut parts, view, &layout, y);
        y += layout.head;
        for &claim in block {
            lane(&mut parts, view, &layout, claim, y);
            y += layout.lane(view, claim);
        }
    }
    only_here(&mut parts, view, &layout, y);
    let (width, height) = (layout.width(), y + FOOT);
    let mut lines = String::new();
    guides(&mut lines, &layout, height);
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"group\" aria-label=\"Claims as lanes, outlets as columns\">\n{lines}{parts}</svg>\n"
    );
}

/// Opens a part that the script moves up when those above it are filtered away; it lies on the guides.
fn part(out: &mut String, layout: &Layout, class: &str, y: usize, height: usize) {
    let _ = writeln!(
        out,
        "<g class=\"part {class}\" data-y=\"{y}\" data-height=\"{height}\">\
         <rect class=\"clear\" x=\"0\" y=\"{y}\" width=\"{}\" height=\"{height}\"/>",
        layout.width()
    );
}

/// The head of the columns.
fn names(out: &mut String, view: &View, layout: &Layout, y: usize) {
    part(out, layout, "names", y, layout.head);
    for (at, row) in view.outlets.iter().enumerate() {
        let (x, bottom) = (layout.x(at), y + layout.head - 8);
        if layout.few {
            let name = wrap(row.outlet, 15, 3);
            let lines: Vec<&str> = name.lines().collect();
            for (line, text) in lines.iter().enumerate() {
                let y = bottom - 16 * (lines.len() - 1 - line);
                let _ = writeln!(out, "<text class=\"name\" x=\"{x}\" y=\"{y}\">{}</text>", html(text));
            }
        } else {
            let _ = writeln!(
                out,
                "<text class=\"name slant\" transform=\"translate({} {bottom}) rotate(-60)\">{}</text>",
                x + 4,
                html(&clip(row.outlet, 24))
            );
        }
    }
    out.push_str("</g>\n");
}

/// One line a column from top to bottom; the parts lie on them.
fn guides(out: &mut String, layout: &Layout, height: usize) {
    for outlet in 0..layout.outlets {
        let _ = writeln!(out, "<path class=\"guide\" d=\"M{} 0V{height}\"/>", layout.x(outlet));
    }
}

/// A claim, from its words on the left to who stands behind it on the right; all of it leads to the claim.
fn lane(out: &mut String, view: &View, layout: &Layout, claim: usize, y: usize) {
    let middle = y + LANE / 2;
    let cells = tells(view, claim);
    label(out, view, layout, claim, y);
    differs(out, view, claim, middle + 20);
    if let (Some(first), Some(last)) = (cells.first(), cells.last()) {
        let (from, to) = (layout.x(first.outlet), layout.x(last.outlet));
        let _ = write!(out, "<path class=\"rail\" d=\"M{from} {middle}H{to}\"/>");
    }
    cells.iter().for_each(|cell| sign(out, layout, cell, middle));
    let _ = writeln!(
        out,
        "<text class=\"standing\" x=\"{}\" y=\"{}\">{}</text></a>",
        layout.width() - STANDING + 8,
        middle + 4,
        behind(&view.claims[claim]),
    );
}

/// Opens the lane's link; the rest of the lane closes it.
fn label(out: &mut String, view: &View, layout: &Layout, claim: usize, y: usize) {
    let row = &view.claims[claim];
    let (id, height) = (&row.claim_id, layout.lane(view, claim));
    let language = language_of(view, view.analysis.claims[claim].representative);
    let _ = write!(
        out,
        "<a href=\"#{id}\" class=\"part lane {}\" data-claim=\"{claim}\" data-y=\"{y}\" data-height=\"{height}\">\
         <title{language}>{id}: {}</title><rect class=\"back\" x=\"0\" y=\"{y}\" width=\"{}\" height=\"{height}\"/>\
         <text class=\"label\"{language} x=\"6\" y=\"{}\"><tspan class=\"id\">{id}</tspan> {}</text>",
        row.status,
        html(&clip(&row.claim, TITLE_CHARACTERS)),
        layout.width(),
        y + LANE / 2 + 4,
        html(&clip(&row.claim, LABEL_CHARACTERS - id.len())),
    );
}

/// `number: 12 ≠ 17` under the claim; nothing where no reading differs.
fn differs(out: &mut String, view: &View, claim: usize, y: usize) {
    let ranked = ranked(view, claim);
    let Some(&first) = ranked.first() else { return };
    let found = &view.analysis.divergences[first];
    let more = if ranked.len() > 1 { format!(" and {} more", ranked.len() - 1) } else { String::new() };
    let values =
        format!("{}: {} ≠ {}", found.kind.name(), clip(&found.a.value, 18), clip(&found.b.value, 18));
    let _ = write!(out, "<text class=\"differs\" x=\"6\" y=\"{y}\">{}{more}</text>", html(&values));
}

fn sign(out: &mut String, layout: &Layout, cell: &Tells, y: usize) {
    let x = layout.x(cell.outlet);
    let class = cell.class();
    let _ = match cell.side {
        Some(Side::B) => {
            write!(out, "<path class=\"sign {class}\" d=\"M{} {y}l7 -7 7 7 -7 7z\"/>", x - 7)
        }
        None if cell.parts => {
            write!(
                out,
                "<rect class=\"sign {class}\" x=\"{}\" y=\"{}\" width=\"10\" height=\"10\"/>",
                x - 5,
                y - 5
            )
        }
        _ => {
            write!(out, "<circle class=\"sign {class}\" cx=\"{x}\" cy=\"{y}\" r=\"{}\"/>", radius(&cell.how))
        }
    };
    if let (true, Some(reading)) = (layout.few, cell.readings.first()) {
        let _ = write!(
            out,
            "<text class=\"reading\" x=\"{x}\" y=\"{}\">{}</text>",
            y + 22,
            html(&clip(reading, 16))
        );
    }
}

fn radius(how: &How) -> usize {
    if *how == How::Own { 6 } else { 5 }
}

/// How much each outlet alone says, under its column.
fn only_here(out: &mut String, view: &View, layout: &Layout, y: usize) {
    part(out, layout, "foot", y, FOOT);
    let _ = write!(
        out,
        "<text class=\"standing\" x=\"6\" y=\"{}\">claims that one outlet alone makes</text>",
        y + 24
    );
    for (at, row) in view.outlets.iter().enumerate() {
        let _ = write!(
            out,
            "<text class=\"reading alone\" x=\"{}\" y=\"{}\">{}</text>",
            layout.x(at),
            y + 24,
            row.single_source
        );
    }
    out.push_str("</g>\n");
}
