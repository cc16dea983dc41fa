//! Accounting: the months of the books, and what insurers, partners, the tax office and the accountant are told.
//!
//! Everything told is a view of postings. A closed month takes no postings, so that what was told of it stays true; a fact that
//! belongs to a closed month is posted on the first open day and keeps the day it belongs to.

pub mod ageing;
pub mod bordereau;
pub mod close;
pub mod current;
pub mod partners;
mod posting;
pub mod premium;
pub(crate) mod received;
pub mod table;
pub mod tax;
pub mod xaf;

pub use posting::{NewPosting, open_from, post};
