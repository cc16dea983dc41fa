use kernel::{Date, Money};
use serde::{Deserialize, Serialize};

use super::common::{DeviceLine, PayInstruction};

/// DOC-13: a repair or replacement on its way to the customer (FAQ-03, FAQ-04, FAQ-05; NL-CLAIM-06, NL-CLAIM-08, BE-CLAIM-04,
/// BE-CLAIM-05).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkNote {
    /// The device is replaced, not repaired.
    pub replaced: bool,
    /// The device it is about.
    pub device: DeviceLine,
    /// Who repairs or supplies.
    pub supplier: WorkSupplier,
    /// What the customer pays, if anything.
    pub own_share: Option<OwnShare>,
    /// The day by which the old device is to be sent in, if it is.
    pub old_device_by: Option<Date>,
    /// That the repairer says it handed it over, where the note is about that or rests on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handed_over: Option<HandedOver>,
    /// Where the claim can be followed, and the device accepted.
    pub link: Option<String>,
}

/// That the repairer says it handed the device over (NL-CLAIM-08, AMB-31).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedOver {
    /// The day on which it says so.
    pub on: Date,
    /// The last day to say that it is not so.
    pub deny_by: Date,
}

/// Who repairs or supplies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkSupplier {
    /// Its name.
    pub name: String,
    /// Its address, line by line.
    pub address: Vec<String>,
    /// Its telephone.
    pub phone: String,
}

/// What the customer pays of a repair or replacement (MONEY-07).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnShare {
    /// How much.
    pub amount: Money,
    /// The last day to pay it.
    pub by: Date,
    /// How.
    pub pay: PayInstruction,
}

/// What a repairer or supplier is told about an order: its number and where it is read, and nothing of the customer (PRIV-26).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderTold {
    /// What happened.
    pub news: OrderNews,
    /// Where the order is read, after signing in.
    pub link: String,
}

/// What happened to an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OrderNews {
    /// It is new.
    New,
    /// What it may cost is approved.
    Approved,
    /// The customer sent it back: it is to be done again.
    Again,
    /// The customer says that they did not get the device.
    Denied,
    /// It is not wanted any more.
    Withdrawn,
}

impl OrderNews {
    /// Every one.
    pub const ALL: [Self; 5] = [Self::New, Self::Approved, Self::Again, Self::Denied, Self::Withdrawn];
}
