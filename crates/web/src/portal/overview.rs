//! My overview: what is insured, what is running, what is to do (PORTAL-03).

use askama::Template;

use crate::Page;
use crate::part::{Badge, Empty};

use super::claims::ClaimRow;

/// A policy as a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyCard {
    /// The page of the policy.
    pub href: String,
    /// The device, such as "iPhone 15".
    pub device: String,
    /// What kind it is: decides the drawing (`phone`, `tablet`, `laptop`, `other`).
    pub kind: &'static str,
    /// The plan and the policy number.
    pub plan: String,
    /// Its number.
    pub number: String,
    /// Whether there is cover now.
    pub cover: Badge,
    /// One line about what comes next, such as the next collection; may be empty.
    pub next: String,
    /// Where to report a claim; `None` when nothing can be reported.
    pub report: Option<String>,
}

/// Something that waits for the customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToDo {
    /// Where to do it.
    pub href: String,
    /// What.
    pub title: String,
    /// By when, or why.
    pub text: String,
}

/// What the overview shows.
#[derive(Debug, Template)]
#[template(path = "portal/overview.html")]
pub struct MyPage {
    /// The frame.
    pub page: Page,
    /// What the customer is called.
    pub name: String,
    /// What waits for the customer.
    pub to_do: Vec<ToDo>,
    /// The policies.
    pub policies: Vec<PolicyCard>,
    /// Claims that are not closed.
    pub claims: Vec<ClaimRow>,
    /// What is shown when there are no policies.
    pub none: Empty,
}

impl MyPage {
    /// The overview.
    pub fn new(
        page: Page,
        name: String,
        policies: Vec<PolicyCard>,
        claims: Vec<ClaimRow>,
        to_do: Vec<ToDo>,
    ) -> Self {
        let none =
            Empty::new(page.t("my-none"), page.t("my-none-text")).action("/apply", page.t("nav-apply"));
        Self { page, name, to_do, policies, claims, none }
    }
}
