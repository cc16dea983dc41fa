//! The servers under load: the demo with many more policies, and a bare axum page.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use app::apply::{self, Holder};
use app::contracts::{self, Order};
use app::open::Installation;
use app::screening::NamedList;
use app::testing::{at, euro, proposal, staff};
use app::{App, AppError};
use kernel::{Actor, Channel, Id, Imei, Role};
use store::testing::Seeded;
use store::{Priority, Tx};

use crate::client::{self, Asked};

/// Set where this program is to be the bare server.
pub(crate) const BARE: &str = "HARMONY_BENCH_BARE_BYTES";

/// An hour at which no run is due.
pub(crate) const AT_NIGHT: &str = "2026-06-01T02:00:00";
/// Moments before the daily run.
pub(crate) const BEFORE_THE_RUN: &str = "2026-06-01T05:59:55";
const FILLED: &str = "2026-06-01T09:00:00";

const TOKEN: &str = "0123456789abcdef0123456789abcdef";

/// A data folder: the demo, and policies on which much is due at the next run.
pub(crate) struct House {
    folder: tempfile::TempDir,
}

impl House {
    pub(crate) fn with_contracts(count: usize) -> Self {
        let house = Self { folder: tempfile::tempdir().expect("a folder for temporary files") };
        eprintln!("filling the demo and {count} policies …");
        drop(house.start(&["--demo", "--now", FILLED]));
        house.fill(count);
        house
    }

    pub(crate) fn serve(&self, now: &str) -> Server {
        self.start(&["--now", now])
    }

    fn start(&self, args: &[&str]) -> Server {
        let mut command = Command::new(env!("CARGO_BIN_EXE_harmony"));
        command.arg("--data").arg(self.folder.path()).args(["serve", "--listen", "127.0.0.1:0"]).args(args);
        Server::of(&mut command)
    }

    pub(crate) fn sign_in(&self, address: &str) -> String {
        let form = format!("_token={TOKEN}&email=sanne%40example.org&password=harmony+works+for+you");
        let answer = client::post(address, "/sign-in", &format!("form={TOKEN}"), &form);
        let cookie = answer.head.split("set-cookie: ").find(|part| part.starts_with("session="));
        let session = cookie.and_then(|part| part.split(';').next()).expect("she may sign in");
        format!("form={TOKEN}; {session}")
    }

    pub(crate) fn policy_path(&self, address: &str, session: &str) -> String {
        let asked = Asked { path: "/my".into(), cookie: session.to_owned() };
        let page = String::from_utf8(client::ask(address, &asked).body).expect("a page is text");
        let link =
            page.split("\"/my/policies/").nth(1).and_then(|rest| rest.split(['"', '/', '?', '#']).next());
        format!("/my/policies/{}", link.expect("she has a policy"))
    }

    fn fill(&self, count: usize) {
        let installation = Installation {
            folder: self.folder.path().to_owned(),
            database: None,
            portal_url: "http://localhost:8080".into(),
        };
        let screener = Box::new(NamedList::default());
        let app = app::open::open(&installation, screener, Arc::new(Seeded::new(99)), at("2026-05-12 10:00"))
            .expect("the folder opens");
        for from in (0..count).step_by(250) {
            let (app_, until) = (app.clone(), (from + 250).min(count));
            let done = app.db.write(Priority::Run, move |tx| {
                let made = (from..until).map(|n| one(&app_, tx, n)).collect::<Result<Vec<Id>, AppError>>()?;
                let order = |(n, id): (usize, &Id)| Order {
                    id: format!("bench accept {}", from + n),
                    contract: *id,
                    command: policy::Command::Accept { accept_limit: euro("3500.00") },
                    actor: staff(11, Role::Acceptance),
                };
                let orders: Vec<Order> = made.iter().enumerate().map(order).collect();
                contracts::execute(&app_, tx, at("2026-05-13 09:00"), &orders)
            });
            assert!(done.expect("the applications are right").iter().all(Result::is_ok));
        }
        self.drop_letters(&app);
        app.db.close();
    }

    /// Letters of the filling would be laid out while something else is measured.
    fn drop_letters(&self, app: &App) {
        let dropped = app.db.write(Priority::Run, |tx| {
            tx.exec(store::sql!("delete from outbox where state = 'queued'"), &store::params![])
        });
        dropped.expect("the database answers");
    }
}

fn one(app: &App, tx: &mut Tx<'_>, n: usize) -> Result<Id, AppError> {
    let now = at("2026-05-12 10:00");
    let mut proposal = proposal();
    proposal.device.identity.imei = Some(imei(n));
    proposal.device.bought = kernel::date(2026, 5, 10);
    let holder = Holder::New(app.new_id(app.new_shard(), now));
    let actor = Actor::new(app.new_id(app.new_shard(), now), Role::Policyholder, Channel::Portal);
    Ok(apply::apply(app, tx, now, &format!("bench apply {n}"), &actor, holder, &proposal)?.contract)
}

fn imei(n: usize) -> Imei {
    let body = format!("35209911{n:06}");
    let digit = |(i, b): (usize, u8)| {
        let d = u32::from(b - b'0');
        if i % 2 == 1 { d * 2 / 10 + d * 2 % 10 } else { d }
    };
    let sum: u32 = body.bytes().enumerate().map(digit).sum();
    Imei::parse(&format!("{body}{}", (10 - sum % 10) % 10)).expect("its check digit was worked out")
}

/// A server in a process of its own, killed when dropped.
pub(crate) struct Server {
    child: Child,
    _out: BufReader<ChildStdout>,
    pub(crate) address: String,
    run_over: Arc<AtomicBool>,
}

impl Server {
    fn of(command: &mut Command) -> Self {
        let started = std::time::Instant::now();
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
        let mut out = BufReader::new(child.stdout.take().expect("it is piped"));
        let log = BufReader::new(child.stderr.take().expect("it is piped"));
        let run_over = Arc::new(AtomicBool::new(false));
        let over = Arc::clone(&run_over);
        thread::spawn(move || {
            for line in log.lines().map_while(Result::ok) {
                if line.contains("daily run") {
                    over.store(true, Ordering::Relaxed);
                    eprintln!("{line}, {:.1} s after the start", started.elapsed().as_secs_f64());
                }
            }
        });
        let mut line = String::new();
        while !line.starts_with("listening on http://") {
            line.clear();
            assert_ne!(out.read_line(&mut line).expect("it speaks"), 0, "the server ended");
        }
        let address = line.trim().trim_start_matches("listening on http://").to_owned();
        Self { child, _out: out, address, run_over }
    }

    pub(crate) fn run_is_over(&self) -> bool {
        self.run_over.load(Ordering::Relaxed)
    }

    /// Five seconds before the run when it started, and it looks twice a second.
    pub(crate) fn wait_until_run_begins(&self) {
        thread::sleep(Duration::from_millis(5_000));
    }

    /// What the process holds of memory.
    pub(crate) fn memory(&self) -> String {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let kb = status
            .lines()
            .find_map(|line| line.strip_prefix("VmRSS:")?.trim().strip_suffix(" kB")?.parse().ok());
        kb.map_or_else(|| "unknown".to_owned(), |kb: u64| format!("{} MB", kb / 1024))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _killed = self.child.kill();
        let _ended = self.child.wait();
    }
}

/// This program once more, as a bare server of a page of so many bytes.
pub(crate) fn start_bare(bytes: usize) -> Server {
    let this = std::env::current_exe().expect("this program has a path");
    Server::of(Command::new(this).env(BARE, bytes.to_string()))
}

/// A page of constant text by axum alone.
pub(crate) fn serve_bare(bytes: usize) {
    let page: Arc<str> = "x".repeat(bytes).into();
    let router = axum::Router::new().route(
        "/",
        axum::routing::get(move || {
            let page = page.to_string();
            async move { axum::response::Html(page) }
        }),
    );
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        println!("listening on http://{}", listener.local_addr().expect("it listens"));
        axum::serve(listener, router).await.expect("it serves");
    });
}
