//! One contract with all that the desk sees of it: as an application, and as a policy.

use std::collections::BTreeMap;

use kernel::{Date, Id, Instant, Language, Money, PolicyNumber, Rule};
use policy::{Contract, ContractEvent, Fact, PolicyEvent, Schedule, Signal, SignalKind, Timeline, Verdict};
use store::{Tx, params, sql};

use crate::{
    App, AppError,
    apply::{Attached, DeviceIdentity},
    claims, contracts,
    parties::{self, Known},
    streams,
    tasks::TaskKind,
};

/// A device in the schedule, opened.
#[derive(Debug, Clone)]
pub struct InsuredDevice {
    /// What is not personal.
    pub device: policy::Device,
    /// Make, model, numbers; none when forgotten.
    pub identity: Option<DeviceIdentity>,
}

/// What the screening said, and when.
#[derive(Debug, Clone, Copy)]
pub struct Screened {
    /// What it said last; none before it was asked.
    pub verdict: Option<Verdict>,
    /// When.
    pub at: Option<Instant>,
    /// Whether a person said so.
    pub by_person: bool,
}

/// Another contract that the known-person check found (OFFICE-02): what they share, and what happened there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kindred {
    /// Number of the other contract.
    pub number: String,
    /// Its phase.
    pub phase: String,
    /// Who holds it.
    pub holder: Id,
    /// What was found.
    pub kinds: Vec<SignalKind>,
}

/// A contract, opened for the desk. Personal: log the look before it is shown.
#[derive(Debug, Clone)]
pub struct ContractFile {
    /// Its id.
    pub id: Id,
    /// Events it has: what a decision is held against.
    pub version: i64,
    /// Where it stands.
    pub contract: Contract,
    /// Name of its phase.
    pub phase: &'static str,
    /// Who holds it.
    pub holder: Id,
    /// Who that is.
    pub known: Option<Known>,
    /// What is insured.
    pub devices: Vec<InsuredDevice>,
    /// The schedule that counted at the instant asked for.
    pub schedule: Schedule,
    /// Name of its plan in the reader's language.
    pub plan: String,
    /// All that happened, as known at the instant asked for, oldest first.
    pub facts: Vec<Fact>,
    /// When there was cover, as known then.
    pub cover: Timeline,
    /// What the screening said.
    pub screened: Screened,
    /// The last question and its instant, if it is not forgotten.
    pub question: Option<(Instant, String)>,
    /// The answer to it.
    pub answer: Option<(Instant, String)>,
    /// The note that the desk made on rejecting.
    pub note: Option<String>,
    /// Whether a proof of purchase was uploaded.
    pub proof: Option<Attached>,
    /// Other contracts that the known-person check found when this was applied for.
    pub kindred: Vec<Kindred>,
    /// Open tasks: kind, rule, by when.
    pub tasks: Vec<(TaskKind, String, Option<Instant>)>,
    /// Claims on it.
    pub claims: Vec<claims::Line>,
    /// Purchase value up to which the power of attorney lets us accept.
    pub accept_limit: Money,
    /// Today, where the policy lives.
    pub today: Date,
}

/// Opens a contract by its policy number, as known at `known_at`; none when there is no such number.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`].
pub fn contract_file(
    app: &App,
    tx: &mut Tx<'_>,
    number: &PolicyNumber,
    (now, known_at): (Instant, Instant),
    language: Language,
) -> Result<Option<ContractFile>, AppError> {
    let Some(id) = contracts::by_number(tx, number)? else { return Ok(None) };
    let loaded = streams::look::<Contract>(tx, &[id])?.remove(&id).expect("it was asked for");
    let contract = loaded.state()?.clone();
    let mut facts = contracts::facts(tx, &[id])?.remove(&id).unwrap_or_default();
    let cover = policy::cover(&facts, known_at);
    facts.retain(|fact| fact.recorded <= known_at);
    let holder = contract.holder();
    let known = parties::known(app, tx, &[holder])?.remove(&holder);
    let mut devices = Vec::new();
    let schedule = contract.schedule_at(known_at.max(contract.starts()));
    for device in &schedule.devices {
        let identity = app.unseal(tx, &device.identity)?;
        devices.push(InsuredDevice { device: device.clone(), identity });
    }
    let product = app.products.by_hash(tx, &schedule.product.hash)?;
    let plan = product
        .plan(&schedule.plan)
        .map_or_else(|| schedule.plan.clone(), |plan| plan.name.get(language).to_owned());
    let proof = match &contract.application.proof {
        Some(proof) => app.unseal(tx, proof)?,
        None => None,
    };
    let said = said(app, tx, &facts)?;
    let kindred = kindred(app, tx, &facts)?;
    let limit = app.products.agreement(&contract.application.agreement)?.authority.accept_value_cents;
    Ok(Some(ContractFile {
        id,
        version: loaded.version,
        phase: contracts::phase_code(&contract),
        holder,
        known,
        devices,
        schedule,
        plan,
        screened: screened(&facts),
        cover,
        question: said.question,
        answer: said.answer,
        note: said.note,
        facts,
        proof,
        kindred,
        tasks: tasks(tx, id)?,
        claims: claims::of_contract(tx, &[id])?,
        accept_limit: limit,
        today: kernel::local_date(now, contract.country()),
        contract,
    }))
}

/// The proof of purchase of a contract, and whose it is.
///
/// # Errors
/// [`AppError::Store`].
pub fn device_proof(
    app: &App,
    tx: &mut Tx<'_>,
    number: &PolicyNumber,
) -> Result<Option<(Id, Attached)>, AppError> {
    let Some(id) = contracts::by_number(tx, number)? else { return Ok(None) };
    let loaded = streams::look::<Contract>(tx, &[id])?.remove(&id).expect("it was asked for");
    let contract = loaded.state()?;
    let Some(proof) = &contract.application.proof else { return Ok(None) };
    Ok(app.unseal(tx, proof)?.map(|attached| (contract.holder(), attached)))
}

fn screened(facts: &[Fact]) -> Screened {
    let last = facts.iter().rev().find_map(|fact| match &fact.event {
        ContractEvent::Policy(PolicyEvent::Screened { verdict }) => Some((*verdict, fact)),
        _ => None,
    });
    Screened {
        verdict: last.map(|(verdict, _)| verdict),
        at: last.map(|(_, fact)| fact.recorded),
        by_person: last.is_some_and(|(_, fact)| fact.actor.role != kernel::Role::Machine),
    }
}

struct Said {
    question: Option<(Instant, String)>,
    answer: Option<(Instant, String)>,
    note: Option<String>,
}

fn said(app: &App, tx: &mut Tx<'_>, facts: &[Fact]) -> Result<Said, AppError> {
    let mut said = Said { question: None, answer: None, note: None };
    for fact in facts {
        match &fact.event {
            ContractEvent::Policy(PolicyEvent::InformationRequested { question }) => {
                said.question = app.unseal(tx, question)?.map(|text| (fact.recorded, text));
                said.answer = None;
            }
            ContractEvent::Policy(PolicyEvent::InformationReceived { answer }) => {
                said.answer = app.unseal(tx, answer)?.map(|text| (fact.recorded, text));
            }
            ContractEvent::Policy(PolicyEvent::Rejected { reason: Some(reason) }) => {
                said.note = app.unseal(tx, reason)?;
            }
            _ => {}
        }
    }
    Ok(said)
}

/// What the known-person check found, by the contract it was found on; nothing once it was forgotten.
fn kindred(app: &App, tx: &mut Tx<'_>, facts: &[Fact]) -> Result<Vec<Kindred>, AppError> {
    let mut kinds: BTreeMap<Id, Vec<SignalKind>> = BTreeMap::new();
    for fact in facts {
        let ContractEvent::Policy(PolicyEvent::SignalsFound { signals, found }) = &fact.event else {
            continue;
        };
        let sealed: Vec<Signal> = match found {
            Some(found) => app.unseal(tx, found)?.unwrap_or_default(),
            None => Vec::new(),
        };
        for signal in signals.iter().chain(&sealed) {
            kinds.entry(signal.on).or_default().push(signal.kind);
        }
    }
    let ids: Vec<Id> = kinds.keys().copied().collect();
    let rows = tx.query_ids(
        sql!("select id, number, phase, holder from contract where id in ({ids}) order by id"),
        &params![],
        &ids,
    )?;
    let mut kindred = Vec::with_capacity(rows.len());
    for row in &rows {
        kindred.push(Kindred {
            number: row.text("number")?,
            phase: row.text("phase")?,
            holder: row.id("holder")?,
            kinds: kinds.remove(&row.id("id")?).unwrap_or_default(),
        });
    }
    Ok(kindred)
}

fn tasks(tx: &mut Tx<'_>, stream: Id) -> Result<Vec<(TaskKind, String, Option<Instant>)>, AppError> {
    let rows = tx.query(
        sql!(
            "select kind, rule, due_us from task where stream = ?1 and state = 'open' \
             order by due_us nulls last, kind limit 50"
        ),
        &params![stream],
    )?;
    rows.iter()
        .map(|row| {
            let kind = row.text("kind")?;
            let kind =
                TaskKind::from_code(&kind).ok_or_else(|| AppError::damaged("the kind of a task", kind))?;
            Ok((kind, row.text("rule")?, row.opt_instant("due_us")?))
        })
        .collect()
}

/// The rule a stored event stands under, where the event itself names one or only one can be meant.
pub fn rule_of(fact: &Fact, contract: &Contract) -> Option<Rule> {
    use billing::BillingEvent as Billing;
    let country = contract.country();
    let by =
        |nl: &'static str, be: &'static str| Some(Rule(if country == kernel::Country::Nl { nl } else { be }));
    match &fact.event {
        ContractEvent::Policy(event) => match event {
            PolicyEvent::Applied { .. } => by("NL-PROV-01", "BE-PROV-02"),
            PolicyEvent::TakenOver { .. } => Some(Rule("ACT-06")),
            PolicyEvent::Screened { .. } => Some(Rule("AMB-41")),
            PolicyEvent::InformationRequested { .. } | PolicyEvent::InformationReceived { .. } => {
                by("NL-PROV-03", "BE-PROV-05")
            }
            PolicyEvent::DecisionWarned { .. } => Some(Rule("AMB-08")),
            PolicyEvent::Accepted | PolicyEvent::OfferAgreed { .. } => by("NL-PROV-07", "BE-PROV-07"),
            PolicyEvent::SignalsFound { .. } => Some(Rule("DATA-13")),
            PolicyEvent::ItemsReceived { .. } => Some(Rule("AMB-69")),
            PolicyEvent::OtherTermsOffered { .. } | PolicyEvent::OfferDeclined { .. } => Some(Rule("AMB-09")),
            PolicyEvent::ApplicationWithdrawn => by("NL-PROV-08", "BE-PROV-01"),
            PolicyEvent::Endorsed { endorsement } => Some(endorsement.rule),
            PolicyEvent::TermsChangeWithdrawn { .. } | PolicyEvent::TermsTookEffect { .. } => {
                by("AMB-56", "BE-PREM-04")
            }
            PolicyEvent::Corrected { .. } => Some(Rule("GEN-RANK-05")),
            PolicyEvent::Rejected { .. } => by("NL-PROV-05", "BE-PROV-04"),
            PolicyEvent::Lapsed => by("NL-PROV-02", "BE-PROV-03"),
            PolicyEvent::Cancelled { way, .. } | PolicyEvent::CancellationWithdrawn { way, .. } => {
                Some(way.rule(country))
            }
            PolicyEvent::PartnerViewOpened { .. } | PolicyEvent::PartnerViewClosed { .. } => {
                Some(Rule("PRIV-24"))
            }
            PolicyEvent::EndAnnounced => contract.ends().map(|ending| ending.way.rule(country)),
        },
        ContractEvent::Billing(event) => match event {
            Billing::Opened { .. } => Some(Rule("ACT-06")),
            Billing::MandateGiven { .. } | Billing::MandateAmended { .. } => Some(Rule("LAW-SEPA-03")),
            Billing::MandateStopped { reason } if reason == "lapsed" => Some(Rule("LAW-SEPA-04")),
            Billing::MandateStopped { .. }
            | Billing::CollectionReturned { .. }
            | Billing::DeathCleared
            | Billing::RefundReturned { .. } => Some(Rule("LAW-SEPA-12")),
            Billing::PremiumFellDue { .. } => Some(Rule("NL-DEF-17")),
            Billing::CollectionAnnounced { .. } => Some(Rule("LAW-SEPA-05")),
            Billing::PaymentReceived { source: billing::PaymentSource::SetOff { .. }, .. } => {
                Some(Rule("AMB-14"))
            }
            Billing::PaymentReceived { .. } => Some(Rule("AMB-16")),
            Billing::ReminderSent { .. }
            | Billing::RemindersHeld { .. }
            | Billing::RemindersResumed
            | Billing::PaymentPlanAgreed { .. }
            | Billing::PaymentPlanBroken { .. } => by("NL-DUN-02", "BE-DUN-02"),
            Billing::CostsFellDue { .. } | Billing::InterestFellDue { .. } => by("NL-DUN-05", "BE-DUN-05"),
            Billing::CoverStopAnnounced { .. } => by("NL-DUN-04", "BE-DUN-04"),
            Billing::CoverReturnAnnounced { .. } => by("NL-DUN-06", "BE-DUN-06"),
            Billing::PremiumReversed { rule, .. }
            | Billing::RefundOrdered { rule, .. }
            | Billing::ExtraPremiumFellDue { rule, .. }
            | Billing::ChargeWaived { rule, .. } => Some(*rule),
            Billing::FreeReminderSent { .. } => Some(Rule("BE-DUN-10")),
            Billing::ReminderReturned { .. } => Some(Rule("GEN-TIME-06")),
            Billing::ReminderReceiptProven { .. } => Some(Rule("AMB-12")),
            Billing::RefundAccountNamed { .. } => Some(Rule("MONEY-03")),
            Billing::CollectionReleased { .. }
            | Billing::CollectionWithdrawn { .. }
            | Billing::RefundReleased { .. }
            | Billing::RefundSettled { .. } => None,
        },
    }
}
