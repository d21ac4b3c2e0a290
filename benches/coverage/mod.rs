//! Coverage made for measuring: as fast or slow to compare as news, with near-duplicates planted at known places.
//!
//! ```text
//!   seed ─► story (topic, people) ─► document ─► sentences, each from a sequence of numbers of its own
//!                                                   └─ some are edited copies of a sentence of another document
//! ```
//!
//! A sentence depends on the seed and its own place only, so a copy makes its original anew instead of looking it up:
//! memory does not grow with the amount of text. The words are drawn by how often news uses them; there is no sense in
//! them, so nothing can be learned here about quality, only about time, memory, and whether planted pairs are found.

pub mod edit;
pub mod mentions;
mod random;
mod sentence;
mod story;
mod words;

use std::ops::Range;

use random::Random;
use sentence::Sentence;
use serde_json::json;
use story::Topic;
use words::Words;

/// Outlets of one event at most.
const OUTLETS: usize = 40;
const MASTHEADS: [&str; 8] =
    ["Courier", "Gazette", "Herald", "Ledger", "Observer", "Sentinel", "Tribune", "Chronicle"];
/// Where no original is found after so many tries, the sentence is one of the document's own.
const TRIES: usize = 16;

/// How much of what.
#[derive(Clone, Debug)]
pub struct Plan {
    pub sentences: usize,
    pub documents: usize,
    pub events: usize,
    pub seed: u64,
    /// So many documents that stand next to each other tell one story, and copy from each other: a large event is made of
    /// many such strands. With 1, every document tells a story of its own, and copies from any other of its event.
    pub of_one_story: usize,
    /// The share of sentences that are edited copies.
    pub edited: f64,
}

/// One document, with the copies in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    pub id: String,
    pub event: String,
    pub outlet: String,
    pub title: String,
    pub published: String,
    pub sentences: Vec<String>,
    /// Whether a paragraph ends behind the sentence.
    breaks: Vec<bool>,
    pub planted: Vec<Planted>,
}

/// A sentence, counted in its document and among all sentences, both from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub document: usize,
    pub sentence: usize,
    pub line: usize,
}

/// A copy, its original, and the share of the original's words that was edited.
#[derive(Clone, Debug, PartialEq)]
pub struct Planted {
    pub copy: Place,
    pub original: Place,
    pub rate: f64,
}

impl Planted {
    pub const HEADER: &str =
        "line\toriginal_line\tdocument\tsentence\toriginal_document\toriginal_sentence\trate";

    /// A row of the table of planted pairs.
    pub fn row(&self) -> String {
        let (copy, original) = (self.copy, self.original);
        let ids = [copy, original].map(|place| format!("{}\t{}", id(place.document), place.sentence));
        format!("{}\t{}\t{}\t{}\t{:.4}", copy.line, original.line, ids[0], ids[1], self.rate)
    }
}

impl Document {
    pub fn text(&self) -> String {
        let mut text = String::new();
        for (sentence, ends) in self.sentences.iter().zip(&self.breaks) {
            text.push_str(sentence);
            text.push_str(if *ends { "\n\n" } else { " " });
        }
        text.trim_end().to_owned()
    }

    /// As crosswire holds it once it is read.
    #[allow(dead_code)] // the example writes files, and reads them again
    pub fn document(&self) -> crosswire::model::Document {
        let read = crosswire::model::Document {
            id: self.id.clone(),
            event: Some(self.event.clone()),
            outlet: self.outlet.clone(),
            published: self.published.parse().ok(),
            ..Default::default()
        };
        read.with_text(Some(&self.title), &self.text())
    }

    /// A line of the JSON lines that crosswire reads.
    pub fn json(&self) -> String {
        let site = self.outlet.to_lowercase().replace(' ', "-");
        json!({
            "id": self.id, "event": self.event, "outlet": self.outlet, "title": self.title,
            "url": format!("https://{site}.example/{}", self.id), "published": self.published, "text": self.text(),
        })
        .to_string()
    }
}

/// The coverage of a plan; nothing is made before it is asked for.
pub struct Coverage {
    plan: Plan,
    words: Words,
}

impl Coverage {
    pub fn new(plan: Plan) -> Self {
        Coverage { plan, words: Words::new() }
    }

    /// Every document, event by event.
    pub fn documents(&self) -> impl Iterator<Item = Document> + '_ {
        let events = 0..self.plan.events;
        events.flat_map(move |event| self.documents_of(event).map(move |at| self.document(event, at)))
    }

    fn documents_of(&self, event: usize) -> Range<usize> {
        let first = |event: usize| event * self.plan.documents / self.plan.events;
        first(event)..first(event + 1)
    }

    /// The documents that this one may copy from, itself among them.
    fn sources_of(&self, event: usize, document: usize) -> Range<usize> {
        let (event, strand) = (self.documents_of(event), self.plan.of_one_story.max(1));
        let first = document - (document - event.start) % strand;
        if strand == 1 { event } else { first..(first + strand).min(event.end) }
    }

    fn lines_of(&self, document: usize) -> Range<usize> {
        let first = |document: usize| document * self.plan.sentences / self.plan.documents;
        first(document)..first(document + 1)
    }

    fn document(&self, event: usize, at: usize) -> Document {
        let topic = self.topic(event, at);
        let mut random = self.random(Of::Document, at);
        let (title, outlet) = (sentence::title(&self.words, &topic, &mut random), self.outlet(event, at));
        let minutes = random.below(5 * 24 * 60);
        let (day, hour, minute) = (1 + minutes / 1440, minutes / 60 % 24, minutes % 60);
        let mut document = Document {
            id: id(at),
            event: format!("event-{}", event + 1),
            outlet,
            title,
            published: format!("2031-03-{day:02}T{hour:02}:{minute:02}:00Z"),
            sentences: Vec::new(),
            breaks: self.lines_of(at).map(|_| random.chance(450)).collect(),
            planted: Vec::new(),
        };
        self.fill(&mut document, event, at, &topic);
        document
    }

    fn fill(&self, document: &mut Document, event: usize, at: usize, topic: &Topic) {
        for (sentence, line) in self.lines_of(at).enumerate() {
            let place = Place { document: at, sentence, line };
            let planted = self.original(event, place, &document.planted).map(|original| {
                let source = self.own(&self.topic(event, original.document), original.line);
                let (copy, edits) = edit::edited(&source, &self.words, &mut self.random(Of::Edit, line));
                (copy, Planted { copy: place, original, rate: edits as f64 / source.words.len() as f64 })
            });
            let (text, planted) = match planted {
                Some((copy, planted)) => (copy, Some(planted)),
                None => (self.own(topic, line), None),
            };
            document.sentences.push(text.to_string());
            document.planted.extend(planted);
        }
    }

    /// The sentence that would stand there if it is no copy.
    fn own(&self, topic: &Topic, line: usize) -> Sentence {
        sentence::sentence(&self.words, topic, &mut self.random(Of::Sentence, line))
    }

    /// Whether a sentence is meant to be a copy.
    fn is_copy(&self, line: usize) -> bool {
        self.random(Of::Choice, line).share() < self.plan.edited
    }

    /// A sentence of another document that is no copy itself, and that this document does not have yet.
    fn original(&self, event: usize, copy: Place, before: &[Planted]) -> Option<Place> {
        let documents = self.sources_of(event, copy.document);
        if documents.len() < 2 || !self.is_copy(copy.line) {
            return None;
        }
        let mut random = self.random(Of::Original, copy.line);
        let mut candidates = (0..TRIES).map(|_| {
            let document = documents.start + random.below(documents.len() as u64) as usize;
            let lines = self.lines_of(document);
            let sentence = random.below(lines.len().max(1) as u64) as usize;
            Place { document, sentence, line: lines.start + sentence }
        });
        candidates.find(|place| {
            let exists = self.lines_of(place.document).contains(&place.line);
            let other = place.document != copy.document && exists && !self.is_copy(place.line);
            other && before.iter().all(|planted| planted.original != *place)
        })
    }

    fn topic(&self, event: usize, document: usize) -> Topic {
        let story = (document - self.documents_of(event).start) / self.plan.of_one_story.max(1);
        let mut random = Random::new(&[self.plan.seed, Of::Story as u64, event as u64, story as u64]);
        let topic = Topic::of_story(&self.words, &mut random);
        topic.of_document(&self.words, &mut self.random(Of::Topic, document))
    }

    /// Neighbouring documents of an event come from different outlets.
    fn outlet(&self, event: usize, document: usize) -> String {
        let at = (document - self.documents_of(event).start) % OUTLETS;
        let name = words::name(&mut self.random(Of::Outlet, at));
        format!("{name} {}", MASTHEADS[at % MASTHEADS.len()])
    }

    fn random(&self, of: Of, at: usize) -> Random {
        Random::new(&[self.plan.seed, of as u64, at as u64])
    }
}

/// What a sequence of numbers is drawn for.
#[derive(Clone, Copy)]
enum Of {
    Story,
    Topic,
    Document,
    Outlet,
    Sentence,
    Choice,
    Original,
    Edit,
}

fn id(document: usize) -> String {
    format!("d{document:07}")
}
