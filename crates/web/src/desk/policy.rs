//! One policy: cover with its rules, what happened, premiums, tasks (OFFICE-03).

use app::access::{Action, Resource};
use app::views::desk::{self as views, ContractFile};
use askama::Template;
use billing::{BillingEvent, ChargeKind, CollectionState, Receivable, RefundState};
use kernel::Instant;
use policy::{ContractEvent, Fact};

use super::{application, common, correct, cover, work};
use crate::part::{Badge, Cell, Crumb, Empty, List, RuleChip, Timeline, Tone};
use crate::portal::{PremiumRow, share};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit, Words};

/// Something that happened to the policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventRow {
    /// When it counts.
    pub effective: Instant,
    /// When we knew.
    pub recorded: Instant,
    /// What.
    pub what: String,
    /// By whom: role and channel, or "the machine".
    pub actor: String,
    /// The rule behind it.
    pub rule: Option<String>,
    /// Where it is corrected: address and words.
    pub correct: Option<(String, String)>,
}

/// What the page of a policy shows.
#[derive(Debug, Template)]
#[template(path = "desk/policy.html")]
pub struct PolicyPage {
    /// The frame.
    pub page: Page,
    /// Back to the list.
    pub crumb: Crumb,
    /// Its number.
    pub number: String,
    /// Whose it is.
    pub name: String,
    /// Whether there is cover now.
    pub cover: Badge,
    /// Plan, wording, premium and so on.
    pub facts: Vec<(String, String)>,
    /// The holder: name, address, how they are reached.
    pub holder: Vec<(String, String)>,
    /// The insured items, one set each.
    pub items: Vec<Vec<(String, String)>>,
    /// The cover timeline.
    pub timeline: Timeline,
    /// "As known at": the instant the timeline is seen from, for the form that changes it (`datetime-local`, UTC).
    pub known_at: String,
    /// Where that form goes.
    pub action: String,
    /// Where the cover stands with its proof: picture, table, data.
    pub proof: String,
    /// Changes, each a version of the schedule.
    pub changes: List,
    /// The premiums.
    pub premiums: List,
    /// Reminders, direct debits and refunds, each when there are any.
    pub money: Vec<List>,
    /// Where a notice that ends the policy is entered; `None` when the reader may not or it does not run.
    pub end: Option<String>,
    /// What else can be done here: address and words.
    pub acts: Vec<(String, String)>,
    /// What happened, newest first.
    pub events: List,
    /// What is to be done: address and words.
    pub tasks: Vec<(String, String)>,
    /// Documents: address and name.
    pub documents: Vec<(String, String)>,
    /// Claims on this policy: address and words.
    pub claims: Vec<(String, String)>,
}

impl PolicyPage {
    /// The table of what happened.
    pub fn events(page: &Page, rows: Vec<EventRow>) -> List {
        let heads = ["event-what", "event-counts", "event-known", "work-rule"].map(|key| page.t(key));
        let rows = rows.into_iter().map(|row| {
            vec![
                match row.correct {
                    Some((href, text)) => {
                        Cell::Link { href, text: row.what, below: format!("{} · {text}", row.actor) }
                    }
                    None => Cell::Pair { text: row.what, below: row.actor },
                },
                Cell::text(page.moment(&row.effective)),
                Cell::text(page.moment(&row.recorded)),
                Cell::Rules(row.rule.into_iter().map(RuleChip::linked).collect()),
            ]
        });
        List::new(page.t("event-title"), &heads, rows.collect(), Empty::new(page.t("event-none"), ""))
    }
}

pub(super) fn routes(site: Site) -> Site {
    let may_open = Access::to(Action::GrantPartnerView, "number");
    let site = site.get("/desk/policies/{number}/partner", may_open, share::show).post(
        "/desk/policies/{number}/partner",
        may_open,
        share::send,
    );
    site.get("/desk/policies/{number}", Access::to(Action::ViewPolicy, "number"), show).get(
        "/desk/policies/{number}/letters/{letter}",
        Access::to(Action::ViewDocument, "letter"),
        letter,
    )
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    let (app, number, now) = (visit.app()?.clone(), common::policy_number(&visit)?, visit.now());
    let language = visit.words().language;
    let known_at = known_at(&visit, now);
    let read = move |tx: &mut store::Tx<'_>| {
        let file = views::contract_file(&app, tx, &number, (now, known_at), language)?;
        let letters = match &file {
            Some(file) => app::delivery::letters_about(tx, file.id)?,
            None => Vec::new(),
        };
        Ok(file.map(|file| (file, letters)))
    };
    let (file, letters) = common::read(&visit, read).await?.ok_or(Failure::NotFound)?;
    let page = visit.page();
    let words = page.words();
    let number = file.contract.application.number.to_string();
    let on = Resource::of(file.holder).in_file(file.id);
    let may_end = file.phase == "running" && common::may(&visit, Action::CancelPolicy, &on);
    let may_correct = common::may(&visit, Action::CorrectPolicy, &on);
    let parts = cover::parts(words, &file);
    let documents = letters.iter().filter(|letter| letter.kind != "applicant-link").map(|letter| {
        let name = words.t(&format!("letter-{}", letter.kind));
        let text = format!(
            "{}, {name} ({})",
            words.moment(&letter.made),
            words.t(&format!("sent-{}", letter.channel))
        );
        (format!("/desk/policies/{number}/letters/{}", letter.id), text)
    });
    let mut tasks: Vec<(String, String)> = Vec::new();
    for (kind, rule, due) in &file.tasks {
        let due = due.map(|due| format!(", {}", words.moment(&due))).unwrap_or_default();
        let href = match kind {
            app::tasks::TaskKind::DecideApplication | app::tasks::TaskKind::ClearScreening => {
                format!("/desk/applications/{number}")
            }
            kind => work::finishes(*kind, &number).unwrap_or_else(|| "/desk".to_owned()),
        };
        tasks.push((href, format!("{} ({rule}{due})", words.t(&format!("task-{}", kind.code())))));
    }
    let app = visit.app()?;
    let claims = file.claims.iter().map(|line| {
        let text = format!("{}, {}", line.number, super::claim::cause(app, words, &line.cause));
        (format!("/desk/claims/{}", line.number), text)
    });
    Answer::page(&PolicyPage {
        crumb: common::crumb(words, "policies"),
        name: application::name(words, &file),
        cover: cover_badge(words, &file, now),
        facts: facts(words, &file),
        holder: application::person(words, &file),
        items: file.devices.iter().map(|insured| application::device(words, insured)).collect(),
        timeline: Timeline::new(words, parts, now),
        known_at: local_text(words, known_at),
        action: format!("/desk/policies/{number}"),
        proof: format!("/desk/policies/{number}/cover"),
        changes: changes(words, &file),
        premiums: premiums(&page, &file),
        money: money(&page, &file, may_correct),
        end: may_end.then(|| format!("/desk/policies/{number}/end")),
        acts: acts(&visit, &number, &on),
        events: PolicyPage::events(
            &page,
            file.facts.iter().rev().map(|fact| event(words, &file, fact, may_correct)).collect(),
        ),
        tasks,
        documents: documents.collect(),
        claims: claims.collect(),
        number,
        page,
    })
}

/// What may be put right about the policy and its holder.
fn acts(visit: &Visit, number: &str, on: &Resource) -> Vec<(String, String)> {
    let all = [
        (Action::ChangePersonalData, "person", "person-title"),
        (Action::ReportClaim, "claim", "desk-report-claim"),
        (Action::ReportChange, "change", "change-title"),
        (Action::ChangeMandate, "account", "payer-title"),
        (Action::GrantPartnerView, "partner", "share-desk"),
        (Action::DoTask, "letters", "letters-title"),
        (Action::CorrectPolicy, "arrears", "arrears-link"),
        (Action::EndPolicy, "terminate", "terminate-title"),
        (Action::RecordIncident, "incident", "incident-new"),
    ];
    let may = all.into_iter().filter(|(action, _, _)| common::may(visit, *action, on));
    may.map(|(_, path, key)| (format!("/desk/policies/{number}/{path}"), visit.words().t(key))).collect()
}

/// A letter about the policy, as it was sent.
async fn letter(visit: Visit) -> Result<Answer, Failure> {
    let number = common::policy_number(&visit)?;
    let letter = visit.thing()?;
    let stream = common::read(&visit, move |tx| app::contracts::by_number(tx, &number)).await?;
    let (app, now) = (visit.app()?.clone(), visit.now());
    let stream = stream.ok_or(Failure::NotFound)?;
    let (name, bytes) = common::aside(move || app::delivery::letter_pdf(&app, now, stream, letter)).await?;
    Ok(Answer::download("application/pdf", name, bytes))
}

/// The instant that "as known at" names, on the reader's clocks; now when it names none or one to come.
fn known_at(visit: &Visit, now: Instant) -> Instant {
    let local = visit.query().get("known").parse::<jiff::civil::DateTime>();
    let zone = visit.words().country.time_zone();
    local.ok().and_then(|local| local.to_zoned(zone).ok()).map_or(now, |at| at.timestamp().min(now))
}

/// The instant as `datetime-local` wants it.
fn local_text(words: Words, at: Instant) -> String {
    at.to_zoned(words.country.time_zone()).strftime("%Y-%m-%dT%H:%M").to_string()
}

fn cover_badge(words: Words, file: &ContractFile, now: Instant) -> Badge {
    match file.cover.at(now) {
        policy::Cover::On => Badge::new(Tone::Good, words.t("cover-on")),
        policy::Cover::Provisional => Badge::new(Tone::Warn, words.t("cover-provisional")),
        _ if file.phase == "running" => Badge::new(Tone::Bad, words.t("cover-off")),
        _ => common::phase(words, file.phase),
    }
}

fn facts(words: Words, file: &ContractFile) -> Vec<(String, String)> {
    let contract = &file.contract;
    let mut facts = application::offer(words, file);
    facts.push((words.t("policy-phase"), common::phase(words, file.phase).text));
    facts.push((words.t("policy-open"), words.money(&contract.billing.open())));
    if contract.billing.credit.is_positive() {
        facts.push((words.t("policy-credit"), words.money(&contract.billing.credit)));
    }
    if let Some(ending) = contract.ends() {
        facts.push((words.t("policy-ends"), words.until(&ending.ends)));
    }
    if contract.blocked {
        facts.push((words.t("policy-money"), words.t("list-blocked")));
    }
    facts
}

/// The endorsements, each with the schedule that counts from it.
fn changes(words: Words, file: &ContractFile) -> List {
    let heads =
        ["change-no", "event-what", "change-from", "policy-amount", "work-rule"].map(|key| words.t(key));
    let contract = &file.contract;
    let what = |endorsement: &policy::Endorsement| {
        let text = words.t(&format!("change-kind-{}", endorsement.change.code()));
        let withdrawn = contract.withdrawn.contains(&endorsement.no);
        let below = if withdrawn { words.t("campaign-standing-withdrawn") } else { String::new() };
        Cell::Pair { text, below }
    };
    let rows = contract.endorsements.iter().rev().map(|endorsement| {
        vec![
            Cell::text(endorsement.no.to_string()),
            what(endorsement),
            Cell::text(words.moment(&endorsement.from)),
            Cell::Figure(words.money(&contract.schedule_at(endorsement.from).premium)),
            Cell::Rules(vec![RuleChip::linked(endorsement.rule.id())]),
        ]
    });
    List::new(words.t("change-list"), &heads, rows.collect(), Empty::new(words.t("change-none"), "")).shown()
}

fn premiums(page: &Page, file: &ContractFile) -> List {
    let billing = &file.contract.billing;
    let status = |receivable: &Receivable| {
        let pending = billing
            .collections
            .iter()
            .find(|collection| collection.is_pending() && collection.receivables.contains(&receivable.no));
        let (tone, key) = if receivable.reversed.gross == receivable.split.gross {
            (Tone::Plain, "premium-taken-back")
        } else if !receivable.is_open() {
            (Tone::Good, "premium-paid")
        } else if receivable.reminded.is_some() {
            (Tone::Bad, "premium-reminded")
        } else if let Some(collection) = pending {
            let day = page.day(&collection.collect_on);
            return Badge::new(Tone::Info, page.with("premium-collecting", "date", day));
        } else {
            (Tone::Warn, "premium-open")
        };
        Badge::new(tone, page.t(key))
    };
    let rows = billing.receivables.iter().rev().map(|receivable| PremiumRow {
        due: receivable.due,
        amount: receivable.split.gross,
        status: status(receivable),
    });
    crate::portal::PolicyPage::premiums(page, rows.collect())
}

fn money(page: &Page, file: &ContractFile, may_correct: bool) -> Vec<List> {
    let words = page.words();
    let number = &file.contract.application.number;
    let billing = &file.contract.billing;
    let none = || Empty::new("", "");
    let heads =
        ["reminder-sent", "policy-amount", "reminder-last-day", "policy-status"].map(|key| page.t(key));
    let reminders = billing.reminders.iter().map(|reminder| {
        let status = match (reminder.satisfied, reminder.cost_cover()) {
            _ if reminder.returned.is_some() => Badge::new(Tone::Warn, words.t("reminder-returned")),
            _ if reminder.cancelled => Badge::new(Tone::Plain, words.t("reminder-cancelled")),
            (Some(_), false) => Badge::new(Tone::Good, words.t("reminder-in-time")),
            (Some(_), true) => Badge::new(Tone::Warn, words.t("reminder-late")),
            (None, _) => Badge::new(Tone::Bad, words.t("reminder-unpaid")),
        };
        let sent = words.moment(&reminder.sent);
        let text = if reminder.proven { words.t("reminder-proven") } else { String::new() };
        vec![
            match may_correct {
                true => Cell::Link {
                    href: format!("/desk/policies/{number}/reminders/{}", reminder.no),
                    text: sent,
                    below: text,
                },
                false => Cell::Pair { text: sent, below: text },
            },
            Cell::Figure(words.money(&reminder.amount())),
            Cell::text(words.day(&reminder.last_day)),
            Cell::Badge(status),
        ]
    });
    let reminders = List::new(page.t("reminder-title"), &heads, reminders.collect(), none()).shown();
    let heads = ["charge-what", "charge-since", "policy-amount", "charge-waived", "charge-open"]
        .map(|key| page.t(key));
    let charges = billing.charges.iter().map(|charge| {
        let kind = match charge.kind {
            ChargeKind::Costs => "charge-costs",
            ChargeKind::Interest => "charge-interest",
        };
        vec![
            Cell::text(words.t(kind)),
            Cell::text(words.moment(&charge.fell_due)),
            Cell::Figure(words.money(&charge.amount)),
            Cell::Figure(words.money(&charge.waived)),
            Cell::Figure(words.money(&charge.open())),
        ]
    });
    let charges = List::new(page.t("charge-title"), &heads, charges.collect(), none()).shown();
    let heads = ["collect-on", "policy-amount", "policy-status"].map(|key| page.t(key));
    let collections = billing.collections.iter().rev().map(|collection| {
        let (tone, key) = match collection.state {
            CollectionState::Announced => (Tone::Plain, "collection-announced"),
            CollectionState::Released { .. } => (Tone::Info, "collection-released"),
            CollectionState::Credited => (Tone::Good, "collection-credited"),
            CollectionState::Returned { .. } => (Tone::Bad, "collection-returned"),
            CollectionState::Withdrawn => (Tone::Plain, "collection-withdrawn"),
        };
        vec![
            Cell::Pair { text: words.day(&collection.collect_on), below: collection.end_to_end.to_string() },
            Cell::Figure(words.money(&collection.amount)),
            Cell::Badge(Badge::new(tone, words.t(key))),
        ]
    });
    let collections = List::new(page.t("collection-title"), &heads, collections.collect(), none()).shown();
    let heads = ["work-rule", "policy-amount", "policy-status"].map(|key| page.t(key));
    let refunds = billing.refunds.iter().rev().map(|refund| {
        let (tone, key) = match refund.state {
            RefundState::Ordered if refund.payee.is_none() => (Tone::Bad, "refund-no-account"),
            RefundState::Ordered => (Tone::Warn, "refund-ordered"),
            RefundState::Released => (Tone::Info, "refund-released"),
            RefundState::Settled => (Tone::Good, "refund-settled"),
        };
        vec![
            Cell::Rules(vec![RuleChip::linked(refund.rule.id())]),
            Cell::Figure(words.money(&refund.amount)),
            Cell::Badge(Badge::new(tone, words.t(key))),
        ]
    });
    let refunds = List::new(page.t("refund-title"), &heads, refunds.collect(), none()).shown();
    [reminders, charges, collections, refunds].into_iter().filter(|list| !list.rows.is_empty()).collect()
}

fn event(words: Words, file: &ContractFile, fact: &Fact, may_correct: bool) -> EventRow {
    let what = words.t(&format!("event-{}", fact.event.kind()));
    let amount = match &fact.event {
        ContractEvent::Billing(event) => match event {
            BillingEvent::PremiumFellDue { split, .. } | BillingEvent::PremiumReversed { split, .. } => {
                Some(split.gross)
            }
            BillingEvent::CollectionAnnounced { amount, .. }
            | BillingEvent::PaymentReceived { amount, .. }
            | BillingEvent::ReminderSent { amount, .. }
            | BillingEvent::CostsFellDue { amount, .. }
            | BillingEvent::InterestFellDue { amount, .. }
            | BillingEvent::ChargeWaived { amount, .. }
            | BillingEvent::RefundOrdered { amount, .. } => Some(*amount),
            _ => None,
        },
        ContractEvent::Policy(_) => None,
    };
    EventRow {
        effective: fact.effective,
        recorded: fact.recorded,
        what: amount.map_or_else(|| what.clone(), |amount| format!("{what}, {}", words.money(&amount))),
        actor: common::actor(words, &fact.actor),
        rule: views::rule_of(fact, &file.contract).map(|rule| rule.id().to_owned()),
        correct: (may_correct && correct::may_be_wrong(&fact.event)).then(|| {
            let number = &file.contract.application.number;
            (format!("/desk/policies/{number}/correct/{}", fact.seq), words.t("correct-link"))
        }),
    }
}
