//! What premium was for: the words beside the postings that a bordereau shows, fixed when they are made.

use std::collections::BTreeMap;

use billing::BillingEvent;
use kernel::Id;
use policy::{Contract, ContractEvent};
use store::{Tx, row, sql};

use crate::{AppError, streams::Loaded};

/// Keeps beside each posting of premium what it was for: period, due date, and the version of the policy that it rests on.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Missing`].
pub(crate) fn describe(tx: &mut Tx<'_>, contracts: &BTreeMap<Id, Loaded<Contract>>) -> Result<(), AppError> {
    let mut rows = Vec::new();
    for loaded in contracts.values().filter(|loaded| !loaded.new.is_empty()) {
        let contract = loaded.state()?;
        for (index, new) in loaded.new.iter().enumerate() {
            let no = match &new.event {
                ContractEvent::Billing(
                    BillingEvent::PremiumFellDue { no, .. }
                    | BillingEvent::ExtraPremiumFellDue { no, .. }
                    | BillingEvent::PremiumReversed { no, .. },
                ) => *no,
                _ => continue,
            };
            let receivable = contract.billing.receivables.iter().find(|receivable| receivable.no == no);
            let Some(receivable) = receivable else { continue };
            let schedule =
                contract.schedule_at(kernel::start_of_day(receivable.period.from(), contract.country()));
            rows.push(row![
                loaded.id,
                loaded.seq_of(index),
                receivable.due,
                receivable.period.from(),
                receivable.period.to(),
                schedule.product.code.as_str(),
                schedule.product.version.as_str(),
                schedule.plan.as_str(),
                i64::from(schedule.no),
                contract.application.partner.as_deref()
            ]);
        }
    }
    if !rows.is_empty() {
        tx.insert(
            sql!(
                "insert into premium_line (stream, seq, due, from_date, to_date, product, version, plan, schedule, \
                 partner) values {rows}"
            ),
            &rows,
        )?;
    }
    Ok(())
}
