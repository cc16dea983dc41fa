//! How to reach us: both phone lines stand as they are (AMB-18).

use askama::Template;

use crate::{Answer, Failure, Page, Visit};

/// What the page shows: only words.
#[derive(Debug, Template)]
#[template(path = "public/contact.html")]
pub struct ContactPage {
    /// The frame.
    pub page: Page,
}

pub(super) async fn show(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&ContactPage { page: visit.page() })
}
