//! A proof of purchase that is kept while the rest of the form is put right: the form carries a reference to it, with a mark
//! of ours, so that nobody can point to somebody else's.

use app::attachments::{self, Upload};
use app::sealed::Purpose;
use app::{App, AppError, Refused};
use kernel::Id;

use crate::form::Filled;
use crate::{Failure, Visit};

/// An upload and whom it is sealed for: the id that the applicant will have.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    pub(crate) holder: Id,
    pub(crate) upload: Upload,
}

impl Kept {
    /// The text for the form's hidden field.
    pub(crate) fn text(&self, app: &App) -> String {
        let content = serde_json::to_string(&self.upload).expect("names and numbers serialise");
        let body = format!("{}.{content}", self.holder);
        format!("{}.{body}", app.vault.index("kept-upload", &body))
    }

    fn read(app: &App, text: &str) -> Option<Self> {
        let (mark, body) = text.split_once('.')?;
        if app.vault.index("kept-upload", body) != mark {
            return None;
        }
        let (holder, content) = body.split_once('.')?;
        Some(Self { holder: holder.parse().ok()?, upload: serde_json::from_str(content).ok()? })
    }
}

/// The upload of a form: a new file, or the one kept from before. Notes what is wrong with it. `holder` is whose it becomes,
/// where that is known already.
pub(crate) async fn proof(
    visit: &Visit,
    filled: &mut Filled,
    holder: Option<Id>,
    is_needed: bool,
) -> Result<Option<Kept>, Failure> {
    let app = visit.app()?;
    let words = visit.words();
    let before = Kept::read(app, filled.get("kept")).filter(|kept| holder.is_none_or(|id| id == kept.holder));
    let field = "proof";
    if filled.oversized().iter().any(|name| name == field) {
        let message = words.with("form-file-too-large", "mb", crate::part::MAX_FILE_BYTES >> 20);
        filled.wrong(field, message);
        return Ok(before);
    }
    let Some(file) = filled.files(field).next().cloned() else {
        if before.is_none() && is_needed {
            filled.wrong(field, words.t("form-file-missing"));
        }
        return Ok(before);
    };
    let now = visit.now();
    let holder = holder
        .or_else(|| before.as_ref().map(|kept| kept.holder))
        .unwrap_or_else(|| app.new_id(app.new_shard(), now));
    let house = app.clone();
    let stored = tokio::task::spawn_blocking(move || {
        attachments::store(&house, now, (holder, Purpose::Contract), &file.bytes, &file.name)
    });
    match stored.await.map_err(|error| Failure::fault("an upload gave up", error))? {
        Ok(upload) => Ok(Some(Kept { holder, upload })),
        Err(AppError::Refused(refused)) => {
            note(words, filled, field, &refused);
            Ok(before)
        }
        Err(error) => Err(error.into()),
    }
}

fn note(words: crate::Words, filled: &mut Filled, field: &str, refused: &Refused) {
    filled.wrong(field, words.refusal(refused));
}
