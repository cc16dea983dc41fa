//! The days of a story: the bank's statement of the day before, the daily run, delivery.

use std::ops::ControlFlow;

use app::{AppError, day, delivery};
use kernel::{Country, Date, Instant};
use store::due;

use crate::player::Player;

/// When the run runs: 06:00, half an hour after the bank's statement of the day before.
const RUN_AT: jiff::SignedDuration = jiff::SignedDuration::from_hours(6);
const STATEMENT_BEFORE_RUN: jiff::SignedDuration = jiff::SignedDuration::from_mins(30);

impl Player<'_> {
    /// Every day between the last run and `until`. A day on which nothing is due and after which the bank has nothing to tell
    /// is passed over: its run would find nothing to do.
    pub(crate) fn run_until(&mut self, until: Instant) -> Result<(), AppError> {
        let today = kernel::local_date(until, Country::Nl);
        let last = if run_at(today) <= until { today } else { kernel::add_days(today, -1) };
        loop {
            let mut day = self.ran.map_or(today, |ran| kernel::add_days(ran, 1));
            if self.idle {
                day = self.next_due()?.map_or(Date::MAX, |next| next.max(day));
                self.ran = self.ran.max(Some(last.min(kernel::add_days(day, -1))));
            }
            if day > last {
                return Ok(());
            }
            self.run_day(day, run_at(day))?;
        }
    }

    fn run_day(&mut self, day: Date, run_at: Instant) -> Result<(), AppError> {
        if self.ran.is_some() {
            self.bank.end_of_day(&self.app, run_at - STATEMENT_BEFORE_RUN, kernel::add_days(day, -1))?;
        }
        let report = day::run(&self.app, run_at, |_| ControlFlow::Continue(()))?;
        assert_eq!(report.stuck, 0, "{day}: nothing gets stuck in a story");
        delivery::run(&self.app, run_at, self.outlet, || true)?;
        self.now = run_at;
        if self.bank.collects_daily {
            self.collect(&format!("story:{day}"))?;
        }
        self.idle = self.bank.is_quiet();
        self.ran = Some(day);
        Ok(())
    }

    /// The day of the first run to which anything is due; none when time brings nothing more.
    fn next_due(&self) -> Result<Option<Date>, AppError> {
        let next = self.app.db.read(|tx| due::next(tx, Instant::MIN))?;
        Ok(next.map(|at| {
            let day = kernel::local_date(at, Country::Nl);
            if at <= run_at(day) { day } else { kernel::add_days(day, 1) }
        }))
    }
}

fn run_at(day: Date) -> Instant {
    kernel::start_of_day(day, Country::Nl) + RUN_AT
}
