//! The work list, and what got stuck.

use std::collections::BTreeMap;

use kernel::Id;
use store::{Tx, params, sql, stuck::Stuck};

use super::PAGE;
use crate::{
    App, AppError,
    tasks::{Task, TaskKind},
};

/// What a stream is, for a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// An application that waits for a decision.
    Application(String),
    /// A policy.
    Policy(String),
    /// A claim.
    Claim(String),
    /// A power of attorney: its money.
    Agreement(String),
    /// A campaign: its id and its name.
    Campaign(Id, String),
    /// A month of the books.
    Month(String),
    /// Something without a page of its own.
    Other(Id),
}

/// A task with what it is about.
#[derive(Debug, Clone)]
pub struct WorkLine {
    /// The task.
    pub task: Task,
    /// What it is about.
    pub about: About,
    /// Who has it in hand: a claim's handler, as colleagues are called; empty when somebody without a name has it.
    pub owner: Option<String>,
}

/// Open tasks of these kinds, the most urgent first, with the number there are in all.
///
/// # Errors
/// [`AppError::Store`].
pub fn work(
    app: &App,
    tx: &mut Tx<'_>,
    kinds: &[TaskKind],
    page: u32,
) -> Result<(Vec<WorkLine>, u64), AppError> {
    let kinds: Vec<&str> = kinds.iter().map(|kind| kind.code()).collect();
    let count = tx.query_keys(
        sql!("select count(*) as number from task where state = 'open' and kind in ({ids})"),
        &params![],
        &kinds,
    )?;
    let count = count.first().map(|row| row.get("number")).transpose()?.unwrap_or(0);
    let rows = tx.query_keys(
        sql!(
            "select id, kind, stream, rule, due_us, created_us, amount_cents, detail from task \
             where state = 'open' and kind in ({ids}) order by due_us nulls last, created_us, id limit ?1 offset ?2"
        ),
        &params![PAGE, page.saturating_mul(PAGE)],
        &kinds,
    )?;
    let mut tasks = Vec::new();
    for row in rows {
        let kind = row.text("kind")?;
        tasks.push(Task {
            id: row.id("id")?,
            kind: TaskKind::from_code(&kind).ok_or_else(|| AppError::damaged("the kind of a task", kind))?,
            stream: row.id("stream")?,
            rule: row.text("rule")?,
            due: row.opt_instant("due_us")?,
            created: row.instant("created_us")?,
            amount: row.get("amount_cents")?,
            detail: row.text("detail")?,
        });
    }
    let streams: Vec<Id> = tasks.iter().map(|task| task.stream).collect();
    let abouts = abouts(app, tx, &streams)?;
    let about = |task: &Task| abouts.get(&task.stream).cloned().unwrap_or(About::Other(task.stream));
    let owners = owners(app, tx, &streams)?;
    let lines = tasks.into_iter().map(|task| WorkLine {
        about: about(&task),
        owner: owners.get(&task.stream).cloned(),
        task,
    });
    Ok((lines.collect(), count))
}

/// Who has claims in hand.
fn owners(app: &App, tx: &mut Tx<'_>, streams: &[Id]) -> Result<BTreeMap<Id, String>, AppError> {
    let rows = tx.query_ids(
        sql!("select claim, handler from claim_handler where claim in ({ids})"),
        &params![],
        streams,
    )?;
    let held = rows
        .iter()
        .map(|row| Ok((row.id("claim")?, row.id("handler")?)))
        .collect::<Result<Vec<(Id, Id)>, AppError>>()?;
    let people: Vec<Id> = held.iter().map(|(_, person)| *person).collect();
    let names = super::staff_names(app, tx, &people)?;
    let name = |person: &Id| names.get(person).cloned().unwrap_or_default();
    Ok(held.iter().map(|(claim, person)| (*claim, name(person))).collect())
}

/// What streams are.
///
/// # Errors
/// [`AppError::Store`].
pub fn abouts(app: &App, tx: &mut Tx<'_>, streams: &[Id]) -> Result<BTreeMap<Id, About>, AppError> {
    let mut abouts = BTreeMap::new();
    for row in
        tx.query_ids(sql!("select id, number, phase from contract where id in ({ids})"), &params![], streams)?
    {
        let number = row.text("number")?;
        let waits = matches!(row.text("phase")?.as_str(), "screening" | "applied");
        abouts.insert(row.id("id")?, if waits { About::Application(number) } else { About::Policy(number) });
    }
    for row in tx.query_ids(sql!("select id, number from claim where id in ({ids})"), &params![], streams)? {
        abouts.insert(row.id("id")?, About::Claim(row.text("number")?));
    }
    for (id, campaign) in crate::campaigns::names(tx, streams)? {
        abouts.insert(id, About::Campaign(id, campaign));
    }
    for agreement in app.products.agreements() {
        let stream = crate::day::agreement_stream(&agreement.code);
        if streams.contains(&stream) {
            abouts.insert(stream, About::Agreement(agreement.code.clone()));
        }
    }
    if abouts.len() < streams.len()
        && let Some(month) = crate::accounts::close::next(tx)?
    {
        let stream = crate::accounts::close::stream_of(month);
        if streams.contains(&stream) {
            abouts.insert(stream, About::Month(month.to_string()));
        }
    }
    Ok(abouts)
}

/// What is stuck, longest first, at most 200, with what each is.
///
/// # Errors
/// [`AppError::Store`].
pub fn stuck(app: &App, tx: &mut Tx<'_>) -> Result<Vec<(Stuck, About)>, AppError> {
    let items = store::stuck::list(tx, 200)?;
    let streams: Vec<Id> = items.iter().map(|item| item.stream).collect();
    let abouts = abouts(app, tx, &streams)?;
    let about = |stream: Id| abouts.get(&stream).cloned().unwrap_or(About::Other(stream));
    Ok(items.into_iter().map(|item| (item.clone(), about(item.stream))).collect())
}
