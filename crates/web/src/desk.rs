//! Pages of the desk: acceptance, policies, claims, money, and what got stuck.

mod application;
mod approvals;
mod claim;
mod collections;
mod ledger;
mod lists;
mod payments;
mod policy;
mod rule;
mod statements;
mod stuck;
mod work;

pub use application::{ApplicationPage, Check, Countdown, Decision};
pub use approvals::{ApprovalsPage, Proposal};
pub use claim::{ClaimDecision, ClaimPage, Evidence, Fact};
pub use collections::{Batch, CollectionsPage, DueRow};
pub use ledger::{Balance, LedgerPage, PostingRow};
pub use lists::{FileRow, ListPage, Lists};
pub use payments::{PaymentRow, PaymentsPage};
pub use policy::{EventRow, PolicyPage};
pub use rule::{RulePage, RuleText, RulesPage};
pub use statements::{StatementRow, StatementsPage, SuspenseItem};
pub use stuck::{StuckPage, StuckRow};
pub use work::{Task, WorkPage};

use crate::site::Site;

/// The desk's routes that need nothing but the binary itself.
pub(crate) fn routes(site: Site) -> Site {
    rule::routes(site)
}
