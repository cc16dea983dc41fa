//! What the customer's pages show: their policies, one policy, their claims.

mod insured;
mod money;
mod policy_page;

use std::collections::BTreeMap;

use kernel::{ClaimNumber, Date, DeviceKind, Id, Instant, Language, Money, PolicyNumber};
use policy::{Contract, ContractEvent, Cover, EndWay, Fact, Notice, Phase, PolicyEvent, Timeline};
use store::{Tx, params, sql};

pub use self::insured::{Begun, Insured, begun, insured};
pub use self::money::{ComingPremium, MoneyView, Movement, PayNow, RefundView, ReminderView, money_of};
pub use self::policy_page::{
    Coming, DeviceView, MandateView, Named, PolicyView, PremiumLine, PremiumState, policy_of,
};
use crate::{
    App, AppError, access::Scope, apply::DeviceIdentity, claims as use_cases, contracts, endings, parties,
    streams,
};

/// The most policies that one page shows.
pub const POLICIES_SHOWN: i64 = 100;

/// A policy in a list.
#[derive(Debug, Clone)]
pub struct PolicyLine {
    /// The contract.
    pub contract: Id,
    /// Its number.
    pub number: PolicyNumber,
    /// Code of the plan.
    pub plan: String,
    /// Where it stands: see [`contracts::phase_code`].
    pub phase: &'static str,
    /// The first device: its kind.
    pub kind: DeviceKind,
    /// Make and model; empty when it was forgotten.
    pub model: String,
    /// Whether there is cover now.
    pub cover: Cover,
    /// From when there is none, when that is known and to come.
    pub covered_until: Option<Instant>,
    /// Whether there is or was cover, so that something can have happened.
    pub may_report: bool,
    /// Whether the policyholder may withdraw from it without a reason (NL-END-05, BE-END-07).
    pub may_withdraw: bool,
    /// What is collected next, and when.
    pub next_collection: Option<(Date, Money)>,
    /// What is open past its due date.
    pub overdue: Money,
    /// What the applicant is asked: a question of the desk, or an offer; until when.
    pub awaited: Option<(Awaited, Instant)>,
    /// What goes back once we know to which account.
    pub refund_waits: Money,
    /// A change of premium or conditions that the insurer announced and that does not count yet.
    pub coming: Option<ComingChange>,
}

/// A change of premium or conditions that was announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ComingChange {
    /// First day on which it counts.
    pub from: Date,
    /// Price of one instalment before and after, where it changes.
    pub premium: Option<(Money, Money)>,
    /// Whether the conditions change.
    pub conditions: bool,
    /// Last day on which the policyholder may leave for it, while that lies ahead.
    pub leave_by: Option<Date>,
}

fn coming(contract: &Contract, today: Date) -> Option<ComingChange> {
    let mut announced =
        policy::terms_changes(contract).filter(|change| change.standing == policy::Standing::Announced);
    announced.next().map(|change| ComingChange {
        from: kernel::local_date(change.endorsement.from, contract.country()),
        premium: (change.before != change.after).then_some((change.before, change.after)),
        conditions: matches!(
            change.endorsement.change,
            policy::Change::TermsChanged { product: Some(_), .. }
        ),
        leave_by: Some(change.leave_by).filter(|day| change.adverse && *day >= today),
    })
}

/// What the desk awaits of an applicant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Awaited {
    /// An answer to a question.
    Answer,
    /// An answer to an offer on other terms.
    OfferAnswer,
}

/// A policyholder's policies, the newest first, as far as the scope reaches.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`].
pub fn policies(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    scope: &Scope,
) -> Result<Vec<PolicyLine>, AppError> {
    let ids = contracts_in(tx, scope)?;
    let mut loaded = streams::look::<Contract>(tx, &ids)?;
    let facts = contracts::facts(tx, &ids)?;
    let mut lines = Vec::with_capacity(ids.len());
    for id in ids {
        let Some(contract) = loaded.remove(&id).and_then(|loaded| loaded.state) else { continue };
        lines.push(line(app, tx, now, id, &contract, facts.get(&id).map_or(&[], Vec::as_slice))?);
    }
    Ok(lines)
}

fn line(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    id: Id,
    contract: &Contract,
    facts: &[Fact],
) -> Result<PolicyLine, AppError> {
    let application = &contract.application;
    let schedule = contract.schedule_at(now);
    // What left the schedule last still names a policy that has nothing left (AMB-63).
    let device = schedule
        .devices
        .first()
        .or(application.devices.first())
        .ok_or_else(|| AppError::damaged("the schedule", id))?;
    let identity: Option<DeviceIdentity> = app.unseal(tx, &device.identity)?;
    let timeline = policy::cover(facts, now);
    let today = kernel::local_date(now, contract.country());
    let open = contract.billing.receivables.iter().filter(|r| r.is_open() && r.due <= today);
    Ok(PolicyLine {
        contract: id,
        number: application.number.clone(),
        plan: schedule.plan.clone(),
        phase: contracts::phase_code(contract),
        kind: device.kind,
        model: identity.map(|identity| identity.model).unwrap_or_default(),
        cover: timeline.at(now),
        covered_until: covered_until(&timeline, now),
        may_report: timeline.segments.iter().any(|part| part.cover.is_covered() && part.begins.at <= now),
        may_withdraw: may_withdraw(app, tx, now, id, contract)?,
        next_collection: next_collection(contract, today),
        overdue: open
            .filter(|r| !contract.billing.is_being_collected(r.no))
            .map(billing::Receivable::open)
            .chain(contract.billing.charges.iter().map(billing::Charge::open))
            .sum(),
        awaited: match &contract.phase {
            Phase::Applied { asked: true, .. } if !answered(facts) => Some(Awaited::Answer),
            Phase::Offered { .. } => Some(Awaited::OfferAnswer),
            _ => None,
        }
        .map(|awaited| (awaited, contract.provisional_until())),
        refund_waits: crate::money::refunds::waiting(contract),
        coming: coming(contract, today),
    })
}

/// Whether the cooling-off period runs, by the code that would end the policy.
fn may_withdraw(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    id: Id,
    contract: &Contract,
) -> Result<bool, AppError> {
    // Longer than any cooling-off period, receipt by post included: older policies need not be asked.
    const LONGEST_SECONDS: i64 = 60 * 86_400;
    let Phase::Running { accepted, endings, .. } = &contract.phase else { return Ok(false) };
    let done = endings.iter().any(|ending| ending.way == EndWay::CoolingOff);
    if done || contract.is_over_at(now) || now.as_second() - accepted.as_second() > LONGEST_SECONDS {
        return Ok(false);
    }
    let notice = Notice::new(EndWay::CoolingOff, now);
    let quote = endings::quote(app, tx, now, id, &notice)?;
    Ok(quote.is_ok_and(|quote| !quote.another_is_earlier))
}

/// Whether the last question of the desk was answered.
fn answered(facts: &[Fact]) -> bool {
    facts.iter().rev().find_map(|fact| match &fact.event {
        ContractEvent::Policy(PolicyEvent::InformationReceived { .. }) => Some(true),
        ContractEvent::Policy(PolicyEvent::InformationRequested { .. }) => Some(false),
        _ => None,
    }) == Some(true)
}

/// The question of the desk that waits for an answer; none when there is none, or it was forgotten.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`].
pub fn question(app: &App, tx: &mut Tx<'_>, id: Id) -> Result<Option<String>, AppError> {
    let facts = contracts::facts(tx, &[id])?.remove(&id).unwrap_or_default();
    if answered(&facts) {
        return Ok(None);
    }
    let asked = facts.iter().rev().find_map(|fact| match &fact.event {
        ContractEvent::Policy(PolicyEvent::InformationRequested { question }) => Some(question),
        _ => None,
    });
    asked.map_or(Ok(None), |question| app.unseal(tx, question))
}

/// An offer on other terms beside what was applied for.
#[derive(Debug, Clone)]
pub struct OfferView {
    /// Its number.
    pub no: u32,
    /// Plan applied for and plan offered, if they differ.
    pub plan: Option<(String, String)>,
    /// Premium applied for and premium offered, if they differ.
    pub premium: Option<(Money, Money)>,
    /// Excess applied for and excess offered, if they differ.
    pub excess: Option<(Money, Money)>,
    /// Until when it can be agreed to.
    pub until: Instant,
}

/// The offer that waits for an answer.
///
/// # Errors
/// [`AppError::Missing`] when there is no such contract; [`AppError::Store`].
pub fn offer(tx: &mut Tx<'_>, id: Id) -> Result<Option<OfferView>, AppError> {
    let loaded = streams::look::<Contract>(tx, &[id])?;
    let contract = loaded[&id].state()?;
    let Phase::Offered { until, offer, .. } = &contract.phase else { return Ok(None) };
    let application = &contract.application;
    let excess = application.devices.first().and_then(|device| {
        Some((device.excess, *offer.excess.get(&device.item)?)).filter(|(was, is)| was != is)
    });
    Ok(Some(OfferView {
        no: offer.no,
        plan: offer.plan.clone().map(|plan| (application.plan.clone(), plan)),
        premium: offer.premium.map(|premium| (application.premium, premium)).filter(|(was, is)| was != is),
        excess,
        until: *until,
    }))
}

fn covered_until(timeline: &Timeline, now: Instant) -> Option<Instant> {
    let is_covered = timeline.at(now).is_covered();
    let stops = timeline.segments.iter().find(|part| part.begins.at > now && !part.cover.is_covered());
    stops.filter(|_| is_covered).map(|part| part.begins.at)
}

fn next_collection(contract: &Contract, today: Date) -> Option<(Date, Money)> {
    let pending = contract.billing.collections.iter().filter(|c| c.is_pending() && c.collect_on >= today);
    pending.min_by_key(|c| c.collect_on).map(|c| (c.collect_on, c.amount))
}

/// A claim in a list.
#[derive(Debug, Clone)]
pub struct ClaimLine {
    /// Its number.
    pub number: ClaimNumber,
    /// Make and model of the device; empty when it was forgotten.
    pub model: String,
    /// What happened, in the words of the conditions.
    pub cause: String,
    /// Where it stands.
    pub phase: ::claims::Phase,
    /// When it was reported.
    pub reported_at: Instant,
    /// When the term of evidence ends that is still awaited.
    pub until: Option<Instant>,
    /// What was paid.
    pub paid: Money,
}

/// A policyholder's claims, the latest first, as far as the scope reaches.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`].
pub fn claims(
    app: &App,
    tx: &mut Tx<'_>,
    scope: &Scope,
    language: Language,
) -> Result<Vec<ClaimLine>, AppError> {
    let ids = contracts_in(tx, scope)?;
    let contracts = streams::look::<Contract>(tx, &ids)?;
    let found = use_cases::of_contract(tx, &ids)?;
    let claims: Vec<Id> = found.iter().map(|line| line.id).collect();
    let claims = streams::look::<::claims::Claim>(tx, &claims)?;
    let mut lines = Vec::with_capacity(found.len());
    for line in found {
        let Some(contract) = contracts.get(&line.contract).and_then(|loaded| loaded.state.as_ref()) else {
            continue;
        };
        // What was damaged, as the schedule had it then: it may have been replaced or have left since.
        let schedule = contract.schedule_at(line.happened_at);
        let claim = claims.get(&line.id).and_then(|loaded| loaded.state.as_ref());
        let item = claim.and_then(|claim| claim.items.first()).map(|item| item.reported.item);
        let device = item.and_then(|item| schedule.device(item)).or(schedule.devices.first());
        let identity: Option<DeviceIdentity> = match device {
            Some(device) => app.unseal(tx, &device.identity)?,
            None => None,
        };
        let product = app.products.by_hash(tx, &schedule.product.hash)?;
        let cause = product
            .fact(use_cases::FIRST[0])
            .and_then(|fact| fact.values.iter().find(|value| value.name == line.cause))
            .map(|value| value.text.get(language).to_owned());
        lines.push(ClaimLine {
            model: identity.map(|identity| identity.model).unwrap_or_default(),
            cause: cause.unwrap_or(line.cause),
            number: line.number,
            phase: line.phase,
            reported_at: line.reported_at,
            until: line.until,
            paid: line.paid,
        });
    }
    Ok(lines)
}

/// The contracts of a policyholder, the newest first, as far as the scope reaches.
fn contracts_in(tx: &mut Tx<'_>, scope: &Scope) -> Result<Vec<Id>, AppError> {
    let (party, file) = match scope {
        Scope::Own(party) => (*party, None),
        Scope::File { party, file } => (*party, Some(*file)),
        _ => return Ok(Vec::new()),
    };
    let rows = tx.query(
        sql!("select id from contract where holder = ?1 order by applied_us desc, id desc limit ?2"),
        &params![party, POLICIES_SHOWN],
    )?;
    let ids = rows.iter().map(|row| row.id("id")).collect::<Result<Vec<Id>, _>>()?;
    Ok(ids.into_iter().filter(|id| file.is_none_or(|file| file == *id)).collect())
}

/// What a customer is called, and the language and address they are written to.
#[derive(Debug, Clone)]
pub struct Reach {
    /// Name as on letters.
    pub name: String,
    /// E-mail address.
    pub email: Option<kernel::EmailAddress>,
}

/// Who a customer is.
///
/// # Errors
/// [`AppError::Store`].
pub fn reach(app: &App, tx: &mut Tx<'_>, party: Id) -> Result<Option<Reach>, AppError> {
    let mut known: BTreeMap<Id, parties::Known> = parties::known(app, tx, &[party])?;
    let profile = known.remove(&party).and_then(|known| known.profile);
    Ok(profile.map(|profile| Reach { name: profile.name, email: profile.email }))
}
