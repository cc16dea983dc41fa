//! What a claim moves beside itself: the repairer's list, what is open of the own share, and the schedule of the policy.

use ::claims::{Claim, ClaimEvent, Settlement};
use kernel::{Id, Instant};
use policy::{Command, Gone};
use store::{Tx, params, row, sql};
use terms::Remedy;

use super::change::Change;
use crate::{App, AppError, contracts};

/// Rows of orders and own shares, as the claims now have them.
pub(super) fn project(app: &App, tx: &mut Tx<'_>, changed: &[&Change<'_>]) -> Result<(), AppError> {
    let (mut orders, mut shares) = (Vec::new(), Vec::new());
    for change in changed {
        let claim = change.claim();
        if claim.jobs.is_empty() {
            continue;
        }
        let agreement = app.products.agreement(&claim.report.agreement)?;
        for job in &claim.jobs {
            // A supplier that left the agreement has nobody who signs in for it.
            let Some(supplier) = agreement.supplier(&job.supplier) else { continue };
            orders.push(row![
                job.id,
                change.loaded.id,
                supplier.id,
                job.work.code(),
                job.state.code(),
                job.ordered_at
            ]);
        }
        let number = claim.report.number.as_str();
        shares.push(row![change.loaded.id, number, agreement.code.as_str(), claim.own_share_open()]);
    }
    if !orders.is_empty() {
        tx.exec_rows(
            sql!(
                "insert into repair_order (id, claim, repairer, work, state, ordered_us) values {rows} \
                 on conflict (id) do update set state = excluded.state"
            ),
            &params![],
            &orders,
        )?;
    }
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
    (claim.payable().is_positive() && claim.received() == claim.payable()).then_some(at)
}
