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
    /// The three plans.
    pub plans: Vec<PlanCard>,
}

pub(super) async fn show(visit: Visit) -> Result<Answer, Failure> {
    let page = visit.page();
    Answer::page(&HomePage { plans: cards(page.words(), &visit.shell().prices), page })
}
