//! Pages of the desk: acceptance, policies, claims, money, and what got stuck.

mod application;
mod approvals;
mod campaign_form;
mod campaign_policies;
mod campaigns;
mod change;
mod claim;
mod collections;
mod common;
mod correct;
pub(crate) mod cover;
mod end;
mod enter;
mod ledger;
mod letters;
mod lists;
mod on_word;
mod payer;
mod payments;
mod person;
mod policy;
mod post;
mod products;
mod receipt;
mod refund;
mod requests;
mod rule;
mod statements;
mod stuck;
mod users;
mod work;

pub use application::{ApplicationPage, Check, Countdown, Decision};
pub use approvals::{ApprovalsPage, Proposal};
pub use campaign_form::{CampaignFormPage, ChoosePage};
pub use campaign_policies::CampaignPoliciesPage;
pub use campaigns::{Act, CampaignPage, CampaignsPage, Figure};
pub use change::ChangePage;
pub use claim::{ClaimDecision, ClaimPage, Deciding, Evidence, Fact};
pub use collections::{Batch, CollectionsPage, DueRow};
pub use correct::CorrectPage;
pub use cover::CoverPage;
pub use end::EndPage;
pub use enter::EnterPage;
pub use ledger::{Balance, LedgerPage, PostingRow};
pub use letters::LettersPage;
pub use lists::{FileRow, ListPage, Lists};
pub use on_word::OnWord;
pub use payer::PayerPage;
pub use payments::{PaymentRow, PaymentsPage};
pub use person::PersonPage;
pub use policy::{EventRow, PolicyPage};
pub use post::PostPage;
pub use products::ProductsPage;
pub use receipt::{ReceiptForm, ReceiptPage};
pub use refund::RefundPage;
pub use requests::{Asked, RequestsPage};
pub use rule::{RulePage, RuleText, RulesPage};
pub use statements::{StatementRow, StatementsPage, SuspenseItem};
pub use stuck::{StuckPage, StuckRow};
pub use users::{Invite, UserRow, UsersPage};
pub use work::{Task, WorkPage};

use crate::site::Site;

/// The desk's routes.
pub(crate) fn routes(site: Site) -> Site {
    let site = work::routes(site);
    let site = lists::routes(site);
    let site = enter::routes(site);
    let site = application::routes(site);
    let site = policy::routes(site);
    let site = person::routes(site);
    let site = payer::routes(site);
    let site = letters::routes(site);
    let site = post::routes(site);
    let site = receipt::routes(site);
    let site = refund::routes(site);
    let site = end::routes(site);
    let site = change::routes(site);
    let site = requests::routes(site);
    let site = cover::routes(site);
    let site = correct::routes(site);
    let site = claim::routes(site);
    let site = approvals::routes(site);
    let site = collections::routes(site);
    let site = statements::routes(site);
    let site = payments::routes(site);
    let site = ledger::routes(site);
    let site = products::routes(site);
    let site = campaign_form::routes(site);
    let site = campaigns::routes(site);
    let site = stuck::routes(site);
    let site = users::routes(site);
    rule::routes(site)
}
