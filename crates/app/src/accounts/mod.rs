//! Accounting: the months of the books, and what insurers, partners, the tax office and the accountant are told.
//!
//! Everything told is a view of postings. A closed month takes no postings, so that what was told of it stays true; a fact that
//! belongs to a closed month is posted on the first open day and keeps the day it belongs to.

pub mod ageing;
pub mod bordereau;
pub mod claims;
pub mod close;
pub mod current;
pub mod lines;
pub mod partners;
mod posting;
pub mod premium;
pub(crate) mod received;
pub mod settle;
pub mod table;
pub mod tax;
pub mod xaf;

pub use posting::{NewPosting, open_from, post};

use store::{Row, Tx, Value, sql::Sql};

use crate::AppError;

/// Hands over the rows of a query one by one, so that memory stays flat; the first that fails ends it.
fn each_row(
    tx: &mut Tx<'_>,
    sql: &'static Sql,
    params: &[Value],
    mut each: impl FnMut(Row) -> Result<(), AppError>,
) -> Result<(), AppError> {
    let mut fault = None;
    tx.each(sql, params, |row| {
        if fault.is_none() {
            fault = each(row).err();
        }
        Ok(())
    })?;
    fault.map_or(Ok(()), Err)
}
