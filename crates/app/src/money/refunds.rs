//! Where money goes back to when no account is known (MONEY-03): named by the customer in the portal, or by the desk on their
//! word. Who named an account does not release the payment (OFFICE-15), and nothing goes to somebody on a list (LAW-SANC-03).

use billing::RefundState;
use kernel::{Actor, Id, Instant, Money, Rule};
use party::Payee;
use policy::{Command, Contract, Verdict};
use store::Tx;

use super::blocked;
use crate::{
    App, AppError, Refused,
    acceptance::unchanged,
    contracts::{self, Order, Outcome},
    screening::Subject,
    sealed::Purpose,
    streams,
};

/// An account as it was named.
#[derive(Debug, Clone)]
pub struct Named {
    /// Id of the command: the same one again answers *already done*.
    pub id: String,
    /// Which contract.
    pub contract: Id,
    /// The version that was read; none where nobody else can have changed it in between.
    pub version: Option<i64>,
    /// Whose account.
    pub payee: Payee,
    /// Who names it; the channel is the one it came by.
    pub actor: Actor,
}

/// What waits for an account on a contract, in all.
pub fn waiting(contract: &Contract) -> Money {
    contract.billing.refunds.iter().filter(|refund| waits(refund)).map(|refund| refund.amount).sum()
}

/// As [`waiting`], by the contract's id.
///
/// # Errors
/// [`AppError::Missing`] when there is no such contract.
pub fn waiting_on(tx: &mut Tx<'_>, contract: Id) -> Result<Money, AppError> {
    Ok(waiting(streams::look::<Contract>(tx, &[contract])?[&contract].state()?))
}

fn waits(refund: &billing::Refund) -> bool {
    refund.state == RefundState::Ordered && refund.payee.is_none()
}

/// Names the account for every refund on the contract that has none; they go out with the next payments.
///
/// # Errors
/// [`AppError::Refused`]: `refund-not-waiting` when none waits, `account-on-list` when the payee may be on a sanctions list,
/// `contract-blocked`; [`StoreError::Conflict`](store::StoreError) when the contract has changed since.
pub fn name_account(app: &App, tx: &mut Tx<'_>, now: Instant, named: &Named) -> Result<Outcome, AppError> {
    if !unchanged::<Contract>(tx, &named.id, named.contract, named.version)? {
        return Ok(Outcome::AlreadyDone);
    }
    let loaded = streams::look::<Contract>(tx, &[named.contract])?;
    let contract = loaded[&named.contract].state()?;
    let payments: Vec<Id> =
        contract.billing.refunds.iter().filter(|refund| waits(refund)).map(|refund| refund.payment).collect();
    if payments.is_empty() {
        return Err(AppError::Refused(Refused::new("refund-not-waiting", Some(Rule("MONEY-03")))));
    }
    let verdict = app.screener.screen(&Subject { name: &named.payee.name, born: None });
    if verdict != Verdict::Clear {
        return Err(AppError::Refused(Refused::new("account-on-list", Some(Rule("LAW-SANC-03")))));
    }
    if !blocked::among(app, tx, &[&named.payee.iban])?.is_empty() {
        return Err(AppError::Refused(Refused::new("account-blocked", Some(blocked::RULE))));
    }
    let holder = contract.holder();
    let payee = app.seal(tx, now, (holder, Purpose::Contract, "account"), None, &named.payee)?;
    let order = |payment: &Id| Order {
        id: format!("{}:{payment}", named.id),
        contract: named.contract,
        command: Command::NameRefundAccount { payment: *payment, payee: payee.clone() },
        actor: named.actor.clone(),
    };
    let orders: Vec<Order> = payments.iter().map(order).collect();
    for answer in contracts::execute(app, tx, now, &orders)? {
        answer?;
    }
    store::command::record(tx, now, &[(named.id.as_str(), "\"done\"".to_owned())])?;
    Ok(Outcome::Done)
}
