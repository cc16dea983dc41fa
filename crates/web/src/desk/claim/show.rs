//! The page of a claim.

use app::access::{Action, Resource};
use app::attachments;
use app::claims::{ClaimPage as File, FactLine, ItemPage, StepLine};
use app::views::desk as views;
use claims::PaymentState;
use kernel::Money;
use terms::{ClauseKind, Outcome, StepKind, Truth, Value, Verdict};

use super::{After, ClaimDecision, ClaimPage, Deciding, Evidence, Fact, cause, phase};
use crate::desk::policy::{EventRow, PolicyPage};
use crate::desk::{application, common};
use crate::form::Filled;
use crate::part::{Answered, Badge, Cell, Clause, Empty, List, Notice, RuleChip, Summary, Tone};
use crate::portal::Payout;
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit, Words};

pub(super) fn routes(site: Site) -> Site {
    site.get("/desk/claims/{number}", Access::to(Action::ViewClaim, "number"), show).get(
        "/desk/claims/{number}/evidence/{place}",
        Access::to(Action::ViewClaim, "number"),
        evidence_file,
    )
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&view(&visit, &Filled::default()).await?)
}

/// A piece of evidence: pictures are shown, everything else is only ever downloaded.
async fn evidence_file(visit: Visit) -> Result<Answer, Failure> {
    let (app, number, now) = (visit.app()?.clone(), common::claim_number(&visit)?, visit.now());
    let place: usize = visit.parameter("place").parse().map_err(|_| Failure::NotFound)?;
    let language = visit.words().language;
    let read =
        move |tx: &mut store::Tx<'_>| views::claim_evidence(&app, tx, (&number, place), (now, language));
    let attached = common::read(&visit, read).await?.ok_or(Failure::NotFound)?;
    let app = visit.app()?.clone();
    let served = common::aside(move || attachments::open(&app, &attached.hash)).await?;
    application::serve(served.ok_or(Failure::NotFound)?, visit.parameter("number"))
}

/// The page with what was typed into its forms.
pub(super) async fn view(visit: &Visit, filled: &Filled) -> Result<ClaimPage, Failure> {
    let (app, number, now) = (visit.app()?.clone(), common::claim_number(visit)?, visit.now());
    let language = visit.words().language;
    let role = visit.actor()?.role;
    let read = move |tx: &mut store::Tx<'_>| views::claim_file(&app, tx, &number, now, language, role);
    let file = common::read(visit, read).await?.ok_or(Failure::NotFound)?;
    let claim = &file.page;
    let page = visit.page();
    let words = page.words();
    let on = Resource::of(claim.holder).in_file(claim.contract);
    let beside = super::beside::read(visit, &page, claim, filled).await?;
    let may = claim.phase != claims::Phase::Closed && common::may(visit, Action::DecideClaim, &on);
    let decision = may.then(|| decision(visit, &page, filled, &file));
    let mut after = After::new(visit, &page, filled, claim);
    after.late = super::late::read(visit, &page, claim, filled).await?;
    let summary = decision.is_none().then(|| Summary::new(words, filled.faults()));
    let device = claim.items.first().and_then(|item| item.identity.as_ref());
    let what = cause(visit.app()?, words, &claim.cause.0);
    let title = device.map_or_else(|| what.clone(), |device| format!("{}: {what}", device.model));
    let items = claim.items.iter();
    let considered = |which: &dyn Fn(Outcome) -> bool| {
        let lines = claim.items.iter().flat_map(|item| &item.considered);
        lines.filter(|line| which(line.outcome)).map(|line| clause(words, line)).collect::<Vec<_>>()
    };
    Ok(ClaimPage {
        crumb: common::crumb(words, "claims"),
        number: claim.number.to_string(),
        title,
        policy: (format!("/desk/policies/{}", claim.policy), claim.policy.to_string()),
        status: phase(words, claim.phase),
        clocks: claim.clocks.iter().map(|clock| clock_notice(words, clock, now)).collect(),
        cover: cover(words, claim),
        narrative: claim.narrative.clone().unwrap_or_default(),
        facts: facts(words, claim),
        presumed: items.clone().flat_map(|item| &item.presumed).cloned().collect(),
        evidence: evidence(words, claim),
        decided: items.clone().flat_map(|item| &item.decided_by).map(|line| clause(words, line)).collect(),
        so_far: considered(&|outcome| !matches!(outcome, Outcome::Unknown | Outcome::DoesNotApply)),
        open: considered(&|outcome| outcome == Outcome::Unknown),
        considered: considered(&|outcome| outcome == Outcome::DoesNotApply),
        amount_waits_for: items.flat_map(|item| &item.amount_waits_for).cloned().collect(),
        settled: settled(words, claim),
        is_open: claim.items.iter().any(|item| item.settlement == claims::Settlement::Open),
        verdict: verdict(words, claim),
        payout: payout(words, claim),
        payments: payments(&page, claim),
        history: history(&page, claim),
        beside,
        decision,
        summary,
        after,
        page,
    })
}

fn decision(visit: &Visit, page: &Page, filled: &Filled, file: &views::ClaimFile) -> ClaimDecision {
    let claim = &file.page;
    // Asked are the questions that are open, what was chosen to be stated beside them, and what was typed.
    let chosen = visit.query().get("fact").to_owned();
    let asked = |name: &str, fact: &str| fact == chosen || filled.given(name).is_some();
    let open = claim.questions.len();
    let (mut now, mut other) = (Vec::new(), Vec::new());
    for (place, question) in file.statable.iter().enumerate() {
        if place < open || asked(&super::field_name(question), &question.fact) {
            now.push(question.clone());
        } else if !other.iter().any(|(fact, _)| *fact == question.fact) {
            other.push((question.fact.clone(), question.question.clone()));
        }
    }
    let paid_nowhere = claim.left_to_pay.is_positive();
    let deciding = Deciding { asked: now, other, evidence: file.evidence.clone(), pay: paid_nowhere };
    let action = format!("/desk/claims/{}", claim.number);
    let mut forms =
        ClaimDecision::new(page, filled, (action, visit.draw(), claim.version.to_string()), &deciding);
    let open = |item: &&ItemPage| item.settlement == claims::Settlement::Open;
    let covered =
        claim.items.iter().filter(open).any(|item| matches!(item.verdict, Some(Verdict::Covered { .. })));
    let against =
        |item: &ItemPage| matches!(item.verdict, Some(Verdict::NotCovered | Verdict::Routed { .. }));
    let off = claim.to_set_off.amount;
    let words = page.words();
    forms.set_off = off.is_positive().then(|| {
        let overdue = words.money(&claim.to_set_off.overdue.total());
        words.with2("desk-set-off", "amount", words.money(&off), "overdue", overdue)
    });
    forms.stale = claim.is_stale;
    forms.waits = claim.waiting.is_some();
    forms.refuse = !claim.is_stale && claim.items.iter().filter(open).any(against);
    if let (true, false, Some(total)) = (covered, claim.is_stale, claim.total) {
        forms.approve = Some(page.with("desk-approve-amount", "amount", page.money(&total)));
        forms.needs_approval = total > claim.second_person_above;
    }
    forms
}

/// A term of ours that runs: how long there is, or that it has ended.
fn clock_notice(words: Words, clock: &claims::Clock, now: kernel::Instant) -> Notice {
    let (tone, state) = if clock.until <= now {
        (Tone::Bad, "missed")
    } else if clock.warn_at <= now {
        (Tone::Warn, "by")
    } else {
        (Tone::Plain, "by")
    };
    let key = format!("desk-clock-{}-{state}", clock.term.code());
    Notice::new(tone, words.with(&key, "at", words.until(&clock.until)))
}

fn cover(words: Words, claim: &File) -> Notice {
    let (cover, boundary) = claim.cover;
    let rule = boundary.map(|boundary| boundary.rule.id()).unwrap_or_default();
    let (tone, key) =
        if cover.is_covered() { (Tone::Good, "desk-cover-yes") } else { (Tone::Bad, "desk-cover-no") };
    Notice::new(tone, words.t(key)).text(words.with2(
        "desk-cover-at",
        "at",
        words.instant(&claim.happened_at),
        "rule",
        rule,
    ))
}

pub(super) fn value(words: Words, line: &FactLine) -> Option<String> {
    if !line.chosen.is_empty() {
        return Some(line.chosen.join(", "));
    }
    Some(match line.value.as_ref()? {
        Value::Bool(true) => words.t("yes"),
        Value::Bool(false) => words.t("no"),
        Value::Choice(name) => name.clone(),
        Value::Set(names) if names.is_empty() => "–".to_owned(),
        Value::Set(names) => names.iter().cloned().collect::<Vec<_>>().join(", "),
        Value::Number(number) => number.to_string(),
        Value::Money(money) => words.money(money),
        Value::Date(date) => words.day(date),
        Value::Instant(at) => words.moment(at),
        Value::Term(term) => words.term(term),
    })
}

/// Who said so and when, and what shows it.
fn source(words: Words, line: &FactLine) -> String {
    let finding = line.is_finding.then(|| words.t("decide-finding"));
    let who = line.stated.as_ref().map(|(actor, at)| {
        words.with2("desk-stated", "who", common::actor(words, actor), "at", words.moment(at))
    });
    let shown = (!line.shown_by.is_empty()).then(|| {
        let evidence: Vec<&str> = line.shown_by.iter().map(|(_, text)| text.as_str()).collect();
        words.with("desk-shown", "evidence", evidence.join("; "))
    });
    [finding, who, shown].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn facts(words: Words, claim: &File) -> Vec<Fact> {
    let several = claim.items.len() > 1;
    let fact = |line: &FactLine, item: Option<u32>| Fact {
        name: match item {
            Some(item) if several => format!("{item}. {}", line.question),
            _ => line.question.clone(),
        },
        value: value(words, line),
        source: source(words, line),
    };
    let mut facts: Vec<Fact> = claim.facts.iter().map(|line| fact(line, None)).collect();
    for item in &claim.items {
        facts.extend(item.facts.iter().map(|line| fact(line, Some(item.item))));
    }
    facts
}

fn evidence(words: Words, claim: &File) -> Vec<Evidence> {
    let piece = |(place, line): (usize, &app::claims::EvidenceLine)| {
        let status = match (line.given_at, line.until) {
            (Some(at), _) => Badge::new(Tone::Good, words.moment(&at)),
            (None, Some(until)) => {
                Badge::new(Tone::Warn, words.with("desk-evidence-until", "at", words.moment(&until)))
            }
            (None, None) => Badge::new(Tone::Plain, words.t("desk-evidence-open")),
        };
        let name = if line.name.is_empty() {
            line.kind.1.clone()
        } else {
            format!("{}: {}", line.kind.1, line.name)
        };
        Evidence {
            href: line.attached.as_ref().map(|_| format!("/desk/claims/{}/evidence/{place}", claim.number)),
            name,
            status,
            picture: line.attached.as_ref().is_some_and(|attached| attached.media_type.starts_with("image/")),
        }
    };
    claim.evidence.iter().enumerate().map(piece).collect()
}

fn clause(words: Words, line: &app::claims::ClauseLine) -> Clause {
    let against = matches!(line.kind, ClauseKind::Exclusion | ClauseKind::NotPaid | ClauseKind::Obligation);
    let answered = match line.outcome {
        Outcome::Applies if against => Answered::Excludes,
        Outcome::Applies | Outcome::Met => Answered::Yes,
        Outcome::NotMet => Answered::Excludes,
        Outcome::Excepted | Outcome::DoesNotApply => Answered::No,
        Outcome::Unknown => Answered::Unknown,
    };
    let outcome = match (line.kind, line.outcome) {
        (ClauseKind::Obligation, Outcome::Applies) => "breached",
        (_, outcome) => outcome.code(),
    };
    Clause {
        rule: RuleChip::linked(line.rule.clone()),
        title: line.article.clone(),
        answered,
        answer: words.t(&format!("outcome-{outcome}")),
        reason: line.text.clone(),
    }
}

/// What people or the machine decided, item by item: the wording may say otherwise since, on other facts.
fn settled(words: Words, claim: &File) -> Vec<Notice> {
    let several = claim.items.len() > 1;
    let one = |item: &ItemPage| {
        let (tone, text) = match item.settlement {
            claims::Settlement::Open => return None,
            claims::Settlement::Refused => (Tone::Bad, words.t("desk-settled-refused")),
            claims::Settlement::Approved { remedy, amount } => {
                let remedy = words.t(&format!("remedy-{}", remedy.code()));
                let amount = words.money(&amount);
                (Tone::Good, words.with2("desk-settled-approved", "remedy", remedy, "amount", amount))
            }
        };
        Some(Notice::new(tone, if several { format!("{}. {text}", item.item) } else { text }))
    };
    claim.items.iter().filter_map(one).collect()
}

fn verdict(words: Words, claim: &File) -> Notice {
    let several = claim.items.len() > 1;
    let one = |item: &ItemPage| {
        let (tone, text) = match &item.verdict {
            None => (Tone::Warn, words.t("verdict-none")),
            Some(Verdict::Covered { remedy, amount }) => {
                let remedy = words.t(&format!("remedy-{}", remedy.code()));
                let text = words.with2("verdict-covered", "remedy", remedy, "amount", words.money(amount));
                (Tone::Good, text)
            }
            Some(Verdict::NotCovered) => (Tone::Bad, words.t("verdict-not-covered")),
            Some(Verdict::Routed { to }) => (Tone::Info, words.t(&format!("verdict-routed-{}", to.code()))),
            Some(Verdict::NeedsFacts | Verdict::NeedsPerson) if item.cover == Some(Truth::Yes) => {
                (Tone::Warn, words.t("verdict-covered-so-far"))
            }
            Some(Verdict::NeedsPerson) => (Tone::Warn, words.t("verdict-needs-person")),
            Some(Verdict::NeedsFacts) => (Tone::Warn, words.t("verdict-needs-facts")),
        };
        (tone, if several { format!("{}. {text}", item.item) } else { text })
    };
    let all: Vec<(Tone, String)> = claim.items.iter().map(one).collect();
    let tone = all.first().map_or(Tone::Plain, |(tone, _)| *tone);
    let text = all.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join(" ");
    if claim.is_stale {
        // What would be said now is shown; nothing rests on it before it is decided.
        return Notice::new(Tone::Warn, words.t("verdict-stale")).text(text);
    }
    Notice::new(tone, text)
}

/// The arithmetic as lines that add up to the total: a limit is what it took away.
fn payout(words: Words, claim: &File) -> Option<Payout> {
    let mut lines: Vec<(String, Money)> = Vec::new();
    for item in &claim.items {
        let mut before = Money::ZERO;
        for step in &item.steps {
            let change = step.result - before;
            let is_idle = step.kind == StepKind::AtMost && change == Money::ZERO;
            if !is_idle {
                lines.push((text(step), change));
            }
            before = step.result;
        }
    }
    // What is or would be set off against overdue premium.
    let off = claim.set_off + claim.to_set_off.amount;
    if off.is_positive() && !lines.is_empty() {
        lines.push((format!("{} (AMB-14)", words.t("claim-set-off")), -off));
    }
    let total = lines.iter().map(|(_, amount)| *amount).sum();
    (!lines.is_empty()).then_some(Payout { lines, total })
}

fn text(step: &StepLine) -> String {
    if step.rule.is_empty() { step.text.clone() } else { format!("{} ({})", step.text, step.rule) }
}

fn payments(page: &Page, claim: &File) -> Option<List> {
    let heads = ["payout-to", "payout-amount", "policy-status"].map(|key| page.t(key));
    let rows = claim.payments.iter().map(|payment| {
        let tone = match payment.state {
            PaymentState::Ordered => Tone::Warn,
            PaymentState::Sent => Tone::Info,
            PaymentState::Confirmed => Tone::Good,
            PaymentState::Returned => Tone::Bad,
        };
        let to = payment.payee.as_ref().map(|payee| (payee.name.clone(), payee.iban.masked()));
        let (text, below) = to.unwrap_or_else(|| (page.t("person-forgotten"), String::new()));
        vec![
            Cell::Pair { text, below },
            Cell::Figure(page.money(&payment.amount)),
            Cell::Badge(Badge::new(tone, page.t(&format!("payment-{}", payment.state.code())))),
        ]
    });
    let rows: Vec<_> = rows.collect();
    (!rows.is_empty()).then(|| List::new(page.t("desk-payments"), &heads, rows, Empty::new("", "")).shown())
}

fn history(page: &Page, claim: &File) -> List {
    let rows = claim.history.iter().rev().map(|line| {
        let what = page.t(&format!("claim-event-{}", line.kind));
        EventRow {
            effective: line.effective,
            recorded: line.recorded,
            what: line
                .amount
                .map_or_else(|| what.clone(), |amount| format!("{what}, {}", page.money(&amount))),
            actor: common::actor(page.words(), &line.actor),
            rule: line.rule.map(|rule| rule.id().to_owned()),
            correct: None,
        }
    });
    PolicyPage::events(page, rows.collect())
}
