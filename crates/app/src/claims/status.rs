//! Where a claim stands, for the customer: what happens now, who acts, by when, and why it was decided as it was
//! (PORTAL-08, PORTAL-09).

use ::claims::{Claim, CloseWay, JobState, OurTerm, Phase, Settlement};
use kernel::{ClaimNumber, Id, Instant, Language, Money, Term};
use store::Tx;
use terms::{Decision, Product};

use super::{
    ObjectionLine, change, left_aside, objections,
    page::{self, ClauseLine, EvidenceLine, StepLine},
    questions::{self, Question},
    stream::evidence_by,
};
use crate::{App, AppError, apply::DeviceIdentity, streams};

/// What happens now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Now {
    /// The customer gives evidence by this time (NL-CLAIM-04).
    YouGiveEvidence {
        /// By when.
        by: Instant,
    },
    /// The customer answers questions.
    YouAnswer,
    /// We decide.
    WeDecide,
    /// The customer looks at the repaired or new device and accepts it (PORTAL-22).
    YouAccept,
    /// It was approved; repair, replacement or payment follows.
    WeSettle,
    /// The money is on its way.
    WePay,
    /// The money was paid.
    Paid,
    /// Everything was done.
    Settled,
    /// It was not covered.
    Refused,
    /// It was taken back, or not answered any more.
    GivenUp,
}

/// What came of an item, for the customer.
#[derive(Debug, Clone)]
pub struct ItemStatus {
    /// Its number in the schedule.
    pub item: u32,
    /// Make and model; empty when they were forgotten.
    pub model: String,
    /// What came of it.
    pub settlement: Settlement,
    /// Why: the clauses that decided. Empty until it is settled.
    pub decided_by: Vec<ClauseLine>,
    /// The arithmetic. Empty until it is settled.
    pub steps: Vec<StepLine>,
}

/// A claim for the customer, in their language. Personal.
#[derive(Clone)]
pub struct ClaimStatus {
    /// Its id.
    pub id: Id,
    /// Its number.
    pub number: ClaimNumber,
    /// Its contract.
    pub contract: Id,
    /// The policyholder.
    pub holder: Id,
    /// What happened, by name and text.
    pub cause: (String, String),
    /// When it happened.
    pub happened_at: Instant,
    /// When it was reported.
    pub reported_at: Instant,
    /// The partner that reported it for the customer (PRIV-24); none: they did it themselves, or the desk for them.
    pub reported_by: Option<String>,
    /// When it was closed.
    pub closed_at: Option<Instant>,
    /// What happens now.
    pub now: Now,
    /// The items.
    pub items: Vec<ItemStatus>,
    /// Evidence, given and awaited.
    pub evidence: Vec<EvidenceLine>,
    /// Questions the customer can still answer.
    pub questions: Vec<Question>,
    /// What was approved to be paid.
    pub payable: Money,
    /// What of that was set off against overdue premium.
    pub set_off: Money,
    /// What was paid.
    pub paid: Money,
    /// By when we answer with reasons, while we have not (LAW-BE-INS-09).
    pub answer_by: Option<Instant>,
    /// By when we pay what was approved, while we have not.
    pub pay_by: Option<Instant>,
    /// What happened, the first first: the name of the event, and from when it counts.
    pub history: Vec<(String, Instant)>,
    /// Objections to what was decided, the first first.
    pub objections: Vec<ObjectionLine>,
    /// Whether the policyholder can object now.
    pub may_object: bool,
    /// How long we take to answer an objection.
    pub objection_term: Term,
    /// Something is or was repaired or replaced.
    pub has_work: bool,
}

impl std::fmt::Debug for ClaimStatus {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ClaimStatus({})", self.number)
    }
}

/// Reads a claim for the customer. A proposal of the wording that no person has confirmed is not told.
///
/// # Errors
/// [`AppError::Missing`] when there is no such claim.
pub fn status(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    id: Id,
    language: Language,
) -> Result<ClaimStatus, AppError> {
    let claim = streams::look::<Claim>(tx, &[id])?.remove(&id).and_then(|loaded| loaded.state);
    let claim = claim.ok_or_else(|| AppError::missing("claim", id))?;
    // What was decided is told in the words it was decided on.
    let decided_on = claim.decision.as_ref().map_or(&claim.report.wording, |kept| &kept.verdicts.wording);
    let product = app.products.by_hash(tx, &decided_on.content_hash)?;
    let contract = change::contract(tx, claim.report.contract)?.as_of(claim.happened_at());
    let decision: Option<Decision> = match &claim.decision {
        Some(kept) => app.unseal(tx, &kept.sealed)?,
        None => None,
    };
    let mut questions = match questions::of_claim(app, tx, now, id, language, false) {
        Err(AppError::Refused(_)) => Vec::new(),
        other => other?.ask,
    };
    for question in questions.iter_mut().filter(|_| claim.items.len() == 1) {
        question.item = None;
    }
    let mut items = Vec::new();
    for item in &claim.items {
        let device = contract.application.devices.iter().find(|device| device.item == item.reported.item);
        let identity: Option<DeviceIdentity> = match device {
            Some(device) => app.unseal(tx, &device.identity)?,
            None => None,
        };
        let is_settled = item.settlement != Settlement::Open;
        let decided = decision.as_ref().filter(|_| is_settled);
        let decided = decided.and_then(|d| d.items.iter().find(|known| known.item == item.reported.item));
        let aside = left_aside::clause(&claim, item.settlement, &product);
        items.push(ItemStatus {
            item: item.reported.item,
            model: identity.map(|identity| identity.model).unwrap_or_default(),
            settlement: item.settlement,
            decided_by: match &aside {
                Some(aside) => page::clauses(&product, std::slice::from_ref(aside), language),
                None => decided.map(|d| page::clauses(&product, &d.decided_by, language)).unwrap_or_default(),
            },
            steps: decided
                .filter(|_| aside.is_none())
                .map(|d| page::steps(&product, &d.steps, language))
                .unwrap_or_default(),
        });
    }
    let events = store::journal::load(tx, &[id])?.remove(&id).unwrap_or_default();
    let by_partner = events.first().is_some_and(|event| event.actor.role == kernel::Role::Partner);
    let (history, _) = page::history(id, events)?;
    let clock_of =
        |term: OurTerm| claim.clocks().into_iter().find(|clock| clock.term == term).map(|clock| clock.until);
    Ok(ClaimStatus {
        answer_by: clock_of(OurTerm::Answer),
        pay_by: clock_of(OurTerm::Payment),
        history: history.into_iter().map(|line| (line.kind, line.effective)).collect(),
        id,
        number: claim.report.number.clone(),
        contract: claim.report.contract,
        holder: claim.report.holder,
        cause: page::cause(&product, &claim, language),
        happened_at: claim.happened_at(),
        reported_at: claim.reported_at,
        reported_by: by_partner.then(|| crate::partner::name(app, &contract)).flatten(),
        closed_at: claim.closed.map(|closed| closed.at),
        now: what_happens(&claim, !questions.is_empty()),
        items,
        evidence: evidence(app, tx, &product, &claim, language)?,
        questions,
        payable: claim.payable(),
        set_off: claim.set_off,
        paid: claim.paid(),
        objections: objections::lines(app, tx, &claim)?,
        objection_term: objections::term(app, &claim.report.agreement)?,
        may_object: claim.may_be_objected_to(),
        has_work: claim.jobs.iter().any(::claims::Job::counts),
    })
}

/// Evidence that came or is still awaited; what decides nothing any more is not asked of the customer.
fn evidence(
    app: &App,
    tx: &mut Tx<'_>,
    product: &Product,
    claim: &Claim,
    language: Language,
) -> Result<Vec<EvidenceLine>, AppError> {
    let mut lines = page::evidence(app, tx, product, claim, language)?;
    let is_awaited = |kind: &str| claim.awaited().any(|wanted| wanted.kind == kind);
    lines.retain(|line| line.given_at.is_some() || is_awaited(&line.kind.0));
    Ok(lines)
}

fn what_happens(claim: &Claim, has_questions: bool) -> Now {
    if let Some(closed) = claim.closed {
        return match closed.way {
            CloseWay::Refused => Now::Refused,
            CloseWay::Withdrawn | CloseWay::NoAnswer => Now::GivenUp,
            CloseWay::Settled if claim.paid().is_positive() => Now::Paid,
            CloseWay::Settled => Now::Settled,
        };
    }
    if claim.jobs.iter().any(|job| job.state == JobState::Delivered) {
        return Now::YouAccept;
    }
    match claim.phase() {
        Phase::Paying => Now::WePay,
        Phase::Approved | Phase::Closed => Now::WeSettle,
        Phase::Open | Phase::Decided => match evidence_by(claim) {
            Some(by) => Now::YouGiveEvidence { by },
            None if has_questions => Now::YouAnswer,
            None => Now::WeDecide,
        },
    }
}
