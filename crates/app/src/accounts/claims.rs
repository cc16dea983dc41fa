//! The claims bordereau: what an insurer is told of its claims for a month, a line a claim, down to the postings.
//!
//! Amounts are postings; what stands beside them (cause, where the claim stood, its reserve) is written down on the day it is
//! so, because a claim goes on after its month is closed. A closed month is told again to the byte.

use kernel::{ClaimNumber, Date, Id, Instant, Money, PolicyNumber};
use ledger::Month;
use store::{Row, Tx, params, row, sql};

use super::{
    posting::open_from,
    table::{Sheet, Value},
};
use crate::AppError;

/// Claims read at once.
pub const PAGE: u32 = 500;

/// What is written down of a claim whenever something happens to it.
#[derive(Debug, Clone)]
pub struct NewLine<'a> {
    /// The claim.
    pub claim: Id,
    /// Events it has.
    pub seq: i64,
    /// Power of attorney.
    pub agreement: &'a str,
    /// Today, where the claim is.
    pub on: Date,
    /// What happened, by the name of the value in the wording.
    pub cause: &'a str,
    /// When.
    pub happened: Instant,
    /// Where it stands.
    pub phase: claims::Phase,
    /// What it is expected to cost still.
    pub reserve: Money,
}

/// Writes down what the bordereau will say of claims.
///
/// # Errors
/// [`AppError::Store`].
pub(crate) fn describe(tx: &mut Tx<'_>, lines: &[NewLine<'_>]) -> Result<(), AppError> {
    if lines.is_empty() {
        return Ok(());
    }
    let open = open_from(tx)?;
    let row = |line: &NewLine<'_>| {
        row![
            line.claim,
            line.seq,
            line.agreement,
            line.on.max(open),
            line.cause,
            line.happened,
            line.phase.code(),
            line.reserve
        ]
    };
    let rows: Vec<_> = lines.iter().map(row).collect();
    tx.insert(
        sql!(
            "insert into claim_line (claim, seq, agreement, booked_on, cause, happened_us, phase, reserve_cents) \
             values {rows}"
        ),
        &rows,
    )?;
    Ok(())
}

/// A claim in the bordereau.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The claim: the line drills down to its postings.
    pub claim: Id,
    /// Its number.
    pub number: ClaimNumber,
    /// Number of the policy.
    pub policy: PolicyNumber,
    /// What happened, by the name of the value in the wording.
    pub cause: String,
    /// When it happened.
    pub happened: Instant,
    /// When it was reported.
    pub reported: Instant,
    /// Where it stood at the end of the month.
    pub phase: claims::Phase,
    /// What the insurer bore for it in the month; below zero when more came back.
    pub borne: Money,
    /// What it has borne for it up to the end of the month.
    pub borne_in_all: Money,
    /// What left the bank for it in the month, less what came back.
    pub paid: Money,
    /// What was to be expected still at the end of the month.
    pub reserve: Money,
}

/// What a bordereau comes to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    /// Number of lines.
    pub lines: u64,
    /// What the insurer bore.
    pub borne: Money,
    /// What was paid.
    pub paid: Money,
    /// What is to be expected still.
    pub reserve: Money,
}

impl Totals {
    /// With one more line.
    #[must_use]
    pub fn with(self, line: &Line) -> Self {
        Self {
            lines: self.lines + 1,
            borne: self.borne + line.borne,
            paid: self.paid + line.paid,
            reserve: self.reserve + line.reserve,
        }
    }
}

/// Claims of a month by number of the claim, at most [`PAGE`]: those something happened to in it, and those for which a
/// reserve stood at its end.
///
/// # Errors
/// [`AppError::Store`].
pub fn lines(
    tx: &mut Tx<'_>,
    agreement: &str,
    month: Month,
    after: Option<Id>,
) -> Result<Vec<Line>, AppError> {
    let rows = tx.query(
        sql!(
            "select * from (select l.claim as claim, c.number as number, k.number as policy, l.cause as cause, \
             l.happened_us as happened_us, c.reported_us as reported_us, l.phase as phase, \
             l.reserve_cents as reserve_cents, l.booked_on as last_on, \
             cast(coalesce((select sum(p.amount_cents) from posting p where p.stream = l.claim \
             and p.account = '1600' and p.booked_on >= ?2 and p.booked_on <= ?3), 0) as bigint) as borne_cents, \
             cast(coalesce((select sum(p.amount_cents) from posting p where p.stream = l.claim \
             and p.account = '1600' and p.booked_on <= ?3), 0) as bigint) as borne_all_cents, \
             cast(coalesce((select sum(-p.amount_cents) from posting p where p.stream = l.claim \
             and p.account = '1000' and p.booked_on >= ?2 and p.booked_on <= ?3), 0) as bigint) as paid_cents \
             from claim_line l join claim c on c.id = l.claim join contract k on k.id = c.contract \
             where l.agreement = ?1 and l.claim > ?4 and l.seq = (select max(n.seq) from claim_line n \
             where n.claim = l.claim and n.booked_on <= ?3)) as told \
             where reserve_cents <> 0 or last_on >= ?2 or borne_cents <> 0 or paid_cents <> 0 \
             order by claim limit ?5"
        ),
        &params![agreement, month.first(), month.last(), after.map_or(0, Id::as_i64), PAGE],
    )?;
    rows.iter().map(line).collect()
}

fn line(row: &Row) -> Result<Line, AppError> {
    Ok(Line {
        claim: row.id("claim")?,
        number: row.parse("number")?,
        policy: row.parse("policy")?,
        cause: row.text("cause")?,
        happened: row.instant("happened_us")?,
        reported: row.instant("reported_us")?,
        phase: row.parse("phase")?,
        borne: row.money("borne_cents")?,
        borne_in_all: row.money("borne_all_cents")?,
        paid: row.money("paid_cents")?,
        reserve: row.money("reserve_cents")?,
    })
}

/// All lines of a month, page by page.
///
/// # Errors
/// [`AppError::Store`], and those of `each`.
pub fn each(
    tx: &mut Tx<'_>,
    agreement: &str,
    month: Month,
    mut each: impl FnMut(&Line) -> Result<(), AppError>,
) -> Result<Totals, AppError> {
    let (mut totals, mut after) = (Totals::default(), None);
    loop {
        let page = lines(tx, agreement, month, after)?;
        for line in &page {
            totals = totals.with(line);
            each(line)?;
        }
        match page.last() {
            Some(last) if page.len() == PAGE as usize => after = Some(last.claim),
            _ => return Ok(totals),
        }
    }
}

/// A posting of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posted {
    /// The claim's number.
    pub number: String,
    /// Place of the event in the claim.
    pub seq: i64,
    /// What was posted.
    pub template: String,
    /// Account by its code.
    pub account: String,
    /// Accounting date.
    pub booked_on: Date,
    /// The day it belongs to, where its month was closed.
    pub belongs_on: Option<Date>,
    /// Debit above zero, credit below.
    pub amount: Money,
}

/// Postings on claims in a month: what the lines come from.
///
/// # Errors
/// [`AppError::Store`].
pub fn postings(
    tx: &mut Tx<'_>,
    agreement: &str,
    month: Month,
    claims: &[Id],
) -> Result<Vec<Posted>, AppError> {
    let rows = tx.query_ids(
        sql!(
            "select c.number as number, p.seq as seq, p.template as template, p.account as account, \
             p.booked_on as booked_on, p.belongs_on as belongs_on, p.amount_cents as amount_cents \
             from posting p join claim c on c.id = p.stream where p.stream in ({ids}) and p.agreement = ?1 \
             and p.booked_on >= ?2 and p.booked_on <= ?3"
        ),
        &params![agreement, month.first(), month.last()],
        claims,
    )?;
    let posted = |row: &Row| {
        Ok::<_, AppError>(Posted {
            number: row.text("number")?,
            seq: row.i64("seq")?,
            template: row.text("template")?,
            account: row.text("account")?,
            booked_on: row.date("booked_on")?,
            belongs_on: row.opt_date("belongs_on")?,
            amount: row.money("amount_cents")?,
        })
    };
    let mut all = rows.iter().map(posted).collect::<Result<Vec<_>, _>>()?;
    all.sort_by(|a, b| (&a.number, a.seq, &a.account).cmp(&(&b.number, b.seq, &b.account)));
    Ok(all)
}

/// Columns of the lines.
const COLUMNS: [&str; 10] = [
    "claim",
    "policy",
    "cause",
    "happened-on",
    "reported-on",
    "phase",
    "borne",
    "borne-in-all",
    "paid",
    "reserve",
];
/// Columns of the postings.
const POSTED: [&str; 7] = ["claim", "event", "posting", "account", "booked-on", "belongs-on", "amount"];

/// Writes the lines of a month into a sheet, and their sum.
///
/// # Errors
/// [`AppError::Store`]; [`AppError::Refused`] `export-too-long`.
pub fn export(tx: &mut Tx<'_>, agreement: &str, month: Month, sheet: &mut Sheet<'_>) -> Result<(), AppError> {
    let text = |text: &str| Value::Text(text.to_owned());
    sheet.begin(&format!("claims-{agreement}-{month}"), &COLUMNS)?;
    let day = |at: Instant| Value::Day(kernel::local_date(at, kernel::Country::Nl));
    let totals = each(tx, agreement, month, |line| {
        sheet.row(&[
            text(line.number.as_str()),
            text(line.policy.as_str()),
            text(&line.cause),
            day(line.happened),
            day(line.reported),
            text(line.phase.code()),
            Value::Money(line.borne),
            Value::Money(line.borne_in_all),
            Value::Money(line.paid),
            Value::Money(line.reserve),
        ])
    })?;
    let mut sum = vec![Value::Empty; COLUMNS.len()];
    sum[0] = text("total");
    sum[6] = Value::Money(totals.borne);
    sum[8] = Value::Money(totals.paid);
    sum[9] = Value::Money(totals.reserve);
    sheet.row(&sum)
}

/// Writes the postings of a month into a sheet.
///
/// # Errors
/// As [`export`].
pub fn export_postings(
    tx: &mut Tx<'_>,
    agreement: &str,
    month: Month,
    sheet: &mut Sheet<'_>,
) -> Result<(), AppError> {
    sheet.begin("postings", &POSTED)?;
    let mut claims = Vec::new();
    each(tx, agreement, month, |line| {
        claims.push(line.claim);
        Ok(())
    })?;
    for part in claims.chunks(PAGE as usize) {
        for posted in postings(tx, agreement, month, part)? {
            sheet.row(&[
                Value::Text(posted.number),
                Value::Number(posted.seq),
                Value::Text(posted.template),
                Value::Text(posted.account),
                Value::Day(posted.booked_on),
                posted.belongs_on.map_or(Value::Empty, Value::Day),
                Value::Money(posted.amount),
            ])?;
        }
    }
    Ok(())
}
