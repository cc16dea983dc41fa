//! The front page.

use askama::Template;

use super::plans::{PlanCard, cards};
use crate::{Answer, Failure, Page, Visit};

/// What the front page shows.
#[derive(Debug, Template)]
#[template(path = "public/home.html")]
pub struct HomePage {
    /// The frame.
    pub page: Page,
    /// The plans of the home market; the others are a link away.
    pub plans: Vec<PlanCard>,
}

pub(super) async fn show(visit: Visit) -> Result<Answer, Failure> {
    let page = visit.page();
    let plans = visit.shell().offers().first().map(|offer| cards(page.words(), offer)).unwrap_or_default();
    Answer::page(&HomePage { plans, page })
}
