//! The customer's claims, and choosing the device for a new one (FAQ-01).

use app::access::Action;
use app::views::portal::{self as view, ClaimLine};
use askama::Template;
use claims::Phase;
use kernel::{Date, Money};

use super::cover::drawing;
use crate::part::{Badge, Empty, Tone};
use crate::{Answer, Failure, Page, Visit, Words};

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

pub(super) async fn show(visit: Visit) -> Result<Answer, Failure> {
    let app = visit.app()?.clone();
    let visitor = visit.visitor().ok_or(Failure::SignIn)?;
    let scope = app.access.scope(&visitor.who, Action::ViewClaim);
    let words = visit.words();
    let read = visit.app()?.db.read_async(move |tx| view::claims(&app, tx, &scope, words.language));
    let rows = read.await?.into_iter().map(|line| row(words, line)).collect();
    Answer::page(&ClaimsPage::new(visit.page(), rows))
}

/// The devices something can be reported for.
pub(super) async fn which(visit: Visit) -> Result<Answer, Failure> {
    let app = visit.app()?.clone();
    let visitor = visit.visitor().ok_or(Failure::SignIn)?;
    let scope = app.access.scope(&visitor.who, Action::ReportClaim);
    let (words, now) = (visit.words(), visit.now());
    let read = visit.app()?.db.read_async(move |tx| view::policies(&app, tx, now, &scope));
    let devices = read.await?.into_iter().filter(|policy| policy.may_report).map(|policy| InsuredDevice {
        href: format!("/my/claims/new/{}", policy.number),
        kind: drawing(policy.kind),
        policy: format!("{} · {}", words.t(&format!("plan-{}", policy.plan)), policy.number),
        device: policy.model,
    });
    Answer::page(&WhichDevicePage::new(visit.page(), devices.collect()))
}

/// A claim in a list.
pub(super) fn row(words: Words, line: ClaimLine) -> ClaimRow {
    let (tone, key) = match line.phase {
        Phase::Open if line.until.is_some() => (Tone::Warn, "claim-state-evidence"),
        Phase::Open | Phase::Decided => (Tone::Info, "claim-state-open"),
        Phase::Approved => (Tone::Good, "claim-state-approved"),
        Phase::Paying => (Tone::Good, "claim-state-paying"),
        Phase::Closed if line.paid > Money::ZERO => (Tone::Good, "claim-state-paid"),
        Phase::Closed => (Tone::Plain, "claim-state-closed"),
    };
    ClaimRow {
        href: format!("/my/claims/{}", line.number),
        title: title(&line.model, &line.cause),
        reported: kernel::local_date(line.reported_at, words.country),
        number: line.number.to_string(),
        status: Badge::new(tone, words.t(key)),
    }
}

/// What happened to what.
pub(super) fn title(model: &str, cause: &str) -> String {
    if model.is_empty() { cause.to_owned() } else { format!("{model}\u{a0}– {cause}") }
}
