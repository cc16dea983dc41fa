//! The same entry in a notification (camt.054) and on a statement (camt.053), whichever comes first: booked once.
//!
//! A transaction says the same in both and is known by that. Where the bank gives a sum in the one and its transactions in
//! the other, the entries around them are alike and are paired. Balances are the statement's: a notification never moves them,
//! and what it shows of a day whose statement is booked was on that one, or comes with the next.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Date, Id, Instant, Money};
use ledger::Template;
use store::{Tx, params, row, sql};

use super::{
    items::Item,
    matching::{self, Booking, Tally},
    sheet::{File, Pass, Sheet},
};
use crate::{
    App, AppError,
    accounts::{self, NewPosting},
};

/// Which entries of a statement were booked from notifications.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    /// Of an entry of the statement: the keys under which its amounts are booked.
    by_entry: BTreeMap<String, Vec<String>>,
}

impl Pairs {
    /// The keys under which the entry of an item is booked already, if a notification brought it in other words.
    pub(super) fn of_entry(&self, item: &Item) -> Option<&[String]> {
        self.by_entry.get(&item.entry).map(Vec::as_slice)
    }

    /// Pairs a statement's entries with what notifications brought and no statement showed yet. What is word for word the
    /// same is left out: its key says it.
    pub(super) fn of(tx: &mut Tx<'_>, file: &File, sheet: &Sheet) -> Result<Self, AppError> {
        let rows = tx.query(
            sql!(
                "select fingerprint, statement, head, entry from statement_entry \
                 where notified = 1 and agreement = ?1 and booked_on <= ?2 order by booked_on, entry, fingerprint"
            ),
            &params![sheet.agreement.as_str(), sheet.to],
        )?;
        let mut brought: BTreeMap<(Id, String), (String, Vec<String>)> = BTreeMap::new();
        for row in rows {
            let place = (row.id("statement")?, row.text("entry")?);
            let head = row.text("head")?;
            brought.entry(place).or_insert_with(|| (head, Vec::new())).1.push(row.text("fingerprint")?);
        }
        let mut pairs = Self::default();
        if brought.is_empty() {
            return Ok(pairs);
        }
        let known: BTreeSet<String> = brought.values().flat_map(|(_, keys)| keys.clone()).collect();
        let (mut same, mut others) = (BTreeSet::new(), Vec::new());
        file.each(sheet, None, usize::MAX, |items| {
            for item in items {
                if known.contains(&item.key) {
                    same.insert(item.key);
                } else {
                    others.push((item.entry, item.head, item.key));
                }
            }
            Ok(())
        })?;
        let mut left: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
        for (head, keys) in brought.into_values() {
            if !keys.iter().any(|key| same.contains(key)) {
                left.entry(head).or_default().push(keys);
            }
        }
        // What an earlier part of this import has booked needs no pair.
        let asked: Vec<&str> = others.iter().map(|(_, _, key)| key.as_str()).collect();
        let mut booked: BTreeSet<String> = BTreeSet::new();
        for row in tx.query_keys(
            sql!("select fingerprint from statement_entry where fingerprint in ({ids})"),
            &params![],
            &asked,
        )? {
            booked.insert(row.text("fingerprint")?);
        }
        for (entry, head, key) in others {
            if booked.contains(&key) || pairs.by_entry.contains_key(&entry) {
                continue;
            }
            if let Some(keys) = left.get_mut(&head).and_then(Vec::pop) {
                pairs.by_entry.insert(entry, keys);
            }
        }
        Ok(pairs)
    }
}

/// What notifications brought is on a statement now, and belongs to it.
pub(super) fn take_over(tx: &mut Tx<'_>, statement: Id, keys: &[String]) -> Result<(), AppError> {
    if !keys.is_empty() {
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        tx.exec_keys(
            sql!(
                "update statement_entry set statement = ?1, notified = null \
                 where notified = 1 and fingerprint in ({ids})"
            ),
            &params![statement],
            &keys,
        )?;
    }
    Ok(())
}

/// Books a notification: what no statement shows yet; and the transactions of a sum that a statement showed and nobody could
/// place.
pub(super) fn book(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    file: &File,
    sheet: &Sheet,
) -> Result<Tally, AppError> {
    let mut entries: BTreeMap<String, Vec<Item>> = BTreeMap::new();
    let mut order = Vec::new();
    file.each(sheet, None, usize::MAX, |items| {
        for item in items {
            if !entries.contains_key(&item.entry) {
                order.push(item.entry.clone());
            }
            entries.entry(item.entry.clone()).or_default().push(item);
        }
        Ok(())
    })?;
    let mut stated: BTreeMap<Date, bool> = BTreeMap::new();
    let (mut new, mut tally) = (Vec::new(), Tally::default());
    let mut instead: BTreeMap<Id, Vec<Item>> = BTreeMap::new();
    for entry in order {
        let items = entries.remove(&entry).unwrap_or_default();
        let Some(first) = items.first() else { continue };
        let is_stated = match stated.get(&first.booked) {
            Some(known) => *known,
            None => {
                let known = is_stated(tx, sheet, first.booked)?;
                stated.insert(first.booked, known);
                known
            }
        };
        if !first.is_bare
            && let Some(statement) = take_out_sum(tx, sheet, first)?
        {
            instead.entry(statement).or_default().extend(items);
        } else if is_stated {
            tally.already += items.len() as u64;
        } else {
            new.extend(items);
        }
    }
    let pairs = Pairs::default();
    let mut batch = |sheet: &Sheet, mut items: Vec<Item>, notified: bool| {
        items.sort_by_key(Pass::of);
        for pass in Pass::ALL {
            let part: Vec<Item> = items.iter().filter(|item| Pass::of(item) == pass).cloned().collect();
            if !part.is_empty() {
                let booking = Booking { sheet, pairs: &pairs, notified };
                let done = matching::book(app, tx, now, &file.actor, booking, &part)?;
                tally.matched += done.matched;
                tally.suspense += done.suspense;
                tally.already += done.already;
            }
        }
        Ok::<_, AppError>(())
    };
    batch(sheet, new, true)?;
    for (statement, items) in instead {
        batch(&sheet.under(statement), items, false)?;
    }
    Ok(tally)
}

/// Whether a statement of the account on that day is booked.
fn is_stated(tx: &mut Tx<'_>, sheet: &Sheet, day: Date) -> Result<bool, AppError> {
    let row = tx.query_opt(
        sql!("select id from statement where account = ?1 and from_date <= ?2 and to_date >= ?2 limit 1"),
        &params![sheet.account.as_str(), day],
    )?;
    Ok(row.is_some())
}

/// Takes a sum out of suspense that a statement showed without its transactions, because they are here: the statement it was
/// on, if there is such a sum. Its row stays, without an amount, so that the same statement again finds it booked.
fn take_out_sum(tx: &mut Tx<'_>, sheet: &Sheet, item: &Item) -> Result<Option<Id>, AppError> {
    let row = tx.query_opt(
        sql!(
            "select fingerprint, statement, amount_cents, booked_on, agreement from statement_entry \
             where head = ?1 and agreement = ?2 and state = 'suspense' and notified is null \
             and open_cents = amount_cents order by fingerprint limit 1 {for_update}"
        ),
        &params![item.head.as_str(), sheet.agreement.as_str()],
    )?;
    let Some(row) = row else { return Ok(None) };
    let (statement, amount): (Id, Money) = (row.id("statement")?, row.money("amount_cents")?);
    let seq = matching::last_seq(tx, statement)? + 1;
    let out = NewPosting {
        stream: statement,
        seq,
        template: Template::Unmatched { amount: Money::ZERO - amount },
        on: row.date("booked_on")?,
        agreement: row.text("agreement")?,
    };
    accounts::post(tx, &[out])?;
    tx.exec_one(
        sql!(
            "update statement_entry set state = 'matched', matched_as = 'detailed', amount_cents = 0, open_cents = 0 \
             where fingerprint = ?1"
        ),
        &params![row.text("fingerprint")?],
    )?;
    Ok(Some(statement))
}

/// The rows by which a statement's entry is known to be booked under other keys: of no amount.
pub(super) fn known_otherwise(item: &Item, sheet: &Sheet) -> Vec<store::Value> {
    row![
        item.key.as_str(),
        sheet.id,
        sheet.agreement.as_str(),
        item.booked,
        Money::ZERO,
        Money::ZERO,
        "matched",
        "notified",
        None::<Id>,
        None::<i64>,
        None::<Id>,
        None::<String>,
        None::<String>,
        None::<bool>,
        None::<Id>,
        None::<i64>
    ]
}
