//! The use cases, on both databases.

mod claims;
mod contracts;
mod money;
