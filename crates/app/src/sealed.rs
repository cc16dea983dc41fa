//! Sealing and opening what is personal, in the words of the domain.

use std::collections::HashMap;

use kernel::{Date, Id, Instant, VaultRef};
use serde::{Serialize, de::DeserializeOwned};
use store::{
    Tx,
    vault::{Opened, Seal},
};

use crate::{App, AppError};

/// What personal data is kept for (PRIV-19). Keys and retention go by it; names are the eternal format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// An application that was not confirmed yet.
    Draft,
    /// The contract: who, where, which device, which account (PRIV-01, PRIV-03).
    Contract,
    /// A claim: what happened, evidence (PRIV-03).
    Claim,
    /// Money: statements, payers, bank files (PRIV-21).
    Books,
    /// Letters as sent (PRIV-21).
    Letters,
    /// Reasons and notes of the desk.
    Desk,
    /// The register of incidents (PRIV-06): a key for each incident.
    Incident,
}

impl Purpose {
    /// The name it is stored under.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Contract => "contract",
            Self::Claim => "claim",
            Self::Books => "books",
            Self::Letters => "letters",
            Self::Desk => "desk",
            Self::Incident => "incident",
        }
    }
}

impl App {
    /// Seals something as JSON and gives the reference for an event. `keep_until` where the end of the purpose is known.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn seal<T: Serialize>(
        &self,
        tx: &mut Tx<'_>,
        now: Instant,
        (subject, purpose, class): (Id, Purpose, &str),
        keep_until: Option<Date>,
        content: &T,
    ) -> Result<VaultRef, AppError> {
        let bytes =
            serde_json::to_vec(content).map_err(|_| AppError::damaged("something to seal", subject))?;
        let seal = Seal {
            id: self.new_id(subject.shard(), now),
            subject,
            purpose: purpose.name().to_owned(),
            class: class.to_owned(),
            keep_until,
            bytes,
        };
        let sealed = self.vault.seal(tx, now, &[seal])?.remove(0);
        Ok(VaultRef { id: sealed.id, commitment: hex(&sealed.commitment) })
    }

    /// Seals many things of one purpose and class in one go; each comes with its subject. Answers in order.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn seal_all<T: Serialize>(
        &self,
        tx: &mut Tx<'_>,
        now: Instant,
        purpose: Purpose,
        contents: &[(Id, &str, T)],
    ) -> Result<Vec<VaultRef>, AppError> {
        let seal = |(subject, class, content): &(Id, &str, T)| {
            let bytes =
                serde_json::to_vec(content).map_err(|_| AppError::damaged("something to seal", *subject))?;
            Ok(Seal {
                id: self.new_id(subject.shard(), now),
                subject: *subject,
                purpose: purpose.name().to_owned(),
                class: (*class).to_owned(),
                keep_until: None,
                bytes,
            })
        };
        let seals = contents.iter().map(seal).collect::<Result<Vec<Seal>, AppError>>()?;
        let sealed = self.vault.seal(tx, now, &seals)?;
        Ok(sealed.into_iter().map(|s| VaultRef { id: s.id, commitment: hex(&s.commitment) }).collect())
    }

    /// Opens something; `None` when it was forgotten.
    ///
    /// # Errors
    /// [`AppError::Store`]; [`AppError::Damaged`] when it is not what the reference vouches for.
    pub fn unseal<T: DeserializeOwned>(
        &self,
        tx: &mut Tx<'_>,
        reference: &VaultRef,
    ) -> Result<Option<T>, AppError> {
        self.unseal_all(tx, [reference])?.get(reference)
    }

    /// Opens many things in one go.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn unseal_all<'a>(
        &self,
        tx: &mut Tx<'_>,
        references: impl IntoIterator<Item = &'a VaultRef>,
    ) -> Result<Unsealed, AppError> {
        let mut ids: Vec<Id> = references.into_iter().map(|reference| reference.id).collect();
        ids.sort_unstable();
        ids.dedup();
        let opened = self.vault.open_rows(tx, &ids)?;
        Ok(Unsealed(ids.into_iter().zip(opened).collect()))
    }

    /// Opens something as the very bytes that were sealed; `None` when it was forgotten.
    ///
    /// # Errors
    /// As [`App::unseal`].
    pub fn unseal_bytes(&self, tx: &mut Tx<'_>, reference: &VaultRef) -> Result<Option<Vec<u8>>, AppError> {
        match self.vault.open_rows(tx, &[reference.id])?.remove(0) {
            Opened::Content(content) if hex(&content.commitment) != reference.commitment => {
                Err(AppError::damaged("a sealed row that an event vouches for", reference.id))
            }
            Opened::Content(content) => Ok(Some(content.bytes)),
            Opened::Forgotten => Ok(None),
        }
    }

    /// Opens a row by its id, where no event vouches for it.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn unseal_row<T: DeserializeOwned>(&self, tx: &mut Tx<'_>, id: Id) -> Result<Option<T>, AppError> {
        Ok(self.vault.open_rows(tx, &[id])?.remove(0).json()?)
    }
}

/// Things opened together.
#[derive(Debug, Default)]
pub struct Unsealed(HashMap<Id, Opened>);

impl Unsealed {
    /// What the reference points to; `None` when it was forgotten.
    ///
    /// # Errors
    /// [`AppError::Missing`] when it was not among what was opened; [`AppError::Damaged`] when it is not what the reference
    /// vouches for.
    pub fn get<T: DeserializeOwned>(&self, reference: &VaultRef) -> Result<Option<T>, AppError> {
        match self.0.get(&reference.id) {
            None => Err(AppError::missing("a sealed row", reference.id)),
            Some(Opened::Content(content)) if hex(&content.commitment) != reference.commitment => {
                Err(AppError::damaged("a sealed row that an event vouches for", reference.id))
            }
            Some(opened) => Ok(opened.clone().json()?),
        }
    }
}

/// Bytes as lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}
