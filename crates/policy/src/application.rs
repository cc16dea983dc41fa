//! What is applied for: who, which devices, under which terms. Nothing here names a person: names, device numbers and
//! papers are references into the vault.

use std::collections::{BTreeMap, BTreeSet};

use billing::Frequency;
use kernel::{Country, Date, DeviceKind, Id, Language, Money, PolicyNumber, VaultRef};
use serde::{Deserialize, Serialize};

use crate::PolicyTerms;

/// The product version a policy was sold under (GEN-RANK-05).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductRef {
    /// Product code, such as `xandocare`.
    pub code: String,
    /// Version of the wording, such as `2021-1`.
    pub version: String,
    /// Content hash of the folder it was published from.
    pub hash: String,
}

/// Whether the policyholder insures as a consumer or for a business (DATA-10, AMB-62).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HolderKind {
    /// A natural person outside business.
    Consumer,
    /// A company, or a person in business.
    Business,
}

/// A device in the schedule (DATA-05, DATA-07, DATA-08).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Device {
    /// Number in the schedule, from 1.
    pub item: u32,
    /// What it is.
    pub kind: DeviceKind,
    /// Make, model, IMEI or serial number, sealed.
    pub identity: VaultRef,
    /// Day of purchase, as on the proof of purchase.
    pub bought: Date,
    /// Price on the proof of purchase: the most that is ever paid (NL-DEF-01, NL-COV-02).
    pub purchase_value: Money,
    /// What the policyholder bears per claim (NL-DEF-13).
    pub excess: Money,
    /// Its part of one instalment, tax included; none where the policy has a single device, which costs the whole premium.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub premium: Option<Money>,
}

/// Something the application asks for. In Belgium there is no provisional cover until all of it has come (BE-PROV-02).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ApplicationItem {
    /// The proof of purchase.
    ProofOfPurchase,
    /// IMEI or serial number.
    DeviceNumber,
    /// The signature, or the parent's consent.
    Signature,
    /// Proof of who the applicant is.
    Identity,
    /// The direct debit mandate.
    Mandate,
    /// Answers to the questions of the application.
    Answers,
}

/// An applicant who is not of age (LAW-FMT-10): the contract is made by the parent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Minor {
    /// The parent or guardian who applies for the minor; none if nobody does, which is refused.
    pub represented_by: Option<Id>,
}

/// Why somebody other than the policyholder is insured (ACT-02, ACT-03).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// Family living with the policyholder.
    Household,
    /// Works for the policyholder; in Belgium on a continuing basis (AMB-62).
    Staff,
}

/// Somebody named as insured beside the policyholder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Insured {
    /// Who.
    pub person: Id,
    /// Why.
    pub relation: Relation,
}

/// What the known-person check found. It only tells: a person decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Signal {
    /// What was found.
    pub kind: SignalKind,
    /// On which policy, or in which incident.
    pub on: Id,
}

/// What the known-person check can find.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignalKind {
    /// An earlier or other policy of the same person.
    OtherPolicy,
    /// A policy that ended because premium stayed unpaid.
    EndedForNonPayment,
    /// A policy that ended for fraud.
    EndedForFraud,
    /// An entry in the register of incidents (DATA-13).
    Incident,
    /// The same device elsewhere.
    SameDevice,
    /// The same account elsewhere.
    SameAccount,
    /// The same address elsewhere.
    SameAddress,
    /// An application that was rejected.
    Rejected,
    /// Premium that is owed.
    OpenDebt,
    /// Many claims within a year.
    ManyClaims,
}

impl SignalKind {
    /// Its name, and the key of its text.
    pub const fn code(self) -> &'static str {
        match self {
            Self::OtherPolicy => "other-policy",
            Self::EndedForNonPayment => "ended-for-non-payment",
            Self::EndedForFraud => "ended-for-fraud",
            Self::Incident => "incident",
            Self::SameDevice => "same-device",
            Self::SameAccount => "same-account",
            Self::SameAddress => "same-address",
            Self::Rejected => "rejected-before",
            Self::OpenDebt => "open-debt",
            Self::ManyClaims => "many-claims",
        }
    }
}

/// What was applied for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Application {
    /// Number of the policy.
    pub number: PolicyNumber,
    /// Who applies.
    pub holder: Id,
    /// As consumer or business.
    pub holder_kind: HolderKind,
    /// Law and calendar (GEN-LAW-01).
    pub country: Country,
    /// Language of everything that is written to the holder.
    pub language: Language,
    /// Product version.
    pub product: ProductRef,
    /// Power of attorney it is sold under.
    pub agreement: String,
    /// Plan, such as `plus`.
    pub plan: String,
    /// Schedule flags of the plan, such as `theft_covered` (NL-COV-04, NL-COV-10).
    pub flags: BTreeMap<String, bool>,
    /// What is insured at the beginning; see [`Contract::schedule_at`](crate::Contract::schedule_at) for later.
    pub devices: Vec<Device>,
    /// Price of one instalment at the beginning, tax included (GEN-TAX-01).
    pub premium: Money,
    /// How often it falls due.
    pub frequency: Frequency,
    /// Terms pinned from the product version.
    pub terms: PolicyTerms,
    /// Proof of purchase, if one was uploaded (DATA-07).
    pub proof: Option<VaultRef>,
    /// What the application asks for and had not come when it was made (BE-PROV-02, AMB-69).
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub missing: BTreeSet<ApplicationItem>,
    /// If the policyholder is a minor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minor: Option<Minor>,
    /// Who is named as insured beside the policyholder.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub insured: Vec<Insured>,
    /// Code of the partner that brought the policyholder, who earns commission (ACT-08).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<String>,
}

/// The answer of the sanctions screening (AMB-41).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// On no list.
    Clear,
    /// A person must look.
    Possible,
    /// On a list.
    Hit,
}
