//! A rule ID that is named anywhere must be defined in the rulebook.

use crate::rulebook;
use crate::rules;
use crate::workspace::Text;

/// A line that names an unknown ID on purpose (a test of what happens then) says so.
const ON_PURPOSE: &str = "no such rule";

pub(crate) fn check(texts: &[Text]) -> Vec<String> {
    let book = rules::book(texts);
    let mut faults = Vec::new();
    let looked_at = |text: &&Text| {
        !rules::is_source(text)
            && !text.path.starts_with("xtask/")
            && ["crates/", "products/", "stories/", "docs/"]
                .iter()
                .any(|folder| text.path.starts_with(folder))
    };
    for text in texts.iter().filter(looked_at) {
        for (index, line) in text.body.lines().enumerate().filter(|(_, line)| !line.contains(ON_PURPOSE)) {
            for id in rulebook::named_ids(line).into_iter().filter(|id| book.is_unknown(id)) {
                faults.push(format!(
                    "{}:{}: there is no rule {id} (on purpose? write `{ON_PURPOSE}` on that line)",
                    text.path,
                    index + 1
                ));
            }
        }
    }
    faults
}
