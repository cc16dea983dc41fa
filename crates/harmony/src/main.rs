//! Harmony: the administration of device insurance, in one binary.
//!
//! This crate is the outermost shell: the only one that reads the clock, draws randomness, and knows files, the network and
//! the command line. Everything it does it does by calling `app`, `web` and `story`.

mod bank;
mod cli;
mod clock;
mod decide;
mod demo;
mod inspect;
mod operate;
mod outlet;
mod portfolio;
mod product;
mod serve;
mod simulate;
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
    let cli = match cli::Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return not_understood(&error),
    };
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

/// Answers a call that was not understood, in one line; or the help that was asked for.
fn not_understood(error: &clap::Error) -> ExitCode {
    use clap::error::ErrorKind;
    let kind = error.kind();
    if !error.use_stderr() || kind == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        // Help that cannot be printed has no reader.
        let _printed = error.print();
        return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
    }
    let text = error.to_string();
    let said: Vec<&str> = text.lines().map(str::trim).take_while(|line| !line.is_empty()).collect();
    let said = said.join(" ");
    eprintln!("harmony: {} (harmony --help tells how it is called)", said.trim_start_matches("error: "));
    ExitCode::from(2)
}
