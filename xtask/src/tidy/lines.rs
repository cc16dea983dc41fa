//! What a line, and a file, may not hold.

use crate::workspace::Text;

/// A file holds one idea; nobody reads a longer one from top to bottom.
const LONGEST_FILE: usize = 600;

/// Not code: the specification, conditions as long as their wording is, scenarios.
const MAY_BE_LONG: [&str; 3] = ["docs/", "products/", "stories/"];

/// Endings that the limit on length holds for.
const LIMITED: [&str; 6] = ["rs", "html", "css", "js", "sql", "toml"];

pub(crate) fn check(texts: &[Text]) -> Vec<String> {
    let mut faults = Vec::new();
    for text in texts {
        check_file(text, &mut faults);
        for (index, line) in text.body.lines().enumerate() {
            if let Some(fault) = fault_of(text, line) {
                faults.push(format!("{}:{}: {fault}", text.path, index + 1));
            }
        }
    }
    faults
}

fn check_file(text: &Text, faults: &mut Vec<String>) {
    let length = text.body.lines().count();
    let limited = LIMITED.iter().any(|ending| text.is(ending));
    if limited && length > LONGEST_FILE && !MAY_BE_LONG.iter().any(|folder| text.path.starts_with(folder)) {
        faults.push(format!("{}: {length} lines; the limit is {LONGEST_FILE}: cut it by ideas", text.path));
    }
    if !text.body.is_empty() && !text.body.ends_with('\n') {
        faults.push(format!("{}: the last line has no end", text.path));
    }
}

fn fault_of(text: &Text, line: &str) -> Option<String> {
    if line.contains('\r') {
        return Some("carriage return".to_owned());
    }
    if line.contains('\t') {
        return Some("tab".to_owned());
    }
    if line.ends_with(' ') && !is_captured(text) {
        return Some("space at the end of the line".to_owned());
    }
    if line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ") {
        return Some("left over from a merge".to_owned());
    }
    for place in places_of_one_machine() {
        if line.contains(&place) {
            return Some(format!("`{place}` is a place on one machine"));
        }
    }
    if text.is("rs") { fault_of_code(text, line) } else { None }
}

/// Expected outputs and samples are kept as they were captured.
fn is_captured(text: &Text) -> bool {
    text.path.contains("/snapshots/")
        || text.path.contains("/samples/")
        || text.path.contains("/fonts/")
        || text.is("md")
}

fn fault_of_code(text: &Text, line: &str) -> Option<String> {
    let code = line.trim_start();
    if code.starts_with("//") || text.path == "xtask/src/tidy/lines.rs" {
        return None;
    }
    let words = [
        ("todo!(", "build it or leave it out"),
        ("unimplemented!(", "build it or leave it out"),
        ("dbg!(", "a leftover"),
        ("#[allow(", "use `#[expect(…, reason = \"…\")]`"),
        ("#![allow(", "use `#![expect(…, reason = \"…\")]`"),
        ("#[ignore]", "say why: `#[ignore = \"…\"]`"),
    ];
    words.iter().find(|(word, _)| code.contains(word)).map(|(word, advice)| format!("`{word}`: {advice}"))
}

/// Home folders, put together here so that this file does not name them.
fn places_of_one_machine() -> [String; 3] {
    ["root", "home", "Users"].map(|folder| format!("/{folder}/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_line(line: &str, is_fault: bool) {
        let text = Text { path: "crates/kernel/src/lib.rs".to_owned(), body: String::new() };
        assert_eq!(fault_of(&text, line).is_some(), is_fault, "{line}");
    }

    #[test]
    fn lines_are_judged() {
        check_line("let sum = one + two;", false);
        check_line("let sum = one;  ", true);
        check_line("\tlet sum = one;", true);
        check_line("    todo!()", true);
        check_line("    // todo!() is what we do not write", false);
        check_line("#[allow(dead_code)]", true);
        check_line("#[expect(dead_code, reason = \"used by the next file\")]", false);
        check_line("#[ignore]", true);
        check_line("#[ignore = \"takes an hour\"]", false);
        check_line(&format!("include_str!(\"{}me/x\")", places_of_one_machine()[1]), true);
        check_line("get(\"/portal/home\")", false);
    }
}
