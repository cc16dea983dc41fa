//! When an open instalment is collected by direct debit.

use billing::{Collection, CollectionState, Receivable};
use kernel::{Calendar, Date, EndToEndId, Frequency, PolicyNumber};

use crate::Contract;

/// Days between telling the debtor and debiting the account, as agreed in the mandate (LAW-SEPA-05).
pub const COLLECTION_NOTICE_DAYS: i64 = 5;

/// Direct debits tried for one instalment before the reminder path is all that is left.
const TRIES: usize = 2;

/// Whether an open instalment should be collected now: there is a mandate in use, nothing is under way, and what came back
/// from this account may be tried again (LAW-SEPA-12). A one-off mandate is used for one debit (LAW-SEPA-07).
pub(crate) fn may_collect(contract: &Contract, receivable: &Receivable) -> bool {
    let billing = &contract.billing;
    let Some(mandate) = billing.mandate.as_ref().filter(|mandate| !mandate.stopped) else { return false };
    let came_back = |c: &&Collection| matches!(c.state, CollectionState::Returned { .. });
    let may_retry = billing
        .tries(receivable.no)
        .next_back()
        .is_none_or(|last| !matches!(last.state, CollectionState::Returned { retry: false }));
    let is_spent = contract.application.frequency == Frequency::OneOff
        && mandate.used
        && billing.collections.iter().any(|c| c.state == CollectionState::Credited);
    receivable.is_open()
        && !is_spent
        && !billing.is_in_plan(receivable.no)
        && !billing.is_being_collected(receivable.no)
        && billing.tries(receivable.no).filter(came_back).count() < TRIES
        && may_retry
}

/// Whether an instalment is or will be collected by direct debit; else the policyholder transfers it (NL-PREM-01, BE-PREM-03).
pub fn is_collected(contract: &Contract, receivable: &Receivable) -> bool {
    contract.billing.is_being_collected(receivable.no) || may_collect(contract, receivable)
}

/// The day of debit for a direct debit announced `today`: after the notice, on a TARGET day (LAW-SEPA-10).
pub(crate) fn collection_day(today: Date) -> Date {
    let earliest = kernel::add_days(today, COLLECTION_NOTICE_DAYS);
    Calendar::Target.next_working_day(earliest)
}

/// The key of a direct debit: policy number, instalment, try. The same wherever it is computed.
pub(crate) fn end_to_end(number: &PolicyNumber, no: u32, attempt: usize) -> EndToEndId {
    EndToEndId::parse(&format!("{}-{no}-{}", number, attempt + 1))
        .expect("a policy number and two small numbers fit into 35 characters")
}
