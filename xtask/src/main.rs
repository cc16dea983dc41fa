//! The project's own tasks: `cargo xtask test` does all that CI does.

mod carried;
mod ci;
mod pg;
mod report;
mod rulebook;
mod rules;
mod run;
mod suite;
mod tidy;
mod tools;
mod user;
mod workspace;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask TASK

  test [--fast]    all that CI does; --fast leaves out PostgreSQL, the browser and licences
  lint             format, tidy, clippy
  tidy             the project's own rules of style and structure
  browser [NAME]   the tests that drive a browser, all or those whose name contains NAME
  pg               a throw-away PostgreSQL server until Ctrl-C; prints its URL
  rules [FAMILY…]  how many rules of docs/rulebook.md code, data, texts, tests and stories carry
        [--missing]  those that lack one, with what they say; [--rule ID]  the places of one

`test` and `lint` take `-p CRATE` (more than once) to look at those crates only.
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match perform(&words) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(what) => {
            eprintln!("{what}\n\n{USAGE}");
            ExitCode::from(2)
        }
    }
}

fn perform(words: &[String]) -> Result<bool, String> {
    let (task, rest) = words.split_first().ok_or("which task?")?;
    match task.as_str() {
        "test" => {
            let fast = rest.iter().any(|word| word == "--fast");
            let rest: Vec<String> = rest.iter().filter(|word| *word != "--fast").cloned().collect();
            Ok(ci::test(ci::Options { fast, only: crates(&rest)? }))
        }
        "lint" => Ok(ci::lint(crates(rest)?)),
        "browser" => Ok(ci::browser(rest)),
        "tidy" => none(rest).map(|()| tidy::print()),
        "rules" => rules::Question::read(rest).map(|question| rules::print(&question)),
        "pg" => none(rest).and_then(|()| serve_postgres()),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(true)
        }
        other => Err(format!("there is no task `{other}`")),
    }
}

fn crates(words: &[String]) -> Result<Vec<String>, String> {
    let mut names = Vec::new();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "-p" | "--package" => names.push(words.next().ok_or("-p needs the name of a crate")?.clone()),
            other => return Err(format!("what is `{other}`?")),
        }
    }
    Ok(names)
}

fn none(words: &[String]) -> Result<(), String> {
    words.first().map_or(Ok(()), |word| Err(format!("what is `{word}`?")))
}

fn serve_postgres() -> Result<bool, String> {
    let needs: &'static [tools::Need] = &[tools::POSTGRES];
    if let Some(missing) = tools::provide(needs).first() {
        return Err(missing.advice());
    }
    let cluster = pg::Cluster::start()?;
    println!("{}\nCtrl-C stops it and removes its data.", cluster.url());
    loop {
        std::thread::park();
    }
}
