//! Ending a policy, and the same worked out beforehand: when it ends, by which rule, and what comes back or is still to pay.

use billing::BillingEvent;
use kernel::{Channel, Country, Date, Instant, Money, Roll, Rule, Term};

use crate::{
    Back, Contract, Day, Done, EndWay, Ending, Happened, Notice, Phase, PolicyEvent, PolicyRefusal as No,
    Sender, agenda, ends,
    premium::{owed, settle_premium},
};

/// One line of the sum: an instalment and what of it comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EndStep {
    /// Number of the instalment.
    pub no: u32,
    /// First day it pays for.
    pub from: Date,
    /// Day after the last day it pays for; none if unlimited.
    pub to: Option<Date>,
    /// What was invoiced for the period, less what was taken back before.
    pub invoiced: Money,
    /// Days of the period on which the policy no longer runs.
    pub days_left: i64,
    /// Days of the period.
    pub days: i64,
    /// What is taken back: `invoiced × days_left / days`, rounded half up, where the price stayed the same.
    pub back: Money,
}

/// What ending a policy in a given way does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndQuote {
    /// In which way.
    pub way: EndWay,
    /// By which rule.
    pub rule: Rule,
    /// Instant at which cover ends by this notice.
    pub ends: Instant,
    /// Last insured day.
    pub last_day: Date,
    /// Whether another ending comes first: the earliest wins (NL-END-11, BE-END-15).
    pub another_is_earlier: bool,
    /// How premium comes back.
    pub back: Back,
    /// The rule by which it does.
    pub back_rule: Rule,
    /// The sum, line by line; empty where nothing that was invoiced changes.
    pub steps: Vec<EndStep>,
    /// What is taken back in all.
    pub taken_back: Money,
    /// What is paid back.
    pub refund: Money,
    /// What is still to pay.
    pub open: Money,
}

/// Works out what a notice would do, by the code that does it.
///
/// # Errors
/// The refusal that the command would meet.
pub fn quote_end(contract: &Contract, notice: &Notice, day: &Day<'_>) -> Result<EndQuote, No> {
    let plan = plan(contract, notice, day)?;
    let country = contract.country();
    let after = plan.after(contract);
    let mut steps = Vec::new();
    for instalment in contract.billing.receivables.iter().filter(|r| r.extra_of.is_none()) {
        let group = contract.billing.receivables.iter();
        let group = group.filter(|r| r.no == instalment.no || r.extra_of == Some(instalment.no));
        let invoiced: Money = group.map(|r| r.split.gross - r.reversed.gross).sum();
        let owed = owed(&after, instalment);
        if owed.owed < invoiced {
            steps.push(EndStep {
                no: instalment.no,
                from: instalment.period.from(),
                to: instalment.period.to(),
                invoiced,
                days_left: owed.days_left,
                days: owed.days,
                back: invoiced - owed.owed,
            });
        }
    }
    let refund = plan.events.iter().filter_map(|happened| match &happened.event {
        crate::ContractEvent::Billing(BillingEvent::RefundOrdered { amount, .. }) => Some(*amount),
        _ => None,
    });
    let wins = after.ends().is_some_and(|ending| ending.ends >= plan.ending.ends);
    Ok(EndQuote {
        way: notice.way,
        rule: notice.way.rule(country),
        ends: plan.ending.ends,
        last_day: last_day(plan.ending.ends, country),
        another_is_earlier: !wins,
        back: plan.ending.back,
        back_rule: plan.ending.back.rule(notice.way, country),
        taken_back: steps.iter().map(|step| step.back).sum(),
        steps,
        refund: refund.sum(),
        open: after.billing.open(),
    })
}

/// Carries a notice out.
pub(crate) fn cancel(contract: &Contract, notice: &Notice, day: &Day<'_>) -> Result<Done, No> {
    let plan = plan(contract, notice, day)?;
    if let Phase::Running { endings, .. } = &contract.phase
        && endings.iter().any(|known| known.way == notice.way && known.ends <= plan.ending.ends)
    {
        return Ok(Done::AlreadyDone);
    }
    Ok(Done::Happened(plan.events))
}

struct Plan {
    ending: Ending,
    events: Vec<Happened>,
}

impl Plan {
    fn after(&self, contract: &Contract) -> Contract {
        after(contract, &self.events)
    }
}

fn plan(contract: &Contract, notice: &Notice, day: &Day<'_>) -> Result<Plan, No> {
    check(contract, notice, day)?;
    let country = contract.country();
    let notice = &ends::with_arrival(notice, day.by_email, country);
    let ends = ends::ends_by(contract, notice, ends::counts_from(notice, country))?;
    let back = match notice.way {
        EndWay::CoolingOff if !notice.claim_submitted => Back::All,
        EndWay::Fraud => Back::Nothing,
        _ => Back::ByDays,
    };
    let ending = Ending { way: notice.way, received: notice.received, ends, back };
    Ok(Plan { ending, events: end(contract, ending, Some(notice), day) })
}

/// The events by which a policy ends: the ending, what is taken back of the premium, and the refund.
pub(crate) fn end(
    contract: &Contract,
    ending: Ending,
    notice: Option<&Notice>,
    day: &Day<'_>,
) -> Vec<Happened> {
    let cancelled = PolicyEvent::Cancelled {
        way: ending.way,
        ends: ending.ends,
        back: ending.back,
        notice: notice.map(|notice| Box::new(notice.clone())),
    };
    let events = vec![Happened::at(ending.received, cancelled)];
    with_money(contract, events, day, ending.back.rule(ending.way, contract.country()))
}

/// The events, and what they change in the premium that was invoiced, and the refund.
pub(crate) fn with_money(
    contract: &Contract,
    mut events: Vec<Happened>,
    day: &Day<'_>,
    rule: Rule,
) -> Vec<Happened> {
    let changed = after(contract, &events);
    events.extend(settle_premium(&changed, day, rule));
    let settled = after(contract, &events);
    events.extend(agenda::refund_overpaid(&settled, day, rule));
    events
}

/// The contract after some more events.
pub(crate) fn after(contract: &Contract, events: &[Happened]) -> Contract {
    let next = |contract, h: &Happened| Contract::next(Some(contract), &h.event, h.effective);
    events.iter().fold(contract.clone(), next)
}

/// The last insured day of a policy that ends at an instant.
pub(crate) fn last_day(ends: Instant, country: Country) -> Date {
    let day = kernel::local_date(ends, country);
    if kernel::start_of_day(day, country) == ends { kernel::add_days(day, -1) } else { day }
}

fn check(contract: &Contract, notice: &Notice, day: &Day<'_>) -> Result<(), No> {
    let Phase::Running { accepted, .. } = &contract.phase else { return Err(No::NotRunning) };
    let (way, received, country) = (notice.way, notice.received, contract.country());
    if matches!(way, EndWay::EndDate | EndWay::NothingLeft | EndWay::MovedAway) {
        return Err(No::NotByNotice);
    }
    if matches!(way, EndWay::InsurerBankruptcy | EndWay::TrusteeBankruptcy) && country == Country::Nl {
        return Err(No::NotInCountry);
    }
    check_sender(notice, country)?;
    if received > day.now {
        return Err(No::InFuture);
    }
    if received < contract.applied {
        return Err(No::BeforeApplication { date: kernel::local_date(contract.applied, country) });
    }
    if contract.is_over_at(received) {
        return Err(No::NotRunning);
    }
    let received_on = kernel::local_date(received, country);
    match way {
        EndWay::CoolingOff => {
            let until = cooling_off(contract, *accepted, day);
            if received >= until.end {
                let last_day = until.last_day.unwrap_or_else(|| last_day(until.end, country));
                return Err(No::CoolingOffOver { last_day });
            }
        }
        EndWay::AfterClaim | EndWay::InsurerAfterClaim => {
            let closed = notice.claim_closed.filter(|closed| *closed <= received_on);
            let closed = closed.ok_or(No::ClaimNotClosed)?;
            // AMB-71: only the customer's term rolls.
            let roll = if way == EndWay::AfterClaim { Roll::for_customer(country) } else { Roll::Never };
            let until = ends::endings(contract).after_claim_within.from_date(closed, country, roll);
            if until.has_passed_at(received) {
                return Err(No::AfterClaimOver { last_day: last_day(until.end, country) });
            }
        }
        EndWay::AdverseChange => {
            let mut changes = ends::adverse_changes(contract).filter(|(from, _)| *from > received);
            let leave_by = changes.by_ref().map(|(_, leave_by)| leave_by).max();
            let last_day = leave_by
                .or_else(|| ends::adverse_changes(contract).map(|(_, leave_by)| leave_by).max())
                .ok_or(No::NoAdverseChange)?;
            if leave_by.is_none_or(|leave_by| received_on > leave_by) {
                return Err(No::AdverseChangeOver { last_day });
            }
        }
        EndWay::InsurerBankruptcy => {
            notice.happened.filter(|declared| *declared <= received_on).ok_or(No::NoDeclaration)?;
        }
        EndWay::TrusteeBankruptcy => {
            let declared = notice.happened.filter(|declared| *declared <= received_on);
            let declared = declared.ok_or(No::NoDeclaration)?;
            let until = ends::BANKRUPTCY.from_date(declared, country, Roll::Never);
            if until.has_passed_at(received) {
                return Err(No::TrusteeOver { last_day: last_day(until.end, country) });
            }
        }
        EndWay::RepeatedNonPayment if !ends::is_repeated(contract, received) => return Err(No::NotRepeated),
        EndWay::Sanctions if !contract.blocked => return Err(No::NotListed),
        _ => {}
    }
    Ok(())
}

/// Until when the policyholder may withdraw: the term after receipt of the policy, which carries the confirmation of the
/// application with it, so that both clocks of AMB-39 are one.
pub(crate) fn cooling_off(contract: &Contract, accepted: Instant, day: &Day<'_>) -> kernel::Deadline {
    let country = contract.country();
    let receipt = kernel::presumed_receipt(accepted, agenda::delivery(country, day.by_email, false), country);
    let term: Term = contract.application.terms.cooling_off;
    term.from_date(receipt.day, country, Roll::for_customer(country))
}

/// Only those who may end a policy in this way, with proof where somebody acts for them, and in a form that is good for it
/// (ACT-01, ACT-18, AMB-19, AMB-20, GEN-FORM-01).
fn check_sender(notice: &Notice, country: Country) -> Result<(), No> {
    if let Sender::Representative { proof: None } = notice.from {
        return Err(No::NoAuthority);
    }
    let for_holder = matches!(notice.from, Sender::Holder | Sender::Representative { .. });
    let may = match notice.way {
        EndWay::CoolingOff | EndWay::Ordinary | EndWay::AfterClaim | EndWay::AdverseChange => for_holder,
        // A Dutch policy ends by the death itself, whoever tells of it.
        EndWay::Death if country == Country::Nl => true,
        EndWay::Death => matches!(notice.from, Sender::Heirs | Sender::Representative { .. }),
        EndWay::TrusteeBankruptcy => notice.from == Sender::Trustee,
        _ => notice.from == Sender::Insurer,
    };
    if !may {
        return Err(No::SenderMayNot);
    }
    let by_phone = notice.channel == Some(Channel::Phone);
    let dutch_death = notice.way == EndWay::Death && country == Country::Nl;
    if by_phone && !for_holder && !dutch_death { Err(No::NotInWriting) } else { Ok(()) }
}

/// Takes a cancellation back that does not work yet, if it was the policyholder's own choice; premium that was taken back for
/// it is owed again.
pub(crate) fn withdraw(contract: &Contract, way: EndWay, day: &Day<'_>) -> Result<Done, No> {
    let Phase::Running { endings, .. } = &contract.phase else { return Err(No::NotRunning) };
    let country = contract.country();
    let found = endings.iter().find(|ending| ending.way == way).ok_or(No::NoCancellation)?;
    if found.ends <= day.now {
        return Err(No::CancellationWorked { date: kernel::local_date(found.ends, country) });
    }
    if !way.is_customers_choice() || contract.is_over_at(day.now) {
        return Err(No::CancellationStays);
    }
    let events = endings
        .iter()
        .filter(|ending| ending.way == way)
        .map(|ending| PolicyEvent::CancellationWithdrawn { way, ends: ending.ends })
        .map(|event| Happened::at(day.now, event))
        .collect();
    Ok(Done::Happened(with_money(contract, events, day, way.rule(country))))
}
