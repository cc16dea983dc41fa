//! Repair and replacement: ordering it from a repairer or supplier of the agreement, what they report, the customer's acceptance,
//! and what follows in the same transaction: the schedule (NL-CLAIM-07, BE-CLAIM-04) and the payment (MONEY-08, MONEY-09).

use ::claims::{AcceptedBy, Command, JobStep, Settlement, Work};
use agreement::Supplier;
use kernel::{Actor, Id, Instant, Money, Roll, Rule};
use party::Payee;
use policy::Swap;
use store::Tx;
use terms::Remedy;

use super::{act, change::Change};
use crate::{
    App, AppError, Refused,
    apply::DeviceIdentity,
    changes::{self, Asked, What},
    contracts::Outcome,
    devices,
    sealed::Purpose,
};

/// Who did the work stands in the agreement no more: nobody knows where it is paid.
const GONE: &str = "job-supplier-gone";

/// Takes one step with an order, once for each command.
fn take_step(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    (claim, job): (Id, Id),
    step: impl FnOnce(&mut Tx<'_>, &mut Change<'_>) -> Result<JobStep, AppError>,
) -> Result<Outcome, AppError> {
    act::once(app, tx, now, (command, claim), |tx, change| {
        let step = step(tx, change)?;
        Ok(change.give(actor, &Command::Job { job, step })?)
    })
}

/// Orders a repair or replacement from a repairer or supplier of the agreement. A repair may be ordered before anything is
/// approved: then it looks at the device, and the wording decides on what it states.
///
/// # Errors
/// [`AppError::Refused`]: `job-supplier-unfit`, `job-there-already`, `job-not-approved`, `claim-needs-person`, `claim-closed`.
pub fn order_job(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    claim: Id,
    (item, work, supplier): (u32, Work, &str),
) -> Result<Outcome, AppError> {
    act::once(app, tx, now, (command, claim), |_, change| {
        let fits = change.suppliers(item, work)?.iter().any(|known| known.code == supplier);
        if !fits {
            return Err(AppError::Refused(Refused::new("job-supplier-unfit", Some(Rule("PRIV-26")))));
        }
        let step = JobStep::Order { item, work, supplier: supplier.to_owned() };
        let job = app.new_id(claim.shard(), now);
        Ok(change.give(actor, &Command::Job { job, step })?)
    })
}

/// What a repairer or supplier says when it is done.
#[derive(Clone)]
pub struct Delivered {
    /// What it asks, tax included.
    pub invoice: Money,
    /// Make, model and numbers of the device the customer has from now on, where it is another one or got another number.
    pub device: Option<DeviceIdentity>,
}

impl std::fmt::Debug for Delivered {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Delivered({})", self.invoice)
    }
}

/// The repairer or supplier is done: the device is ready for the customer, or on its way. What it asks must not be above what
/// was approved (MONEY-08).
///
/// # Errors
/// [`AppError::Refused`]: `job-invoice-above-approved`, `job-not-approved`, `job-new-device-unnamed`, `job-not-there`,
/// `device-insured-already`, `claim-needs-person`.
pub fn deliver_job(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    (claim, job): (Id, Id),
    delivered: &Delivered,
) -> Result<Outcome, AppError> {
    take_step(app, tx, now, (command, actor), (claim, job), |tx, change| {
        let report = &change.claim().report;
        let named =
            delivered.device.as_ref().filter(|device| device.imei.is_some() || device.serial.is_some());
        let device = match named {
            Some(device) => {
                devices::is_free(app, tx, now, report.contract, device)?;
                Some(app.seal(tx, now, (report.holder, Purpose::Contract, "device"), None, device)?)
            }
            None => None,
        };
        Ok(JobStep::Deliver { invoice: delivered.invoice, device })
    })
}

/// The customer accepts the repaired or new device (PORTAL-22): ownership of what was replaced passes in this instant
/// (NL-CLAIM-06, NL-CLAIM-08, BE-CLAIM-04, BE-CLAIM-05). The new device takes its place in the schedule, and the repairer or
/// supplier is paid, both in the same transaction.
///
/// # Errors
/// [`AppError::Refused`]: `job-not-there`, `claim-needs-person`, `device-insured-already`.
pub fn accept_job(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    (claim, job): (Id, Id),
    by: AcceptedBy,
) -> Result<Outcome, AppError> {
    act::once(app, tx, now, (command, claim), |tx, change| accept(change, tx, actor, job, by))
}

/// Takes the step of acceptance, and all that follows from it.
fn accept(
    change: &mut Change<'_>,
    tx: &mut Tx<'_>,
    actor: &Actor,
    job: Id,
    by: AcceptedBy,
) -> Result<Outcome, AppError> {
    let report = &change.claim().report;
    let settling = change.app.products.agreement(&report.agreement)?.settling;
    let within = |term: kernel::Term| term.from_instant(change.now, report.country, Roll::Never).end;
    // What was stolen cannot be sent in.
    let old_device_by = (change.claim().cause() != "stolen").then(|| within(settling.old_device_within));
    let step = JobStep::Accept { by, own_share_by: within(settling.own_share_within), old_device_by };
    let outcome = change.give(actor, &Command::Job { job, step })?;
    if outcome == Outcome::Done {
        record_device(change, tx, job)?;
        // The customer's word counts whoever is to be paid: one who left the agreement waits for a person.
        match pay_supplier(change, tx, job) {
            Err(AppError::Refused(refused)) if refused.code == GONE => {}
            other => drop(other?),
        }
    }
    Ok(outcome)
}

/// The repairer says that the customer has the device and signed for it (NL-CLAIM-08, AMB-31). The customer is told and can say
/// otherwise for the term of the agreement; until then nobody is paid.
///
/// # Errors
/// [`AppError::Refused`]: `job-not-there`, `claim-needs-person`.
pub fn hand_over_job(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    (claim, job): (Id, Id),
) -> Result<Outcome, AppError> {
    take_step(app, tx, now, (command, actor), (claim, job), |_, change| {
        let report = &change.claim().report;
        let within = app.products.agreement(&report.agreement)?.settling.hand_over_within;
        Ok(JobStep::HandOver { until: within.from_instant(now, report.country, Roll::Never).end })
    })
}

/// The customer says that they did not get the device: a person sees to it, and nobody is paid.
///
/// # Errors
/// [`AppError::Refused`]: `job-not-there` where nobody said that they have it or it is accepted, `claim-needs-person`.
pub fn deny_hand_over(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    (claim, job): (Id, Id),
) -> Result<Outcome, AppError> {
    take_step(app, tx, now, (command, actor), (claim, job), |_, _| Ok(JobStep::DenyHandOver))
}

/// What was handed over counts as accepted where the customer did not say otherwise in time. Answers how many.
pub(super) fn accept_handed_over(change: &mut Change<'_>, tx: &mut Tx<'_>) -> Result<u64, AppError> {
    let mut count = 0;
    for job in ::claims::handed_over(change.claim(), change.now) {
        change.command = format!("due:{}:hand-over:{job}", change.loaded.id);
        accept(change, tx, &App::machine(), job, AcceptedBy::HandOver)?;
        count += 1;
    }
    Ok(count)
}

/// The customer does not accept it: it is to be done again. The reason is kept sealed.
///
/// # Errors
/// [`AppError::Refused`]: `claim-no-reason`, `job-not-there`, `claim-needs-person`.
pub fn send_back_job(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    (claim, job): (Id, Id),
    reason: &str,
) -> Result<Outcome, AppError> {
    take_step(app, tx, now, (command, actor), (claim, job), |tx, change| {
        Ok(JobStep::SendBack { reason: act::seal_reason(change, tx, reason)? })
    })
}

/// The order is not wanted any more.
///
/// # Errors
/// [`AppError::Refused`]: `job-not-there`, `claim-needs-person`.
pub fn stop_job(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    (claim, job): (Id, Id),
) -> Result<Outcome, AppError> {
    take_step(app, tx, now, (command, actor), (claim, job), |_, _| Ok(JobStep::Stop))
}

/// Pays a repairer or supplier again whose payment came back.
///
/// # Errors
/// [`AppError::Refused`]: `job-not-there`, `claim-needs-person`, `job-supplier-gone`.
pub fn pay_job(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    command: &str,
    (claim, job): (Id, Id),
) -> Result<Outcome, AppError> {
    act::once(app, tx, now, (command, claim), |tx, change| pay_supplier(change, tx, job))
}

/// The old device came in (NL-CLAIM-06, BE-CLAIM-04).
///
/// # Errors
/// [`AppError::Refused`]: `job-not-there`, `claim-needs-person`.
pub fn old_device_came(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    (claim, job): (Id, Id),
) -> Result<Outcome, AppError> {
    take_step(app, tx, now, (command, actor), (claim, job), |_, _| Ok(JobStep::OldDeviceCame))
}

/// What is open of the own share is not asked for any more (MONEY-07); the insurer bears it.
///
/// # Errors
/// [`AppError::Refused`]: `claim-no-reason`, `claim-needs-person`.
pub fn waive_own_share(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    claim: Id,
    reason: &str,
) -> Result<Outcome, AppError> {
    act::once(app, tx, now, (command, claim), |tx, change| {
        let reason = act::seal_reason(change, tx, reason)?;
        Ok(change.give(actor, &Command::WaiveOwnShare { reason })?)
    })
}

/// Whether a supplier does this kind of work on this kind of device.
pub(super) fn fits(supplier: &Supplier, work: Work, device: kernel::DeviceKind, on: kernel::Date) -> bool {
    let does = match work {
        Work::Repair => supplier.repairs,
        Work::Replacement => supplier.supplies,
    };
    does && supplier.devices.contains(&device) && supplier.in_force(on)
}

impl Change<'_> {
    /// Who can do this for an item today, in the order of the agreement.
    fn suppliers(&self, item: u32, work: Work) -> Result<Vec<Supplier>, AppError> {
        let report = &self.claim().report;
        let today = kernel::local_date(self.now, report.country);
        let device = report.items.iter().find(|known| known.item == item).map(|known| known.device);
        let agreement = self.app.products.agreement(&report.agreement)?;
        let fit = |supplier: &&Supplier| device.is_some_and(|device| fits(supplier, work, device, today));
        Ok(agreement.suppliers.iter().filter(fit).cloned().collect())
    }

    /// Orders what was approved in kind and is not ordered yet from the first in the agreement that can do it: there is nothing
    /// to decide any more. Where nobody can, it is a person's work.
    pub(super) fn order_what_is_approved_in_kind(&mut self) -> Result<(), AppError> {
        let wanted: Vec<(u32, Work)> = self
            .claim()
            .items
            .iter()
            .filter(|item| self.claim().job_of(item.reported.item).is_none())
            .filter_map(|item| match item.settlement {
                Settlement::Approved { remedy: Remedy::Payment, .. } => None,
                Settlement::Approved { remedy, amount } if amount.is_positive() => {
                    Some((item.reported.item, Work::of(remedy)?))
                }
                _ => None,
            })
            .collect();
        for (item, work) in wanted {
            let Some(first) = self.suppliers(item, work)?.into_iter().next() else { continue };
            let job = self.app.new_id(self.loaded.id.shard(), self.now);
            let step = JobStep::Order { item, work, supplier: first.code };
            self.give(&App::machine(), &Command::Job { job, step })?;
        }
        Ok(())
    }
}

/// The new numbers stand in the schedule from acceptance, with the values of the old device (NL-CLAIM-07, BE-CLAIM-04); so do
/// those a repair changed (NL-CLAIM-09, AMB-30). Nothing is to be recorded where the policy is over.
fn record_device(change: &mut Change<'_>, tx: &mut Tx<'_>, job: Id) -> Result<(), AppError> {
    let claim = change.claim();
    let Some(job) = claim.job(job) else { return Ok(()) };
    let Some(sealed) = &job.device else { return Ok(()) };
    let Some(identity) = change.app.unseal::<DeviceIdentity>(tx, sealed)? else { return Ok(()) };
    let why = match job.work {
        Work::Repair => Swap::Repaired,
        Work::Replacement => Swap::Replaced,
    };
    let asked = Asked {
        id: format!("{}:device", job.id),
        contract: claim.report.contract,
        version: None,
        what: What::Swapped { item: job.item, identity, why },
        actor: App::machine(),
    };
    match changes::change(change.app, tx, change.now, &asked) {
        Err(AppError::Refused(refused)) if refused.code == "policy-not-running" => Ok(()),
        other => other.map(|_| ()),
    }
}

fn pay_supplier(change: &mut Change<'_>, tx: &mut Tx<'_>, job: Id) -> Result<Outcome, AppError> {
    let claim = change.claim();
    let code = claim.job(job).map(|job| job.supplier.clone()).unwrap_or_default();
    let agreement = change.app.products.agreement(&claim.report.agreement)?;
    let supplier = agreement
        .supplier(&code)
        .ok_or_else(|| AppError::Refused(Refused::new(GONE, Some(Rule("MONEY-08")))))?;
    let payee = Payee { name: supplier.name.clone(), iban: supplier.iban.clone() };
    let place = (claim.report.holder, Purpose::Claim, "supplier");
    let payee = change.app.seal(tx, change.now, place, None, &payee)?;
    let payment = change.app.new_id(change.loaded.id.shard(), change.now);
    let step = JobStep::Pay { payment, payee };
    Ok(change.give(&App::machine(), &Command::Job { job, step })?)
}
