//! Repair and replacement as people see them: the customer and the desk by claim, a repairer or supplier its own orders only,
//! with name, address, telephone and device of the customer and nothing more (PRIV-26).

use ::claims::{Claim, HandOver, JobState, Settlement, Work};
use documents::epc::Transfer;
use kernel::{ClaimNumber, Date, Id, Instant, Language, Money, Role};
use party::PostalAddress;
use store::{Tx, params, sql};
use terms::{Product, Remedy, Scope as FactScope};

use super::{
    change,
    jobs::fits,
    questions::{self, Question},
};
use crate::{App, AppError, access::Scope, apply::DeviceIdentity, parties, streams};

/// Orders on a page of a repairer's list.
const LISTED: u32 = 100;

/// An order, as it stands. Personal.
#[derive(Debug, Clone)]
pub struct JobView {
    /// Its key.
    pub id: Id,
    /// The item in the schedule.
    pub item: u32,
    /// Make and model of the damaged device; empty when they were forgotten.
    pub model: String,
    /// What is done.
    pub work: Work,
    /// Where it stands.
    pub state: JobState,
    /// Name, address and telephone of who does it; none when it is not known any more.
    pub supplier: Option<(String, Vec<String>, String)>,
    /// When it was ordered.
    pub ordered_at: Instant,
    /// What was asked for it.
    pub invoice: Option<Money>,
    /// When it was handed over, as the repairer says, and until when the customer can say otherwise; none once accepted.
    pub handed_over: Option<HandOver>,
    /// The customer says that they did not get it.
    pub is_denied: bool,
    /// When the customer accepted.
    pub accepted_at: Option<Instant>,
    /// The old device is awaited until then.
    pub old_device_by: Option<Instant>,
    /// The money came back, or nobody could be paid: a person pays it again.
    pub is_unpaid: bool,
}

/// What is open of the own share, and how to pay it (MONEY-07).
#[derive(Debug, Clone)]
pub struct ShareToPay {
    /// How much.
    pub amount: Money,
    /// By when.
    pub by: Option<Instant>,
    /// Our account, in groups of four.
    pub account: String,
    /// Whose it is.
    pub holder: String,
    /// What to write with it: the number of the claim.
    pub reference: String,
    /// The code that a banking app reads, as an SVG picture.
    pub code: Option<String>,
}

/// What can be ordered for an item: from whom, by code and name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Orderable {
    /// The item.
    pub item: u32,
    /// What.
    pub work: Work,
    /// The device; empty when it was forgotten.
    pub model: String,
    /// Nothing is approved yet: it is ordered for a look at the device.
    pub looks_first: bool,
    /// From whom.
    pub from: Vec<(String, String)>,
}

/// Repair and replacement in a claim.
#[derive(Debug, Clone)]
pub struct InKind {
    /// Its number.
    pub number: ClaimNumber,
    /// The policyholder.
    pub holder: Id,
    /// The contract.
    pub contract: Id,
    /// Orders that were not stopped, the latest last.
    pub jobs: Vec<JobView>,
    /// What the customer has to pay.
    pub share: Option<ShareToPay>,
    /// What can be ordered.
    pub orderable: Vec<Orderable>,
}

/// Repair and replacement in a claim.
///
/// # Errors
/// [`AppError::Missing`] when there is no such claim.
pub fn in_kind(app: &App, tx: &mut Tx<'_>, now: Instant, id: Id) -> Result<InKind, AppError> {
    let claim = claim(tx, id)?;
    let agreement = app.products.agreement(&claim.report.agreement)?;
    let mut jobs = Vec::new();
    for job in claim.jobs.iter().filter(|job| job.counts()) {
        let device = device(app, tx, &claim, job.item)?;
        let supplier = agreement.supplier(&job.supplier);
        let mut payments = claim.payments.iter().filter(|payment| payment.job == Some(job.id));
        jobs.push(JobView {
            id: job.id,
            item: job.item,
            model: device.map(|device| device.model).unwrap_or_default(),
            work: job.work,
            state: job.state,
            supplier: supplier.map(|s| (s.name.clone(), s.address.clone(), s.phone.clone())),
            ordered_at: job.ordered_at,
            invoice: job.invoice,
            handed_over: job.handed_over.filter(|_| job.state == JobState::Delivered),
            is_denied: job.is_denied,
            accepted_at: job.accepted.map(|(at, _)| at),
            old_device_by: job.old_device_by.filter(|_| job.awaits_old_device()),
            is_unpaid: job.state == JobState::Accepted && !payments.any(::claims::Payment::counts),
        });
    }
    let open = claim.own_share_open();
    let reference = claim.report.number.to_string();
    let account = &agreement.account;
    let transfer =
        Transfer { name: &account.holder, account: &account.iban, amount: open, reference: &reference };
    let code = transfer.svg();
    let share = open.is_positive().then(|| ShareToPay {
        amount: open,
        by: claim.jobs.iter().filter_map(|job| job.own_share_by).max(),
        account: account.iban.grouped(),
        holder: account.holder.clone(),
        reference: reference.clone(),
        code,
    });
    let today = kernel::local_date(now, claim.report.country);
    let mut orders = Vec::new();
    for (number, work) in orderable(&claim) {
        let Some(item) = claim.item(number) else { continue };
        let kind = item.reported.device;
        let from = agreement.suppliers.iter().filter(|s| fits(s, work, kind, today));
        orders.push(Orderable {
            item: number,
            work,
            model: device(app, tx, &claim, number)?.map(|device| device.model).unwrap_or_default(),
            looks_first: item.settlement == Settlement::Open,
            from: from.map(|s| (s.code.clone(), s.name.clone())).collect(),
        });
    }
    Ok(InKind {
        number: claim.report.number.clone(),
        holder: claim.report.holder,
        contract: claim.report.contract,
        jobs,
        share,
        orderable: orders,
    })
}

/// What may be ordered now: what was approved, and a look at a device of which nothing is decided yet.
fn orderable(claim: &Claim) -> Vec<(u32, Work)> {
    if claim.closed.is_some() {
        return Vec::new();
    }
    let free = claim.items.iter().filter(|item| claim.job_of(item.reported.item).is_none());
    free.filter_map(|item| {
        let work = match item.settlement {
            Settlement::Approved { remedy: Remedy::Payment, .. } | Settlement::Refused => None,
            Settlement::Approved { remedy, .. } => Work::of(remedy),
            Settlement::Open => Some(Work::Repair),
        };
        Some((item.reported.item, work?))
    })
    .collect()
}

/// An order in the list of a repairer or supplier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RepairLine {
    /// Its key.
    pub id: Id,
    /// The number of the claim.
    pub number: ClaimNumber,
    /// What is done.
    pub work: Work,
    /// Where it stands.
    pub state: JobState,
    /// When it was ordered.
    pub ordered_at: Instant,
}

/// The orders of a repairer or supplier, those in the works first; all of them for the desk.
///
/// # Errors
/// [`AppError::Store`].
pub fn repairs(tx: &mut Tx<'_>, scope: &Scope) -> Result<Vec<RepairLine>, AppError> {
    let rows = match scope {
        Scope::Repairer(repairer) => tx.query(
            sql!(
                "select o.id as id, c.number as number, o.work as work, o.state as state, o.ordered_us as ordered_us \
                 from repair_order o join claim c on c.id = o.claim where o.repairer = ?1 and o.state <> 'stopped' \
                 order by case o.state when 'ordered' then 0 when 'delivered' then 1 else 2 end, o.ordered_us, o.id \
                 limit ?2"
            ),
            &params![*repairer, LISTED],
        )?,
        Scope::All => tx.query(
            sql!(
                "select o.id as id, c.number as number, o.work as work, o.state as state, o.ordered_us as ordered_us \
                 from repair_order o join claim c on c.id = o.claim where o.state <> 'stopped' \
                 order by case o.state when 'ordered' then 0 when 'delivered' then 1 else 2 end, o.ordered_us, o.id \
                 limit ?1"
            ),
            &params![LISTED],
        )?,
        _ => Vec::new(),
    };
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        lines.push(RepairLine {
            id: row.id("id")?,
            number: row.parse("number")?,
            work: row.parse("work")?,
            state: row.parse("state")?,
            ordered_at: row.instant("ordered_us")?,
        });
    }
    Ok(lines)
}

/// An order as its repairer or supplier sees it. Personal.
#[derive(Clone)]
pub struct RepairView {
    /// Its key.
    pub id: Id,
    /// Its claim.
    pub claim: Id,
    /// The number of that.
    pub number: ClaimNumber,
    /// The item it is for.
    pub item: u32,
    /// The policyholder, for the log of looks.
    pub holder: Id,
    /// What is done.
    pub work: Work,
    /// Where it stands.
    pub state: JobState,
    /// When it was ordered.
    pub ordered_at: Instant,
    /// The device; none when it was forgotten.
    pub device: Option<DeviceIdentity>,
    /// Name, address and telephone of the customer; none when they were forgotten.
    pub customer: Option<(String, PostalAddress, Option<String>)>,
    /// The most that may be asked; none before it is approved.
    pub most: Option<Money>,
    /// What was asked.
    pub invoice: Option<Money>,
    /// When it was handed over, and until when the customer can say otherwise; none once accepted.
    pub handed_over: Option<HandOver>,
    /// The customer says that they did not get it.
    pub is_denied: bool,
    /// What can be stated about the device as long as it is in the works.
    pub questions: Vec<Question>,
}

impl std::fmt::Debug for RepairView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RepairView({})", self.number)
    }
}

/// One order; none when there is no such order, or it was stopped.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`].
pub fn repair(
    app: &App,
    tx: &mut Tx<'_>,
    order: Id,
    language: Language,
) -> Result<Option<RepairView>, AppError> {
    let row = tx.query_opt(sql!("select claim from repair_order where id = ?1"), &params![order])?;
    let Some(row) = row else { return Ok(None) };
    let id: Id = row.id("claim")?;
    let claim = claim(tx, id)?;
    let Some(job) = claim.job(order).filter(|job| job.counts()) else { return Ok(None) };
    let holder = claim.report.holder;
    let known = parties::known(app, tx, &[holder])?.remove(&holder);
    let customer = known.and_then(|known| known.profile);
    let customer = customer.map(|p| (p.name, p.address, p.phone.map(|phone| phone.to_string())));
    let most = claim.item(job.item).and_then(|item| match item.settlement {
        Settlement::Approved { remedy, amount } if remedy == job.work.remedy() => {
            Some(amount + item.own_share)
        }
        _ => None,
    });
    let product = app.products.in_force(tx, &claim.report.wording.content_hash)?;
    let is_at_work = job.state == JobState::Ordered && job.work == Work::Repair;
    Ok(Some(RepairView {
        id: order,
        claim: id,
        number: claim.report.number.clone(),
        item: job.item,
        holder,
        work: job.work,
        state: job.state,
        ordered_at: job.ordered_at,
        device: device(app, tx, &claim, job.item)?,
        customer,
        most,
        invoice: job.invoice,
        handed_over: job.handed_over.filter(|_| job.state == JobState::Delivered),
        is_denied: job.is_denied,
        questions: if is_at_work { asked(&product, job.item, language) } else { Vec::new() },
    }))
}

/// What a repairer states about an item: what only it can see.
fn asked(product: &Product, item: u32, language: Language) -> Vec<Question> {
    let of_device = product.facts().iter().filter(|spec| {
        let is_theirs = spec.who.contains(&terms::Answerer::Repairer);
        let is_seen_first = spec.who.first() != Some(&terms::Answerer::Customer);
        is_theirs && is_seen_first && !spec.finding && spec.may_be_stated_by(Role::Repairer)
    });
    let of_device = of_device.filter(|spec| spec.scope == FactScope::Item);
    of_device.map(|spec| questions::question(product, spec, Some(item), language)).collect()
}

fn claim(tx: &mut Tx<'_>, id: Id) -> Result<Claim, AppError> {
    let claim = streams::look::<Claim>(tx, &[id])?.remove(&id).and_then(|loaded| loaded.state);
    claim.ok_or_else(|| AppError::missing("claim", id))
}

/// The device as it was when the damage happened.
fn device(app: &App, tx: &mut Tx<'_>, claim: &Claim, item: u32) -> Result<Option<DeviceIdentity>, AppError> {
    let contract = change::contract(tx, claim.report.contract)?.as_of(claim.happened_at());
    match contract.application.devices.iter().find(|device| device.item == item) {
        Some(device) => Ok(app.unseal(tx, &device.identity)?),
        None => Ok(None),
    }
}

/// The last day of a term that is over at this instant.
pub(super) fn last_day(end: Instant, country: kernel::Country) -> Date {
    let day = kernel::local_date(end, country);
    if kernel::start_of_day(day, country) == end { kernel::add_days(day, -1) } else { day }
}
