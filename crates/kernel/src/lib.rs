//! The words every other crate speaks: money, dates and terms, working-day calendars, identifiers, actors, rules.
//!
//! The crate is pure: no clock, no randomness, no I/O. Time and entropy are arguments. What is deliberately absent:
//! anything that knows a policy, a claim or a database.
//!
//! - **Money** is whole euro cents ([`Money`]); each division names its [`Rounding`] and says who gets the odd cent.
//! - **Dates** are civil ([`Date`]), moments are [`Instant`]s, intervals are half-open ([`Period`]). The time rules of
//!   the rulebook (`GEN-TIME-01` to `08`) live in [`Term`], [`Roll`], [`Calendar`] and [`presumed_receipt`], nowhere else.
//! - **Identifiers** are parsed once; a value that exists is right. Each error is an enum with a stable `code()`, the key
//!   of the text shown to people, and never holds the value itself. `Debug` of personal identifiers is masked.
#![warn(missing_docs)]

mod actor;
mod address;
mod calendar;
mod company;
mod contact;
mod country;
mod frequency;
mod iban;
mod id;
mod imei;
mod mod97;
mod money;
mod number;
mod period;
mod receipt;
mod reference;
mod rule;
mod serial;
mod term;
mod text;
mod time;

#[cfg(test)]
mod tests;
mod vault_ref;

pub use jiff::{
    Timestamp as Instant,
    civil::{Date, date},
};
pub use rust_decimal::Decimal;

/// A rate or percentage as a decimal: 21 % is `0.21`.
pub type Rate = Decimal;

pub use actor::{Actor, Channel, DeviceKind, Role};
pub use address::{Postcode, PostcodeError};
pub use calendar::{Calendar, easter_sunday};
pub use company::{
    CreditorId, CreditorIdError, EnterpriseNumber, EnterpriseNumberError, KvkNumber, KvkNumberError,
};
pub use contact::{EmailAddress, EmailAddressError, Phone, PhoneError};
pub use country::{Country, Language};
pub use frequency::Frequency;
pub use iban::{Iban, IbanError};
pub use id::{Id, IdError, IdMaker, NoSuchShard, Shard};
pub use imei::{Imei, ImeiError};
pub use money::{Money, MoneyError, Rounding};
pub use number::{ClaimNumber, NumberError, PolicyNumber};
pub use period::{EmptyPeriod, Period};
pub use receipt::{Delivery, Receipt, presumed_receipt};
pub use reference::{
    EndToEndId, MandateReference, ReferenceError, StructuredReference, StructuredReferenceError,
};
pub use rule::{Refusal, Rule, RuleError};
pub use serial::{SerialNumber, SerialNumberError};
pub use term::{Deadline, Roll, Term, TermError};
pub use text::UnknownCode;
pub use time::{add_days, add_months_anchored, end_of_day, local_date, start_of_day, years_old_on};
pub use vault_ref::VaultRef;

/// What the exported macros need; not part of the API.
#[doc(hidden)]
pub mod __private {
    pub use serde;
}
