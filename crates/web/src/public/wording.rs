//! The conditions of a product that is sold now, clause by clause, as the decisions name them (PORTAL-19).

use askama::Template;
use terms::{ClauseKind, Product};

use crate::part::Crumb;
use crate::{Answer, Failure, Page, Visit};

/// Clauses of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    /// What they do.
    pub title: String,
    /// Article and what it says.
    pub clauses: Vec<(String, String)>,
}

/// The conditions of one product.
#[derive(Debug, Template)]
#[template(path = "public/wording.html")]
pub struct WordingPage {
    /// The frame.
    pub page: Page,
    /// Back to the list.
    pub crumb: Crumb,
    /// The product.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The plans: name and whom it suits.
    pub plans: Vec<(String, String)>,
    /// The clauses.
    pub chapters: Vec<Chapter>,
}

pub(super) async fn show(visit: Visit) -> Result<Answer, Failure> {
    let product = visit.app()?.products.current(visit.parameter("product")).ok_or(Failure::NotFound)?;
    let page = visit.page();
    let language = page.words().language;
    Answer::page(&WordingPage {
        crumb: Crumb { href: "/conditions".into(), text: page.t("conditions-title") },
        name: product.name().get(language).to_owned(),
        version: product.wording().version.clone(),
        plans: product
            .plans()
            .iter()
            .map(|plan| (plan.name.get(language).to_owned(), plan.text.get(language).to_owned()))
            .collect(),
        chapters: ClauseKind::ALL.iter().map(|kind| chapter(&page, &product, *kind)).collect(),
        page,
    })
}

fn chapter(page: &Page, product: &Product, kind: ClauseKind) -> Chapter {
    let clauses = product.clauses().iter().filter(|clause| clause.kind == kind);
    let language = page.words().language;
    Chapter {
        title: page.t(&format!("wording-{}", kind.code())),
        clauses: clauses
            .map(|clause| (clause.article.get(language).to_owned(), clause.text.get(language).to_owned()))
            .collect(),
    }
}
