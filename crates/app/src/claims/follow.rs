//! What a claim moves beside itself: what is open of the own share, and the schedule of the policy.

use ::claims::{Claim, ClaimEvent, Settlement};
use kernel::{Id, Instant};
use policy::{Command, Gone};
use store::{Tx, Value, params, row, sql};
use terms::Remedy;

use super::{change::Change, order_rows};
use crate::{App, AppError, contracts};

/// What is open of own shares, as the claims now have it; their orders are moved on too.
pub(super) fn project(app: &App, tx: &mut Tx<'_>, changed: &[&Change<'_>]) -> Result<(), AppError> {
    order_rows::project(app, tx, changed)?;
    let with_work = changed.iter().filter(|change| !change.claim().jobs.is_empty());
    let shares: Vec<Vec<Value>> = with_work
        .map(|change| {
            let report = &change.claim().report;
            let open = change.claim().own_share_open();
            row![change.loaded.id, report.number.as_str(), report.agreement.as_str(), open]
        })
        .collect();
    if !shares.is_empty() {
        tx.exec_rows(
            sql!(
                "insert into own_share (claim, number, agreement, open_cents) values {rows} \
                 on conflict (claim) do update set open_cents = excluded.open_cents"
            ),
            &params![],
            &shares,
        )?;
    }
    Ok(())
}

/// AMB-63: what was stolen or cannot be mended leaves the schedule when its benefit is paid in money; premium stops from then,
/// and the policy ends if it was the only device.
pub(super) fn leave_schedule(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    changed: &[&Change<'_>],
) -> Result<(), AppError> {
    let mut orders = Vec::new();
    for change in changed {
        let claim = change.claim();
        let Some(from) = paid_in_full(change, claim) else { continue };
        let in_money = |item: &&::claims::ClaimItem| {
            matches!(item.settlement, Settlement::Approved { remedy: Remedy::Payment, .. })
        };
        for item in claim.items.iter().filter(in_money) {
            let number = item.reported.item;
            let left = policy::Change::ItemLeft { item: number, why: Gone::BenefitPaid };
            orders.push(contracts::Order {
                id: format!("{}:{number}:paid", change.loaded.id),
                contract: claim.report.contract,
                command: Command::Endorse { change: left, from: Some(from), premium: None },
                actor: App::machine(),
            });
        }
    }
    // A policy that is over, or a device that left before, has nothing to take out.
    for refused in contracts::execute(app, tx, now, &orders)?.into_iter().filter_map(Result::err) {
        let expected = ["policy-not-running", "schedule-item-unknown", "policy-item-unknown"];
        if !expected.contains(&refused.code.as_str()) {
            return Err(AppError::Refused(refused));
        }
    }
    Ok(())
}

/// When the last of the benefit was paid or set off, if these events did so.
fn paid_in_full(change: &Change<'_>, claim: &Claim) -> Option<Instant> {
    let is_benefit = |id: Id| claim.payments.iter().any(|payment| payment.id == id && payment.is_benefit());
    let paid = change.loaded.new.iter().filter(|new| match &new.event {
        ClaimEvent::PaymentConfirmed { payment } => is_benefit(*payment),
        ClaimEvent::SetOff { .. } => true,
        _ => false,
    });
    let at = paid.map(|new| new.effective).max()?;
    (claim.benefit().is_positive() && claim.received() == claim.payable()).then_some(at)
}
