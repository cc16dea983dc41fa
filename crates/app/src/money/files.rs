//! Bank files: what every release writes, whether it collects or pays.

use std::collections::BTreeMap;

use agreement::Agreement;
use kernel::{Actor, Date, Id, Instant, Money, Rule, VaultRef};
use party::Payee;
use sepa::{
    text::TextError,
    write::{Initiator, Name, RunId, WriteError},
};
use serde::{Deserialize, Serialize};
use store::{
    Tx, command,
    objects::{Attachment, Objects},
    outbox, params, row, sql,
    vault::Opened,
};

use crate::{App, AppError, Refused, day, sealed};

/// Bytes of the files themselves are kept under this purpose (PRIV-21).
const PURPOSE: sealed::Purpose = sealed::Purpose::Books;
/// What was left out and is named one by one; the rest is only counted.
const LEFT_OUT_MAX: usize = 100;
/// Batches on a page.
pub const BATCHES_PAGE: u32 = 50;

/// What a bank file does. Names are the eternal format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BatchKind {
    /// Direct debits, pain.008.
    Collections,
    /// Credit transfers, pain.001.
    Payments,
}

impl BatchKind {
    /// The name it is stored under.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Collections => "collections",
            Self::Payments => "payments",
        }
    }

    /// The kind with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Collections, Self::Payments].into_iter().find(|kind| kind.code() == code)
    }

    /// The letter with which its identifiers begin.
    const fn letter(self) -> char {
        match self {
            Self::Collections => 'C',
            Self::Payments => 'P',
        }
    }
}

/// What a release did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Released {
    /// The file.
    pub batch: Id,
    /// Orders in it.
    pub orders: u64,
    /// Their sum.
    pub sum: Money,
    /// The first day on which one of them is carried out.
    pub execute_on: Date,
    /// What was asked for and is not in it, at most a hundred.
    pub left_out: Vec<LeftOut>,
    /// How many were left out in all.
    pub left_out_count: u64,
    /// How many still wait because a file takes no more: release again.
    pub waiting: u64,
}

/// An order that could not go into the file; it waits on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// End-to-end id of the direct debit, or number of the payment order.
    pub key: String,
    /// Why.
    pub refused: Refused,
}

impl LeftOut {
    pub(super) fn new(key: impl Into<String>, code: &str, rule: &'static str) -> Self {
        Self { key: key.into(), refused: Refused::new(code, Some(Rule(rule))) }
    }
}

/// A release in the making.
#[derive(Debug)]
pub(super) struct NewBatch<'a> {
    pub(super) id: Id,
    pub(super) kind: BatchKind,
    pub(super) agreement: &'a Agreement,
    pub(super) orders: u64,
    pub(super) sum: Money,
    pub(super) execute_on: Date,
    pub(super) left_out: Vec<LeftOut>,
    pub(super) waiting: u64,
    pub(super) bytes: Vec<u8>,
}

/// The outcome of a release command that was done before.
pub(super) fn done_before(tx: &mut Tx<'_>, id: &str) -> Result<Option<Released>, AppError> {
    let Some(outcome) = command::seen(tx, &[id])?.remove(0) else { return Ok(None) };
    serde_json::from_str(&outcome).map(Some).map_err(|_| AppError::damaged("the outcome of a release", id))
}

/// Identifier of the run that becomes this batch: never used twice.
pub(super) fn run_id(kind: BatchKind, batch: Id) -> RunId {
    RunId::new(&format!("{}{batch}", kind.letter()))
        .expect("a letter and an id are 14 characters of the SEPA set")
}

/// Who sends files under an agreement.
pub(super) fn initiator(agreement: &Agreement) -> Result<Initiator, AppError> {
    Ok(Initiator { name: account_holder(agreement)?, id: None })
}

pub(super) fn account_holder(agreement: &Agreement) -> Result<Name, AppError> {
    Name::new(&agreement.account.holder)
        .map_err(|_: TextError| AppError::missing("the holder of the account", &agreement.code))
}

/// A file that cannot be written is refused whole; what is in it stays where it was.
pub(super) fn unwritable(error: &WriteError) -> AppError {
    Refused::new("bank-file-unwritable", None).with("why", error).into()
}

/// Stores a batch with its sealed bytes, puts it into the outbox and records the command.
pub(super) fn write(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    batch: NewBatch<'_>,
) -> Result<Released, AppError> {
    // Written before the commit that refers to it; if the commit never comes, the sweep takes it away.
    let subject = day::agreement_stream(&batch.agreement.code);
    let object = app.objects.put(&app.vault, now, subject, PURPOSE.name(), &batch.bytes)?;
    Objects::keep(tx, now, std::slice::from_ref(&object))?;
    let message_id = run_id(batch.kind, batch.id).file(1);
    tx.insert(
        sql!(
            "insert into batch (id, kind, agreement, message_id, released_by, released_us, orders, sum_cents, \
             execute_on, content) values {rows}"
        ),
        &[row![
            batch.id,
            batch.kind.code(),
            batch.agreement.code.as_str(),
            message_id.as_str(),
            actor.id,
            now,
            i64::try_from(batch.orders).expect("a file has a limit"),
            batch.sum,
            batch.execute_on,
            object.hash.as_str()
        ]],
    )?;
    outbox::enqueue(
        tx,
        now,
        &[outbox::NewMessage {
            id: app.new_id(batch.id.shard(), now),
            key: format!("bank-file:{}", batch.id),
            kind: "bank-file",
            stream: batch.id,
            body: Vec::new(),
        }],
    )?;
    let left_out_count = batch.left_out.len() as u64;
    let mut left_out = batch.left_out;
    left_out.truncate(LEFT_OUT_MAX);
    let released = Released {
        batch: batch.id,
        orders: batch.orders,
        sum: batch.sum,
        execute_on: batch.execute_on,
        left_out,
        left_out_count,
        waiting: batch.waiting,
    };
    let outcome = serde_json::to_string(&released).expect("an outcome serialises");
    command::record(tx, now, &[(command, outcome)])?;
    Ok(released)
}

/// Nothing could be released: says why for the first that was left out.
pub(super) fn nothing(left_out: &[LeftOut]) -> AppError {
    let refused = Refused::new("nothing-to-release", None);
    match left_out.first() {
        Some(first) => refused.with("why", &first.refused.code).with("left-out", left_out.len()).into(),
        None => refused.into(),
    }
}

/// A bank file: its name and its bytes.
///
/// # Errors
/// [`AppError::Missing`] when there is no such batch, or its bytes were forgotten.
pub fn bank_file(app: &App, tx: &mut Tx<'_>, batch: Id) -> Result<(String, Vec<u8>), AppError> {
    let row = tx
        .query_opt(
            sql!("select kind, agreement, message_id, execute_on, content from batch where id = ?1"),
            &params![batch],
        )?
        .ok_or_else(|| AppError::missing("a bank file", batch))?;
    let name = format!(
        "{}_{}_{}_{}.xml",
        row.text("kind")?,
        row.text("agreement")?,
        row.date("execute_on")?,
        row.text("message_id")?
    );
    match app.objects.get(&app.vault, &row.text("content")?)? {
        Attachment::Bytes(bytes) => Ok((name, bytes)),
        Attachment::Forgotten => Err(AppError::missing("the content of a bank file", batch)),
    }
}

/// A batch as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchLine {
    /// Its id.
    pub id: Id,
    /// What it does.
    pub kind: BatchKind,
    /// Under which power of attorney.
    pub agreement: String,
    /// Message identifier in the file.
    pub message_id: String,
    /// Who released it.
    pub released_by: Id,
    /// When.
    pub released: Instant,
    /// Orders in it.
    pub orders: u64,
    /// Their sum.
    pub sum: Money,
    /// The first day on which one of them is carried out.
    pub execute_on: Date,
    /// How many of them the bank has not answered yet.
    pub under_way: u64,
}

/// Released files, the newest first, with the number there are in all; [`BATCHES_PAGE`] on a page, counted from 0.
///
/// # Errors
/// [`AppError::Store`].
pub fn batches(tx: &mut Tx<'_>, page: u32) -> Result<(Vec<BatchLine>, u64), AppError> {
    let count = tx.query_one(sql!("select count(*) as number from batch"), &params![])?.get("number")?;
    let rows = tx.query(
        sql!(
            "select b.id as id, b.kind as kind, b.agreement as agreement, b.message_id as message_id, \
             b.released_by as released_by, b.released_us as released_us, b.orders as orders, \
             b.sum_cents as sum_cents, b.execute_on as execute_on, \
             (select count(*) from collection c where c.batch = b.id and c.state = 'released') + \
             (select count(*) from payment_order p where p.batch = b.id and p.state = 'released') as under_way \
             from batch b order by b.released_us desc, b.id desc limit ?1 offset ?2"
        ),
        &params![BATCHES_PAGE, page * BATCHES_PAGE],
    )?;
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        let kind = row.text("kind")?;
        lines.push(BatchLine {
            id: row.id("id")?,
            kind: BatchKind::from_code(&kind)
                .ok_or_else(|| AppError::damaged("the kind of a batch", &kind))?,
            agreement: row.text("agreement")?,
            message_id: row.text("message_id")?,
            released_by: row.id("released_by")?,
            released: row.instant("released_us")?,
            orders: row.get("orders")?,
            sum: row.money("sum_cents")?,
            execute_on: row.date("execute_on")?,
            under_way: row.get("under_way")?,
        });
    }
    Ok((lines, count))
}

/// Opens accounts in one go; those that were forgotten are not among them.
///
/// # Errors
/// [`AppError::Damaged`] when a row is not what an event vouches for.
pub(super) fn payees<'a>(
    app: &App,
    tx: &mut Tx<'_>,
    references: impl IntoIterator<Item = &'a VaultRef>,
) -> Result<BTreeMap<Id, Payee>, AppError> {
    let references: BTreeMap<Id, &VaultRef> = references.into_iter().map(|r| (r.id, r)).collect();
    let ids: Vec<Id> = references.keys().copied().collect();
    let mut payees = BTreeMap::new();
    for (id, opened) in ids.iter().zip(app.vault.open_rows(tx, &ids)?) {
        if let Opened::Content(content) = &opened {
            if sealed::hex(&content.commitment) != references[id].commitment {
                return Err(AppError::damaged("a sealed account that an event vouches for", id));
            }
            payees.insert(*id, opened.json()?.expect("it was just seen to be there"));
        }
    }
    Ok(payees)
}

/// Opens accounts by the id of their row, where no event was loaded.
pub(super) fn payees_by_id(app: &App, tx: &mut Tx<'_>, ids: &[Id]) -> Result<BTreeMap<Id, Payee>, AppError> {
    let mut payees = BTreeMap::new();
    for (id, opened) in ids.iter().zip(app.vault.open_rows(tx, ids)?) {
        if let Some(payee) = opened.json()? {
            payees.insert(*id, payee);
        }
    }
    Ok(payees)
}
