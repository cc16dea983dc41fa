//! Who reports: the customer, or the desk for a customer who calls. Same questions, same draft; only the way back differs.

use app::access::Action;
use kernel::{Actor, Channel, ClaimNumber, PolicyNumber};

use crate::part::Crumb;
use crate::{Visit, Words};

/// Who reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// The customer.
    Customer,
    /// Somebody of the desk, for who calls (NL-CLAIM-01, BE-CLAIM-01).
    Desk,
}

impl By {
    /// By the page that was asked for.
    pub(super) fn of(visit: &Visit) -> Self {
        if visit.page().path.starts_with("/desk/") { Self::Desk } else { Self::Customer }
    }

    /// The page of the report.
    pub(super) fn here(self, policy: &str) -> String {
        match self {
            Self::Customer => format!("/my/claims/new/{policy}"),
            Self::Desk => format!("/desk/policies/{policy}/claim"),
        }
    }

    /// The way back.
    pub(super) fn crumb(self, words: Words, policy: &str) -> Crumb {
        match self {
            Self::Customer => Crumb { href: "/my/claims".to_owned(), text: words.t("nav-claims") },
            Self::Desk => Crumb { href: format!("/desk/policies/{policy}"), text: policy.to_owned() },
        }
    }

    /// Who acts: what the desk writes down for a caller came by phone.
    pub(super) fn actor(self, actor: Actor) -> Actor {
        match self {
            Self::Customer => actor,
            Self::Desk => Actor { channel: Channel::Phone, ..actor },
        }
    }

    /// Where one goes once it is sent: to the claim, or to the policy for who may not see claims.
    pub(super) fn after(self, visit: &Visit, claim: &ClaimNumber, policy: &PolicyNumber) -> String {
        match self {
            Self::Customer => format!("/my/claims/{claim}"),
            Self::Desk if may_see_claims(visit) => format!("/desk/claims/{claim}"),
            Self::Desk => format!("/desk/policies/{policy}"),
        }
    }
}

fn may_see_claims(visit: &Visit) -> bool {
    let asked = visit.app().ok().zip(visit.visitor());
    asked.is_some_and(|(app, visitor)| app.access.may_ever(&visitor.who, Action::ViewClaim))
}
