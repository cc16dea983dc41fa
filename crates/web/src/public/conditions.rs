//! Policy conditions and product information documents to download (PORTAL-19).

use askama::Template;

use crate::part::Empty;
use crate::{Answer, Failure, Page, Visit};

/// A document that anybody may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What it is called.
    pub name: terms::Trilingual,
    /// Its version, such as `2021-1`.
    pub version: String,
    /// Where it is.
    pub href: String,
}

impl Document {
    /// Its name in the language of the page.
    pub fn title(&self, page: &Page) -> &str {
        self.name.get(page.words().language)
    }
}

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "public/conditions.html")]
pub struct ConditionsPage {
    /// The frame.
    pub page: Page,
    /// The documents.
    pub documents: Vec<Document>,
    /// What is shown when there are none.
    pub none: Empty,
}

pub(super) async fn show(visit: Visit) -> Result<Answer, Failure> {
    let page = visit.page();
    let none = Empty::new(page.t("conditions-none"), page.t("conditions-none-text"));
    Answer::page(&ConditionsPage {
        none: none.action("/contact", page.t("nav-contact")),
        documents: visit.shell().documents(),
        page,
    })
}
