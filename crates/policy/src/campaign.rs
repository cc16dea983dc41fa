//! A campaign: one change of premium or conditions by the insurer over many policies (OFFICE-12, BE-PREM-04, AMB-56).
//!
//! What it wants stands in a [`CampaignPlan`]; [`plan_change`] says of one policy what the campaign does to it and from when, or
//! why it is left out. The preview and the run ask the same function. What has become of the campaign itself is a [`Campaign`],
//! the fold of its [`CampaignEvent`]s.

mod life;
mod one;
mod refusal;

use std::collections::BTreeMap;

use kernel::{Country, Date, Language, Money};
use serde::{Deserialize, Serialize};

pub use life::{Campaign, CampaignEvent, CampaignPhase, Totals};
pub use one::{LeftOut, Planned, plan_change};
pub use refusal::CampaignRefusal;

use crate::{ProductRef, beginning::FARTHEST_DAYS};

/// What a campaign wants.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CampaignPlan {
    /// What the desk calls it; customers do not see it.
    pub name: String,
    /// Why, as the letter says it.
    pub reason: Reason,
    /// Country of the policies.
    pub country: Country,
    /// Code of the product.
    pub product: String,
    /// Version of the wording that the policies are under.
    pub version: String,
    /// The plans it concerns, and what happens to the premium of each.
    pub plans: BTreeMap<String, Repricing>,
    /// The new wording, if the conditions change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wording: Option<NewWording>,
    /// First day on which it may count for a policy.
    pub from: Date,
    /// Last day on which it may begin to count: a policy on which it could only later is left out.
    pub until: Date,
}

/// Why, in the three languages in which customers are written to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
    /// French.
    pub fr: String,
}

impl Reason {
    /// In a language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Nl => &self.nl,
            Language::En => &self.en,
            Language::Fr => &self.fr,
        }
    }
}

/// What happens to the premium.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "kebab-case")]
pub enum Repricing {
    /// It stays.
    Stays,
    /// A percentage more, or less where it is negative.
    Percent {
        /// In hundredths of a percent: 250 is 2.5 %.
        hundredths: i32,
    },
    /// An amount more, or less where it is negative.
    Amount {
        /// For each device and month, tax included.
        a_month: Money,
    },
    /// What the tariff of the new wording says (GEN-TAX-01).
    Tariff,
}

/// Another version of the conditions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NewWording {
    /// The version.
    pub product: ProductRef,
    /// Its schedule flags, by plan.
    pub flags: BTreeMap<String, BTreeMap<String, bool>>,
    /// Whether the conditions change to the policyholder's disadvantage, as the proposer judges (BE-PREM-05). A Dutch customer
    /// may leave for any change of the conditions (AMB-56).
    pub adverse: bool,
}

/// The most that a premium may rise, and the most that it may fall, in hundredths of a percent.
const PERCENT: (i32, i32) = (-9_000, 10_000);
/// The most that it may rise or fall by amount, in cents a month.
const MOST_CENTS: i64 = 10_000;

impl CampaignPlan {
    /// Whether it can be meant.
    ///
    /// # Errors
    /// [`CampaignRefusal`] names what is wrong first.
    pub fn check(&self, today: Date) -> Result<(), CampaignRefusal> {
        use CampaignRefusal as No;
        let blank = |text: &str| text.trim().is_empty();
        if blank(&self.name) {
            return Err(No::NoName);
        }
        let Reason { nl, en, fr } = &self.reason;
        if blank(nl) || blank(en) || blank(fr) {
            return Err(No::NoReason);
        }
        if self.plans.is_empty() {
            return Err(No::NoPlan);
        }
        for repricing in self.plans.values() {
            match repricing {
                Repricing::Percent { hundredths } if *hundredths == 0 => return Err(No::ChangesNothing),
                Repricing::Percent { hundredths } if !(PERCENT.0..=PERCENT.1).contains(hundredths) => {
                    return Err(No::PercentOutOfRange);
                }
                Repricing::Amount { a_month } if a_month.is_zero() => return Err(No::ChangesNothing),
                Repricing::Amount { a_month } if a_month.abs() > Money::from_cents(MOST_CENTS) => {
                    return Err(No::AmountOutOfRange);
                }
                Repricing::Tariff if self.wording.is_none() => return Err(No::NoTariff),
                _ => {}
            }
        }
        match &self.wording {
            None if self.plans.values().all(|repricing| *repricing == Repricing::Stays) => {
                return Err(No::ChangesNothing);
            }
            Some(wording) if wording.product.code != self.product => return Err(No::OtherProduct),
            Some(wording) if wording.product.version == self.version => return Err(No::SameVersion),
            Some(wording) if self.plans.keys().any(|plan| !wording.flags.contains_key(plan)) => {
                return Err(No::PlanUnknown);
            }
            _ => {}
        }
        if self.from <= today {
            return Err(No::InPast);
        }
        if self.until < self.from {
            return Err(No::UntilBeforeFrom);
        }
        if self.until > kernel::add_days(today, 2 * FARTHEST_DAYS) {
            return Err(No::TooFar);
        }
        Ok(())
    }

    /// Whether two campaigns are after some of the same policies.
    pub fn overlaps(&self, other: &Self) -> bool {
        (&self.product, &self.version) == (&other.product, &other.version)
            && self.plans.keys().any(|plan| other.plans.contains_key(plan))
    }
}
