//! How many independent origins stand behind a claim, and why: small events, each with one thing to see.

use crosswire::model::{Analysis, Claim, Direction, Document, Layer, Origin, PassageKind, Sureness};
use crosswire::pipeline::{Options, analyze};

/// A document: its outlet, when it was published, and its text.
type Report<'a> = (&'a str, &'a str, &'a str);

fn compared(reports: &[Report]) -> Analysis {
    let document = |&(outlet, published, text): &Report| {
        let published = published.parse().ok();
        let id = outlet.to_lowercase().replace(' ', "-");
        Document { id, outlet: outlet.to_owned(), published, ..Document::default() }.with_text(None, text)
    };
    analyze(reports.iter().map(document).collect(), &Options::default())
}

/// A report of the accident in words of its own, around a sentence.
fn around(outlet: usize, sentence: &str) -> String {
    let (before, behind) = [
        (
            "The bridge over the Marl collapsed on Sunday night.",
            "The county closed the road on both sides of the river.",
        ),
        (
            "On Sunday night the Marl bridge fell into the river.",
            "Both roads to the river were shut by the county.",
        ),
        (
            "Sunday night saw the collapse of the bridge across the Marl.",
            "County workers have blocked the road at the river.",
        ),
    ][outlet];
    format!("{before}\n\n{sentence}\n\n{behind}")
}

/// One sentence from each outlet, in reports of their own.
fn told(sentences: &[&str]) -> Analysis {
    let texts: Vec<String> =
        sentences.iter().enumerate().map(|(at, sentence)| around(at, sentence)).collect();
    let outlets = ["Marlton Mail", "Dale Courier", "Upland Post"];
    let reports: Vec<Report> =
        outlets.iter().zip(&texts).map(|(outlet, text)| (*outlet, "", text.as_str())).collect();
    compared(&reports)
}

/// The claim of most outlets whose words hold these.
fn claim<'a>(analysis: &'a Analysis, words: &str) -> &'a Claim {
    let holds = |claim: &&Claim| claim.mentions.iter().any(|&mention| analysis.text(mention).contains(words));
    analysis
        .claims
        .iter()
        .filter(holds)
        .max_by_key(|claim| claim.outlets.len())
        .expect("a claim of these words")
}

fn origins<'a>(analysis: &'a Analysis, words: &str) -> Vec<&'a Origin> {
    claim(analysis, words).origins.iter().map(|&origin| &analysis.origins[origin]).collect()
}

/// Outlets and origins of a claim; the origins only where they can be told.
fn standing(analysis: &Analysis, words: &str) -> (usize, Option<usize>) {
    let claim = claim(analysis, words);
    (claim.outlets.len(), claim.count.after_sources.known())
}

/// The layers of the claim's origins, the largest origin first.
fn layers(analysis: &Analysis, words: &str) -> Vec<Vec<Layer>> {
    origins(analysis, words).iter().map(|origin| origin.layers().into_iter().collect()).collect()
}

const AGENCY: &str = "The bridge over the Marl collapsed shortly before midnight on Sunday, throwing nine cars and a \
    bus into the river. Divers searched the water until dawn and brought fourteen people to the bank alive. The \
    county had closed one lane in April after an engineer reported cracks in the eastern pier.";
const OWN: &str = "Nine cars and a bus were thrown into the Marl when its bridge gave way late on Sunday. Fourteen \
    people had been pulled out alive by sunrise. Cracks in a pier had led the county to shut a lane in spring.";

#[test]
fn five_outlets_that_run_one_agency_text_are_one_origin() {
    let credited = format!("MARLTON (Ostland News Agency) — {AGENCY}");
    let cut = AGENCY.split(" The county").next().expect("its first sentences");
    let analysis = compared(&[
        ("Ostland News Agency", "2031-05-05T01:10:00Z", &credited),
        ("Marlton Mail", "2031-05-05T06:00:00Z", AGENCY),
        ("Dale Courier", "2031-05-05T07:00:00Z", &credited),
        ("Quay Radio", "2031-05-05T07:30:00Z", cut),
        (
            "Upland Post",
            "2031-05-05T08:00:00Z",
            &AGENCY.replace("throwing", "hurling").replace("until dawn", "until daybreak"),
        ),
    ]);
    assert_eq!(standing(&analysis, "Divers searched"), (5, Some(1)));
    let origins = origins(&analysis, "Divers searched");
    assert_eq!(origins[0].name.as_deref(), Some("Ostland News Agency"));
    assert_eq!(origins[0].sureness(), Some(Sureness::Sure));
    for tie in &origins[0].ties {
        assert!(!tie.places.is_empty(), "evidence has a place: {}", tie.why);
    }
}

#[test]
fn an_account_in_other_words_is_an_origin_of_its_own() {
    let analysis =
        compared(&[("Marlton Mail", "", AGENCY), ("Dale Courier", "", OWN), ("Upland Post", "", AGENCY)]);
    assert_eq!(standing(&analysis, "bus"), (3, Some(2)));
    assert_eq!(layers(&analysis, "bus"), [vec![Layer::Text], vec![]]);
}

#[test]
fn a_quotation_that_two_outlets_heard_is_no_copy_and_they_stay_two_origins() {
    let analysis = compared(&[
        (
            "Marlton Mail",
            "",
            "The governor went to the bank of the Marl on Monday. “We will rebuild this bridge, and we will build it so \
             that our grandchildren can cross it without fear,” Governor Edda Roth said in her speech.",
        ),
        (
            "Dale Courier",
            "",
            "Several hundred people had come to listen. “We will rebuild this bridge, and we will build it so that our \
             grandchildren can cross it without fear,” said Edda Roth, the governor, to long applause.",
        ),
    ]);
    assert_eq!(standing(&analysis, "rebuild this bridge"), (2, Some(2)));
    let copies = analysis.copies.iter().flat_map(|copy| &copy.passages);
    assert!(copies.clone().all(|passage| passage.kind == PassageKind::Quotation), "{:?}", analysis.copies);
    assert_eq!(copies.count(), 1);
}

#[test]
fn all_who_cite_one_report_are_one_origin() {
    let analysis = told(&[
        "Salt had eaten through a third of the bridge's cables, according to a report by the Roads Institute.",
        "A third of the cables of the bridge had been eaten by salt, the report by the Roads Institute says.",
        "According to the Roads Institute's report, one third of the bridge's cables had been eaten away by salt.",
    ]);
    assert_eq!(standing(&analysis, "cables"), (3, Some(1)), "{:#?}", origins(&analysis, "cables"));
    assert_eq!(layers(&analysis, "cables"), [vec![Layer::Source]]);
}

#[test]
fn a_body_and_who_speaks_for_it_are_one_source() {
    let analysis = told(&[
        "Fourteen people were rescued from the river and two are missing, Marlton police said.",
        "Two people are missing and fourteen were rescued from the river, said Tom Lee, a spokesman for Marlton police.",
    ]);
    assert_eq!(standing(&analysis, "missing"), (2, Some(1)), "{:#?}", origins(&analysis, "missing"));
}

#[test]
fn the_police_here_and_the_mayor_there_are_two_origins() {
    let analysis = told(&[
        "Fourteen people were rescued from the river and two are missing, Marlton police said.",
        "Two people are missing and fourteen were rescued from the river, Mayor Ulla Brandt said.",
    ]);
    assert_eq!(standing(&analysis, "missing"), (2, Some(2)));
}

#[test]
fn sources_that_are_kept_back_may_be_one_so_the_number_stays_open() {
    let analysis = told(&[
        "The inspector had warned of the cracks twice, according to two people familiar with the inspection.",
        "The inspector had twice warned of the cracks, according to a person who asked not to be named.",
    ]);
    assert_eq!(standing(&analysis, "inspector"), (2, None), "{:#?}", origins(&analysis, "inspector"));
    let count = claim(&analysis, "inspector").count.after_sources;
    assert_eq!((count.least, count.most), (1, 2));
    for origin in origins(&analysis, "inspector") {
        assert_eq!(origin.sureness(), Some(Sureness::CannotTell));
    }
}

#[test]
fn an_agency_that_is_credited_is_an_origin_though_its_text_is_not_at_hand() {
    let analysis = compared(&[
        ("Marlton Mail", "", &format!("MARLTON (Reuters) — {AGENCY}")),
        ("Dale Courier", "", &format!("{OWN}\n\n(Reuters)")),
    ]);
    assert_eq!(
        standing(&analysis, "bus"),
        (2, Some(1)),
        "{:?} {:#?}",
        analysis.credits,
        origins(&analysis, "bus")
    );
    assert_eq!(origins(&analysis, "bus")[0].name.as_deref(), Some("Reuters"));
}

#[test]
fn an_agency_that_only_contributed_leaves_the_number_open() {
    let analysis = compared(&[
        ("Marlton Mail", "", &format!("MARLTON (Reuters) — {AGENCY}")),
        ("Dale Courier", "", &format!("{OWN}\n\nReuters contributed to this report.")),
    ]);
    assert_eq!(standing(&analysis, "bus"), (2, None), "{:?}", analysis.credits);
}

#[test]
fn outlets_of_one_publisher_are_one_origin() {
    let analysis = compared(&[("Arizona Republic", "", AGENCY), ("Detroit Free Press", "", OWN)]);
    assert_eq!(standing(&analysis, "bus"), (2, Some(1)));
    assert_eq!(layers(&analysis, "bus"), [vec![Layer::Publisher]]);
    let count = claim(&analysis, "bus").count;
    assert_eq!((count.after_copies.known(), count.after_publishers.known()), (Some(2), Some(1)));
}

#[test]
fn what_a_roundup_carries_confirms_neither_it_nor_the_rest() {
    let roundup = "The bridge over the Marl gave way late on Sunday.\n\n\
        Marlton Mail: Nine cars and a bus fall into the Marl as bridge collapses\n\
        Dale Courier: Nine cars and a bus plunge into Marl in bridge collapse\n\n\
        It will take a year to build a new one.";
    let analysis = compared(&[("Weekly Digest", "", roundup)]);
    assert_eq!(standing(&analysis, "Nine cars"), (3, Some(1)), "{:#?}", analysis.claims);
    let own =
        compared(&[("Weekly Digest", "", roundup), ("Marlton Mail", "", AGENCY), ("Dale Courier", "", OWN)]);
    let claim = claim(&own, "thrown into the Marl");
    assert!(claim.count.after_sources.most >= 2, "their own documents stand for themselves: {claim:#?}");
}

#[test]
fn who_has_the_text_from_whom_is_told_only_where_credits_or_dates_tell() {
    for (first, second, direction) in [
        ("2031-05-05T06:00:00Z", "2031-05-05T09:00:00Z", Some("Dale Courier")),
        ("2031-05-05T09:00:00Z", "2031-05-05T06:00:00Z", Some("Marlton Mail")),
        ("2031-05-05", "2031-05-05", None),
        ("2031-05-05", "2031-05-05T06:00:00Z", None),
        ("", "2031-05-05T06:00:00Z", None),
    ] {
        let analysis = compared(&[("Dale Courier", first, AGENCY), ("Marlton Mail", second, AGENCY)]);
        let [copy] = &analysis.copies[..] else { panic!("one copy: {:?}", analysis.copies) };
        let from = match copy.direction {
            Direction::FromA => Some(copy.a.outlet),
            Direction::FromB => Some(copy.b.outlet),
            Direction::Unknown => None,
        };
        let from = from.map(|outlet| analysis.outlets[outlet].name.as_str());
        assert_eq!(from, direction, "{first} {second}");
    }
}

#[test]
fn shared_text_is_delimited_on_both_sides() {
    let around = format!("A night of fear lies behind the town.\n\n{AGENCY}\n\nThe schools stay closed.");
    let analysis = compared(&[("Dale Courier", "", AGENCY), ("Marlton Mail", "", &around)]);
    let [copy] = &analysis.copies[..] else { panic!("one copy: {:?}", analysis.copies) };
    let [passage] = &copy.passages[..] else { panic!("one passage: {:?}", copy.passages) };
    for (end, span) in [(copy.a, passage.a), (copy.b, passage.b)] {
        let shown = span.of(&analysis.documents[end.document].text);
        assert_eq!(shown, AGENCY.trim_end_matches('.'));
    }
    assert!(copy.a.share().max(copy.b.share()) > 0.99 && copy.a.share().min(copy.b.share()) < 0.9);
}

#[test]
fn text_in_another_order_is_found() {
    let mut sentences: Vec<&str> = AGENCY.split_inclusive(". ").collect();
    sentences.reverse();
    let turned = sentences.iter().map(|sentence| sentence.trim()).collect::<Vec<_>>().join(" ");
    let analysis = compared(&[("Dale Courier", "", AGENCY), ("Marlton Mail", "", &turned)]);
    assert!(analysis.copies[0].a.share() > 0.9, "{:?}", analysis.copies);
}

#[test]
fn stock_phrases_and_names_are_no_shared_text() {
    let analysis = compared(&[
        (
            "Dale Courier",
            "",
            "The Ministry of Roads and Bridges of the Eastern Provinces did not immediately respond to a \
            request for comment on Monday. Trains were full of people who had left their cars at home.",
        ),
        (
            "Marlton Mail",
            "",
            "Asked about the pier, the Ministry of Roads and Bridges of the Eastern Provinces did not \
            immediately respond to a request for comment. The town's ferries will run every hour from tomorrow.",
        ),
    ]);
    let text = analysis
        .copies
        .iter()
        .flat_map(|copy| &copy.passages)
        .filter(|passage| passage.kind == PassageKind::Text);
    assert_eq!(text.count(), 0, "{:?}", analysis.copies);
}

#[test]
fn the_order_of_the_documents_changes_nothing() {
    let reports = [
        ("Dale Courier", "2031-05-05", AGENCY),
        ("Marlton Mail", "2031-05-06", AGENCY),
        ("Upland Post", "", OWN),
    ];
    let turned: Vec<Report> = reports.iter().rev().copied().collect();
    let shown = |analysis: &Analysis| {
        let name = |outlet: &usize| analysis.outlets[*outlet].name.clone();
        let one = |origin: &Origin| {
            (origin.outlets.iter().map(name).collect::<Vec<_>>(), origin.name.clone(), origin.sureness())
        };
        let mut shown: Vec<_> = analysis.origins.iter().map(one).collect();
        shown.sort();
        shown
    };
    assert_eq!(shown(&compared(&reports)), shown(&compared(&turned)));
}

/// The agencies that one document credits, and whether for all of its text.
fn credits(author: Option<&str>, text: &str) -> Vec<(String, bool)> {
    let document = Document { id: "d".into(), outlet: "Marlton Mail".into(), ..Document::default() };
    let document = Document { author: author.map(str::to_owned), ..document }.with_text(None, text);
    let analysis = analyze(vec![document], &Options::default());
    analysis.credits.into_iter().map(|credit| (credit.agency, credit.whole)).collect()
}

#[test]
fn credits_are_read_where_texts_put_them() {
    for (text, agency, whole) in [
        (format!("MARLTON (AP) — {AGENCY}"), "Associated Press", true),
        (format!("By The Associated Press\n\n{AGENCY}"), "Associated Press", true),
        (format!("{AGENCY}\n\n(Reuters)"), "Reuters", true),
        (format!("{AGENCY}\n\nReuters contributed to this report."), "Reuters", false),
        (format!("{AGENCY}\n\nAP writer Ada Venn contributed to this report."), "Associated Press", false),
        (format!("{AGENCY}\n\nWith files from The Canadian Press"), "Canadian Press", false),
        (format!("{AGENCY}\n\n© 2031 Agence France-Presse"), "Agence France-Presse", true),
        (format!("{AGENCY}\n\n(c) Agence France-Presse"), "Agence France-Presse", true),
        ("Marlton (dpa/lhe) - Die Brücke über die Marl ist am Sonntag eingestürzt.".to_owned(), "dpa", true),
        (
            "Die Brücke über die Marl ist am Sonntag eingestürzt. Vierzehn Menschen wurden gerettet. (dpa)"
                .to_owned(),
            "dpa",
            true,
        ),
    ] {
        assert_eq!(credits(None, &text), [(agency.to_owned(), whole)], "{}", text.replace(AGENCY, "…"));
    }
    for author in ["Associated Press", "Ada Venn, Associated Press", "By Ada Venn | AP"] {
        assert_eq!(credits(Some(author), AGENCY), [("Associated Press".to_owned(), true)], "{author}");
    }
    assert_eq!(credits(Some("Reuters Staff"), AGENCY), [("Reuters".to_owned(), true)]);
}

#[test]
fn pictures_ships_and_states_are_no_credits() {
    for text in [
        format!("{AGENCY}\n\nAP Photo/Ada Venn"),
        format!("{AGENCY}\n\nPhoto: Reuters"),
        format!("The bus in the river. (AP)\n\n{AGENCY}"),
        format!("{AGENCY}\n\nAda Venn/AFP/Getty Images"),
        format!("(INS) Mysore — a ship of the navy — was sent. {AGENCY}"),
        format!("MARLTON (HK) — {AGENCY}"),
        AGENCY.to_owned(),
    ] {
        assert_eq!(credits(None, &text), [], "{}", text.replace(AGENCY, "…"));
    }
}

#[test]
fn senators_do_not_speak_for_their_state() {
    let analysis = told(&[
        "Money for the bridge had been asked for since spring, said Senator Ada Venn of Delaware.",
        "Since spring money had been asked for the bridge, said Senator Tom Holt of Delaware.",
    ]);
    assert_eq!(standing(&analysis, "asked for"), (2, Some(2)), "{:#?}", origins(&analysis, "asked for"));
}

#[test]
fn days_alone_do_not_tell_who_has_the_text_from_whom() {
    let analysis =
        compared(&[("Dale Courier", "2031-05-05", AGENCY), ("Marlton Mail", "2031-05-06", AGENCY)]);
    assert_eq!(analysis.copies[0].direction, Direction::Unknown);
}
