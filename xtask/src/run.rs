//! Running other programs.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Stdio};
use std::thread;

/// The `cargo` that started this program.
pub(crate) fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(crate::workspace::root());
    if is_ci() {
        command.env("CARGO_INCREMENTAL", "0");
    }
    command
}

/// Whether nothing may be left out: a missing tool is then a failure.
pub(crate) fn is_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| !value.is_empty() && value != "false" && value != "0")
}

/// Runs `command` with its output shown; an error names how it ended.
pub(crate) fn run(command: &mut Command) -> Result<(), String> {
    show(command);
    let status = command.status().map_err(|error| cannot_start(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("{} ended with {status}", program(command))) }
}

/// Runs `command` with its output shown, and gives the lines it printed as well.
pub(crate) fn run_and_read(command: &mut Command) -> Result<(bool, Vec<String>), String> {
    show(command);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| cannot_start(command, &error))?;
    let stdout = child.stdout.take().expect("stdout is piped");
    let stderr = child.stderr.take().expect("stderr is piped");
    let errors = thread::spawn(move || tee(stderr, std::io::stderr()));
    let mut lines = tee(stdout, std::io::stdout());
    lines.extend(errors.join().map_err(|_| "reading its output failed".to_owned())?);
    let status = child.wait().map_err(|error| error.to_string())?;
    Ok((status.success(), lines))
}

fn tee(from: impl Read, mut to: impl Write) -> Vec<String> {
    let mut lines = Vec::new();
    for line in BufReader::new(from).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line).into_owned();
        if writeln!(to, "{line}").is_err() {
            break;
        }
        lines.push(line);
    }
    lines
}

fn show(command: &Command) {
    let words: Vec<_> = command.get_args().map(|word| word.to_string_lossy()).collect();
    println!("$ {} {}", program(command), words.join(" "));
}

fn program(command: &Command) -> String {
    let path = std::path::Path::new(command.get_program());
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

fn cannot_start(command: &Command, error: &std::io::Error) -> String {
    format!("{} cannot be started: {error}", program(command))
}
