//! Words in Dutch, English and French: Fluent messages that a crate embeds, and the way money, dates, times and terms
//! are written in each language.
//!
//! A crate keeps its messages in `.ftl` files, one set per language, and builds one [`Texts`] of them:
//!
//! ```
//! use kernel::{Language, Money};
//! use texts::{Arg, Texts};
//!
//! let texts = Texts::new(&[
//!     (Language::Nl, &[("letters", "paid = U betaalde { $amount }.")]),
//!     (Language::En, &[("letters", "paid = You paid { $amount }.")]),
//!     (Language::Fr, &[("letters", "paid = Vous avez payé { $amount }.")]),
//! ])?;
//! let said = texts.say(Language::En, "paid", &[("amount", Arg::Money(Money::from_cents(1234)))]);
//! assert_eq!(said, "You paid €12.34.");
//! # Ok::<(), texts::TextsError>(())
//! ```
//!
//! The crate's own test calls [`check`], so that no key, variable or language is forgotten.
#![warn(missing_docs)]

mod arg;
mod bundle;
mod check;
pub mod format;

pub use arg::Arg;
pub use bundle::{Source, Texts, TextsError};
pub use check::check;
