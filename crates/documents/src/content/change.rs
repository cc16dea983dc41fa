use kernel::{Date, Frequency, Money};
use serde::{Deserialize, Serialize};

/// DOC-17: the insurer changes premium or conditions (BE-PREM-04, AMB-56).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChangeAnnounced {
    /// The plan.
    pub plan: String,
    /// Why, in the reader's language; empty where nothing was said.
    pub reason: String,
    /// What the customer pays each time until then, tax included.
    pub before: Money,
    /// What they pay from then on; the same where only the conditions change.
    pub after: Money,
    /// How often.
    pub frequency: Frequency,
    /// First day on which it counts.
    pub from: Date,
    /// The new conditions, as published: "xandocare 2027-1"; none if they stay.
    pub conditions: Option<String>,
    /// Last day on which the customer may say that they leave for it; none where nothing changes to their disadvantage
    /// (BE-PREM-05).
    pub leave_by: Option<Date>,
    /// Where to leave in the portal.
    pub link: Option<String>,
}

/// The insurer took an announced change back before it counted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChangeWithdrawn {
    /// The plan.
    pub plan: String,
    /// From when it would have counted.
    pub from: Date,
    /// What the customer goes on paying each time, tax included.
    pub premium: Money,
    /// How often.
    pub frequency: Frequency,
    /// The customer had ended the insurance because of it, and may take that back.
    pub has_left: bool,
}
