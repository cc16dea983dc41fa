//! The rule book as it was shipped with this binary: the text of each rule, where every chip leads.

use std::sync::LazyLock;

use app::access::Action;
use askama::Template;

use crate::part::{Crumb, RuleChip};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit};

const BOOK: &str = include_str!("../../../../docs/rulebook.md");

static RULES: LazyLock<Vec<RuleText>> = LazyLock::new(|| read(BOOK));

/// One row of the rule book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleText {
    /// Its ID, such as `NL-DUN-04`.
    pub id: String,
    /// The heading it stands under.
    pub part: String,
    /// The other columns: name and text.
    pub columns: Vec<(String, String)>,
}

pub(crate) fn routes(site: Site) -> Site {
    let access = Access::on(Action::ViewWorkList);
    site.get("/desk/rules", access, list).get("/desk/rules/{rule}", access, show)
}

/// All rules, part by part.
#[derive(Debug, Template)]
#[template(path = "desk/rules.html")]
pub struct RulesPage {
    /// The frame.
    pub page: Page,
    /// The parts with their rules.
    pub parts: Vec<(&'static str, Vec<RuleChip>)>,
}

/// What the page of one rule shows.
#[derive(Debug, Template)]
#[template(path = "desk/rule.html")]
pub struct RulePage {
    /// The frame.
    pub page: Page,
    /// Back to all rules.
    pub crumb: Crumb,
    /// The rule.
    pub rule: &'static RuleText,
    /// Rules and readings it names.
    pub see: Vec<RuleChip>,
}

impl RulesPage {
    /// All rules.
    pub fn new(page: Page) -> Self {
        let mut parts: Vec<(&str, Vec<RuleChip>)> = Vec::new();
        for rule in RULES.iter() {
            match parts.last_mut() {
                Some((part, chips)) if *part == rule.part => chips.push(RuleChip::linked(&rule.id)),
                _ => parts.push((&rule.part, vec![RuleChip::linked(&rule.id)])),
            }
        }
        Self { page, parts }
    }
}

impl RulePage {
    /// The rule `id`; `None` when the book has none.
    pub fn new(page: Page, id: &str) -> Option<Self> {
        let rule = RULES.iter().find(|rule| rule.id == id)?;
        let words = rule
            .columns
            .iter()
            .flat_map(|(_, text)| text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-'));
        let mut see: Vec<RuleChip> = Vec::new();
        for word in words {
            let named = RULES.iter().any(|rule| rule.id == word) && word != id;
            if named && !see.iter().any(|chip| chip.id == word) {
                see.push(RuleChip::linked(word));
            }
        }
        let crumb = Crumb { href: "/desk/rules".to_owned(), text: page.t("desk-nav-rules") };
        Some(Self { crumb, rule, see, page })
    }
}

async fn list(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&RulesPage::new(visit.page()))
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&RulePage::new(visit.page(), visit.parameter("rule")).ok_or(Failure::NotFound)?)
}

/// Reads the tables whose first column is an ID.
fn read(book: &str) -> Vec<RuleText> {
    let mut rules = Vec::new();
    let (mut part, mut heads) = ("", Vec::new());
    for line in book.lines() {
        if line.starts_with('#') {
            part = line.trim_start_matches('#').trim();
            continue;
        }
        let Some(row) = line.strip_prefix('|') else { continue };
        let cells: Vec<&str> = row.trim_end().trim_end_matches('|').split('|').map(str::trim).collect();
        if cells[0] == "ID" {
            heads = cells;
            continue;
        }
        let is_id = |cell: &str| {
            let number = cell.rsplit('-').next().unwrap_or_default();
            cell.contains('-') && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
        };
        if heads.len() > 1 && is_id(cells[0]) {
            let columns =
                heads.iter().zip(&cells).skip(1).filter(|(_, text)| !text.is_empty() && **text != "—");
            let columns =
                columns.map(|(head, text)| ((*head).to_owned(), text.replace("**", "").replace('`', "")));
            rules.push(RuleText {
                id: cells[0].to_owned(),
                part: part.to_owned(),
                columns: columns.collect(),
            });
        }
    }
    rules
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_book_is_read() {
        assert!(RULES.len() > 300, "{}", RULES.len());
        for id in ["NL-DUN-04", "AMB-12", "FAQ-19", "OFFICE-15", "PORTAL-01", "BE-SANC-01"] {
            let rule = RULES.iter().find(|rule| rule.id == id);
            assert!(rule.is_some_and(|rule| !rule.columns.is_empty() && !rule.part.is_empty()), "{id}");
        }
    }

    #[test]
    fn a_rule_names_its_neighbours() {
        let page = Page::new(crate::Words::new(kernel::Language::En), "/desk/rules/NL-DUN-03", "t");
        let rule = RulePage::new(page.clone(), "NL-DUN-03").unwrap();
        assert!(rule.see.contains(&RuleChip::linked("AMB-12")), "{:?}", rule.see);
        assert!(RulePage::new(page, "NL-NONE-99").is_none()); // no such rule
    }
}
