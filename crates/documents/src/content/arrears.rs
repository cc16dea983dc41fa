use kernel::{Date, Instant, Money, Term};
use serde::{Deserialize, Serialize};

use super::common::{Debit, Owed, PayInstruction};

/// Late premium may be paid in parts: what was agreed, and what happens if a part stays out (NL-DUN-02, BE-DUN-02).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanAgreed {
    /// The parts, by date; at least two.
    pub parts: Vec<Debit>,
    /// Their sum: all that was open, with costs and interest.
    pub total: Money,
    /// So long after its date a part may still be paid.
    pub grace: Term,
    /// Since when there is no cover, where it has stopped: a plan does not bring it back (AMB-16).
    pub off_since: Option<Instant>,
    /// After how long cover is back once all of it is received (NL-DUN-06, BE-DUN-06).
    pub back_after: Term,
    /// How to pay.
    pub pay: PayInstruction,
}

/// A part was not paid: the plan is over and what is open is asked for again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanBroken {
    /// What is open.
    pub total: Money,
    /// Since when there is no cover, where it has stopped.
    pub off_since: Option<Instant>,
    /// How to pay.
    pub pay: PayInstruction,
}

/// No reminder is sent for a while, and a term that ran counts no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemindersPaused {
    /// Why.
    pub reason: PauseReason,
    /// The last day of the pause.
    pub until: Date,
    /// A term that ran was called off: the letter that set it takes no cover away.
    pub term_called_off: bool,
    /// Since when there is no cover, where it has stopped: the pause does not bring it back.
    pub off_since: Option<Instant>,
}

/// Why no reminder is sent for a while.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PauseReason {
    /// A complaint is looked into.
    Complaint,
    /// We may have made an error.
    Error,
    /// The reader disputes the debt.
    Dispute,
    /// The reader cannot pay for a while.
    Hardship,
}

/// Cover did not stop, or only later, though the reader was told so: the reminder was sent in error, did not arrive, or
/// arrived later (GEN-TIME-06, AMB-12).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverNotStopped {
    /// The instant we had told.
    pub told: Instant,
    /// The reminder was a mistake of ours, and not one that went astray.
    pub ours: bool,
    /// The instant that holds instead; none: cover never stopped.
    pub stops: Option<Instant>,
    /// What is open.
    pub owed: Vec<Owed>,
    /// All together.
    pub total: Money,
    /// How to pay.
    pub pay: PayInstruction,
}
