//! The use cases, on both databases.

mod campaigns;
mod changes;
mod claims;
mod contracts;
mod corrections;
mod endings;
mod faults;
mod incidents;
mod known;
mod minors;
mod money;
mod portfolio;
mod receipt;
mod refunds;
