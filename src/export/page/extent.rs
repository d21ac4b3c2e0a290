//! How much of a comparison is on the page: all of it, or, of coverage that no browser could show, what tells most.

use super::super::View;

/// Documents of so many bytes are on the page whole: some hundreds of articles.
const WHOLE: usize = 2 << 20;
/// Of more, sentences of so many bytes.
const SENTENCES: usize = 1 << 20;

/// The claims on the page, and with them their mentions.
pub(super) struct Extent {
    claims: Vec<bool>,
    mentions: Vec<bool>,
    /// Everything is on the page, the documents from their first word to their last.
    pub whole: bool,
}

impl Extent {
    pub fn of(view: &View) -> Self {
        let bytes: usize = view.analysis.documents.iter().map(|document| document.text.len()).sum();
        match bytes <= WHOLE {
            true => Extent {
                claims: vec![true; view.claims.len()],
                mentions: vec![true; view.mentions.len()],
                whole: true,
            },
            false => Extent::most_telling(view),
        }
    }

    /// Those where accounts part, then those of most outlets, as many as have room; a claim that would take the room
    /// of others is passed over.
    fn most_telling(view: &View) -> Self {
        let mut room = SENTENCES;
        let analysis = view.analysis;
        let (mut claims, mut mentions) = (vec![false; view.claims.len()], vec![false; view.mentions.len()]);
        let single = (0..view.claims.len()).filter(|&claim| view.claims[claim].outlets <= 1);
        for claim in view.graph.most_telling().into_iter().chain(single) {
            let of_claim = &analysis.claims[claim].mentions;
            let bytes: usize = of_claim.iter().map(|&mention| analysis.text(mention).len()).sum();
            if bytes > SENTENCES / 4 {
                continue;
            }
            if bytes > room {
                break;
            }
            room -= bytes;
            claims[claim] = true;
            of_claim.iter().for_each(|&mention| mentions[mention] = true);
        }
        Extent { claims, mentions, whole: false }
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
