//! Facts that several documents state.

use kernel::{Date, Decimal, Frequency, Iban, Imei, MandateReference, Money, SerialNumber};
use serde::{Deserialize, Serialize};

/// A device as a letter names it in passing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceLine {
    /// Make and model: "Apple iPhone 15 Pro 256 GB".
    pub model: String,
    /// IMEI, for what has one (DATA-05).
    pub imei: Option<Imei>,
    /// Serial number.
    pub serial: Option<SerialNumber>,
}

/// The price of the insurance (NL-PREM, BE-PREM; GEN-TAX-01).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Premium {
    /// What the customer pays each time, tax included.
    pub gross: Money,
    /// The insurance tax in it; the rest is the premium itself.
    pub tax: Money,
    /// The rate of that tax as a fraction: 0.21.
    pub tax_rate: Decimal,
    /// How often.
    pub frequency: Frequency,
}

/// How the premium is paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PaymentMethod {
    /// We collect it under a mandate.
    DirectDebit {
        /// From which account; printed masked.
        iban: Iban,
        /// Under which mandate.
        mandate: MandateReference,
    },
    /// The customer transfers it.
    Transfer,
    /// It was paid at the counter or online.
    Paid,
}

/// One amount that will be collected on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Debit {
    /// The day it is taken.
    pub on: Date,
    /// How much.
    pub amount: Money,
}

/// One unpaid premium.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owed {
    /// The day it had to be paid.
    pub due: Date,
    /// What is still open of it.
    pub amount: Money,
}

/// Money that goes back to the customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refund {
    /// How much.
    pub amount: Money,
    /// To which account, printed masked; none if we do not know one and ask for it.
    pub iban: Option<Iban>,
    /// The last day on which it will be there.
    pub by: Date,
}

/// How to pay what is owed; the account is the house's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PayInstruction {
    /// What to write with the transfer: the policy number or a structured communication.
    pub reference: String,
    /// A page on which it can be paid at once: a path under the portal, or an absolute address.
    pub link: Option<String>,
}
