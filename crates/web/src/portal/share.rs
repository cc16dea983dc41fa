//! What the partner that brought the customer may see: opened and closed by the customer, or at the desk on their request, with
//! what it sees shown beside it, and when it looked (PORTAL-13, PRIV-24).

use app::AppError;
use app::contracts::Outcome;
use app::partner::{self, Seen, Standing, Wish};
use askama::Template;
use kernel::Role;
use store::Priority;

use super::proposal;
use crate::form::Filled;
use crate::part::{Cell, Choice, Crumb, Empty, Fields, List, Notice, Style, Summary, Tone};
use crate::partner::facts;
use crate::{Answer, Failure, Page, Visit, Words};

const LOOK: &str = "look";
const REPORT: &str = "report";

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "portal/share.html")]
pub struct SharePage {
    /// The frame.
    pub page: Page,
    /// Back to the policy.
    pub crumb: Crumb,
    /// Whose view it is about, as the title.
    pub title: String,
    /// What is decided here; `None` when the policy has no partner.
    pub shared: Option<Shared>,
    /// What is said then.
    pub none: Empty,
}

/// What is opened to a partner, and the forms.
#[derive(Debug)]
pub struct Shared {
    /// What it is about.
    pub lead: String,
    /// What stands now.
    pub now: Notice,
    /// What is wrong with what was sent.
    pub summary: Summary,
    /// Where the forms go.
    pub action: String,
    /// The ID of what is decided.
    pub command: String,
    /// `may`: `look`, `report`.
    pub may: Choice,
    /// What stopping means; `None` when nothing is open.
    pub stop: Option<String>,
    /// The heading over what the partner sees.
    pub sees: String,
    /// What it sees: name and value.
    pub facts: Vec<(String, String)>,
    /// When it looked.
    pub looked: List,
}

pub(crate) async fn show(visit: Visit) -> Result<Answer, Failure> {
    let (seen, standing) = read(&visit).await?;
    let mut filled = Filled::default();
    if let Some(view) = standing.as_ref().and_then(|standing| standing.view) {
        filled.add_value("may".to_owned(), LOOK.to_owned());
        if view.reports {
            filled.add_value("may".to_owned(), REPORT.to_owned());
        }
    }
    Answer::page(&view(&visit, &seen, standing, &filled))
}

pub(crate) async fn send(visit: Visit) -> Result<Answer, Failure> {
    let words = visit.words();
    let mut filled = visit.sent().clone();
    let ticked = |what: &str| filled.all("may").any(|value| value == what);
    let wish = match (filled.get("do") == "stop", ticked(LOOK), ticked(REPORT)) {
        (true, _, _) | (false, false, false) => Some(Wish::Nothing),
        (false, true, false) => Some(Wish::Look),
        (false, true, true) => Some(Wish::LookAndReport),
        (false, false, true) => None,
    };
    let (seen, standing) = read(&visit).await?;
    let Some(wish) = wish else {
        let name = standing.as_ref().map(|standing| standing.partner.clone()).unwrap_or_default();
        filled.wrong("may", words.with("share-report-needs-look", "partner", name));
        return Answer::again(&view(&visit, &seen, standing, &filled));
    };
    let (app, now, contract) = (visit.app()?.clone(), visit.now(), visit.thing()?);
    let (command, actor) = (visit.command("partner-view")?, visit.actor()?);
    let write =
        move |tx: &mut store::Tx<'_>| partner::wish(&app, tx, now, (&command, &actor), contract, wish);
    match visit.app()?.db.write_async(Priority::Click, write).await {
        Ok(outcome) => {
            let said = match (outcome, wish) {
                (Outcome::AlreadyDone, _) => "done-already",
                (Outcome::Done, Wish::Nothing) => "done-share-closed",
                (Outcome::Done, Wish::Look | Wish::LookAndReport) => "done-share-opened",
            };
            Ok(Answer::onward(format!("{}/partner", policy(&visit))).say(said))
        }
        Err(error) => {
            filled.wrong("", words.refusal(&proposal::refused(error)?));
            Answer::again(&view(&visit, &seen, standing, &filled))
        }
    }
}

async fn read(visit: &Visit) -> Result<(Seen, Option<Standing>), Failure> {
    let (app, now, contract) = (visit.app()?.clone(), visit.now(), visit.thing()?);
    let read = visit.app()?.db.read_async(move |tx| {
        Ok::<_, AppError>((
            partner::seen_of(&app, tx, now, contract)?,
            partner::standing(&app, tx, contract)?,
        ))
    });
    let (seen, standing) = read.await?;
    // Who opens it for the customer sees their name.
    visit.look(vec![seen.holder]).await?;
    Ok((seen, standing))
}

/// The page of the policy that the reader came from.
fn policy(visit: &Visit) -> String {
    let place = if is_desk(visit) { "desk" } else { "my" };
    format!("/{place}/policies/{}", visit.parameter("number"))
}

fn is_desk(visit: &Visit) -> bool {
    visit.visitor().is_some_and(|visitor| visitor.role != Role::Policyholder)
}

fn view(visit: &Visit, seen: &Seen, standing: Option<Standing>, filled: &Filled) -> SharePage {
    let page = visit.page();
    let words = page.words();
    let number = seen.number.to_string();
    let title = match &standing {
        Some(standing) => words.with("share-title", "partner", standing.partner.as_str()),
        None => words.t("share-desk"),
    };
    SharePage {
        crumb: Crumb { href: policy(visit), text: number },
        title,
        shared: standing.map(|standing| shared(visit, words, seen, &standing, filled)),
        none: Empty::new(words.t("share-none"), words.t("share-none-text")),
        page,
    }
}

fn shared(visit: &Visit, words: Words, seen: &Seen, standing: &Standing, filled: &Filled) -> Shared {
    let partner = standing.partner.as_str();
    let say = |key: &str| words.with(key, "partner", partner);
    let now = match standing.view {
        None => Notice::new(Tone::Plain, say("share-now-nothing")),
        Some(view) => {
            let key = if view.reports { "share-now-report" } else { "share-now-look" };
            Notice::new(Tone::Info, words.with2(key, "partner", partner, "at", words.moment(&view.since)))
        }
    };
    let f = Fields { words, area: "share", filled };
    let row = |at: &kernel::Instant| vec![Cell::text(words.moment(at))];
    let none = Empty::new(say("share-looked-none"), "");
    Shared {
        lead: say(if is_desk(visit) { "share-lead-desk" } else { "share-lead" }),
        now,
        summary: Summary::new(words, filled.faults()),
        action: format!("{}/partner", policy(visit)),
        command: visit.draw(),
        may: f.choice("may", &[LOOK, REPORT]).style(Style::Ticks),
        stop: standing.view.map(|_| say("share-stop-text")),
        sees: say("share-seen"),
        facts: facts(words, seen),
        looked: List::new(
            say("share-looked"),
            &[words.t("share-looked-at")],
            standing.looked.iter().map(row).collect(),
            none,
        )
        .shown(),
    }
}
