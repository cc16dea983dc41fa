//! How a policy goes, from application to repair.

use askama::Template;

use crate::{Answer, Failure, Page, Visit};

/// What the page shows: only words.
#[derive(Debug, Template)]
#[template(path = "public/how.html")]
pub struct HowPage {
    /// The frame.
    pub page: Page,
}

pub(super) async fn show(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&HowPage { page: visit.page() })
}
