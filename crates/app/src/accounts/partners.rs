//! Partners: commission falls due with the premium and is taken back with it, by the agreement; what each is owed by month.

use agreement::TakesBack;
use billing::BillingEvent;
use kernel::{Date, Id, Money};
use ledger::{Month, Template};
use policy::{Contract, ContractEvent};
use store::{Tx, params, sql};

use super::table::{Sheet, Value};
use crate::{App, AppError, streams::Loaded};

/// What the new event with this index posts for the partner that brought the policyholder (ACT-08). What is taken back in steps
/// adds up: it is the difference of what is earned before and after.
pub(crate) fn commission(app: &App, loaded: &Loaded<Contract>, index: usize) -> Option<Template> {
    let contract = loaded.state.as_ref()?;
    let application = &contract.application;
    let agreement = app.products.agreement(&application.agreement).ok()?;
    let partner = agreement.partner(application.partner.as_deref()?)?;
    let ContractEvent::Billing(event) = &loaded.new.get(index)?.event else { return None };
    match event {
        BillingEvent::PremiumFellDue { split, .. } | BillingEvent::ExtraPremiumFellDue { split, .. } => {
            Some(Template::PartnerCommissionDue { amount: partner.commission(split.net()) })
        }
        BillingEvent::PremiumReversed { no, split, .. } if partner.takes_back == TakesBack::InProportion => {
            let receivable = contract.billing.receivables.iter().find(|receivable| receivable.no == *no)?;
            let later = loaded.new[index + 1..].iter().filter_map(|new| match &new.event {
                ContractEvent::Billing(BillingEvent::PremiumReversed { no: other, split, .. })
                    if other == no =>
                {
                    Some(split.net())
                }
                _ => None,
            });
            let left = receivable.split.net() - receivable.reversed.net() + later.sum::<Money>();
            let amount = partner.commission(left + split.net()) - partner.commission(left);
            Some(Template::PartnerCommissionReversed { amount })
        }
        _ => None,
    }
}

/// A line of a partner's statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The contract.
    pub contract: Id,
    /// Policy number.
    pub number: String,
    /// Accounting date.
    pub booked_on: Date,
    /// The day it belongs to, where its month was closed before it was known.
    pub belongs_on: Option<Date>,
    /// Premium due date.
    pub due: Date,
    /// Premium without tax that it rests on; negative when taken back.
    pub net: Money,
    /// Commission; negative when taken back.
    pub amount: Money,
}

/// What a partner is told of a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Under which power of attorney.
    pub agreement: String,
    /// Code of the partner.
    pub partner: String,
    /// Its name.
    pub name: String,
    /// Which month.
    pub month: Month,
    /// Lines, by accounting date.
    pub lines: Vec<Line>,
    /// What they come to.
    pub total: Money,
}

/// The statements of all partners of an agreement over a month: those who earned or gave back something.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Missing`] when there is no such agreement.
pub fn statements(
    app: &App,
    tx: &mut Tx<'_>,
    agreement: &str,
    month: Month,
) -> Result<Vec<Statement>, AppError> {
    let terms = app.products.agreement(agreement)?;
    let mut statements = Vec::new();
    for partner in &terms.partners {
        let rows = tx.query(
            sql!(
                "select g.stream as stream, c.number as number, g.booked_on as booked_on, g.belongs_on as belongs_on, \
                 l.due as due, -g.amount_cents as amount_cents, \
                 cast(sum(case when p.account = '1300' then p.amount_cents when p.account = '1650' then p.amount_cents \
                 else 0 end) as bigint) as net_cents \
                 from posting g join premium_line l on l.stream = g.stream and l.seq = g.seq \
                 join contract c on c.id = g.stream join posting p on p.stream = g.stream and p.seq = g.seq \
                 where g.account = '1730' and g.agreement = ?1 and l.partner = ?2 \
                 and g.booked_on >= ?3 and g.booked_on <= ?4 \
                 group by g.stream, g.seq, g.line, c.number, g.booked_on, g.belongs_on, l.due, g.amount_cents \
                 order by g.booked_on, g.stream, g.seq"
            ),
            &params![agreement, partner.code.as_str(), month.first(), month.last()],
        )?;
        let mut lines = Vec::with_capacity(rows.len());
        for row in rows {
            lines.push(Line {
                contract: row.id("stream")?,
                number: row.text("number")?,
                booked_on: row.date("booked_on")?,
                belongs_on: row.opt_date("belongs_on")?,
                due: row.date("due")?,
                net: row.money("net_cents")?,
                amount: row.money("amount_cents")?,
            });
        }
        if !lines.is_empty() {
            statements.push(Statement {
                agreement: agreement.to_owned(),
                partner: partner.code.clone(),
                name: partner.name.clone(),
                month,
                total: lines.iter().map(|line| line.amount).sum(),
                lines,
            });
        }
    }
    Ok(statements)
}

/// Writes a statement into a sheet.
///
/// # Errors
/// [`AppError::Refused`] `export-too-long`.
pub fn export(statement: &Statement, sheet: &mut Sheet<'_>) -> Result<(), AppError> {
    let name = format!("{}-{}", statement.partner, statement.month);
    sheet.begin(&name, &["policy", "due", "booked-on", "belongs-on", "net", "commission"])?;
    for line in &statement.lines {
        sheet.row(&[
            Value::Text(line.number.clone()),
            Value::Day(line.due),
            Value::Day(line.booked_on),
            line.belongs_on.map_or(Value::Empty, Value::Day),
            Value::Money(line.net),
            Value::Money(line.amount),
        ])?;
    }
    let total = Value::Money(statement.total);
    let empty = [Value::Empty, Value::Empty, Value::Empty, Value::Empty];
    let mut row = vec![Value::Text("total".to_owned())];
    row.extend(empty);
    row.push(total);
    sheet.row(&row)
}
