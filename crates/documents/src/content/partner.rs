use kernel::Instant;
use serde::{Deserialize, Serialize};

/// DOC-20: what the policyholder opened to a partner, or took back (PRIV-24).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartnerView {
    /// The plan.
    pub plan: String,
    /// The partner's name.
    pub partner: String,
    /// Whether it may report damage or theft too.
    pub reports: bool,
    /// From when.
    pub at: Instant,
    /// Where the policyholder changes it: a path under the portal.
    pub link: String,
}
