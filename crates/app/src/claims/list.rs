//! Lists of claims: by where they stand and by what is due.

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

/// A page of claims.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The claims.
    pub claims: Vec<Line>,
    /// How many there are in each phase.
    pub counts: Counts,
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

/// Claims in a phase, or all that are not closed: what is due first stands first, then the oldest. Pages count from 0.
///
/// # Errors
/// [`AppError::Store`].
pub fn list(tx: &mut Tx<'_>, phase: Option<claims::Phase>, page: u32) -> Result<Listed, AppError> {
    let rows = match phase {
        Some(phase) => tx.query(
            sql!(
                "select id, number, contract, holder, phase, cause, happened_us, reported_us, until_us, reserve_cents, \
                 approved_cents, paid_cents from claim where phase = ?1 \
                 order by until_us nulls last, reported_us, id limit ?2 offset ?3"
            ),
            &params![phase.code(), LISTED, page * LISTED],
        )?,
        None => tx.query(
            sql!(
                "select id, number, contract, holder, phase, cause, happened_us, reported_us, until_us, reserve_cents, \
                 approved_cents, paid_cents from claim where phase <> 'closed' \
                 order by until_us nulls last, reported_us, id limit ?1 offset ?2"
            ),
            &params![LISTED, page * LISTED],
        )?,
    };
    let mut counts: Vec<(claims::Phase, u64)> = claims::Phase::ALL.iter().map(|phase| (*phase, 0)).collect();
    for row in tx.query(
        sql!("select phase, count(*) as number from claim group by phase order by phase"),
        &params![],
    )? {
        let phase: claims::Phase = row.parse("phase")?;
        for known in counts.iter_mut().filter(|known| known.0 == phase) {
            known.1 = row.get("number")?;
        }
    }
    Ok(Listed { claims: lines(&rows)?, counts: Counts(counts) })
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
