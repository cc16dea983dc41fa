//! What else becomes of money without a place: the bank's own, or written off; and taken back when that was wrong.

use kernel::{Actor, Id, Instant, Money, Rule};
use ledger::Template;
use store::{Tx, command, params, sql};

use super::{
    matching,
    statements::{self, EntryLine},
    suspense::{self, Placed},
    to_payer,
};
use crate::{
    App, AppError, Refused,
    accounts::{self, NewPosting},
    contracts::Outcome,
    sealed::Purpose,
};

/// The most that is written off of one entry, either way: what is worth less than finding out. More is for the insurer to say.
pub const WRITE_OFF_MAX: Money = Money::from_cents(25_00);

/// What a person says an entry is, that belongs to no policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// The bank's charge for its services.
    Charges,
    /// The bank's interest, whoever owes it.
    Interest,
    /// Nobody can say; it is too small to go on asking.
    WrittenOff,
}

impl What {
    /// Every answer.
    pub const ALL: [Self; 3] = [Self::Charges, Self::Interest, Self::WrittenOff];

    /// The name it is stored under.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Charges => "charges",
            Self::Interest => "interest",
            Self::WrittenOff => "written-off",
        }
    }

    /// The answer with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|what| what.code() == code)
    }

    /// What is posted for an amount that leaves suspense; turned, what puts it back.
    fn templates(self, amount: Money) -> Vec<Template> {
        let out = Template::Unmatched { amount: Money::ZERO - amount };
        match self {
            Self::Charges => vec![out, Template::BankCharged { amount: Money::ZERO - amount }],
            Self::Interest => vec![out, Template::BankInterest { amount }],
            Self::WrittenOff => vec![Template::SuspenseWrittenOff { amount }],
        }
    }
}

/// Books an entry in suspense as the bank's own, or writes it off. A reason is kept. The same command again answers *already
/// done*.
///
/// # Errors
/// [`AppError::Refused`]: `entry-not-in-suspense`, `reason-missing`, `charges-not-out`, `write-off-too-much`.
pub fn place(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (id, actor): (&str, &Actor),
    fingerprint: &str,
    (what, reason): (What, &str),
) -> Result<Outcome, AppError> {
    if command::seen(tx, &[id])?.remove(0).is_some() {
        return Ok(Outcome::AlreadyDone);
    }
    let entry = suspense::open(tx, fingerprint)?;
    let refuse = |code: &str| AppError::from(Refused::new(code, Some(Rule("OFFICE-13"))));
    if reason.trim().is_empty() {
        return Err(refuse("reason-missing"));
    }
    match what {
        What::Charges if entry.amount.is_positive() => return Err(refuse("charges-not-out")),
        What::WrittenOff if entry.amount.abs() > WRITE_OFF_MAX => {
            let refused = Refused::new("write-off-too-much", Some(Rule("OFFICE-13")));
            return Err(refused.with("most", WRITE_OFF_MAX).into());
        }
        _ => {}
    }
    let of = (entry.statement, Purpose::Desk, "reason");
    let reason = app.seal(tx, now, of, None, &reason.trim())?.id;
    suspense::post(tx, &entry, entry.booked_on, &what.templates(entry.amount))?;
    let placed = Placed { amount: entry.amount, way: what.code(), stream: None, reason: Some(reason) };
    suspense::leave(app, tx, now, actor, &entry, &placed)?;
    command::record(tx, now, &[(id, "\"done\"".to_owned())])?;
    Ok(Outcome::Done)
}

/// Puts an entry back that was booked as the bank's own or written off, or that no file gives back to its payer yet: it is in
/// suspense again. The same command again
/// answers *already done*.
///
/// # Errors
/// [`AppError::Refused`] `entry-not-to-undo`.
pub fn undo(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (id, actor): (&str, &Actor),
    fingerprint: &str,
) -> Result<Outcome, AppError> {
    if command::seen(tx, &[id])?.remove(0).is_some() {
        return Ok(Outcome::AlreadyDone);
    }
    let row = tx.query_opt(
        sql!(
            "select statement, agreement, booked_on, amount_cents, placed_cents, matched_as from statement_entry \
             where fingerprint = ?1 and state = 'matched' and open_cents = 0 {for_update}"
        ),
        &params![fingerprint],
    )?;
    let cannot = || Refused::new("entry-not-to-undo", Some(Rule("OFFICE-13")));
    let row = row.ok_or_else(cannot)?;
    let way = row.opt_text("matched_as")?;
    if way.as_deref() == Some(to_payer::WAY) {
        to_payer::withdraw(app, tx, (now, actor), fingerprint)?;
        command::record(tx, now, &[(id, "\"done\"".to_owned())])?;
        return Ok(Outcome::Done);
    }
    let what = way.as_deref().and_then(What::from_code).ok_or_else(cannot)?;
    let all = row.money("amount_cents")?;
    let amount = row.opt_i64("placed_cents")?.map_or(all, Money::from_cents);
    let statement: Id = row.id("statement")?;
    let seq = matching::last_seq(tx, statement)? + 1;
    let (on, agreement) = (row.date("booked_on")?, row.text("agreement")?);
    let back = what.templates(Money::ZERO - amount).into_iter();
    let back = back.map(|template| NewPosting {
        stream: statement,
        seq,
        template,
        on,
        agreement: agreement.clone(),
    });
    accounts::post(tx, &back.collect::<Vec<_>>())?;
    tx.exec_one(
        sql!(
            "update statement_entry set state = 'suspense', matched_as = null, open_cents = ?1, placed_cents = null, \
             reason = null, decided_by = ?2 where fingerprint = ?3"
        ),
        &params![amount, actor.id, fingerprint],
    )?;
    matching::open_task(app, tx, now, actor, statement)?;
    command::record(tx, now, &[(id, "\"done\"".to_owned())])?;
    Ok(Outcome::Done)
}

/// What an entry of this amount can be, beside a payment of a policy.
pub fn choices(amount: Money) -> impl Iterator<Item = What> {
    What::ALL.into_iter().filter(move |what| match what {
        What::Charges => !amount.is_positive(),
        What::Interest => true,
        What::WrittenOff => amount.abs() <= WRITE_OFF_MAX,
    })
}

/// The latest entries that left suspense so, at most [`PLACED_MAX`]: what can be put back.
///
/// # Errors
/// [`AppError::Store`].
pub fn list(tx: &mut Tx<'_>) -> Result<Vec<EntryLine>, AppError> {
    let rows = tx.query(
        sql!(
            "select fingerprint, statement, booked_on, amount_cents, open_cents, state, matched_as, stream \
             from statement_entry where state = 'matched' and (matched_as in ('charges', 'interest', 'written-off') or \
             fingerprint in (select entry from payment_order where state = 'ordered' and entry is not null)) \
             order by booked_on desc, fingerprint limit ?1"
        ),
        &params![PLACED_MAX],
    )?;
    rows.iter().map(statements::entry_line).collect()
}

/// Entries listed that can be put back.
pub const PLACED_MAX: u32 = 20;
