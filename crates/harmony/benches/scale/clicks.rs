//! People at work while the run goes on: a page of a policy is read and a command is given, twenty times a second.

use std::{
    fmt,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use app::{App, contracts};
use kernel::Id;
use store::{Priority, command};

const EVERY: Duration = Duration::from_millis(50);

/// Somebody who clicks.
pub(crate) struct Clicks {
    stop: Arc<AtomicBool>,
    thread: JoinHandle<Vec<Duration>>,
}

/// How long each click took, in order of length.
pub(crate) struct Waits(Vec<Duration>);

/// A length of time as the table shows it.
pub(crate) struct Shown(Option<Duration>);

impl Clicks {
    pub(crate) fn start(app: App, policies: Vec<Id>) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let thread = thread::spawn(move || {
            let mut waits = Vec::new();
            for n in 0_usize.. {
                if stopped.load(Ordering::Relaxed) {
                    break;
                }
                let begin = Instant::now();
                click(&app, policies[n % policies.len()], n);
                waits.push(begin.elapsed());
                thread::sleep(EVERY.saturating_sub(begin.elapsed()));
            }
            waits
        });
        Self { stop, thread }
    }

    pub(crate) fn stop(self) -> Waits {
        self.stop.store(true, Ordering::Relaxed);
        let mut waits = self.thread.join().expect("the clicks went well");
        waits.sort();
        Waits(waits)
    }
}

/// Reads all of a policy, then writes in a transaction of its own.
fn click(app: &App, policy: Id, n: usize) {
    let facts = app.db.read(move |tx| contracts::facts(tx, &[policy])).expect("the database answers");
    let known = app::testing::at("2030-01-01 00:00");
    assert!(!policy::cover(&facts[&policy], known).segments.is_empty());
    let done = vec![(format!("click {n}"), "\"done\"".to_owned())];
    app.db
        .write(Priority::Click, move |tx| command::record(tx, app::testing::at("2026-03-02 09:00"), &done))
        .expect("the database answers");
}

impl Waits {
    pub(crate) fn quantile(&self, part: f64) -> Shown {
        let last = self.0.len().saturating_sub(1);
        Shown(self.0.get((last as f64 * part).round() as usize).copied())
    }
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(wait) => write!(f, "{:.1} ms", wait.as_secs_f64() * 1e3),
            None => f.write_str("–"),
        }
    }
}
