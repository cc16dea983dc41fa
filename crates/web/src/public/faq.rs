//! Questions and answers (FAQ-01…19), in our own words.

use askama::Template;

use crate::{Answer, Failure, Page, Visit};

/// What the page shows: only words.
#[derive(Debug, Template)]
#[template(path = "public/faq.html")]
pub struct FaqPage {
    /// The frame.
    pub page: Page,
}

pub(super) async fn show(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&FaqPage { page: visit.page() })
}
