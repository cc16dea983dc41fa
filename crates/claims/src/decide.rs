//! What a command does to a claim: events, *already done*, or a named refusal.

use kernel::{Actor, Id, Instant, Money, Role};
use terms::{Decision, Product};

use crate::refusal::ClaimRefusal as No;
use crate::{
    Claim, ClaimEvent, ClaimRefusal, CloseWay, Command, Happened, ItemVerdict, JobStep, Known, Payment,
    PaymentState, Report, ReserveReason, Settlement, StatedFact, StatedValue, Verdicts, aside, job, late,
    objection, recovery, referral, reserve, settlement,
};

/// Who commands, when, and on which wording.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The wording to decide on: the version the policy was sold under, in its latest revision.
    pub product: &'a Product,
    /// Who acts.
    pub actor: &'a Actor,
    /// The business instant.
    pub now: Instant,
}

/// What a command did.
#[derive(Debug, Clone, PartialEq, Eq)]
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

/// Decides on a command.
///
/// # Errors
/// A [`ClaimRefusal`]; nothing has happened then.
pub fn decide(claim: Option<&Claim>, command: &Command, context: &Context<'_>) -> Result<Done, ClaimRefusal> {
    let Some(claim) = claim else {
        return match command {
            Command::Report { report } => reported(report, context),
            _ => Err(No::Unknown),
        };
    };
    if let Command::Report { report } = command {
        return if **report == claim.report { Ok(Done::AlreadyDone) } else { Err(No::AlreadyReported) };
    }
    if let Some(closed) = claim.closed {
        return on_closed(claim, closed.way, command, context);
    }
    let now = context.now;
    let one = |event| Ok(Done::Happened(vec![Happened::at(now, event)]));
    match command {
        Command::Report { .. } => Err(No::AlreadyReported),
        Command::StateFacts { facts } => {
            for fact in facts {
                may_state(Some(claim), fact, context)?;
            }
            let news: Vec<StatedFact> =
                facts.iter().filter(|fact| !is_stated(claim, fact)).cloned().collect();
            if news.is_empty() {
                return Ok(Done::AlreadyDone);
            }
            let lapsed = job::lapsed(claim, &news);
            let events = [Some(ClaimEvent::FactsStated { facts: news }), lapsed];
            Ok(Done::Happened(events.into_iter().flatten().map(|event| Happened::at(now, event)).collect()))
        }
        Command::StateFinding { finding, reason } => {
            may_find(claim, finding, context)?;
            if is_stated(claim, finding) {
                return Ok(Done::AlreadyDone);
            }
            one(ClaimEvent::FindingStated { finding: finding.clone(), reason: reason.clone() })
        }
        Command::AddEvidence { kind, object, content } => {
            known_evidence(kind, context.product)?;
            if claim.given.iter().any(|given| given.kind == *kind && given.object == *object) {
                return Ok(Done::AlreadyDone);
            }
            let (kind, object, content) = (kind.clone(), object.clone(), content.clone());
            one(ClaimEvent::EvidenceAdded { kind, object, content })
        }
        Command::RequestEvidence { kinds } => {
            settlement::person(context.actor)?;
            for kind in kinds {
                known_evidence(kind, context.product)?;
            }
            let awaited = |kind: &&String| !claim.awaited().any(|wanted| wanted.kind == **kind);
            let news: Vec<String> = kinds.iter().filter(awaited).cloned().collect();
            if news.is_empty() {
                Ok(Done::AlreadyDone)
            } else {
                one(ClaimEvent::EvidenceRequested { kinds: news })
            }
        }
        Command::Decide { decision, known, opened, sealed } => {
            let event = decided(claim, decision, known, opened, context)?;
            if claim
                .decision
                .as_ref()
                .is_some_and(|kept| !kept.is_stale && kept.verdicts == event && kept.known == *known)
            {
                return Ok(Done::AlreadyDone);
            }
            let event =
                ClaimEvent::Decided { verdicts: event, known: known.clone(), decision: sealed.clone() };
            Ok(with_reserve(claim, vec![Happened::at(now, event)], ReserveReason::Decision, now))
        }
        Command::Approve { proposed_by } => {
            let event = settlement::approve(claim, *proposed_by, context.actor)?;
            Ok(with_reserve(
                claim,
                and_close(claim, Happened::at(now, event), now),
                ReserveReason::Approval,
                now,
            ))
        }
        Command::Refuse { items, reason } => {
            if !items.is_empty() && items.iter().all(|item| is_refused(claim, *item)) {
                return Ok(Done::AlreadyDone);
            }
            let event = settlement::refuse(claim, items, reason, context.actor)?;
            Ok(with_reserve(
                claim,
                and_close(claim, Happened::at(now, event), now),
                ReserveReason::Refusal,
                now,
            ))
        }
        Command::LeaveAside { because, reason, proposed_by } => {
            let Some(event) = aside::leave(claim, *because, reason, *proposed_by, context)? else {
                return Ok(Done::AlreadyDone);
            };
            let events = and_close(claim, Happened::at(now, event), now);
            Ok(with_reserve(claim, events, ReserveReason::Refusal, now))
        }
        Command::SetReserve { amount } => {
            settlement::person(context.actor)?;
            match amount {
                amount if amount.is_negative() => Err(No::AmountNotPositive),
                amount if *amount == claim.reserve => Ok(Done::AlreadyDone),
                amount => one(ClaimEvent::ReserveSet { amount: *amount, why: ReserveReason::Person }),
            }
        }
        Command::SetOff { amount } => {
            may_be_paid(claim, *amount, context.actor)?;
            let event = Happened::at(now, ClaimEvent::SetOff { amount: *amount });
            Ok(with_reserve(claim, and_close(claim, event, now), ReserveReason::Payment, now))
        }
        Command::OrderPayment { payment, amount, payee } => {
            if let Some(known) = claim.payments.iter().find(|known| known.id == *payment) {
                return if known.amount == *amount { Ok(Done::AlreadyDone) } else { Err(No::PaymentDiffers) };
            }
            may_be_paid(claim, *amount, context.actor)?;
            let payee = payee.clone();
            one(ClaimEvent::PaymentOrdered { payment: *payment, amount: *amount, payee, job: None })
        }
        Command::SendPayment { payment, batch } => match payment_of(claim, *payment)?.state {
            PaymentState::Ordered => one(ClaimEvent::PaymentSent { payment: *payment, batch: *batch }),
            PaymentState::Sent | PaymentState::Confirmed => Ok(Done::AlreadyDone),
            PaymentState::Returned => Err(No::PaymentNotThere),
        },
        Command::ConfirmPayment { payment, debited } => match payment_of(claim, *payment)?.state {
            PaymentState::Sent => {
                let event = Happened::at(*debited, ClaimEvent::PaymentConfirmed { payment: *payment });
                Ok(with_reserve(claim, and_close(claim, event, now), ReserveReason::Payment, now))
            }
            PaymentState::Confirmed => Ok(Done::AlreadyDone),
            PaymentState::Ordered | PaymentState::Returned => Err(No::PaymentNotThere),
        },
        Command::ReturnPayment { payment, reason, booked } => {
            return_payment(claim, *payment, (reason, *booked), now)
        }
        Command::Job { job, step } => job::step(claim, *job, step, context),
        Command::ReceiveOwnShare { amount, received } => job::own_share_received(claim, *amount, *received),
        Command::WaiveOwnShare { reason } => job::own_share_waived(claim, reason, context),
        Command::Close { way } => close(claim, *way, context),
        Command::Reopen { .. } => Err(No::NotClosed),
        Command::Refer => referral::refer(claim, context),
        Command::RecordInsurer { agreed, on, words } => {
            referral::answered(claim, (*agreed, *on), words, context)
        }
        after => after_decision(claim, after, context),
    }
}

/// A closed claim takes a payment that comes back and can be opened again; the rest is refused.
fn on_closed(claim: &Claim, way: CloseWay, command: &Command, context: &Context<'_>) -> Result<Done, No> {
    match command {
        Command::Close { way: asked } if *asked == way => Ok(Done::AlreadyDone),
        Command::Refuse { items, .. }
            if !items.is_empty() && items.iter().all(|item| is_refused(claim, *item)) =>
        {
            Ok(Done::AlreadyDone)
        }
        Command::OrderPayment { payment, amount, .. } => {
            match claim.payments.iter().find(|known| known.id == *payment) {
                Some(known) if known.amount == *amount => Ok(Done::AlreadyDone),
                Some(_) => Err(No::PaymentDiffers),
                None => Err(No::Closed),
            }
        }
        Command::SendPayment { payment, .. } | Command::ConfirmPayment { payment, .. } => {
            match payment_of(claim, *payment)?.state {
                PaymentState::Confirmed => Ok(Done::AlreadyDone),
                _ => Err(No::Closed),
            }
        }
        Command::ReturnPayment { payment, reason, booked } => {
            return_payment(claim, *payment, (reason, *booked), context.now)
        }
        // After the end: the own share is still owed, the old device still due.
        Command::ReceiveOwnShare { amount, received } => job::own_share_received(claim, *amount, *received),
        Command::WaiveOwnShare { reason } => job::own_share_waived(claim, reason, context),
        Command::Job { job, step: step @ JobStep::OldDeviceCame } => job::step(claim, *job, step, context),
        Command::Reopen { reason } => {
            settlement::person(context.actor)?;
            let event = Happened::at(context.now, ClaimEvent::Reopened { reason: Some(reason.clone()) });
            Ok(with_reserve(claim, vec![event], ReserveReason::Reopen, context.now))
        }
        after => after_decision(claim, after, context),
    }
}

/// What can follow a decision, whether the claim is closed or not.
fn after_decision(claim: &Claim, command: &Command, context: &Context<'_>) -> Result<Done, No> {
    match command {
        Command::Object { words } => objection::object(claim, words, context),
        Command::AnswerObjection { upheld, words } => objection::answer(claim, *upheld, words, context),
        Command::ExpectRecovery { kind, amount, about, proposed_by } => {
            recovery::expect(claim, (*kind, *amount), about, *proposed_by, context)
        }
        Command::ReceiveRecovery { no, amount } => recovery::receive(claim, *no, *amount, context),
        Command::GiveUpRecovery { no, reason } => recovery::give_up(claim, *no, reason, context),
        Command::OweForLateness { lateness, proposed_by } => {
            let Some(event) = late::owe(claim, *lateness, *proposed_by, context)? else {
                return Ok(Done::AlreadyDone);
            };
            let happened = vec![Happened::at(context.now, event)];
            Ok(with_reserve(claim, happened, ReserveReason::Approval, context.now))
        }
        _ => Err(No::Closed),
    }
}

fn reported(report: &Report, context: &Context<'_>) -> Result<Done, No> {
    let numbers: Vec<u32> = report.items.iter().map(|item| item.item).collect();
    let mut distinct = numbers.clone();
    distinct.sort_unstable();
    distinct.dedup();
    if numbers.is_empty() || distinct.len() != numbers.len() || numbers.len() > terms::limits::ITEMS {
        return Err(No::Items);
    }
    if report.wording != *context.product.wording() {
        return Err(No::DecisionDiffers);
    }
    for fact in ["what_happened", "damage_arose_at", "discovered_at"] {
        if !report.facts.iter().any(|stated| stated.item.is_none() && stated.fact == fact) {
            return Err(No::ReportIncomplete { fact: fact.to_owned() });
        }
    }
    for fact in &report.facts {
        may_state(None, fact, context)?;
        if fact.item.is_some_and(|item| !numbers.contains(&item)) {
            return Err(No::UnknownItem { item: fact.item.unwrap_or_default() });
        }
    }
    for kind in &report.evidence {
        known_evidence(kind, context.product)?;
    }
    let now = context.now;
    let amount = reserve::first(&report.items);
    Ok(Done::Happened(vec![
        Happened::at(now, ClaimEvent::Reported { report: Box::new(report.clone()) }),
        Happened::at(now, ClaimEvent::ReserveSet { amount, why: ReserveReason::Report }),
    ]))
}

fn may_state(claim: Option<&Claim>, fact: &StatedFact, context: &Context<'_>) -> Result<(), No> {
    let unknown = || terms::FactFault::UnknownFact { fact: fact.fact.clone() };
    let spec = context.product.fact(&fact.fact).ok_or_else(unknown)?;
    if let (Some(claim), Some(number)) = (claim, fact.item) {
        claim.item(number).ok_or(No::UnknownItem { item: number })?;
    }
    if spec.finding {
        return Err(No::FindingNeedsPerson { fact: fact.fact.clone() });
    }
    // A partner reports and does no more (PRIV-24).
    let is_partners = context.actor.role == Role::Partner && claim.is_some();
    if is_partners || !spec.may_be_stated_by(context.actor.role) {
        return Err(No::MayNotState { fact: fact.fact.clone() });
    }
    fits(fact, context.product)
}

fn may_find(claim: &Claim, finding: &StatedFact, context: &Context<'_>) -> Result<(), No> {
    let unknown = || terms::FactFault::UnknownFact { fact: finding.fact.clone() };
    let spec = context.product.fact(&finding.fact).ok_or_else(unknown)?;
    if let Some(number) = finding.item {
        claim.item(number).ok_or(No::UnknownItem { item: number })?;
    }
    if !spec.finding || !spec.may_be_stated_by(context.actor.role) {
        return Err(No::FindingNeedsPerson { fact: finding.fact.clone() });
    }
    fits(finding, context.product)
}

/// A personal fact is sealed and any other plain, with a value it can have.
fn fits(fact: &StatedFact, product: &Product) -> Result<(), No> {
    let is_personal = product.fact(&fact.fact).is_some_and(|spec| spec.personal);
    match &fact.value {
        StatedValue::Plain(value) if !is_personal => Ok(product.check_value(&fact.fact, value)?),
        StatedValue::Sealed(_) if is_personal => Ok(()),
        _ => Err(No::WrongSeal { fact: fact.fact.clone() }),
    }
}

fn is_stated(claim: &Claim, fact: &StatedFact) -> bool {
    let facts = match fact.item {
        None => Some(&claim.facts),
        Some(number) => claim.item(number).map(|item| &item.facts),
    };
    facts.and_then(|facts| facts.get(&fact.fact)) == Some(&fact.value)
}

fn known_evidence(kind: &str, product: &Product) -> Result<(), No> {
    let is_known = product.evidence().iter().any(|known| known.name == kind);
    if is_known { Ok(()) } else { Err(No::UnknownEvidence { kind: kind.to_owned() }) }
}

/// The answers, if the decision was made on exactly this claim's wording and facts.
fn decided(
    claim: &Claim,
    decision: &Decision,
    known: &Known,
    opened: &[StatedFact],
    context: &Context<'_>,
) -> Result<Verdicts, No> {
    // A sealed fact left out would be presumed away.
    let is_opened =
        |sealed: &StatedFact| opened.iter().any(|fact| fact.item == sealed.item && fact.fact == sealed.fact);
    if !claim.sealed_facts().iter().all(is_opened) {
        return Err(No::DecisionDiffers);
    }
    let case = claim.case(context.product, known, opened, context.now);
    let same_items =
        decision.items.iter().map(|item| item.item).eq(claim.items.iter().map(|item| item.reported.item));
    // GEN-RANK-05: the version the policy was sold under; a revision corrects only how it is written down.
    let pinned = &claim.report.wording;
    let of_version = decision.wording == *context.product.wording()
        && decision.wording.product == pinned.product
        && decision.wording.version == pinned.version
        && decision.wording.revision >= pinned.revision;
    if !of_version || !same_items || decision.inputs_hash != terms::inputs_hash(&case) {
        return Err(No::DecisionDiffers);
    }
    settlement::within_limits(claim, decision)?;
    Ok(Verdicts {
        wording: decision.wording.clone(),
        items: decision
            .items
            .iter()
            .map(|item| ItemVerdict {
                item: item.item,
                verdict: item.verdict,
                own_share: settlement::own_share(item),
            })
            .collect(),
        total: decision.total,
        approvable_by_machine: decision.approvable_by_machine,
    })
}

fn may_be_paid(claim: &Claim, amount: Money, actor: &Actor) -> Result<(), No> {
    settlement::bookkeeper(actor)?;
    if !amount.is_positive() {
        return Err(No::AmountNotPositive);
    }
    let left = claim.left_to_pay();
    if amount > left { Err(No::AboveApproved { left }) } else { Ok(()) }
}

fn is_refused(claim: &Claim, item: u32) -> bool {
    claim.item(item).is_some_and(|item| item.settlement == Settlement::Refused)
}

fn payment_of(claim: &Claim, id: Id) -> Result<&Payment, No> {
    claim.payments.iter().find(|payment| payment.id == id).ok_or(No::PaymentUnknown)
}

/// Money that came back is owed again: a claim that was closed as settled opens by itself.
/// What came back counts from the day on which the bank booked it back.
fn return_payment(
    claim: &Claim,
    payment: Id,
    (reason, booked): (&str, Option<Instant>),
    now: Instant,
) -> Result<Done, No> {
    let known = payment_of(claim, payment)?;
    match known.state {
        PaymentState::Returned => Ok(Done::AlreadyDone),
        PaymentState::Ordered => Err(No::PaymentNotThere),
        // A status report is late that refuses what a statement shows as paid: the statement counts.
        PaymentState::Confirmed if booked.is_none() => Err(No::PaymentNotThere),
        PaymentState::Sent | PaymentState::Confirmed => {
            let event = ClaimEvent::PaymentReturned { payment, reason: reason.to_owned() };
            let mut events = vec![Happened::at(booked.unwrap_or(now), event)];
            if claim.closed.is_some() {
                events.push(Happened::at(now, ClaimEvent::Reopened { reason: None }));
            }
            Ok(with_reserve(claim, events, ReserveReason::Payment, now))
        }
    }
}

fn close(claim: &Claim, way: CloseWay, context: &Context<'_>) -> Result<Done, No> {
    if way == CloseWay::Settled || way == CloseWay::Refused {
        if !matches!(context.actor.role, Role::Claims | Role::Manager | Role::Machine) {
            return Err(No::NeedsPerson);
        }
    } else if way == CloseWay::NoAnswer {
        settlement::person(context.actor)?;
    }
    let is_open = claim.items.iter().any(|item| item.settlement == Settlement::Open);
    let all_refused = claim.items.iter().all(|item| item.settlement == Settlement::Refused);
    let under_way =
        claim.payments.iter().any(|p| matches!(p.state, PaymentState::Ordered | PaymentState::Sent));
    if under_way {
        return Err(No::PaymentUnderWay);
    }
    let is_handed_over =
        |job: &crate::Job| matches!(job.state, crate::JobState::Delivered | crate::JobState::Accepted);
    if !claim.jobs.iter().all(|job| !is_handed_over(job) || claim.is_job_paid(job.id)) {
        return Err(No::NotSettled);
    }
    let is_fitting = match way {
        CloseWay::Settled => !is_open && !all_refused && claim.left_to_pay().is_zero(),
        CloseWay::Refused => all_refused,
        CloseWay::Withdrawn | CloseWay::NoAnswer => claim.left_to_pay().is_zero(),
    };
    if !is_fitting {
        return Err(No::NotSettled);
    }
    let event = Happened::at(context.now, ClaimEvent::Closed { way });
    let after = Claim::next(Some(claim.clone()), &event.event, event.effective);
    let mut events = vec![event];
    events.extend(job::unwanted(&after, context.now));
    Ok(with_reserve(claim, events, ReserveReason::Close, context.now))
}

/// The event and, where it settles the last of the claim, its end: nothing open, nothing left to pay, nothing to repair.
fn and_close(claim: &Claim, event: Happened, now: Instant) -> Vec<Happened> {
    let mut after = Claim::next(Some(claim.clone()), &event.event, event.effective);
    let mut events = vec![event];
    for stopped in job::unwanted(&after, now) {
        after = Claim::next(Some(after), &stopped.event, stopped.effective);
        events.push(stopped);
    }
    let is_open = after.items.iter().any(|item| item.settlement == Settlement::Open);
    if !is_open && after.is_done_in_kind() && after.received() == after.payable() {
        let all_refused = after.items.iter().all(|item| item.settlement == Settlement::Refused);
        let way = if all_refused { CloseWay::Refused } else { CloseWay::Settled };
        events.push(Happened::at(now, ClaimEvent::Closed { way }));
    }
    events
}

/// The events and, where they change what the claim will cost, the new reserve.
pub(crate) fn with_reserve(
    claim: &Claim,
    mut events: Vec<Happened>,
    why: ReserveReason,
    now: Instant,
) -> Done {
    let mut after = claim.clone();
    for event in &events {
        after = Claim::next(Some(after), &event.event, event.effective);
    }
    let amount = reserve::expected(&after).max(Money::ZERO);
    if amount != after.reserve {
        events.push(Happened::at(now, ClaimEvent::ReserveSet { amount, why }));
    }
    Done::Happened(events)
}
