//! The account that premium is collected from: given or changed by the customer, or by the desk on their word (PORTAL-18,
//! LAW-SEPA-03). Each account has a mandate of its own; the one before is not used any more.

use kernel::{Actor, Date, Id, Instant, MandateReference, PolicyNumber};
use party::Payee;
use policy::{Command, Contract};
use store::Tx;

use crate::{
    App, AppError, Refused,
    acceptance::unchanged,
    contracts::{self, Order, Outcome},
    find::{self, Key},
    sealed::Purpose,
    streams,
};

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
    if let Some(mandate) = mandate.filter(|mandate| !mandate.stopped)
        && app.unseal::<Payee>(tx, &mandate.debtor)?.as_ref() == Some(&given.payee)
    {
        return Ok(Outcome::AlreadyDone);
    }
    if given.signed > kernel::local_date(now, contract.country()) {
        return Err(AppError::Refused(Refused::new("mandate-signed-later", None)));
    }
    let reference = next_reference(&contract.application.number, mandate.map(|mandate| &mandate.reference));
    let holder = contract.holder();
    let debtor = app.seal(tx, now, (holder, Purpose::Contract, "account"), None, &given.payee)?;
    find::remember(app, tx, &[(Key::Account(&given.payee.iban), given.contract)])?;
    let order = Order {
        id: given.id.clone(),
        contract: given.contract,
        command: Command::GiveMandate { reference, debtor, signed: given.signed },
        actor: given.actor.clone(),
    };
    Ok(contracts::execute(app, tx, now, &[order])?.remove(0)?)
}

/// The reference of the mandate after `last`: the policy number and a number that counts up.
pub(crate) fn next_reference(number: &PolicyNumber, last: Option<&MandateReference>) -> MandateReference {
    let count = last.and_then(|last| last.as_str().rsplit_once("-M")?.1.parse::<u32>().ok()).unwrap_or(0);
    let text = format!("{number}-M{}", count.saturating_add(1));
    MandateReference::parse(&text).expect("a policy number and a suffix fit into 35 characters")
}
