//! Who states a claim in text that it shares with another, and whose text that is.

use std::collections::BTreeMap;

use super::View;
use crate::model::Layer;

/// For each of these outlets, in words; nothing for those whose text is their own as far as is known.
pub(super) fn leads(view: &View, claim: usize, outlets: &[usize]) -> Vec<(usize, Option<String>)> {
    let name = |outlet: usize| view.analysis.outlets[outlet].name.as_str();
    let origins = &view.analysis.claims[claim].origins;
    let ties = origins.iter().flat_map(|&origin| &view.analysis.origins[origin].ties);
    let mut lead_of: BTreeMap<usize, String> = BTreeMap::new();
    for tie in ties.filter(|tie| tie.layer == Layer::Text) {
        let (a, b) = (name(tie.a), name(tie.b));
        match tie.root.as_deref() {
            Some(root) if root == b => drop(lead_of.insert(tie.a, format!("text of {b}"))),
            Some(root) => drop(lead_of.insert(tie.b, format!("text of {root}"))),
            None => drop(lead_of.entry(tie.b).or_insert_with(|| format!("shares text with {a}"))),
        }
    }
    outlets.iter().map(|&outlet| (outlet, lead_of.get(&outlet).cloned())).collect()
}
