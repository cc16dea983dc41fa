//! Who reports: the customer, the desk for a customer who calls, or a partner that the customer lets (PRIV-24). Same questions;
//! the desk goes on with the customer's draft, a partner has one of its own. The way back differs.

use app::access::Action;
use app::claims::unsent::Whose;
use kernel::{Actor, Channel, ClaimNumber, Id, PolicyNumber, Role};

use crate::part::Crumb;
use crate::{Visit, Words};

/// Who reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// The customer.
    Customer,
    /// Somebody of the desk, for who calls (NL-CLAIM-01, BE-CLAIM-01).
    Desk,
    /// A user of the partner with this number.
    Partner(Id),
}

impl By {
    /// By who asks: a partner is one on whatever page; then by the page that was asked for.
    pub(super) fn of(visit: &Visit) -> Self {
        let partner = visit.visitor().filter(|visitor| visitor.role == Role::Partner);
        match partner.and_then(|visitor| visitor.who.partner) {
            Some(partner) => Self::Partner(partner),
            None if visit.page().path.starts_with("/desk/") => Self::Desk,
            None => Self::Customer,
        }
    }

    /// Whose draft of a report it is.
    pub(super) fn whose(self, contract: Id) -> Whose {
        match self {
            Self::Customer | Self::Desk => contract.into(),
            Self::Partner(partner) => Whose { contract, partner: Some(partner) },
        }
    }

    /// The page of the report.
    pub(super) fn here(self, policy: &str) -> String {
        match self {
            Self::Customer => format!("/my/claims/new/{policy}"),
            Self::Desk => format!("/desk/policies/{policy}/claim"),
            Self::Partner(_) => format!("/partner/policies/{policy}/claim"),
        }
    }

    /// The way back.
    pub(super) fn crumb(self, words: Words, policy: &str) -> Crumb {
        match self {
            Self::Customer => Crumb { href: "/my/claims".to_owned(), text: words.t("nav-claims") },
            Self::Desk => Crumb { href: format!("/desk/policies/{policy}"), text: policy.to_owned() },
            Self::Partner(_) => {
                Crumb { href: format!("/partner/policies/{policy}"), text: policy.to_owned() }
            }
        }
    }

    /// Who acts: what the desk writes down for a caller came by phone.
    pub(super) fn actor(self, actor: Actor) -> Actor {
        match self {
            Self::Customer | Self::Partner(_) => actor,
            Self::Desk => Actor { channel: Channel::Phone, ..actor },
        }
    }

    /// Where one goes once it is sent: to the claim, or to the policy for who may not see claims.
    pub(super) fn after(self, visit: &Visit, claim: &ClaimNumber, policy: &PolicyNumber) -> String {
        match self {
            Self::Customer => format!("/my/claims/{claim}"),
            Self::Desk if may_see_claims(visit) => format!("/desk/claims/{claim}"),
            Self::Desk => format!("/desk/policies/{policy}"),
            Self::Partner(_) => format!("/partner/policies/{policy}"),
        }
    }

    /// Where one goes once a report was thrown away.
    pub(super) fn back(self, policy: &str) -> String {
        match self {
            Self::Customer => "/my/claims".to_owned(),
            Self::Desk => format!("/desk/policies/{policy}"),
            Self::Partner(_) => format!("/partner/policies/{policy}"),
        }
    }
}

fn may_see_claims(visit: &Visit) -> bool {
    let asked = visit.app().ok().zip(visit.visitor());
    asked.is_some_and(|(app, visitor)| app.access.may_ever(&visitor.who, Action::ViewClaim))
}
