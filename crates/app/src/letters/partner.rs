//! What a partner may see from now on, or no longer (DOC-20).

use kernel::{Id, Instant};

use super::contract::Writer;
use super::{AppError, Tx, say};

impl Writer<'_> {
    pub(super) fn partner_view(
        &self,
        tx: &mut Tx<'_>,
        partner: Id,
        reports: bool,
        at: Instant,
    ) -> Result<say::PartnerView, AppError> {
        let application = &self.contract.application;
        let agreement = self.app.products.agreement(&application.agreement)?;
        let name = agreement.partner_of(partner).map(|partner| partner.name.clone());
        Ok(say::PartnerView {
            plan: self.plan_name(tx)?,
            partner: name.or_else(|| application.partner.clone()).unwrap_or_default(),
            reports,
            at,
            link: format!("/my/policies/{}/partner", application.number),
        })
    }
}
