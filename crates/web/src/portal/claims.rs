//! The customer's claims, and choosing the device for a new one (FAQ-01).

use askama::Template;
use kernel::Date;

use crate::Page;
use crate::part::{Badge, Empty};

/// A claim in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimRow {
    /// Its page.
    pub href: String,
    /// What happened to what: "Cracked screen, iPhone 15".
    pub title: String,
    /// Its number.
    pub number: String,
    /// When it was reported.
    pub reported: Date,
    /// Where it stands.
    pub status: Badge,
}

/// The customer's claims.
#[derive(Debug, Template)]
#[template(path = "portal/claims.html")]
pub struct ClaimsPage {
    /// The frame.
    pub page: Page,
    /// The claims, newest first.
    pub claims: Vec<ClaimRow>,
    /// What is shown when there are none.
    pub none: Empty,
}

impl ClaimsPage {
    /// The list.
    pub fn new(page: Page, claims: Vec<ClaimRow>) -> Self {
        let none = Empty::new(page.t("claims-none"), page.t("claims-none-text"));
        Self { none: none.action("/my/claims/new", page.t("my-report")), claims, page }
    }
}

/// A device for which something can be reported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InsuredDevice {
    /// Where the report begins.
    pub href: String,
    /// The device.
    pub device: String,
    /// What kind it is: decides the drawing (`phone`, `tablet`, `laptop`, `other`).
    pub kind: &'static str,
    /// Plan and policy number.
    pub policy: String,
}

/// Which device is it about?
#[derive(Debug, Template)]
#[template(path = "portal/which-device.html")]
pub struct WhichDevicePage {
    /// The frame.
    pub page: Page,
    /// The insured devices.
    pub devices: Vec<InsuredDevice>,
    /// What is shown when there are none.
    pub none: Empty,
}

impl WhichDevicePage {
    /// The list.
    pub fn new(page: Page, devices: Vec<InsuredDevice>) -> Self {
        let none = Empty::new(page.t("my-none"), page.t("claim-no-device-text"));
        Self { none: none.action("/contact", page.t("nav-contact")), devices, page }
    }
}
