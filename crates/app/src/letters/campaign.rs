//! What is written of a change of premium or conditions of all policies: announced, or withdrawn (TERM).

use std::collections::BTreeMap;

use kernel::Id;
use policy::{Change, EndWay, Reason, TermsChange, terms_changes};

use super::{AppError, Content, Tx, contract::Writer, say};

impl Writer<'_> {
    pub(super) fn change_announced(
        &self,
        tx: &mut Tx<'_>,
        no: u32,
        reasons: &BTreeMap<Id, Reason>,
    ) -> Result<Option<Content>, AppError> {
        let Some(change) = self.terms_change(no) else { return Ok(None) };
        let reason = reasons.get(&change.campaign).map(|reason| reason.get(self.language).to_owned());
        let conditions = match &change.endorsement.change {
            Change::TermsChanged { product: Some(product), .. } => {
                Some(format!("{} {}", product.code, product.version))
            }
            _ => None,
        };
        let leave = self.link().map(|link| format!("{link}/cancel?way={}", EndWay::AdverseChange.code()));
        Ok(Some(Content::ChangeAnnounced(say::ChangeAnnounced {
            plan: self.plan_name(tx)?,
            reason: reason.unwrap_or_default(),
            before: change.before,
            after: change.after,
            frequency: self.contract.application.frequency,
            from: kernel::local_date(change.endorsement.from, self.country()),
            conditions,
            leave_by: change.adverse.then_some(change.leave_by),
            link: leave,
        })))
    }

    pub(super) fn change_withdrawn(&self, tx: &mut Tx<'_>, no: u32) -> Result<Option<Content>, AppError> {
        let Some(change) = self.terms_change(no) else { return Ok(None) };
        let leaves = |ending: &policy::Ending| {
            ending.way == EndWay::AdverseChange && ending.ends == change.endorsement.from
        };
        Ok(Some(Content::ChangeWithdrawn(say::ChangeWithdrawn {
            plan: self.plan_name(tx)?,
            from: kernel::local_date(change.endorsement.from, self.country()),
            premium: change.before,
            frequency: self.contract.application.frequency,
            has_left: self.contract.ends().is_some_and(leaves),
        })))
    }

    fn terms_change(&self, no: u32) -> Option<TermsChange<'_>> {
        terms_changes(self.contract).find(|change| change.endorsement.no == no)
    }
}
