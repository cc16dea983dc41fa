//! A notice that ends a policy: who gives it, when it was received, and what it rests on.

use kernel::{Channel, Date, Instant, VaultRef};
use serde::{Deserialize, Serialize};

use crate::EndWay;

/// Who ends the policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Sender {
    /// The policyholder (ACT-01).
    Holder,
    /// Somebody for the policyholder: a new insurer, an intermediary, a guardian. Valid with proof of authority (AMB-20).
    Representative {
        /// The proof, sealed; none if it was not shown, which is refused.
        proof: Option<VaultRef>,
    },
    /// The heirs (ACT-18).
    Heirs,
    /// The trustee in bankruptcy (ACT-18).
    Trustee,
    /// The insurer, through the administrator.
    Insurer,
    /// Nobody: it comes about by itself.
    Nobody,
}

/// A notice or event that ends a policy. What a way does not ask for is left out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Notice {
    /// In which way it ends.
    pub way: EndWay,
    /// Who ends it.
    pub from: Sender,
    /// When we received the notice; when the insurer's was sent; or when it happened, for a way that needs no notice (Dutch
    /// death).
    pub received: Instant,
    /// Day on which the policyholder received the insurer's notice, if that is proven. The event has the day from which it
    /// counts: this one, or the presumed one (GEN-TIME-06, AMB-06).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrived: Option<Date>,
    /// How the notice came or went; all five channels of AMB-19 are good for a policyholder, a registered letter is `Post`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// Day on which the claim was closed, for endings after a claim (NL-END-02, NL-END-03, BE-END-04, BE-END-05).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim_closed: Option<Date>,
    /// Whether a claim was submitted on the policy: a withdrawal then gives back only the days that are left (AMB-39).
    #[serde(default)]
    pub claim_submitted: bool,
    /// Day of the declaration of bankruptcy (BE-END-09, BE-END-10), or of death where the heirs write later (BE-END-11).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub happened: Option<Date>,
    /// Last insured day that the sender asks for, if later than need be: the date in the letter (NL-END-08), or a wish.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_day: Option<Date>,
}

impl Notice {
    /// A notice from whoever ends a policy in this way as a rule, with nothing more said.
    pub fn new(way: EndWay, received: Instant) -> Self {
        let from = way.usual_sender();
        Self {
            way,
            from,
            received,
            arrived: None,
            channel: None,
            claim_closed: None,
            claim_submitted: false,
            happened: None,
            last_day: None,
        }
    }

    /// The same notice, knowing whether a claim was submitted on the policy.
    #[must_use]
    pub fn with_claim_submitted(self, claim_submitted: bool) -> Self {
        Self { claim_submitted, ..self }
    }

    /// The same notice, after a claim that was closed on that day.
    #[must_use]
    pub fn after_claim_closed(self, day: Date) -> Self {
        Self { claim_closed: Some(day), claim_submitted: true, ..self }
    }
}
