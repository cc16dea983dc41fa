//! Insurance tax: what fell due in a period, by country and rate, and what is set off because premium was taken back.
//!
//! Tax counts from the premium due date (LAW-TAX-03). What belongs to a closed month is declared in the month it was posted in.

use std::collections::BTreeMap;

use agreement::tax_rate;
use kernel::{Country, Date, Decimal, Money};
use ledger::{Account, Month};
use store::{Tx, params, sql};

use super::table::{Sheet, Value};
use crate::{App, AppError, money::books};

/// Figures of one country over some months.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// Where the risk lies (LAW-TAX-05).
    pub country: Country,
    /// First month.
    pub from: Month,
    /// Last month.
    pub to: Month,
    /// Whether nothing can change any more.
    pub is_closed: bool,
    /// By rate, the lowest first.
    pub rates: Vec<Rate>,
    /// To be paid over the period: due less set off.
    pub to_pay: Money,
    /// Paid over in the period.
    pub paid: Money,
    /// Owed to the tax office at the end of the period, from whenever.
    pub owed: Money,
}

/// What fell due and was set off at one rate.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rate {
    /// In percent.
    pub percent: Decimal,
    /// Premium without tax that fell due.
    pub base: Money,
    /// Tax on it.
    pub tax: Money,
    /// Premium without tax that was taken back.
    pub base_back: Money,
    /// Tax that is set off for it (LAW-TAX-06).
    pub tax_back: Money,
    /// What of the tax, due less set off, belongs to a closed month.
    pub late: Money,
}

impl Rate {
    /// What is to be paid at this rate.
    pub fn to_pay(&self) -> Money {
        self.tax - self.tax_back
    }
}

/// The figures of a country from a month to a month, both included.
///
/// # Errors
/// [`AppError::Store`].
pub fn figures(
    app: &App,
    tx: &mut Tx<'_>,
    country: Country,
    from: Month,
    to: Month,
) -> Result<Figures, AppError> {
    let mut rates: BTreeMap<Decimal, Rate> = BTreeMap::new();
    let (mut owed, mut paid) = (Money::ZERO, Money::ZERO);
    for agreement in app.products.agreements().iter().filter(|agreement| agreement.country == country) {
        let code = agreement.code.as_str();
        owed -= books::balances(tx, Some(code), to.last())?.of(Account::InsuranceTax);
        let row = tx.query_one(
            sql!(
                "select cast(coalesce(sum(amount_cents), 0) as bigint) as sum_cents from posting where account = '1650' \
                 and agreement = ?1 and booked_on >= ?2 and booked_on <= ?3 and template = 'tax-paid'"
            ),
            &params![code, from.first(), to.last()],
        )?;
        paid += row.money("sum_cents")?;
        let rows = tx.query(
            sql!(
                "select p.template as template, coalesce(l.due, p.belongs_on, p.booked_on) as due, \
                 case when p.belongs_on is null then 0 else 1 end as late, \
                 cast(sum(case when p.account = '1300' then p.amount_cents else 0 end) as bigint) as gross_cents, \
                 cast(sum(case when p.account = '1650' then -p.amount_cents else 0 end) as bigint) as tax_cents \
                 from posting p left join premium_line l on l.stream = p.stream and l.seq = p.seq \
                 where p.account in ('1300', '1650') and p.agreement = ?1 and p.booked_on >= ?2 and p.booked_on <= ?3 \
                 and p.template in ('premium-due', 'premium-reversed') \
                 group by p.template, coalesce(l.due, p.belongs_on, p.booked_on), \
                 case when p.belongs_on is null then 0 else 1 end order by 1, 2, 3"
            ),
            &params![code, from.first(), to.last()],
        )?;
        for row in rows {
            let due: Date = row.date("due")?;
            let (gross, tax) = (row.money("gross_cents")?, row.money("tax_cents")?);
            let percent = tax_rate(country, due).percent.normalize();
            let rate = rates.entry(percent).or_insert(Rate { percent, ..Rate::default() });
            if row.text("template")? == "premium-due" {
                rate.base += gross - tax;
                rate.tax += tax;
            } else {
                rate.base_back -= gross - tax;
                rate.tax_back -= tax;
            }
            if row.i64("late")? == 1 {
                rate.late += tax;
            }
        }
    }
    let rates: Vec<Rate> = rates.into_values().collect();
    let is_closed = super::close::is_closed(tx, to)?;
    let to_pay = rates.iter().map(Rate::to_pay).sum();
    Ok(Figures { country, from, to, is_closed, rates, to_pay, paid, owed })
}

/// Writes them into a sheet.
///
/// # Errors
/// [`AppError::Refused`] `export-too-long`.
pub fn export(figures: &Figures, sheet: &mut Sheet<'_>) -> Result<(), AppError> {
    let name = format!("tax-{}-{}-{}", figures.country, figures.from, figures.to);
    sheet.begin(&name, &["rate", "base", "tax", "base-back", "tax-back", "to-pay", "of-closed-months"])?;
    for rate in &figures.rates {
        sheet.row(&[
            Value::Text(rate.percent.to_string()),
            Value::Money(rate.base),
            Value::Money(rate.tax),
            Value::Money(rate.base_back),
            Value::Money(rate.tax_back),
            Value::Money(rate.to_pay()),
            Value::Money(rate.late),
        ])?;
    }
    Ok(())
}
