//! What the browser visits: the binary under test, or a few pages of a test's own.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use tempfile::TempDir;

use crate::machine::{Process, Program};

/// Filling the demo takes its time where the machine has other work too.
const START_LIMIT: Duration = Duration::from_secs(240);
/// What the binary prints when it can be visited; the address follows.
const READY: &str = "listening on ";

/// `harmony serve` on a free port, with a data folder of its own that goes when it ends, or with one of the test's.
pub struct Harmony {
    base: String,
    _process: Process,
    data: PathBuf,
    _own: Option<TempDir>,
}

impl Harmony {
    /// Starts the binary with an empty data folder; `flags` follow `serve`, such as `--demo` or `--database URL`.
    #[track_caller]
    pub fn start(flags: &[&str]) -> Self {
        Self::try_start(flags).unwrap_or_else(|what| panic!("{what}"))
    }

    /// Starts the binary on a data folder that stays when it ends, so that it can be started there again.
    #[track_caller]
    pub fn start_on(data: &Path, flags: &[&str]) -> Self {
        Self::try_start_on(data, flags).unwrap_or_else(|what| panic!("{what}"))
    }

    fn try_start(flags: &[&str]) -> Result<Self, String> {
        let own = tempfile::tempdir().map_err(|error| format!("no temporary folder: {error}"))?;
        let started = Self::try_start_on(own.path(), flags)?;
        Ok(Self { _own: Some(own), ..started })
    }

    fn try_start_on(data: &Path, flags: &[&str]) -> Result<Self, String> {
        let mut command = Command::new(binary()?);
        command.args(["serve", "--listen", "127.0.0.1:0", "--data"]).arg(data).args(flags);
        let (process, base) = Process::start(&mut command, START_LIMIT, address_in)?;
        Ok(Self { base, _process: process, data: data.to_owned(), _own: None })
    }

    /// Runs another verb of the binary on a data folder, with `input` as its standard input, and gives what it printed.
    #[track_caller]
    pub fn run(data: &Path, verb: &[&str], input: &str) -> String {
        Self::try_run(data, verb, input).unwrap_or_else(|what| panic!("harmony {}: {what}", verb.join(" ")))
    }

    fn try_run(data: &Path, verb: &[&str], input: &str) -> Result<String, String> {
        let mut command = Command::new(binary()?);
        command.args(verb).arg("--data").arg(data);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|error| error.to_string())?;
        // Who does not ask for input closes it; that is no fault.
        let _ = child.stdin.take().map(|mut stdin| stdin.write_all(input.as_bytes()));
        let output = child.wait_with_output().map_err(|error| error.to_string())?;
        if output.status.success() {
            return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
        }
        Err(format!("{}\n{}", output.status, String::from_utf8_lossy(&output.stderr)))
    }

    /// The full address of a path that starts with `/`.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    /// Its data folder, where mails and letters can be read.
    pub fn data(&self) -> &Path {
        &self.data
    }
}

fn binary() -> Result<PathBuf, String> {
    Program::Harmony
        .path()
        .ok_or_else(|| "harmony is not built: run `cargo build --bin harmony` first".to_owned())
}

fn address_in(line: &str) -> Option<String> {
    let (_, address) = line.split_once(READY)?;
    let address = address.split_whitespace().next()?;
    address.starts_with("http://").then(|| address.trim_end_matches('/').to_owned())
}

/// A site of a test's own: the same answer to each request for a path, whatever the method.
pub struct Site {
    base: String,
}

impl Site {
    /// Serves `pages` (path, HTML) until the test ends.
    pub fn serve(pages: &[(&str, &str)]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let base = format!("http://{}", listener.local_addr().expect("a bound address"));
        let pages: HashMap<String, String> =
            pages.iter().map(|(path, body)| ((*path).to_owned(), (*body).to_owned())).collect();
        let pages = Arc::new(pages);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let pages = Arc::clone(&pages);
                std::thread::spawn(move || answer(stream, &pages));
            }
        });
        Self { base }
    }

    /// The full address of a path that starts with `/`.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }
}

fn answer(stream: TcpStream, pages: &HashMap<String, String>) -> Option<()> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let path = line.split_whitespace().nth(1)?.split('?').next()?.to_owned();
    let mut length = 0;
    loop {
        line.clear();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.split_once(':') else { break };
        if name.eq_ignore_ascii_case("content-length") {
            length = value.trim().parse().ok()?;
        }
    }
    std::io::copy(&mut reader.by_ref().take(length), &mut std::io::sink()).ok()?;
    let (status, body) = pages.get(&path).map_or(("404 Not Found", ""), |body| ("200 OK", body));
    let head = format!(
        "HTTP/1.1 {status}\r\ncontent-type: text/html; charset=utf-8\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        body.len()
    );
    let mut stream = reader.into_inner();
    stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body.as_bytes())).ok()
}

#[cfg(test)]
mod tests {
    use super::address_in;

    #[test]
    fn the_address_is_read_from_what_the_binary_prints() {
        assert_eq!(
            address_in("listening on http://127.0.0.1:8080/").as_deref(),
            Some("http://127.0.0.1:8080")
        );
        assert_eq!(address_in("listening on port 80"), None);
        assert_eq!(address_in("demo: anna@example.org"), None);
    }
}
