//! What a person does with a page, and what they see.

use std::cell::{Cell, RefCell};
use std::path::Path;

use serde_json::json;

use crate::driver::Driver;
use crate::find::{self, Element};
use crate::wire::Refused;

/// The size of the window, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// 390 × 844 with touch, as a common phone held upright.
    Phone,
    /// 1280 × 900 with a mouse.
    Desktop,
}

impl Screen {
    /// Both, for tests that go through each.
    pub const ALL: [Self; 2] = [Self::Phone, Self::Desktop];

    /// `phone` or `desktop`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Desktop => "desktop",
        }
    }
}

/// Whether the pages' own scripts run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scripts {
    /// As in any browser.
    On,
    /// As where they are blocked or failed to load; everything must work all the same.
    Off,
}

/// How a browser is set up.
#[derive(Clone, Debug)]
pub struct Setup {
    /// The size of its window.
    pub screen: Screen,
    /// Whether pages' scripts run.
    pub scripts: Scripts,
    /// What it says it reads, best first: `nl`, `fr-BE,fr,en`.
    pub language: String,
}

/// One browser with one window and its own, empty profile.
pub struct Browser {
    pub(crate) driver: Driver,
    name: String,
    here: RefCell<String>,
    evidence_is_kept: Cell<bool>,
}

impl Browser {
    /// Opens an empty window that reads English and runs scripts. `test` names the evidence when something fails.
    #[track_caller]
    pub fn open(test: &str, screen: Screen) -> Self {
        Self::open_as(test, &Setup { screen, scripts: Scripts::On, language: "en".to_owned() })
    }

    /// Opens an empty window set up as wanted.
    #[track_caller]
    pub fn open_as(test: &str, setup: &Setup) -> Self {
        let driver = match Driver::start(setup) {
            Ok(driver) => driver,
            Err(what) => panic!("{test}: {what}"),
        };
        Self {
            driver,
            name: format!("{test}-{}", setup.screen.name()),
            here: RefCell::default(),
            evidence_is_kept: Cell::new(false),
        }
    }

    /// Opens a page; afterwards addresses that start with `/` are on the same site.
    #[track_caller]
    pub fn goto(&self, address: &str) {
        let url = self.on_this_site(address);
        let site_end = url.find("://").map_or(0, |at| at + 3);
        let site_end = url[site_end..].find('/').map_or(url.len(), |at| site_end + at);
        url[..site_end].clone_into(&mut self.here.borrow_mut());
        self.expect(&format!("open {address}"), self.driver.post("/url", &json!({ "url": url })));
    }

    /// The full address of a path; a full address stays as it is.
    pub(crate) fn on_this_site(&self, address: &str) -> String {
        if address.starts_with('/') { format!("{}{address}", self.here.borrow()) } else { address.to_owned() }
    }

    /// Goes back as with the browser's own button.
    #[track_caller]
    pub fn back(&self) {
        self.expect("go back", self.driver.post("/back", &json!({})));
    }

    /// Asks for the same page again.
    #[track_caller]
    pub fn reload(&self) {
        self.expect("reload", self.driver.post("/refresh", &json!({})));
    }

    /// Where the window is: path and query, without the site.
    #[track_caller]
    pub fn address(&self) -> String {
        let url = self.expect("tell the address", self.driver.get("/url"));
        let url = url.as_str().unwrap_or_default();
        url.strip_prefix(self.here.borrow().as_str()).unwrap_or(url).to_owned()
    }

    /// Types into the field with this label (or name), after emptying it.
    #[track_caller]
    pub fn fill(&self, field: &str, text: &str) {
        let element = self.find(&find::field(field), &format!("a field “{field}”"));
        let doing = format!("fill “{field}”");
        let kind = self.property(&element, "type");
        if ["date", "time", "datetime-local", "month", "week"].contains(&kind.as_str()) {
            // What must be typed there depends on the browser's language; the value does not.
            self.expect(&doing, self.driver.script(SET_VALUE, json!([element.json(), text])));
            return;
        }
        self.expect(&doing, self.driver.post(&element.path("clear"), &json!({})));
        self.expect(&doing, self.driver.post(&element.path("value"), &json!({ "text": text })));
    }

    /// Ticks the radio button or box with this label, or takes the tick away from a box.
    #[track_caller]
    pub fn choose(&self, label: &str) {
        let element = self.find(&find::choice(label), &format!("a choice “{label}”"));
        self.click(&element, &format!("choose “{label}”"));
    }

    /// Ticks the radio button or box by its name in the form and its value there, whatever the language of its label.
    #[track_caller]
    pub fn pick(&self, name: &str, value: &str) {
        self.click_css(&format!("label:has(> input[name={name:?}][value={value:?}])"));
    }

    /// Chooses an entry of a list by their names in the form.
    #[track_caller]
    pub fn pick_entry(&self, list: &str, value: &str) {
        self.click_css(&format!("select[name={list:?}] option[value={value:?}]"));
    }

    /// Chooses an entry of a list by the words it shows.
    #[track_caller]
    pub fn select(&self, field: &str, entry: &str) {
        let path = format!(
            "{}//option[normalize-space()={}]",
            find::group(&find::field(field)),
            find::quoted(entry)
        );
        let element = self.find(&path, &format!("an entry “{entry}” in “{field}”"));
        self.click(&element, &format!("select “{entry}”"));
    }

    /// Gives a file to the field with this label (or name).
    #[track_caller]
    pub fn upload(&self, field: &str, file: &Path) {
        let file = file.canonicalize().unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let element = self.find(&find::field(field), &format!("a field “{field}”"));
        let text = json!({ "text": file.to_string_lossy() });
        self.expect(&format!("upload to “{field}”"), self.driver.post(&element.path("value"), &text));
    }

    /// Presses the button, or follows the link, that shows these words.
    #[track_caller]
    pub fn press(&self, words: &str) {
        let element = self.find(&find::pressable(words), &format!("a button or link “{words}”"));
        self.click(&element, &format!("press “{words}”"));
    }

    /// Clicks the first element that a CSS selector finds.
    #[track_caller]
    pub fn click_css(&self, selector: &str) {
        let element = self.find_css(selector);
        self.click(&element, &format!("click {selector}"));
    }

    /// Clicks what leads to another page, such as a form's button, and waits until that page is there.
    #[track_caller]
    pub fn follow(&self, selector: &str) {
        self.expect("mark the page", self.driver.script("window.isLeft = true", json!([])));
        self.click_css(selector);
        let arrived = || {
            let state = self.driver.script("return !window.isLeft && document.readyState", json!([]));
            state.is_ok_and(|state| state == "complete").then_some(())
        };
        if find::wait_for(arrived).is_none() {
            self.fail(&format!("{selector} leads nowhere; the page shows:\n{}", self.visible_text()));
        }
    }

    /// The text shown in the first element that a CSS selector finds.
    #[track_caller]
    pub fn text(&self, selector: &str) -> String {
        let element = self.find_css(selector);
        let text = self.expect(&format!("read {selector}"), self.driver.get(&element.path("text")));
        text.as_str().unwrap_or_default().to_owned()
    }

    /// The value of an attribute of the first element that a CSS selector finds; empty when it has none.
    #[track_caller]
    pub fn attribute(&self, selector: &str, name: &str) -> String {
        let element = self.find_css(selector);
        let value = self.driver.get(&element.path(&format!("attribute/{name}")));
        self.expect(&format!("read {name} of {selector}"), value).as_str().unwrap_or_default().to_owned()
    }

    /// The value of an attribute of every element that a CSS selector finds now; empty where there is none.
    #[track_caller]
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        const READ: &str = "
            const [selector, name] = arguments;
            return [...document.querySelectorAll(selector)].map((element) => element.getAttribute(name) ?? '');";
        let values = self.driver.script(READ, json!([selector, name]));
        let values = self.expect(&format!("read {name} of every {selector}"), values);
        values
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|value| value.as_str().map(str::to_owned))
            .collect()
    }

    /// How many elements a CSS selector finds now.
    #[track_caller]
    pub fn count(&self, selector: &str) -> usize {
        let found = self.driver.post("/elements", &json!({ "using": "css selector", "value": selector }));
        self.expect(&format!("count {selector}"), found).as_array().map_or(0, Vec::len)
    }

    /// How far the first element that a CSS selector finds reaches down the page, in pixels: what is less than the height of the
    /// window is in view without scrolling.
    #[track_caller]
    pub fn reaches_down(&self, selector: &str) -> u64 {
        const READ: &str = "
            const element = document.querySelector(arguments[0]);
            return element ? Math.ceil(element.getBoundingClientRect().bottom + window.scrollY) : -1;";
        let read = self.driver.script(READ, json!([selector]));
        let reach = self.expect(&format!("measure {selector}"), read);
        reach.as_u64().unwrap_or_else(|| self.fail(&format!("there is no {selector}")))
    }

    /// Waits until the page shows these words; fails when it does not within a few seconds.
    #[track_caller]
    pub fn sees(&self, words: &str) {
        let seen = || self.visible_text().contains(words).then_some(());
        if find::wait_for(seen).is_none() {
            self.fail(&format!("the page does not show “{words}”; it shows:\n{}", self.visible_text()));
        }
    }

    /// Fails when the page shows these words now.
    #[track_caller]
    pub fn does_not_see(&self, words: &str) {
        if self.visible_text().contains(words) {
            self.fail(&format!("the page shows “{words}”"));
        }
    }

    /// The words the page shows.
    pub fn visible_text(&self) -> String {
        let text = self.driver.script("return document.body ? document.body.innerText : ''", json!([]));
        text.ok().and_then(|text| text.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// Bytes that came over the wire for this page with all it loads, headers included.
    #[track_caller]
    pub fn weight_bytes(&self) -> u64 {
        let weight = self.driver.script(WEIGHT, json!([]));
        self.expect("weigh the page", weight).as_u64().unwrap_or_default()
    }

    /// Keeps a picture of the whole page as `NAME.png` in the target folder under `screenshots`.
    #[track_caller]
    pub fn screenshot(&self, name: &str) {
        if let Err(what) = self.keep_picture(name) {
            self.fail(&format!("no picture: {what}"));
        }
    }

    /// Keeps picture and page, and fails with this sentence.
    #[track_caller]
    pub fn fail(&self, what: &str) -> ! {
        let kept = self.keep_evidence();
        panic!("{}: {what}\n(at {}; see {kept})", self.name, self.address_or_nothing());
    }

    pub(crate) fn keep_evidence(&self) -> String {
        self.evidence_is_kept.set(true);
        self.keep_page(&format!("failed-{}", self.name))
    }

    #[track_caller]
    pub(crate) fn expect(
        &self,
        doing: &str,
        outcome: Result<serde_json::Value, Refused>,
    ) -> serde_json::Value {
        match outcome {
            Ok(value) => value,
            Err(refused) => self.fail(&format!("cannot {doing}: {refused}")),
        }
    }

    #[track_caller]
    fn click(&self, element: &Element, doing: &str) {
        let mut held_up = None;
        let clicked = find::wait_for(|| match self.driver.click(element) {
            Err(refused) if refused.may_pass() => {
                held_up = Some(refused);
                None
            }
            answer => Some(answer),
        });
        if let Some(refused) = clicked.map_or(held_up, Result::err) {
            self.fail(&format!("cannot {doing}: {refused}"));
        }
    }

    fn property(&self, element: &Element, name: &str) -> String {
        let value = self.driver.get(&element.path(&format!("property/{name}")));
        value.ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
    }

    fn address_or_nothing(&self) -> String {
        let url = self.driver.get("/url").unwrap_or_default();
        url.as_str().unwrap_or_default().to_owned()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if std::thread::panicking() && !self.evidence_is_kept.get() {
            eprintln!("{}: see {}", self.name, self.keep_evidence());
        }
    }
}

const SET_VALUE: &str = "
    const [field, value] = arguments;
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));";

const WEIGHT: &str = "
    const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
    return all.reduce((sum, entry) => sum + entry.transferSize, 0);";
