//! My overview: what is insured, what is running, what is to do (PORTAL-03).

use app::AppError;
use app::access::Action;
use app::views::portal::{self as view, ClaimLine, PolicyLine};
use askama::Template;
use kernel::Money;

use super::claims::{ClaimRow, row};
use super::cover::{badge, drawing};
use super::policy::withdrawal;
use crate::part::{Badge, Empty};
use crate::{Answer, Failure, Page, Visit, Words};

/// A policy as a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyCard {
    /// The page of the policy.
    pub href: String,
    /// The device, such as "iPhone 15".
    pub device: String,
    /// What kind it is: decides the drawing (`phone`, `tablet`, `laptop`, `other`).
    pub kind: &'static str,
    /// The plan and the policy number.
    pub plan: String,
    /// Its number.
    pub number: String,
    /// Whether there is cover now.
    pub cover: Badge,
    /// One line about what comes next, such as the next collection; may be empty.
    pub next: String,
    /// Where to withdraw while the cooling-off period runs (LAW-COOL-05).
    pub withdraw: Option<String>,
    /// Where to report a claim; `None` when nothing can be reported.
    pub report: Option<String>,
}

/// Something that waits for the customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToDo {
    /// Where to do it.
    pub href: String,
    /// What.
    pub title: String,
    /// By when, or why.
    pub text: String,
}

/// What the overview shows.
#[derive(Debug, Template)]
#[template(path = "portal/overview.html")]
pub struct MyPage {
    /// The frame.
    pub page: Page,
    /// What the customer is called.
    pub name: String,
    /// What waits for the customer.
    pub to_do: Vec<ToDo>,
    /// The policies.
    pub policies: Vec<PolicyCard>,
    /// Claims that are not closed.
    pub claims: Vec<ClaimRow>,
    /// What is shown when there are no policies.
    pub none: Empty,
}

impl MyPage {
    /// The overview.
    pub fn new(
        page: Page,
        name: String,
        policies: Vec<PolicyCard>,
        claims: Vec<ClaimRow>,
        to_do: Vec<ToDo>,
    ) -> Self {
        let none =
            Empty::new(page.t("my-none"), page.t("my-none-text")).action("/apply", page.t("nav-apply"));
        Self { page, name, to_do, policies, claims, none }
    }
}

pub(super) async fn show(visit: Visit) -> Result<Answer, Failure> {
    let app = visit.app()?.clone();
    let visitor = visit.visitor().ok_or(Failure::SignIn)?;
    let scope = app.access.scope(&visitor.who, Action::ViewPolicy);
    let (now, name) = (visit.now(), visitor.name.clone());
    let words = visit.words();
    let read = visit.app()?.db.read_async(move |tx| {
        let claims = view::claims(&app, tx, &scope, words.language)?;
        let begun = view::begun(&app, tx, now, &scope)?;
        Ok::<_, AppError>((view::policies(&app, tx, now, &scope)?, claims, begun))
    });
    let (policies, mut claims, begun) = read.await?;
    claims.retain(|claim| claim.phase != claims::Phase::Closed);
    let asked = claims.iter().filter_map(|claim| awaited(words, claim));
    let to_do = asked
        .chain(begun.iter().map(|begun| unsent(words, begun)))
        .chain(policies.iter().filter_map(|policy| awaited_of(words, policy)))
        .chain(policies.iter().filter_map(|policy| refund_of(words, policy)))
        .chain(policies.iter().filter_map(|policy| owed(words, policy)))
        .chain(policies.iter().filter_map(|policy| coming_of(words, policy).map(|told| told.to_do)))
        .collect();
    let cards = policies.into_iter().map(|policy| card(words, policy)).collect();
    let rows = claims.into_iter().map(|claim| row(words, claim)).collect();
    Answer::page(&MyPage::new(visit.page(), name, cards, rows, to_do))
}

fn card(words: Words, policy: PolicyLine) -> PolicyCard {
    let next = match (policy.next_collection, policy.covered_until) {
        (Some((on, amount)), _) => words.with2("my-next-collection", "amount", amount, "date", on),
        (None, Some(until)) => words.with("my-covered-until", "at", words.until(&until)),
        (None, None) => String::new(),
    };
    PolicyCard {
        href: format!("/my/policies/{}", policy.number),
        device: policy.model,
        kind: drawing(policy.kind),
        plan: words.t(&format!("plan-{}", policy.plan)),
        cover: badge(words, policy.phase, policy.cover),
        next,
        withdraw: policy.may_withdraw.then(|| withdrawal(&format!("/my/policies/{}", policy.number))),
        report: policy.may_report.then(|| format!("/my/claims/new/{}", policy.number)),
        number: policy.number.to_string(),
    }
}

fn awaited(words: Words, claim: &ClaimLine) -> Option<ToDo> {
    claim.until.filter(|_| claim.phase == claims::Phase::Open).map(|until| ToDo {
        href: format!("/my/claims/{}", claim.number),
        title: words.t("claim-wanted"),
        text: words.with("claim-now-evidence-text", "at", words.instant(&until)),
    })
}

/// A report that was begun and not sent.
fn unsent(words: Words, begun: &view::Begun) -> ToDo {
    ToDo {
        href: format!("/my/claims/new/{}", begun.number),
        title: format!("{}: {}", words.t("report-begun"), begun.model),
        text: words.with2(
            "report-begun-text",
            "at",
            words.instant(&begun.changed_at),
            "until",
            words.day(&begun.kept_until),
        ),
    }
}

/// What the desk awaits of an applicant.
pub(super) fn awaited_of(words: Words, policy: &PolicyLine) -> Option<ToDo> {
    let (awaited, until) = policy.awaited?;
    let (path, key) = match awaited {
        view::Awaited::Answer => ("answer", "asked-to-do"),
        view::Awaited::OfferAnswer => ("offer", "offer-to-do"),
    };
    Some(ToDo {
        href: format!("/my/policies/{}/{path}", policy.number),
        title: words.t(key),
        text: words.with(&format!("{key}-text"), "at", words.until(&until)),
    })
}

/// Money that goes back once we know where to (MONEY-03).
pub(super) fn refund_of(words: Words, policy: &PolicyLine) -> Option<ToDo> {
    policy.refund_waits.is_positive().then(|| ToDo {
        href: format!("/my/policies/{}/refund", policy.number),
        title: words.t("refund-where"),
        text: words.with("refund-yours", "amount", policy.refund_waits),
    })
}

/// A change of premium or conditions that is to come, and the right to leave for it (BE-END-08, AMB-56).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coming {
    /// What changes and from when; on the overview it leads to the policy.
    pub to_do: ToDo,
    /// Where to leave, and until when; `None` where there is no right to leave, or no longer.
    pub leave: Option<(String, String)>,
}

/// What is told of a change that is to come.
pub(super) fn coming_of(words: Words, policy: &PolicyLine) -> Option<Coming> {
    let coming = policy.coming?;
    let here = format!("/my/policies/{}", policy.number);
    let mut text = match coming.premium {
        Some((before, after)) => words.with2("ahead-premium", "before", before, "after", after),
        None => words.t("ahead-conditions"),
    };
    if coming.premium.is_some() && coming.conditions {
        text = format!("{text} {}", words.t("ahead-conditions"));
    }
    let leave = coming.leave_by.map(|day| {
        let href = format!("{here}/cancel?way={}", policy::EndWay::AdverseChange.code());
        (href, words.with("ahead-leave-by", "date", day))
    });
    let title = words.with2("ahead-title", "device", policy.model.clone(), "date", coming.from);
    Some(Coming { to_do: ToDo { href: here, title, text }, leave })
}

fn owed(words: Words, policy: &PolicyLine) -> Option<ToDo> {
    (policy.overdue > Money::ZERO).then(|| ToDo {
        href: format!("/my/policies/{}/premium", policy.number),
        title: words.with("my-overdue", "amount", policy.overdue),
        text: words.with("my-overdue-text", "device", &policy.model),
    })
}
