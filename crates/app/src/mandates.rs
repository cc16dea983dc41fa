//! The account that premium is collected from: given, changed or taken back by the customer, or by the desk on their word
//! (PORTAL-18, LAW-SEPA-03). Another account of the same holder amends the mandate; another holder gives one of their own.

use billing::BillingEvent;
use kernel::{Actor, Channel, Date, Id, Instant, MandateReference, PolicyNumber};
use party::Payee;
use policy::{Command, Contract, ContractEvent};
use store::Tx;

use crate::{
    App, AppError, Refused,
    acceptance::unchanged,
    contracts::{self, Order, Outcome},
    find::{self, Key},
    sealed::Purpose,
    streams,
};

/// The reason of a mandate that its debtor took back.
const REVOKED: &str = "revoked";

/// A mandate as it was given.
#[derive(Debug, Clone)]
pub struct Given {
    /// Id of the command: the same one again answers *already done*.
    pub id: String,
    /// Which contract.
    pub contract: Id,
    /// The version that was read; none where nobody else can have changed it in between.
    pub version: Option<i64>,
    /// Whose account.
    pub payee: Payee,
    /// Day of signature.
    pub signed: Date,
    /// Who enters it; the channel is the one it came by.
    pub actor: Actor,
}

/// Records a mandate. The account we collect from already is *already done*.
///
/// # Errors
/// [`AppError::Refused`] by rule; [`StoreError::Conflict`](store::StoreError) when the contract has changed since.
pub fn give(app: &App, tx: &mut Tx<'_>, now: Instant, given: &Given) -> Result<Outcome, AppError> {
    if !unchanged::<Contract>(tx, &given.id, given.contract, given.version)? {
        return Ok(Outcome::AlreadyDone);
    }
    let loaded = streams::look::<Contract>(tx, &[given.contract])?;
    let contract = loaded[&given.contract].state()?;
    let mandate = contract.billing.mandate.as_ref();
    let in_use = mandate.filter(|mandate| !mandate.stopped);
    let debtor = match in_use {
        Some(mandate) => app.unseal::<Payee>(tx, &mandate.debtor)?,
        None => None,
    };
    if debtor.as_ref() == Some(&given.payee) {
        return Ok(Outcome::AlreadyDone);
    }
    let is_same_holder = debtor.is_some_and(|debtor| debtor.is_same_holder(&given.payee));
    if given.signed > kernel::local_date(now, contract.country()) {
        return Err(AppError::Refused(Refused::new("mandate-signed-later", None)));
    }
    let reference = next_reference(&contract.application.number, mandate.map(|mandate| &mandate.reference));
    let holder = contract.holder();
    let debtor = app.seal(tx, now, (holder, Purpose::Contract, "account"), None, &given.payee)?;
    find::remember(app, tx, &[(Key::Account(&given.payee.iban), given.contract)])?;
    let signed = given.signed;
    let command = if is_same_holder {
        Command::AmendMandate { debtor, signed }
    } else {
        Command::GiveMandate { reference, debtor, signed }
    };
    let (id, contract, actor) = (given.id.clone(), given.contract, given.actor.clone());
    Ok(contracts::execute(app, tx, now, &[Order { id, contract, command, actor }])?.remove(0)?)
}

/// Takes the mandate back: nothing more is collected, what is open or falls due is invoiced (LAW-SEPA-03).
///
/// # Errors
/// [`AppError::Refused`] when there is none; [`StoreError::Conflict`](store::StoreError) when the contract has changed since.
pub fn revoke(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (id, actor): (&str, &Actor),
    contract: Id,
) -> Result<Outcome, AppError> {
    let command = Command::StopMandate { reason: REVOKED.to_owned() };
    let order = Order { id: id.to_owned(), contract, command, actor: actor.clone() };
    Ok(contracts::execute(app, tx, now, &[order])?.remove(0)?)
}

/// Something in the life of a contract's mandates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// When.
    pub at: Instant,
    /// What: `given`, `amended`, `stopped`, `revoked`, `lapsed`.
    pub kind: &'static str,
    /// The mandate's reference.
    pub reference: String,
    /// The account, only its two ends; empty where it was forgotten or the step names none.
    pub account: String,
    /// Day of signature.
    pub signed: Option<Date>,
    /// By which way it came.
    pub channel: Channel,
}

/// The life of a contract's mandates, the newest first (LAW-SEPA-03: kept as long as a debit can be disputed, and longer).
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`].
pub fn history(app: &App, tx: &mut Tx<'_>, contract: Id) -> Result<Vec<Step>, AppError> {
    let facts = contracts::facts(tx, &[contract])?.remove(&contract).unwrap_or_default();
    let mut steps: Vec<Step> = Vec::new();
    let mut current = String::new();
    for fact in &facts {
        let ContractEvent::Billing(event) = &fact.event else { continue };
        let (kind, debtor, signed) = match event {
            BillingEvent::MandateGiven { reference, debtor, signed } => {
                current = reference.to_string();
                ("given", Some(debtor), Some(*signed))
            }
            BillingEvent::MandateAmended { debtor, signed } => ("amended", Some(debtor), Some(*signed)),
            BillingEvent::MandateStopped { reason } if reason == REVOKED => ("revoked", None, None),
            BillingEvent::MandateStopped { reason } if reason == "lapsed" => ("lapsed", None, None),
            BillingEvent::MandateStopped { .. } => ("stopped", None, None),
            _ => continue,
        };
        let payee: Option<Payee> = match debtor {
            Some(debtor) => app.unseal(tx, debtor)?,
            None => None,
        };
        steps.push(Step {
            at: fact.effective,
            kind,
            reference: current.clone(),
            account: payee.map(|payee| payee.iban.masked()).unwrap_or_default(),
            signed,
            channel: fact.actor.channel,
        });
    }
    steps.reverse();
    Ok(steps)
}

/// The reference of the mandate after `last`: the policy number and a number that counts up.
pub(crate) fn next_reference(number: &PolicyNumber, last: Option<&MandateReference>) -> MandateReference {
    let count = last.and_then(|last| last.as_str().rsplit_once("-M")?.1.parse::<u32>().ok()).unwrap_or(0);
    let text = format!("{number}-M{}", count.saturating_add(1));
    MandateReference::parse(&text).expect("a policy number and a suffix fit into 35 characters")
}
