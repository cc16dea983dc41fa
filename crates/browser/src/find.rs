//! Finding what a person would point at: by the words beside it or on it, not by the page's inner names.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::browser::Browser;

/// How long something may take to appear.
const PATIENCE: Duration = Duration::from_secs(5);
const LOOK_AGAIN: Duration = Duration::from_millis(40);

/// WebDriver's name of the member that holds an element's identity.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

pub(crate) struct Element(String);

impl Element {
    pub(crate) fn path(&self, command: &str) -> String {
        format!("/element/{}/{command}", self.0)
    }

    pub(crate) fn json(&self) -> Value {
        json!({ ELEMENT: self.0 })
    }
}

impl Browser {
    #[track_caller]
    pub(crate) fn find(&self, xpath: &str, what: &str) -> Element {
        self.wait("xpath", xpath).unwrap_or_else(|| {
            self.fail(&format!(
                "there is no {} to be used; the page shows:\n{}",
                &what[2..],
                self.visible_text()
            ))
        })
    }

    #[track_caller]
    pub(crate) fn find_css(&self, selector: &str) -> Element {
        self.wait("css selector", selector).unwrap_or_else(|| self.fail(&format!("there is no {selector}")))
    }

    fn wait(&self, using: &str, value: &str) -> Option<Element> {
        let wanted = json!({ "using": using, "value": value });
        wait_for(|| {
            let found = self.driver.post("/element", &wanted).ok()?;
            found.get(ELEMENT)?.as_str().map(|id| Element(id.to_owned()))
        })
    }
}

/// Asks again and again until there is an answer or patience ends.
pub(crate) fn wait_for<T>(mut ask: impl FnMut() -> Option<T>) -> Option<T> {
    let started = Instant::now();
    loop {
        let answer = ask();
        if answer.is_some() || started.elapsed() > PATIENCE {
            return answer;
        }
        std::thread::sleep(LOOK_AGAIN);
    }
}

/// A field whose label begins with these words, or whose name or id they are.
pub(crate) fn field(words: &str) -> String {
    let words = quoted(words);
    format!(
        "//*[self::input[not(@type='hidden')] or self::select or self::textarea]\
         [@name={words} or @id={words} or @aria-label={words} \
         or @id=//label[starts-with(normalize-space(), {words})]/@for \
         or ancestor::label[starts-with(normalize-space(), {words})]]"
    )
}

/// What to click for a radio button or box: its label, which is what people click.
pub(crate) fn choice(words: &str) -> String {
    let (label, words) =
        (format!("//label[starts-with(normalize-space(), {})]", quoted(words)), quoted(words));
    let boxes = "@type='radio' or @type='checkbox'";
    format!(
        "{label}[.//input[{boxes}] or @for=//input[{boxes}]/@id] \
         | //input[{boxes}][@id={words} or @value={words} and not(ancestor::label) and not(@id=//label/@for)]"
    )
}

/// A button, link or summary that shows exactly these words to everybody.
pub(crate) fn pressable(words: &str) -> String {
    let words = quoted(words);
    format!(
        "(//button | //a[@href] | //summary)[normalize-space()={words} or @aria-label={words}]\
         [not(@aria-hidden='true')] \
         | //input[@type='submit' or @type='button'][@value={words}]"
    )
}

pub(crate) fn group(path: &str) -> String {
    format!("({path})")
}

/// Words as XPath writes them; it knows no escapes, so quotes are joined in.
pub(crate) fn quoted(words: &str) -> String {
    if !words.contains('\'') {
        return format!("'{words}'");
    }
    let parts: Vec<String> = words.split('\'').map(|part| format!("'{part}'")).collect();
    format!("concat({})", parts.join(", \"'\", "))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn quotes_are_joined_in() {
        assert_eq!(quoted("E-mail"), "'E-mail'");
        assert_eq!(quoted("j'accepte"), "concat('j', \"'\", 'accepte')");
    }
}
