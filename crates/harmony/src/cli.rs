//! The command line.

use std::{net::SocketAddr, path::PathBuf};

use app::{App, open::Installation, screening::NamedList};
use clap::{Args, Parser, Subcommand};
use kernel::{Country, Date, Instant};

use crate::{
    End, Wrong, bank, clock, decide, inspect, operate, portfolio, product, serve,
    simulate::{self, SimulateArgs},
    stories,
};

/// The administration of device insurance: portal, desk and daily run in one binary.
///
/// What a person reads goes to standard output, logs to standard error. Exit status: 0 done; 1 the answer is no; 2 the call
/// or the input was wrong, with one line that says what and where.
#[derive(Debug, Parser)]
#[command(name = "harmony", version)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) place: Place,
    #[command(subcommand)]
    verb: Verb,
}

/// Where the data is.
#[derive(Debug, Args)]
pub(crate) struct Place {
    /// Data folder: keys, attachments, letters, bank files, and the database unless it is elsewhere.
    #[arg(long, global = true, default_value = "harmony-data", env = "HARMONY_DATA")]
    pub(crate) data: PathBuf,
    /// Database: sqlite:PATH or postgres://USER@HOST/DATABASE.
    #[arg(long, global = true, env = "HARMONY_DATABASE", hide_env_values = true)]
    pub(crate) database: Option<String>,
    /// Print JSON in place of text.
    #[arg(long, global = true)]
    pub(crate) json: bool,
}

impl Place {
    /// The installation; links in mails begin with `portal_url`.
    pub(crate) fn installation(&self, portal_url: &str) -> Installation {
        Installation {
            folder: self.data.clone(),
            database: self.database.clone(),
            portal_url: portal_url.to_owned(),
        }
    }

    /// Opens it for a verb that needs no address of its own.
    pub(crate) fn open(&self) -> Result<App, Wrong> {
        let installation = self.installation("http://localhost:8080");
        Ok(app::open::open(
            &installation,
            Box::new(NamedList::default()),
            clock::entropy(),
            clock::system_now(),
        )?)
    }
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Portal, desk and the daily run.
    Serve(ServeArgs),
    /// The daily run by hand, day by day.
    Day {
        /// Run every day up to this one; today when left out.
        #[arg(long)]
        until: Option<Date>,
        /// First day; the last one run when left out.
        #[arg(long)]
        from: Option<Date>,
    },
    /// Decide one claim: facts as TOML or JSON against a product version.
    Decide {
        /// The file, or - for standard input.
        file: PathBuf,
    },
    /// The cover timeline of a policy and what made each boundary.
    Cover {
        /// Policy number.
        policy: kernel::PolicyNumber,
        /// Only whether there was cover at this local time, such as 2026-03-01T14:05.
        #[arg(long)]
        at: Option<String>,
        /// As known at this local time; now when left out.
        #[arg(long)]
        known: Option<String>,
    },
    /// Work on conditions as data.
    #[command(subcommand)]
    Product(product::Verb),
    /// Play story files; prints every expectation that fails.
    Story {
        /// Story files.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Years of an invented portfolio with faults, from a seed, every invariant checked every day.
    ///
    /// Needs no data folder: plays on SQLite in a folder of its own, or on the empty database that --database names. Exit
    /// status 1 when an invariant breaks; the history is then reduced to the few decisions that bring it about.
    Simulate(SimulateArgs),
    /// Files of the bank.
    #[command(subcommand)]
    Bank(bank::Verb),
    /// Take over an existing portfolio: policies, persons, devices, mandates and balances.
    ///
    /// Lists every problem by sheet, row and column; takes over all of it, or with a problem nothing (exit status 1).
    Import {
        /// A workbook (.xlsx), or a folder with a CSV file for each sheet.
        path: PathBuf,
        /// Day of the takeover; today when left out.
        #[arg(long)]
        on: Option<Date>,
        /// Only look: what an import would find.
        #[arg(long)]
        check: bool,
    },
    /// Write the policies that run in the format that import reads.
    Export {
        /// A workbook that ends in .xlsx, or a folder for CSV files. Files that are there already are left alone.
        path: PathBuf,
        /// Only the sheets and headings, to be filled in.
        #[arg(long)]
        empty: bool,
    },
    /// Check every invariant over the whole database.
    Verify,
    /// Bring the database's schema up to date.
    Migrate,
    /// Is this installation well?
    Doctor,
    /// People of the desk.
    #[command(subcommand)]
    User(operate::UserVerb),
}

/// How to serve.
#[derive(Debug, Args)]
pub(crate) struct ServeArgs {
    /// First fill a small, lifelike portfolio, and print who can log in.
    #[arg(long)]
    pub(crate) demo: bool,
    /// Address to listen on; port 0 takes a free one.
    #[arg(long, default_value = "127.0.0.1:8080")]
    pub(crate) listen: SocketAddr,
    /// Address of the portal as customers type it; links in mails begin with it.
    #[arg(long)]
    pub(crate) portal_url: Option<String>,
    /// Let the business clock begin at this local time, such as 2026-03-01T09:00, to play another day.
    #[arg(long)]
    pub(crate) now: Option<String>,
    /// Mail server, such as smtps://USER:PASSWORD@HOST; without it mails are files in the data folder.
    #[arg(long, env = "HARMONY_SMTP", hide_env_values = true)]
    pub(crate) smtp: Option<String>,
    /// Sender of mails.
    #[arg(long, default_value = "Harmony <customercare@harmony.nl>")]
    pub(crate) mail_from: String,
}

pub(crate) fn run(cli: &Cli) -> Result<End, Wrong> {
    let place = &cli.place;
    match &cli.verb {
        Verb::Serve(args) => serve::serve(place, args),
        Verb::Day { until, from } => operate::day(place, *from, *until),
        Verb::Decide { file } => decide::decide(place, file),
        Verb::Cover { policy, at, known } => inspect::cover(place, policy, at.as_deref(), known.as_deref()),
        Verb::Product(verb) => product::run(place, verb),
        Verb::Story { files } => stories::play(place, files),
        Verb::Simulate(args) => simulate::simulate(place, args),
        Verb::Bank(verb) => bank::run(place, verb),
        Verb::Import { path, on, check } => portfolio::import(place, path, *on, *check),
        Verb::Export { path, empty } => portfolio::export(place, path, *empty),
        Verb::Verify => operate::verify(place),
        Verb::Migrate => operate::migrate(place),
        Verb::Doctor => operate::doctor(place),
        Verb::User(verb) => operate::user(place, verb),
    }
}

/// Reads a Dutch local time such as `2026-03-01T14:05`.
pub(crate) fn local(text: &str) -> Result<Instant, Wrong> {
    let wrong = || format!("`{text}` is not a local time: write it as 2026-03-01T14:05");
    let time: jiff::civil::DateTime = text.replacen(' ', "T", 1).parse().map_err(|_| wrong())?;
    Ok(time.to_zoned(Country::Nl.time_zone()).map_err(|_| wrong())?.timestamp())
}

/// A local time as people read it.
pub(crate) fn shown(at: Instant, country: Country) -> String {
    at.to_zoned(country.time_zone()).strftime("%Y-%m-%d %H:%M").to_string()
}
