//! The nouns, plain: no file, no format, no thread. Product words mean what `README.md` says.

mod alignment;
mod analysis;
mod attribution;
mod claim;
mod divergence;
mod document;
mod fact;
mod mention;
mod origin;
mod source;
mod span;
mod timestamp;

pub use alignment::{Alignment, Relation};
pub use analysis::{Analysis, Outlet};
pub use attribution::{Attribution, AttributionKind};
pub use claim::{Claim, Status};
pub use divergence::{Camp, Divergence, DivergenceKind, Evidence, Finding, Pair, Quiet, Stated};
pub use document::{Document, Source, Version};
pub use fact::{Bound, Certainty, Date, Fact, FactKind, Measure, Quantity, Reading, Time};
pub use mention::{Mention, MentionKind, Passage, Segmented, Sentence, SentenceKind};
pub use origin::{
    Copy, CopyEnd, Credit, Direction, Layer, Origin, OriginCount, PassageKind, Range, Reuse, SharedMention,
    SharedPassage, Sureness, Tie,
};
pub use source::{NamedSource, Saying, SourceKind};
pub use span::{CharOffsets, Span};
pub use timestamp::{Timestamp, Zone};
