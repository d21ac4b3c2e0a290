//! The page in a real browser: it can be used, it is readable, and nothing of the input runs.
#![cfg(unix)]

#[allow(dead_code)] // the tests of the exporters use the rest of it
#[path = "common/analyses.rs"]
mod analyses;
#[path = "browser/chromium.rs"]
mod chromium;

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use chromium::Browser;
use crosswire::export::{self, Options};
use serde_json::{Value, json};
use tempfile::TempDir;

const RULES: &str = include_str!("browser/rules.js");
const EVENTS: &[&str] = &["ferry-grounding", "library-levy"];

/// A browser, or none on a machine without; where tests must not be left out, that is an error.
fn browser() -> Option<Browser> {
    let program = chromium::program();
    if program.is_none() {
        assert!(std::env::var_os("CI").is_none(), "CI must have Chromium: the page was not opened");
        eprintln!("SKIPPED: Chromium is not installed, so the page was not opened in a browser");
    }
    program.map(|program| Browser::start(&program))
}

/// The page of some coverage; the folder lives as long as it is held.
fn page(coverage: &Path) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    Command::cargo_bin("crosswire")
        .expect("the program")
        .current_dir(root())
        .args(["compare", "--quiet", "--format", "html", "--output"])
        .arg(folder.path())
        .arg(coverage)
        .assert()
        .success();
    let page = folder.path().join("report.html");
    (folder, page)
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A narrow and a wide family; the space between letters makes any other narrow or wide where neither is installed.
const NARROW: &str = "* { font-family: 'Liberation Sans Narrow', 'Arial Narrow', sans-serif !important; \
                      letter-spacing: -0.05em !important }";
const WIDE: &str =
    "* { font-family: 'DejaVu Sans Mono', Verdana, monospace !important; letter-spacing: 0.1em !important }";

fn keeps_the_rules(browser: &mut Browser, place: &str) {
    for (scheme, font) in [("light", WIDE), ("dark", NARROW)] {
        browser.scheme(scheme);
        browser.style(font);
        let wrong = browser.ask(RULES);
        assert_eq!(wrong, json!([]), "{place}, {scheme}, {font}");
    }
    browser.scheme("light");
    browser.style("");
}

fn no_complaints(browser: &Browser) {
    assert!(browser.complaints.is_empty(), "{}", browser.complaints.join("\n"));
}

#[test]
fn the_sample_events_can_be_read_and_used() {
    let Some(mut browser) = browser() else { return };
    for event in EVENTS {
        let (_folder, page) = page(&root().join("data/events").join(event));
        browser.open(&page, "");
        keeps_the_rules(&mut browser, event);
        a_cell_shows_wordings_side_by_side(&mut browser);
        keeps_the_rules(&mut browser, &format!("{event}, a claim"));
        from_a_wording_to_its_place_and_back(&mut browser);
        a_lane_leads_to_its_claim_and_back(&mut browser);
        filters_narrow_the_table(&mut browser);
        the_way_back_leads_through_what_was_seen(&mut browser, &page);
        filters_can_be_shared(&mut browser, &page);
        links_can_be_shared(&mut browser, &page);
        for width in [360, 800] {
            browser.size(width, 900);
            keeps_the_rules(&mut browser, &format!("{event}, {width} wide"));
        }
        browser.size(1400, 900);
        no_complaints(&browser);
    }
}

fn a_cell_shows_wordings_side_by_side(browser: &mut Browser) {
    browser.click("#matrix tbody.divergent tr[id] td a");
    browser.until("document.getElementById('one').open");
    assert!(browser.holds("location.hash === '#' + document.querySelector('tbody.divergent tr[id]').id"));
    let both = "[...document.querySelectorAll('.pair')].some(p => p.children[0].querySelector('mark.word') && \
                p.children[1].querySelector('mark.word'))";
    assert!(browser.holds(both), "differing words are marked on both sides");
    assert!(browser.holds("document.querySelectorAll('mark.reading').length >= 2"));
    let before = browser.ask("document.getElementById('wordings').textContent");
    browser.ask(
        "(() => { const s = document.getElementById('base'); s.selectedIndex = s.options.length - 1; \
                 s.dispatchEvent(new Event('change', {bubbles: true})); })()",
    );
    assert_ne!(browser.ask("document.getElementById('wordings').textContent"), before);
}

fn from_a_wording_to_its_place_and_back(browser: &mut Browser) {
    browser.click("#wordings a[href^='#M']");
    browser.until("!document.getElementById('one').open && document.querySelector('.m.now')");
    let in_view = "(() => { const r = document.querySelector('.m.now').getBoundingClientRect(); \
                   return r.top >= 0 && r.bottom <= innerHeight; })()";
    browser.until(in_view);
    browser.click(".m.now + .ref");
    browser.until("document.getElementById('one').open");
    browser.key("Escape", 27);
    browser.until("!document.getElementById('one').open");
    browser.until("location.hash === '' && document.activeElement.matches('.ref')");
    browser.ask("document.activeElement.click()");
    browser.until("document.getElementById('one').open");
    let first = browser.ask("location.hash");
    browser.click("#next");
    assert_ne!(browser.ask("location.hash"), first);
    browser.click("#close");
    browser.until("!document.getElementById('one').open && location.hash === ''");
}

fn a_lane_leads_to_its_claim_and_back(browser: &mut Browser) {
    browser.click("#lanes tr.divergent .dot");
    browser.until("document.getElementById('one').open");
    assert!(
        browser
            .holds("location.hash.slice(1) === document.querySelector('#lanes tr.divergent').dataset.claim")
    );
    browser.key("Escape", 27);
    browser.until("document.activeElement === document.querySelector('#lanes tr.divergent a')");
}

/// How many claims the table shows.
fn shown(browser: &mut Browser) -> u64 {
    browser
        .ask("[...document.querySelectorAll('#matrix tr[id]')].filter(r => r.checkVisibility()).length")
        .as_u64()
        .expect("a number")
}

fn choose(browser: &mut Browser, control: &str, value: &str) {
    browser.ask(&format!(
        "(() => {{ const c = document.getElementById({control:?}); c.value = {value:?}; \
         c.dispatchEvent(new Event('input', {{bubbles: true}})); }})()"
    ));
}

fn filters_narrow_the_table(browser: &mut Browser) {
    let all = shown(browser);
    for (control, value) in
        [("f-outlet", "1"), ("f-status", "divergent"), ("f-kind", "number"), ("f-text", "C1")]
    {
        choose(browser, control, value);
        let some = shown(browser);
        assert!(some > 0 && some < all, "{control}: {some} of {all}");
        let told = browser.ask("document.getElementById('count').textContent");
        assert_eq!(told, json!(format!("{some} of {all} claims shown")));
        browser.click("#filters button[type=reset]");
        browser.until(&format!("document.getElementById('count').textContent.startsWith('{all} of')"));
    }
    choose(browser, "f-text", "no such words anywhere");
    assert_eq!(shown(browser), 0);
    browser.click("#filters button[type=reset]");
    browser.until(&format!("document.getElementById('count').textContent.startsWith('{all} of')"));
}

/// The browser's own Back and Forward.
fn the_way_back_leads_through_what_was_seen(browser: &mut Browser, page: &Path) {
    browser.open(page, "");
    browser.click("#matrix tbody.divergent tr[id] td a");
    browser.until("document.getElementById('one').open");
    let claim = browser.ask("location.hash");
    browser.click("#wordings a[href^='#M']");
    browser.until("!document.getElementById('one').open && document.querySelector('.m.now')");
    browser.ask("history.back()");
    browser.until(&format!("document.getElementById('one').open && location.hash === {claim}"));
    browser.ask("history.back()");
    browser.until("!document.getElementById('one').open && location.hash === ''");
    browser.ask("history.forward()");
    browser.until(&format!("document.getElementById('one').open && location.hash === {claim}"));
    browser.click("#close");
    browser.until("!document.getElementById('one').open");
}

/// The picture follows the table, and a link brings others to the same.
fn filters_can_be_shared(browser: &mut Browser, page: &Path) {
    browser.open(page, "");
    let outlet = browser.ask("document.getElementById('f-outlet').options[2].text");
    let follows = "(() => { const ids = (rows, id) => [...document.querySelectorAll(rows)].filter(r => r.checkVisibility())\
                   .map(id).sort().join(); return ids('#lanes tbody tr', r => r.dataset.claim) === \
                   ids('#matrix tr[id]:not(.single-source)', r => r.id); })()";
    assert!(browser.holds(follows));
    let lanes = "[...document.querySelectorAll('#lanes tbody tr')].filter(r => r.checkVisibility()).length";
    let all = browser.ask(lanes);
    choose(browser, "f-status", "divergent");
    choose(browser, "f-outlet", "1");
    assert!(browser.holds(follows));
    let some = browser.ask(lanes);
    assert!(some.as_u64() > Some(0) && some.as_u64() < all.as_u64(), "{some} of {all}");
    keeps_the_rules(browser, "filtered");
    choose(browser, "f-status", "single-source");
    assert_eq!(browser.ask(lanes), json!(0));
    choose(browser, "f-status", "divergent");
    let (claims, search) = (shown(browser), browser.ask("location.search"));
    let search = search.as_str().expect("text").to_owned();
    assert!(search.contains("outlet=") && search.contains("status=divergent"), "{search}");
    browser.open(page, &format!("{search}#C2"));
    browser.until("document.getElementById('one').open");
    browser.click("#close");
    browser.until("!document.getElementById('one').open");
    assert_eq!(shown(browser), claims);
    assert_eq!(browser.ask("document.getElementById('f-outlet').selectedOptions[0].text"), outlet);
    browser.click("#filters button[type=reset]");
    browser.until("location.search === ''");
    for unknown in ["?outlet=Nobody&status=odd&differs=", "?__proto__=1&text="] {
        browser.open(page, unknown);
        assert!(browser.holds("document.getElementById('count').textContent.match(/^(\\d+) of \\1 /)"));
    }
}

fn links_can_be_shared(browser: &mut Browser, page: &Path) {
    browser.open(page, "#C2");
    browser.until("document.getElementById('one').open");
    assert!(browser.holds("document.getElementById('one-name').textContent.startsWith('C2 ')"));
    browser.open(page, "#M7");
    browser.until("document.querySelector('.m.now')?.id === 'M7'");
    browser.open(page, "#D2");
    browser.until("document.activeElement?.id === 'D2'");
    let id = browser.ask("document.querySelectorAll('.document')[3].id.slice('doc-'.length)");
    browser.open(page, &format!("#{}", id.as_str().expect("an id")));
    browser.until("document.activeElement?.classList.contains('document')");
    assert_eq!(
        browser.ask("document.activeElement.id"),
        json!(format!("doc-{}", id.as_str().expect("an id")))
    );
    browser.open(page, "");
}

#[test]
fn nothing_of_the_input_runs() {
    let Some(mut browser) = browser() else { return };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let coverage = folder.path().join("hostile.jsonl");
    fs::write(&coverage, hostile()).expect("a file");
    let (_folder, page) = page(&coverage);
    browser.open(&page, "");
    keeps_the_rules(&mut browser, "hostile");
    let claims = browser.ask("[...document.querySelectorAll('#matrix tr[id]')].map(row => row.id)");
    let claims = claims.as_array().expect("a list");
    assert!(browser.holds("document.querySelector('tbody.divergent')"), "the hostile outlets part somewhere");
    for claim in claims.iter().take(12) {
        let id = claim.as_str().expect("an id");
        browser.ask(&format!("location.hash = '#{id}'"));
        browser.until(&format!("document.getElementById('one-name').textContent.startsWith('{id} ')"));
        keeps_the_rules(&mut browser, id);
    }
    browser.ask("document.getElementById('one').close()");
    places_hold(&mut browser);
    for document in ids(&mut browser) {
        browser.open(&page, &format!("#{}", percent(&document)));
        browser.until("document.activeElement?.classList.contains('document')");
        assert_eq!(browser.ask("document.activeElement.id"), json!(format!("doc-{document}")));
    }
    keeps_the_rules(&mut browser, "hostile, at a document");
    no_complaints(&browser);
}

fn ids(browser: &mut Browser) -> Vec<String> {
    let ids = browser.ask("[...document.querySelectorAll('.document')].map(d => d.id.slice('doc-'.length))");
    serde_json::from_value(ids).expect("names")
}

fn percent(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// Readings stand where the data says, whatever stands before them.
fn places_hold(browser: &mut Browser) {
    let readings = browser.ask(
        "Object.values(JSON.parse(document.getElementById('data').textContent).divergences).flatMap(d => [d.a, d.b].map(c => \
         c.places.map(([m, s, e]) => [c.value, document.getElementById('M' + (m + 1)).textContent.slice(s, e)])).flat())",
    );
    let readings: Vec<(String, String)> = serde_json::from_value(readings).expect("pairs");
    assert!(readings.iter().any(|(value, text)| value == "12" && text == "12"), "{readings:?}");
}

/// Markup, scripts, ends of scripts and comments, right-to-left text, emoji and very long sentences in every field.
fn hostile() -> String {
    const PAYLOADS: [&str; 5] = [
        "<script>window.ran = 1</script>",
        "</script><script>window.ran = 2</script><!--",
        "\"><img src=x onerror=\"window.ran = 3\">",
        "'><svg onload=window.ran=4> ${window.ran=5} {{window.ran}} &lt;b&gt; &#60;",
        "]]>--></style><style>*{display:none}</style>\u{2028}\u{2029}\u{202e}שלום 🏠🏽 مرحبا",
    ];
    let long = "very ".repeat(2000);
    let lines = PAYLOADS.iter().enumerate().map(|(at, payload)| {
        let hurt = if at < 3 { 12 } else { 17 };
        let field = |name: &str| format!("{name} {payload} {at}");
        json!({
            "id": field("id"),
            "event": "Fire </title><script>window.ran = 6</script>",
            "outlet": field("Outlet"),
            "title": field("Fire 🏠 destroys the old mill in Tarnby"),
            "author": field("author"),
            "url": if at % 2 == 0 { "javascript:window.ran=7".to_owned() } else { field("https://example.org/") },
            "published": format!("2026-03-1{at}"),
            "text": format!(
                "A 🏠🏽 fire {payload} destroyed the old mill in Tarnby on Monday, injuring {hurt} people.\r\n\r\n\
                 שלום {payload} The mayor of Tarnby, {payload}, said the mill will be rebuilt.\u{202e}\n\n\
                 The mill was {long} old, and the {long} road past it was closed for {} hours.\n\n{payload}",
                at + 2
            ),
        })
    });
    lines.map(|line: Value| line.to_string()).collect::<Vec<_>>().join("\n")
}

#[test]
fn pictures_have_room_for_few_claims_and_many() {
    let Some(mut browser) = browser() else { return };
    for (outlets, claims) in [(3, 5), (8, 60), (12, 200)] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let options = Options { formats: vec!["html".into()], ..Options::default() };
        export::save(&analyses::synthetic(outlets, claims), &options, folder.path()).expect("it saves");
        browser.open(&folder.path().join("report.html"), "");
        let all = "(lanes => lanes > claims / 2 && lanes === document.querySelectorAll('tr[id].shared, tr[id].divergent')\
                   .length)(document.querySelectorAll('#lanes tbody tr').length)";
        assert!(
            browser.holds(&all.replace("claims", &claims.to_string())),
            "a lane a claim of several outlets"
        );
        keeps_the_rules(&mut browser, &format!("{claims} claims of {outlets} outlets"));
    }
    no_complaints(&browser);
}

#[test]
fn without_scripts_the_page_can_still_be_read() {
    let Some(mut browser) = browser() else { return };
    let (_folder, page) = page(&root().join("data/events/ferry-grounding"));
    browser.call("Emulation.setScriptExecutionDisabled", json!({"value": true}));
    browser.open(&page, "#C2");
    assert!(browser.holds("document.querySelector('#matrix tr:target')"));
    for shown in ["#findings .differences li", "#matrix td a", "#lanes tbody a", ".document .m", "noscript p"]
    {
        assert!(browser.holds(&format!("document.querySelector({shown:?}).checkVisibility()")), "{shown}");
    }
    for hidden in ["#filters", "#one"] {
        assert!(!browser.holds(&format!("document.querySelector({hidden:?}).checkVisibility()")), "{hidden}");
    }
    no_complaints(&browser);
}

/// Opens the page of coverage that is written down here.
fn open_lines(browser: &mut Browser, lines: &[Value]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let coverage = folder.path().join("coverage.jsonl");
    fs::write(&coverage, lines.iter().map(|line| format!("{line}\n")).collect::<String>()).expect("a file");
    let (made, page) = page(&coverage);
    browser.open(&page, "");
    made
}

#[test]
fn what_is_quoted_says_its_language() {
    let Some(mut browser) = browser() else { return };
    let line = |outlet: &str, hurt: &str| {
        json!({"outlet": outlet, "title": "Silo explodiert in Lindenau", "language": "de", "text": format!(
            "In der Zuckerfabrik von Lindenau ist am Freitagmorgen ein Silo explodiert. {hurt} Arbeiter kamen mit \
             schweren Verbrennungen ins Krankenhaus. Die Feuerwehr brachte die Flammen nach sechs Stunden unter Kontrolle."
        )})
    };
    let _made = open_lines(&mut browser, &[line("Oderbote", "12"), line("Tageblatt", "17")]);
    keeps_the_rules(&mut browser, "in German");
    browser.click("#matrix tbody.divergent tr[id] td a");
    browser.until("document.getElementById('one').open");
    for quoted in ["blockquote", ".claim", ".clamp", ".wording", "#one-body > p[dir]", ".text"] {
        assert!(browser.holds(&format!("document.querySelector({quoted:?}).lang === 'de'")), "{quoted}");
    }
    no_complaints(&browser);
}

/// More than a browser could show: what tells most, and it says so.
#[test]
fn of_very_much_the_page_shows_what_tells_most() {
    let Some(mut browser) = browser() else { return };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let analysis = analyses::synthetic(20, 1500);
    let bytes: usize = analysis.documents.iter().map(|document| document.text.len()).sum();
    assert!(bytes > 2 << 20, "too little to be cut: {bytes}");
    for (formats, tables) in [("html", false), ("csv,html", true)] {
        let formats = formats.split(',').map(str::to_owned).collect();
        let options = Options { formats, ..Options::default() };
        export::save(&analysis, &options, folder.path()).expect("it saves");
        let page = folder.path().join("report.html");
        let size = fs::metadata(&page).expect("a page").len();
        assert!(size < 12 << 20, "{size} bytes");
        browser.open(&page, "");
        let rows = browser.ask("document.querySelectorAll('#matrix tr[id]').length");
        let told = browser.ask("document.querySelector('.cut').textContent");
        let told = told.as_str().expect("words");
        assert!(told.contains(&format!("has {rows} of {} claims", analysis.claims.len())), "{told}");
        let sent = browser.ask("/\\w\\.csv/.test(document.body.innerText)");
        assert_eq!(sent, json!(tables), "sent to tables");
    }
    assert!(
        browser.holds("!document.querySelector('tbody.single-source tr[id]')"),
        "what one says alone comes last"
    );
    assert!(browser.holds("document.querySelector('tbody.single-source').innerText.includes('(0 of ')"));
    browser.ask("location.hash = '#C9999'");
    browser.until("document.getElementById('count').textContent === 'C9999 is not on this page'");
    keeps_the_rules(&mut browser, "cut");
    browser.click("#matrix tbody.divergent tr[id] td a");
    browser.until("document.getElementById('one').open");
    keeps_the_rules(&mut browser, "a claim of many");
    from_a_wording_to_its_place_and_back(&mut browser);
    no_complaints(&browser);
}
