//! Reminders of unpaid premium: when one is due, and from when non-payment counts (NL-DUN-01…06, BE-DUN-01…06).

use kernel::{Country, Date, Instant, Money, Roll, Term, VaultRef};
use serde::{Deserialize, Serialize};

use crate::{Allocation, Towards};

/// The terms of the reminder path, pinned when the policy was sold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DunningTerms {
    /// How long premium may be unpaid after its due date before a reminder is sent: 30 days (NL-DUN-01, BE-DUN-01).
    pub remind_after: Term,
    /// How long the policyholder has after receipt: 14 days (NL-DUN-03) or 15 days (BE-DUN-03).
    pub pay_within: Term,
    /// How long after payment in full cover is back: 24 hours (NL-DUN-06, BE-DUN-06).
    pub cover_back_after: Term,
}

/// A reminder that was sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reminder {
    /// Number within the contract, from 1.
    pub no: u32,
    /// What was open for which instalment.
    pub arrears: Vec<Allocation>,
    /// When it was sent.
    pub sent: Instant,
    /// Day of proven or presumed receipt.
    pub received: Date,
    /// Day of presumed receipt: the term is never shorter than the letter said.
    pub presumed: Date,
    /// Last day on which payment keeps the cover.
    pub last_day: Date,
    /// Instant from which there is no cover if it stays unpaid.
    pub cover_stops: Instant,
    /// Instant at which every debt in it was paid, if all are.
    pub satisfied: Option<Instant>,
    /// The policyholder was told that cover stopped.
    pub stop_announced: bool,
    /// The policyholder was told that cover is back.
    pub return_announced: bool,
    /// Whether it went by e-mail.
    pub by_email: bool,
    /// Whether it did not arrive or was sent in error: it sets no term (GEN-TIME-06).
    pub cancelled: bool,
    /// Whether the day of receipt is proven, and not presumed.
    pub proven: bool,
    /// What proves it, sealed; none where nobody kept anything.
    pub proof: Option<VaultRef>,
    /// Why it came back, as the mail server or the post said; none if it did not.
    pub returned: Option<String>,
    /// The exact collection costs that are owed on top once its term is over.
    pub costs: Money,
    /// What was open of its debts when it was sent.
    pub asked: Money,
    /// What was received of that and of the costs since, in the order in which it was booked.
    pub towards: Vec<Towards>,
    /// The day until which interest on it was asked for; none if none was.
    pub interest_until: Option<Date>,
}

impl Reminder {
    /// The exact amount it asks for.
    pub fn amount(&self) -> Money {
        self.arrears.iter().map(|a| a.amount).sum()
    }

    /// The first instant at which everything it asks for was received: its debts within the term, its debts and its costs after
    /// it (NL-DUN-06, BE-DUN-06). Interest holds no cover back: money counts for the debts and costs first, whatever it was booked
    /// on (AMB-16).
    pub fn received_all(&self) -> Option<Instant> {
        let mut in_order: Vec<&Towards> = self.towards.iter().collect();
        in_order.sort_by_key(|towards| towards.at);
        let mut received = Money::ZERO;
        in_order.into_iter().find_map(|towards| {
            received += towards.amount;
            let costs = if towards.at < self.cover_stops { Money::ZERO } else { self.costs };
            (received >= self.asked + costs).then_some(towards.at)
        })
    }

    /// What is still to be received of what it asks for, at an instant: its debts, and its costs once its term is over.
    pub fn still_asked(&self, at: Instant) -> Money {
        let costs = if at < self.cover_stops { Money::ZERO } else { self.costs };
        let received: Money = self.towards.iter().map(|towards| towards.amount).sum();
        (self.asked + costs - received).max(Money::ZERO)
    }

    /// Whether it cost cover: it was not satisfied before its term was over.
    pub fn cost_cover(&self) -> bool {
        !self.cancelled && self.satisfied.is_none_or(|paid| paid >= self.cover_stops)
    }
}

/// The term that a reminder sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReminderTerm {
    /// Last day on which payment keeps the cover.
    pub last_day: Date,
    /// Instant from which there is no cover: 24:00 of the last day.
    pub cover_stops: Instant,
}

/// First day on which premium due on `due` may be reminded of: the day after the term has run out (NL-DUN-02: day 31).
pub fn reminder_day(due: Date, terms: &DunningTerms, country: Country) -> Date {
    let waited = terms.remind_after.from_date(due, country, Roll::Never);
    kernel::local_date(waited.end, country)
}

/// The term of a reminder received on `received`: the day after receipt is day 1 (NL-DUN-03, AMB-12); a last day that is no
/// working day rolls on, because the policyholder must act in it (AMB-71).
pub fn reminder_term(received: Date, terms: &DunningTerms, country: Country) -> ReminderTerm {
    let deadline = terms.pay_within.from_date(received, country, Roll::for_customer(country));
    let last_day = deadline.last_day.expect("the term is in days, which the product's check makes sure of");
    ReminderTerm { last_day, cover_stops: deadline.end }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{date, start_of_day};

    fn terms(days: u32) -> DunningTerms {
        DunningTerms {
            remind_after: Term::Days(30),
            pay_within: Term::Days(days),
            cover_back_after: Term::Hours(24),
        }
    }

    #[test]
    fn nl_dun_worked_example() {
        // due 1 Mar 2026 → unpaid on 31 Mar (day 30) → reminder 1 Apr → days 2–15 Apr → no cover from 16 Apr 00:00
        assert_eq!(reminder_day(date(2026, 3, 1), &terms(14), Country::Nl), date(2026, 4, 1));
        let term = reminder_term(date(2026, 4, 1), &terms(14), Country::Nl);
        assert_eq!(term.last_day, date(2026, 4, 15));
        assert_eq!(term.cover_stops, start_of_day(date(2026, 4, 16), Country::Nl));
    }

    #[test]
    fn be_dun_worked_example() {
        let term = reminder_term(date(2026, 4, 1), &terms(15), Country::Be);
        assert_eq!(term.cover_stops, start_of_day(date(2026, 4, 17), Country::Be));
    }

    #[test]
    fn a_last_day_that_is_no_working_day_rolls_on() {
        // AMB-71: received Sat 9 May 2026 → day 14 is Sat 23 May → Whit Monday is a holiday → Tue 26 May
        let last_day = |day| reminder_term(date(2026, 5, day), &terms(14), Country::Nl).last_day;
        assert_eq!(last_day(13), date(2026, 5, 27));
        assert_eq!(last_day(9), date(2026, 5, 26));
    }
}
