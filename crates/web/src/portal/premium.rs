//! The money of one policy (PORTAL-18): what to pay now and how, what comes in the next twelve months, what was.

use app::views::portal::{self as view, ComingPremium, MoneyView, Movement, PayNow};
use askama::Template;
use billing::RefundState;
use kernel::{Date, Frequency, Instant, Money};

use crate::part::{Badge, Cell, Crumb, Empty, List, Notice, Tone};
use crate::{Answer, Failure, Page, Visit, Words};

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "portal/premium.html")]
pub struct PremiumPage {
    /// The frame.
    pub page: Page,
    /// Back to the policy.
    pub crumb: Crumb,
    /// What matters now, before all else: a reminder and what it costs, or that all is paid.
    pub notices: Vec<Notice>,
    /// What to transfer.
    pub pay: Option<PayNow>,
    /// How premium is paid: name and value.
    pub method: Vec<(String, String)>,
    /// Where to change that; `None` when nothing more falls due.
    pub change: Option<String>,
    /// A payment plan that runs.
    pub plan: Option<List>,
    /// Premium to come.
    pub coming: List,
    /// All that moved.
    pub movements: List,
    /// Where to name an account for a refund; `None` when none waits for one.
    pub refund: Option<String>,
}

pub(super) async fn show(visit: Visit) -> Result<Answer, Failure> {
    let (app, now, contract) = (visit.app()?.clone(), visit.now(), visit.thing()?);
    let money = visit.app()?.db.read_async(move |tx| view::money_of(&app, tx, now, contract)).await?;
    let page = visit.page();
    let words = page.words();
    let here = format!("/my/policies/{}", money.number);
    let waits = |refund: &view::RefundView| !refund.has_account && refund.state == RefundState::Ordered;
    Answer::page(&PremiumPage {
        crumb: Crumb { href: here.clone(), text: words.t("policy-title") },
        notices: notices(words, &money, now),
        method: method(words, &money),
        change: money.is_running.then(|| format!("{here}/account")),
        plan: crate::plan::list(words, &money.plan),
        coming: coming(words, &money.coming),
        movements: movements(words, &money.movements),
        refund: money.refunds.iter().any(waits).then(|| format!("{here}/refund")),
        pay: money.pay,
        page,
    })
}

fn notices(words: Words, money: &MoneyView, now: Instant) -> Vec<Notice> {
    let mut notices = Vec::new();
    // NL-DUN-04, BE-DUN-04: once its term is over it is no longer about paying in time.
    let lost = money.reminder.filter(|reminder| money.is_running && reminder.cover_stops <= now);
    if let Some(lost) = lost {
        let title = words.with("money-cover-off", "at", words.moment(&lost.cover_stops));
        let text = words.with("money-cover-off-text", "back", words.term(&lost.back_after));
        notices.push(Notice::new(Tone::Bad, title).text(text));
    } else if let Some(reminder) = money.reminder.filter(|_| money.is_running) {
        let amount = words.money(&reminder.amount);
        let title = words.with2("money-reminded", "amount", amount, "day", words.day(&reminder.last_day));
        let at = words.moment(&reminder.cover_stops);
        let back = words.term(&reminder.back_after);
        let text = words.with2("money-reminded-text", "at", at, "back", back);
        notices.push(Notice::new(Tone::Warn, title).text(text));
    }
    for (on, amount) in &money.collecting {
        let title = words.with2("money-collecting", "amount", words.money(amount), "day", words.day(on));
        notices.push(Notice::new(Tone::Info, title).text(words.t("money-collecting-text")));
    }
    if money.credit.is_positive() {
        let title = words.with("money-credit", "amount", words.money(&money.credit));
        notices.push(Notice::new(Tone::Good, title).text(words.t("money-credit-text")));
    }
    for refund in &money.refunds {
        let title = words.with("money-refund", "amount", words.money(&refund.amount));
        let text = match (refund.state, refund.has_account) {
            (RefundState::Ordered, false) => words.t("money-refund-account"),
            (RefundState::Ordered, true) => words.t("money-refund-ordered"),
            _ => words.t("money-refund-sent"),
        };
        notices.push(Notice::new(Tone::Info, title).text(text));
    }
    if notices.is_empty() && money.pay.is_none() {
        notices.push(Notice::new(Tone::Good, words.t("money-nothing-open")));
    }
    notices
}

fn method(words: Words, money: &MoneyView) -> Vec<(String, String)> {
    let every = match money.frequency {
        Frequency::Monthly => "money-every-month",
        Frequency::Yearly => "money-every-year",
        Frequency::OneOff => "money-once",
    };
    let mut facts = vec![(words.t("money-how-often"), words.t(every))];
    match money.mandate.as_ref().filter(|mandate| !mandate.is_stopped) {
        Some(mandate) => {
            facts.push((words.t("money-how"), words.t("money-by-debit")));
            facts.push((words.t("policy-account"), mandate.account.clone()));
            facts.push((words.t("policy-mandate"), mandate.reference.clone()));
        }
        None => facts.push((words.t("money-how"), words.t("money-by-transfer"))),
    }
    facts
}

fn coming(words: Words, coming: &[ComingPremium]) -> List {
    let heads =
        ["policy-due", "money-period", "money-net", "money-tax", "policy-amount"].map(|key| words.t(key));
    let row = |premium: &ComingPremium| {
        let last = premium.period.to().map(|end| kernel::add_days(end, -1));
        vec![
            Cell::text(words.day(&premium.due)),
            Cell::text(period(words, premium.period.from(), last)),
            Cell::Figure(words.money(&premium.split.net())),
            Cell::Figure(words.money(&premium.split.tax)),
            Cell::Figure(words.money(&premium.split.gross)),
        ]
    };
    let none = Empty::new(words.t("money-coming-none"), "");
    List::new(words.t("money-coming"), &heads, coming.iter().map(row).collect(), none)
}

fn period(words: Words, from: Date, last: Option<Date>) -> String {
    match last {
        Some(last) => words.with2("money-from-to", "from", words.day(&from), "to", words.day(&last)),
        None => words.day(&from),
    }
}

fn movements(words: Words, movements: &[Movement]) -> List {
    let heads = ["mandate-when", "mandate-what", "policy-amount"].map(|key| words.t(key));
    let row = |movement: &Movement| {
        let amount = movement.amount.map(|amount| {
            // What was paid or given back says so in words; a sign before it would have to be explained.
            words.money(&if amount < Money::ZERO { -amount } else { amount })
        });
        let what = words.t(&format!("moved-{}", movement.kind));
        let tone = match movement.kind {
            "collected" | "transferred" | "set-off" | "refunded" => Tone::Good,
            "came-back" | "failed" | "reminded" => Tone::Warn,
            _ => Tone::Plain,
        };
        vec![
            Cell::text(words.day(&movement.on)),
            Cell::Badge(Badge::new(tone, what)),
            Cell::Figure(amount.unwrap_or_default()),
        ]
    };
    let none = Empty::new(words.t("policy-no-premium"), "");
    List::new(words.t("money-movements"), &heads, movements.iter().map(row).collect(), none)
}
