//! The vault: personal data sealed with a key per person and purpose, so that destroying the key forgets the data
//! everywhere, backups included. The keys lie in another database, wrapped by a master key that lies in neither.

use std::collections::HashMap;

use kernel::{Date, Id, Instant};

use crate::entropy::{SharedEntropy, draw};
use crate::seal::{Secret, commit, place};
use crate::{Db, Priority, Result, StoreError, Tx, params, row, schema, sql};

/// The longest thing to be sealed in a row, in bytes; larger ones are attachments, see [`crate::objects`].
pub const BYTES_MAX: usize = 1 << 20;
const SALT: usize = 16;
const PROOF: &[u8] = b"harmony vault master";

/// Seals, opens and forgets. Cheap to clone.
#[derive(Clone)]
pub struct Vault {
    keys: Db,
    master: Secret,
    index: Secret,
    pub(crate) entropy: SharedEntropy,
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Vault(keys in {})", self.keys.name())
    }
}

/// Something to be sealed.
#[derive(Clone, PartialEq, Eq)]
pub struct Seal {
    /// The id it gets; events refer to it.
    pub id: Id,
    /// Whose data it is.
    pub subject: Id,
    /// What it is kept for: key and retention go by it.
    pub purpose: String,
    /// What it is: `name`, `iban`, `imei`.
    pub class: String,
    /// When the purpose ends, where that is known already.
    pub keep_until: Option<Date>,
    /// The data.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for Seal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Seal({}, {}, {})", self.id, self.purpose, self.class)
    }
}

/// What an event holds of something sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// The row of the vault.
    pub id: Id,
    /// SHA-256 over a random salt (sealed too) and the data: proves later what was sealed, tells nothing by itself.
    pub commitment: [u8; 32],
}

/// Something opened.
#[derive(Clone, PartialEq, Eq)]
pub struct Content {
    /// The row of the vault.
    pub id: Id,
    /// Whose data it is.
    pub subject: Id,
    /// What it is kept for.
    pub purpose: String,
    /// What it is.
    pub class: String,
    /// When the purpose ends.
    pub keep_until: Option<Date>,
    /// The data.
    pub bytes: Vec<u8>,
    /// To be compared with the one in the event.
    pub commitment: [u8; 32],
}

impl std::fmt::Debug for Content {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Content({}, {}, {})", self.id, self.purpose, self.class)
    }
}

/// A row of the vault, unopened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The row.
    pub id: Id,
    /// What it is kept for.
    pub purpose: String,
    /// What it is.
    pub class: String,
    /// When the purpose ends.
    pub keep_until: Option<Date>,
}

/// What opening gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// The data.
    Content(Content),
    /// The key was destroyed: the data can never be read again. A normal answer, not an error.
    Forgotten,
}

impl Opened {
    /// The content; `None` when it was forgotten.
    #[must_use]
    pub fn content(self) -> Option<Content> {
        match self {
            Self::Content(content) => Some(content),
            Self::Forgotten => None,
        }
    }

    /// The content as text; `None` when it was forgotten.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] when it is not UTF-8.
    pub fn text(self) -> Result<Option<String>> {
        let Some(content) = self.content() else { return Ok(None) };
        let broken = || StoreError::corrupt(format!("vault row {} is not text", content.id));
        String::from_utf8(content.bytes.clone()).map(Some).map_err(|_| broken())
    }

    /// The content as JSON of a `T`; `None` when it was forgotten.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] when it is not.
    pub fn json<T: serde::de::DeserializeOwned>(self) -> Result<Option<T>> {
        let Some(content) = self.content() else { return Ok(None) };
        let broken =
            |_| StoreError::corrupt(format!("vault row {} does not have the form expected", content.id));
        serde_json::from_slice(&content.bytes).map(Some).map_err(broken)
    }
}

/// A key in use, with the id of its row.
#[derive(Clone)]
pub(crate) struct DataKey {
    pub(crate) id: Id,
    pub(crate) secret: Secret,
}

/// A key as it lies in the database of keys: `None` was destroyed.
pub(crate) type Found = HashMap<Id, Option<DataKey>>;

impl Vault {
    /// Opens the vault over the database of keys (its tables are made here). `master` wraps the keys, `index` keys the
    /// hashes of [`Vault::index`]; both come from files that only the operator's account can read.
    ///
    /// # Errors
    /// [`StoreError::Sealed`] when this is not the master key these keys were wrapped with; [`StoreError`] otherwise.
    pub fn open(
        keys: Db,
        master: [u8; 32],
        index: [u8; 32],
        entropy: SharedEntropy,
        now: Instant,
    ) -> Result<Self> {
        keys.migrate(schema::KEYS, now)?;
        keys.overwrite_what_is_deleted()?;
        let vault = Self { keys, master: Secret(master), index: Secret(index), entropy };
        vault.prove_master()?;
        Ok(vault)
    }

    /// Seals things, each with the key of its subject and purpose, which is made (and committed) where there is none yet.
    /// Answers in order.
    ///
    /// # Errors
    /// [`StoreError::TooLarge`]; [`StoreError`] of either database.
    pub fn seal(&self, tx: &mut Tx<'_>, now: Instant, seals: &[Seal]) -> Result<Vec<Sealed>> {
        if seals.iter().any(|seal| seal.bytes.len() > BYTES_MAX) {
            return Err(StoreError::TooLarge {
                what: "a thing to be sealed, in bytes",
                limit: BYTES_MAX as u64,
            });
        }
        let keys = self.keys_for(now, seals.iter().map(|seal| (seal.subject, seal.purpose.clone())))?;
        let mut rows = Vec::with_capacity(seals.len());
        let mut sealed = Vec::with_capacity(seals.len());
        for seal in seals {
            let key = &keys[&(seal.subject, seal.purpose.clone())];
            let salt: [u8; SALT] = draw(&*self.entropy);
            let plain = [&salt, seal.bytes.as_slice()].concat();
            let place = row_place(seal.id, seal.subject, &seal.purpose, &seal.class, key.id);
            let bytes = key.secret.seal(&*self.entropy, &place, &plain);
            rows.push(row![
                seal.id,
                seal.subject,
                &seal.purpose,
                &seal.class,
                key.id,
                seal.keep_until,
                now,
                bytes
            ]);
            sealed.push(Sealed { id: seal.id, commitment: commit(&salt, &seal.bytes) });
        }
        tx.insert(
            sql!(
                "insert into vault (id, subject, purpose, class, key_id, keep_until, created_us, sealed) values {rows}"
            ),
            &rows,
        )?;
        Ok(sealed)
    }

    /// Opens rows, in order.
    ///
    /// # Errors
    /// [`StoreError::Missing`] for a row that never was; [`StoreError::Sealed`] for one that was altered or moved, or
    /// whose key is not in the database of keys; [`StoreError`] of either database.
    pub fn open_rows(&self, tx: &mut Tx<'_>, ids: &[Id]) -> Result<Vec<Opened>> {
        let rows = tx.query_ids(
            sql!("select id, subject, purpose, class, key_id, keep_until, sealed from vault where id in ({ids})"),
            &params![],
            ids,
        )?;
        let mut key_ids = Vec::with_capacity(rows.len());
        for row in &rows {
            key_ids.push(row.id::<Id>("key_id")?);
        }
        let keys = self.keys_by_id(&key_ids)?;
        let mut opened = HashMap::with_capacity(rows.len());
        for mut row in rows {
            let (id, key_id): (Id, Id) = (row.id("id")?, row.id("key_id")?);
            let (subject, purpose, class) =
                (row.id::<Id>("subject")?, row.text("purpose")?, row.text("class")?);
            let fault = || StoreError::Sealed { what: format!("vault row {id}") };
            let Some(key) = keys.get(&key_id).ok_or_else(fault)? else {
                opened.insert(id, Opened::Forgotten);
                continue;
            };
            let place = row_place(id, subject, &purpose, &class, key_id);
            let mut plain = key.secret.open(&place, &row.take::<Vec<u8>>("sealed")?).ok_or_else(fault)?;
            if plain.len() < SALT {
                return Err(fault());
            }
            let bytes = plain.split_off(SALT);
            let commitment = commit(&plain, &bytes);
            let keep_until = row.opt_date("keep_until")?;
            opened.insert(
                id,
                Opened::Content(Content { id, subject, purpose, class, keep_until, bytes, commitment }),
            );
        }
        ids.iter()
            .map(|id| opened.get(id).cloned().ok_or(StoreError::Missing { what: "vault row", id: *id }))
            .collect()
    }

    /// The rows of a subject, oldest first, without opening them.
    ///
    /// # Errors
    /// [`StoreError`] of the query.
    pub fn rows_of(tx: &mut Tx<'_>, subject: Id) -> Result<Vec<Held>> {
        let rows = tx.query(
            sql!("select id, purpose, class, keep_until from vault where subject = ?1 order by id"),
            &params![subject],
        )?;
        rows.iter()
            .map(|row| {
                Ok(Held {
                    id: row.id("id")?,
                    purpose: row.text("purpose")?,
                    class: row.text("class")?,
                    keep_until: row.opt_date("keep_until")?,
                })
            })
            .collect()
    }

    /// Destroys the keys of these subjects and purposes: what they sealed, rows and attachments, is forgotten, in every
    /// copy. What is sealed later for the same gets a new key. Not part of any transaction, and not to be undone. Answers
    /// how many keys were destroyed (saying it twice: 0).
    ///
    /// # Errors
    /// [`StoreError`] of the database of keys.
    pub fn forget(&self, now: Instant, whats: &[(Id, &str)]) -> Result<u64> {
        let rows: Vec<_> = whats.iter().map(|(subject, purpose)| row![*subject, *purpose]).collect();
        let destroyed = self.keys.write(Priority::Click, move |tx| {
            tx.exec_rows(
                sql!(
                    "update vault_key set wrapped = null, destroyed_us = ?1 where destroyed_us is null and \
                     (subject, purpose) in (select column1, column2 from (values {rows:bigint,text}) as given)"
                ),
                &params![now],
                &rows,
            )
        })?;
        self.keys.overwrite_what_is_deleted()?;
        Ok(destroyed)
    }

    /// The keyed hash under which something personal can be found: `kind` is `email`, `imei`; `normalized` its one
    /// written form. 64 hexadecimal digits; without the index key nobody can try values out.
    #[must_use]
    pub fn index(&self, kind: &str, normalized: &str) -> String {
        crate::hex(&self.index.keyed_hash(&[b"index", kind.as_bytes(), normalized.as_bytes()]))
    }

    /// The name of an attachment: its keyed hash.
    pub(crate) fn object_name(&self, key: Id, bytes: &[u8]) -> String {
        crate::hex(&self.index.keyed_hash(&[b"object", &key.as_i64().to_be_bytes(), bytes]))
    }

    /// The live keys of subjects and purposes, made where missing.
    pub(crate) fn keys_for(
        &self,
        now: Instant,
        whats: impl Iterator<Item = (Id, String)>,
    ) -> Result<HashMap<(Id, String), DataKey>> {
        let mut whats: Vec<(Id, String)> = whats.collect();
        whats.sort();
        whats.dedup();
        let mut keys = self.live_keys(&whats)?;
        let missing: Vec<_> = whats.iter().filter(|what| !keys.contains_key(*what)).collect();
        if missing.is_empty() {
            return Ok(keys);
        }
        let mut rows = Vec::with_capacity(missing.len());
        for (subject, purpose) in missing {
            let id = self.new_key_id();
            let secret = Secret(draw(&*self.entropy));
            let wrapped = self.master.seal(&*self.entropy, &key_place(id, *subject, purpose), &secret.0);
            rows.push(row![id, *subject, purpose, wrapped, now]);
        }
        self.keys.write(Priority::Click, move |tx| {
            // Another node may have made the same key meanwhile: then its key counts.
            tx.exec_rows(
                sql!(
                    "insert into vault_key (id, subject, purpose, wrapped, created_us) values {rows} \
                     on conflict do nothing"
                ),
                &params![],
                &rows,
            )
        })?;
        keys = self.live_keys(&whats)?;
        match whats.iter().find(|what| !keys.contains_key(*what)) {
            None => Ok(keys),
            Some(_) => Err(StoreError::Busy { what: "a vault key is being destroyed" }),
        }
    }

    fn live_keys(&self, whats: &[(Id, String)]) -> Result<HashMap<(Id, String), DataKey>> {
        let rows: Vec<_> = whats.iter().map(|(subject, purpose)| row![*subject, purpose]).collect();
        let found = self.keys.read(move |tx| {
            tx.query_rows(
                sql!(
                    "select k.id as id, k.subject as subject, k.purpose as purpose, k.wrapped as wrapped \
                     from (values {rows:bigint,text}) as wanted join vault_key k \
                     on k.subject = wanted.column1 and k.purpose = wanted.column2 and k.destroyed_us is null"
                ),
                &params![],
                &rows,
            )
        })?;
        let mut keys = HashMap::with_capacity(found.len());
        for row in &found {
            let (id, subject, purpose): (Id, Id, String) =
                (row.id("id")?, row.id("subject")?, row.text("purpose")?);
            let key = self.unwrap_key(id, subject, &purpose, &row.bytes("wrapped")?)?;
            keys.insert((subject, purpose), key);
        }
        Ok(keys)
    }

    /// Keys by their id; destroyed ones are there with `None`.
    pub(crate) fn keys_by_id(&self, ids: &[Id]) -> Result<Found> {
        let ids = ids.to_vec();
        let rows = self.keys.read(move |tx| {
            tx.query_ids(
                sql!("select id, subject, purpose, wrapped from vault_key where id in ({ids})"),
                &params![],
                &ids,
            )
        })?;
        let mut keys = HashMap::with_capacity(rows.len());
        for row in &rows {
            let id: Id = row.id("id")?;
            let key = match row.opt_bytes("wrapped")? {
                None => None,
                Some(wrapped) => {
                    Some(self.unwrap_key(id, row.id("subject")?, &row.text("purpose")?, &wrapped)?)
                }
            };
            keys.insert(id, key);
        }
        Ok(keys)
    }

    fn unwrap_key(&self, id: Id, subject: Id, purpose: &str, wrapped: &[u8]) -> Result<DataKey> {
        self.master
            .open(&key_place(id, subject, purpose), wrapped)
            .and_then(|plain| plain.try_into().ok())
            .map(|secret| DataKey { id, secret: Secret(secret) })
            .ok_or_else(|| StoreError::Sealed { what: format!("vault key {id}") })
    }

    fn new_key_id(&self) -> Id {
        let drawn = i64::from_be_bytes(draw(&*self.entropy)) & i64::MAX;
        Id::from_i64(drawn.max(1)).expect("a positive number is an id")
    }

    /// Writes a proof of the master key at the first opening and checks it at every other.
    fn prove_master(&self) -> Result<()> {
        let proof = self.master.seal(&*self.entropy, PROOF, PROOF);
        let stored = self.keys.write(Priority::Click, move |tx| {
            tx.exec(
                sql!("insert into vault_master (id, proof) values (1, ?1) on conflict (id) do nothing"),
                &params![&proof],
            )?;
            tx.query_one(sql!("select proof from vault_master where id = 1"), &params![])?.bytes("proof")
        })?;
        match self.master.open(PROOF, &stored) {
            Some(_) => Ok(()),
            None => Err(StoreError::Sealed { what: format!("the vault of {}", self.keys.name()) }),
        }
    }
}

fn row_place(id: Id, subject: Id, purpose: &str, class: &str, key: Id) -> Vec<u8> {
    let [id, subject, key] = [id, subject, key].map(|id| id.as_i64().to_be_bytes());
    place(&[b"harmony/vault/1", &id, &subject, purpose.as_bytes(), class.as_bytes(), &key])
}

fn key_place(id: Id, subject: Id, purpose: &str) -> Vec<u8> {
    let [id, subject] = [id, subject].map(|id| id.as_i64().to_be_bytes());
    place(&[b"harmony/vault-key/1", &id, &subject, purpose.as_bytes()])
}
