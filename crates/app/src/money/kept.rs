//! Bank files that can be read and are odd: kept sealed, shown with what was found, and booked when a person releases them.
//! One that was kept for nothing but a missing statement is booked by itself once that one is there: nothing is late.

use std::sync::Arc;

use kernel::{Actor, Id, Instant, Rule};
use store::{
    Priority, Tx, command,
    objects::{Attachment, Objects},
    params, row, sql,
};

use super::{
    import::{self, BankFile, Imported},
    odd,
};
use crate::{
    App, AppError, Refused,
    contracts::Outcome,
    day,
    sealed::Purpose,
    tasks::{self, NewTask, TaskKind},
};

/// Files on a page, and at most so many are looked at again after an import.
pub const PAGE: u32 = 50;

/// A bank file that was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptFile {
    /// Its id.
    pub id: Id,
    /// Which message: `camt.053.001.08`.
    pub kind: String,
    /// The bank's identifier.
    pub name: String,
    /// The account it is about; empty for a status report.
    pub account: String,
    /// `waits`, `booked` or `dismissed`.
    pub state: String,
    /// What is odd.
    pub findings: Vec<Refused>,
    /// When it came.
    pub received: Instant,
    /// Who brought it.
    pub received_by: Id,
    /// When it was decided on.
    pub decided: Option<Instant>,
    /// By whom.
    pub decided_by: Option<Id>,
}

/// Keeps a file, once: the same again is the one that waits. One that was dismissed waits again.
pub(super) fn keep(
    app: &App,
    now: Instant,
    (command, actor): (&str, &Actor),
    file: &Arc<BankFile>,
    odd: Vec<Refused>,
) -> Result<Imported, AppError> {
    let (app_, command, actor, file) = (app.clone(), command.to_owned(), actor.clone(), file.clone());
    app.db.write(Priority::Click, move |tx| {
        if let Some(imported) = import::done_before(tx, &command)? {
            return Ok(imported);
        }
        // Written before the commit that refers to it; if the commit never comes, the sweep takes it away.
        let subject = day::agreement_stream("bank-files");
        let object = app_.objects.put(&app_.vault, now, subject, Purpose::Books.name(), file.bytes())?;
        Objects::keep(tx, now, std::slice::from_ref(&object))?;
        let account = file.accounts().first().cloned().unwrap_or_default();
        let findings = serde_json::to_string(&odd).expect("findings serialise");
        let new = app_.new_id(app_.new_shard(), now);
        tx.exec_rows(
            sql!(
                "insert into bank_file (id, kind, name, account, state, findings, content, received_us, received_by) \
                 values {rows} on conflict (content) do update set state = 'waits', findings = excluded.findings"
            ),
            &params![],
            &[row![
                new,
                file.kind().name(),
                file.name(),
                account.as_str(),
                "waits",
                findings.as_str(),
                object.hash.as_str(),
                now,
                actor.id
            ]],
        )?;
        let row = tx.query_one(
            sql!("select id from bank_file where content = ?1"),
            &params![object.hash.as_str()],
        )?;
        let kept: Id = row.id("id")?;
        let is_gap = odd.iter().any(|found| found.code == odd::GAP);
        let kind = if is_gap { TaskKind::MissingStatement } else { TaskKind::ReleaseFile };
        let task = NewTask {
            kind,
            stream: kept,
            rule: Rule(if is_gap { "NL-DUN-02" } else { "MONEY-17" }),
            due: Some(now),
            amount: None,
            detail: file.name().to_owned(),
        };
        tasks::open(&app_, tx, now, &[task])?;
        let imported = Imported { kept: Some(kept), odd: odd.clone(), ..Imported::default() };
        import::record(tx, now, (&command, &actor), &imported, None)?;
        Ok(imported)
    })
}

/// Decides on a kept file: its work is done.
pub(super) fn settle(
    tx: &mut Tx<'_>,
    now: Instant,
    actor: &Actor,
    kept: Id,
    state: &str,
    reason: Option<Id>,
) -> Result<(), AppError> {
    tx.exec(
        sql!(
            "update bank_file set state = ?1, decided_us = ?2, decided_by = ?3, reason = ?4 \
             where id = ?5 and state = 'waits'"
        ),
        &params![state, now, actor.id, reason, kept],
    )?;
    for kind in [TaskKind::MissingStatement, TaskKind::ReleaseFile] {
        tasks::close(tx, now, actor, kind, &[kept])?;
    }
    Ok(())
}

/// Books a kept file all the same. The same command again answers what was done.
///
/// # Errors
/// [`AppError::Refused`] `file-not-waiting`; [`AppError::Missing`] when there is no such file.
pub fn release(
    app: &App,
    now: Instant,
    (command, actor): (&str, &Actor),
    kept: Id,
) -> Result<Imported, AppError> {
    let key = command.to_owned();
    if let Some(imported) = app.db.read(move |tx| import::done_before(tx, &key))? {
        return Ok(imported);
    }
    let app_ = app.clone();
    let (file, bytes) =
        app.db.read(move |tx| Ok::<_, AppError>((one(tx, kept)?, bytes(&app_, tx, kept)?)))?;
    if file.state != "waits" {
        return Err(Refused::new("file-not-waiting", None).into());
    }
    let read = BankFile::read(app, now, actor, bytes)?;
    let mut imported = import::carry_out(app, now, (command, actor), &read, Some(kept))?;
    imported.followed = take_what_follows(app, now, &read.accounts())?;
    Ok(imported)
}

/// Puts a kept file aside: nothing of it is booked. The same command again answers *already done*.
///
/// # Errors
/// [`AppError::Refused`] `file-not-waiting`, `reason-missing`.
pub fn dismiss(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    kept: Id,
    reason: &str,
) -> Result<Outcome, AppError> {
    if command::seen(tx, &[command])?[0].is_some() {
        return Ok(Outcome::AlreadyDone);
    }
    if reason.trim().is_empty() {
        return Err(Refused::new("reason-missing", None).into());
    }
    if one(tx, kept)?.state != "waits" {
        return Err(Refused::new("file-not-waiting", None).into());
    }
    let reason = app.seal(tx, now, (kept, Purpose::Desk, "reason"), None, &reason.trim())?;
    settle(tx, now, actor, kept, "dismissed", Some(reason.id))?;
    command::record(tx, now, &[(command, "\"done\"".to_owned())])?;
    Ok(Outcome::Done)
}

/// Books what waited for a statement that is there now. Answers how many files.
pub(super) fn take_what_follows(app: &App, now: Instant, accounts: &[String]) -> Result<u64, AppError> {
    let mut taken = 0;
    let machine = App::machine();
    loop {
        let before = taken;
        for kept in app.db.read(waiting)? {
            if !accounts.contains(&kept.account) {
                continue;
            }
            let (app_, id) = (app.clone(), kept.id);
            let bytes = app.db.read(move |tx| bytes(&app_, tx, id))?;
            let file = match BankFile::read(app, now, &machine, bytes) {
                Err(AppError::Refused(_)) => continue,
                read => Arc::new(read?),
            };
            let asked = file.clone();
            if !app.db.read(move |tx| asked.odd(tx, now))?.is_empty() {
                continue;
            }
            import::carry_out(app, now, (&format!("follows:{id}:{now}"), &machine), &file, Some(id))?;
            taken += 1;
        }
        if taken == before {
            return Ok(taken);
        }
    }
}

fn waiting(tx: &mut Tx<'_>) -> Result<Vec<KeptFile>, AppError> {
    let rows = tx.query(
        sql!(
            "select id, kind, name, account, state, findings, received_us, received_by, decided_us, decided_by \
             from bank_file where state = 'waits' order by received_us, id limit ?1"
        ),
        &params![PAGE],
    )?;
    rows.iter().map(line).collect()
}

/// Kept files, those that wait first, with the number that waits; [`PAGE`] on a page, counted from 0.
///
/// # Errors
/// [`AppError::Store`].
pub fn list(tx: &mut Tx<'_>, page: u32) -> Result<(Vec<KeptFile>, u64), AppError> {
    let count =
        tx.query_one(sql!("select count(*) as number from bank_file where state = 'waits'"), &params![])?;
    let rows = tx.query(
        sql!(
            "select id, kind, name, account, state, findings, received_us, received_by, decided_us, decided_by \
             from bank_file order by case when state = 'waits' then 0 else 1 end, received_us desc, id \
             limit ?1 offset ?2"
        ),
        &params![PAGE, page * PAGE],
    )?;
    Ok((rows.iter().map(line).collect::<Result<_, _>>()?, count.get("number")?))
}

/// A kept file.
///
/// # Errors
/// [`AppError::Missing`] when there is none with this id.
pub fn one(tx: &mut Tx<'_>, kept: Id) -> Result<KeptFile, AppError> {
    let row = tx.query_opt(
        sql!(
            "select id, kind, name, account, state, findings, received_us, received_by, decided_us, decided_by \
             from bank_file where id = ?1"
        ),
        &params![kept],
    )?;
    line(&row.ok_or_else(|| AppError::missing("a bank file", kept))?)
}

/// The file as the bank made it.
///
/// # Errors
/// [`AppError::Missing`] when there is none with this id, or it was forgotten.
pub fn bytes(app: &App, tx: &mut Tx<'_>, kept: Id) -> Result<Vec<u8>, AppError> {
    let row = tx.query_opt(sql!("select content from bank_file where id = ?1"), &params![kept])?;
    let content = row.ok_or_else(|| AppError::missing("a bank file", kept))?.text("content")?;
    match app.objects.get(&app.vault, &content)? {
        Attachment::Bytes(bytes) => Ok(bytes),
        Attachment::Forgotten => Err(AppError::missing("the content of a bank file", kept)),
    }
}

fn line(row: &store::Row) -> Result<KeptFile, AppError> {
    let (id, findings) = (row.id("id")?, row.text("findings")?);
    Ok(KeptFile {
        id,
        kind: row.text("kind")?,
        name: row.text("name")?,
        account: row.text("account")?,
        state: row.text("state")?,
        findings: serde_json::from_str(&findings)
            .map_err(|_| AppError::damaged("the findings of a bank file", id))?,
        received: row.instant("received_us")?,
        received_by: row.id("received_by")?,
        decided: row.opt_instant("decided_us")?,
        decided_by: row.opt_id("decided_by")?,
    })
}
