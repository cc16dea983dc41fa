//! What follows where a person found fraud: ending the policy, leaving aside what is pending, asking back what it cost, writing it
//! down (NL-FRAUD-01…05, BE-FRAUD-01…03). Each is somebody's choice, and two people make it.

use app::access::{Action, Resource};
use app::claims::ClaimPage as File;
use app::incidents::IncidentKind;
use kernel::Country;
use policy::EndWay;

use crate::desk::common;
use crate::part::{Field, Fields, Kind, RuleChip};
use crate::{Page, Visit};

/// What follows from fraud.
#[derive(Debug)]
pub struct Fraud {
    /// What the conditions of the country say follows: words and rule.
    pub follows: Vec<(String, RuleChip)>,
    /// Where the policy is ended for it; for who may.
    pub end: Option<String>,
    /// Where it is written into the register; for who may.
    pub record: Option<String>,
    /// Claims that are pending under the same policy: address and number.
    pub pending: Vec<(String, String)>,
    /// `aside`: why those are left aside; for who may.
    pub aside: Option<Field>,
}

const DUTCH: [(&str, &str); 5] = [
    ("fraud-may-end", "NL-FRAUD-01"),
    ("fraud-reclaim", "NL-FRAUD-02"),
    ("fraud-costs", "NL-FRAUD-03"),
    ("fraud-no-refund", "NL-FRAUD-04"),
    ("fraud-register", "NL-FRAUD-05"),
];
const BELGIAN: [(&str, &str); 4] = [
    ("fraud-may-end", "BE-FRAUD-01"),
    ("fraud-reclaim-and-costs", "BE-FRAUD-02"),
    ("fraud-pending", "BE-FRAUD-03"),
    ("fraud-register", "PRIV-06"),
];

impl Fraud {
    /// What follows for this claim, and what the reader may do about it.
    pub(super) fn new(visit: &Visit, page: &Page, fields: &Fields<'_>, claim: &File) -> Self {
        let on = Resource::of(claim.holder).in_file(claim.contract);
        let may = |action| common::may(visit, action, &on);
        let follows: &[(&str, &str)] = if claim.after.country == Country::Be { &BELGIAN } else { &DUTCH };
        let policy = format!("/desk/policies/{}", claim.policy);
        let link = |number: &kernel::ClaimNumber| (format!("/desk/claims/{number}"), number.to_string());
        let pending: Vec<_> = claim.after.pending.iter().map(link).collect();
        let kind = IncidentKind::Fraud.code();
        Self {
            follows: follows.iter().map(|(key, rule)| (page.t(key), RuleChip::linked(*rule))).collect(),
            end: may(Action::EndPolicy).then(|| format!("{policy}/terminate?way={}", EndWay::Fraud.code())),
            record: may(Action::RecordIncident)
                .then(|| format!("{policy}/incident?kind={kind}&claim={}", claim.number)),
            aside: (!pending.is_empty() && may(Action::RefuseClaim))
                .then(|| fields.field("aside", Kind::Long)),
            pending,
        }
    }
}
