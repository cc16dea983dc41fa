//! Sealing and opening what is personal, in the words of the domain.

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

    /// Opens something; `None` when it was forgotten.
    ///
    /// # Errors
    /// [`AppError::Store`]; [`AppError::Damaged`] when it is not what the reference vouches for.
    pub fn unseal<T: DeserializeOwned>(
        &self,
        tx: &mut Tx<'_>,
        reference: &VaultRef,
    ) -> Result<Option<T>, AppError> {
        match self.vault.open_rows(tx, &[reference.id])?.remove(0) {
            Opened::Content(content) if hex(&content.commitment) != reference.commitment => {
                Err(AppError::damaged("a sealed row that an event vouches for", reference.id))
            }
            opened => Ok(opened.json()?),
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

/// Bytes as lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}
