//! The money side of a policy that was taken over from another administrator, as it stood on the day.

use kernel::{Date, Instant, MandateReference, Money, Period, Rule, VaultRef};
use ledger::PremiumSplit;
use serde::{Deserialize, Serialize};

use crate::{Allocation, Billing, BillingEvent, PaymentSource};

/// What was open, paid and agreed on the day of the takeover. Tax, commission and the insurer's share of premium that had
/// fallen due by then were the former administrator's to account for; only what is still to be paid or given back counts here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Opening {
    /// Day of the takeover; the books open with it.
    pub on: Date,
    /// Instalments that had fallen due and are not in `debts`: paid, and over.
    pub before: u32,
    /// The instalments that still matter: what is open, and the one whose period runs.
    pub debts: Vec<OpeningDebt>,
    /// Paid too much, kept for later premium.
    pub credit: Money,
    /// The mandate that was handed over.
    pub mandate: Option<OpeningMandate>,
    /// The reminder whose term runs or ran out (NL-DUN-02, BE-DUN-02).
    pub reminder: Option<OpeningReminder>,
}

/// An instalment that had fallen due.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OpeningDebt {
    /// Number of the instalment.
    pub no: u32,
    /// What it pays for.
    pub period: Period<Date>,
    /// Premium due date.
    pub due: Date,
    /// How it is divided.
    pub split: PremiumSplit,
    /// What had been taken back of it, tax included.
    #[serde(default)]
    pub reversed: Money,
    /// What had been paid of it.
    pub paid: Money,
}

impl OpeningDebt {
    /// What is still to be paid of it.
    pub fn open(&self) -> Money {
        self.split.gross - self.reversed - self.paid
    }
}

/// A mandate that was handed over with the policy (LAW-SEPA-03).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OpeningMandate {
    /// Unique mandate reference, which stays.
    pub reference: MandateReference,
    /// Name and account, sealed.
    pub debtor: VaultRef,
    /// Day of signature.
    pub signed: Date,
    /// When it was last collected on; none if never (LAW-SEPA-04).
    pub collected: Option<Date>,
}

/// A reminder that the former administrator had sent for all that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpeningReminder {
    /// When it was sent.
    pub sent: Instant,
    /// Day of receipt.
    pub received: Date,
    /// Last day on which payment keeps the cover.
    pub last_day: Date,
    /// Instant from which there is no cover if it stays unpaid.
    pub cover_stops: Instant,
}

impl Opening {
    /// What is open, less credit: what the ledger opens with.
    pub fn owed(&self) -> Money {
        self.debts.iter().map(OpeningDebt::open).sum::<Money>() - self.credit
    }

    /// Whether the figures can be: each instalment once and in order, none paid beyond its premium, and no credit beside a debt.
    pub fn is_sound(&self) -> bool {
        let numbered = self.debts.windows(2).all(|pair| pair[0].no < pair[1].no);
        let last = self.debts.last().map_or(self.before, |debt| debt.no);
        let counted = u32::try_from(self.debts.len()).is_ok_and(|debts| self.before + debts == last);
        let fits = |debt: &OpeningDebt| {
            let parts = [debt.paid, debt.reversed, debt.open()];
            parts.iter().all(|part| *part >= Money::ZERO) && debt.split.adds_up()
        };
        let open = self.debts.iter().any(|debt| debt.open().is_positive());
        let reminded = |reminder: OpeningReminder| {
            self.debts.iter().any(|debt| debt.open().is_positive() && debt.due < reminder.received)
        };
        numbered
            && counted
            && self.debts.iter().all(fits)
            && self.credit >= Money::ZERO
            && (self.credit == Money::ZERO || !open)
            && self.reminder.is_none_or(reminded)
    }
}

/// Which instalments a contract took over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenOver {
    /// Those that had fallen due and are not in the list of receivables.
    pub before: u32,
    /// Number of the last one that had fallen due. What it and those before cost is what was charged, not today's premium.
    pub through: u32,
}

impl Billing {
    /// Takes the money side over. What was paid before counts from the beginning of the policy: it is nobody's news.
    pub(crate) fn open_with(&mut self, opening: &Opening, began: Instant) {
        assert!(opening.is_sound(), "what is taken over was checked");
        let through = opening.debts.last().map_or(opening.before, |debt| debt.no);
        self.taken_over = Some(TakenOver { before: opening.before, through });
        if let Some(OpeningMandate { reference, debtor, signed, collected }) = &opening.mandate {
            let (reference, debtor, signed) = (reference.clone(), debtor.clone(), *signed);
            self.apply(&BillingEvent::MandateGiven { reference, debtor, signed }, began);
            if let Some(mandate) = &mut self.mandate {
                mandate.used = collected.is_some();
                mandate.collected_before = *collected;
            }
        }
        for debt in &opening.debts {
            let OpeningDebt { no, period, due, split, reversed, paid } = debt.clone();
            self.apply(&BillingEvent::PremiumFellDue { no, period, due, split }, began);
            if paid > Money::ZERO {
                let received = BillingEvent::PaymentReceived {
                    source: PaymentSource::Transfer { payer: None },
                    amount: paid,
                    allocations: vec![Allocation { no, amount: paid }],
                    charges: Vec::new(),
                    surplus: Money::ZERO,
                };
                self.apply(&received, began);
            }
            if reversed.is_positive() {
                let split = split.share(reversed.cents(), split.gross.cents());
                self.apply(&BillingEvent::PremiumReversed { no, split, rule: Rule("AMB-42") }, began);
            }
        }
        self.credit += opening.credit;
        if let Some(OpeningReminder { sent, received, last_day, cover_stops }) = opening.reminder {
            let open = self
                .receivables
                .iter()
                .filter(|receivable| receivable.is_open() && receivable.due < received);
            let arrears: Vec<Allocation> =
                open.map(|receivable| Allocation { no: receivable.no, amount: receivable.open() }).collect();
            let amount = arrears.iter().map(|arrear| arrear.amount).sum();
            let reminded = BillingEvent::ReminderSent {
                no: 1,
                arrears,
                amount,
                by_email: false,
                received,
                last_day,
                cover_stops,
                // What the former administrator charged is theirs.
                costs: Money::ZERO,
            };
            self.apply(&reminded, sent);
            let on = opening.on;
            if let Some(reminder) = self.reminders.last_mut() {
                reminder.stop_announced = last_day < on;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn debt(no: u32, gross: i64, paid: i64) -> OpeningDebt {
        let from = kernel::add_months_anchored(kernel::date(2026, 1, 31), i32::try_from(no).expect("few"));
        let gross = Money::from_cents(gross);
        OpeningDebt {
            no,
            period: Period::new(from, Some(kernel::add_months_anchored(from, 1))).expect("a month"),
            due: from,
            split: PremiumSplit { gross, insurer: gross, ..PremiumSplit::ZERO },
            reversed: Money::ZERO,
            paid: Money::from_cents(paid),
        }
    }

    fn opening(before: u32, debts: Vec<OpeningDebt>, credit: i64) -> Opening {
        let (on, credit) = (kernel::date(2026, 6, 1), Money::from_cents(credit));
        Opening { on, before, debts, credit, mandate: None, reminder: None }
    }

    #[test]
    fn figures_that_cannot_be_are_told_from_those_that_can() {
        assert!(opening(0, vec![], 0).is_sound(), "nothing fell due yet");
        assert!(opening(3, vec![], 500).is_sound(), "paid ahead");
        assert!(opening(2, vec![debt(3, 1000, 0), debt(4, 1000, 1000)], 0).is_sound());
        // With a gap in the middle: the third was paid, the second and the fourth were not.
        assert!(opening(2, vec![debt(2, 1000, 0), debt(4, 1000, 0)], 0).is_sound());
        for (why, wrong) in [
            ("paid beyond its premium", opening(0, vec![debt(1, 1000, 1001)], 0)),
            ("twice the same", opening(0, vec![debt(1, 1000, 0), debt(1, 1000, 0)], 0)),
            ("fewer fell due than are listed", opening(0, vec![debt(2, 1000, 0)], 0)),
            ("credit beside a debt", opening(0, vec![debt(1, 1000, 0)], 1)),
            ("credit below zero", opening(1, vec![], -1)),
        ] {
            assert!(!wrong.is_sound(), "{why}");
        }
    }

    #[test]
    fn law_sepa_04_a_mandate_lives_on_from_its_last_collection_elsewhere() {
        let mut opening = opening(1, vec![], 0);
        let signed = kernel::date(2022, 1, 3);
        for (collected, last) in [(None, signed), (Some(kernel::date(2026, 5, 4)), kernel::date(2026, 5, 4))]
        {
            opening.mandate = Some(OpeningMandate {
                reference: MandateReference::parse("OLD-1").expect("a reference"),
                debtor: VaultRef { id: kernel::Id::from_i64(7).expect("an id"), commitment: String::new() },
                signed,
                collected,
            });
            let mut billing = Billing::default();
            billing.open_with(&opening, kernel::start_of_day(kernel::date(2022, 1, 3), kernel::Country::Nl));
            assert_eq!(billing.mandate_last_used(), Some(last));
        }
    }

    #[test]
    fn instalments_go_on_counting_and_the_cents_are_those_that_came() {
        let opening = opening(2, vec![debt(3, 1000, 400), debt(4, 1000, 1000)], 0);
        let mut billing = Billing::default();
        let began = kernel::start_of_day(kernel::date(2026, 1, 31), kernel::Country::Nl);
        billing.open_with(&opening, began);
        assert_eq!((billing.instalments(), billing.next_no()), (4, 5));
        assert_eq!((billing.open(), billing.overpaid()), (Money::from_cents(600), Money::ZERO));
        assert_eq!(opening.owed(), billing.open() - billing.overpaid());
    }
}
