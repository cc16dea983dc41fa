//! What the desk's pages show. Lists name nobody; a page that does says whose data it shows, so that the look is logged
//! before it is sent (PRIV-17).

mod claim;
mod device;
mod file;
mod lists;
mod search;
mod work;

pub use claim::{ClaimFile, Proposed, claim_evidence, claim_file, proposed, released_by, staff_names};
pub use device::{DeviceFile, device_file};
pub use file::{ContractFile, InsuredDevice, Kindred, Screened, contract_file, device_proof, rule_of};
pub use lists::{Filter, ListPart, PolicyLine, applications, policies};
pub use search::{Found, search};
pub use work::{About, WorkLine, abouts, stuck, work};

/// The most lines a page of a list shows.
pub const PAGE: u32 = 50;
