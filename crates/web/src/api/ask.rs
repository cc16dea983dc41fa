//! What a call sends. These types describe it; [`terms::CaseFile`] reads it, so that every fault has its place.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A case: the policy's plan, what happened, and each device.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseBody {
    /// Product code.
    #[schema(example = "xandocare")]
    pub product: String,
    /// Version of the conditions, in its latest revision; what is sold when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(example = "2021-1")]
    pub version: Option<String>,
    /// Code of the plan.
    #[schema(example = "plus")]
    pub plan: String,
    /// What the schedule says otherwise than the plan, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub flags: BTreeMap<String, bool>,
    /// How premium is paid: `monthly`, `yearly` or `one-off`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frequency: Option<String>,
    /// First day of the policy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(example = "2026-03-01")]
    pub started_on: Option<String>,
    /// Facts of the event by name: `true`, `"dropped"`, `"849.00"`, `"2026-03-01"`, `["riot"]`.
    #[serde(default)]
    pub event: BTreeMap<String, FactBody>,
    /// The devices, in the order of their numbers.
    #[schema(min_items = 1, max_items = 50)]
    pub items: Vec<ItemBody>,
}

/// A device of a case.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ItemBody {
    /// Kind of device.
    #[schema(example = "phone")]
    pub device: String,
    /// Purchase value in euros.
    #[schema(example = "849.00")]
    pub purchase_value: String,
    /// Excess in euros.
    #[schema(example = "50.00")]
    pub excess: String,
    /// Day of purchase.
    #[schema(example = "2026-02-20")]
    pub purchased_on: String,
    /// Last day of the manufacturer's warranty, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manufacturer_warranty_ends_on: Option<String>,
    /// Its own facts by name.
    #[serde(default)]
    pub facts: BTreeMap<String, FactBody>,
}

/// The value of a fact.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
pub enum FactBody {
    /// Yes or no.
    Yes(bool),
    /// The name of a value, an amount, a number, a date, a moment with its offset, or a length of time.
    Text(String),
    /// Names of values, also none.
    Names(Vec<String>),
}
