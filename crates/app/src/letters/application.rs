//! What is written before acceptance: cover has begun for now, a question, a refusal, an offer, the time is over (PROV).

use kernel::{Country, Roll, Term};
use policy::{Offer, PolicyEvent, Verdict};

use super::{AppError, Content, ContractEvent, Tx, contract::Writer, say};
use crate::contracts;

impl Writer<'_> {
    pub(super) fn application_received(&self, tx: &mut Tx<'_>) -> Result<Content, AppError> {
        Ok(Content::ApplicationReceived(say::ApplicationReceived {
            plan: self.plan_name(tx)?,
            devices: self.device_lines()?,
            covered_from: self.contract.provisional_from(),
            covered_until: self.contract.provisional_until(),
            premium: self.premium()?,
            link: self.link(),
        }))
    }

    pub(super) fn information_requested(
        &self,
        tx: &mut Tx<'_>,
        question: Option<String>,
    ) -> Result<Content, AppError> {
        let until = self.contract.provisional_until();
        Ok(Content::InformationRequested(say::InformationRequested {
            plan: self.plan_name(tx)?,
            questions: question.into_iter().collect(),
            answer_by: kernel::add_days(kernel::local_date(until, self.country()), -2),
            covered_until: until,
            link: self.link(),
        }))
    }

    /// Whether provisional cover ever began: the screening had to be clear first (AMB-41).
    fn was_covered(&self, tx: &mut Tx<'_>) -> Result<bool, AppError> {
        let clear = |event: &ContractEvent| {
            matches!(event, ContractEvent::Policy(PolicyEvent::Screened { verdict: Verdict::Clear }))
        };
        let facts = contracts::facts(tx, &[self.loaded.id])?;
        let before =
            facts.get(&self.loaded.id).is_some_and(|facts| facts.iter().any(|fact| clear(&fact.event)));
        Ok(before || self.loaded.new.iter().any(|new| clear(&new.event)))
    }

    pub(super) fn rejected(&self, tx: &mut Tx<'_>) -> Result<Content, AppError> {
        let from_the_start = self.country() == Country::Be;
        let end_of_day = Term::Days(0).from_instant(self.now, self.country(), Roll::Never).end;
        Ok(Content::ApplicationRejected(say::ApplicationRejected {
            plan: self.plan_name(tx)?,
            cover_ends: if from_the_start {
                self.contract.applied
            } else {
                end_of_day.min(self.contract.provisional_until())
            },
            from_the_start,
            never_covered: !self.was_covered(tx)?,
            reason: None,
            refund: self.refund()?,
        }))
    }

    pub(super) fn lapsed(&self, tx: &mut Tx<'_>) -> Result<Content, AppError> {
        Ok(Content::ApplicationLapsed(say::ApplicationLapsed {
            plan: self.plan_name(tx)?,
            cover_ends: self.contract.provisional_until(),
            never_covered: !self.was_covered(tx)?,
            refund: self.refund()?,
            link: Some("/apply".to_owned()),
        }))
    }

    pub(super) fn offered(&self, tx: &mut Tx<'_>, offer: &Offer) -> Result<Content, AppError> {
        let application = &self.contract.application;
        let until = self.contract.provisional_until();
        let end_of_day = Term::Days(0).from_instant(self.now, self.country(), Roll::Never).end;
        Ok(Content::OfferMade(say::OfferMade {
            plan: self.name_of(tx, &application.plan)?,
            other_plan: match &offer.plan {
                Some(plan) => Some(self.name_of(tx, plan)?),
                None => None,
            },
            premium: self.price(offer.premium.unwrap_or(application.premium))?,
            excess: offer.excess.values().next().copied(),
            agree_until: until,
            // NL-PROV-05: cover ends on the day the letter is sent; in Belgium it runs on until it is over.
            cover_until: if self.country() == Country::Nl { end_of_day.min(until) } else { until },
            link: Some(format!("/my/policies/{}/offer", application.number)),
        }))
    }
}
