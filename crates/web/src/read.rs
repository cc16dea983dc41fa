//! Fields of a form read by the type that cannot hold a wrong value; what is wrong stays with its field, in the reader's
//! language.

use app::AppError;
use app::attachments::{self, Upload};
use app::sealed::Purpose;
use kernel::{Date, Id};

use crate::form::{Filled, day};
use crate::{Failure, Visit, Words};

/// A form being read.
pub(crate) struct Reader<'a> {
    pub(crate) words: Words,
    pub(crate) filled: &'a mut Filled,
}

impl Reader<'_> {
    /// Notes what is wrong with a field, by the key of its text.
    pub(crate) fn wrong(&mut self, field: &str, key: &str) {
        let message = self.words.t(key);
        self.filled.wrong(field, message);
    }

    /// One line that must be there, of at most 200 characters.
    pub(crate) fn text(&mut self, field: &str) -> Option<String> {
        let text = self.filled.get(field);
        let is_long = text.chars().count() > 200;
        let text =
            (!text.is_empty() && !is_long && !text.chars().any(char::is_control)).then(|| text.to_owned());
        if text.is_none() {
            self.wrong(field, if is_long { "form-too-long" } else { "form-required" });
        }
        text
    }

    /// One of these values.
    pub(crate) fn one_of(&mut self, field: &str, values: &[&str]) -> Option<String> {
        let found =
            values.iter().find(|value| **value == self.filled.get(field)).map(|value| (*value).to_owned());
        if found.is_none() {
            self.wrong(field, "form-choose");
        }
        found
    }

    /// Something that must be there, by its own parser; the parser's code is the key of what is wrong.
    pub(crate) fn needed<T>(
        &mut self,
        field: &str,
        parse: impl Fn(&str) -> Result<T, &'static str>,
    ) -> Option<T> {
        match parse(self.filled.get(field)) {
            Ok(value) => Some(value),
            Err(code) => {
                let message = self.words.wrong(code);
                self.filled.wrong(field, message);
                None
            }
        }
    }

    /// The same, which may be left out.
    pub(crate) fn optional<T>(
        &mut self,
        field: &str,
        parse: impl Fn(&str) -> Result<T, &'static str>,
    ) -> Option<T> {
        self.filled.given(field)?;
        self.needed(field, parse)
    }

    /// A day, today at the latest.
    pub(crate) fn past_day(&mut self, field: &str, today: Date) -> Option<Date> {
        let found = day(self.filled.get(field));
        match found {
            None => self.wrong(field, "form-date-wrong"),
            Some(date) if date > today => self.wrong(field, "form-date-future"),
            Some(_) => return found,
        }
        None
    }
}

/// A file that must be no larger than we take, checked by content and sealed for `holder`. Notes what is wrong with it.
pub(crate) async fn paper(
    visit: &Visit,
    filled: &mut Filled,
    field: &str,
    (holder, purpose): (Id, Purpose),
) -> Result<Option<Upload>, Failure> {
    let words = visit.words();
    if filled.oversized().iter().any(|name| name == field) {
        let megabytes = crate::part::MAX_FILE_BYTES >> 20;
        filled.wrong(field, words.with("form-file-too-large", "mb", megabytes));
        return Ok(None);
    }
    let Some(file) = filled.files(field).next().cloned() else { return Ok(None) };
    let (app, now) = (visit.app()?.clone(), visit.now());
    let stored = tokio::task::spawn_blocking(move || {
        attachments::store(&app, now, (holder, purpose), &file.bytes, &file.name)
    });
    match stored.await.map_err(|error| Failure::fault("an upload gave up", error))? {
        Ok(upload) => Ok(Some(upload)),
        Err(AppError::Refused(refused)) => {
            filled.wrong(field, words.refusal(&refused));
            Ok(None)
        }
        Err(error) => Err(error.into()),
    }
}
