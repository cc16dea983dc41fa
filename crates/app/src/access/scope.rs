//! How far a permission reaches: what list queries take.

use super::{Principal, Resource};
use kernel::Id;

/// What a list may show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// Everything.
    All,
    /// What belongs to this customer.
    Own(Id),
    /// What belongs to this customer within one application or policy (mailed link).
    File {
        /// The customer.
        party: Id,
        /// The application or policy.
        file: Id,
    },
    /// What customers let this partner see (PRIV-24).
    Partner(Id),
    /// What customers let this partner report for them.
    Reporter(Id),
    /// What was ordered from this repairer.
    Repairer(Id),
    /// What this insurer carries.
    Insurer(String),
    /// The login of this user.
    Account(Id),
    /// Nothing.
    None,
}

impl Scope {
    /// Whether the list would show this resource.
    #[must_use]
    pub fn covers(&self, resource: &Resource) -> bool {
        match self {
            Self::All => true,
            Self::Own(party) => resource.owner == Some(*party),
            Self::File { party, file } => resource.owner == Some(*party) && resource.file == Some(*file),
            Self::Partner(partner) => resource.partners.contains(partner),
            Self::Reporter(partner) => resource.reporters.contains(partner),
            Self::Repairer(repairer) => resource.repairer == Some(*repairer),
            Self::Insurer(insurer) => resource.insurer.as_deref() == Some(insurer),
            Self::Account(user) => resource.account == Some(*user),
            Self::None => false,
        }
    }

    /// The scopes this user could reach at all, widest first.
    pub(super) fn candidates(who: &Principal) -> Vec<Self> {
        let mut scopes = vec![Self::All];
        match (who.party, who.file) {
            (Some(party), None) => scopes.push(Self::Own(party)),
            (Some(party), Some(file)) => scopes.push(Self::File { party, file }),
            (None, _) => {}
        }
        scopes.extend(who.partner.map(Self::Partner));
        scopes.extend(who.partner.map(Self::Reporter));
        scopes.extend(who.repairer.map(Self::Repairer));
        scopes.extend(who.insurer.clone().map(Self::Insurer));
        scopes.push(Self::Account(who.id));
        scopes
    }

    /// A resource that this scope covers and no narrower reason would: what the policy set is asked about.
    /// It is proposed by somebody else, since lists are read before a second pair of eyes is asked for.
    pub(super) fn example(&self, somebody_else: Id) -> Resource {
        let any = Resource::any().proposed_by(somebody_else);
        match self {
            Self::All | Self::None => any,
            Self::Own(party) => Resource { owner: Some(*party), ..any },
            Self::File { party, file } => Resource { owner: Some(*party), file: Some(*file), ..any },
            Self::Partner(partner) => any.open_to([*partner]),
            Self::Reporter(partner) => any.reported_by([*partner]),
            Self::Repairer(repairer) => any.ordered_from(*repairer),
            Self::Insurer(insurer) => any.insured_by(insurer),
            Self::Account(user) => Resource { account: Some(*user), ..any },
        }
    }
}
