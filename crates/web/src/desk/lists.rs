//! Lists of applications and policies, with search.

use app::access::Action;
use app::views::desk::{self as views, Filter, PolicyLine};
use askama::Template;
use kernel::Instant;

use super::common;
use crate::part::{Badge, Cell, Empty, List, Pages};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit, Words};

/// Which list it is; decides title, words and address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lists {
    /// Applications that wait for a decision.
    Applications,
    /// Policies.
    Policies,
}

impl Lists {
    fn code(self) -> &'static str {
        match self {
            Self::Applications => "applications",
            Self::Policies => "policies",
        }
    }
}

/// One file in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRow {
    /// Its page.
    pub href: String,
    /// Its number.
    pub number: String,
    /// Whose it is.
    pub name: String,
    /// What it is about: device and plan, or what happened.
    pub about: String,
    /// Where it stands.
    pub status: Badge,
    /// When it came in.
    pub since: Instant,
    /// By when something must happen.
    pub due: Option<Instant>,
}

/// What a list shows.
#[derive(Debug, Template)]
#[template(path = "desk/list.html")]
pub struct ListPage {
    /// The frame.
    pub page: Page,
    /// Its title.
    pub title: String,
    /// Where the search goes.
    pub action: String,
    /// Parts of the list: address, name, whether it is this one.
    pub tabs: Vec<(String, String, bool)>,
    /// What can be begun here: address and words.
    pub begin: Option<(String, String)>,
    /// What was searched for.
    pub search: String,
    /// What may be searched for, in words.
    pub search_hint: String,
    /// The files.
    pub files: List,
    /// Other parts of a long list.
    pub pages: Option<Pages>,
}

impl ListPage {
    /// The list as it stands at `now`.
    pub fn new(page: Page, which: Lists, search: String, files: Vec<FileRow>, now: Instant) -> Self {
        let code = which.code();
        let heads =
            ["list-file", "list-about", "list-status", "list-since", "list-due"].map(|key| page.t(key));
        let rows = files.into_iter().map(|file| {
            vec![
                Cell::Link { href: file.href, text: file.number, below: file.name },
                Cell::text(file.about),
                Cell::Badge(file.status),
                Cell::text(page.moment(&file.since)),
                file.due
                    .map_or(Cell::text("–"), |due| Cell::Badge(super::work::due_badge(&page, due, now))),
            ]
        });
        let none = if search.is_empty() { "list-none" } else { "list-not-found" };
        let none = Empty::new(page.t(none), page.t(&format!("{none}-text")));
        let title = page.t(&format!("desk-nav-{code}"));
        Self {
            files: List::new(&title, &heads, rows.collect(), none),
            title,
            action: "/desk/search".to_owned(),
            tabs: Vec::new(),
            begin: None,
            search_hint: page.t("list-search-hint"),
            search,
            pages: None,
            page,
        }
    }
}

pub(super) fn routes(site: Site) -> Site {
    site.get("/desk/applications", Access::on(Action::ViewApplication), applications)
        .get("/desk/policies", Access::on(Action::ViewPolicy), policies)
        .get("/desk/search", Access::on(Action::SearchPeople), search)
}

async fn applications(visit: Visit) -> Result<Answer, Failure> {
    let part = common::part_of(&visit);
    let found = common::read(&visit, move |tx| views::applications(tx, part)).await?;
    let page = visit.page();
    let files = found.lines.iter().map(|line| policy_row(page.words(), line, "applications")).collect();
    let pages = common::pages(&page, "/desk/applications?", part, found.count);
    let begin = common::may_ever(&visit, Action::AcceptApplication)
        .then(|| ("/desk/applications/new".to_owned(), page.t("enter-title")));
    let list = ListPage::new(page, Lists::Applications, String::new(), files, visit.now());
    Answer::page(&ListPage { pages, begin, ..list })
}

async fn policies(visit: Visit) -> Result<Answer, Failure> {
    let (part, filter) = (common::part_of(&visit), filter(&visit));
    let found = common::read(&visit, move |tx| views::policies(tx, filter.1, part)).await?;
    let page = visit.page();
    let files = found.lines.iter().map(|line| policy_row(page.words(), line, "policies")).collect();
    let pages = common::pages(&page, &format!("/desk/policies?show={}&", filter.0), part, found.count);
    let tabs = tabs(&page, "policies", filter.0);
    let list = ListPage::new(page, Lists::Policies, String::new(), files, visit.now());
    Answer::page(&ListPage { pages, tabs, ..list })
}

/// Finds by the whole number, address or device number; one hit is opened at once.
async fn search(visit: Visit) -> Result<Answer, Failure> {
    let app = visit.app()?.clone();
    let text = visit.query().get("q").to_owned();
    let wanted = text.clone();
    let found = common::read(&visit, move |tx| views::search(&app, tx, &wanted)).await?;
    visit.look(found.people.clone()).await?;
    if let Some(claim) = &found.claim {
        return Ok(Answer::onward(format!("/desk/claims/{claim}")));
    }
    if let [policy] = found.policies.as_slice() {
        return Ok(Answer::onward(policy_href(policy, "policies")));
    }
    let page = visit.page();
    let words = page.words();
    let files = found.policies.iter().map(|line| policy_row(words, line, "policies")).collect();
    Answer::page(&ListPage::new(page, Lists::Policies, text, files, visit.now()))
}

const FILTERS: [(&str, Filter); 3] = [("all", Filter::All), ("open", Filter::Open), ("over", Filter::Over)];

/// Which part of a list is asked for: what is under way, unless something else is said.
fn filter(visit: &Visit) -> (&'static str, Filter) {
    let asked = visit.query().get("show");
    FILTERS.into_iter().find(|(code, _)| *code == asked).unwrap_or(FILTERS[1])
}

fn tabs(page: &Page, list: &str, chosen: &str) -> Vec<(String, String, bool)> {
    let tab = |(code, _): (&str, Filter)| {
        (format!("/desk/{list}?show={code}"), page.t(&format!("{list}-{code}")), code == chosen)
    };
    FILTERS.into_iter().map(tab).collect()
}

/// An application is decided on its own page; afterwards it is a policy like others.
fn policy_href(line: &PolicyLine, list: &str) -> String {
    let waits = matches!(line.phase.as_str(), "screening" | "applied");
    format!("/desk/{}/{}", if waits { "applications" } else { list }, line.number)
}

fn policy_row(words: Words, line: &PolicyLine, list: &str) -> FileRow {
    let open = line.open.is_positive().then(|| words.with("list-open", "amount", words.money(&line.open)));
    let blocked = line.blocked.then(|| words.t("list-blocked"));
    let about = std::iter::once(common::plan(words, &line.plan)).chain(open).chain(blocked);
    FileRow {
        href: policy_href(line, list),
        number: line.number.clone(),
        name: String::new(),
        about: about.collect::<Vec<_>>().join(" · "),
        status: common::phase(words, &line.phase),
        since: line.applied,
        due: line.until,
    }
}
