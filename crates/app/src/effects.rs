//! What follows from events, in the transaction that stores them: postings, rows for the runs, tasks, letters.

use std::collections::BTreeMap;

use billing::{BillingEvent, ChargeKind, CollectionState, FailedPayment, PaymentSource, RefundState};
use kernel::{Country, Date, Id, Instant, Rule};
use ledger::Template;
use policy::{Contract, ContractEvent, Corrected, PolicyEvent, Verdict};
use store::{Tx, Value, params, row, sql};

use crate::{
    App, AppError,
    accounts::{self, NewPosting, post},
    campaigns, devices, letters,
    streams::{self, Loaded},
    tasks::{self, NewTask, TaskKind},
};

/// Stores what was decided on contracts and all that follows from it.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`].
pub fn commit(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    contracts: &BTreeMap<Id, Loaded<Contract>>,
) -> Result<(), AppError> {
    streams::save(tx, now, contracts.values())?;
    let mut postings = Vec::new();
    let mut work = Vec::new();
    let mut done = Vec::new();
    for loaded in contracts.values().filter(|loaded| !loaded.new.is_empty()) {
        let contract = loaded.state()?;
        for (index, new) in loaded.new.iter().enumerate() {
            let partner = accounts::partners::commission(app, loaded, index);
            for template in template(contract, &new.event).into_iter().chain(partner) {
                postings.push(NewPosting {
                    stream: loaded.id,
                    seq: loaded.seq_of(index),
                    template,
                    on: posted_on(contract, new),
                    agreement: contract.application.agreement.clone(),
                });
            }
            let (opened, closed) = tasks_of(loaded.id, contract, &new.event);
            work.extend(opened);
            done.extend(closed.map(|kind| (kind, new.actor.clone(), loaded.id)));
        }
    }
    accounts::received::follow(app, tx, contracts, &mut postings)?;
    post(tx, &postings)?;
    accounts::premium::describe(tx, contracts)?;
    project(tx, now, contracts)?;
    settle_devices(app, tx, now, contracts)?;
    campaigns::follow(tx, now, contracts)?;
    for (kind, by, stream) in done {
        tasks::close(tx, now, &by, kind, &[stream])?;
    }
    tasks::open(app, tx, now, &work)?;
    letters::of_contracts(app, tx, now, contracts)?;
    Ok(())
}

/// The accounting date of an event: the day from which it counts; of what was taken over the day of the takeover.
fn posted_on(contract: &Contract, new: &streams::New<ContractEvent>) -> Date {
    match &new.event {
        ContractEvent::Billing(BillingEvent::Opened { opening }) => opening.on,
        _ => kernel::local_date(new.effective, contract.country()),
    }
}

/// What an event of a contract posts. The bank side of refunds is posted with the payment orders.
fn template(contract: &Contract, event: &ContractEvent) -> Option<Template> {
    let ContractEvent::Billing(event) = event else { return None };
    match event {
        BillingEvent::PremiumFellDue { split, .. } | BillingEvent::ExtraPremiumFellDue { split, .. } => {
            Some(Template::PremiumDue { split: *split })
        }
        BillingEvent::PremiumReversed { split, .. } => Some(Template::PremiumReversed { split: *split }),
        BillingEvent::CostsFellDue { amount, .. } => Some(Template::CostsDue { amount: *amount }),
        BillingEvent::InterestFellDue { amount, .. } => Some(Template::InterestDue { amount: *amount }),
        BillingEvent::ChargeWaived { no, amount, .. } => {
            let charge = contract.billing.charges.iter().find(|charge| charge.no == *no)?;
            Some(match charge.kind {
                ChargeKind::Costs => Template::CostsWaived { amount: *amount },
                ChargeKind::Interest => Template::InterestWaived { amount: *amount },
            })
        }
        BillingEvent::PaymentReceived { source: PaymentSource::SetOff { .. }, amount, .. } => {
            Some(Template::PremiumSetOff { amount: *amount })
        }
        BillingEvent::PaymentReceived { amount, .. } => Some(Template::PaymentReceived { amount: *amount }),
        BillingEvent::CollectionReturned { end_to_end, was_credited: true, .. } => {
            let amount = contract.billing.collection(end_to_end)?.amount;
            Some(Template::PaymentReturned { amount })
        }
        BillingEvent::Opened { opening } => Some(Template::OpeningBalance { amount: opening.owed() }),
        BillingEvent::RefundOrdered { amount, .. } => Some(Template::RefundOrdered { amount: *amount }),
        BillingEvent::RefundReleased { payment } | BillingEvent::RefundSettled { payment } => {
            let amount = contract.billing.refund(*payment)?.amount;
            Some(match event {
                BillingEvent::RefundReleased { .. } => Template::RefundReleased { amount },
                _ => Template::OrderSettled { amount },
            })
        }
        BillingEvent::RefundReturned { payment, was_settled, .. } => {
            let amount = contract.billing.refund(*payment)?.amount;
            Some(if *was_settled {
                Template::RefundReturned { amount }
            } else {
                Template::RefundRejected { amount }
            })
        }
        _ => None,
    }
}

/// Rows of the runs: direct debits and refunds, as the contracts now have them.
fn project(
    tx: &mut Tx<'_>,
    now: Instant,
    contracts: &BTreeMap<Id, Loaded<Contract>>,
) -> Result<(), AppError> {
    let mut collections = Vec::new();
    let mut refunds = Vec::new();
    for loaded in contracts.values().filter(|loaded| !loaded.new.is_empty()) {
        let contract = loaded.state()?;
        let agreement = contract.application.agreement.as_str();
        let touched = |key: &dyn Fn(&BillingEvent) -> bool| {
            loaded.new.iter().any(|new| matches!(&new.event, ContractEvent::Billing(event) if key(event)))
        };
        for collection in &contract.billing.collections {
            if !touched(&|event| moved_collection(event) == Some(&collection.end_to_end)) {
                continue;
            }
            let (state, batch) = match collection.state {
                CollectionState::Announced => ("announced", None),
                CollectionState::Released { batch } => ("released", Some(batch)),
                CollectionState::Credited => ("credited", None),
                CollectionState::Returned { .. } => ("returned", None),
                CollectionState::Withdrawn => ("withdrawn", None),
            };
            let end_to_end = collection.end_to_end.as_str();
            let (amount, collect_on) = (collection.amount, collection.collect_on);
            collections.push(row![end_to_end, loaded.id, agreement, amount, collect_on, state, batch]);
        }
        for refund in &contract.billing.refunds {
            let row = |payment: Id, payee: Option<Id>, state: &str, failed: Option<&FailedPayment>| {
                row![
                    payment,
                    "refund",
                    loaded.id,
                    contract.holder(),
                    agreement,
                    refund.amount,
                    payee,
                    refund.rule.id(),
                    state,
                    now,
                    failed.map(|failed| failed.reason.as_str())
                ]
            };
            let has_failed = |payment: Id| touched(&|event| moved_refund(event) == Some(payment));
            let failed = refund.failed.iter().filter(|failed| has_failed(failed.payment));
            refunds.extend(failed.map(|failed| row(failed.payment, None, "returned", None)));
            if !touched(&|event| {
                moved_refund(event) == Some(refund.payment) || put_again(event) == Some(refund.payment)
            }) {
                continue;
            }
            let state = match refund.state {
                RefundState::Ordered => "ordered",
                RefundState::Released => "released",
                RefundState::Settled => "settled",
            };
            let payee = refund.payee.as_ref().map(|payee| payee.id);
            refunds.push(row(refund.payment, payee, state, refund.failed.last()));
        }
    }
    if !collections.is_empty() {
        tx.exec_rows(
            sql!(
                "insert into collection (end_to_end, contract, agreement, amount_cents, collect_on, state, batch) \
                 values {rows} on conflict (end_to_end) do update set state = excluded.state, \
                 batch = coalesce(excluded.batch, collection.batch)"
            ),
            &params![],
            &collections,
        )?;
    }
    upsert_orders(tx, &refunds)
}

/// Writes payment orders: id, kind, stream, holder, agreement, amount, payee, rule, state, created, and why the order failed
/// whose place it takes. With another account it was not looked at yet, and nothing is known of why it could not go out.
///
/// # Errors
/// [`AppError::Store`].
pub fn upsert_orders(tx: &mut Tx<'_>, rows: &[Vec<Value>]) -> Result<(), AppError> {
    if !rows.is_empty() {
        tx.exec_rows(
            sql!(
                "insert into payment_order (id, kind, stream, holder, agreement, amount_cents, payee, rule, state, \
                 created_us, failed_before) values {rows} on conflict (id) do update set state = excluded.state, \
                 payee = excluded.payee, checked_by = case when coalesce(payment_order.payee, 0) = \
                 coalesce(excluded.payee, 0) then payment_order.checked_by end, left_out = case when \
                 coalesce(payment_order.payee, 0) = coalesce(excluded.payee, 0) then payment_order.left_out end"
            ),
            &params![],
            rows,
        )?;
    }
    Ok(())
}

fn moved_collection(event: &BillingEvent) -> Option<&kernel::EndToEndId> {
    match event {
        BillingEvent::CollectionAnnounced { end_to_end, .. }
        | BillingEvent::CollectionReleased { end_to_end, .. }
        | BillingEvent::CollectionWithdrawn { end_to_end }
        | BillingEvent::CollectionReturned { end_to_end, .. }
        | BillingEvent::PaymentReceived { source: PaymentSource::Collection { end_to_end }, .. } => {
            Some(end_to_end)
        }
        _ => None,
    }
}

fn moved_refund(event: &BillingEvent) -> Option<Id> {
    match event {
        BillingEvent::RefundOrdered { payment, .. }
        | BillingEvent::RefundAccountNamed { payment, .. }
        | BillingEvent::RefundReleased { payment }
        | BillingEvent::RefundSettled { payment }
        | BillingEvent::RefundReturned { payment, .. } => Some(*payment),
        _ => None,
    }
}

/// The payment order that takes the place of one that failed.
fn put_again(event: &BillingEvent) -> Option<Id> {
    match event {
        BillingEvent::RefundReturned { again, .. } => Some(*again),
        _ => None,
    }
}

/// The numbers of devices follow the schedules: a device may be insured anew when it left its policy, or that one has ended.
fn settle_devices(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    contracts: &BTreeMap<Id, Loaded<Contract>>,
) -> Result<(), AppError> {
    let with = |any: fn(&ContractEvent) -> bool| {
        contracts.values().filter(move |loaded| loaded.new.iter().any(|new| any(&new.event)))
    };
    let ended: Vec<Id> = with(devices::frees_all).map(|loaded| loaded.id).collect();
    devices::free(tx, &ended)?;
    for loaded in with(devices::changes_numbers) {
        devices::settle(app, tx, now, loaded.id, loaded.state()?)?;
    }
    Ok(())
}

/// Work that an event opens, and the kind of work it ends.
fn tasks_of(
    stream: Id,
    contract: &Contract,
    event: &ContractEvent,
) -> (Option<NewTask>, std::vec::IntoIter<TaskKind>) {
    let task = |kind, rule, due, amount, detail: String| NewTask {
        kind,
        stream,
        rule: Rule(rule),
        due,
        amount,
        detail,
    };
    let until = contract.provisional_until();
    let decide = |detail| task(TaskKind::DecideApplication, "NL-PROV-02", Some(until), None, detail);
    let (open, close) = match event {
        ContractEvent::Policy(event) => match event {
            PolicyEvent::Screened { verdict: Verdict::Clear } => {
                (Some(decide(String::new())), vec![TaskKind::ClearScreening])
            }
            PolicyEvent::Screened { .. } => {
                let detail = String::from("possible");
                (Some(task(TaskKind::ClearScreening, "AMB-41", Some(until), None, detail)), vec![])
            }
            PolicyEvent::Corrected {
                corrected: Corrected::Acceptance | Corrected::Rejection { sent: None },
                ..
            } => (Some(decide(String::from("corrected"))), vec![]),
            PolicyEvent::InformationReceived { .. } => (Some(decide(String::from("answered"))), vec![]),
            PolicyEvent::OtherTermsOffered { .. } => (None, vec![TaskKind::DecideApplication]),
            PolicyEvent::Cancelled { way: policy::EndWay::Death, .. } => {
                (None, vec![TaskKind::ReportedDeath])
            }
            PolicyEvent::DecisionWarned { day } => (Some(decide(format!("day {day}"))), vec![]),
            PolicyEvent::Accepted
            | PolicyEvent::Rejected { .. }
            | PolicyEvent::Lapsed
            | PolicyEvent::OfferAgreed { .. }
            | PolicyEvent::OfferDeclined { .. }
            | PolicyEvent::ApplicationWithdrawn => {
                (None, vec![TaskKind::DecideApplication, TaskKind::ClearScreening])
            }
            _ => (None, vec![]),
        },
        ContractEvent::Billing(event) => match event {
            BillingEvent::RefundOrdered { payee: None, amount, .. } => {
                let detail = String::new();
                (Some(task(TaskKind::FindRefundAccount, "MONEY-03", None, Some(*amount), detail)), vec![])
            }
            BillingEvent::RefundReturned { payee: None, reason, payment, .. } => {
                let amount = contract.billing.refund(*payment).map(|refund| refund.amount);
                (Some(task(TaskKind::FindRefundAccount, "MONEY-03", None, amount, reason.clone())), vec![])
            }
            BillingEvent::RefundAccountNamed { .. }
                if !crate::money::refunds::waiting(contract).is_positive() =>
            {
                (None, vec![TaskKind::FindRefundAccount])
            }
            BillingEvent::CollectionReturned { reason, .. } if contract.billing.death_reported => {
                let open = contract.billing.open();
                (Some(task(TaskKind::ReportedDeath, "LAW-SEPA-12", None, Some(open), reason.clone())), vec![])
            }
            BillingEvent::DeathCleared => (None, vec![TaskKind::ReportedDeath]),
            BillingEvent::CollectionReturned { reason, retry: false, .. } => {
                let open = contract.billing.open();
                (Some(task(TaskKind::AskNewAccount, "LAW-SEPA-12", None, Some(open), reason.clone())), vec![])
            }
            BillingEvent::MandateGiven { .. } | BillingEvent::MandateAmended { .. } => {
                (None, vec![TaskKind::AskNewAccount])
            }
            // LAW-BE-INS-02: what counts is the deposit of the registered item, which we must be able to show.
            BillingEvent::ReminderSent { no, cover_stops, .. } if contract.country() == Country::Be => {
                let detail = no.to_string();
                (Some(task(TaskKind::ProveDeposit, "AMB-12", Some(*cover_stops), None, detail)), vec![])
            }
            BillingEvent::ReminderReturned { .. } | BillingEvent::ReminderReceiptProven { .. } => {
                (None, vec![TaskKind::ProveDeposit])
            }
            _ => (None, vec![]),
        },
    };
    (open, close.into_iter())
}
