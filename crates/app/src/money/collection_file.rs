//! What stands in a file of direct debits: the block of each, what it tells the bank, and why one cannot be collected.

use std::collections::{BTreeMap, BTreeSet};

use agreement::Agreement;
use billing::CollectionState;
use kernel::{Calendar, Date, EndToEndId, Frequency, Id, Instant};
use policy::Contract;
use sepa::write::{
    Address, Amendment, Collection, CollectionBlock, CollectionRun, Creditor, Debtor, Mandate, Name,
    Remittance, Sequence, WriteError, write_collections,
};
use store::{Tx, params, row, sql};

use super::{
    collections::RELEASE_MAX,
    files::{self, BatchKind, LeftOut},
};
use crate::{App, AppError, parties, streams};

/// A direct debit on its way into the file.
#[derive(Debug, Clone)]
pub(super) struct Planned {
    pub(super) contract: Id,
    pub(super) block: CollectionBlock,
    pub(super) collection: Collection,
}

/// The first day a file made now can ask for: it must reach the bank one TARGET day before (LAW-SEPA-06).
pub(super) fn earliest_day(agreement: &Agreement, now: Instant) -> Date {
    Calendar::Target.add_working_days(kernel::local_date(now, agreement.country), 1)
}

pub(super) fn execution_day(collect_on: Date, earliest: Date) -> Date {
    Calendar::Target.next_working_day(collect_on.max(earliest))
}

/// Contracts as they were loaded.
type Contracts = BTreeMap<Id, streams::Loaded<Contract>>;

/// Makes what stands in the file; what cannot be collected is named.
pub(super) fn plan(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    agreement: &Agreement,
    (asked, contracts): (&[(EndToEndId, Id)], &Contracts),
) -> Result<(Vec<Planned>, Vec<LeftOut>), AppError> {
    let mandates = contracts.values().filter_map(|c| c.state.as_ref()?.billing.mandate.as_ref());
    let payees = files::payees(app, tx, mandates.map(|mandate| &mandate.debtor))?;
    let earliest = earliest_day(agreement, now);
    let (mut planned, mut left_out): (Vec<Planned>, Vec<LeftOut>) = (Vec::new(), Vec::new());
    let mut used = BTreeSet::new();
    for (end_to_end, id) in asked {
        let contract = contracts[id].state()?;
        // Somebody else released it between the list and the lock.
        let Some(waits) =
            contract.billing.collection(end_to_end).filter(|c| c.state == CollectionState::Announced)
        else {
            continue;
        };
        let key = end_to_end.as_str();
        if contract.blocked {
            left_out.push(LeftOut::new(key, "contract-blocked", "LAW-SANC-03"));
            continue;
        }
        let Some(mandate) = &contract.billing.mandate else {
            left_out.push(LeftOut::new(key, "mandate-none", "LAW-SEPA-03"));
            continue;
        };
        if mandate.stopped {
            left_out.push(LeftOut::new(key, "mandate-stopped", "LAW-SEPA-12"));
            continue;
        }
        let Some((payee, name)) =
            payees.get(&mandate.debtor.id).and_then(|payee| Some((payee, Name::new(&payee.name).ok()?)))
        else {
            left_out.push(LeftOut::new(key, "account-forgotten", "LAW-SEPA-03"));
            continue;
        };
        let is_first = !mandate.used && !used.contains(id);
        let block = CollectionBlock {
            date: execution_day(waits.collect_on, earliest),
            sequence: match contract.application.frequency {
                Frequency::OneOff => Sequence::OneOff,
                _ if is_first => Sequence::First,
                _ => Sequence::Recurrent,
            },
        };
        let mut collection = Collection {
            end_to_end: end_to_end.clone(),
            amount: waits.amount,
            mandate: Mandate {
                reference: mandate.reference.clone(),
                signed_on: mandate.signed,
                amendment: amendment(contract, mandate, agreement),
            },
            debtor: Debtor { name, address: None, iban: payee.iban.clone(), bic: None },
            remittance: Remittance::for_policy(&contract.application.number, &agreement.brand),
        };
        let mut checked = collection.check(block.date);
        if let Err(WriteError::AddressNeeded { .. }) = checked {
            collection.debtor.address = address(app, tx, contract.holder())?;
            checked = collection.check(block.date);
        }
        if checked.is_err() {
            left_out.push(LeftOut::new(key, "collection-unwritable", "LAW-SEPA-02"));
            continue;
        }
        used.insert(*id);
        planned.push(Planned { contract: *id, block, collection });
    }
    Ok((planned, left_out))
}

/// What the debtor's bank is told of a mandate that has changed since it last saw it (LAW-SEPA-03).
fn amendment(contract: &Contract, mandate: &billing::Mandate, agreement: &Agreement) -> Option<Amendment> {
    let former = agreement.account.former_creditor.as_ref().filter(|former| {
        let since =
            |c: &&billing::Collection| c.collect_on >= former.until && c.state == CollectionState::Credited;
        mandate.signed < former.until && !contract.billing.collections.iter().any(|c| since(&c))
    });
    let amendment = Amendment {
        old_reference: None,
        old_creditor_name: former.and_then(|former| Name::new(former.name.as_deref()?).ok()),
        old_creditor_id: former.map(|former| former.id.clone()),
        account_changed: mandate.account_changed,
    };
    (amendment != Amendment::default()).then_some(amendment)
}

/// The holder's address, which banks outside the European Economic Area want (LAW-SEPA-02/17).
fn address(app: &App, tx: &mut Tx<'_>, holder: Id) -> Result<Option<Address>, AppError> {
    let known = parties::known(app, tx, &[holder])?.remove(&holder).and_then(|known| known.profile);
    let Some(profile) = known else { return Ok(None) };
    let at = &profile.address;
    let address = Address::new(&at.town, at.country.code()).ok();
    Ok(address.map(|address| address.with_street(&at.street, "").with_postcode(at.postcode.as_ref())))
}

/// Which block of the file each is in: a lump sum on a statement names the block (`PmtInfId`).
pub(super) fn set_blocks(tx: &mut Tx<'_>, kept: &[Planned]) -> Result<(), AppError> {
    let mut rows = Vec::with_capacity(kept.len());
    let mut number = 0_i64;
    let mut block = None;
    for item in kept {
        if block != Some(item.block) {
            block = Some(item.block);
            number += 1;
        }
        rows.push(row![item.collection.end_to_end.as_str(), number]);
    }
    tx.exec_rows(
        sql!(
            "update collection set block = v.column2 from (values {rows:text,bigint}) as v \
             where collection.end_to_end = v.column1"
        ),
        &params![],
        &rows,
    )?;
    Ok(())
}

pub(super) fn xml(
    agreement: &Agreement,
    batch: Id,
    now: Instant,
    kept: &[Planned],
) -> Result<Vec<u8>, AppError> {
    let creditor = Creditor {
        name: files::account_holder(agreement)?,
        address: None,
        iban: agreement.account.iban.clone(),
        bic: None,
        id: agreement.account.creditor.clone(),
    };
    let run = CollectionRun {
        id: files::run_id(BatchKind::Collections, batch),
        created: now,
        initiator: files::initiator(agreement)?,
        creditor,
        batch_booking: true,
    };
    let rows = || kept.iter().map(|item| Ok((item.block, item.collection.clone())));
    let written = write_collections(&run, u64::from(RELEASE_MAX), rows, |_| Ok(Vec::new()));
    let mut files = written.map_err(|error: WriteError| files::unwritable(&error))?;
    assert!(files.len() == 1, "a release keeps to the limit of one file");
    Ok(files.remove(0).1)
}
