//! What a person does with a claim: states facts and findings, asks for evidence, lets the wording decide again, approves,
//! refuses, orders the payment.

use app::acceptance::unchanged;
use app::access::Action;
use app::claims::{self as cases, Approval, Given, NewFinding, Question, Stated};
use app::contracts::Outcome;
use app::{AppError, Refused};
use claims::{Claim, Settlement};
use kernel::{Actor, Iban, Id, Instant};
use party::Payee;
use store::Tx;
use terms::{Kind as Type, Verdict};

use super::{field_name, show};
use crate::desk::common;
use crate::form::Filled;
use crate::site::{Access, Site};
use crate::{Answer, Failure, Visit};

pub(super) fn routes(site: Site) -> Site {
    site.post("/desk/claims/{number}", Access::to(Action::DecideClaim, "number"), decide)
}

/// What is done, with all it needs.
#[derive(Clone)]
enum Act {
    State(Vec<Stated>, Vec<NewFinding>),
    Ask(Vec<String>),
    Again,
    Approve,
    Refuse(String),
    Pay(Given),
}

async fn decide(visit: Visit) -> Result<Answer, Failure> {
    let mut filled = visit.sent().clone();
    let what = filled.get("decision").to_owned();
    let action = match what.as_str() {
        "state" => Action::StateFinding,
        "ask" => Action::AskForEvidence,
        "refuse" => Action::RefuseClaim,
        "again" | "approve" | "pay" => Action::DecideClaim,
        _ => return Err(Failure::Malformed),
    };
    let claim = visit.thing()?;
    let act = match read(&visit, &mut filled, &what).await? {
        Some(act) if filled.is_good() => act,
        _ => return Answer::again(&show::view(&visit, &filled).await?),
    };
    let (app, now) = (visit.app()?.clone(), visit.now());
    let on = app::access::Resource::any().in_file(claim);
    let (actor, command) =
        (common::actor_for(&visit, action, &on)?, visit.command(&format!("claim-{what}"))?);
    let version = common::version(&filled)?;
    let back = format!("/desk/claims/{}", common::claim_number(&visit)?);
    let done = common::write(&visit, move |tx| {
        if !unchanged::<Claim>(tx, &command, claim, Some(version))? {
            return Ok("done-already");
        }
        carry_out(&app, tx, now, (&command, &actor), claim, &act)
    });
    match done.await? {
        Ok(said) => Ok(Answer::onward(back).say(said)),
        Err(refused) => {
            say(&visit, &mut filled, &refused);
            Answer::again(&show::view(&visit, &filled).await?)
        }
    }
}

fn carry_out(
    app: &app::App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    claim: Id,
    act: &Act,
) -> Result<&'static str, AppError> {
    let said = |outcome: Outcome| if outcome == Outcome::Done { "done-decided" } else { "done-already" };
    match act {
        Act::State(facts, findings) => {
            if !facts.is_empty() {
                cases::state_facts(app, tx, now, (command, actor), claim, facts)?;
            }
            for finding in findings {
                let one = format!("{command}:{}", finding.finding.fact);
                cases::state_finding(app, tx, now, (&one, actor), claim, finding)?;
            }
            Ok("done-saved")
        }
        Act::Ask(kinds) => Ok(said(cases::request_evidence(app, tx, now, (command, actor), claim, kinds)?)),
        Act::Again => Ok(said(cases::decide(app, tx, now, command, claim)?)),
        Act::Approve => match cases::approve(app, tx, now, (command, actor), claim)? {
            Approval::Done(outcome) => Ok(said(outcome)),
            Approval::Waits(_) => Ok("done-proposed"),
        },
        Act::Refuse(reason) => {
            let items = refusable(app, tx, now, claim)?;
            Ok(said(cases::refuse(app, tx, now, (command, actor), claim, (&items, reason))?))
        }
        Act::Pay(given) => Ok(said(cases::order_payment(app, tx, now, (command, actor), claim, given)?)),
    }
}

/// The items that the last decision finds not covered and that are still open.
fn refusable(app: &app::App, tx: &mut Tx<'_>, now: Instant, claim: Id) -> Result<Vec<u32>, AppError> {
    let page = cases::page(app, tx, now, claim, kernel::Language::Nl)?;
    let items = page.items.iter().filter(|item| {
        item.settlement == Settlement::Open
            && matches!(item.verdict, Some(Verdict::NotCovered | Verdict::Routed { .. }))
    });
    Ok(items.map(|item| item.item).collect())
}

/// Reads the form; faults are noted in it.
async fn read(visit: &Visit, filled: &mut Filled, what: &str) -> Result<Option<Act>, Failure> {
    let words = visit.words();
    let given = |name: &str| filled.given(name).map(str::to_owned);
    Ok(match what {
        "again" => Some(Act::Again),
        "approve" => Some(Act::Approve),
        "ask" => {
            let kinds: Vec<String> = filled.all("evidence").map(str::to_owned).collect();
            if kinds.is_empty() {
                filled.wrong("evidence", words.t("form-choose"));
            }
            Some(Act::Ask(kinds))
        }
        "refuse" => {
            let reason = given("reason");
            if reason.is_none() {
                filled.wrong("reason", words.t("form-required"));
            }
            reason.map(Act::Refuse)
        }
        "pay" => match (given("payee_name"), given("iban")) {
            (None, None) => Some(Act::Pay(Given::KnownAccount)),
            (name, iban) => {
                let iban = iban.and_then(|iban| Iban::parse(&iban).ok());
                if iban.is_none() {
                    filled.wrong("iban", words.t("form-iban-wrong"));
                }
                if name.is_none() {
                    filled.wrong("payee_name", words.t("form-required"));
                }
                name.zip(iban).map(|(name, iban)| Act::Pay(Given::Account(Payee { name, iban })))
            }
        },
        _ => Some(stated(visit, filled).await?),
    })
}

/// Facts and findings that were answered. A finding needs its reason.
async fn stated(visit: &Visit, filled: &mut Filled) -> Result<Act, Failure> {
    let (app, number, now) = (visit.app()?.clone(), common::claim_number(visit)?, visit.now());
    let language = visit.words().language;
    let role = visit.actor()?.role;
    let read = move |tx: &mut Tx<'_>| app::views::desk::claim_file(&app, tx, &number, now, language, role);
    let file = common::read(visit, read).await?.ok_or(Failure::NotFound)?;
    let words = visit.words();
    let why = filled.get("why").to_owned();
    let (mut facts, mut findings) = (Vec::new(), Vec::new());
    for question in &file.statable {
        let Some(text) = answer(question, filled) else { continue };
        let stated = Stated { item: question.item, fact: question.fact.clone(), text };
        if question.is_finding {
            findings.push(NewFinding { finding: stated, reason: why.clone() });
        } else {
            facts.push(stated);
        }
    }
    if facts.is_empty() && findings.is_empty() {
        filled.wrong("", words.t("form-choose"));
    }
    if !findings.is_empty() && why.is_empty() {
        filled.wrong("why", words.t("form-required"));
    }
    Ok(Act::State(facts, findings))
}

pub(in crate::desk) fn answer(question: &Question, filled: &Filled) -> Option<String> {
    let name = field_name(question);
    let given = filled.given(&name).filter(|given| *given != "open");
    match question.kind {
        Type::Set => {
            let all: Vec<&str> = filled.all(&name).collect();
            (!all.is_empty()).then(|| all.join(","))
        }
        Type::Instant => {
            let time = filled.given(&format!("{name}.time")).unwrap_or("12:00");
            given.map(|date| format!("{date}T{time}"))
        }
        Type::Money => given.map(|text| text.replace(',', ".")),
        _ => given.map(str::to_owned),
    }
}

/// Puts a refusal where it belongs: beside the facts that are wrong, or above the forms.
pub(in crate::desk) fn say(visit: &Visit, filled: &mut Filled, refused: &Refused) {
    let words = visit.words();
    let faults = cases::faults(&AppError::Refused(refused.clone()));
    if faults.is_empty() {
        filled.wrong("", words.refusal(refused));
    }
    for fault in faults {
        let key = format!("refusal-{}", fault.code);
        let text = words.maybe(&key).unwrap_or_else(|| words.t("refusal-claim-facts-wrong"));
        filled.wrong("", format!("{} {text}", asked(visit, &fault.fact)));
    }
}

/// The question that a fact answers, in words: every product's wording knows its own.
fn asked(visit: &Visit, fact: &str) -> String {
    let Ok(app) = visit.app() else { return fact.to_owned() };
    let products = app.products.codes().into_iter().filter_map(|product| app.products.current(&product));
    let mut questions = products
        .filter_map(|product| Some(product.fact(fact)?.question.get(visit.words().language).to_owned()));
    questions.next().unwrap_or_else(|| fact.to_owned())
}
