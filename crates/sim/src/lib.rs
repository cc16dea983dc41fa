//! Years of a portfolio with faults, from a seed.
#![warn(missing_docs)]

pub mod oracle;
