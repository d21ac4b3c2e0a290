//! The language of each document; those of one language are compared among themselves.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::model::Document;
use crate::text::language;

/// Names the language of every document: what its text tells, else what its input says.
pub fn settle(documents: &mut [Document]) {
    documents.par_iter_mut().for_each(|document| {
        let declared = document.language.as_deref().and_then(language::code);
        let told = language::language(&document.text).or(declared);
        document.language = told.map(str::to_owned);
    });
}

/// For each document a number, the same for documents of one language. A document whose language nobody knows belongs to
/// the language of most.
pub fn groups(documents: &[Document]) -> Vec<u32> {
    let most = most(documents);
    let of = |document: &Document| document.language.clone().or_else(|| most.map(str::to_owned));
    let mut numbers: BTreeMap<Option<String>, u32> =
        documents.iter().map(|document| (of(document), 0)).collect();
    numbers.values_mut().zip(0..).for_each(|(number, next)| *number = next);
    documents.iter().map(|document| numbers[&of(document)]).collect()
}

/// The language of most documents; of equals the first by its code.
fn most(documents: &[Document]) -> Option<&str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    documents
        .iter()
        .filter_map(|one| one.language.as_deref())
        .for_each(|code| *counts.entry(code).or_default() += 1);
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map(|(code, _)| code)
}

/// What to tell the user where documents of several languages meet.
pub fn notice(documents: &[Document]) -> Option<String> {
    let most = most(documents)?;
    let mut others: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for document in documents {
        if let Some(code) = document.language.as_deref().filter(|code| *code != most) {
            others.entry(code).or_default().push(&document.id);
        }
    }
    let one = |(code, ids): (&&str, &Vec<&str>)| format!("{} ({})", language::name(code), some(ids));
    let listed: Vec<String> = others.iter().map(one).collect();
    (!listed.is_empty()).then(|| {
        format!(
            "most documents are in {}, others in {}; documents of one language are compared only among themselves",
            language::name(most),
            listed.join(", ")
        )
    })
}

/// The first few of many.
fn some(ids: &[&str]) -> String {
    const SHOWN: usize = 5;
    let more = ids.len().saturating_sub(SHOWN);
    let shown = ids[..ids.len() - more].join(", ");
    if more > 0 { format!("{shown} and {more} more") } else { shown }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn documents(languages: &[&str]) -> Vec<Document> {
        let one = |(at, code): (usize, &&str)| Document {
            id: format!("d{at}"),
            language: (!code.is_empty()).then(|| (*code).to_owned()),
            ..Document::default()
        };
        languages.iter().enumerate().map(one).collect()
    }

    #[test]
    fn the_unknown_belong_to_the_most() {
        assert_eq!(groups(&documents(&["en", "de", "", "en"])), [1, 0, 1, 1]);
        assert_eq!(groups(&documents(&["", ""])), [0, 0]);
        assert_eq!(groups(&[]), Vec::<u32>::new());
    }

    #[test]
    fn several_languages_are_worth_a_word() {
        assert_eq!(notice(&documents(&["en", "", "en"])), None);
        assert_eq!(
            notice(&documents(&["en", "de", "en", "fr", "de"])).as_deref(),
            Some(
                "most documents are in German, others in English (d0, d2), French (d3); documents of one language are \
                 compared only among themselves"
            )
        );
    }

    #[test]
    fn what_the_text_tells_counts_before_what_the_page_says() {
        let text = "Die Fähre brannte am Dienstagabend vor der Küste, und drei der Menschen an Bord starben in den \
                    Flammen, bevor die Boote der Küstenwache sie erreichen konnten, sagte der Hafenmeister.";
        let mut documents = documents(&["en-US", "fr-CA", "klingon"]);
        documents[0].text = text.into();
        settle(&mut documents);
        let found: Vec<_> = documents.iter().map(|document| document.language.as_deref()).collect();
        assert_eq!(found, [Some("de"), Some("fr"), None]);
    }
}
