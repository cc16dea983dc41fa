//! What the desk sees of campaigns: the list, how far one is, and its policies.

use std::collections::BTreeMap;

use kernel::{Date, Id, Instant, Money};
use policy::{Campaign, CampaignPhase, Reason};
use store::{Tx, params, sql};

use crate::{App, AppError, streams, tasks::PAGE};

/// A campaign in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its id.
    pub id: Id,
    /// What it wants and where it stands.
    pub campaign: Campaign,
}

/// Campaigns, the newest first, with the number there are in all.
///
/// # Errors
/// [`AppError::Store`].
pub fn list(tx: &mut Tx<'_>, page: u32) -> Result<(Vec<Line>, u64), AppError> {
    let count = tx.query_one(sql!("select count(*) as number from campaign"), &params![])?.get("number")?;
    let rows = tx.query(
        sql!("select id from campaign order by since_us desc, id desc limit ?1 offset ?2"),
        &params![PAGE, page.saturating_mul(PAGE)],
    )?;
    let ids: Vec<Id> = rows.iter().map(|row| row.id("id")).collect::<Result<_, _>>()?;
    let mut loaded = streams::look::<Campaign>(tx, &ids)?;
    let line = |id: Id| loaded.remove(&id).and_then(|one| one.state).map(|campaign| Line { id, campaign });
    Ok((ids.into_iter().filter_map(line).collect(), count))
}

/// A campaign.
///
/// # Errors
/// [`AppError::Missing`] when there is none.
pub fn campaign(tx: &mut Tx<'_>, id: Id) -> Result<Campaign, AppError> {
    let mut loaded = streams::look::<Campaign>(tx, &[id])?;
    loaded.remove(&id).and_then(|one| one.state).ok_or_else(|| AppError::missing("a campaign", id))
}

/// Why campaigns change what they change, by their ids; of one that was never drawn up nothing is known.
pub(crate) fn reasons(tx: &mut Tx<'_>, ids: &[Id]) -> Result<BTreeMap<Id, Reason>, AppError> {
    let loaded = streams::look::<Campaign>(tx, ids)?;
    Ok(loaded.into_iter().filter_map(|(id, one)| Some((id, one.state?.plan.reason))).collect())
}

/// What the desk calls campaigns, by their ids.
pub(crate) fn names(tx: &mut Tx<'_>, ids: &[Id]) -> Result<BTreeMap<Id, String>, AppError> {
    let loaded = streams::look::<Campaign>(tx, ids)?;
    Ok(loaded.into_iter().filter_map(|(id, one)| Some((id, one.state?.plan.name))).collect())
}

/// How far a campaign is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// Policies that run and that it has not been to.
    pub to_do: u64,
    /// Policies by where they stand: `announced`, `in-force`, `left`, `ended`, `withdrawn`.
    pub standing: BTreeMap<String, u64>,
    /// Policies left out, by reason.
    pub left_out: BTreeMap<String, u64>,
    /// Announcements that were delivered.
    pub delivered: u64,
    /// Policies with a letter that came back and waits for somebody.
    pub came_back: u64,
}

/// How far a campaign is.
///
/// # Errors
/// [`AppError::Store`].
pub fn progress(tx: &mut Tx<'_>, id: Id, campaign: &Campaign) -> Result<Progress, AppError> {
    let mut progress = Progress::default();
    let rows = tx.query(
        sql!(
            "select state, reason, count(*) as number from campaign_policy where campaign = ?1 \
             group by state, reason order by state, reason"
        ),
        &params![id],
    )?;
    for row in rows {
        let number: u64 = row.get("number")?;
        match row.get::<Option<String>>("reason")? {
            Some(reason) => progress.left_out.insert(reason, number),
            None => progress.standing.insert(row.text("state")?, number),
        };
    }
    if matches!(campaign.phase, CampaignPhase::Announcing | CampaignPhase::Stopped) {
        let sql = sql!(
            "select count(*) as number from contract c where c.product = ?1 and c.phase = 'running' and not exists \
             (select 1 as x from campaign_policy p where p.campaign = ?2 and p.contract = c.id)"
        );
        progress.to_do = tx.query_one(sql, &params![campaign.plan.product.as_str(), id])?.get("number")?;
    }
    let delivered = sql!(
        "select count(*) as number from campaign_policy p join letter l on l.stream = p.contract \
         and l.made_us = p.told_us and l.kind = 'change-announced' \
         where p.campaign = ?1 and p.reason is null and l.sent_us is not null"
    );
    progress.delivered = tx.query_one(delivered, &params![id])?.get("number")?;
    let came_back = sql!(
        "select count(*) as number from campaign_policy p join task t on t.stream = p.contract \
         and t.kind = 'redeliver-letter' and t.state = 'open' where p.campaign = ?1 and p.state = 'announced'"
    );
    progress.came_back = tx.query_one(came_back, &params![id])?.get("number")?;
    Ok(progress)
}

/// One policy of a campaign.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The contract.
    pub contract: Id,
    /// Its number.
    pub number: String,
    /// Where it stands, or `left-out`.
    pub state: String,
    /// Why it was left out.
    pub reason: Option<String>,
    /// Price of an instalment before and after.
    pub premium: Option<(Money, Money)>,
    /// First day on which it counts.
    pub from: Option<Date>,
    /// Last day on which the policyholder may leave for it.
    pub leave_by: Option<Date>,
    /// When it was announced, or left out.
    pub told: Instant,
}

/// Which policies of a campaign.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rows {
    /// Those that stand there; all if empty.
    pub state: String,
    /// Those left out for this reason; all if empty.
    pub reason: String,
    /// Those after this contract.
    pub after: Option<Id>,
}

/// Policies of a campaign in the order of their ids, at most `limit`.
///
/// # Errors
/// [`AppError::Store`].
pub fn rows(tx: &mut Tx<'_>, campaign: Id, which: &Rows, limit: u32) -> Result<Vec<Row>, AppError> {
    let rows = tx.query(
        sql!(
            "select p.contract, c.number, p.state, p.reason, p.before_cents, p.after_cents, p.starts_on, p.leave_by, \
             p.adverse, p.told_us from campaign_policy p join contract c on c.id = p.contract \
             where p.campaign = ?1 and p.contract > ?2 and (?3 = '' or p.state = ?3) and (?4 = '' or p.reason = ?4) \
             order by p.contract limit ?5"
        ),
        &params![campaign, which.after.map_or(0, Id::as_i64), which.state.as_str(), which.reason.as_str(), limit],
    )?;
    rows.iter()
        .map(|row| {
            let premium = row.get::<Option<Money>>("before_cents")?.zip(row.get("after_cents")?);
            let adverse = row.get::<Option<bool>>("adverse")?.unwrap_or(false);
            Ok(Row {
                contract: row.id("contract")?,
                number: row.text("number")?,
                state: row.text("state")?,
                reason: row.get("reason")?,
                premium,
                from: row.get("starts_on")?,
                leave_by: row.get::<Option<Date>>("leave_by")?.filter(|_| adverse),
                told: row.instant("told_us")?,
            })
        })
        .collect()
}

/// Versions of products that policies can be under: what was published, the newest revision of each, with the number of policies
/// of the product that run.
///
/// # Errors
/// [`AppError::Store`].
pub fn versions(app: &App, tx: &mut Tx<'_>) -> Result<Vec<(crate::products::Published, u64)>, AppError> {
    let rows = tx.query(
        sql!("select product, count(*) as number from contract where phase = 'running' group by product order by product"),
        &params![],
    )?;
    let mut running = BTreeMap::new();
    for row in rows {
        running.insert(row.text("product")?, row.get::<u64>("number")?);
    }
    let mut newest: BTreeMap<(String, String), crate::products::Published> = BTreeMap::new();
    for line in app.products.published(tx)? {
        newest.insert((line.code.clone(), line.version.clone()), line);
    }
    let count = |line: &crate::products::Published| running.get(&line.code).copied().unwrap_or(0);
    Ok(newest.into_values().map(|line| (line.clone(), count(&line))).collect())
}
