//! A throw-away PostgreSQL cluster: its own data folder, socket and port; nothing is synced, nothing is kept.
//!
//! It must never be left behind, however this program ends (Ctrl-C and `kill -9` included). So a small shell, in a
//! process group of its own, reads from a pipe that only this program holds: when the pipe closes, it stops the
//! server and removes the folder.

use std::net::TcpListener;
use std::os::unix::fs::chown;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::tools;
use crate::user::{self, User};

const START_LIMIT: Duration = Duration::from_secs(60);
const OWNER: &str = "harmony";

/// Waits for its input to end, then stops server `$1` and removes folder `$2`.
const GUARDIAN: &str = r#"
read -r _ignored
kill -QUIT "$1" 2>/dev/null
n=0
while [ -e "$2/data/postmaster.pid" ] && [ $n -lt 100 ]; do sleep 0.05; n=$((n+1)); done
kill -KILL "$1" 2>/dev/null
rm -rf "$2"
"#;

/// A running cluster; dropping it stops the server and removes all it wrote.
pub(crate) struct Cluster {
    server: Child,
    guardian: Child,
    url: String,
}

impl Cluster {
    /// Starts a new, empty cluster.
    pub(crate) fn start() -> Result<Self, String> {
        let user = user::unprivileged()?;
        let initdb = tools::find("initdb").ok_or_else(|| tools::POSTGRES.advice())?;
        let postgres = tools::find("postgres").ok_or_else(|| tools::POSTGRES.advice())?;
        let folder = new_folder(user)?;
        let data = folder.join("data");

        let made = as_user(&initdb, user, &folder)
            .args([
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync",
                "--username",
                OWNER,
                "--pgdata",
            ])
            .arg(&data)
            .output()
            .map_err(|error| format!("initdb cannot be started: {error}"))?;
        if !made.status.success() {
            let _ = std::fs::remove_dir_all(&folder);
            return Err(format!("initdb: {}", String::from_utf8_lossy(&made.stderr).trim()));
        }
        start_server(&postgres, user, &folder, &data)
    }

    /// The URL of its database `postgres`, as a user who may create databases.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.guardian.stdin.take());
        let _ = self.server.wait();
        let _ = self.guardian.wait();
    }
}

fn start_server(postgres: &Path, user: Option<User>, folder: &Path, data: &Path) -> Result<Cluster, String> {
    let port = free_port()?;
    let log = folder.join("log");
    let log_file = std::fs::File::create(&log).map_err(|error| format!("{}: {error}", log.display()))?;
    let mut server = as_user(postgres, user, folder)
        .arg("-D")
        .arg(data)
        .args(settings(port, folder))
        .stdout(Stdio::null())
        .stderr(log_file)
        .process_group(0)
        .spawn()
        .map_err(|error| format!("postgres cannot be started: {error}"))?;
    let guardian = as_user(Path::new("sh"), user, Path::new("/"))
        .args(["-c", GUARDIAN, "guardian", &server.id().to_string()])
        .arg(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn();
    let guardian = match guardian {
        Ok(guardian) => guardian,
        Err(error) => {
            let _ = server.kill();
            return Err(format!("sh cannot be started: {error}"));
        }
    };
    let mut cluster =
        Cluster { server, guardian, url: format!("postgres://{OWNER}@127.0.0.1:{port}/postgres") };

    let started = Instant::now();
    while !is_ready(data) {
        let ended = cluster.server.try_wait().map_err(|error| error.to_string())?;
        if ended.is_some() || started.elapsed() > START_LIMIT {
            let said = std::fs::read_to_string(&log).unwrap_or_default();
            return Err(format!("PostgreSQL did not start: {}", said.trim()));
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok(cluster)
}

fn settings(port: u16, folder: &Path) -> Vec<String> {
    let mut words = Vec::new();
    for setting in [
        format!("port={port}"),
        "listen_addresses=127.0.0.1".to_owned(),
        format!("unix_socket_directories={}", folder.display()),
        "fsync=off".to_owned(),
        "synchronous_commit=off".to_owned(),
        "full_page_writes=off".to_owned(),
        "autovacuum=off".to_owned(),
        "max_connections=200".to_owned(),
        "shared_buffers=64MB".to_owned(),
        "timezone=UTC".to_owned(),
        "client_min_messages=warning".to_owned(),
    ] {
        words.push("-c".to_owned());
        words.push(setting);
    }
    words
}

/// The server writes its state into the eighth line of this file.
fn is_ready(data: &Path) -> bool {
    let state = std::fs::read_to_string(data.join("postmaster.pid")).unwrap_or_default();
    state.lines().nth(7).is_some_and(|line| line.trim() == "ready")
}

fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(|error| format!("no free port: {error}"))?;
    listener.local_addr().map(|address| address.port()).map_err(|error| error.to_string())
}

fn new_folder(user: Option<User>) -> Result<PathBuf, String> {
    // As root, TMPDIR may lie where the other user may not go.
    let parent = if user.is_some() { PathBuf::from("/tmp") } else { std::env::temp_dir() };
    let folder = parent.join(format!("harmony-pg-{}", std::process::id()));
    let named = |error: std::io::Error| format!("{}: {error}", folder.display());
    std::fs::create_dir(&folder).map_err(named)?;
    if let Some(user) = user {
        chown(&folder, Some(user.uid), Some(user.gid)).map_err(named)?;
    }
    Ok(folder)
}

fn as_user(program: &Path, user: Option<User>, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder).stdin(Stdio::null());
    if let Some(user) = user {
        command.uid(user.uid).gid(user.gid);
    }
    command
}
