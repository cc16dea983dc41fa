//! Answers: as the wording reads them, and as people read them.

use app::claims::Question;
use kernel::Instant;
use terms::Kind;

use crate::Words;
use crate::form::{Filled, day};

/// An answer in the reader's words.
pub(super) fn said(words: Words, question: &Question, text: &str) -> String {
    let label = |name: &str| {
        let value = question.values.iter().find(|(value, _)| value == name);
        value.map_or_else(|| name.to_owned(), |(_, label)| label.clone())
    };
    match question.kind {
        Kind::Bool => words.t(if text == "yes" { "yes" } else { "no" }),
        Kind::Choice => label(text),
        Kind::Set if text.is_empty() => words.t("report-none"),
        Kind::Set => text.split(',').map(label).collect::<Vec<_>>().join("; "),
        Kind::Date => day(text).map_or_else(|| text.to_owned(), |date| words.date(&date)),
        Kind::Money => text.parse().map_or_else(|_| text.to_owned(), |amount| words.money(&amount)),
        Kind::Instant => local(words, text).map_or_else(|| text.to_owned(), |at| words.instant(&at)),
        Kind::Number | Kind::Term => text.to_owned(),
    }
}

/// A local date and time, `2026-03-01T10:00`, on the reader's clocks.
fn local(words: Words, text: &str) -> Option<Instant> {
    let local: jiff::civil::DateTime = text.parse().ok()?;
    Some(local.to_zoned(words.country.time_zone()).ok()?.timestamp())
}

/// The answer as the wording reads it; the inner `None` is "I don't know". Notes what is wrong.
pub(in crate::portal) fn read_answer(
    words: Words,
    filled: &mut Filled,
    question: &Question,
    may_skip: bool,
    now: Instant,
) -> Option<Option<String>> {
    let key = question.key();
    let fact = key.as_str();
    if may_skip && (filled.get(fact) == "unknown" || filled.ticked(&format!("{fact}_unknown"))) {
        return Some(None);
    }
    let given = filled.get(fact).to_owned();
    let outcome = match question.kind {
        Kind::Bool if given == "yes" || given == "no" => Ok(given),
        Kind::Choice if question.values.iter().any(|(value, _)| *value == given) => Ok(given),
        Kind::Bool | Kind::Choice => Err(words.t("form-choose")),
        Kind::Set => {
            let names: Vec<&str> = filled.all(fact).filter(|name| !name.is_empty()).collect();
            let known = |name: &&str| question.values.iter().any(|(value, _)| value == name);
            if names.iter().all(known) { Ok(names.join(",")) } else { Err(words.t("form-choose")) }
        }
        Kind::Date => match day(&given) {
            Some(date) => Ok(date.to_string()),
            None => Err(words.t("form-date-wrong")),
        },
        Kind::Instant => moment(words, filled, fact, now),
        Kind::Money => match given.parse::<kernel::Money>() {
            Ok(amount) => Ok(amount.to_string()),
            Err(error) => Err(words.wrong(error.code())),
        },
        Kind::Number | Kind::Term if given.is_empty() => Err(words.t("form-required")),
        Kind::Number | Kind::Term => Ok(given),
    };
    match outcome {
        Ok(text) => Some(Some(text)),
        Err(message) => {
            filled.wrong(fact, message);
            None
        }
    }
}

fn moment(words: Words, filled: &Filled, fact: &str, now: Instant) -> Result<String, String> {
    let date = day(filled.get(fact)).ok_or_else(|| words.t("form-date-wrong"))?;
    let time = filled.get(&format!("{fact}_time"));
    let clock: jiff::civil::Time =
        time.get(..5).unwrap_or(time).parse().map_err(|_| words.t("form-time-wrong"))?;
    let text = date.to_datetime(clock).strftime("%Y-%m-%dT%H:%M").to_string();
    let at = local(words, &text).ok_or_else(|| words.t("form-date-wrong"))?;
    if at > now { Err(words.t("form-date-future")) } else { Ok(text) }
}
