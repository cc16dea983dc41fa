//! What must hold of repair and replacement, of objections and of money that comes back, read from the events of a claim alone:
//! nothing is handed over that was not approved, a repairer is paid once and only for what the customer accepted, the own share
//! is asked for once, and nobody answers an objection to what they decided.

use std::collections::{BTreeMap, BTreeSet};

use ::claims::{AcceptedBy, ClaimEvent, Work};
use kernel::{Id, Instant, Money};

use super::claims::Event;

/// An order, as far as the events tell.
#[derive(Default)]
struct Order {
    item: u32,
    is_replacement: bool,
    invoice: Option<Money>,
    is_accepted: bool,
    /// Until when the customer can say that it was not handed over.
    handed_over: Option<Instant>,
    own_share: Money,
    payments: BTreeSet<Id>,
}

/// What was read so far.
#[derive(Default)]
struct Read {
    /// The most that may be invoiced for an item: what the insurer bears and the own share.
    approved: BTreeMap<u32, Money>,
    orders: BTreeMap<Id, Order>,
    /// The order that a payment is for.
    paid_for: BTreeMap<Id, Id>,
    own_share_settled: Money,
    deciders: BTreeSet<Id>,
    recoveries: BTreeMap<u32, (Money, Money)>,
    faults: Vec<(&'static str, String)>,
}

/// Checks the events of a claim; `receivable` is what the books say is still owed of the own share.
pub(super) fn faults(events: &[Event], receivable: Money) -> Vec<(&'static str, String)> {
    let mut read = Read::default();
    for (event, recorded) in events {
        read.decision(event);
        read.order(event, *recorded);
        read.money(event);
    }
    let owed: Money = read.orders.values().map(|order| order.own_share).sum();
    let open = owed - read.own_share_settled;
    if open != receivable {
        read.wrong("the own share is asked for once", format!("{open} is open, the books say {receivable}"));
    }
    read.faults
}

impl Read {
    fn wrong(&mut self, invariant: &'static str, what: impl Into<String>) {
        self.faults.push((invariant, what.into()));
    }

    fn decision(&mut self, event: &ClaimEvent) {
        match event {
            ClaimEvent::Approved { items, approved_by, proposed_by } => {
                self.deciders.extend([Some(*approved_by), *proposed_by].into_iter().flatten());
                self.approved.extend(items.iter().map(|item| (item.item, item.amount + item.own_share)));
            }
            ClaimEvent::Refused { items, refused_by, .. } => {
                self.deciders.insert(*refused_by);
                items.iter().for_each(|item| _ = self.approved.remove(item));
            }
            ClaimEvent::ApprovalLapsed { items } => {
                items.iter().for_each(|item| _ = self.approved.remove(item));
            }
            ClaimEvent::ObjectionAnswered { answered_by, .. } if self.deciders.contains(answered_by) => {
                self.wrong(
                    "an objection is answered by who did not decide",
                    format!("{answered_by} did both"),
                );
            }
            _ => {}
        }
    }

    fn order(&mut self, event: &ClaimEvent, recorded: Instant) {
        match event {
            ClaimEvent::JobOrdered { job, item, work, .. } => {
                let order =
                    Order { item: *item, is_replacement: *work == Work::Replacement, ..Order::default() };
                self.orders.insert(*job, order);
            }
            ClaimEvent::JobDelivered { job, invoice, device } => {
                let Some(order) = self.orders.get_mut(job) else { return };
                order.invoice = Some(*invoice);
                let is_named = device.is_some() || !order.is_replacement;
                let most = self.approved.get(&order.item).copied();
                if most.is_none_or(|most| *invoice > most) {
                    let what = format!("{invoice} was invoiced, {most:?} approved");
                    self.wrong("nothing is handed over that was not approved", what);
                }
                if !is_named {
                    self.wrong("a new device is named", format!("order {job} names none"));
                }
            }
            ClaimEvent::JobSentBack { job, .. } => {
                let order = self.orders.get_mut(job);
                if let Some(order) = order {
                    (order.invoice, order.handed_over) = (None, None);
                }
            }
            ClaimEvent::JobHandedOver { job, until } => {
                if let Some(order) = self.orders.get_mut(job) {
                    order.handed_over = Some(*until);
                }
            }
            ClaimEvent::HandOverDenied { job } => {
                if let Some(order) = self.orders.get_mut(job) {
                    order.handed_over = None;
                }
            }
            ClaimEvent::JobAccepted { job, by, borne, own_share, .. } => {
                let Some(order) = self.orders.get_mut(job) else { return };
                let said = order.handed_over;
                if *by == AcceptedBy::HandOver && said.is_none_or(|until| recorded < until) {
                    let what = format!("at {recorded}, the term was {said:?}");
                    return self.wrong("a repairer's word counts when its term is over", what);
                }
                let (before, invoice) = (order.is_accepted, order.invoice);
                (order.is_accepted, order.own_share) = (true, *own_share);
                if before || invoice != Some(*borne + *own_share) {
                    let what = format!("{borne} and {own_share} of {invoice:?}, accepted before: {before}");
                    self.wrong("what is accepted was delivered, and is divided once", what);
                }
            }
            _ => {}
        }
    }

    fn money(&mut self, event: &ClaimEvent) {
        match event {
            ClaimEvent::PaymentOrdered { payment, amount, job: Some(job), .. } => {
                self.paid_for.insert(*payment, *job);
                let Some(order) = self.orders.get_mut(job) else { return };
                let once = order.payments.insert(*payment) && order.payments.len() == 1;
                if !once || !order.is_accepted || order.invoice != Some(*amount) {
                    let what = format!("{amount} of {:?}, accepted: {}", order.invoice, order.is_accepted);
                    self.wrong("a repairer is paid once, after acceptance", what);
                }
            }
            ClaimEvent::PaymentReturned { payment, .. } => {
                let order = self.paid_for.get(payment).and_then(|job| self.orders.get_mut(job));
                if let Some(order) = order {
                    order.payments.remove(payment);
                }
            }
            ClaimEvent::OwnShareReceived { amount } | ClaimEvent::OwnShareWaived { amount, .. } => {
                self.own_share_settled += *amount;
            }
            ClaimEvent::RecoveryExpected { no, amount, .. } => {
                self.recoveries.insert(*no, (*amount, Money::ZERO));
            }
            ClaimEvent::RecoveryReceived { no, amount } => {
                let Some((asked, came)) = self.recoveries.get_mut(no) else { return };
                *came += *amount;
                let (asked, came) = (*asked, *came);
                if came > asked {
                    self.wrong("no more comes back than was asked for", format!("{came} of {asked}"));
                }
            }
            _ => {}
        }
    }
}
