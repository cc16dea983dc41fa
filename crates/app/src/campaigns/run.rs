//! Going through the policies: the preview, which only asks, and the run, which announces or takes back.

use std::{collections::BTreeSet, ops::ControlFlow, sync::Arc};

use kernel::{Id, Instant, Shard};
use policy::{
    Campaign, CampaignEvent, CampaignPhase, CampaignPlan, Command, Contract, Device, LeftOut, Planned,
    Repricing, Totals, plan_change,
};
use store::{Priority, Tx, chunk, params, sql};
use terms::Product;

use super::{change, leave_out};
use crate::{
    App, AppError, apply,
    contracts::{self, Order},
    day::DayReport,
    streams,
};

/// Policies taken at once.
const TAKE: u32 = 512;

/// Beyond so many policies a preview stops and says so: a page does not wait for more.
pub const MOST_PREVIEWED: u64 = 50_000;

/// Example letters that a preview shows.
const EXAMPLES: usize = 3;

/// What a campaign would do now.
#[derive(Debug, Clone, Default)]
pub struct Preview {
    /// What it comes to.
    pub totals: Totals,
    /// The first policies that get it.
    pub examples: Vec<Example>,
    /// The first and the last day on which it would begin to count for somebody.
    pub days: Option<(kernel::Date, kernel::Date)>,
    /// There are more policies than were looked at.
    pub is_part: bool,
}

/// One policy that would get it.
#[derive(Debug, Clone)]
pub struct Example {
    /// Its number.
    pub number: String,
    /// What would happen to it.
    pub planned: Planned,
    /// Its plan.
    pub plan: String,
}

/// What a campaign would do if it were announced now. Nothing is written.
///
/// # Errors
/// [`AppError::Missing`] when there is no such campaign.
pub fn preview(app: &App, now: Instant, campaign: Id) -> Result<Preview, AppError> {
    let plan = app.db.read(move |tx| Ok::<_, AppError>(state(tx, campaign)?.plan))?;
    let mut preview = Preview::default();
    let (mut after, mut looked) = (None, 0);
    loop {
        let (worker, plan_) = (app.clone(), plan.clone());
        let seen = app.db.read(move |tx| {
            let ids = policies(tx, &plan_, None, after, TAKE)?;
            let asked = ask(&worker, tx, now, campaign, &plan_, &ids)?;
            Ok::<_, AppError>((ids.last().copied(), asked))
        })?;
        let (Some(last), asked) = seen else { return Ok(preview) };
        after = Some(last);
        looked += asked.len() as u64;
        for (_, contract, one) in asked {
            preview.totals.add(&one);
            let Ok(planned) = one else { continue };
            let (first, last) = preview.days.unwrap_or((planned.from, planned.from));
            preview.days = Some((first.min(planned.from), last.max(planned.from)));
            if preview.examples.len() < EXAMPLES {
                let number = contract.application.number.to_string();
                let plan = contract.schedule_at(now).plan;
                preview.examples.push(Example { number, planned, plan });
            }
        }
        if looked >= MOST_PREVIEWED {
            preview.is_part = true;
            return Ok(preview);
        }
    }
}

/// Goes on with every campaign that was approved and is not through, and with what is taken back. `watch` is told the number of
/// policies done so far after every few hundred, and may stop the run: the next one goes on from there. Two at once do each
/// policy once.
///
/// # Errors
/// [`AppError::Store`] when the database itself fails; a policy that fails is set aside as stuck.
pub fn run(
    app: &App,
    now: Instant,
    watch: impl FnMut(u64) -> ControlFlow<()>,
) -> Result<DayReport, AppError> {
    run_taking(app, now, TAKE, watch)
}

/// Whether a campaign is being announced or taken back.
///
/// # Errors
/// [`AppError::Store`].
pub fn are_under_way(app: &App) -> Result<bool, AppError> {
    Ok(!app.db.read(under_way)?.is_empty())
}

fn under_way(tx: &mut Tx<'_>) -> Result<Vec<Id>, AppError> {
    let sql = sql!("select id from campaign where phase in ('announcing', 'withdrawing') order by id");
    Ok(tx.query(sql, &params![])?.iter().map(|row| row.id("id")).collect::<Result<_, _>>()?)
}

/// [`run`], with at most `take` policies taken at once.
///
/// # Errors
/// As [`run`].
pub fn run_taking(
    app: &App,
    now: Instant,
    take: u32,
    mut watch: impl FnMut(u64) -> ControlFlow<()>,
) -> Result<DayReport, AppError> {
    let running = app.db.read(under_way)?;
    let mut report = DayReport::default();
    for campaign in running {
        if go_through(app, (now, take), campaign, &mut report, &mut watch)?.is_break() {
            report.stopped = true;
            break;
        }
        finish(app, now, campaign)?;
    }
    Ok(report)
}

/// All policies once, from a place in the middle that is drawn, so that two runs at once seldom meet.
fn go_through(
    app: &App,
    (now, take): (Instant, u32),
    campaign: Id,
    report: &mut DayReport,
    watch: &mut impl FnMut(u64) -> ControlFlow<()>,
) -> Result<ControlFlow<()>, AppError> {
    let middle = Shard::new((app.draw() % u64::from(Shard::COUNT)) as u16).map(Shard::last_id);
    for (from, until) in [(middle, None), (None, middle)] {
        let mut after = from;
        loop {
            let (phase, ids) = app.db.read(move |tx| {
                let state = state(tx, campaign)?;
                let ids = match state.phase {
                    CampaignPhase::Announcing => policies(tx, &state.plan, Some(campaign), after, take)?,
                    CampaignPhase::Withdrawing => announced(tx, now, &state.plan, campaign, after, take)?,
                    _ => Vec::new(),
                };
                Ok::<_, AppError>((state.phase, ids))
            })?;
            let ids: Vec<Id> = ids.into_iter().filter(|id| until.is_none_or(|until| *id <= until)).collect();
            let Some(last) = ids.last() else { break };
            after = Some(*last);
            let worker = app.clone();
            let work = move |tx: &mut Tx<'_>, ids: &[Id]| match phase {
                CampaignPhase::Withdrawing => take_back(&worker, tx, now, campaign, ids),
                _ => announce(&worker, tx, now, campaign, ids),
            };
            let ran = chunk::in_chunks(&app.db, "campaign", now, &ids, work)?;
            report.done += ran.done;
            report.stuck += ran.stuck;
            report.skipped += ran.skipped;
            if watch(report.done).is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
    }
    Ok(ControlFlow::Continue(()))
}

fn state(tx: &mut Tx<'_>, campaign: Id) -> Result<Campaign, AppError> {
    Ok(streams::look::<Campaign>(tx, &[campaign])?[&campaign].state()?.clone())
}

/// Policies of the product that run, in the order of their ids; with a campaign only those it has not been to.
fn policies(
    tx: &mut Tx<'_>,
    plan: &CampaignPlan,
    campaign: Option<Id>,
    after: Option<Id>,
    take: u32,
) -> Result<Vec<Id>, AppError> {
    let after = after.map_or(0, Id::as_i64);
    let campaign = campaign.map_or(0, Id::as_i64);
    let rows = tx.query(
        sql!(
            "select c.id from contract c where c.product = ?1 and c.phase = 'running' and c.id > ?2 \
             and not exists (select 1 as x from campaign_policy p where p.campaign = ?3 and p.contract = c.id) \
             and not exists (select 1 as x from stuck s where s.stream = c.id and s.what = 'campaign') \
             order by c.id limit ?4"
        ),
        &params![plan.product.as_str(), after, campaign, take],
    )?;
    Ok(rows.iter().map(|row| row.id("id")).collect::<Result<_, _>>()?)
}

/// Policies to which a campaign was announced and on which it does not count yet.
fn announced(
    tx: &mut Tx<'_>,
    now: Instant,
    plan: &CampaignPlan,
    campaign: Id,
    after: Option<Id>,
    take: u32,
) -> Result<Vec<Id>, AppError> {
    let today = kernel::local_date(now, plan.country);
    let rows = tx.query(
        sql!(
            "select contract from campaign_policy where campaign = ?1 and state in ('announced', 'left') \
             and starts_on > ?2 and contract > ?3 \
             and not exists (select 1 as x from stuck s where s.stream = contract and s.what = 'campaign') \
             order by contract limit ?4"
        ),
        &params![campaign, today, after.map_or(0, Id::as_i64), take],
    )?;
    Ok(rows.iter().map(|row| row.id("contract")).collect::<Result<_, _>>()?)
}

type Asked = Vec<(Id, Contract, Result<Planned, LeftOut>)>;

/// What the campaign does to each of these policies.
fn ask(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    campaign: Id,
    plan: &CampaignPlan,
    ids: &[Id],
) -> Result<Asked, AppError> {
    let by_tariff = plan.plans.values().any(|repricing| *repricing == Repricing::Tariff);
    let product: Option<Arc<Product>> = match &plan.wording {
        Some(wording) if by_tariff => Some(app.products.by_hash(tx, &wording.product.hash)?),
        _ => None,
    };
    contracts::work_out_each(app, tx, now, ids, |contract, day| {
        let tariff = |plan: &str, device: &Device| {
            let (frequency, days) = (contract.application.frequency, (device.bought, contract.start()));
            let product = product.as_ref()?;
            let quote = apply::quote(product, plan, device.kind, device.purchase_value, frequency, days);
            quote.ok().map(|quote| quote.premium)
        };
        (contract.clone(), plan_change(contract, campaign, plan, &tariff, day))
    })
    .map(|asked| asked.into_iter().map(|(id, (contract, one))| (id, contract, one)).collect())
}

fn order(campaign: Id, contract: Id, what: &str, command: Command) -> Order {
    Order { id: format!("campaign:{campaign}:{contract}:{what}"), contract, command, actor: App::machine() }
}

/// One chunk: announces the campaign to those it reaches, and records why it leaves the others out.
fn announce(app: &App, tx: &mut Tx<'_>, now: Instant, campaign: Id, ids: &[Id]) -> Result<(), AppError> {
    // Locked first: another run that is at the same policies is through with them by then.
    streams::load::<Contract>(tx, ids)?;
    let state = state(tx, campaign)?;
    if state.phase != CampaignPhase::Announcing {
        return Ok(());
    }
    let done = tx.query_ids(
        sql!("select contract from campaign_policy where campaign = ?1 and contract in ({ids})"),
        &params![campaign],
        ids,
    )?;
    let done: BTreeSet<Id> = done.iter().map(|row| row.id("contract")).collect::<Result<_, _>>()?;
    let ids: Vec<Id> = ids.iter().filter(|id| !done.contains(id)).copied().collect();
    let mut orders = Vec::new();
    let mut left = Vec::new();
    for (id, _, one) in ask(app, tx, now, campaign, &state.plan, &ids)? {
        match one {
            Ok(planned) => orders.push(order(campaign, id, "announce", planned.command)),
            Err(why) => left.push((id, why.code())),
        }
    }
    for answer in contracts::execute(app, tx, now, &orders)? {
        answer?;
    }
    leave_out(tx, now, campaign, &left)
}

/// One chunk of what is taken back. What counts meanwhile, or ended, stays as it is.
fn take_back(app: &App, tx: &mut Tx<'_>, now: Instant, campaign: Id, ids: &[Id]) -> Result<(), AppError> {
    let command = || Command::WithdrawChange { campaign };
    let orders: Vec<Order> = ids.iter().map(|id| order(campaign, *id, "withdraw", command())).collect();
    for answer in contracts::execute(app, tx, now, &orders)? {
        match answer {
            Err(refused) if !matches!(refused.code.as_str(), "change-in-force" | "policy-not-running") => {
                return Err(AppError::Refused(refused));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Records that a campaign is through, unless something is left or stuck. Looking goes through the whole portfolio, so it holds
/// no writer; a policy accepted meanwhile comes after the campaign, like those of tomorrow.
fn finish(app: &App, now: Instant, campaign: Id) -> Result<(), AppError> {
    let through = app.db.read(move |tx| {
        let state = state(tx, campaign)?;
        let left = match state.phase {
            CampaignPhase::Announcing => policies(tx, &state.plan, Some(campaign), None, 1)?,
            CampaignPhase::Withdrawing => announced(tx, now, &state.plan, campaign, None, 1)?,
            _ => return Ok::<_, AppError>(None),
        };
        let is_through = left.is_empty() && stuck(tx, &state.plan, campaign)? == 0;
        Ok(is_through.then_some(state.phase))
    })?;
    let Some(seen) = through else { return Ok(()) };
    app.db.write(Priority::Run, move |tx| {
        if state(tx, campaign)?.phase != seen {
            return Ok(());
        }
        let event = match seen {
            CampaignPhase::Withdrawing => CampaignEvent::TakenBack,
            _ => CampaignEvent::Announced,
        };
        let id = format!("campaign:{campaign}:{}", event.kind());
        change(tx, now, (&id, &App::machine()), campaign, event)?;
        Ok(())
    })
}

/// Policies of the product that got stuck in a campaign.
fn stuck(tx: &mut Tx<'_>, plan: &CampaignPlan, campaign: Id) -> Result<i64, AppError> {
    let sql = sql!(
        "select count(*) as number from stuck s join contract c on c.id = s.stream where s.what = 'campaign' \
         and c.product = ?1 and not exists \
         (select 1 as x from campaign_policy p where p.campaign = ?2 and p.contract = c.id and p.state = 'left-out')"
    );
    Ok(tx.query_one(sql, &params![plan.product.as_str(), campaign])?.i64("number")?)
}
