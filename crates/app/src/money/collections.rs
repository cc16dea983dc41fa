//! Direct debits: what waits, and the file in which a person releases them (pain.008).

use std::collections::{BTreeMap, BTreeSet};

use agreement::Agreement;
use kernel::{Actor, Calendar, Date, EndToEndId, Id, Instant, Money};
use policy::{Command, Contract};
use sepa::write::CollectionBlock;
use store::{Tx, params, row, sql};

use super::{
    collection_file::{Planned, earliest_day, execution_day, plan, set_blocks, xml},
    files::{self, BatchKind, LeftOut, NewBatch, Released},
};
use crate::{
    App, AppError,
    contracts::{self, Order, Outcome},
    streams,
};

/// Most direct debits in one file.
pub const RELEASE_MAX: u32 = 5_000;
/// Most lines of a preview.
pub const PREVIEW_MAX: u32 = 200;
/// Most parts of [`RELEASE_MAX`] that one release looks at to fill a file.
const PARTS_MAX: u32 = 10;
/// Most direct debits that a preview looks at one by one.
pub const LOOKED_AT: usize = 1_000;
/// Contracts decided on at once.
const CHUNK: usize = 500;

/// Direct debits that wait for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// How many.
    pub count: u64,
    /// Their sum.
    pub sum: Money,
    /// The first on their mandate.
    pub first: u64,
    /// By day of debit.
    pub days: Vec<WaitingDay>,
    /// The earliest of them, at most [`PREVIEW_MAX`].
    pub list: Vec<WaitingCollection>,
}

/// Direct debits of one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingDay {
    /// The day that was announced.
    pub on: Date,
    /// The day on which they can be debited when released now: later if it is too near or past (LAW-SEPA-06/10).
    pub execute_on: Date,
    /// How many.
    pub count: u64,
    /// Their sum.
    pub sum: Money,
}

/// One direct debit that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingCollection {
    /// Its key.
    pub end_to_end: EndToEndId,
    /// Which contract.
    pub contract: Id,
    /// Its policy number.
    pub number: String,
    /// How much.
    pub amount: Money,
    /// The day that was announced.
    pub collect_on: Date,
    /// Whether nothing was collected on the contract before.
    pub is_first: bool,
}

/// What waits for release under an agreement with a day of debit up to and with `up_to`.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Missing`].
pub fn waiting(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    agreement: &str,
    up_to: Date,
) -> Result<Waiting, AppError> {
    let agreement = app.products.agreement(agreement)?;
    let earliest = earliest_day(agreement, now);
    let rows = tx.query(
        sql!(
            "select c.collect_on as collect_on, count(*) as number, cast(sum(c.amount_cents) as bigint) as sum_cents, \
             cast(sum(case when exists (select 1 from collection e where e.contract = c.contract and \
             e.batch is not null) then 0 else 1 end) as bigint) as first \
             from collection c where c.agreement = ?1 and c.state = 'announced' and c.collect_on <= ?2 \
             group by c.collect_on order by c.collect_on"
        ),
        &params![agreement.code.as_str(), up_to],
    )?;
    let mut waiting = Waiting { count: 0, sum: Money::ZERO, first: 0, days: Vec::new(), list: Vec::new() };
    for row in rows {
        let (on, count, sum): (_, u64, _) =
            (row.date("collect_on")?, row.get("number")?, row.money("sum_cents")?);
        waiting.count += count;
        waiting.sum += sum;
        waiting.first += row.get::<u64>("first")?;
        waiting.days.push(WaitingDay { on, execute_on: execution_day(on, earliest), count, sum });
    }
    let rows = tx.query(
        sql!(
            "select c.end_to_end as end_to_end, c.contract as contract, k.number as number, \
             c.amount_cents as amount_cents, c.collect_on as collect_on, \
             cast(case when exists (select 1 from collection e where e.contract = c.contract and \
             e.batch is not null) then 0 else 1 end as bigint) as first \
             from collection c join contract k on k.id = c.contract \
             where c.agreement = ?1 and c.state = 'announced' and c.collect_on <= ?2 \
             order by c.collect_on, c.contract, c.end_to_end limit ?3"
        ),
        &params![agreement.code.as_str(), up_to, PREVIEW_MAX],
    )?;
    for row in rows {
        waiting.list.push(WaitingCollection {
            end_to_end: row.parse("end_to_end")?,
            contract: row.id("contract")?,
            number: row.text("number")?,
            amount: row.money("amount_cents")?,
            collect_on: row.date("collect_on")?,
            is_first: row.bool("first")?,
        });
    }
    Ok(waiting)
}

/// The accounts that contracts' mandates are on, only their two ends: for a person who checks a release.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`].
pub fn masked_accounts(
    app: &App,
    tx: &mut Tx<'_>,
    contracts: &[Id],
) -> Result<BTreeMap<Id, String>, AppError> {
    let contracts = streams::look::<Contract>(tx, contracts)?;
    let mandates: Vec<_> = contracts
        .values()
        .filter_map(|loaded| Some((loaded.id, &loaded.state.as_ref()?.billing.mandate.as_ref()?.debtor)))
        .collect();
    let payees = files::payees(app, tx, mandates.iter().map(|(_, debtor)| *debtor))?;
    Ok(mandates
        .into_iter()
        .filter_map(|(contract, debtor)| Some((contract, payees.get(&debtor.id)?.iban.masked())))
        .collect())
}

/// Releases announced direct debits with a day of debit up to and with `up_to` into one file, the earliest first, at most
/// [`RELEASE_MAX`]. A day that is past or too near moves to the next possible one. What cannot be collected is left out and
/// waits on. The same command again gives the same batch.
///
/// # Errors
/// [`AppError::Refused`] `nothing-to-release`; [`AppError::Store`].
pub fn release(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    agreement: &str,
    up_to: Date,
) -> Result<Released, AppError> {
    if let Some(released) = files::done_before(tx, command)? {
        return Ok(released);
    }
    let agreement = app.products.agreement(agreement)?;
    let code = agreement.code.as_str();
    let (planned, mut left_out) = fill(app, tx, now, agreement, up_to)?;
    let batch = app.new_id(app.new_shard(), now);
    let mut kept = Vec::with_capacity(planned.len());
    for chunk in planned.chunks(CHUNK) {
        let orders: Vec<Order> = chunk.iter().map(|item| order(command, actor, batch, item)).collect();
        for (item, answer) in chunk.iter().zip(contracts::execute(app, tx, now, &orders)?) {
            match answer {
                Ok(Outcome::Done) => kept.push(item.clone()),
                Ok(Outcome::AlreadyDone) => {}
                Err(refused) => {
                    left_out.push(LeftOut { key: item.collection.end_to_end.to_string(), refused });
                }
            }
        }
    }
    if kept.is_empty() {
        return Err(files::nothing(&left_out));
    }
    kept.sort_by(|a, b| {
        (a.block, a.collection.end_to_end.as_str()).cmp(&(b.block, b.collection.end_to_end.as_str()))
    });
    set_blocks(tx, &kept)?;
    mark_left_out(tx, &left_out)?;
    let still = tx.query_one(
        sql!(
            "select count(*) as number from collection where agreement = ?1 and state = 'announced' and collect_on <= ?2"
        ),
        &params![code, up_to],
    )?;
    let new = NewBatch {
        id: batch,
        kind: BatchKind::Collections,
        agreement,
        orders: kept.len() as u64,
        sum: kept.iter().map(|item| item.collection.amount).sum(),
        execute_on: kept[0].block.date,
        waiting: still.get::<u64>("number")?.saturating_sub(left_out.len() as u64),
        left_out,
        bytes: xml(agreement, batch, now, &kept)?,
    };
    files::write(app, tx, now, (command, actor), new)
}

/// What fits into one file, the earliest first; what was left out before comes after the rest, so that it never stands in the
/// way of what can be collected.
fn fill(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    agreement: &Agreement,
    up_to: Date,
) -> Result<(Vec<Planned>, Vec<LeftOut>), AppError> {
    let (mut planned, mut left_out) = (Vec::new(), Vec::new());
    for part in 0..PARTS_MAX {
        let asked = candidates(tx, &agreement.code, up_to, part)?;
        let ids: Vec<Id> = asked.iter().map(|(_, contract)| *contract).collect();
        let contracts = streams::load::<Contract>(
            tx,
            &ids.into_iter().collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>(),
        )?;
        let (more, left) = plan(app, tx, now, agreement, (&asked, &contracts))?;
        planned.extend(more);
        left_out.extend(left);
        if asked.len() < RELEASE_MAX as usize || planned.len() >= RELEASE_MAX as usize {
            break;
        }
    }
    planned.truncate(RELEASE_MAX as usize);
    Ok((planned, left_out))
}

/// Announced direct debits with a day of debit up to and with `up_to`, [`RELEASE_MAX`] in a part.
fn candidates(
    tx: &mut Tx<'_>,
    agreement: &str,
    up_to: Date,
    part: u32,
) -> Result<Vec<(EndToEndId, Id)>, AppError> {
    let rows = tx.query(
        sql!(
            "select end_to_end, contract from collection where agreement = ?1 and state = 'announced' and \
             collect_on <= ?2 order by case when left_out is null then 0 else 1 end, collect_on, contract, end_to_end \
             limit ?3 offset ?4"
        ),
        &params![agreement, up_to, RELEASE_MAX, part * RELEASE_MAX],
    )?;
    let mut asked = Vec::with_capacity(rows.len());
    for row in rows {
        asked.push((row.parse("end_to_end")?, row.id("contract")?));
    }
    Ok(asked)
}

/// Remembers why something was left out.
fn mark_left_out(tx: &mut Tx<'_>, left_out: &[LeftOut]) -> Result<(), AppError> {
    let rows: Vec<_> =
        left_out.iter().map(|left| row![left.key.as_str(), left.refused.code.as_str()]).collect();
    if !rows.is_empty() {
        tx.exec_rows(
            sql!(
                "update collection set left_out = v.column2 from (values {rows:text,text}) as v \
                 where collection.end_to_end = v.column1"
            ),
            &params![],
            &rows,
        )?;
    }
    Ok(())
}

/// What a release would do now, before anybody asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// How many it looked at: the earliest, at most [`LOOKED_AT`].
    pub looked_at: usize,
    /// What would not go into the file, and why.
    pub left_out: Vec<LeftOut>,
    /// The blocks of the file: day and sequence type (LAW-SEPA-07), how many, how much.
    pub blocks: Vec<(Date, &'static str, u64, Money)>,
}

/// Plans a release without doing it.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Missing`].
pub fn preview(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    agreement: &str,
    up_to: Date,
) -> Result<Preview, AppError> {
    let agreement = app.products.agreement(agreement)?;
    let mut asked = candidates(tx, &agreement.code, up_to, 0)?;
    asked.truncate(LOOKED_AT);
    let ids: BTreeSet<Id> = asked.iter().map(|(_, contract)| *contract).collect();
    let contracts = streams::look::<Contract>(tx, &ids.into_iter().collect::<Vec<_>>())?;
    let (planned, left_out) = plan(app, tx, now, agreement, (&asked, &contracts))?;
    let mut blocks: BTreeMap<CollectionBlock, (u64, Money)> = BTreeMap::new();
    for item in &planned {
        let block = blocks.entry(item.block).or_insert((0, Money::ZERO));
        block.0 += 1;
        block.1 += item.collection.amount;
    }
    let blocks = blocks.into_iter().map(|(block, (n, sum))| (block.date, block.sequence.code(), n, sum));
    Ok(Preview { looked_at: asked.len(), left_out, blocks: blocks.collect() })
}

/// A day of the calendar of TARGET.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TargetDay {
    /// The day.
    pub on: Date,
    /// Whether banks settle on it (LAW-SEPA-10).
    pub is_open: bool,
    /// Whether a file made now reaches the bank in time for it (LAW-SEPA-06).
    pub in_time: bool,
}

/// The days from today on, as far as a release looks ahead.
///
/// # Errors
/// [`AppError::Missing`] when there is no such agreement.
pub fn calendar(app: &App, now: Instant, agreement: &str, up_to: Date) -> Result<Vec<TargetDay>, AppError> {
    let agreement = app.products.agreement(agreement)?;
    let earliest = earliest_day(agreement, now);
    let today = kernel::local_date(now, agreement.country);
    let days = (0..).map(|ahead| kernel::add_days(today, ahead)).take_while(|day| *day <= up_to);
    Ok(days
        .map(|on| TargetDay {
            on,
            is_open: Calendar::Target.next_working_day(on) == on,
            in_time: on >= earliest,
        })
        .collect())
}

fn order(command: &str, actor: &Actor, batch: Id, item: &Planned) -> Order {
    let end_to_end = item.collection.end_to_end.clone();
    Order {
        id: format!("{command}:{end_to_end}"),
        contract: item.contract,
        command: Command::ReleaseCollection { end_to_end, batch },
        actor: actor.clone(),
    }
}
