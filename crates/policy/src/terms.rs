//! The figures a policy was sold under, copied from the product version at application (GEN-RANK-05).

use billing::DunningTerms;
use kernel::{Country, Term};
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
    /// Renewal and the other notices; none for a policy sold before they were pinned, which follows the rulebook's figures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endings: Option<EndingTerms>,
}

impl PolicyTerms {
    /// Renewal and notices: those pinned, or the rulebook's for the country.
    pub fn endings(&self, country: Country) -> EndingTerms {
        self.endings.clone().unwrap_or_else(|| EndingTerms::of(country))
    }
}

/// How a policy renews and with which notice it can be ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndingTerms {
    /// How long each tacit renewal lasts: 1 month (NL-TERM-01, AMB-35).
    pub renewal: Term,
    /// Notice of the insurer's ordinary ending: NL 2 months (NL-END-10), BE 3 months (BE-END-03).
    pub insurer: Term,
    /// Within which an ending after a claim must be given notice of, from the day it was closed: 1 month (NL-END-02).
    pub after_claim_within: Term,
    /// Notice of the customer after a claim: 1 month (NL-END-02, BE-END-04).
    pub after_claim: Term,
    /// Notice of the insurer after a claim: NL 2 months (NL-END-03), BE 3 months (BE-END-05).
    pub insurer_after_claim: Term,
    /// Separate due dates left unpaid after their reminder that make non-payment repeated: 2 (AMB-13).
    pub unpaid_due_dates: u32,
    /// How long one arrear may stay unpaid without cover before that is repeated too: 30 days (AMB-13).
    pub unpaid_arrear: Term,
    /// How long before it counts a change of premium or conditions is announced, and how long the policyholder has to leave
    /// for it: 1 month (BE-PREM-04, AMB-56).
    pub announce: Term,
}

impl EndingTerms {
    /// The figures of the rulebook.
    pub const fn of(country: Country) -> Self {
        let insurer = Term::Months(match country {
            Country::Nl => 2,
            Country::Be => 3,
        });
        Self {
            renewal: Term::Months(1),
            insurer,
            after_claim_within: Term::Months(1),
            after_claim: Term::Months(1),
            insurer_after_claim: insurer,
            unpaid_due_dates: 2,
            unpaid_arrear: Term::Days(30),
            announce: Term::Months(1),
        }
    }
}
