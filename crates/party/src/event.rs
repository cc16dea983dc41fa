//! What can happen to a party.

use kernel::{Country, Language, VaultRef};
use serde::{Deserialize, Serialize};

/// What a party is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartyKind {
    /// A natural person.
    Person,
    /// A company or other body.
    Company,
}

/// An event of a party. Names and fields are the eternal format.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum PartyEvent {
    /// We came to know somebody.
    Registered {
        /// Person or company.
        kind: PartyKind,
        /// Country of residence.
        country: Country,
        /// Language for everything written.
        language: Language,
        /// Whether legal notices may go by e-mail (LAW-NL-INS-03).
        by_email: bool,
        /// The sealed [`Profile`](crate::Profile).
        profile: VaultRef,
    },
    /// Name, address or contact data changed (NL-OBL-04).
    ProfileChanged {
        /// The new sealed profile.
        profile: VaultRef,
        /// What the desk had it from, sealed; none when the party said so themselves.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        basis: Option<VaultRef>,
    },
    /// Language or the consent to e-mail changed; consent may be taken back at any time.
    PreferencesChanged {
        /// Language for everything written.
        language: Language,
        /// Whether legal notices may go by e-mail.
        by_email: bool,
        /// What the desk had it from, sealed; none when the party said so themselves.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        basis: Option<VaultRef>,
    },
}

impl PartyEvent {
    /// The version in which every event is written now.
    pub const VERSION: i64 = 1;

    /// The name under which the event is stored.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Registered { .. } => "registered",
            Self::ProfileChanged { .. } => "profile-changed",
            Self::PreferencesChanged { .. } => "preferences-changed",
        }
    }
}

/// Where a party stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Party {
    /// Person or company.
    pub kind: PartyKind,
    /// Country of residence.
    pub country: Country,
    /// Language for everything written.
    pub language: Language,
    /// Whether legal notices may go by e-mail.
    pub by_email: bool,
    /// The sealed profile in force.
    pub profile: VaultRef,
}

impl Party {
    /// The version of this state as it is cached.
    pub const STATE_VERSION: i64 = 1;

    /// The party after one more event.
    ///
    /// # Panics
    /// When the stream does not begin with `Registered` or registers twice: the journal is damaged.
    pub fn next(party: Option<Self>, event: &PartyEvent) -> Self {
        match (party, event) {
            (None, PartyEvent::Registered { kind, country, language, by_email, profile }) => Self {
                kind: *kind,
                country: *country,
                language: *language,
                by_email: *by_email,
                profile: profile.clone(),
            },
            (Some(party), PartyEvent::ProfileChanged { profile, .. }) => {
                Self { profile: profile.clone(), ..party }
            }
            (Some(party), PartyEvent::PreferencesChanged { language, by_email, .. }) => {
                Self { language: *language, by_email: *by_email, ..party }
            }
            (None, _) => panic!("a party begins with its registration"),
            (Some(_), PartyEvent::Registered { .. }) => panic!("a party is registered once"),
        }
    }
}
