//! What policyholders owe as of any day, and for how long: from the postings alone.

use std::collections::BTreeMap;

use kernel::{Date, Id, Money};
use store::{Tx, params, sql};

use super::table::{Sheet, Value};
use crate::AppError;

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

/// Which contracts are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Among {
    /// All of them: for any day.
    All,
    /// Those that owe something now: quick, and right for today.
    Debtors,
}

/// Hands over what each contract owes at the end of a day, by contract. A payment pays the oldest debt, so that what is open
/// is what was posted last; a debit that came back is a new debt.
///
/// # Errors
/// [`AppError::Store`], or what `each` answers.
pub fn each(
    tx: &mut Tx<'_>,
    among: Among,
    agreement: Option<&str>,
    as_of: Date,
    mut each: impl FnMut(Owed) -> Result<(), AppError>,
) -> Result<(), AppError> {
    let mut after = 0_i64;
    loop {
        let least = if among == Among::Debtors { 1 } else { i64::MIN };
        let rows = tx.query(
            sql!(
                "select id, number from contract where id > ?1 and open_cents >= ?2 \
                 and (cast(?3 as text) is null or agreement = ?3) order by id limit ?4"
            ),
            &params![after, least, agreement, CHUNK],
        )?;
        let mut contracts: Vec<(Id, String)> = Vec::with_capacity(rows.len());
        for row in &rows {
            contracts.push((row.id("id")?, row.text("number")?));
        }
        let Some((last, _)) = contracts.last() else { return Ok(()) };
        after = last.as_i64();
        let ids: Vec<Id> = contracts.iter().map(|(id, _)| *id).collect();
        let mut postings: BTreeMap<Id, Vec<(Date, Money)>> = BTreeMap::new();
        for row in tx.query_ids(
            sql!(
                "select stream, coalesce(belongs_on, booked_on) as since, amount_cents from posting \
                 where stream in ({ids}) and account = '1300' and booked_on <= ?1 \
                 order by stream, coalesce(belongs_on, booked_on) desc, seq desc, line desc"
            ),
            &params![as_of],
            &ids,
        )? {
            let posting = (row.date("since")?, row.money("amount_cents")?);
            postings.entry(row.id("stream")?).or_default().push(posting);
        }
        for (contract, number) in contracts {
            let of_contract = postings.remove(&contract).unwrap_or_default();
            let amount: Money = of_contract.iter().map(|(_, amount)| *amount).sum();
            if amount != Money::ZERO {
                each(Owed { contract, number, amount, by_age: aged(as_of, amount, &of_contract) })?;
            }
        }
        if rows.len() < CHUNK as usize {
            return Ok(());
        }
    }
}

/// Contracts read at once.
const CHUNK: u32 = 500;
/// Debtors whose debts are added up for a page.
const GLANCE_MAX: i64 = 5_000;

/// Divides what is open over the latest debits among postings, the latest first.
fn aged(as_of: Date, open: Money, postings: &[(Date, Money)]) -> [Money; AGES.len() + 1] {
    let mut by_age = [Money::ZERO; AGES.len() + 1];
    let mut left = open.max(Money::ZERO);
    for (since, amount) in postings.iter().filter(|(_, amount)| amount.is_positive()) {
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
pub fn ageing(
    tx: &mut Tx<'_>,
    among: Among,
    agreement: Option<&str>,
    as_of: Date,
) -> Result<Ageing, AppError> {
    let mut all = Ageing::default();
    each(tx, among, agreement, as_of, |owed| {
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

/// What debtors owe now, by age; none where there are so many that a page should not wait for it.
///
/// # Errors
/// [`AppError::Store`].
pub fn at_a_glance(tx: &mut Tx<'_>, today: Date) -> Result<Option<Ageing>, AppError> {
    let row =
        tx.query_one(sql!("select count(*) as number from contract where open_cents > 0"), &params![])?;
    if row.i64("number")? > GLANCE_MAX {
        return Ok(None);
    }
    ageing(tx, Among::Debtors, None, today).map(Some)
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
    each(tx, Among::All, None, as_of, |owed| {
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
