//! Money that comes back because of a claim: from who is liable, from who buys what became the insurer's, and from a
//! policyholder who gave false data (MONEY-11 to MONEY-14, OFFICE-08, OFFICE-09).

use ::claims::{Claim, ClaimRefusal, Command, RecoveryKind, StatedValue};
use kernel::{Actor, Id, Instant, Money, Rule, VaultRef};
use serde::{Deserialize, Serialize};
use store::{Tx, command};
use terms::Value;

use super::{
    Approval,
    act::{once, seal_words},
    change::{Change, open_facts},
};
use crate::{
    App, AppError, Refused,
    approvals::{self, Proposal},
    contracts::Outcome,
    incidents::{self, Ground, IncidentKind, NewIncident},
    sealed::Purpose,
};

/// Money that is expected back, as it is asked for.
#[derive(Clone)]
pub struct NewRecovery {
    /// Why.
    pub kind: RecoveryKind,
    /// How much.
    pub amount: Money,
    /// From whom.
    pub from: String,
    /// On what ground; for fraud it stands in the letter.
    pub why: String,
}

impl std::fmt::Debug for NewRecovery {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "NewRecovery({}, {})", self.kind.code(), self.amount)
    }
}

/// From whom and why, as it is sealed. The names of the fields are the eternal format.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct About {
    pub(super) from: String,
    pub(super) why: String,
}

/// A recovery as the desk sees it. Personal.
#[derive(Clone)]
pub struct RecoveryLine {
    /// Its number in the claim.
    pub no: u32,
    /// Why.
    pub kind: RecoveryKind,
    /// How much is asked for.
    pub amount: Money,
    /// How much came.
    pub received: Money,
    /// How much may still come.
    pub open: Money,
    /// From whom; none when it was forgotten.
    pub from: Option<String>,
    /// On what ground; none when it was forgotten.
    pub why: Option<String>,
}

impl std::fmt::Debug for RecoveryLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RecoveryLine({}, {}, {})", self.no, self.kind.code(), self.amount)
    }
}

/// Asks for money back. What the policyholder owes for fraud rests on that finding, and a second person agrees first.
///
/// # Errors
/// [`AppError::Refused`]: `claim-no-reason`, `recovery-no-fraud`, `recovery-too-much`, `claim-amount-not-positive`,
/// `claim-needs-person`.
pub fn expect_recovery(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    claim: Id,
    new: &NewRecovery,
) -> Result<Approval, AppError> {
    if command::seen(tx, &[command])?.remove(0).is_some() {
        return Ok(Approval::Done(Outcome::AlreadyDone));
    }
    let mut change = Change::open(app, tx, now, command, claim)?;
    if new.kind.is_for_fraud() && !is_fraud_found(app, tx, change.claim())? {
        return Err(Refused::new("recovery-no-fraud", Some(Rule("NL-FRAUD-02"))).into());
    }
    if new.from.trim().is_empty() || new.why.trim().is_empty() {
        return Err(Refused::new("claim-no-reason", None).into());
    }
    let about = About { from: new.from.trim().to_owned(), why: new.why.trim().to_owned() };
    let holder = change.claim().report.holder;
    let about = app.seal(tx, now, (holder, Purpose::Claim, "recovery"), None, &about)?;
    let (kind, amount) = (new.kind, new.amount);
    let expect = Command::ExpectRecovery { kind, amount, about: about.clone(), proposed_by: None };
    let approval = match change.give(actor, &expect) {
        Ok(outcome) => {
            change.commit(tx)?;
            Approval::Done(outcome)
        }
        Err(ClaimRefusal::RecoveryNeedsSecondPerson) => {
            let proposal = Proposal::Recover { claim, kind, amount, about };
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

/// Asks for what somebody else proposed. That there was fraud stands in the register from then on (NL-FRAUD-05).
pub(crate) fn recover_as_second(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    claim: Id,
    (kind, amount, about): (RecoveryKind, Money, VaultRef),
    proposed_by: Id,
) -> Result<(), AppError> {
    let mut change = Change::open(app, tx, now, command, claim)?;
    if !is_fraud_found(app, tx, change.claim())? {
        return Err(Refused::new("recovery-no-fraud", Some(Rule("NL-FRAUD-02"))).into());
    }
    change.give(actor, &Command::ExpectRecovery { kind, amount, about, proposed_by: Some(proposed_by) })?;
    let contract = change.claim().report.contract;
    change.commit(tx)?;
    let (kind, ground) = (IncidentKind::Fraud, Ground::Reclaimed);
    let incident = NewIncident { kind, ground, contract, claim: Some(claim), words: "", proposed_by };
    incidents::record(app, tx, now, actor, &incident)
}

/// Nothing more is expected of a recovery, for a reason.
///
/// # Errors
/// [`AppError::Refused`]: `claim-no-reason`, `recovery-unknown`, `claim-needs-person`.
pub fn give_up_recovery(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    claim: Id,
    (no, reason): (u32, &str),
) -> Result<Outcome, AppError> {
    once(app, tx, now, (command, claim), |tx, change| {
        let reason = seal_words(change, tx, "reason", reason)?;
        Ok(change.give(actor, &Command::GiveUpRecovery { no, reason })?)
    })
}

/// Whether a person found that false data were given on purpose (NL-FRAUD-01, BE-FRAUD-01).
pub(super) fn is_fraud_found(app: &App, tx: &mut Tx<'_>, claim: &Claim) -> Result<bool, AppError> {
    let opened = open_facts(app, tx, claim)?;
    let is_found = |fact: &::claims::StatedFact| {
        fact.fact == "fraud" && fact.value == StatedValue::Plain(Value::Bool(true))
    };
    Ok(opened.iter().any(is_found))
}

/// What is or was expected back, the first first.
pub(super) fn lines(app: &App, tx: &mut Tx<'_>, claim: &Claim) -> Result<Vec<RecoveryLine>, AppError> {
    let mut lines = Vec::with_capacity(claim.recoveries.len());
    for recovery in &claim.recoveries {
        let about: Option<About> = app.unseal(tx, &recovery.about)?;
        let (from, why) = about.map(|about| (about.from, about.why)).unzip();
        lines.push(RecoveryLine {
            no: recovery.no,
            kind: recovery.kind,
            amount: recovery.amount,
            received: recovery.received,
            open: recovery.open(),
            from,
            why,
        });
    }
    Ok(lines)
}
