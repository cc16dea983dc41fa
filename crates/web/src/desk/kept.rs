//! One bank file that is odd: what was found in it, and the decision on it. Nothing of it is booked until a person releases it.

use app::access::Action;
use app::contracts::Outcome;
use app::money::{
    kept::{self, KeptFile},
    statements,
};
use app::views::desk as views;
use askama::Template;
use kernel::{Iban, Id};
use store::Tx;

use super::{common, statements::imported_message};
use crate::form::Filled;
use crate::part::{Badge, Cell, Crumb, Empty, Field, Fields, Kind, List, Notice, RuleChip, Summary, Tone};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit, Words};

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "desk/kept.html")]
pub struct KeptPage {
    /// The frame.
    pub page: Page,
    /// Back to the statements.
    pub crumb: Crumb,
    /// What came of a decision just made.
    pub message: Option<Notice>,
    /// Which file: name and value.
    pub facts: Vec<(String, String)>,
    /// What is odd, each with its rule.
    pub findings: Vec<(String, Option<RuleChip>)>,
    /// Where the file itself is.
    pub file: String,
    /// The decision; none when it was made.
    pub decide: Option<Decide>,
}

/// The form of the decision.
#[derive(Debug)]
pub struct Decide {
    /// Where it goes.
    pub action: String,
    /// The ID of this decision, so that sending it twice is once.
    pub command: String,
    /// What is wrong.
    pub summary: Summary,
    /// `reason`: why it is put aside.
    pub reason: Field,
}

const PATH: &str = "/desk/statements/files/{file}";

pub(super) fn routes(site: Site) -> Site {
    let access = Access::on(Action::ImportStatement);
    site.get(PATH, access, show).post(PATH, access, decide).get(
        "/desk/statements/files/{file}/xml",
        access,
        file,
    )
}

/// Files that wait, for the page of statements.
pub(super) fn list(page: &Page, files: &[KeptFile]) -> List {
    let words = page.words();
    let heads = ["kept-file", "kept-odd", "policy-status"].map(|key| page.t(key));
    let rows = files.iter().map(|file| {
        let first = file.findings.first().map(|found| words.refusal(found)).unwrap_or_default();
        vec![
            Cell::Link {
                href: format!("/desk/statements/files/{}", file.id),
                text: file.name.clone(),
                below: format!("{} · {}", file.kind, page.moment(&file.received)),
            },
            Cell::text(first),
            Cell::Badge(badge(words, file)),
        ]
    });
    List::new(page.t("kept-title"), &heads, rows.collect(), Empty::new(page.t("kept-none"), ""))
}

fn badge(words: Words, file: &KeptFile) -> Badge {
    let (tone, key) = match file.state.as_str() {
        "waits" => (Tone::Warn, "kept-waits"),
        "booked" => (Tone::Good, "kept-booked"),
        _ => (Tone::Plain, "kept-dismissed"),
    };
    Badge::new(tone, words.t(key))
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&view(&visit, &Filled::default(), None).await?)
}

/// Books the file all the same, or puts it aside.
async fn decide(visit: Visit) -> Result<Answer, Failure> {
    let mut filled = visit.sent().clone();
    let (app, now, actor, id) = (visit.app()?.clone(), visit.now(), visit.actor()?, asked(&visit)?);
    let words = visit.words();
    let command = visit.command("kept")?;
    if filled.get("do") == "release" {
        let released = common::aside(move || {
            Ok(match kept::release(&app, now, (&command, &actor), id) {
                Err(app::AppError::Refused(refused)) => Err(refused),
                other => Ok(other?),
            })
        });
        return match released.await? {
            Ok(imported) => {
                let message = imported_message(words, &imported);
                Answer::page(&view(&visit, &Filled::default(), Some(message)).await?)
            }
            Err(refused) => again(&visit, filled, &refused).await,
        };
    }
    let reason = filled.get("reason").to_owned();
    if reason.trim().is_empty() {
        filled.wrong("reason", words.t("refusal-reason-missing"));
        return Answer::again(&view(&visit, &filled, None).await?);
    }
    let done = common::write(&visit, move |tx| kept::dismiss(&app, tx, now, (&command, &actor), id, &reason));
    match done.await? {
        Ok(Outcome::Done) => Ok(Answer::onward("/desk/statements").say("done-saved")),
        Ok(Outcome::AlreadyDone) => Ok(Answer::onward("/desk/statements").say("done-already")),
        Err(refused) => again(&visit, filled, &refused).await,
    }
}

async fn again(visit: &Visit, mut filled: Filled, refused: &app::Refused) -> Result<Answer, Failure> {
    filled.wrong("", visit.words().refusal(refused));
    Answer::again(&view(visit, &filled, None).await?)
}

/// The file as the bank made it.
async fn file(visit: Visit) -> Result<Answer, Failure> {
    let (app, id) = (visit.app()?.clone(), asked(&visit)?);
    let read = move |tx: &mut Tx<'_>| Ok((kept::one(tx, id)?.kind, kept::bytes(&app, tx, id)?));
    let (kind, bytes) = common::read(&visit, read).await?;
    Ok(Answer::download("application/xml", format!("{kind}_{id}.xml"), bytes))
}

fn asked(visit: &Visit) -> Result<Id, Failure> {
    common::id(visit.parameter("file"))
}

async fn view(visit: &Visit, filled: &Filled, message: Option<Notice>) -> Result<KeptPage, Failure> {
    let (app, id) = (visit.app()?.clone(), asked(visit)?);
    let read = move |tx: &mut Tx<'_>| {
        let file = kept::one(tx, id)?;
        let people: Vec<Id> = [Some(file.received_by), file.decided_by].into_iter().flatten().collect();
        Ok((views::staff_names(&app, tx, &people)?, file))
    };
    let (names, file) = common::read(visit, read).await?;
    let page = visit.page();
    let words = page.words();
    let name = |id: Id| names.get(&id).cloned().unwrap_or_else(|| words.t("kept-machine"));
    let decided = file
        .decided
        .zip(file.decided_by)
        .map(|(at, by)| words.with2("batch-released", "at", page.moment(&at), "name", name(by)));
    let account = Iban::parse(&file.account).ok().map(|iban| iban.masked());
    let facts = [
        ("kept-file", Some(file.name.clone())),
        ("kept-kind", Some(file.kind.clone())),
        ("statement-account", account),
        (
            "kept-came",
            Some(words.with2(
                "batch-released",
                "at",
                page.moment(&file.received),
                "name",
                name(file.received_by),
            )),
        ),
        ("policy-status", Some(badge(words, &file).text)),
        ("kept-decided", decided),
    ];
    let findings = file
        .findings
        .iter()
        .map(|found| (words.refusal(found), found.rule.map(|rule| RuleChip::linked(rule.id()))));
    let path = format!("/desk/statements/files/{id}");
    Ok(KeptPage {
        crumb: Crumb { href: "/desk/statements".to_owned(), text: words.t("desk-nav-statements") },
        message,
        facts: facts.into_iter().filter_map(|(key, value)| Some((words.t(key), value?))).collect(),
        findings: findings.collect(),
        file: format!("{path}/xml"),
        decide: (file.state == "waits").then(|| Decide {
            action: path,
            command: visit.draw(),
            summary: Summary::new(words, filled.faults()),
            reason: Fields { words, area: "kept", filled }.field("reason", Kind::Long),
        }),
        page,
    })
}

/// Says that a file waits, and why.
pub(super) fn imported_kept(words: Words, imported: &statements::Imported) -> Option<Notice> {
    imported.kept?;
    let why = imported.odd.first().map(|found| words.refusal(found)).unwrap_or_default();
    Some(Notice::new(Tone::Warn, words.t("kept-now")).text(why))
}
