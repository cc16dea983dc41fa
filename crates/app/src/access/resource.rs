//! What an act is about, as far as the rules care.

use kernel::Id;

/// Kinds of resource: the entity types of the policy set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// The public pages.
    Site,
    /// Somebody's login.
    Account,
    /// An application for cover.
    Application,
    /// A policy with its premiums and mandate.
    Policy,
    /// A claim with its evidence.
    Claim,
    /// An order to a repairer.
    RepairOrder,
    /// An entry in the register of incidents.
    Incident,
    /// A person or company with its personal data.
    Party,
    /// A schedule, letter or mail.
    Document,
    /// An entry on the work list.
    Task,
    /// Ledger, bank files, collections and payments.
    Books,
    /// What an insurer and the administrator owe each other.
    Settlement,
    /// Products and their conditions.
    Product,
    /// A change of premium or conditions over many policies.
    Campaign,
    /// Users, journal and operation of the house itself.
    System,
}

impl Kind {
    /// The name of the entity type in the policy set.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Site => "Site",
            Self::Account => "Account",
            Self::Application => "Application",
            Self::Policy => "Policy",
            Self::Claim => "Claim",
            Self::RepairOrder => "RepairOrder",
            Self::Incident => "Incident",
            Self::Party => "Party",
            Self::Document => "Document",
            Self::Task => "Task",
            Self::Books => "Books",
            Self::Settlement => "Settlement",
            Self::Product => "Product",
            Self::Campaign => "Campaign",
            Self::System => "System",
        }
    }
}

/// The marks of a resource that the rules compare with those of the user. Leave out what does not apply: a missing mark
/// matches nobody. Which [`Kind`] it is follows from the [`super::Action`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Resource {
    /// The customer it belongs to (party id).
    pub owner: Option<Id>,
    /// The partners whom the customer lets look (PRIV-24): only authorisations that stand now.
    pub partners: Vec<Id>,
    /// Those of them whom the customer lets report damage or theft too.
    pub reporters: Vec<Id>,
    /// The repairer the order went to.
    pub repairer: Option<Id>,
    /// The insurer's code.
    pub insurer: Option<String>,
    /// The application or policy it belongs to (both carry one id).
    pub file: Option<Id>,
    /// The user whose login it is.
    pub account: Option<Id>,
    /// Who proposed what waits for a second pair of eyes (OFFICE-15): actor id.
    pub proposer: Option<Id>,
}

impl Resource {
    /// A resource without marks: for those who may see all.
    #[must_use]
    pub fn any() -> Self {
        Self::default()
    }

    /// Something of this customer's.
    #[must_use]
    pub fn of(owner: Id) -> Self {
        Self { owner: Some(owner), ..Self::default() }
    }

    /// The login of this user.
    #[must_use]
    pub fn account(user: Id) -> Self {
        Self { account: Some(user), ..Self::default() }
    }

    /// Within this application or policy.
    #[must_use]
    pub fn in_file(mut self, file: Id) -> Self {
        self.file = Some(file);
        self
    }

    /// Open to these partners.
    #[must_use]
    pub fn open_to(mut self, partners: impl IntoIterator<Item = Id>) -> Self {
        self.partners.extend(partners);
        self
    }

    /// Open to reports by these partners.
    #[must_use]
    pub fn reported_by(mut self, partners: impl IntoIterator<Item = Id>) -> Self {
        self.reporters.extend(partners);
        self
    }

    /// Ordered from this repairer.
    #[must_use]
    pub fn ordered_from(mut self, repairer: Id) -> Self {
        self.repairer = Some(repairer);
        self
    }

    /// At the risk of this insurer.
    #[must_use]
    pub fn insured_by(mut self, insurer: impl Into<String>) -> Self {
        self.insurer = Some(insurer.into());
        self
    }

    /// Proposed by this actor.
    #[must_use]
    pub fn proposed_by(mut self, proposer: Id) -> Self {
        self.proposer = Some(proposer);
        self
    }
}
