//! When the debts of a reminder were paid in full, from the instants at which money was credited (AMB-16): each time
//! everything is gone through again in the order in which it counts, however late it was booked.

use std::collections::BTreeMap;

use kernel::{Date, Instant};

use super::{PlainFact, What};

/// The first instant at which all `debts` of the reminder at `index` were paid; none if they never were.
///
/// A direct debit that comes back afterwards changes nothing: that debt needs a new reminder (AMB-16).
pub(super) fn paid_in_full(facts: &[PlainFact], index: usize, debts: &[u32]) -> Option<Instant> {
    // What came back before the reminder was sent is what it reminds of.
    let opened = facts[..index]
        .iter()
        .filter(|fact| matches!(&fact.what, What::CameBack { named, .. } if named.iter().any(|no| debts.contains(no))))
        .map(|fact| fact.counts)
        .max();
    let mut in_order: Vec<&PlainFact> = facts.iter().collect();
    in_order.sort_by_key(|fact| fact.counts);
    let mut account = Account::default();
    for (at, fact) in in_order.iter().enumerate() {
        account.take(&fact.what);
        let is_last_of_instant = in_order.get(at + 1).is_none_or(|next| next.counts > fact.counts);
        if is_last_of_instant && opened.is_none_or(|opened| fact.counts >= opened) && account.is_paid(debts) {
            return Some(fact.counts);
        }
    }
    None
}

/// What is owed and what is left over.
#[derive(Default)]
struct Account {
    /// By instalment: due date, open cents, paid cents.
    debts: BTreeMap<u32, Debt>,
    over: i64,
}

#[derive(Clone, Copy)]
struct Debt {
    due: Date,
    open: i64,
    paid: i64,
}

impl Account {
    fn is_paid(&self, debts: &[u32]) -> bool {
        debts.iter().all(|no| self.debts.get(no).is_some_and(|debt| debt.open <= 0))
    }

    fn take(&mut self, what: &What) {
        match what {
            What::Due { no, on, cents } => {
                let from_over = self.over.clamp(0, *cents);
                self.over -= from_over;
                self.debts.insert(*no, Debt { due: *on, open: cents - from_over, paid: from_over });
            }
            What::TakenBack { no, cents } => {
                if let Some(debt) = self.debts.get_mut(no) {
                    debt.open -= cents;
                }
            }
            What::Paid { named, cents, .. } => self.pay(named, *cents),
            What::CameBack { named, cents, .. } => {
                let from_over = self.over.clamp(0, *cents);
                self.over -= from_over;
                let mut left = cents - from_over;
                for no in named {
                    if let Some(debt) = self.debts.get_mut(no) {
                        let part = left.min(debt.paid);
                        debt.paid -= part;
                        debt.open += part;
                        left -= part;
                    }
                }
                self.over -= left;
            }
            What::GivenBack { cents } => self.over -= (*cents).clamp(0, self.over.max(0)),
            _ => {}
        }
    }

    fn pay(&mut self, named: &[u32], cents: i64) {
        let mut order: Vec<(bool, Date, u32)> =
            self.debts.iter().map(|(no, debt)| (!named.contains(no), debt.due, *no)).collect();
        order.sort_unstable();
        let mut left = cents;
        for (_, _, no) in order {
            let debt = self.debts.get_mut(&no).expect("it was listed just now");
            let part = left.min(debt.open).max(0);
            debt.open -= part;
            debt.paid += part;
            left -= part;
        }
        self.over += left;
    }
}
