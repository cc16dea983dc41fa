//! Decisions on the money side: direct debits, payments, refunds, and whether a reminder arrived.

use billing::{BillingEvent, CollectionState, PaymentSource, RefundState, reminder_term};
use kernel::{Date, EndToEndId, Id, Instant, Money, VaultRef};

use crate::{Contract, Day, Done, Happened, PolicyRefusal as No, charging, mandate, reminding};

pub(crate) fn release_collection(
    contract: &Contract,
    end_to_end: &EndToEndId,
    batch: Id,
    now: Instant,
) -> Result<Done, No> {
    match contract.billing.collection(end_to_end).map(|c| c.state) {
        Some(CollectionState::Released { batch: released }) if released == batch => Ok(Done::AlreadyDone),
        Some(CollectionState::Announced) if contract.blocked => Err(No::Blocked),
        Some(CollectionState::Announced) => Ok(Done::Happened(vec![Happened::at(
            now,
            BillingEvent::CollectionReleased { end_to_end: end_to_end.clone(), batch },
        )])),
        _ => Err(No::CollectionNotWaiting),
    }
}

/// Money counts from when it was credited (AMB-16), whenever it is booked; it pays what it was collected for, else costs,
/// interest and the oldest debt, and what is over stays as credit. What is owed on top by then falls due first.
pub(crate) fn book_payment(
    contract: &Contract,
    source: &PaymentSource,
    amount: Money,
    credited: Instant,
    day: &Day<'_>,
) -> Result<Done, No> {
    if amount <= Money::ZERO {
        return Err(No::AmountNotPositive);
    }
    let billing = &contract.billing;
    let named: &[u32] = match source {
        PaymentSource::Transfer { .. } => &[],
        // What is set off is never a payment that a bank told of.
        PaymentSource::SetOff { .. } => return Err(No::NothingToSetOff),
        PaymentSource::Collection { end_to_end } => {
            let collection = billing.collection(end_to_end).ok_or(No::CollectionNotUnderWay)?;
            match collection.state {
                CollectionState::Released { .. } if collection.amount != amount => {
                    return Err(No::AmountDiffers);
                }
                CollectionState::Released { .. } => &collection.receivables,
                CollectionState::Credited => return Ok(Done::AlreadyDone),
                _ => return Err(No::CollectionNotUnderWay),
            }
        }
    };
    let mut events = charging::due_by(contract, credited, day);
    let after = events.iter().fold(contract.clone(), |contract, happened: &Happened| {
        Contract::next(Some(contract), &happened.event, happened.effective)
    });
    let divided = after.billing.divide(named, amount, credited);
    let paid: Vec<u32> = divided
        .premium
        .iter()
        .filter(|a| billing.receivables.iter().any(|r| r.no == a.no && r.open() == a.amount))
        .map(|a| a.no)
        .collect();
    // A direct debit that is only announced is taken out when its debt is paid otherwise: nothing is collected twice.
    for collection in billing.collections.iter().filter(|c| c.state == CollectionState::Announced) {
        if collection.receivables.iter().all(|no| paid.contains(no)) {
            let end_to_end = collection.end_to_end.clone();
            events.push(Happened::at(credited, BillingEvent::CollectionWithdrawn { end_to_end }));
        }
    }
    events.push(Happened::at(credited, BillingEvent::payment(source.clone(), amount, divided)));
    Ok(Done::Happened(events))
}

/// A debit that came back counts from the day on which the bank booked it back; one that was refused before it was credited
/// from when we know.
pub(crate) fn book_return(
    contract: &Contract,
    end_to_end: &EndToEndId,
    (reason, retry): (&str, bool),
    booked: Option<Instant>,
    now: Instant,
) -> Result<Done, No> {
    let collection = contract.billing.collection(end_to_end).ok_or(No::CollectionNotUnderWay)?;
    let was_credited = match collection.state {
        CollectionState::Returned { .. } => return Ok(Done::AlreadyDone),
        // A status report is late that refuses what a statement shows as credited: the statement counts.
        CollectionState::Credited if booked.is_none() => return Err(No::CollectionNotUnderWay),
        CollectionState::Credited => true,
        CollectionState::Released { .. } => false,
        CollectionState::Announced | CollectionState::Withdrawn => return Err(No::CollectionNotUnderWay),
    };
    // A statement may give a credit to the minute and its return by the day: nothing comes back before it came.
    let counts = if was_credited { booked.max(collection.credited).unwrap_or(now) } else { now };
    Ok(Done::Happened(vec![Happened::at(
        counts,
        BillingEvent::CollectionReturned {
            end_to_end: end_to_end.clone(),
            reason: reason.to_owned(),
            was_credited,
            retry,
        },
    )]))
}

/// Somebody looked into a death that the bank reported.
pub(crate) fn clear_death(contract: &Contract, now: Instant) -> Done {
    if !contract.billing.death_reported {
        return Done::AlreadyDone;
    }
    Done::Happened(vec![Happened::at(now, BillingEvent::DeathCleared)])
}

/// A debit that fails long after speaks of the mandate and the account it was released on, and of no newer one.
pub(crate) fn stop_mandate_of(
    contract: &Contract,
    end_to_end: &EndToEndId,
    reason: &str,
    now: Instant,
) -> Result<Done, No> {
    let collection = contract.billing.collection(end_to_end).ok_or(No::CollectionNotUnderWay)?;
    let mandate = contract.billing.mandate.as_ref().ok_or(No::NoMandate)?;
    let is_newer = collection.mandate.as_ref().is_some_and(|of| *of != mandate.reference);
    let is_other_account = collection.debtor.is_some_and(|account| account != mandate.debtor.id);
    if is_newer || is_other_account {
        return Ok(Done::AlreadyDone);
    }
    mandate::stop(contract, reason, now)
}

impl Contract {
    /// Why refunds of this contract cannot go out as things are.
    pub fn refunds_held(&self) -> Option<No> {
        if self.blocked {
            return Some(No::Blocked);
        }
        // The debit that had paid it came back since: the customer has the money already (LAW-SEPA-08).
        self.billing.to_reclaim().is_positive().then_some(No::RefundNotOwed)
    }
}

pub(crate) fn move_refund(
    contract: &Contract,
    payment: Id,
    from: RefundState,
    at: Instant,
) -> Result<Done, No> {
    let refund = contract.billing.refund(payment).ok_or(No::RefundNotWaiting)?;
    if refund.payment != payment {
        return Ok(Done::AlreadyDone);
    }
    let event = match (from, refund.state) {
        (RefundState::Ordered, RefundState::Ordered) => match contract.refunds_held() {
            Some(why) => return Err(why),
            None if refund.payee.is_none() => return Err(No::NoRefundAccount),
            None => BillingEvent::RefundReleased { payment },
        },
        (RefundState::Released, RefundState::Released) => BillingEvent::RefundSettled { payment },
        (RefundState::Released, RefundState::Ordered) => return Err(No::RefundNotWaiting),
        _ => return Ok(Done::AlreadyDone),
    };
    let counts = refund.since.map_or(at, |since| since.max(at));
    Ok(Done::Happened(vec![Happened::at(counts, event)]))
}

/// A refund that the bank refused or sent back is still owed: it waits again, under another number, because the bank knows the
/// old one. Where the account was at fault it waits for another (LAW-SEPA-12).
pub(crate) fn return_refund(
    contract: &Contract,
    payment: Id,
    (reason, same_account): (&str, bool),
    booked: Option<Instant>,
    day: &Day<'_>,
) -> Result<Done, No> {
    let refund = contract.billing.refund(payment).ok_or(No::RefundNotWaiting)?;
    if refund.payment != payment {
        return Ok(Done::AlreadyDone);
    }
    let (was_settled, counts) = match refund.state {
        RefundState::Ordered => return Err(No::RefundNotWaiting),
        RefundState::Released => (false, day.now),
        RefundState::Settled if booked.is_none() => return Err(No::RefundNotWaiting),
        RefundState::Settled => (true, booked.max(refund.since).unwrap_or(day.now)),
    };
    let event = BillingEvent::RefundReturned {
        payment,
        reason: reason.to_owned(),
        was_settled,
        again: (day.new_id)(),
        payee: refund.payee.clone().filter(|_| same_account),
    };
    Ok(Done::Happened(vec![Happened::at(counts, event)]))
}

/// A refund without an account gets one, until it is at the bank. One that has an account keeps it.
pub(crate) fn name_refund_account(
    contract: &Contract,
    payment: Id,
    payee: &VaultRef,
    now: Instant,
) -> Result<Done, No> {
    let refund = contract.billing.refunds.iter().find(|r| r.payment == payment);
    let refund = refund.ok_or(No::RefundNotWaiting)?;
    match &refund.payee {
        Some(known) if known == payee => return Ok(Done::AlreadyDone),
        Some(_) => return Err(No::RefundNotWaiting),
        None if contract.blocked => return Err(No::Blocked),
        None => {}
    }
    let named = BillingEvent::RefundAccountNamed { payment, payee: payee.clone() };
    Ok(Done::Happened(vec![Happened::at(now, named)]))
}

fn reminder(contract: &Contract, no: u32) -> Result<&billing::Reminder, No> {
    contract.billing.reminders.iter().find(|reminder| reminder.no == no).ok_or(No::ReminderUnknown)
}

/// A reminder that did not arrive sets no term (GEN-TIME-06).
pub(crate) fn return_reminder(contract: &Contract, no: u32, reason: &str, now: Instant) -> Result<Done, No> {
    let reminder = reminder(contract, no)?;
    if reminder.cancelled {
        return Ok(Done::AlreadyDone);
    }
    if reminder.proven {
        return Err(No::ReminderArrived);
    }
    let returned = BillingEvent::ReminderReturned { no, reason: reason.to_owned() };
    Ok(Done::Happened(vec![Happened::at(now, returned)]))
}

/// Proven receipt beats presumed receipt (AMB-12), but the term never gets shorter than the letter said: an earlier proof is
/// kept and moves nothing.
pub(crate) fn prove_receipt(
    contract: &Contract,
    no: u32,
    received: Date,
    proof: Option<&VaultRef>,
    now: Instant,
) -> Result<Done, No> {
    let reminder = reminder(contract, no)?;
    let country = contract.country();
    if reminder.cancelled {
        return Err(No::ReminderUnknown);
    }
    if received < kernel::local_date(reminder.sent, country) {
        return Err(No::ReceiptBeforeSent);
    }
    if received > kernel::local_date(now, country) {
        return Err(No::InFuture);
    }
    if reminder.proven && reminder.received == received {
        return Ok(Done::AlreadyDone);
    }
    let counts = received.max(reminder.presumed);
    let term = reminder_term(counts, &contract.application.terms.dunning, country);
    let (last_day, cover_stops) = (term.last_day, term.cover_stops);
    let proof = proof.cloned();
    let proven = BillingEvent::ReminderReceiptProven { no, received, last_day, cover_stops, proof };
    Ok(Done::Happened(vec![Happened::at(now, proven)]))
}

/// After a letter came back somebody found where the policyholder lives: the reminder goes again, with a term of its own.
pub(crate) fn remind_again(contract: &Contract, day: &Day<'_>) -> Result<Done, No> {
    let sent = reminding::remind_held(contract, day).ok_or(No::NothingToRemind)?;
    Ok(Done::Happened(vec![sent]))
}
