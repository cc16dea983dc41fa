//! After the application: the mail to confirm, the confirmation, and the cover it gives (DOC-01).

use askama::Template;
use kernel::Instant;

use crate::Page;

/// "Look in your mail": the application was received and waits for its confirmation.
#[derive(Debug, Template)]
#[template(path = "portal/applied.html")]
pub struct AppliedPage {
    /// The frame.
    pub page: Page,
    /// Where the mail went.
    pub email: String,
}

/// What the link in the mail opens: a button, because programs that scan mail open links too.
#[derive(Debug, Template)]
#[template(path = "portal/confirm.html")]
pub struct ConfirmPage {
    /// The frame.
    pub page: Page,
    /// Where the form goes: the link's own path.
    pub action: String,
    /// The device, in words.
    pub device: String,
    /// The plan's name.
    pub plan: String,
}

/// The application is confirmed; from when and how long there is provisional cover.
#[derive(Debug, Template)]
#[template(path = "portal/confirmed.html")]
pub struct ConfirmedPage {
    /// The frame.
    pub page: Page,
    /// The application's number.
    pub number: String,
    /// The device, in words.
    pub device: String,
    /// Provisional cover from; `None` while a check by a person comes first (AMB-41).
    pub covered_from: Option<Instant>,
    /// Provisional cover until at most.
    pub covered_until: Instant,
}
