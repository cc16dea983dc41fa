//! What can change in a policy while it runs. Every change makes an endorsement and with it a new version of the schedule.

use std::collections::BTreeMap;

use kernel::{Date, DeviceKind, Id, Instant, Money, Rule, VaultRef};
use serde::{Deserialize, Serialize};

use crate::{Device, Insured, ProductRef};

/// Why the identity of an insured device changes; what it is insured for stays the same (NL-CLAIM-07, NL-CLAIM-09).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Swap {
    /// We replaced it after a claim (NL-CLAIM-07, BE-CLAIM-04).
    Replaced,
    /// It was repaired and got another number (NL-CLAIM-09, AMB-30).
    Repaired,
    /// The manufacturer or seller replaced it under warranty.
    Warranty,
    /// The number in the schedule was wrong (NL-OBL-04).
    WrongNumber,
}

/// Why a device leaves the schedule (AMB-63).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Gone {
    /// A benefit was paid for it, so that nothing is left to insure.
    BenefitPaid,
    /// It was stolen and stays away, without a benefit.
    Stolen,
    /// It was sold or given away (LAW-NL-INS-10).
    Sold,
    /// It no longer exists or works, without a benefit.
    Broken,
    /// The policyholder does not want it insured any longer.
    NotWanted,
}

/// A change of the schedule.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "kebab-case")]
pub enum Change {
    /// A device got another identity; the values in the schedule stay.
    DeviceSwapped {
        /// Number in the schedule.
        item: u32,
        /// Make, model, IMEI or serial number of the new one, sealed.
        identity: VaultRef,
        /// What it is; none if of the same kind.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        kind: Option<DeviceKind>,
        /// Why.
        why: Swap,
    },
    /// The proof of purchase shows another day of purchase or price than the schedule (NL-DEF-01, NL-OBL-04).
    DeviceCorrected {
        /// Number in the schedule.
        item: u32,
        /// Day of purchase, as on the proof.
        bought: Date,
        /// Price on the proof.
        purchase_value: Money,
    },
    /// A device was added.
    ItemAdded {
        /// The device, with a number that was never used in this schedule and its own part of the premium.
        device: Device,
    },
    /// A device left. Premium for it stops from then; if it was the only one, the policy ends (AMB-63).
    ItemLeft {
        /// Number in the schedule.
        item: u32,
        /// Why.
        why: Gone,
    },
    /// Another plan, from the next premium due date.
    PlanChanged {
        /// The plan.
        plan: String,
        /// Its schedule flags.
        flags: BTreeMap<String, bool>,
        /// Excesses under it, by item; an item that is not named keeps its excess.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty", with = "crate::by_item")]
        excess: BTreeMap<u32, Money>,
        /// Each device's own part of the instalment under it, by item. What came since it was decided keeps its part and costs it
        /// more. Where none is named, every part changes as the whole does.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty", with = "crate::by_item")]
        parts: BTreeMap<u32, Money>,
    },
    /// Somebody is insured too (ACT-02, ACT-03).
    InsuredAdded {
        /// Who, and why.
        insured: Insured,
    },
    /// Somebody is not insured any longer.
    InsuredLeft {
        /// Who.
        person: Id,
    },
    /// The policyholder moved within the country; the address itself is in the vault of the person.
    AddressChanged,
    /// The insurer changed premium or conditions, announced at least a month before (BE-PREM-04, AMB-56).
    TermsChanged {
        /// The campaign this belongs to: it changes a policy once.
        campaign: Id,
        /// New version of the wording; none if only the premium changes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        product: Option<ProductRef>,
        /// Schedule flags of the plan under the new wording; none if they stay.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        flags: Option<BTreeMap<String, bool>>,
        /// New price of each device, by item, so that a device that comes or leaves before it counts keeps its own. Empty where
        /// the endorsement's premium stands for the whole policy.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty", with = "crate::by_item")]
        parts: BTreeMap<u32, Money>,
        /// Whether it is to the policyholder's disadvantage, so that there is a right to leave (BE-END-08, BE-PREM-05).
        adverse: bool,
        /// Last day on which the policyholder may say that they leave.
        leave_by: Date,
    },
}

impl Change {
    /// Its name in files and texts: the `change` tag.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::DeviceSwapped { .. } => "device-swapped",
            Self::DeviceCorrected { .. } => "device-corrected",
            Self::ItemAdded { .. } => "item-added",
            Self::ItemLeft { .. } => "item-left",
            Self::PlanChanged { .. } => "plan-changed",
            Self::InsuredAdded { .. } => "insured-added",
            Self::InsuredLeft { .. } => "insured-left",
            Self::AddressChanged => "address-changed",
            Self::TermsChanged { .. } => "terms-changed",
        }
    }
}

/// A numbered change of a policy: the schedule has a new version from it on. What it was before follows from the fold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Endorsement {
    /// Number within the contract, from 1.
    pub no: u32,
    /// From when it counts.
    pub from: Instant,
    /// What changes.
    pub change: Change,
    /// Price of one instalment from then on, tax included; none if it stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub premium: Option<Money>,
    /// By which rule.
    pub rule: Rule,
}
