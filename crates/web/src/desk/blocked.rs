//! Accounts nothing is paid to: the list, another one, and the end of a block (OFFICE-15).

use std::collections::BTreeMap;

use app::access::Action;
use app::contracts::Outcome;
use app::money::blocked::{self, BlockReason, Blocked};
use app::views::desk as views;
use askama::Template;
use kernel::{Iban, Id};
use store::Tx;

use super::common;
use crate::form::Filled;
use crate::part::{Badge, Choice, Crumb, Empty, Field, Fields, Kind, Summary, Tone};
use crate::read::Reader;
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit};

/// A block in the list.
#[derive(Debug)]
pub struct Row {
    /// The account, its two ends.
    pub account: String,
    /// Why, since when and by whom.
    pub text: String,
    /// What was written.
    pub note: String,
    /// Whether it counts.
    pub badge: Badge,
    /// Names the block for the form that ends it; `None` when it has ended.
    pub key: Option<String>,
}

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "desk/blocked.html")]
pub struct BlockedPage {
    /// The frame.
    pub page: Page,
    /// Back to the payments.
    pub crumb: Crumb,
    /// What is wrong.
    pub summary: Summary,
    /// The blocks.
    pub rows: Vec<Row>,
    /// What is shown when there are none.
    pub none: Empty,
    /// The ID of what is sent.
    pub command: String,
    /// `iban`.
    pub iban: Field,
    /// `reason`.
    pub reason: Choice,
    /// `note`.
    pub note: Field,
}

pub(super) fn routes(site: Site) -> Site {
    let access = Access::on(Action::PreparePayments);
    site.get("/desk/blocked-accounts", access, show).post("/desk/blocked-accounts", access, send).post(
        "/desk/blocked-accounts/end",
        access,
        end,
    )
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&view(&visit, &Filled::default()).await?)
}

async fn send(visit: Visit) -> Result<Answer, Failure> {
    let mut filled = visit.sent().clone();
    let words = visit.words();
    let codes: Vec<&str> = BlockReason::ALL.iter().map(|reason| reason.code()).collect();
    let mut form = Reader { words, filled: &mut filled };
    let account = form.needed("iban", |text| Iban::parse(text).map_err(kernel::IbanError::code));
    let reason: Option<BlockReason> = form.one_of("reason", &codes).and_then(|code| code.parse().ok());
    let note = form.text("note");
    let (Some(account), Some(reason), Some(note)) = (account, reason, note) else {
        return Answer::again(&view(&visit, &filled).await?);
    };
    let (app, now, actor) = (visit.app()?.clone(), visit.now(), visit.actor()?);
    let id = visit.command("block")?;
    let done = common::write(&visit, move |tx| {
        blocked::block(&app, tx, now, (&id, &actor), &account, (reason, &note))
    });
    onward(visit.words(), done.await?)
}

async fn end(visit: Visit) -> Result<Answer, Failure> {
    let (now, actor, id) = (visit.now(), visit.actor()?, visit.command("unblock")?);
    let key = visit.sent().get("key").to_owned();
    let done = common::write(&visit, move |tx| blocked::unblock(tx, now, (&id, &actor), &key));
    onward(visit.words(), done.await?)
}

fn onward(_: crate::Words, done: Result<Outcome, app::Refused>) -> Result<Answer, Failure> {
    let said = match done {
        Ok(Outcome::Done) => "done-blocked",
        Ok(Outcome::AlreadyDone) => "done-already",
        Err(refused) => return Err(app::AppError::Refused(refused).into()),
    };
    Ok(Answer::onward("/desk/blocked-accounts").say(said))
}

async fn view(visit: &Visit, filled: &Filled) -> Result<BlockedPage, Failure> {
    let app = visit.app()?.clone();
    let read = move |tx: &mut Tx<'_>| {
        let list = blocked::list(&app, tx)?;
        let people: Vec<Id> = list.iter().map(|line| line.by).collect();
        let names = views::staff_names(&app, tx, &people)?;
        Ok((list, names))
    };
    let (list, names) = common::read(visit, read).await?;
    let page = visit.page();
    let words = page.words();
    let codes: Vec<&str> = BlockReason::ALL.iter().map(|reason| reason.code()).collect();
    let fields = Fields { words, area: "block", filled };
    Ok(BlockedPage {
        crumb: Crumb { href: "/desk/payments".into(), text: words.t("desk-nav-payments") },
        summary: Summary::new(words, filled.faults()),
        rows: list.iter().map(|line| row(words, line, &names)).collect(),
        none: Empty::new(words.t("block-none"), ""),
        command: visit.draw(),
        iban: fields.text("iban"),
        reason: fields.choice("reason", &codes),
        note: fields.field("note", Kind::Long),
        page,
    })
}

fn row(words: crate::Words, line: &Blocked, names: &BTreeMap<Id, String>) -> Row {
    let by = names.get(&line.by).cloned().unwrap_or_else(|| words.t("work-nobody"));
    let since = words.with2("block-since", "at", words.moment(&line.since), "name", by);
    let badge = match line.ended {
        None => Badge::new(Tone::Bad, words.t("block-on")),
        Some(at) => Badge::new(Tone::Plain, words.with("block-ended", "at", words.moment(&at))),
    };
    Row {
        account: line.account.clone(),
        text: format!("{} · {since}", words.t(&format!("block-reason-{}", line.reason.code()))),
        note: line.note.clone(),
        badge,
        key: line.ended.is_none().then(|| line.key.clone()),
    }
}
