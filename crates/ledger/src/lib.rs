//! Double entry: accounts, entries that sum to zero, and one posting template for each business event.
//!
//! Amounts are signed: a debit is positive, a credit negative. A balance is a view of postings and is stored nowhere. Client
//! and insurer money stand on accounts of their own. Months that are closed take no postings; the store keeps which they are.
#![warn(missing_docs)]

mod account;
mod entry;
mod month;
mod split;
mod template;

pub use account::{Account, Whose};
pub use entry::{Entry, Posting, Unbalanced};
pub use month::{Month, NoMonth};
pub use split::PremiumSplit;
pub use template::Template;
