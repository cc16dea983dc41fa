//! What the administrator settles by transfers of its own: with the insurer, with the tax office, and with itself. The statement
//! shows them; a person says what they were.

use kernel::{Actor, Date, Id, Instant, Money, Rule};
use ledger::Template;
use store::{Tx, command, params, sql};

use super::{NewPosting, post};
use crate::{
    App, AppError, Refused,
    contracts::Outcome,
    money::matching::{last_seq, open_task},
};

/// What a transfer was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settled {
    /// The account current with the insurer.
    Insurer,
    /// Insurance tax (LAW-TAX-04).
    Tax,
    /// What the administrator earned, drawn to its own account.
    Remuneration,
}

impl Settled {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Insurer, Self::Tax, Self::Remuneration];

    /// Its name, and the key of its text.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Insurer => "insurer",
            Self::Tax => "tax",
            Self::Remuneration => "remuneration",
        }
    }

    /// The one with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// What it posts; positive when it left the account.
    fn template(self, amount: Money) -> Template {
        match self {
            Self::Insurer => Template::InsurerSettled { amount },
            Self::Tax => Template::TaxPaid { amount },
            Self::Remuneration => Template::RemunerationDrawn { amount },
        }
    }
}

/// A transfer on a statement that has no place yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transfer {
    /// Its fingerprint.
    pub fingerprint: String,
    /// Under which power of attorney.
    pub agreement: String,
    /// When it was booked.
    pub booked_on: Date,
    /// Signed amount: negative when it left the account.
    pub amount: Money,
}

/// Transfers out of an agreement's account that have no place yet, the oldest first; at most 50.
///
/// # Errors
/// [`AppError::Store`].
pub fn waiting(tx: &mut Tx<'_>, agreement: &str) -> Result<Vec<Transfer>, AppError> {
    let rows = tx.query(
        sql!(
            "select fingerprint, agreement, booked_on, open_cents from statement_entry \
             where state = 'suspense' and open_cents < 0 and agreement = ?1 order by booked_on, fingerprint limit 50"
        ),
        &params![agreement],
    )?;
    rows.iter()
        .map(|row| {
            Ok(Transfer {
                fingerprint: row.text("fingerprint")?,
                agreement: row.text("agreement")?,
                booked_on: row.date("booked_on")?,
                amount: row.money("open_cents")?,
            })
        })
        .collect()
}

/// Says what a transfer was: it leaves suspense, on the day it was booked. The same command again answers *already done*.
///
/// # Errors
/// [`AppError::Refused`]: `entry-not-in-suspense`, or `settlement-not-out` for money that came in.
pub fn settle(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (id, actor): (&str, &Actor),
    fingerprint: &str,
    what: Settled,
) -> Result<Outcome, AppError> {
    if command::seen(tx, &[id])?.remove(0).is_some() {
        return Ok(Outcome::AlreadyDone);
    }
    let row = tx
        .query_opt(
            sql!(
                "select statement, agreement, booked_on, open_cents from statement_entry \
                 where fingerprint = ?1 and state = 'suspense' {for_update}"
            ),
            &params![fingerprint],
        )?
        .ok_or_else(|| Refused::new("entry-not-in-suspense", None))?;
    let (statement, open): (Id, Money) = (row.id("statement")?, row.money("open_cents")?);
    if open >= Money::ZERO {
        return Err(Refused::new("settlement-not-out", Some(Rule("OFFICE-13"))).into());
    }
    let seq = last_seq(tx, statement)? + 1;
    let entry = |template| -> Result<NewPosting, AppError> {
        let (on, agreement) = (row.date("booked_on")?, row.text("agreement")?);
        Ok(NewPosting { stream: statement, seq, template, on, agreement })
    };
    let turned = entry(Template::Unmatched { amount: Money::ZERO - open })?;
    let settled = entry(what.template(Money::ZERO - open))?;
    post(tx, &[turned, settled])?;
    tx.exec_one(
        sql!(
            "update statement_entry set state = 'matched', matched_as = 'settlement', open_cents = 0 \
             where fingerprint = ?1 and state = 'suspense'"
        ),
        &params![fingerprint],
    )?;
    open_task(app, tx, now, actor, statement)?;
    command::record(tx, now, &[(id, "\"done\"".to_owned())])?;
    Ok(Outcome::Done)
}
