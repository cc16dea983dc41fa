//! The life of a contract, told in tables and small histories.

mod history;

mod application;
mod cover;
mod ending;
mod golden;
mod money;
mod properties;
