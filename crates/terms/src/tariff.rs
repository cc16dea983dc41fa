//! What a policy costs: premium and excess by plan, kind of device and purchase value.

pub use kernel::Frequency;
use kernel::{Date, DeviceKind, Money, Refusal, Roll, Rule};
use serde::{Deserialize, Serialize};

use crate::product::Product;

/// All prices of a product version, tax included (`GEN-TAX-01`).
#[derive(Debug, Clone)]
pub struct Tariff {
    /// First day it is used for new policies.
    pub valid_from: Date,
    /// The amounts are examples, not a real price list.
    pub example: bool,
    /// Rows, without gaps or overlaps within a plan and kind.
    pub rows: Vec<TariffRow>,
}

/// The prices for purchase values in `[from, below)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TariffRow {
    /// Code of the plan.
    pub plan: String,
    /// Kind of device.
    pub device: DeviceKind,
    /// Least purchase value.
    pub from: Money,
    /// Purchase value must be below this.
    pub below: Money,
    /// Premium a month.
    pub monthly: Money,
    /// Premium a year.
    pub yearly: Money,
    /// Premium for the whole duration.
    pub one_off: Money,
    /// Excess for each claim and item (`NL-COV-03`).
    pub excess: Money,
}

/// The price of one policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// Premium for each payment, tax included.
    pub premium: Money,
    /// Excess for each claim and item.
    pub excess: Money,
}

/// Why a device cannot be insured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QuoteRefusal {
    /// The product has no such plan.
    UnknownPlan,
    /// This kind of device is not insured (AMB-46).
    DeviceNotSold,
    /// The purchase value lies outside the tariff.
    ValueOutOfRange {
        /// Least value.
        from: Money,
        /// The value must be below this.
        below: Money,
    },
    /// Bought too long before the application.
    BoughtTooLongAgo,
    /// Bought after the application.
    BoughtLater,
}

impl Refusal for QuoteRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::UnknownPlan => "unknown-plan",
            Self::DeviceNotSold => "device-not-sold",
            Self::ValueOutOfRange { .. } => "purchase-value-out-of-range",
            Self::BoughtTooLongAgo => "bought-too-long-ago",
            Self::BoughtLater => "bought-after-application",
        }
    }

    fn rule(&self) -> Option<Rule> {
        match self {
            Self::DeviceNotSold => Some(Rule("AMB-46")),
            _ => None,
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::ValueOutOfRange { from, below } => {
                vec![("from", from.to_string()), ("below", below.to_string())]
            }
            _ => Vec::new(),
        }
    }
}

impl Product {
    /// Premium and excess for a device. `purchased_on` and `applied_on` are local days.
    ///
    /// # Errors
    /// [`QuoteRefusal`], in the order of its variants.
    pub fn quote(
        &self,
        plan: &str,
        device: DeviceKind,
        purchase_value: Money,
        frequency: Frequency,
        purchased_on: Date,
        applied_on: Date,
    ) -> Result<Quote, QuoteRefusal> {
        if self.plan(plan).is_none() {
            return Err(QuoteRefusal::UnknownPlan);
        }
        let sold = self.devices.iter().find(|sold| sold.kind == device).ok_or(QuoteRefusal::DeviceNotSold)?;
        let row = self
            .tariff
            .rows
            .iter()
            .filter(|row| row.plan == plan && row.device == device)
            .find(|row| row.from <= purchase_value && purchase_value < row.below)
            .filter(|_| sold.value_from <= purchase_value && purchase_value < sold.value_below)
            .ok_or(QuoteRefusal::ValueOutOfRange { from: sold.value_from, below: sold.value_below })?;
        if purchased_on > applied_on {
            return Err(QuoteRefusal::BoughtLater);
        }
        let last_day = sold.bought_within.from_date(purchased_on, self.country, Roll::Never).last_day;
        if last_day.is_none_or(|last_day| applied_on > last_day) {
            return Err(QuoteRefusal::BoughtTooLongAgo);
        }
        let premium = match frequency {
            Frequency::Monthly => row.monthly,
            Frequency::Yearly => row.yearly,
            Frequency::OneOff => row.one_off,
        };
        Ok(Quote { premium, excess: row.excess })
    }
}
