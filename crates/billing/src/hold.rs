//! A hold on reminders: while a complaint, an error or a dispute is looked at, nobody is reminded and no cover is lost.

use kernel::{Country, Date, Instant};
use serde::{Deserialize, Serialize};

use crate::Billing;

/// Reminders are held through a day; then they go on by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    /// Why.
    pub reason: HoldReason,
    /// Last day of it.
    pub until: Date,
}

/// Why reminders are held. The names are the eternal format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HoldReason {
    /// A complaint about the premium is open.
    Complaint,
    /// We may have made an error.
    Error,
    /// The policyholder disputes the debt.
    Dispute,
    /// Somebody may have died.
    Death,
    /// The policyholder cannot pay for a while.
    Hardship,
}

impl HoldReason {
    /// Every reason, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Complaint, Self::Error, Self::Dispute, Self::Death, Self::Hardship];

    /// The name in forms and texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Complaint => "complaint",
            Self::Error => "error",
            Self::Dispute => "dispute",
            Self::Death => "death",
            Self::Hardship => "hardship",
        }
    }

    /// The reason with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

impl Billing {
    /// The first instant after the hold, if one was set.
    pub fn held_until(&self, country: Country) -> Option<Instant> {
        self.hold.map(|hold| kernel::end_of_day(hold.until, country))
    }

    /// Holds reminders. One whose term has not run out sets none any more: what it asked for is asked for anew after the hold,
    /// with the whole term.
    pub(crate) fn hold_reminders(&mut self, hold: Hold, effective: Instant) {
        self.hold = Some(hold);
        self.cancel_running(effective);
    }

    /// Takes the effects of reminders away whose term has not run out.
    pub(crate) fn cancel_running(&mut self, effective: Instant) {
        let runs = self
            .reminders
            .iter()
            .filter(|r| !r.cancelled && r.satisfied.is_none() && effective < r.cover_stops);
        let running: Vec<u32> = runs.map(|reminder| reminder.no).collect();
        for no in running {
            self.cancel_reminder(no);
        }
    }
}
