//! A contract under test: commands and time, one after the other, with every fact kept.

use std::{
    cell::Cell,
    collections::{BTreeMap, BTreeSet},
};

use billing::{ArrearsTerms, DunningTerms, Frequency, PaymentSource};
use kernel::{
    Actor, Channel, Country, Date, DeviceKind, Id, Instant, Language, Money, PolicyNumber, Role, Shard, Term,
    VaultRef,
};
use ledger::PremiumSplit;
use policy::{
    Application, Command, Contract, Day, Device, EndQuote, Fact, Happened, HolderKind, Notice, PolicyRefusal,
    PolicyTerms, ProductRef, Timeline, Verdict, cover, decide, fall_due, quote_end,
};

/// A local instant, written `2026-03-01 14:05`.
pub(crate) fn at(text: &str) -> Instant {
    at_in(text, Country::Nl)
}

pub(crate) fn at_in(text: &str, country: Country) -> Instant {
    let local: jiff::civil::DateTime = text.replace(' ', "T").parse().expect("a local date and time");
    local.to_zoned(country.time_zone()).expect("a time that exists").timestamp()
}

pub(crate) fn day(text: &str) -> Date {
    text.parse().expect("a date")
}

pub(crate) fn euro(text: &str) -> Money {
    text.parse().expect("an amount")
}

pub(crate) fn sealed(n: u64) -> VaultRef {
    VaultRef { id: Id::new(Shard::of(n), at("2020-01-01 00:00"), n), commitment: "00".into() }
}

pub(crate) struct History {
    pub(crate) facts: Vec<Fact>,
    pub(crate) contract: Option<Contract>,
    pub(crate) country: Country,
    pub(crate) by_email: bool,
    pub(crate) arrears: ArrearsTerms,
    pub(crate) booked_through: Option<Date>,
    ids: Cell<u64>,
    ran: Option<Date>,
}

impl History {
    pub(crate) fn new(country: Country) -> Self {
        Self {
            facts: Vec::new(),
            contract: None,
            country,
            by_email: true,
            arrears: ArrearsTerms::NONE,
            booked_through: Some(Date::MAX),
            ids: Cell::new(0),
            ran: None,
        }
    }

    /// A Dutch policy, paid monthly, applied for and accepted, with a mandate unless told otherwise.
    pub(crate) fn accepted(applied: &str, accepted: &str) -> Self {
        let mut history = Self::new(Country::Nl);
        history.applied(applied, Frequency::Monthly);
        history.must(accepted, &Command::Accept { accept_limit: euro("3500.00") });
        history
    }

    pub(crate) fn applied(&mut self, when: &str, frequency: Frequency) {
        let application = Box::new(application(self.country, frequency));
        self.must(when, &Command::Apply { application });
        self.must(when, &Command::Screen { verdict: Verdict::Clear });
    }

    pub(crate) fn contract(&self) -> &Contract {
        self.contract.as_ref().expect("applied for")
    }

    pub(crate) fn with_day<T>(&self, now: Instant, f: impl FnOnce(&Day<'_>) -> T) -> T {
        let new_id = || {
            self.ids.set(self.ids.get() + 1);
            Id::new(Shard::of(7), now, self.ids.get())
        };
        f(&Day {
            now,
            booked_through: self.booked_through,
            split: &split,
            new_id: &new_id,
            arrears: self.arrears,
            by_email: self.by_email,
        })
    }

    pub(crate) fn give(&mut self, when: &str, command: &Command) -> Result<usize, PolicyRefusal> {
        let now = at_in(when, self.country);
        self.run_until(now);
        let done = self.with_day(now, |day| decide(self.contract.as_ref(), command, day))?;
        let events = done.events();
        let count = events.len();
        self.record(events, now);
        Ok(count)
    }

    pub(crate) fn quote(&self, when: &str, notice: &Notice) -> Result<EndQuote, PolicyRefusal> {
        let now = at_in(when, self.country);
        self.with_day(now, |day| quote_end(self.contract(), notice, day))
    }

    pub(crate) fn must(&mut self, when: &str, command: &Command) {
        let count =
            self.give(when, command).unwrap_or_else(|no| panic!("{when} {command:?}: refused: {no:?}"));
        assert!(count > 0, "{when} {command:?}: was done before");
    }

    /// The daily run, every day at 06:00, up to the day given.
    pub(crate) fn run(&mut self, until: &str) {
        let until = at_in(&format!("{until} 06:00"), self.country);
        self.run_until(until);
    }

    fn run_until(&mut self, until: Instant) {
        let Some(contract) = &self.contract else { return };
        let mut day = self.ran.map_or(contract.start(), |ran| kernel::add_days(ran, 1));
        loop {
            let now = at_in(&format!("{day} 06:00"), self.country);
            if now > until {
                return;
            }
            if self.facts.last().is_none_or(|last| last.recorded <= now) {
                let contract = self.contract.as_ref().expect("checked above");
                let happened = self.with_day(now, |day| fall_due(contract, day));
                self.record(happened, now);
            }
            self.ran = Some(day);
            day = kernel::add_days(day, 1);
        }
    }

    fn record(&mut self, happened: Vec<Happened>, now: Instant) {
        for Happened { event, effective } in happened {
            let body = event.write();
            assert_eq!(policy::ContractEvent::read(1, &body).expect("reads what it writes"), event);
            self.contract = Some(Contract::next(self.contract.take(), &event, effective));
            let seq = i64::try_from(self.facts.len()).expect("few facts") + 1;
            let actor = Actor::new(sealed(1).id, Role::Machine, Channel::Machine);
            self.facts.push(Fact { seq, event, effective, recorded: now, actor });
        }
        let folded = Contract::fold(self.facts.iter().map(|f| (&f.event, f.effective)));
        assert_eq!(folded, self.contract, "the journal folds to the state");
    }

    pub(crate) fn pay(&mut self, booked: &str, credited: &str, amount: &str) {
        let command = Command::BookPayment {
            source: PaymentSource::Transfer { payer: None },
            amount: euro(amount),
            credited: at_in(credited, self.country),
        };
        self.must(booked, &command);
    }

    pub(crate) fn timeline(&self) -> Timeline {
        self.timeline_known("2100-01-01 00:00")
    }

    pub(crate) fn timeline_known(&self, known: &str) -> Timeline {
        cover(&self.facts, at_in(known, self.country))
    }

    /// The timeline as lines: local instant, cover, rule.
    pub(crate) fn lines(&self, timeline: &Timeline) -> Vec<String> {
        let line = |s: &policy::Segment| {
            let local = s.begins.at.to_zoned(self.country.time_zone()).strftime("%Y-%m-%d %H:%M").to_string();
            format!("{local} {} {}", s.cover.code(), s.begins.rule)
        };
        timeline.segments.iter().map(line).collect()
    }

    pub(crate) fn kinds_since(&self, seq: usize) -> Vec<&'static str> {
        self.facts[seq..].iter().map(|f| f.event.kind()).collect()
    }

    pub(crate) fn events(&self, kind: &str) -> Vec<&Fact> {
        self.facts.iter().filter(|f| f.event.kind() == kind).collect()
    }
}

/// 21 % tax, 20 % commission, 50 cents fee: what an agreement would say.
pub(crate) fn split(gross: Money, _due: Date) -> PremiumSplit {
    let net = gross.part(100, 121, kernel::Rounding::HalfUp);
    let commission = net.part(20, 100, kernel::Rounding::HalfUp);
    let fee = Money::from_cents(50).min(net - commission);
    PremiumSplit { gross, tax: gross - net, commission, fee, insurer: net - commission - fee }
}

pub(crate) fn application(country: Country, frequency: Frequency) -> Application {
    let days = |nl, be| Term::Days(if country == Country::Nl { nl } else { be });
    Application {
        number: PolicyNumber::from_entropy(42),
        holder: sealed(9).id,
        holder_kind: HolderKind::Consumer,
        country,
        language: Language::Nl,
        product: ProductRef { code: "xandocare".into(), version: "2021-1".into(), hash: "h".into() },
        agreement: "rosemont-nl".into(),
        plan: "plus".into(),
        flags: BTreeMap::from([("theft_covered".to_owned(), true)]),
        devices: vec![Device {
            item: 1,
            kind: DeviceKind::Phone,
            identity: sealed(3),
            bought: day("2026-02-20"),
            purchase_value: euro("849.00"),
            excess: euro("50.00"),
            premium: None,
        }],
        premium: if frequency == Frequency::OneOff { euro("299.00") } else { euro("11.95") },
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
                pay_within: days(14, 15),
                cover_back_after: Term::Hours(24),
            },
            endings: None,
        },
        proof: None,
        missing: BTreeSet::new(),
        minor: None,
        insured: Vec::new(),
        partner: Some("phone-shop".into()),
    }
}
