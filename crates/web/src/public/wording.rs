//! The conditions of a product that is sold now, by the headings of the conditions, as the decisions name them (PORTAL-19).

use askama::Template;
use kernel::Language;
use terms::{Clause, Product};

use crate::part::Crumb;
use crate::{Answer, Failure, Page, Visit, Words};

/// Clauses under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    /// The heading.
    pub title: String,
    /// The clauses, by their numbers.
    pub clauses: Vec<Line>,
}

/// One clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number under the heading; may be empty.
    pub place: String,
    /// What it does: covers, excludes …
    pub kind: String,
    /// What it says.
    pub text: String,
    /// Its rule.
    pub rule: String,
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
    let words = page.words();
    Answer::page(&WordingPage {
        crumb: Crumb { href: "/conditions".into(), text: page.t("conditions-title") },
        name: product.name().get(words.language).to_owned(),
        version: product.wording().version.clone(),
        plans: plans(&product, words.language),
        chapters: chapters(&product, words),
        page,
    })
}

/// Name and text of each plan.
fn plans(product: &Product, language: Language) -> Vec<(String, String)> {
    let plan = |plan: &terms::Plan| (plan.name.get(language).to_owned(), plan.text.get(language).to_owned());
    product.plans().iter().map(plan).collect()
}

/// The clauses under the headings of the conditions: headings as the folder comes to them, clauses by their numbers.
fn chapters(product: &Product, words: Words) -> Vec<Chapter> {
    let mut groups: Vec<(&str, Vec<&Clause>)> = Vec::new();
    for clause in product.clauses() {
        let title = clause.article.heading(words.language);
        match groups.iter_mut().find(|(known, _)| *known == title) {
            Some((_, clauses)) => clauses.push(clause),
            None => groups.push((title, vec![clause])),
        }
    }
    let chapter = |(title, mut clauses): (&str, Vec<&Clause>)| {
        clauses.sort_by_key(|clause| number(clause.article.place()));
        let line = |clause: &Clause| Line {
            place: clause.article.place().to_owned(),
            kind: words.t(&format!("wording-{}", clause.kind.code())),
            text: clause.text.get(words.language).to_owned(),
            rule: clause.rule.clone(),
        };
        Chapter { title: title.to_owned(), clauses: clauses.into_iter().map(line).collect() }
    };
    groups.into_iter().map(chapter).collect()
}

/// Numbers in order, what has none first, and letters after their number: `9`, `9a`, `10`.
fn number(place: &str) -> (u32, String) {
    let digits: String = place.chars().take_while(char::is_ascii_digit).collect();
    (digits.parse().unwrap_or(0), place.to_owned())
}
