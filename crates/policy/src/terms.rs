//! The figures a policy was sold under, copied from the product version at application (GEN-RANK-05).

use billing::DunningTerms;
use kernel::Term;
use serde::{Deserialize, Serialize};

/// The terms that decide on a policy's life, pinned when it was applied for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyTerms {
    /// Longest duration of provisional cover: 14 days (NL-PROV-02, BE-PROV-03).
    pub provisional: Term,
    /// Days after application on which the desk is warned that nobody decided (AMB-08).
    pub warn_days: Vec<u32>,
    /// Cooling-off after receipt of the policy: 14 days (NL-END-05, BE-END-07).
    pub cooling_off: Term,
    /// Minimum contract duration (NL-DEF-15).
    pub minimum: Term,
    /// Notice period of the customer's ordinary cancellation: 1 month (NL-END-09, BE-END-02).
    pub notice: Term,
    /// Duration after which the policy ends by itself, for one-off premiums (NL-TERM-02, NL-END-07).
    pub duration: Option<Term>,
    /// The reminder path.
    pub dunning: DunningTerms,
}
