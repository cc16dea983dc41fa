//! Contracts that could not be carried on with: each stands alone, the day goes on without it.

use app::access::Action;
use app::views::desk as views;
use askama::Template;
use kernel::Instant;

use super::common;
use crate::part::Empty;
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit};

/// Something stuck.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StuckRow {
    /// About what: address and words.
    pub about: (String, String),
    /// What was being done.
    pub what: String,
    /// Since when.
    pub since: Instant,
    /// How often it was tried.
    pub tries: usize,
    /// Why it fails, for people who can repair it.
    pub why: String,
    /// Where "try again" goes; `None` when the reader may only look.
    pub action: Option<String>,
}

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "desk/stuck.html")]
pub struct StuckPage {
    /// The frame.
    pub page: Page,
    /// What is stuck, oldest first.
    pub rows: Vec<StuckRow>,
    /// What is shown when nothing is.
    pub none: Empty,
}

impl StuckPage {
    /// The list.
    pub fn new(page: Page, rows: Vec<StuckRow>) -> Self {
        Self { none: Empty::new(page.t("stuck-none"), page.t("stuck-none-text")), rows, page }
    }
}

pub(super) fn routes(site: Site) -> Site {
    site.get("/desk/stuck", Access::on(Action::ViewStuck), show).post(
        "/desk/stuck/{run}/{stream}",
        Access::on(Action::ResolveStuck),
        again,
    )
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    let app = visit.app()?.clone();
    let items = common::read(&visit, move |tx| views::stuck(&app, tx)).await?;
    let may = common::may_ever(&visit, Action::ResolveStuck);
    let page = visit.page();
    let rows = items.into_iter().map(|(item, about)| StuckRow {
        about: common::link(&about),
        what: page.maybe(&format!("run-{}", item.what)).unwrap_or_else(|| item.what.clone()),
        since: item.since,
        tries: usize::try_from(item.tries).unwrap_or(usize::MAX),
        why: item.error,
        action: may.then(|| format!("/desk/stuck/{}/{}", item.what, item.stream)),
    });
    let rows = rows.collect();
    Answer::page(&StuckPage::new(page, rows))
}

/// Takes something off the list, so that the next run tries it again. Doing it twice is doing it once.
async fn again(visit: Visit) -> Result<Answer, Failure> {
    let stream = common::id(visit.parameter("stream"))?;
    let run = visit.parameter("run").to_owned();
    let cleared = common::write(&visit, move |tx| Ok(store::stuck::clear(tx, &run, &[stream])?)).await?;
    let cleared = cleared.map_err(Failure::Refused)?;
    let said = if cleared > 0 { "done-saved" } else { "done-already" };
    Ok(Answer::onward("/desk/stuck").say(said))
}
