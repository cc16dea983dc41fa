//! What is wrong with a bank file, as a person reads it. What cannot be read is refused with its place; what can be read and
//! is odd is kept with what was found.

use kernel::{Instant, Rule};
use sepa::read::{Finding, ReadError, ReadFault};
use store::{Tx, params, sql};

use super::sheet::{File, Sheet};
use crate::{AppError, Refused};

/// Findings kept of one file; more are counted in the last.
pub(super) const FINDINGS_MAX: usize = 100;
/// The finding of a statement that does not begin where the one before ended.
pub(super) const GAP: &str = "odd-gap";

/// The refusal of a file that cannot be read: line, element, and what to do. Nothing personal: the names of elements only.
pub(super) fn unreadable(error: &ReadError) -> AppError {
    let what = match &error.fault {
        ReadFault::Io(_) | ReadFault::Empty | ReadFault::Truncated => "incomplete",
        ReadFault::NotXml | ReadFault::Mixed | ReadFault::Trailing => "no-xml",
        ReadFault::Doctype | ReadFault::Entity => "hostile",
        ReadFault::Encoding { .. } | ReadFault::NotUtf8 => "encoding",
        ReadFault::Kind { .. } => "kind",
        ReadFault::Account => "account",
        ReadFault::Missing(_)
        | ReadFault::Twice(_)
        | ReadFault::Amount
        | ReadFault::Currency
        | ReadFault::Date
        | ReadFault::Number
        | ReadFault::Code => "schema",
        ReadFault::FileTooLarge { .. }
        | ReadFault::TokenTooLong { .. }
        | ReadFault::TextTooLong { .. }
        | ReadFault::TooDeep { .. }
        | ReadFault::TooMany { .. } => "too-large",
    };
    let element = if error.element.is_empty() { "–" } else { &error.element };
    let refused = Refused::new("statement-unreadable", None).with("what", what).with("line", error.line);
    refused.with("element", element).with("why", &error.fault).into()
}

/// What is odd about a file of statements or notifications; empty when it can be booked as it is.
pub(super) fn of_file(tx: &mut Tx<'_>, now: Instant, file: &File) -> Result<Vec<Refused>, AppError> {
    let mut odd = Vec::new();
    let mut before: Option<&Sheet> = None;
    for sheet in &file.sheets {
        let about = |refused: Refused| refused.with("statement", &sheet.key);
        odd.extend(sheet.end.findings.iter().filter_map(of_finding).map(about));
        if sheet.to > kernel::local_date(now, sheet.country) {
            odd.push(about(Refused::new("odd-future", None).with("day", sheet.to)));
        }
        if !sheet.is_notice {
            let previous = before.filter(|before| before.account == sheet.account && before.to <= sheet.to);
            odd.extend(gap(tx, sheet, previous)?.map(about));
            before = Some(sheet);
        }
    }
    if odd.len() > FINDINGS_MAX {
        let more = odd.len() - FINDINGS_MAX + 1;
        odd.truncate(FINDINGS_MAX - 1);
        odd.push(Refused::new("odd-more", None).with("n", more));
    }
    Ok(odd)
}

/// The other findings of a file only inform.
fn of_finding(finding: &Finding) -> Option<Refused> {
    let odd = |code| Some(Refused::new(code, None));
    let amount = |amount: &sepa::Amount| amount.euro().map_or_else(|| amount.to_string(), |m| m.to_string());
    match finding {
        Finding::Balance { computed, stated } => odd("odd-balance")
            .map(|found| found.with("computed", amount(computed)).with("stated", amount(stated))),
        Finding::BalanceWithoutSign => odd("odd-sign"),
        Finding::EntryCount { stated, found } => {
            odd("odd-count").map(|odd| odd.with("stated", stated).with("found", found))
        }
        Finding::ImpossibleAmount(entry) => odd("odd-amount").map(|found| found.with("entry", entry)),
        Finding::OtherCurrency(entry) => odd("odd-currency").map(|found| found.with("entry", entry)),
        Finding::UnknownStatus(entry) => odd("odd-status").map(|found| found.with("entry", entry)),
        Finding::UnknownReason(entry, code) => {
            let found = Refused::new("odd-reason", Some(Rule("LAW-SEPA-11")));
            Some(found.with("entry", entry).with("reason", code))
        }
        Finding::NoOpeningBalance
        | Finding::NoClosingBalance
        | Finding::AccountNotIban
        | Finding::PageMissing
        | Finding::Copy
        | Finding::NoStatus(_)
        | Finding::NoBookingDate(_)
        | Finding::TransactionSum(_) => None,
    }
}

/// Whether a statement is missing before this one. One that begins where an earlier one began is an overlap: what is known of
/// it is passed over.
fn gap(tx: &mut Tx<'_>, sheet: &Sheet, previous: Option<&Sheet>) -> Result<Option<Refused>, AppError> {
    let booked = tx.query_opt(
        sql!(
            "select id from statement where id = ?1 or (account = ?2 and statement_id = ?3 and to_date = ?4)"
        ),
        &params![sheet.id, sheet.account.as_str(), sheet.key.as_str(), sheet.to],
    )?;
    if booked.is_some() {
        return Ok(None);
    }
    let before = tx.query_opt(
        sql!(
            "select to_date, closing_cents from statement where account = ?1 and to_date <= ?2 \
             order by to_date desc, from_date desc, coalesce(sequence, 0) desc, imported_us desc, id desc limit 1"
        ),
        &params![sheet.account.as_str(), sheet.to],
    )?;
    let mut closing = None;
    if let Some(row) = before {
        closing = Some((row.date("to_date")?, row.money("closing_cents")?));
    }
    if let Some(previous) = previous.filter(|p| closing.is_none_or(|(to, _)| p.to >= to)) {
        closing = Some((previous.to, previous.closing));
    }
    let Some((_, closing)) = closing.filter(|(_, closing)| *closing != sheet.opening) else {
        return Ok(None);
    };
    let overlap = tx.query_opt(
        sql!(
            "select id from statement where account = ?1 and opening_cents = ?2 and from_date >= ?3 and to_date <= ?4 \
             limit 1"
        ),
        &params![sheet.account.as_str(), sheet.opening, sheet.from, sheet.to],
    )?;
    let found =
        Refused::new(GAP, Some(Rule("NL-DUN-02"))).with("opening", sheet.opening).with("closing", closing);
    Ok(overlap.is_none().then_some(found))
}
