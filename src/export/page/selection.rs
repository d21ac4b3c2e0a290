//! Which claims are on the page: all, or, of coverage that no browser could show, the highest-ranked.

use super::super::View;

/// What a mention costs a browser besides its text, in bytes of text.
const MENTION: usize = 200;
/// Up to this cost (some hundreds of articles), documents are on the page whole.
const WHOLE: usize = 4 << 20;
/// Beyond that, claims of this cost together, and none that takes too much of it.
const ROOM: usize = 2 << 20;
const MOST_OF_ONE: usize = ROOM / 4;

/// The claims on the page, and with them their mentions.
pub(super) struct Selection {
    claims: Vec<bool>,
    mentions: Vec<bool>,
    /// Everything is on the page, the documents from their first word to their last.
    pub whole: bool,
}

impl Selection {
    pub fn of(view: &View) -> Self {
        let bytes: usize = view.analysis.documents.iter().map(|document| document.text.len()).sum();
        match bytes + MENTION * view.mentions.len() <= WHOLE {
            true => Selection {
                claims: vec![true; view.claims.len()],
                mentions: vec![true; view.mentions.len()],
                whole: true,
            },
            false => Selection::highest_ranked(view),
        }
    }

    /// Those in which a detail differs, then those of most outlets, until one has no room; a claim that would take the
    /// room of many others is passed over.
    fn highest_ranked(view: &View) -> Self {
        let mut room = ROOM;
        let analysis = view.analysis;
        let (mut claims, mut mentions) = (vec![false; view.claims.len()], vec![false; view.mentions.len()]);
        let single = (0..view.claims.len()).filter(|&claim| view.claims[claim].outlets <= 1);
        for claim in view.graph.most_telling().into_iter().chain(single) {
            let of_claim = &analysis.claims[claim].mentions;
            let cost: usize = of_claim.iter().map(|&mention| analysis.text(mention).len() + MENTION).sum();
            if cost > MOST_OF_ONE {
                continue;
            }
            if cost > room {
                break;
            }
            room -= cost;
            claims[claim] = true;
            of_claim.iter().for_each(|&mention| mentions[mention] = true);
        }
        Selection { claims, mentions, whole: false }
    }

    pub fn claim(&self, claim: usize) -> bool {
        self.claims[claim]
    }

    pub fn mention(&self, mention: usize) -> bool {
        self.mentions[mention]
    }

    /// How many claims are on the page, and how many there are.
    pub fn claims(&self) -> (usize, usize) {
        (self.claims.iter().filter(|&&shown| shown).count(), self.claims.len())
    }
}
