//! Corrections: an event that names a wrong earlier fact and puts what is right in its place. The wrong fact stays in the
//! journal, so that what was believed before can still be told.

use billing::{BillingEvent, PaymentSource};
use kernel::{Instant, Money, Rule};
use serde::{Deserialize, Serialize};

use crate::{
    Back, Contract, ContractEvent, Day, Done, EndWay, Ending, Happened, Notice, Phase, PolicyEvent,
    PolicyRefusal as No, beginning::FARTHEST_DAYS, charging, ends::ends_by, quote::with_money,
};

/// What is right in place of a wrong fact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Right {
    /// It never happened.
    Never,
    /// It happened, or counts, from another instant: a death, the receipt of a notice, the credit of a payment, the beginning
    /// of a change.
    At {
        /// The right instant.
        at: Instant,
    },
    /// The premium from a change on is another.
    Premium {
        /// Price of one instalment, tax included.
        premium: Money,
    },
}

/// A fact that was wrong, as the state knows it, and what it is now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Corrected {
    /// A notice or event that ends the policy.
    Ending {
        /// In which way.
        way: EndWay,
        /// When it was believed to end the policy.
        ends: Instant,
        /// The ending that is right; none if there is none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        right: Option<Ending>,
    },
    /// An endorsement.
    Endorsement {
        /// Its number.
        no: u32,
        /// From when it counts; none if it never was.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<Instant>,
        /// The right premium from it on, if that was wrong.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        premium: Option<Money>,
    },
    /// A reminder that should not have been sent: it sets no term.
    Reminder {
        /// Its number.
        no: u32,
    },
    /// The day on which a payment was credited.
    Payment {
        /// When it was believed to be credited.
        credited: Instant,
        /// When it was.
        right: Instant,
    },
    /// The application was made at another instant.
    Application {
        /// When.
        right: Instant,
    },
    /// The acceptance should not have been: the application waits again.
    Acceptance,
    /// The rejection should not have been, or its letter went at another instant.
    Rejection {
        /// When the letter was sent; none if the application waits again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sent: Option<Instant>,
    },
}

/// Corrects a fact. What can be corrected is when the application was made while it is undecided, an acceptance or rejection, an
/// ending, an endorsement, the credit of a payment, and a reminder that should not have gone; the rest is put right by a command
/// of its own.
///
/// # Errors
/// [`No::FactUnknown`] when the contract does not hold the fact, [`No::NotCorrectable`] when it is not corrected in this way.
pub(crate) fn correct(
    contract: &Contract,
    seq: i64,
    wrong: &ContractEvent,
    effective: Instant,
    right: &Right,
    day: &Day<'_>,
) -> Result<Done, No> {
    if let Right::At { at } = right
        && *at == effective
    {
        return Ok(Done::AlreadyDone);
    }
    // What happened once more is another fact.
    if contract.struck.contains(&seq) {
        return if *right == Right::Never { Ok(Done::AlreadyDone) } else { Err(No::FactUnknown) };
    }
    if is_so_already(contract, wrong, right) {
        return Ok(Done::AlreadyDone);
    }
    let country = contract.country();
    let (corrected, rule) = match (wrong, right) {
        (ContractEvent::Policy(PolicyEvent::Cancelled { way, ends, back, notice }), right) => {
            let right = match right {
                Right::Never => None,
                Right::At { at } => {
                    let notice = notice.as_deref().cloned().unwrap_or_else(|| Notice::new(*way, effective));
                    Some(ending_at(contract, &notice, *back, *at, day)?)
                }
                Right::Premium { .. } => return Err(No::NotCorrectable),
            };
            let Phase::Running { endings, .. } = &contract.phase else { return Err(No::FactUnknown) };
            let is_it = |ending: &Ending| (ending.way, ending.ends) == (*way, *ends);
            if !endings.iter().any(is_it) {
                let done = right.is_none_or(|right| endings.contains(&right));
                return if done { Ok(Done::AlreadyDone) } else { Err(No::FactUnknown) };
            }
            (Corrected::Ending { way: *way, ends: *ends, right }, back.rule(*way, country))
        }
        (
            ContractEvent::Policy(
                PolicyEvent::Applied { .. } | PolicyEvent::Accepted | PolicyEvent::Rejected { .. },
            ),
            right,
        ) => beginning(contract, wrong, right, day)?,
        (ContractEvent::Policy(PolicyEvent::Endorsed { endorsement }), right) => {
            let known = contract.endorsements.iter().find(|known| known.no == endorsement.no);
            let corrected = match (right, known) {
                (Right::Never, None) => return Ok(Done::AlreadyDone),
                (_, None) => return Err(No::FactUnknown),
                (Right::Never, Some(_)) => (None, None),
                (Right::At { at }, Some(known)) if known.from == *at => return Ok(Done::AlreadyDone),
                (Right::At { at }, Some(_)) => (Some(in_range(contract, *at, day)?), None),
                (Right::Premium { premium }, Some(known)) if known.premium == Some(*premium) => {
                    return Ok(Done::AlreadyDone);
                }
                (Right::Premium { premium }, _) if *premium <= Money::ZERO => {
                    return Err(No::AmountNotPositive);
                }
                (Right::Premium { premium }, Some(known)) => (Some(known.from), Some(*premium)),
            };
            let (from, premium) = corrected;
            (Corrected::Endorsement { no: endorsement.no, from, premium }, endorsement.rule)
        }
        (ContractEvent::Billing(BillingEvent::ReminderSent { no, .. }), Right::Never) => {
            let reminder = contract.billing.reminders.iter().find(|reminder| reminder.no == *no);
            if reminder.ok_or(No::FactUnknown)?.cancelled {
                return Ok(Done::AlreadyDone);
            }
            (Corrected::Reminder { no: *no }, Rule("GEN-TIME-06"))
        }
        // What was set off counts from when it was decided, and from no other day.
        (
            ContractEvent::Billing(BillingEvent::PaymentReceived {
                source: PaymentSource::SetOff { .. },
                ..
            }),
            _,
        ) => return Err(No::NotCorrectable),
        (ContractEvent::Billing(BillingEvent::PaymentReceived { .. }), Right::At { at }) => {
            if *at > day.now {
                return Err(No::InFuture);
            }
            let paid =
                |r: &billing::Receivable| r.last_paid == Some(effective) || r.parts.contains(&effective);
            let on_top = |r: &billing::Reminder| r.towards.iter().any(|towards| towards.at == effective);
            let billing = &contract.billing;
            if !billing.receivables.iter().any(paid) && !billing.reminders.iter().any(on_top) {
                return Err(No::FactUnknown);
            }
            let corrected = Corrected::Payment { credited: effective, right: *at };
            let mut events = charging::forgive_late(contract, effective, *at);
            events.push(Happened::at(day.now, PolicyEvent::Corrected { seq, corrected }));
            let events = charging::with_take_backs(contract, events, day.now);
            return Ok(Done::Happened(with_money(contract, events, day, Rule("AMB-16"))));
        }
        _ => return Err(No::NotCorrectable),
    };
    let events = vec![Happened::at(day.now, PolicyEvent::Corrected { seq, corrected })];
    let events = charging::with_take_backs(contract, events, day.now);
    Ok(Done::Happened(with_money(contract, events, day, rule)))
}

/// Whether the beginning of the policy is as it should be by an earlier correction.
fn is_so_already(contract: &Contract, wrong: &ContractEvent, right: &Right) -> bool {
    let waits = matches!(contract.phase, Phase::Applied { .. });
    match (wrong, right, &contract.phase) {
        (ContractEvent::Policy(PolicyEvent::Applied { .. }), Right::At { at }, _) => *at == contract.applied,
        (ContractEvent::Policy(PolicyEvent::Accepted | PolicyEvent::Rejected { .. }), Right::Never, _) => {
            waits
        }
        (ContractEvent::Policy(PolicyEvent::Rejected { .. }), Right::At { at }, Phase::Rejected { sent }) => {
            at == sent
        }
        _ => false,
    }
}

/// How the policy began, or did not. Only an application that is undecided is put to another day: cover and due dates of a policy
/// are anchored to it. An acceptance that should not have been is taken back while provisional cover runs, and when no ending or
/// change builds on it; after that the policy is ended instead.
fn beginning(
    contract: &Contract,
    wrong: &ContractEvent,
    right: &Right,
    day: &Day<'_>,
) -> Result<(Corrected, Rule), No> {
    let country = contract.country();
    let by = |nl, be| Rule(if country == kernel::Country::Nl { nl } else { be });
    let ContractEvent::Policy(wrong) = wrong else { return Err(No::NotCorrectable) };
    match (wrong, right, &contract.phase) {
        (PolicyEvent::Applied { .. }, Right::At { at }, _) if *at > day.now => Err(No::InFuture),
        (
            PolicyEvent::Applied { .. },
            Right::At { at },
            Phase::Screening { .. } | Phase::Applied { .. } | Phase::Offered { .. },
        ) => Ok((Corrected::Application { right: *at }, by("NL-PROV-01", "BE-PROV-02"))),
        (PolicyEvent::Accepted, Right::Never, Phase::Running { endings, .. }) => {
            let ends_itself = |ending: &Ending| ending.way == EndWay::EndDate;
            if day.now >= contract.provisional_until() {
                return Err(No::ProvisionalOver);
            }
            if !contract.endorsements.is_empty() || !endings.iter().all(ends_itself) {
                return Err(No::NotCorrectable);
            }
            Ok((Corrected::Acceptance, by("NL-PROV-07", "BE-PROV-07")))
        }
        (PolicyEvent::Rejected { .. }, Right::Never, Phase::Rejected { .. }) => {
            if day.now >= contract.provisional_until() {
                return Err(No::ProvisionalOver);
            }
            Ok((Corrected::Rejection { sent: None }, by("NL-PROV-05", "BE-PROV-04")))
        }
        (PolicyEvent::Rejected { .. }, Right::At { at }, Phase::Rejected { .. }) => {
            if *at > day.now {
                return Err(No::InFuture);
            }
            if *at < contract.applied {
                return Err(No::BeforeApplication { date: contract.start() });
            }
            Ok((Corrected::Rejection { sent: Some(*at) }, by("NL-PROV-05", "BE-PROV-04")))
        }
        _ => Err(No::NotCorrectable),
    }
}

/// The ending that a notice is when it was received at another instant. Whether it was in time is not asked again: it was
/// accepted, and what is corrected is only when it works.
fn ending_at(
    contract: &Contract,
    notice: &Notice,
    back: Back,
    at: Instant,
    day: &Day<'_>,
) -> Result<Ending, No> {
    let country = contract.country();
    if at > day.now {
        return Err(No::InFuture);
    }
    if at < contract.applied {
        return Err(No::BeforeApplication { date: contract.start() });
    }
    let way = notice.way;
    let ends = match way {
        EndWay::NothingLeft | EndWay::MovedAway => at,
        _ => {
            let notice = Notice { received: at, arrived: None, ..notice.clone() };
            ends_by(contract, &notice, kernel::local_date(at, country))?
        }
    };
    Ok(Ending { way, received: at, ends, back })
}

fn in_range(contract: &Contract, at: Instant, day: &Day<'_>) -> Result<Instant, No> {
    let country = contract.country();
    let farthest = kernel::add_days(kernel::local_date(day.now, country), FARTHEST_DAYS);
    let fits = at >= contract.starts() && kernel::local_date(at, country) <= farthest;
    if fits { Ok(at) } else { Err(No::DateOutOfRange) }
}
