//! The use cases, on both databases.

mod claims;
mod contracts;
mod endings;
mod faults;
mod money;
