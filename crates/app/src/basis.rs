//! What the desk had something from, when it enters it on somebody's word: a note of who said what, and the paper if there is
//! one (GEN-FORM-01, AMB-20). Sealed, because both name people.

use kernel::{Id, Instant, VaultRef};
use serde::{Deserialize, Serialize};
use store::Tx;

use crate::{
    App, AppError,
    apply::Attached,
    attachments::{self, Upload},
    sealed::Purpose,
};

/// What was noted, and the paper.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Basis {
    /// Who said what, or what the letter says.
    pub note: String,
    /// The letter, mail or proof of authority.
    pub paper: Option<Attached>,
}

impl std::fmt::Debug for Basis {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Basis(sealed)")
    }
}

/// Seals a note and keeps its paper, for the event that refers to both. Answers none when there is neither.
///
/// # Errors
/// [`AppError::Store`].
pub fn seal(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    holder: Id,
    note: &str,
    paper: Option<&Upload>,
) -> Result<Option<VaultRef>, AppError> {
    let note = note.trim();
    if note.is_empty() && paper.is_none() {
        return Ok(None);
    }
    attachments::keep(tx, now, paper)?;
    let basis = Basis { note: note.to_owned(), paper: paper.map(|upload| upload.attached.clone()) };
    Ok(Some(app.seal(tx, now, (holder, Purpose::Desk, "basis"), None, &basis)?))
}
