//! Acceptance on other terms: an offer the applicant agrees to or not (NL-PROV-05, AMB-09).

use std::collections::BTreeMap;

use kernel::{Instant, Money};
use serde::{Deserialize, Serialize};

/// Terms other than those applied for. It can be agreed to until provisional cover would have ended at the latest.
///
/// In the Netherlands provisional cover ends at 24:00 of the day on which the offer is sent (NL-PROV-05); in Belgium, where only
/// a final rejection ends it, it runs on until it is over (BE-PROV-03).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Offer {
    /// Number within the contract, from 1.
    pub no: u32,
    /// Plan offered; none keeps the one applied for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<String>,
    /// Schedule flags of that plan; none keeps those applied for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flags: Option<BTreeMap<String, bool>>,
    /// Price of one instalment; none keeps the one applied for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub premium: Option<Money>,
    /// Other excesses, by item.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", with = "crate::by_item")]
    pub excess: BTreeMap<u32, Money>,
    /// From when cover and due dates run; none is from the application, as in any acceptance (NL-PROV-07, BE-PROV-07).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts: Option<Instant>,
}
