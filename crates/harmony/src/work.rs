//! What runs beside the pages: delivery of letters and bank files, and the daily run.

use std::{
    ops::ControlFlow,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use app::App;
use kernel::{Country, Instant};

use crate::{
    clock::{BusinessClock, system_now},
    operate::RUN_AT_HOUR,
    outlet::Folders,
};

/// How long a thread sleeps before it looks again.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// How long it waits after the database failed.
const AFTER_A_FAULT: Duration = Duration::from_secs(30);

/// How long campaigns are left alone that wait for a person.
const CAMPAIGNS_WAIT: Duration = Duration::from_secs(60);

/// The threads beside the pages; they end when this is dropped.
pub(crate) struct Work {
    stop: Arc<AtomicBool>,
    threads: Vec<JoinHandle<()>>,
}

impl Work {
    /// Starts delivery and the daily run.
    ///
    /// # Errors
    /// When a thread cannot be started.
    pub(crate) fn start(app: &App, clock: BusinessClock, outlet: Folders) -> std::io::Result<Self> {
        let stop = Arc::new(AtomicBool::new(false));
        let mut threads = Vec::new();
        let (app_, stop_) = (app.clone(), Arc::clone(&stop));
        threads.push(thread::Builder::new().name("delivery".into()).spawn(move || {
            while !stop_.load(Ordering::Relaxed) {
                if let Err(error) = app_.look_at_products() {
                    tracing::error!(%error, "published products");
                }
                let go_on = || !stop_.load(Ordering::Relaxed);
                if let Err(error) = app::delivery::run(&app_, clock.now(), &outlet, go_on) {
                    tracing::error!(%error, "delivery");
                    wait(&stop_, AFTER_A_FAULT);
                }
                thread::sleep(LOOK_EVERY);
            }
        })?);
        let (app_, stop_) = (app.clone(), Arc::clone(&stop));
        threads.push(thread::Builder::new().name("daily-run".into()).spawn(move || {
            let mut last_run = None;
            let mut campaigns_from = std::time::Instant::now();
            while !stop_.load(Ordering::Relaxed) {
                let now = clock.now();
                let local = now.to_zoned(Country::Nl.time_zone());
                let due = i64::from(local.hour()) >= RUN_AT_HOUR && last_run != Some(local.date());
                let stop = Arc::clone(&stop_);
                let watch = move |_| match stop.load(Ordering::Relaxed) {
                    true => ControlFlow::Break(()),
                    false => ControlFlow::Continue(()),
                };
                if !due {
                    // A campaign that was approved does not wait for the next morning.
                    if campaigns_from <= std::time::Instant::now() {
                        campaigns_from = std::time::Instant::now() + go_on_with_campaigns(&app_, now, watch);
                    }
                } else {
                    match app::day::run(&app_, now, watch) {
                        Ok(report) if report.stopped => {
                            tracing::info!(
                                done = report.done,
                                "daily run stopped; the next one goes on from there"
                            );
                        }
                        Ok(report) => {
                            last_run = Some(local.date());
                            if let Err(error) = app::day::sweep(&app_, now, system_now()) {
                                tracing::error!(%error, "clearing away");
                            }
                            tracing::info!(done = report.done, stuck = report.stuck, "daily run");
                        }
                        Err(error) => {
                            tracing::error!(%error, "daily run");
                            wait(&stop_, AFTER_A_FAULT);
                        }
                    }
                }
                thread::sleep(LOOK_EVERY);
            }
        })?);
        Ok(Self { stop, threads })
    }
}

/// Goes on with campaigns, and says how long to leave them then: one that waits for a stuck policy goes through the whole
/// portfolio only to find nothing to do.
fn go_on_with_campaigns(app: &App, now: Instant, watch: impl FnMut(u64) -> ControlFlow<()>) -> Duration {
    let done = app::campaigns::run(app, now, watch).map(|report| report.done);
    match done.and_then(|done| Ok(done == 0 && app::campaigns::are_under_way(app)?)) {
        Ok(true) => CAMPAIGNS_WAIT,
        Ok(false) => Duration::ZERO,
        Err(error) => {
            tracing::error!(%error, "campaigns");
            AFTER_A_FAULT
        }
    }
}

/// Waits, unless it is all over.
fn wait(stop: &AtomicBool, long: Duration) {
    let until = std::time::Instant::now() + long;
    while !stop.load(Ordering::Relaxed) && std::time::Instant::now() < until {
        thread::sleep(LOOK_EVERY);
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        for thread in self.threads.drain(..) {
            // A thread that panicked has logged it; there is nothing left to wait for.
            let _ended = thread.join();
        }
    }
}
