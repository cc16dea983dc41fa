//! The work list: what must be done, by when, by whose rule.

use app::access::Action;
use app::tasks::TaskKind;
use app::views::desk as views;
use askama::Template;
use kernel::Instant;

use super::common;
use crate::part::{Badge, Cell, Empty, List, Pages, RuleChip, Tone};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit, Words};

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

/// The lists of the work list: code, and what is on it.
const TABS: [(&str, &[TaskKind]); 4] = [
    ("all", &TaskKind::ALL),
    ("applications", &[TaskKind::DecideApplication, TaskKind::ClearScreening, TaskKind::DecideChange]),
    (
        "claims",
        &[
            TaskKind::DecideClaim,
            TaskKind::AnswerObjection,
            TaskKind::ClaimTerm,
            TaskKind::CollectOwnShare,
            TaskKind::AwaitOldDevice,
            TaskKind::DeniedHandOver,
        ],
    ),
    (
        "money",
        &[
            TaskKind::FindRefundAccount,
            TaskKind::MissingStatement,
            TaskKind::MatchEntry,
            TaskKind::ReleaseFile,
            TaskKind::ReportedDeath,
            TaskKind::AskNewAccount,
        ],
    ),
];

pub(super) fn routes(site: Site) -> Site {
    site.get("/desk", Access::on(Action::ViewWorkList), show)
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    let app = visit.app()?.clone();
    let chosen = TABS.iter().find(|(code, _)| *code == visit.query().get("list")).unwrap_or(&TABS[0]);
    let (part, kinds) = (common::part_of(&visit), chosen.1);
    let (lines, count) = common::read(&visit, move |tx| views::work(&app, tx, kinds, part)).await?;
    let page = visit.page();
    let tabs = TABS.iter().map(|(code, _)| {
        let key = if *code == "all" { "all".to_owned() } else { format!("desk-nav-{code}") };
        (format!("/desk?list={code}"), page.t(&key), *code == chosen.0)
    });
    let tabs = tabs.collect();
    let tasks = lines.iter().map(|line| task(page.words(), line)).collect();
    let pages = common::pages(&page, &format!("/desk?list={}&", chosen.0), part, count);
    Answer::page(&WorkPage { pages, ..WorkPage::new(page, tabs, tasks, visit.now()) })
}

/// The page on which a task about a policy is finished, where that is not the policy itself.
pub(super) fn finishes(kind: TaskKind, number: &str) -> Option<String> {
    let page = match kind {
        TaskKind::AskNewAccount => "account",
        TaskKind::ReportedDeath => "death",
        TaskKind::RedeliverLetter => "letters",
        TaskKind::DecideChange => "requests",
        TaskKind::FindRefundAccount => "refund",
        _ => return None,
    };
    Some(format!("/desk/policies/{number}/{page}"))
}

fn task(words: Words, line: &views::WorkLine) -> Task {
    let (href, about) = common::link(&line.about);
    let href = match line.task.kind {
        TaskKind::MatchEntry | TaskKind::MissingStatement => "/desk/statements".to_owned(),
        TaskKind::ReleaseFile => format!("/desk/statements/files/{}", line.task.stream),
        kind => {
            finishes(kind, &about).filter(|_| matches!(line.about, views::About::Policy(_))).unwrap_or(href)
        }
    };
    let amount = line.task.amount.map(|amount| format!(" · {}", words.money(&amount))).unwrap_or_default();
    Task {
        href,
        title: words.t(&format!("task-{}", line.task.kind.code())),
        about: format!("{about}{amount}"),
        owner: match &line.owner {
            Some(name) if name.is_empty() => words.t("claims-handler-somebody"),
            Some(name) => name.clone(),
            None => String::new(),
        },
        due: line.task.due,
        rule: Some(line.task.rule.clone()),
    }
}
