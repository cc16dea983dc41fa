//! The use cases, on both databases.

mod changes;
mod claims;
mod contracts;
mod endings;
mod faults;
mod money;
