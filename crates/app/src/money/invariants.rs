//! What must hold between ledger, streams, runs and statements, over the whole database.

use std::collections::{BTreeMap, BTreeSet};

use billing::CollectionState;
use kernel::{Id, Money};
use policy::Contract;
use store::{Result, Tx, params, sql, verify::Invariant};

use crate::streams;

/// Contracts looked at together.
const CHUNK: u32 = 500;
/// Faults named of one kind.
const FAULTS_MAX: usize = 20;

/// The invariants of money.
pub fn invariants() -> Vec<Invariant> {
    vec![
        Invariant { name: "the ledger sums to zero", check: ledger_sums_to_zero },
        Invariant { name: "closed months are as they were closed", check: closed_months_hold },
        Invariant { name: "contracts owe what the ledger says", check: receivables_agree },
        Invariant { name: "direct debits agree with their contracts", check: collections_agree },
        Invariant { name: "the bank holds what the statements say", check: bank_agrees },
        Invariant { name: "suspense holds what nobody matched", check: suspense_agrees },
        Invariant { name: "payments under way are in transit", check: transit_agrees },
        Invariant { name: "payers are owed what is ordered to go back", check: returns_agree },
    ]
}

fn ledger_sums_to_zero(tx: &mut Tx<'_>) -> Result<Vec<String>> {
    let sum = sum(tx.query_one(
        sql!("select cast(coalesce(sum(amount_cents), 0) as bigint) as sum_cents from posting"),
        &params![],
    )?)?;
    Ok(differs("all postings", sum, "must be", Money::ZERO))
}

/// Nothing was posted to a month after it was closed, and nothing of it is gone.
fn closed_months_hold(tx: &mut Tx<'_>) -> Result<Vec<String>> {
    let mut closed: BTreeMap<(String, String, String), (Money, Money, i64)> = BTreeMap::new();
    for row in tx.query(
        sql!(
            "select month, agreement, account, debit_cents, credit_cents, lines from closed_balance \
             order by month, agreement, account"
        ),
        &params![],
    )? {
        let key = (row.text("month")?, row.text("agreement")?, row.text("account")?);
        closed.insert(key, (row.money("debit_cents")?, row.money("credit_cents")?, row.i64("lines")?));
    }
    let mut faults = Vec::new();
    for row in tx.query(
        sql!(
            "select substr(p.booked_on, 1, 7) as month, p.agreement as agreement, p.account as account, \
             cast(sum(case when p.amount_cents > 0 then p.amount_cents else 0 end) as bigint) as debit_cents, \
             cast(sum(case when p.amount_cents < 0 then -p.amount_cents else 0 end) as bigint) as credit_cents, \
             count(*) as lines from posting p, books b where b.id = 1 and p.booked_on < b.open_from \
             group by substr(p.booked_on, 1, 7), p.agreement, p.account order by 1, 2, 3"
        ),
        &params![],
    )? {
        let key = (row.text("month")?, row.text("agreement")?, row.text("account")?);
        let booked = (row.money("debit_cents")?, row.money("credit_cents")?, row.i64("lines")?);
        if closed.remove(&key) != Some(booked) {
            let (month, agreement, account) = key;
            faults.push(format!("account {account} of {agreement} in {month} differs from when it was closed"));
        }
    }
    faults.extend(closed.into_keys().map(|(month, agreement, account)| {
        format!("account {account} of {agreement} in {month} has lost what it was closed with")
    }));
    Ok(faults)
}

/// What the ledger has under receivables for a contract is what is open, less what was paid too much (refunds that are
/// ordered were paid too much until they were ordered).
fn receivables_agree(tx: &mut Tx<'_>) -> Result<Vec<String>> {
    each_chunk(tx, |tx, contracts| {
        let ids: Vec<Id> = contracts.keys().copied().collect();
        let mut booked: BTreeMap<Id, Money> = BTreeMap::new();
        for row in tx.query_ids(
            sql!(
                "select stream, cast(sum(amount_cents) as bigint) as sum_cents from posting \
                 where account = '1300' and stream in ({ids}) group by stream"
            ),
            &params![],
            &ids,
        )? {
            booked.insert(row.id("stream")?, row.money("sum_cents")?);
        }
        let mut faults = Vec::new();
        for (id, contract) in contracts {
            let owed = contract.billing.open() - contract.billing.overpaid();
            let booked = booked.get(id).copied().unwrap_or_default();
            faults.extend(differs(&format!("contract {id} in the ledger"), booked, "by its events", owed));
        }
        Ok(faults)
    })
}

fn collections_agree(tx: &mut Tx<'_>) -> Result<Vec<String>> {
    each_chunk(tx, |tx, contracts| {
        let ids: Vec<Id> = contracts.keys().copied().collect();
        let mut rows: BTreeSet<(Id, String, Money, &'static str, Option<Id>)> = BTreeSet::new();
        let mut faults = Vec::new();
        for row in tx.query_ids(
            sql!("select end_to_end, contract, amount_cents, state, batch from collection where contract in ({ids})"),
            &params![],
            &ids,
        )? {
            let (key, state) = (row.text("end_to_end")?, row.text("state")?);
            let Some(state) = STATES.into_iter().find(|known| *known == state) else {
                faults.push(format!("direct debit {key} has a state that is none"));
                continue;
            };
            let batch = row.opt_id("batch")?.filter(|_| state == "released");
            rows.insert((row.id("contract")?, key, row.money("amount_cents")?, state, batch));
        }
        let mut states = BTreeSet::new();
        for (id, contract) in contracts {
            for collection in &contract.billing.collections {
                let (state, batch) = match collection.state {
                    CollectionState::Announced => ("announced", None),
                    CollectionState::Released { batch } => ("released", Some(batch)),
                    CollectionState::Credited => ("credited", None),
                    CollectionState::Returned { .. } => ("returned", None),
                    CollectionState::Withdrawn => ("withdrawn", None),
                };
                states.insert((*id, collection.end_to_end.to_string(), collection.amount, state, batch));
            }
        }
        faults
            .extend(rows.symmetric_difference(&states).map(|(id, key, ..)| {
                format!("direct debit {key} differs between its row and contract {id}")
            }));
        Ok(faults)
    })
}

const STATES: [&str; 5] = ["announced", "released", "credited", "returned", "withdrawn"];

/// Every entry of every statement is in the ledger, matched or not, and nothing else is on the bank account.
fn bank_agrees(tx: &mut Tx<'_>) -> Result<Vec<String>> {
    let ledger = sum(tx.query_one(
        sql!("select cast(coalesce(sum(amount_cents), 0) as bigint) as sum_cents from posting where account = '1000'"),
        &params![],
    )?)?;
    let entries = sum(tx.query_one(
        sql!("select cast(coalesce(sum(amount_cents), 0) as bigint) as sum_cents from statement_entry"),
        &params![],
    )?)?;
    Ok(differs("the bank account in the ledger", ledger, "by the statements", entries))
}

fn suspense_agrees(tx: &mut Tx<'_>) -> Result<Vec<String>> {
    let ledger = sum(tx.query_one(
        sql!("select cast(coalesce(sum(amount_cents), 0) as bigint) as sum_cents from posting where account = '1900'"),
        &params![],
    )?)?;
    let open = sum(tx.query_one(
        sql!("select cast(coalesce(sum(open_cents), 0) as bigint) as sum_cents from statement_entry where state = 'suspense'"),
        &params![],
    )?)?;
    Ok(differs("suspense in the ledger", Money::ZERO - ledger, "by the entries", open))
}

fn transit_agrees(tx: &mut Tx<'_>) -> Result<Vec<String>> {
    let ledger = sum(tx.query_one(
        sql!("select cast(coalesce(sum(amount_cents), 0) as bigint) as sum_cents from posting where account = '1050'"),
        &params![],
    )?)?;
    let under_way = sum(tx.query_one(
        sql!("select cast(coalesce(sum(amount_cents), 0) as bigint) as sum_cents from payment_order where state = 'released'"),
        &params![],
    )?)?;
    Ok(differs("payments in transit in the ledger", Money::ZERO - ledger, "by the orders", under_way))
}

/// What is ordered to go back to payers, and nothing else, is owed to them.
fn returns_agree(tx: &mut Tx<'_>) -> Result<Vec<String>> {
    let ledger = sum(tx.query_one(
        sql!("select cast(coalesce(sum(amount_cents), 0) as bigint) as sum_cents from posting where account = '1720'"),
        &params![],
    )?)?;
    let ordered = sum(tx.query_one(
        sql!("select cast(coalesce(sum(amount_cents), 0) as bigint) as sum_cents from payment_order where kind = 'return' and state = 'ordered'"),
        &params![],
    )?)?;
    Ok(differs("returns to payers in the ledger", Money::ZERO - ledger, "by the orders", ordered))
}

fn sum(row: store::Row) -> Result<Money> {
    row.money("sum_cents")
}

fn differs(what: &str, found: Money, by: &str, expected: Money) -> Vec<String> {
    if found == expected { Vec::new() } else { vec![format!("{what}: {found}, {by} {expected}")] }
}

/// Hands over all contracts in chunks, so that memory stays flat.
fn each_chunk(
    tx: &mut Tx<'_>,
    mut check: impl FnMut(&mut Tx<'_>, &BTreeMap<Id, Contract>) -> Result<Vec<String>>,
) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    let mut after = 0_i64;
    while faults.len() < FAULTS_MAX {
        let rows = tx.query(
            sql!("select id from contract where id > ?1 order by id limit ?2"),
            &params![after, CHUNK],
        )?;
        let ids = rows.iter().map(|row| row.id("id")).collect::<Result<Vec<Id>>>()?;
        let Some(last) = ids.last() else { break };
        after = last.as_i64();
        match streams::look::<Contract>(tx, &ids) {
            Ok(loaded) => {
                let contracts =
                    loaded.into_iter().filter_map(|(id, loaded)| Some((id, loaded.state?))).collect();
                faults.extend(check(tx, &contracts)?);
            }
            Err(error) => faults.push(error.to_string()),
        }
    }
    faults.truncate(FAULTS_MAX);
    Ok(faults)
}
