//! The work list of the claims desk: what to do on which claim, by when, about how much, and who has it in hand (OFFICE-05).

use ::claims::Phase;
use kernel::{ClaimNumber, Country, Id, Instant, Money};
use store::{Row, Tx, params, sql};

use super::list::{Counts, LISTED};
use crate::{
    AppError,
    accounts::table::{Sheet, Value},
};

/// The most claims of an export; a longer list is narrowed down first.
const EXPORTED: u32 = 50_000;

/// Whose claims a list shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Whose {
    /// Everybody's and nobody's.
    #[default]
    All,
    /// Those that this person has in hand.
    Of(Id),
    /// Those that nobody has in hand.
    Nobody,
}

kernel::text_enum! {
    /// What stands first in a list.
    pub enum Order {
        /// What is due first, then the oldest.
        Due = "due",
        /// What is expected to cost most.
        Amount = "amount",
        /// What was reported first.
        Oldest = "oldest",
    }
}

/// Which claims a list shows, and in what order. What is not said does not narrow it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// Where they stand; none: all that are not closed.
    pub phase: Option<Phase>,
    /// Whose law and clock.
    pub country: Option<Country>,
    /// The power of attorney: the insurer.
    pub agreement: Option<String>,
    /// What happened, by the name of the value in the wording.
    pub cause: Option<String>,
    /// Who has them in hand.
    pub whose: Whose,
    /// What stands first.
    pub order: Order,
}

impl Default for Filter {
    fn default() -> Self {
        Self {
            phase: None,
            country: None,
            agreement: None,
            cause: None,
            whose: Whose::All,
            order: Order::Due,
        }
    }
}

impl Filter {
    fn phases(&self) -> Vec<&'static str> {
        let shown = |phase: &&Phase| self.phase.map_or(**phase != Phase::Closed, |asked| asked == **phase);
        Phase::ALL.iter().filter(shown).map(|phase| phase.code()).collect()
    }

    /// Whose id is compared: none for all, 0 for nobody's.
    fn handler(&self) -> Option<i64> {
        match self.whose {
            Whose::All => None,
            Whose::Of(person) => Some(person.as_i64()),
            Whose::Nobody => Some(0),
        }
    }
}

/// A claim in the work list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkLine {
    /// Its id.
    pub id: Id,
    /// Its number.
    pub number: ClaimNumber,
    /// Where it stands.
    pub phase: Phase,
    /// What a person has to do: the detail of its task; none while nobody has to.
    pub to_do: Option<String>,
    /// What happened, by the name of the value in the wording.
    pub cause: String,
    /// Whose law and clock.
    pub country: Country,
    /// The power of attorney.
    pub agreement: String,
    /// When it happened.
    pub happened_at: Instant,
    /// When it was reported.
    pub reported_at: Instant,
    /// By when something must be done: by us or, while evidence is awaited, by the customer.
    pub due: Option<Instant>,
    /// What was paid and what it is expected to cost still.
    pub amount: Money,
    /// Who has it in hand.
    pub handler: Option<Id>,
    /// How many signs there are that a person should look at (PRIV-06).
    pub signs: u64,
}

/// A page of the work list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkList {
    /// The claims.
    pub claims: Vec<WorkLine>,
    /// How many the filter leaves in each phase.
    pub counts: Counts,
}

/// Claims as filtered; pages count from 0.
///
/// # Errors
/// [`AppError::Store`].
pub fn work(tx: &mut Tx<'_>, filter: &Filter, page: u32) -> Result<WorkList, AppError> {
    let claims = lines(tx, filter, (LISTED, page.saturating_mul(LISTED)))?;
    let mut counts: Vec<(Phase, u64)> = Phase::ALL.iter().map(|phase| (*phase, 0)).collect();
    let rows = tx.query(
        sql!(
            "select c.phase as phase, count(*) as number from claim c left join claim_handler h on h.claim = c.id \
             where (cast(?1 as text) is null or c.country = ?1) and (cast(?2 as text) is null or c.agreement = ?2) \
             and (cast(?3 as text) is null or c.cause = ?3) \
             and (cast(?4 as bigint) is null or coalesce(h.handler, 0) = ?4) group by c.phase order by c.phase"
        ),
        &params![
            filter.country.map(Country::code),
            filter.agreement.as_deref(),
            filter.cause.as_deref(),
            filter.handler()
        ],
    )?;
    for row in rows {
        let phase: Phase = row.parse("phase")?;
        for known in counts.iter_mut().filter(|known| known.0 == phase) {
            known.1 = row.get("number")?;
        }
    }
    Ok(WorkList { claims, counts: Counts(counts) })
}

fn lines(tx: &mut Tx<'_>, filter: &Filter, (limit, offset): (u32, u32)) -> Result<Vec<WorkLine>, AppError> {
    let rows = tx.query_keys(
        sql!(
            "select c.id as id, c.number as number, c.phase as phase, c.cause as cause, c.country as country, \
             c.agreement as agreement, c.happened_us as happened_us, c.reported_us as reported_us, \
             c.reserve_cents + c.paid_cents as amount_cents, h.handler as handler, coalesce(s.signs, 0) as signs, \
             t.detail as to_do, coalesce(t.due_us, c.until_us) as due_us \
             from claim c left join claim_handler h on h.claim = c.id left join claim_signal s on s.claim = c.id \
             left join task t on t.stream = c.id and t.kind = 'decide-claim' and t.state = 'open' \
             where c.phase in ({ids}) and (cast(?1 as text) is null or c.country = ?1) \
             and (cast(?2 as text) is null or c.agreement = ?2) and (cast(?3 as text) is null or c.cause = ?3) \
             and (cast(?4 as bigint) is null or coalesce(h.handler, 0) = ?4) \
             order by case cast(?5 as text) when 'amount' then -(c.reserve_cents + c.paid_cents) \
             when 'oldest' then c.reported_us else coalesce(t.due_us, c.until_us, 9223372036854775807) end, \
             c.reported_us, c.id limit ?6 offset ?7"
        ),
        &params![
            filter.country.map(Country::code),
            filter.agreement.as_deref(),
            filter.cause.as_deref(),
            filter.handler(),
            filter.order.code(),
            limit,
            offset
        ],
        &filter.phases(),
    )?;
    rows.iter().map(line).collect()
}

fn line(row: &Row) -> Result<WorkLine, AppError> {
    Ok(WorkLine {
        id: row.id("id")?,
        number: row.parse("number")?,
        phase: row.parse("phase")?,
        to_do: row.opt_text("to_do")?,
        cause: row.text("cause")?,
        country: row.parse("country")?,
        agreement: row.text("agreement")?,
        happened_at: row.instant("happened_us")?,
        reported_at: row.instant("reported_us")?,
        due: row.opt_instant("due_us")?,
        amount: row.get("amount_cents")?,
        handler: row.opt_id("handler")?,
        signs: row.get("signs")?,
    })
}

/// Causes that claims have, by name: what a list can be narrowed down to.
///
/// # Errors
/// [`AppError::Store`].
pub fn causes(tx: &mut Tx<'_>) -> Result<Vec<String>, AppError> {
    let rows =
        tx.query(sql!("select distinct cause from claim where cause <> '' order by cause"), &params![])?;
    Ok(rows.iter().map(|row| row.text("cause")).collect::<Result<_, _>>()?)
}

/// Columns of the export.
const COLUMNS: [&str; 9] =
    ["claim", "phase", "to-do", "cause", "country", "agreement", "reported-on", "due-on", "expected"];

/// Writes the filtered list into a sheet: no names and no words of anybody.
///
/// # Errors
/// [`AppError::Store`]; [`AppError::Refused`] `export-too-long`.
pub fn export(tx: &mut Tx<'_>, filter: &Filter, sheet: &mut Sheet<'_>) -> Result<(), AppError> {
    sheet.begin("claims", &COLUMNS)?;
    for line in lines(tx, filter, (EXPORTED, 0))? {
        let day = |at: Instant| Value::Day(kernel::local_date(at, line.country));
        sheet.row(&[
            Value::Text(line.number.to_string()),
            Value::Text(line.phase.code().to_owned()),
            Value::Text(line.to_do.clone().unwrap_or_default()),
            Value::Text(line.cause.clone()),
            Value::Text(line.country.code().to_owned()),
            Value::Text(line.agreement.clone()),
            day(line.reported_at),
            line.due.map_or(Value::Empty, day),
            Value::Money(line.amount),
        ])?;
    }
    Ok(())
}
