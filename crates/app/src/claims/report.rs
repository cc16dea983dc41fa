//! Reporting damage or theft (NL-CLAIM-01, FAQ-01): checked, sealed, numbered, and decided on at once.

use ::claims::{
    Claim, ClaimEvent, ClaimTerms, Command, OurTerms, Report as ClaimReport, ReportedItem, StatedFact,
    StatedValue,
};
use agreement::ClaimsPromise;
use kernel::{Actor, ClaimNumber, Country, Id, Instant, Money, Role, Rule, VaultRef};
use policy::Contract;
use serde::{Deserialize, Serialize};
use store::{Tx, command, unique};
use terms::{Product, Value};

use super::{
    Stated,
    change::{self, Change},
    facts_wrong, field_fault,
};
use crate::{
    App, AppError, Refused,
    attachments::{self, Upload},
    sealed::Purpose,
    streams,
};

/// The most uploads with a report.
pub const UPLOADS: usize = 20;
/// The most characters of what happened, in the customer's words.
pub const NARRATIVE_CHARS: usize = 10_000;
/// The fact that Harmony states itself where the proof of purchase is missing (NL-CLAIM-05).
const PROOF_GIVEN: &str = "proof_of_purchase_given";
/// The evidence that makes it true.
pub(super) const PROOF: &str = "proof_of_purchase";

/// What somebody reports. Personal.
#[derive(Clone)]
pub struct Report {
    /// The contract.
    pub contract: Id,
    /// Who reports, where it is the customer: the contract must be theirs. None: the desk does it for them.
    pub holder: Option<Id>,
    /// Numbers of the items in the schedule; none: all of them.
    pub items: Vec<u32>,
    /// What was answered.
    pub facts: Vec<Stated>,
    /// What happened, in the customer's own words.
    pub narrative: String,
    /// Evidence uploaded with it: kind of evidence in the wording, and the upload.
    pub uploads: Vec<(String, Upload)>,
}

impl std::fmt::Debug for Report {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Report({})", self.contract)
    }
}

/// A claim that was reported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportedClaim {
    /// Its id.
    pub id: Id,
    /// Its number.
    pub number: ClaimNumber,
    /// It had been reported before: the same item and the same moment.
    #[serde(default)]
    pub was_there: bool,
}

/// Reports damage or theft and lets the wording decide on what is known. The same command, or a report of the same item at
/// the same moment, is answered with the claim there is.
///
/// # Errors
/// [`AppError::Refused`]: `contract-unknown`, `claim-items`, `claim-facts-wrong` (see [`super::faults`]),
/// `claim-theft-not-insured` (NL-COV-10, BE-CLAIM-07), `claim-report-incomplete`, or another of [`claims::ClaimRefusal`]; nothing is kept
/// then.
pub fn report(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    command: &str,
    actor: &Actor,
    report: &Report,
) -> Result<ReportedClaim, AppError> {
    if let Some(outcome) = command::seen(tx, &[command])?.remove(0) {
        let claim: ReportedClaim = serde_json::from_str(&outcome)
            .map_err(|_| AppError::damaged("the outcome of a command", command))?;
        return Ok(ReportedClaim { was_there: true, ..claim });
    }
    let contract = contract_of(tx, report, actor)?;
    let contract = as_of_event(app, tx, now, contract, (&report.items, &report.facts))?;
    let product = app.products.in_force(tx, &contract.application.product.hash)?;
    let items = items(&contract, &report.items)?;
    if report.uploads.len() > UPLOADS || report.narrative.chars().count() > NARRATIVE_CHARS {
        return Err(AppError::Refused(Refused::new("claim-report-too-large", None)));
    }
    let numbers: Vec<u32> = items.iter().map(|item| item.item).collect();
    let (facts, faults) = change::read_facts(&product, contract.country(), &numbers, &report.facts);
    if !faults.is_empty() {
        return Err(facts_wrong(faults));
    }
    theft_is_insured(&contract, &facts)?;
    let happened = match plain(&facts, "damage_arose_at") {
        Some(Value::Instant(at)) => *at,
        _ => {
            return Err(
                ::claims::ClaimRefusal::ReportIncomplete { fact: "damage_arose_at".to_owned() }.into()
            );
        }
    };
    let id = app.new_id(contract.holder().shard(), now);
    if let Some(there) = same_event(tx, id, report.contract, &numbers, happened)? {
        return Ok(there);
    }
    let number = free_number(app, tx, id)?;
    let facts = change::seal_personal(app, tx, now, contract.holder(), &product, facts)?;
    let narrative =
        app.seal(tx, now, (contract.holder(), Purpose::Claim, "narrative"), None, &report.narrative)?;
    let agreement = app.products.agreement(&contract.application.agreement)?;
    let (one_person, ours) =
        (agreement.authority.settle_one_person_cents, our_terms(&product, agreement.claims));
    let of = (report.contract, &contract);
    let mut full = whole(of, (&product, one_person, ours), number.clone(), items, facts, narrative);
    full.evidence = standard_list(app, tx, now, &contract, &product, &full)?;
    let mut change = Change::empty(app, now, command, id, product);
    change.give(actor, &Command::Report { report: Box::new(full) })?;
    add_uploads(tx, &mut change, actor, &report.uploads)?;
    if let Some(missing) = proof_missing(&contract, &change) {
        change.give(&App::machine(), &Command::StateFacts { facts: missing })?;
    }
    change.decide(tx)?;
    change.commit(tx)?;
    let claim = ReportedClaim { id, number, was_there: false };
    let outcome = serde_json::to_string(&claim).expect("ids and numbers serialise");
    command::record(tx, now, &[(command, outcome)])?;
    Ok(claim)
}

fn contract_of(tx: &mut Tx<'_>, report: &Report, actor: &Actor) -> Result<Contract, AppError> {
    let unknown = || AppError::Refused(Refused::new("contract-unknown", None));
    let contract = match change::contract(tx, report.contract) {
        Err(AppError::Missing { .. }) => return Err(unknown()),
        other => other?,
    };
    // Somebody else's contract is answered as one that is not there; so is one that its holder does not let the partner report for.
    let is_closed =
        actor.role == Role::Partner && !contract.open_to_partner().is_some_and(|view| view.reports);
    if is_closed || report.holder.is_some_and(|holder| holder != contract.holder()) {
        Err(unknown())
    } else {
        Ok(contract)
    }
}

/// The contract as its schedule was when the damage arose, if that is said; else as it is now.
pub(super) fn as_of_event(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    contract: Contract,
    (numbers, facts): (&[u32], &[Stated]),
) -> Result<Contract, AppError> {
    let product = app.products.in_force(tx, &contract.application.product.hash)?;
    let (facts, _told_later) = change::read_facts(&product, contract.country(), numbers, facts);
    Ok(match plain(&facts, "damage_arose_at") {
        Some(Value::Instant(at)) => contract.as_of(*at),
        _ => contract.as_of(now),
    })
}

/// A moment that was told in a report that is not sent yet.
pub(super) fn moment_of(
    contract: &Contract,
    product: &Product,
    unsent: &super::unsent::Unsent,
    fact: &str,
) -> Option<Instant> {
    let (facts, _told_later) = change::read_facts(product, contract.country(), &[], &unsent.stated(&[]));
    match plain(&facts, fact) {
        Some(Value::Instant(at)) => Some(*at),
        _ => None,
    }
}

/// The items as the schedule has them.
pub(super) fn items(contract: &Contract, numbers: &[u32]) -> Result<Vec<ReportedItem>, AppError> {
    let devices = &contract.application.devices;
    let has_all = numbers.iter().all(|number| devices.iter().any(|device| device.item == *number));
    if !has_all {
        return Err(::claims::ClaimRefusal::Items.into());
    }
    let chosen = devices.iter().filter(|device| numbers.is_empty() || numbers.contains(&device.item));
    let item = |device: &policy::Device| ReportedItem {
        item: device.item,
        device: device.kind,
        purchase_value: device.purchase_value,
        excess: device.excess,
        purchased_on: device.bought,
        manufacturer_warranty_ends_on: None,
    };
    Ok(chosen.map(item).collect())
}

fn plain<'a>(facts: &'a [StatedFact], name: &str) -> Option<&'a Value> {
    facts.iter().find(|fact| fact.item.is_none() && fact.fact == name).and_then(|fact| match &fact.value {
        StatedValue::Plain(value) => Some(value),
        StatedValue::Sealed(_) => None,
    })
}

/// Theft is reported only where the schedule covers it (NL-COV-10, PORTAL-07); in Belgium nowhere (BE-CLAIM-07).
fn theft_is_insured(contract: &Contract, facts: &[StatedFact]) -> Result<(), AppError> {
    let stolen = plain(facts, "what_happened") == Some(&Value::choice("stolen"));
    let is_covered = contract.application.flags.get("theft_covered").copied().unwrap_or(false);
    if stolen && !is_covered {
        let rule = if contract.country() == Country::Nl { "NL-COV-10" } else { "BE-CLAIM-07" };
        return Err(AppError::Refused(Refused::new("claim-theft-not-insured", Some(Rule(rule)))));
    }
    Ok(())
}

/// The claim of the same item and moment, if there is one; otherwise the moment is taken for the new one.
fn same_event(
    tx: &mut Tx<'_>,
    id: Id,
    contract: Id,
    items: &[u32],
    happened: Instant,
) -> Result<Option<ReportedClaim>, AppError> {
    let claim = |item: &u32| unique::Claim {
        kind: "claim-event",
        value: format!("{contract}:{item}:{}", happened.as_microsecond()),
        owner: id,
    };
    let claims: Vec<unique::Claim> = items.iter().map(claim).collect();
    let there = unique::claim(tx, &claims)?.into_iter().find_map(|answer| match answer {
        unique::Claimed::Taken { by } => Some(by),
        unique::Claimed::Yours => None,
    });
    let Some(by) = there else { return Ok(None) };
    // Of several items some may have been taken just now for a claim that will not be.
    unique::release(tx, &claims)?;
    let there = streams::look::<Claim>(tx, &[by])?.remove(&by).and_then(|loaded| loaded.state);
    let there = there.ok_or_else(|| AppError::missing("claim", by))?;
    Ok(Some(ReportedClaim { id: by, number: there.report.number, was_there: true }))
}

fn free_number(app: &App, tx: &mut Tx<'_>, claim: Id) -> Result<ClaimNumber, AppError> {
    for _ in 0..16 {
        let number = ClaimNumber::from_entropy(app.draw());
        let wish = unique::Claim { kind: "claim-number", value: number.as_str().to_owned(), owner: claim };
        if matches!(unique::claim(tx, &[wish])?[0], unique::Claimed::Yours) {
            return Ok(number);
        }
    }
    Err(AppError::missing("a free claim number after tries", 16))
}

/// Our terms to answer and to pay: the law's, where the product states them, else what the agreement promises.
fn our_terms(product: &Product, promise: Option<ClaimsPromise>) -> Option<OurTerms> {
    let promise = promise?;
    Some(OurTerms {
        answer: product.stated_term("claim_answer").or(promise.answer)?,
        payment: product.stated_term("claim_payment").or(promise.payment)?,
        warn_before: promise.warn_before,
    })
}

fn whole(
    (id, contract): (Id, &Contract),
    (product, one_person, ours): (&Product, Money, Option<OurTerms>),
    number: ClaimNumber,
    items: Vec<ReportedItem>,
    facts: Vec<StatedFact>,
    narrative: VaultRef,
) -> ClaimReport {
    let application = &contract.application;
    // OFFICE-15, ACT-06: the smaller of what the product and the power of attorney let one person approve.
    let terms = ClaimTerms::of(product);
    ClaimReport {
        number,
        contract: id,
        holder: application.holder,
        country: application.country,
        agreement: application.agreement.clone(),
        language: application.language,
        wording: product.wording().clone(),
        plan: application.plan.clone(),
        flags: application.flags.clone(),
        frequency: Some(application.frequency),
        started_on: Some(contract.start()),
        items,
        facts,
        narrative,
        evidence: Vec::new(),
        terms: ClaimTerms { second_person_above: terms.second_person_above.min(one_person), ours, ..terms },
    }
}

/// The evidence such a loss needs by the wording (NL-CLAIM-04), in its order; a first decision says it.
fn standard_list(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    contract: &Contract,
    product: &Product,
    report: &ClaimReport,
) -> Result<Vec<String>, AppError> {
    let mut claim = Claim::next(None, &ClaimEvent::Reported { report: Box::new(report.clone()) }, now);
    if let Some(facts) = proof_facts(contract, product, &claim.report.items) {
        claim = Claim::next(Some(claim), &ClaimEvent::FactsStated { facts }, now);
    }
    let known = change::known(tx, product, &claim, now)?;
    let opened = change::open_facts(app, tx, &claim)?;
    let decision = terms::decide(product, &claim.case(product, &known, &opened, now))
        .map_err(|faults| facts_wrong(faults.iter().map(field_fault)))?;
    let is_needed =
        |name: &str| decision.items.iter().any(|item| item.evidence.iter().any(|kind| kind == name));
    Ok(product.evidence().iter().filter(|kind| is_needed(&kind.name)).map(|kind| kind.name.clone()).collect())
}

/// That the proof of purchase is missing, where the product asks for it and the application came without one.
pub(super) fn proof_facts(
    contract: &Contract,
    product: &Product,
    items: &[ReportedItem],
) -> Option<Vec<StatedFact>> {
    if contract.application.proof.is_some() || product.fact(PROOF_GIVEN).is_none() {
        return None;
    }
    Some(items.iter().map(|item| StatedFact::of_item(item.item, PROOF_GIVEN, false)).collect())
}

fn proof_missing(contract: &Contract, change: &Change<'_>) -> Option<Vec<StatedFact>> {
    let was_given = change.claim().given.iter().any(|given| given.kind == PROOF);
    if was_given { None } else { proof_facts(contract, &change.product, &change.claim().report.items) }
}

/// Adds uploads as evidence. Who gave the proof of purchase is no longer asked for it.
pub(super) fn add_uploads(
    tx: &mut Tx<'_>,
    change: &mut Change<'_>,
    actor: &Actor,
    uploads: &[(String, Upload)],
) -> Result<bool, AppError> {
    let mut is_new = false;
    let holder = change.claim().report.holder;
    attachments::keep(tx, change.now, uploads.iter().map(|(_, upload)| upload))?;
    for (kind, upload) in uploads {
        let there = change.claim().given.iter().any(|g| g.kind == *kind && g.object == upload.attached.hash);
        if there {
            continue;
        }
        is_new = true;
        let content = change.app.seal(tx, change.now, (holder, Purpose::Claim, "evidence"), None, upload)?;
        let object = upload.attached.hash.clone();
        change.give(actor, &Command::AddEvidence { kind: kind.clone(), object, content })?;
    }
    let knows = |item: &::claims::ClaimItem| {
        item.facts.get(PROOF_GIVEN) == Some(&StatedValue::Plain(Value::Bool(false)))
    };
    let given = change.claim().given.iter().any(|given| given.kind == PROOF);
    if given && change.claim().items.iter().any(knows) {
        let facts =
            change.claim().items.iter().map(|i| StatedFact::of_item(i.reported.item, PROOF_GIVEN, true));
        let facts = facts.collect();
        change.give(&App::machine(), &Command::StateFacts { facts })?;
    }
    Ok(is_new)
}
