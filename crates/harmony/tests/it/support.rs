//! Running the binary, speaking to it, and a portfolio for it to work on.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use app::apply::{self, Holder};
use app::contracts::{self, Order};
use app::open::Installation;
use app::screening::NamedList;
use app::testing::{at, euro, proposal, staff};
use kernel::{Actor, Channel, Imei, Role};
use store::entropy::Entropy;
use store::testing::{Seeded, config};
use store::{Db, Priority, params, sql};

/// What a call of the binary came to.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    /// Asserts status 2 and one line that has these words.
    #[track_caller]
    pub(crate) fn is_wrong(&self, words: &[&str]) {
        assert_eq!((self.status, self.out.as_str()), (2, ""), "{self:?}");
        let lines: Vec<&str> = self.err.lines().collect();
        assert_eq!(lines.len(), 1, "{self:?}");
        assert!(lines[0].starts_with("harmony: ") && lines[0].len() < 500, "{self:?}");
        for word in words {
            assert!(lines[0].contains(word), "{word}: {self:?}");
        }
    }

    /// Asserts status 0.
    #[track_caller]
    pub(crate) fn is_done(&self) -> &str {
        assert_eq!(self.status, 0, "{self:?}");
        &self.out
    }
}

fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_harmony"));
    for name in ["HARMONY_DATA", "HARMONY_DATABASE", "HARMONY_SMTP"] {
        command.env_remove(name);
    }
    command.env("HARMONY_LOG", "off").arg("--data").arg(folder).args(args).stdin(Stdio::null());
    command
}

/// Calls the binary over a data folder.
pub(crate) fn harmony(folder: &Path, args: &[&str]) -> Ran {
    let output = command(folder, args).output().unwrap();
    Ran {
        status: output.status.code().expect("it ended by itself"),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Starts the binary without waiting for its end.
pub(crate) fn start(folder: &Path, args: &[&str]) -> Child {
    command(folder, args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// Asserts that every invariant holds.
#[track_caller]
pub(crate) fn is_sound(folder: &Path, args: &[&str]) {
    let args: Vec<&str> = args.iter().copied().chain(["verify"]).collect();
    let verified = harmony(folder, &args);
    assert!(verified.is_done().ends_with("\nsound\n"), "{verified:?}");
}

/// A new folder, gone when dropped.
pub(crate) fn folder() -> tempfile::TempDir {
    tempfile::Builder::new().prefix("harmony-test-").tempdir().unwrap()
}

/// Copies a folder.
pub(crate) fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let place = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &place);
        } else {
            std::fs::copy(entry.path(), place).unwrap();
        }
    }
}

/// Random numbers from a seed.
pub(crate) struct Dice(Seeded);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(Seeded::new(seed))
    }

    pub(crate) fn below(&self, end: u64) -> u64 {
        let mut bytes = [0; 8];
        self.0.fill(&mut bytes);
        u64::from_be_bytes(bytes) % end
    }
}

/// `harmony serve`, stopped when dropped.
pub(crate) struct Server {
    child: Child,
    out: BufReader<ChildStdout>,
    pub(crate) address: String,
}

impl Server {
    pub(crate) fn start(folder: &Path, args: &[&str]) -> Self {
        let args: Vec<&str> = args.iter().copied().chain(["serve", "--listen", "127.0.0.1:0"]).collect();
        let mut child = command(folder, &args).stdout(Stdio::piped()).spawn().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        while !line.starts_with("listening on http://") {
            line.clear();
            assert_ne!(out.read_line(&mut line).unwrap(), 0, "the server ended");
        }
        let address = line.trim().trim_start_matches("listening on http://").to_owned();
        Self { child, out, address }
    }

    /// Sends a request and reads the whole answer.
    pub(crate) fn ask(&self, method: &str, path: &str, headers: &str, body: &[u8]) -> Answer {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        let host = &self.address;
        let head = format!(
            "{method} {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\naccept-language: en\r\n{headers}\r\n"
        );
        stream.write_all(head.as_bytes()).unwrap();
        // An answer may come before the whole body is sent.
        let _sent = stream.write_all(body);
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((text.as_str(), ""));
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        Answer { status, head: head.to_lowercase(), body: body.to_owned() }
    }

    /// Sends the beginning of a request and hangs up.
    pub(crate) fn hang_up(&self, beginning: &[u8]) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.write_all(beginning).unwrap();
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, "", &[])
    }

    /// Asks it politely to stop and gives its status.
    pub(crate) fn stop(mut self) -> Option<i32> {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
        let mut rest = String::new();
        self.out.read_to_string(&mut rest).unwrap();
        self.child.wait().unwrap().code()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _killed = self.child.kill();
        let _ended = self.child.wait();
    }
}

/// An answer over HTTP.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

/// Fills a data folder with policies applied for on 1 March 2026: two of three are accepted the next morning. `words` go
/// before the verb, as `--database URL`.
pub(crate) fn portfolio(folder: &Path, database: Option<&str>, count: usize) {
    let installation = Installation {
        folder: folder.to_owned(),
        database: database.map(str::to_owned),
        portal_url: "http://localhost:8080".into(),
    };
    let now = at("2026-03-01 10:00");
    let app = app::open::open(&installation, Box::new(NamedList::default()), Arc::new(Seeded::new(3)), now)
        .unwrap();
    let app_ = app.clone();
    let done = app.db.write(Priority::Run, move |tx| {
        let mut orders = Vec::new();
        for n in 0..count {
            let mut one = proposal();
            one.device.identity.imei = Some(imei(n));
            one.mandate = one.mandate.filter(|_| n % 2 == 0);
            let holder = Holder::New(app_.new_id(app_.new_shard(), now));
            let actor = Actor::new(app_.new_id(app_.new_shard(), now), Role::Policyholder, Channel::Portal);
            let made = apply::apply(&app_, tx, now, &format!("c{n}"), &actor, holder, &one)?;
            if n % 3 != 2 {
                let command = policy::Command::Accept { accept_limit: euro("3500.00") };
                let actor = staff(11, Role::Acceptance);
                orders.push(Order { id: format!("a{n}"), contract: made.contract, command, actor });
            }
        }
        contracts::execute(&app_, tx, at("2026-03-02 09:00"), &orders)
    });
    assert!(done.unwrap().iter().all(Result::is_ok));
    app.db.close();
}

fn imei(n: usize) -> Imei {
    let body = format!("35209900{n:06}");
    let digit = |(i, b): (usize, u8)| {
        let d = u32::from(b - b'0');
        if i % 2 == 1 { d * 2 / 10 + d * 2 % 10 } else { d }
    };
    let sum: u32 = body.bytes().enumerate().map(digit).sum();
    Imei::parse(&format!("{body}{}", (10 - sum % 10) % 10)).unwrap()
}

/// What happened in a database, by kind and count: the same for two runs over the same portfolio, whatever their ids.
pub(crate) fn counts(url: &str) -> Vec<String> {
    let db = Db::open(&config(url)).unwrap();
    let found = db.read(|tx| {
        let mut found = Vec::new();
        for (what, sql) in [
            ("event", sql!("select kind as kind, count(*) as number from event group by kind order by kind")),
            ("letter", sql!("select kind as kind, count(*) as number from letter group by kind order by kind")),
            ("sent", sql!("select kind as kind, count(*) as number from outbox where state = 'done' group by kind order by kind")),
            ("due", sql!("select what as kind, count(*) as number from due group by what order by what")),
            ("task", sql!("select kind as kind, count(*) as number from task group by kind order by kind")),
            ("posting", sql!("select account as kind, cast(sum(amount_cents) as bigint) as number from posting group by account order by account")),
            ("collection", sql!("select state as kind, count(*) as number from collection group by state order by state")),
            ("command", sql!("select outcome as kind, count(*) as number from command where outcome = '\"done\"' group by outcome")),
        ] {
            for row in tx.query(sql, &params![])? {
                found.push(format!("{what} {}: {}", row.text("kind")?, row.i64("number")?));
            }
        }
        Ok::<_, store::StoreError>(found)
    });
    db.close();
    found.unwrap()
}

/// URL of the database in a data folder.
pub(crate) fn sqlite(folder: &Path) -> String {
    format!("sqlite:{}", folder.join("harmony.db").display())
}

/// Files of a folder of the installation.
pub(crate) fn files(folder: &Path, name: &str) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder.join(name)) else { return Vec::new() };
    entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect()
}

/// Says that something could not be tried here, also to `cargo xtask test`, which counts such lines.
pub(crate) fn skipped(why: &str) {
    let _ = writeln!(std::io::stderr(), "skipped: {why}");
    let Some(notes) = std::env::var_os("HARMONY_TEST_SKIPS") else { return };
    if let Ok(mut file) = std::fs::OpenOptions::new().create(true).append(true).open(notes) {
        let _ = writeln!(file, "{why}");
    }
}
