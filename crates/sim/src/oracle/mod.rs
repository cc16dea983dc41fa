//! A second, naive reading of the rule book, apart from `policy::cover` and without looking at it: for any instant, is there
//! cover, and by which rule? It walks plain facts from the first to the last for every question, remembers nothing and is in no
//! hurry. Where it and the timeline disagree, one of them is wrong.

pub mod claims;
mod compare;
mod in_kind;
mod known;
mod money;
mod read;

use kernel::{Country, Date, Instant};

pub use compare::disagreement;
pub use known::Known;
pub use read::plain;

/// What there was at an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum There {
    /// Nothing yet.
    Nothing,
    /// Provisional cover.
    Provisional,
    /// Cover.
    On,
    /// No cover any more, or not for the time being.
    Off,
    /// Suspended for non-payment (Belgium).
    Suspended,
    /// There never was any (Belgium, rejected).
    Void,
}

/// One plain fact: what, from when it counts, since when we know.
#[derive(Debug, Clone)]
pub struct PlainFact {
    /// Its place in the contract's stream, by which corrections name it.
    pub seq: i64,
    /// What.
    pub what: What,
    /// From when it counts.
    pub counts: Instant,
    /// Since when we know.
    pub known: Instant,
}

/// The facts that the rule book speaks of. Amounts are cents.
#[derive(Debug, Clone)]
pub enum What {
    /// Somebody applied, with the figures of the conditions.
    Applied(Figures),
    /// The screening said that there is nothing (AMB-41), or that there may be or is something.
    Screened {
        /// Nothing.
        clear: bool,
    },
    /// The application asks for something that has not come.
    Missing {
        /// What.
        items: Vec<String>,
    },
    /// Something that the application asks for came.
    Came {
        /// What.
        items: Vec<String>,
    },
    /// Accepted on other terms only: an offer was sent.
    Offered {
        /// Its number.
        no: u32,
        /// From when cover would run, if not from the application.
        starts: Option<Instant>,
    },
    /// The applicant agreed to an offer.
    Agreed {
        /// Its number.
        no: u32,
    },
    /// The applicant took the application back, or does not want what was offered instead.
    Withdrawn,
    /// Accepted.
    Accepted,
    /// The letter of rejection was sent.
    Rejected,
    /// Premium fell due.
    Due {
        /// Number of the instalment.
        no: u32,
        /// Premium due date.
        on: Date,
        /// How much.
        cents: i64,
    },
    /// Premium was taken back.
    TakenBack {
        /// Number of the instalment.
        no: u32,
        /// How much.
        cents: i64,
    },
    /// Money was credited: for the instalments named first, then for the oldest.
    Paid {
        /// The direct debit it came by, if any.
        debit: Option<String>,
        /// The instalments it was for.
        named: Vec<u32>,
        /// How much.
        cents: i64,
    },
    /// A direct debit that had been credited came back.
    CameBack {
        /// Which.
        debit: String,
        /// The instalments it was for.
        named: Vec<u32>,
        /// How much.
        cents: i64,
    },
    /// Money that paid nothing was given back.
    GivenBack {
        /// How much.
        cents: i64,
    },
    /// A reminder was sent.
    Reminded {
        /// Its number.
        no: u32,
        /// What it asks for: instalments.
        debts: Vec<u32>,
        /// The day of receipt, proven or presumed.
        received: Date,
        /// The costs that it says come on top after its term.
        costs: i64,
    },
    /// Costs or interest fell due on a reminder.
    OnTop {
        /// Their number.
        no: u32,
        /// The reminder.
        reminder: u32,
        /// Interest, not costs.
        interest: bool,
        /// How much.
        cents: i64,
    },
    /// Costs or interest are not asked for after all.
    Forgiven {
        /// Their number.
        no: u32,
        /// How much.
        cents: i64,
    },
    /// Reminders are held: a term that runs counts no more.
    Held,
    /// A reminder did not arrive.
    NotArrived {
        /// Its number.
        no: u32,
    },
    /// A reminder arrived on another day than was presumed.
    Arrived {
        /// Its number.
        no: u32,
        /// The day.
        on: Date,
    },
    /// A notice or an event that ends the policy.
    Ended {
        /// Which row of the end list.
        by: EndRow,
        /// A last insured day that the sender asks for, if later than need be.
        wish: Option<Date>,
        /// When it ends the policy by the event itself.
        told: Instant,
    },
    /// Whoever ended the policy took it back, with the other side's consent.
    EndTakenBack {
        /// Which row of the end list.
        by: EndRow,
    },
    /// An earlier fact was wrong.
    Corrected {
        /// Its place in the stream.
        seq: i64,
        /// From when it counts instead; none if it never happened.
        right: Option<Instant>,
        /// When it ends the policy instead, where the event itself fixes that.
        ends: Option<Instant>,
    },
}

/// The figures of the conditions that a policy was sold under.
#[derive(Debug, Clone, Copy)]
pub struct Figures {
    /// Which law.
    pub country: Country,
    /// Whether the policyholder insures as a consumer.
    pub is_consumer: bool,
    /// Days of provisional cover.
    pub provisional_days: u32,
    /// Days to pay after a reminder.
    pub pay_days: u32,
    /// Hours after which cover is back.
    pub back_hours: u32,
    /// Months of the minimum duration.
    pub minimum_months: u32,
    /// Months of the customer's notice.
    pub notice_months: u32,
    /// Months between premium due dates; none for a one-off premium.
    pub premium_months: Option<u32>,
    /// Months after which the policy ends by itself.
    pub duration_months: Option<u32>,
    /// Months of each tacit renewal.
    pub renewal_months: u32,
    /// Months of the insurer's notice, ordinary.
    pub insurer_months: u32,
    /// Months of the customer's notice after a claim.
    pub after_claim_months: u32,
    /// Months of the insurer's notice after a claim.
    pub insurer_after_claim_months: u32,
}

/// A row of NL-END or BE-END, by what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndRow {
    /// On the day of cancelling: cooling-off.
    ThatDay,
    /// The customer's ordinary notice.
    Notice,
    /// The policyholder died.
    Death,
    /// The customer's notice after a claim.
    AfterClaim,
    /// The insurer's notice after a claim.
    InsurerAfterClaim,
    /// The insurer does not renew.
    InsurerNotice,
    /// The insurer's letter about fraud.
    Fraud,
    /// The insurer's notice after bankruptcy, with the day of the declaration.
    InsurerBankruptcy(Date),
    /// A hit on a sanctions list.
    Sanctions,
    /// At an instant that the event itself fixes.
    At(Instant),
}
