//! What every page owes everybody, checked by a script of our own in the page.

use serde_json::{Value, json};

use crate::browser::Browser;

const CHECK: &str = include_str!("order.js");

impl Browser {
    /// Fails unless the page is in order: language and title set, one main heading and no level left out, every field
    /// and button named, pictures with a text, text that stands out from its ground, targets large enough on a phone,
    /// nothing wider than the window, and nothing in the browser's own log (a blocked script, a missing file).
    #[track_caller]
    pub fn is_in_order(&self) {
        let faults = self.faults();
        if !faults.is_empty() {
            self.fail(&format!("the page is not in order:\n  {}", faults.join("\n  ")));
        }
    }

    /// What is not in order with the page, one sentence each.
    #[track_caller]
    pub fn faults(&self) -> Vec<String> {
        let faults = self.expect("check the page", self.driver.script(CHECK, json!([])));
        let mut faults: Vec<String> =
            faults.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
        faults.extend(self.log());
        faults
    }

    /// The complaints in the browser's own log since it was last read.
    fn log(&self) -> Vec<String> {
        let log = self.driver.post("/se/log", &json!({ "type": "browser" })).unwrap_or_default();
        let is_complaint = |entry: &&Value| entry["level"] == "SEVERE";
        let words = |entry: &Value| format!("log: {}", entry["message"].as_str().unwrap_or_default());
        log.as_array().into_iter().flatten().filter(is_complaint).map(words).collect()
    }
}
