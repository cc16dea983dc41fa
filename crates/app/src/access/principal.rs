//! Who asks.

use kernel::{Actor, Channel, Id, Role};

/// Somebody who acts, with the roles and scopes they hold. Staff may hold several roles, everybody else holds one
/// (`identity` sees to that), so that one scope answers a list query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Principal {
    /// User id; for a customer without account the party id; for the machine its own fixed id.
    pub id: Id,
    /// Roles, in the order in which they are tried.
    pub roles: Vec<Role>,
    /// The customer this user is. Staff may carry it too: then they cannot decide in their own affairs.
    pub party: Option<Id>,
    /// The shop this user works for.
    pub partner: Option<Id>,
    /// The repairer this user works for.
    pub repairer: Option<Id>,
    /// The code of the insurer this user works for.
    pub insurer: Option<String>,
    /// Set when the session came through a mailed link: this application or policy only.
    pub file: Option<Id>,
}

impl Principal {
    /// Nobody known: the public site only.
    #[must_use]
    pub fn anonymous(id: Id) -> Self {
        Self::with_role(id, Role::Anonymous)
    }

    /// The machine's own actor: the daily run, the bank's entries, screening.
    #[must_use]
    pub fn machine(id: Id) -> Self {
        Self::with_role(id, Role::Machine)
    }

    /// A user in one role, without any scope yet.
    #[must_use]
    pub fn with_role(id: Id, role: Role) -> Self {
        Self { id, roles: vec![role], party: None, partner: None, repairer: None, insurer: None, file: None }
    }

    /// A customer with an account.
    #[must_use]
    pub fn customer(user: Id, party: Id) -> Self {
        Self { party: Some(party), ..Self::with_role(user, Role::Policyholder) }
    }

    /// A customer without account who came through a mailed link: one application or policy only.
    #[must_use]
    pub fn customer_by_link(party: Id, file: Id) -> Self {
        Self { party: Some(party), file: Some(file), ..Self::with_role(party, Role::Policyholder) }
    }

    /// As the actor on an event, in the role that the grant names.
    #[must_use]
    pub fn actor(&self, role: Role, channel: Channel) -> Actor {
        Actor::new(self.id, role, channel)
    }
}
