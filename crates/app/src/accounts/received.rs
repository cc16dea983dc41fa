//! Insurers that are owed on receipt: what fell due stands apart until it came in, and goes back there when a debit comes back.

use std::collections::BTreeMap;

use agreement::{Agreement, Basis};
use billing::Billing;
use kernel::{Id, Money, Rounding};
use ledger::Template;
use policy::{Contract, ContractEvent};
use store::{Tx, journal};

use super::NewPosting;
use crate::{App, AppError, streams::Loaded};

/// The insurer's part of premium that fell due on receipt basis and is not paid: to the cent, and nothing once all is paid.
pub(crate) fn not_received(agreement: &Agreement, billing: &Billing) -> Money {
    let on_receipt =
        billing.receivables.iter().filter(|one| agreement.terms_on(one.due).basis == Basis::Received);
    on_receipt
        .map(|one| {
            let left = one.split.less(&one.reversed);
            let paid = one.paid.max(Money::ZERO).min(left.gross);
            let received = if left.gross.is_positive() {
                left.insurer.part(paid.cents(), left.gross.cents(), Rounding::HalfUp)
            } else {
                left.insurer
            };
            left.insurer - received
        })
        .sum()
}

/// What the new events of contracts move between what the insurer is owed and what did not come in yet. Only for agreements
/// that have such terms; the contracts were saved before.
///
/// # Errors
/// [`AppError::Store`]; [`AppError::Damaged`] when an event cannot be read.
pub(crate) fn follow(
    app: &App,
    tx: &mut Tx<'_>,
    contracts: &BTreeMap<Id, Loaded<Contract>>,
    postings: &mut Vec<NewPosting>,
) -> Result<(), AppError> {
    let mut on_receipt: BTreeMap<Id, &Agreement> = BTreeMap::new();
    for loaded in contracts.values().filter(|loaded| !loaded.new.is_empty()) {
        let agreement = app.products.agreement(&loaded.state()?.application.agreement)?;
        let later = agreement.later.iter().map(|later| later.basis);
        if later.chain([agreement.basis]).any(|basis| basis == Basis::Received) {
            on_receipt.insert(loaded.id, agreement);
        }
    }
    if on_receipt.is_empty() {
        return Ok(());
    }
    let ids: Vec<Id> = on_receipt.keys().copied().collect();
    for (id, events) in journal::load(tx, &ids)? {
        let (loaded, agreement) = (&contracts[&id], on_receipt[&id]);
        let mut state = None;
        let mut before = Money::ZERO;
        for event in events {
            let read = ContractEvent::read(i64::from(event.version), &event.body)
                .map_err(|_| AppError::damaged("an event", format!("{id}/{}", event.seq)))?;
            let next = Contract::next(state, &read, event.effective);
            let after = not_received(agreement, &next.billing);
            if event.seq > loaded.version && after != before {
                postings.push(NewPosting {
                    stream: id,
                    seq: event.seq,
                    template: Template::InsurerReceived { amount: before - after },
                    on: kernel::local_date(event.effective, next.country()),
                    agreement: agreement.code.clone(),
                });
            }
            before = after;
            state = Some(next);
        }
    }
    Ok(())
}
