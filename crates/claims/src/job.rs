//! Making good in kind: what a repairer or supplier is asked to do for one item, from the order to the instant in which the
//! customer accepts (NL-CLAIM-06, NL-CLAIM-08, BE-CLAIM-04, BE-CLAIM-05), and what follows from that.
//!
//! A repair may be ordered before anything is approved: then the repairer looks at the device and states what it found and
//! what it would cost, and the wording decides on that. Nothing is handed over, accepted or paid that was not approved. The
//! customer's own share is owed from acceptance, not before: only then has the insurer done its part.

use kernel::{Id, Instant, Money, Role, VaultRef};
use serde::{Deserialize, Serialize};
use terms::Remedy;

use crate::refusal::ClaimRefusal as No;
use crate::{
    Claim, ClaimEvent, Context, Done, HandOver, Happened, ReserveReason, Settlement, decide, hand_over,
    settlement,
};

kernel::text_enum! {
    /// What is ordered.
    pub enum Work {
        /// The device is mended.
        Repair = "repair",
        /// An equivalent device is supplied.
        Replacement = "replacement",
    }
}

impl Work {
    /// The remedy it carries out.
    pub const fn remedy(self) -> Remedy {
        match self {
            Self::Repair => Remedy::Repair,
            Self::Replacement => Remedy::Replacement,
        }
    }

    /// The work that carries out a remedy; none for money.
    pub const fn of(remedy: Remedy) -> Option<Self> {
        match remedy {
            Remedy::Repair => Some(Self::Repair),
            Remedy::Replacement => Some(Self::Replacement),
            Remedy::Payment => None,
        }
    }
}

kernel::text_enum! {
    /// How the customer accepted.
    pub enum AcceptedBy {
        /// In the portal (PORTAL-22).
        Customer = "customer",
        /// By mail, letter or telephone: the desk wrote it down.
        Desk = "desk",
        /// The customer signed for it when it was handed over, said the repairer, and the customer did not say otherwise.
        HandOver = "hand-over",
    }
}

kernel::text_enum! {
    /// Where an order stands.
    pub enum JobState {
        /// The repairer or supplier is at work.
        Ordered = "ordered",
        /// The device is ready for the customer, or with them.
        Delivered = "delivered",
        /// The customer accepted it.
        Accepted = "accepted",
        /// It is not wanted any more.
        Stopped = "stopped",
    }
}

/// An order to a repairer or supplier for one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// Its key.
    pub id: Id,
    /// The item it is for.
    pub item: u32,
    /// What is to be done.
    pub work: Work,
    /// Code of the repairer or supplier in the agreement.
    pub supplier: String,
    /// When it was ordered.
    pub ordered_at: Instant,
    /// Where it stands.
    pub state: JobState,
    /// What the repairer or supplier asks for it, when it is done.
    pub invoice: Option<Money>,
    /// The numbers of the device supplied instead, sealed (NL-CLAIM-07).
    pub device: Option<VaultRef>,
    /// When it was handed over, as the repairer says, as long as the customer did not say otherwise (NL-CLAIM-08).
    #[serde(default)]
    pub handed_over: Option<HandOver>,
    /// The customer says that they did not get it.
    #[serde(default)]
    pub is_denied: bool,
    /// When the customer accepted and how: ownership of the old device or part passes then (AMB-31).
    pub accepted: Option<(Instant, AcceptedBy)>,
    /// What of the invoice the insurer bears; zero until it is accepted.
    pub borne: Money,
    /// What of it the customer bears; zero until it is accepted.
    pub own_share: Money,
    /// By when the own share is asked for.
    pub own_share_by: Option<Instant>,
    /// Whether it was reminded of.
    pub own_share_reminded: bool,
    /// By when the old device is to be sent in (NL-CLAIM-06).
    pub old_device_by: Option<Instant>,
    /// Whether it was reminded of.
    pub old_device_reminded: bool,
    /// When the old device came.
    pub old_device_at: Option<Instant>,
}

impl Job {
    /// Whether it was not stopped.
    pub fn counts(&self) -> bool {
        self.state != JobState::Stopped
    }

    /// The old device is the insurer's and has not come.
    pub fn awaits_old_device(&self) -> bool {
        self.state == JobState::Accepted && self.old_device_by.is_some() && self.old_device_at.is_none()
    }
}

/// What is done with an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "kebab-case")]
pub enum JobStep {
    /// Order it. A repair may be ordered for a look at the device before anything is approved.
    Order {
        /// The item.
        item: u32,
        /// What is to be done.
        work: Work,
        /// Code of the repairer or supplier in the agreement.
        supplier: String,
    },
    /// It is done: the device is ready or on its way.
    Deliver {
        /// What is asked for it.
        invoice: Money,
        /// The numbers of the device supplied, sealed; asked for with a replacement only.
        device: Option<VaultRef>,
    },
    /// The customer accepts it.
    Accept {
        /// How.
        by: AcceptedBy,
        /// By when the own share is to be paid.
        own_share_by: Instant,
        /// By when a replaced device is to be sent in; none where there is nothing to send.
        old_device_by: Option<Instant>,
    },
    /// The customer has it and signed for it, says the repairer.
    HandOver {
        /// Until when the customer can say otherwise.
        until: Instant,
    },
    /// The customer says that they did not get it.
    DenyHandOver,
    /// The customer does not accept it: it is to be done again.
    SendBack {
        /// Why, in their words, sealed.
        reason: VaultRef,
    },
    /// It is not wanted any more.
    Stop,
    /// Pay what is asked for it.
    Pay {
        /// Key of the payment.
        payment: Id,
        /// Name and account of the repairer or supplier, sealed.
        payee: VaultRef,
    },
    /// The old device came in.
    OldDeviceCame,
}

/// A person of the desk, or the repairer or supplier that has the order; whose order it is was looked at before.
pub(crate) fn at_work(context: &Context<'_>) -> Result<(), No> {
    match context.actor.role {
        Role::Repairer => Ok(()),
        _ => settlement::person(context.actor),
    }
}

/// Takes a step with the order of this key.
pub(crate) fn step(claim: &Claim, id: Id, step: &JobStep, context: &Context<'_>) -> Result<Done, No> {
    let now = context.now;
    let events = |events: Vec<ClaimEvent>| {
        let events = events.into_iter().map(|event| Happened::at(now, event)).collect();
        Ok(decide::with_reserve(claim, events, ReserveReason::Approval, now))
    };
    let found = claim.job(id);
    if let JobStep::Order { item, work, supplier } = step {
        return match found {
            Some(job) if job.item == *item && job.work == *work => Ok(Done::AlreadyDone),
            Some(_) => Err(No::JobDiffers),
            None => {
                may_order(claim, *item, *work, context)?;
                events(vec![ClaimEvent::JobOrdered {
                    job: id,
                    item: *item,
                    work: *work,
                    supplier: supplier.clone(),
                }])
            }
        };
    }
    let job = found.ok_or(No::JobUnknown)?;
    match step {
        JobStep::Order { .. } => Err(No::JobDiffers),
        JobStep::Deliver { invoice, device } => {
            at_work(context)?;
            match job.state {
                JobState::Delivered if job.invoice == Some(*invoice) => return Ok(Done::AlreadyDone),
                JobState::Ordered => {}
                _ => return Err(No::JobNotThere),
            }
            let most = most(claim, job)?;
            if !invoice.is_positive() {
                return Err(No::AmountNotPositive);
            }
            if *invoice > most {
                return Err(No::InvoiceAboveApproved { most });
            }
            if job.work == Work::Replacement && device.is_none() {
                return Err(No::NewDeviceUnnamed);
            }
            events(vec![ClaimEvent::JobDelivered { job: id, invoice: *invoice, device: device.clone() }])
        }
        JobStep::Accept { by, own_share_by, old_device_by } => {
            let may = match by {
                AcceptedBy::Customer => context.actor.role == Role::Policyholder,
                AcceptedBy::Desk => settlement::person(context.actor).is_ok(),
                // Only time makes the repairer's word the customer's.
                AcceptedBy::HandOver => {
                    context.actor.role == Role::Machine && (job.accepted.is_some() || job.is_handed_over(now))
                }
            };
            match job.state {
                _ if !may => return Err(No::NeedsPerson),
                JobState::Accepted => return Ok(Done::AlreadyDone),
                JobState::Delivered => {}
                _ => return Err(No::JobNotThere),
            }
            let invoice = job.invoice.ok_or(No::JobNotThere)?;
            let agreed = claim.item(job.item).map_or(Money::ZERO, |item| item.own_share);
            let own_share = agreed.min(invoice);
            let accepted = ClaimEvent::JobAccepted {
                job: id,
                by: *by,
                borne: invoice - own_share,
                own_share,
                own_share_by: own_share.is_positive().then_some(*own_share_by),
                old_device_by: old_device_by.filter(|_| job.work == Work::Replacement),
            };
            let handed_over = job.handed_over.filter(|_| *by == AcceptedBy::HandOver);
            let from = handed_over.map_or(now, |handed_over| handed_over.at);
            let accepted = vec![Happened::at(from, accepted)];
            Ok(decide::with_reserve(claim, accepted, ReserveReason::Approval, now))
        }
        JobStep::HandOver { until } => hand_over::record(job, *until, context),
        JobStep::DenyHandOver => hand_over::deny(job, context),
        JobStep::SendBack { reason } => {
            if context.actor.role != Role::Policyholder {
                settlement::person(context.actor)?;
            }
            match job.state {
                JobState::Delivered => {
                    events(vec![ClaimEvent::JobSentBack { job: id, reason: reason.clone() }])
                }
                JobState::Ordered => Ok(Done::AlreadyDone),
                _ => Err(No::JobNotThere),
            }
        }
        JobStep::Stop => {
            if context.actor.role != Role::Machine {
                settlement::person(context.actor)?;
            }
            match job.state {
                JobState::Ordered => events(vec![ClaimEvent::JobStopped { job: id }]),
                JobState::Stopped => Ok(Done::AlreadyDone),
                _ => Err(No::JobNotThere),
            }
        }
        JobStep::Pay { payment, payee } => pay(claim, job, (*payment, payee), context),
        JobStep::OldDeviceCame => {
            at_work(context)?;
            match job.old_device_at {
                Some(_) => Ok(Done::AlreadyDone),
                None if job.awaits_old_device() => events(vec![ClaimEvent::OldDeviceCame { job: id }]),
                None => Err(No::JobNotThere),
            }
        }
    }
}

fn may_order(claim: &Claim, item: u32, work: Work, context: &Context<'_>) -> Result<(), No> {
    if context.actor.role != Role::Machine {
        settlement::person(context.actor)?;
    }
    let settled = claim.item(item).ok_or(No::UnknownItem { item })?.settlement;
    if claim.jobs.iter().any(|job| job.item == item && job.counts()) {
        return Err(No::JobThere);
    }
    match settled {
        Settlement::Approved { remedy, .. } if remedy == work.remedy() => Ok(()),
        // Only a look tells what a repair would cost.
        Settlement::Open if work == Work::Repair => Ok(()),
        _ => Err(No::NotApprovedSo { item }),
    }
}

/// The most that may be asked for an order: what was approved, with the own share that comes off.
fn most(claim: &Claim, job: &Job) -> Result<Money, No> {
    let item = claim.item(job.item).ok_or(No::UnknownItem { item: job.item })?;
    match item.settlement {
        Settlement::Approved { remedy, amount } if remedy == job.work.remedy() => Ok(amount + item.own_share),
        _ => Err(No::NotApprovedSo { item: job.item }),
    }
}

/// A repairer or supplier is paid once, after the customer accepted, and anew when the money came back.
fn pay(claim: &Claim, job: &Job, (id, payee): (Id, &VaultRef), context: &Context<'_>) -> Result<Done, No> {
    let amount = job.invoice.filter(|_| job.state == JobState::Accepted).ok_or(No::JobNotThere)?;
    if let Some(known) = claim.payments.iter().find(|known| known.id == id) {
        let same = known.job == Some(job.id) && known.amount == amount;
        return if same { Ok(Done::AlreadyDone) } else { Err(No::PaymentDiffers) };
    }
    if !matches!(context.actor.role, Role::Claims | Role::Manager | Role::Finance | Role::Machine) {
        return Err(No::NeedsPerson);
    }
    if claim.payments.iter().any(|known| known.job == Some(job.id) && known.counts()) {
        return Ok(Done::AlreadyDone);
    }
    let event = ClaimEvent::PaymentOrdered { payment: id, amount, payee: payee.clone(), job: Some(job.id) };
    Ok(Done::Happened(vec![Happened::at(context.now, event)]))
}

/// Approvals of repair and replacement that rest on facts which were now stated otherwise: they lapse as long as nothing was
/// handed over, and the wording decides again.
pub(crate) fn lapsed(claim: &Claim, facts: &[crate::StatedFact]) -> Option<ClaimEvent> {
    let handed_over = |number: u32| {
        let of_item = |job: &&Job| job.item == number;
        let done = |job: &Job| matches!(job.state, JobState::Delivered | JobState::Accepted);
        claim.jobs.iter().filter(of_item).any(done)
    };
    let ordered = |number: u32| claim.jobs.iter().any(|job| job.item == number && job.counts());
    let items: Vec<u32> = claim
        .items
        .iter()
        .filter(|item| item.settlement.borne_in_kind().is_positive())
        .map(|item| item.reported.item)
        .filter(|number| facts.iter().any(|fact| fact.item == Some(*number)))
        .filter(|number| ordered(*number) && !handed_over(*number))
        .collect();
    (!items.is_empty()).then_some(ClaimEvent::ApprovalLapsed { items })
}

/// Orders that nobody wants any more after this: the item was refused or is made good otherwise, or the claim is closed.
pub(crate) fn unwanted(after: &Claim, now: Instant) -> Vec<Happened> {
    let is_wanted = |job: &Job| match after.item(job.item).map(|item| item.settlement) {
        Some(Settlement::Approved { remedy, .. }) => remedy == job.work.remedy(),
        Some(Settlement::Open) => true,
        Some(Settlement::Refused) | None => false,
    };
    let stopped = after.jobs.iter().filter(|job| job.state == JobState::Ordered);
    let stopped = stopped.filter(|job| after.closed.is_some() || !is_wanted(job));
    stopped.map(|job| Happened::at(now, ClaimEvent::JobStopped { job: job.id })).collect()
}

/// Money for the own share came in. It counts from the day the bank gives.
pub(crate) fn own_share_received(claim: &Claim, amount: Money, on: Instant) -> Result<Done, No> {
    let open = claim.own_share_open();
    if !amount.is_positive() {
        return Err(No::AmountNotPositive);
    }
    if amount > open {
        return Err(No::AboveOwnShare { open });
    }
    Ok(Done::Happened(vec![Happened::at(on, ClaimEvent::OwnShareReceived { amount })]))
}

/// What is open of the own share is not asked for any more.
pub(crate) fn own_share_waived(claim: &Claim, reason: &VaultRef, context: &Context<'_>) -> Result<Done, No> {
    settlement::person(context.actor)?;
    let amount = claim.own_share_open();
    if !amount.is_positive() {
        return Ok(Done::AlreadyDone);
    }
    let event = ClaimEvent::OwnShareWaived { amount, reason: reason.clone() };
    Ok(Done::Happened(vec![Happened::at(context.now, event)]))
}

/// What time does to it, closed or not: a reminder of the own share and of the old device, once each.
pub(crate) fn fall_due(claim: &Claim, now: Instant) -> Vec<Happened> {
    let mut out = Vec::new();
    for (at, event) in coming(claim) {
        if at <= now {
            out.push(Happened::at(now, event));
        }
    }
    out
}

/// When time next does something to it.
pub(crate) fn next_due(claim: &Claim) -> Option<Instant> {
    let handed_over = claim.jobs.iter().filter_map(Job::waits_until);
    coming(claim).into_iter().map(|(at, _)| at).chain(handed_over).min()
}

fn coming(claim: &Claim) -> Vec<(Instant, ClaimEvent)> {
    let mut out = Vec::new();
    let is_open = claim.own_share_open().is_positive();
    for job in &claim.jobs {
        if let Some(by) = job.own_share_by.filter(|_| is_open && !job.own_share_reminded) {
            out.push((by, ClaimEvent::OwnShareReminded { job: job.id }));
        }
        if let Some(by) = job.old_device_by.filter(|_| job.awaits_old_device() && !job.old_device_reminded) {
            out.push((by, ClaimEvent::OldDeviceReminded { job: job.id }));
        }
    }
    out
}

impl Claim {
    /// The order with this key.
    pub fn job(&self, id: Id) -> Option<&Job> {
        self.jobs.iter().find(|job| job.id == id)
    }

    /// The order for an item that was not stopped.
    pub fn job_of(&self, item: u32) -> Option<&Job> {
        self.jobs.iter().find(|job| job.item == item && job.counts())
    }

    /// What the customer still owes of the own share in repair and replacement (MONEY-07).
    pub fn own_share_open(&self) -> Money {
        let owed: Money = self.jobs.iter().map(|job| job.own_share).sum();
        owed - self.own_share_settled
    }

    /// Whether an order's invoice was paid.
    pub fn is_job_paid(&self, id: Id) -> bool {
        let paid = |payment: &crate::Payment| payment.state == crate::PaymentState::Confirmed;
        self.payments.iter().any(|payment| payment.job == Some(id) && paid(payment))
    }

    /// What repair and replacement will still cost: as approved until it is accepted, then as invoiced until it is paid.
    pub(crate) fn in_kind_left(&self) -> Money {
        let left = |item: &crate::ClaimItem| match self.job_of(item.reported.item) {
            Some(job) if self.is_job_paid(job.id) => Money::ZERO,
            Some(job) if job.state == JobState::Accepted => job.borne,
            _ => item.settlement.borne_in_kind(),
        };
        self.items.iter().map(left).sum()
    }

    /// Whether every repair and replacement that was approved is accepted and paid.
    pub(crate) fn is_done_in_kind(&self) -> bool {
        self.items.iter().all(|item| match self.job_of(item.reported.item) {
            Some(job) => self.is_job_paid(job.id),
            None => !item.settlement.borne_in_kind().is_positive(),
        })
    }

    pub(crate) fn apply_job(&mut self, event: &ClaimEvent, at: Instant) {
        match event {
            ClaimEvent::JobOrdered { job, item, work, supplier } => self.jobs.push(Job {
                id: *job,
                item: *item,
                work: *work,
                supplier: supplier.clone(),
                ordered_at: at,
                state: JobState::Ordered,
                invoice: None,
                device: None,
                handed_over: None,
                is_denied: false,
                accepted: None,
                borne: Money::ZERO,
                own_share: Money::ZERO,
                own_share_by: None,
                own_share_reminded: false,
                old_device_by: None,
                old_device_reminded: false,
                old_device_at: None,
            }),
            ClaimEvent::JobDelivered { job, invoice, device } => {
                let job = self.job_mut(*job);
                job.state = JobState::Delivered;
                job.invoice = Some(*invoice);
                job.device.clone_from(device);
            }
            ClaimEvent::JobSentBack { job, .. } => {
                let job = self.job_mut(*job);
                job.state = JobState::Ordered;
                (job.handed_over, job.is_denied) = (None, false);
            }
            ClaimEvent::JobHandedOver { job, until } => {
                let job = self.job_mut(*job);
                (job.handed_over, job.is_denied) = (Some(HandOver { at, until: *until }), false);
            }
            ClaimEvent::HandOverDenied { job } => {
                let job = self.job_mut(*job);
                (job.handed_over, job.is_denied) = (None, true);
            }
            ClaimEvent::JobAccepted { job, by, borne, own_share, own_share_by, old_device_by } => {
                let job = self.job_mut(*job);
                job.state = JobState::Accepted;
                job.accepted = Some((at, *by));
                job.is_denied = false;
                (job.borne, job.own_share) = (*borne, *own_share);
                (job.own_share_by, job.old_device_by) = (*own_share_by, *old_device_by);
            }
            ClaimEvent::JobStopped { job } => self.job_mut(*job).state = JobState::Stopped,
            ClaimEvent::OldDeviceCame { job } => self.job_mut(*job).old_device_at = Some(at),
            ClaimEvent::OldDeviceReminded { job } => self.job_mut(*job).old_device_reminded = true,
            ClaimEvent::OwnShareReminded { job } => self.job_mut(*job).own_share_reminded = true,
            ClaimEvent::OwnShareReceived { amount } | ClaimEvent::OwnShareWaived { amount, .. } => {
                self.own_share_settled += *amount;
            }
            _ => {}
        }
    }

    fn job_mut(&mut self, id: Id) -> &mut Job {
        let found = self.jobs.iter_mut().find(|job| job.id == id);
        found.unwrap_or_else(|| panic!("the claim has no order {id}"))
    }
}
