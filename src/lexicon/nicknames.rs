//! One name for another: short forms of given names, capitals that stand for their governments.

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

/// Capitals that stand for the government of their country.
const SEATS: &[(&str, &[&str])] = &[
    ("washington", &["united states", "us", "america"]),
    ("london", &["britain", "united kingdom", "uk"]),
    ("moscow", &["russia"]),
    ("kremlin", &["russia", "moscow"]),
    ("beijing", &["china"]),
    ("paris", &["france"]),
    ("berlin", &["germany"]),
    ("tokyo", &["japan"]),
    ("seoul", &["south korea"]),
    ("pyongyang", &["north korea"]),
    ("tehran", &["iran"]),
    ("baghdad", &["iraq"]),
    ("damascus", &["syria"]),
    ("jerusalem", &["israel"]),
    ("ankara", &["turkey"]),
    ("kyiv", &["ukraine"]),
    ("kiev", &["ukraine"]),
    ("brussels", &["european union", "eu", "nato"]),
    ("delhi", &["india"]),
    ("new delhi", &["india"]),
    ("islamabad", &["pakistan"]),
    ("kabul", &["afghanistan"]),
    ("cairo", &["egypt"]),
    ("riyadh", &["saudi arabia"]),
    ("ottawa", &["canada"]),
    ("canberra", &["australia"]),
    ("madrid", &["spain"]),
    ("rome", &["italy"]),
    ("athens", &["greece"]),
    ("warsaw", &["poland"]),
    ("havana", &["cuba"]),
    ("caracas", &["venezuela"]),
];

/// Whether one folded name is the seat of government of the other.
pub fn seat(a: &str, b: &str) -> bool {
    SEATS.iter().any(|(seat, of)| *seat == a && of.contains(&b) || *seat == b && of.contains(&a))
}
