//! Links and pictures in the project's pages lead to files that exist.

use std::path::Path;

use crate::workspace::{self, Text};

pub(crate) fn check(texts: &[Text]) -> Vec<String> {
    let root = workspace::root();
    let mut faults = Vec::new();
    for text in texts.iter().filter(|text| text.is("md")) {
        let folder = Path::new(&text.path).parent().unwrap_or(Path::new(""));
        for (index, line) in text.body.lines().enumerate() {
            for target in targets(line) {
                if !root.join(folder).join(target).exists() {
                    faults.push(format!("{}:{}: there is no {target}", text.path, index + 1));
                }
            }
        }
    }
    faults
}

/// The relative targets of `[text](target)` on a line, without their anchors.
fn targets(line: &str) -> impl Iterator<Item = &str> {
    line.split("](").skip(1).filter_map(|rest| rest.split(')').next()).filter_map(|target| {
        let file = target.split(['#', ' ']).next().unwrap_or_default();
        let elsewhere = file.is_empty() || file.contains(':') || file.starts_with('/');
        (!elsewhere).then_some(file)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_relative_targets_are_looked_at() {
        let line = "[a](docs/a.md#x), [b](https://example.org/b), ![c](c.png \"C\"), [d](#d), [e](mailto:e@example.org)";
        assert_eq!(targets(line).collect::<Vec<_>>(), ["docs/a.md", "c.png"]);
    }
}
