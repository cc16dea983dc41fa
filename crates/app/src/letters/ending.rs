//! What is written when a policy ends: by the policyholder, by the insurer, or on its end date (END).

use kernel::{Country, Instant, Roll};
use policy::{EndWay, Notice};

use super::{AppError, Content, ContractEvent, New, Tx, contract::Writer, say};

impl Writer<'_> {
    pub(super) fn cancelled(
        &self,
        tx: &mut Tx<'_>,
        (way, ends): (EndWay, Instant),
        notice: Option<&Notice>,
        new: &New<ContractEvent>,
    ) -> Result<Content, AppError> {
        let plan = self.plan_name(tx)?;
        let insurer = match way {
            EndWay::InsurerAfterClaim => Some(say::EndGround::AfterClaim),
            EndWay::InsurerOrdinary => Some(say::EndGround::NotRenewed),
            EndWay::Fraud => Some(say::EndGround::Fraud),
            EndWay::RepeatedNonPayment => Some(say::EndGround::NonPayment),
            EndWay::InsurerBankruptcy => Some(say::EndGround::Bankruptcy),
            EndWay::Sanctions => Some(say::EndGround::Sanctions),
            _ => None,
        };
        if let Some(ground) = insurer {
            let (refund, open) = (self.refund()?, self.contract.billing.open());
            return Ok(Content::InsuranceEnded(say::InsuranceEnded {
                plan,
                ground,
                ends_at: ends,
                refund,
                open,
            }));
        }
        // The notice counts from its receipt; another one may win, and is not what this letter answers.
        let received_at = new.effective;
        let terms = &self.contract.application.terms;
        let by_notice = terms.notice.from_instant(received_at, self.country(), Roll::Never);
        let ground = match way {
            EndWay::CoolingOff => say::CancellationGround::Withdrawal,
            EndWay::Ordinary if self.country() == Country::Nl && ends > by_notice.end => {
                say::CancellationGround::AtEndOfMinimum
            }
            EndWay::AfterClaim => say::CancellationGround::AfterClaim,
            EndWay::AdverseChange => say::CancellationGround::AdverseChange,
            EndWay::Death => say::CancellationGround::Death,
            EndWay::TrusteeBankruptcy => say::CancellationGround::Trustee,
            EndWay::MovedAway => say::CancellationGround::MovedAway,
            EndWay::NothingLeft => say::CancellationGround::NothingLeft,
            _ => say::CancellationGround::Ordinary,
        };
        Ok(Content::CancellationReceived(say::CancellationReceived {
            plan,
            received_at,
            channel: notice.and_then(|notice| notice.channel).unwrap_or(new.actor.channel),
            ground,
            ends_at: ends,
            refund: self.refund()?,
            last_debits: Vec::new(),
        }))
    }

    /// An end date that was reached; whoever ended the policy otherwise was written to when the notice came.
    pub(super) fn end_date(&self, tx: &mut Tx<'_>) -> Result<Option<Content>, AppError> {
        let Some(ending) = self.contract.ends().filter(|ending| ending.way == EndWay::EndDate) else {
            return Ok(None);
        };
        Ok(Some(Content::InsuranceEnded(say::InsuranceEnded {
            plan: self.plan_name(tx)?,
            ground: say::EndGround::EndDate,
            ends_at: ending.ends,
            refund: self.refund()?,
            open: self.contract.billing.open(),
        })))
    }
}
