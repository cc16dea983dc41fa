//! Everything that must hold before a change is kept, one step after the other.

use crate::pg::Cluster;
use crate::report::{Counts, Failure, Report, Stop};
use crate::run;
use crate::suite::{Ran, Suite};
use crate::tidy;
use crate::tools::{self, Need};

/// What the tests need beyond Rust and a C compiler.
const NEEDS: &[Need] = &[tools::POSTGRES, tools::BROWSER, tools::FONTS, tools::XMLLINT];

pub(crate) struct Options {
    /// Leave out what takes long: PostgreSQL, the browser, licences.
    pub(crate) fast: bool,
    /// Only these crates; empty means all.
    pub(crate) only: Vec<String>,
}

/// `cargo xtask test`: all that CI does. The answer is whether all is well.
pub(crate) fn test(options: Options) -> bool {
    let mut report = Report::new();
    let _ = all_steps(&mut report, options);
    report.close()
}

/// `cargo xtask lint`: the checks that run no test.
pub(crate) fn lint(only: Vec<String>) -> bool {
    let mut report = Report::new();
    let suite = Suite { only, postgres: None };
    let _ = checks(&mut report, &suite.only).and_then(|()| clippy(&mut report, &suite));
    report.close()
}

/// `cargo xtask browser [NAME…]`: the tests that drive a browser.
pub(crate) fn browser(words: &[String]) -> bool {
    let mut report = Report::new();
    let _ = match provide(&mut report, &[tools::BROWSER, tools::FONTS]) {
        Ok(_) => {
            let suite = Suite::default();
            build(&mut report, &suite).and_then(|()| browser_tests(&mut report, &suite, words))
        }
        Err(stop) => Err(stop),
    };
    report.close()
}

fn all_steps(report: &mut Report, options: Options) -> Result<(), Stop> {
    let Options { fast, only } = options;
    let missing = if fast { Vec::new() } else { provide(report, NEEDS)? };
    let has = |need: &Need| !missing.contains(&need.name);

    checks(report, &only)?;
    if fast {
        report.skip(1, "licences and sources (--fast)");
    } else {
        report.step(
            "dependencies",
            "see deny.toml: take another crate, or allow it there and say why",
            deny,
        )?;
    }
    let mut suite = Suite { only, postgres: None };
    clippy(report, &suite)?;

    build(report, &suite)?;

    let mut cluster = None;
    if fast {
        report.skip(0, "tests on PostgreSQL (--fast)");
    } else if has(&tools::POSTGRES) {
        suite.postgres = postgres(report, &mut cluster)?;
    }
    let help = "run one test with `cargo test -p CRATE NAME`";
    tests(report, "tests", help, || suite.run_tests())?;
    tests(report, "doc tests", "run one with `cargo test --doc -p CRATE NAME`", || suite.run_doc_tests())?;
    if fast {
        report.skip(0, "browser tests (--fast)");
    } else if suite.has_browser() {
        browser_tests(report, &suite, &[])?;
    }
    Ok(())
}

/// Installs what is missing and gives the names of what cannot be had. In CI that is a failure.
fn provide(report: &mut Report, needs: &'static [Need]) -> Result<Vec<&'static str>, Stop> {
    let mut missing = Vec::new();
    report.step("tools", "install what is named above", || {
        missing = tools::provide(needs);
        if run::is_ci() && !missing.is_empty() {
            let advice: Vec<String> = missing.iter().map(|need| need.advice()).collect();
            return Err(advice.join("; ").into());
        }
        Ok(Counts::default())
    })?;
    for need in &missing {
        // Tests that note themselves what they leave out are counted one by one.
        let noted = [tools::POSTGRES.name, tools::BROWSER.name].contains(&need.name);
        report.skip(u64::from(!noted), &need.advice());
    }
    Ok(missing.into_iter().map(|need| need.name).collect())
}

fn checks(report: &mut Report, only: &[String]) -> Result<(), Stop> {
    report.step("format", "run `cargo fmt --all`; the files are named above", || {
        let mut command = run::cargo();
        command.arg("fmt");
        if only.is_empty() {
            command.arg("--all");
        }
        command.args(only.iter().flat_map(|name| ["--package", name]));
        run::run(command.args(["--check", "--", "--files-with-diff"]))?;
        Ok(Counts::ONE)
    })?;
    report.step("tidy", "each line above names a file and what is wrong there", || {
        let tidy::Outcome { mut faults, mut counts } = tidy::check();
        if !only.is_empty() {
            faults.retain(|fault| only.iter().any(|name| fault.contains(&format!("{name}/"))));
            counts = Counts::ONE;
        }
        for fault in &faults {
            println!("{fault}");
        }
        match faults.len() {
            0 => Ok(counts),
            faults => Err(Failure { what: format!("{faults} faults"), counts }),
        }
    })
}

fn clippy(report: &mut Report, suite: &Suite) -> Result<(), Stop> {
    report.step("clippy", "mend what it names; an exception is `#[expect(…, reason = \"…\")]`", || {
        run::run(&mut suite.clippy())?;
        Ok(Counts::ONE)
    })
}

fn build(report: &mut Report, suite: &Suite) -> Result<(), Stop> {
    report.step("build", "mend what the compiler names", || {
        suite.build_all()?;
        Ok(Counts::default())
    })
}

fn deny() -> Result<Counts, Failure> {
    let path = match tools::cargo_deny() {
        Ok(path) => path,
        Err(error) if run::is_ci() => return Err(error.into()),
        Err(error) => {
            println!("skipped: cargo-deny is missing ({error}); run `cargo install cargo-deny`");
            return Ok(Counts { skipped: 1, ..Counts::default() });
        }
    };
    // It looks at the crates for every target, also those that are not built here.
    run::run(run::cargo().args(["fetch", "--quiet"]))?;
    let mut command = std::process::Command::new(path);
    command.current_dir(crate::workspace::root());
    run::run(command.args(["--offline", "--log-level", "error", "check", "bans", "licenses", "sources"]))?;
    Ok(Counts::ONE)
}

/// The server the tests use: the one named in the environment, else a throw-away cluster.
fn postgres(report: &mut Report, cluster: &mut Option<Cluster>) -> Result<Option<String>, Stop> {
    if let Ok(url) = std::env::var("HARMONY_TEST_POSTGRES") {
        return Ok(Some(url));
    }
    let mut url = None;
    report.step(
        "PostgreSQL",
        "see what the server said above; a free port and a writable /tmp are needed",
        || {
            let started = Cluster::start()?;
            println!("{}", started.url());
            url = Some(started.url().to_owned());
            *cluster = Some(started);
            Ok(Counts::default())
        },
    )?;
    Ok(url)
}

fn browser_tests(report: &mut Report, suite: &Suite, words: &[String]) -> Result<(), Stop> {
    let help = "screenshots and pages of what failed are in the target folder under `screenshots`; \
                run one with `cargo xtask browser NAME`";
    tests(report, "browser tests", help, || suite.run_browser_tests(words))
}

fn tests(
    report: &mut Report,
    name: &str,
    help: &str,
    work: impl FnOnce() -> Result<Ran, Failure>,
) -> Result<(), Stop> {
    let mut skipped = Vec::new();
    let outcome = report.step(name, help, || {
        let ran = work()?;
        let ignored = ran.counts.skipped.saturating_sub(ran.skipped.len() as u64);
        skipped = ran.skipped;
        if ignored > 0 {
            skipped.push(format!("{ignored} {name} marked #[ignore = \"…\"]"));
        }
        Ok(ran.counts)
    });
    for why in skipped {
        report.say_skipped(why);
    }
    outcome
}
