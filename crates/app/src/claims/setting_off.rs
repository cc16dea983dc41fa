//! Set-off: what the policyholder still owes on the policy is taken off a benefit, on the claim and on the contract in one
//! transaction (AMB-14, NL-DUN-08, BE-DUN-08).

use ::claims::{Claim, Settlement};
use kernel::{Id, Instant, Money, VaultRef};
use party::Payee;
use policy::{Beneficiary, Overdue};
use store::Tx;
use terms::{Remedy, Verdict};

use super::change::{Change, contract};
use crate::{App, AppError, contracts, parties};

/// What is or would be set off against a benefit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SetOff {
    /// What is overdue on the policy and may be set off.
    pub overdue: Overdue,
    /// What is taken off the benefit: all of that, or the whole benefit where it is less.
    pub amount: Money,
}

impl SetOff {
    fn of(overdue: Overdue, benefit: Money) -> Self {
        Self { overdue, amount: overdue.total().min(benefit).max(Money::ZERO) }
    }
}

/// What would be set off if what the last decision finds covered were paid now; nothing where no money is to be paid.
pub(super) fn planned(app: &App, tx: &mut Tx<'_>, now: Instant, claim: &Claim) -> Result<SetOff, AppError> {
    let decided = claim.decision.as_ref().filter(|kept| !kept.is_stale && claim.closed.is_none());
    let open = claim.items.iter().filter(|item| item.settlement == Settlement::Open);
    let proposed = |item: &::claims::ClaimItem| match decided?.verdicts.of(item.reported.item)? {
        Verdict::Covered { remedy: Remedy::Payment, amount } => Some(*amount),
        _ => None,
    };
    let benefit = claim.left_to_pay() + open.filter_map(proposed).sum::<Money>();
    if claim.closed.is_some() || !benefit.is_positive() {
        return Ok(SetOff::default());
    }
    let mandate = contract(tx, claim.report.contract)?.billing.mandate;
    let owed_to = beneficiary(app, tx, claim.report.holder, mandate.as_ref().map(|known| &known.debtor))?;
    let overdue = contracts::work_out(app, tx, now, claim.report.contract, |contract, day| {
        policy::overdue(contract, owed_to, day)
    })?;
    Ok(SetOff::of(overdue, benefit))
}

/// Whose benefit it is: the policyholder's, unless it goes to an account in another name. Where it is not known to which
/// account it goes it is the policyholder's.
fn beneficiary(
    app: &App,
    tx: &mut Tx<'_>,
    holder: Id,
    payee: Option<&VaultRef>,
) -> Result<Beneficiary, AppError> {
    let Some(payee) = payee else { return Ok(Beneficiary::Policyholder) };
    let payee: Option<Payee> = app.unseal(tx, payee)?;
    let profile = parties::known(app, tx, &[holder])?.remove(&holder).and_then(|known| known.profile);
    let is_holder = payee.zip(profile).is_some_and(|(payee, profile)| payee.resembles(&profile.name));
    Ok(if is_holder { Beneficiary::Policyholder } else { Beneficiary::Other })
}

impl Change<'_> {
    /// Sets off what is overdue against what is left to pay; the contract has it as a payment from now.
    pub(super) fn set_off(&mut self, tx: &mut Tx<'_>, payee: Option<&VaultRef>) -> Result<(), AppError> {
        let benefit = self.claim().left_to_pay();
        if !benefit.is_positive() || self.claim().closed.is_some() {
            return Ok(());
        }
        let (contract, holder) = (self.claim().report.contract, self.claim().report.holder);
        let owed_to = beneficiary(self.app, tx, holder, payee)?;
        let overdue = contracts::work_out(self.app, tx, self.now, contract, |contract, day| {
            policy::overdue(contract, owed_to, day)
        })?;
        let amount = SetOff::of(overdue, benefit).amount;
        if !amount.is_positive() {
            return Ok(());
        }
        let claim = self.loaded.id;
        let order = contracts::Order {
            id: format!("set-off:{claim}:{}", self.loaded.seq_of(self.loaded.new.len())),
            contract,
            command: policy::Command::SetOff { claim, amount, owed_to },
            actor: App::machine(),
        };
        for answer in contracts::execute(self.app, tx, self.now, &[order])? {
            answer?;
        }
        self.give(&App::machine(), &::claims::Command::SetOff { amount })?;
        Ok(())
    }
}
