//! Lists of applications, policies and claims, with search.

use askama::Template;
use kernel::Instant;

use crate::Page;
use crate::part::{Badge, Cell, Empty, List, Pages};

/// Which list it is; decides title, words and address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lists {
    /// Applications that wait for a decision.
    Applications,
    /// Policies.
    Policies,
    /// Claims.
    Claims,
}

impl Lists {
    fn code(self) -> &'static str {
        match self {
            Self::Applications => "applications",
            Self::Policies => "policies",
            Self::Claims => "claims",
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
            action: format!("/desk/{code}"),
            search_hint: page.t("list-search-hint"),
            search,
            pages: None,
            page,
        }
    }
}
