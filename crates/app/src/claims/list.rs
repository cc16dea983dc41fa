//! Claims by their contracts and numbers.

use kernel::{ClaimNumber, Id, Instant, Money};
use store::{Row, Tx, params, sql};

use crate::AppError;

/// Claims on one page of a list.
pub const LISTED: u32 = 50;

/// A claim in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its id.
    pub id: Id,
    /// Its number.
    pub number: ClaimNumber,
    /// Its contract.
    pub contract: Id,
    /// The policyholder.
    pub holder: Id,
    /// Where it stands.
    pub phase: claims::Phase,
    /// What happened, by the name of the value in the wording.
    pub cause: String,
    /// When it happened.
    pub happened_at: Instant,
    /// When it was reported.
    pub reported_at: Instant,
    /// When the term of evidence ends that is still awaited.
    pub until: Option<Instant>,
    /// What it is expected to cost still.
    pub reserve: Money,
    /// What was approved.
    pub approved: Money,
    /// What was paid.
    pub paid: Money,
}

/// How many claims there are in each phase, in the order of the phases.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts(pub Vec<(claims::Phase, u64)>);

impl Counts {
    /// How many are in this phase.
    pub fn of(&self, phase: claims::Phase) -> u64 {
        self.0.iter().find(|(known, _)| *known == phase).map_or(0, |(_, count)| *count)
    }
}

/// Claims of contracts, the latest first.
///
/// # Errors
/// [`AppError::Store`].
pub fn of_contract(tx: &mut Tx<'_>, contracts: &[Id]) -> Result<Vec<Line>, AppError> {
    let rows = tx.query_ids(
        sql!(
            "select id, number, contract, holder, phase, cause, happened_us, reported_us, until_us, reserve_cents, \
             approved_cents, paid_cents from claim where contract in ({ids})"
        ),
        &params![],
        contracts,
    )?;
    let mut claims = lines(&rows)?;
    claims.sort_by_key(|claim| std::cmp::Reverse((claim.reported_at, claim.id)));
    Ok(claims)
}

/// The claim with this number.
///
/// # Errors
/// [`AppError::Store`].
pub fn by_number(tx: &mut Tx<'_>, number: &ClaimNumber) -> Result<Option<Id>, AppError> {
    let row = tx.query_opt(sql!("select id from claim where number = ?1"), &params![number.as_str()])?;
    Ok(row.map(|row| row.id("id")).transpose()?)
}

fn lines(rows: &[Row]) -> Result<Vec<Line>, AppError> {
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        lines.push(Line {
            id: row.id("id")?,
            number: row.parse("number")?,
            contract: row.id("contract")?,
            holder: row.id("holder")?,
            phase: row.parse("phase")?,
            cause: row.text("cause")?,
            happened_at: row.instant("happened_us")?,
            reported_at: row.instant("reported_us")?,
            until: row.opt_instant("until_us")?,
            reserve: row.get("reserve_cents")?,
            approved: row.get("approved_cents")?,
            paid: row.get("paid_cents")?,
        });
    }
    Ok(lines)
}
