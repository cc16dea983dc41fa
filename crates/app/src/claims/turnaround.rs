//! How fast repairers and suppliers are: from the order to what they found, and to the device that is ready.

use std::collections::BTreeMap;

use kernel::{Id, Instant};
use store::{Tx, params, sql};

use crate::{
    App, AppError,
    accounts::table::{Sheet, Value},
};

/// How long something took, over several orders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// Over how many.
    pub number: u64,
    /// Seconds that half of them took at most.
    pub median: i64,
    /// Seconds that nine of ten took at most.
    pub most: i64,
}

/// How fast a repairer or supplier is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turnaround {
    /// Its number.
    pub repairer: Id,
    /// Its name; none when it stands in no agreement any more.
    pub name: Option<String>,
    /// Orders that were not stopped.
    pub orders: u64,
    /// Of them, how many are in the works.
    pub open: u64,
    /// From the order to what it found and what that costs.
    pub quote: Option<Pace>,
    /// From the order to the device that is ready; the last time, where it had to be done again.
    pub ready: Option<Pace>,
}

/// How fast each was with what was ordered from `since` on, who has most orders first.
///
/// # Errors
/// [`AppError::Store`].
pub fn turnaround(app: &App, tx: &mut Tx<'_>, since: Instant) -> Result<Vec<Turnaround>, AppError> {
    let suppliers = app.products.agreements().iter().flat_map(|agreement| &agreement.suppliers);
    let names: BTreeMap<Id, String> = suppliers.map(|known| (known.id, known.name.clone())).collect();
    let rows = tx.query(
        sql!(
            "select repairer, count(*) as number, \
             cast(sum(case when state = 'ordered' then 1 else 0 end) as bigint) as open_number \
             from repair_order where ordered_us >= ?1 and state <> 'stopped' \
             group by repairer order by 2 desc, 1"
        ),
        &params![since],
    )?;
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        let repairer = row.id("repairer")?;
        lines.push(Turnaround {
            repairer,
            name: names.get(&repairer).cloned(),
            orders: row.get("number")?,
            open: row.get("open_number")?,
            quote: None,
            ready: None,
        });
    }
    // The nearest rank: the one that half, or nine of ten, are at or below.
    let rows = tx.query(
        sql!(
            "select what, repairer, took, number from (\
             select 'quote' as what, repairer, (quoted_us - ordered_us) / 1000000 as took, \
             row_number() over (partition by repairer order by quoted_us - ordered_us, id) as place, \
             count(*) over (partition by repairer) as number \
             from repair_order where ordered_us >= ?1 and quoted_us is not null and state <> 'stopped' \
             union all \
             select 'ready' as what, repairer, (delivered_us - ordered_us) / 1000000 as took, \
             row_number() over (partition by repairer order by delivered_us - ordered_us, id) as place, \
             count(*) over (partition by repairer) as number \
             from repair_order where ordered_us >= ?1 and state in ('delivered', 'accepted') \
             and delivered_us is not null) paces \
             where place = (number + 1) / 2 or place = (number * 9 + 9) / 10 order by repairer, what, place"
        ),
        &params![since],
    )?;
    for row in rows {
        let repairer: Id = row.id("repairer")?;
        let Some(line) = lines.iter_mut().find(|line| line.repairer == repairer) else { continue };
        let pace = if row.text("what")? == "quote" { &mut line.quote } else { &mut line.ready };
        let (took, number) = (row.i64("took")?, row.get("number")?);
        let median = pace.map_or(took, |first| first.median);
        *pace = Some(Pace { number, median, most: took });
    }
    Ok(lines)
}

/// Columns of the export; times are in hours.
const COLUMNS: [&str; 8] = [
    "repairer",
    "orders",
    "orders-open",
    "quotes",
    "quote-hours-half",
    "quote-hours-most",
    "ready-hours-half",
    "ready-hours-most",
];

/// Writes it into a sheet.
///
/// # Errors
/// [`AppError::Store`].
pub fn export(app: &App, tx: &mut Tx<'_>, since: Instant, sheet: &mut Sheet<'_>) -> Result<(), AppError> {
    sheet.begin("repairers", &COLUMNS)?;
    let count = |number: u64| Value::Number(i64::try_from(number).unwrap_or(i64::MAX));
    // Half an hour and more is an hour.
    let hours = |seconds: Option<i64>| seconds.map_or(Value::Empty, |s| Value::Number((s + 1_800) / 3_600));
    for line in turnaround(app, tx, since)? {
        sheet.row(&[
            Value::Text(line.name.unwrap_or_else(|| line.repairer.to_string())),
            count(line.orders),
            count(line.open),
            count(line.quote.map_or(0, |pace| pace.number)),
            hours(line.quote.map(|pace| pace.median)),
            hours(line.quote.map(|pace| pace.most)),
            hours(line.ready.map(|pace| pace.median)),
            hours(line.ready.map(|pace| pace.most)),
        ])?;
    }
    Ok(())
}
