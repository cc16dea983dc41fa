//! When the debts of a reminder were paid in full, from the instants at which money was credited (AMB-16): each time
//! everything is gone through again in the order in which it counts, however late it was booked.

use std::collections::BTreeMap;

use kernel::{Date, Instant};

use super::{PlainFact, What};

/// What a reminder asks for.
pub(super) struct Asked<'a> {
    /// Its number.
    pub(super) no: u32,
    /// The instalments.
    pub(super) debts: &'a [u32],
    /// The costs that come on top.
    pub(super) costs: i64,
    /// From when they do.
    pub(super) stops: Instant,
}

/// The first instant at which everything was received that the reminder at `index` asks for; none if it never was. Interest holds
/// nothing back: money counts, whatever it was booked on (NL-DUN-06, AMB-16).
///
/// A direct debit that comes back afterwards changes nothing: that debt needs a new reminder (AMB-16).
pub(super) fn paid_in_full(facts: &[PlainFact], index: usize, asked: &Asked<'_>) -> Option<Instant> {
    // What came back before the reminder was sent is what it reminds of.
    let opened = facts[..index]
        .iter()
        .filter(|fact| {
            matches!(&fact.what, What::CameBack { named, .. } if named.iter().any(|no| asked.debts.contains(no)))
        })
        .map(|fact| fact.counts)
        .max();
    // What is open by the books is unpaid, in whatever order it is read.
    let mut books = Account::default();
    let mut by_the_books = facts.iter().enumerate().map(|(at, fact)| {
        books.take(fact, asked.stops);
        at >= index && books.has_received(asked, fact.counts)
    });
    if !by_the_books.any(|received| received) {
        return None;
    }
    let mut in_order: Vec<&PlainFact> = facts.iter().collect();
    in_order.sort_by_key(|fact| fact.counts);
    let mut account = Account::default();
    for (at, fact) in in_order.iter().enumerate() {
        account.take(fact, asked.stops);
        // Banks often tell the day only: what came and went back on one day had come first.
        let is_last_to_come = in_order
            .get(at + 1)
            .is_none_or(|next| next.counts > fact.counts || matches!(next.what, What::CameBack { .. }));
        if is_last_to_come
            && opened.is_none_or(|opened| fact.counts >= opened)
            && account.has_received(asked, fact.counts)
        {
            return Some(fact.counts);
        }
    }
    None
}

/// What is owed and what is left over.
#[derive(Default)]
struct Account {
    /// By instalment.
    debts: BTreeMap<u32, Debt>,
    /// Costs and interest by number.
    on_top: BTreeMap<u32, OnTop>,
    over: i64,
}

#[derive(Clone, Copy)]
struct OnTop {
    reminder: u32,
    interest: bool,
    /// When it fell due.
    since: Instant,
    open: i64,
    paid: i64,
    /// Whether it is of the term that counts: forgiven, it counts like money.
    counts: bool,
    forgiven: i64,
}

#[derive(Clone, Copy)]
struct Debt {
    due: Date,
    open: i64,
    paid: i64,
}

impl Account {
    fn has_received(&self, asked: &Asked<'_>, at: Instant) -> bool {
        if !asked.debts.iter().all(|no| self.debts.contains_key(no)) {
            return false;
        }
        let open: i64 = asked.debts.iter().map(|no| self.debts[no].open.max(0)).sum();
        let costs = if at < asked.stops { 0 } else { asked.costs };
        let received: i64 =
            self.on_top.values().filter(|it| it.reminder == asked.no).map(|it| it.paid + it.forgiven).sum();
        open + costs <= received
    }

    fn take(&mut self, fact: &PlainFact, stops: Instant) {
        match &fact.what {
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
            What::Paid { named, cents, .. } => self.pay(named, *cents, fact.counts),
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
                for it in self.on_top.values_mut().rev() {
                    let part = left.min(it.paid);
                    it.paid -= part;
                    it.open += part;
                    left -= part;
                }
                self.over -= left;
            }
            What::OnTop { no, reminder, interest, cents } => {
                self.on_top.insert(
                    *no,
                    OnTop {
                        reminder: *reminder,
                        interest: *interest,
                        open: *cents,
                        paid: 0,
                        since: fact.counts,
                        counts: fact.counts >= stops && !interest,
                        forgiven: 0,
                    },
                );
            }
            What::Forgiven { no, cents } => {
                let Some(it) = self.on_top.get_mut(no) else { return };
                it.open -= cents;
                it.forgiven += if it.counts { *cents } else { 0 };
                let over = (-it.open).max(0);
                it.paid -= over;
                it.open += over;
                self.pay(&[], over, fact.counts);
            }
            What::GivenBack { cents } => self.over -= (*cents).clamp(0, self.over.max(0)),
            _ => {}
        }
    }

    /// What a direct debit was for, costs, interest, then the oldest debt (LAW-NL-COL-10); costs and interest that came after the
    /// money, though they were booked before it, last.
    fn pay(&mut self, named: &[u32], cents: i64, at: Instant) {
        let mut order: Vec<(Date, u32)> = self.debts.iter().map(|(no, debt)| (debt.due, *no)).collect();
        order.sort_unstable();
        let (first, last): (Vec<_>, Vec<_>) = order.into_iter().partition(|(_, no)| named.contains(no));
        let left = self.pay_debts(&first, cents);
        let left = self.pay_on_top(left, |since| since <= at);
        let left = self.pay_debts(&last, left);
        self.over += self.pay_on_top(left, |since| since > at);
    }

    fn pay_on_top(&mut self, cents: i64, which: impl Fn(Instant) -> bool) -> i64 {
        let mut left = cents;
        for interest in [false, true] {
            for it in self.on_top.values_mut().filter(|it| it.interest == interest && which(it.since)) {
                let part = left.min(it.open).max(0);
                it.open -= part;
                it.paid += part;
                left -= part;
            }
        }
        left
    }

    fn pay_debts(&mut self, order: &[(Date, u32)], cents: i64) -> i64 {
        let mut left = cents;
        for (_, no) in order {
            let debt = self.debts.get_mut(no).expect("it was listed just now");
            let part = left.min(debt.open).max(0);
            debt.open -= part;
            debt.paid += part;
            left -= part;
        }
        left
    }
}
