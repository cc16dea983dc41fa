//! The ways in which a policy ends (NL-END, BE-END).

use kernel::{Country, Date, Instant, Rule};
use serde::{Deserialize, Serialize};

use crate::Sender;

/// A way in which a policy ends. Names are the eternal format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EndWay {
    /// The customer withdraws within 14 days of receiving the policy.
    CoolingOff,
    /// The customer cancels.
    Ordinary,
    /// The policyholder died.
    Death,
    /// The end date was reached.
    EndDate,
    /// The customer ends it after a claim.
    AfterClaim,
    /// The insurer ends it after a claim.
    InsurerAfterClaim,
    /// The insurer does not renew it.
    InsurerOrdinary,
    /// The insurer ends it for fraud or intent to mislead.
    Fraud,
    /// The insurer ends it because premium repeatedly stays unpaid.
    RepeatedNonPayment,
    /// The customer leaves because premium or conditions change to their disadvantage.
    AdverseChange,
    /// The insurer ends it after the policyholder's bankruptcy; Belgium only.
    InsurerBankruptcy,
    /// The trustee in bankruptcy ends it; Belgium only.
    TrusteeBankruptcy,
    /// The policyholder is on a sanctions list.
    Sanctions,
    /// The last device left the schedule.
    NothingLeft,
    /// The policyholder moved to a country for which the policy is not made.
    MovedAway,
}

impl EndWay {
    /// Every way, in the order of the rulebook.
    pub const ALL: [Self; 15] = [
        Self::CoolingOff,
        Self::Ordinary,
        Self::Death,
        Self::EndDate,
        Self::AfterClaim,
        Self::InsurerAfterClaim,
        Self::InsurerOrdinary,
        Self::Fraud,
        Self::RepeatedNonPayment,
        Self::AdverseChange,
        Self::InsurerBankruptcy,
        Self::TrusteeBankruptcy,
        Self::Sanctions,
        Self::NothingLeft,
        Self::MovedAway,
    ];

    /// The rule it follows.
    pub const fn rule(self, country: Country) -> Rule {
        Rule(match (self, country) {
            (Self::CoolingOff, Country::Nl) => "NL-END-05",
            (Self::Ordinary, Country::Nl) => "NL-END-09",
            (Self::Death, Country::Nl) => "NL-END-06",
            (Self::EndDate, Country::Nl) => "NL-END-07",
            (Self::AfterClaim, Country::Nl) => "NL-END-02",
            (Self::InsurerAfterClaim, Country::Nl) => "NL-END-03",
            (Self::InsurerOrdinary, Country::Nl) => "NL-END-10",
            (Self::Fraud, Country::Nl) => "NL-END-04",
            (Self::RepeatedNonPayment, Country::Nl) => "NL-END-08",
            (Self::AdverseChange, Country::Nl) => "AMB-56",
            (Self::Sanctions, Country::Nl) => "BE-SANC-04",
            (Self::CoolingOff, Country::Be) => "BE-END-07",
            (Self::Ordinary, Country::Be) => "BE-END-02",
            (Self::Death, Country::Be) => "BE-END-11",
            (Self::EndDate, Country::Be) => "BE-END-12",
            (Self::AfterClaim, Country::Be) => "BE-END-04",
            (Self::InsurerAfterClaim, Country::Be) => "BE-END-05",
            (Self::InsurerOrdinary, Country::Be) => "BE-END-03",
            (Self::Fraud, Country::Be) => "BE-END-06",
            (Self::RepeatedNonPayment, Country::Be) => "BE-END-13",
            (Self::AdverseChange, Country::Be) => "BE-END-08",
            (Self::Sanctions, Country::Be) => "BE-END-14",
            (Self::InsurerBankruptcy, _) => "BE-END-09",
            (Self::TrusteeBankruptcy, _) => "BE-END-10",
            (Self::NothingLeft, _) => "AMB-63",
            (Self::MovedAway, _) => "LAW-TAX-05",
        })
    }

    /// Its name in files and texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::CoolingOff => "cooling-off",
            Self::Ordinary => "ordinary",
            Self::Death => "death",
            Self::EndDate => "end-date",
            Self::AfterClaim => "after-claim",
            Self::InsurerAfterClaim => "insurer-after-claim",
            Self::InsurerOrdinary => "insurer-ordinary",
            Self::Fraud => "fraud",
            Self::RepeatedNonPayment => "repeated-non-payment",
            Self::AdverseChange => "adverse-change",
            Self::InsurerBankruptcy => "insurer-bankruptcy",
            Self::TrusteeBankruptcy => "trustee-bankruptcy",
            Self::Sanctions => "sanctions",
            Self::NothingLeft => "nothing-left",
            Self::MovedAway => "moved-away",
        }
    }

    /// The way with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.code() == code)
    }

    /// Whether the policyholder, or somebody for them, ends it by their own choice: only such a notice can be taken back.
    pub const fn is_customers_choice(self) -> bool {
        matches!(self, Self::CoolingOff | Self::Ordinary | Self::AfterClaim | Self::AdverseChange)
    }

    /// Who ends a policy in this way as a rule. Death ends a Dutch policy by itself (NL-END-06).
    pub const fn usual_sender(self) -> Sender {
        match self {
            Self::CoolingOff | Self::Ordinary | Self::AfterClaim | Self::AdverseChange | Self::MovedAway => {
                Sender::Holder
            }
            Self::Death => Sender::Heirs,
            Self::EndDate | Self::NothingLeft => Sender::Nobody,
            Self::TrusteeBankruptcy => Sender::Trustee,
            Self::InsurerAfterClaim
            | Self::InsurerOrdinary
            | Self::Fraud
            | Self::RepeatedNonPayment
            | Self::InsurerBankruptcy
            | Self::Sanctions => Sender::Insurer,
        }
    }
}

/// What comes back of the premium when a policy ends.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Back {
    /// The part for the days that are left (AMB-42, AMB-70).
    #[default]
    ByDays,
    /// Everything: withdrawn without a claim (NL-PREM-04, AMB-39).
    All,
    /// Nothing: fraud (NL-FRAUD-04, AMB-70).
    Nothing,
}

impl Back {
    pub(crate) fn is_by_days(&self) -> bool {
        *self == Self::ByDays
    }

    /// The rule it follows, for an ending of that way.
    pub const fn rule(self, way: EndWay, country: Country) -> Rule {
        match (self, country) {
            (Self::ByDays, Country::Nl) => Rule("AMB-42"),
            (Self::All, _) => way.rule(country),
            (Self::Nothing, Country::Nl) => Rule("NL-FRAUD-04"),
            (Self::ByDays | Self::Nothing, Country::Be) => Rule("AMB-70"),
        }
    }
}

/// A notice or event that ends a policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ending {
    /// In which way.
    pub way: EndWay,
    /// When the notice was received or the event happened.
    pub received: Instant,
    /// Instant at which cover ends by it.
    pub ends: Instant,
    /// What comes back of the premium.
    #[serde(default, skip_serializing_if = "Back::is_by_days")]
    pub back: Back,
}

/// The ending that wins: the earliest; of two at the same instant the one received first (NL-END-11, BE-END-15).
pub fn earliest(endings: &[Ending]) -> Option<&Ending> {
    endings.iter().min_by_key(|e| (e.ends, e.received))
}

/// The part of a period's days that lies on or after `end`, as (days back, days in all): what comes back of premium already
/// due when a policy ends in mid-term (AMB-42, LAW-NL-INS-06).
pub fn refund_share(from: Date, to: Date, end: Date) -> (i64, i64) {
    let days = |a: Date, b: Date| i64::from((b - a).get_days());
    let whole = days(from, to).max(1);
    (days(end.clamp(from, to), to), whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::date;

    #[test]
    fn days_that_come_back() {
        let check = |end, expect| {
            assert_eq!(refund_share(date(2026, 3, 1), date(2026, 4, 1), end), expect, "{end}");
        };
        check(date(2026, 3, 11), (21, 31)); // ten days used
        check(date(2026, 3, 1), (31, 31));
        check(date(2026, 2, 1), (31, 31)); // ended before the period began
        check(date(2026, 4, 1), (0, 31));
        check(date(2026, 9, 1), (0, 31));
    }

    #[test]
    fn every_way_has_a_name_of_its_own_and_a_rule() {
        for way in EndWay::ALL {
            assert_eq!(EndWay::from_code(way.code()), Some(way));
            let json = serde_json::to_string(&way).expect("a way is written");
            assert_eq!(json, format!("\"{}\"", way.code()));
        }
    }
}
