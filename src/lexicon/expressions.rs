//! Finding listed expressions of one or more words in a text.
//!
//! Words are compared by their stems, so a list needs one form of a regular verb. A member that the list writes in
//! capitals only (*US*, *WHO*) is found in capitals only. Cost: a look-up a token.

use std::borrow::Cow;
use std::collections::HashMap;

use foldhash::fast::RandomState;

use crate::text::{Token, stem, tokens};

/// A list of expressions, each with what it stands for.
#[derive(Debug)]
pub struct Expressions<T> {
    /// By first stem; longest first, then in the order of the list.
    by_first: HashMap<String, Vec<Expression<T>>, RandomState>,
}

#[derive(Debug)]
struct Expression<T> {
    /// The stems behind the first one.
    rest: Vec<String>,
    capitals: bool,
    means: T,
}

impl<T> Expressions<T> {
    pub fn new(list: impl Iterator<Item = (&'static str, T)>) -> Self {
        let mut by_first: HashMap<String, Vec<Expression<T>>, RandomState> = HashMap::default();
        for (member, means) in list {
            let mut stems =
                tokens(member).iter().map(|token| form(token).into_owned()).collect::<Vec<_>>().into_iter();
            if let Some(first) = stems.next() {
                let capitals = is_capitals(member);
                by_first.entry(first).or_default().push(Expression {
                    rest: stems.collect(),
                    capitals,
                    means,
                });
            }
        }
        by_first.values_mut().for_each(|list| list.sort_by_key(|one| std::cmp::Reverse(one.rest.len())));
        Expressions { by_first }
    }

    /// The expressions that begin at token `at`, longest first: how many tokens each takes, and what it stands for.
    pub fn at<'a, 'b>(
        &'a self,
        text: &'b str,
        tokens: &'b [Token],
        at: usize,
    ) -> impl Iterator<Item = (usize, &'a T)> + use<'a, 'b, T> {
        let listed = self.by_first.get(form(&tokens[at]).as_ref()).map_or(&[][..], Vec::as_slice);
        // Many expressions begin with one word: most are told apart by the next.
        let next = if listed.is_empty() { None } else { tokens.get(at + 1).map(form) };
        let goes_on =
            move |one: &&Expression<T>| one.rest.first().is_none_or(|second| next.as_deref() == Some(second));
        let found = listed.iter().filter(goes_on).filter(move |one| one.stands_at(text, &tokens[at..]));
        found.map(|one| (1 + one.rest.len(), &one.means))
    }
}

impl<T> Expression<T> {
    /// Of one whose first two stems are there.
    fn stands_at(&self, text: &str, tokens: &[Token]) -> bool {
        let length = 1 + self.rest.len();
        length <= tokens.len()
            && self.rest.iter().zip(&tokens[1..]).skip(1).all(|(stem, token)| *stem == form(token))
            && (!self.capitals || tokens[..length].iter().all(|token| in_capitals(text, token)))
    }
}

/// The stem, without the periods of an abbreviation.
pub fn form(token: &Token) -> Cow<'_, str> {
    match token.folded.as_bytes().contains(&b'.') {
        true => Cow::Owned(stem(&token.folded.replace('.', ""))),
        false => Cow::Borrowed(&token.stem),
    }
}

/// `US`, `U.S.`, but not `I`: short forms that are other words in small letters.
fn is_capitals(member: &str) -> bool {
    !member.contains(char::is_lowercase) && member.chars().filter(|c| c.is_uppercase()).count() > 1
}

fn in_capitals(text: &str, token: &Token) -> bool {
    !token.span.of(text).contains(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_expression_comes_first_and_capitals_count() {
        let list = [("fire", 1), ("fire brigade", 2), ("FB", 3)];
        let list = Expressions::new(list.into_iter());
        let found = |text: &str| {
            let tokens = tokens(text);
            list.at(text, &tokens, 0).map(|(length, means)| (length, *means)).collect::<Vec<_>>()
        };
        assert_eq!(found("Fire brigades came"), [(2, 2), (1, 1)]);
        assert_eq!((found("FB came"), found("fb came")), (vec![(1, 3)], vec![]));
    }
}
