//! People and companies: who they are to us, how we may reach them, and in which language.
//!
//! A party is the fold of its [`PartyEvent`]s, which hold no personal data; names, addresses and contact data are a
//! [`Profile`], sealed in the vault, to which the events refer.
#![warn(missing_docs)]

mod event;
mod profile;

pub use event::{Party, PartyEvent, PartyKind};
pub use profile::{Payee, PostalAddress, Profile};
