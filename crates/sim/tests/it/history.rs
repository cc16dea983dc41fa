//! A contract of either country that lives by commands and the daily run alone, without a database.

use std::{cell::Cell, collections::BTreeMap};

use billing::{ArrearsTerms, CollectionCosts, DunningTerms};
use kernel::{
    Actor, Channel, Country, Date, DeviceKind, Frequency, Id, Instant, Language, Money, PolicyNumber, Role,
    Shard, Term, VaultRef, add_days,
};
use ledger::PremiumSplit;
use policy::{
    Application, ApplicationItem, Command, Contract, Day, Device, Fact, Happened, HolderKind, PolicyTerms,
    ProductRef, decide, fall_due,
};

pub(crate) struct History {
    pub(crate) facts: Vec<Fact>,
    pub(crate) contract: Option<Contract>,
    pub(crate) country: Country,
    pub(crate) by_email: bool,
    pub(crate) arrears: ArrearsTerms,
    pub(crate) booked_through: Option<Date>,
    pub(crate) now: Instant,
    ids: Cell<u64>,
}

impl History {
    pub(crate) fn new(country: Country, applied: Instant) -> Self {
        Self {
            facts: Vec::new(),
            contract: None,
            country,
            by_email: true,
            arrears: ArrearsTerms {
                collection_costs: CollectionCosts::Statutory,
                interest_from: Some(Money::from_cents(1)),
            },
            booked_through: Some(Date::MAX),
            now: applied,
            ids: Cell::new(0),
        }
    }

    pub(crate) fn today(&self) -> Date {
        kernel::local_date(self.now, self.country)
    }

    fn with_day<T>(&self, f: impl FnOnce(&Day<'_>) -> T) -> T {
        let new_id = || {
            self.ids.set(self.ids.get() + 1);
            Id::new(Shard::of(7), self.now, self.ids.get())
        };
        f(&Day {
            now: self.now,
            booked_through: self.booked_through,
            split: &split,
            new_id: &new_id,
            arrears: self.arrears,
            by_email: self.by_email,
        })
    }

    /// Gives a command now; whether it changed anything.
    pub(crate) fn give(&mut self, command: &Command) -> bool {
        let done = self.with_day(|day| decide(self.contract.as_ref(), command, day));
        let events = done.map(policy::Done::events).unwrap_or_default();
        let changed = !events.is_empty();
        self.record(events);
        changed
    }

    /// Days pass, each with its run at 06:00; afterwards it is this much of a day later than the last run.
    pub(crate) fn wait(&mut self, days: i64, then: jiff::SignedDuration) {
        for _ in 0..days {
            let next = add_days(self.today(), 1);
            self.now = kernel::start_of_day(next, self.country) + jiff::SignedDuration::from_hours(6);
            if let Some(contract) = &self.contract {
                let happened = self.with_day(|day| fall_due(contract, day));
                self.record(happened);
            }
        }
        self.now += then;
    }

    /// Number of the last reminder.
    pub(crate) fn reminders(&self) -> u32 {
        let count = self.contract.as_ref().map_or(0, |contract| contract.billing.reminders.len());
        u32::try_from(count).expect("few reminders")
    }

    fn record(&mut self, happened: Vec<Happened>) {
        for Happened { event, effective } in happened {
            self.contract = Some(Contract::next(self.contract.take(), &event, effective));
            let seq = i64::try_from(self.facts.len()).expect("few facts") + 1;
            let actor = Actor::new(sealed(1).id, Role::Machine, Channel::Machine);
            self.facts.push(Fact { seq, event, effective, recorded: self.now, actor });
        }
    }
}

pub(crate) fn sealed(n: u64) -> VaultRef {
    VaultRef { id: Id::new(Shard::of(n), Instant::UNIX_EPOCH, n), commitment: "00".into() }
}

fn split(gross: Money, _due: Date) -> PremiumSplit {
    PremiumSplit { gross, tax: Money::ZERO, commission: Money::ZERO, fee: Money::ZERO, insurer: gross }
}

pub(crate) fn application(country: Country, frequency: Frequency, is_missing: bool) -> Application {
    let missing = [ApplicationItem::ProofOfPurchase, ApplicationItem::Signature];
    Application {
        number: PolicyNumber::from_entropy(42),
        holder: sealed(9).id,
        holder_kind: HolderKind::Consumer,
        country,
        language: Language::Nl,
        product: ProductRef { code: "any".into(), version: "1".into(), hash: "h".into() },
        agreement: "any".into(),
        plan: "any".into(),
        flags: BTreeMap::new(),
        devices: vec![Device {
            item: 1,
            kind: DeviceKind::Phone,
            identity: sealed(3),
            bought: kernel::date(2026, 1, 2),
            purchase_value: Money::from_cents(84_900),
            excess: Money::from_cents(5_000),
            premium: None,
        }],
        premium: Money::from_cents(1_000),
        frequency,
        terms: PolicyTerms {
            provisional: Term::Days(14),
            warn_days: vec![10, 13],
            cooling_off: Term::Days(14),
            minimum: Term::Months(12),
            notice: Term::Months(1),
            duration: (frequency == Frequency::OneOff).then_some(Term::Months(36)),
            dunning: DunningTerms {
                remind_after: Term::Days(30),
                pay_within: Term::Days(if country == Country::Nl { 14 } else { 15 }),
                cover_back_after: Term::Hours(24),
            },
            endings: None,
        },
        proof: None,
        missing: missing.into_iter().filter(|_| is_missing).collect(),
        minor: None,
        insured: Vec::new(),
        partner: None,
    }
}
