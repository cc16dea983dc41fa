//! The work list: what must be done, by when, by whose rule.

use askama::Template;
use kernel::Instant;

use crate::Page;
use crate::part::{Badge, Cell, Empty, List, Pages, RuleChip, Tone};

/// Something to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Where it is done.
    pub href: String,
    /// What.
    pub title: String,
    /// About what: policy or claim number.
    pub about: String,
    /// Whose it is; empty when nobody has taken it.
    pub owner: String,
    /// By when; `None` when there is no hurry.
    pub due: Option<Instant>,
    /// The rule that asks for it.
    pub rule: Option<String>,
}

/// What the work list shows.
#[derive(Debug, Template)]
#[template(path = "desk/work.html")]
pub struct WorkPage {
    /// The frame.
    pub page: Page,
    /// The lists one may look at: address, name, whether it is this one.
    pub tabs: Vec<(String, String, bool)>,
    /// The tasks, the most urgent first.
    pub tasks: List,
    /// Other parts of a long list.
    pub pages: Option<Pages>,
}

impl WorkPage {
    /// The list as it stands at `now`.
    pub fn new(page: Page, tabs: Vec<(String, String, bool)>, tasks: Vec<Task>, now: Instant) -> Self {
        let heads = ["work-task", "work-due", "work-rule", "work-owner"].map(|key| page.t(key));
        let rows = tasks.into_iter().map(|task| {
            vec![
                Cell::Link { href: task.href, text: task.title, below: task.about },
                task.due.map_or(Cell::text("–"), |due| Cell::Badge(due_badge(&page, due, now))),
                Cell::Rules(task.rule.into_iter().map(RuleChip::linked).collect()),
                Cell::text(if task.owner.is_empty() { page.t("work-nobody") } else { task.owner }),
            ]
        });
        let none = Empty::new(page.t("work-none"), page.t("work-none-text"));
        Self { tasks: List::new(page.t("work-title"), &heads, rows.collect(), none), pages: None, tabs, page }
    }
}

/// A due instant, coloured by how near it is.
pub(super) fn due_badge(page: &Page, due: Instant, now: Instant) -> Badge {
    const DAY_SECONDS: i64 = 86_400;
    let left = due.as_second() - now.as_second();
    let tone = if left < 0 {
        Tone::Bad
    } else if left < 2 * DAY_SECONDS {
        Tone::Warn
    } else {
        Tone::Plain
    };
    Badge::new(tone, page.moment(&due))
}
