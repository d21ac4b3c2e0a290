//! The colours of everything that shows claims: they stay apart for colour-blind readers (after Okabe and Ito), and
//! each of a claim's has a pale fill.

pub(super) const SHARED: &str = "#00795a";
pub(super) const SHARED_FILL: &str = "#d6efe6";
pub(super) const DIVERGENT: &str = "#b84a00";
pub(super) const DIVERGENT_FILL: &str = "#fde6d4";
pub(super) const SINGLE: &str = "#6b7280";
pub(super) const SINGLE_FILL: &str = "#f6f7f9";
pub(super) const OUTLET: &str = "#4b5563";
pub(super) const OUTLET_FILL: &str = "#e8edf4";
pub(super) const LINE: &str = "#8a8f98";
pub(super) const TEXT: &str = "#1f2937";
pub(super) const FAINT: &str = "#c8ccd2";

/// Red, green and blue, for formats that want them apart.
pub(super) fn parts(colour: &str) -> [u8; 3] {
    let part = |at: usize| u8::from_str_radix(&colour[at..at + 2], 16).unwrap_or_default();
    [part(1), part(3), part(5)]
}
