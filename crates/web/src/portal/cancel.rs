//! Cancelling or withdrawing: what it would do, by which rule, before anything is done (PORTAL-10, PORTAL-11, LAW-COOL-05).

use app::contracts::{self, Order};
use app::views::portal::{self as view, Leaving};
use app::{AppError, Refused};
use askama::Template;
use kernel::Instant;
use policy::{Command, EndWay};
use store::Priority;

use crate::part::{Crumb, RuleChip};
use crate::{Answer, Failure, Page, Visit};

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
    /// When cover ends.
    pub ends: Instant,
    /// By which rule.
    pub rule: RuleChip,
    /// What comes back, in words.
    pub refund: String,
}

pub(super) async fn show(visit: Visit) -> Result<Answer, Failure> {
    let app = visit.app()?.clone();
    let (now, contract, actor) = (visit.now(), visit.thing()?, visit.actor()?);
    let read = visit.app()?.db.read_async(move |tx| {
        let leaving = view::leaving(&app, tx, now, contract, &actor)?;
        Ok::<_, AppError>((leaving, view::policy_of(&app, tx, now, contract)?))
    });
    let (leaving, policy) = read.await?;
    let page = visit.page();
    let words = page.words();
    let here = format!("/my/policies/{}", policy.line.number);
    let refund = if leaving.refund > kernel::Money::ZERO {
        words.with("cancel-refund", "amount", leaving.refund)
    } else {
        words.t("cancel-no-refund")
    };
    Answer::page(&CancelPage {
        crumb: Crumb { href: here.clone(), text: policy.line.model.clone() },
        action: format!("{here}/cancel"),
        command: visit.draw(),
        device: policy.line.model,
        is_withdrawal: leaving.way == EndWay::CoolingOff,
        ends: leaving.ends,
        rule: RuleChip::plain(leaving.rule.id()),
        refund,
        page,
    })
}

/// Does what the page showed. When the way changed meanwhile, because a term ran out, it is shown again.
pub(super) async fn send(visit: Visit) -> Result<Answer, Failure> {
    let app = visit.app()?.clone();
    let (now, contract, actor) = (visit.now(), visit.thing()?, visit.actor()?);
    let command = visit.command("cancel")?;
    let shown = visit.sent().get("way").to_owned();
    let done = visit.app()?.db.write_async(Priority::Click, move |tx| {
        if store::command::seen(tx, &[command.as_str()])?.remove(0).is_some() {
            return Ok(true);
        }
        let leaving: Leaving = view::leaving(&app, tx, now, contract, &actor)?;
        if way_name(leaving.way) != shown {
            return Ok(false);
        }
        let cancel = Command::Cancel { notice: Box::new(leaving.notice(now)) };
        let order = Order { id: command.clone(), contract, command: cancel, actor: actor.clone() };
        for answer in contracts::execute(&app, tx, now, &[order])? {
            answer.map_err(|refused: Refused| AppError::Refused(refused))?;
        }
        Ok::<_, AppError>(true)
    });
    if done.await? {
        let policy = visit.parameter("number");
        Ok(Answer::onward(format!("/my/policies/{policy}")).say("done-cancelled"))
    } else {
        Err(Failure::Conflict)
    }
}

fn way_name(way: EndWay) -> &'static str {
    if way == EndWay::CoolingOff { "withdraw" } else { "cancel" }
}
