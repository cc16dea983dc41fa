//! `harmony import` and `harmony export`: a portfolio in and out.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use app::portfolio::{self, BYTES_MAX, Report};
use kernel::{Actor, Channel, Country, Date, Id, Role};

use crate::{End, Wrong, cli::Place, clock};

/// Most files of a folder that are looked at.
const FILES_MAX: usize = 50;

/// Takes a portfolio over, or only looks (`check`).
pub(crate) fn import(place: &Place, path: &Path, on: Option<Date>, check: bool) -> Result<End, Wrong> {
    let now = clock::system_now();
    let on = on.unwrap_or_else(|| kernel::local_date(now, Country::Nl));
    let (book, problems) = portfolio::read(&files(path)?);
    let app = place.open()?;
    let report = if check {
        portfolio::dry_run(&app, now, on, book, problems)?
    } else {
        let operator = Actor::new(Id::from_i64(2).expect("two is an id"), Role::Operator, Channel::Machine);
        portfolio::import(&app, now, &operator, on, (book, problems), |done, all| {
            eprintln!("{done} of {all} policies");
        })?
    };
    if place.json {
        println!("{}", serde_json::to_string(&report).map_err(|error| error.to_string())?);
    } else {
        tell(&report, on, check);
    }
    std::io::stdout().flush()?;
    Ok(if report.problem_count == 0 { End::Done } else { End::No })
}

fn tell(report: &Report, on: Date, check: bool) {
    for problem in &report.problems {
        println!("{problem}");
    }
    let listed = report.problems.len() as u64;
    if report.problem_count > listed {
        println!("… and {} more", report.problem_count - listed);
    }
    let persons = counted(report.persons, "person", "persons");
    let policies = counted(report.policies, "policy", "policies");
    if report.already {
        println!("this portfolio was taken over before: nothing to do");
    } else if report.problem_count > 0 {
        println!("{}: nothing was taken over", counted(report.problem_count, "problem", "problems"));
    } else if check {
        println!("no problems: {policies} of {persons} can be taken over as of {on}");
    } else {
        println!("taken over as of {on}: {policies} of {persons}");
    }
}

/// Reads a workbook, or the CSV files of a folder.
fn files(path: &Path) -> Result<Vec<(String, Vec<u8>)>, Wrong> {
    let paths: Vec<PathBuf> = if path.is_dir() {
        let entries = fs::read_dir(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let mut paths = Vec::new();
        for entry in entries.take(FILES_MAX) {
            let found = entry.map_err(|error| format!("{}: {error}", path.display()))?.path();
            if found.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv")) {
                paths.push(found);
            }
        }
        paths
    } else {
        vec![path.to_owned()]
    };
    let mut files = Vec::with_capacity(paths.len());
    for path in paths {
        let named = |error: std::io::Error| format!("{}: {error}", path.display());
        if fs::metadata(&path).map_err(named)?.len() > BYTES_MAX {
            return Err(format!("{}: larger than {} MB: split it", path.display(), BYTES_MAX >> 20).into());
        }
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        files.push((name, fs::read(&path).map_err(named)?));
    }
    Ok(files)
}

/// Gives the running policies to a workbook (`.xlsx`) or a folder; only the headings, to be filled in, if `empty`.
pub(crate) fn export(place: &Place, path: &Path, empty: bool) -> Result<End, Wrong> {
    let (book, given) = if empty {
        (portfolio::empty(), None)
    } else {
        let (app, now) = (place.open()?, clock::system_now());
        let app_ = app.clone();
        let given = app.db.read(move |tx| portfolio::give(&app_, tx, now))?;
        (given.book, Some((given.policies, given.left_out)))
    };
    if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("xlsx")) {
        write_private(path, &portfolio::workbook(&book)?)?;
    } else {
        fs::create_dir_all(path).map_err(|error| format!("{}: {error}", path.display()))?;
        for (name, bytes) in portfolio::csv_files(&book)? {
            write_private(&path.join(name), &bytes)?;
        }
    }
    let (policies, left_out) = given.unwrap_or_default();
    if place.json {
        println!("{}", serde_json::json!({ "policies": policies, "left_out": left_out }));
    } else {
        for (policy, what) in &left_out {
            println!("left out of {policy}: {what}");
        }
        println!("{}: {}", path.display(), counted(policies, "policy", "policies"));
    }
    Ok(End::Done)
}

fn counted(number: u64, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// Writes a new file that only its owner may read: it is full of personal data.
fn write_private(path: &Path, bytes: &[u8]) -> Result<(), Wrong> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(path).and_then(|mut file| file.write_all(bytes));
    written.map_err(|error| format!("{}: {error}", path.display()).into())
}
