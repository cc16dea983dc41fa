//! Campaigns: one change of premium or conditions over many policies (OFFICE-12, BE-PREM-04, AMB-56).
//!
//! ```text
//! prepare -> preview -> propose -> a second person approves -> run: one policy after the other is announced it, or left out
//!                                                           -> stop, resume, withdraw at any moment
//! ```
//!
//! The preview and the run ask the same pure function about each policy (`policy::plan_change`). What it did stands in one row a
//! policy (`campaign_policy`), written in the transaction that changes the policy; so the run can be killed at any moment and
//! goes on, and two runs at once do each policy once.

mod letter;
mod read;
mod run;
mod stream;

use kernel::{Actor, Id, Instant, Rule};
use policy::{
    Campaign, CampaignEvent, CampaignPlan, CampaignRefusal, NewWording, ProductRef, Reason, Repricing, Totals,
};
use store::{Tx, command, params, row, sql};

pub use letter::example_letter;
pub use read::{Line, Progress, Row, Rows, campaign, list, progress, rows, versions};
pub(crate) use read::{names, reasons};
pub use run::{Example, MOST_PREVIEWED, Preview, are_under_way, preview, run, run_taking};
pub(crate) use stream::follow;

use crate::{
    App, AppError, Refused,
    approvals::{self, Proposal},
    contracts::Outcome,
    streams::{self, Loaded},
};

/// What somebody fills in; the rest follows from the product.
#[derive(Debug, Clone, PartialEq)]
pub struct Wanted {
    /// What the desk calls it.
    pub name: String,
    /// Why, as customers are told.
    pub reason: Reason,
    /// Code of the product.
    pub product: String,
    /// Version the policies are under.
    pub version: String,
    /// The plans, and what happens to the premium of each.
    pub plans: std::collections::BTreeMap<String, Repricing>,
    /// Content hash of the new version, and whether the conditions change to the disadvantage of the policyholder.
    pub wording: Option<(String, bool)>,
    /// First day on which it may count.
    pub from: kernel::Date,
    /// Last day on which it may begin to count.
    pub until: kernel::Date,
}

/// Draws a campaign up, or draws one up anew that was not proposed yet. The same again, and the same that somebody else drew up
/// and that waits or runs, is answered with that one.
///
/// # Errors
/// [`AppError::Refused`] naming what is wrong; nothing is done then.
pub fn prepare(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (id, actor): (&str, &Actor),
    anew: Option<Id>,
    wanted: &Wanted,
) -> Result<(Id, Outcome), AppError> {
    if let Some(outcome) = command::seen(tx, &[id])?.remove(0) {
        let campaign = outcome.trim_matches('"').parse();
        let campaign = campaign.map_err(|_| AppError::damaged("the outcome of a command", id))?;
        return Ok((campaign, Outcome::AlreadyDone));
    }
    let plan = plan(app, tx, now, wanted)?;
    let same = under_way(tx)?.into_iter().find(|(other, campaign)| {
        let same = CampaignPlan { name: campaign.plan.name.clone(), ..plan.clone() };
        Some(*other) != anew && campaign.plan == same
    });
    if let Some((there, _)) = same {
        return Ok((there, Outcome::AlreadyDone));
    }
    let campaign = anew.unwrap_or_else(|| app.new_id(app.new_shard(), now));
    let event = CampaignEvent::Prepared { plan: Box::new(plan) };
    let outcome = match anew {
        Some(_) => change(tx, now, (id, actor), campaign, event)?,
        None => {
            let mut loaded = Loaded::<Campaign>::empty(campaign);
            loaded.add(event, now, actor, id);
            streams::save(tx, now, [&loaded])?;
            Outcome::Done
        }
    };
    command::record(tx, now, &[(id, format!("\"{campaign}\""))])?;
    Ok((campaign, outcome))
}

fn refuse(no: CampaignRefusal) -> AppError {
    AppError::Refused(Refused::from(&no))
}

/// What is wanted with what the product says of it, if it can be meant.
fn plan(app: &App, tx: &mut Tx<'_>, now: Instant, wanted: &Wanted) -> Result<CampaignPlan, AppError> {
    let product = app.products.latest(tx, &wanted.product, Some(&wanted.version))?;
    let product = product.ok_or_else(|| refuse(CampaignRefusal::VersionUnknown))?;
    if wanted.plans.keys().any(|plan| product.plan(plan).is_none()) {
        return Err(refuse(CampaignRefusal::PlanUnknown));
    }
    let wording = match &wanted.wording {
        None => None,
        Some((hash, adverse)) => {
            let new = app.products.by_hash(tx, hash).map_err(|error| match error {
                AppError::Missing { .. } => refuse(CampaignRefusal::VersionUnknown),
                other => other,
            })?;
            let flags =
                wanted.plans.keys().filter_map(|plan| Some((plan.clone(), new.plan(plan)?.flags.clone())));
            let (code, version) = (new.code().to_owned(), new.wording().version.clone());
            let product = ProductRef { code, version, hash: hash.clone() };
            Some(NewWording { product, flags: flags.collect(), adverse: *adverse })
        }
    };
    let plan = CampaignPlan {
        name: wanted.name.trim().to_owned(),
        reason: wanted.reason.clone(),
        country: product.country(),
        product: wanted.product.clone(),
        version: wanted.version.clone(),
        plans: wanted.plans.clone(),
        wording,
        from: wanted.from,
        until: wanted.until,
    };
    plan.check(kernel::local_date(now, plan.country)).map_err(refuse)?;
    Ok(plan)
}

/// Campaigns that are drawn up, wait, or run.
fn under_way(tx: &mut Tx<'_>) -> Result<Vec<(Id, Campaign)>, AppError> {
    let sql = sql!(
        "select id from campaign where phase in ('prepared', 'proposed', 'announcing', 'stopped', 'withdrawing') \
         order by id"
    );
    let ids: Vec<Id> = tx.query(sql, &params![])?.iter().map(|row| row.id("id")).collect::<Result<_, _>>()?;
    let loaded = streams::look::<Campaign>(tx, &ids)?;
    Ok(loaded.into_values().filter_map(|one| Some((one.id, one.state?))).collect())
}

/// Asks a second person for a campaign (OFFICE-15). `totals` is what the proposer saw in the preview.
///
/// # Errors
/// [`AppError::Refused`]: it reaches nobody, another one is after the same policies, or its days have passed.
pub fn propose(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (id, actor): (&str, &Actor),
    campaign: Id,
    totals: Totals,
) -> Result<Outcome, AppError> {
    if command::seen(tx, &[id])?.remove(0).is_some() {
        return Ok(Outcome::AlreadyDone);
    }
    // Two that are after the same policies are proposed one after the other.
    let others = under_way(tx)?;
    let ids: Vec<Id> = others.iter().map(|(other, _)| *other).chain([campaign]).collect();
    let loaded = streams::load::<Campaign>(tx, &ids)?;
    let plan = loaded[&campaign].state()?.plan.clone();
    plan.check(kernel::local_date(now, plan.country)).map_err(refuse)?;
    if totals.reached == 0 {
        return Err(refuse(CampaignRefusal::ReachesNobody));
    }
    let clashes = |other: &Campaign| other.phase.is_under_way() && other.plan.overlaps(&plan);
    let others = loaded.values().filter(|other| other.id != campaign);
    if others.filter_map(|other| other.state.as_ref()).any(clashes) {
        return Err(refuse(CampaignRefusal::Overlaps));
    }
    let moved = (totals.after - totals.before).abs();
    let done = change(tx, now, (id, actor), campaign, CampaignEvent::Proposed { totals })?;
    if done == Outcome::Done {
        let subject = (campaign, campaign, Rule("OFFICE-12"));
        approvals::propose(app, tx, now, actor, subject, moved, &Proposal::Campaign { campaign })?;
    }
    command::record(tx, now, &[(id, "\"proposed\"".to_owned())])?;
    Ok(done)
}

/// What the second person said.
pub(crate) fn decided(
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    campaign: Id,
    approved: bool,
) -> Result<(), AppError> {
    let event = if approved { CampaignEvent::Approved } else { CampaignEvent::Declined };
    change(tx, now, (command, actor), campaign, event).map(|_| ())
}

/// What the desk may do with a campaign on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Announce no more of it.
    Stop,
    /// Go on announcing.
    Resume,
    /// Take back what does not count yet; each of those customers gets a letter.
    Withdraw,
    /// Lay it aside before it was proposed.
    Drop,
}

impl Step {
    /// The step with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "stop" => Some(Self::Stop),
            "resume" => Some(Self::Resume),
            "withdraw" => Some(Self::Withdraw),
            "drop" => Some(Self::Drop),
            _ => None,
        }
    }
}

/// Takes a step.
///
/// # Errors
/// [`AppError::Refused`] when it does not fit where the campaign stands.
pub fn step(
    tx: &mut Tx<'_>,
    now: Instant,
    (id, actor): (&str, &Actor),
    campaign: Id,
    step: Step,
) -> Result<Outcome, AppError> {
    if command::seen(tx, &[id])?.remove(0).is_some() {
        return Ok(Outcome::AlreadyDone);
    }
    let event = match step {
        Step::Stop => CampaignEvent::Stopped,
        Step::Resume => CampaignEvent::Resumed,
        Step::Withdraw => CampaignEvent::Withdrawn,
        Step::Drop => CampaignEvent::Dropped,
    };
    let done = change(tx, now, (id, actor), campaign, event)?;
    command::record(tx, now, &[(id, "\"done\"".to_owned())])?;
    Ok(done)
}

/// Writes one more event of a campaign, if it may happen now.
fn change(
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    campaign: Id,
    event: CampaignEvent,
) -> Result<Outcome, AppError> {
    let mut loaded = streams::load::<Campaign>(tx, &[campaign])?;
    let one = loaded.get_mut(&campaign).ok_or_else(|| AppError::missing("a campaign", campaign))?;
    if !one.state()?.may(&event).map_err(refuse)? {
        return Ok(Outcome::AlreadyDone);
    }
    one.add(event, now, actor, command);
    streams::save(tx, now, [&*one])?;
    Ok(Outcome::Done)
}

/// Records that a campaign left policies out.
fn leave_out(tx: &mut Tx<'_>, now: Instant, campaign: Id, left: &[(Id, &str)]) -> Result<(), AppError> {
    let rows: Vec<_> =
        left.iter().map(|(contract, why)| row![campaign, *contract, "left-out", *why, now]).collect();
    if !rows.is_empty() {
        tx.exec_rows(
            sql!(
                "insert into campaign_policy (campaign, contract, state, reason, told_us) values {rows} \
                 on conflict (campaign, contract) do nothing"
            ),
            &params![],
            &rows,
        )?;
    }
    Ok(())
}
