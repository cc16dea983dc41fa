use kernel::{Date, Instant, Money};
use serde::{Deserialize, Serialize};

use super::common::{DeviceLine, Premium, Refund};

/// DOC-01: application confirmation with provisional cover (NL-PROV-01, -02; BE-PROV-01…03).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ApplicationReceived {
    /// The plan applied for, by its brand name: "Xandocare Plus".
    pub plan: String,
    /// What is to be insured.
    pub devices: Vec<DeviceLine>,
    /// From when there is provisional cover; none while it has not started (BE-PROV-02: something is still missing).
    pub covered_from: Option<Instant>,
    /// When provisional cover ends at the latest (half-open, so mostly a midnight).
    pub covered_until: Instant,
    /// What it will cost after acceptance.
    pub premium: Premium,
    /// Where the customer follows the application and adds documents: a path under the portal, or an absolute address.
    pub link: Option<String>,
}

/// DOC-02: request for information (NL-PROV-03, BE-PROV-05).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InformationRequested {
    /// The plan applied for.
    pub plan: String,
    /// What we ask for, in the reader's language: "A photo of the receipt".
    pub questions: Vec<String>,
    /// The last day on which an answer is in time for us to decide.
    pub answer_by: Date,
    /// When provisional cover ends if nothing is decided before.
    pub covered_until: Instant,
    /// Where to answer.
    pub link: Option<String>,
}

/// An offer on other terms than those applied for (NL-PROV-05, AMB-09).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OfferMade {
    /// The plan applied for.
    pub plan: String,
    /// The plan offered, if it is another.
    pub other_plan: Option<String>,
    /// What it would cost.
    pub premium: Premium,
    /// Excess per claim, if it is another.
    pub excess: Option<Money>,
    /// Until when it can be agreed to.
    pub agree_until: Instant,
    /// When provisional cover ends.
    pub cover_until: Instant,
    /// Where to answer.
    pub link: Option<String>,
}

/// DOC-03: rejection (NL-PROV-05, -06; BE-PROV-04, -06).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ApplicationRejected {
    /// The plan applied for.
    pub plan: String,
    /// When provisional cover ends: 24:00 of the sending day in the Netherlands. In Belgium the moment of the
    /// application, see `from_the_start`.
    pub cover_ends: Instant,
    /// The cover is taken back to the application (BE-PROV-04), so that nothing in between is covered.
    pub from_the_start: bool,
    /// There was none: a person had not yet looked when it was rejected (AMB-41). Then the two above say nothing.
    #[serde(default)]
    pub never_covered: bool,
    /// Why, in the reader's language. No reason is owed (NL-PROV-04).
    pub reason: Option<String>,
    /// The premium that goes back; none if nothing was paid.
    pub refund: Option<Refund>,
}

/// DOC-03 when nobody decided in time (AMB-08): our failure, said as such.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ApplicationLapsed {
    /// The plan applied for.
    pub plan: String,
    /// When provisional cover ends or ended: 24:00 of its fourteenth day.
    pub cover_ends: Instant,
    /// There was none: a person had not yet looked when the time ran out (AMB-41).
    #[serde(default)]
    pub never_covered: bool,
    /// The premium that goes back; none if nothing was paid.
    pub refund: Option<Refund>,
    /// Where to apply again.
    pub link: Option<String>,
}
