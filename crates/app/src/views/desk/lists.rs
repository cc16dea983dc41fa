//! Lists of applications and policies: numbers and where they stand, nobody's name.

use kernel::{Id, Instant, Money};
use store::{Row, Tx, params, sql};

use super::PAGE;
use crate::AppError;

/// One part of a long list.
#[derive(Debug, Clone)]
pub struct ListPart<T> {
    /// The lines.
    pub lines: Vec<T>,
    /// Lines in all.
    pub count: u64,
}

/// A contract in a list.
#[derive(Debug, Clone)]
pub struct PolicyLine {
    /// Its id.
    pub id: Id,
    /// Its number.
    pub number: String,
    /// Its phase, as [`crate::contracts::phase_code`] names it.
    pub phase: String,
    /// Product code.
    pub product: String,
    /// Plan code.
    pub plan: String,
    /// When it was applied for.
    pub applied: Instant,
    /// When provisional cover ends, while it waits.
    pub until: Option<Instant>,
    /// When it ends, as far as is known.
    pub ends: Option<Instant>,
    /// What is open of its premium.
    pub open: Money,
    /// Whether money on it is blocked.
    pub blocked: bool,
}

/// Which policies a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filter {
    /// All.
    All,
    /// Those that run.
    Open,
    /// Those that are over.
    Over,
}

impl Filter {
    fn policies(self) -> &'static [&'static str] {
        match self {
            Self::All => &["applied", "ended", "lapsed", "rejected", "running", "screening"],
            Self::Open => &["running"],
            Self::Over => &["ended", "lapsed", "rejected"],
        }
    }
}

/// Applications that wait for a decision, the most urgent first.
///
/// # Errors
/// [`AppError::Store`].
pub fn applications(tx: &mut Tx<'_>, page: u32) -> Result<ListPart<PolicyLine>, AppError> {
    let count = tx.query_one(
        sql!("select count(*) as number from contract where phase in ('screening', 'applied')"),
        &params![],
    )?;
    let rows = tx.query(
        sql!(
            "select id, number, phase, product, plan, applied_us, until_us, ends_us, open_cents, blocked \
             from contract where phase in ('screening', 'applied') order by until_us, id limit ?1 offset ?2"
        ),
        &params![PAGE, page.saturating_mul(PAGE)],
    )?;
    Ok(ListPart {
        lines: rows.iter().map(policy_line).collect::<Result<_, _>>()?,
        count: count.get("number")?,
    })
}

/// Policies, the newest first.
///
/// # Errors
/// [`AppError::Store`].
pub fn policies(tx: &mut Tx<'_>, filter: Filter, page: u32) -> Result<ListPart<PolicyLine>, AppError> {
    let phases = filter.policies();
    let count = tx.query_keys(
        sql!("select count(*) as number from contract where phase in ({ids})"),
        &params![],
        phases,
    )?;
    let rows = tx.query_keys(
        sql!(
            "select id, number, phase, product, plan, applied_us, until_us, ends_us, open_cents, blocked \
             from contract where phase in ({ids}) order by applied_us desc, id desc limit ?1 offset ?2"
        ),
        &params![PAGE, page.saturating_mul(PAGE)],
        phases,
    )?;
    Ok(ListPart {
        lines: rows.iter().map(policy_line).collect::<Result<_, _>>()?,
        count: count.first().map(|row| row.get("number")).transpose()?.unwrap_or(0),
    })
}

pub(super) fn policy_line(row: &Row) -> Result<PolicyLine, AppError> {
    Ok(PolicyLine {
        id: row.id("id")?,
        number: row.text("number")?,
        phase: row.text("phase")?,
        product: row.text("product")?,
        plan: row.text("plan")?,
        applied: row.instant("applied_us")?,
        until: row.opt_instant("until_us")?,
        ends: row.opt_instant("ends_us")?,
        open: row.get("open_cents")?,
        blocked: row.get("blocked")?,
    })
}
