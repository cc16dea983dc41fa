//! What a claim begins with: the report, the items as the schedule said, the facts as they were stated, the terms that are pinned.
//! Part of the eternal format of [`ClaimEvent`](crate::ClaimEvent).

use std::collections::BTreeMap;

use kernel::{ClaimNumber, Country, Date, DeviceKind, Frequency, Id, Language, Money, Term, VaultRef};
use serde::{Deserialize, Serialize};
use terms::{Schedule, Value, Wording};

use crate::OurTerms;

/// The value of a fact as an event keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StatedValue {
    /// Says nothing about a person.
    Plain(Value),
    /// Personal: the value lies in the vault.
    Sealed(VaultRef),
}

/// A fact somebody stated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatedFact {
    /// The item it belongs to; none for the event itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<u32>,
    /// Its name in the wording.
    pub fact: String,
    /// Its value.
    pub value: StatedValue,
}

impl StatedFact {
    /// A plain fact of the event.
    pub fn of_event(fact: &str, value: impl Into<Value>) -> Self {
        Self { item: None, fact: fact.to_owned(), value: StatedValue::Plain(value.into()) }
    }

    /// A plain fact of an item.
    pub fn of_item(item: u32, fact: &str, value: impl Into<Value>) -> Self {
        Self { item: Some(item), fact: fact.to_owned(), value: StatedValue::Plain(value.into()) }
    }
}

/// An item of the schedule that a claim is made for, as the schedule said at the time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportedItem {
    /// Its number in the schedule.
    pub item: u32,
    /// Kind of device.
    pub device: DeviceKind,
    /// Purchase value (NL-DEF-01).
    pub purchase_value: Money,
    /// Excess (NL-DEF-13).
    pub excess: Money,
    /// Day of purchase.
    pub purchased_on: Date,
    /// Last day of the manufacturer's warranty, where known (AMB-32).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manufacturer_warranty_ends_on: Option<Date>,
}

/// Terms of the product that the claim pins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimTerms {
    /// Time to give evidence, from the report or our request (NL-CLAIM-04, AMB-25).
    pub evidence: Term,
    /// How long before its end the customer is reminded (AMB-25).
    pub evidence_reminder_before_end: Term,
    /// Above this amount a second person approves.
    pub second_person_above: Money,
    /// Our own terms to answer and to pay; none in claims from before they were kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ours: Option<OurTerms>,
}

impl ClaimTerms {
    /// The terms a product sets.
    pub fn of(product: &terms::Product) -> Self {
        Self {
            evidence: product.param_term("evidence"),
            evidence_reminder_before_end: product.param_term("evidence_reminder_before_end"),
            second_person_above: product.param_money("second_person_above"),
            ours: None,
        }
    }
}

/// A report of damage or theft. The facts `what_happened`, `damage_arose_at` and `discovered_at` are always among them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Number of the claim.
    pub number: ClaimNumber,
    /// The contract.
    pub contract: Id,
    /// Its policyholder.
    pub holder: Id,
    /// Law and clock (GEN-LAW-01, GEN-TIME-01).
    pub country: Country,
    /// Power of attorney the policy was sold under.
    pub agreement: String,
    /// Language of everything that is written about it.
    pub language: Language,
    /// The wording the policy was sold under (GEN-RANK-05).
    pub wording: Wording,
    /// Plan of the policy.
    pub plan: String,
    /// Schedule flags, such as `theft_covered` (AMB-01).
    pub flags: BTreeMap<String, bool>,
    /// How premium is paid (BE-COV-05); none in reports from before it was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frequency: Option<Frequency>,
    /// First day of the policy (BE-COV-05); none in reports from before it was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started_on: Option<Date>,
    /// The items it is about.
    pub items: Vec<ReportedItem>,
    /// What was stated with the report.
    pub facts: Vec<StatedFact>,
    /// What happened, in the customer's words, sealed.
    pub narrative: VaultRef,
    /// Evidence of the standard list (NL-CLAIM-04).
    pub evidence: Vec<String>,
    /// Terms pinned from the product.
    pub terms: ClaimTerms,
}

impl Report {
    /// What the schedule says, for a decision.
    #[must_use]
    pub fn schedule(&self) -> Schedule {
        Schedule {
            plan: self.plan.clone(),
            flags: self.flags.clone(),
            frequency: self.frequency,
            started_on: self.started_on,
        }
    }
}
