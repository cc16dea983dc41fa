//! Who did something, through which channel; what kind of thing is insured.

use serde::{Deserialize, Serialize};

use crate::Id;

/// Who acts. Every event names one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Actor {
    /// The person, company or machine.
    pub id: Id,
    /// In which role.
    pub role: Role,
    /// Through which channel.
    pub channel: Channel,
    /// For whom, when not for themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<Id>,
    /// Reference to what proves it (a session, a message, a signed paper). Nothing personal stands here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<String>,
}

impl Actor {
    /// Somebody acting for themselves.
    pub fn new(id: Id, role: Role, channel: Channel) -> Self {
        Self { id, role, channel, on_behalf_of: None, proof: None }
    }

    /// The same actor, acting for somebody else.
    #[must_use]
    pub fn for_other(mut self, other: Id) -> Self {
        self.on_behalf_of = Some(other);
        self
    }

    /// The same actor with a reference to the proof.
    #[must_use]
    pub fn with_proof(mut self, reference: impl Into<String>) -> Self {
        self.proof = Some(reference.into());
        self
    }
}

crate::text_enum! {
    /// The role in which somebody acts.
    pub enum Role {
        /// Who took the policy.
        Policyholder = "policyholder",
        /// Desk: accepts applications.
        Acceptance = "acceptance",
        /// Desk: handles claims.
        Claims = "claims",
        /// Desk: premium, payments, accounts.
        Finance = "finance",
        /// Desk: complaints.
        Complaints = "complaints",
        /// Desk: personal data.
        PrivacyManager = "privacy-manager",
        /// Desk: products and wordings.
        ProductManager = "product-manager",
        /// Desk: reads everything, changes nothing.
        Auditor = "auditor",
        /// Desk: leads, approves.
        Manager = "manager",
        /// Runs the installation.
        Operator = "operator",
        /// Shop or intermediary that sells.
        Partner = "partner",
        /// Repairs or replaces devices.
        Repairer = "repairer",
        /// Carries the risk.
        Insurer = "insurer",
        /// The system itself: what time does, and bank files.
        Machine = "machine",
        /// Nobody we know yet.
        Anonymous = "anonymous",
    }
}

impl Role {
    /// Whether it is one of the administrator's own people.
    pub const fn is_desk(self) -> bool {
        matches!(
            self,
            Self::Acceptance
                | Self::Claims
                | Self::Finance
                | Self::Complaints
                | Self::PrivacyManager
                | Self::ProductManager
                | Self::Auditor
                | Self::Manager
        )
    }
}

crate::text_enum! {
    /// The way something reached us.
    pub enum Channel {
        /// The customer's own pages.
        Portal = "portal",
        /// The desk's pages.
        Desk = "desk",
        /// A call.
        Phone = "phone",
        /// An e-mail.
        Email = "email",
        /// A letter.
        Post = "post",
        /// A partner's pages.
        Partner = "partner",
        /// A bank file.
        Bank = "bank",
        /// The system itself.
        Machine = "machine",
        /// The programming interface.
        Api = "api",
    }
}

crate::text_enum! {
    /// What kind of device is insured.
    pub enum DeviceKind {
        /// Mobile phone.
        Phone = "phone",
        /// Tablet.
        Tablet = "tablet",
        /// Laptop.
        Laptop = "laptop",
        /// Smartwatch; may not be sold in the Netherlands (`AMB-46`).
        Smartwatch = "smartwatch",
        /// Anything else.
        Other = "other",
    }
}
