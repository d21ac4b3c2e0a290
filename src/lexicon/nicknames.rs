//! Short forms of given names that do not begin like the full one, or hardly.

/// A set a line.
const SETS: &[&[&str]] = &[
    &["william", "bill", "will", "billy", "liam"],
    &["robert", "bob", "rob", "bobby", "bert"],
    &["richard", "dick", "rick", "richie"],
    &["james", "jim", "jimmy", "jamie"],
    &["john", "jack", "johnny", "jon", "jonathan"],
    &["edward", "ed", "ted", "teddy", "ned", "eddie"],
    &["elizabeth", "liz", "beth", "betty", "lizzie", "eliza", "libby"],
    &["margaret", "peggy", "maggie", "meg", "greta"],
    &["michael", "mike", "mick", "mickey"],
    &["charles", "chuck", "charlie"],
    &["henry", "harry", "hank"],
    &["joseph", "joe", "joey"],
    &["anthony", "tony"],
    &["theodore", "ted", "theo"],
    &["katherine", "catherine", "kate", "kathy", "katie", "kitty"],
    &["alexander", "alexandra", "sandy", "sasha", "lex", "alex"],
    &["patricia", "pat", "patty", "trish"],
    &["andrew", "drew", "andy"],
    &["francis", "frank", "frances", "fran"],
    &["lawrence", "larry"],
    &["albert", "al", "bert"],
    &["susan", "sue"],
    &["stephen", "steven", "steve"],
    &["thomas", "tom"],
    &["daniel", "dan", "danny"],
    &["mary", "molly", "polly"],
];

/// Whether two folded given names may be one.
pub fn same(a: &str, b: &str) -> bool {
    a == b || SETS.iter().any(|set| set.contains(&a) && set.contains(&b))
}
