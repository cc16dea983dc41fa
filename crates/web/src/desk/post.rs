//! Letters that came back, of all policies, and the lists in which the mail server and the post say what became of them.

use app::access::Action;
use app::contracts::Outcome;
use app::delivery::{fate, news};
use askama::Template;

use super::{common, receipt};
use crate::form::Filled;
use crate::part::{Cell, Empty, Fields, List, Notice, Pages, Summary, Tone, Upload};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit, Words};

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "desk/post.html")]
pub struct PostPage {
    /// The frame.
    pub page: Page,
    /// What came of a list that was read in.
    pub message: Option<Notice>,
    /// What is wrong.
    pub summary: Summary,
    /// `file`: the list.
    pub file: Upload,
    /// What came back.
    pub lost: List,
    /// Lines of the list that could not be recorded.
    pub left: List,
    /// Other parts of a long list.
    pub pages: Option<Pages>,
}

pub(super) fn routes(site: Site) -> Site {
    let access = Access::on(Action::DoTask);
    site.get("/desk/post", access, show).upload("/desk/post", access, "post", send)
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&view(&visit, &Filled::default(), None).await?)
}

/// Reads a list in and says what came of each line. The same list again records nothing.
async fn send(visit: Visit) -> Result<Answer, Failure> {
    let mut filled = visit.sent().clone();
    let words = visit.words();
    let file = filled.files("file").next().map(|file| file.bytes.to_vec());
    let Some(bytes) = file else {
        filled.wrong("file", words.t("post-file-missing"));
        return Answer::again(&view(&visit, &filled, None).await?);
    };
    let lines = match news::read(&bytes) {
        Ok(lines) => lines,
        Err(refused) => {
            filled.wrong("file", words.refusal(&refused));
            return Answer::again(&view(&visit, &filled, None).await?);
        }
    };
    let (app, now, actor) = (visit.app()?.clone(), visit.now(), visit.actor()?);
    let told = common::aside(move || news::record(&app, now, &actor, lines)).await?;
    Answer::page(&view(&visit, &Filled::default(), Some(told)).await?)
}

async fn view(visit: &Visit, filled: &Filled, told: Option<Vec<news::Told>>) -> Result<PostPage, Failure> {
    let part = common::part_of(visit);
    let (lost, count) = common::read(visit, move |tx| fate::lost(tx, part)).await?;
    let page = visit.page();
    let words = page.words();
    let mut file = Fields { words, area: "post", filled }.upload("file");
    file.limits = words.with("post-file-limits", "lines", news::LINES_MAX);
    let heads = ["post-letter", "post-about", "post-why"].map(|key| words.t(key));
    let rows = lost.iter().map(|letter| {
        let how = words.t(&format!("sent-{}", letter.channel));
        vec![
            Cell::Pair {
                text: words.t(&format!("letter-{}", letter.kind)),
                below: format!("{}, {how}", words.moment(&letter.made)),
            },
            about(letter),
            Cell::text(receipt::came_back(words, &letter.why)),
        ]
    });
    let none = Empty::new(words.t("letters-none"), "");
    Ok(PostPage {
        message: told.as_ref().map(|told| message(words, told)),
        summary: Summary::new(words, filled.faults()),
        file,
        lost: List::new(words.t("letters-title"), &heads, rows.collect(), none),
        left: left(words, told.as_deref().unwrap_or_default()),
        pages: common::pages(&page, "/desk/post?", part, count),
        page,
    })
}

fn about(letter: &fate::Lost) -> Cell {
    match &letter.policy {
        Some(policy) => Cell::Link {
            href: format!("/desk/policies/{policy}/letters"),
            text: policy.clone(),
            below: letter.claim.clone().unwrap_or_default(),
        },
        None => Cell::text("–"),
    }
}

fn message(words: Words, told: &[news::Told]) -> Notice {
    let count = |wanted: Outcome| told.iter().filter(|told| told.outcome == Ok(wanted)).count();
    let (done, again) = (count(Outcome::Done), count(Outcome::AlreadyDone));
    let left = told.len() - done - again;
    let tone = if left == 0 { Tone::Good } else { Tone::Warn };
    Notice::new(tone, words.with("post-done", "count", done)).text(
        words.say(
            "post-done-text",
            &[("again", words.number(again).into()), ("left", words.number(left).into())],
        ),
    )
}

fn left(words: Words, told: &[news::Told]) -> List {
    let heads = ["post-line", "receipt-reference", "post-why-not"].map(|key| words.t(key));
    let rows = told.iter().filter_map(|told| {
        let refused = told.outcome.as_ref().err()?;
        Some(vec![
            Cell::Figure(words.number(told.line)),
            Cell::text(told.reference.chars().take(60).collect::<String>()),
            Cell::text(words.refusal(refused)),
        ])
    });
    List::new(words.t("post-left"), &heads, rows.collect(), Empty::new("", "")).shown()
}
