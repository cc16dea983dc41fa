//! Running the workspace's own tests, and reading how many there were.
//!
//! By plain `cargo test`, one process a test program, on purpose: tests of a program share the template of their
//! databases. With a process a test, as other runners do it, the store's tests take four times as long.

use std::process::Command;

use crate::report::{Counts, Failure};
use crate::run;
use crate::workspace;

/// The crate, and its one test program, that drive a browser; a step of their own.
const BROWSER: &str = "browser";
/// The module in which all tests of that program lie.
const IN_BROWSER: &str = "in_browser::";

/// Which tests to run, and with what.
#[derive(Default, Clone)]
pub(crate) struct Suite {
    /// Only these crates; empty means all.
    pub(crate) only: Vec<String>,
    /// Base URL of a PostgreSQL server on which tests may create databases.
    pub(crate) postgres: Option<String>,
}

/// What a run gave: its counts, and what tests left out of themselves. A test notes that as a line of the file named
/// in `HARMONY_TEST_SKIPS`; it counts as skipped although the runner takes the rest of the test for passed.
pub(crate) struct Ran {
    pub(crate) counts: Counts,
    pub(crate) skipped: Vec<String>,
}

impl Suite {
    /// Everything the tests need: tests and programs are built together, so that nothing is compiled twice.
    pub(crate) fn build_all(&self) -> Result<(), Failure> {
        let mut command = self.cargo(&["build", "--quiet", "--bins", "--tests"]);
        Ok(run::run(command.args(self.selection()))?)
    }

    /// Whether the crate that drives a browser is among those looked at.
    pub(crate) fn has_browser(&self) -> bool {
        self.only.is_empty() || self.only.iter().any(|name| name == BROWSER)
    }

    /// All tests of the crates but the browser's.
    pub(crate) fn run_tests(&self) -> Result<Ran, Failure> {
        let mut command = self.cargo(&["test", "--tests", "--quiet", "--no-fail-fast"]);
        self.finish(command.args(self.selection()).args(["--", "--skip", IN_BROWSER]))
    }

    /// The tests that drive a browser; `words` choose among them by name.
    pub(crate) fn run_browser_tests(&self, words: &[String]) -> Result<Ran, Failure> {
        remove_old_evidence();
        let mut command = self.cargo(&["test", "--test", BROWSER, "--quiet"]);
        let mut ran = self.finish(command.args(self.selection()).arg("--").args(words))?;
        // One that finds no browser leaves itself out as a whole, so it did not pass.
        ran.counts.passed = ran.counts.passed.saturating_sub(ran.skipped.len() as u64);
        Ok(ran)
    }

    pub(crate) fn run_doc_tests(&self) -> Result<Ran, Failure> {
        let root = workspace::root();
        let mut command = self.cargo(&["test", "--doc"]);
        if self.only.is_empty() {
            command.arg("--workspace");
        } else {
            let with_library: Vec<&String> = self
                .only
                .iter()
                .filter(|name| root.join("crates").join(name).join("src/lib.rs").is_file())
                .collect();
            if with_library.is_empty() {
                return Ok(Ran { counts: Counts::default(), skipped: Vec::new() });
            }
            command.args(with_library.into_iter().flat_map(|name| ["--package", name]));
        }
        self.finish(&mut command)
    }

    pub(crate) fn clippy(&self) -> Command {
        let mut command = self.cargo(&["clippy", "--all-targets", "--quiet"]);
        command.args(self.selection()).args(["--", "-D", "warnings"]);
        command
    }

    fn finish(&self, command: &mut Command) -> Result<Ran, Failure> {
        let notes = workspace::target_dir().join(format!("skipped-tests-{}", std::process::id()));
        command.env("HARMONY_TEST_SKIPS", &notes);
        let (passed, lines) = run::run_and_read(command)?;
        let skipped: Vec<String> =
            std::fs::read_to_string(&notes).unwrap_or_default().lines().map(str::to_owned).collect();
        let _ = std::fs::remove_file(&notes);

        let mut counts = count(&lines);
        counts.skipped += skipped.len() as u64;
        if passed {
            return Ok(Ran { counts, skipped });
        }
        let what = match counts.failed {
            0 => "it does not compile".to_owned(),
            failed => format!("{failed} failed"),
        };
        Err(Failure { what, counts })
    }

    fn cargo(&self, words: &[&str]) -> Command {
        let mut command = run::cargo();
        command.args(words);
        if run::is_ci() {
            command.arg("--locked");
        }
        if let Some(url) = &self.postgres {
            command.env("HARMONY_TEST_POSTGRES", url);
        }
        command
    }

    fn selection(&self) -> Vec<String> {
        if self.only.is_empty() {
            return vec!["--workspace".to_owned()];
        }
        self.only.iter().flat_map(|name| ["--package".to_owned(), name.clone()]).collect()
    }
}

/// What failed the last time says nothing about this time.
fn remove_old_evidence() {
    let Ok(entries) = std::fs::read_dir(workspace::target_dir().join("screenshots")) else { return };
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with("failed-") {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

/// Reads the closing lines of `cargo test`, one a program.
fn count(lines: &[String]) -> Counts {
    let mut counts = Counts::default();
    for line in lines {
        let Some((_, numbers)) = line.split_once("test result: ") else { continue };
        for part in numbers.split([',', ';', '.']) {
            let mut words = part.split_whitespace();
            let Some(number) = words.next().and_then(|word| word.parse::<u64>().ok()) else { continue };
            match words.next() {
                Some("passed") => counts.passed += number,
                Some("failed") => counts.failed += number,
                Some("ignored") => counts.skipped += number,
                _ => {}
            }
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lines: &[&str], passed: u64, failed: u64, skipped: u64) {
        let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        assert_eq!(count(&lines), Counts { passed, failed, skipped });
    }

    #[test]
    fn closing_lines_are_counted() {
        check(
            &[
                "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 7 filtered out; finished in 0.00s",
                "test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out",
            ],
            4,
            2,
            1,
        );
        check(&["error: could not compile"], 0, 0, 0);
    }
}
