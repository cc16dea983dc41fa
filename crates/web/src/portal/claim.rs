//! Where a claim stands, and why it was decided as it was (PORTAL-09, DOC-14).

use askama::Template;
use kernel::{Instant, Money};

use crate::Page;
use crate::part::{Badge, Clause, Crumb, Notice, Trail, Upload};

/// How a payment was worked out, line by line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payout {
    /// What each line is, and its amount; taken away when negative.
    pub lines: Vec<(String, Money)>,
    /// What is paid.
    pub total: Money,
}

/// What the page of a claim shows.
#[derive(Debug, Template)]
#[template(path = "portal/claim.html")]
pub struct ClaimPage {
    /// The frame.
    pub page: Page,
    /// Back to the list.
    pub crumb: Crumb,
    /// What happened to what.
    pub title: String,
    /// Its number.
    pub number: String,
    /// Where it stands.
    pub status: Badge,
    /// The decision, or what is asked of the customer.
    pub message: Option<Notice>,
    /// By when papers are expected, and the field for them.
    pub wanted: Option<(Instant, Vec<String>, Upload)>,
    /// Where papers are sent.
    pub action: String,
    /// The ID of that sending.
    pub command: String,
    /// What happened until now.
    pub trail: Trail,
    /// The clauses that decided.
    pub clauses: Vec<Clause>,
    /// How the amount was worked out.
    pub payout: Option<Payout>,
    /// What the customer told us: question and answer.
    pub told: Vec<(String, String)>,
    /// Names of the papers we have.
    pub papers: Vec<String>,
}
