//! Pages of the customer: application, overview, policy, claim.

mod apply;
mod apply_done;
mod claim;
mod claims;
mod overview;
mod policy;
mod question;

pub use apply::ApplyPage;
pub use apply_done::{AppliedPage, ConfirmPage, ConfirmedPage};
pub use claim::{ClaimPage, Payout};
pub use claims::{ClaimRow, ClaimsPage, InsuredDevice, WhichDevicePage};
pub use overview::{MyPage, PolicyCard, ToDo};
pub use policy::{PolicyPage, PremiumRow};
pub use question::{Asked, AskedKind, QuestionPage};
