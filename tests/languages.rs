//! Coverage in other languages: claims align and stay apart without a word list of theirs.
//! Every event, outlet and person is invented.

use crosswire::export;
use crosswire::model::{Analysis, Document, Relation};
use crosswire::pipeline::{Options, analyze};

/// Outlet, headline, body.
type Article = (&'static str, &'static str, &'static str);

const FRENCH: [Article; 3] = [
    (
        "Le Quotidien des Roches",
        "Un ferry s’échoue devant Port-Marais",
        "Le ferry Étoile des Îles s’est échoué mardi soir sur un banc de sable devant Port-Marais. Les 214 passagers \
         ont été évacués par trois canots de sauvetage. Dix-sept personnes ont été blessées, dont deux grièvement.\n\n\
         Le capitaine affirme que le gouvernail ne répondait plus. La compagnie Lignes du Ponant a suspendu toutes \
         les traversées jusqu’à vendredi. Une nappe de gazole menace la réserve d’oiseaux de l’île aux Sternes. \
         Le maire, Étienne Vasseur, demande une enquête indépendante.",
    ),
    (
        "Radio Estuaire",
        "Port-Marais : un ferry sur le sable",
        "Mardi soir, l’Étoile des Îles a heurté un banc de sable à l’entrée de Port-Marais et s’y est échoué. \
         Trois canots de sauvetage ont évacué les 214 passagers du navire. \
         Selon l’hôpital, 17 personnes sont blessées, dont deux grièvement.\n\n\
         Les écoliers de Vallombre étaient à bord pour une sortie de classe. \
         Étienne Vasseur, le maire, réclame une enquête indépendante. \
         La marée haute de jeudi doit permettre de remettre le ferry à flot.",
    ),
    (
        "La Gazette du Ponant",
        "Traversées suspendues après l’échouement",
        "Les traversées sont suspendues jusqu’à vendredi, a annoncé la compagnie Lignes du Ponant. \
         Du gazole s’est répandu et menace la réserve d’oiseaux de l’île aux Sternes. \
         Les pêcheurs du port ont tendu des barrages flottants pendant la nuit.\n\n\
         La compagnie avait reporté la révision du moteur au printemps. \
         Le prix du billet n’augmentera pas cet été, promet la direction.",
    ),
];

const GERMAN: [Article; 3] = [
    (
        "Oderbote",
        "Brand in der Zuckerfabrik von Lindenau",
        "In der Zuckerfabrik von Lindenau ist am Freitagmorgen ein Silo explodiert. Neun Arbeiter kamen mit \
         Verbrennungen ins Krankenhaus. Die Feuerwehr brachte die Flammen erst nach sechs Stunden unter Kontrolle.\n\n\
         Der Betreiber Südkorn hatte die Filteranlage im Januar stillgelegt. \
         Anwohner sollten Fenster und Türen geschlossen halten, teilte der Landkreis mit. \
         Die Staatsanwaltschaft ermittelt wegen fahrlässiger Körperverletzung.",
    ),
    (
        "Lindenauer Tageblatt",
        "Silo explodiert – neun Verletzte",
        "Am Freitagmorgen explodierte ein Silo der Lindenauer Zuckerfabrik. \
         Mit Verbrennungen wurden neun Arbeiter ins Krankenhaus gebracht. \
         Der Landkreis rief die Anwohner auf, Fenster und Türen geschlossen zu halten.\n\n\
         Die Rübenernte beginnt in diesem Jahr zwei Wochen später. \
         Bürgermeisterin Karla Wendt besuchte die Verletzten am Abend.",
    ),
    (
        "Funk Mittelland",
        "Ermittlungen nach Explosion",
        "Nach der Explosion eines Silos in Lindenau ermittelt die Staatsanwaltschaft wegen fahrlässiger \
         Körperverletzung. Die Filteranlage war vom Betreiber Südkorn schon im Januar stillgelegt worden. \
         Sechs Stunden brauchte die Feuerwehr, bis die Flammen unter Kontrolle waren.\n\n\
         Die Gewerkschaft fordert seit Jahren mehr Prüfer für staubige Betriebe. \
         Ein Schwarm Stare überquerte am Abend das Fabrikgelände.",
    ),
];

/// One sentence word for word, one lightly edited, one of each outlet alone.
const SMOKE: [(&str, [Article; 2], [&str; 2]); 4] = [
    (
        "Chinese",
        [
            (
                "河口日报",
                "渡轮搁浅",
                "星期二晚上，渡轮明珠号在河口镇附近搁浅。救生艇把二百一十四名乘客全部送上岸。渔民要求增加灯塔。",
            ),
            (
                "海岸电台",
                "乘客获救",
                "星期二晚上，渡轮明珠号在河口镇附近搁浅。救生艇把二百一十四名乘客全部安全送上岸。学校明天停课。",
            ),
        ],
        ["明珠号在河口镇", "救生艇把"],
    ),
    (
        "Arabic",
        [
            (
                "صحيفة المرفأ",
                "جنوح عبارة",
                "جنحت العبارة اللؤلؤة مساء الثلاثاء قرب ميناء الرمال. نقلت قوارب النجاة جميع الركاب إلى الشاطئ خلال ساعتين. طالب الصيادون بمنارة جديدة.",
            ),
            (
                "إذاعة الساحل",
                "نجاة الركاب",
                "جنحت العبارة اللؤلؤة مساء الثلاثاء قرب ميناء الرمال. نقلت قوارب النجاة جميع الركاب إلى الشاطئ خلال ثلاث ساعات. أغلقت المدارس أبوابها.",
            ),
        ],
        ["العبارة اللؤلؤة", "قوارب النجاة"],
    ),
    (
        "Hindi",
        [
            (
                "तट समाचार",
                "नौका फँसी",
                "मंगलवार की शाम मोती नाम की नौका रेतपुर के पास फँस गई। बचाव दल ने सभी यात्रियों को दो घंटे में किनारे पहुँचाया। मछुआरों ने नए प्रकाशस्तंभ की माँग की।",
            ),
            (
                "नदी दर्पण",
                "यात्री सुरक्षित",
                "मंगलवार की शाम मोती नाम की नौका रेतपुर के पास फँस गई। बचाव दल ने सभी यात्रियों को तीन घंटे में किनारे पहुँचाया। विद्यालय कल बंद रहेंगे।",
            ),
        ],
        ["मोती नाम की नौका", "बचाव दल"],
    ),
    (
        "Russian",
        [
            (
                "Портовый вестник",
                "Паром сел на мель",
                "Паром «Жемчужина» сел на мель у Песчаной гавани во вторник вечером. Спасатели доставили на берег всех пассажиров за два часа. Рыбаки просят построить новый маяк.",
            ),
            (
                "Радио Берег",
                "Пассажиры спасены",
                "Паром «Жемчужина» сел на мель у Песчаной гавани во вторник вечером. Спасатели доставили на берег всех пассажиров за три часа. Школы завтра закрыты.",
            ),
        ],
        ["Жемчужина", "Спасатели доставили"],
    ),
];

fn documents(articles: &[Article]) -> Vec<Document> {
    let document = |(number, (outlet, title, body)): (usize, &Article)| {
        let (id, published) = (format!("d{number}"), "2031-03-05".parse().ok());
        Document { id, outlet: (*outlet).to_owned(), published, ..Document::default() }
            .with_text(Some(title), body)
    };
    articles.iter().enumerate().map(document).collect()
}

fn compared(articles: &[Article]) -> Analysis {
    analyze(documents(articles), &Options::default())
}

fn claim_of(analysis: &Analysis, words: &str) -> usize {
    let holds = |mention: &usize| analysis.text(*mention).contains(words);
    let found = analysis.claims.iter().position(|claim| claim.mentions.iter().any(holds));
    found.unwrap_or_else(|| panic!("no mention holds {words}"))
}

/// Words of two outlets that belong in one claim.
fn check_together(articles: &[Article], pairs: &[(&str, &str)]) {
    let analysis = compared(articles);
    let missed = |(a, b): &&(&str, &str)| claim_of(&analysis, a) != claim_of(&analysis, b);
    let missed: Vec<_> = pairs.iter().filter(missed).collect();
    assert!(missed.is_empty(), "not together: {missed:#?}");
}

/// Words whose sentence only one outlet has.
fn check_alone(articles: &[Article], alone: &[&str]) {
    let analysis = compared(articles);
    let shared = |words: &&&str| analysis.claims[claim_of(&analysis, words)].outlets.len() > 1;
    let wrong: Vec<_> = alone.iter().filter(shared).collect();
    assert!(wrong.is_empty(), "shared, but one outlet's only: {wrong:#?}");
}

#[test]
fn french_claims_in_other_words_are_one() {
    check_together(
        &FRENCH,
        &[
            ("s’est échoué mardi soir", "a heurté un banc de sable"),
            ("ont été évacués par trois canots", "Trois canots de sauvetage ont évacué"),
            ("Dix-sept personnes", "17 personnes sont blessées"),
            ("a suspendu toutes les traversées", "Les traversées sont suspendues"),
            ("Une nappe de gazole", "Du gazole s’est répandu"),
            ("Le maire, Étienne Vasseur", "Étienne Vasseur, le maire"),
        ],
    );
}

#[test]
fn french_claims_of_one_outlet_stay_alone() {
    check_alone(
        &FRENCH,
        &[
            "Le capitaine affirme",
            "Les écoliers",
            "La marée haute",
            "Les pêcheurs",
            "révision du moteur",
            "prix du billet",
        ],
    );
}

#[test]
fn german_claims_in_other_words_are_one() {
    check_together(
        &GERMAN,
        &[
            ("am Freitagmorgen ein Silo explodiert", "explodierte ein Silo"),
            ("Neun Arbeiter kamen", "wurden neun Arbeiter"),
            ("erst nach sechs Stunden", "Sechs Stunden brauchte"),
            ("hatte die Filteranlage", "Die Filteranlage war"),
            ("Anwohner sollten Fenster", "rief die Anwohner auf"),
            ("ermittelt wegen fahrlässiger Körperverletzung", "Nach der Explosion eines Silos"),
        ],
    );
}

#[test]
fn german_claims_of_one_outlet_stay_alone() {
    check_alone(&GERMAN, &["Rübenernte", "Karla Wendt", "Gewerkschaft", "Schwarm Stare"]);
}

#[test]
fn any_script_aligns_what_is_printed_alike() {
    for (language, articles, [same, edited]) in &SMOKE {
        let analysis = compared(articles);
        let relation = |words: &str| {
            let both =
                |a: usize, b: usize| analysis.text(a).contains(words) && analysis.text(b).contains(words);
            analysis.alignments.iter().find(|link| both(link.a, link.b)).map(|link| link.relation)
        };
        assert_eq!(relation(same), Some(Relation::Verbatim), "{language}");
        assert_eq!(relation(edited), Some(Relation::NearVerbatim), "{language}");
        let shared = analysis.claims.iter().filter(|claim| claim.outlets.len() > 1).count();
        assert!(shared >= 2, "{language}: {shared} shared claims");
    }
}

#[test]
fn any_script_gives_the_same_bytes_for_any_number_of_threads() {
    for (language, articles, _) in &SMOKE {
        let with = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
            pool.install(|| {
                export::render(&compared(articles), &export::Options::default()).expect("it renders")
            })
        };
        assert_eq!(with(1), with(4), "{language}");
    }
}

/// The program sorts what it loads; here the order of the files on the command line is turned around.
#[test]
fn any_script_gives_the_same_bytes_for_any_order() {
    for (language, articles, _) in &SMOKE {
        let folder = tempfile::tempdir().expect("a folder");
        let mut paths: Vec<_> = articles.iter().map(|article| written(folder.path(), article)).collect();
        let there = loaded_and_rendered(&paths);
        paths.reverse();
        assert_eq!(there, loaded_and_rendered(&paths), "{language}");
    }
}

fn written(folder: &std::path::Path, (outlet, title, body): &Article) -> std::path::PathBuf {
    let path = folder.join(format!("{outlet}.txt"));
    std::fs::write(&path, format!("---\noutlet: {outlet}\ntitle: {title}\n---\n\n{body}\n")).expect("a file");
    path
}

fn loaded_and_rendered(paths: &[std::path::PathBuf]) -> Vec<(&'static str, Vec<u8>)> {
    let loaded =
        crosswire::ingest::load(paths, &mut std::io::empty(), &crosswire::ingest::Options::default())
            .expect("files");
    let analysis = analyze(loaded.documents, &Options::default());
    export::render(&analysis, &export::Options::default()).expect("it renders")
}
