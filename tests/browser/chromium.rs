//! A browser without a window, spoken to over two pipes in its own protocol (Chrome DevTools).
//!
//! By hand: one message a pipe write, ended by a zero byte, needs neither a port nor a crate. `headless_chrome`
//! would bring the whole protocol as generated code, and minutes of building.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;

/// How long a page gets to become what a test waits for.
const PATIENCE: Duration = Duration::from_secs(60);

pub struct Browser {
    child: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    session: Option<String>,
    next: u64,
    /// What the page complained about: errors of scripts, of the console, of its policy.
    pub complaints: Vec<String>,
    _profile: TempDir,
}

/// The browser's program, by its usual names or as `CHROMIUM` says.
pub fn program() -> Option<String> {
    let named = std::env::var("CHROMIUM").ok();
    let usual = ["chromium", "chromium-browser", "google-chrome"].map(str::to_owned);
    named.into_iter().chain(usual).find(|name| {
        let version =
            Command::new(name).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
        version.is_ok_and(|status| status.success())
    })
}

impl Browser {
    pub fn start(program: &str) -> Self {
        let profile = tempfile::tempdir().expect("a temporary folder");
        let mut child = Command::new("sh")
            .args(["-c", "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>/dev/null", program])
            .args([
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
            ])
            .args(["--remote-debugging-pipe", "--hide-scrollbars", "--force-color-profile=srgb"])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg("about:blank")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the browser starts");
        let to = child.stdin.take().expect("a pipe");
        let from = BufReader::new(child.stdout.take().expect("a pipe"));
        let mut browser =
            Browser { child, to, from, session: None, next: 0, complaints: Vec::new(), _profile: profile };
        browser.attach();
        browser
    }

    fn attach(&mut self) {
        let target = self.call("Target.createTarget", json!({"url": "about:blank"}));
        let attach = json!({"targetId": target["targetId"], "flatten": true});
        let session = self.call("Target.attachToTarget", attach);
        self.session = session["sessionId"].as_str().map(str::to_owned);
        for domain in ["Page", "Runtime", "Log"] {
            self.call(&format!("{domain}.enable"), json!({}));
        }
        self.size(1400, 900);
    }

    /// Sends a command and waits for its answer; what is reported meanwhile is kept.
    pub fn call(&mut self, method: &str, parameters: Value) -> Value {
        self.next += 1;
        let mut message = json!({"id": self.next, "method": method, "params": parameters});
        if let Some(session) = &self.session {
            message["sessionId"] = json!(session);
        }
        self.to.write_all(format!("{message}\0").as_bytes()).expect("the browser listens");
        loop {
            let answer = self.read();
            if answer["id"] == json!(self.next) {
                assert!(answer.get("error").is_none(), "{method}: {}", answer["error"]);
                return answer["result"].clone();
            }
            self.hear(&answer);
        }
    }

    fn read(&mut self) -> Value {
        let mut bytes = Vec::new();
        self.from.read_until(0, &mut bytes).expect("the browser speaks");
        assert_eq!(bytes.pop(), Some(0), "the browser has ended");
        serde_json::from_slice(&bytes).expect("the browser speaks JSON")
    }

    fn hear(&mut self, event: &Value) {
        let (method, said) = (event["method"].as_str().unwrap_or_default(), &event["params"]);
        let level = |level: &Value| matches!(level.as_str(), Some("error" | "warning" | "assert"));
        match method {
            "Runtime.exceptionThrown" => self.complaints.push(said["exceptionDetails"].to_string()),
            "Runtime.consoleAPICalled" if level(&said["type"]) => {
                self.complaints.push(said["args"].to_string())
            }
            "Log.entryAdded" if level(&said["entry"]["level"]) => {
                self.complaints.push(said["entry"].to_string())
            }
            "Page.javascriptDialogOpening" => self.complaints.push(format!("a dialog opened: {said}")),
            _ => {}
        }
    }

    pub fn open(&mut self, file: &Path, fragment: &str) {
        // Through a blank page, so that a change of fragment alone loads the page anew.
        self.call("Page.navigate", json!({"url": "about:blank"}));
        let url = format!("file://{}{fragment}", file.display());
        let went = self.call("Page.navigate", json!({"url": url}));
        assert!(went.get("errorText").is_none(), "{went}");
        self.until("document.readyState === 'complete' && location.protocol === 'file:'");
    }

    pub fn size(&mut self, width: u32, height: u32) {
        let metrics = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.call("Emulation.setDeviceMetricsOverride", metrics);
    }

    /// `light` or `dark`.
    pub fn scheme(&mut self, scheme: &str) {
        let features = json!([{"name": "prefers-color-scheme", "value": scheme}]);
        self.call("Emulation.setEmulatedMedia", json!({"features": features}));
    }

    /// Lays rules of style over the page's own, until it is opened anew.
    pub fn style(&mut self, rules: &str) {
        self.ask(&format!(
            "(() => {{ const sheet = new CSSStyleSheet(); sheet.replaceSync({rules:?}); \
             document.adoptedStyleSheets = [sheet]; }})()"
        ));
    }

    /// What an expression gives in the page.
    pub fn ask(&mut self, expression: &str) -> Value {
        let asked = json!({"expression": expression, "returnByValue": true, "awaitPromise": true, "userGesture": true});
        let answer = self.call("Runtime.evaluate", asked);
        assert!(answer.get("exceptionDetails").is_none(), "{expression}: {}", answer["exceptionDetails"]);
        answer["result"]["value"].clone()
    }

    pub fn holds(&mut self, expression: &str) -> bool {
        self.ask(&format!("Boolean({expression})")) == json!(true)
    }

    pub fn until(&mut self, expression: &str) {
        let started = Instant::now();
        while !self.holds(expression) {
            assert!(started.elapsed() < PATIENCE, "this did not come about: {expression}");
            std::thread::sleep(Duration::from_millis(30));
        }
    }

    /// Clicks with the mouse in the middle of the first element that a selector finds.
    pub fn click(&mut self, selector: &str) {
        // Twice, since what comes into view may be laid out only then, and push the rest about.
        let place = self.ask(&format!(
            "(async () => {{ const e = document.querySelector({selector:?}); \
             const drawn = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))); \
             for (let i = 0; i < 2; i++) {{ e.scrollIntoView({{block: 'center', behavior: 'instant'}}); await drawn(); }} \
             const r = e.getClientRects()[0]; return [r.x + r.width / 2, r.y + r.height / 2]; }})()"
        ));
        for kind in ["mousePressed", "mouseReleased"] {
            let event =
                json!({"type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1});
            self.call("Input.dispatchMouseEvent", event);
        }
    }

    pub fn key(&mut self, key: &str, code: u32) {
        for kind in ["keyDown", "keyUp"] {
            let event = json!({"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code});
            self.call("Input.dispatchKeyEvent", event);
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
