//! Policyholders and others: registering them, and reading who they are.

use std::collections::BTreeMap;

use kernel::{Actor, Country, Id, Instant, Language};
use party::{Party, PartyEvent, PartyKind, Profile};
use store::{Tx, Value, row, sql, sql::Sql};

use crate::{
    App, AppError,
    find::{self, Key},
    sealed::Purpose,
    streams::{self, Loaded, Stream},
};

impl Stream for Party {
    type Event = PartyEvent;

    const WHAT: &'static str = "party";
    const STATE_VERSION: i64 = Party::STATE_VERSION;
    const EVENT_VERSION: u32 = 1;

    fn kind(event: &PartyEvent) -> &'static str {
        event.kind()
    }

    fn write(event: &PartyEvent) -> Vec<u8> {
        serde_json::to_vec(event).expect("an event always serialises")
    }

    fn read(_version: u32, body: &[u8]) -> Result<PartyEvent, serde_json::Error> {
        serde_json::from_slice(body)
    }

    fn next(state: Option<Self>, event: &PartyEvent, _effective: Instant) -> Self {
        Party::next(state, event)
    }

    fn select() -> &'static Sql {
        sql!("select id, version, state_version, state from party where id in ({ids})")
    }

    fn select_locked() -> &'static Sql {
        sql!(
            "select id, version, state_version, state from party where id in ({ids}) order by id {for_update}"
        )
    }

    fn upsert() -> &'static Sql {
        sql!(
            "insert into party (id, version, state_version, state, kind, country, language, by_email, profile) \
             values {rows} on conflict (id) do update set version = excluded.version, \
             state_version = excluded.state_version, state = excluded.state, kind = excluded.kind, \
             country = excluded.country, language = excluded.language, by_email = excluded.by_email, \
             profile = excluded.profile"
        )
    }

    fn row(&self, id: Id, version: i64, state: String, _now: Instant) -> Vec<Value> {
        let kind = match self.kind {
            PartyKind::Person => "person",
            PartyKind::Company => "company",
        };
        row![
            id,
            version,
            Self::STATE_VERSION,
            state,
            kind,
            self.country.code(),
            self.language.code(),
            self.by_email,
            self.profile.id
        ]
    }

    fn next_due(&self, _now: Instant) -> Option<Instant> {
        None
    }
}

/// Somebody to register.
#[derive(Debug)]
pub struct NewParty<'a> {
    /// Person or company.
    pub kind: PartyKind,
    /// Country of residence.
    pub country: Country,
    /// Language for everything written.
    pub language: Language,
    /// Whether legal notices may go by e-mail (LAW-NL-INS-03).
    pub by_email: bool,
    /// Who they are.
    pub profile: &'a Profile,
}

/// Registers a party under the id given.
///
/// # Errors
/// [`AppError::Store`].
pub fn register(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    id: Id,
    actor: &Actor,
    command: &str,
    new: &NewParty<'_>,
) -> Result<(), AppError> {
    let profile = app.seal(tx, now, (id, Purpose::Contract, "profile"), None, new.profile)?;
    if let Some(email) = &new.profile.email {
        find::remember(app, tx, &[(Key::Email(email), id)])?;
    }
    let mut party = Loaded::<Party>::empty(id);
    let registered = PartyEvent::Registered {
        kind: new.kind,
        country: new.country,
        language: new.language,
        by_email: new.by_email,
        profile,
    };
    party.add(registered, now, actor, command);
    streams::save(tx, now, [&party])
}

/// A party and, unless it was forgotten, who it is.
#[derive(Debug, Clone)]
pub struct Known {
    /// What is not personal.
    pub party: Party,
    /// What is; `None` when it was forgotten.
    pub profile: Option<Profile>,
}

/// Reads parties with their profiles.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`].
pub fn known(app: &App, tx: &mut Tx<'_>, ids: &[Id]) -> Result<BTreeMap<Id, Known>, AppError> {
    let mut found = BTreeMap::new();
    for (id, loaded) in streams::look::<Party>(tx, ids)? {
        if let Some(party) = loaded.state {
            let profile = app.unseal(tx, &party.profile)?;
            found.insert(id, Known { party, profile });
        }
    }
    Ok(found)
}
