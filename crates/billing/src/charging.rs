//! The fold of costs and interest, and how a payment is divided among them and premium (LAW-NL-COL-10).

use kernel::{Country, Date, Instant, Money};

use crate::{
    Accrued, Allocation, Billing, BillingEvent, Charge, ChargeKind, ChargePart, Divided, Receivable,
    Reminder, Towards, collection_costs, interest,
};

impl Billing {
    /// Divides a payment credited at an instant: what a direct debit was for first; then costs, interest, and premium by due date
    /// (LAW-NL-COL-10). Costs and interest that fell due after it come last, however late it is booked: it paid the premium
    /// before there were any (AMB-16).
    pub fn divide(&self, named: &[u32], amount: Money, credited: Instant) -> Divided {
        let mut divided = Divided { charges: Vec::new(), premium: Vec::new(), surplus: amount };
        let mut premium: Vec<&Receivable> = self.receivables.iter().filter(|r| r.is_open()).collect();
        premium.sort_by_key(|r| (r.due, r.no));
        let (asked, rest): (Vec<&Receivable>, Vec<&Receivable>) =
            premium.into_iter().partition(|r| named.contains(&r.no));
        divided.pay(&asked);
        self.divide_on_charges(&mut divided, |charge| charge.fell_due <= credited);
        divided.pay(&rest);
        self.divide_on_charges(&mut divided, |charge| charge.fell_due > credited);
        divided
    }

    /// Divides what is set off against a benefit: costs and interest where they may be, then only the premium named, by due date.
    pub fn divide_set_off(&self, premium: &[u32], charges: bool, amount: Money) -> Divided {
        let mut divided = Divided { charges: Vec::new(), premium: Vec::new(), surplus: amount };
        if charges {
            self.divide_on_charges(&mut divided, |_| true);
        }
        let mut named: Vec<&Receivable> =
            self.receivables.iter().filter(|r| r.is_open() && premium.contains(&r.no)).collect();
        named.sort_by_key(|r| (r.due, r.no));
        divided.pay(&named);
        divided
    }

    fn divide_on_charges(&self, divided: &mut Divided, which: impl Fn(&Charge) -> bool) {
        let is_open = |charge: &&Charge| charge.open() > Money::ZERO && which(charge);
        let mut charges: Vec<&Charge> = self.charges.iter().filter(is_open).collect();
        charges.sort_by_key(|charge| (charge.kind == ChargeKind::Interest, charge.no));
        for charge in charges {
            let part = divided.take(charge.open());
            if part > Money::ZERO {
                divided.charges.push(ChargePart { charge: charge.no, amount: part });
            }
        }
    }

    /// Interest that ran on what a reminder asks for and was not asked for yet, from the day after its term up to a day that does
    /// not count; none while it is satisfied or its term runs.
    pub fn accrued(&self, reminder: &Reminder, country: Country, until: Date) -> Option<Accrued> {
        let default = kernel::local_date(reminder.cover_stops, country);
        let from = reminder.interest_until.unwrap_or(default);
        let in_plan = || reminder.arrears.iter().any(|arrear| self.is_in_plan(arrear.no));
        if reminder.cancelled || reminder.satisfied.is_some() || until <= from || in_plan() {
            return None;
        }
        let principal = self.principal(reminder);
        let amount = interest(country, principal, default, from, until);
        (amount > Money::ZERO).then_some(Accrued { principal, from, until, amount })
    }

    /// What is open of the premium that a reminder asks for.
    fn principal(&self, reminder: &Reminder) -> Money {
        let speaks = |r: &&Receivable| reminder.arrears.iter().any(|arrear| arrear.no == r.no);
        self.receivables.iter().filter(speaks).map(|r| r.open().max(Money::ZERO)).sum()
    }

    /// The collection costs that a new reminder of these arrears states: those of the law's scale over all premium that is reminded
    /// of and unpaid, less what earlier reminders of it state already (LAW-NL-COL-05: one amount, not one a month).
    pub fn costs_of(&self, country: Country, arrears: &[Allocation]) -> Money {
        let live = || self.reminders.iter().filter(|r| !r.cancelled && r.satisfied.is_none());
        let together: Money =
            live().map(|reminder| self.principal(reminder)).chain(arrears.iter().map(|a| a.amount)).sum();
        let stated: Money = live().map(|reminder| reminder.costs).sum();
        (collection_costs(country, together) - stated).max(Money::ZERO)
    }

    /// What is open of costs and of interest.
    pub fn open_charges(&self, kind: ChargeKind) -> Money {
        self.charges.iter().filter(|charge| charge.kind == kind).map(Charge::open).sum()
    }

    /// Collection costs and interest that a payment on a day would have to pay: those that are open, and the interest that has run
    /// and is enough to be asked for.
    pub fn on_top(&self, country: Country, on: Date, least: Option<Money>) -> (Money, Money) {
        let accrued = self.reminders.iter().filter_map(|reminder| self.accrued(reminder, country, on));
        let asked = accrued
            .map(|accrued| accrued.amount)
            .filter(|amount| least.is_some_and(|least| *amount >= least));
        let running: Money = asked.sum();
        (self.open_charges(ChargeKind::Costs), self.open_charges(ChargeKind::Interest) + running)
    }

    /// The next number for costs or interest.
    pub fn next_charge(&self) -> u32 {
        self.charges.iter().map(|charge| charge.no).max().unwrap_or(0) + 1
    }

    /// Folds costs and interest that fall due or are waived.
    pub(crate) fn apply_charging(&mut self, event: &BillingEvent, effective: Instant) {
        match event {
            BillingEvent::CostsFellDue { no, reminder, amount } => {
                self.charge(*no, *reminder, ChargeKind::Costs, *amount, effective);
            }
            BillingEvent::InterestFellDue { no, reminder, until, amount, .. } => {
                self.charge(*no, *reminder, ChargeKind::Interest, *amount, effective);
                self.reminder_mut(*reminder).interest_until = Some(*until);
            }
            BillingEvent::ChargeWaived { no, amount, .. } => self.waive(*no, *amount, effective),
            other => unreachable!("folded elsewhere: {other:?}"),
        }
    }

    fn charge(&mut self, no: u32, reminder: u32, kind: ChargeKind, amount: Money, fell_due: Instant) {
        assert!(self.charges.iter().all(|charge| charge.no != no), "costs and interest fall due once");
        let (waived, paid) = (Money::ZERO, Money::ZERO);
        self.charges.push(Charge { no, reminder, kind, amount, fell_due, waived, paid });
    }

    /// Waived costs count towards their reminder from when they were waived, as if they had been paid.
    fn waive(&mut self, no: u32, amount: Money, effective: Instant) {
        let charge = self.charge_mut(no);
        charge.waived += amount;
        assert!(charge.waived <= charge.amount, "no more is waived than fell due");
        let over = (Money::ZERO - charge.open()).max(Money::ZERO);
        charge.paid -= over;
        let (reminder, kind, fell_due) = (charge.reminder, charge.kind, charge.fell_due);
        let reminder = self.reminder_mut(reminder);
        // Costs of a term that turned out to be longer were none.
        if kind == ChargeKind::Costs && fell_due >= reminder.cover_stops {
            reminder.towards.push(Towards { at: effective, amount });
        }
        if over > Money::ZERO {
            reminder.towards.push(Towards { at: effective, amount: Money::ZERO - over });
            let divided = self.divide(&[], over, effective);
            self.credit += divided.surplus;
            self.pay_charges(&divided.charges, effective);
            self.pay(&divided.premium, effective);
        }
        self.settle(effective);
    }

    /// Money for costs and interest counts towards the reminder that they follow from.
    pub(crate) fn pay_charges(&mut self, parts: &[ChargePart], at: Instant) {
        for part in parts {
            let charge = self.charge_mut(part.charge);
            charge.paid += part.amount;
            let reminder = charge.reminder;
            self.reminder_mut(reminder).towards.push(Towards { at, amount: part.amount });
        }
    }

    /// Takes back what a returned direct debit had paid of costs and interest, the last first; what is left is handed back.
    pub(crate) fn unpay_charges(&mut self, amount: Money, at: Instant) -> Money {
        let mut left = amount;
        let mut back = Vec::new();
        for charge in self.charges.iter_mut().rev() {
            let part = left.min(charge.paid);
            charge.paid -= part;
            left -= part;
            back.push((charge.reminder, Towards { at, amount: Money::ZERO - part }));
        }
        for (reminder, towards) in back.into_iter().filter(|(_, towards)| !towards.amount.is_zero()) {
            self.reminder_mut(reminder).towards.push(towards);
        }
        left
    }

    fn charge_mut(&mut self, no: u32) -> &mut Charge {
        self.charges.iter_mut().find(|charge| charge.no == no).expect("costs that are paid fell due")
    }
}
