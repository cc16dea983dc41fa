//! The premium bordereau: what fell due and was taken back for one insurer in one month, line by line.
//!
//! A line is the postings of one event, with the version of the policy it rests on. What a closed month should have held and was
//! known later stands in the month in which it was posted, with the day it belongs to.

use kernel::{Date, Id, Money};
use ledger::{Month, PremiumSplit};
use store::{Row, Tx, params, sql};

use super::table::{Sheet, Value};
use crate::AppError;

/// Lines read at once.
pub const PAGE: u32 = 1_000;

/// A line of the bordereau.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The contract.
    pub contract: Id,
    /// Place of the event in it: the line drills down to this.
    pub seq: i64,
    /// Policy number.
    pub number: String,
    /// Accounting date.
    pub booked_on: Date,
    /// The day it belongs to, where its month was closed before it was known.
    pub belongs_on: Option<Date>,
    /// Whether premium was taken back.
    pub is_reversal: bool,
    /// What it was for; none for what was posted before this was kept.
    pub what: Option<What>,
    /// Signed amounts: negative when taken back.
    pub split: PremiumSplit,
}

/// What premium was for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct What {
    /// Premium due date.
    pub due: Date,
    /// First day it pays for.
    pub from: Date,
    /// Day after the last it pays for; none for an unlimited period.
    pub to: Option<Date>,
    /// Product code and version of the conditions.
    pub product: (String, String),
    /// Plan.
    pub plan: String,
    /// Number of the schedule: the version of the policy.
    pub schedule: i64,
    /// The partner that brought the policy.
    pub partner: Option<String>,
}

/// What a bordereau comes to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    /// Number of lines.
    pub lines: u64,
    /// What fell due.
    pub due: PremiumSplit,
    /// What was taken back, as negative amounts.
    pub reversed: PremiumSplit,
    /// How many of the lines belong to a closed month.
    pub late: u64,
    /// What those come to.
    pub late_sum: PremiumSplit,
}

impl Totals {
    /// All of it together.
    pub fn sum(&self) -> PremiumSplit {
        self.due.plus(&self.reversed)
    }
}

/// Where a page of lines begins: after this accounting date, contract and place.
pub type After = (Date, Id, i64);

/// Lines of a month, by accounting date, contract and place; at most `limit`.
///
/// # Errors
/// [`AppError::Store`].
pub fn lines(
    tx: &mut Tx<'_>,
    agreement: &str,
    month: Month,
    after: Option<After>,
    limit: u32,
) -> Result<Vec<Line>, AppError> {
    let (day, contract, seq) =
        after.map_or((month.first(), 0, 0), |(day, contract, seq)| (day, contract.as_i64(), seq));
    let rows = tx.query(
        sql!(
            "select g.stream as stream, g.seq as seq, g.booked_on as booked_on, g.belongs_on as belongs_on, \
             g.template as template, c.number as number, l.due as due, l.from_date as from_date, l.to_date as to_date, \
             l.product as product, l.version as version, l.plan as plan, l.schedule as schedule, l.partner as partner, \
             cast(sum(case when p.account = '1300' then p.amount_cents else 0 end) as bigint) as gross_cents, \
             cast(sum(case when p.account = '1650' then -p.amount_cents else 0 end) as bigint) as tax_cents, \
             cast(sum(case when p.account = '8000' then -p.amount_cents else 0 end) as bigint) as commission_cents, \
             cast(sum(case when p.account = '8010' then -p.amount_cents else 0 end) as bigint) as fee_cents, \
             cast(sum(case when p.account = '1600' then -p.amount_cents else 0 end) as bigint) as insurer_cents \
             from posting g join posting p on p.stream = g.stream and p.seq = g.seq and p.template = g.template \
             left join premium_line l on l.stream = g.stream and l.seq = g.seq \
             left join contract c on c.id = g.stream \
             where g.account = '1300' and g.agreement = ?1 and g.booked_on <= ?2 and g.booked_on >= ?3 \
             and g.template in ('premium-due', 'premium-reversed') \
             and (g.booked_on > ?3 or g.stream > ?4 or (g.stream = ?4 and g.seq > ?5)) \
             group by g.stream, g.seq, g.booked_on, g.belongs_on, g.template, c.number, l.due, l.from_date, l.to_date, \
             l.product, l.version, l.plan, l.schedule, l.partner \
             order by g.booked_on, g.stream, g.seq limit ?6"
        ),
        &params![agreement, month.last(), day, contract, seq, limit],
    )?;
    rows.iter().map(line).collect()
}

fn line(row: &Row) -> Result<Line, AppError> {
    let what = match row.opt_date("due")? {
        None => None,
        Some(due) => Some(What {
            due,
            from: row.date("from_date")?,
            to: row.opt_date("to_date")?,
            product: (row.text("product")?, row.text("version")?),
            plan: row.text("plan")?,
            schedule: row.i64("schedule")?,
            partner: row.opt_text("partner")?,
        }),
    };
    Ok(Line {
        contract: row.id("stream")?,
        seq: row.i64("seq")?,
        number: row.opt_text("number")?.unwrap_or_default(),
        booked_on: row.date("booked_on")?,
        belongs_on: row.opt_date("belongs_on")?,
        is_reversal: row.text("template")? == "premium-reversed",
        what,
        split: split(row)?,
    })
}

fn split(row: &Row) -> Result<PremiumSplit, AppError> {
    Ok(PremiumSplit {
        gross: row.money("gross_cents")?,
        tax: row.money("tax_cents")?,
        commission: row.money("commission_cents")?,
        fee: row.money("fee_cents")?,
        insurer: row.money("insurer_cents")?,
    })
}

/// What a month comes to, by sums over its postings.
///
/// # Errors
/// [`AppError::Store`].
pub fn totals(tx: &mut Tx<'_>, agreement: &str, month: Month) -> Result<Totals, AppError> {
    let rows = tx.query(
        sql!(
            "select template, case when belongs_on is null then 0 else 1 end as late, \
             cast(sum(case when account = '1300' then 1 else 0 end) as bigint) as lines, \
             cast(sum(case when account = '1300' then amount_cents else 0 end) as bigint) as gross_cents, \
             cast(sum(case when account = '1650' then -amount_cents else 0 end) as bigint) as tax_cents, \
             cast(sum(case when account = '8000' then -amount_cents else 0 end) as bigint) as commission_cents, \
             cast(sum(case when account = '8010' then -amount_cents else 0 end) as bigint) as fee_cents, \
             cast(sum(case when account = '1600' then -amount_cents else 0 end) as bigint) as insurer_cents \
             from posting where account in ('1300', '1600', '1650', '8000', '8010') and agreement = ?1 \
             and booked_on >= ?2 and booked_on <= ?3 and template in ('premium-due', 'premium-reversed') \
             group by template, case when belongs_on is null then 0 else 1 end order by 1, 2"
        ),
        &params![agreement, month.first(), month.last()],
    )?;
    let mut totals = Totals::default();
    for row in rows {
        let (split, lines) = (split(&row)?, row.get::<u64>("lines")?);
        let side =
            if row.text("template")? == "premium-due" { &mut totals.due } else { &mut totals.reversed };
        *side = side.plus(&split);
        totals.lines += lines;
        if row.i64("late")? == 1 {
            totals.late += lines;
            totals.late_sum = totals.late_sum.plus(&split);
        }
    }
    Ok(totals)
}

/// Premium that fell due less what was taken back, by month, for the months up to one.
///
/// # Errors
/// [`AppError::Store`].
pub fn by_month(
    tx: &mut Tx<'_>,
    agreement: &str,
    until: Month,
    months: u32,
) -> Result<Vec<(Month, Money)>, AppError> {
    let first = (1..months).fold(until, |month, _| month.previous());
    let rows = tx.query(
        sql!(
            "select substr(booked_on, 1, 7) as month, cast(sum(amount_cents) as bigint) as sum_cents from posting \
             where account = '1300' and agreement = ?1 and booked_on >= ?2 and booked_on <= ?3 \
             and template in ('premium-due', 'premium-reversed') group by substr(booked_on, 1, 7) order by 1"
        ),
        &params![agreement, first.first(), until.last()],
    )?;
    let mut sums = Vec::new();
    let mut month = first;
    while month <= until {
        let name = month.to_string();
        let row = rows.iter().find(|row| row.text("month").is_ok_and(|found| found == name));
        sums.push((month, row.map_or(Ok(Money::ZERO), |row| row.money("sum_cents"))?));
        month = month.next();
    }
    Ok(sums)
}

/// Columns of the export.
const COLUMNS: [&str; 20] = [
    "policy",
    "schedule",
    "product",
    "version",
    "plan",
    "kind",
    "due",
    "from",
    "to",
    "booked-on",
    "belongs-on",
    "partner",
    "gross",
    "tax",
    "net",
    "commission",
    "fee",
    "insurer",
    "contract",
    "event",
];

/// Writes the bordereau of a month into a sheet, page by page.
///
/// # Errors
/// [`AppError::Store`]; [`AppError::Refused`] `export-too-long`.
pub fn export(tx: &mut Tx<'_>, agreement: &str, month: Month, sheet: &mut Sheet<'_>) -> Result<(), AppError> {
    sheet.begin(&format!("bordereau-{agreement}-{month}"), &COLUMNS)?;
    let mut after = None;
    loop {
        let page = lines(tx, agreement, month, after, PAGE)?;
        for line in &page {
            sheet.row(&values(line))?;
        }
        match page.last() {
            Some(last) if page.len() == PAGE as usize => {
                after = Some((last.booked_on, last.contract, last.seq));
            }
            _ => break,
        }
    }
    let sum = totals(tx, agreement, month)?;
    let total = sum.sum();
    let mut row = vec![Value::Empty; COLUMNS.len()];
    row[0] = Value::Text("total".to_owned());
    let parts = [total.gross, total.tax, total.net(), total.commission, total.fee, total.insurer];
    for (place, part) in parts.into_iter().enumerate() {
        row[12 + place] = Value::Money(part);
    }
    sheet.row(&row)
}

fn values(line: &Line) -> Vec<Value> {
    let text = |text: &str| Value::Text(text.to_owned());
    let what = line.what.as_ref();
    let of = |of: fn(&What) -> Value| what.map_or(Value::Empty, of);
    vec![
        text(&line.number),
        of(|what| Value::Number(what.schedule)),
        of(|what| Value::Text(what.product.0.clone())),
        of(|what| Value::Text(what.product.1.clone())),
        of(|what| Value::Text(what.plan.clone())),
        text(if line.is_reversal { "reversed" } else { "due" }),
        of(|what| Value::Day(what.due)),
        of(|what| Value::Day(what.from)),
        of(|what| what.to.map_or(Value::Empty, Value::Day)),
        Value::Day(line.booked_on),
        line.belongs_on.map_or(Value::Empty, Value::Day),
        of(|what| what.partner.clone().map_or(Value::Empty, Value::Text)),
        Value::Money(line.split.gross),
        Value::Money(line.split.tax),
        Value::Money(line.split.net()),
        Value::Money(line.split.commission),
        Value::Money(line.split.fee),
        Value::Money(line.split.insurer),
        text(&line.contract.to_string()),
        Value::Number(line.seq),
    ]
}
