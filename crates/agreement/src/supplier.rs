//! Who makes damage good: authorised repairers and suppliers of devices, and what is asked of the customer around it.

use kernel::{Date, DeviceKind, EmailAddress, Iban, Id, Language, Term};
use serde::{Deserialize, Serialize};

use crate::Agreement;

/// A repairer or supplier that works for the insurer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Supplier {
    /// Short stable name, such as `phone-lab`: what an order carries.
    pub code: String,
    /// The number that its users carry: they see the orders of this number and nothing else (PRIV-26).
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Address lines as printed: where a device is brought or sent to.
    pub address: Vec<String>,
    /// Its telephone, as printed.
    pub phone: String,
    /// Its e-mail address.
    pub email: EmailAddress,
    /// The language it is written to in; Dutch unless it says so.
    #[serde(default)]
    pub language: Option<Language>,
    /// Where it is paid.
    pub iban: Iban,
    /// Kinds of device it knows.
    pub devices: Vec<DeviceKind>,
    /// Whether it repairs.
    #[serde(default)]
    pub repairs: bool,
    /// Whether it supplies devices instead.
    #[serde(default)]
    pub supplies: bool,
    /// First day on which it gets orders.
    pub from: Date,
    /// Day from which it gets none any more, if one is known. What it has it finishes.
    #[serde(default)]
    pub until: Option<Date>,
}

impl Supplier {
    /// Whether it gets orders on that day.
    pub fn in_force(&self, on: Date) -> bool {
        self.from <= on && self.until.is_none_or(|until| on < until)
    }
}

/// What is asked of the customer after a repair or replacement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settling {
    /// How long the customer has to pay the own share, from acceptance (MONEY-07).
    pub own_share_within: Term,
    /// How long the customer has to send in the old device, from acceptance of the new one (NL-CLAIM-06, BE-CLAIM-04).
    pub old_device_within: Term,
    /// How long the customer can say that they did not get what a repairer says it handed over (NL-CLAIM-08, AMB-31).
    #[serde(default = "a_week")]
    pub hand_over_within: Term,
}

const fn a_week() -> Term {
    Term::Days(7)
}

impl Default for Settling {
    fn default() -> Self {
        Self {
            own_share_within: Term::Days(14),
            old_device_within: Term::Days(14),
            hand_over_within: a_week(),
        }
    }
}

impl Agreement {
    /// The repairer or supplier with this code, in force or not.
    pub fn supplier(&self, code: &str) -> Option<&Supplier> {
        self.suppliers.iter().find(|supplier| supplier.code == code)
    }

    /// What is wrong with repairers and suppliers, if anything: the field and why.
    pub(crate) fn wrong_in_suppliers(&self) -> Option<(&'static str, &'static str)> {
        let distinct = |keys: std::collections::BTreeSet<String>| keys.len() == self.suppliers.len();
        if !distinct(self.suppliers.iter().map(|supplier| supplier.code.clone()).collect())
            || !distinct(self.suppliers.iter().map(|supplier| supplier.id.to_string()).collect())
        {
            return Some(("suppliers", "must have different codes and numbers"));
        }
        if self.suppliers.iter().any(|supplier| !supplier.repairs && !supplier.supplies) {
            return Some(("suppliers", "must repair or supply"));
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use kernel::date;

    use super::*;
    use crate::tests::ROSEMONT;

    const MORE: &str = r#"
[[suppliers]]
code = "tablet-lab"
id = "0000000000002"
name = "Tablet Lab"
address = ["Weg 1", "1000 AA Amsterdam"]
phone = "+31 20 000 00 00"
email = "lab@example.nl"
iban = "NL91ABNA0417164300"
devices = ["tablet"]
repairs = true
from = "2026-01-01"
until = "2027-01-01"
"#;

    #[test]
    fn a_repairer_is_known_by_its_code_and_its_days() {
        let agreement = Agreement::read("x.toml", &format!("{ROSEMONT}{MORE}")).unwrap();
        let lab = agreement.supplier("tablet-lab").unwrap();
        assert!(lab.in_force(date(2026, 12, 31)) && !lab.in_force(date(2027, 1, 1)));
        assert_eq!((agreement.supplier("nobody"), agreement.settling), (None, Settling::default()));
    }

    #[test]
    fn repairers_that_cannot_be_told_apart_are_refused() {
        let read = |text: String| Agreement::read("x.toml", &text).unwrap_err().to_string();
        assert!(read(format!("{ROSEMONT}{MORE}{MORE}")).contains("different codes"));
        let nothing = MORE.replace("repairs = true", "repairs = false");
        assert!(read(format!("{ROSEMONT}{nothing}")).contains("repair or supply"));
    }
}
