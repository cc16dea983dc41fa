//! The privacy statement in short, with the date of its last change (PRIV-32).

use askama::Template;
use kernel::Date;

use crate::{Answer, Failure, Page, Visit};

/// When the statement last changed.
const CHANGED: Date = Date::constant(2022, 4, 5);

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "public/privacy.html")]
pub struct PrivacyPage {
    /// The frame.
    pub page: Page,
    /// When the statement last changed.
    pub changed: Date,
}

pub(super) async fn show(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&PrivacyPage { page: visit.page(), changed: CHANGED })
}
