//! The customer's claims, and choosing the device for a new one (FAQ-01).

use app::AppError;
use app::access::Action;
use app::views::portal::{self as view, ClaimLine};
use askama::Template;
use claims::Phase;
use kernel::{Date, Instant, Money};

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

/// A report that was begun and not sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BegunRow {
    /// Where it goes on.
    pub href: String,
    /// The device.
    pub device: String,
    /// When it was last changed.
    pub changed: Instant,
    /// The last day on which it is kept.
    pub kept_until: Date,
}

/// The customer's claims.
#[derive(Debug, Template)]
#[template(path = "portal/claims.html")]
pub struct ClaimsPage {
    /// The frame.
    pub page: Page,
    /// The claims, newest first.
    pub claims: Vec<ClaimRow>,
    /// Reports that were begun and not sent.
    pub begun: Vec<BegunRow>,
    /// What is shown when there are none.
    pub none: Empty,
}

impl ClaimsPage {
    /// The list.
    pub fn new(page: Page, claims: Vec<ClaimRow>, begun: Vec<BegunRow>) -> Self {
        let none = Empty::new(page.t("claims-none"), page.t("claims-none-text"));
        Self { none: none.action("/my/claims/new", page.t("my-report")), claims, begun, page }
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
    let (words, now) = (visit.words(), visit.now());
    let read = visit.app()?.db.read_async(move |tx| {
        let claims = view::claims(&app, tx, &scope, words.language)?;
        Ok::<_, AppError>((claims, view::begun(&app, tx, now, &scope)?))
    });
    let (claims, begun) = read.await?;
    let rows = claims.into_iter().map(|line| row(words, line)).collect();
    let begun = begun.into_iter().map(|begun| BegunRow {
        href: format!("/my/claims/new/{}", begun.number),
        device: begun.model,
        changed: begun.changed_at,
        kept_until: begun.kept_until,
    });
    Answer::page(&ClaimsPage::new(visit.page(), rows, begun.collect()))
}

/// The devices something can be reported for.
pub(super) async fn which(visit: Visit) -> Result<Answer, Failure> {
    let app = visit.app()?.clone();
    let visitor = visit.visitor().ok_or(Failure::SignIn)?;
    let scope = app.access.scope(&visitor.who, Action::ReportClaim);
    let (words, now) = (visit.words(), visit.now());
    let read = visit.app()?.db.read_async(move |tx| view::insured(&app, tx, now, &scope));
    let devices = read.await?.into_iter().map(|device| InsuredDevice {
        href: match device.item {
            Some(item) => format!("/my/claims/new/{}?item={item}", device.number),
            None => format!("/my/claims/new/{}", device.number),
        },
        kind: drawing(device.kind),
        policy: format!("{} · {}", words.t(&format!("plan-{}", device.plan)), device.number),
        device: device.model,
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
