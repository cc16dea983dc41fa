//! Harmony: the administration of device insurance, in one binary.
//!
//! This crate is the outermost shell: the only one that reads the clock, draws randomness, and knows files, the network and
//! the command line. Everything it does it does by calling `app`, `web` and `story`.

mod cli;
mod clock;
mod decide;
mod demo;
mod inspect;
mod operate;
mod outlet;
mod product;
mod serve;
mod stories;
mod work;

use std::process::ExitCode;

use clap::Parser;

/// How a verb ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// Done: exit status 0.
    Done,
    /// The answer is no: exit status 1.
    No,
}

/// Why a verb could not be carried out: one line that says what and where. Exit status 2.
type Wrong = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    let filter = tracing_subscriber::EnvFilter::try_from_env("HARMONY_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let cli = cli::Cli::parse();
    match cli::run(&cli) {
        Ok(End::Done) => ExitCode::SUCCESS,
        Ok(End::No) => ExitCode::from(1),
        Err(error) => {
            let text = error.to_string().replace('\n', " ");
            eprintln!("harmony: {text}");
            ExitCode::from(2)
        }
    }
}
