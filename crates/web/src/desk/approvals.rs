//! What waits for a second pair of eyes: proposer and approver are never the same person (OFFICE-15).

use app::access::{Action, Resource};
use app::approvals::{self, Verdict};
use app::contracts::Outcome;
use app::views::desk as views;
use askama::Template;
use kernel::{Id, Instant, Money};
use store::Tx;

use super::common;
use crate::part::{Empty, Notice, Pages, RuleChip, Tone};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit};

/// A proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// What it would do.
    pub title: String,
    /// About what: address and words.
    pub about: (String, String),
    /// Who proposed it.
    pub proposer: String,
    /// When.
    pub at: Instant,
    /// How much money it moves.
    pub amount: Option<Money>,
    /// Why it needs approval.
    pub rules: Vec<RuleChip>,
    /// The reason that was given; may be empty.
    pub reason: String,
    /// Where the answer goes; `None` when the reader proposed it or may not approve.
    pub action: Option<String>,
    /// The ID of the answer.
    pub command: String,
}

/// What the list of proposals shows.
#[derive(Debug, Template)]
#[template(path = "desk/approvals.html")]
pub struct ApprovalsPage {
    /// The frame.
    pub page: Page,
    /// A message, such as why it was not carried out.
    pub message: Option<Notice>,
    /// Other parts of a long list.
    pub pages: Option<Pages>,
    /// The proposals, oldest first.
    pub proposals: Vec<Proposal>,
    /// What is shown when there are none.
    pub none: Empty,
}

impl ApprovalsPage {
    /// The list.
    pub fn new(page: Page, proposals: Vec<Proposal>) -> Self {
        let none = Empty::new(page.t("approvals-none"), page.t("approvals-none-text"));
        Self { message: None, pages: None, none, proposals, page }
    }
}

pub(super) fn routes(site: Site) -> Site {
    site.get("/desk/approvals", Access::on(Action::ViewWorkList), show).post(
        "/desk/approvals/{approval}",
        Access::on(Action::DoTask),
        decide,
    )
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&view(&visit, None).await?)
}

/// Decides on a proposal. Who may is asked for the proposal itself: the proposer never may.
async fn decide(visit: Visit) -> Result<Answer, Failure> {
    let verdict = match visit.sent().get("answer") {
        "approve" => Verdict::Approve,
        "decline" => Verdict::Decline,
        _ => return Err(Failure::Malformed),
    };
    let approval = common::id(visit.parameter("approval")).map_err(|_| Failure::NotFound)?;
    let proposed = common::read(&visit, move |tx| views::proposed(tx, approval)).await?;
    let proposed = proposed.ok_or(Failure::NotFound)?;
    let on = Resource { owner: proposed.holder, ..Resource::any() }.proposed_by(proposed.proposer);
    let actor = common::actor_for(&visit, action(&proposed.kind), &on)?;
    let (app, now, command) = (visit.app()?.clone(), visit.now(), visit.command("approval")?);
    let done = common::write(&visit, move |tx| {
        approvals::decide(&app, tx, now, (&command, &actor), approval, verdict)
    });
    match done.await? {
        Ok(Outcome::Done) => Ok(Answer::onward("/desk/approvals").say("done-decided")),
        Ok(Outcome::AlreadyDone) => Ok(Answer::onward("/desk/approvals").say("done-already")),
        Err(refused) if refused.code == "approval-decided" => Err(Failure::Conflict),
        Err(refused) => {
            let message = Notice::new(Tone::Bad, visit.words().refusal(&refused));
            Answer::again(&view(&visit, Some(message)).await?)
        }
    }
}

/// What the second person must be allowed to do, by the kind of the proposal.
fn action(kind: &str) -> Action {
    match kind {
        "approve-payout" | "recover" | "owe-lateness" => Action::ApprovePayout,
        "end-policy" => Action::ApproveEnding,
        "leave-aside" => Action::ApproveRefusal,
        "campaign" => Action::ApproveCampaign,
        "close-month" => Action::ApproveClose,
        "record-incident" => Action::ApproveIncident,
        _ => Action::ApproveRejection,
    }
}

async fn view(visit: &Visit, message: Option<Notice>) -> Result<ApprovalsPage, Failure> {
    let (app, part) = (visit.app()?.clone(), common::part_of(visit));
    let read = move |tx: &mut Tx<'_>| {
        let (waiting, count) = approvals::list(tx, part)?;
        let streams: Vec<Id> = waiting.iter().map(|line| line.stream).collect();
        let people: Vec<Id> = waiting.iter().map(|line| line.proposed_by).collect();
        let abouts = views::abouts(&app, tx, &streams)?;
        Ok((waiting, count, abouts, views::staff_names(&app, tx, &people)?))
    };
    let (waiting, count, abouts, names) = common::read(visit, read).await?;
    let page = visit.page();
    let words = page.words();
    let proposals = waiting.into_iter().map(|line| {
        let may = common::may(visit, action(&line.kind), &Resource::any().proposed_by(line.proposed_by));
        let about = abouts.get(&line.stream).map(common::link);
        Proposal {
            title: words.t(&format!("proposal-{}", line.kind)),
            about: about.unwrap_or_else(|| ("/desk".to_owned(), line.stream.to_string())),
            proposer: names.get(&line.proposed_by).cloned().unwrap_or_else(|| words.t("work-nobody")),
            at: line.proposed_at,
            amount: line.amount.is_positive().then_some(line.amount),
            rules: vec![RuleChip::linked(line.rule)],
            reason: String::new(),
            action: may.then(|| format!("/desk/approvals/{}", line.id)),
            command: visit.draw(),
        }
    });
    let proposals = proposals.collect();
    let pages = common::pages(&page, "/desk/approvals?", part, count);
    Ok(ApprovalsPage { message, pages, ..ApprovalsPage::new(page, proposals) })
}
