//! The money of one policy as its owner sees it (PORTAL-18): what to pay and how, what comes, what was.

use agreement::Agreement;
use billing::{BillingEvent, PaymentSource, PlanPart, RefundState};
use documents::epc::Transfer;
use kernel::{Date, Frequency, Id, Instant, Money, PolicyNumber, Term};
use ledger::PremiumSplit;
use policy::{Contract, ContractEvent, Fact, Phase};
use store::Tx;

use super::{MandateView, policy_page::mandate_of};
use crate::{App, AppError, contracts, streams};

/// Months ahead that the schedule of premium shows.
const MONTHS_AHEAD: i32 = 12;

/// A transfer to make now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayNow {
    /// All that is open and is not being collected, with costs and interest.
    pub amount: Money,
    /// Our account, in groups of four.
    pub account: String,
    /// Whose it is.
    pub holder: String,
    /// What to write with it (FAQ-12).
    pub reference: String,
    /// The code that a banking app reads, as an SVG picture.
    pub code: Option<String>,
    /// What premium it pays: due date and amount.
    pub lines: Vec<(Date, Money)>,
    /// Collection costs in it (LAW-NL-COL, LAW-BE-COL).
    pub costs: Money,
    /// Statutory interest in it.
    pub interest: Money,
    /// What went back twice, and is asked for again.
    pub reclaimed: Money,
}

/// A premium that is to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ComingPremium {
    /// When it falls due.
    pub due: Date,
    /// First day it pays for, and the day after the last.
    pub period: kernel::Period<Date>,
    /// How it is divided by what is known now.
    pub split: PremiumSplit,
}

/// Something that moved, in the words of the page: `moved-<kind>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Movement {
    /// The day it counts from.
    pub on: Date,
    /// What it was.
    pub kind: &'static str,
    /// How much: what is owed is above zero, what was paid or given back to the policy below.
    pub amount: Option<Money>,
}

/// A refund and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RefundView {
    /// How much.
    pub amount: Money,
    /// How far it is.
    pub state: RefundState,
    /// Whether it is known where it goes.
    pub has_account: bool,
}

/// A reminder that is not paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReminderView {
    /// The exact amount it still asks for, with its costs once its term is over.
    pub amount: Money,
    /// Last day on which payment keeps the cover.
    pub last_day: Date,
    /// From when there is no cover.
    pub cover_stops: Instant,
    /// After how long cover is back once it is paid.
    pub back_after: Term,
}

/// The money of one policy.
#[derive(Debug, Clone)]
pub struct MoneyView {
    /// Its number.
    pub number: PolicyNumber,
    /// How often premium is paid.
    pub frequency: Frequency,
    /// What to transfer; none when nothing is open.
    pub pay: Option<PayNow>,
    /// Direct debits under way: when and how much.
    pub collecting: Vec<(Date, Money)>,
    /// What was paid too much and pays later premium.
    pub credit: Money,
    /// The reminder that matters, the one whose term ends first.
    pub reminder: Option<ReminderView>,
    /// The parts of a payment plan that runs, with what is still to be paid of each.
    pub plan: Vec<(PlanPart, Money)>,
    /// Premium of the coming twelve months.
    pub coming: Vec<ComingPremium>,
    /// Refunds that are not settled.
    pub refunds: Vec<RefundView>,
    /// All that moved, the newest first.
    pub movements: Vec<Movement>,
    /// The account premium is collected from.
    pub mandate: Option<MandateView>,
    /// Whether more premium can fall due, so that the way to pay can be chosen.
    pub is_running: bool,
}

/// Reads it.
///
/// # Errors
/// [`AppError::Missing`] when there is no such contract; [`AppError::Damaged`].
pub fn money_of(app: &App, tx: &mut Tx<'_>, now: Instant, id: Id) -> Result<MoneyView, AppError> {
    let loaded = streams::look::<Contract>(tx, &[id])?.remove(&id);
    let contract = loaded.and_then(|l| l.state).ok_or_else(|| AppError::missing("contract", id))?;
    let facts = contracts::facts(tx, &[id])?.remove(&id).unwrap_or_default();
    let agreement = app.products.agreement(&contract.application.agreement)?;
    let today = kernel::local_date(now, contract.country());
    let billing = &contract.billing;
    let terms = &contract.application.terms.dunning;
    let unpaid = billing.reminders.iter().filter(|r| r.satisfied.is_none() && !r.cancelled);
    let reminder = unpaid.min_by_key(|r| r.cover_stops).map(|r| ReminderView {
        amount: r.still_asked(now),
        last_day: r.last_day,
        cover_stops: r.cover_stops,
        back_after: terms.cover_back_after,
    });
    let refunds = billing.refunds.iter().filter(|refund| refund.state != RefundState::Settled);
    Ok(MoneyView {
        number: contract.application.number.clone(),
        frequency: contract.application.frequency,
        pay: pay_now(&contract, agreement, today),
        collecting: billing
            .collections
            .iter()
            .filter(|c| c.is_pending())
            .map(|c| (c.collect_on, c.amount))
            .collect(),
        credit: billing.credit.max(Money::ZERO),
        reminder,
        plan: billing.plan_left(),
        coming: coming(&contract, agreement, today),
        refunds: refunds
            .map(|refund| RefundView {
                amount: refund.amount,
                state: refund.state,
                has_account: refund.payee.is_some(),
            })
            .collect(),
        movements: movements(&contract, &facts),
        mandate: mandate_of(app, tx, &contract)?,
        is_running: matches!(contract.phase, Phase::Running { .. }) && !contract.is_over_at(now),
    })
}

fn pay_now(contract: &Contract, agreement: &Agreement, today: Date) -> Option<PayNow> {
    let billing = &contract.billing;
    let open = billing.receivables.iter().filter(|r| r.is_open() && !billing.is_being_collected(r.no));
    let mut lines: Vec<(Date, Money)> = open.map(|r| (r.due, r.open())).collect();
    lines.sort_by_key(|(due, _)| *due);
    // A refund that went out is money at the customer; one that waits is not sent before it is owed.
    let is_out = |refund: &&billing::Refund| refund.state != RefundState::Ordered;
    let out: Money = billing.refunds.iter().filter(is_out).map(|refund| refund.amount).sum();
    let reclaimed = billing.to_reclaim().min(out);
    let (costs, interest) = billing.on_top(contract.country(), today, agreement.arrears.interest_from);
    let premium: Money = lines.iter().map(|(_, amount)| *amount).sum();
    let amount = premium + costs + interest + reclaimed;
    let reference = contract.application.number.payment_reference(contract.country());
    let account = &agreement.account;
    let transfer = Transfer { name: &account.holder, account: &account.iban, amount, reference: &reference };
    let code = transfer.svg();
    amount.is_positive().then(|| PayNow {
        amount,
        account: account.iban.grouped(),
        holder: account.holder.clone(),
        code,
        lines,
        costs,
        interest,
        reclaimed,
        reference,
    })
}

/// The premium of the coming months while the policy runs, as far as is known now.
fn coming(contract: &Contract, agreement: &Agreement, today: Date) -> Vec<ComingPremium> {
    if !matches!(contract.phase, Phase::Running { .. }) {
        return Vec::new();
    }
    let application = &contract.application;
    let until = kernel::add_months_anchored(today, MONTHS_AHEAD);
    let over = contract.ends().map(|ending| kernel::local_date(ending.ends, contract.country()));
    let mut coming = Vec::new();
    for no in contract.billing.instalments() + 1.. {
        let next = billing::instalment(contract.start(), application.frequency, contract.end_date(), no);
        let Some(next) = next.filter(|next| next.due < until && over.is_none_or(|over| next.due < over))
        else {
            return coming;
        };
        if next.due < today {
            continue;
        }
        let rate = agreement::tax_rate(contract.country(), next.due);
        let gross = contract.premium_on(next.period.from());
        let split = agreement::split_premium(gross, rate, &agreement.remuneration);
        coming.push(ComingPremium { due: next.due, period: next.period, split });
    }
    coming
}

/// All that moved money, from the events, the newest first.
fn movements(contract: &Contract, facts: &[Fact]) -> Vec<Movement> {
    let country = contract.country();
    let billed = |fact: &Fact| match &fact.event {
        ContractEvent::Billing(event) => movement(contract, event).map(|(kind, amount)| Movement {
            on: kernel::local_date(fact.effective, country),
            kind,
            amount,
        }),
        ContractEvent::Policy(_) => None,
    };
    let mut movements: Vec<Movement> = facts.iter().filter_map(billed).collect();
    movements.sort_by_key(|movement| movement.on);
    movements.reverse();
    movements
}

fn movement(contract: &Contract, event: &BillingEvent) -> Option<(&'static str, Option<Money>)> {
    let refund = |payment: &Id| {
        contract.billing.refunds.iter().find(|refund| refund.payment == *payment).map(|refund| refund.amount)
    };
    let collected = |key: &kernel::EndToEndId| contract.billing.collection(key).map(|c| c.amount);
    Some(match event {
        BillingEvent::PremiumFellDue { split, .. } => ("due", Some(split.gross)),
        BillingEvent::ExtraPremiumFellDue { split, .. } => ("extra", Some(split.gross)),
        BillingEvent::PremiumReversed { split, .. } => ("reversed", Some(-split.gross)),
        BillingEvent::CostsFellDue { amount, .. } => ("costs", Some(*amount)),
        BillingEvent::InterestFellDue { amount, .. } => ("interest", Some(*amount)),
        BillingEvent::ChargeWaived { amount, .. } => ("waived", Some(-*amount)),
        BillingEvent::PaymentReceived { source: PaymentSource::Collection { .. }, amount, .. } => {
            ("collected", Some(-*amount))
        }
        BillingEvent::PaymentReceived { source: PaymentSource::SetOff { .. }, amount, .. } => {
            ("set-off", Some(-*amount))
        }
        BillingEvent::PaymentReceived { amount, .. } => ("transferred", Some(-*amount)),
        BillingEvent::CollectionReturned { end_to_end, was_credited: true, .. } => {
            ("came-back", collected(end_to_end))
        }
        BillingEvent::CollectionReturned { .. } => ("failed", None),
        BillingEvent::RefundSettled { payment } => ("refunded", refund(payment)),
        BillingEvent::FreeReminderSent { .. } | BillingEvent::ReminderSent { .. } => ("reminded", None),
        BillingEvent::MandateGiven { .. } | BillingEvent::MandateAmended { .. } => ("mandate", None),
        BillingEvent::MandateStopped { .. } => ("mandate-ended", None),
        _ => return None,
    })
}
