//! What follows when the bank says that one of our orders failed, by its reason code (LAW-SEPA-08…12): whether it may be
//! tried again, whose account or mandate is at fault, and who is to be asked.

use kernel::{Actor, EndToEndId, Id, Instant};
use policy::Command;
use sepa::{ReasonCode, Treatment};

use super::to_payer::{Fate, Told};
use crate::{claims, contracts};

/// The code under which a failure without a reason is kept.
pub(super) const NO_REASON: &str = "NARR";

/// Why an order failed.
pub(super) fn reason_of(reason: Option<&ReasonCode>) -> ReasonCode {
    reason.cloned().unwrap_or_else(|| ReasonCode::new(NO_REASON))
}

/// Where an order of ours failed: refused before it was booked, or booked back at an instant.
#[derive(Debug, Clone, Copy)]
pub(super) struct Failed<'a> {
    /// Key of what follows; each order gets it with a number of its own.
    pub(super) key: &'a str,
    pub(super) reason: &'a ReasonCode,
    /// When it was booked back; none if it was refused before.
    pub(super) booked: Option<Instant>,
    pub(super) actor: &'a Actor,
}

/// A direct debit that was refused or came back: the debt is open again. Second, where the account or the mandate does not
/// hold, that nothing more is collected on it until there is a new mandate (LAW-SEPA-12).
pub(super) fn of_collection(
    failed: Failed<'_>,
    contract: Id,
    end_to_end: EndToEndId,
) -> (contracts::Order, Option<contracts::Order>) {
    let order = |part: u8, command| contracts::Order {
        id: format!("{}:{part}", failed.key),
        contract,
        command,
        actor: failed.actor.clone(),
    };
    let reason = failed.reason.to_string();
    let retry = failed.reason.treatment() == Treatment::Retry;
    let stop = Command::StopMandateOf { end_to_end: end_to_end.clone(), reason: reason.clone() };
    let back = Command::BookReturn { end_to_end, reason, retry, booked: failed.booked };
    let stop = stops_mandate(failed.reason).then(|| order(1, stop));
    (order(0, back), stop)
}

/// Whether nothing more may be collected on the mandate.
fn stops_mandate(reason: &ReasonCode) -> bool {
    matches!(reason.treatment(), Treatment::StopMandate | Treatment::AskNewAccount | Treatment::Deceased)
}

/// A refund that failed: it waits again, for another account where that one was at fault.
pub(super) fn of_refund(failed: Failed<'_>, contract: Id, payment: Id) -> contracts::Order {
    let same_account = matches!(
        failed.reason.treatment(),
        Treatment::Retry | Treatment::FixOurFile | Treatment::RecalledByUs
    );
    let reason = failed.reason.to_string();
    let command = Command::ReturnRefund { payment, reason, same_account, booked: failed.booked };
    contracts::Order { id: format!("{}:0", failed.key), contract, command, actor: failed.actor.clone() }
}

/// A benefit that failed: it is owed again, and a person orders it anew.
pub(super) fn of_benefit(failed: Failed<'_>, claim: Id, payment: Id) -> claims::Order {
    let reason = failed.reason.to_string();
    let command = ::claims::Command::ReturnPayment { payment, reason, booked: failed.booked };
    claims::Order { id: format!("{}:0", failed.key), claim, command, actor: failed.actor.clone() }
}

/// Money that went back to its payer and failed: it is without a place again.
pub(super) fn of_return(failed: Failed<'_>, at: Instant, payment: Id) -> Told {
    Told { payment, fate: Fate::Failed(failed.reason.clone()), at, actor: failed.actor.clone() }
}
