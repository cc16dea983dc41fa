//! Files that come with a report: checked and sealed, each for itself.

use app::AppError;
use app::attachments::{self, Upload as Stored};
use app::sealed::Purpose;
use kernel::Id;

use crate::form::Filled;
use crate::part::MAX_FILE_BYTES;
use crate::{Failure, Visit};

/// Seals the files of a field for the claim. Notes what is wrong with them; what was right is kept all the same.
pub(in crate::portal) async fn store_all(
    visit: &Visit,
    filled: &mut Filled,
    field: &str,
    holder: Id,
) -> Result<Vec<Stored>, Failure> {
    let words = visit.words();
    if filled.oversized().iter().any(|name| name == field) {
        filled.wrong(field, words.with("form-file-too-large", "mb", MAX_FILE_BYTES >> 20));
    }
    if filled.empty().iter().any(|name| name == field) {
        filled.wrong(field, words.t("refusal-upload-empty"));
    }
    let files: Vec<_> = filled.files(field).cloned().collect();
    let mut stored = Vec::with_capacity(files.len());
    for file in files {
        let (app, now) = (visit.app()?.clone(), visit.now());
        let kept = tokio::task::spawn_blocking(move || {
            attachments::store(&app, now, (holder, Purpose::Claim), &file.bytes, &file.name)
        });
        match kept.await.map_err(|error| Failure::fault("an upload gave up", error))? {
            Ok(upload) => stored.push(upload),
            Err(AppError::Refused(refused)) => filled.wrong(field, words.refusal(&refused)),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(stored)
}
