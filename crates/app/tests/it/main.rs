//! The use cases, on both databases.

mod claims;
mod contracts;
mod faults;
mod money;
