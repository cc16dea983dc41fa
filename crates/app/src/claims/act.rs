//! What people do with a claim. Each answers *already done* to the same command again.

use ::claims::{ClaimRefusal, CloseWay, Command, StatedFact};
use kernel::{Actor, Id, Instant, Money, Rule};
use party::Payee;
use store::{Tx, command};

use super::{Stated, change::Change, left_aside, paid_once, referrals, report};
use crate::{
    App, AppError, Refused,
    approvals::{self, Proposal, Proposed},
    attachments::Upload,
    contracts::Outcome,
    sealed::Purpose,
};

/// Does one thing to one claim, once for each command id; the wording decides again where the thing asks for it.
pub(super) fn once(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, claim): (&str, Id),
    act: impl FnOnce(&mut Tx<'_>, &mut Change<'_>) -> Result<Outcome, AppError>,
) -> Result<Outcome, AppError> {
    if command::seen(tx, &[command])?.remove(0).is_some() {
        return Ok(Outcome::AlreadyDone);
    }
    let mut change = Change::open(app, tx, now, command, claim)?;
    let outcome = act(tx, &mut change)?;
    change.commit(tx)?;
    command::record(tx, now, &[(command, "\"done\"".to_owned())])?;
    Ok(outcome)
}

/// Lets the wording decide on the claim as it stands now. A machine approves what the product lets it; nothing is refused.
///
/// # Errors
/// [`AppError::Refused`]: `claim-facts-wrong` where facts contradict each other, `claim-facts-forgotten`;
/// [`AppError::Missing`] when there is no such claim.
pub fn decide(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    command: &str,
    claim: Id,
) -> Result<Outcome, AppError> {
    once(app, tx, now, (command, claim), |tx, change| {
        change.decide(tx)?;
        Ok(if change.loaded.new.is_empty() { Outcome::AlreadyDone } else { Outcome::Done })
    })
}

/// States facts, or corrects them. Findings are not among them: see [`state_finding`].
///
/// # Errors
/// [`AppError::Refused`]: `claim-facts-wrong` with each wrong fact, `fact-not-yours-to-state`, `finding-needs-person`,
/// `claim-closed`.
pub fn state_facts(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    claim: Id,
    facts: &[Stated],
) -> Result<Outcome, AppError> {
    once(app, tx, now, (command, claim), |tx, change| {
        let facts = change.read_facts(tx, facts)?;
        let outcome = change.give(actor, &Command::StateFacts { facts })?;
        change.decide(tx)?;
        Ok(outcome)
    })
}

/// A judgement by a person, with the reason for it.
#[derive(Clone)]
pub struct NewFinding {
    /// The finding.
    pub finding: Stated,
    /// Why, in words; sealed.
    pub reason: String,
}

impl std::fmt::Debug for NewFinding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "NewFinding({})", self.finding.fact)
    }
}

/// States a finding; only a person of the claims desk or a manager may (GEN-HARM-01).
///
/// # Errors
/// [`AppError::Refused`]: `claim-no-reason`, `finding-needs-person`, and as [`state_facts`].
pub fn state_finding(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    claim: Id,
    finding: &NewFinding,
) -> Result<Outcome, AppError> {
    once(app, tx, now, (command, claim), |tx, change| {
        let reason = seal_reason(change, tx, &finding.reason)?;
        let facts: Vec<StatedFact> = change.read_facts(tx, std::slice::from_ref(&finding.finding))?;
        let mut outcome = Outcome::AlreadyDone;
        for finding in facts {
            let given = change.give(actor, &Command::StateFinding { finding, reason: reason.clone() })?;
            if given == Outcome::Done {
                outcome = Outcome::Done;
            }
        }
        change.decide(tx)?;
        Ok(outcome)
    })
}

/// Adds uploads as evidence: kind of evidence in the wording, and the upload. The same file again is already there.
///
/// # Errors
/// [`AppError::Refused`]: `claim-unknown-evidence`, `claim-closed`.
pub fn add_evidence(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    claim: Id,
    uploads: &[(String, Upload)],
) -> Result<Outcome, AppError> {
    if uploads.len() > report::UPLOADS {
        return Err(AppError::Refused(Refused::new("claim-report-too-large", None)));
    }
    once(app, tx, now, (command, claim), |tx, change| {
        let is_new = report::add_uploads(tx, change, actor, uploads)?;
        if is_new {
            change.decide(tx)?;
        }
        Ok(if is_new { Outcome::Done } else { Outcome::AlreadyDone })
    })
}

/// Asks for more evidence; its term runs from now (AMB-25).
///
/// # Errors
/// [`AppError::Refused`]: `claim-unknown-evidence`, `claim-needs-person`, `claim-closed`.
pub fn request_evidence(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    claim: Id,
    kinds: &[String],
) -> Result<Outcome, AppError> {
    once(app, tx, now, (command, claim), |_, change| {
        Ok(change.give(actor, &Command::RequestEvidence { kinds: kinds.to_vec() })?)
    })
}

/// What came of an approval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Approval {
    /// Approved, and the payment ordered where it is known to whom.
    Done(Outcome),
    /// Above what one person may approve: it waits for a second one (OFFICE-15).
    Waits(Proposed),
}

/// Approves what the last decision finds covered, sets off what is overdue on the policy, and orders the payment of the rest.
/// Above the product's limit it becomes a proposal that another person has to approve; above what the power of attorney lets
/// us settle the insurer is asked first.
///
/// # Errors
/// [`AppError::Refused`]: `decision-stale`, `decision-still-open`, `nothing-to-approve`, `claim-needs-person`,
/// `claim-not-for-machine`, `claim-above-authority`, `claim-fraud-on-policy`, `claim-closed`.
pub fn approve(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    claim: Id,
) -> Result<Approval, AppError> {
    if command::seen(tx, &[command])?.remove(0).is_some() {
        let waiting = approvals::waiting_for(tx, claim)?;
        return Ok(waiting.map_or(Approval::Done(Outcome::AlreadyDone), Approval::Waits));
    }
    let mut change = Change::open(app, tx, now, command, claim)?;
    change.is_of_this_revision()?;
    left_aside::not_barred(tx, &change)?;
    paid_once::not_paid_before(tx, &change)?;
    referrals::within_authority(&change)?;
    let approval = match change.give(actor, &Command::Approve { proposed_by: None }) {
        Ok(outcome) => {
            change.order_what_is_approved(tx, None)?;
            change.commit(tx)?;
            Approval::Done(outcome)
        }
        Err(ClaimRefusal::NeedsSecondPerson { .. }) => {
            let amount = change.claim().decision.as_ref().and_then(|kept| kept.verdicts.total);
            let amount = amount.ok_or(ClaimRefusal::StillOpen)?;
            let holder = change.claim().report.holder;
            let proposal = Proposal::ApprovePayout { claim, amount };
            let rule = Rule("OFFICE-15");
            Approval::Waits(approvals::propose(
                app,
                tx,
                now,
                actor,
                (claim, holder, rule),
                amount,
                &proposal,
            )?)
        }
        Err(refusal) => return Err(refusal.into()),
    };
    command::record(tx, now, &[(command, "\"done\"".to_owned())])?;
    Ok(approval)
}

/// Approves what somebody else proposed, if it is still the same amount.
pub(crate) fn approve_as_second(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    (claim, amount): (Id, Money),
    proposed_by: Id,
) -> Result<Outcome, AppError> {
    let mut change = Change::open(app, tx, now, command, claim)?;
    change.is_of_this_revision()?;
    left_aside::not_barred(tx, &change)?;
    paid_once::not_paid_before(tx, &change)?;
    referrals::within_authority(&change)?;
    let stands = change.claim().decision.as_ref().is_some_and(|kept| kept.verdicts.total == Some(amount));
    if !stands {
        return Err(AppError::Refused(Refused::new("approval-differs", Some(Rule("OFFICE-15")))));
    }
    let outcome = change.give(actor, &Command::Approve { proposed_by: Some(proposed_by) })?;
    change.order_what_is_approved(tx, None)?;
    change.commit(tx)?;
    Ok(outcome)
}

/// Refuses items that the last decision finds not covered, or for somebody else to answer. Only a person may, with a reason
/// that stands in the letter.
///
/// # Errors
/// [`AppError::Refused`]: `claim-no-reason`, `claim-needs-person`, `claim-not-refusable`, `claim-item-settled`,
/// `decision-stale`, `claim-closed`.
pub fn refuse(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    claim: Id,
    (items, reason): (&[u32], &str),
) -> Result<Outcome, AppError> {
    once(app, tx, now, (command, claim), |tx, change| {
        change.is_of_this_revision()?;
        let reason = seal_reason(change, tx, reason)?;
        Ok(change.give(actor, &Command::Refuse { items: items.to_vec(), reason })?)
    })
}

/// Where a payment goes.
#[derive(Debug, Clone)]
pub enum Given {
    /// The account the premium comes from.
    KnownAccount,
    /// An account the customer gave.
    Account(Payee),
}

/// Orders the payment of what is approved and not yet paid: where no account was known, or the money came back.
///
/// # Errors
/// [`AppError::Refused`]: `claim-above-approved`, `claim-no-account`, `claim-needs-person`, `claim-closed`.
pub fn order_payment(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    claim: Id,
    payee: &Given,
) -> Result<Outcome, AppError> {
    once(app, tx, now, (command, claim), |tx, change| {
        let given = match payee {
            Given::KnownAccount => None,
            Given::Account(payee) => {
                let holder = change.claim().report.holder;
                Some(app.seal(tx, now, (holder, Purpose::Claim, "payee"), None, payee)?)
            }
        };
        let payee = change.payee(tx, given)?;
        let payee = payee
            .ok_or_else(|| AppError::Refused(Refused::new("claim-no-account", Some(Rule("MONEY-10")))))?;
        // What came back of a larger payment was reckoned up before.
        if change.claim().ordered().is_zero() {
            change.set_off(tx, Some(&payee))?;
            if change.claim().left_to_pay().is_zero() {
                return Ok(Outcome::Done);
            }
        }
        let payment = app.new_id(claim.shard(), now);
        let amount = change.claim().left_to_pay();
        Ok(change.give(actor, &Command::OrderPayment { payment, amount, payee })?)
    })
}

/// Sets the reserve by hand.
///
/// # Errors
/// [`AppError::Refused`]: `claim-needs-person`, `claim-amount-not-positive`, `claim-closed`.
pub fn set_reserve(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    claim: Id,
    amount: Money,
) -> Result<Outcome, AppError> {
    once(app, tx, now, (command, claim), |_, change| Ok(change.give(actor, &Command::SetReserve { amount })?))
}

/// Ends a claim by hand.
///
/// # Errors
/// [`AppError::Refused`]: `claim-not-settled`, `payment-under-way`, `claim-needs-person`, `claim-closed`.
pub fn close(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    claim: Id,
    way: CloseWay,
) -> Result<Outcome, AppError> {
    once(app, tx, now, (command, claim), |_, change| Ok(change.give(actor, &Command::Close { way })?))
}

/// Opens a closed claim again, with a reason; what was refused is open again.
///
/// # Errors
/// [`AppError::Refused`]: `claim-no-reason`, `claim-needs-person`, `claim-not-closed`.
pub fn reopen(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    claim: Id,
    reason: &str,
) -> Result<Outcome, AppError> {
    once(app, tx, now, (command, claim), |tx, change| {
        let reason = seal_reason(change, tx, reason)?;
        let outcome = change.give(actor, &Command::Reopen { reason })?;
        change.decide(tx)?;
        Ok(outcome)
    })
}

pub(super) fn seal_reason(
    change: &Change<'_>,
    tx: &mut Tx<'_>,
    reason: &str,
) -> Result<kernel::VaultRef, AppError> {
    seal_words(change, tx, "reason", reason)
}

/// Seals what somebody wrote about a claim; there must be something, and no more than a report may hold.
pub(super) fn seal_words(
    change: &Change<'_>,
    tx: &mut Tx<'_>,
    what: &'static str,
    words: &str,
) -> Result<kernel::VaultRef, AppError> {
    let words = words.trim();
    if words.is_empty() {
        return Err(AppError::Refused(Refused::new("claim-no-reason", None)));
    }
    if words.chars().count() > report::NARRATIVE_CHARS {
        return Err(AppError::Refused(Refused::new("claim-report-too-large", None)));
    }
    let holder = change.claim().report.holder;
    change.app.seal(tx, change.now, (holder, Purpose::Claim, what), None, &words)
}
