//! Steps with their times, what was counted, and the one summary at the end.

use std::time::{Duration, Instant};

/// What was run and how it ended.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    pub(crate) skipped: u64,
}

impl Counts {
    pub(crate) const ONE: Self = Self { passed: 1, failed: 0, skipped: 0 };

    pub(crate) fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

/// Why a step did not succeed, with what it counted until then.
pub(crate) struct Failure {
    pub(crate) what: String,
    pub(crate) counts: Counts,
}

impl From<String> for Failure {
    fn from(what: String) -> Self {
        Self { what, counts: Counts::default() }
    }
}

/// A step has failed; the rest is not run.
pub(crate) struct Stop;

pub(crate) struct Report {
    started: Instant,
    lines: Vec<(String, Duration, bool)>,
    skipped: Vec<String>,
    counts: Counts,
}

impl Report {
    pub(crate) fn new() -> Self {
        Self { started: Instant::now(), lines: Vec::new(), skipped: Vec::new(), counts: Counts::default() }
    }

    /// Runs one step. `help` says what to do when it fails.
    pub(crate) fn step(
        &mut self,
        name: &str,
        help: &str,
        work: impl FnOnce() -> Result<Counts, Failure>,
    ) -> Result<(), Stop> {
        println!("\n── {name}");
        let started = Instant::now();
        let outcome = work();
        let took = started.elapsed();
        self.lines.push((name.to_owned(), took, outcome.is_ok()));
        match outcome {
            Ok(counts) => {
                self.counts.add(counts);
                println!("── {name}: done in {}", seconds(took));
                Ok(())
            }
            Err(mut failure) => {
                failure.counts.failed = failure.counts.failed.max(1);
                self.counts.add(failure.counts);
                println!("── {name}: FAILED after {}: {}", seconds(took), failure.what);
                println!("   what to do: {help}");
                Err(Stop)
            }
        }
    }

    /// Notes that `count` tests or checks were left out, and why.
    pub(crate) fn skip(&mut self, count: u64, why: &str) {
        println!("── skipped: {why}");
        self.counts.skipped += count;
        self.skipped.push(why.to_owned());
    }

    /// Notes why tests that are already in the counts were left out.
    pub(crate) fn say_skipped(&mut self, why: String) {
        self.skipped.push(why);
    }

    /// Prints the summary; its last line is `N passed, N failed, N skipped`.
    pub(crate) fn close(self) -> bool {
        println!("\n── summary");
        for (name, took, passed) in &self.lines {
            println!("{:>9}  {}  {name}", seconds(*took), if *passed { "ok    " } else { "FAILED" });
        }
        println!("{:>9}  in all", seconds(self.started.elapsed()));
        for why in &self.skipped {
            println!("  skipped: {why}");
        }
        let Counts { passed, failed, skipped } = self.counts;
        println!("\n{passed} passed, {failed} failed, {skipped} skipped");
        failed == 0
    }
}

fn seconds(took: Duration) -> String {
    format!("{:.1} s", took.as_secs_f64())
}
