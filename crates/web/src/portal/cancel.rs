//! Cancelling or withdrawing: what it would do, by which rule and with which sum, before anything is done (PORTAL-10,
//! PORTAL-11, LAW-COOL-05). Of the ways that are open the one that ends first is shown; the others are a click away.

use app::AppError;
use app::contracts::{Order, Outcome};
use app::endings::{self, Entered};
use app::views::portal as view_of;
use askama::Template;
use policy::{Command, EndQuote, EndWay, Notice};
use store::Priority;

use crate::part::{Crumb, EndTold};
use crate::{Answer, Failure, Page, Visit, Words};

/// What the page shows before the button.
#[derive(Debug, Template)]
#[template(path = "portal/cancel.html")]
pub struct CancelPage {
    /// The frame.
    pub page: Page,
    /// Back to the policy.
    pub crumb: Crumb,
    /// Where the form goes.
    pub action: String,
    /// The ID of this order, so that sending it twice is once.
    pub command: String,
    /// The device.
    pub device: String,
    /// Withdrawing from the contract; cancelling otherwise.
    pub is_withdrawal: bool,
    /// In which way, for the form to send back: what was shown is what is done.
    pub way: String,
    /// When, why, and what comes back.
    pub told: EndTold,
    /// Other ways that are open: address and words.
    pub others: Vec<(String, String)>,
}

pub(super) async fn show(visit: Visit) -> Result<Answer, Failure> {
    let app = visit.app()?.clone();
    let (now, contract) = (visit.now(), visit.thing()?);
    let read = visit.app()?.db.read_async(move |tx| {
        let ways = endings::open_ways(&app, tx, now, contract)?;
        Ok::<_, AppError>((ways, view_of::policy_of(&app, tx, now, contract)?))
    });
    let (ways, policy) = read.await?;
    let page = visit.page();
    let words = page.words();
    let here = format!("/my/policies/{}", policy.line.number);
    let asked = visit.query().get("way");
    let shown = ways.iter().find(|quote| quote.way.code() == asked).or(ways.first());
    let shown = shown.ok_or(Failure::NotFound)?;
    let others = ways.iter().filter(|quote| quote.way != shown.way);
    Answer::page(&CancelPage {
        crumb: Crumb { href: here.clone(), text: policy.line.model.clone() },
        action: format!("{here}/cancel"),
        command: visit.draw(),
        device: policy.line.model,
        is_withdrawal: shown.way == EndWay::CoolingOff,
        way: shown.way.code().to_owned(),
        told: EndTold::new(words, policy.country, shown, false),
        others: others.map(|quote| other(words, &here, quote)).collect(),
        page,
    })
}

fn other(words: Words, here: &str, quote: &EndQuote) -> (String, String) {
    let name = words.t(&format!("ending-way-{}", quote.way.code()));
    let text = words.with2("ending-other", "way", name, "at", words.until(&quote.ends));
    (format!("{here}/cancel?way={}", quote.way.code()), text)
}

/// Does what the page showed. When that way has closed meanwhile, because a term ran out, nothing is done.
pub(super) async fn send(visit: Visit) -> Result<Answer, Failure> {
    let app = visit.app()?.clone();
    let (now, contract, actor) = (visit.now(), visit.thing()?, visit.actor()?);
    let way = EndWay::from_code(visit.sent().get("way")).ok_or(Failure::Malformed)?;
    let mut notice = Notice::new(way, now);
    notice.channel = Some(actor.channel);
    let entered = Entered { id: visit.command("cancel")?, contract, version: None, notice, actor };
    let done = visit.app()?.db.write_async(Priority::Click, move |tx| endings::end(&app, tx, now, &entered));
    let say = match done.await? {
        Outcome::Done => "done-cancelled",
        Outcome::AlreadyDone => "done-already",
    };
    Ok(Answer::onward(format!("/my/policies/{}", visit.parameter("number"))).say(say))
}

/// Takes a cancellation back that does not work yet.
pub(super) async fn take_back(visit: Visit) -> Result<Answer, Failure> {
    let app = visit.app()?.clone();
    let (now, contract, actor) = (visit.now(), visit.thing()?, visit.actor()?);
    let way = EndWay::from_code(visit.sent().get("way")).ok_or(Failure::Malformed)?;
    let id = visit.command("stay")?;
    let order = Order { id, contract, command: Command::WithdrawCancellation { way }, actor };
    let done =
        visit.app()?.db.write_async(Priority::Click, move |tx| endings::take_back(&app, tx, now, &order));
    let say = match done.await? {
        Outcome::Done => "done-stayed",
        Outcome::AlreadyDone => "done-already",
    };
    Ok(Answer::onward(format!("/my/policies/{}", visit.parameter("number"))).say(say))
}
