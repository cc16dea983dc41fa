//! The letter that a campaign would send, as an example for who decides on it: about nobody in particular.

use documents::{Addressee, Content, Document, content::ChangeAnnounced};
use kernel::{Instant, Language};
use policy::CampaignPlan;
use store::Tx;

use super::run::Example;
use crate::{App, AppError, letters};

/// The text of the letter for an example, without name and address.
///
/// # Errors
/// [`AppError::Missing`] when the product is under no power of attorney.
pub fn example_letter(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    plan: &CampaignPlan,
    example: &Example,
    language: Language,
) -> Result<String, AppError> {
    let product = app.products.latest(tx, &plan.product, Some(&plan.version))?;
    let product = product.ok_or_else(|| AppError::missing("a product version", &plan.version))?;
    let name = product.plan(&example.plan).map(|plan| plan.name.get(language).to_owned());
    let today = kernel::local_date(now, plan.country);
    let agreement = app.products.agreement_for(&plan.product, today);
    let agreement = agreement.ok_or_else(|| AppError::missing("an agreement", &plan.product))?;
    let house = letters::house(app, &agreement.code)?;
    let planned = &example.planned;
    let content = Content::ChangeAnnounced(ChangeAnnounced {
        plan: name.unwrap_or_else(|| example.plan.clone()),
        reason: plan.reason.get(language).to_owned(),
        before: planned.before,
        after: planned.after,
        frequency: planned.frequency,
        from: planned.from,
        conditions: plan.wording.as_ref().map(|new| format!("{} {}", new.product.code, new.product.version)),
        leave_by: planned.adverse.then_some(planned.leave_by),
        link: None,
    });
    let to = Addressee { name: String::new(), address: None, email: None };
    let document = Document { to, made_at: now, policy: None, claim: None, content };
    Ok(documents::compose(&document, language, &house).mail_text())
}
