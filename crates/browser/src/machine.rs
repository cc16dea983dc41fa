//! What this machine has: the programs, the target folder, processes that end with their owner.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// A program the tests need, by its names and the variable that may name another one.
#[derive(Clone, Copy, Debug)]
pub enum Program {
    /// `chromium`, or the file named by `HARMONY_CHROMIUM`.
    Chromium,
    /// `chromedriver`, or the file named by `HARMONY_CHROMEDRIVER`.
    ChromeDriver,
    /// The binary under test, built in the same target folder, or the file named by `HARMONY_BIN`.
    Harmony,
}

impl Program {
    /// Where it is, if it is there.
    pub fn path(self) -> Option<PathBuf> {
        let (variable, names): (&str, &[&str]) = match self {
            Self::Chromium => ("HARMONY_CHROMIUM", &["chromium", "chromium-browser", "google-chrome"]),
            Self::ChromeDriver => ("HARMONY_CHROMEDRIVER", &["chromedriver"]),
            Self::Harmony => ("HARMONY_BIN", &[]),
        };
        if let Some(path) = std::env::var_os(variable) {
            return Some(PathBuf::from(path));
        }
        if matches!(self, Self::Harmony) {
            let name = format!("harmony{}", std::env::consts::EXE_SUFFIX);
            return Some(profile_folder().join(name)).filter(|path| path.is_file());
        }
        let folders = std::env::var_os("PATH").unwrap_or_default();
        let folders: Vec<PathBuf> = std::env::split_paths(&folders).collect();
        names
            .iter()
            .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
            .find(|path| path.is_file())
    }
}

/// Whether pages can be opened here. A test that cannot run notes this for `cargo xtask test`, which counts it, and
/// returns; in CI it fails instead.
#[track_caller]
pub fn is_available(test: &str) -> bool {
    let missing =
        [Program::Chromium, Program::ChromeDriver].into_iter().find(|program| program.path().is_none());
    let Some(missing) = missing else { return true };
    assert!(std::env::var_os("CI").is_none(), "{missing:?} is missing");
    eprintln!("skipped {test}: {missing:?} is missing");
    if let Some(notes) = std::env::var_os("HARMONY_TEST_SKIPS") {
        let file = std::fs::OpenOptions::new().create(true).append(true).open(notes);
        if let Ok(mut file) = file {
            use std::io::Write as _;
            let _ = writeln!(file, "{test}: {missing:?} is missing");
        }
    }
    false
}

/// The folder that pictures go to.
pub(crate) fn screenshots() -> PathBuf {
    let folder = profile_folder().parent().map_or_else(|| "target".into(), PathBuf::from).join("screenshots");
    std::fs::create_dir_all(&folder).expect("the target folder can be written");
    folder
}

/// `target/debug`, where the test binary lies in `target/debug/deps`.
fn profile_folder() -> PathBuf {
    let exe = std::env::current_exe().expect("a running program has a path");
    let folder = exe.ancestors().skip(1).find(|folder| folder.file_name().is_none_or(|name| name != "deps"));
    folder.expect("a file lies in a folder").to_path_buf()
}

/// A process that ends when this value does.
pub(crate) struct Process {
    child: Child,
}

impl Process {
    /// Starts `command` and waits until it prints a line that `sought` finds something in.
    pub(crate) fn start<T: Send + 'static>(
        command: &mut Command,
        limit: Duration,
        sought: impl Fn(&str) -> Option<T> + Send + 'static,
    ) -> Result<(Self, T), String> {
        let name = command.get_program().to_string_lossy().into_owned();
        let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
        let mut process =
            Self { child: child.map_err(|error| format!("{name} cannot be started: {error}"))? };
        let stdout = process.child.stdout.take().expect("stdout is piped");
        let (sender, receiver) = mpsc::channel();
        std::thread::spawn(move || drain(stdout, sought, &sender));
        match receiver.recv_timeout(limit) {
            Ok(found) => Ok((process, found)),
            Err(mpsc::RecvTimeoutError::Timeout) => Err(format!("{name} was not ready after {limit:?}")),
            Err(mpsc::RecvTimeoutError::Disconnected) => {
                let status =
                    process.child.wait().map_or_else(|error| error.to_string(), |status| status.to_string());
                Err(format!("{name} ended before it was ready: {status}"))
            }
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Reads to the end, so that the process never waits for a reader.
fn drain<T>(stdout: ChildStdout, sought: impl Fn(&str) -> Option<T>, sender: &mpsc::Sender<T>) {
    let mut found = false;
    for line in BufReader::new(stdout).lines().map_while(Result::ok) {
        if let Some(value) = sought(&line).filter(|_| !found) {
            found = true;
            let _ = sender.send(value);
        }
    }
}
