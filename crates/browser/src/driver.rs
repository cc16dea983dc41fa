//! A `chromedriver` of one's own, and the session with Chromium it holds.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::browser::{Screen, Scripts, Setup};
use crate::find::Element;
use crate::machine::{Process, Program};
use crate::wire::{Refused, Wire};

const START_LIMIT: Duration = Duration::from_secs(30);

/// Chromium stays by itself: no services of its maker, no first-run pages, no graphics card.
const FLAGS: [&str; 12] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
    // The browser ends when the driver does, however that ends.
    "--remote-debugging-pipe",
];

pub(crate) struct Driver {
    wire: Wire,
    session: String,
    scripts: Scripts,
    // Dropped in this order: first the driver (and with it the browser), then the browser's folder.
    _process: Process,
    _profile: TempDir,
}

impl Driver {
    pub(crate) fn start(setup: &Setup) -> Result<Self, String> {
        let driver =
            Program::ChromeDriver.path().ok_or("chromedriver is missing: install chromium-driver")?;
        let chromium = Program::Chromium.path().ok_or("Chromium is missing: install chromium")?;
        let profile = tempfile::tempdir().map_err(|error| format!("no temporary folder: {error}"))?;
        let mut command = Command::new(driver);
        command.arg("--port=0").stderr(Stdio::null());
        let (process, port) = Process::start(&mut command, START_LIMIT, port_in)?;
        let wire = Wire::new(format!("http://127.0.0.1:{port}"));
        let wanted = capabilities(&chromium, profile.path(), setup);
        let session = wire.post("/session", &wanted).map_err(|refused| format!("no session: {refused}"))?;
        let session = session["sessionId"].as_str().ok_or("the driver gave no session")?;
        let session = format!("/session/{session}");
        let driver = Self { wire, session, scripts: setup.scripts, _process: process, _profile: profile };
        if setup.scripts == Scripts::Off {
            // Not by the browser's own setting: the driver could not click any more.
            let off = json!({ "cmd": "Emulation.setScriptExecutionDisabled", "params": { "value": true } });
            driver
                .post("/goog/cdp/execute", &off)
                .map_err(|refused| format!("scripts stay on: {refused}"))?;
        }
        Ok(driver)
    }

    pub(crate) fn get(&self, path: &str) -> Result<Value, Refused> {
        self.wire.get(&format!("{}{path}", self.session))
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Result<Value, Refused> {
        self.wire.post(&format!("{}{path}", self.session), body)
    }

    /// A command of Chromium's own protocol.
    pub(crate) fn devtools(&self, command: &str, parameters: Value) -> Result<Value, Refused> {
        self.post("/goog/cdp/execute", &json!({ "cmd": command, "params": parameters }))
    }

    /// Clicks an element where it is on the screen.
    pub(crate) fn click(&self, element: &Element) -> Result<(), Refused> {
        if self.scripts == Scripts::On {
            return self.post(&element.path("click"), &json!({})).map(drop);
        }
        // The driver's own click waits for a script of the page that never runs.
        let place = self.script(PLACE, json!([element.json()]))?;
        if place.is_null() {
            let message = "something else lies over it".to_owned();
            return Err(Refused { kind: "element click intercepted".to_owned(), message });
        }
        for kind in ["mousePressed", "mouseReleased"] {
            let button =
                json!({ "type": kind, "button": "left", "clickCount": 1, "x": place[0], "y": place[1] });
            self.devtools("Input.dispatchMouseEvent", button)?;
        }
        Ok(())
    }

    /// Runs a script in the page and gives what it returns.
    pub(crate) fn script(&self, script: &str, arguments: Value) -> Result<Value, Refused> {
        self.post("/execute/sync", &json!({ "script": script, "args": arguments }))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.wire.delete(&self.session);
    }
}

/// Brings an element into view and tells the middle of it, unless something else lies there.
const PLACE: &str = "
    const [element] = arguments;
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = element.getClientRects()[0];
    if (!box) return null;
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const top = document.elementFromPoint(x, y);
    return element.contains(top) || (top && top.contains(element)) ? [x, y] : null;";

/// The driver says `ChromeDriver was started successfully on port 40123.`
fn port_in(line: &str) -> Option<u16> {
    let (_, rest) = line.split_once("started successfully on port ")?;
    rest.trim_end_matches('.').parse().ok()
}

fn capabilities(chromium: &Path, profile: &Path, setup: &Setup) -> Value {
    let (width, height, scale, is_phone) = match setup.screen {
        Screen::Phone => (390, 844, 2, true),
        Screen::Desktop => (1280, 900, 1, false),
    };
    let mut flags: Vec<String> = FLAGS.iter().map(|flag| (*flag).to_owned()).collect();
    flags.push(format!("--user-data-dir={}", profile.display()));
    flags.push(format!("--window-size={width},{height}"));
    let wishes = json!({ "intl.accept_languages": setup.language });
    json!({ "capabilities": { "alwaysMatch": {
        "browserName": "chrome",
        "acceptInsecureCerts": true,
        "goog:loggingPrefs": { "browser": "ALL" },
        "goog:chromeOptions": {
            "binary": chromium,
            "args": flags,
            "prefs": wishes,
            "mobileEmulation": { "deviceMetrics": {
                "width": width, "height": height, "pixelRatio": scale, "touch": is_phone, "mobile": is_phone,
            } },
        },
    } } })
}
