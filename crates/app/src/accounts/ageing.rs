//! What policyholders owe as of any day, and for how long: from the postings alone.

use kernel::{Date, Id, Money};
use store::{Tx, params, sql};

use super::table::{Sheet, Value};
use crate::AppError;

/// Contracts on a page.
pub const PAGE: u32 = 50;

/// Ages in days at which debts are grouped: up to and including each, and older than the last.
pub const AGES: [i64; 4] = [30, 60, 90, 365];

/// What one policyholder owes on a contract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owed {
    /// The contract.
    pub contract: Id,
    /// Policy number.
    pub number: String,
    /// What is owed; negative when too much was paid.
    pub amount: Money,
    /// What of it is how old: by [`AGES`], the oldest last.
    pub by_age: [Money; AGES.len() + 1],
}

/// What is owed as of a day, over all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ageing {
    /// Contracts that owe.
    pub contracts: u64,
    /// What is owed, by age.
    pub by_age: [Money; AGES.len() + 1],
    /// What was paid too much, as a positive amount.
    pub overpaid: Money,
}

impl Ageing {
    /// Owed in all.
    pub fn owed(&self) -> Money {
        self.by_age.iter().copied().sum()
    }
}

/// Hands over what each contract owes at the end of a day, by contract. A payment pays the oldest debt, so that what is open
/// is what was posted last; a debit that came back is a new debt.
///
/// # Errors
/// [`AppError::Store`], or what `each` answers.
pub fn each(
    tx: &mut Tx<'_>,
    agreement: Option<&str>,
    as_of: Date,
    mut each: impl FnMut(Owed) -> Result<(), AppError>,
) -> Result<(), AppError> {
    let mut after = 0_i64;
    loop {
        let rows = tx.query(
            sql!(
                "select p.stream as stream, c.number as number, cast(sum(p.amount_cents) as bigint) as sum_cents \
                 from posting p join contract c on c.id = p.stream \
                 where p.account = '1300' and p.booked_on <= ?1 and p.stream > ?2 \
                 and (cast(?3 as text) is null or p.agreement = ?3) \
                 group by p.stream, c.number having sum(p.amount_cents) <> 0 order by p.stream limit ?4"
            ),
            &params![as_of, after, agreement, CHUNK],
        )?;
        let mut open = Vec::with_capacity(rows.len());
        for row in &rows {
            open.push((row.id::<Id>("stream")?, row.text("number")?, row.money("sum_cents")?));
        }
        let Some((last, ..)) = open.last() else { return Ok(()) };
        after = last.as_i64();
        let ids: Vec<Id> = open.iter().filter(|(.., sum)| sum.is_positive()).map(|(id, ..)| *id).collect();
        let mut debits: std::collections::BTreeMap<Id, Vec<(Date, Money)>> =
            std::collections::BTreeMap::new();
        for row in tx.query_ids(
            sql!(
                "select stream, coalesce(belongs_on, booked_on) as since, amount_cents from posting \
                 where account = '1300' and amount_cents > 0 and booked_on <= ?1 and stream in ({ids}) \
                 order by stream, coalesce(belongs_on, booked_on) desc, seq desc, line desc"
            ),
            &params![as_of],
            &ids,
        )? {
            let debit = (row.date("since")?, row.money("amount_cents")?);
            debits.entry(row.id("stream")?).or_default().push(debit);
        }
        let full = rows.len() == CHUNK as usize;
        for (contract, number, amount) in open {
            let by_age = aged(as_of, amount, debits.get(&contract).map_or(&[], Vec::as_slice));
            each(Owed { contract, number, amount, by_age })?;
        }
        if !full {
            return Ok(());
        }
    }
}

/// Contracts read at once.
const CHUNK: u32 = 500;

/// Divides what is open over the latest debits, the latest first.
fn aged(as_of: Date, open: Money, debits: &[(Date, Money)]) -> [Money; AGES.len() + 1] {
    let mut by_age = [Money::ZERO; AGES.len() + 1];
    let mut left = open.max(Money::ZERO);
    for (since, amount) in debits {
        let part = left.min(*amount);
        let days = i64::from((as_of - *since).get_days());
        let place = AGES.iter().position(|age| days <= *age).unwrap_or(AGES.len());
        by_age[place] += part;
        left -= part;
    }
    by_age[AGES.len()] += left;
    by_age
}

/// What is owed as of a day, by age.
///
/// # Errors
/// [`AppError::Store`].
pub fn ageing(tx: &mut Tx<'_>, agreement: Option<&str>, as_of: Date) -> Result<Ageing, AppError> {
    let mut all = Ageing::default();
    each(tx, agreement, as_of, |owed| {
        if owed.amount.is_positive() {
            all.contracts += 1;
        } else {
            all.overpaid -= owed.amount;
        }
        for (sum, part) in all.by_age.iter_mut().zip(owed.by_age) {
            *sum += part;
        }
        Ok(())
    })?;
    Ok(all)
}

/// Money that nobody placed, by how long it waits: by [`AGES`].
///
/// # Errors
/// [`AppError::Store`].
pub fn suspense(tx: &mut Tx<'_>, as_of: Date) -> Result<[Money; AGES.len() + 1], AppError> {
    let mut by_age = [Money::ZERO; AGES.len() + 1];
    let rows = tx.query(
        sql!(
            "select booked_on, cast(sum(abs(open_cents)) as bigint) as sum_cents from statement_entry \
             where state = 'suspense' and booked_on <= ?1 group by booked_on order by booked_on"
        ),
        &params![as_of],
    )?;
    for row in rows {
        let days = i64::from((as_of - row.date("booked_on")?).get_days());
        let place = AGES.iter().position(|age| days <= *age).unwrap_or(AGES.len());
        by_age[place] += row.money("sum_cents")?;
    }
    Ok(by_age)
}

/// Writes what every contract owes as of a day into a sheet.
///
/// # Errors
/// [`AppError::Store`]; [`AppError::Refused`] `export-too-long`.
pub fn export(tx: &mut Tx<'_>, as_of: Date, sheet: &mut Sheet<'_>) -> Result<(), AppError> {
    let columns = ["policy", "open", "age-30", "age-60", "age-90", "age-365", "age-older", "contract"];
    sheet.begin(&format!("open-{as_of}"), &columns)?;
    each(tx, None, as_of, |owed| {
        let mut row = vec![Value::Text(owed.number), Value::Money(owed.amount)];
        row.extend(owed.by_age.map(Value::Money));
        row.push(Value::Text(owed.contract.to_string()));
        sheet.row(&row)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_open_is_what_was_posted_last() {
        let (day, cents) = (kernel::date(2026, 4, 30), Money::from_cents);
        let debits = [
            (kernel::date(2026, 4, 1), cents(1000)),
            (kernel::date(2026, 3, 1), cents(1000)),
            (kernel::date(2025, 1, 1), cents(900)),
        ];
        assert_eq!(aged(day, cents(1500), &debits), [cents(1000), cents(500), cents(0), cents(0), cents(0)]);
        assert_eq!(aged(day, cents(2900), &debits)[4], cents(900));
        assert_eq!(aged(day, cents(-300), &debits), [Money::ZERO; 5]);
        assert_eq!(
            aged(day, cents(3000), &debits).iter().copied().sum::<Money>(),
            cents(3000),
            "nothing is lost"
        );
    }
}
