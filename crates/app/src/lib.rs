//! The use cases: authorise, load, decide, save, in one transaction each.
//!
//! A use case is one function; none calls another. Verbs are plural: they take a slice of orders and load and write each
//! table once. What leaves the house (mail, letters, bank files) goes through the outbox after the commit.

pub mod acceptance;
pub mod access;
pub mod accounts;
pub mod apply;
pub mod approvals;
pub mod attachments;
pub mod basis;
pub mod campaigns;
pub mod changes;
pub mod claims;
pub mod contact;
pub mod contracts;
pub mod corrections;
pub mod day;
pub mod delivery;
mod devices;
pub mod drafts;
pub mod effects;
pub mod endings;
pub mod error;
pub mod find;
pub mod identity;
pub mod incidents;
mod known;
pub mod letters;
pub mod mandates;
pub mod money;
pub mod open;
pub mod parties;
pub mod partner;
mod payer_name;
pub mod portfolio;
pub mod products;
pub mod requests;
pub mod schema;
pub mod screening;
pub mod sealed;
pub mod streams;
pub mod tasks;
#[doc(hidden)]
pub mod testing;
pub mod verify;
pub mod views;

use std::sync::Arc;

use kernel::{Id, Instant, Shard};
use store::{Db, entropy::SharedEntropy, objects::Objects, vault::Vault};

pub use error::{AppError, Refused};

/// Everything the use cases need. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Parts>);

/// The parts of an [`App`].
pub struct Parts {
    /// The database.
    pub db: Db,
    /// The vault, over its own database of keys.
    pub vault: Vault,
    /// The folder of attachments.
    pub objects: Objects,
    /// Product versions and agreements.
    pub products: products::Products,
    /// Who may do what.
    pub access: access::Access,
    /// Randomness from the shell.
    pub entropy: SharedEntropy,
    /// The sanctions screening.
    pub screener: Box<dyn screening::Screener>,
    /// Address of the portal as customers type it, without a slash at the end: links in mails begin with it.
    pub portal_url: String,
}

impl std::ops::Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "App({:?})", self.db)
    }
}

impl App {
    /// Puts the parts together, over a database that is migrated, and publishes the shipped product versions.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn new(parts: Parts, now: Instant) -> Result<Self, AppError> {
        parts.products.publish_shipped(&parts.db, now)?;
        let app = Self(Arc::new(parts));
        app.look_at_products()?;
        Ok(app)
    }

    /// Sees what was published since, here or by another node. Use cases look by themselves; this is for pages that only show
    /// what is sold.
    ///
    /// # Errors
    /// [`AppError::Store`]; [`AppError::Damaged`] when a published version cannot be read.
    pub fn look_at_products(&self) -> Result<(), AppError> {
        let app = self.clone();
        self.db.read(move |tx| app.products.look(tx))
    }

    /// A new id in a shard. Its time is spread over the minute after `now`: a run gives thousands of ids at one business
    /// instant, and the random part of an id alone would make some of them meet.
    pub fn new_id(&self, shard: Shard, now: Instant) -> Id {
        const SPREAD_MILLIS: u64 = 1 << 16;
        let draw = self.draw();
        let spread = std::time::Duration::from_millis((draw >> 12) % SPREAD_MILLIS);
        Id::new(shard, now.checked_add(spread).unwrap_or(now), draw)
    }

    /// A shard for somebody new.
    pub fn new_shard(&self) -> Shard {
        Shard::of(self.draw())
    }

    /// 64 random bits.
    pub fn draw(&self) -> u64 {
        let mut bytes = [0; 8];
        self.entropy.fill(&mut bytes);
        u64::from_le_bytes(bytes)
    }

    /// The machine as an actor: what it does in time's name, and never a refusal or a finding.
    pub fn machine() -> kernel::Actor {
        let id = Id::from_i64(1).expect("one is an id");
        kernel::Actor::new(id, kernel::Role::Machine, kernel::Channel::Machine)
    }
}
