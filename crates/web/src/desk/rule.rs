//! The text of a rule, where every chip leads.

use askama::Template;

use crate::Page;
use crate::part::Crumb;

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "desk/rule.html")]
pub struct RulePage {
    /// The frame.
    pub page: Page,
    /// Back to all rules.
    pub crumb: Crumb,
    /// Its ID.
    pub id: String,
    /// The part of the rule book it stands in.
    pub part: String,
    /// The columns of its row: name and text, in the language of the rule book.
    pub columns: Vec<(String, String)>,
    /// Rules and readings it names.
    pub see: Vec<crate::part::RuleChip>,
}
