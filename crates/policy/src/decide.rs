//! What a command does to a contract: events, *already done*, or a named refusal.

use billing::{BillingEvent, CollectionState, PaymentSource, RefundState, allocate};
use kernel::{EndToEndId, Id, Instant, Money, Roll, Rule};
use ledger::PremiumSplit;

use crate::{
    Command, Contract, Day, EndWay, Happened, Phase, PolicyEvent, PolicyRefusal, Verdict,
    agenda::{is_over, provisional_refund},
    ending, refund_share,
};

/// What a command did.
#[derive(Debug, Clone, PartialEq)]
pub enum Done {
    /// These events happened.
    Happened(Vec<Happened>),
    /// It had been done before; nothing changes.
    AlreadyDone,
}

impl Done {
    /// The events; none when it had been done before.
    pub fn events(self) -> Vec<Happened> {
        match self {
            Self::Happened(events) => events,
            Self::AlreadyDone => Vec::new(),
        }
    }
}

use PolicyRefusal as No;

/// Decides on a command.
///
/// # Errors
/// A [`PolicyRefusal`]; nothing has happened then.
pub fn decide(contract: Option<&Contract>, command: &Command, day: &Day<'_>) -> Result<Done, PolicyRefusal> {
    let now = day.now;
    let happened = |event: PolicyEvent| Ok(Done::Happened(vec![Happened::at(now, event)]));
    let Some(contract) = contract else {
        return match command {
            Command::Apply { application } if application.devices.is_empty() => Err(No::NoDevice),
            Command::Apply { application } => {
                happened(PolicyEvent::Applied { application: application.clone() })
            }
            _ => Err(No::Unknown),
        };
    };
    match command {
        Command::Apply { application } if **application == contract.application => Ok(Done::AlreadyDone),
        Command::Apply { .. } => Err(No::AlreadyDecided),
        Command::Screen { verdict } => screen(contract, *verdict, now),
        Command::RequestInformation { question } => {
            undecided(contract, now)?;
            happened(PolicyEvent::InformationRequested { question: question.clone() })
        }
        Command::AnswerInformation { answer } => match &contract.phase {
            Phase::Applied { asked: true, .. } => {
                happened(PolicyEvent::InformationReceived { answer: answer.clone() })
            }
            _ => Err(No::NothingAsked),
        },
        Command::Accept { accept_limit } => accept(contract, *accept_limit, day),
        Command::Reject { reason } => reject(contract, reason.as_ref(), day),
        Command::GiveMandate { reference, debtor, signed } => match &contract.billing.mandate {
            Some(mandate) if mandate.reference == *reference => Ok(Done::AlreadyDone),
            _ => Ok(Done::Happened(vec![Happened::at(
                now,
                BillingEvent::MandateGiven {
                    reference: reference.clone(),
                    debtor: debtor.clone(),
                    signed: *signed,
                },
            )])),
        },
        Command::StopMandate { reason } => match &contract.billing.mandate {
            None => Err(No::NoMandate),
            Some(mandate) if mandate.stopped => Ok(Done::AlreadyDone),
            Some(_) => Ok(Done::Happened(vec![Happened::at(
                now,
                BillingEvent::MandateStopped { reason: reason.clone() },
            )])),
        },
        Command::ReleaseCollection { end_to_end, batch } => {
            release_collection(contract, end_to_end, *batch, now)
        }
        Command::BookPayment { source, amount, credited } => {
            book_payment(contract, source, *amount, *credited)
        }
        Command::BookReturn { end_to_end, reason, retry } => {
            book_return(contract, end_to_end, reason, *retry, now)
        }
        Command::Cancel { way, received, claim_submitted } => {
            cancel(contract, *way, *received, *claim_submitted, day)
        }
        Command::ReleaseRefund { payment } => move_refund(contract, *payment, RefundState::Ordered, now),
        Command::SettleRefund { payment } => move_refund(contract, *payment, RefundState::Released, now),
    }
}

/// The screening is asked before cover; a clear answer starts provisional cover as from the application (AMB-41, NL-PROV-01).
fn screen(contract: &Contract, verdict: Verdict, now: Instant) -> Result<Done, PolicyRefusal> {
    match &contract.phase {
        Phase::Screening { verdict: Some(known) } if *known == verdict => Ok(Done::AlreadyDone),
        Phase::Screening { .. } if now >= contract.provisional_until() => Err(No::ProvisionalOver),
        Phase::Applied { .. } | Phase::Running { .. } if verdict == Verdict::Clear => Ok(Done::AlreadyDone),
        Phase::Rejected { .. } | Phase::Lapsed { .. } => Err(No::AlreadyDecided),
        _ => Ok(Done::Happened(vec![Happened::at(now, PolicyEvent::Screened { verdict })])),
    }
}

fn undecided(contract: &Contract, now: Instant) -> Result<(), PolicyRefusal> {
    match &contract.phase {
        Phase::Screening { .. } => Err(No::NotCleared),
        Phase::Applied { until, .. } if now >= *until => Err(No::ProvisionalOver),
        Phase::Applied { .. } => Ok(()),
        Phase::Lapsed { .. } => Err(No::ProvisionalOver),
        Phase::Running { .. } | Phase::Rejected { .. } => Err(No::AlreadyDecided),
    }
}

fn accept(contract: &Contract, limit: Money, day: &Day<'_>) -> Result<Done, PolicyRefusal> {
    if matches!(contract.phase, Phase::Running { .. }) {
        return Ok(Done::AlreadyDone);
    }
    undecided(contract, day.now)?;
    if contract.blocked {
        return Err(No::Blocked);
    }
    if contract.application.devices.iter().any(|device| device.purchase_value > limit) {
        return Err(No::AboveAuthority);
    }
    Ok(Done::Happened(vec![Happened::at(day.now, PolicyEvent::Accepted)]))
}

fn reject(
    contract: &Contract,
    reason: Option<&kernel::VaultRef>,
    day: &Day<'_>,
) -> Result<Done, PolicyRefusal> {
    match &contract.phase {
        Phase::Rejected { .. } => return Ok(Done::AlreadyDone),
        Phase::Screening { .. } if day.now < contract.provisional_until() => {}
        _ => undecided(contract, day.now)?,
    }
    let mut events = vec![Happened::at(day.now, PolicyEvent::Rejected { reason: reason.cloned() })];
    let rule = provisional_refund(contract.country());
    events.extend(reverse_all(contract, day.now, rule));
    Ok(Done::Happened(with_refund(contract, events, day, rule)))
}

/// Takes back all premium that fell due, and direct debits that were not released yet.
pub(crate) fn reverse_all(contract: &Contract, now: Instant, rule: Rule) -> Vec<Happened> {
    let mut events = withdraw_announced(contract, now);
    for receivable in &contract.billing.receivables {
        let split = receivable.split.less(&receivable.reversed);
        if split.gross > Money::ZERO {
            events.push(Happened::at(now, BillingEvent::PremiumReversed { no: receivable.no, split, rule }));
        }
    }
    events
}

fn withdraw_announced(contract: &Contract, now: Instant) -> Vec<Happened> {
    let announced = contract.billing.collections.iter().filter(|c| c.state == CollectionState::Announced);
    announced
        .map(|c| Happened::at(now, BillingEvent::CollectionWithdrawn { end_to_end: c.end_to_end.clone() }))
        .collect()
}

/// The events, and a refund of what they leave overpaid.
fn with_refund(contract: &Contract, mut events: Vec<Happened>, day: &Day<'_>, rule: Rule) -> Vec<Happened> {
    let after = events
        .iter()
        .fold(contract.clone(), |contract, h| Contract::next(Some(contract), &h.event, h.effective));
    events.extend(refund_overpaid(&after, day, rule));
    events
}

/// Orders back what was paid too much; nothing while money is blocked (LAW-SANC-03), nor while premium may still fall due.
pub(crate) fn refund_overpaid(contract: &Contract, day: &Day<'_>, rule: Rule) -> Option<Happened> {
    let amount = contract.billing.overpaid();
    (amount > Money::ZERO && !contract.blocked && is_over(contract)).then(|| {
        Happened::at(
            day.now,
            BillingEvent::RefundOrdered {
                payment: (day.new_id)(),
                amount,
                payee: contract.billing.refund_account(contract.payer.as_ref().map(|(payer, _)| payer)),
                rule,
            },
        )
    })
}

fn release_collection(
    contract: &Contract,
    end_to_end: &EndToEndId,
    batch: Id,
    now: Instant,
) -> Result<Done, PolicyRefusal> {
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

/// Money counts from when it was credited (AMB-16), whenever it is booked; it pays what it was collected for, else the
/// oldest debt, and what is over stays as credit.
fn book_payment(
    contract: &Contract,
    source: &PaymentSource,
    amount: Money,
    credited: Instant,
) -> Result<Done, PolicyRefusal> {
    if amount <= Money::ZERO {
        return Err(No::AmountNotPositive);
    }
    let billing = &contract.billing;
    let named: &[u32] = match source {
        PaymentSource::Transfer { .. } => &[],
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
    let (allocations, surplus) = allocate(&billing.receivables, named, amount);
    let mut events = Vec::new();
    let paid: Vec<u32> = allocations
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
    events.push(Happened::at(
        credited,
        BillingEvent::PaymentReceived { source: source.clone(), amount, allocations, surplus },
    ));
    Ok(Done::Happened(events))
}

fn book_return(
    contract: &Contract,
    end_to_end: &EndToEndId,
    reason: &str,
    retry: bool,
    now: Instant,
) -> Result<Done, PolicyRefusal> {
    let collection = contract.billing.collection(end_to_end).ok_or(No::CollectionNotUnderWay)?;
    let was_credited = match collection.state {
        CollectionState::Returned { .. } => return Ok(Done::AlreadyDone),
        CollectionState::Credited => true,
        CollectionState::Released { .. } => false,
        CollectionState::Announced | CollectionState::Withdrawn => return Err(No::CollectionNotUnderWay),
    };
    Ok(Done::Happened(vec![Happened::at(
        now,
        BillingEvent::CollectionReturned {
            end_to_end: end_to_end.clone(),
            reason: reason.to_owned(),
            was_credited,
            retry,
        },
    )]))
}

fn cancel(
    contract: &Contract,
    way: EndWay,
    received: Instant,
    claim_submitted: bool,
    day: &Day<'_>,
) -> Result<Done, PolicyRefusal> {
    let Phase::Running { accepted, endings, .. } = &contract.phase else { return Err(No::NotRunning) };
    if way == EndWay::EndDate {
        // The end date comes by itself; nobody gives notice of it.
        return Err(No::NotRunning);
    }
    if contract.ends().is_some_and(|ending| ending.ends <= received) {
        return Err(No::NotRunning);
    }
    let country = contract.country();
    if way == EndWay::CoolingOff {
        let by = crate::agenda::delivery(country, day.by_email, false);
        let receipt = kernel::presumed_receipt(*accepted, by, country);
        let terms = &contract.application.terms;
        let until = terms.cooling_off.from_date(receipt.day, country, Roll::for_customer(country));
        if received >= until.end {
            let last_day = until.last_day.unwrap_or_else(|| kernel::local_date(until.end, country));
            return Err(No::CoolingOffOver { last_day });
        }
    }
    let ends = ending::ends_by(contract, way, received);
    if endings.iter().any(|ending| ending.way == way && ending.ends <= ends) {
        return Ok(Done::AlreadyDone);
    }
    let mut events = vec![Happened::at(received, PolicyEvent::Cancelled { way, ends })];
    let end_day = kernel::local_date(ends, country);
    let rule = if way == EndWay::CoolingOff && !claim_submitted {
        events.extend(reverse_all(contract, day.now, way.rule(country)));
        way.rule(country)
    } else {
        // AMB-42, LAW-NL-INS-06: running premium is reduced by the days that are left.
        let rule = Rule("AMB-42");
        events.extend(reverse_after(contract, end_day, day.now, rule));
        rule
    };
    Ok(Done::Happened(with_refund(contract, events, day, rule)))
}

/// Takes back the premium for days on or after `end`, less what was taken back before, and the announced direct debits of
/// it: the right amount is announced anew.
fn reverse_after(contract: &Contract, end: kernel::Date, now: Instant, rule: Rule) -> Vec<Happened> {
    let mut events = Vec::new();
    for receivable in &contract.billing.receivables {
        let split = unused(receivable, end);
        if split.gross > Money::ZERO {
            for collection in &contract.billing.collections {
                if collection.state == CollectionState::Announced
                    && collection.receivables.contains(&receivable.no)
                {
                    let end_to_end = collection.end_to_end.clone();
                    events.push(Happened::at(now, BillingEvent::CollectionWithdrawn { end_to_end }));
                }
            }
            events.push(Happened::at(now, BillingEvent::PremiumReversed { no: receivable.no, split, rule }));
        }
    }
    events
}

/// What of an instalment pays for days on or after `end` and was not taken back yet (AMB-42).
pub(crate) fn unused(receivable: &billing::Receivable, end: kernel::Date) -> PremiumSplit {
    let Some(to) = receivable.period.to() else { return PremiumSplit::ZERO };
    let (back, whole) = refund_share(receivable.period.from(), to, end);
    receivable.split.share(back, whole).less(&receivable.reversed)
}

fn move_refund(
    contract: &Contract,
    payment: Id,
    from: RefundState,
    now: Instant,
) -> Result<Done, PolicyRefusal> {
    let refund =
        contract.billing.refunds.iter().find(|r| r.payment == payment).ok_or(No::RefundNotWaiting)?;
    let event = match (from, refund.state) {
        (RefundState::Ordered, RefundState::Ordered) if contract.blocked => return Err(No::Blocked),
        (RefundState::Ordered, RefundState::Ordered) if refund.payee.is_none() => {
            return Err(No::NoRefundAccount);
        }
        (RefundState::Ordered, RefundState::Ordered) => BillingEvent::RefundReleased { payment },
        (RefundState::Released, RefundState::Released) => BillingEvent::RefundSettled { payment },
        (RefundState::Released, RefundState::Ordered) => return Err(No::RefundNotWaiting),
        _ => return Ok(Done::AlreadyDone),
    };
    Ok(Done::Happened(vec![Happened::at(now, event)]))
}
